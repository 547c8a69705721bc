import Glibc

/// One thing said in every language, side by side.
struct Phrase {
  private let english: String
  private let chinese: String

  init(_ english: String, _ chinese: String) {
    self.english = english
    self.chinese = chinese
  }

  subscript(language: Language) -> String {
    switch language {
    case .english: english
    case .simplifiedChinese: chinese
    }
  }

  /// What the system's error number means.
  static func systemError(_ code: Int32) -> Phrase {
    let english = unsafe String(cString: strerror(code))
    return switch code {
    case EACCES, EPERM: Phrase(english, "没有权限")
    case ENOENT: Phrase(english, "文件不存在")
    case EISDIR: Phrase(english, "这是一个文件夹")
    case ENOTDIR: Phrase(english, "路径中有一段不是文件夹")
    case ENOSPC, EDQUOT: Phrase(english, "磁盘空间不足")
    case EROFS: Phrase(english, "文件系统只读")
    case EPIPE: Phrase(english, "管道已关闭")
    case EIO: Phrase(english, "设备读写出错")
    case EMFILE, ENFILE: Phrase(english, "打开的文件过多")
    case ENOMEM: Phrase(english, "内存不足")
    default: Phrase(english, "系统错误 \(code)（\(english)）")
    }
  }
}

/// Texts as a list for people: at most `limit` of them, the rest counted.
func listed(_ texts: [String], limit: Int = 100) -> Phrase {
  let rest = texts.count - limit
  guard rest > 0 else {
    return Phrase(texts.joined(separator: ", "), texts.joined(separator: "、"))
  }
  let shown = texts.prefix(limit)
  return Phrase(
    shown.joined(separator: ", ") + " and \(rest) more", shown.joined(separator: "、") + "等，另有 \(rest) 个")
}
