/// Simple random sampling without replacement.
public enum SimpleRandomSample {
  /// The name by which records know the method.
  public static let name = "Fisher-Yates, the first n places"

  /// Draws `count` of the numbers `0..<population`, each sequence of them with the same probability.
  ///
  /// Place i is exchanged with a place drawn of `i..<population`, for i = 0, 1, … `count` − 1.
  ///
  /// Source: R. A. Fisher, F. Yates, *Statistical Tables*, 1938; R. Durstenfeld, *Algorithm 235*, Communications
  /// of the ACM 7 (1964), 420.
  ///
  /// - Parameters:
  ///   - count: How many are drawn, in `0...population`.
  ///   - population: How many there are.
  ///   - generator: What the random numbers come from, one for each number drawn and rarely one more.
  /// - Returns: The numbers in the order they were drawn; `nil` where `count` is out of range.
  /// - Complexity: O(population), in memory too.
  public static func drawn(
    _ count: Int, of population: Int, using generator: inout RandomGenerator
  ) -> [Int]? {
    guard count >= 0, count <= population else { return nil }
    var numbers = Array(0..<population)
    for place in 0..<count { numbers.swapAt(place, place + generator.below(population - place)) }
    return Array(numbers.prefix(count))
  }
}
