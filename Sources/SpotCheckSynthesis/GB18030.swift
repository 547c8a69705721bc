import Glibc

/// Encodes a text in GB18030 by the C library's iconv.
///
/// - Throws: When the C library has no GB18030 or refuses the text.
func gb18030(_ text: String) throws(DumpRecipe.Invalid) -> [UInt8] {
  guard let converter = unsafe iconv_open("GB18030", "UTF-8"),
    unsafe converter != iconv_t(bitPattern: -1)
  else { throw DumpRecipe.Invalid(option: "encoding", reason: "this system's iconv knows no gb18030") }
  defer { unsafe iconv_close(converter) }
  var source = text.utf8.map { CChar(bitPattern: $0) }
  // No character of GB18030 takes more than twice the bytes it has in UTF-8.
  var target = [CChar](repeating: 0, count: 2 * source.count)
  var sourceLeft = source.count
  var targetLeft = target.count
  let status = unsafe source.withUnsafeMutableBufferPointer { source in
    unsafe target.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      return unsafe iconv(converter, &from, &sourceLeft, &to, &targetLeft)
    }
  }
  guard status == 0 else {
    throw DumpRecipe.Invalid(option: "encoding", reason: "\(text) cannot be written in gb18030")
  }
  return target.dropLast(targetLeft).map { UInt8(bitPattern: $0) }
}
