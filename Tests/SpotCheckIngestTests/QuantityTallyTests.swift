import SpotCheckIngest
import TestSupport
import Testing

@Suite("Quantities: sums of numbers by cell")
struct QuantityTallyTests {
  private func field(_ name: String) -> FieldSource { FieldSource(name: name, columns: [.header(name)]) }

  private func schema() -> Schema {
    var schema = Schema(
      result: ResultSource(fields: [field("result")], rule: .labels(LabelSet(pass: ["P"], fail: ["F"]))))
    schema.dimensions = [DimensionSource(name: "region", levels: [field("region")])]
    schema.quantities = [field("area"), field("score")]
    return schema
  }

  private func read(_ text: String, _ schema: Schema, threads: Int = 2) throws -> Ingested {
    let scratch = try Scratch()
    var options = IngestOptions()
    options.chunkBytes = 16
    options.threads = threads
    return try ingest([try scratch.write(text, to: "dump.csv")], schema: schema, options: options)
  }

  private func tally(_ count: Int, _ sum: Int128, _ conforming: Int128, _ squares: Int128) -> QuantityTally {
    var tally = QuantityTally()
    tally.count = count
    tally.sum = sum
    tally.conformingSum = conforming
    tally.sumOfSquares = squares
    return tally
  }

  @Test("Sums are exact, blanks have no number, and what is no number is a reject")
  func sums() throws {
    let read = try read(
      "region,result,area,score\na,P,0.1,80\na,F,0.2,\na,P,,-1.5\nb,P,1e3,1\nb,P,9.00001,1\nb,P,7,x\na,P,0.3,0\n",
      schema())
    #expect(read.total.rejectedBy == [.badNumber: 3])
    let cell = try #require(read.cube.cells.first)
    #expect(read.cube.cells.count == 1)
    #expect(
      cell.quantities == [
        tally(3, 6000, 4000, 1_000_000 + 4_000_000 + 9_000_000),
        tally(3, 785_000, 785_000, 640_000_000_000 + 225_000_000),
      ])
  }

  @Test("The kept version of a sample gives its numbers", arguments: [1, 3])
  func units(threads: Int) throws {
    var schema = schema()
    schema.sampleID = field("id")
    schema.duplicates = .last
    let read = try read(
      "id,region,result,area,score\n1,a,P,1,\n2,a,F,2,\n1,b,P,5,\n,a,P,4,\n1,b,F,3,\n", schema,
      threads: threads)
    #expect(read.total.duplicates == 2)
    #expect(
      read.cube.cells.map(\.quantities[0]) == [
        tally(2, 60_000, 40_000, 400_000_000 + 1_600_000_000), tally(1, 30_000, 0, 900_000_000),
      ])
  }

  @Test("A folded sample has the numbers of its oldest record")
  func foldedSamples() throws {
    var schema = schema()
    schema.sampleID = field("id")
    schema.item = field("item")
    schema.unit = .sample
    let read = try read("id,item,region,result,area,score\n1,x,a,P,1,\n1,y,a,F,2,\n2,x,a,P,4,\n", schema)
    #expect(read.cube.cells.map(\.quantities[0]) == [tally(2, 50_000, 40_000, 1_700_000_000)])
  }
}
