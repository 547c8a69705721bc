import Synchronization

/// The account of one file: chunks come in any order and are entered in theirs.
final class FileLedger: Sendable {
  private struct State {
    var next = 0
    var waiting: [Int: ChunkOutcome] = [:]
    var total = ChunkOutcome()
    var firstRejects: [Reject] = []
    var kept = [Int](repeating: 0, count: RejectReason.allCases.count)
  }

  /// Rejects of one reason a file keeps for its reader.
  static let rejectsKept = 5

  private let path: String
  private let linesBefore: Int
  private let bytesBefore: Int
  private let raw: RawRejectForm
  private let keepsAllRejects: Bool
  private let state = Mutex(State())

  /// Creates an empty account of a file with so many lines and stored bytes before its first record.
  init(path: String, linesBefore: Int, bytesBefore: Int, raw: RawRejectForm, keepsAllRejects: Bool) {
    self.path = path
    self.linesBefore = linesBefore
    self.bytesBefore = bytesBefore
    self.raw = raw
    self.keepsAllRejects = keepsAllRejects
  }

  /// Enters a chunk, and every waiting one that follows it.
  ///
  /// `onReject` is called for each rejected record, ascending by offset; with the whole record where that is
  /// kept.
  ///
  /// - Throws: What `onReject` throws.
  func enter(
    _ index: Int, _ outcome: ChunkOutcome, onReject: (Reject, RawReject?) throws(RejectSinkError) -> Void
  ) throws(RejectSinkError) {
    let failure: RejectSinkError? = state.withLock { state in
      state.waiting[index] = outcome
      while let ready = state.waiting.removeValue(forKey: state.next) {
        for pending in ready.rejects {
          let reject = reject(pending, behind: state.total)
          if state.kept[pending.reason.position] < Self.rejectsKept {
            state.kept[pending.reason.position] += 1
            var short = reject
            short.raw = Array(short.raw.prefix(200))
            state.firstRejects.append(short)
          }
          guard keepsAllRejects else { continue }
          do throws(RejectSinkError) {
            try onReject(reject, rawReject(pending))
          } catch {
            return error
          }
        }
        state.total.add(ready)
        state.next += 1
      }
      return nil
    }
    if let failure { throw failure }
  }

  /// The account so far, and the first rejects of each reason.
  var summary: (total: ChunkOutcome, firstRejects: [Reject]) {
    state.withLock { ($0.total, $0.firstRejects) }
  }

  private func reject(_ pending: ChunkOutcome.PendingReject, behind total: ChunkOutcome) -> Reject {
    Reject(
      file: path, recordNumber: total.records + pending.recordsBefore + 1,
      lineNumber: linesBefore + total.mark.lines + pending.linesBefore + 1,
      byteOffset: bytesBefore + total.mark.sourceBytes + pending.bytesBefore, reason: pending.reason,
      column: pending.column, value: pending.value, raw: Array(pending.bytes.prefix(pending.shown)),
      rawEncoding: raw.encoding)
  }

  private func rawReject(_ pending: ChunkOutcome.PendingReject) -> RawReject? {
    pending.isWhole ? raw.reject(pending.bytes, isStray: pending.reason == .unterminatedQuote) : nil
  }
}

extension ChunkOutcome {
  /// Adds the counts of the chunk that follows.
  fileprivate mutating func add(_ next: ChunkOutcome) {
    accepted += next.accepted
    ignored += next.ignored
    blank += next.blank
    for position in rejected.indices { rejected[position] += next.rejected[position] }
    mark.lines += next.mark.lines
    mark.sourceBytes += next.mark.sourceBytes
    latestDay = max(latestDay, next.latestDay)
    unwrappedIdentifiers += next.unwrappedIdentifiers
  }
}
