//! Which rows of a register count in a month.

use super::{Register, Sort};
use crate::app::decide::plain;
use crate::domain::month::ServiceMonth;
use std::collections::HashMap;

/// Whether a row counts in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    InForce,
    /// It begins later.
    Later,
    /// It has ended, or is of a month before.
    Over,
    /// A newer row of the same key has begun.
    Replaced,
}

impl Register {
    /// Whether each of its rows ([`Self::rows`]) counts in a month.
    pub fn standings(&self, rows: &[Vec<String>], month: ServiceMonth) -> Vec<Standing> {
        let (first, last) = self.months();
        let place = |name: Option<&str>| self.all_columns().position(|column| Some(column.name) == name);
        let (first, last) = (place(first), place(last));
        let month_at = |row: &[String], at: Option<usize>| month_of(row.get(at?)?);
        let newest = first.filter(|at| *at < self.keys.len() && first != last).map(|at| {
            let mut newest = HashMap::new();
            for row in rows {
                if let Some(from) = month_at(row, first).filter(|from| *from <= month) {
                    let known = newest.entry(self.others(row, at)).or_insert(from);
                    *known = from.max(*known);
                }
            }
            (at, newest)
        });
        let standing = |row: &Vec<String>| {
            let from = month_at(row, first);
            let newer = newest.as_ref().and_then(|(at, newest)| newest.get(&self.others(row, *at)));
            if from.is_some_and(|from| month < from) {
                Standing::Later
            } else if month_at(row, last).is_some_and(|to| to < month) {
                Standing::Over
            } else if newer.is_some_and(|newer| from.is_some_and(|from| from < *newer)) {
                Standing::Replaced
            } else {
                Standing::InForce
            }
        };
        rows.iter().map(standing).collect()
    }

    /// Names of the columns that say when a row begins and ends to count.
    fn months(&self) -> (Option<&'static str>, Option<&'static str>) {
        let key = self.keys.iter().find(|column| column.sort == Sort::Month).map(|column| column.name);
        match (self.spans.first(), key) {
            (Some((first, last)), _) => (Some(first), Some(last)),
            (None, Some("from")) => (key, None),
            (None, key) => (key, key),
        }
    }

    /// The key of a row without the column that says when it begins.
    fn others(&self, row: &[String], from: usize) -> Vec<String> {
        let keys = row.iter().take(self.keys.len()).enumerate();
        keys.filter(|(at, _)| *at != from).map(|(_, text)| plain(text)).collect()
    }
}

/// The month of a month or date in its normal form.
fn month_of(text: &str) -> Option<ServiceMonth> {
    ServiceMonth::parse(text.get(..7)?)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::registers::register;

    fn standings(name: &str, rows: &[&[&str]]) -> Vec<Standing> {
        let register = register(name).unwrap();
        let width = register.all_columns().count();
        let filled = |row: &&[&str]| {
            let mut row: Vec<String> = row.iter().map(|cell| (*cell).to_owned()).collect();
            row.resize(width, String::new());
            row
        };
        let rows: Vec<Vec<String>> = rows.iter().map(filled).collect();
        register.standings(&rows, ServiceMonth::new(2026, 10).unwrap())
    }

    #[test]
    fn the_newest_row_that_has_begun_counts_until_its_end() {
        use Standing::{InForce, Later, Over, Replaced};
        let found = standings(
            "managers",
            &[
                &["佐藤 花子", "2024-04"],
                &["佐藤花子", "2026-04"],
                &["佐藤 花子", "2026-11"],
                &["鈴木 一郎", "2025-04", "", "", "", "", "2026-09"],
                &["田中 良子", "2025-04", "", "", "", "", "2026-10"],
            ],
        );
        assert_eq!(found, [Replaced, InForce, Later, Over, InForce]);
        let found = standings("terms", &[&["2024-04"], &["2026-10"], &["2027-04"]]);
        assert_eq!(found, [Replaced, InForce, Later]);
    }

    #[test]
    fn contracts_and_additions_have_their_months() {
        use Standing::{InForce, Later, Over};
        let client = |from, to| ["131011", "0000100017", from, to];
        let rows = [
            client("2026-04-01", ""),
            client("", "2026-10-01"),
            client("", "2026-09-30"),
            client("2026-11-01", ""),
            client("", ""),
        ];
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 4]>::as_slice).collect();
        assert_eq!(standings("clients", &rows), [InForce, InForce, Over, Later, InForce]);
        let addition = |month| ["131011", "0000100017", month, "初回加算"];
        let rows = ["2026-09", "2026-10", "2026-11"].map(addition);
        let rows: Vec<&[&str]> = rows.iter().map(<[&str; 4]>::as_slice).collect();
        assert_eq!(standings("additions", &rows), [Over, InForce, Later]);
        assert_eq!(standings("insurers", &[&["131011", "試験市"]]), [InForce]);
    }
}
