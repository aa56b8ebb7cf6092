//! What files are searched by: their path and the office on the other side.

use crate::app::month::Month;
use crate::app::search::{Fit, Query, fold};
use rayon::prelude::*;

/// Search for files. A corporation's month has tens of thousands of them, so they are folded once.
#[derive(Debug, Default)]
pub struct FileSearch {
    folded: Vec<String>,
}

impl FileSearch {
    pub(super) fn new(month: &Month) -> Self {
        let text = |file: &crate::app::month::MonthFile| {
            let office = file.name.as_ref().map(|name| month.office_name(month.other_side(name)));
            fold(&format!("{} {}", file.path, office.unwrap_or_default()))
        };
        Self { folded: month.files.par_iter().with_min_len(256).map(text).collect() }
    }

    /// Positions of the files that fit, those that begin so first; all of them when nothing was typed.
    pub fn find(&self, typed: &str) -> Vec<u32> {
        let query = Query::new(typed);
        let files = || (0_u32..).zip(&self.folded);
        if query.is_empty() {
            return files().map(|(file, _)| file).collect();
        }
        let mut found: Vec<(Fit, u32)> =
            files().filter_map(|(file, text)| Some((query.fit(text)?, file))).collect();
        found.sort_unstable();
        found.into_iter().map(|(_, file)| file).collect()
    }
}
