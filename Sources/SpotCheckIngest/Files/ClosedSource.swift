/// What is left of an input that has been read: how many bytes it took.
final class ClosedSource: ByteSource {
  let bytesTaken: Int

  init(bytesTaken: Int) {
    self.bytesTaken = bytesTaken
  }

  func read(
    at offset: Int, count: Int, into buffer: UnsafeMutablePointer<UInt8>
  ) throws(IngestError) -> Int { 0 }

  func release(before offset: Int) {}

  func checkEnd() throws(IngestError) {}
}
