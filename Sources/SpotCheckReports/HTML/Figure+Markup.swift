import SpotCheck

extension Figure {
  /// Writes the picture with its title, how it is read, its key, and its data folded below.
  func write(to page: inout Markup, language: Language) {
    let (titleID, readingID) = (id + "-title", id + "-reading")
    page.element("figure", [("id", id), ("class", isGrid ? "wide" : nil)]) { page in
      page.element("figcaption") { page in
        page.element("h4", [("id", titleID)], title)
        page.element("p", [("id", readingID)], reading)
      }
      if !key.isEmpty { writeKey(to: &page) }
      page.element("div", frame) { page in
        for (number, panel) in panels.enumerated() { write(panel, number, to: &page, language: language) }
      }
      if hidden > 0 { page.element("p", [("class", "folded")], Wording { $0.foldedRows(hidden) }) }
      page.element("details") { page in
        page.element("summary", Wording(\.data))
        var table = table
        table.caption = Wording { $0.parts([title[$0.language], table.caption[$0.language]]) }
        table.write(to: &page)
      }
    }
    page.breakLine()
  }

  /// The box around the pictures: one scrolls where the page is narrow, several stand in a grid.
  private var frame: [Markup.Attribute] {
    if isGrid { return [("class", "panels")] }
    return [("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-labelledby", id + "-title")]
  }

  private var isGrid: Bool { panels.contains { $0.title != nil } }

  private func writeKey(to page: inout Markup) {
    page.element("ul", [("class", "key")]) { page in
      for entry in key {
        page.element("li") { page in
          page.raw(entry.drawing.sample)
          page.write(entry.meaning)
        }
      }
    }
  }

  private func write(_ panel: Panel, _ number: Int, to page: inout Markup, language: Language) {
    let (panelID, describedID) = ("\(id)-\(number)", "\(id)-\(number)-description")
    page.element("div", [("class", "panel")]) { page in
      if let title = panel.title { page.element("h5", [("id", panelID)], title.truncated(to: 40)) }
      page.raw(
        panel.drawing.svg(
          title: panel.title ?? title, description: panel.description,
          labelledBy: panel.title == nil ? [id + "-title"] : [id + "-title", panelID],
          describedBy: describedID, language: language))
      page.element("p", [("id", describedID), ("class", "hidden")], panel.description)
      if let note = panel.note { page.element("p", [("class", "note")], note) }
    }
    page.breakLine()
  }
}
