import SpotCheckIngest
import Testing
import TestSupport

@Suite("What a schema reads: filters, selections, results, columns a file may lack")
struct ReadingPlanTests {
  private func field(_ name: String) -> FieldSource { FieldSource(name: name, columns: [.header(name)]) }

  private func schema(_ change: (inout Schema) -> Void = { _ in }) -> Schema {
    var schema = Schema(
      result: ResultSource(
        fields: [field("result")], rule: .labels(LabelSet(pass: ["P"], fail: ["F"], ignore: ["?"]))))
    schema.dimensions = [DimensionSource(name: "region", levels: [field("region")])]
    change(&schema)
    return schema
  }

  private func read(_ text: String, _ schema: Schema) throws -> Ingested {
    let scratch = try Scratch()
    return try ingest([scratch.write(text, to: "d.csv")], schema: schema)
  }

  @Test(
    "Filters must all be met, follow-ups none; what is left out is ignored, whatever else is wrong with it")
  func filters() throws {
    let text = "region,kind,stage,result\na,x,s,P\na,y,s,P\na,x,t,F\nb,,s,nonsense\n,y,s,P\na,x,u,nonsense\n"
    let filtered = schema {
      $0.filters = [ValueFilter(levels: [field("kind")], values: [DimensionKey(levels: ["x"])])]
      $0.followUps = [ValueFilter(levels: [field("stage")], values: [DimensionKey(levels: ["t"])])]
    }
    let read = try read(text, filtered)
    #expect(read.total.accepted == 1)
    #expect(read.total.ignored == 4)
    #expect(read.total.rejectedBy == [.unknownLabel: 1])
    #expect(read.unknownLabels == [.init(label: "nonsense", count: 1)])
  }

  @Test("A filter's value takes in all below it")
  func nestedFilter() throws {
    let levels = [field("field"), field("kind")]
    let filtered = schema {
      $0.filters = [ValueFilter(levels: levels, values: [DimensionKey(levels: ["食品"])])]
    }
    let read = try read(
      "region,field,kind,result\na,食品,奶,P\na,食品,,P\na,食品厂,x,P\na,,奶,P\n", filtered)
    #expect(read.total.accepted == 2)
    #expect(read.total.ignored == 2)
  }

  @Test("Selections become bits of a cell")
  func selections() throws {
    func filter(_ name: String, _ value: String) -> ValueFilter {
      ValueFilter(levels: [field(name)], values: [DimensionKey(levels: [value])])
    }
    let selecting = schema {
      $0.selections = [
        [filter("kind", "x")], [filter("kind", "x"), filter("stage", "s")], [filter("stage", "t")],
      ]
    }
    let read = try read("region,kind,stage,result\na,x,s,P\na,x,t,F\na,y,t,P\na,y,u,P\na,x,s,P\n", selecting)
    let counts = read.cube.cells.map { [Int($0.selections), $0.trials, $0.passes] }
    #expect(counts == [[0b000, 1, 1], [0b011, 2, 2], [0b100, 1, 1], [0b101, 1, 0]])
  }

  @Test("The first result that has text counts; a blank one is missing unless the labels ignore it")
  func coalesce() throws {
    let text = "region,retest,result\na,,P\na,F,P\na,?,P\na,,\na, ,Q\n"
    let coalescing = schema { $0.result.fields = [field("retest"), field("result")] }
    let read = try read(text, coalescing)
    #expect(read.total.accepted == 2)
    #expect(read.cube.cells.map(\.passes) == [1])
    #expect(read.total.ignored == 1)
    #expect(read.total.rejectedBy == [.missingValue: 1, .unknownLabel: 1])
    let lenient = schema {
      $0.result.rule = .labels(LabelSet(pass: ["P"], fail: ["F"], ignore: [""]))
    }
    #expect(try self.read("region,result\na,\na,P\n", lenient).total.ignored == 1)
  }

  @Test("Built-in labels and headers disregard ASCII case; a layout's do not")
  func builtIn() throws {
    var builtIn = schema { $0.result.rule = .labels(.builtIn) }
    builtIn.result.fields[0].isBuiltIn = true
    let read = try read("region,RESULT\na,Pass\na,FAIL\na,ＰＡＳＳ\na,合格\n", builtIn)
    #expect(read.cube.cells.map { [$0.trials, $0.passes] } == [[4, 3]])
    let error = #expect(throws: IngestError.self) { try self.read("region,RESULT\na,P\n", schema()) }
    #expect(error?.kind == .missingColumn(field: "result", tried: ["result"], header: ["region", "RESULT"]))
  }

