/// The columns of one file, settled by its header.
struct HeaderMatch: Sendable {
  /// Fields of a whole record.
  var fieldCount: Int
  /// For each slot of the reading plan the position of its column from 0; `-1` where the file lacks an
  /// optional one.
  var positions: [Int]
  /// The header's texts, width-folded and trimmed; empty where there is no header.
  var header: [String]
  /// The header's own bytes.
  var rawHeader: [UInt8]
  /// Where the first record behind the header begins, in the text behind the byte order mark.
  var dataStart: Int
  /// The line the header begins on, from 1.
  var headerLine: Int

  /// The name people know the column of a slot by.
  func columnName(at position: Int) -> String {
    header.indices.contains(position) ? header[position] : "#\(position + 1)"
  }
}
