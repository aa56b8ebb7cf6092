//! Files of 国保連 (インタフェース仕様書): what a care-management office sends and the notices it gets back.
//!
//! The layouts are in [`kinds`], each tested against `docs/kokuhoren/layout.csv`. [`read`](read::read) takes any file
//! apart and never fails; [`write`](write::write_file) is strict. On top of the records lie the values people speak of:
//! the slip ([`slip`]), the claim for the plan fee ([`fee`]) with its invoice ([`invoice`]), and the [`notices`].

pub mod cell;
pub mod codes;
pub mod fee;
pub mod invoice;
pub mod kinds;
pub mod layout;
pub mod names;
pub mod notices;
pub mod numbers;
pub mod read;
pub mod return_codes;
pub mod slip;
pub mod write;
