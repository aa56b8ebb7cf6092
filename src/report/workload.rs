//! `kyukan workload`: 取扱件数, tiers and what one client more does, as text, CSV and JSON.

mod concentration;
mod csv;
mod json;
mod text;

pub use csv::csv;
pub use json::json;
pub use text::text;

use super::words::Words;
use crate::app::review::Review;
use crate::app::workload::concentration::Concentration;
use crate::app::workload::{OfficeWorkload, Series};
use crate::domain::ids::OfficeNumber;
use crate::i18n::Texts;

/// The workload of a month.
#[derive(Clone, Copy)]
pub struct WorkloadReport<'a> {
    /// The month.
    pub review: &'a Review,
    /// The office.
    pub office: OfficeNumber,
    /// Its workload.
    pub workload: &'a OfficeWorkload,
    /// Months side by side, the one above among them.
    pub series: &'a Series,
    /// 特定事業所集中減算, where it is asked for.
    pub concentration: Option<&'a Concentration>,
    /// The texts.
    pub texts: &'a Texts,
}

impl<'a> WorkloadReport<'a> {
    fn words(&self) -> Words<'a> {
        Words { month: &self.review.month, texts: self.texts }
    }
}
