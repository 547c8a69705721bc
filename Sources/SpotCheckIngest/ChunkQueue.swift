import Foundation

/// The files of a run and their chunks, as workers take them.
///
/// A worker keeps to its file, then opens the next, then helps with one that others read: several files are opened,
/// decompressed and read at once, and a large one by all. *One by one*, the next file waits until the one before
/// has been read. Files are entered in their order either way, so the first failure is the one that a sequential
/// reading would meet.
final class ChunkQueue: @unchecked Sendable {
  /// A file that is being read.
  private struct Reading {
    let file: FileContext
    /// The first chunk that nobody has taken.
    var next = 0
    /// Chunks taken and not finished.
    var unfinished = 0
    /// Whether there are no chunks left to be taken.
    var isEnded = false
  }

  private enum Step {
    case read(FileContext, chunk: Int)
    case open(Int)
    case stop
  }

  private let fileCount: Int
  private let isOneByOne: Bool
  private let condition = NSCondition()
  private var reading: [Reading] = []
  /// The first file that nobody has begun to open.
  private var next = 0
  private var entered: [FileContext] = []
  private var isAborted = false

  init(fileCount: Int, isOneByOne: Bool) {
    self.fileCount = fileCount
    self.isOneByOne = isOneByOne
  }

  /// The files entered so far, in their order.
  var contexts: [FileContext] { locked { entered } }

  /// The next chunk for a worker that has read in `file`; `nil` when none is left or the run was aborted.
  ///
  /// - Parameters:
  ///   - file: The file the worker keeps to.
  ///   - chunkBytes: The size of chunks.
  ///   - open: Opens a file by its position, while other workers read and open others.
  ///   - admit: Looks at a file before it is entered; called in the order of files.
  /// - Returns: The file and the chunk's number.
  /// - Throws: What `open`, `admit` and the file's source throw.
  func take(
    after file: FileContext?, chunkBytes: Int, open: (Int) throws(IngestError) -> FileContext,
    admit: (FileContext) throws(IngestError) -> Void
  ) throws(IngestError) -> (FileContext, Int)? {
    var own = file
    while true {
      switch step(after: own) {
      case .read(let file, let chunk):
        if try file.hasText(at: chunk * chunkBytes) { return (file, chunk) }
        try finish(file, isEnd: true)
      case .open(let index):
        let opened = Result { () throws(IngestError) in try open(index) }
        guard waitForTurn(of: index) else { return nil }
        let file = try opened.get()
        try admit(file)
        enter(file)
        own = file
      case .stop:
        return nil
      }
    }
  }

  /// Says that a chunk that was taken has been read, or, at the end, that there is none.
  func finish(_ file: FileContext, isEnd: Bool = false) throws(IngestError) {
    let isRead = locked {
      guard let index = reading.firstIndex(where: { $0.file === file }) else { return false }
      reading[index].unfinished -= 1
      if isEnd { reading[index].isEnded = true }
      guard reading[index].isEnded, reading[index].unfinished == 0 else { return false }
      reading.remove(at: index)
      condition.broadcast()
      return true
    }
    if isRead { try file.close() }
  }

  /// Ends the run: nothing more is handed out.
  func abort() {
    locked {
      isAborted = true
      condition.broadcast()
    }
  }

  private func step(after file: FileContext?) -> Step {
    locked {
      while !isAborted {
        let own = reading.firstIndex { $0.file === file && !$0.isEnded }
        if own == nil, next < fileCount, !isOneByOne || (reading.isEmpty && next == entered.count) {
          next += 1
          return .open(next - 1)
        }
        if let index = own ?? reading.firstIndex(where: { !$0.isEnded }) {
          reading[index].next += 1
          reading[index].unfinished += 1
          return .read(reading[index].file, chunk: reading[index].next - 1)
        }
        let mayComeMore = entered.count < next || (next < fileCount && !reading.isEmpty)
        guard mayComeMore else { return .stop }
        condition.wait()
      }
      return .stop
    }
  }

  private func waitForTurn(of index: Int) -> Bool {
    locked {
      while entered.count < index, !isAborted { condition.wait() }
      return !isAborted
    }
  }

  private func enter(_ file: FileContext) {
    locked {
      entered.append(file)
      reading.append(Reading(file: file))
      condition.broadcast()
    }
  }

  private func locked<Value>(_ body: () -> Value) -> Value {
    condition.lock()
    defer { condition.unlock() }
    return body()
  }
}
