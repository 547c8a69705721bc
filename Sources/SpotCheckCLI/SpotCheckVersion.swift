/// The version of this program.
enum SpotCheckVersion {
  /// The version that reports carry.
  static let current = "0.1.0"
}
