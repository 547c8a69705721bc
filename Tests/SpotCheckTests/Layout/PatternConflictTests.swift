import SpotCheckIngest
import Testing

@testable import SpotCheck

@Suite struct PatternConflictTests {
  @Test(arguments: [
    ("MM/dd/yyyy", "dd/MM/yyyy"), ("M/d/yyyy", "d/M/yyyy"), ("M/d/yyyy", "dd/MM/yyyy"),
    ("yyyyMMdd", "ddMMyyyy"), ("yyyyMMdd", "MMddyyyy"), ("yyyy-MM-dd", "yyyy-dd-MM"),
    ("iso8601", "yyyy-dd-MM"),
    ("yyyyMd", "excel-serial"), ("yyyyMM.dd", "excel-serial"), ("yyyyMd", "yyyyMd"),
    ("yyyy-MM-dd HH:mm", "yyyy-MM-dd mm:HH"), ("yyyyMMddHHmmss", "ddMMyyyyHHmmss"), ("yyyyMMdd", "yyyyddMM"),
    ("yyyy年d月M日", "yyyy年M月d日"), ("iso8601", "yyyy-MM-ddTmm:HH"),
  ])
  func differentReadingsAreFound(first: String, second: String) throws {
    for (left, right) in [(first, second), (second, first)] {
      let one = try #require(DatePattern(left))
      let other = try #require(DatePattern(right))
      if left.contains("Tmm") || right.contains("Tmm") {
        // iso8601 is compared by its date alone.
        #expect(PatternConflict(one, other) == nil)
      } else {
        #expect(PatternConflict(one, other) != nil, "\(left) and \(right)")
      }
    }
  }

  @Test(arguments: [
    ("yyyyMMdd", "excel-serial"), ("yyyy-MM-dd", "MM/dd/yyyy"), ("yyyy-MM-dd", "yyyy-M-d"),
    ("yyyy/MM/dd", "yyyy/M/d"), ("yyyy-MM-dd", "iso8601"), ("yyyy-MM-ddTHH:mm:ss", "iso8601"),
    ("yyyy-MM-dd HH:mm:ss", "iso8601"), ("excel-serial", "iso8601"), ("excel-serial", "excel-serial"),
    ("iso8601", "iso8601"), ("yyyy年M月d日", "yyyy年MM月dd日"), ("MM/dd/yyyy", "M/d/yyyy"),
    ("yyyy-MM-dd", "yyyy-MM-dd HH:mm"), ("yyyyMMddHHmmss", "yyyyMMdd"),
  ])
  func oneReadingIsNoConflict(first: String, second: String) throws {
    let one = try #require(DatePattern(first))
    let other = try #require(DatePattern(second))
    #expect(PatternConflict(one, other) == nil)
    #expect(PatternConflict(other, one) == nil)
  }

  @Test func theExampleIsReadInTwoWays() throws {
    let one = try #require(DatePattern("MM/dd/yyyy"))
    let other = try #require(DatePattern("dd/MM/yyyy"))
    #expect(PatternConflict(one, other)?.example == "01/02/2024")
  }

  @Test func builtInPatternsAgree() {
    #expect(Synonyms.patterns.count == Synonyms.patternTexts.count)
    #expect(PatternConflict.first(in: zip(Synonyms.patternTexts, Synonyms.patterns).map { ($0, $1) }) == nil)
  }
}
