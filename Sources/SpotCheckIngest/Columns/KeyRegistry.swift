import Synchronization

/// The keys of one dimension met so far, numbered in order of first sight, shared by all workers.
///
/// A worker asks once per distinct raw field it meets, so the lock is hardly ever held. Numbers depend on
/// the order of work; ``sorted()`` gives the order that results are in.
final class KeyRegistry: Sendable {
  /// The dimension's name.
  let name: String
  private let limit: Int
  private let state = Mutex<(ids: [DimensionKey: UInt32], keys: [DimensionKey])>(([:], []))

  init(name: String, limit: Int) {
    self.name = name
    self.limit = limit
  }

  /// The id of a key, new where it was not met before.
  func id(of key: DimensionKey) throws(IngestError) -> UInt32 {
    let id: UInt32? = state.withLock { state in
      if let known = state.ids[key] { return known }
      guard state.keys.count < limit else { return nil }
      let new = UInt32(state.keys.count)
      state.ids[key] = new
      state.keys.append(key)
      return new
    }
    guard let id else { throw IngestError(.tooManyKeys(field: name, limit: limit)) }
    return id
  }

  /// Keys met so far.
  var count: Int { state.withLock { $0.keys.count } }

  /// The keys by id.
  var keys: [DimensionKey] { state.withLock { $0.keys } }

  /// The keys ascending by bytes, and for each id the position of its key among them.
  func sorted() -> (keys: [DimensionKey], positions: [Int32]) {
    let keys = self.keys
    let order = keys.indices.sorted { keys[$0] < keys[$1] }
    var positions = [Int32](repeating: 0, count: keys.count)
    for (position, id) in order.enumerated() { positions[id] = Int32(position) }
    return (order.map { keys[$0] }, positions)
  }
}
