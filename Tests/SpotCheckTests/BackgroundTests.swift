import Synchronization
import Testing

@testable import SpotCheck

@Suite("Work in the background")
struct BackgroundTests {
  @Test("a value is computed once, whoever asks first")
  func once() {
    let runs = Atomic(0)
    let background = Background { runs.add(1, ordering: .relaxed).newValue }
    #expect((0..<3).map { _ in background.value } == [1, 1, 1])
    #expect(runs.load(ordering: .relaxed) == 1)
  }
}
