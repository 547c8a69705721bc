import SpotCheckIngest
import Testing
import TestSupport

@Suite("Units: duplicates, conflicts and items")
struct UnitTableTests {
  private func field(_ name: String) -> FieldSource { FieldSource(name: name, columns: [.header(name)]) }

  private func schema(_ policy: Schema.DuplicatePolicy, hasItems: Bool = false, revised: Bool = false)
    -> Schema
  {
    var schema = Schema(
      result: ResultSource(
        fields: [field("result")], rule: .labels(LabelSet(pass: ["P"], fail: ["F"], ignore: ["?"]))))
    schema.dimensions = [DimensionSource(name: "region", levels: [field("region")])]
    schema.sampleID = field("id")
    schema.sampleID?.isIdentifier = true
    schema.duplicates = policy
    if hasItems {
      schema.item = field("item")
      schema.unit = .sample
    }
    if revised, let pattern = DatePattern("yyyy-MM-dd") {
      schema.revised = DateSource(field: field("revised"), patterns: [pattern])
    }
    return schema
  }

  /// Reads files named as given, in every rotation of the arguments and by one and by three threads; the
  /// outcome must not depend on it.
  private func read(_ files: [(name: String, text: String)], _ schema: Schema) throws -> Ingested {
    let scratch = try Scratch()
    let paths = try files.map { try scratch.write($0.text, to: $0.name) }
    var outcomes: [Ingested] = []
    for turn in paths.indices {
      for threads in [1, 3] {
        var options = IngestOptions()
        options.threads = threads
        options.chunkBytes = 7
        outcomes.append(try ingest(Array(paths[turn...] + paths[..<turn]), schema: schema, options: options))
      }
    }
    let first = try #require(outcomes.first)
    for other in outcomes {
      #expect(other.cube == first.cube)
      #expect(other.files.map(\.accounting) == first.files.map(\.accounting))
      #expect(other.conflictingUnits == first.conflictingUnits)
      #expect(other.conflicts == first.conflicts)
    }
    return first
  }

  /// Trials and passes by region.
  private func counts(_ read: Ingested) -> [String: [Int]] {
    Dictionary(
      uniqueKeysWithValues: read.cube.cells.map { cell in
        (read.cube.dimensions[0].keys[Int(cell.ids[0])].text, [cell.trials, cell.passes])
      })
  }

  static let expectations: [(policy: Schema.DuplicatePolicy, counts: [String: [Int]], conflicts: Int)] = [
    (.last, ["a": [2, 0], "b": [1, 1]], 2), (.error, ["a": [2, 0], "b": [1, 1]], 2),
    (.first, ["a": [2, 1], "b": [1, 0]], 3), (.worst, ["a": [2, 0], "b": [1, 0]], 3),
    (.keep, ["a": [3, 1], "b": [2, 1], "c": [1, 1]], 0),
  ]

  @Test("Each policy keeps its version", arguments: expectations)
  func policies(policy: Schema.DuplicatePolicy, expected: [String: [Int]], conflicts: Int) throws {
    // Sample 1 fails in file 2 and passes twice in file 10; sample 2 passes, then fails; sample 3 is alone.
    let read = try read(
      [
        ("2.csv", "id,region,result\n1,b,F\n2,a,P\n"),
        ("10.csv", "id,region,result\n1,c,P\n2,a,F\n3,a,F\n1,b,P\n"),
      ], schema(policy))
    #expect(counts(read) == expected)
    #expect(read.conflicts == conflicts)
    #expect(read.total.records == 6)
    #expect(read.total.duplicates == (policy == .keep ? 0 : 3))
    #expect(read.duplicatesChecked == (policy != .keep))
  }

  @Test("Dates in file names outrank their order")
  func datesInNames() throws {
    let read = try read(
      [("b-2024-01.csv", "id,region,result\n1,x,F\n"), ("a-2024-02.csv", "id,region,result\n1,x,P\n")],
      schema(.last))
    #expect(counts(read) == ["x": [1, 1]])
    #expect(read.conflictingUnits.map(\.records) == [2])
  }

  @Test("A revision date outranks files; of equal versions the failing stands")
  func revisions() throws {
    let header = "id,region,result,revised\n"
    let revised = try read(
      [("1.csv", header + "1,x,P,2024-05-01\n"), ("2.csv", header + "1,x,F,2024-04-01\n")],
      schema(.last, revised: true))
    #expect(counts(revised) == ["x": [1, 1]])
    let equal = try read(
      [("one/d.csv", "id,region,result\n1,x,P\n"), ("two/d.csv", "id,region,result\n1,x,F\n")], schema(.last))
    #expect(counts(equal) == ["x": [1, 0]])
    #expect(equal.conflicts == 1)
  }

  @Test("Identifiers are the same however a spreadsheet wrapped them, and blank ones are units of their own")
  func identifiers() throws {
    let read = try read(
      [
        (
          "d.csv",
          "id,region,result\n530102,x,P\n\"=\"\"530102\"\"\",x,P\n'530102,x,P\n530102.0,x,P\n,x,F\n,x,F\n1.2E+17,x,P\n"
        )
      ],
      schema(.last))
    #expect(counts(read) == ["x": [3, 1]])
    #expect(read.total.duplicates == 3)
    #expect(read.unwrappedIdentifiers == 3)
    #expect(read.total.rejectedBy == [.idPrecisionLost: 1])
  }

  @Test("One failing item fails its sample, wherever its records stand")
  func items() throws {
    let header = "id,item,region,result\n"
    let read = try read(
      [
        ("2024-01.csv", header + "1,lead,a,P\n1,zinc,a,F\n2,lead,a,P\n3,lead,a,P\n3,zinc,a,?\n4,lead,b,?\n"),
        ("2024-02.csv", header + "2,zinc,b,P\n1,zinc,b,P\n3,dye,a,F\n4,lead,b,P\n5,lead,c,?\n5,zinc,c,P\n"),
      ], schema(.last, hasItems: true))
    // 1: zinc's newest version passes. 2: placed at its oldest record. 3: dye fails. 4: settled later. 5: pending.
    #expect(counts(read) == ["a": [3, 2], "b": [1, 1]])
    #expect(read.pendingSamples == 1)
    #expect(read.samples == 4)
    #expect(read.total.records == 12)
    #expect(read.total.ignored == 3)
    #expect(read.total.duplicates == 1)
    #expect(read.conflicts == 1)
    #expect(
      read.items == [
        ItemTally(name: "dye", tested: 1, nonconforming: 1),
        ItemTally(name: "lead", tested: 4, nonconforming: 0),
        ItemTally(name: "zinc", tested: 3, nonconforming: 0),
      ])
  }

  @Test("Items without a duplicate check: every record is an item")
  func itemsKept() throws {
    let read = try read(
      [("d.csv", "id,item,region,result\n1,lead,a,P\n1,lead,a,F\n2,lead,a,P\n3,x,a,?\n")],
      schema(.keep, hasItems: true))
    #expect(counts(read) == ["a": [2, 1]])
    #expect(read.items == [ItemTally(name: "lead", tested: 3, nonconforming: 1)])
    #expect(read.total.accepted == 3)
    #expect(read.pendingSamples == 1)
    #expect(!read.duplicatesChecked)
  }
}
