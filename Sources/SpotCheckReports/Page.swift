import SpotCheck

/// A text being written for people: sections of paragraphs and tables.
struct Page {
  /// The words used.
  let words: Words
  /// The columns of the terminal.
  let width: Int?
  /// The rows a table may have before the rest is folded.
  let rowLimit: Int?
  /// Whether text is coloured.
  let style: Style
  /// The text so far.
  private(set) var text = ""
  private var dropped: [String] = []

  init(words: Words, width: Int?, rowLimit: Int?, style: Style) {
    self.words = words
    self.width = width
    self.rowLimit = rowLimit
    self.style = style
  }

  /// Begins a section, set apart by a blank line.
  mutating func heading(_ title: String) {
    if !text.isEmpty { text += "\n" }
    line(title, .heading)
  }

  /// Writes a paragraph, broken where the terminal ends; behind a bullet its lines are indented.
  mutating func line(_ line: String, _ role: Style.Role = .plain, bullet: String = "") {
    let indent = DisplayWidth.of(bullet)
    let room = width.map { max(16, $0 - indent) }
    var lead = bullet
    for piece in Self.wrapped(DisplayWidth.visible(line), to: room) {
      text += lead + style.apply(role, to: piece) + "\n"
      lead = String(repeating: " ", count: indent)
    }
  }

  /// Writes a table, and notes which columns did not fit.
  mutating func table(_ table: TextTable) {
    let rendering = table.rendered(within: width, style: style)
    for line in rendering.lines { text += line + "\n" }
    for position in rendering.dropped {
      let head = table.columns[position].head.joined(separator: words.say(" ", ""))
      if !dropped.contains(head) { dropped.append(head) }
    }
  }

  /// Says which columns of the tables so far did not fit.
  mutating func droppedColumns() {
    if !dropped.isEmpty { line(words.dropped(dropped), .faint) }
    dropped = []
  }

  /// Breaks a text at spaces, or anywhere between wide characters.
  static func wrapped(_ text: String, to width: Int?) -> [String] {
    guard let width, DisplayWidth.of(text) > width else { return [text] }
    var lines: [String] = []
    var current = String.UnicodeScalarView()
    var used = 0
    var breakable: String.UnicodeScalarView.Index?
    for scalar in text.unicodeScalars {
      let columns = DisplayWidth.of(scalar)
      if used + columns > width, !current.isEmpty {
        let end = scalar == " " ? current.endIndex : breakable ?? current.endIndex
        lines.append(String(current[..<end]).trimmingTrailingSpaces)
        current = String.UnicodeScalarView(current[end...].drop { $0 == " " })
        used = DisplayWidth.of(String(current))
        breakable = nil
      }
      if current.isEmpty, scalar == " ", !lines.isEmpty { continue }
      current.append(scalar)
      used += columns
      if scalar == " " || columns == 2 { breakable = current.endIndex }
    }
    if !current.isEmpty { lines.append(String(current)) }
    return lines
  }
}

extension String {
  fileprivate var trimmingTrailingSpaces: String {
    String(self.reversed().drop { $0 == " " }.reversed())
  }
}
