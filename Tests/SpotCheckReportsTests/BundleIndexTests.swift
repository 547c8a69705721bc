import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Index of a bundle")
struct BundleIndexTests {
  @Test("the golden texts", arguments: Language.allCases)
  func golden(language: Language) throws {
    let names = [
      "report.txt", "report.json", "report.html", "report.xlsx", "cells.csv", "findings.csv", "conflicts.csv",
    ]
    let files = names.enumerated().map {
      BundleIndex.File(name: $1, sha256: String(repeating: "\($0)", count: 64))
    }
    let index = BundleIndex(files, of: ReportSamples.planned, plan: ReportSamples.plan, language: language)
    try expectSnapshot(index.text, named: "index.\(language.rawValue).txt")
  }
}
