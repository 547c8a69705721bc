import Glibc

/// What the streams of this process are connected to.
enum Terminal {
  /// Whether a descriptor is a terminal.
  static func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

  /// The columns of standard output: `COLUMNS`, else what the terminal says, else 80.
  ///
  /// `nil` where it is no terminal: a file has room for everything.
  static var width: Int? {
    if let columns = Environment.value("COLUMNS").flatMap({ Int($0) }), columns > 0 { return columns }
    guard isTerminal(STDOUT_FILENO) else { return nil }
    var size = winsize()
    guard unsafe ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
    return Int(size.ws_col)
  }

  /// The rows of a table on standard output before the rest is folded; `nil` where it is no terminal.
  static var rowLimit: Int? { width == nil ? nil : 40 }
}
