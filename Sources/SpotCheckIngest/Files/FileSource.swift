import Glibc
import Synchronization

/// An uncompressed regular file, read at any offset.
///
/// The file is read, not mapped: one that shrinks meanwhile is an error rather than a signal, and memory
/// stays what the workers' buffers take.
final class FileSource: ByteSource {
  let path: String
  let size: Int
  private let descriptor: Int32
  private let taken = Atomic<Int>(0)

  /// Takes over `descriptor`, open on a regular file of `size` bytes.
  init(path: String, descriptor: Int32, size: Int) {
    self.path = path
    self.descriptor = descriptor
    self.size = size
  }

  deinit {
    close(descriptor)
  }

  var bytesTaken: Int { taken.load(ordering: .relaxed) }

  func read(
    at offset: Int, count: Int, into buffer: UnsafeMutablePointer<UInt8>
  ) throws(IngestError) -> Int {
    let wanted = max(0, min(count, size - offset))
    var filled = 0
    while filled < wanted {
      let got = unsafe pread(descriptor, buffer + filled, wanted - filled, offset + filled)
      if got < 0 {
        if errno == EINTR { continue }
        throw IngestError(.cannotRead(errno: errno), file: path)
      }
      guard got > 0 else { throw IngestError(.changedWhileReading, file: path) }
      filled += got
    }
    taken.wrappingAdd(filled, ordering: .relaxed)
    return filled
  }

  func release(before offset: Int) {}

  func checkEnd() throws(IngestError) {
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw IngestError(.cannotRead(errno: errno), file: path)
    }
    guard Int(status.st_size) == size else { throw IngestError(.changedWhileReading, file: path) }
  }
}
