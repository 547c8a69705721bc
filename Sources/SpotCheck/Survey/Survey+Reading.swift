import Dispatch
public import SpotCheckIngest
import Synchronization

extension Survey {
  /// Reads dumps, on the calling thread and as many workers as the options say.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - layout: How the dumps look.
  ///   - plan: The plan the survey will be assessed against, whose columns must be read too.
  ///   - options: What is read, and how.
  /// - Throws: ``SpotCheckError`` where the layout cannot be applied, the region table or a dump cannot be
  ///   read, or the caller cancelled.
  public init(
    reading inputs: [String], layout: Layout = Layout(), plan: Plan? = nil,
    options: SurveyOptions = SurveyOptions()
  ) throws(SpotCheckError) {
    var schema = try layout.schema(
      by: options.dimensions, plan: plan, unit: options.unit, duplicates: options.duplicates)
    let table = try layout.regions.file.map { file throws(SpotCheckError) in
      try RegionTable(contentsOf: file)
    }
    if layout.regions.isStrict { try schema.accept(regionsOf: table, aliases: layout.regions.aliases) }
    let ingested: Ingested
    do {
      ingested = try ingest(inputs, schema: schema, options: options.ingest)
    } catch {
      throw SpotCheckError(error)
    }
    self.init(ingested, layout: layout, schema: schema, table: table)
  }

  /// Reads dumps away from the caller's executor, and stops soon when the task is cancelled.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - layout: How the dumps look.
  ///   - plan: The plan the survey will be assessed against, whose columns must be read too.
  ///   - options: What is read, and how.
  ///   - progress: Called now and then with how far reading has come, from any thread, one call at a time.
  /// - Returns: The survey of what was read.
  /// - Throws: ``SpotCheckError`` as ``init(reading:layout:plan:options:)`` does.
  public static func read(
    _ inputs: [String], layout: Layout = Layout(), plan: Plan? = nil,
    options: SurveyOptions = SurveyOptions(), progress: (@Sendable (IngestProgress) -> Void)? = nil
  ) async throws(SpotCheckError) -> Survey {
    let cancellation = Cancellation()
    var observed = options
    observed.ingest.progress = progress ?? options.ingest.progress
    observed.ingest.isCancelled = { cancellation.isRequested || options.ingest.isCancelled() }
    let settled = observed
    let result: Result<Survey, SpotCheckError> = await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        DispatchQueue.global().async {
          continuation.resume(
            returning: Result { () throws(SpotCheckError) in
              try Survey(reading: inputs, layout: layout, plan: plan, options: settled)
            })
        }
      }
    } onCancel: {
      cancellation.request()
    }
    return try result.get()
  }
}

extension Schema {
  /// Has records rejected whose region neither the table nor an alias knows, by code or by name.
  fileprivate mutating func accept(
    regionsOf table: RegionTable?, aliases: [String: String]
  ) throws(SpotCheckError) {
    guard let table else { throw SpotCheckError(.missingKey("regions.file"), text: "strict") }
    let texts = table.rows.flatMap { [$0.code, $0.name] } + aliases.keys
    let known = Set(texts.map { DimensionKey(levels: [$0]) })
    for index in dimensions.indices where dimensions[index].name == "region" {
      dimensions[index].known = known
    }
  }
}

/// Whether a task was cancelled, as threads outside it can see.
private final class Cancellation: Sendable {
  private let flag = Atomic(false)

  var isRequested: Bool { flag.load(ordering: .relaxed) }

  func request() { flag.store(true, ordering: .relaxed) }
}

extension RegionTable {
  /// Reads a table from a file: `code,name,level,parent[,valid_from,valid_to]`.
  ///
  /// - Throws: `cannotRead` or `noSuchFile`, or `badRegionTable` with the line of the row.
  public init(contentsOf file: String) throws(SpotCheckError) {
    let fields: [[String]]
    do {
      fields = try readTable(path: file)
    } catch {
      throw SpotCheckError(error)
    }
    do {
      try self.init(fields: fields)
    } catch {
      var located = error
      located.file = file
      throw located
    }
  }
}
