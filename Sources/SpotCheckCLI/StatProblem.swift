import SpotCheck

/// Why a question cannot be answered, as facts.
struct StatProblem: Error {
  /// What is wrong.
  enum Kind {
    /// The figures of the command line are not as many as the names.
    case figures(Int, of: [String])
    /// There are neither figures nor `--json`.
    case nothingAsked
    /// The line is no JSON object.
    case notJSON
    /// The line has more bytes than a line may have.
    case tooLong(limit: Int)
    /// The key is needed.
    case missing
    /// The key is none of these.
    case unknown([String])
    /// Not a whole number in range.
    case notCount(String, atMost: Int)
    /// Not a decimal fraction in 0…1.
    case notFraction(String)
    /// Not strictly between 0 and 1.
    case notLevel(String)
    /// Not in 0…1.
    case notProbability(String)
    /// None of the choices.
    case notChoice(String, of: [String])
    /// Not a number above 0 and at most this.
    case notAmount(String, atMost: Double)
    /// None of these is given, or more than one; what to write.
    case notOneOf([String], example: String)
    /// Not below the value of another key.
    case notBelow(String)
    /// The value of another key.
    case equals(String)
    /// More than the value of another key.
    case exceeds(String)
  }

  let kind: Kind
  let key: String

  init(_ kind: Kind, key: String = "") {
    self.kind = kind
    self.key = key
  }

  /// The facts in words.
  func message(in language: Language) -> String {
    let words = StatWords(language: language)
    let quoted = words.quoted
    return switch kind {
    case .figures(let count, of: let names):
      words.say(
        "give \(names.joined(separator: ", ")): \(count) given",
        "请给出 \(names.joined(separator: "、"))，现有 \(count) 个")
    case .nothingAsked:
      words.say(
        "give figures, or --json with a question a line on standard input", "请给出数字，或用 --json 由标准输入逐行提问")
    case .notJSON:
      words.say(
        "not a JSON object of numbers, texts and lists of them", "不是由数字、文本及其列表构成的 JSON 对象")
    case .tooLong(let limit): words.say("longer than \(limit) bytes", "超过 \(limit) 字节")
    case .missing: words.say("\(key) is missing", "缺少 \(key)")
    case .unknown(let keys):
      words.say(
        "\(quoted(key)) is no key here; there are \(keys.joined(separator: ", "))",
        "没有 \(quoted(key)) 这一项；可用 \(keys.joined(separator: "、"))")
    case .notCount(let text, atMost: let limit):
      words.say(
        "\(key) must be a whole number from 0 to \(limit), not \(quoted(text))",
        "\(key) 须为 0 至 \(limit) 的整数，而不是 \(quoted(text))")
    case .notFraction(let text):
      words.say(
        "\(key) must be a decimal from 0 to 1, such as 0.96, not \(quoted(text))",
        "\(key) 须为 0 至 1 的小数，如 0.96，而不是 \(quoted(text))")
    case .notLevel(let text):
      words.say(
        "\(key) must lie between 0 and 1, such as 0.95, not \(quoted(text))",
        "\(key) 须大于 0 小于 1，如 0.95，而不是 \(quoted(text))")
    case .notProbability(let text):
      words.say(
        "\(key) must be probabilities from 0 to 1, not \(quoted(text))",
        "\(key) 须为 0 至 1 的概率，而不是 \(quoted(text))")
    case .notChoice(let text, of: let choices):
      words.say(
        "\(key) must be one of \(choices.joined(separator: ", ")), not \(quoted(text))",
        "\(key) 须为 \(choices.joined(separator: "、")) 之一，而不是 \(quoted(text))")
    case .notAmount(let text, atMost: let limit):
      words.say(
        "\(key) must be a number above 0 and at most \(words.number(limit)), not \(quoted(text))",
        "\(key) 须为大于 0、不超过 \(words.number(limit)) 的数，而不是 \(quoted(text))")
    case .notOneOf(let keys, let example):
      words.say(
        "give one of \(keys.joined(separator: ", ")); for example: \(example)",
        "请在 \(keys.joined(separator: "、")) 中给出一项，例如：\(example)")
    case .notBelow(let other):
      words.say(
        "\(key) must lie below \(other), else there is no shortfall to prove",
        "\(key) 须低于 \(other)，否则没有未达标可判定")
    case .equals(let other):
      words.say("\(key) equals \(other): no size tells them apart", "\(key) 与 \(other) 相等，任何样本量都无法区分")
    case .exceeds(let other): words.say("\(key) exceeds \(other)", "\(key) 大于 \(other)")
    }
  }
}
