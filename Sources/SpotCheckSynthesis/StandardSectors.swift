extension DumpSector {
  /// Manufacturing, farm produce, food and construction: 17 categories.
  ///
  /// True rates lie a little above the policy's targets for 2025 (96 %, 98 % and 98.5 %). Food is sampled
  /// to estimate a rate (评价性抽检), to find risk (监督抽检, lower) and after rectification (跟踪抽检).
  public static let standard: [DumpSector] = [manufacturing, farmProduce, food, construction]

  private static let manufacturing = DumpSector(
    "制造业",
    programmes: [DumpProgramme("监督抽查", weight: 1, rate: 0.967)],
    categories: [
      DumpCategory("电线电缆", weight: 8, products: ["聚氯乙烯绝缘电缆", "架空绝缘电缆", "橡套软电缆"]),
      DumpCategory("水泥", weight: 7, products: ["普通硅酸盐水泥", "复合硅酸盐水泥"]),
      DumpCategory("化肥", weight: 6, products: ["复合肥料", "有机无机复混肥料", "过磷酸钙"]),
      DumpCategory("农用薄膜", weight: 4, products: ["聚乙烯地膜", "棚膜"]),
      DumpCategory("家具", weight: 5, products: ["木制书桌", "软体沙发", "办公椅"]),
      DumpCategory("儿童用品", weight: 5, products: ["学生文具", "毛绒玩具", "校服"]),
    ],
    stages: ["生产", "流通"],
    businesses: ["建材有限公司", "工贸有限公司", "科技有限公司", "制造厂"],
    items: ["尺寸偏差", "力学性能", "化学成分", "标志标识"])

  private static let farmProduce = DumpSector(
    "农产品",
    programmes: [DumpProgramme("例行监测", weight: 1, rate: 0.988)],
    categories: [
      DumpCategory("蔬菜", weight: 8, products: ["番茄", "辣椒", "小白菜", "豇豆"]),
      DumpCategory("水果", weight: 5, products: ["苹果", "柑橘", "蓝莓"]),
      DumpCategory("畜禽产品", weight: 5, products: ["猪肉", "鸡蛋", "牛肉"]),
      DumpCategory("水产品", weight: 2, products: ["罗非鱼", "虹鳟"]),
    ],
    stages: ["种养殖", "批发市场", "农贸市场"],
    businesses: ["种植专业合作社", "养殖场", "农贸市场", "农业开发有限公司"],
    items: ["农药残留", "兽药残留", "重金属", "禁用药物"])

  private static let food = DumpSector(
    "食品",
    programmes: [
      DumpProgramme("评价性抽检", weight: 60, rate: 0.991),
      DumpProgramme("监督抽检", weight: 37, rate: 0.972),
      DumpProgramme("跟踪抽检", weight: 3, rate: 0.95),
    ],
    categories: [
      DumpCategory("乳制品", weight: 6, products: ["巴氏杀菌乳", "发酵乳", "乳扇"]),
      DumpCategory("粮食加工品", weight: 9, products: ["大米", "小麦粉", "米线"]),
      DumpCategory("食用油、油脂及其制品", weight: 7, products: ["菜籽油", "核桃油"]),
      DumpCategory("肉制品", weight: 7, products: ["宣威火腿", "腊肠", "酱卤牛肉"]),
      DumpCategory("茶叶及相关制品", weight: 6, products: ["普洱茶", "滇红", "绿茶"]),
    ],
    stages: ["生产", "流通", "餐饮"],
    businesses: ["食品有限公司", "商贸有限公司", "超市", "餐饮店"],
    items: ["菌落总数", "食品添加剂", "重金属", "标签"])

  private static let construction = DumpSector(
    "建设工程",
    programmes: [DumpProgramme("工程质量抽查", weight: 1, rate: 0.93)],
    categories: [
      DumpCategory("房屋建筑工程", weight: 6, products: ["混凝土强度", "钢筋保护层厚度", "外墙保温"]),
      DumpCategory("市政基础设施工程", weight: 4, products: ["路面压实度", "管道闭水"]),
    ],
    stages: ["施工", "验收"],
    businesses: ["建筑工程有限公司", "市政工程有限公司"],
    items: ["实体质量", "材料质量", "施工资料", "观感质量"],
    passLabel: "符合", failLabel: "不符合")
}
