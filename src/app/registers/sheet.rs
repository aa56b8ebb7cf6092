//! Takes the rows of a file into a register.

use super::cell::{CellFault, Expected};
use super::{Heads, Outcome, set_all};
use crate::app::decisions::Decisions;
use crate::domain::event::Draft;
use crate::format::registers::Sheet;

/// What becomes of the rows of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakenSheet {
    /// The event; `None` when nothing would change.
    pub draft: Option<Draft>,
    /// How many rows became what; the parts add up to the rows of the file.
    pub counts: RowCounts,
    /// Why rows are not taken, ordered by line.
    pub refused: Vec<RowFault>,
    /// What looks wrong in rows that are taken, ordered by line.
    pub doubts: Vec<RowFault>,
}

/// Numbers of rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// That were not there.
    pub new: usize,
    /// That were there with other cells.
    pub changed: usize,
    /// That were there already.
    pub same: usize,
    /// That are not taken.
    pub refused: usize,
}

/// Something wrong in a row of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowFault {
    /// Physical line, from 1.
    pub line: u64,
    /// Where in the line the column stands, from 1; `None` when it does not stand in the file.
    pub place: Option<usize>,
    /// What.
    pub fault: CellFault,
}

/// Takes every row that can stand in the register. Columns that the file does not have, and rows of the register that
/// the file does not have, stay as they are.
pub fn take_sheet(decisions: &Decisions, heads: &Heads, sheet: &Sheet) -> TakenSheet {
    let mut refused = Vec::new();
    let (mut lines, mut rows) = (Vec::new(), Vec::new());
    for row in &sheet.rows {
        let broken = || CellFault::new("", "", Expected::new("cell-broken"));
        let cells = if row.is_broken { Err(broken()) } else { heads.cells(&row.cells) };
        match cells {
            Ok(cells) => {
                lines.push(row.line);
                rows.push(cells);
            }
            Err(fault) => refused.push(RowFault { line: row.line, place: None, fault }),
        }
    }
    let mut counts = RowCounts { refused: refused.len(), ..RowCounts::default() };
    let placed = |line: u64, fault: CellFault| RowFault { line, place: heads.place(&fault.column), fault };
    let mut doubts = Vec::new();
    let batch = set_all(decisions, heads.register, &rows);
    for ((line, cells), outcome) in lines.into_iter().zip(&rows).zip(batch.outcomes) {
        match outcome {
            Outcome::New => counts.new += 1,
            Outcome::Changed => counts.changed += 1,
            Outcome::Same => counts.same += 1,
            Outcome::Refused(faults) => {
                counts.refused += 1;
                refused.extend(faults.into_iter().map(|fault| placed(line, fault)));
                continue;
            }
        }
        doubts.extend(heads.register.doubts(cells).into_iter().map(|fault| placed(line, fault)));
    }
    refused.sort_by_key(|fault| fault.line);
    TakenSheet { draft: batch.draft, counts, refused, doubts }
}
