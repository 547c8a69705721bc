import SpotCheckIngest

/// The categories of a survey and how they lie in each other.
struct SurveyCategories: Sendable {
  /// The categories; node 0 is all of them.
  private(set) var tree = SurveyTree()
  /// The key of each node; that of node 0 is not used.
  private(set) var keys = [DimensionKey(bytes: [])]
  /// The node of each key of the cube's dimension.
  private(set) var leaves: [Int32] = []

  private var nodeByKey: [DimensionKey: Int32] = [:]

  /// Makes a node of every key and of every category above one.
  init(_ cubeKeys: [DimensionKey]) {
    leaves = cubeKeys.map { node(of: $0) }
  }

  /// The path as it is written, `*` for all.
  func text(of node: Int32) -> String {
    node == 0 ? "*" : keys[Int(node)].text
  }

  /// The node of a key; `nil` where the data does not have it.
  func existingNode(of key: DimensionKey) -> Int32? {
    nodeByKey[key]
  }

  private mutating func node(of key: DimensionKey) -> Int32 {
    (1...key.depth).reduce(0) { parent, depth in
      let prefix = key.prefix(depth)
      if let node = nodeByKey[prefix] { return node }
      let node = tree.add(below: parent)
      nodeByKey[prefix] = node
      keys.append(prefix)
      return node
    }
  }
}
