import Glibc
import SpotCheck

/// The files that a run must not write over: those it reads, and those it writes already.
///
/// A file is known by device and inode, so links hide nothing; one that is still to be made, by its path.
struct OutputClaims {
  private var reads: [Place] = []
  private var outputs: [(place: Place, flag: String)] = []

  /// Takes note of what is read.
  ///
  /// - Parameters:
  ///   - inputs: Files, folders, or `-` for standard input.
  ///   - settings: Layout, plan and region table, where there are any.
  /// - Throws: `ingest` where an input cannot be found.
  init(reading inputs: [String], settings: [String?] = []) throws(SpotCheckError) {
    let paths: [String]
    do {
      paths = try inputPaths(inputs)
    } catch {
      throw SpotCheckError(error)
    }
    reads = (paths + settings.compactMap { $0 }).compactMap { Place($0, standard: STDIN_FILENO) }
  }

  /// Takes note of an output before it is opened; `-` is standard output.
  ///
  /// - Parameters:
  ///   - path: The file, or the folder that will be replaced with all that is in it.
  ///   - flag: The flag that names it.
  /// - Throws: `outputIsRead` and `outputsCoincide`.
  mutating func claim(_ path: String, for flag: String) throws(SpotCheckError) {
    guard let place = Place(path, standard: STDOUT_FILENO) else { return }
    if reads.contains(where: place.covers) {
      throw SpotCheckError(.outputIsRead(flag: flag), file: path)
    }
    if let other = outputs.first(where: { place.covers($0.place) || $0.place.covers(place) }) {
      throw SpotCheckError(.outputsCoincide(other.flag, flag), file: path)
    }
    outputs.append((place, flag))
  }

  /// Where a file is, or will be.
  private struct Place {
    var path: String
    var device: dev_t?
    var inode: ino_t?

    /// The place of a path, or of a standard stream for `-`; `nil` for devices and pipes, which nothing harms.
    init?(_ path: String, standard descriptor: Int32) {
      var status = stat()
      let exists = unsafe path == "-" ? fstat(descriptor, &status) == 0 : stat(path, &status) == 0
      let kind = status.st_mode & S_IFMT
      guard exists ? kind == S_IFREG || kind == S_IFDIR : path != "-" else { return nil }
      self.path = path == "-" ? "/dev/fd/\(descriptor)" : Self.resolved(OutputFile.followingLinks(path))
      if exists { (device, inode) = (status.st_dev, status.st_ino) }
    }

    /// Whether writing here writes over `other`: it is the same file, or lies in this folder.
    func covers(_ other: Place) -> Bool {
      (inode != nil && inode == other.inode && device == other.device) || path == other.path
        || other.path.hasPrefix(path + "/")
    }

    /// A path without links, as far as it exists.
    private static func resolved(_ path: String) -> String {
      if let real = unsafe realpath(path, nil) {
        defer { unsafe free(real) }
        return unsafe String(cString: real)
      }
      guard let slash = path.lastIndex(of: "/") else { return resolved(".") + "/" + path }
      let folder = path[..<slash]
      return (folder.isEmpty ? "" : resolved(String(folder))) + path[slash...]
    }
  }
}
