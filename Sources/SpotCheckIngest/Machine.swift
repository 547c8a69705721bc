import FoundationEssentials
import Glibc

/// What the machine and its environment say.
enum Machine {
  /// Cores this process may use, at least 1.
  static var usableCores: Int { max(1, ProcessInfo.processInfo.activeProcessorCount) }

  /// The value of `SPOTCHECK_CHUNK`, for tests: bytes of a chunk.
  static var chunkOverride: Int? {
    guard let text = unsafe getenv("SPOTCHECK_CHUNK"), let bytes = unsafe Int(String(cString: text)),
      bytes > 0
    else { return nil }
    return bytes
  }
}
