import SpotCheck

extension Drawing {
  /// The picture as a file of its own: what a page would give it, styles, title and description, it brings along.
  func document(title: String, description: String, language: Language) -> String {
    let attributes: [Markup.Attribute] = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"), ("lang", language.rawValue),
      ("aria-labelledby", "title"), ("aria-describedby", "description"),
    ]
    return element(attributes) { svg in
      svg.element("title", [("id", "title")]) { $0.write(title) }
      svg.element("desc", [("id", "description")]) { $0.write(description) }
      svg.element("style") { $0.raw(PageStyle.picture) }
      svg.element("rect", [("class", "ground"), ("width", "100%"), ("height", "100%")]) { _ in }
    }
  }
}
