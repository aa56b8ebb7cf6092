//! Printed and office outputs, one file per report.

pub mod call_list;
pub mod change_words;
pub mod check_csv;
pub mod check_json;
pub mod check_text;
pub mod client_json;
pub mod client_text;
pub mod config_fault;
pub mod event_words;
pub mod files;
pub mod import;
pub mod inquiry;
pub mod journal;
pub mod layout;
pub mod office_failure;
pub mod open_failure;
pub mod out_failure;
pub mod outputs;
pub mod rule_preview;
pub mod sign_off;
pub mod words;
pub mod workspace_failure;
pub mod write_plan;
