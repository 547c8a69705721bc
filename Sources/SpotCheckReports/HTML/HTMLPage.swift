import SpotCheck

/// The page of a report being written, section by section.
struct HTMLPage {
  /// What is written.
  let source: HTMLReport
  /// The report at a glance.
  let summary: Summary
  /// How much of long lists is shown.
  let limits: PageLimits
  /// The page so far.
  var markup = Markup()

  /// The report.
  var report: Report { source.report }

  /// A section and what stands in it.
  private struct Section {
    var id: String
    var title: (Words) -> String
    var body: (inout HTMLPage) -> Void
  }

  /// Writes a page.
  init(_ source: HTMLReport, summary: Summary, limits: PageLimits) {
    self.source = source
    self.summary = summary
    self.limits = limits
    markup.raw("<!DOCTYPE html>\n")
    nest("html", [("lang", source.language.rawValue)]) { page in
      page.head()
      page.nest("body") { $0.body() }
    }
    markup.breakLine()
  }

  /// Writes an element around what `body` writes.
  mutating func nest(
    _ name: String, _ attributes: [Markup.Attribute] = [], _ body: (inout HTMLPage) -> Void
  ) {
    var inner = self
    inner.markup = Markup()
    body(&inner)
    markup.element(name, attributes) { $0.raw(inner.markup.text) }
  }

  /// Writes an element around a text.
  mutating func element(_ name: String, _ attributes: [Markup.Attribute], _ text: Wording) {
    markup.element(name, attributes, text)
    markup.breakLine()
  }

  /// Writes an element without attributes around a text.
  mutating func element(_ name: String, _ text: Wording) { element(name, [], text) }

  /// Writes a table, if it has rows.
  mutating func table(_ table: PageTable) { table.write(to: &markup) }

  /// Writes a picture with its key and data.
  mutating func figure(_ figure: Figure?) { figure?.write(to: &markup, language: source.language) }

  /// The title of the page.
  var title: Wording {
    Wording { words in
      let title = source.plan?.title(in: words.language) ?? words.inspectionReport
      return DisplayWidth.truncated(title, to: 100)
    }
  }

  private mutating func head() {
    nest("head") { page in
      page.markup.void("meta", [("charset", "utf-8")])
      page.markup.void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
      page.markup.void(
        "meta",
        [
          ("http-equiv", "Content-Security-Policy"),
          (
            "content",
            "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:"
          ),
        ])
      page.markup.void(
        "meta", [("name", "generator"), ("content", "SpotCheck \(page.report.provenance.version)")])
      page.markup.void("link", [("rel", "icon"), ("href", "data:,")])
      let title = page.title[page.source.language]
      page.markup.element("title") { $0.write(title) }
      page.markup.breakLine()
      page.markup.element("style") { $0.raw(PageStyle.css) }
    }
    markup.breakLine()
  }

  private mutating func body() {
    let sections = self.sections
    markup.element("a", [("class", "skip"), ("href", "#main")], Wording(\.skipToContent))
    markup.breakLine()
    nest("header") { page in
      page.element("h1", page.title)
      page.element("p", [("class", "as-of")], Wording { page.dateline($0) })
      page.markup.raw(PageScript.controls)
      page.nest("nav", [("aria-label", "Contents 目录")]) { page in
        page.nest("ul") { page in
          for section in sections {
            page.nest("li") { $0.markup.element("a", [("href", "#" + section.id)], Wording(section.title)) }
          }
        }
      }
    }
    markup.breakLine()
    nest("main", [("id", "main"), ("tabindex", "-1")]) { page in
      for section in sections {
        page.nest("section", [("id", section.id), ("aria-labelledby", section.id + "-title")]) { page in
          page.element("h2", [("id", section.id + "-title")], Wording(section.title))
          section.body(&page)
        }
        page.markup.breakLine()
      }
    }
    let version = report.provenance.version
    element("footer", Wording { [self] in "SpotCheck \(version) · \(dateline($0))" })
    markup.element("script") { $0.raw(PageScript.script) }
  }

  private func dateline(_ words: Words) -> String {
    words.parts([
      report.provenance.asOf.map(words.asOf) ?? "", words.files(report.input.files.count),
      words.samples(report.input.samples, pending: report.input.pendingSamples),
    ])
  }

  /// The sections that have something to say.
  private var sections: [Section] {
    var sections = [Section(id: "summary", title: \.summary) { $0.summarySection() }]
    if !summary.shortfalls.isEmpty {
      sections.append(Section(id: "shortfalls", title: \.shortfalls) { $0.shortfallSection() })
    }
    if !report.findings.isEmpty {
      sections.append(Section(id: "pictures", title: \.pictures) { $0.pictureSection() })
    }
    if let changes = report.changes {
      sections.append(Section(id: "since", title: \.sinceEarlier) { $0.sinceSection(changes) })
    }
    if !report.outlook.comparisons.isEmpty || !report.outlook.trends.isEmpty {
      sections.append(Section(id: "changes", title: \.changes) { $0.changeSection() })
    }
    if !completions.isEmpty {
      sections.append(Section(id: "completion", title: \.planCompletion) { $0.completionSection() })
    }
    if report.findings.isEmpty {
      sections.append(Section(id: "rates", title: \.rates) { $0.rateSection() })
    }
    sections.append(Section(id: "quality", title: \.dataQuality) { $0.qualitySection() })
    if source.plan != nil { sections.append(Section(id: "plan", title: \.plan) { $0.planSection() }) }
    sections.append(Section(id: "methods", title: \.methods) { $0.methodSection() })
    sections.append(Section(id: "provenance", title: \.provenance) { $0.provenanceSection() })
    return sections
  }
}
