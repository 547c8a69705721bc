import Foundation
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

  /// The YAML blocks of a file of the package.
  static func blocks(of file: String) throws -> [String] {
    let package = URL(filePath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let text = String(decoding: try Data(contentsOf: package.appending(path: file)), as: UTF8.self)
    return text.components(separatedBy: "\n```yaml\n").dropFirst().compactMap { rest in
      rest.range(of: "```\n").map { String(rest[..<$0.lowerBound]) }
    }
  }
}
