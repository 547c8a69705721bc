/// A prefecture that inspections are drawn from, with its counties.
public struct DumpPrefecture: Sendable, Hashable {
  /// The six-digit division code, such as `530100`.
  public var code: String
  /// The full name, such as 昆明市.
  public var name: String
  /// How often it is drawn, relative to the others; at least 1.
  public var weight: Int
  /// Its counties, drawn evenly; at least one.
  public var counties: [DumpCounty]

  /// Creates a prefecture.
  public init(_ code: String, _ name: String, weight: Int, counties: [DumpCounty]) {
    self.code = code
    self.name = name
    self.weight = weight
    self.counties = counties
  }
}

/// A county: the division whose code a record carries.
public struct DumpCounty: Sendable, Hashable {
  /// The six-digit division code, such as `530102`.
  public var code: String
  /// The name within its prefecture, such as 五华区.
  public var name: String

  /// Creates a county.
  public init(_ code: String, _ name: String) {
    self.code = code
    self.name = name
  }
}
