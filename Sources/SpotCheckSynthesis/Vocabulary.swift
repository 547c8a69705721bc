/// The texts of a recipe, encoded and flattened into tables that records index.
struct Vocabulary: Sendable {
  /// A table of texts in runs: the run of an owner is `first[owner]..<first[owner + 1]`.
  struct Runs: Sendable {
    private let words: [Lexicon.Word]
    private let first: [Int]

    init(_ runs: [[String]], _ lexicon: inout Lexicon) throws(DumpRecipe.Invalid) {
      words = try lexicon.add(runs.flatMap { $0 })
      first = runs.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.count) }
    }

    subscript(owner: Int, index: Int) -> Lexicon.Word { words[first[owner] + index] }

    func draw(_ owner: Int, _ random: inout SplitMix64) -> Lexicon.Word {
      words[first[owner] + random.below(first[owner + 1] - first[owner])]
    }
  }

  let lexicon: Lexicon
  let prefectures, prefectureCodes, counties, countyCodes: [Lexicon.Word]
  let sectors, categories, passLabels, failLabels: [Lexicon.Word]
  let programmes, stages, businesses, items, products: Runs
  /// The texts of each column's choices.
  let choices: Runs
  let headers, shopNames, people, notes: [Lexicon.Word]
  let unknownLabel, pendingLabel, branch, secondLine, street: Lexicon.Word

  /// Names of businesses.
  static let shops = [
    "云岭", "滇池", "苍山", "翠湖", "玉泉", "金碧", "彩云", "红土", "澜沧", "高黎", "石林", "春城", "茶马", "梅里", "普者黑", "抚仙",
  ]
  /// Names of people.
  static let surnames = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"]

  init(_ recipe: DumpRecipe) throws(DumpRecipe.Invalid) {
    var lexicon = Lexicon(recipe.encoding)
    let regions = recipe.prefectures.flatMap(\.counties)
    prefectures = try lexicon.add(recipe.prefectures.map(\.name))
    prefectureCodes = try lexicon.add(recipe.prefectures.map(\.code))
    counties = try lexicon.add(regions.map(\.name))
    countyCodes = try lexicon.add(regions.map(\.code))
    sectors = try lexicon.add(recipe.sectors.map(\.name))
    passLabels = try lexicon.add(recipe.sectors.map(\.passLabel))
    failLabels = try lexicon.add(recipe.sectors.map(\.failLabel))
    programmes = try Runs(recipe.sectors.map { $0.programmes.map(\.name) }, &lexicon)
    stages = try Runs(recipe.sectors.map(\.stages), &lexicon)
    businesses = try Runs(recipe.sectors.map(\.businesses), &lexicon)
    items = try Runs(recipe.sectors.map(\.items), &lexicon)
    let all = recipe.sectors.flatMap(\.categories)
    categories = try lexicon.add(all.map(\.name))
    products = try Runs(all.map(\.products), &lexicon)
    let columns = recipe.shape.columns
    choices = try Runs(columns.map(\.choices), &lexicon)
    shopNames = try lexicon.add(Self.shops)
    people = try lexicon.add(Self.surnames.map { $0 + "某" })
    notes = try lexicon.add(["", "", "", "", "现场抽样", "委托抽样", "网络抽样", "备样已封存"])
    unknownLabel = try lexicon.add("基本合格")
    pendingLabel = try lexicon.add("待检")
    branch = try lexicon.add("一分店")
    secondLine = try lexicon.add("见附页")
    street = try lexicon.add("路")
    headers = try lexicon.add(columns.map(\.header))
    self.lexicon = lexicon
  }
}

extension UInt8 {
  static let comma = UInt8(ascii: ",")
  static let quote = UInt8(ascii: "\"")
  static let lineFeed = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let hyphen = UInt8(ascii: "-")
  static let slash = UInt8(ascii: "/")
  static let zero = UInt8(ascii: "0")
}
