//! What is written reads back into the same revised month.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on may stop")]

#[path = "write/golden.rs"]
mod golden;
#[path = "write/house.rs"]
mod house;
#[path = "write/round_trip.rs"]
mod round_trip;
#[path = "write/sent.rs"]
mod sent;
