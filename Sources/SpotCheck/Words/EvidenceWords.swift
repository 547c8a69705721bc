extension Evidence {
  /// The evidence in words for tables and reports.
  ///
  /// - Parameter language: The language of the reader.
  /// - Returns: A few words, never those of enforcement.
  public func words(in language: Language) -> String {
    phrase[language]
  }

  /// The evidence in fewer words, for narrow tables: no more than 20 columns.
  ///
  /// - Parameter language: The language of the reader.
  /// - Returns: A few words.
  public func shortWords(in language: Language) -> String {
    switch self {
    case .provenShortfall: Phrase("significantly below", "显著低于目标")[language]
    case .likelyShortfall: Phrase("likely shortfall", "疑似未达标")[language]
    case .inconclusiveBelow: Phrase("below, may be chance", "低于目标（不显著）")[language]
    case .inconclusiveMet: Phrase("met, may be chance", "达到目标（证据不足）")[language]
    case .provenMet: Phrase("significantly met", "显著达到目标")[language]
    case .noTarget: Phrase("no target", "无年度目标")[language]
    case .certainShortfall, .tooFew, .certainMet, .noData: words(in: language)
    }
  }

  private var phrase: Phrase {
    switch self {
    case .certainShortfall: Phrase("certain shortfall", "确定未达标")
    case .provenShortfall: Phrase("significantly below target", "显著低于目标（否定达标）")
    case .likelyShortfall: Phrase("likely shortfall, sample more", "疑似未达标，建议加抽")
    case .inconclusiveBelow: Phrase("below target, may be chance", "低于目标，差异不显著（不否定达标）")
    case .tooFew: Phrase("too few samples", "样本量不足")
    case .inconclusiveMet: Phrase("target met, may be chance", "达到目标，证据不足")
    case .provenMet: Phrase("significantly meets target", "显著达到目标")
    case .certainMet: Phrase("certainly met", "确定达标")
    case .noTarget: Phrase("no target for the year", "无年度目标")
    case .noData: Phrase("no data", "无数据")
    }
  }
}

/// Words for the levels of regions in findings.
public enum RegionLevelWords {
  /// A level in words; a level that is not known stays as it is.
  ///
  /// - Parameters:
  ///   - level: `all`, `province`, `prefecture`, `county` or `region`.
  ///   - language: The language of the reader.
  /// - Returns: One word or two.
  public static func words(for level: String, in language: Language) -> String {
    switch level {
    case "all": Phrase("whole", "全域")[language]
    case "province": Phrase("province", "省")[language]
    case "prefecture": Phrase("prefecture", "州（市）")[language]
    case "county": Phrase("county", "县（市、区）")[language]
    case "region": Phrase("region", "地区")[language]
    default: level
    }
  }
}
