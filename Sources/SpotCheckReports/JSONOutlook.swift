import SpotCheck

extension JSONWriter {
  /// Writes what surrounds the findings: one array a topic, one element a line.
  mutating func outlook(_ outlook: Outlook) {
    object { writer in
      writer.member("provisional_from", outlook.provisionalFrom)
      writer.lines("contributions", outlook.contributions) { $0.contribution($1) }
      writer.lines("comparisons", outlook.comparisons) { $0.comparison($1) }
      writer.lines("series", outlook.series) { $0.series($1) }
      writer.lines("funnels", outlook.funnels) { $0.funnel($1) }
      writer.lines("trends", outlook.trends) { $0.trend($1) }
      writer.lines("ranks", outlook.rankings) { $0.ranking($1) }
      writer.lines("projections", outlook.projections) { $0.fan($1) }
    }
  }

  private mutating func contribution(_ contribution: Contribution) {
    object { writer in
      writer.subject(contribution.subject)
      writer.member("period", contribution.period)
      writer.member("by", contribution.dimension.rawValue)
      writer.member("excess_failures", contribution.excessFailures)
      writer.key("parts")
      writer.array(contribution.parts) { writer, part in
        writer.object { writer in
          writer.member("key", part.key)
          writer.member("name", part.name)
          writer.counts(part.trials, part.passes)
          writer.member("excess_failures", part.excessFailures)
          writer.member("share", part.share)
        }
      }
    }
  }

  private mutating func comparison(_ comparison: PeriodComparison) {
    object { writer in
      writer.subject(comparison.subject)
      writer.member("kind", comparison.kind.rawValue)
      writer.member("period", comparison.period)
      writer.member("baseline_period", comparison.baselinePeriod)
      writer.member("months", comparison.months.map { Period(.month, containing: $0).text })
      writer.member("provisional", comparison.isProvisional)
      writer.counts(comparison.trials, comparison.passes)
      writer.member("pass_rate", comparison.passRate)
      writer.member("baseline_trials", comparison.baselineTrials)
      writer.member("baseline_passes", comparison.baselinePasses)
      writer.member("baseline_pass_rate", comparison.baselinePassRate)
      writer.member("difference", comparison.difference)
      writer.member("lower", comparison.lower)
      writer.member("upper", comparison.upper)
    }
  }

  private mutating func trend(_ trend: MonthlyTrend) {
    object { writer in
      writer.subject(trend.subject)
      writer.member("first_month", trend.months.lowerBound)
      writer.member("last_month", trend.months.upperBound)
      writer.member("months", trend.count)
      writer.member("slope", trend.slope)
      writer.member("standard_error", trend.standardError)
      writer.member("dispersion", trend.dispersion)
      writer.member("odds_ratio_per_year", trend.oddsRatio)
      writer.member("p", trend.p)
      writer.member("q", trend.q)
      writer.member("p_cochran_armitage", trend.cochranArmitage)
      writer.member("direction", trend.direction.rawValue)
    }
  }

  private mutating func ranking(_ ranking: RegionRanking) {
    object { writer in
      writer.member("indicator", ranking.indicator)
      writer.member("category", ranking.category)
      writer.member("period", ranking.period)
      writer.member("region_level", ranking.regionLevel)
      writer.member("confidence", ranking.confidence)
      writer.key("regions")
      writer.array(ranking.entries) { writer, entry in
        writer.object { writer in
          writer.member("region", entry.region)
          writer.member("region_name", entry.regionName)
          writer.counts(entry.trials, entry.passes)
          writer.member("pass_rate", entry.passRate)
          writer.limits(entry.limits)
          writer.member("best_rank", entry.ranks.best)
          writer.member("worst_rank", entry.ranks.worst)
          writer.member("median_rank", entry.medianRank)
          writer.member("grade", entry.grade?.rawValue)
        }
      }
    }
  }

  mutating func subject(_ subject: OutlookSubject) {
    member("indicator", subject.indicator)
    member("region", subject.region)
    member("region_name", subject.regionName)
    member("region_level", subject.regionLevel)
    member("category", subject.category)
  }

  mutating func counts(_ trials: Int, _ passes: Int) {
    member("trials", trials)
    member("passes", passes)
  }

  /// Writes `lower` and `upper`, with a suffix.
  mutating func limits(_ limits: RateInterval?, _ suffix: String = "") {
    member("lower" + suffix, limits?.lower)
    member("upper" + suffix, limits?.upper)
  }

  mutating func member(_ name: String, _ month: Month?) {
    member(name, month.map { Period(.month, containing: $0).text })
  }
}
