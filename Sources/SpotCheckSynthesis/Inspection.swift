/// One drawn inspection; indices point into the recipe's tables.
struct Inspection {
  /// The number of the sample in the stream, from 0.
  var sample: Int
  /// The item of the sample this record is about.
  var item: Int
  var month: DumpMonth
  var day: Int
  var prefecture: Int
  /// Counted over all prefectures.
  var county: Int
  var sector: Int
  /// Counted over all sectors.
  var category: Int
  var programme: Int
  var stage: Int
  var product: Int
  var business: Int
  /// The number behind the establishment's name; `nil` for names without one.
  var establishment: Int?
  var isConforming: Bool
  /// Whether the retest overturned the result; `nil` when there was none.
  var retest: Bool?
  /// Whether the establishment's name holds a comma and quotes.
  var hasElaborateName: Bool
  /// Draws for what does not matter: names, notes, and columns nobody maps.
  var trivia: SplitMix64
}
