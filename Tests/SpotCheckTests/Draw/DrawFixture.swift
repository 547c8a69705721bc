import SpotCheck
import TestSupport

/// Small lists to draw from, in a folder of their own.
struct DrawFixture {
  let folder: Scratch

  init() throws {
    folder = try Scratch()
    try frame(["A": 40, "B": 20])
    try inspectors((1...6).map { "P\($0),Person \($0),,," })
  }

  /// Writes a frame with so many establishments of each risk class.
  func frame(_ sizes: [String: Int]) throws {
    let rows = sizes.sorted { $0.key < $1.key }.flatMap { riskClass, count in
      (1...count).map { "\(riskClass)\($0),Name \($0),530102,食品/乳制品,\(riskClass),2024-01-02" }
    }
    try frame(rows: rows)
  }

  func frame(rows: [String]) throws {
    try write("frame.csv", ["id,name,region,category,risk_class,last_inspected"] + rows)
  }

  func inspectors(_ rows: [String]) throws {
    try write("inspectors.csv", ["id,name,office,skills,conflicts"] + rows)
  }

  func write(_ name: String, _ lines: [String]) throws {
    try folder.write(lines.joined(separator: "\n") + "\n", to: name)
  }

  /// Draws; 3 of every stratum unless said otherwise.
  func draw(
    seed: String = "1", demands: [DrawDemand] = [DrawDemand(.count(3))],
    _ change: (inout DrawOptions, inout DrawFiles) -> Void = { _, _ in }
  ) throws -> Draw {
    var options = DrawOptions(seed: seed)
    options.demands = demands
    var files = DrawFiles(
      frame: folder.path + "/frame.csv", inspectors: folder.path + "/inspectors.csv")
    change(&options, &files)
    return try Draw(from: DrawLists(contentsOf: files, options), options)
  }

  /// What a draw is refused for.
  func refusal(
    demands: [DrawDemand] = [DrawDemand(.count(3))],
    _ change: (inout DrawOptions, inout DrawFiles) -> Void = { _, _ in }
  ) throws -> SpotCheckError? {
    do {
      _ = try draw(demands: demands, change)
      return nil
    } catch let error as SpotCheckError {
      return error
    }
  }
}

extension Draw {
  /// The ids drawn of a stratum, in order.
  func ids(of stratum: String) -> [String] {
    assignments.filter { $0.stratum.map { strata[$0].name } == stratum }.map(\.establishment.id)
  }
}
