//! kyukan (給管): the monthly benefit-management batch of a care-management office.
//!
//! Plans (予定) and actuals (実績) come in as CSV files of ケアプランデータ連携標準仕様; differences come out,
//! each with what it costs. `docs/ARCHITECTURE.md` says what lives where and which folder may import which.

pub mod app;
pub mod benefit;
pub mod check;
pub mod cli;
pub mod config;
pub mod domain;
pub mod format;
pub mod i18n;
pub mod reconcile;
pub mod report;
pub mod store;
pub mod tui;
