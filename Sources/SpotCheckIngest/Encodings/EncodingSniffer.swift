/// Settles a text's encoding from its first bytes.
enum EncodingSniffer {
  /// The encoding and why; `nil` where zero bytes say that this is no text.
  ///
  /// A byte order mark decides; else UTF-16 where zero bytes give it away, UTF-8 where most lines or
  /// characters beyond ASCII are valid, GB18030 where they are that, and Windows-1252, in which anything is valid, as a last resort.
  static func encoding(
    of bytes: [UInt8], isWhole: Bool
  ) -> (encoding: TextEncoding, reason: FormatChoice.Reason)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, .byteOrderMark) }
    if bytes.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, .byteOrderMark) }
    if bytes.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, .byteOrderMark) }
    if let encoding = utf16WithoutMark(bytes) { return (encoding, .zeroBytes) }
    if bytes.allSatisfy({ $0 < 0x80 }) { return (.utf8, .onlyASCII) }
    // Damaged bytes spoil their own records only. UTF-8 is tried first: hardly any text in GB18030 is valid
    // UTF-8, while much UTF-8 is valid, if senseless, GB18030.
    let lines = linesBeyondASCII(of: bytes, isWhole: isWhole)
    let utf8 = validLines(of: lines, in: bytes)
    if utf8 * 2 > lines.count || lines.isEmpty || isMostlyUTF8(lines) {
      return (.utf8, .validLines(utf8, of: lines.count))
    }
    let decoder = GB18030Decoder()
    let gb18030 = lines.count { decoder.decode($0) != nil }
    let runs = runsBeyondASCII(in: lines)
    if gb18030 * 2 > lines.count, runs.lone * 2 <= runs.all {
      return (.gb18030, .validLines(gb18030, of: lines.count))
    }
    return bytes.contains(0) ? nil : (.windows1252, .loneBytes(runs.lone, of: runs.all))
  }

  /// How many lines are valid UTF-8; most often all of them, which one look tells.
  private static func validLines(of lines: [ArraySlice<UInt8>], in bytes: [UInt8]) -> Int {
    guard let first = lines.first, let last = lines.last else { return 0 }
    let all = bytes[first.startIndex..<last.endIndex]
    if String(validating: all, as: UTF8.self) != nil { return lines.count }
    return lines.count { String(validating: $0, as: UTF8.self) != nil }
  }

  /// At most 500 lines that are not all ASCII; without the last where it may be cut off.
  private static func linesBeyondASCII(of bytes: [UInt8], isWhole: Bool) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    while start < bytes.count, lines.count < 500 {
      let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D }
      if end == nil, !isWhole, start > 0 { break }
      let line = bytes[start..<(end ?? bytes.count)]
      if line.contains(where: { $0 >= 0x80 }) { lines.append(line) }
      start = (end ?? bytes.count) + 1
    }
    return lines
  }

  /// Whether more characters beyond ASCII are valid than bytes are not.
  private static func isMostlyUTF8(_ lines: [ArraySlice<UInt8>]) -> Bool {
    var valid = 0
    var damaged = 0
    for line in lines {
      for scalar in String(decoding: line, as: UTF8.self).unicodeScalars where !scalar.isASCII {
        if scalar == "\u{FFFD}" { damaged += 1 } else { valid += 1 }
      }
    }
    return valid > damaged
  }

  /// How many runs of bytes beyond ASCII there are, and how many are one byte long.
  ///
  /// Chinese text in GB18030 comes in pairs; in a single-byte encoding an accented letter stands among ASCII.
  private static func runsBeyondASCII(in lines: [ArraySlice<UInt8>]) -> (lone: Int, all: Int) {
    var runs = (lone: 0, all: 0)
    for line in lines {
      for run in line.split(whereSeparator: { $0 < 0x80 }) {
        runs.all += 1
        runs.lone += run.count == 1 ? 1 : 0
      }
    }
    return runs
  }

  /// Text in UTF-16 has a zero in every second byte of its ASCII characters.
  private static func utf16WithoutMark(_ bytes: [UInt8]) -> TextEncoding? {
    let sample = bytes.prefix(4096)
    guard sample.count >= 4 else { return nil }
    var zeros = (even: 0, odd: 0)
    for (index, byte) in sample.enumerated() where byte == 0 {
      if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let many = sample.count / 10
    if zeros.odd > many, zeros.even * 10 < zeros.odd { return .utf16LittleEndian }
    if zeros.even > many, zeros.odd * 10 < zeros.even { return .utf16BigEndian }
    return nil
  }
}
