import Glibc
import Synchronization

/// Whether the person at the terminal asked to stop.
enum Interrupt {
  private static let isRequestedFlag = Atomic<Bool>(false)

  /// Whether Ctrl-C was pressed, or the process told to end.
  static var isRequested: Bool { isRequestedFlag.load(ordering: .relaxed) }

  /// Turns the first signal to end into a request, so that nothing half-written stays.
  ///
  /// A second one ends the process at once. A closed pipe becomes an error of the write.
  static func install() {
    _ = isRequested
    for number in [SIGINT, SIGTERM, SIGHUP] {
      signal(number) { number in
        Interrupt.isRequestedFlag.store(true, ordering: .relaxed)
        signal(number, SIG_DFL)
      }
    }
    signal(SIGPIPE, SIG_IGN)
  }
}
