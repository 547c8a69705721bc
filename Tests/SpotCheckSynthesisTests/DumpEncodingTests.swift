import Foundation
import SpotCheckSynthesis
import Testing

@Suite struct DumpEncodingTests {
  @Test(arguments: DumpShape.allCases)
  func gb18030IsTheUTF8DumpReencoded(shape: DumpShape) throws {
    var recipe = DumpRecipe(records: 500, seed: 21)
    recipe.shape = shape
    recipe.defects = [.strayQuote: 0.05, .pendingLabel: 0.05, .lineBreak: 0.05]
    let utf8 = try DumpGenerator(recipe).bytes().0
    recipe.encoding = .gb18030
    let gb18030 = try DumpGenerator(recipe).bytes().0
    #expect(try converted(gb18030, from: "GB18030") == utf8)
  }

  @Test(
    arguments: [
      (DumpEncoding.utf8WithBOM, [0xEF, 0xBB, 0xBF], "UTF-8"),
      (.utf16LittleEndian, [0xFF, 0xFE], "UTF-16LE"),
      (.utf16BigEndian, [0xFE, 0xFF], "UTF-16BE"),
    ] as [(DumpEncoding, [UInt8], String)])
  func aByteOrderMarkComesFirstAndOnce(encoding: DumpEncoding, mark: [UInt8], name: String) throws {
    var recipe = DumpRecipe(records: 100, seed: 21)
    let utf8 = try DumpGenerator(recipe).bytes().0
    recipe.encoding = encoding
    let bytes = try DumpGenerator(recipe).bytes(blockSize: 1_000).0
    #expect(Array(bytes.prefix(mark.count)) == mark)
    #expect(try converted(Array(bytes.dropFirst(mark.count)), from: name) == utf8)
  }

  @Test(arguments: [(DumpEncoding.utf8, "UTF-8"), (.gb18030, "GB18030"), (.utf16LittleEndian, "UTF-16LE")])
  func badBytesAreBadInEveryEncoding(encoding: DumpEncoding, name: String) throws {
    var recipe = DumpRecipe(records: 1, seed: 21)
    recipe.encoding = encoding
    recipe.defects = [.badBytes: 1]
    let bytes = try DumpGenerator(recipe).bytes().0
    #expect(throws: ConversionFailed.self) { try converted(bytes, from: name) }
  }
}

struct ConversionFailed: Error {}

/// Converts text to UTF-8 by the C library's iconv.
private func converted(_ bytes: [UInt8], from encoding: String) throws -> [UInt8] {
  guard let converter = unsafe iconv_open("UTF-8", encoding) else { throw ConversionFailed() }
  defer { unsafe iconv_close(converter) }
  var source = bytes.map { CChar(bitPattern: $0) }
  var target = [CChar](repeating: 0, count: 4 * source.count)
  var sourceLeft = source.count
  var targetLeft = target.count
  let status = unsafe source.withUnsafeMutableBufferPointer { source in
    unsafe target.withUnsafeMutableBufferPointer { target in
      var from = source.baseAddress
      var to = target.baseAddress
      return unsafe iconv(converter, &from, &sourceLeft, &to, &targetLeft)
    }
  }
  guard status == 0 else { throw ConversionFailed() }
  return target.dropLast(targetLeft).map { UInt8(bitPattern: $0) }
}
