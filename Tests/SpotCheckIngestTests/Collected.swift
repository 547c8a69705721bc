import Glibc
import SpotCheckIngest
import Synchronization
import Testing

/// Rejects as they were handed on.
final class Collected: Sendable {
  private let rejects = Mutex<[Reject]>([])

  var all: [Reject] { rejects.withLock { $0 } }

  func add(_ reject: Reject) {
    rejects.withLock { $0.append(reject) }
  }
}

/// A text in GB18030, by the C library.
func gb18030(_ text: String) throws -> [UInt8] {
  let converter = unsafe iconv_open("GB18030", "UTF-8")
  defer { unsafe iconv_close(converter) }
  var source = text.utf8.map { CChar(bitPattern: $0) }
  var target = [CChar](repeating: 0, count: source.count * 2 + 4)
  var left = source.count
  let room = target.count
  var free = room
  let status = unsafe source.withUnsafeMutableBufferPointer { input in
    unsafe target.withUnsafeMutableBufferPointer { output in
      var from = input.baseAddress
      var to = output.baseAddress
      return unsafe iconv(converter, &from, &left, &to, &free)
    }
  }
  try #require(status == 0)
  return target.prefix(room - free).map { UInt8(bitPattern: $0) }
}
