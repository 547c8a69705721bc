import Testing

@testable import SpotCheckReports

@Suite("Tables of pages")
struct PageTableTests {
  private func table(_ rows: [[String]], kind: PageTable.Kind = .plain, hidden: Int = 0) -> String {
    var table = PageTable(
      id: "t", caption: Wording("caption"),
      columns: [PageTable.Column(Wording("name")), PageTable.Column(Wording("n"), isNumber: true)],
      hidden: hidden, kind: kind)
    table.rows = rows.map { $0.map { PageTable.Cell($0) } }
    var markup = Markup()
    table.write(to: &markup)
    return markup.text
  }

  @Test("heads have scopes, rows a head, numbers a class")
  func scopes() {
    let text = table([["a", "1"]])
    #expect(text.contains("<th scope=\"col\">name</th><th scope=\"col\" class=\"n\">n</th>"))
    #expect(text.contains("<tr><th scope=\"row\">a</th><td class=\"n\">1</td></tr>"))
    #expect(text.contains("aria-labelledby=\"t-caption\""))
  }

  @Test("a table without rows is not written; what is left out is counted")
  func folds() {
    #expect(table([]).isEmpty)
    #expect(table([["a", "1"]], hidden: 1234).contains("1,234 more"))
    #expect(!table([["a", "1"]]).contains("more"))
  }

  @Test("only interactive tables have a field to filter, hidden until a script runs")
  func filter() {
    #expect(table([["a", "1"]], kind: .interactive).contains("<p class=\"filter\" hidden><label>"))
    #expect(!table([["a", "1"]]).contains("<input"))
  }

  @Test("texts of any length are cut")
  func long() {
    let text = table([[String(repeating: "长", count: 5000), "1"]])
    #expect(text.utf8.count < 1200)
    #expect(text.contains("…"))
  }
}

@Suite("Columns of tables")
struct PageTableColumnTests {
  private func table(_ rows: [[String]]) -> PageTable {
    var table = PageTable(
      id: "t", caption: Wording("caption"),
      columns: rows[0].indices.map { PageTable.Column(Wording("column \($0)")) })
    table.rows = rows.map { $0.map { PageTable.Cell($0) } }
    return table
  }

  @Test("what all rows share moves to the caption")
  func hoist() {
    var table = table([["a", "2024", "x"], ["b", "2024", "y"]])
    table.hoist([0, 1, 2])
    #expect(table.caption.english == "caption · 2024")
    #expect(table.rows.map { $0.map(\.text.english) } == [["a", "x"], ["b", "y"]])
    #expect(table.columns.count == 2)
  }

  @Test("a table of one row keeps its columns")
  func single() {
    var table = table([["a", "2024"]])
    table.hoist([0, 1])
    #expect(table.columns.count == 2)
    #expect(table.caption.english == "caption")
  }

  @Test("columns that say nothing are left out")
  func empty() {
    var table = table([["a", "—", "", "x"], ["b", "—", "—", ""]])
    table.removeEmptyColumns()
    #expect(table.rows.map { $0.map(\.text.english) } == [["a", "x"], ["b", ""]])
  }
}
