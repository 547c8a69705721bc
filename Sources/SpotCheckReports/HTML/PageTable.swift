/// A table of a page: heads, rows that begin with their name, and how many rows are left out.
struct PageTable: Sendable {
  /// The identifier in the page.
  var id: String
  /// What it shows.
  var caption: Wording
  /// The columns; the first names the rows.
  var columns: [Column]
  /// The rows, a cell for each column.
  var rows: [[Cell]] = []
  /// Rows left out.
  var hidden = 0
  /// What readers may do with it, and how it looks.
  var kind = Kind.plain

  /// Kinds of tables.
  enum Kind: String, Sendable {
    /// A table to be read.
    case plain
    /// One that may be sorted and filtered.
    case interactive
    /// One whose cells are shaded by their verdict.
    case heat
  }

  /// A column.
  struct Column: Sendable {
    /// Its head.
    var head: Wording
    /// Whether its cells are numbers, aligned at the right.
    var isNumber = false
    /// Whether its texts are long.
    var isWide = false

    init(_ head: Wording, isNumber: Bool = false, isWide: Bool = false) {
      self.head = head
      self.isNumber = isNumber
      self.isWide = isWide
    }

    /// The class of its cells.
    var role: String? { isNumber ? "n" : isWide ? "wide" : nil }
  }

  /// A cell.
  struct Cell: Sendable {
    /// Its text.
    var text: Wording
    /// The class that tells its meaning beside the text.
    var role: String?

    init(_ text: Wording, _ role: String? = nil) {
      self.text = text
      self.role = role
    }

    init(_ text: String, _ role: String? = nil) {
      self.init(Wording(text), role)
    }
  }
}

extension PageTable {
  /// Leaves out those of some columns that say the same in every row, and says it in the caption.
  mutating func hoist(_ positions: [Int]) {
    guard rows.count > 1 else { return }
    var shared: [Wording] = []
    for column in positions.sorted().reversed() {
      guard let first = rows.first?[column].text, rows.allSatisfy({ $0[column].text == first }) else {
        continue
      }
      shared.insert(first, at: 0)
      remove(column: column)
    }
    let caption = caption
    self.caption = Wording { words in
      words.parts([caption[words.language]] + shared.map { $0[words.language] })
    }
  }

  /// Leaves out the columns that say nothing in any row.
  mutating func removeEmptyColumns() {
    for column in columns.indices.reversed()
    where rows.allSatisfy({ ["", Words.missing].contains($0[column].text.english) }) {
      remove(column: column)
    }
  }

  private mutating func remove(column: Int) {
    columns.remove(at: column)
    for row in rows.indices { rows[row].remove(at: column) }
  }

  /// The widest text of a cell, in columns of a terminal.
  static let widestText = 160

  /// Writes the table, in a box of its own that scrolls where the page is narrow.
  func write(to page: inout Markup) {
    guard !rows.isEmpty else { return }
    let captionID = id + "-caption"
    if kind == .interactive {
      page.element("p", [("class", "filter"), ("hidden", "")]) { page in
        page.element("label") { page in
          page.write(Wording(\.filter))
          page.void("input", [("type", "search"), ("data-table", id)])
        }
        page.element("output", [("aria-live", "polite")]) { _ in }
      }
    }
    page.element(
      "div",
      [("class", "scroll"), ("role", "region"), ("tabindex", "0"), ("aria-labelledby", captionID)]
    ) { page in
      page.element("table", [("id", id), ("class", kind == .plain ? nil : kind.rawValue)]) { page in
        page.element("caption", [("id", captionID)], caption)
        page.element("thead") { page in
          page.element("tr") { page in
            for column in columns {
              page.element("th", [("scope", "col"), ("class", column.role)], column.head)
            }
          }
        }
        page.breakLine()
        page.element("tbody") { page in
          for row in rows { write(row, to: &page) }
        }
      }
    }
    if hidden > 0 { page.element("p", [("class", "folded")], Wording { $0.foldedRows(hidden) }) }
    page.breakLine()
  }

  private func write(_ row: [Cell], to page: inout Markup) {
    page.element("tr") { page in
      for (position, (cell, column)) in zip(row, columns).enumerated() {
        let role = [column.role, cell.role].compactMap { $0 }.joined(separator: " ")
        let attributes: [Markup.Attribute] = [
          ("scope", position == 0 ? "row" : nil), ("class", role.isEmpty ? nil : role),
        ]
        page.element(
          position == 0 ? "th" : "td", attributes, cell.text.truncated(to: Self.widestText))
      }
    }
    page.breakLine()
  }
}
