/// Puts the cells of all workers together into one cube, ascending by key, each cell once.
struct CubeAssembly {
  private let run: IngestRun
  private let parts: [RecordCounter.Finished]
  /// The keys of each dimension, then the selections' and the months', in order.
  private let columns: [Column]
  /// What the keys of selections and months stand for; empty where there are none.
  private let selections: [UInt64]
  private let months: [Month]
  private let hasQuantities: Bool
  /// The cells that have units: which worker's, and their numbers in that worker's table.
  private var sources: [(part: Int32, number: Int32)] = []
  /// For each of them the positions of its keys, `columns.count` each.
  private var rows: [Int32] = []

  /// The keys of a column, in order, and for each id the position of its key among them.
  typealias Column = (keys: [DimensionKey], positions: [Int32])

  init(_ parts: [RecordCounter.Finished], by columns: [Column], of run: IngestRun) {
    self.run = run
    self.parts = parts
    self.columns = columns
    selections =
      run.plan.selections.isEmpty ? [] : columns[columns.count - 2].keys.map { SelectionColumn.mask(of: $0) }
    months = columns[columns.count - 1].keys.map(\.month)
    hasQuantities = !run.plan.quantities.isEmpty
    let count = parts.reduce(0) { $0 + $1.cells.count }
    sources.reserveCapacity(count)
    rows.reserveCapacity(count * columns.count)
    for (part, counted) in parts.enumerated() {
      let (width, ids, counts) = (counted.cells.width, counted.cells.ids, counted.cells.counts)
      for number in counts.indices where counts[number].trials > 0 {
        sources.append((Int32(part), Int32(number)))
        for column in columns.indices {
          // Without selections, or without dates, all cells have the id 0 of an empty registry.
          let id = Int(ids[number * width + column])
          rows.append(id < columns[column].positions.count ? columns[column].positions[id] : 0)
        }
      }
    }
  }

  /// The cube, and the days of its cells where they were noted.
  ///
  /// - Throws: `tooManyCells`.
  /// - Complexity: O(c log c) for c cells over all workers.
  func assembled() throws(IngestError) -> (cube: DimensionCube, days: InspectionDays?) {
    var cells: [DimensionCube.Cell] = []
    cells.reserveCapacity(sources.count)
    var lastConforming: [Int32] = []
    var cubeCells = parts.map { [Int32](repeating: -1, count: $0.days == nil ? 0 : $0.cells.count) }
    let days = parts.map { $0.days?.lastConforming ?? [] }
    let keepsDays = run.plan.schema.keepsDays
    var previous: Int?
    for index in RowOrder.ascending(rows, width: columns.count, count: sources.count) {
      let (part, number) = (Int(sources[index].part), Int(sources[index].number))
      if let previous, hasSameRow(previous, index) {
        cells[cells.count - 1].add(parts[part].cells.counts[number])
        if hasQuantities { cells[cells.count - 1].add(parts[part].cells.quantities(of: number)) }
      } else {
        cells.append(cell(at: index))
        if keepsDays { lastConforming.append(InspectionDays.noDay) }
      }
      previous = index
      guard keepsDays else { continue }
      cubeCells[part][number] = Int32(cells.count - 1)
      if number < days[part].count {
        lastConforming[cells.count - 1] = max(lastConforming[cells.count - 1], days[part][number])
      }
    }
    guard cells.count <= run.options.cellLimit else {
      throw IngestError(.tooManyCells(limit: run.options.cellLimit))
    }
    let cube = DimensionCube(
      dimensions: zip(run.plan.schema.dimensions, columns).map { .init(name: $0.name, keys: $1.keys) },
      cells: cells
    ).withoutUnusedKeys()
    guard keepsDays else { return (cube, nil) }
    return (cube, InspectionDays(lastConforming: lastConforming, failures: failures(in: cubeCells)))
  }

  private func hasSameRow(_ index: Int, _ other: Int) -> Bool {
    columns.indices.allSatisfy { rows[index * columns.count + $0] == rows[other * columns.count + $0] }
  }

  private func row(_ index: Int) -> ArraySlice<Int32> {
    rows[(index * columns.count)..<((index + 1) * columns.count)]
  }

  private func cell(at index: Int) -> DimensionCube.Cell {
    let row = row(index)
    let (part, number) = (Int(sources[index].part), Int(sources[index].number))
    let counts = parts[part].cells.counts[number]
    var cell = DimensionCube.Cell(
      ids: Array(row.dropLast(2)),
      selections: selections.isEmpty ? 0 : selections[Int(row[row.endIndex - 2])],
      month: months.isEmpty ? nil : months[Int(row[row.endIndex - 1])], trials: counts.trials,
      passes: counts.passes)
    if hasQuantities { cell.quantities = parts[part].cells.quantities(of: number) }
    return cell
  }

  /// The failures of all workers; `cubeCells` tells the position in the cube of each worker's cells.
  private func failures(in cubeCells: [[Int32]]) -> [InspectionDays.Failure] {
    let samples = parts.map { $0.days?.samples ?? [:] }
    var failures: [InspectionDays.Failure] = []
    for (cells, counted) in zip(cubeCells, parts) {
      for failure in counted.days?.failures ?? [] {
        let sample = failure.sample.flatMap { print in samples.lazy.compactMap { $0[print] }.first }
        failures.append(.init(cell: cells[Int(failure.cell)], day: failure.day, sample: sample))
      }
    }
    return failures.sorted { $0.precedes($1) }
  }
}

extension DimensionCube.Cell {
  /// Adds the counts of a worker's cell.
  fileprivate mutating func add(_ counts: CellTable.Counts) {
    trials += counts.trials
    passes += counts.passes
  }

  /// Adds the quantities of a worker's cell.
  fileprivate mutating func add(_ more: [QuantityTally]) {
    for (index, quantity) in more.enumerated() { quantities[index] += quantity }
  }
}

extension InspectionDays.Failure {
  fileprivate func precedes(_ other: InspectionDays.Failure) -> Bool {
    if cell != other.cell { return cell < other.cell }
    if day != other.day { return day < other.day }
    guard let sample, let others = other.sample else { return sample == nil && other.sample != nil }
    return sample < others
  }
}

extension DimensionCube {
  /// The cube without keys that no cell has: those of records that were rejected for something else.
  fileprivate func withoutUnusedKeys() -> DimensionCube {
    var cube = self
    for number in dimensions.indices {
      var isUsed = [Bool](repeating: false, count: dimensions[number].keys.count)
      for cell in cells { isUsed[Int(cell.ids[number])] = true }
      guard isUsed.contains(false) else { continue }
      var next: Int32 = 0
      let positions = isUsed.map { used -> Int32 in
        defer { next += used ? 1 : 0 }
        return next
      }
      cube.dimensions[number].keys = zip(dimensions[number].keys, isUsed).filter(\.1).map(\.0)
      for cell in cube.cells.indices {
        cube.cells[cell].ids[number] = positions[Int(cells[cell].ids[number])]
      }
    }
    return cube
  }
}
