/// What a cell of a workbook has, and how it is shown.
enum WorkbookCell: Sendable {
  /// A text, never a formula; `nil` is blank.
  case text(String?)
  /// A whole number.
  case count(Int?)
  /// A proportion shown in per cent with two decimals.
  case rate(Double?)
  /// A proportion shown in per cent with as many decimals as the plan writes.
  case target(Double?, decimals: Int)
  /// A difference of proportions in percentage points.
  case points(Double?)
  /// A number of any size.
  case number(Double?)

  /// How its value is shown.
  var look: WorkbookLook {
    switch self {
    case .text: .text
    case .count: .count
    case .rate: .percent(decimals: 2)
    case .target(_, let decimals): .percent(decimals: min(max(decimals, 0), 6))
    case .points: .points
    case .number: .number
    }
  }
}

/// How cells of a workbook look.
enum WorkbookLook: Hashable, Sendable {
  case text, count, points, number, head, title, note
  case percent(decimals: Int)
  case grave, doubtful, good, faint

  /// The format of its numbers; `nil` for the general one.
  var numberFormat: String? {
    switch self {
    case .count: "0"
    case .points: "0.00"
    case .number: "0.0000"
    case .percent(let decimals): decimals == 0 ? "0%" : "0." + String(repeating: "0", count: decimals) + "%"
    default: nil
    }
  }
}

/// A column of a table in a workbook.
struct WorkbookColumn: Sendable {
  /// Its head.
  var head: String
  /// Its width in digits.
  var width: Double

  init(_ head: String, width: Double = 11) {
    self.head = head
    self.width = width
  }
}
