public import SpotCheck

/// The assignments of a draw as CSV, whose hash the draw's record has.
///
/// One record per establishment; its inspectors, and their names, are separated by `;`.
public struct DrawCSV: Sendable {
  /// The draw.
  public var draw: Draw

  /// Creates the CSV of a draw.
  public init(_ draw: Draw) {
    self.draw = draw
  }

  /// The text, in UTF-8.
  ///
  /// - Complexity: O(assignments).
  public var bytes: [UInt8] {
    var writer = CSVWriter()
    writer.record([
      "order", "kind", "stratum", "number", "id", "name", "region", "category", "risk_class",
      "last_inspected",
      "inspectors", "inspector_names",
    ])
    for (position, assignment) in draw.assignments.enumerated() {
      let establishment = assignment.establishment
      let inspectors = assignment.inspectors.map { draw.inspectors[$0] }
      writer.field(position + 1)
      writer.field(assignment.kind.rawValue)
      writer.field(assignment.stratum.map { draw.strata[$0].name })
      writer.field(assignment.number)
      for text in [
        establishment.id, establishment.name, establishment.region, establishment.category,
        establishment.riskClass, establishment.lastInspected,
        inspectors.map(\.id).joined(separator: ";"), inspectors.map(\.name).joined(separator: ";"),
      ] {
        writer.field(text)
      }
      writer.endRecord()
    }
    return writer.bytes
  }
}
