/// The establishments that are inspected again whatever is drawn.
public struct FollowUpList: Sendable {
  /// The file.
  public let path: String
  /// SHA-256 of the file's bytes.
  public let sha256: String
  /// The ids with the lines they stand on; an establishment may stand on several.
  let entries: [(id: String, line: Int)]

  /// Reads a list: CSV with the column id; other columns are not used.
  ///
  /// - Throws: `badDraw` where the column is missing or an id is blank; `ingest`.
  public init(
    contentsOf path: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(SpotCheckError) {
    let columns = try DrawColumn.read(path, DrawColumn.followUps, isCancelled: isCancelled)
    let ids = columns.identifiers(of: 0)
    for record in 0..<columns.count where ids[record].isEmpty {
      throw SpotCheckError(.badDraw(.blankIdentifier), file: path, line: Int(columns.lines[record]))
    }
    entries = (0..<columns.count).map { record in
      (String(decoding: ids[record], as: UTF8.self), Int(columns.lines[record]))
    }
    self.path = path
    sha256 = try DrawColumn.sha256(of: path)
  }

  /// The positions of the establishments in a frame, ascending, each once.
  ///
  /// - Throws: `badDraw` for an id that the frame lacks.
  func positions(in frame: EstablishmentFrame) throws(SpotCheckError) -> [Int] {
    var positions: Set<Int> = []
    for entry in entries {
      guard let position = frame.position(of: entry.id) else {
        throw SpotCheckError(.badDraw(.notInFrame), file: path, line: entry.line, text: entry.id)
      }
      positions.insert(position)
    }
    return positions.sorted()
  }
}
