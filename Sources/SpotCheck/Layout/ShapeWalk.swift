import SpotCheckIngest

/// Walks the values that two shapes of one length share, until one is read as two dates.
struct ShapeWalk {
  private let left: [DateShape.Slot]
  private let right: [DateShape.Slot]
  private var bytes: [UInt8] = []

  /// Creates a walk; shapes of different lengths share no value.
  init(left: DateShape, right: DateShape) {
    self.left = left.slots
    self.right = right.slots
  }

  /// A value that both shapes can have and that they read differently.
  mutating func conflict() -> String? {
    guard left.count == right.count,
      zip(left, right).allSatisfy({ !Self.common($0, $1).isEmpty })
    else { return nil }
    bytes = []
    return search() ? String(decoding: bytes, as: UTF8.self) : nil
  }

  private mutating func search() -> Bool {
    let place = bytes.count
    guard place < left.count else {
      guard let first = reading(of: left), let second = reading(of: right) else { return false }
      return first.differs(from: second)
    }
    for byte in candidates(at: place) {
      bytes.append(byte)
      if isPossible(left, at: place), isPossible(right, at: place), search() { return true }
      bytes.removeLast()
    }
    return false
  }

  /// The bytes worth trying at a place: one where it cannot make a difference, else all that both allow.
  private func candidates(at place: Int) -> [UInt8] {
    for (mine, other) in [(left, right), (right, left)] {
      guard case .digit(let field, let part, let index, let width) = mine[place],
        Self.isIdle(part, of: mine, over: other)
      else { continue }
      let digits = Array(String(field.heldValue).utf8)
      let padded = Array(repeating: UInt8(0x30), count: max(0, width - digits.count)) + digits
      return [padded[index]]
    }
    let common = Self.common(left[place], right[place])
    return left[place].isDigit || right[place].isDigit ? common : Array(common.prefix(1))
  }

  /// The bytes that two slots both allow.
  private static func common(_ left: DateShape.Slot, _ right: DateShape.Slot) -> [UInt8] {
    bytes(of: left).filter(bytes(of: right).contains)
  }

  /// Whether a part stands in the same place in the other shape, digit for digit, or is a part of the time
  /// that the other shape passes over.
  private static func isIdle(_ part: Int, of mine: [DateShape.Slot], over other: [DateShape.Slot]) -> Bool {
    zip(mine, other).allSatisfy { slots in
      guard case .digit(let field, part, let index, let width) = slots.0 else { return true }
      return switch slots.1 {
      case .digit(field, _, index, width): true
      case .any(let bytes): field.isTimeOfDay && bytes.contains(0x30)
      default: false
      }
    }
  }

  private static func bytes(of slot: DateShape.Slot) -> [UInt8] {
    switch slot {
    case .literal(let byte): [byte]
    case .digit: Array(0x30...0x39)
    case .any(let bytes): bytes
    }
  }

  /// Whether a part of the left shape stands in the same place in the right one, digit for digit.
  private func isShared(part: Int) -> Bool {
    zip(left, right).allSatisfy { slots in
      guard case .digit(let field, part, let index, let width) = slots.0 else { return true }
      guard case .digit(field, _, index, width) = slots.1 else { return false }
      return true
    }
  }

  /// Whether the part that has a digit at `place` can still end within its range.
  private func isPossible(_ slots: [DateShape.Slot], at place: Int) -> Bool {
    guard case .digit(let field, _, let index, let width) = slots[place] else { return true }
    var value = 0
    for digit in bytes[(place - index)...place] { value = value * 10 + Int(digit - 0x30) }
    var scale = 1
    for _ in 0..<(width - 1 - index) { scale *= 10 }
    return value * scale <= field.range.upperBound && (value + 1) * scale > field.range.lowerBound
  }

  /// What a shape reads in the whole value; `nil` where there is no such day.
  private func reading(of slots: [DateShape.Slot]) -> Reading? {
    var values: [DateShape.Field: Int] = [:]
    for (byte, slot) in zip(bytes, slots) {
      guard case .digit(let field, _, let index, _) = slot else { continue }
      values[field] = (index == 0 ? 0 : values[field, default: 0] * 10) + Int(byte - 0x30)
    }
    let day: CalendarDate? =
      if let serial = values[.serial] {
        CalendarDate(year: 1899, month: 12, day: 30).map { CalendarDate(dayNumber: $0.dayNumber + serial) }
      } else {
        CalendarDate(
          year: values[.year, default: 0], month: values[.month, default: 0], day: values[.day, default: 0])
      }
    return day.map {
      Reading(day: $0, hour: values[.hour], minute: values[.minute], second: values[.second])
    }
  }

  private struct Reading {
    var day: CalendarDate
    var hour: Int?
    var minute: Int?
    var second: Int?

    /// A part of the time that only one reading has is no difference.
    func differs(from other: Reading) -> Bool {
      func isOther(_ left: Int?, _ right: Int?) -> Bool {
        guard let left, let right else { return false }
        return left != right
      }
      return day != other.day || isOther(hour, other.hour) || isOther(minute, other.minute)
        || isOther(second, other.second)
    }
  }
}
