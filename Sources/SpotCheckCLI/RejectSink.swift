import Glibc
import SpotCheck
import SpotCheckReports
import Synchronization

/// Writes rejected records as they come: into a file, and whole into the folder that goes with it.
final class RejectSink: Sendable {
  private let language: Language
  private let state: Mutex<State>

  private struct State {
    var csv: RejectsCSV
    var buffer: [UInt8] = []
    let file: OutputFile
    /// The whole records; `nil` where the file is a device or a pipe, which no folder can stand beside.
    let raw: RawRejectFolder?
  }

  /// Opens the reject file, and its folder.
  init(_ path: String, inputs: [String], language: Language) throws(SpotCheckError) {
    self.language = language
    let file = try OutputFile(path)
    let raw = file.hasPlace ? try RawRejectFolder(besides: path, inputs: inputs) : nil
    state = Mutex(State(csv: RejectsCSV(language: language), file: file, raw: raw))
  }

  /// Has the rejects of a reading handed on to this sink.
  func receive(from options: inout IngestOptions) {
    options.onReject = { reject throws(RejectSinkError) in try self.take(reject) }
    if state.withLock({ $0.raw != nil }) {
      options.onRawReject = { reject throws(RejectSinkError) in try self.take(reject) }
    }
  }

  private func take(_ reject: Reject) throws(RejectSinkError) {
    try writing { state throws(SpotCheckError) in
      state.csv.append(reject)
      state.buffer += state.csv.takeBytes()
      guard state.buffer.count >= 1 << 20 else { return }
      defer { state.buffer.removeAll(keepingCapacity: true) }
      try state.file.write(state.buffer)
    }
  }

  private func take(_ reject: RawReject) throws(RejectSinkError) {
    try writing { state throws(SpotCheckError) in try state.raw?.add(reject) }
  }

  /// Puts file and folder in their places.
  func finish(_ ingested: Ingested) throws(SpotCheckError) {
    let inputs = ingested.files.map(\.path)
    let outcome = state.withLock { state -> Result<Void, SpotCheckError> in
      state.buffer += state.csv.takeBytes()
      return Result { () throws(SpotCheckError) in
        try state.file.write(state.buffer)
        try state.raw?.finish(inputs: inputs)
        try state.file.finish()
      }
    }
    try outcome.get()
    let overlong = ingested.total.rejectedBy[.recordTooLong] ?? 0
    if overlong > 0, state.withLock({ $0.raw != nil }) { noteOverlong(overlong) }
  }

  private func noteOverlong(_ count: Int) {
    StandardError.line(
      language == .english
        ? "spotcheck: records longer than --record-limit are not in the folder of whole rejects: \(count)"
        : "spotcheck：超过 --record-limit 的记录未写入原始记录文件夹：\(count) 条")
  }

  /// Does some writing; what fails is told by the system's error number.
  private func writing(_ body: (inout State) throws(SpotCheckError) -> Void) throws(RejectSinkError) {
    let failure = state.withLock { state -> Int32? in
      do throws(SpotCheckError) {
        try body(&state)
        return nil
      } catch {
        guard case .cannotWrite(let number) = error.kind else { return EIO }
        return number
      }
    }
    if let failure { throw RejectSinkError(errno: failure) }
  }
}
