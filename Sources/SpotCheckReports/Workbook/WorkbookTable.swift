import CSpotCheckXLSXWriter
import SpotCheck

/// Rows on a sheet of a workbook, and on further sheets where one does not hold them.
@safe final class WorkbookTable {
  private let file: WorkbookFile
  private let words: Words
  private let name: String
  private let rowLimit: Int
  private var sheet: UnsafeMutablePointer<lxw_worksheet>
  private var sheetNumber = 1
  private var section: Section?
  /// The row that is written next, from 0.
  private(set) var row = 0

  /// A table that began on this sheet.
  private struct Section {
    var columns: [WorkbookColumn]
    var headRow: Int
    var isFiltered: Bool
    var rules: [(column: Int, verdicts: [(text: String, look: WorkbookLook)])] = []
  }

  /// Adds a sheet.
  ///
  /// - Parameters:
  ///   - name: Its name; further sheets have a number behind it.
  ///   - file: The workbook.
  ///   - words: The language of notes.
  ///   - rowLimit: The rows a sheet holds.
  /// - Throws: `cannotCreate`.
  init(
    _ name: String, in file: WorkbookFile, words: Words, rowLimit: Int = Int(LXW_ROW_MAX)
  ) throws(SpotCheckError) {
    self.name = name
    self.file = file
    self.words = words
    self.rowLimit = rowLimit
    unsafe self.sheet = try file.addSheet(name)
    setUp()
  }

  /// The name of the sheet that is written now.
  var sheetName: String { sheetNumber == 1 ? name : "\(name) (\(sheetNumber))" }

  private func setUp() {
    unsafe worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), "A1:XFD1048576")
  }

  /// Writes a text alone on a row.
  func line(_ text: String, _ look: WorkbookLook = .text) throws(SpotCheckError) {
    try makeRoom()
    put(text, at: 0, look)
    row += 1
  }

  /// Leaves a row blank.
  func skip() { row += 1 }

  /// Begins a table: its heads, which stay in sight and filter the rows where it is the sheet's main one.
  func begin(_ columns: [WorkbookColumn], isMain: Bool = true) throws(SpotCheckError) {
    try makeRoom()
    section = Section(columns: columns, headRow: row, isFiltered: isMain)
    writeHead()
  }

  /// Writes a row of the table that began last.
  func append(_ cells: [WorkbookCell]) throws(SpotCheckError) {
    try makeRoom()
    for (column, cell) in cells.enumerated() { put(cell, at: column) }
    row += 1
  }

  /// Marks a column's cells that have one of these texts.
  func mark(column: Int, _ verdicts: [(text: String, look: WorkbookLook)]) {
    section?.rules.append((column, verdicts))
  }

  /// Ends the table that began last.
  func end() {
    closeRows()
    section = nil
  }

  /// Lets filter and marks of the table reach down to here.
  private func closeRows() {
    guard let section, row > section.headRow + 1 else { return }
    let last = (row: UInt32(row - 1), column: UInt16(max(0, section.columns.count - 1)))
    if section.isFiltered {
      unsafe worksheet_autofilter(sheet, UInt32(section.headRow), 0, last.row, last.column)
    }
    for rule in section.rules {
      for verdict in rule.verdicts {
        unsafe "\"\(verdict.text)\"".withMutableCString { text in
          var format = unsafe lxw_conditional_format()
          unsafe format.type = UInt8(LXW_CONDITIONAL_TYPE_CELL.rawValue)
          unsafe format.criteria = UInt8(LXW_CONDITIONAL_CRITERIA_EQUAL_TO.rawValue)
          unsafe format.value_string = text
          unsafe format.format = file.format(verdict.look)
          unsafe worksheet_conditional_format_range(
            sheet, UInt32(section.headRow + 1), UInt16(rule.column), last.row, UInt16(rule.column), &format)
        }
      }
    }
  }

  /// Puts a chart beside the rows, its upper left corner in a cell.
  func insert(_ chart: UnsafeMutablePointer<lxw_chart>, row: Int, column: Int) {
    unsafe worksheet_insert_chart(sheet, UInt32(row), UInt16(column), chart)
  }

  private func writeHead() {
    guard let section else { return }
    for (column, head) in section.columns.enumerated() {
      put(head.head, at: column, .head)
      if section.isFiltered {
        unsafe worksheet_set_column(sheet, UInt16(column), UInt16(column), head.width, nil)
      }
    }
    if section.isFiltered, section.headRow == 0 { unsafe worksheet_freeze_panes(sheet, 1, 0) }
    row += 1
  }

  /// Goes on to a further sheet where this one has a single row left, and says so there.
  private func makeRoom() throws(SpotCheckError) {
    guard row >= rowLimit - 1 else { return }
    closeRows()
    let next = "\(name) (\(sheetNumber + 1))"
    put(words.continues(on: next), at: 0, .note)
    sheetNumber += 1
    unsafe sheet = try file.addSheet(next)
    setUp()
    row = 0
    section?.headRow = 0
    writeHead()
  }

  private func put(_ cell: WorkbookCell, at column: Int) {
    switch cell {
    case .text(let text): if let text { put(text, at: column, cell.look) }
    case .count(let count): put(count.map(Double.init), at: column, cell.look)
    case .points(let value): put(value.map { $0 * 100 }, at: column, cell.look)
    case .rate(let value), .target(let value, _), .number(let value): put(value, at: column, cell.look)
    }
  }

  private func put(_ number: Double?, at column: Int, _ look: WorkbookLook) {
    guard let number, number.isFinite else { return }
    unsafe worksheet_write_number(sheet, UInt32(row), UInt16(column), number, file.format(look))
  }

  private func put(_ text: String, at column: Int, _ look: WorkbookLook) {
    let format = look == .text ? nil : unsafe file.format(look)
    unsafe worksheet_write_string(sheet, UInt32(row), UInt16(column), text.forWorkbook, format)
  }
}

extension String {
  /// The text as a cell can hold it: at most 32,767 UTF-16 units, and no character that XML has not.
  var forWorkbook: String {
    var room = 32_767
    guard utf8.count > room || !unicodeScalars.allSatisfy(Self.isInXML) else { return self }
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      room -= UTF16.width(scalar)
      guard room >= 0 else { break }
      scalars.append(Self.isInXML(scalar) ? scalar : "\u{FFFD}")
    }
    return String(scalars)
  }

  private static func isInXML(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D: true
    case 0..<0x20, 0xFFFE, 0xFFFF: false
    default: true
    }
  }
}
