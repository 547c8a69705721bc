import SpotCheckIngest

/// An establishment that may be inspected, as the frame has it.
public struct FrameEstablishment: Sendable, Equatable {
  /// What it is known by.
  public var id: String
  /// Its name.
  public var name: String
  /// The region it lies in, as the frame writes it.
  public var region: String
  /// What it makes or does, as the frame writes it.
  public var category: String
  /// The class of its risk.
  public var riskClass: String
  /// When it was last inspected, as the frame writes it.
  public var lastInspected: String

  /// What strata may be made of.
  public enum Attribute: String, Sendable, CaseIterable {
    /// The region.
    case region
    /// The category.
    case category
    /// The risk class.
    case riskClass = "risk_class"
  }
}

/// The establishments that a draw is made from, read whole and held by columns.
///
/// Their order is that of the UTF-8 bytes of their ids, whatever the order of the file, so that the rows of a
/// file may be permuted without another draw.
public struct EstablishmentFrame: Sendable {
  /// The file.
  public let path: String
  /// SHA-256 of the file's bytes.
  public let sha256: String
  /// Headers of columns that are not used.
  public let ignoredColumns: [String]
  private let columns: TableColumns
  private let ids: ByteStrings
  /// For each establishment its record.
  private let records: [Int]
  private let keys: [FrameEstablishment.Attribute: (values: [DimensionKey], codes: [UInt32])]

  /// Reads a frame: CSV with the columns id and, as far as they are used, name, region, category, risk_class and
  /// last_inspected, under these or Chinese headers.
  ///
  /// - Parameters:
  ///   - path: The file, in any encoding, dialect and compression a dump may have.
  ///   - attributes: What must be there.
  ///   - isCancelled: Asked now and then whether to stop.
  /// - Throws: `badDraw` where a column is missing or an id is blank or stands twice; `ingest`.
  /// - Complexity: O(n log n) for n establishments.
  public init(
    contentsOf path: String, needing attributes: [FrameEstablishment.Attribute] = [],
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(SpotCheckError) {
    let requests = DrawColumn.frame(needing: attributes)
    columns = try DrawColumn.read(path, requests, isCancelled: isCancelled)
    ids = columns.identifiers(of: 0)
    records = try DrawColumn.order(of: ids, lines: columns.lines, file: path)
    self.path = path
    ignoredColumns = columns.otherHeaders
    sha256 = try DrawColumn.sha256(of: path)
    var keys: [FrameEstablishment.Attribute: (values: [DimensionKey], codes: [UInt32])] = [:]
    for attribute in FrameEstablishment.Attribute.allCases {
      keys[attribute] = columns.keys(of: requests.firstIndex { $0.name == attribute.rawValue } ?? 0)
    }
    self.keys = keys
  }

  /// How many establishments there are.
  public var count: Int { records.count }

  /// The establishments at some positions of `0..<count`.
  public func establishments(at positions: [Int]) -> [FrameEstablishment] {
    let chosen = positions.map { records[$0] }
    let names = columns.texts(of: 1, in: chosen)
    let days = columns.texts(of: 2, in: chosen)
    return chosen.indices.map { place in
      FrameEstablishment(
        id: String(decoding: ids[chosen[place]], as: UTF8.self), name: names[place],
        region: text(.region, ofRecord: chosen[place]), category: text(.category, ofRecord: chosen[place]),
        riskClass: text(.riskClass, ofRecord: chosen[place]), lastInspected: days[place])
    }
  }

  /// The position of an id; `nil` where the frame lacks it.
  ///
  /// - Complexity: O(log n).
  public func position(of id: String) -> Int? {
    let wanted = Array(id.utf8)
    var range = 0..<count
    while !range.isEmpty {
      let middle = range.lowerBound + range.count / 2
      let found = ids[records[middle]]
      if found.elementsEqual(wanted) { return middle }
      range =
        found.lexicographicallyPrecedes(wanted)
        ? (middle + 1)..<range.upperBound : range.lowerBound..<middle
    }
    return nil
  }

  /// The distinct values of an attribute, by first sight in the file.
  func values(of attribute: FrameEstablishment.Attribute) -> [DimensionKey] { keys[attribute]?.values ?? [] }

  /// For each establishment the position of its value in ``values(of:)``; nothing where the frame lacks the column.
  func codes(of attribute: FrameEstablishment.Attribute) -> [Int] {
    guard let codes = keys[attribute]?.codes, !codes.isEmpty else { return [] }
    return records.map { Int(codes[$0]) }
  }

  private func text(_ attribute: FrameEstablishment.Attribute, ofRecord record: Int) -> String {
    guard let column = keys[attribute], !column.codes.isEmpty else { return "" }
    return column.values[Int(column.codes[record])].text
  }
}
