import ArgumentParser
import FoundationEssentials
import SpotCheck
import SpotCheckReports

/// A question of the calculator, with its answer.
protocol StatQuestion {
  /// The names a question may use.
  static var keys: [String] { get }

  /// Reads a question.
  init(_ record: StatRecord) throws(StatProblem)

  /// Writes the members of the answer: what was asked, and what is found.
  func answer(_ json: inout JSONWriter)

  /// The answer for people.
  func lines(_ words: StatWords) -> [String]
}

/// How answers are written.
struct StatOutputOptions: ParsableArguments {
  @Flag(help: "JSON: from the figures given, else a question a line on standard input.")
  var json = false
}

/// Questions of one kind, and their answers.
struct StatSession<Question: StatQuestion> {
  /// What questions say where they are silent.
  let options: StatRecord
  let output: StatOutputOptions
  let speech: SpeechOptions

  /// Answers the question of the command line, or those of standard input.
  ///
  /// - Parameter figures: The question of the command line; `nil` where it has no figures.
  /// - Throws: `ValidationError` for a question that cannot be answered; `ExitStatus` for lines that cannot.
  func run(_ figures: () throws(StatProblem) -> StatRecord?) throws {
    let question: Question?
    do throws(StatProblem) {
      question = try figures().map { asked throws(StatProblem) in try Question(asked.over(options)) }
      if question == nil, !output.json { throw StatProblem(.nothingAsked) }
    } catch {
      throw ValidationError(error.message(in: speech.language))
    }
    guard let question else { return try answerLines() }
    let file = try OutputFile("-")
    if output.json {
      try file.write(Self.line { question.answer(&$0) })
    } else {
      let text = question.lines(StatWords(language: speech.language)).joined(separator: "\n")
      try file.write(Array((text + "\n").utf8))
    }
  }

  /// Answers every line with a line; those that cannot be are counted and make the exit status.
  private func answerLines() throws {
    let file = try OutputFile("-")
    var input = StatLines()
    var unanswered = 0
    while let lines = try input.next() {
      if Interrupt.isRequested { throw SpotCheckError(.interrupted) }
      var answers: [UInt8] = []
      for line in lines {
        do {
          let question = try Question(try record(line).over(options))
          answers += Self.line { question.answer(&$0) }
        } catch {
          unanswered += 1
          answers += Self.line { json in
            json.member("line", line.number)
            json.member("error", error.message(in: speech.language))
          }
        }
      }
      try file.write(answers)
    }
    guard unanswered == 0 else {
      let words = StatWords(language: speech.language)
      StandardError.note(words.say("lines without an answer: \(unanswered)", "未能回答的行数：\(unanswered)"))
      throw ExitStatus.unreadableData
    }
  }

  private func record(_ line: StatLines.Line) throws(StatProblem) -> StatRecord {
    guard let text = line.text else { throw StatProblem(.tooLong(limit: StatLines.limit)) }
    guard let record = try? JSONDecoder().decode(StatRecord.self, from: Data(text)) else {
      throw StatProblem(.notJSON)
    }
    try record.check(against: Question.keys)
    return record
  }

  private static func line(_ members: (inout JSONWriter) -> Void) -> [UInt8] {
    var json = JSONWriter()
    json.object(members)
    return json.bytes + [UInt8(ascii: "\n")]
  }
}
