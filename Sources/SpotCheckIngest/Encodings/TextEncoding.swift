/// The text encodings a dump may have.
public enum TextEncoding: String, Sendable, CaseIterable {
  /// UTF-8, with or without a byte order mark.
  case utf8 = "utf-8"
  /// GB18030, which contains GBK and GB2312.
  case gb18030
  /// UTF-16, least significant byte first.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, most significant byte first.
  case utf16BigEndian = "utf-16be"
  /// Windows-1252, the Western European encoding of single bytes.
  case windows1252 = "windows-1252"

  /// Whether it is one of the two forms of UTF-16, which are read as UTF-8.
  var isUTF16: Bool { self == .utf16LittleEndian || self == .utf16BigEndian }
}
