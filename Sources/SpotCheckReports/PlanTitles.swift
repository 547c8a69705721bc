import SpotCheck

extension Plan {
  /// The plan's title in a language, else in any.
  func title(in language: Language) -> String? { title.title(in: language) }
}

extension Indicator {
  /// The indicator's title in a language, else in any.
  func title(in language: Language) -> String? { title.title(in: language) }
}

extension [String: String] {
  /// The title of a language, else the one without a language, else the first by tag.
  fileprivate func title(in language: Language) -> String? {
    self[language.rawValue] ?? self[""] ?? self.min { $0.key < $1.key }?.value
  }
}
