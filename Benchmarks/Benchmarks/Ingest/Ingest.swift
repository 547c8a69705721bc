import Benchmark
import Foundation
@_spi(Benchmarks) import SpotCheckIngest
import Workloads

/// Reading by scope, each doing what the one before does and more: the difference is the cost of a step.
///
/// *scan* finds where fields and records end, in memory and on one thread; *records* reads the file with all
/// cores and judges results; *tally* also interns region, category and month and counts cells.
let benchmarks: @Sendable () -> Void = {
  Benchmark.defaultConfiguration = .init(
    metrics: [.wallClock, .cpuTotal, .peakMemoryResident, .throughput], warmupIterations: 1,
    maxDuration: .seconds(8))
  let text = InspectionText(records: 500_000)
  let path = FileManager.default.temporaryDirectory.appending(
    path: "spotcheck-\(ProcessInfo.processInfo.processIdentifier).csv"
  ).path
  Benchmark.startupHook = { try Data(text.bytes).write(to: URL(filePath: path)) }
  Benchmark.shutdownHook = { try FileManager.default.removeItem(atPath: path) }

  // A wrong answer has no time: each is held to what was written.

  Benchmark("scan, 500 k records on one thread") { benchmark in
    let scanned = ScannedText(text.bytes)
    benchmark.startMeasurement()
    let found = scanned.structure(chunkBytes: 512 << 10)
    benchmark.stopMeasurement()
    let records = text.records + 1
    guard found == (records * InspectionText.columns, records) else {
      return benchmark.error("scan found \(found)")
    }
  }

  Benchmark("records, 500 k records") { benchmark in
    benchmark.startMeasurement()
    let ingested = try ingest([path], schema: resultsAlone)
    benchmark.stopMeasurement()
    guard counts(of: ingested) == [text.records, text.records, text.passes, 1] else {
      return benchmark.error("records counted \(counts(of: ingested))")
    }
  }

  Benchmark("tally, 500 k records") { benchmark in
    benchmark.startMeasurement()
    let ingested = try ingest([path], schema: wholeTally)
    benchmark.stopMeasurement()
    guard counts(of: ingested) == [text.records, text.records, text.passes, text.cells] else {
      return benchmark.error("tally counted \(counts(of: ingested))")
    }
  }
}

private let resultsAlone = Schema(
  result: ResultSource(
    fields: [FieldSource(name: "result", columns: [.header("检验结论")])], rule: .labels(.builtIn)))

private let wholeTally: Schema = {
  var schema = resultsAlone
  schema.dimensions = [("region", "州市"), ("category", "产品类别")].map { name, header in
    DimensionSource(name: name, levels: [FieldSource(name: name, columns: [.header(header)])])
  }
  schema.date = DateSource(
    field: FieldSource(name: "date", columns: [.header("抽样日期")]), patterns: [.iso8601])
  return schema
}()

/// Records, trials, passes and cells.
private func counts(of ingested: Ingested) -> [Int] {
  let cells = ingested.cube.cells
  return [
    ingested.total.accepted, cells.reduce(0) { $0 + $1.trials }, cells.reduce(0) { $0 + $1.passes },
    cells.count,
  ]
}
