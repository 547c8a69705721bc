import Glibc

/// An open file, by the number the system knows it by.
struct FileDescriptor {
  /// The system's number.
  let number: Int32

  init(_ number: Int32) {
    self.number = number
  }

  /// The system's word for a failed call.
  struct Failure: Error {
    /// The error number.
    var errno: Int32
  }

  /// Writes all bytes, however many calls that takes.
  func write(_ bytes: [UInt8]) throws(Failure) {
    var written = 0
    while written < bytes.count {
      let count = unsafe bytes.withUnsafeBytes { buffer in
        unsafe Glibc.write(number, buffer.baseAddress.map { unsafe $0 + written }, buffer.count - written)
      }
      if count >= 0 {
        written += count
      } else if errno != EINTR {
        throw Failure(errno: errno)
      }
    }
  }

  /// Closes the file.
  func close() throws(Failure) {
    guard Glibc.close(number) == 0 || errno == EINTR else { throw Failure(errno: errno) }
  }

  /// Writes bytes behind those of a file, new where there is none.
  static func append(_ bytes: [UInt8], to path: String) throws(Failure) {
    let number = unsafe open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw Failure(errno: errno) }
    let descriptor = FileDescriptor(number)
    do throws(Failure) {
      try descriptor.write(bytes)
    } catch {
      try? descriptor.close()
      throw error
    }
    try descriptor.close()
  }
}
