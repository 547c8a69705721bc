/// Turns GB18030 into UTF-8, a block at a time.
///
/// A byte that is part of no character becomes 0xFF, which no valid UTF-8 has: a field that holds one is
/// rejected as `bad-encoding`, and every stored byte can be counted back.
struct GB18030Transcoder: Transcoder {
  private let decoder = GB18030Decoder()
  private var rest: [UInt8] = []

  mutating func transcode(_ input: [UInt8], into output: inout [UInt8]) {
    let bytes = rest + input
    let end = Self.endOfWholeCharacters(in: bytes)
    append(bytes[..<end], to: &output)
    rest = Array(bytes[end...])
  }

  mutating func finish(into output: inout [UInt8]) {
    append(rest[...], to: &output)
    rest = []
  }

  private func append(_ bytes: ArraySlice<UInt8>, to output: inout [UInt8]) {
    if let text = decoder.decode(bytes) {
      output += text
      return
    }
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let character = bytes[index..<min(index + Self.length(in: bytes, at: index), bytes.endIndex)]
      if let text = decoder.decode(character) {
        output += text
        index = character.endIndex
      } else {
        output.append(0xFF)
        index += 1
      }
    }
  }

  /// The bytes of the character that begins at `index`, as its first two bytes tell.
  private static func length(in bytes: ArraySlice<UInt8>, at index: Int) -> Int {
    guard bytes[index] >= 0x81, bytes[index] != 0xFF else { return 1 }
    guard index + 1 < bytes.endIndex else { return 2 }
    switch bytes[index + 1] {
    case 0x30...0x39: return 4
    case 0x40...0x7E, 0x80...0xFE: return 2
    default: return 1
    }
  }

  private static func endOfWholeCharacters(in bytes: [UInt8]) -> Int {
    var index = 0
    while index < bytes.count {
      let length = length(in: bytes[...], at: index)
      if index + length > bytes.count { break }
      index += length
    }
    return index
  }

  /// Bytes of GB18030 that `text`, made by a transcoder, stood for.
  static func sourceBytes(of text: [UInt8]) -> Int {
    let encoder = GB18030Encoder()
    return text.split(separator: 0xFF, omittingEmptySubsequences: false)
      .reduce(text.count { $0 == 0xFF }) { $0 + encoder.length(of: $1) }
  }
}
