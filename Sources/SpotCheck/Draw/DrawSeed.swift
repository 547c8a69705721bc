import Crypto
import SpotCheckStatistics

/// The text that a draw's random numbers come from: a public number, or any other text.
///
/// A stream's state is SHA-256 of netstrings (`5:seed!,`, by UTF-8 bytes) of the scheme's name, the stream's
/// purpose, the seed, and what else tells streams apart, cut into four big-endian words. So every stratum has a
/// stream of its own, and none can be foreseen before the seed is known.
struct DrawSeed {
  /// The scheme of streams and algorithms; another one is another draw.
  static let scheme = "spotcheck.draw/1"
  /// The name by which records know how streams begin.
  static let name = "SHA-256 of netstrings: scheme, purpose, seed, stratum"

  let text: String

  /// The generator of a stream.
  func generator(for purpose: String, _ details: [String] = []) -> RandomGenerator {
    var hasher = SHA256()
    for text in [Self.scheme, purpose, text] + details {
      hasher.update(data: Array("\(text.utf8.count):\(text),".utf8))
    }
    let bytes = Array(hasher.finalize())
    let words = stride(from: 0, to: 32, by: 8).map { start in
      bytes[start..<(start + 8)].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    }
    return RandomGenerator(state: words[0], words[1], words[2], words[3])
  }
}
