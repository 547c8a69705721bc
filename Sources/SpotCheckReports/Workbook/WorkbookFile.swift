import CSpotCheckXLSXWriter
import Glibc
import SpotCheck

/// A workbook that is written to a file row by row; memory does not grow with the rows.
@safe final class WorkbookFile {
  /// The file, for errors.
  let path: String
  private let book: UnsafeMutablePointer<lxw_workbook>
  private var isOpen = true
  private var formats: [WorkbookLook: UnsafeMutablePointer<lxw_format>] = unsafe [:]
  private var sheets: [UnsafeMutablePointer<lxw_worksheet>] = unsafe []

  /// Opens a workbook; its rows wait in a file without a name in the folder of `path`.
  ///
  /// - Throws: `cannotCreate`.
  init(path: String) throws(SpotCheckError) {
    self.path = path
    let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
    let book = unsafe folder.withMutableCString { folder in
      var options = unsafe lxw_workbook_options()
      unsafe options.constant_memory = 1
      unsafe options.tmpdir = folder
      return unsafe workbook_new_opt(path, &options)
    }
    guard let book = unsafe book else { throw SpotCheckError(.cannotCreate(errno: ENOMEM), file: path) }
    unsafe self.book = book
  }

  deinit {
    if isOpen { unsafe lxw_workbook_free(book) }
  }

  /// Names the workbook, and the day it is said to be made on, so that equal reports are equal bytes.
  func describe(title: String?, asOf: CalendarDate?) {
    let seconds = (asOf ?? CalendarDate(dayNumber: Self.firstDay)).secondsSince1970
    unsafe (title ?? "").withMutableCString { title in
      var properties = unsafe lxw_doc_properties()
      unsafe properties.title = title
      unsafe properties.created = seconds
      unsafe workbook_set_properties(book, &properties)
    }
  }

  /// A day for workbooks without dates: 1980-01-01, the first a zip archive knows.
  private static let firstDay = CalendarDate(year: 1980, month: 1, day: 1)?.dayNumber ?? 0

  /// Adds a sheet; no two names are alike, and a name has at most 31 characters and none of `[]:*?/\`.
  ///
  /// - Throws: `cannotCreate` where there is no room for its rows.
  func addSheet(_ name: String) throws(SpotCheckError) -> UnsafeMutablePointer<lxw_worksheet> {
    guard let sheet = unsafe workbook_add_worksheet(book, name) else {
      throw SpotCheckError(.cannotCreate(errno: errno), file: path)
    }
    unsafe sheets.append(sheet)
    return unsafe sheet
  }

  /// Adds a chart of a type of the library.
  func addChart(_ type: lxw_chart_type) -> UnsafeMutablePointer<lxw_chart>? {
    unsafe workbook_add_chart(book, UInt8(truncatingIfNeeded: type.rawValue))
  }

  /// The format of a look, made when first asked for.
  func format(_ look: WorkbookLook) -> UnsafeMutablePointer<lxw_format>? {
    if let format = unsafe formats[look] { return unsafe format }
    guard let format = unsafe workbook_add_format(book) else { return nil }
    if let text = look.numberFormat { unsafe format_set_num_format(format, text) }
    switch look {
    case .head:
      unsafe format_set_bold(format)
      unsafe format_set_text_wrap(format)
      unsafe format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      unsafe format_set_bg_color(format, 0xDDE5EC)
      unsafe format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
    case .title:
      unsafe format_set_bold(format)
      unsafe format_set_font_size(format, 14)
    case .note: unsafe format_set_italic(format)
    case .grave: unsafe paint(format, text: 0x8A1C00, fill: 0xFBDDD3)
    case .doubtful: unsafe paint(format, text: 0x6B4E00, fill: 0xFFF0C2)
    case .good: unsafe paint(format, text: 0x0B4F71, fill: 0xD6EAF5)
    case .faint: unsafe paint(format, text: 0x6A6A6A, fill: 0xF2F2F2)
    case .text, .count, .points, .number, .percent: break
    }
    unsafe formats[look] = format
    return unsafe format
  }

  private func paint(_ format: UnsafeMutablePointer<lxw_format>, text: UInt32, fill: UInt32) {
    unsafe format_set_font_color(format, text)
    unsafe format_set_bg_color(format, fill)
  }

  /// Puts the workbook together.
  ///
  /// - Throws: `cannotWrite` where the disk is full or the library fails.
  func close() throws(SpotCheckError) {
    try checkRoom()
    isOpen = false
    let status = unsafe workbook_close(book)
    guard status == LXW_NO_ERROR else {
      throw SpotCheckError(.cannotWrite(errno: errno == 0 ? EIO : errno), file: path)
    }
  }

  /// Sees that all rows were kept, and that the largest sheet fits once more, which the library does not tell.
  private func checkRoom() throws(SpotCheckError) {
    var largest = 0
    for index in unsafe sheets.indices {
      guard let rows = unsafe sheets[index].pointee.optimize_tmpfile else { continue }
      guard unsafe fflush(rows) == 0, unsafe ferror(rows) == 0 else {
        throw SpotCheckError(.cannotWrite(errno: errno == 0 ? ENOSPC : errno), file: path)
      }
      unsafe largest = max(largest, ftell(rows))
    }
    var status = statvfs()
    guard unsafe statvfs(path, &status) == 0 else { return }
    let free = status.f_bavail.multipliedReportingOverflow(by: status.f_frsize)
    guard free.overflow || free.partialValue >= UInt(largest) + Self.slack else {
      throw SpotCheckError(.cannotWrite(errno: ENOSPC), file: path)
    }
  }

  /// Bytes of a workbook beside its rows.
  private static let slack: UInt = 1 << 20
}

extension String {
  /// Lends the text as the library wants it, though it writes to none.
  func withMutableCString<Result>(_ body: (UnsafeMutablePointer<CChar>) -> Result) -> Result {
    var bytes = utf8CString
    return unsafe bytes.withUnsafeMutableBufferPointer { buffer in
      var none: CChar = 0
      guard let base = buffer.baseAddress else { return unsafe body(&none) }
      return unsafe body(base)
    }
  }
}

extension CalendarDate {
  /// Noon of the day, in seconds since 1970 began.
  fileprivate var secondsSince1970: Int {
    let epoch = CalendarDate(year: 1970, month: 1, day: 1)?.dayNumber ?? 0
    return (dayNumber - epoch) * 86_400 + 43_200
  }
}
