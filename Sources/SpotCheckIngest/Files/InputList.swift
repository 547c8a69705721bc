import Glibc

/// One input: a file found or given, or standard input.
struct InputFile: Hashable {
  /// The path as given, or as found below a folder given; `-` for standard input.
  var path: String
  var isStandardInput: Bool { path == "-" }

  /// The last component of the path.
  var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}

/// Finds the files that a list of inputs means.
enum InputList {
  /// The files, in byte order of paths; a file met twice, by device and inode, stands once.
  static func resolve(_ inputs: [String]) throws(IngestError) -> [InputFile] {
    var found: [InputFile] = []
    for input in inputs {
      if input == "-" {
        found.append(InputFile(path: input))
        continue
      }
      let status = try status(of: input)
      if status.st_mode & S_IFMT == S_IFDIR {
        var visited: Set<Identity> = []
        let dumps = try dumps(below: input, visited: &visited)
        guard !dumps.isEmpty else { throw IngestError(.folderWithoutDumps, file: input) }
        found += dumps
      } else {
        found.append(InputFile(path: input))
      }
    }
    found.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    var seen: Set<Identity> = []
    var distinct: [InputFile] = []
    for file in found {
      let isNew =
        file.isStandardInput
        ? !distinct.contains(file) : seen.insert(Identity(try status(of: file.path))).inserted
      if isNew { distinct.append(file) }
    }
    return distinct
  }

  /// The size of all files as stored; `nil` where one is no regular file.
  static func bytes(of files: [InputFile]) -> Int? {
    var sum = 0
    for file in files {
      guard !file.isStandardInput, let status = try? status(of: file.path), status.st_mode & S_IFMT == S_IFREG
      else { return nil }
      sum += Int(status.st_size)
    }
    return sum
  }

  private struct Identity: Hashable {
    let device: UInt
    let inode: UInt

    init(_ status: stat) {
      device = UInt(status.st_dev)
      inode = UInt(status.st_ino)
    }
  }

  private static func status(of path: String) throws(IngestError) -> stat {
    var status = stat()
    guard unsafe stat(path, &status) == 0 else {
      throw IngestError(
        errno == ENOENT || errno == ENOTDIR ? .noSuchInput : .cannotRead(errno: errno), file: path)
    }
    return status
  }

  private static let endings = ["csv", "tsv", "txt"].flatMap { [".\($0)", ".\($0).gz", ".\($0).zst"] }

  /// The dumps below a folder; a folder met again on the way down, through a link, is not entered.
  private static func dumps(below folder: String, visited: inout Set<Identity>) throws(IngestError)
    -> [InputFile]
  {
    guard visited.insert(Identity(try status(of: folder))).inserted else { return [] }
    guard let directory = unsafe opendir(folder) else {
      throw IngestError(.cannotRead(errno: errno), file: folder)
    }
    defer { unsafe closedir(directory) }
    var names: [String] = []
    while let entry = unsafe readdir(directory) {
      let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { bytes in
        unsafe bytes.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
      }
      if !name.hasPrefix(".") { names.append(name) }
    }
    var found: [InputFile] = []
    for name in names {
      let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
      // A dangling link is no dump.
      guard let status = try? status(of: path) else { continue }
      if status.st_mode & S_IFMT == S_IFDIR {
        found += try dumps(below: path, visited: &visited)
      } else if endings.contains(where: name.lowercased().hasSuffix) {
        found.append(InputFile(path: path))
      }
    }
    return found
  }
}

/// The files that a list of inputs means, in byte order of paths; `-` stands for standard input.
///
/// - Throws: ``IngestError`` when there is no such input, or a folder holds no dump.
public func inputPaths(_ inputs: [String]) throws(IngestError) -> [String] {
  try InputList.resolve(inputs).map(\.path)
}
