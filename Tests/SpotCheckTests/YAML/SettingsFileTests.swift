import FoundationEssentials
import Glibc
import Testing

@testable import SpotCheck

@Suite struct SettingsFileTests {
  private func path(_ bytes: [UInt8]) throws -> String {
    let url = FileManager.default.temporaryDirectory.appending(path: "spotcheck-\(UUID().uuidString).yaml")
    try Data(bytes).write(to: url)
    return url.path
  }

  @Test func bytesAreHashed() throws {
    let file = try SettingsFile(contentsOf: try path(Array("abc".utf8)))
    #expect(file.text == "abc")
    #expect(file.sha256 == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func aFileThatIsNotThereIsToldFromOneThatCannotBeRead() {
    let missing = #expect(throws: SpotCheckError.self) { try SettingsFile(contentsOf: "/no/such/file.yaml") }
    #expect(missing?.kind == .noSuchFile)
    #expect(missing?.file == "/no/such/file.yaml")
    let folder = #expect(throws: SpotCheckError.self) { try SettingsFile(contentsOf: "/") }
    #expect(folder?.kind == .cannotRead(errno: EISDIR))
  }

  @Test func endlessFilesAreCut() {
    let error = #expect(throws: SpotCheckError.self) { try SettingsFile(contentsOf: "/dev/zero") }
    #expect(error?.kind == .tooLarge(limit: YAMLNode.byteLimit))
  }

  @Test func otherEncodingsAreRefusedWithTheirLine() throws {
    let path = try path(Array("a: 1\nb: ".utf8) + [0xBA, 0xCF, 0xB8, 0xF1])
    let error = #expect(throws: SpotCheckError.self) { try SettingsFile(contentsOf: path) }
    #expect(error?.kind == .notUTF8)
    #expect(error?.line == 2)
  }

  @Test(arguments: [
    ("r.csv", "l.yaml", "r.csv"), ("r.csv", "a/b/l.yaml", "a/b/r.csv"), ("/r.csv", "a/l.yaml", "/r.csv"),
    ("../r.csv", "/x/l.yaml", "/x/../r.csv"),
  ])
  func pathsAreRelativeToTheFile(path: String, file: String, resolved: String) {
    #expect(SettingsFile.resolve(path, relativeTo: file) == resolved)
  }
}
