import Testing

@testable import SpotCheckReports

@Suite("Short names of regions")
struct RegionShortNameTests {
  @Test(
    "autonomous regions lose their peoples, others stay",
    arguments: [
      ("楚雄彝族自治州", "楚雄州"), ("西双版纳傣族自治州", "西双版纳州"), ("红河哈尼族彝族自治州", "红河州"), ("德宏傣族景颇族自治州", "德宏州"),
      ("石林彝族自治县", "石林县"), ("双江拉祜族佤族布朗族傣族自治县", "双江县"), ("广西壮族自治区", "广西"), ("昆明市", "昆明市"),
      ("Zip 60601", "Zip 60601"), ("白族自治州", "白族州"),
    ])
  func names(name: String, short: String) {
    #expect(RegionShortName.of(name) == short)
  }
}
