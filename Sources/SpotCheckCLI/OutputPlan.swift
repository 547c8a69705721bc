import ArgumentParser
import Glibc
import SpotCheck

/// Where each part of a report goes, settled before anything is read.
struct OutputPlan {
  /// A part of a report.
  enum Part {
    /// Text for people.
    case table
    /// JSON.
    case json
    /// A workbook.
    case workbook
    /// The cells as CSV.
    case cells
    /// The findings as CSV.
    case findings
    /// The conflicts as CSV.
    case conflicts
    /// The establishments as CSV.
    case establishments
    /// The failures that are open as CSV.
    case followUps
    /// The page.
    case html

    /// The name of its file in a folder.
    var fileName: String {
      switch self {
      case .table: "report.txt"
      case .json: "report.json"
      case .workbook: "report.xlsx"
      case .cells: "cells.csv"
      case .findings: "findings.csv"
      case .conflicts: "conflicts.csv"
      case .establishments: "establishments.csv"
      case .followUps: "follow-ups.csv"
      case .html: "report.html"
      }
    }
  }

  /// What a part of a report is made of.
  enum Content {
    /// Bytes.
    case bytes([UInt8])
    /// Blocks of bytes that this hands over one after another.
    case blocks((([UInt8]) throws(SpotCheckError) -> Void) throws(SpotCheckError) -> Void)
    /// What is written at a path by what this calls.
    case file((String) throws(SpotCheckError) -> Void)
  }

  /// The parts and their files.
  private let outputs: [(part: Part, file: OutputFile)]
  /// The file that lists the others; `nil` where they are not in a folder.
  private let index: OutputFile?

  /// Opens all outputs.
  ///
  /// - Parameters:
  ///   - formats: The formats asked for; none means the table.
  ///   - path: A file, a folder, or `-`; `nil` is standard output.
  ///   - hasEstablishments: Whether a folder of CSV has establishments.
  ///   - claims: What must not be written over.
  /// - Throws: `cannotCreate`, `outputIsRead`, `outputsCoincide`, or a usage error when several formats have no folder.
  init(
    _ formats: [ReportFormat], to path: String?, hasEstablishments: Bool = false,
    beside claims: inout OutputClaims
  ) throws {
    var wanted: [ReportFormat] = []
    for format in formats.isEmpty ? [.table] : formats where !wanted.contains(format) {
      wanted.append(format)
    }
    let path = path ?? "-"
    guard path != "-" else {
      guard wanted.count == 1 else { throw ValidationError("Several formats need a folder: -o FOLDER/") }
      if wanted == [.xlsx], Terminal.isTerminal(STDOUT_FILENO) {
        throw ValidationError("A workbook is nothing for a terminal: -o report.xlsx")
      }
      index = nil
      try claims.claim("-", for: Self.flag)
      outputs = [(Self.single(wanted[0]), try OutputFile("-"))]
      return
    }
    let isFolder = wanted.count > 1 || path.hasSuffix("/") || Self.isFolder(path)
    guard isFolder else {
      index = nil
      try claims.claim(path, for: Self.flag)
      outputs = [(Self.single(wanted[0]), try OutputFile(path))]
      return
    }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let parts = wanted.flatMap { format in
      Self.parts(format) + (format == .csv && hasEstablishments ? [.establishments, .followUps] : [])
    }
    for name in parts.map(\.fileName) + [Self.indexName] { try claims.claim(prefix + name, for: Self.flag) }
    try Self.createFolder(path)
    index = try OutputFile(prefix + Self.indexName)
    outputs = try parts.map { ($0, try OutputFile(prefix + $0.fileName)) }
  }

  /// Writes every part, and puts all in place once all are complete, the index of a folder last.
  ///
  /// - Parameters:
  ///   - content: What a part is made of; the second argument says whether it goes to a place of its own rather
  ///     than to standard output.
  ///   - listing: The text of an index of these names and digests.
  /// - Throws: `cannotWrite` or `interrupted`, and nothing is put in place.
  func write(
    _ content: (Part, Bool) -> Content, listing: ([(name: String, sha256: String)]) -> String
  ) throws(SpotCheckError) {
    for (part, file) in outputs {
      switch content(part, file.path != "-") {
      case .bytes(let bytes): try file.write(bytes)
      case .blocks(let write): try write { (block) throws(SpotCheckError) in try file.write(block) }
      case .file(let write): try file.write(by: write)
      }
    }
    if let index {
      var entries: [(name: String, sha256: String)] = []
      for (part, file) in outputs { entries.append((part.fileName, try file.sha256())) }
      try index.write(Array(listing(entries).utf8))
    }
    let files = outputs.map(\.file) + [index].compactMap { $0 }
    for file in files { try file.complete() }
    guard !Interrupt.isRequested else { throw SpotCheckError(.interrupted) }
    for file in files { try file.place() }
  }

  /// The name of the file that lists the others.
  private static let indexName = "index.txt"

  /// The flag that names the place of a report.
  static let flag = "-o"

  /// Whether text for people is among the parts.
  var hasTable: Bool { outputs.contains { $0.part == .table } }

  private static func single(_ format: ReportFormat) -> Part { parts(format)[0] }

  private static func parts(_ format: ReportFormat) -> [Part] {
    switch format {
    case .table: [.table]
    case .json: [.json]
    case .csv: [.cells, .findings, .conflicts]
    case .html: [.html]
    case .xlsx: [.workbook]
    }
  }

  private static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// Creates a folder and those it lies in.
  static func createFolder(_ path: String) throws(SpotCheckError) {
    var end = path.startIndex
    while end < path.endIndex {
      end = path[path.index(after: end)...].firstIndex(of: "/") ?? path.endIndex
      let folder = String(path[..<end])
      guard unsafe mkdir(folder, 0o777) == 0 || (errno == EEXIST && isFolder(folder)) else {
        throw SpotCheckError(.cannotCreate(errno: errno), file: folder)
      }
    }
  }
}
