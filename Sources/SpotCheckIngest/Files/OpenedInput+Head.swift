extension OpenedInput {
  /// Bytes of the text looked at where most of them are blank rows.
  private static let longestHead = 8 << 20
  /// Lines with text that make a head long enough.
  private static let linesWanted = 64

  /// Bytes of the byte order mark at the front of a text.
  static func markBytes(of source: any ByteSource, encoding: TextEncoding) throws(IngestError) -> Int {
    guard encoding != .gb18030, encoding != .windows1252 else { return 0 }
    return try source.read(at: 0, count: 3) == [0xEF, 0xBB, 0xBF] ? 3 : 0
  }

  /// How many blank rows a text begins with behind its mark, and their bytes.
  ///
  /// They are passed over a block at a time, so they may be any number.
  static func blankRows(
    of source: any ByteSource, from start: Int
  ) throws(IngestError) -> (bytes: Int, rows: Int) {
    var rows = (feeds: 0, returns: 0)
    var end = (feed: start, return: start)
    var offset = start
    while true {
      let block = try source.read(at: offset, count: 64 << 10)
      for (index, byte) in block.enumerated() {
        if byte == 0x0A {
          rows.feeds += 1
          end.feed = offset + index + 1
        } else if byte == 0x0D {
          rows.returns += 1
          end.return = offset + index + 1
        } else if !isBlank(byte) {
          return rows.feeds > 0 ? (end.feed - start, rows.feeds) : (end.return - start, rows.returns)
        }
      }
      offset += block.count
      if block.isEmpty { return (offset - start, max(rows.feeds, rows.returns)) }
      source.release(before: rows.feeds > 0 ? end.feed : end.return)
    }
  }

  /// The bytes from a text's first row with text on: a megabyte, or more where most rows in it are blank.
  static func head(of source: any ByteSource, from start: Int) throws(IngestError) -> [UInt8] {
    var wanted = headBytes
    while true {
      let head = try source.read(at: start, count: wanted)
      if head.count < wanted || wanted >= longestHead || hasLines(head) { return head }
      wanted *= 2
    }
  }

  /// Whether a head has lines enough to tell how it is written.
  static func hasLines(_ head: [UInt8]) -> Bool {
    var lines = 0
    var hasText = false
    for byte in head {
      if byte == 0x0A || byte == 0x0D {
        lines += hasText ? 1 : 0
        hasText = false
        if lines == linesWanted { return true }
      } else if !isBlank(byte) {
        hasText = true
      }
    }
    return false
  }

  /// Whether a byte may stand in a blank row: white space and delimiters.
  static func isBlank(_ byte: UInt8) -> Bool {
    TextFolding.isSpace(byte) || [0x2C, 0x3B, 0x7C].contains(byte)
  }
}
