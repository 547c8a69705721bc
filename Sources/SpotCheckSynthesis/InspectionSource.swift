/// Draws inspections by their place in the stream.
struct InspectionSource: Sendable {
  private let recipe: DumpRecipe
  private let prefectures: WeightedChoice
  /// The county each prefecture begins with, and one past the last.
  private let firstCounty: [Int]
  private let categories: WeightedChoice
  private let sectorOfCategory: [Int]
  private let productsOfCategory: [Int]
  private let programmes: [WeightedChoice]
  /// True rates by county, category and programme, flattened in that order.
  private let rates: [Double]
  private let programmeStride: Int

  init(_ recipe: DumpRecipe) {
    self.recipe = recipe
    prefectures = WeightedChoice(recipe.prefectures.map(\.weight))
    firstCounty = recipe.prefectures.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.counties.count) }
    let all = recipe.sectors.enumerated().flatMap { sector in
      sector.element.categories.map { (sector: sector.offset, category: $0) }
    }
    categories = WeightedChoice(all.map(\.category.weight))
    sectorOfCategory = all.map(\.sector)
    productsOfCategory = all.map(\.category.products.count)
    programmes = recipe.sectors.map { WeightedChoice($0.programmes.map(\.weight)) }
    let stride = recipe.sectors.map(\.programmes.count).max() ?? 1
    programmeStride = stride
    var rates: [Double] = []
    for prefecture in recipe.prefectures {
      for county in prefecture.counties {
        for (sector, category) in all.map({ (recipe.sectors[$0.sector], $0.category) }) {
          let override = recipe.rates.last {
            $0.holds(prefecture: prefecture, county: county, sector: sector, category: category)
          }
          for programme in 0..<stride {
            let own = sector.programmes[min(programme, sector.programmes.count - 1)].rate
            rates.append(override?.rate ?? own)
          }
        }
      }
    }
    self.rates = rates
  }

  /// Draws the inspection of a record, in `0..<recipe.records`.
  func inspection(at record: Int) -> Inspection {
    let perSample = recipe.shape.recordsPerSample
    let sample = record / perSample
    var random = SplitMix64(seed: recipe.seed, stream: sample)
    let month = recipe.start.advanced(by: sample * perSample * recipe.months / recipe.records)
    let prefecture = prefectures.draw(&random)
    let county = firstCounty[prefecture] + random.below(firstCounty[prefecture + 1] - firstCounty[prefecture])
    let category = categories.draw(&random)
    let sector = sectorOfCategory[category]
    let programme = programmes[sector].draw(&random)
    let rate = rates[(county * sectorOfCategory.count + category) * programmeStride + programme]
    let sampleConforms = random.unit() < rate
    let failingItem = random.below(perSample)
    // Every draw is made whether it is needed or not, lest a member of the recipe move those that follow.
    let isRetested = random.unit() < recipe.retests
    let isOverturned = random.unit() < 0.3
    let item = record % perSample
    let isConforming = sampleConforms || item != failingItem
    let day = 1 + random.below(month.days)
    let stage = random.below(recipe.sectors[sector].stages.count)
    let product = random.below(productsOfCategory[category])
    let business = random.below(recipe.sectors[sector].businesses.count)
    let hasElaborateName = random.below(50) == 0
    let establishment = establishment(of: sample)
    return Inspection(
      sample: sample, item: item, month: month, day: day,
      prefecture: prefecture, county: county, sector: sector, category: category, programme: programme,
      stage: stage, product: product,
      business: establishment.map { $0 % recipe.sectors[sector].businesses.count } ?? business,
      establishment: establishment, isConforming: isConforming,
      retest: isRetested && !isConforming && recipe.shape == .items ? isOverturned : nil,
      hasElaborateName: hasElaborateName, trivia: random)
  }

  /// Draws the number of a sample's establishment, from a stream of its own, so that it moves no other draw.
  private func establishment(of sample: Int) -> Int? {
    guard let establishments = recipe.establishments else { return nil }
    var random = SplitMix64(seed: ~recipe.seed, stream: sample)
    return random.below(max(1, establishments / ((firstCounty.last ?? 1) * recipe.sectors.count)))
  }

  /// The first record of a month, counted from the recipe's first; `recipe.records` past the last.
  func firstRecord(ofMonth month: Int) -> Int {
    // Sample s lies in month ⌊s · share / records⌋, so the first one of a month is found by rounding up.
    let share = recipe.shape.recordsPerSample * recipe.months
    let sample = (month * recipe.records + share - 1) / share
    return min(recipe.records, sample * recipe.shape.recordsPerSample)
  }
}
