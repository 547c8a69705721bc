import SpotCheck

extension AcceptanceReport {
  /// The report as one JSON object on a line: `stages`, `producer` and `consumer`, `aoql`, and `curve`.
  ///
  /// Fractions are in 0…1. What does not exist, such as the count of nonconforming items of a process, is `null`.
  public var json: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("model", modelName)
      json.member("lot", lotSize)
      json.key("stages")
      json.array(plan.stages) { json, stage in
        json.object { json in
          json.member("n", stage.size)
          json.member("ac", stage.acceptanceNumber)
          json.member("re", stage.rejectionNumber)
        }
      }
      risk("producer", producer, &json)
      risk("consumer", consumer, &json)
      for (name, chance) in [("p_accepted_95", 0.95), ("p_accepted_50", 0.5), ("p_accepted_10", 0.1)] {
        json.member(name, plan.quality(acceptedWith: chance, in: model).fraction)
      }
      let worst = plan.outgoingQualityLimit(in: model, lotSize: lotSize)
      json.member("aoql", worst.limit)
      json.member("aoql_p", worst.at.fraction)
      json.key("curve")
      json.array(roundQualities(about: Self.qualities).map(row), onLines: true) { json, row in
        json.object { json in
          json.member("p", row.lot.fraction)
          json.member("nonconforming", row.lot.nonconforming)
          json.member("acceptance", row.acceptance)
          json.member("asn", row.averageSampleNumber)
          json.member("aoq", row.averageOutgoingQuality)
          json.member("ati", row.averageTotalInspection)
        }
      }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  /// The curves as CSV: `p`, `nonconforming`, `acceptance`, `asn`, `aoq`, `ati`.
  public var csv: [UInt8] {
    var csv = CSVWriter(byteOrderMark: false)
    csv.record(["p", "nonconforming", "acceptance", "asn", "aoq", "ati"])
    for row in roundQualities(about: Self.qualities).map(row) {
      csv.field(row.lot.fraction)
      csv.field(row.lot.nonconforming)
      csv.field(row.acceptance)
      csv.field(row.averageSampleNumber)
      csv.field(row.averageOutgoingQuality)
      csv.field(row.averageTotalInspection)
      csv.endRecord()
    }
    return csv.bytes
  }

  private static let qualities = 100

  private var modelName: String {
    switch model {
    case .binomial: "binomial"
    case .poisson: "poisson"
    case .hypergeometric: "hypergeometric"
    }
  }

  private func risk(_ name: String, _ risk: Risk?, _ json: inout JSONWriter) {
    json.key(name)
    guard let risk else { return json.text(nil) }
    json.object { json in
      json.member("p", risk.fraction.value)
      json.member("nonconforming", risk.lot.nonconforming)
      json.member("acceptance", risk.acceptance)
      json.member("risk", risk.risk)
      json.member("risk_limit", risk.limit)
      json.member("kept", risk.isKept)
    }
  }
}

extension LotQuality {
  /// The nonconforming items of one lot; `nil` of a process.
  fileprivate var nonconforming: Int? {
    guard case .hypergeometric(let nonconforming, _) = self else { return nil }
    return nonconforming
  }
}
