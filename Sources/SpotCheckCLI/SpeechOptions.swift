public import ArgumentParser
import Glibc
public import SpotCheck
import SpotCheckReports

/// A command whose messages follow the language asked for.
protocol SpeakingCommand {
  /// How it speaks.
  var speech: SpeechOptions { get }
}

/// How messages and tables are written.
struct SpeechOptions: ParsableArguments {
  @Option(name: .customLong("lang"), help: "Language of messages and tables (default: from the locale).")
  private var chosenLanguage: Language?

  @Option(help: "Colour in tables; NO_COLOR is honoured by auto.")
  var color: When = .auto

  /// The language spoken.
  var language: Language { chosenLanguage ?? .preferred }

  /// The style of text on standard output.
  var style: Style {
    let isWanted =
      switch color {
      case .always: true
      case .never: false
      case .auto:
        Terminal.isTerminal(STDOUT_FILENO) && Environment.value("NO_COLOR") == nil
          && Environment.value("TERM") != "dumb"
      }
    return Style(isColored: isWanted)
  }
}

/// When something is done that depends on a terminal.
enum When: String, ExpressibleByArgument, CaseIterable {
  /// When the stream is a terminal.
  case auto
  /// Always.
  case always
  /// Never.
  case never
}

extension Language: ExpressibleByArgument {}
