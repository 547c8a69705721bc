import SpotCheck

/// A picture being drawn in SVG, in pixels from its top left corner.
///
/// Colours and type are the page's, by class, so that light, dark and print need no second picture.
struct Drawing: Sendable {
  /// A place in the picture.
  struct Point: Sendable {
    var x: Double, y: Double
  }

  /// The size of the picture.
  let width: Double, height: Double
  private var content = Markup()

  /// Creates an empty picture.
  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Draws a straight line.
  mutating func line(from start: Point, to end: Point, _ role: String) {
    content.element(
      "line",
      [
        ("class", role), ("x1", Self.number(start.x)), ("y1", Self.number(start.y)),
        ("x2", Self.number(end.x)), ("y2", Self.number(end.y)),
      ]
    ) { _ in }
  }

  /// Draws a rectangle.
  mutating func rectangle(x: Double, y: Double, width: Double, height: Double, _ role: String) {
    content.element(
      "rect",
      [
        ("class", role), ("x", Self.number(x)), ("y", Self.number(y)),
        ("width", Self.number(max(0, width))), ("height", Self.number(max(0, height))),
      ]
    ) { _ in }
  }

  /// Draws a line through points.
  mutating func path(_ points: [Point], _ role: String) {
    guard points.count > 1 else { return }
    content.element("polyline", [("class", role), ("points", Self.list(points))]) { _ in }
  }

  /// Fills the area between points.
  mutating func area(_ points: [Point], _ role: String) {
    guard points.count > 2 else { return }
    content.element("polygon", [("class", role), ("points", Self.list(points))]) { _ in }
  }

  /// Draws a mark.
  mutating func mark(_ mark: Mark, at point: Point, radius: Double = 4.5) {
    content.element("path", [("class", "mark " + mark.role), ("d", mark.outline(at: point, radius))]) { _ in }
  }

  /// Writes a text whose baseline begins, is centred, or ends at a place.
  mutating func text(
    _ text: Wording, at point: Point, _ anchor: LabelPlacement.Anchor = .start, _ role: String = "label"
  ) {
    let attributes: [Markup.Attribute] = [
      ("class", role), ("x", Self.number(point.x)), ("y", Self.number(point.y)),
      ("text-anchor", anchor == .start ? nil : anchor.rawValue),
    ]
    guard !text.isShared else { return content.element("text", attributes, text) }
    for language in Language.allCases {
      content.element("text", attributes + [("lang", language.rawValue)]) { $0.write(text[language]) }
    }
  }

  /// The picture as an element with a title and description of its own; `labels` are the elements of the page that
  /// name it in both languages, `describing` the one that describes it.
  func svg(
    title: Wording, description: Wording, labelledBy labels: [String], describedBy describing: String,
    language: Language
  ) -> String {
    let attributes: [Markup.Attribute] = [
      ("xmlns", "http://www.w3.org/2000/svg"), ("role", "img"),
      ("aria-labelledby", labels.joined(separator: " ")),
      ("aria-describedby", describing),
    ]
    return element(attributes) { svg in
      svg.element("title") { $0.write(title[language]) }
      svg.element("desc") { $0.write(description[language]) }
    }
  }

  /// The picture as an ornament beside words that say the same.
  var sample: String { element([("aria-hidden", "true")]) { _ in } }

  /// The picture as an element that begins with what `head` writes.
  func element(_ attributes: [Markup.Attribute], _ head: (inout Markup) -> Void) -> String {
    let (width, height) = (Self.number(width), Self.number(height))
    var svg = Markup()
    svg.element(
      "svg", attributes + [("viewBox", "0 0 \(width) \(height)"), ("width", width), ("height", height)]
    ) { svg in
      head(&svg)
      svg.raw(content.text)
    }
    return svg.text
  }

  /// A length to a tenth of a pixel.
  static func number(_ value: Double) -> String {
    guard value.isFinite, abs(value) < 1e6 else { return "0" }
    let tenths = Int((value * 10).rounded())
    let whole = "\(tenths < 0 ? "-" : "")\(tenths.magnitude / 10)"
    return tenths.magnitude % 10 == 0 ? whole : "\(whole).\(tenths.magnitude % 10)"
  }

  private static func list(_ points: [Point]) -> String {
    points.map { "\(number($0.x)),\(number($0.y))" }.joined(separator: " ")
  }
}
