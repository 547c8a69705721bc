import SpotCheckIngest

/// A person who inspects.
public struct Inspector: Sendable, Equatable {
  /// What the inspector is known by.
  public var id: String
  /// The inspector's name.
  public var name: String
  /// The office: a region where offices are to match regions.
  public var office: String
  /// Categories the inspector may inspect, with all below them; none means all.
  public var skills: [String]
  /// Ids of establishments the inspector must not inspect.
  public var conflicts: [String]

  /// Whether the inspector may inspect a category: it is a skill, or lies below one (`食品` for `食品/乳制品`).
  func isSkilled(in category: String) -> Bool {
    skills.isEmpty
      || skills.contains { skill in
        category.utf8.elementsEqual(skill.utf8) || category.utf8.starts(with: (skill + "/").utf8)
      }
  }

  /// Whether the office is a region's own: the same text, or a division code that the region's code lies in.
  func isOffice(of region: String) -> Bool {
    office.utf8.elementsEqual(region.utf8)
      || RegionCode(region)?.ancestors.contains { $0.text == office } == true
  }
}

/// The inspectors that are assigned, in byte order of their ids, whatever the order of the file.
public struct InspectorList: Sendable {
  /// The file.
  public let path: String
  /// SHA-256 of the file's bytes.
  public let sha256: String
  /// Headers of columns that are not used.
  public let ignoredColumns: [String]
  /// The inspectors.
  public let inspectors: [Inspector]

  /// Reads a list: CSV with the columns id and, as far as they are used, name, office, skills and conflicts, under
  /// these or Chinese headers; skills and conflicts are separated by `;` or `、`.
  ///
  /// - Throws: `badDraw` where a column is missing or an id is blank or stands twice; `ingest`.
  public init(
    contentsOf path: String, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) throws(SpotCheckError) {
    let columns = try DrawColumn.read(path, DrawColumn.inspectors, isCancelled: isCancelled)
    let ids = columns.identifiers(of: 0)
    let order = try DrawColumn.order(of: ids, lines: columns.lines, file: path)
    let texts = (1...4).map { columns.texts(of: $0, in: order) }
    inspectors = order.enumerated().map { place, record in
      Inspector(
        id: String(decoding: ids[record], as: UTF8.self), name: texts[0][place], office: texts[1][place],
        skills: Self.items(of: texts[2][place]), conflicts: Self.items(of: texts[3][place]))
    }
    self.path = path
    ignoredColumns = columns.otherHeaders
    sha256 = try DrawColumn.sha256(of: path)
  }

  private static func items(of text: String) -> [String] {
    text.split { $0 == ";" || $0 == "、" || $0 == "；" }.map { TextFolding.fold(String($0)) }
      .filter { !$0.isEmpty }
  }
}
