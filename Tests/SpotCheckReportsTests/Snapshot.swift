import FoundationEssentials
import Testing

/// Compares a text with the golden file of a name, beside the tests.
///
/// A file that is missing, or `RECORD_SNAPSHOTS=1`, records the text and fails the test, so that nobody takes
/// a recording for a check.
func expectSnapshot(
  _ text: String, named name: String, sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let url = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Snapshots/\(name)")
  let isRecording = ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1"
  guard !isRecording, let golden = try? Data(contentsOf: url) else {
    try Data(text.utf8).write(to: url)
    Issue.record("recorded \(name): look at it, then run again", sourceLocation: sourceLocation)
    return
  }
  let isEqual = Array(text.utf8) == Array(golden)
  #expect(isEqual, "\(name) differs\(firstDifference(golden, text))", sourceLocation: sourceLocation)
}

/// The first line in which two texts differ, as both have it.
private func firstDifference(_ golden: Data, _ text: String) -> String {
  let old = golden.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(Array.init)
  let new = Array(text.utf8).split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map(
    Array.init)
  let line = zip(old, new).prefix { $0 == $1 }.count
  func shown(_ lines: [[UInt8]]) -> String {
    lines.indices.contains(line) ? String(decoding: lines[line], as: UTF8.self) : "the end"
  }
  return " at line \(line + 1):\n- \(shown(old))\n+ \(shown(new))"
}
