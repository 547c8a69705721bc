extension SamplingPlan {
  /// AOQL, the worst of all average outgoing qualities, and the incoming quality at which it comes about.
  ///
  /// Sought on a grid that closes in on its best place.
  ///
  /// - Parameters:
  ///   - model: How lots come; a lot has at least ``totalSize`` items.
  ///   - lotSize: N, where the items are those of a process; `nil` for lots without bound.
  /// - Returns: A fraction, and the quality; 0 and 0 where nothing ever goes out.
  public func outgoingQualityLimit(
    in model: SamplingModel, lotSize: Int? = nil
  ) -> (limit: Double, at: LotQuality) {
    var (low, high) = (0.0, 1.0)
    var best = (limit: 0.0, at: model.quality(near: 0))
    let cells = 64
    for _ in 0..<8 {
      let step = (high - low) / Double(cells)
      for cell in 0...cells {
        let lot = model.quality(near: low + Double(cell) * step)
        let quality = averageOutgoingQuality(of: lot, lotSize: lotSize)
        if quality > best.limit { best = (quality, lot) }
      }
      let center = best.at.fraction
      (low, high) = (max(0, center - step), min(1, center + step))
      if let size = model.lotSize, step * Double(size) < 1 { break }
    }
    return best
  }

  /// The worst quality that is accepted with at least a probability: of 0.5 the indifference quality.
  ///
  /// - Parameters:
  ///   - probability: Strictly between 0 and 1.
  ///   - model: How lots come; a lot has at least ``totalSize`` items.
  /// - Returns: A quality to the last digits; of a lot exactly the last number of nonconforming items;
  ///   1 where every quality is.
  public func quality(acceptedWith probability: Double, in model: SamplingModel) -> LotQuality {
    guard let size = model.lotSize else {
      let p = RootFinding.root(from: 0, to: 1) { p in
        acceptance(of: model.quality(near: p)) - probability
      }
      return model.quality(near: p)
    }
    let refused = (1..<size + 1).firstNumber {
      acceptance(of: .hypergeometric(nonconforming: $0, lotSize: size)) < probability
    }
    return .hypergeometric(nonconforming: refused - 1, lotSize: size)
  }
}
