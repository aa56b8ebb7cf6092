//! Changes of a register, made into events: one row, or many at once.

use super::Register;
use super::cell::{CellFault, Expected};
use crate::app::decisions::{Cells, Decisions};
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Draft};
use rustc_hash::FxHashMap;
use thiserror::Error;

/// Why a register is not changed.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum RegisterRefusal {
    /// Cells that cannot stand there.
    #[error("{} cells cannot be read", .0.len())]
    Cells(Vec<CellFault>),
    /// There is no row of this key.
    #[error("no row {0:?}")]
    NoRow(Vec<String>),
    /// It would change nothing.
    #[error("nothing to change")]
    Nothing,
}

/// What becomes of one of many rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// It was not there.
    New,
    /// It was there with other cells.
    Changed,
    /// It was there already.
    Same,
    /// It is not taken.
    Refused(Vec<CellFault>),
}

/// Many rows as one event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// The event; `None` when nothing would change.
    pub draft: Option<Draft>,
    /// What becomes of each row, in the order in which they were given.
    pub outcomes: Vec<Outcome>,
}

/// Enters or changes a row: the columns that are given, an empty text empties one; the others stay as they are.
///
/// # Errors
/// See [`RegisterRefusal`].
pub fn set(decisions: &Decisions, register: &Register, cells: &Cells) -> Result<Draft, RegisterRefusal> {
    let (subject, value) =
        register.entry(&with_present(decisions, register, cells)).map_err(RegisterRefusal::Cells)?;
    let change = decisions.change(subject, Some(value)).ok_or(RegisterRefusal::Nothing)?;
    Ok(draft(vec![change]))
}

/// Takes a row out; `cells` are its key columns.
///
/// # Errors
/// See [`RegisterRefusal`].
pub fn remove(decisions: &Decisions, register: &Register, cells: &Cells) -> Result<Draft, RegisterRefusal> {
    let others: Vec<CellFault> = cells
        .iter()
        .filter(|(name, _)| !register.is_key(name))
        .map(|(name, text)| {
            let keys: Vec<&str> = register.keys.iter().map(|column| column.name).collect();
            CellFault::new(name, text, Expected::of("cell-column", keys.join(", ")))
        })
        .collect();
    if !others.is_empty() {
        return Err(RegisterRefusal::Cells(others));
    }
    // A row that cannot be read any more can be taken out by what stands there.
    let typed: Vec<String> = register
        .keys
        .iter()
        .filter_map(|column| cells.get(column.name))
        .map(|text| text.trim().to_owned())
        .collect();
    let key = if decisions.entries(register.name).contains_key(&typed) {
        typed
    } else {
        register.key(cells).map_err(RegisterRefusal::Cells)?
    };
    let subject = Subject::Entry { register: register.name.to_owned(), key: key.clone() };
    let change = decisions.change(subject, None).ok_or(RegisterRefusal::NoRow(key))?;
    Ok(draft(vec![change]))
}

/// Enters or changes many rows like [`set`]. Rows that are not taken do not keep the others from being taken; of two
/// different rows of one key the first is taken.
pub fn set_all(decisions: &Decisions, register: &Register, rows: &[Cells]) -> Batch {
    let mut changes: Vec<Change> = Vec::new();
    let mut seen = FxHashMap::<Subject, Value>::default();
    let mut outcomes = Vec::with_capacity(rows.len());
    for cells in rows {
        let (subject, value) = match register.entry(&with_present(decisions, register, cells)) {
            Ok(entry) => entry,
            Err(faults) => {
                outcomes.push(Outcome::Refused(faults));
                continue;
            }
        };
        outcomes.push(match seen.get(&subject) {
            Some(other) if *other == value => Outcome::Same,
            Some(_) => Outcome::Refused(vec![repeated(register, &subject)]),
            None => {
                seen.insert(subject.clone(), value.clone());
                let change = decisions.change(subject, Some(value));
                let outcome = match &change {
                    Some(change) if change.before.is_some() => Outcome::Changed,
                    Some(_) => Outcome::New,
                    None => Outcome::Same,
                };
                changes.extend(change);
                outcome
            }
        });
    }
    Batch { draft: (!changes.is_empty()).then(|| draft(changes)), outcomes }
}

/// What stands in the row already, with what is given over it.
fn with_present(decisions: &Decisions, register: &Register, given: &Cells) -> Cells {
    let key = register.key(given).ok();
    let present = key.and_then(|key| decisions.entries(register.name).get(&key));
    let mut cells = present.cloned().unwrap_or_default();
    cells.extend(given.clone());
    cells
}

fn repeated(register: &Register, subject: &Subject) -> CellFault {
    let key = match subject {
        Subject::Entry { key, .. } => key.join(" "),
        _ => String::new(),
    };
    let column = register.keys.first().map(|column| column.name).unwrap_or_default();
    CellFault::new(column, &key, Expected::new("cell-once"))
}

fn draft(changes: Vec<Change>) -> Draft {
    Draft { month: None, deed: Deed::Register, changes, reason: String::new() }
}
