/// How a dump's text is encoded.
public enum DumpEncoding: String, Sendable, Hashable, CaseIterable {
  /// UTF-8.
  case utf8 = "utf-8"
  /// UTF-8 after a byte order mark.
  case utf8WithBOM = "utf-8-bom"
  /// GB18030.
  case gb18030
  /// UTF-16, little end first, after a byte order mark.
  case utf16LittleEndian = "utf-16le"
  /// UTF-16, big end first, after a byte order mark.
  case utf16BigEndian = "utf-16be"
}
