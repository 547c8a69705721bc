extension FieldSource {
  /// What a field's text becomes by this source's rules: its levels, blank where it has none.
  ///
  /// `between` first, then `first`, then `missing`, then `separator`; each part is trimmed.
  ///
  /// - Parameter text: Folded text.
  /// - Returns: The levels joined as in ``DimensionKey/bytes``; empty where blank; `nil` where a blank level
  ///   stands before one with text.
  func key(of text: [UInt8]) -> [UInt8]? {
    var kept = text[...]
    if let between { kept = Self.cut(kept, between: between) }
    if let first { kept = Self.prefix(kept, characters: first) }
    kept = TextFolding.trimmed(kept)
    if kept.isEmpty, let missing { kept = Array(missing.utf8)[...] }
    guard let separator, !separator.isEmpty else { return Array(kept) }
    return Self.joined(Self.split(kept, by: Array(separator.utf8)))
  }

  /// Joins levels, dropping blank ones at the end.
  static func joined(_ levels: [[UInt8]]) -> [UInt8]? {
    guard let deepest = levels.lastIndex(where: { !$0.isEmpty }) else { return [] }
    guard levels[...deepest].allSatisfy({ !$0.isEmpty }) else { return nil }
    return Array(levels[...deepest].joined(separator: [DimensionKey.separator]))
  }

  /// What stands between the first opening mark and the next closing one; nothing where either is missing.
  private static func cut(_ text: ArraySlice<UInt8>, between marks: Marks) -> ArraySlice<UInt8> {
    let opening = TextFolding.fold(marks.opening)
    let closing = TextFolding.fold(marks.closing)
    guard let start = find(Array(opening.utf8), in: text),
      let end = find(Array(closing.utf8), in: text[(start + opening.utf8.count)...])
    else { return [] }
    return text[(start + opening.utf8.count)..<end]
  }

  private static func prefix(_ text: ArraySlice<UInt8>, characters: Int) -> ArraySlice<UInt8> {
    var seen = 0
    for index in text.indices where text[index] & 0xC0 != 0x80 {
      if seen == characters { return text[..<index] }
      seen += 1
    }
    return text
  }

  private static func split(_ text: ArraySlice<UInt8>, by separator: [UInt8]) -> [[UInt8]] {
    var levels: [[UInt8]] = []
    var rest = text
    while let index = find(separator, in: rest) {
      levels.append(Array(TextFolding.trimmed(rest[..<index])))
      rest = rest[(index + separator.count)...]
    }
    levels.append(Array(TextFolding.trimmed(rest)))
    return levels
  }

  private static func find(_ pattern: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    guard !pattern.isEmpty, text.count >= pattern.count else { return nil }
    return (text.startIndex...(text.endIndex - pattern.count)).first { text[$0...].starts(with: pattern) }
  }
}
