import Glibc
import SpotCheck

/// The folder of rejected records in their own bytes: one file per input that has any, under its header.
///
/// It is written beside its place and takes that place when it is complete. Files are opened only while a
/// buffer is written out, so neither memory nor open files grow with the number of rejects or inputs.
final class RawRejectFolder {
  private let target: String
  private let temporary: String
  private var isPending = true
  private var parts: [String: Part] = [:]
  private var buffered = 0

  /// The rejects of one input: the number of their file, and what is still to be written to it.
  private struct Part {
    let number: Int
    var buffer: [UInt8]
  }

  private static let bufferBytes = 1 << 20

  /// Prepares the folder that goes with a reject file: `rejects.raw` with `rejects.csv`.
  ///
  /// - Throws: `cannotCreate` where something stands in its place that no earlier run has put there, or that
  ///   is one of the `inputs`.
  init(besides rejects: String, inputs: [String]) throws(SpotCheckError) {
    target = Self.path(besides: rejects)
    temporary = OutputFile.temporaryPath(beside: target)
    try Self.checkReplaceable(target, inputs: inputs)
    guard unsafe mkdir(temporary, 0o777) == 0 else {
      throw SpotCheckError(.cannotCreate(errno: errno), file: target)
    }
  }

  /// The folder that goes with a reject file.
  static func path(besides rejects: String) -> String {
    (rejects.hasSuffix(".csv") ? String(rejects.dropLast(4)) : rejects) + ".raw"
  }

  deinit {
    if isPending { Self.remove(temporary) }
  }

  /// Adds a rejected record.
  func add(_ reject: RawReject) throws(SpotCheckError) {
    let number = parts.count
    parts[reject.file, default: Part(number: number, buffer: reject.head)].buffer += reject.bytes
    buffered += reject.bytes.count
    if buffered >= Self.bufferBytes { try flush() }
  }

  /// Names the files after their inputs, and puts the folder in its place.
  ///
  /// - Parameter inputs: All inputs, in the order that numbers those of one name.
  /// - Throws: `cannotWrite`, and `cannotCreate` where the folder cannot take its place.
  func finish(inputs: [String]) throws(SpotCheckError) {
    try flush()
    for (input, name) in zip(inputs, Self.fileNames(of: inputs)) {
      guard let part = parts[input] else { continue }
      try Self.rename(path(of: part), "\(temporary)/\(name)", for: target)
    }
    var status = stat()
    if unsafe lstat(target, &status) == 0 {
      let old = OutputFile.temporaryPath(beside: target)
      try Self.rename(target, old, for: target)
      Self.remove(old)
    }
    try Self.rename(temporary, target, for: target)
    isPending = false
  }

  /// For each input the name of its file: its own without the ending of compression, numbered where that is
  /// taken.
  static func fileNames(of inputs: [String]) -> [String] {
    var taken: Set<String> = []
    return inputs.map { input in
      var stem = input == "-" ? "standard-input" : input.split(separator: "/").last.map(String.init) ?? input
      for ending in [".gz", ".zst"] where stem.lowercased().hasSuffix(ending) {
        stem.removeLast(ending.count)
      }
      var ending = ".csv"
      for known in [".csv", ".tsv", ".txt"] where stem.lowercased().hasSuffix(known) {
        ending = String(stem.suffix(known.count))
        stem.removeLast(known.count)
      }
      var name = stem + ending
      var number = 1
      while !taken.insert(name.lowercased()).inserted {
        number += 1
        name = "\(stem)-\(number)\(ending)"
      }
      return name
    }
  }

  /// Numbers cannot collide with names, which end in letters.
  private func path(of part: Part) -> String { "\(temporary)/\(part.number)" }

  private func flush() throws(SpotCheckError) {
    for (input, part) in parts where !part.buffer.isEmpty {
      do {
        try FileDescriptor.append(part.buffer, to: path(of: part))
      } catch {
        throw SpotCheckError(.cannotWrite(errno: error.errno), file: target)
      }
      parts[input]?.buffer = []
    }
    buffered = 0
  }

  private static func checkReplaceable(_ folder: String, inputs: [String]) throws(SpotCheckError) {
    var status = stat()
    guard unsafe lstat(folder, &status) == 0 else { return }
    guard status.st_mode & S_IFMT == S_IFDIR else {
      throw SpotCheckError(.cannotCreate(errno: ENOTDIR), file: folder)
    }
    let isAllFiles = names(in: folder).allSatisfy { OutputFile.isRegularFile("\(folder)/\($0)") }
    guard isAllFiles else { throw SpotCheckError(.cannotCreate(errno: ENOTEMPTY), file: folder) }
    let own = resolved(folder)
    for input in inputs where resolved(input) == own || resolved(input).hasPrefix(own + "/") {
      throw SpotCheckError(.cannotCreate(errno: EBUSY), file: folder)
    }
  }

  private static func resolved(_ path: String) -> String {
    guard let resolved = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(resolved) }
    return unsafe String(cString: resolved)
  }

  private static func names(in folder: String) -> [String] {
    guard let directory = unsafe opendir(folder) else { return [] }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  private static func remove(_ folder: String) {
    for name in names(in: folder) { unsafe unlink("\(folder)/\(name)") }
    unsafe rmdir(folder)
  }

  private static func rename(
    _ path: String, _ place: String, for output: String
  ) throws(SpotCheckError) {
    guard unsafe Glibc.rename(path, place) == 0 else {
      throw SpotCheckError(.cannotCreate(errno: errno), file: output)
    }
  }
}
