//! Values of the field: identifiers, months, times, rows, differences, problems.
//!
//! Everything here is plain data and pure functions; nothing reads a file, a clock or a terminal.

pub mod allotment;
pub(crate) mod codec;
pub mod codes;
pub mod decision;
pub mod difference;
pub mod event;
#[cfg(test)]
pub(crate) mod fixture;
pub mod ids;
pub mod kind;
pub mod level;
pub mod month;
pub mod problem;
pub mod row;
pub mod slip;
pub mod time;
