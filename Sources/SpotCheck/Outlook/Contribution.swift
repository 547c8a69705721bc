import SpotCheckIngest
import SpotCheckStatistics

/// Which children the shortfall of a finding comes from.
///
/// A child's excess failures are (n − k) − n(1 − τ), by the target τ of the *parent*: those of all children sum to
/// the parent's, so each has a share in it, negative where the child makes up for others. Findings with weights
/// have no count of failures that do, and are left out.
public struct Contribution: Sendable, Equatable {
  /// The finding's indicator, region and category.
  public var subject: OutlookSubject
  /// The finding's period.
  public var period: String
  /// What the children are.
  public var dimension: Dimension
  /// The excess failures of the finding, above 0.
  public var excessFailures: Double
  /// The children with data, the greatest excess first.
  public var parts: [Part]

  /// What the parts of a whole are.
  public enum Dimension: String, Sendable, CaseIterable {
    /// The regions directly below.
    case region
    /// The categories directly below.
    case category
  }

  /// One child.
  public struct Part: Sendable, Equatable {
    /// The code of a region or the path of a category; a path that ends in `/` is what no category below it has.
    public var key: String
    /// The region's name where a table knows it.
    public var name: String?
    /// Units judged.
    public var trials: Int
    /// Units that conformed.
    public var passes: Int
    /// Failures beyond those the parent's target allows so many units.
    public var excessFailures: Double
    /// The part of the parent's excess failures.
    public var share: Double
  }
}

extension OutlookGround {
  /// The contributions to every plain finding below its target, first by region, then by category.
  var contributions: [Contribution] {
    cells.flatMap { cell -> [Contribution] in
      guard cell.finding.isAttained == false, !cell.isByWeights, let target = cell.target,
        let allowed = target.rate.complement?.value, let period = period(of: cell)
      else { return [] }
      let months = period.first.index...period.last.index
      func part(_ key: String, _ name: String?, _ counts: (trials: Int, passes: Int)) -> Contribution.Part {
        let failures = counts.trials - target.judged(passes: counts.passes, of: counts.trials)
        return Contribution.Part(
          key: key, name: name, trials: counts.trials, passes: counts.passes,
          excessFailures: Double(failures) - Double(counts.trials) * allowed, share: 0)
      }
      let whole = part("", nil, self.months(of: cell).sum(where: months.contains))
      guard whole.excessFailures > 0 else { return [] }
      let slot = slot(of: cell)
      let regions = childRegions(of: region(of: cell), slot: slot, months).map { child, counts in
        part(survey.regions.regions[Int(child)].code, survey.regions.regions[Int(child)].name, counts)
      }
      var below: [Contribution.Part] = []
      if slot == 0 {
        let region = region(of: cell)
        below = categories.indices.dropFirst().map { child in
          part(categories[child], nil, self.months(region: region, slot: child).sum(where: months.contains))
        }
        let rest = (
          trials: whole.trials - below.reduce(0) { $0 + $1.trials },
          passes: whole.passes - below.reduce(0) { $0 + $1.passes }
        )
        below.append(part(categories[0] + "/", nil, rest))
      }
      return [(Contribution.Dimension.region, regions), (.category, below)].compactMap { dimension, parts in
        contribution(of: cell, whole, by: dimension, parts.filter { $0.trials > 0 })
      }
    }
  }

  private func contribution(
    of cell: AssessmentCell, _ whole: Contribution.Part, by dimension: Contribution.Dimension,
    _ parts: [Contribution.Part]
  ) -> Contribution? {
    guard parts.count > 1 else { return nil }
    let keys = parts.map { DimensionKey(levels: [$0.key]) }
    let order = parts.indices.sorted { left, right in
      let (a, b) = (parts[left].excessFailures, parts[right].excessFailures)
      return a == b ? keys[left] < keys[right] : a > b
    }
    return Contribution(
      subject: OutlookSubject(cell.finding), period: cell.finding.period, dimension: dimension,
      excessFailures: whole.excessFailures,
      parts: order.map { index in
        var part = parts[index]
        part.share = part.excessFailures / whole.excessFailures
        return part
      })
  }

  /// The regions directly below one that have data, with their counts; where one of them has all of it, those
  /// below that.
  private func childRegions(
    of region: Int32, slot: Int, _ span: ClosedRange<Int>
  ) -> [(region: Int32, counts: (trials: Int, passes: Int))] {
    var parent = region
    while true {
      let found = children[Int(parent)].map { ($0, months(region: $0, slot: slot).sum(where: span.contains)) }
        .filter { $0.1.trials > 0 }
      guard found.count == 1 else { return found }
      parent = found[0].0
    }
  }
}
