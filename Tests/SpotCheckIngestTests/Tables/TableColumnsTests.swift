import SpotCheckIngest
import TestSupport
import Testing

@Suite struct TableColumnsTests {
  private static let requests = [
    TableColumns.Request("id", headers: ["id", "编号"], kind: .identifier, isRequired: true),
    TableColumns.Request("kind", headers: ["kind"], kind: .key),
    TableColumns.Request("note", headers: ["note"], kind: .text),
    TableColumns.Request("absent", headers: ["absent"], kind: .key),
  ]

  private static func columns(of text: String) throws -> TableColumns {
    let folder = try Scratch()
    return try TableColumns(contentsOf: try folder.write(text, to: "list.csv"), requests)
  }

  /// The trouble and line of a table that cannot be read.
  private static func trouble(of text: String) throws -> IngestError.Kind? {
    do {
      _ = try columns(of: text)
      return nil
    } catch let error as IngestError {
      return error.kind
    }
  }

  @Test("lists within fields do not pass for the fields")
  func listsWithinFields() throws {
    let list = "E1;E2;E3;E4;E5;E6"
    let table = try Self.columns(of: "id,kind,note\nJ1,x,\(list)\nJ2,y,\(list)\nJ3,x,\(list)\n")
    #expect(table.count == 3)
    #expect(table.keys(of: 1).codes == [0, 1, 0])
    #expect(table.texts(of: 2, in: [2]) == [list])
  }

  @Test("fields are read by the kind of their column; blank records are passed over")
  func kinds() throws {
    let table = try Self.columns(
      of: "A list\n\nnote,ID,kind,more\n\"two\nlines\",'007,Ａ,\n\n x ,\"b-1\",\"A\",9\n,Ｃ,b,\n")
    #expect(table.count == 3)
    #expect(table.lines == [4, 7, 8])
    #expect(table.otherHeaders == ["more"])
    let ids = table.identifiers(of: 0)
    #expect((0..<3).map { String(decoding: ids[$0], as: UTF8.self) } == ["007", "b-1", "C"])
    #expect(table.keys(of: 1).values.map(\.text) == ["A", "b"])
    #expect(table.keys(of: 1).codes == [0, 0, 1])
    #expect(table.texts(of: 2, in: [1, 0]) == ["x", "two\nlines"])
    #expect(table.has(1) && !table.has(3))
    #expect(table.keys(of: 3).codes.isEmpty)
    #expect(table.texts(of: 3, in: [0]) == [""])
  }

  @Test("a record that cannot be read is named by its line and reason")
  func troubles() throws {
    #expect(
      try Self.trouble(of: "id,kind\na,b\n\nc,d,e\n") == .badRecord(line: 4, .fieldCount, value: "3"))
    #expect(
      try Self.trouble(of: "id,kind\na,b\n\"c,d\n") == .badRecord(line: 3, .unterminatedQuote, value: ""))
    #expect(
      try Self.trouble(of: "id,kind\n1.5E+17,b\n") == .badRecord(line: 2, .idPrecisionLost, value: "1.5E+17"))
    guard case .missingColumn(field: "id", _, _) = try Self.trouble(of: "kind,note\na,b\n") else {
      Issue.record("a table without ids was read")
      return
    }
  }

  @Test("more than a window of records keeps its order and its lines")
  func manyRecords() throws {
    let text =
      "id,kind,note\n" + (0..<60_000).map { "E\($0),\($0 % 3),filling\n" }.joined()
    let table = try Self.columns(of: text)
    #expect(table.count == 60_000)
    #expect(table.lines.last == 60_001)
    #expect(table.keys(of: 1).values.map(\.text) == ["0", "1", "2"])
    #expect((0..<60_000).allSatisfy { table.keys(of: 1).codes[$0] == UInt32($0 % 3) })
    #expect(String(decoding: table.identifiers(of: 0)[59_999], as: UTF8.self) == "E59999")
  }
}
