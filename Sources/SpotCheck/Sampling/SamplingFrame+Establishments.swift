import SpotCheckIngest

extension SamplingFrame {
  /// Counts establishments by region and category, each for one unit at cost 1.
  ///
  /// A blank region or category stands for `*`; rows ascend by region, then category. Establishments on the list of
  /// follow-ups are left out, as a draw leaves them out: they are inspected in any case.
  ///
  /// - Throws: `badDraw` for a follow-up that the frame lacks.
  public init(counting establishments: EstablishmentFrame, leavingOut followUps: FollowUpList? = nil)
    throws(SpotCheckError)
  {
    let regions = establishments.values(of: .region)
    let categories = establishments.values(of: .category)
    var sizes: [[Int]: Int] = [:]
    let places = Array(zip(establishments.codes(of: .region), establishments.codes(of: .category)))
    for (region, category) in places { sizes[[region, category], default: 0] += 1 }
    let leftOut = try followUps?.positions(in: establishments) ?? []
    for position in leftOut {
      sizes[[places[position].0, places[position].1], default: 0] -= 1
    }
    let rows = sizes.filter { $0.value > 0 }.map { place, size in
      let levels = categories[place[1]].text.split(separator: "/").map(String.init)
      let region = regions[place[0]].text
      return Row(
        region: region.isEmpty ? "*" : region,
        category: DimensionKey(levels: levels.isEmpty ? ["*"] : levels),
        size: size)
    }
    self.init(
      rows.sorted { left, right in
        let regions = (DimensionKey(levels: [left.region]), DimensionKey(levels: [right.region]))
        return regions.0 == regions.1 ? left.category < right.category : regions.0 < regions.1
      }, file: establishments.path)
    self.leftOut = leftOut.count
  }
}
