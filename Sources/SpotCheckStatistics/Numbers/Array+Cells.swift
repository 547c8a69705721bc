import Dispatch

extension Array where Element: Sendable {
  /// One element for each cell, computed on all processors where cells are many.
  ///
  /// An element depends on its cell alone, so that how cells are shared out, `share` at a time, changes nothing.
  init(cells count: Int, share: Int = 1 << 13, _ element: @Sendable (Int) -> Element) {
    guard count > share else {
      self = (0..<count).map(element)
      return
    }
    self = unsafe Array(unsafeUninitializedCapacity: count) { buffer, written in
      nonisolated(unsafe) let places = unsafe buffer
      DispatchQueue.concurrentPerform(iterations: (count + share - 1) / share) { part in
        for cell in part * share..<Swift.min(count, (part + 1) * share) {
          unsafe places.initializeElement(at: cell, to: element(cell))
        }
      }
      written = count
    }
  }

  /// The same for elements that are best computed a share at a time: `elements` gives those of a range of cells.
  init(cells count: Int, share: Int, elements: @Sendable (Range<Int>) -> [Element]) {
    self = unsafe Array(unsafeUninitializedCapacity: count) { buffer, written in
      nonisolated(unsafe) let places = unsafe buffer
      DispatchQueue.concurrentPerform(iterations: (count + share - 1) / share) { part in
        let range = part * share..<Swift.min(count, (part + 1) * share)
        let own = elements(range)
        precondition(own.count == range.count, "not one element for each cell")
        _ = unsafe places.extracting(range).initialize(fromContentsOf: own)
      }
      written = count
    }
  }
}
