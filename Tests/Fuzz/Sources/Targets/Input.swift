/// Bytes as libFuzzer gives them: settings are taken from the end, so that a seed is a readable text.
struct Input {
  private(set) var bytes: [UInt8]

  /// Creates an input.
  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// A number below `bound`, taken off the end; 0 where nothing is left.
  mutating func number(below bound: Int) -> Int { Int(bytes.popLast() ?? 0) % bound }

  /// One of some values, taken off the end.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[number(below: values.count)] }

  /// What is left as text; invalid bytes become U+FFFD.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// What is left, cut at the first line feed.
  var lines: (first: ArraySlice<UInt8>, rest: ArraySlice<UInt8>) {
    let end = bytes.firstIndex(of: 0x0A) ?? bytes.endIndex
    return (bytes[..<end], bytes[end...].dropFirst())
  }
}
