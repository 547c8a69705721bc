public import ArgumentParser
public import SpotCheck

extension Schema.DuplicatePolicy: ExpressibleByArgument {}
extension Schema.Unit: ExpressibleByArgument {}
extension PeriodUnit: ExpressibleByArgument {}

extension IntervalMethod: ExpressibleByArgument {
  /// Reads a method that reports may use; `spotcheck stat` has the others.
  public init?(argument: String) {
    guard let method = Self.judgement.first(where: { $0.rawValue == argument }) else { return nil }
    self = method
  }

  /// The methods that reports may use.
  public static var allValueStrings: [String] { judgement.map(\.rawValue) }
}

extension RiskScale: ExpressibleByArgument {
  /// Reads a scale written `A=0.98,B=0.95,C=0.90,D`.
  public init?(argument: String) { self.init(argument) }

  /// The scale as it is written on a command line.
  public var defaultValueDescription: String { description }
}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a date written `yyyy-MM-dd`.
  public init?(argument: String) { self.init(iso8601: argument) }
}
