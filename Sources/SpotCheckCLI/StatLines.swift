import Glibc
import SpotCheck

/// The lines of standard input, as many at a time as one read brings.
struct StatLines {
  /// The most bytes of a line.
  static let limit = 1 << 20

  /// A line that is not blank.
  struct Line {
    /// Its number, from 1, blank lines counted.
    let number: Int
    /// Its bytes without the line end; `nil` where they were too many.
    let text: [UInt8]?
  }

  private var rest: [UInt8] = []
  private var isTooLong = false
  private var number = 0
  private var isAtEnd = false

  /// The lines that the next read completes; `nil` behind the last.
  ///
  /// - Throws: Where the system cannot read.
  mutating func next() throws(SpotCheckError) -> [Line]? {
    if isAtEnd { return nil }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = unsafe read(STDIN_FILENO, &buffer, buffer.count)
    guard count >= 0 || errno == EINTR else { throw SpotCheckError(.cannotRead(errno: errno)) }
    guard count >= 0 else { return [] }
    var lines: [Line] = []
    for byte in buffer[..<count] {
      if byte == UInt8(ascii: "\n") {
        complete(&lines)
      } else if rest.count < Self.limit {
        rest.append(byte)
      } else {
        isTooLong = true
      }
    }
    if count == 0 {
      isAtEnd = true
      complete(&lines)
    }
    return lines
  }

  private mutating func complete(_ lines: inout [Line]) {
    number += 1
    let isBlank = rest.allSatisfy {
      $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r")
    }
    if !isBlank { lines.append(Line(number: number, text: isTooLong ? nil : rest)) }
    rest.removeAll(keepingCapacity: true)
    isTooLong = false
  }
}
