/// A column of a dump: its header, and what its fields hold.
struct Column {
  let header: String
  let content: Content
  /// The texts a ``Content/choice`` is drawn from.
  let choices: [String]

  init(_ header: String, _ content: Content) {
    self.header = header
    self.content = content
    choices = []
  }

  init(_ header: String, among choices: [String]) {
    self.header = header
    content = .choice
    self.choices = choices
  }

  /// What a field holds.
  enum Content: Hashable {
    case sampleID, countyCode, prefecture, county, sector, category, product, establishment, stage, programme
    case date, item, verdict, retest, note
    /// Another establishment than the one sampled.
    case producer
    case person, phone, place
    /// A day of the same month.
    case otherDate
    /// A number of so many digits.
    case number(digits: Int)
    /// One of the column's texts.
    case choice
    case blank
  }
}
