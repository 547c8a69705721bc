/// Where a header has the column of a source.
enum ColumnMatch: Equatable {
  /// At this position, from 0.
  case found(Int)
  /// Nowhere, and none is needed.
  case absent
  /// Nowhere, or in two places.
  case failed(IngestError.Kind)

  /// Looks for `source` in a header of folded texts.
  init(of source: FieldSource, in header: [String]) {
    self = source.isBuiltIn ? Self.synonym(of: source, in: header) : Self.named(source, in: header)
  }

  /// The first of the source's columns that the header has.
  private static func named(_ source: FieldSource, in header: [String]) -> ColumnMatch {
    for column in source.columns {
      switch column {
      case .position(let position):
        guard (1...max(1, header.count)).contains(position) else {
          return .failed(.noSuchPosition(field: source.name, position: position, columns: header.count))
        }
        return .found(position - 1)
      case .occurrence(let name, let occurrence):
        let places = places(of: name, in: header)
        if places.indices.contains(occurrence - 1) { return .found(places[occurrence - 1]) }
      case .header(let name):
        let places = places(of: name, in: header)
        if places.count > 1 {
          let candidates = places.indices.map { "\(header[places[$0]])#\($0 + 1)" }
          return .failed(.ambiguousColumn(field: source.name, candidates: candidates, header: header))
        }
        if let place = places.first { return .found(place) }
      }
    }
    return missing(source, in: header)
  }

  /// The only column whose header is a synonym.
  private static func synonym(of source: FieldSource, in header: [String]) -> ColumnMatch {
    let synonyms = Set(
      source.columns.compactMap { column -> [UInt8]? in
        guard case .header(let name) = column else { return nil }
        return TextFolding.lowercased(TextFolding.fold(utf8: Array(name.utf8)))
      })
    let places = header.indices.filter { synonyms.contains(TextFolding.lowercased(Array(header[$0].utf8))) }
    if places.count > 1 {
      let candidates = places.map { place in
        let same = places.filter { header[$0].utf8.elementsEqual(header[place].utf8) }
        guard same.count > 1, let occurrence = same.firstIndex(of: place) else { return header[place] }
        return "\(header[place])#\(occurrence + 1)"
      }
      return .failed(.ambiguousColumn(field: source.name, candidates: candidates, header: header))
    }
    return places.first.map { .found($0) } ?? missing(source, in: header)
  }

  private static func missing(_ source: FieldSource, in header: [String]) -> ColumnMatch {
    guard source.isRequired else { return .absent }
    let tried = source.columns.map { column in
      switch column {
      case .header(let name): name
      case .occurrence(let name, let occurrence): "\(name)#\(occurrence)"
      case .position(let position): "#\(position)"
      }
    }
    return .failed(.missingColumn(field: source.name, tried: tried, header: header))
  }

  private static func places(of name: String, in header: [String]) -> [Int] {
    let folded = TextFolding.fold(utf8: Array(name.utf8))
    return header.indices.filter { header[$0].utf8.elementsEqual(folded) }
  }
}
