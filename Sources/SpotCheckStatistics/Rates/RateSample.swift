/// The passes among some trials, at least one, as the interval methods beyond judgement see them.
///
/// Every method takes `tail`, half of what is left of the level: 0.025 at 95 %.
struct RateSample {
  let passes: Int
  let trials: Int

  var k: Double { Double(passes) }
  var n: Double { Double(trials) }
  var rate: Double { k / n }
  var isAtAnEnd: Bool { passes == 0 || passes == trials }

  /// The interval of the passes or of the failures, whichever are fewer.
  ///
  /// Its limits lie where doubles are dense, and no digit is lost to a difference from 1.
  func solvedForTheRarer(_ interval: (RateSample) -> RateInterval) -> RateInterval {
    passes <= trials - passes
      ? interval(self) : interval(RateSample(passes: trials - passes, trials: trials)).mirrored
  }

  /// The limits taken to 0…1, and to its ends where all trials agree.
  func clipped(_ limits: RateInterval) -> RateInterval {
    RateInterval(
      lower: passes == 0 ? 0 : max(0, limits.lower), upper: passes == trials ? 1 : min(1, limits.upper))
  }
}
