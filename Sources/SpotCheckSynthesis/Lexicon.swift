/// Texts encoded once, to be copied many times.
struct Lexicon: Sendable {
  /// Where an encoded text lies.
  struct Word {
    fileprivate let range: Range<Int>
  }

  private var bytes: [UInt8] = []
  private let isGB18030: Bool

  init(_ encoding: DumpEncoding) {
    isGB18030 = encoding == .gb18030
  }

  /// Adds a text.
  ///
  /// - Throws: When the text holds a comma, a quote or a line end, or cannot be encoded.
  mutating func add(_ text: String) throws(DumpRecipe.Invalid) -> Word {
    guard !text.utf8.contains(where: { [0x2C, 0x22, 0x0A, 0x0D].contains($0) }) else {
      throw DumpRecipe.Invalid(option: "names", reason: "\(text) holds a comma, a quote or a line end")
    }
    let start = bytes.count
    bytes += isGB18030 ? try gb18030(text) : Array(text.utf8)
    return Word(range: start..<bytes.count)
  }

  /// Adds texts, in their order.
  mutating func add(_ texts: [String]) throws(DumpRecipe.Invalid) -> [Word] {
    var words: [Word] = []
    for text in texts { words.append(try add(text)) }
    return words
  }

  func append(_ word: Word, to target: inout [UInt8]) {
    target.append(contentsOf: bytes[word.range])
  }
}
