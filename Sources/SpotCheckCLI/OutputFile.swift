import Glibc
import SpotCheck

/// A file being written beside its place, so that nothing half-written ever stands in place of a good file.
///
/// ``finish()`` renames it over. Devices, pipes and standard output are written straight.
final class OutputFile {
  /// The path as it was given; `-` for standard output.
  let path: String
  private let descriptor: FileDescriptor
  private var pending: Replacement?
  private var isClosed = false

  /// Where the bytes are until they are complete, and where they go.
  private struct Replacement {
    var temporary: String
    var target: String
  }

  /// Opens a file for writing.
  ///
  /// - Throws: `cannotCreate` where the system refuses.
  init(_ path: String) throws(SpotCheckError) {
    self.path = path
    if path == "-" {
      descriptor = FileDescriptor(STDOUT_FILENO)
      return
    }
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    if exists, status.st_mode & S_IFMT != S_IFREG {
      descriptor = try Self.open(path, O_WRONLY, for: path)
      return
    }
    if exists, unsafe access(path, W_OK) != 0 {
      throw SpotCheckError(.cannotCreate(errno: errno), file: path)
    }
    let target = Self.followingLinks(path)
    let temporary = Self.temporaryPath(beside: target)
    descriptor = try Self.open(temporary, O_WRONLY | O_CREAT | O_EXCL, for: path)
    if exists { fchmod(descriptor.number, status.st_mode & 0o7777) }
    pending = Replacement(temporary: temporary, target: target)
  }

  deinit {
    guard let pending else { return }
    if !isClosed { try? descriptor.close() }
    unsafe unlink(pending.temporary)
  }

  /// Writes bytes behind those written so far.
  ///
  /// - Throws: `cannotWrite`.
  func write(_ bytes: [UInt8]) throws(SpotCheckError) {
    do {
      try descriptor.write(bytes)
    } catch {
      throw SpotCheckError(.cannotWrite(errno: error.errno), file: path == "-" ? nil : path)
    }
  }

  /// Lets `body` write the file at a path: where its bytes wait for their place, else in a temporary file whose bytes
  /// are then written behind those written so far.
  ///
  /// - Throws: What `body` throws, of this file; `cannotCreate` and `cannotWrite`.
  func write(by body: (String) throws(SpotCheckError) -> Void) throws(SpotCheckError) {
    do throws(SpotCheckError) {
      if let pending { return try body(pending.temporary) }
      let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
      let waiting = Self.temporaryPath(beside: folder + "/")
      defer { unsafe unlink(waiting) }
      try body(waiting)
      try copy(waiting)
    } catch {
      var located = error
      located.file = path == "-" ? nil : path
      throw located
    }
  }

  /// Writes the bytes of a file.
  private func copy(_ source: String) throws(SpotCheckError) {
    let input = unsafe Glibc.open(source, O_RDONLY | O_CLOEXEC)
    guard input >= 0 else { throw SpotCheckError(.cannotRead(errno: errno), file: source) }
    defer { close(input) }
    var block = [UInt8](repeating: 0, count: 1 << 20)
    while true {
      let count = unsafe read(input, &block, block.count)
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw SpotCheckError(.cannotRead(errno: errno), file: source) }
      if count == 0 { return }
      try write(Array(block[..<count]))
    }
  }

  /// SHA-256 of what was written, in hexadecimal; of a place's own bytes where the file has none.
  ///
  /// - Throws: `cannotRead`.
  func sha256() throws(SpotCheckError) -> String {
    let source = pending?.temporary ?? path
    return try FileDigest.sha256(of: [source])[source] ?? ""
  }

  /// Puts the file in its place.
  ///
  /// - Throws: `cannotWrite` when the last bytes cannot be written.
  func finish() throws(SpotCheckError) {
    try complete()
    try place()
  }

  /// Closes the file, so that all its bytes are there.
  ///
  /// - Throws: `cannotWrite` when the last bytes cannot be written.
  func complete() throws(SpotCheckError) {
    guard descriptor.number != STDOUT_FILENO else { return }
    do {
      try descriptor.close()
    } catch {
      throw SpotCheckError(.cannotWrite(errno: error.errno), file: path)
    }
    isClosed = true
  }

  /// Renames a complete file over its place.
  ///
  /// - Throws: `cannotCreate`.
  func place() throws(SpotCheckError) {
    guard let replacement = pending else { return }
    guard unsafe rename(replacement.temporary, replacement.target) == 0 else {
      throw SpotCheckError(.cannotCreate(errno: errno), file: path)
    }
    pending = nil
  }

  /// Whether the file is put in its place when it is finished, rather than written straight.
  var hasPlace: Bool { pending != nil }

  /// A path beside `target` that nothing stands at.
  static func temporaryPath(beside target: String) -> String {
    let folder = target.lastIndex(of: "/").map { target[...$0] } ?? ""
    return "\(folder).spotcheck-\(getpid())-\(String(UInt32.random(in: 0 ... .max), radix: 36)).part"
  }

  /// Whether a regular file stands at a path.
  static func isRegularFile(_ path: String) -> Bool {
    var status = stat()
    return unsafe stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
  }

  private static func open(
    _ path: String, _ flags: Int32, for output: String
  ) throws(SpotCheckError) -> FileDescriptor {
    let number = unsafe Glibc.open(path, flags | O_CLOEXEC, 0o666)
    guard number >= 0 else { throw SpotCheckError(.cannotCreate(errno: errno), file: output) }
    return FileDescriptor(number)
  }

  /// Where a path leads when its links, dangling ones too, are followed.
  static func followingLinks(_ path: String) -> String {
    var path = path
    for _ in 0..<40 {
      var buffer = [CChar](repeating: 0, count: Int(PATH_MAX))
      let count = unsafe readlink(path, &buffer, buffer.count)
      guard count > 0 else { return path }
      let link = String(decoding: buffer[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
      path = link.hasPrefix("/") ? link : folder + link
    }
    return path
  }
}
