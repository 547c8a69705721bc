import SpotCheck

extension JSONWriter {
  /// Writes establishments: the classes, how strength was borrowed, each establishment, and what is still open.
  mutating func establishments(_ establishments: Establishments) {
    object { writer in
      writer.member("as_of", establishments.asOf?.iso8601)
      writer.member("risk", establishments.scale.description)
      writer.member("least_cut", establishments.scale.leastCut.value)
      let counts = establishments.classCounts
      writer.key("classes")
      writer.array(zip(establishments.scale.classes, counts.inClasses)) { writer, entry in
        writer.object { writer in
          writer.member("risk_class", entry.0)
          writer.member("establishments", entry.1)
        }
      }
      writer.member("unrated", counts.unrated)
      writer.member("unnamed_units", establishments.unnamedUnits)
      writer.lines("priors", establishments.priors) { $0.prior($1) }
      writer.lines("list", establishments) { writer, establishment in
        writer.object { writer in
          for field in EstablishmentField.all { writer.member(field.name, field.value(establishment)) }
        }
      }
      writer.lines("follow_ups", establishments.openFailures) { writer, failure in
        writer.object { writer in
          writer.member("id", establishments[failure.establishment].id)
          for field in OpenFailureField.all { writer.member(field.name, field.value(failure)) }
        }
      }
    }
  }

  private mutating func prior(_ prior: EstablishmentPrior) {
    object { writer in
      writer.member("sector", prior.sector)
      writer.member("establishments", prior.establishments)
      writer.member("trials", prior.trials)
      writer.member("passes", prior.passes)
      writer.member("shrinkage", prior.kind.rawValue)
      writer.member("alpha", prior.alpha)
      writer.member("beta", prior.beta)
    }
  }
}
