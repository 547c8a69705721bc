import FoundationEssentials
import SpotCheckStatistics
import Testing

/// The table behind `phe-funnel-proportion-*`, which is not copied into this project.
struct FunnelTableVectorTests {
  /// The table in the vectors' folder, else in that of `SPOTCHECK_VECTOR_DATA`, else in `../shared/vectors`.
  private static let table: String? = {
    let root = VectorFile.folder.deletingLastPathComponent().deletingLastPathComponent()
    let named = ProcessInfo.processInfo.environment["SPOTCHECK_VECTOR_DATA"].map {
      URL(filePath: $0, directoryHint: .isDirectory)
    }
    let shared = root.deletingLastPathComponent().appending(path: "shared/vectors")
    return [VectorFile.folder, named, shared].compactMap { $0 }.lazy.compactMap { folder in
      try? String(contentsOf: folder.appending(path: "phe-funnel-proportion-input.csv"), encoding: .utf8)
    }.first
  }()

  @Test(
    "the vectors' centres are the pooled rates of the table",
    .enabled(if: table != nil, "no phe-funnel-proportion-input.csv beside the vectors"),
    arguments: [(Double.infinity, 0.806424478571495), (31_000, 0.8218033787630717)])
  func centers(below limit: Double, center: Double) throws {
    var (passes, trials) = (0.0, 0.0)
    for line in try #require(Self.table).split(separator: "\n") where !line.hasPrefix("#") {
      let fields = line.split(separator: ",").suffix(2).compactMap { Double($0) }
      guard fields.count == 2, fields[1] < limit else { continue }
      passes += fields[0]
      trials += fields[1]
    }
    #expect((passes / trials - center).magnitude < 1e-12)
  }
}
