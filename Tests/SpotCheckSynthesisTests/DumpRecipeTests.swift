import SpotCheckSynthesis
import Testing

@Suite struct DumpRecipeTests {
  /// A recipe that cannot be followed, and the member that is to blame.
  struct Spoiled: Sendable {
    let option: String
    let recipe: DumpRecipe

    init(_ option: String, _ spoil: (inout DumpRecipe) -> Void) {
      var recipe = DumpRecipe(records: 10, seed: 1)
      spoil(&recipe)
      self.option = option
      self.recipe = recipe
    }
  }

  @Test(arguments: [
    Spoiled("records") { $0.records = -1 }, Spoiled("months") { $0.months = 0 },
    Spoiled("start") { $0.start = DumpMonth(year: 2023, month: 13) },
    Spoiled("defects") { $0.defects = [.badDate: 0.6, .lostID: 0.5] },
    Spoiled("defects") { $0.defects = [.badDate: .nan] },
    Spoiled("establishments") { $0.establishments = 0 },
    Spoiled("retests") { $0.retests = 2 }, Spoiled("rates") { $0.rates = [DumpRate(rate: .infinity)] },
    Spoiled("prefectures") { $0.prefectures = [] },
    Spoiled("prefectures") { $0.prefectures[0].counties = [] },
    Spoiled("sectors") { $0.sectors = [] }, Spoiled("sectors") { $0.sectors[0].categories[0].weight = 0 },
    Spoiled("sectors") { $0.sectors[1].items.removeLast() },
    Spoiled("names") { $0.sectors[0].name = "一,二" },
  ])
  func whatCannotBeFollowedIsRefusedByName(spoiled: Spoiled) {
    let error = #expect(throws: DumpRecipe.Invalid.self) { try DumpGenerator(spoiled.recipe) }
    #expect(error?.option == spoiled.option)
  }

  @Test func narrowedRegionsAndCategoriesAreTheOnlyOnesDrawn() throws {
    var recipe = DumpRecipe(records: 500, seed: 1)
    recipe.prefectures = recipe.prefectures.filter { $0.code == "533400" }
    recipe.sectors = recipe.sectors.filter { $0.name == "农产品" }
    let records = try DumpGenerator(recipe).fields()
    #expect(Set(records.map { $0[2] }) == ["迪庆藏族自治州"])
    #expect(Set(records.map { $0[3] }) == ["农产品"])
  }

  @Test func establishmentsComeInTheNumberAskedForAndMoveNothingElse() throws {
    var recipe = DumpRecipe(records: 4_000, seed: 3)
    recipe.prefectures = recipe.prefectures.filter { $0.code == "533400" }
    recipe.sectors = recipe.sectors.filter { $0.name == "农产品" }
    let plain = try DumpGenerator(recipe).fields()
    recipe.establishments = 90
    let numbered = try DumpGenerator(recipe).fields()
    #expect(Set(numbered.map { $0[6] }).count == 90)
    func others(_ record: [String]) -> [String] { Array(record[..<6] + record[7...]) }
    #expect(numbered.map(others) == plain.map(others))
  }

  @Test func noRecordsMakeAHeader() throws {
    let (bytes, summary) = try DumpGenerator(DumpRecipe(records: 0, seed: 1)).bytes()
    #expect(fields(of: bytes).count == 1)
    #expect(summary.records == 0)
  }
}
