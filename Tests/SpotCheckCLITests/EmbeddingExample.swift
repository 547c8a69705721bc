import SpotCheck

/// The example of the guide to embedding, as it stands there.
func runEmbeddingExample() {
  // README begins
  do {
    let plan = try Plan(contentsOf: "SampleData/plan-2023-2025.yaml")
    let layout = try Layout(contentsOf: "SampleData/layout.yaml")
    var options = SurveyOptions()
    options.dimensions = ["region", "period"]
    options.ingest.progress = { print("\($0.records) records") }
    let survey = try Survey(reading: ["SampleData/dumps"], layout: layout, plan: plan, options: options)
    let report = Report(survey, assessment: try Assessment(of: survey, against: plan))

    let total = report.input.total
    print(total.accepted, "of", total.records, "records accepted")
    for finding in report.findings where finding.isAttained == false {
      print(finding.region, finding.period, finding.passes, finding.trials, finding.evidence.rawValue)
    }
  } catch {
    print(error.kind)  // facts, to decide by
    print(error.message(in: .english))  // words, for people
  }
  // README ends
}
