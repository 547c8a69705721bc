extension DumpShape {
  /// The columns of a full export: 单位名称, 联系人, 电话 and 所在地 stand for the establishment, then for the
  /// producer.
  static let wideColumns = [
    Column("序号", .number(digits: 6)), Column("抽样单编号", .sampleID), Column("样品条码", .number(digits: 13)),
    Column("任务名称", among: ["年度计划", "专项任务"]), Column("任务来源", among: ["省级", "州市级", "县级"]),
    Column("报送分类", among: ["抽检监测", "专项抽检"]), Column("抽检类型", .programme),
    Column("行政区划代码", .countyCode), Column("州市", .prefecture), Column("县区", .county),
    Column("区域类型", among: ["城市", "乡镇", "景区"]), Column("领域", .sector), Column("产品类别", .category),
    Column("产品亚类", .blank), Column("产品细类", .blank), Column("样品名称", .product),

    Column("单位名称", .establishment), Column("所在地", .place), Column("联系人", .person), Column("电话", .phone),
    Column("传真", .blank), Column("邮编", .number(digits: 6)), Column("法定代表人", .person),
    Column("统一社会信用代码", .blank), Column("许可证号", .number(digits: 14)), Column("年销售额", .blank),
    Column("单位名称", .producer), Column("所在地", .place), Column("联系人", .person), Column("电话", .phone),
    Column("生产许可证编号", .number(digits: 14)),

    Column("抽样环节", .stage), Column("抽样地点", among: ["货架", "仓库", "生产线", "现场"]),
    Column("抽样方式", among: ["非无菌抽样", "无菌抽样"]), Column("抽样工具", .blank), Column("抽样日期", .date),
    Column("抽样基数", .number(digits: 3)), Column("抽样数量", .number(digits: 1)),
    Column("备样数量", .number(digits: 1)), Column("单位", among: ["kg", "袋", "瓶", "件"]),
    Column("单价", .number(digits: 2)), Column("商标", among: ["/", "滇味", "云岭"]),
    Column("规格型号", among: ["500g/袋", "1kg/袋", "散装", "2.5mm²"]), Column("质量等级", among: ["一级", "合格品", ""]),
    Column("批号", .number(digits: 8)), Column("生产日期", .otherDate), Column("保质期", among: ["12个月", "180天", ""]),
    Column("包装分类", among: ["预包装", "散装"]), Column("样品来源", among: ["外购", "自产"]),
    Column("样品属性", .blank), Column("样品类型", .blank), Column("样品形态", among: ["固态", "液态"]),
    Column("储存条件", among: ["常温", "冷藏"]), Column("运输条件", .blank),
    Column("执行标准", among: ["GB/T 1354", "GB 175", "GB/T 5023.3", ""]), Column("标签标准", .blank),
    Column("是否出口", among: ["否", "是"]), Column("原产地", among: ["中国", ""]), Column("进口商", .blank),

    Column("抽样人员", .person), Column("抽样机构", among: ["省抽样中心", "州市抽样中心"]),
    Column("检验机构名称", among: ["省检验一所", "省检验二所", "州市检验所"]), Column("检验依据", .blank),
    Column("判定依据", .blank), Column("检验项目数", .number(digits: 1)), Column("收样日期", .otherDate),
    Column("检验开始日期", .otherDate), Column("检验完成日期", .otherDate), Column("报告编号", .number(digits: 10)),
    Column("报告日期", .otherDate), Column("检验结论", .verdict), Column("不合格项目", .blank),
    Column("复检机构", .blank), Column("复检结论", .retest), Column("处置情况", .blank), Column("填报日期", .otherDate),
    Column("备注", .note),
  ]
}
