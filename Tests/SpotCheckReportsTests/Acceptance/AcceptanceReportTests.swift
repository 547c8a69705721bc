import Foundation
import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Acceptance reports")
struct AcceptanceReportTests {
  private static func report(lot: Int? = nil) throws -> AcceptanceReport {
    let points = try #require(
      RiskPoints(
        acceptable: DecimalFraction(digits: 2, places: 2), rejectable: DecimalFraction(digits: 8, places: 2)))
    let model = lot.map { SamplingModel.hypergeometric(lotSize: $0) } ?? .binomial
    let plan = try #require(
      SamplingPlan.double(
        first: SamplingPlan.Stage(size: 52, acceptanceNumber: 1, rejectionNumber: 5), secondSize: 52,
        acceptanceNumber: 4))
    return AcceptanceReport(plan: plan, model: model, points: points)
  }

  @Test("what people read", arguments: Language.allCases)
  func text(language: Language) throws {
    let text = try Self.report(lot: 500).text(language: language, width: 80, style: Style(isColored: false))
    try expectSnapshot(text, named: "acceptance.\(language.rawValue).txt")
  }

  @Test("the golden operating characteristic", arguments: Language.allCases)
  func golden(language: Language) throws {
    let svg = String(decoding: try Self.report().svg(language: language), as: UTF8.self)
    try expectSnapshot(
      svg.replacing("><", with: ">\n<") + "\n", named: "characteristic.\(language.rawValue).svg")
  }

  @Test("a picture of its own is one XML document with title, description and styles, in one language")
  func document() throws {
    let svg = String(decoding: try Self.report().svg(language: .english), as: UTF8.self)
    #expect(svg.contains("<title id=\"title\">Operating characteristic</title>"))
    #expect(svg.contains("aria-labelledby=\"title\" aria-describedby=\"description\""))
    #expect(svg.contains("<style>") && svg.contains("svg .rate{"))
    #expect(!svg.contains("接收概率"))
    #expect(!svg.contains("var("))
  }

  @Test("the curve is drawn as it is reckoned: it never rises")
  func curve() throws {
    let svg = String(decoding: try Self.report().svg(language: .english), as: UTF8.self)
    let list = try #require(svg.firstMatch(of: /<polyline class="rate" points="([^"]*)"/)).1
    let heights = list.split(separator: " ").compactMap {
      $0.split(separator: ",").last.flatMap { Double($0) }
    }
    #expect(heights.count == 201)
    #expect(heights.first == 24)
    #expect(zip(heights, heights.dropFirst()).allSatisfy { $0 <= $1 })
  }

  @Test("CSV and JSON give the same curve, with the numbers of the lot where there is one")
  func data() throws {
    struct Answer: Decodable {
      struct Point: Decodable {
        var p: Double
        var nonconforming: Int?
        var acceptance: Double
        var asn: Double
        var aoq: Double
        var ati: Double?
      }
      struct Risk: Decodable {
        var nonconforming: Int?
        var risk: Double
        var kept: Bool
      }
      var producer: Risk
      var consumer: Risk
      var aoql: Double
      var curve: [Point]
    }
    for lot in [500, nil] {
      let report = try Self.report(lot: lot)
      let answer = try JSONDecoder().decode(Answer.self, from: Data(report.json))
      let lines = String(decoding: report.csv, as: UTF8.self).split(separator: "\n")
      #expect(lines.count == answer.curve.count + 1)
      for (line, point) in zip(lines.dropFirst(), answer.curve) {
        let count = point.nonconforming.map { String($0) } ?? ""
        let items = point.ati.map { $0.description } ?? ""
        #expect(line == "\(point.p),\(count),\(point.acceptance),\(point.asn),\(point.aoq),\(items)")
        #expect(point.aoq <= answer.aoql)
      }
      #expect(answer.producer.nonconforming == lot.map { $0 / 50 })
      #expect(answer.producer.risk <= 0.05 && answer.producer.kept)
      #expect(answer.curve.allSatisfy { ($0.ati == nil) == (lot == nil) })
    }
  }

  @Test("a small lot shows every quality that it can have, once")
  func smallLot() throws {
    let plan = try #require(SamplingPlan.single(size: 5, acceptanceNumber: 0))
    let report = AcceptanceReport(plan: plan, model: .hypergeometric(lotSize: 10))
    let counts = report.evenQualities(steps: 200).map { $0.fraction * 10 }
    #expect(counts == (0...Int(counts.last ?? 0)).map(Double.init))
    let svg = String(decoding: report.svg(language: .simplifiedChinese), as: UTF8.self)
    #expect(svg.split(separator: "class=\"mark value\"").count == counts.count + 1)
  }
}
