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
    /// The cells as CSV.
    case cells
    /// The findings as CSV.
    case findings
    /// The conflicts as CSV.
    case conflicts
    /// The page.
    case html

    /// The name of its file in a folder.
    var fileName: String {
      switch self {
      case .table: "report.txt"
      case .json: "report.json"
      case .cells: "cells.csv"
      case .findings: "findings.csv"
      case .conflicts: "conflicts.csv"
      case .html: "report.html"
      }
    }
  }

  /// The parts and their files.
  private let outputs: [(part: Part, file: OutputFile)]

  /// Opens all outputs.
  ///
  /// - Parameters:
  ///   - formats: The formats asked for; none means the table.
  ///   - path: A file, a folder, or `-`; `nil` is standard output.
  ///   - claims: What must not be written over.
  /// - Throws: `cannotCreate`, `outputIsRead`, `outputsCoincide`, or a usage error when several formats have no folder.
  init(_ formats: [ReportFormat], to path: String?, beside claims: inout OutputClaims) throws {
    var wanted: [ReportFormat] = []
    for format in formats.isEmpty ? [.table] : formats where !wanted.contains(format) {
      wanted.append(format)
    }
    let path = path ?? "-"
    guard path != "-" else {
      guard wanted.count == 1 else { throw ValidationError("Several formats need a folder: -o FOLDER/") }
      try claims.claim("-", for: Self.flag)
      outputs = [(Self.single(wanted[0]), try OutputFile("-"))]
      return
    }
    let isFolder = wanted.count > 1 || path.hasSuffix("/") || Self.isFolder(path)
    guard isFolder else {
      try claims.claim(path, for: Self.flag)
      outputs = [(Self.single(wanted[0]), try OutputFile(path))]
      return
    }
    let prefix = path.hasSuffix("/") ? path : path + "/"
    let parts = wanted.flatMap(Self.parts)
    for part in parts { try claims.claim(prefix + part.fileName, for: Self.flag) }
    try Self.createFolder(path)
    outputs = try parts.map { ($0, try OutputFile(prefix + $0.fileName)) }
  }

  /// Writes every part, and puts all in place once all are complete.
  ///
  /// - Parameter bytes: The bytes of a part; the second argument says whether it goes to a place of its own
  ///   rather than to standard output.
  /// - Throws: `cannotWrite`, and nothing is put in place.
  func write(_ bytes: (Part, Bool) -> [UInt8]) throws(SpotCheckError) {
    for (part, file) in outputs { try file.write(bytes(part, file.path != "-")) }
    for (_, file) in outputs { try file.finish() }
  }

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
