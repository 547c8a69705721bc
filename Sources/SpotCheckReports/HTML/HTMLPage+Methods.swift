import SpotCheck

extension HTMLPage {
  /// Writes how figures are made, in plain words, and what was read about it.
  mutating func methodSection() {
    nest("dl") { page in
      for method in Method.all {
        page.element("dt", Wording { $0.say(method.name.english, method.name.chinese) })
        page.nest("dd") { page in
          page.markup.write(method.words)
          for article in method.articles {
            page.markup.raw(" ")
            page.markup.element(
              "a", [("href", "https://doi.org/" + article.doi), ("rel", "noreferrer")], Wording(article.name))
          }
        }
        page.markup.breakLine()
      }
    }
  }

  /// Writes what the report was made of, so that it can be made again.
  mutating func provenanceSection() {
    let provenance = report.provenance
    nest("dl", [("class", "facts")]) { page in
      page.fact(Wording { $0.say("Version", "版本") }, "SpotCheck " + provenance.version)
      page.fact(Wording { $0.say("As of", "截至") }, provenance.asOf?.iso8601)
      page.fact(Wording { $0.say("Command", "命令") }, page.source.command)
      page.fact(Wording { $0.say("Layout, SHA-256", "布局文件 SHA-256") }, provenance.layoutSHA256)
      page.fact(Wording { $0.say("Plan, SHA-256", "计划文件 SHA-256") }, provenance.planSHA256)
      for option in provenance.options { page.fact(Wording(option.name), option.value) }
    }
    let hashes = source.fileHashes.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
    guard !hashes.isEmpty else { return }
    var table = PageTable(
      id: "hashes", caption: Wording { $0.say("Files, SHA-256", "数据文件 SHA-256") },
      columns: [PageTable.Column(Wording(\.file)), PageTable.Column(Wording("SHA-256"))],
      hidden: max(0, hashes.count - limits.rows))
    table.rows = hashes.prefix(limits.rows).map { [PageTable.Cell($0.key), PageTable.Cell($0.value)] }
    self.table(table)
  }

  private mutating func fact(_ name: Wording, _ value: String?) {
    guard let value else { return }
    element("dt", name.truncated(to: 100))
    nest("dd") { page in
      page.markup.element("code", Wording(value).truncated(to: 1000))
    }
  }
}

/// A method of the report in plain words.
struct Method: Sendable {
  /// Its name.
  var name: Wording
  /// What it does.
  var words: Wording
  /// What was read about it.
  var articles: [Article]

  /// An article and its digital object identifier.
  struct Article: Sendable {
    var name: String
    var doi: String
  }

  private init(_ name: (String, String), _ words: (String, String), _ articles: [(String, String)] = []) {
    self.name = Wording { $0.say(name.0, name.1) }
    self.words = Wording { $0.say(words.0, words.1) }
    self.articles = articles.map { Article(name: $0.0, doi: $0.1) }
  }

  /// All methods, in the order a reader meets them.
  static let all: [Method] = [
    Method(
      ("Attained", "是否达标"),
      (
        "The rate as counted against the target, by whole numbers. That a target is missed as counted does not "
          + "show that the true rate lies below it: the evidence says how sure that is.",
        "按实际批次计算的合格率与目标比较，以整数计算。按实际合格率未达标，不等于真实水平低于目标：判定一栏说明把握程度。"
      )),
    Method(
      ("Evidence", "判定"),
      (
        "An exact test asks how often so few passes would be seen if the true rate were the target. Because many "
          + "regions are judged at once, the answers are adjusted so that few of those called significant are chance.",
        "精确检验：若真实水平恰为目标，出现如此少的合格批次的概率有多大。因同时判定多个地区，概率经过校正，以控制误判比例。"
      ),
      [
        ("Clopper & Pearson 1934", "10.1093/biomet/26.4.404"),
        ("Benjamini & Hochberg 1995", "10.1111/j.2517-6161.1995.tb02031.x"),
      ]),
    Method(
      ("Intervals", "置信区间"),
      (
        "The range in which the true rate may lie. Fewer units, wider range.",
        "真实水平可能所在的范围；批次越少，范围越宽。"
      ), [("Wilson 1927", "10.1080/01621459.1927.10502953")]),
    Method(
      ("Excess failures", "超出允许的不合格批次"),
      (
        "Failures beyond those the target allows for so many units; those of all children sum to their parent's.",
        "超出目标所允许的不合格批次数；各下级之和等于上级。"
      )),
    Method(
      ("Funnel", "漏斗图"),
      (
        "Limits around the target that narrow as units grow; regions outside them are hardly there by chance.",
        "围绕目标、随批次增多而收窄的界限；落在界限之外难以用偶然解释。"
      ), [("Spiegelhalter 2005", "10.1002/sim.1970")]),
    Method(
      ("Process limits and warnings", "过程控制限与预警"),
      (
        "Limits come from a region's own past months. The warning adds up failures month by month and is raised "
          + "when they come as they would with doubled odds. Young months are provisional: failing results come late.",
        "控制限由本地区以往月份得出。预警逐月累计不合格情况，当其接近不合格优势加倍时的水平时给出。近月为暂定：不合格结果上报较晚。"
      ), [("Laney 2002", "10.1081/QEN-120003555"), ("Steiner et al. 2000", "10.1093/biostatistics/1.4.441")]),
    Method(
      ("Changes", "同比与环比"),
      (
        "The difference of two rates with its interval; one that holds 0 may be chance.",
        "两个合格率之差及其区间；区间含0时，变化可能出于偶然。"
      ), [("Newcombe 1998", "10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I")]),
    Method(
      ("Year end", "全年预测"),
      (
        "The units still planned are drawn from what the units so far make likely; the rate needed of them is exact.",
        "余下计划批次的结果，按已有批次所支持的可能性推算；所需合格率为精确值。"
      )),
    Method(
      ("Ranks", "名次"),
      (
        "A region's rank is given as the range it may truly have; overlapping ranges cannot be told apart.",
        "名次以可能的范围给出；范围重叠的地区不能区分先后。"
      ), [("Klein, Wright & Wieczorek 2020", "10.1111/rssc.12402")]),
  ]
}
