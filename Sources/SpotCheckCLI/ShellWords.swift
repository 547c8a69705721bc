/// Words of a shell's command line.
enum ShellWords {
  /// A command as it can be given again: the program by its name, words with other than plain characters quoted.
  static func line(_ arguments: [String]) -> String {
    let program = arguments.first?.split(separator: "/").last.map(String.init) ?? ""
    return ([program] + arguments.dropFirst()).map(quoted).joined(separator: " ")
  }

  private static func quoted(_ word: String) -> String {
    let isPlain = !word.isEmpty && word.utf8.allSatisfy(Self.isPlain)
    return isPlain ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
      true
    default: "-_./,:=+@%".utf8.contains(byte)
    }
  }
}
