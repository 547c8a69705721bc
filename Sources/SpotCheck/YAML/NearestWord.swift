/// The word that is least edits away from `word`, at most one for each three of its characters, at least one.
///
/// - Complexity: O(n·m) for each word; words beyond 64 characters are near to nothing.
func nearestWord(to word: String, in words: [String]) -> String? {
  let characters = Array(word.unicodeScalars)
  guard characters.count <= 64 else { return nil }
  let limit = max(1, characters.count / 3)
  return words.map { (word: $0, edits: editDistance(characters, Array($0.unicodeScalars))) }
    .filter { $0.edits <= limit }
    .min { $0.edits < $1.edits }?.word
}

/// How many edits turn one text into the other; `nil` beyond `limit`.
func editDistance(_ left: String, _ right: String, within limit: Int) -> Int? {
  guard abs(left.unicodeScalars.count - right.unicodeScalars.count) <= limit else { return nil }
  let edits = editDistance(Array(left.unicodeScalars), Array(right.unicodeScalars))
  return edits <= limit ? edits : nil
}

/// The least number of insertions, deletions and substitutions that turn one text into the other.
private func editDistance(_ left: [Unicode.Scalar], _ right: [Unicode.Scalar]) -> Int {
  var previous = Array(0...right.count)
  for (row, scalar) in left.enumerated() {
    var current = [row + 1]
    for (column, other) in right.enumerated() {
      let substituted = previous[column] + (scalar == other ? 0 : 1)
      current.append(min(substituted, previous[column + 1] + 1, current[column] + 1))
    }
    previous = current
  }
  return previous[right.count]
}
