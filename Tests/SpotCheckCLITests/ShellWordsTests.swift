import Testing

@testable import SpotCheckCLI

@Suite("Command lines")
struct ShellWordsTests {
  @Test(
    "a word is quoted where a shell would take it apart",
    arguments: [
      (["/usr/bin/spotcheck", "analyze", "a.csv"], "spotcheck analyze a.csv"),
      (["spotcheck", "my dumps/", ""], "spotcheck 'my dumps/' ''"),
      (["spotcheck", "it's", "$HOME"], #"spotcheck 'it'\''s' '$HOME'"#),
      (["spotcheck", "云南.csv", "--max-rejects", "1%"], "spotcheck 云南.csv --max-rejects 1%"),
    ])
  func line(arguments: [String], expected: String) {
    #expect(ShellWords.line(arguments) == expected)
  }
}
