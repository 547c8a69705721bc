import SpotCheck

/// The README's library example, as it stands there.
func runLibraryExample() async {
  // README begins
  do {
    let layout = try Layout(contentsOf: "SampleData/layout.yaml")
    let plan = try Plan(contentsOf: "SampleData/plan-2023-2025.yaml")
    let survey = try await Survey.read(["SampleData/dumps"], layout: layout, plan: plan)
    let assessment = try Assessment(of: survey, against: plan)
    for finding in assessment.findings where finding.evidence == .provenShortfall {
      print(finding.period, finding.region, finding.category, finding.passes, "of", finding.trials)
    }
  } catch {
    print(error.message(in: .english))  // or .simplifiedChinese
  }
  // README ends
}
