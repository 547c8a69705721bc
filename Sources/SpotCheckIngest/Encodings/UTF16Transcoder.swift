/// Turns UTF-16 into UTF-8, a block at a time.
///
/// A surrogate without its partner becomes the three bytes its code point would have, which no valid UTF-8
/// has: a field that holds one is rejected as `bad-encoding`, and every UTF-16 unit can be counted back.
struct UTF16Transcoder: Transcoder {
  private let isBigEndian: Bool
  private var oddByte: UInt8?
  private var highSurrogate: UInt32?

  init(isBigEndian: Bool) {
    self.isBigEndian = isBigEndian
  }

  /// Appends the UTF-8 of `input`, which need not end at a unit.
  mutating func transcode(_ input: [UInt8], into output: inout [UInt8]) {
    output.reserveCapacity(output.count + input.count * 3 / 2)
    for byte in input {
      guard let first = oddByte else {
        oddByte = byte
        continue
      }
      oddByte = nil
      let unit = isBigEndian ? UInt32(first) << 8 | UInt32(byte) : UInt32(byte) << 8 | UInt32(first)
      append(unit, to: &output)
    }
  }

  /// Appends what is left: a surrogate without partner, or half a unit.
  mutating func finish(into output: inout [UInt8]) {
    if let high = highSurrogate { Self.encode(high, into: &output) }
    highSurrogate = nil
    if oddByte != nil { output.append(0xFF) }
    oddByte = nil
  }

  private mutating func append(_ unit: UInt32, to output: inout [UInt8]) {
    if let high = highSurrogate {
      highSurrogate = nil
      if (0xDC00..<0xE000).contains(unit) {
        Self.encode(0x10000 + (high - 0xD800) << 10 + (unit - 0xDC00), into: &output)
        return
      }
      Self.encode(high, into: &output)
    }
    if (0xD800..<0xDC00).contains(unit) {
      highSurrogate = unit
    } else {
      Self.encode(unit, into: &output)
    }
  }

  private static func encode(_ point: UInt32, into output: inout [UInt8]) {
    func tail(_ shift: UInt32) -> UInt8 { UInt8(0x80 | (point >> shift & 0x3F)) }
    switch point {
    case ..<0x80: output.append(UInt8(point))
    case ..<0x800: output += [UInt8(0xC0 | point >> 6), tail(0)]
    case ..<0x10000: output += [UInt8(0xE0 | point >> 12), tail(6), tail(0)]
    default: output += [UInt8(0xF0 | point >> 18), tail(12), tail(6), tail(0)]
    }
  }

  /// The UTF-16 that `text`, made by a transcoder, stood for; U+FFFD for half a unit at its end.
  static func source(of text: [UInt8], isBigEndian: Bool) -> [UInt8] {
    var source: [UInt8] = []
    source.reserveCapacity(text.count * 2)
    func append(_ unit: UInt32) {
      let (high, low) = (UInt8(truncatingIfNeeded: unit >> 8), UInt8(truncatingIfNeeded: unit))
      source += isBigEndian ? [high, low] : [low, high]
    }
    var index = 0
    while index < text.count {
      let lead = text[index]
      let length = lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
      guard index + length <= text.count, lead < 0xF8 else {
        append(0xFFFD)
        index += 1
        continue
      }
      let bits = UInt32(lead) & (length == 1 ? 0x7F : 0x7F >> UInt32(length))
      let point = text[(index + 1)..<(index + length)].reduce(bits) { $0 << 6 | UInt32($1 & 0x3F) }
      if point < 0x10000 {
        append(point)
      } else {
        append(0xD800 + (point - 0x10000) >> 10)
        append(0xDC00 + point & 0x3FF)
      }
      index += length
    }
    return source
  }

  /// Bytes of UTF-16 that `text`, made by a transcoder, stood for.
  static func sourceBytes(of text: some Sequence<UInt8>) -> Int {
    text.reduce(0) { count, byte in
      switch byte {
      case 0x80..<0xC0: count
      case 0xF0..<0xF8: count + 4
      case 0xFF: count + 1
      default: count + 2
      }
    }
  }
}
