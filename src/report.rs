//! Printed and office outputs, one file per report.

pub mod call_list;
pub mod check_csv;
pub mod check_json;
pub mod check_text;
pub mod client_json;
pub mod client_text;
pub mod config_fault;
pub mod files;
pub mod inquiry;
pub mod layout;
pub mod open_failure;
pub mod words;
pub mod workspace_failure;
pub mod write_plan;
