import Testing

@testable import SpotCheck

@Suite struct NearestWordTests {
  @Test(arguments: [
    ("regoin", "region"), ("colums", "columns"), ("duplicate", "duplicates"), ("follow-up", "follow_up"),
    ("xyz", nil), ("", nil), ("unit", "unit"),
  ])
  func fewEditsAreNear(word: String, nearest: String?) {
    let words = ["region", "columns", "duplicates", "follow_up", "unit"]
    #expect(nearestWord(to: word, in: words) == nearest)
  }

  @Test func longWordsAreNearToNothing() {
    #expect(
      nearestWord(to: String(repeating: "a", count: 65), in: [String(repeating: "a", count: 64)]) == nil)
  }
}
