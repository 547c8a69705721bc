import Foundation
import SpotCheck
import SpotCheckIngest
import SpotCheckStatistics
import Testing

@Suite("Reading a survey")
struct SurveyReadingTests {
  /// A folder with a dump of 400 records, a layout with a region table, and a plan; gone after `body`.
  private static func withFolder<R>(_ body: (String) async throws -> R) async throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "spotcheck-\(UUID().uuidString)")
    try FileManager.default.createDirectory(
      at: folder.appending(path: "dumps"), withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var dump = "区划代码,产品类别,抽样日期,检验结论\n"
    for record in 0..<400 {
      let region = record % 2 == 0 ? "530102" : "530302"
      let result = record % 40 == 1 || record % 8 == 0 ? "不合格" : "合格"
      dump += "\(region),食品,2024-0\(record % 9 + 1)-15,\(result)\n"
    }
    dump += "530302,食品,2024-12-31,合格\n"
    let files = [
      "dumps/all.csv": dump,
      "regions.csv": "code,name,level,parent\n530100,昆明市,prefecture,\n530300,曲靖市,prefecture,\n",
      "layout.yaml": "version: 1\nregions: { file: regions.csv }\n",
      "plan.yaml": "version: 1\nindicators:\n  - id: food\n    target: { 2024: 0.95 }\n",
    ]
    for (name, text) in files {
      try text.write(to: folder.appending(path: name), atomically: true, encoding: .utf8)
    }
    return try await body(folder.path)
  }

  @Test func sixLinesLeadFromDumpsToFindings() async throws {
    try await Self.withFolder { folder in
      let layout = try Layout(contentsOf: "\(folder)/layout.yaml")
      let plan = try Plan(contentsOf: "\(folder)/plan.yaml")
      let survey = try await Survey.read(["\(folder)/dumps"], layout: layout, plan: plan) { _ in }
      let assessment = try Assessment(of: survey, against: plan)
      let proven = assessment.findings.filter { $0.evidence == .provenShortfall && $0.category == "*" }

      #expect(survey.ingested.total.accepted == 401)
      #expect(proven.map(\.region) == ["*", "530100"])
      #expect(assessment.finding(at: "530100")?.regionName == "昆明市")
      #expect(assessment.finding(at: "530100")?.passes == 150)
      #expect(assessment.finding(at: "530300")?.trials == 201)
      #expect(
        survey.warnings.contains(.regionCodeUnknown(code: "530102", ancestor: "530100", trials: 200)))
    }
  }

  @Test func readingOnTheCallersThreadYieldsTheSame() async throws {
    try await Self.withFolder { folder in
      let layout = try Layout(contentsOf: "\(folder)/layout.yaml")
      let apart = try await Survey.read(["\(folder)/dumps"], layout: layout)
      let here = try Survey(reading: ["\(folder)/dumps"], layout: layout)
      #expect(apart.ingested.cube == here.ingested.cube)
      #expect(apart.regions == here.regions)
    }
  }

  @Test func aStrictTableRejectsWhatItDoesNotKnow() async throws {
    try await Self.withFolder { folder in
      var layout = try Layout(contentsOf: "\(folder)/layout.yaml")
      layout.regions.isStrict = true
      layout.regions.aliases = ["530302": "530300"]
      let survey = try Survey(reading: ["\(folder)/dumps"], layout: layout)
      #expect(survey.ingested.total.accepted == 201)
      #expect(survey.ingested.total.rejectedBy == [.unknownRegion: 200])
      layout.regions.file = nil
      let error = #expect(throws: SpotCheckError.self) {
        try Survey(reading: ["\(folder)/dumps"], layout: layout)
      }
      #expect(error?.kind == .missingKey("regions.file"))
    }
  }

  @Test func aCancelledTaskStopsReading() async throws {
    try await Self.withFolder { folder in
      let reading = Task {
        unsafe withUnsafeCurrentTask { unsafe $0?.cancel() }
        return try await Survey.read(["\(folder)/dumps"])
      }
      let error = await #expect(throws: SpotCheckError.self) { try await reading.value }
      #expect(error?.kind == .interrupted || error?.kind == .ingest(IngestError(.cancelled)))
    }
  }

  @Test func aMissingInputIsAnErrorOfTheFloorBelow() async throws {
    let error = await #expect(throws: SpotCheckError.self) { try await Survey.read(["/no/such/dump.csv"]) }
    guard case .ingest(let below) = error?.kind else {
      Issue.record("\(String(describing: error)) is not an ingest error")
      return
    }
    #expect(below.kind == .noSuchInput)
  }

  @Test func aRegionTableThatCannotBeReadIsNamed() async throws {
    try await Self.withFolder { folder in
      try "code,name,level,parent\n1,甲,,9\n".write(
        toFile: "\(folder)/regions.csv", atomically: true, encoding: .utf8)
      let layout = try Layout(contentsOf: "\(folder)/layout.yaml")
      let error = #expect(throws: SpotCheckError.self) {
        try Survey(reading: ["\(folder)/dumps"], layout: layout)
      }
      #expect(error?.kind == .badRegionTable(.unknownParent))
      #expect(error?.file?.hasSuffix("regions.csv") == true)
      #expect(error?.line == 2)
    }
  }
}

extension Assessment {
  fileprivate func finding(at region: String) -> Finding? {
    findings.first { $0.region == region }
  }
}
