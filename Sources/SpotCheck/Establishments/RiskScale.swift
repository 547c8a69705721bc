public import SpotCheckStatistics

/// The risk classes of establishments, by cut-offs on their shrunken rates.
///
/// A raw rate is no measure of one establishment: one pass of one is 100 %, one failure of one is 0 %. The
/// shrunken rate weighs the own history by its length, so a class has to be earned. An establishment with an
/// open failure is in the last class whatever its rate: that risk is known.
public struct RiskScale: Sendable, Equatable, CustomStringConvertible {
  /// The classes from the best down, each with the least shrunken rate it takes; cut-offs fall strictly.
  public let cuts: [Cut]
  /// The class of all below the last cut-off.
  public let rest: String

  /// A class and the least rate it takes.
  public struct Cut: Sendable, Equatable {
    /// The class's name.
    public var name: String
    /// The least shrunken rate, in `0...1`.
    public var least: DecimalFraction
  }

  /// `A=0.98,B=0.95,C=0.90,D`.
  public static let standard = RiskScale(
    cuts: zip(["A", "B", "C"], [98, 95, 90]).map {
      Cut(name: $0, least: DecimalFraction(digits: $1, places: 2))
    }, rest: "D")

  private init(cuts: [Cut], rest: String) {
    self.cuts = cuts
    self.rest = rest
  }

  /// Reads a scale written `A=0.98,B=0.95,C=0.90,D`: cut-offs that fall, and a last class without one.
  ///
  /// - Returns: `nil` where the text is anything else, or a name stands twice.
  public init?(_ text: String) {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    guard parts.count > 1, let last = parts.last, !last.isEmpty, !last.contains("=") else { return nil }
    var cuts: [Cut] = []
    for part in parts.dropLast() {
      let sides = part.split(separator: "=", omittingEmptySubsequences: false)
      guard sides.count == 2, !sides[0].isEmpty, let least = DecimalFraction(sides[1]), least.value <= 1,
        least.value < cuts.last?.least.value ?? .infinity
      else { return nil }
      cuts.append(Cut(name: String(sides[0]), least: least))
    }
    let names = (cuts.map(\.name) + [String(last)]).map { Array($0.utf8) }
    guard Set(names).count == names.count else { return nil }
    self.init(cuts: cuts, rest: String(last))
  }

  /// The classes, the best first.
  public var classes: [String] { cuts.map(\.name) + [rest] }

  /// The cut-off below which the last class lies.
  public var leastCut: DecimalFraction { cuts.last?.least ?? DecimalFraction(digits: 0, places: 0) }

  /// The class of a shrunken rate, and of an establishment with failures that are open.
  public func name(of rate: Double, hasOpenFailures: Bool = false) -> String {
    hasOpenFailures ? rest : cuts.first { rate >= $0.least.value }?.name ?? rest
  }

  /// The scale as it is read.
  public var description: String {
    (cuts.map { "\($0.name)=\($0.least)" } + [rest]).joined(separator: ",")
  }
}
