import Foundation

/// A data table that vector cases name, as text by column.
///
/// It is looked for beside the vectors, in the folder `SPOTCHECK_VECTOR_DATA` names, then in
/// `../shared/vectors`: tables of other packages are not copied into this one.
struct VectorTable {
  /// The table is in none of the folders: the case is skipped.
  struct Absent: Error, CustomStringConvertible {
    let name: String
    var description: String { "\(name) is not here" }
  }

  let columns: [String: [String]]
  let rows: Int

  init(named name: String) throws {
    guard
      let text = Self.folders.lazy.compactMap({ folder in
        try? String(contentsOf: folder.appending(path: name), encoding: .utf8)
      }).first
    else { throw Absent(name: name) }
    let lines = text.split(whereSeparator: \.isNewline).filter { !$0.hasPrefix("#") }
      .map { line in
        line.split(separator: ",", omittingEmptySubsequences: false)
          .map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "\"")) }
      }
    guard let header = lines.first, lines.allSatisfy({ $0.count == header.count }) else {
      throw VectorInputs.Unreadable(description: "\(name) is not a table")
    }
    rows = lines.count - 1
    columns = Dictionary(
      header.enumerated().map { place, title in (title, lines.dropFirst().map { $0[place] }) },
      uniquingKeysWith: { first, _ in first })
  }

  private static let folders: [URL] = {
    let named = ProcessInfo.processInfo.environment["SPOTCHECK_VECTOR_DATA"] ?? ""
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    return [VectorFile.folder] + (named.isEmpty ? [] : [URL(filePath: named, directoryHint: .isDirectory)])
      + [root.deletingLastPathComponent().appending(path: "shared/vectors", directoryHint: .isDirectory)]
  }()

  func texts(_ name: String) throws -> [String] {
    guard let column = columns[name] else { throw VectorInputs.Unreadable(description: "no column \(name)") }
    return column
  }

  /// A column of numbers; empty fields are NaN.
  func numbers(_ name: String) throws -> [Double] {
    try texts(name).map {
      guard let number = $0.isEmpty ? Double.nan : Double($0) else {
        throw VectorInputs.Unreadable(description: "\(name) holds \($0)")
      }
      return number
    }
  }

  /// A column as levels in order of first appearance, or in the order given.
  func factor(_ name: String, order: [String] = []) throws -> (levels: [Int], names: [String]) {
    let texts = try texts(name)
    let names = texts.reduce(into: order) { if !$0.contains($1) { $0.append($1) } }
    return (texts.compactMap(names.firstIndex), names)
  }
}
