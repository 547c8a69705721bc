/// Appends UTF-8 as UTF-16; a byte that no UTF-8 text has becomes a lone surrogate, as wrong as it was.
func appendUTF16(_ utf8: [UInt8], bigEndian: Bool, to target: inout [UInt8]) {
  func append(_ unit: UInt16) {
    let high = UInt8(truncatingIfNeeded: unit >> 8)
    let low = UInt8(truncatingIfNeeded: unit)
    target.append(bigEndian ? high : low)
    target.append(bigEndian ? low : high)
  }
  var decoder = UTF8()
  var iterator = utf8.makeIterator()
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): scalar.utf16.forEach(append)
    case .error: append(0xD800)
    case .emptyInput: return
    }
  }
}
