import Foundation

/// Real dumps with known figures, which stand beside the project where they are present at all.
public enum RealData {
  /// The folder of real dumps; `nil` where it is absent.
  public static let folder: String? = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder = root.deletingLastPathComponent().appending(path: "shared/realdata").path
    return FileManager.default.fileExists(atPath: folder) ? folder : nil
  }()

  /// Whether real dumps are present; tests that need them are skipped, and say so, where they are not.
  public static var isPresent: Bool { folder != nil }

  /// The path of a dump; empty where real dumps are absent.
  public static func path(_ name: String) -> String {
    folder.map { $0 + "/" + name } ?? ""
  }
}
