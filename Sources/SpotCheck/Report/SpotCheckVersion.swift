/// The version of this package.
public enum SpotCheckVersion {
  /// The version that reports carry.
  public static let current = "0.1.0"
}
