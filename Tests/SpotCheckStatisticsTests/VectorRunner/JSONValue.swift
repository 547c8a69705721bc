/// Any value of a vector file.
enum JSONValue: Decodable, Equatable {
  case null
  case bool(Bool)
  case number(Double)
  case text(String)
  case array([JSONValue])
  case object([String: JSONValue])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .text(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  init(_ value: Double?) {
    self = value.map(JSONValue.number) ?? .null
  }

  init(_ values: [Double]) {
    self = .array(values.map(JSONValue.number))
  }
}

/// The inputs of one case; what is missing or of another kind is an error, and so a failing case.
struct VectorInputs {
  struct Unreadable: Error, CustomStringConvertible {
    let description: String
  }

  let values: [String: JSONValue]

  func number(_ key: String) throws -> Double {
    guard case .number(let value)? = values[key] else { throw Unreadable(description: "no number \(key)") }
    return value
  }

  func count(_ key: String) throws -> Int {
    try whole(try number(key), key)
  }

  func text(_ key: String) throws -> String {
    guard case .text(let value)? = values[key] else { throw Unreadable(description: "no text \(key)") }
    return value
  }

  func numbers(_ key: String) throws -> [Double] {
    guard case .array(let elements)? = values[key] else { throw Unreadable(description: "no array \(key)") }
    return try elements.map {
      guard case .number(let value) = $0 else { throw Unreadable(description: "no numbers in \(key)") }
      return value
    }
  }

  func counts(_ key: String) throws -> [Int] {
    try numbers(key).map { try whole($0, key) }
  }

  func texts(_ key: String) throws -> [String] {
    guard case .array(let elements)? = values[key] else { throw Unreadable(description: "no array \(key)") }
    return try elements.map {
      guard case .text(let value) = $0 else { throw Unreadable(description: "no texts in \(key)") }
      return value
    }
  }

  /// The members of an object; none where the key is absent.
  func members(_ key: String) throws -> VectorInputs {
    switch values[key] {
    case .object(let members)?: VectorInputs(values: members)
    case nil: VectorInputs(values: [:])
    default: throw Unreadable(description: "\(key) is not an object")
    }
  }

  func rows(_ key: String) throws -> [[Double]] {
    guard case .array(let rows)? = values[key] else { throw Unreadable(description: "no array \(key)") }
    return try rows.map { try VectorInputs(values: [key: $0]).numbers(key) }
  }

  private func whole(_ value: Double, _ key: String) throws -> Int {
    guard let count = Int(exactly: value) else {
      throw Unreadable(description: "\(key) is not whole: \(value)")
    }
    return count
  }
}
