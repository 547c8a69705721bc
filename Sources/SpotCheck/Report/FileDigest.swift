import Crypto
import FoundationEssentials
import Glibc

/// Digests of whole files.
public enum FileDigest {
  /// SHA-256 of each file's bytes, in hexadecimal, by path; standard input (`-`) has none.
  ///
  /// - Throws: `cannotRead`.
  /// - Complexity: O(bytes); memory does not grow with them.
  public static func sha256(of paths: [String]) throws(SpotCheckError) -> [String: String] {
    var digests: [String: String] = [:]
    for path in paths where path != "-" { digests[path] = try sha256(of: path) }
    return digests
  }

  private static func sha256(of path: String) throws(SpotCheckError) -> String {
    let file = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { throw SpotCheckError(.cannotRead(errno: errno), file: path) }
    defer { close(file) }
    var hasher = SHA256()
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe read(file, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SpotCheckError(.cannotRead(errno: errno), file: path) }
      if count == 0 { break }
      hasher.update(data: block[..<count])
    }
    let digits = Array("0123456789abcdef")
    return String(hasher.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
