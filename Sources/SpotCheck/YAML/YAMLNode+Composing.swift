import Yams

extension YAMLNode {
  /// Bytes a layout or plan may have.
  ///
  /// The parser hashes every key with all that it holds, so nested collections as keys take time in proportion
  /// to bytes × depth, and it bounds the depth at 1,000; this keeps the worst text to seconds.
  static let byteLimit = 256 << 10
  /// Collections that may stand within each other.
  static let depthLimit = 32

  /// Reads the only document of a YAML text; an empty text is an empty mapping.
  ///
  /// Anchors are refused before the text is composed: with aliases a few lines could stand for more nodes
  /// than any machine can visit.
  ///
  /// - Throws: ``SpotCheckError`` with line and column.
  static func compose(_ yaml: String, file: String) throws(SpotCheckError) -> YAMLNode {
    guard yaml.utf8.count <= byteLimit else {
      throw SpotCheckError(.tooLarge(limit: byteLimit), file: file)
    }
    let text = yaml.unicodeScalars.first == "\u{FEFF}" ? String(yaml.unicodeScalars.dropFirst()) : yaml
    try refuseAnchors(in: text, file: file)
    let root: Node?
    do {
      root = try Yams.compose(yaml: text, .basic, .default, .utf8)
    } catch {
      throw SpotCheckError(composing: error, of: text, file: file)
    }
    guard let root else {
      return YAMLNode(content: .mapping([]), file: file, line: 1, column: 1)
    }
    return try YAMLNode(root, file: file, depth: 0)
  }

  private init(_ node: Node, file: String, depth: Int) throws(SpotCheckError) {
    self.init(content: .list([]), file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
    guard depth <= Self.depthLimit else { throw error(.tooDeep(limit: Self.depthLimit), text: "") }
    switch node {
    case .scalar(let scalar):
      let isPlain = scalar.style == .plain
      guard scalar.tag.isNamed(.implicit) || (scalar.tag.isNamed(.str) && !isPlain) else {
        throw error(.tagRefused, text: scalar.tag.description)
      }
      content = .scalar(scalar.string, isBlank: isPlain && scalar.string.isEmpty)
    case .sequence(let sequence):
      guard sequence.tag.isNamed(.implicit) else { throw error(.tagRefused, text: sequence.tag.description) }
      var items: [YAMLNode] = []
      for item in sequence { items.append(try YAMLNode(item, file: file, depth: depth + 1)) }
      content = .list(items)
    case .mapping(let mapping):
      guard mapping.tag.isNamed(.implicit) else { throw error(.tagRefused, text: mapping.tag.description) }
      var pairs: [(key: YAMLNode, value: YAMLNode)] = []
      for (key, value) in mapping {
        guard let name = key.scalar else {
          throw error(.expected(.text), text: "{…}")
        }
        // Yams settles the tags of keys while looking for repeated ones, so a key's tag tells nothing here.
        let keyNode = YAMLNode(
          content: .scalar(name.string, isBlank: false), file: file, line: key.mark?.line ?? line,
          column: key.mark?.column ?? column)
        pairs.append((keyNode, try YAMLNode(value, file: file, depth: depth + 1)))
      }
      content = .mapping(pairs)
    case .alias:
      throw error(.anchorRefused, text: "")
    }
  }

  /// Refuses a text that could hold an anchor: an ampersand before a word, at the place where a value begins.
  private static func refuseAnchors(in text: String, file: String) throws(SpotCheckError) {
    var line = 1
    var column = 1
    var before: Unicode.Scalar = "\n"
    var ampersand: (line: Int, column: Int)?
    for scalar in text.unicodeScalars {
      if let place = ampersand, scalar.isASCII,
        scalar.properties.isAlphabetic || scalar == "_" || scalar == "-"
          || ("0"..."9").contains(scalar)
      {
        throw SpotCheckError(
          .anchorRefused, file: file, line: place.line, column: place.column, text: "&\(scalar)…")
      }
      let beginsValue = before.properties.isWhitespace || "[{,:\u{FEFF}".unicodeScalars.contains(before)
      ampersand = scalar == "&" && beginsValue ? (line, column) : nil
      before = scalar
      column += 1
      if scalar == "\n" { (line, column) = (line + 1, 1) }
    }
  }
}

extension Tag {
  /// Whether this is the tag of a name, asked without Yams's patterns of numbers and dates, which take a millisecond to make.
  fileprivate func isNamed(_ name: Name) -> Bool { self == Tag(name, .basic) }
}

extension SpotCheckError {
  /// Turns an error of the YAML parser into facts.
  fileprivate init(composing error: any Error, of text: String, file: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let words = [context?.text, problem].compactMap { $0 }.joined(separator: ": ")
      self.init(.badYAML(problem: words), file: file, line: mark.line, column: mark.column)
    case .reader(let problem, let offset, _, _):
      let before = text.prefix(offset ?? 0)
      let line = 1 + before.count { $0.isNewline }
      let lastLine = before.split(omittingEmptySubsequences: false) { $0.isNewline }.last ?? ""
      self.init(
        .badYAML(problem: problem), file: file, line: line, column: lastLine.unicodeScalars.count + 1)
    case .duplicatedKeysInMapping(let keys, let context):
      self.init(
        .duplicateKey, file: file, line: context.mark.line, column: context.mark.column, text: keys.first)
    default:
      self.init(.badYAML(problem: "memory exhausted"), file: file, line: 1, column: 1)
    }
  }
}
