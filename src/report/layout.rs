//! Text on a fixed-width screen: what may be shown, how wide it is, and how it is coloured.

pub use crate::i18n::width::{display, left, right, width};
use std::fmt::Write;

/// A whole number with thousands commas.
pub fn grouped(number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let mut out = String::from(if number < 0 { "-" } else { "" });
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// A difference with its sign: `+120`, `-47`, `±0`.
pub fn signed(number: i64) -> String {
    match number {
        0 => "±0".to_owned(),
        number if number > 0 => format!("+{}", grouped(number)),
        number => grouped(number),
    }
}

/// Role of a piece of text; its colour repeats what a mark or a word already says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading.
    Heading,
    /// Something that was planned and did not happen.
    Missing,
    /// Something that happened and was not planned.
    Extra,
    /// Something that changed.
    Changed,
    /// Something that agrees.
    Same,
    /// A fault of the input.
    Problem,
    /// Less important.
    Dim,
}

/// Whether and how text is coloured.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paint {
    /// Colours are used.
    pub is_on: bool,
}

impl Paint {
    /// Colours text by its role.
    pub fn paint(self, role: Role, text: &str) -> String {
        if !self.is_on || text.is_empty() {
            return text.to_owned();
        }
        let code = match role {
            Role::Heading => "1",
            Role::Missing => "31",
            Role::Extra => "32",
            Role::Changed => "33",
            Role::Same => "36",
            Role::Problem => "35",
            Role::Dim => "2",
        };
        format!("\u{1b}[{code}m{text}\u{1b}[0m")
    }
}

/// A table whose columns are as wide as their widest cell.
#[derive(Clone, Debug, Default)]
pub struct Table {
    rows: Vec<Vec<String>>,
    right: Vec<bool>,
}

impl Table {
    /// A table; columns listed in `right` are aligned to the right.
    pub fn new(columns: usize, right: &[usize]) -> Self {
        Self { rows: Vec::new(), right: (0..columns).map(|column| right.contains(&column)).collect() }
    }

    /// Adds a row.
    pub fn row(&mut self, cells: impl IntoIterator<Item = String>) {
        self.rows.push(cells.into_iter().collect());
    }

    /// The lines of the table, each after an indent.
    pub fn render(&self, indent: usize) -> String {
        let columns = self.rows.iter().map(Vec::len).max().unwrap_or(0);
        let cell = |row: &[String], column: usize| {
            row.get(column).map(String::as_str).unwrap_or_default().to_owned()
        };
        let widths: Vec<usize> = (0..columns)
            .map(|column| self.rows.iter().map(|row| width(&cell(row, column))).max().unwrap_or(0))
            .collect();
        let mut out = String::new();
        for row in &self.rows {
            let mut line = " ".repeat(indent);
            for (column, cells) in widths.iter().enumerate() {
                let to_right = self.right.get(column).copied().unwrap_or(false);
                let text = cell(row, column);
                line.push_str(&if to_right { right(&text, *cells) } else { left(&text, *cells) });
                line.push_str("  ");
            }
            // Writing to a String cannot fail.
            let _ = writeln!(out, "{}", line.trim_end());
        }
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers() {
        assert_eq!([grouped(0), grouped(1234), grouped(-1_234_567)], ["0", "1,234", "-1,234,567"]);
        assert_eq!([signed(0), signed(120), signed(-47)], ["±0", "+120", "-47"]);
    }

    #[test]
    fn tables_are_aligned_by_cells() {
        let mut table = Table::new(2, &[1]);
        table.row(["給管".to_owned(), "1".to_owned()]);
        table.row(["a".to_owned(), "1,234".to_owned()]);
        assert_eq!(table.render(2), "  給管      1\n  a     1,234\n");
    }
}
