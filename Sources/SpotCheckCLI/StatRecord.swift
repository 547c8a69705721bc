import SpotCheck

/// What a question says, by name: from the command line, or from a line of JSON.
struct StatRecord {
  /// A value as it was given.
  enum Value {
    case text(String)
    case number(Double)
    case list([Value])

    /// The value as people write it.
    var text: String {
      switch self {
      case .text(let text): text
      case .number(let number):
        Int(exactly: number).map { String($0) } ?? number.description
      case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
      }
    }
  }

  private var values: [String: Value]

  /// The options that were given.
  init(_ options: [String: String?]) {
    values = options.compactMapValues { $0.map(Value.text) }
  }

  /// The figures of a command line, one for each name; `nil` where there are none.
  ///
  /// - Throws: Where there are more, or fewer.
  init?(_ figures: [String], named names: [String]) throws(StatProblem) {
    if figures.isEmpty { return nil }
    guard figures.count == names.count else { throw StatProblem(.figures(figures.count, of: names)) }
    values = [:]
    for (name, figure) in zip(names, figures) { values[name] = .text(figure) }
  }

  /// The figures of a command line as one list.
  init(_ figures: [String], listedAs name: String) {
    values = [name: .list(figures.map(Value.text))]
  }

  /// What this says, and where it is silent what `other` says.
  func over(_ other: StatRecord) -> StatRecord {
    var sum = self
    sum.values.merge(other.values) { mine, _ in mine }
    return sum
  }

  /// Those of some names for which there is a value.
  func given(among names: [String]) -> [String] { names.filter { values[$0] != nil } }

  /// Refuses names that the question does not know.
  func check(against keys: [String]) throws(StatProblem) {
    if let unknown = values.keys.filter({ !keys.contains($0) }).min() {
      throw StatProblem(.unknown(keys), key: unknown)
    }
  }
}

// MARK: Reading

extension StatRecord {
  /// The greatest count a question may have; every double up to here is exact.
  static let greatestCount = 1_000_000_000_000_000

  /// A count that must be there.
  func count(_ key: String, atMost limit: Int = greatestCount) throws(StatProblem) -> Int {
    let value = try needed(key)
    guard let count = Int(value.text), (0...limit).contains(count) else {
      throw StatProblem(.notCount(value.text, atMost: limit), key: key)
    }
    return count
  }

  /// A count, where there is one.
  func countIfGiven(_ key: String, atMost limit: Int) throws(StatProblem) -> Int? {
    values[key] == nil ? nil : try count(key, atMost: limit)
  }

  /// A decimal fraction of at most 1 that must be there.
  func fraction(_ key: String) throws(StatProblem) -> DecimalFraction {
    let value = try needed(key)
    guard let fraction = DecimalFraction(value.text), fraction.complement != nil else {
      throw StatProblem(.notFraction(value.text), key: key)
    }
    return fraction
  }

  /// A level strictly between 0 and 1, where there is one.
  func level(_ key: String) throws(StatProblem) -> Double? {
    guard let value = values[key] else { return nil }
    guard let level = Double(value.text), level > 0, level < 1 else {
      throw StatProblem(.notLevel(value.text), key: key)
    }
    return level
  }

  /// A number above 0 and at most `limit`, where there is one.
  func amount(_ key: String, atMost limit: Double) throws(StatProblem) -> Double? {
    guard let value = values[key] else { return nil }
    guard let amount = Double(value.text), amount > 0, amount <= limit else {
      throw StatProblem(.notAmount(value.text, atMost: limit), key: key)
    }
    return amount
  }

  /// Which of these names, of which a question must have one, it has.
  ///
  /// - Throws: Where it has none or several, with a question that has one.
  func one(of keys: [String], example: String) throws(StatProblem) -> String {
    let given = given(among: keys)
    guard given.count == 1 else { throw StatProblem(.notOneOf(keys, example: example)) }
    return given[0]
  }

  /// One of a few names, where there is one.
  func choice<Choice: RawRepresentable<String>>(
    _ key: String, of choices: [Choice]
  ) throws(StatProblem) -> Choice? {
    guard let value = values[key] else { return nil }
    guard let choice = choices.first(where: { $0.rawValue == value.text }) else {
      throw StatProblem(.notChoice(value.text, of: choices.map(\.rawValue)), key: key)
    }
    return choice
  }

  /// A list of probabilities that must be there.
  func probabilities(_ key: String) throws(StatProblem) -> [Double] {
    let value = try needed(key)
    guard case .list(let elements) = value else { throw StatProblem(.notProbability(value.text), key: key) }
    var numbers: [Double] = []
    for element in elements {
      guard let number = Double(element.text), (0...1).contains(number) else {
        throw StatProblem(.notProbability(element.text), key: key)
      }
      numbers.append(number)
    }
    return numbers
  }

  private func needed(_ key: String) throws(StatProblem) -> Value {
    guard let value = values[key] else { throw StatProblem(.missing, key: key) }
    return value
  }
}

// MARK: JSON

extension StatRecord: Decodable {
  init(from decoder: any Decoder) throws {
    values = try decoder.singleValueContainer().decode([String: Value?].self).compactMapValues { $0 }
  }
}

extension StatRecord.Value: Decodable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .list(try container.decode([StatRecord.Value].self))
    }
  }
}
