import SpotCheck

extension JSONWriter {
  /// Writes a region's months, with limits and warnings.
  mutating func series(_ series: MonthlySeries) {
    object { writer in
      writer.subject(series.subject)
      writer.member("baseline_first", series.baseline?.lowerBound)
      writer.member("baseline_last", series.baseline?.upperBound)
      writer.member("center", series.center)
      writer.member("sigma_z", series.sigmaZ)
      writer.member("dispersion", series.dispersion)
      writer.member("evaluated_at", "month_end")
      writer.member("failure_rate_in_order", series.failureRates?.lower)
      writer.member("failure_rate_noticed", series.failureRates?.upper)
      writer.member("cusum_threshold", series.threshold)
      writer.key("points")
      writer.array(series.points) { writer, point in
        writer.object { writer in
          writer.member("month", point.month)
          writer.counts(point.trials, point.passes)
          writer.member("pass_rate", point.passRate)
          writer.limits(point.interval)
          writer.member("target", point.target)
          writer.member("provisional", point.isProvisional)
          writer.limits(point.limits, "_limit")
          writer.member("outside", point.isOutside)
          writer.member("cusum", point.cusum)
          writer.member("alarm", series.isAlarm(point))
        }
      }
    }
  }

  /// Writes the regions of a level around their targets.
  mutating func funnel(_ funnel: RegionFunnel) {
    object { writer in
      writer.member("indicator", funnel.indicator)
      writer.member("category", funnel.category)
      writer.member("period", funnel.period)
      writer.member("region_level", funnel.regionLevel)
      writer.member("center", funnel.center)
      writer.member("dispersion", funnel.dispersion)
      writer.member("variance", funnel.variance)
      writer.member("target", funnel.target)
      writer.key("curve")
      writer.array(funnel.curve) { writer, limits in
        writer.object { writer in
          writer.member("trials", limits.trials)
          writer.funnelLimits(limits)
        }
      }
      writer.key("regions")
      writer.array(funnel.points) { writer, point in
        writer.object { writer in
          writer.member("region", point.region)
          writer.member("region_name", point.regionName)
          writer.counts(point.limits.trials, point.passes)
          writer.member("pass_rate", point.passRate)
          writer.member("target", point.target)
          writer.funnelLimits(point.limits)
          writer.member("position", point.position.rawValue)
          writer.member("position_by_chance", point.plainPosition.rawValue)
        }
      }
    }
  }

  /// Writes where an open year may end.
  mutating func fan(_ fan: YearEndFan) {
    object { writer in
      writer.subject(fan.subject)
      writer.member("period", fan.period)
      writer.member("planned", fan.planned)
      writer.member("remaining", fan.remaining)
      writer.member("target", fan.target)
      writer.limits(fan.possible, "_possible")
      writer.key("quantiles")
      writer.array(zip(YearEndFan.probabilities, fan.quantiles)) { writer, quantile in
        writer.object { writer in
          writer.member("probability", quantile.0)
          writer.member("pass_rate", quantile.1)
        }
      }
      writer.key("path")
      writer.array(fan.path) { writer, step in
        writer.object { writer in
          writer.member("month", step.month)
          writer.counts(step.trials, step.passes)
          writer.member("pass_rate", step.passRate)
        }
      }
    }
  }

  private mutating func funnelLimits(_ limits: RegionFunnel.Limits) {
    self.limits(limits.inner, "_95")
    self.limits(limits.outer, "_998")
    self.limits(limits.plainInner, "_95_by_chance")
    self.limits(limits.plainOuter, "_998_by_chance")
  }
}
