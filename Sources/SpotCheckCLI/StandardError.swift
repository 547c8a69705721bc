import Glibc
import SpotCheck

/// Notes and errors.
enum StandardError {
  /// Writes a line; that it cannot be written is nobody's concern.
  static func line(_ text: String) {
    write(text + "\n")
  }

  /// Writes a text as it is.
  static func write(_ text: String) {
    try? FileDescriptor(STDERR_FILENO).write(Array(text.utf8))
  }

  /// Writes a line that says who speaks.
  static func note(_ text: String) {
    line("spotcheck: " + text)
  }

  /// Says what went wrong; nothing where nobody reads any more.
  static func report(_ error: SpotCheckError, in language: Language) {
    if case .cannotWrite(let number) = error.kind, number == EPIPE { return }
    note(error.message(in: language))
  }
}
