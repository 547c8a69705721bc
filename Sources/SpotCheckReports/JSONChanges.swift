import SpotCheck

extension JSONWriter {
  /// Writes what changed since an earlier report.
  mutating func changes(_ changes: Changes) {
    object { writer in
      writer.member("as_of", changes.asOf?.iso8601)
      writer.member("sha256", changes.sha256)
      writer.key("differences")
      writer.array(changes.differences) { $0.difference($1) }
      writer.member("findings_added", changes.added)
      writer.member("findings_removed", changes.removed)
      writer.lines("verdicts", changes.verdicts) { $0.verdict($1) }
      writer.lines("months", changes.months) { $0.month($1) }
    }
  }

  private mutating func difference(_ difference: Changes.Difference) {
    object { writer in
      switch difference {
      case .plan: writer.member("of", "plan")
      case .layout: writer.member("of", "layout")
      case .option(let name, let before, let now):
        writer.member("of", name)
        writer.member("before", before)
        writer.member("now", now)
      }
    }
  }

  private mutating func verdict(_ change: Changes.VerdictChange) {
    object { writer in
      writer.subject(change.subject)
      writer.member("programme", change.programme)
      writer.member("period", change.period)
      writer.key("before")
      writer.standing(change.before)
      writer.key("now")
      writer.standing(change.now)
    }
  }

  private mutating func standing(_ standing: EarlierReport.Standing) {
    object { writer in
      writer.member("evidence", standing.evidence.rawValue)
      writer.member("attained", standing.isAttained)
      writer.counts(standing.trials, standing.passes)
      writer.member("pass_rate", standing.passRate)
      writer.member("target", standing.target)
    }
  }

  private mutating func month(_ change: Changes.MonthChange) {
    object { writer in
      writer.subject(change.subject)
      writer.member("month", change.month)
      writer.member("trials_before", change.trialsBefore)
      writer.member("passes_before", change.passesBefore)
      writer.member("pass_rate_before", change.passRateBefore)
      writer.counts(change.trials, change.passes)
      writer.member("pass_rate", change.passRate)
      writer.member("was_provisional", change.wasProvisional)
    }
  }
}
