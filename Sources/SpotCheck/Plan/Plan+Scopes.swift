public import SpotCheckIngest

extension Plan {
  /// The distinct conditions that indicators set on columns other than `dimensions`, in the plan's order.
  ///
  /// The condition at position i is bit i of ``DimensionCube/Cell/selections``; an indicator's own is found by
  /// ``Indicator/scope(beyond:)``.
  public func selections(beyond dimensions: [String]) -> [[String: [DimensionKey]]] {
    var seen: Set<[String: [DimensionKey]]> = [[:]]
    return indicators.map { $0.scope(beyond: dimensions) }.filter { seen.insert($0).inserted }
  }

  /// The plan with its values as the schema's columns give them.
  ///
  /// A category written `制造业/水泥` becomes two levels where the category's columns give levels, and stays
  /// one where they do not; a programme that the layout lists under a group becomes the group.
  public func resolved(for schema: Schema) -> Plan {
    var plan = self
    for index in plan.indicators.indices {
      for dimension in schema.dimensions { plan.indicators[index].resolve(dimension) }
    }
    return plan
  }
}

extension Indicator {
  /// The part of the scope that lies on columns other than `dimensions`.
  public func scope(beyond dimensions: [String]) -> [String: [DimensionKey]] {
    scope.filter { !dimensions.contains($0.key) }
  }

  fileprivate mutating func resolve(_ dimension: DimensionSource) {
    func resolved(_ key: DimensionKey) -> DimensionKey {
      let key = key.split(at: dimension.levels)
      return dimension.groups[key] ?? key
    }
    scope[dimension.name] = scope[dimension.name].map { keys in keys.map(resolved) }
    if dimension.name == "category" {
      population?.resolveCategories(resolved)
      planned?.resolveCategories(resolved)
      weights?.figures?.resolveCategories(resolved)
    }
    if weights?.dimension == dimension.name, let values = weights?.values {
      weights?.values = Dictionary(values.map { (resolved($0.key), $0.value) }, uniquingKeysWith: { $1 })
    }
  }
}

extension PlanFigures {
  fileprivate mutating func resolveCategories(_ resolved: (DimensionKey) -> DimensionKey) {
    for index in rows.indices { rows[index].category = rows[index].category.map(resolved) }
  }
}
