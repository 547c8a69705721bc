import Glibc
import SpotCheck
import Synchronization

/// A line on standard error that tells how far reading has come.
///
/// Silent for the first second, and at most ten updates a second after it.
final class ProgressLine: Sendable {
  private let language: Language
  private let isTerminal: Bool
  private let start: ContinuousClock.Instant
  private let state: Mutex<State>

  private struct State {
    var nextUpdate: ContinuousClock.Instant
    var isShown = false
  }

  /// Creates a line; `nil` where none is wanted.
  init?(_ when: When, language: Language) {
    isTerminal = Terminal.isTerminal(STDERR_FILENO)
    guard when == .always || (when == .auto && isTerminal) else { return nil }
    self.language = language
    start = .now
    state = Mutex(State(nextUpdate: .now + .seconds(1)))
  }

  /// Shows how far reading has come, unless it was shown a moment ago.
  func update(_ progress: IngestProgress) {
    state.withLock { state in
      let now = ContinuousClock.now
      guard now >= state.nextUpdate else { return }
      state.nextUpdate = now + .milliseconds(100)
      state.isShown = true
      let text = text(of: progress, after: now - start)
      StandardError.write(isTerminal ? "\r\(text)\u{1B}[K" : text + "\n")
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isShown, isTerminal { StandardError.write("\r\u{1B}[K") }
      state.isShown = false
    }
  }

  private func text(of progress: IngestProgress, after elapsed: Duration) -> String {
    let seconds = elapsed / .seconds(1)
    let speed = Double(progress.bytesRead) / seconds
    var parts = [
      language == .english ? "\(progress.records) records" : "已读 \(progress.records) 条",
      "\(Int(min(speed / 1e6, 1e9))) MB/s",
    ]
    if let total = progress.bytesTotal, total > 0, speed > 0 {
      let left = Int(min(Double(max(0, total - progress.bytesRead)) / speed, 1e9).rounded(.up))
      parts.append("\(min(100, progress.bytesRead * 100 / total))%")
      parts.append(language == .english ? "\(left) s left" : "剩余 \(left) 秒")
    }
    return parts.joined(separator: " · ")
  }
}
