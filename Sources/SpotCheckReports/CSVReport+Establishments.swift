import SpotCheck

extension CSVReport {
  /// Writes `establishments.csv` block by block: one record per establishment, ascending by the bytes of ids.
  ///
  /// Its columns `id`, `name`, `region`, `category`, `risk_class` and `last_inspected` are those of a frame to
  /// draw from. Without establishments nothing is written.
  ///
  /// - Throws: What `sink` throws.
  public func writeEstablishments<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard let establishments = report.establishments else { return }
    var writer = CSVWriter()
    writer.record(EstablishmentField.all.map(\.name))
    for establishment in establishments {
      for field in EstablishmentField.all { writer.field(field.value(establishment)) }
      writer.endRecord()
      if let block = writer.block() { try sink(block) }
    }
    try sink(writer.bytes)
  }

  /// Writes `follow-ups.csv` block by block: one record per failure without a later pass or closure.
  ///
  /// Without establishments nothing is written.
  ///
  /// - Throws: What `sink` throws.
  public func writeFollowUps<Failure: Error>(
    to sink: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    guard let establishments = report.establishments else { return }
    var writer = CSVWriter()
    writer.record(["id", "name"] + OpenFailureField.all.map(\.name) + ["risk_class"])
    for failure in establishments.openFailures {
      let establishment = establishments[failure.establishment]
      writer.field(establishment.id)
      writer.field(establishment.name)
      for field in OpenFailureField.all { writer.field(field.value(failure)) }
      writer.field(establishment.riskClass)
      writer.endRecord()
      if let block = writer.block() { try sink(block) }
    }
    try sink(writer.bytes)
  }
}

extension CSVWriter {
  /// Writes a field of a record.
  mutating func field(_ value: FieldValue) {
    switch value {
    case .text(let text): field(text)
    case .count(let count): field(count)
    case .number(let number): field(number)
    case .flag(let flag): field(flag.map { $0 ? "true" : "false" })
    case .texts(let texts): field(texts.joined(separator: "; "))
    }
  }
}
