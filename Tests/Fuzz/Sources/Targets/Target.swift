import Foundation

/// Something that is fed bytes, and ends the process where a promise does not hold.
struct Target {
  var name: String
  var feed: @Sendable (inout Input) throws -> Void

  static let all: [Target] = [
    .scanner, .sniffer, .dates, .texts, .utf16, .layout, .plan, .records, .dump,
  ]

  /// The target that `SPOTCHECK_FUZZ` names.
  static func chosen() -> Target {
    let name = ProcessInfo.processInfo.environment["SPOTCHECK_FUZZ"] ?? ""
    guard let target = all.first(where: { $0.name == name }) else {
      print("SPOTCHECK_FUZZ names the target, one of: \(all.map(\.name).joined(separator: " "))")
      exit(64)
    }
    return target
  }
}

/// Ends the process where a promise does not hold.
func check(_ holds: Bool, _ promise: @autoclosure () -> String, line: Int = #line, file: String = #fileID) {
  guard !holds else { return }
  print("\(file):\(line): \(promise())")
  abort()
}

private let target = Target.chosen()

/// What libFuzzer calls; errors that a target throws are answers like any other.
@_cdecl("LLVMFuzzerTestOneInput")
public func feedTarget(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var input = Input(bytes: Array(UnsafeBufferPointer(start: bytes, count: count)))
  try? target.feed(&input)
  return 0
}
