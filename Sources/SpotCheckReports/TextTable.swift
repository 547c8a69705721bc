/// A table of text, aligned by display width and fitted to a terminal.
struct TextTable {
  /// The columns, from left to right.
  var columns: [Column]
  /// The rows; each has a cell per column.
  var rows: [[Cell]] = []

  /// A column.
  struct Column {
    /// The lines of its head.
    var head: [String]
    /// Whether its cells are numbers, aligned at the right and never cut.
    var isNumber = false
    /// The width below which its text is not cut; `nil` where it is never cut.
    var minimum: Int?
    /// The order in which columns are left out when the width does not suffice, lowest first; `nil` for never.
    var dropRank: Int?
    /// What of a text too long is kept.
    var kept = DisplayWidth.Kept.beginning
  }

  /// A cell.
  struct Cell {
    /// Its text, on one line.
    var text: String
    /// Its role, for the colour.
    var role = Style.Role.plain

    init(_ text: String, _ role: Style.Role = .plain) {
      self.text = DisplayWidth.visible(text)
      self.role = role
    }
  }

  /// Lines of text, and the columns that did not fit.
  struct Rendering {
    /// The lines.
    var lines: [String]
    /// The columns left out, by position.
    var dropped: [Int]
  }

  private static let gap = 2

  /// The table within `width` columns of a terminal; `nil` leaves nothing out and cuts nothing.
  func rendered(within width: Int?, style: Style) -> Rendering {
    let layout = layout(within: width)
    let headHeight = columns.map(\.head.count).max() ?? 0
    let heads = (0..<headHeight).map { row in
      columns.map { column in
        let offset = row - (headHeight - column.head.count)
        return Cell(offset >= 0 ? column.head[offset] : "", .heading)
      }
    }
    let lines = (heads + rows).map { line($0, layout: layout, style: style) }
    let dropped = columns.indices.filter { position in !layout.contains { $0.position == position } }
    return Rendering(lines: lines, dropped: dropped)
  }

  /// A column that is shown, and its width.
  private struct Slot {
    var position: Int
    var width: Int
  }

  private func layout(within width: Int?) -> [Slot] {
    var slots = columns.indices.map { Slot(position: $0, width: naturalWidth(of: $0)) }
    guard let width else { return slots }
    while total(of: slots) > width {
      let least = total(of: slots.map { Slot(position: $0.position, width: leastWidth(of: $0)) })
      if least <= width { return shrunken(slots, by: total(of: slots) - width) }
      guard let first = nextToDrop(slots) else { return shrunken(slots, by: total(of: slots) - width) }
      slots.remove(at: first)
    }
    return slots
  }

  private func nextToDrop(_ slots: [Slot]) -> Int? {
    slots.indices.filter { columns[slots[$0].position].dropRank != nil }
      .min { (columns[slots[$0].position].dropRank ?? 0) < (columns[slots[$1].position].dropRank ?? 0) }
  }

  /// Takes `excess` columns away from texts that may be cut, each time from the widest.
  private func shrunken(_ slots: [Slot], by excess: Int) -> [Slot] {
    var slots = slots
    for _ in 0..<excess {
      let candidates = slots.indices.filter { slots[$0].width > leastWidth(of: slots[$0]) }
      guard let widest = candidates.max(by: { slots[$0].width < slots[$1].width }) else { break }
      slots[widest].width -= 1
    }
    return slots
  }

  private func total(of slots: [Slot]) -> Int {
    slots.reduce(0) { $0 + $1.width } + Self.gap * max(0, slots.count - 1)
  }

  private func naturalWidth(of position: Int) -> Int {
    let texts = columns[position].head + rows.map { $0[position].text }
    return texts.map { DisplayWidth.of($0) }.max() ?? 0
  }

  private func leastWidth(of slot: Slot) -> Int {
    min(slot.width, columns[slot.position].minimum ?? slot.width)
  }

  private func line(_ cells: [Cell], layout: [Slot], style: Style) -> String {
    var line = ""
    var pending = 0
    for slot in layout {
      let cell = cells[slot.position]
      let text = DisplayWidth.truncated(cell.text, to: slot.width, keeping: columns[slot.position].kept)
      let padding = slot.width - DisplayWidth.of(text)
      let isRight = columns[slot.position].isNumber
      if !text.isEmpty {
        line += String(repeating: " ", count: pending + (isRight ? padding : 0))
        line += style.apply(cell.role, to: text)
        pending = isRight ? 0 : padding
      } else {
        pending += padding
      }
      pending += Self.gap
    }
    return line
  }
}
