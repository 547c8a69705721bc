import Dispatch
import Synchronization

/// The units of all workers, settled at the end on all cores.
struct UnitSettlement {
  /// What workers counted as they read, and what their units then counted in the same cells.
  private(set) var parts: [RecordCounter.Finished]
  /// What the units' records came to; `nil` where records are no units.
  private(set) var outcome: UnitTable.Outcome?

  /// Units a share should have for each cell, so that counts of its own are worth their memory.
  private static let unitsPerCell = 8

  /// Settles `units`; each of at most `threads` shares counts in empty twins of the workers' tables.
  ///
  /// - Complexity: O(u + s × c) for u units, s shares and c cells over all workers.
  init(
    of units: UnitTable?, _ parts: [RecordCounter.Finished], files: Int, items: Int, threads: Int
  ) {
    self.parts = parts
    guard let units else { return }
    let cells = parts.reduce(1) { $0 + $1.cells.count }
    let worthwhile = max(1, units.entryCount / (cells * Self.unitsPerCell))
    let shares = min(worthwhile, max(1, threads), UnitTable.shardCount)
    let settled = Mutex<[(twins: [RecordCounter.Finished], outcome: UnitTable.Outcome)]>([])
    DispatchQueue.concurrentPerform(iterations: shares) { share in
      var twins = parts.map { $0.withoutCounts() }
      let outcome = units.settle(share, of: shares, files: files, items: items) {
        twins[$0.worker].count($0, isConforming: $1, sample: $2)
      }
      settled.withLock { $0.append((twins, outcome)) }
    }
    var total = UnitTable.Outcome(files: files, items: items)
    for share in settled.withLock({ $0 }) {
      self.parts += share.twins
      total.add(share.outcome)
    }
    outcome = total
  }
}
