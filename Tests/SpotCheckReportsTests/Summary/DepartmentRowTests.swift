import SpotCheck
import Testing

@testable import SpotCheckReports

@Suite("Roll-up per department")
struct DepartmentRowTests {
  private let attainment = Summary(ReportSamples.planned).attainment

  @Test("every department has the tasks it is named for")
  func tasks() throws {
    let rows = DepartmentRow.rows(of: attainment)
    #expect(rows.map(\.department) == ["省工业和信息化厅", "省市场监管局"])
    let row = try #require(rows.first)
    #expect(row.indicators == ["manufacturing"])
    #expect(row.attainedByWhole == ["manufacturing"])
    #expect(row.judged == 2 && row.attained == 0 && row.below == 2)
    #expect(row.proven == 1 && row.likely == 0)
    #expect(row.farthest?.region == "532300")
  }

  @Test("periods stand apart, and a department keeps its place")
  func periods() {
    var earlier = attainment
    for index in earlier.indices { earlier[index].finding.period = "2023" }
    earlier[0].finding.responsible = []
    let rows = DepartmentRow.rows(of: attainment + earlier)
    #expect(rows.map(\.period) == ["2023", "2024", "2023", "2024", "2023"])
    #expect(rows.last?.department == nil)
    #expect(rows.last?.judged == 0)
  }
}
