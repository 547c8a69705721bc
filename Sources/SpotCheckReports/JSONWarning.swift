import SpotCheck

extension JSONWriter {
  /// Writes a warning as its kind and facts.
  mutating func warning(_ warning: Warning) {
    object { writer in
      switch warning {
      case .planRegionAbsent(let indicator, let region):
        writer.member("kind", "plan_region_absent")
        writer.member("indicator", indicator)
        writer.member("region", region)
      case .planCategoryAbsent(let indicator, let category):
        writer.member("kind", "plan_category_absent")
        writer.member("indicator", indicator)
        writer.member("category", category)
      case .planValueAbsent(let indicator, let column, let value):
        writer.member("kind", "plan_value_absent")
        writer.member("indicator", indicator)
        writer.member("column", column)
        writer.member("value", value)
      case .regionCodeUnknown(let code, let ancestor, let trials):
        writer.member("kind", "region_code_unknown")
        writer.member("code", code)
        writer.member("ancestor", ancestor)
        writer.member("trials", trials)
      case .singleResult(let isConforming, let records):
        writer.member("kind", "single_result")
        writer.member("conforming", isConforming)
        writer.member("records", records)
      case .periodOutsidePlan(let period):
        writer.member("kind", "period_outside_plan")
        writer.member("period", period)
      case .noDates:
        writer.member("kind", "no_dates")
      case .weightsNotNormalised(let indicator, let sum):
        writer.member("kind", "weights_not_normalised")
        writer.member("indicator", indicator)
        writer.member("sum", sum)
      case .strataMissing(let indicator, let covered, let region, let period):
        writer.member("kind", "strata_missing")
        writer.member("indicator", indicator)
        writer.member("covered", covered)
        writer.member("region", region)
        writer.member("period", period)
      }
    }
  }
}
