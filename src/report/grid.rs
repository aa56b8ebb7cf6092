//! A form of boxes as on paper, drawn with ASCII rules. Every cell is cut at its width, so that no text tears the form.

use super::layout::{display, width};
use crate::i18n::width::{fit, fit_right};

/// A box of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    width: usize,
    lines: Vec<String>,
    is_right: bool,
}

impl Cell {
    /// A box so many cells of the screen wide.
    pub fn new(width: usize, lines: impl IntoIterator<Item = String>) -> Self {
        let lines = lines.into_iter().map(|line| display(&line)).collect();
        Self { width, lines, is_right: false }
    }

    /// The same with its text on the right.
    pub fn to_right(self) -> Self {
        Self { is_right: true, ..self }
    }

    fn line(&self, index: usize) -> String {
        let text = self.lines.get(index).map(String::as_str).unwrap_or_default();
        if self.is_right { fit_right(text, self.width) } else { fit(text, self.width) }
    }
}

/// Rows of boxes as lines, with a rule around each row. Rows may be divided in different ways.
pub fn lines(rows: &[Vec<Cell>]) -> Vec<String> {
    let mut out = Vec::new();
    let mut above: &[Cell] = &[];
    for row in rows {
        out.push(rule(above, row));
        let height = row.iter().map(|cell| cell.lines.len()).max().unwrap_or(0);
        for index in 0..height {
            let cells: Vec<String> = row.iter().map(|cell| cell.line(index)).collect();
            out.push(format!("|{}|", cells.join("|")));
        }
        above = row;
    }
    out.push(rule(above, &[]));
    out
}

/// The rule between two rows, with a cross where either of them is divided.
fn rule(above: &[Cell], below: &[Cell]) -> String {
    let crosses: Vec<usize> = [above, below].into_iter().flat_map(divisions).collect();
    let last = crosses.iter().copied().max().unwrap_or(0);
    (0..=last).map(|column| if crosses.contains(&column) { '+' } else { '-' }).collect()
}

/// Columns in which the borders of a row stand.
fn divisions(row: &[Cell]) -> Vec<usize> {
    let ends = row.iter().scan(0, |at, cell| {
        *at += cell.width + width("|");
        Some(*at)
    });
    std::iter::once(0).chain(ends).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(width: usize, text: &str) -> Cell {
        Cell::new(width, text.split('/').map(str::to_owned))
    }

    #[test]
    fn rows_may_be_divided_differently() {
        let rows =
            [vec![cell(6, "給管/a"), cell(4, "1")], vec![cell(3, "b"), cell(7, "とても長い名前").to_right()]];
        let expected = [
            "+------+----+",
            "|給管  |1   |",
            "|a     |    |",
            "+---+--+----+",
            "|b  | とて..|",
            "+---+-------+",
        ];
        assert_eq!(lines(&rows), expected);
    }

    #[test]
    fn text_from_files_cannot_break_a_box() {
        let rows = [vec![cell(6, "ﾐﾎﾝ\n\u{1b}")]];
        assert_eq!(lines(&rows), ["+------+", "|ミホ..|", "+------+"]);
    }
}
