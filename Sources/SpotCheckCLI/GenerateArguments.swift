public import ArgumentParser
public import SpotCheckSynthesis

/// A defect and the share of records it befalls: `bad-date=0.01`.
struct DefectShare: ExpressibleByArgument {
  /// The defect.
  let defect: DumpDefect
  /// The share, in `0...1`.
  let share: Double

  init?(argument: String) {
    let parts = argument.split(separator: "=").map(String.init)
    guard parts.count == 2, let defect = DumpDefect(rawValue: parts[0]), let share = Double(parts[1]) else {
      return nil
    }
    self.defect = defect
    self.share = share
  }
}

extension DumpShape: ExpressibleByArgument {}
extension FrameGenerator.List: ExpressibleByArgument {}
extension DumpEncoding: ExpressibleByArgument {}

extension DumpMonth: ExpressibleByArgument {
  /// Reads a month as `2023-01`.
  public init?(argument: String) { self.init(argument) }
}

extension DumpRate: ExpressibleByArgument {
  /// Reads `530100:食品=0.93`.
  public init?(argument: String) { self.init(argument) }
}

extension DumpSplit: ExpressibleByArgument {
  /// Reads `month` or a number of files.
  public init?(argument: String) { self.init(argument) }

  /// The split as it is written on a command line.
  public var defaultValueDescription: String { self == .whole ? "one file" : "\(self)" }
}
