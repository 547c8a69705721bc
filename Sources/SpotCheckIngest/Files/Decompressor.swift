import CSpotCheckZlib
import CSpotCheckZstd

/// Turns compressed blocks into plain ones, over any number of gzip members or zstd frames.
protocol Decompressor: AnyObject {
  /// Appends what `input` decompresses to; `false` where the data is damaged.
  func decompress(_ input: [UInt8], into output: inout [UInt8]) -> Bool

  /// Whether the data seen so far ends where a member or frame does.
  var isAtBoundary: Bool { get }
}

/// Reads gzip by zlib.
@safe final class GzipDecompressor: Decompressor {
  private var stream = unsafe z_stream()
  private(set) var isAtBoundary = true
  private var isReady: Bool

  init() {
    isReady = unsafe spotcheck_inflate_init_gzip(&stream) == Z_OK
  }

  deinit {
    unsafe inflateEnd(&stream)
  }

  func decompress(_ input: [UInt8], into output: inout [UInt8]) -> Bool {
    guard isReady else { return false }
    var input = input
    let inputCount = input.count
    return unsafe input.withUnsafeMutableBufferPointer { source in
      unsafe stream.next_in = source.baseAddress
      unsafe stream.avail_in = UInt32(inputCount)
      var isSound = true
      while isSound, unsafe stream.avail_in > 0 || !isAtBoundary {
        let room = 256 << 10
        var status = Z_OK
        let block = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
          unsafe stream.next_out = buffer.baseAddress
          unsafe stream.avail_out = UInt32(room)
          status = unsafe inflate(&stream, Z_NO_FLUSH)
          filled = unsafe room - Int(stream.avail_out)
        }
        output.takeUp(block)
        switch status {
        case Z_STREAM_END:
          isAtBoundary = true
          isSound = unsafe inflateReset(&stream) == Z_OK
        case Z_OK:
          isAtBoundary = false
          if unsafe stream.avail_in == 0, block.count < room { return true }
        case Z_BUF_ERROR:
          return unsafe stream.avail_in == 0
        default:
          isSound = false
        }
      }
      return isSound
    }
  }
}

/// Reads zstd by libzstd.
@safe final class ZstdDecompressor: Decompressor {
  private let stream: OpaquePointer?
  private(set) var isAtBoundary = true

  init() {
    unsafe stream = ZSTD_createDStream()
  }

  deinit {
    unsafe ZSTD_freeDStream(stream)
  }

  func decompress(_ input: [UInt8], into output: inout [UInt8]) -> Bool {
    guard unsafe stream != nil else { return false }
    return unsafe input.withUnsafeBytes { source in
      var pending = unsafe ZSTD_inBuffer(src: source.baseAddress, size: source.count, pos: 0)
      let room = ZSTD_DStreamOutSize()
      var isFull = true
      while unsafe pending.pos < pending.size || isFull {
        var isSound = true
        let block = unsafe [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
          var target = unsafe ZSTD_outBuffer(dst: buffer.baseAddress, size: room, pos: 0)
          let hint = unsafe ZSTD_decompressStream(stream, &target, &pending)
          isSound = ZSTD_isError(hint) == 0
          isAtBoundary = hint == 0
          filled = unsafe target.pos
        }
        guard isSound else { return false }
        output.takeUp(block)
        isFull = block.count == room
      }
      return true
    }
  }
}

extension [UInt8] {
  /// Appends a block; becomes it where it is empty, without a copy.
  fileprivate mutating func takeUp(_ block: [UInt8]) {
    if isEmpty { self = block } else { self += block }
  }
}
