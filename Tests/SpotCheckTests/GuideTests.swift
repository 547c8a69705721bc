import Foundation
import TestSupport
import Testing

@testable import SpotCheck

@Suite("Guides")
struct GuideTests {
  @Test("every example of a layout is a layout")
  func layouts() throws {
    let blocks = try Self.blocks(of: "Documentation/Layout.md")
    #expect(blocks.count >= 8)
    for block in blocks {
      let layout = try Layout(yaml: block, file: "layout.yaml")
      #expect(layout != Layout(), "\(block)")
    }
  }

  @Test("every example of a plan is a plan")
  func plans() throws {
    let blocks = try Self.blocks(of: "Documentation/Plan.md")
    #expect(blocks.count >= 4)
    for block in blocks { #expect(try !Plan(yaml: block, file: "plan.yaml").indicators.isEmpty) }
  }

  @Test("the table of a plan is a plan")
  func planTable() throws {
    let block = try #require(Self.blocks(of: "Documentation/Plan.md", in: "csv").first)
    let scratch = try Scratch()
    let plan = try Plan(contentsOf: try scratch.write(block, to: "plan.csv"))
    #expect(plan.indicators.map { $0.scope["category"]?.first?.text } == ["制造业", "农产品", "建设工程"])
    #expect(plan.indicators.map(\.comparison) == [.atLeast, .atLeast, .rising])
  }

  /// The blocks of a language in a file of the package.
  static func blocks(of file: String, in language: String = "yaml") throws -> [String] {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = String(decoding: try Data(contentsOf: package.appending(path: file)), as: UTF8.self)
    return text.components(separatedBy: "\n```\(language)\n").dropFirst().compactMap { rest in
      rest.range(of: "```\n").map { String(rest[..<$0.lowerBound]) }
    }
  }
}
