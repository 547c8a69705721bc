/// Whether and how text is coloured; what is coloured is always said in words too.
public struct Style: Sendable, Equatable {
  /// Whether colours are used.
  public var isColored: Bool

  /// Creates a style.
  public init(isColored: Bool) {
    self.isColored = isColored
  }

  /// What a piece of text is, for its colour.
  enum Role: Sendable {
    case plain
    case heading
    case shortfall
    case doubtful
    case met
    case faint
  }

  /// The text in the colour of its role.
  func apply(_ role: Role, to text: String) -> String {
    guard isColored, let code = Self.code(of: role) else { return text }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }

  private static func code(of role: Role) -> String? {
    switch role {
    case .plain: nil
    case .heading: "1"
    case .shortfall: "31"
    case .doubtful: "33"
    case .met: "32"
    case .faint: "2"
    }
  }
}
