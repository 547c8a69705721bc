import Dispatch

extension Array where Element: Sendable {
  /// One element for each number below `count`, computed on all processors, in order.
  ///
  /// An element depends on its number alone, so that how they are shared out changes nothing.
  package init(concurrently count: Int, _ element: @Sendable (Int) -> Element) {
    self = unsafe Array(unsafeUninitializedCapacity: count) { buffer, written in
      nonisolated(unsafe) let places = unsafe buffer
      DispatchQueue.concurrentPerform(iterations: count) { number in
        unsafe places.initializeElement(at: number, to: element(number))
      }
      written = count
    }
  }
}
