import Testing

@testable import SpotCheckReports

@Suite("Places of labels")
struct LabelPlacementTests {
  @Test("no label lies on another or outside, however many there are")
  func noCollision() {
    var placement = LabelPlacement(x: 0...300, y: 0...120)
    var boxes: [(x0: Double, y0: Double, x1: Double, y1: Double)] = []
    for number in 0..<60 {
      let (x, y) = (Double(number * 37 % 300), Double(number * 53 % 120))
      let text = Wording("地区\(number)")
      guard let place = placement.place(text, x: x, y: y, offset: 6, size: 12) else { continue }
      let width = LabelPlacement.width(of: text.english, size: 12)
      let left =
        switch place.anchor {
        case .start: place.x
        case .middle: place.x - width / 2
        case .end: place.x - width
        }
      boxes.append((left, place.y - 10.2, left + width, place.y + 2.4))
    }
    #expect(boxes.count > 10)
    for (index, a) in boxes.enumerated() {
      #expect(a.x0 >= 0 && a.x1 <= 300 && a.y0 >= 0 && a.y1 <= 120)
      for b in boxes[(index + 1)...] {
        #expect(a.x1 <= b.x0 || b.x1 <= a.x0 || a.y1 <= b.y0 || b.y1 <= a.y0)
      }
    }
  }

  @Test("a label beside the right end goes to the left of its point, and off a neighbour's point")
  func sides() {
    var placement = LabelPlacement(x: 0...100, y: 0...40)
    #expect(placement.place(Wording("abc"), x: 95, y: 20, offset: 5, size: 10)?.anchor == .end)
    var crowded = LabelPlacement(x: 0...100, y: 0...60)
    crowded.keepOff(x: 60, y: 30, radius: 6)
    #expect(crowded.place(Wording("abc"), x: 50, y: 30, offset: 5, size: 10)?.anchor == .end)
  }
}
