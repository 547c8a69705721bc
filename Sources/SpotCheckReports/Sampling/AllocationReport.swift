public import SpotCheck

/// An allocation as text for people, and as CSV and JSON for programs.
public struct AllocationReport: Sendable {
  /// What is written.
  public var allocation: SamplingAllocation

  /// Creates a report of an allocation.
  public init(_ allocation: SamplingAllocation) {
    self.allocation = allocation
  }

  /// The strata with what they get and what it buys, each with its stratum.
  var rows: [(stratum: SamplingStratum, row: SamplingPurchase.Row)] {
    Array(zip(allocation.strata.strata, allocation.purchase.rows))
  }

  /// One record per stratum; `region`, `category` and `n` are what a draw reads.
  public var csv: [UInt8] {
    var writer = CSVWriter()
    writer.record([
      "region", "region_name", "category", "size", "rate", "rate_source", "target", "deviation", "unit_cost",
      "minimum", "maximum", "n", "cost", "margin", "power",
    ])
    for (stratum, row) in rows {
      writer.field(stratum.region)
      writer.field(stratum.regionName)
      writer.field(stratum.category.text)
      writer.field(stratum.isFrameKnown ? stratum.size : nil)
      writer.field(stratum.rate)
      writer.field(stratum.rateSource.rawValue)
      writer.field(stratum.target?.value)
      writer.field(stratum.deviation)
      writer.field(stratum.unitCost)
      writer.field(stratum.minimum)
      writer.field(stratum.maximum)
      writer.field(row.units)
      writer.field(row.cost)
      writer.field(row.margin)
      writer.field(row.power)
      writer.endRecord()
    }
    return writer.bytes
  }

  /// The JSON in UTF-8, `spotcheck.allocation/1`, ended by a line feed.
  public var json: [UInt8] {
    var writer = JSONWriter()
    writer.object { writer in
      writer.member("schema", "spotcheck.allocation/1")
      writer.member("goal", allocation.goal)
      writer.member("rule", allocation.rule.rawValue)
      writer.member("confidence", allocation.confidence)
      writer.member("alpha", allocation.alpha)
      writer.member("frame_known", allocation.strata.isFrameKnown)
      writer.member("outside_frame", allocation.strata.outsideFrame)
      writer.member("repeated", allocation.strata.repeated)
      writer.lines("strata", rows) { $0.allocated($1.stratum, $1.row) }
      writer.breakLine()
      writer.key("total")
      writer.object { $0.purchased(allocation.purchase) }
      writer.lines("cuts", allocation.cuts) { writer, cut in
        writer.object { writer in
          writer.member("cut", cut.share)
          writer.member("left", cut.left)
          writer.member("feasible", cut.purchase != nil)
          if let purchase = cut.purchase {
            writer.purchased(purchase)
            writer.key("strata_n")
            writer.array(purchase.rows) { $0.number($1.units) }
            writer.key("strata_power")
            writer.array(purchase.rows) { $0.number($1.power) }
          }
        }
      }
    }
    return writer.bytes + [UInt8(ascii: "\n")]
  }
}

extension JSONWriter {
  fileprivate mutating func member(_ name: String, _ goal: SamplingGoal) {
    key(name)
    object { writer in
      switch goal {
      case .total(let total): writer.member("total", total)
      case .budget(let budget): writer.member("budget", budget)
      case .margin(let margin): writer.member("margin", margin)
      case .variance(let variance): writer.member("variance", variance)
      }
    }
  }

  fileprivate mutating func allocated(_ stratum: SamplingStratum, _ row: SamplingPurchase.Row) {
    object { writer in
      writer.member("region", stratum.region)
      writer.member("region_name", stratum.regionName)
      writer.member("category", stratum.category.text)
      writer.member("size", stratum.isFrameKnown ? stratum.size : nil)
      writer.member("weight", stratum.size)
      writer.member("rate", stratum.rate)
      writer.member("rate_source", stratum.rateSource.rawValue)
      writer.member("target", stratum.target?.value)
      writer.member("deviation", stratum.deviation)
      writer.member("unit_cost", stratum.unitCost)
      writer.member("minimum", stratum.minimum)
      writer.member("maximum", stratum.maximum)
      writer.member("n", row.units)
      writer.member("cost", row.cost)
      writer.member("margin", row.margin)
      writer.member("power", row.power)
    }
  }

  /// Writes the members of what is bought in sum.
  fileprivate mutating func purchased(_ purchase: SamplingPurchase) {
    member("n", purchase.units)
    member("cost", purchase.cost)
    member("rate", purchase.rate)
    member("standard_error", purchase.standardError)
    member("margin", purchase.margin)
    member("shortfalls", purchase.shortfalls)
    member("expected_proofs", purchase.expectedProofs)
  }
}