  @Test("Two columns that could be meant stop the reading; an occurrence or a position names one")
  func ambiguous() throws {
    let text = "region,name,name,result\na,x,y,P\n"
    func reading(_ column: ColumnReference) throws -> [String] {
      let naming = schema {
        $0.dimensions = [DimensionSource(name: "n", levels: [FieldSource(name: "n", columns: [column])])]
      }
      return try read(text, naming).cube.dimensions[0].keys.map(\.text)
    }
    #expect(try reading(.occurrence("name", 2)) == ["y"])
    #expect(try reading(.position(2)) == ["x"])
    let twice = #expect(throws: IngestError.self) { try reading(.header("name")) }
    #expect(
      twice?.kind
        == .ambiguousColumn(
          field: "n", candidates: ["name#1", "name#2"], header: ["region", "name", "name", "result"]))
    let beyond = #expect(throws: IngestError.self) { try reading(.position(9)) }
    #expect(beyond?.kind == .noSuchPosition(field: "n", position: 9, columns: 4))
  }

  @Test("Title rows stand above the header; a file without an optional column has blank keys, and no fault")
  func optional() throws {
    let optional = schema {
      $0.dimensions[0].levels[0].isRequired = false
      $0.dimensions.append(DimensionSource(name: "programme", levels: [field("programme")]))
      $0.dimensions[1].levels[0].isRequired = false
      $0.dimensions[1].allowsBlank = true
      $0.dimensions[1].groups = [DimensionKey(levels: ["抽检"]): DimensionKey(levels: ["supervision"])]
    }
    let read = try read("二〇二四年\n\nprogramme,result\n抽检,P\n其他,P\n,P\n", optional)
    #expect(read.total.accepted == 3)
    #expect(read.cube.dimensions.map { $0.keys.map(\.text) } == [[""], ["", "supervision", "其他"]])
    let present = try self.read("region,result\n,P\na,P\n", optional)
    #expect(present.total.rejectedBy == [.missingValue: 1])
  }

  @Test("Files without an optional date have no months; files with and without one do not mix")
  func optionalDate() throws {
    let scratch = try Scratch()
    let dated = schema {
      $0.date = DatePattern("yyyy-MM-dd").map { DateSource(field: field("date"), patterns: [$0]) }
      $0.date?.field.isRequired = false
    }
    let without = try scratch.write("region,result\na,P\na,F\n", to: "1.csv")
    let with = try scratch.write("region,date,result\na,2024-01-05,P\n", to: "2.csv")
    let read = try ingest([without], schema: dated)
    #expect(read.cube.cells.map { [$0.trials, $0.passes] } == [[2, 1]])
    #expect(read.cube.cells.allSatisfy { $0.month == nil } && read.latestDate == nil)
    #expect(try ingest([with], schema: dated).cube.cells.map(\.month) == [Month(year: 2024, month: 1)])
    let error = #expect(throws: IngestError.self) { try ingest([without, with], schema: dated) }
    #expect(
      error
        == IngestError(
          .missingColumn(field: "date", tried: ["date"], header: ["region", "result"]), file: without))
  }

  @Test("A bad byte rejects a record where a mapped column holds it, and nowhere else")
  func badEncoding() throws {
    let scratch = try Scratch()
    let bytes =
      Array("region,note,result\n云南,注,P\n".utf8) + [0xE4, 0xBA] + Array(",,P\n云,".utf8) + [0xFF]
      + Array(",P\n".utf8)
    let read = try ingest([scratch.write(bytes, to: "d.csv")], schema: schema())
    #expect(read.total.accepted == 2)
    #expect(read.total.rejectedBy == [.badEncoding: 1])
    #expect(read.firstRejects.map(\.lineNumber) == [3])
  }

  @Test("Short records are padded where the layout says so, long ones never")
  func padded() throws {
    let padding = schema { $0.format.ragged = .pad }
    let read = try read("result,region,note\nP,a\nP,a,b\nP,a,b,c\nP\n", padding)
    #expect(read.total.accepted == 2)
    #expect(read.total.rejectedBy == [.fieldCount: 1, .missingValue: 1])
  }

  @Test("More distinct values than may be held is an error, not a trap")
  func keyLimit() throws {
    let scratch = try Scratch()
    let path = try scratch.write("region,result\na,P\nb,P\nc,P\n", to: "d.csv")
    var options = IngestOptions()
    options.keyLimit = 2
    let error = #expect(throws: IngestError.self) { try ingest([path], schema: schema(), options: options) }
    #expect(error?.kind == .tooManyKeys(field: "region", limit: 2))
  }
}
