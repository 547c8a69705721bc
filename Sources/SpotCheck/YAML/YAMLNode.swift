/// A piece of a layout or plan, with where it stands; every scalar is its text.
struct YAMLNode {
  /// What the piece is.
  var content: Content
  /// The file, for errors.
  var file: String
  /// The line, from 1.
  var line: Int
  /// The column, from 1, in Unicode scalars.
  var column: Int

  enum Content {
    /// A text; `isBlank` is true where nothing was written, not even quotes.
    case scalar(String, isBlank: Bool)
    case list([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// An error at this place, with the text that stands here.
  func error(_ kind: SpotCheckError.Kind, text: String? = nil) -> SpotCheckError {
    SpotCheckError(kind, file: file, line: line, column: column, text: text ?? shownText)
  }

  private var shownText: String {
    switch content {
    case .scalar(let text, _): text
    case .list: "[…]"
    case .mapping: "{…}"
    }
  }
}

/// A mapping whose keys are known.
struct YAMLMapping {
  /// The mapping itself, for errors.
  var node: YAMLNode
  /// Keys and values in the order written, without values left blank.
  var entries: [(key: YAMLNode, name: String, value: YAMLNode)]

  /// The value under `name`; `nil` where there is none or nothing was written.
  subscript(name: String) -> YAMLNode? {
    entries.first { $0.name == name }?.value
  }

  /// The value under `name`, which must be there.
  func required(_ name: String) throws(SpotCheckError) -> YAMLNode {
    guard let value = self[name] else { throw node.error(.missingKey(name), text: "") }
    return value
  }

  /// Refuses every key that is not among `known`.
  func allow(_ known: [String]) throws(SpotCheckError) {
    for entry in entries where !known.contains(entry.name) {
      throw entry.key.error(.unknownKey(nearest: nearestWord(to: entry.name, in: known), known: known))
    }
  }

  /// Refuses the keys of what is still to be built.
  func refuse(_ later: [String]) throws(SpotCheckError) {
    for entry in entries where later.contains(entry.name) {
      throw entry.key.error(.comesLater)
    }
  }
}
