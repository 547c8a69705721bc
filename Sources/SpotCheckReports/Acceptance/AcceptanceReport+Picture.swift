public import SpotCheck

extension AcceptanceReport {
  /// The operating characteristic as a picture of its own, with title, description and styles.
  ///
  /// The curve of a good plan passes above ▲, the producer's point, and below ▼, the consumer's.
  public func svg(language: Language) -> [UInt8] {
    let words = Words(language: language)
    var drawing = Drawing(width: 640, height: 380)
    let frame = PlotFrame(
      x: AxisScale(0...end, from: 56, to: 624), y: AxisScale(0...1, from: 336, to: 24))
    drawing.verticalAxis(frame, frame.y.ticks(about: 5).map { ($0, PlotFrame.percent($0)) })
    drawing.horizontalAxis(frame, frame.x.ticks(about: 8).map { ($0, PlotFrame.percent($0)) })
    drawing.text(
      Wording(words.fractionHead(model).joined(separator: " ").replacing("- ", with: "")),
      at: .init(x: 624, y: 372), .end, "tick")
    drawing.text(
      Wording(words.acceptanceHead.joined(separator: " ")), at: .init(x: 12, y: 12), .start, "tick")
    let lots = evenQualities(steps: 200)
    let places = lots.map { frame.point($0.fraction, plan.acceptance(of: $0)) }
    drawing.path(places, "rate")
    if model.lotSize != nil, lots.count <= 60 {
      for place in places { drawing.mark(.value, at: place, radius: 2) }
    }
    if let producer {
      point(producer, at: 1 - producer.limit, .met, words.riskLabel("p1", producer), frame, &drawing)
    }
    if let consumer {
      point(consumer, at: consumer.limit, .short, words.riskLabel("p2", consumer), frame, &drawing)
    }
    return Array(
      drawing.document(
        title: words.characteristicTitle, description: words.characteristicDescription(self),
        language: language
      ).utf8)
  }

  /// Draws a point that the curve should pass, with lines to both axes.
  private func point(
    _ risk: Risk, at acceptance: Double, _ mark: Mark, _ label: String, _ frame: PlotFrame,
    _ drawing: inout Drawing
  ) {
    let place = frame.point(risk.lot.fraction, acceptance)
    drawing.line(from: .init(x: frame.x.start, y: place.y), to: place, "limit")
    drawing.line(from: .init(x: place.x, y: frame.y.start), to: place, "limit")
    drawing.mark(mark, at: place)
    let isLeft = place.x + 12 + LabelPlacement.width(of: label, size: 12) > frame.x.end
    drawing.text(
      Wording(label), at: .init(x: place.x + (isLeft ? -10 : 10), y: place.y - 8), isLeft ? .end : .start)
  }
}
