import Foundation
import SpotCheck
import Testing

@Suite("How a finding is made")
struct HowAFindingIsMadeTests {
  private static let example = Result { try Example() }

  @Test("the article's records are those of the dumps")
  func records() throws {
    let article = try Article()
    let dump = try Article.text(of: "SampleData/dumps/2024-08.csv")
    let record = try #require(article.lines.first { $0.hasPrefix("DC") })
    #expect(dump.contains("\n" + record + "\n"))
    let ingested = try Self.example.get().survey.ingested
    var accounts = [("all \(ingested.files.count)", ingested.total)]
    for file in ingested.files {
      let name = file.path.split(separator: "/").last.map(String.init) ?? ""
      if ["2024-03.csv", "2024-09.csv"].contains(name) { accounts.append((name, file.accounting)) }
    }
    let rows = accounts.map { name, account in
      "| \(name) | \(account.records) | \(account.accepted) | \(account.rejected) | \(account.ignored)"
        + " | \(account.duplicates) |"
    }
    #expect(article.lines.filter { $0.hasPrefix("| all") || $0.contains(".csv |") } == rows)
  }

  @Test("the article's months are those of the survey, with what each month's end would have said")
  func months() throws {
    let example = try Self.example.get()
    let planned = example.finding.trials
    var passes: [Int] = []
    var trials: [Int] = []
    var rows: [String] = []
    for point in example.months {
      trials.append((trials.last ?? 0) + point.trials)
      passes.append((passes.last ?? 0) + point.passes)
      let (k, n) = (passes[rows.count], trials[rows.count])
      let fixed = ExactTest.pShortfall(passes: k, trials: n, target: example.target)
      let anytime = AnytimeTest.pValues(passes: passes, trials: trials, target: example.target).shortfall
      let projection = YearEndProjection(
        passes: k, trials: n, remaining: planned - n, target: example.target)
      let rate = Rounding.percentText(passes: point.passes, trials: point.trials, decimals: 2)
      let month = Period(.month, containing: point.month).text
      rows.append(
        "| \(month) | \(point.trials) | \(point.passes) | \(rate) | \(n) | \(k) | \(text(fixed))"
          + " | \(text(anytime)) | \(planned - n) | \(projection.need) | \(text(projection.chanceMet)) |")
    }
    #expect(try Article().lines.filter { $0.hasPrefix("| 2024-") && !$0.contains(".csv |") } == rows)
  }

