public import ArgumentParser
public import SpotCheck

extension Schema.DuplicatePolicy: ExpressibleByArgument {}
extension Schema.Unit: ExpressibleByArgument {}
extension PeriodUnit: ExpressibleByArgument {}
extension IntervalMethod: ExpressibleByArgument {}

extension CalendarDate: ExpressibleByArgument {
  /// Reads a date written `yyyy-MM-dd`.
  public init?(argument: String) { self.init(iso8601: argument) }
}
