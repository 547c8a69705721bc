/// What all workers share of keys.
struct SharedKeys: Sendable {
  let hash: ByteHash
  let cellKey: UInt64
  /// One registry per dimension.
  let dimensions: [KeyRegistry]
  let months: KeyRegistry
  let selections: KeyRegistry
  let items: KeyRegistry

  init(_ schema: Schema, keyLimit: Int) {
    var generator = SystemRandomNumberGenerator()
    hash = ByteHash(using: &generator)
    cellKey = generator.next()
    dimensions = schema.dimensions.map { KeyRegistry(name: $0.name, limit: keyLimit) }
    months = KeyRegistry(name: "date", limit: keyLimit)
    selections = KeyRegistry(name: "where", limit: keyLimit)
    items = KeyRegistry(name: "item", limit: keyLimit)
  }
}

/// What makes equal bytes in two files mean the same.
struct FileForm: Hashable {
  var encoding: TextEncoding
  var dialect: Dialect
  /// For each slot of the reading plan whether the file lacks its column.
  var absent: [Bool]

  init(of file: FileContext) {
    encoding = file.encoding
    dialect = file.dialect
    absent = file.match.positions.map { $0 < 0 }
  }
}
