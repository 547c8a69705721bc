import SpotCheckSynthesis
import Testing

@Suite struct DumpMonthTests {
  @Test(arguments: [
    ("2023-01", DumpMonth(year: 2023, month: 1)), ("0099-12", DumpMonth(year: 99, month: 12)),
    ("2023-13", nil), ("2023-1", nil), ("0000-01", nil), ("+023-01", nil), ("2023-01-01", nil), ("", nil),
  ])
  func aMonthIsReadFromText(text: String, month: DumpMonth?) {
    #expect(DumpMonth(text) == month)
    if let month { #expect(month.description == text) }
  }

  @Test func daysAreThoseOfTheMonth() throws {
    var recipe = DumpRecipe(records: 7_000, seed: 1)
    recipe.start = DumpMonth(year: 2024, month: 1)
    recipe.months = 14
    let days = Dictionary(grouping: try DumpGenerator(recipe).fields().map { $0[9] }) { $0.prefix(7) }
      .mapValues { $0.map { $0.suffix(2) }.max() }
    #expect(days["2024-02"] == "29")
    #expect(days["2024-04"] == "30")
    #expect(days["2024-12"] == "31")
    #expect(days["2025-02"] == "28")
  }
}
