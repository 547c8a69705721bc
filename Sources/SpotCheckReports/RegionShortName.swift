/// Names of autonomous regions as people say them: 楚雄州 for 楚雄彝族自治州.
enum RegionShortName {
  /// The short name; any other name stays as it is.
  static func of(_ name: String) -> String {
    for (ending, short) in [("自治州", "州"), ("自治县", "县"), ("自治区", "")] where name.hasSuffix(ending) {
      var stem = name.dropLast(ending.count)
      while let people = peoples.first(where: { stem.hasSuffix($0) && stem.count > $0.count }) {
        stem = stem.dropLast(people.count)
      }
      return stem + short
    }
    return name
  }

  /// The peoples after whom regions are named, those whose name ends another's behind it.
  private static let peoples = [
    "各族", "哈萨克族", "柯尔克孜族", "维吾尔族", "塔吉克族", "锡伯族", "达斡尔族", "鄂温克族", "鄂伦春族", "蒙古族", "朝鲜族", "保安族",
    "东乡族", "撒拉族", "裕固族", "土家族", "仡佬族", "布依族", "毛南族", "仫佬族", "哈尼族", "傈僳族", "景颇族", "拉祜族", "布朗族", "普米族",
    "纳西族", "独龙族", "维吾尔", "黎族", "畲族", "满族", "回族", "藏族", "羌族", "彝族", "白族", "傣族", "壮族", "苗族", "侗族", "瑶族", "水族",
    "佤族", "怒族", "土族",
  ]
}
