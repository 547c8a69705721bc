public import SpotCheck

/// The record of a draw as canonical JSON, with the assignments where they are given.
public struct DrawJSON: Sendable {
  /// The record.
  public var record: DrawRecord
  /// The draw; `nil` leaves the assignments out.
  public var draw: Draw?

  /// Creates the JSON of a record.
  public init(_ record: DrawRecord, draw: Draw? = nil) {
    self.record = record
    self.draw = draw
  }

  /// The text, in UTF-8, ended by a line feed.
  public var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.member("schema", record.scheme)
      json.member("version", record.version)
      json.member("seed", record.options.seed)
      json.key("algorithms")
      json.object { json in
        for algorithm in DrawRecord.algorithms { json.member(algorithm.purpose, algorithm.name) }
      }
      json.key("options")
      options(&json)
      json.key("inputs")
      json.array(record.lists, onLines: true) { json, list in
        json.object { json in
          json.member("role", list.role.rawValue)
          json.member("path", list.path)
          json.member("sha256", list.sha256)
          json.member("records", list.records)
          json.member("ignored_columns", list.ignoredColumns)
        }
      }
      json.key("strata")
      json.array(record.strata, onLines: true) { json, stratum in
        json.object { json in
          json.member("values", stratum.values)
          json.member("establishments", stratum.establishments)
          json.member("drawn", stratum.drawn)
        }
      }
      json.member("unallocated", record.unallocated)
      json.member("follow_up", record.followUps)
      json.key("loads")
      json.object { json in
        json.member("least", record.loads.lowerBound)
        json.member("greatest", record.loads.upperBound)
      }
      json.member("result_sha256", record.resultSHA256)
      if let draw { assignments(of: draw, &json) }
    }
    return json.bytes + [UInt8(ascii: "\n")]
  }

  private func options(_ json: inout JSONWriter) {
    let options = record.options
    json.object { json in
      json.member("by", options.strata.map(\.rawValue))
      json.key("demands")
      json.array(options.demands) { json, demand in
        json.object { json in
          json.member("stratum", demand.stratum)
          switch demand.size {
          case .ratio(let ratio): json.member("ratio", ratio.description)
          case .count(let count): json.member("count", count)
          }
        }
      }
      json.member("inspectors_each", options.inspectorsEach)
      json.member("max_load", options.maxLoad)
      json.member("match_office", options.matchesOffice)
    }
  }

  private func assignments(of draw: Draw, _ json: inout JSONWriter) {
    json.key("assignments")
    json.array(draw.assignments, onLines: true) { json, assignment in
      json.object { json in
        json.member("kind", assignment.kind.rawValue)
        json.member("stratum", assignment.stratum.map { draw.strata[$0].name })
        json.member("number", assignment.number)
        json.member("id", assignment.establishment.id)
        json.member("name", assignment.establishment.name)
        json.member("region", assignment.establishment.region)
        json.member("category", assignment.establishment.category)
        json.member("risk_class", assignment.establishment.riskClass)
        json.member("last_inspected", assignment.establishment.lastInspected)
        json.member("inspectors", assignment.inspectors.map { draw.inspectors[$0].id })
      }
    }
  }
}
