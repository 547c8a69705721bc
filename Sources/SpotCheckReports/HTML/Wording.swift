import SpotCheck

/// A text in both languages.
struct Wording: Sendable, Equatable {
  /// In English.
  var english: String
  /// In Simplified Chinese.
  var chinese: String

  /// Creates a text that both languages share.
  init(_ text: String) {
    english = text
    chinese = text
  }

  /// Creates a text of the words of either language.
  init(_ text: (Words) -> String) {
    english = text(Words(language: .english))
    chinese = text(Words(language: .simplifiedChinese))
  }

  /// The text in a language.
  subscript(language: Language) -> String { language == .english ? english : chinese }

  /// Whether two texts are the same, byte for byte.
  static func == (left: Wording, right: Wording) -> Bool {
    left.english.utf8.elementsEqual(right.english.utf8) && left.chinese.utf8.elementsEqual(right.chinese.utf8)
  }

  /// Whether both languages say the same, byte for byte.
  var isShared: Bool { english.utf8.elementsEqual(chinese.utf8) }

  /// The text, cut where it takes more than `width` columns.
  func truncated(to width: Int) -> Wording {
    Wording { DisplayWidth.truncated(self[$0.language], to: width, keeping: .ends) }
  }
}
