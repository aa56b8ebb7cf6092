//! The workstation's screens, without a terminal: what is seen, and in which role (`tests/screens/snapshots`), stories
//! of keys, text of any width, and the documents that are made from the program.
//!
//! `INSTA_UPDATE=always` renews the snapshots, `UPDATE_DOCS=1` the documents; look at the changes before you keep them.

#![expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that cannot go on may stop")]

#[path = "common/demo.rs"]
mod demo;

#[path = "screens/allot.rs"]
mod allot;
#[path = "screens/checks.rs"]
mod checks;
#[path = "screens/deciding.rs"]
mod deciding;
#[path = "screens/documents.rs"]
mod documents;
#[path = "screens/fees.rs"]
mod fees;
#[path = "screens/journal.rs"]
mod journal;
#[path = "screens/masters.rs"]
mod masters;
#[path = "screens/months.rs"]
mod months;
#[path = "screens/notices.rs"]
mod notices;
#[path = "screens/registers.rs"]
mod registers;
#[path = "screens/reviewer.rs"]
mod reviewer;
#[path = "screens/roles.rs"]
mod roles;
#[path = "screens/slips.rs"]
mod slips;
#[path = "screens/snapshots.rs"]
mod snapshots;
#[path = "screens/station.rs"]
mod station;
#[path = "screens/stories.rs"]
mod stories;
#[path = "screens/wide.rs"]
mod wide;
#[path = "screens/workloads.rs"]
mod workloads;
