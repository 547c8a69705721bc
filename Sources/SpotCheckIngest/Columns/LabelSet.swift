/// The labels that mean pass, fail, or neither.
///
/// A value matches a label when both are the same bytes after trimming and width folding, never by
/// substring: 不合格 contains 合格.
public struct LabelSet: Sendable, Hashable {
  /// Labels of conforming units.
  public var pass: [String]
  /// Labels of nonconforming units.
  public var fail: [String]
  /// Labels of units without a verdict.
  ///
  /// The empty text makes a blank result ignored rather than `missing-value`.
  public var ignore: [String]
  /// Whether ASCII case is disregarded; true for the built-in lists only.
  public var ignoresCase: Bool

  /// Creates a set of labels.
  public init(pass: [String], fail: [String], ignore: [String] = [], ignoresCase: Bool = false) {
    self.pass = pass
    self.fail = fail
    self.ignore = ignore
    self.ignoresCase = ignoresCase
  }

  /// The labels that offices use; see the layout guide.
  public static let builtIn = LabelSet(
    pass: [
      "合格", "合格样品", "合格项", "符合", "符合要求", "通过", "pass", "passed", "conforming", "conform", "true", "是",
    ],
    fail: [
      "不合格", "不合格样品", "不合格项", "不符合", "问题样品", "未通过", "fail", "failed", "nonconforming",
      "non-conforming", "false", "否",
    ],
    ignore: ["未检", "待检", "未定", "不做判定", "undecided", "inconclusive"],
    ignoresCase: true)
}
