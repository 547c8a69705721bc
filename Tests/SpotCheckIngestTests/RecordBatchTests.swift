import SpotCheckIngest
import TestSupport
import Testing

@Suite("Keys of several columns, wherever these stand")
struct RecordBatchTests {
  /// The categories of a dump whose levels are `sector` and `kind`, with their trials.
  private func categories(_ text: String, ragged: FormatHints.Ragged = .reject) throws -> [String: Int] {
    func field(_ name: String) -> FieldSource { FieldSource(name: name, columns: [.header(name)]) }
    var schema = Schema(
      result: ResultSource(fields: [field("result")], rule: .labels(LabelSet(pass: ["P"], fail: ["F"]))))
    schema.dimensions = [DimensionSource(name: "category", levels: [field("sector"), field("kind")])]
    schema.format.ragged = ragged
    let scratch = try Scratch()
    let read = try ingest([try scratch.write(text, to: "dump.csv")], schema: schema)
    #expect(read.total.accepted == read.total.records)
    return Dictionary(
      uniqueKeysWithValues: read.cube.cells.map { cell in
        (read.cube.dimensions[0].keys[Int(cell.ids[0])].text, cell.trials)
      })
  }

  private static let expected = ["food/milk": 2, "food/milk,dried": 1, "food,milk/dried": 1, "food": 1]

  @Test(
    "Side by side, apart, in another order, and last before CRLF",
    arguments: [
      "sector,kind,result\nfood,milk,P\n\"food\",milk,P\nfood,\"milk,dried\",P\n\"food,milk\",dried,P\nfood,,P\n",
      "sector,result,kind\nfood,P,milk\n\"food\",P,milk\nfood,P,\"milk,dried\"\n\"food,milk\",P,dried\nfood,P,\n",
      "kind,sector,result\nmilk,food,P\nmilk,\"food\",P\n\"milk,dried\",food,P\ndried,\"food,milk\",P\n,food,P\n",
      "result,sector,kind\r\nP,food,milk\r\nP,\"food\",milk\r\nP,food,\"milk,dried\"\r\nP,\"food,milk\",dried\r\nP,food,\r\n",
    ])
  func places(text: String) throws {
    #expect(try categories(text) == Self.expected)
  }

  @Test("A level that a short record lacks")
  func shortRecords() throws {
    let text = "result,sector,kind\nP,food,milk\nP,food\nP,food,milk\nP,food,\n"
    #expect(try categories(text, ragged: .pad) == ["food/milk": 2, "food": 2])
  }

  @Test(
    "A record without any text is blank, even where every field has a stand-in",
    arguments: [(LabelSet(pass: ["P"], fail: ["F"]), "P"), (LabelSet(pass: ["", "P"], fail: ["F"]), nil)])
  func blankRecords(labels: LabelSet, missing: String?) throws {
    var result = FieldSource(name: "result", columns: [.header("result")])
    result.missing = missing
    var kind = FieldSource(name: "kind", columns: [.header("kind")])
    kind.missing = "other"
    var schema = Schema(result: ResultSource(fields: [result], rule: .labels(labels)))
    schema.dimensions = [DimensionSource(name: "category", levels: [kind])]
    let scratch = try Scratch()
    let text = "kind,note,result\n,,\nmilk,,\n \t,\"\",\u{3000}\n,note,\n,,F\n"
    let read = try ingest([try scratch.write(text, to: "dump.csv")], schema: schema)
    #expect([read.total.records, read.total.accepted, read.total.blank] == [3, 3, 2])
    let counts = read.cube.cells.map { cell in
      "\(read.cube.dimensions[0].keys[Int(cell.ids[0])].text) \(cell.passes)/\(cell.trials)"
    }
    #expect(counts == ["milk 1/1", "other 1/2"])
  }
}
