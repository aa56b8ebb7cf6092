//! Chance that can be repeated: one stream a person and purpose, so that a larger month begins like a smaller one and
//! the plan does not depend on what goes wrong later.

use fastrand::Rng;

/// What a stream is used for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stream {
    /// Names and levels.
    Person = 1,
    /// The plan.
    Plan = 2,
    /// What was done.
    Actual = 3,
    /// Providers.
    Office = 4,
}

/// The stream of one thing.
pub(super) fn stream(seed: u64, purpose: Stream, index: u32) -> Rng {
    let mut rng = Rng::with_seed(seed ^ ((purpose as u64) << 56) ^ (u64::from(index) << 20));
    // Seeds that differ in few bits begin alike; one step spreads them.
    let spread = rng.u64(..);
    Rng::with_seed(spread)
}

/// Any index into a list, wrapped around.
pub(super) fn pick<T: Copy + Default>(list: &[T], at: usize) -> T {
    list.get(at % list.len().max(1)).copied().unwrap_or_default()
}
