import SpotCheckIngest
import SpotCheckStatistics

extension YAMLNode {
  /// The node as a mapping of texts; nothing written is an empty one.
  func mapping(_ expectation: SpotCheckError.Expectation = .mapping) throws(SpotCheckError) -> YAMLMapping {
    switch content {
    case .mapping(let pairs):
      let entries = pairs.compactMap { pair -> (key: YAMLNode, name: String, value: YAMLNode)? in
        guard case .scalar(let name, _) = pair.key.content else { return nil }
        if case .scalar(_, isBlank: true) = pair.value.content { return nil }
        return (pair.key, name, pair.value)
      }
      if case .nonEmptyMapping = expectation, entries.isEmpty { throw error(.expected(expectation)) }
      return YAMLMapping(node: self, entries: entries)
    case .scalar(_, isBlank: true) where expectation == .mapping:
      return YAMLMapping(node: self, entries: [])
    default:
      throw error(.expected(expectation))
    }
  }

  /// The items of a list.
  func list() throws(SpotCheckError) -> [YAMLNode] {
    guard case .list(let items) = content else { throw error(.expected(.list)) }
    return items
  }

  /// The items of a list with at least one, or the node itself where it is no list.
  func oneOrMore() throws(SpotCheckError) -> [YAMLNode] {
    guard case .list(let items) = content else { return [self] }
    guard !items.isEmpty else { throw error(.expected(.nonEmptyList)) }
    return items
  }

  /// The scalar's text as written.
  func text() throws(SpotCheckError) -> String {
    guard case .scalar(let text, _) = content else { throw error(.expected(.text)) }
    return text
  }

  /// The scalar's text, folded as data are; not blank.
  func foldedText() throws(SpotCheckError) -> String {
    let text = TextFolding.fold(try text())
    guard !text.isEmpty else { throw error(.expected(.nonBlankText)) }
    return text
  }

  /// One folded text, or a list of them with at least one.
  func oneOrMoreTexts() throws(SpotCheckError) -> [String] {
    var texts: [String] = []
    for item in try oneOrMore() { texts.append(try item.foldedText()) }
    return texts
  }

  /// A path; not blank.
  func path() throws(SpotCheckError) -> String {
    let text = try text()
    guard !text.isEmpty else { throw error(.expected(.nonBlankText)) }
    return text
  }

  /// One of the words of a closed set.
  func word<Word: RawRepresentable & CaseIterable>(
    of type: Word.Type = Word.self
  ) throws(SpotCheckError) -> Word where Word.RawValue == String {
    guard let word = Word(rawValue: try text()) else {
      throw error(.expected(.oneOf(Word.allCases.map(\.rawValue))))
    }
    return word
  }

  /// `true` or `false`.
  func truth() throws(SpotCheckError) -> Bool {
    switch try text() {
    case "true": true
    case "false": false
    default: throw error(.expected(.truth))
    }
  }

  /// A whole number.
  func integer(in range: ClosedRange<Int>) throws(SpotCheckError) -> Int {
    let text = try text()
    guard !text.hasPrefix("+"), let value = Int(text), range.contains(value) else {
      throw error(.expected(.integer(range)))
    }
    return value
  }

  /// A year of four digits.
  func year() throws(SpotCheckError) -> Int {
    let text = try text()
    guard text.utf8.count == 4, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let year = Int(text),
      year > 0
    else { throw error(.expected(.year)) }
    return year
  }

  /// A decimal without sign or exponent.
  func decimal() throws(SpotCheckError) -> DecimalFraction {
    guard let value = DecimalFraction(try text()) else { throw error(.expected(.decimal)) }
    return value
  }

  /// A decimal in `0...1`; a percentage is refused and the proportion it may mean is shown.
  func share() throws(SpotCheckError) -> DecimalFraction {
    let text = try text()
    let isPercentage = text.hasSuffix("%") || text.hasSuffix("％")
    guard let value = DecimalFraction(isPercentage ? text.dropLast() : text[...]) else {
      throw error(.expected(.decimal))
    }
    guard isPercentage || value.digits > value.scale else { return value }
    throw error(.shareOutOfRange(suggestion: value.asPercentage))
  }
}

extension DecimalFraction {
  /// The proportion this number of per cent is; `nil` beyond 100.
  var asPercentage: String? {
    guard places <= 13 else { return nil }
    let proportion = DecimalFraction(digits: digits, places: places + 2)
    return proportion.digits <= proportion.scale ? proportion.description : nil
  }
}
