import Glibc

/// Decodes GB18030 by the C library's converter; one thread at a time may use it.
@safe final class GB18030Decoder: @unchecked Sendable {
  private let converter: iconv_t?

  init() {
    let opened = unsafe iconv_open("UTF-8", "GB18030")
    unsafe converter = unsafe Int(bitPattern: opened) == -1 ? nil : opened
  }

  deinit {
    if let converter = unsafe converter { unsafe iconv_close(converter) }
  }

  /// The text in UTF-8; `nil` where the bytes are no GB18030.
  func decode(_ bytes: some Collection<UInt8>) -> [UInt8]? {
    guard let converter = unsafe converter else { return nil }
    var source = bytes.map { CChar(bitPattern: $0) }
    var isSound = true
    let room = source.count * 3 + 4
    let text = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      unsafe source.withUnsafeMutableBufferPointer { input in
        unsafe buffer.withMemoryRebound(to: CChar.self) { output in
          var from = input.baseAddress
          var to = output.baseAddress
          var fromLeft = input.count
          var toLeft = room
          unsafe iconv(converter, nil, nil, nil, nil)
          let status = unsafe iconv(converter, &from, &fromLeft, &to, &toLeft)
          isSound = status != -1
          filled = room - toLeft
        }
      }
    }
    return isSound ? text : nil
  }
}

/// Measures text in GB18030 by the C library's converter.
@safe final class GB18030Encoder {
  private let converter: iconv_t?

  init() {
    let opened = unsafe iconv_open("GB18030", "UTF-8")
    unsafe converter = unsafe Int(bitPattern: opened) == -1 ? nil : opened
  }

  deinit {
    if let converter = unsafe converter { unsafe iconv_close(converter) }
  }

  /// The bytes that valid UTF-8 has in GB18030.
  func length(of text: ArraySlice<UInt8>) -> Int {
    guard let converter = unsafe converter else { return text.count }
    var source = text.map { CChar(bitPattern: $0) }
    let room = source.count * 2 + 4
    var left = room
    var encoded = [CChar](repeating: 0, count: room)
    unsafe source.withUnsafeMutableBufferPointer { input in
      unsafe encoded.withUnsafeMutableBufferPointer { output in
        var from = input.baseAddress
        var to = output.baseAddress
        var fromLeft = input.count
        unsafe iconv(converter, nil, nil, nil, nil)
        unsafe iconv(converter, &from, &fromLeft, &to, &left)
      }
    }
    return room - left
  }
}
