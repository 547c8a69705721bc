import Glibc
import SpotCheck
import SpotCheckReports
import Synchronization

/// Writes rejected records to a file as they come.
final class RejectSink: Sendable {
  private let state: Mutex<State>

  private struct State {
    var csv: RejectsCSV
    var buffer: [UInt8] = []
    let file: OutputFile
  }

  /// Opens the reject file.
  init(_ path: String, language: Language) throws(SpotCheckError) {
    state = Mutex(State(csv: RejectsCSV(language: language), file: try OutputFile(path)))
  }

  /// Takes one rejected record.
  func take(_ reject: Reject) throws(RejectSinkError) {
    let failure = state.withLock { state -> Int32? in
      state.csv.append(reject)
      state.buffer += state.csv.takeBytes()
      return state.buffer.count < 1 << 20 ? nil : Self.flush(&state)
    }
    if let failure { throw RejectSinkError(errno: failure) }
  }

  /// Puts the file in its place.
  func finish() throws(SpotCheckError) {
    let outcome = state.withLock { state -> Result<Void, SpotCheckError> in
      state.buffer += state.csv.takeBytes()
      return Result { () throws(SpotCheckError) in
        try state.file.write(state.buffer)
        try state.file.finish()
      }
    }
    try outcome.get()
  }

  /// Writes what is buffered; the system's error number where that fails.
  private static func flush(_ state: inout State) -> Int32? {
    defer { state.buffer.removeAll(keepingCapacity: true) }
    do {
      try state.file.write(state.buffer)
      return nil
    } catch {
      guard case .cannotWrite(let number) = error.kind else { return EIO }
      return number
    }
  }
}
