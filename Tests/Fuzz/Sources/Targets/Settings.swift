import SpotCheck

extension Target {
  /// A layout is a schema or an error that can be put into words.
  static let layout = Target(name: "layout") { input in
    do throws(SpotCheckError) {
      let layout = try Layout(yaml: input.text, file: "layout.yaml")
      for dimensions in [["region", "category", "period"], ["stage"], []] {
        do throws(SpotCheckError) { _ = try layout.schema(by: dimensions) } catch { sayInWords(error) }
      }
    } catch {
      sayInWords(error)
    }
  }

  /// A plan is read or an error that can be put into words.
  static let plan = Target(name: "plan") { input in
    do throws(SpotCheckError) { _ = try Plan(yaml: input.text, file: "plan.yaml") } catch {
      sayInWords(error)
    }
  }
}

private func sayInWords(_ error: SpotCheckError) {
  for language in Language.allCases { check(!error.message(in: language).isEmpty, "an error without words") }
}
