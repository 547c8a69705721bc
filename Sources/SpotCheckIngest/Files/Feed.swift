import Glibc
import Synchronization

/// Bytes that come from front to back.
///
/// A feed is asked by one worker at a time, under the lock of the ``StreamSource`` it fills.
protocol Feed: AnyObject, Sendable {
  /// Appends the next bytes; false once there are none left.
  func next(into block: inout [UInt8]) throws(IngestError) -> Bool
}

/// The bytes of an open file.
final class DescriptorFeed: Feed {
  private let path: String
  private let descriptor: Int32
  private let blockBytes: Int
  private let isCancelled: @Sendable () -> Bool
  private let taken = Atomic<Int>(0)

  /// Takes over `descriptor`.
  init(path: String, descriptor: Int32, blockBytes: Int, isCancelled: @escaping @Sendable () -> Bool) {
    self.isCancelled = isCancelled
    self.path = path
    self.descriptor = descriptor
    self.blockBytes = blockBytes
  }

  deinit {
    close(descriptor)
  }

  /// Bytes read so far.
  var bytesTaken: Int { taken.load(ordering: .relaxed) }

  func next(into block: inout [UInt8]) throws(IngestError) -> Bool {
    try waitForBytes()
    var failure: Int32?
    let bytes = unsafe [UInt8](unsafeUninitializedCapacity: blockBytes) { buffer, filled in
      repeat {
        let got = unsafe Glibc.read(descriptor, buffer.baseAddress, blockBytes)
        failure = got < 0 ? errno : nil
        filled = max(0, got)
      } while failure == EINTR
    }
    if let failure { throw IngestError(.cannotRead(errno: failure), file: path) }
    if bytes.isEmpty, isCancelled() { throw IngestError(.cancelled) }
    taken.wrappingAdd(bytes.count, ordering: .relaxed)
    block += bytes
    return !bytes.isEmpty
  }

  /// Waits for bytes or the end, and asks now and then whether to stop: an open pipe may never bring either.
  private func waitForBytes() throws(IngestError) {
    var ready: Int32 = 0
    repeat {
      if isCancelled() { throw IngestError(.cancelled) }
      var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      ready = unsafe poll(&wanted, 1, 100)
    } while ready == 0 || (ready < 0 && errno == EINTR)
  }
}

/// The bytes that compressed ones stand for.
final class DecompressingFeed: Feed, @unchecked Sendable {
  private let path: String
  private let upstream: any Feed
  private let decompressor: any Decompressor
  private let compression: Compression
  private var bytesIn = 0
  private var bytesOut = 0

  /// Times the stored size beyond which a file is taken for a bomb.
  private let expansionLimit: Int
  /// The expanded size below which any expansion is allowed.
  private static let freeBytes = 64 << 20

  init(path: String, upstream: any Feed, compression: Compression, expansionLimit: Int) {
    self.expansionLimit = expansionLimit
    self.path = path
    self.upstream = upstream
    self.compression = compression
    self.decompressor = compression == .gzip ? GzipDecompressor() : ZstdDecompressor()
  }

  func next(into block: inout [UInt8]) throws(IngestError) -> Bool {
    let before = block.count
    while block.count == before {
      var input: [UInt8] = []
      guard try upstream.next(into: &input) else {
        guard decompressor.isAtBoundary else { throw damaged }
        return false
      }
      guard decompressor.decompress(input, into: &block) else { throw damaged }
      bytesIn += input.count
    }
    bytesOut += block.count - before
    if bytesOut > Self.freeBytes, bytesOut / expansionLimit > bytesIn {
      throw IngestError(.expandsTooFar, file: path)
    }
    return true
  }

  private var damaged: IngestError {
    IngestError(.damagedCompression(format: compression.rawValue), file: path)
  }
}

/// The UTF-8 of a source in another encoding.
final class TranscodingFeed<Reading: Transcoder>: Feed, @unchecked Sendable {
  private let upstream: any ByteSource
  private var transcoder: Reading
  private var offset = 0
  private var isFinished = false

  init(_ upstream: any ByteSource, by transcoder: Reading) {
    self.upstream = upstream
    self.transcoder = transcoder
  }

  func next(into block: inout [UInt8]) throws(IngestError) -> Bool {
    guard !isFinished else { return false }
    let input = try upstream.read(at: offset, count: 256 << 10)
    offset += input.count
    upstream.release(before: offset)
    if input.isEmpty {
      isFinished = true
      transcoder.finish(into: &block)
    } else {
      transcoder.transcode(input, into: &block)
    }
    return true
  }
}
