/// Settles a text's encoding from its first bytes.
enum EncodingSniffer {
  /// The encoding; `nil` where the bytes fit none.
  ///
  /// A byte order mark decides; else UTF-16 where zero bytes give it away, UTF-8 where the bytes are valid,
  /// and GB18030 where they are that.
  static func encoding(of bytes: [UInt8], isWhole: Bool) -> TextEncoding? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return .utf8 }
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
    if let encoding = utf16WithoutMark(bytes) { return encoding }
    if isMostly(bytes, isWhole: isWhole, valid: { String(validating: $0, as: UTF8.self) != nil }) {
      return .utf8
    }
    // Damaged bytes spoil their own records only. UTF-8 is tried first: hardly any text in GB18030 is valid
    // UTF-8, while much UTF-8 is valid, if senseless, GB18030.
    let lines = bytes.split(separator: 0x0A).filter { $0.contains { $0 >= 0x80 } }.prefix(2000)
    let utf8 = lines.count { String(validating: $0, as: UTF8.self) != nil }
    if utf8 * 2 > lines.count { return .utf8 }
    let decoder = GB18030Decoder()
    let gb18030 = lines.count { decoder.decode($0) != nil }
    if max(utf8, gb18030) == 0 { return nil }
    return gb18030 > utf8 ? .gb18030 : .utf8
  }

  /// Whether bytes are valid, but for a character cut off by the end of what was read.
  private static func isMostly(_ bytes: [UInt8], isWhole: Bool, valid: (ArraySlice<UInt8>) -> Bool) -> Bool {
    if valid(bytes[...]) { return true }
    guard !isWhole, let start = bytes.suffix(4).lastIndex(where: { $0 & 0xC0 != 0x80 }) else { return false }
    return valid(bytes[..<start])
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
