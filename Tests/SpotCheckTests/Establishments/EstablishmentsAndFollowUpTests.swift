import Foundation
import SpotCheck
import SpotCheckIngest
import Testing

@Suite("Establishments and follow-up: the article")
struct EstablishmentsAndFollowUpTests {
  private static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  private static func establishments() throws -> Establishments {
    func path(_ file: String) -> String { package.appending(path: "SampleData/\(file)").path }
    var options = SurveyOptions()
    options.dimensions = [Establishments.dimension]
    let survey = try Survey(
      reading: [path("dumps")], layout: try Layout(contentsOf: path("layout.yaml")), options: options)
    return try #require(Establishments(of: survey))
  }

  @Test("the article's figures are those of the sample data")
  func figures() throws {
    let article = String(
      decoding: try Data(
        contentsOf: Self.package.appending(
          path: "Sources/SpotCheck/SpotCheck.docc/EstablishmentsAndFollowUp.md")), as: UTF8.self
    ).replacing("\n", with: " ")
    let establishments = try Self.establishments()
    let classes = establishments.classCounts
    let open = establishments.openFailures
    let worst = try #require(establishments.worst(1).first)
    let prior = try #require(establishments.priors.first { $0.sector == "建设工程" })
    let (alpha, beta) = try (#require(prior.alpha), #require(prior.beta))
    let closed = try #require(establishments.first { $0.id == "安宁市苍山工贸有限公司" })
    let again = try #require(open.first { $0.isFollowUp })
    var texts = [
      "as of \(establishments.asOf?.iso8601 ?? "")",
      "\(establishments.count) establishments",
      "no rate and no class: there are \(classes.unrated)",
      "\(closed.id) failed in \(closed.category) on \(closed.lastFailed?.iso8601 ?? "") and passed there on "
        + "\(closed.lastInspected?.iso8601 ?? ""): nothing is open",
      "\(establishments[worst].id) failed twice",
      "In all \(open.count) failures are open, \(open.count { $0.isFollowUp }) of them found by follow-ups, such as that of "
        + "\(establishments[again.establishment].id) on \(again.failedOn?.iso8601 ?? "")",
      "Beta(\(fixed(alpha, 2)), \(fixed(beta, 2)))",
      "= \(fixed(establishments[worst].shrunkenRate, 4)),",
      "is \(fixed(establishments[worst].probabilityBelow, 4)).",
      "`--risk \(RiskScale.standard)`",
      "makes A \(classes.inClasses[0]), B \(classes.inClasses[1]), C \(classes.inClasses[2]) and D \(classes.inClasses[3])",
    ]
    texts += open.filter { $0.establishment == worst }.map { failure in
      "| \(failure.sample ?? "") | \(failure.category) | \(failure.failedOn?.iso8601 ?? "") | \(failure.daysOpen ?? -1) |"
    }
    texts += establishments.priors.map { prior in
      "| \(prior.sector) | \(prior.establishments) | \(prior.trials) | \(prior.passes) | \(prior.kind.rawValue) |"
    }
    for text in texts {
      let isThere = article.contains(text)
      #expect(isThere, "the article lacks: \(text)")
    }
    #expect(establishments[worst].trials == 2 && establishments[worst].passes == 0)
    #expect(closed.openFailures == 0 && closed.lastConformed == true)
    #expect(establishments.unnamedUnits == 0 && !establishments.hasCodes)
  }

  private func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.map { String(format: "%.\(decimals)f", $0) } ?? ""
  }
}
