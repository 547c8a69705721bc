import Crypto
import Glibc

/// The bytes of a layout or plan.
struct SettingsFile {
  /// The text.
  var text: String
  /// SHA-256 of the bytes, in hexadecimal.
  var sha256: String

  /// Reads a file of at most ``YAMLNode/byteLimit`` bytes of UTF-8.
  init(contentsOf path: String) throws(SpotCheckError) {
    let bytes = try Self.bytes(of: path, limit: YAMLNode.byteLimit)
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SpotCheckError(.notUTF8, file: path, line: Self.lineOfBadByte(in: bytes))
    }
    self.text = text
    self.sha256 = Self.sha256(of: bytes)
  }

  /// SHA-256 in hexadecimal.
  static func sha256(of bytes: [UInt8]) -> String {
    SHA256.hash(data: bytes).map { byte in
      let digits = String(byte, radix: 16)
      return digits.utf8.count == 1 ? "0" + digits : digits
    }.joined()
  }

  /// A path that stands in a settings file, as it holds from the working folder.
  static func resolve(_ path: String, relativeTo file: String) -> String {
    guard !path.hasPrefix("/"), let slash = file.lastIndex(of: "/") else { return path }
    return String(file[...slash]) + path
  }

  /// The bytes of a file, where they are no more than `limit`.
  static func bytes(of path: String, limit: Int) throws(SpotCheckError) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let code = errno
      throw SpotCheckError(
        code == ENOENT || code == ENOTDIR ? .noSuchFile : .cannotRead(errno: code), file: path)
    }
    defer { close(descriptor) }
    var bytes: [UInt8] = []
    var block = [UInt8](repeating: 0, count: 64 << 10)
    while true {
      let count = unsafe block.withUnsafeMutableBytes { buffer in
        unsafe read(descriptor, buffer.baseAddress, buffer.count)
      }
      if count < 0 && errno == EINTR { continue }
      guard count >= 0 else { throw SpotCheckError(.cannotRead(errno: errno), file: path) }
      guard count > 0 else { return bytes }
      bytes += block[..<count]
      guard bytes.count <= limit else { throw SpotCheckError(.tooLarge(limit: limit), file: path) }
    }
  }

  private static func lineOfBadByte(in bytes: [UInt8]) -> Int {
    var line = 1
    for part in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: part, as: UTF8.self) == nil { return line }
      line += 1
    }
    return line
  }
}
