import Dispatch
import Synchronization

/// A value that another processor computes while this one goes on.
final class Background<Value: Sendable>: Sendable {
  private let work: @Sendable () -> Value
  private let computed = Mutex<Value?>(nil)

  /// Begins the work.
  init(_ work: @escaping @Sendable () -> Value) {
    self.work = work
    DispatchQueue.global().async { _ = self.value }
  }

  /// The value, once it is there; computed here where no processor has begun.
  var value: Value {
    computed.withLock { computed in
      if let computed { return computed }
      let value = work()
      computed = value
      return value
    }
  }
}
