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
  #expect(Array(text.utf8) == Array(golden), "\(name) differs:\n\(text)", sourceLocation: sourceLocation)
}
