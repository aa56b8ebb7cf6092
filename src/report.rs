//! Printed and office outputs, one file per report.

pub mod check_json;
