/// Reads dumps into exact counts.
///
/// - Parameters:
///   - inputs: Files, folders, or `-` for standard input; a file met twice is read once.
///   - schema: What is read from each record.
///   - options: How reading is done.
/// - Throws: ``IngestError`` when a file cannot be read or its columns cannot be settled; records that
///   cannot be read are data in the result.
/// - Complexity: O(bytes) time; memory by cells and distinct keys, and by units where duplicates are looked
///   for or samples folded.
public func ingest(
  _ inputs: [String], schema: Schema, options: IngestOptions = IngestOptions()
) throws(IngestError) -> Ingested {
  throw IngestError(.noSuchInput)
}
