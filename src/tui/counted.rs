//! What screens work out of the whole month: once when it is first looked at, then only what a decision changed.

mod own;
mod slips;

pub use own::{NoOwnMonth, OwnCounted};
pub use slips::{Counted, Sums};
