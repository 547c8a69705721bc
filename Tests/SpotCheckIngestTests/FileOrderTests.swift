import Testing

@testable import SpotCheckIngest

@Suite("Files as versions")
struct FileOrderTests {
  @Test(
    "Dates in names",
    arguments: [
      ("dump-2024-03.csv", 20_240_300), ("export_20240131.csv", 20_240_131), ("202403.csv", 20_240_300),
      ("2024年3月.csv", 20_240_300), ("2024年3月15日.csv", 20_240_315), ("2024-03-05.csv.gz", 20_240_305),
      ("2024.3.5.csv", 20_240_305), ("2024-13.csv", nil), ("dump.csv", nil), ("part-12.csv", nil),
      ("99999999.csv", nil),
      ("2023-12 to 2024-01.csv", 20_240_100),
    ] as [(String, Int?)])
  func dates(name: String, date: Int?) {
    #expect(FileOrder.date(in: Array(name.utf8)) == date)
  }

  @Test("Numbers in names count as numbers, and equal names share a rank")
  func natural() {
    #expect(FileOrder.ranks(of: ["part10.csv", "part2.csv", "part1.csv", "part2.csv"]) == [2, 1, 0, 1])
    #expect(FileOrder.ranks(of: ["b", "a", "10", "9"]) == [3, 2, 1, 0])
  }

  @Test("One name without a date makes all names natural")
  func mixed() {
    #expect(FileOrder.ranks(of: ["z-2023-01.csv", "a-2024-01.csv"]) == [0, 1])
    #expect(FileOrder.ranks(of: ["z-2023-01.csv", "a-2024-01.csv", "m.csv"]) == [2, 0, 1])
  }
}