  @Test("the article's sentences have the finding's figures")
  func verdict() throws {
    let example = try Self.example.get()
    let finding = example.finding
    let (n, k) = (finding.trials, finding.passes)
    let target = example.target
    let next = try #require(example.family.dropFirst().first)
    let members = example.family.count
    let proven = example.family.count { ($0.qShortfall ?? 1) <= 0.05 }
    let (low, high) = try (#require(finding.lower), #require(finding.upper))
    let (bound, boundLevel) = try (#require(finding.bound), #require(finding.boundLevel))
    let (p, q) = try (#require(finding.pShortfall), #require(finding.qShortfall))
    let (nextP, nextQ) = try (#require(next.pShortfall), #require(next.qShortfall))
    let excess = try #require(finding.excessFailures)
    let shrunken = try #require(finding.shrunkenRate)
    let (lambda, below) = try (#require(finding.lambda), #require(finding.probabilityBelow))
    try expect([
      "\(k) of \(n) units passed and \(n - k) failed",
      "\(k)/\(n) = \(fixed(finding.passRate, 4))",
      "Wilson interval is \(fixed(low, 4)) … \(fixed(high, 4))",
      "\(k) · \(target.scale) = \(k * target.scale) is less than \(target.digits) · \(n) = \(target.digits * n)",
      "⌈\(target) · \(n)⌉ = \(target.ceiling(of: n)) units had to pass: \(finding.passesShort ?? 0) are missing",
      "\(n - k) failures are \(fixed(excess, 2)) more than the \(fixed(Double(n - k) - excess, 2)) that it allows",
      "P(X ≤ \(k) | \(n), \(target)) = \(text(p))",
      "family of \(members) prefectures",
      "q = \(members) · \(text(p)) / 1 = \(text(q))",
      "Nujiang, with \(next.passes) of \(next.trials), has p = \(text(nextP))",
      "q = \(members) · \(text(nextP)) / 2 = \(text(nextQ))",
      "One of \(members) is proven",
      "1 − 1 · 0.05 / \(members) = \(boundLevel)",
      "bound is \(fixed(bound, 4))",
      "`\(finding.evidence.rawValue)`",
      "Nujiang is `\(next.evidence.rawValue)`",
      "shrunken rate is \(fixed(shrunken, 4)), with λ = \(fixed(lambda, 4))",
      "P(θ < τ) = \(fixed(below, 4))",
    ])
    #expect(proven == 1 && next.region == "533300" && bound < target.value)
  }

  @Test("the article's surroundings are those of the outlook")
  func surroundings() throws {
    let example = try Self.example.get()
    let outlook = example.outlook
    let change = try #require(
      outlook.comparisons.first { $0.period == "2024" && example.isSubject($0.subject) })
    let counties = try #require(
      outlook.contributions.first {
        $0.period == "2024" && $0.dimension == .region && example.isSubject($0.subject)
      })
    let worst = try #require(counties.parts.first)
    let funnel = try #require(
      outlook.funnels.first { example.isOfYear($0.indicator, $0.category, $0.period) })
    let place = try #require(funnel.points.first { $0.region == example.finding.region })
    let ranking = try #require(
      outlook.rankings.first { example.isOfYear($0.indicator, $0.category, $0.period) })
    let rank = try #require(ranking.entries.first { $0.region == example.finding.region })
    let trend = try #require(outlook.trends.first { example.isSubject($0.subject) })
    let (odds, q) = try (#require(trend.oddsRatio), #require(trend.q))
    let provisional = try #require(outlook.provisionalFrom)
    let limits = "\(signed(change.lower)) … \(signed(change.upper))"
    try expect([
      "\(signed(change.difference)) points on 2023, with an interval of \(limits)",
      "\(worst.name ?? "") with \(worst.trials - worst.passes) failures of \(worst.trials)",
      "\(fixed(worst.excessFailures, 3)) of the \(fixed(counties.excessFailures, 2)) failures too many",
      "`\(place.position.rawValue)`, and `\(place.plainPosition.rawValue)` by chance alone",
      "\(rank.ranks.best) … \(rank.ranks.worst) of \(ranking.entries.count), median \(rank.medianRank)",
      "grade `\(rank.grade?.rawValue ?? "")`",
      "odds of passing grew \(fixed(odds, 2)) times a year, q = \(fixed(q, 2)): `\(trend.direction.rawValue)`",
      "from \(Period(.month, containing: provisional).text) on are provisional",
    ])
  }

  /// Expects each text in the article, wherever its lines break.
  private func expect(_ texts: [String]) throws {
    let article = try Article().lines.joined(separator: " ")
    for text in texts {
      let isThere = article.contains(text)
      #expect(isThere, "the article lacks: \(text)")
    }
  }

  private func fixed(_ value: Double?, _ decimals: Int) -> String {
    value.map { String(format: "%.\(decimals)f", $0) } ?? ""
  }

  /// A difference of rates in percentage points, with its sign.
  private func signed(_ difference: Double) -> String {
    String(format: "%+.2f", 100 * difference).replacing("-", with: "−")
  }

  /// A probability with four decimals, or with two more digits of its own where it is small; 0 only where it is.
  private func text(_ p: Double) -> String {
    p == 0 ? "0" : p < 0.001 ? String(format: "%.2e", p) : fixed(p, 4)
  }
}

/// The article, line by line.
private struct Article {
  let lines: [String]

  init() throws {
    lines = try Self.text(of: "Sources/SpotCheck/SpotCheck.docc/HowAFindingIsMade.md")
      .split(separator: "\n").map(String.init)
  }

  static let package = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func text(of file: String) throws -> String {
    String(decoding: try Data(contentsOf: package.appending(path: file)), as: UTF8.self)
  }
}

/// What the article follows, made from the sample data.
private struct Example {
  let survey: Survey
  let outlook: Outlook
  /// Zhaotong's manufacturing in 2024.
  let finding: Finding
  /// The findings judged together with it, the smallest p first.
  let family: [Finding]
  /// Its months of the year.
  let months: [MonthlySeries.Point]
  let target: DecimalFraction

  init() throws {
    func path(_ file: String) -> String { Article.package.appending(path: "SampleData/\(file)").path }
    let layout = try Layout(contentsOf: path("layout.yaml"))
    let plan = try Plan(contentsOf: path("plan-2023-2025.yaml"))
    survey = try Survey(reading: [path("dumps")], layout: layout, plan: plan)
    let assessment = try Assessment(of: survey, against: plan)
    outlook = Outlook(of: survey, assessment)
    family = assessment.findings
      .filter {
        $0.indicator == "manufacturing" && $0.period == "2024" && $0.category == "制造业"
          && $0.regionLevel == "prefecture" && $0.qShortfall != nil
      }
      .sorted { ($0.pShortfall ?? 1) < ($1.pShortfall ?? 1) }
    let finding = try #require(family.first { $0.region == "530600" })
    self.finding = finding
    let series = try #require(
      outlook.series.first { $0.subject.indicator == "manufacturing" && $0.subject.region == finding.region })
    months = series.points.filter { $0.month.year == 2024 }
    target = try #require(finding.targetText.flatMap { DecimalFraction($0) })
  }

  func isSubject(_ subject: OutlookSubject) -> Bool {
    subject.indicator == finding.indicator && subject.region == finding.region
      && subject.category == finding.category
  }

  func isOfYear(_ indicator: String, _ category: String, _ period: String) -> Bool {
    indicator == finding.indicator && category == finding.category && period == finding.period
  }
}
