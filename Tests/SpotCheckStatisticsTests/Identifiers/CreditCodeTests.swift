import SpotCheckStatistics
import Testing

struct CreditCodeTests {
  @Test func theRightLastCharacterIsValid() throws {
    let published = try #require(CreditCode("91350100M000100Y4Z"))
    #expect(published.checkCharacter == "3" && !published.isValid)
    #expect(try #require(CreditCode("91350100M000100Y43")).isValid)
  }

  @Test func anyOtherCharacterIsNoticed() {
    let code = Array("91350100M000100Y43")
    for place in code.indices.dropLast() {
      for character in "0123456789ABCDEFGHJKLMNPQRTUWXY" where character != code[place] {
        var wrong = code
        wrong[place] = character
        #expect(CreditCode(String(wrong))?.isValid == false)
      }
    }
  }

  @Test(arguments: [
    "", "91350100M000100Y4", "91350100M000100Y433", "9135010OM000100Y43", "９1350100M00010043",
  ])
  func whatIsNoCodeIsNil(text: String) {
    #expect(CreditCode(text) == nil)
  }

  @Test func aSumOfWholeThirtyOnesAsksForZero() throws {
    #expect(try #require(CreditCode("000000000000000000")).isValid)
    #expect(try #require(CreditCode("00000000000000000Z")).isValid == false)
  }
}
