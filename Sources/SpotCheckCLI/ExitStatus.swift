import Glibc
import SpotCheck

/// How a run ends; the numbers are part of the contract.
enum ExitStatus: Int32, Error {
  /// A finding at or above `--fail-on`.
  case shortfall = 1
  /// The data gate failed.
  case gate = 2
  /// The command line is wrong.
  case usage = 64
  /// No record in any input, or data that cannot be read.
  case unreadableData = 65
  /// No such input.
  case noInput = 66
  /// Something that should not happen.
  case internalError = 70
  /// An output cannot be created.
  case cannotCreate = 73
  /// Reading or writing failed.
  case inputOutput = 74
  /// A layout or plan is bad, or columns are not settled.
  case configuration = 78
  /// Interrupted.
  case interrupted = 130

  /// The status of an error.
  init(_ error: SpotCheckError) {
    self =
      switch error.kind {
      case .badFlag, .flagsConflict, .outputIsRead, .outputsCoincide, .cannotAllocate: .usage
      case .ingest(let cause): ExitStatus(cause.kind)
      case .noRecords, .noneAccepted: .unreadableData
      case .noSuchFile: .noInput
      case .cannotRead, .cannotWrite: .inputOutput
      case .cannotCreate: .cannotCreate
      case .interrupted: .interrupted
      case .badDraw(let problem): ExitStatus(problem)
      default: .configuration
      }
  }

  private init(_ problem: SpotCheckError.DrawProblem) {
    self =
      switch problem {
      case .missingColumn, .ambiguousColumn: .configuration
      case .emptyList, .blankIdentifier, .duplicateIdentifier, .notInFrame, .badNumber, .rowTwice, .badRecord,
        .otherScheme:
        .unreadableData
      default: .usage
      }
  }

  private init(_ kind: IngestError.Kind) {
    self =
      switch kind {
      case .noSuchInput, .folderWithoutDumps: .noInput
      case .cannotRead(let number) where number == EACCES || number == EPERM: .noInput
      case .cannotRead, .changedWhileReading, .cannotWriteRejects: .inputOutput
      case .missingColumn, .ambiguousColumn, .noSuchPosition: .configuration
      case .cancelled: .interrupted
      case .damagedCompression, .expandsTooFar, .undecidableEncoding, .tooManyColumns, .tooManyKeys,
        .tooManyCells, .tableTooLarge, .badRecord:
        .unreadableData
      }
  }
}
