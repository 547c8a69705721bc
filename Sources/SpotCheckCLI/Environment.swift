import Glibc
import SpotCheck

/// Variables of the environment.
enum Environment {
  /// The value of a variable; `nil` where it is unset or empty.
  static func value(_ name: String) -> String? {
    guard let text = unsafe getenv(name), unsafe text.pointee != 0 else { return nil }
    return unsafe String(cString: text)
  }
}

extension Language {
  /// The language of the environment: the first set of `LC_ALL`, `LC_MESSAGES` and `LANG`.
  static var preferred: Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap(Environment.value).first
    return locale?.hasPrefix("zh") == true ? .simplifiedChinese : .english
  }
}
