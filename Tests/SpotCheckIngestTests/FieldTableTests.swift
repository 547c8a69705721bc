import CSpotCheckScan
import TestSupport
import Testing

@testable import SpotCheckIngest

@Suite("Look-ups of raw fields against a dictionary, by every kernel")
struct FieldTableTests {
  private static let lengths = [0, 1, 7, 8, 15, 16, 17, 30, 31, 32, 33, 40, 62, 63, 64, 95, 96, 200]

  /// Records of three fields of few letters, joined as in a text; what stands behind the last is arbitrary.
  private struct Records {
    var text: [UInt8] = []
    var ends: [UInt32] = [.max]
    var firsts: [UInt32] = []
    /// For each record its second field, and its second and third with what joins them.
    var fields: [[UInt8]] = []
    var pairs: [[UInt8]] = []

    init(_ count: Int, returns: Int, using generator: inout SeededGenerator) {
      for _ in 0..<count {
        firsts.append(UInt32(ends.count - 1))
        let three = (0..<3).map { _ in
          let length = FieldTableTests.lengths.randomElement(using: &generator) ?? 0
          // Letters that differ in the first or last place only are the likeliest to be taken for each other.
          var field = [UInt8](repeating: 0x61, count: length)
          for _ in 0..<Int.random(in: 0...2, using: &generator) {
            if let place = field.indices.randomElement(using: &generator) { field[place] = 0x62 }
          }
          return field
        }
        for (number, field) in three.enumerated() {
          text += field + (number == 2 ? [UInt8](repeating: 0x0D, count: returns) : [])
          ends.append(UInt32(text.count))
          text.append(number == 2 ? 0x0A : 0x2C)
        }
        fields.append(three[1])
        pairs.append(three[1] + [0x2C] + three[2])
      }
      text += (0..<StructuralIndex.padding).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }

    /// Gives `body` the column of the second field, or the second and third.
    func withColumn(isPair: Bool, _ body: (FieldColumn) -> Void) {
      unsafe text.withUnsafeBufferPointer { text in
        unsafe ends.withUnsafeBufferPointer { ends in
          unsafe firsts.withUnsafeBufferPointer { firsts in
            guard let first = ends.baseAddress else { return }
            let layout = unsafe spotcheck_column(
              text: text.baseAddress, field_ends: first + 1, record_firsts: firsts.baseAddress,
              records: firsts.count, first: 1, count: isPair ? 2 : 1, trims_returns: isPair)
            unsafe body(FieldColumn(layout: layout))
          }
        }
      }
    }
  }

  @Test("Fields of every length, alone and in pairs, numbered by first sight", arguments: kernels, 0..<4)
  func numbers(kernel: String, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let isPair = seed % 2 == 1
    var table = unsafe FieldTable(
      hash: ByteHash(using: &generator), kernel: spotcheck_kernel_named(kernel))
    var known: [[UInt8]: Int] = [:]
    for round in 0..<60 {
      if round == 40 {
        table.removeAll()
        known.removeAll()
      }
      let records = Records(100, returns: isPair ? Int(seed) : 0, using: &generator)
      records.withColumn(isPair: isPair) { column in
        let expected = isPair ? records.pairs : records.fields
        let found = find(column, in: table)
        #expect(found == expected.map { known[$0] ?? -1 })
        for (record, field) in expected.enumerated() {
          let number = known[field] ?? known.count
          known[field] = number
          #expect(table.number(of: column.field(of: record)) == number)
        }
        #expect(find(column, in: table) == expected.map { known[$0] ?? -1 })
      }
    }
    #expect(table.count == known.count)
    #expect(known.count > 200)
  }

  /// The numbers that a kernel finds, −1 where there is none.
  private func find(_ column: FieldColumn, in table: borrowing FieldTable) -> [Int] {
    let count = unsafe column.layout.records
    var numbers = [UInt32](repeating: 0, count: count)
    let missing = unsafe numbers.withUnsafeMutableBufferPointer { numbers in
      unsafe numbers.baseAddress.map { unsafe table.find(column, into: $0) }
    }
    #expect(missing == numbers.count { $0 == FieldTable.notFound })
    return numbers.map { $0 == FieldTable.notFound ? -1 : Int($0) }
  }
}
