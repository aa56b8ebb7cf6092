//! What screens are made of: lists, tables, gauges, windows. Everything draws only the rows that are seen.

pub mod details;
pub mod difference;
pub mod fee;
pub mod field;
pub mod gauge;
pub mod list;
pub mod paint;
pub mod seen;
pub mod settled;
pub mod severity;
pub mod slip;
pub mod state;
pub mod table;
pub mod window;
