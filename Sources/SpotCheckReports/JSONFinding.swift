import SpotCheck

extension JSONWriter {
  /// Writes a finding, every key present.
  mutating func finding(_ finding: Finding) {
    object { writer in
      for field in FindingField.all { writer.member(field.name, field.value(finding)) }
    }
  }

  /// Writes a member that is a field of a record.
  mutating func member(_ name: String, _ value: FieldValue) {
    switch value {
    case .text(let text): member(name, text)
    case .count(let count): member(name, count)
    case .number(let number): member(name, number)
    case .flag(let flag): member(name, flag)
    case .texts(let texts): member(name, texts)
    }
  }
}
