//! What a month is worth: units, limits, yen, the 別表 of a client and the office's own fee.
//!
//! Everything is a pure function of plain data. Units and yen are whole numbers, prices hundredths of a yen, rates
//! percent or permille; nothing is ever computed with floating point. Rates are dated rows in `rates/*.toml`, looked
//! up by service month (サービス提供年月), never by today's date. Where the rules leave something open, [`policy::Policy`]
//! has a setting for it, or the result carries a note.

pub mod allot;
pub mod fee;
pub mod gather;
pub mod limit;
pub mod money;
pub mod place;
pub mod policy;
pub mod price;
pub mod rates;
pub mod sheet;
pub mod stay;
#[cfg(test)]
mod tests;
