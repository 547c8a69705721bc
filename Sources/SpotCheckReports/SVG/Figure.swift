/// A picture of a report with all that a reader needs who does not see it.
struct Figure: Sendable {
  /// The identifier in the page.
  var id: String
  /// What it shows.
  var title: Wording
  /// How it is read.
  var reading: Wording
  /// What its marks and lines stand for.
  var key: [Key] = []
  /// One picture, or several of the same kind.
  var panels: [Panel]
  /// The figures it shows.
  var table: PageTable
  /// Panels left out.
  var hidden = 0

  /// What a mark or line stands for.
  struct Key: Sendable {
    /// How it looks.
    var sample: Sample
    /// What it stands for.
    var meaning: Wording

    /// How an entry of a key looks.
    enum Sample: Sendable {
      /// A mark.
      case mark(Mark)
      /// A line of a class.
      case line(String)
      /// An area of a class.
      case area(String)
    }

    init(_ mark: Mark, _ meaning: Wording) {
      sample = .mark(mark)
      self.meaning = meaning
    }

    init(line role: String, _ meaning: Wording) {
      sample = .line(role)
      self.meaning = meaning
    }

    init(area role: String, _ meaning: Wording) {
      sample = .area(role)
      self.meaning = meaning
    }
  }

  /// One picture of a figure.
  struct Panel: Sendable {
    /// What it shows among the others; `nil` for the only one.
    var title: Wording?
    /// The picture.
    var drawing: Drawing
    /// What it shows in words.
    var description: Wording
    /// A line below it.
    var note: Wording?
  }
}

extension Figure.Key {
  /// The picture of the entry.
  var drawing: Drawing {
    var drawing = Drawing(width: 22, height: 14)
    switch sample {
    case .mark(let mark): drawing.mark(mark, at: .init(x: 11, y: 7))
    case .line(let role): drawing.line(from: .init(x: 1, y: 7), to: .init(x: 21, y: 7), role)
    case .area(let role): drawing.rectangle(x: 1, y: 2, width: 20, height: 10, role)
    }
    return drawing
  }
}
