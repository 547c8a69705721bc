import SpotCheckIngest
import Testing

@testable import SpotCheck

@Suite struct RejectWordsTests {
  @Test(arguments: RejectReason.allCases)
  func everyReasonSpeaksBothLanguages(reason: RejectReason) {
    let english = reason.message(in: .english)
    let chinese = reason.message(in: .simplifiedChinese)
    #expect(english.contains(";") && chinese.contains("；"))
    #expect(!english.contains("\n") && !chinese.contains("\n"))
  }

  @Test func everyReasonHasWordsOfItsOwn() {
    for language in Language.allCases {
      let messages = RejectReason.allCases.map { $0.message(in: language) }
      #expect(Set(messages).count == messages.count)
    }
  }
}
