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
    unblockSignals()
  }

  /// A parent that starts programs from a worker thread hands its blocked signals on.
  private static func unblockSignals() {
    var signals = sigset_t()
    unsafe sigemptyset(&signals)
    for number in [SIGINT, SIGTERM, SIGHUP] { unsafe sigaddset(&signals, number) }
    unsafe sigprocmask(SIG_UNBLOCK, &signals, nil)
  }
}
