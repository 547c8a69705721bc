@testable import SpotCheck
@testable import SpotCheckIngest

extension Target {
  /// A pattern on the first line, a value on the second: no two readings, and a day that exists.
  static let dates = Target(name: "dates") { input in
    let (first, rest) = input.lines
    let value = Array(rest)
    guard let pattern = DatePattern(String(decoding: first, as: UTF8.self)) else { return }
    for pattern in [pattern, .iso8601, .excelSerial] {
      guard let reading = pattern.read(value) else { continue }
      let date = reading.date
      let (year, month, day) = date.components
      check(CalendarDate(year: year, month: month, day: day) == date, "no such day: \(date)")
      check((0...90_060).contains(reading.seconds), "no such time: \(reading.seconds)")
      guard pattern == DatePattern("yyyy-MM-dd") else { continue }
      check(CalendarDate(iso8601: String(decoding: value, as: UTF8.self)) == date, "two readings of \(value)")
    }
  }

  /// Folding, identifiers, scores and labels: folding twice changes nothing, unwrapping neither.
  static let texts = Target(name: "texts") { input in
    let text = FieldText(encoding: input.pick([.utf8, .gb18030]), dialect: Dialect())
    _ = text.shown(input.bytes)
    guard let folded = text.text(of: input.bytes) else { return }
    check(String(validating: folded, as: UTF8.self) != nil, "folding breaks UTF-8")
    check(TextFolding.fold(utf8: folded) == folded, "folding twice is not folding once")
    if case .unwrapped(let bytes) = Identifier.read(folded) {
      check(bytes.count < folded.count, "unwrapped to \(bytes)")
      check(TextFolding.trimmed(bytes[...]) == bytes[...], "unwrapped with space around it")
    }
    let string = String(decoding: folded, as: UTF8.self)
    if let condition = ScoreCondition(string) { _ = condition.isMet(by: 0) }
    if let score = Decimal4.scaled(folded) { check(score.magnitude <= 900_000_000_000_000, "too large") }
    check(RegionCode(string).map { $0.text == string } ?? true, "a region code that is not its text")
  }

  /// UTF-16 in two pieces is UTF-16 in one, comes back as it was, and can be counted back.
  static let utf16 = Target(name: "utf16") { input in
    let isBigEndian = input.number(below: 2) == 1
    let cut = min(input.number(below: 256), input.bytes.count)
    func text(of pieces: [ArraySlice<UInt8>]) -> [UInt8] {
      var transcoder = UTF16Transcoder(isBigEndian: isBigEndian)
      var text: [UInt8] = []
      for piece in pieces { transcoder.transcode(Array(piece), into: &text) }
      transcoder.finish(into: &text)
      return text
    }
    let whole = text(of: [input.bytes[...]])
    check(text(of: [input.bytes[..<cut], input.bytes[cut...]]) == whole, "cut at \(cut)")
    check(UTF16Transcoder.sourceBytes(of: whole) == input.bytes.count, "bytes counted back")
    let isCut = input.bytes.count % 2 == 1
    let replacement: [UInt8] = isBigEndian ? [0xFF, 0xFD] : [0xFD, 0xFF]
    let units = input.bytes.dropLast(isCut ? 1 : 0) + (isCut ? replacement : [])
    check(UTF16Transcoder.source(of: whole, isBigEndian: isBigEndian) == Array(units), "bytes turned back")
  }
}
