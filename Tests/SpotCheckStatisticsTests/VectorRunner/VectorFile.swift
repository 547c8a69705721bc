import Foundation

/// One file of published or independently computed figures.
struct VectorFile: Decodable {
  /// How far a value may lie from the figure: a bare number is absolute.
  struct Tolerance: Decodable {
    let absolute: Double
    let relative: Double

    private enum CodingKeys: String, CodingKey {
      case absolute = "abs"
      case relative = "rel"
    }

    init(from decoder: any Decoder) throws {
      if let number = try? decoder.singleValueContainer().decode(Double.self) {
        (absolute, relative) = (number, 0)
      } else {
        let parts = try decoder.container(keyedBy: CodingKeys.self)
        absolute = try parts.decodeIfPresent(Double.self, forKey: .absolute) ?? 0
        relative = try parts.decodeIfPresent(Double.self, forKey: .relative) ?? 0
      }
    }

    /// Whether `value` agrees with `figure`, element by element, key by key.
    func admits(_ value: JSONValue, for figure: JSONValue) -> Bool {
      switch (value, figure) {
      case (.number(let value), .number(let figure)):
        return (value - figure).magnitude <= max(absolute, relative * figure.magnitude)
      case (.array(let values), .array(let figures)):
        return values.count == figures.count && zip(values, figures).allSatisfy { admits($0, for: $1) }
      default:
        return value == figure
      }
    }
  }

  struct Case: Decodable {
    let inputs: [String: JSONValue]
    let figures: [String: JSONValue]
    let tolerance: Tolerance?

    private enum CodingKeys: String, CodingKey {
      case inputs = "in"
      case figures = "out"
      case tolerance
    }
  }

  let tolerance: Tolerance?
  let cases: [Case]

  private enum CodingKeys: String, CodingKey {
    case tolerance, cases
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    tolerance = try container.decodeIfPresent(Tolerance.self, forKey: .tolerance)
    cases = try container.decodeIfPresent([Case].self, forKey: .cases) ?? []
  }

  /// The folder named by `SPOTCHECK_VECTORS`, else the one beside the test targets.
  static let folder: URL = {
    if let named = ProcessInfo.processInfo.environment["SPOTCHECK_VECTORS"], !named.isEmpty {
      return URL(filePath: named, directoryHint: .isDirectory)
    }
    let target = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    return target.deletingLastPathComponent().appending(path: "Vectors", directoryHint: .isDirectory)
  }()

  /// The names of all vector files there, in order; an index of them is none.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))
      .filter { $0.hasSuffix(".json") && $0 != "INDEX.json" }
      .sorted()
  }

  static func read(_ name: String) throws -> VectorFile {
    try JSONDecoder().decode(VectorFile.self, from: Data(contentsOf: folder.appending(path: name)))
  }
}
