import Foundation
import SpotCheckIngest
import Testing
import TestSupport

@Suite("Real dumps", .enabled(if: RealData.isPresent, "real dumps stand in ../shared/realdata"))
struct RealDataTests {
  private func field(_ name: String, _ header: String) -> FieldSource {
    FieldSource(name: name, columns: [.header(header)])
  }

  private func schema(
    region: FieldSource?, category: FieldSource?, date: (String, [String])?, result: String,
    rule: ResultSource.Rule
  ) -> Schema {
    var schema = Schema(result: ResultSource(fields: [field("result", result)], rule: rule))
    if let region { schema.dimensions.append(DimensionSource(name: "region", levels: [region])) }
    if let category { schema.dimensions.append(DimensionSource(name: "category", levels: [category])) }
    if let date {
      schema.date = DateSource(field: field("date", date.0), patterns: date.1.compactMap { DatePattern($0) })
    }
    return schema
  }

  @Test("Chicago by zip, facility type and month")
  func chicago() throws {
    let read = try ingest(
      [RealData.path("chicago/food_inspections_2011_2014.csv")],
      schema: schema(
        region: field("region", "Zip"), category: field("category", "Facility_Type"),
        date: ("Inspection_Date", ["yyyy-MM-dd"]), result: "Results",
        rule: .labels(LabelSet(pass: ["Pass", "Pass w/ Conditions"], fail: ["Fail"]))))
    #expect(read.total.records == 27_600)
    #expect(read.total.accepted == 27_557)
    #expect(read.total.rejectedBy == [.missingValue: 43])
    #expect(read.cube.dimensions.map(\.keys.count) == [60, 201])
    let counted = try independentCount(
      of: "chicago/food_inspections_2011_2014.csv", by: ["Zip", "Facility_Type", "Inspection_Date"],
      result: "Results",
      passes: ["Pass", "Pass w/ Conditions"])
    #expect(counted.count == 5_678)
    let isEqual = named(read.cube) == counted
    #expect(isEqual)
  }

  /// Trials and passes by the texts of three columns, the third a date cut to its month.
  ///
  /// Records with a blank are left out. Nothing of the engine is used.
  private func independentCount(
    of name: String, by columns: [String], result: String, passes: Set<String>
  ) throws -> [[String]: [Int]] {
    let text = try Array(Data(contentsOf: URL(fileURLWithPath: RealData.path(name))))
    let rows = PlainScanner(text).records().map { record in
      zip([record.start - 1] + record.fieldEnds, record.fieldEnds).map { before, end in
        String(decoding: text[(before + 1)..<end], as: UTF8.self)
          .trimmingCharacters(in: .whitespacesAndNewlines.union(CharacterSet(charactersIn: "\"")))
      }
    }
    let header = try #require(rows.first)
    let places = try (columns + [result]).map { try #require(header.firstIndex(of: $0)) }
    var cells: [[String]: [Int]] = [:]
    for row in rows.dropFirst() {
      var values = places.map { row[$0] }
      guard let verdict = values.popLast(), !values.contains("") else { continue }
      values[2] = String(values[2].prefix(7))
      cells[values, default: [0, 0]][0] += 1
      cells[values, default: [0, 0]][1] += passes.contains(verdict) ? 1 : 0
    }
    return cells
  }

  @Test("Austin: addresses over three lines, scores with a bound")
  func austin() throws {
    let condition = try #require(ScoreCondition(">= 70"))
    let read = try ingest(
      [RealData.path("austin/scores.csv")],
      schema: schema(
        region: field("region", "zip"), category: nil, date: ("inspection-date", ["MM/dd/yyyy"]),
        result: "score", rule: .passIf(condition)))
    #expect(read.total.records == 23_093)
    #expect(read.total.accepted == 23_093)
    #expect(read.cube.cells.reduce(0) { $0 + $1.trials - $1.passes } == 193)
  }

  @Test("Alim'confiance: semicolons, unquoted commas, offsets in dates")
  func alimconfiance() throws {
    var region = field("region", "Code_postal")
    region.first = 2
    let read = try ingest(
      [RealData.path("alimconfiance/inspections_2018_2019.csv")],
      schema: schema(
        region: region, category: nil, date: ("Date_inspection", ["iso8601"]), result: "Synthese_eval_sanit",
        rule: .labels(
          LabelSet(
            pass: ["Satisfaisant", "Très satisfaisant"],
            fail: ["A améliorer", "A corriger de manière urgente"]))))
    #expect(read.total.records == 15_463)
    #expect(read.total.accepted == 15_463)
    #expect(read.cube.cells.reduce(0) { $0 + $1.passes } == 8_984 + 5_298)
    #expect(read.files.map(\.dialect.delimiter) == [0x3B])
  }

  @Test(
    "The ragged twin loses its ragged records only", arguments: [("well_formed", 5_000), ("ragged", 4_767)])
  func violations(name: String, accepted: Int) throws {
    let read = try ingest(
      [RealData.path("violations/\(name).csv")],
      schema: schema(
        region: field("region", "production_location"), category: field("category", "food_category"),
        date: nil,
        result: "grade", rule: .labels(LabelSet(pass: ["0"], fail: ["1", "2", "3", "4", "5"]))))
    #expect(read.total.records == 5_000)
    #expect(read.total.accepted == accepted)
    #expect(read.total.rejectedBy == (accepted == 5_000 ? [:] : [.fieldCount: 233]))
    #expect(read.cube.cells.allSatisfy { $0.month == nil })
  }

  @Test("RASFF in GB18030: labels with a trailing space")
  func rasff() throws {
    let read = try ingest(
      [RealData.path("rasff-gb18030/alerts_2021.csv")],
      schema: schema(
        region: field("region", "发布单位"), category: nil, date: nil, result: "判定",
        rule: .labels(LabelSet(pass: ["未定"], fail: ["严肃的"]))))
    #expect(read.files.map(\.encoding) == [.gb18030])
    #expect(read.total.records == 688)
    #expect(read.cube.cells.reduce(0) { $0 + $1.passes } == 54)
    #expect(read.cube.cells.reduce(0) { $0 + $1.trials } == 688)
  }

  @Test("Foodmate: a file of sixteen columns among those of seventeen")
  func foodmate() throws {
    var region = field("region", "发布单位")
    region.between = .init(opening: "(", closing: ")")
    region.missing = "未知"
    var category = field("category", "产品分类")
    category.separator = "-->"
    category.missing = "未分类"
    let read = try ingest(
      [RealData.path("foodmate")],
      schema: schema(
        region: region, category: category,
        date: ("发布日期", ["yyyy-MM-dd", "yyyy/M/d", "dd-MM-yyyy HH:mm:ss"]),
        result: "判定",
        rule: .labels(
          LabelSet(pass: ["合格", "not serious"], fail: ["不合格", "serious"], ignore: ["undecided"]))))
    let byName = Dictionary(
      read.files.map { ($0.path.split(separator: "/").last.map(String.init) ?? "", $0.accounting) },
      uniquingKeysWith: { first, _ in first })
    #expect(byName["2015-01-02-sixteen-columns.csv"]?.accepted == 122)
    #expect(byName["2015-01.csv"]?.records == 436 + 108 + 29 + 7)
    #expect(byName["2015-01.csv"]?.ignored == 7)
    #expect(byName["2015-02.csv"]?.records == 436 + 84 + 11)
    #expect(byName["2021-02.csv"]?.records == 495 + 43)
    #expect(byName["2021-06-12.csv"]?.records == 1185 + 28)
    #expect(byName["2022-03-04.csv"]?.records == 2242 + 55)
    #expect(read.total.rejected == 0)
  }
}
