/// A forest of keys under one root, which stands for all of them.
///
/// Node 0 is the root at depth 0; a parent has a lower number than its children.
struct SurveyTree: Sendable, Equatable {
  /// The parent of each node; that of the root is the root.
  private(set) var parents: [Int32] = [0]
  /// Steps from the root to each node.
  private(set) var depths: [Int32] = [0]

  /// The greatest depth, 0 for the root alone.
  var height: Int32 { depths.max() ?? 0 }

  /// Adds a node below another and returns it.
  mutating func add(below parent: Int32) -> Int32 {
    parents.append(parent)
    depths.append(depths[Int(parent)] + 1)
    return Int32(parents.count - 1)
  }

  /// The node itself where it is no deeper than `depth`, else its ancestor at that depth.
  func lifted(_ node: Int32, to depth: Int32) -> Int32 {
    var node = node
    while depths[Int(node)] > depth { node = parents[Int(node)] }
    return node
  }

  /// The node and its ancestors, nearest first, without the root.
  func path(from node: Int32) -> [Int32] {
    var path: [Int32] = []
    var node = node
    while node != 0 {
      path.append(node)
      node = parents[Int(node)]
    }
    return path
  }
}
