import SpotCheckSynthesis
import Testing

@Suite struct FrameGeneratorTests {
  private static func lines(_ list: FrameGenerator.List, _ records: Int, seed: UInt64 = 7) -> [Substring] {
    var bytes: [UInt8] = []
    FrameGenerator(list, seed: seed).write(records) { bytes += $0 }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n")
  }

  @Test("a longer list begins with a shorter one", arguments: FrameGenerator.List.allCases)
  func prefix(list: FrameGenerator.List) {
    let short = Self.lines(list, 20)
    #expect(short.count == 21)
    #expect(Self.lines(list, 50).starts(with: short))
    #expect(Self.lines(list, 20, seed: 8).dropFirst() != short.dropFirst())
  }

  @Test("every establishment has a code of its own, of a county and with its check character")
  func establishments() {
    let fields = Self.lines(.establishments, 5000).dropFirst().map {
      $0.split(separator: ",", omittingEmptySubsequences: false)
    }
    #expect(Set(fields.map { $0[0] }).count == 5000)
    let counties = Set(DumpPrefecture.yunnan.flatMap(\.counties).map(\.code))
    let digits = Array("0123456789ABCDEFGHJKLMNPQRTUWXY")
    for field in fields {
      #expect(field.count == 6)
      #expect(field[0].count == 18)
      #expect(field[0].dropFirst(2).prefix(6) == field[2])
      #expect(counties.contains(String(field[2])))
      var weight = 1
      var sum = 0
      for character in field[0].dropLast() {
        sum += weight * (digits.firstIndex(of: character) ?? 0)
        weight = weight * 3 % 31
      }
      #expect(field[0].last == digits[(31 - sum % 31) % 31])
    }
  }

  @Test("conflicts name establishments of the same seed")
  func inspectors() {
    let ids = Set(Self.lines(.establishments, 100).dropFirst().map { $0.split(separator: ",")[0] })
    let conflicts = Self.lines(.inspectors, 200).dropFirst().flatMap {
      $0.split(separator: ",", omittingEmptySubsequences: false)[4].split(separator: ";")
    }
    #expect(conflicts.count > 20)
    #expect(conflicts.allSatisfy(ids.contains))
  }
}
