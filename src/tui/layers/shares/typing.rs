//! What the window of 割振 holds: rows inside the limit, what was typed for them, what is left to share out.

use crate::app::decide::plain;
use crate::benefit::allot::{AllotRow, Limits, RowKey, Share, category_excess, kind_excess, limit_kind};
use crate::benefit::money::Units;
use crate::domain::ids::ServiceKind;
use tui_input::{Input, InputRequest};

/// Most digits of a number of units.
const DIGITS: usize = 8;

/// A column of shares.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// 種類支給限度基準を超える単位数.
    Kind,
    /// 区分支給限度基準を超える単位数.
    Category,
}

/// A field to type in.
pub(super) struct ShareField {
    /// The row.
    pub(super) row: usize,
    /// The column.
    pub(super) column: Column,
    /// What stands in it.
    pub(super) input: Input,
}

impl ShareField {
    /// The units in it; `None` when they cannot be read.
    pub(super) fn units(&self) -> Option<Units> {
        units(self.input.value())
    }
}

/// What is over a limit, and how much of it nobody bears yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Remainder {
    /// The kind of a 種類支給限度; `None` for 区分支給限度.
    pub(super) kind: Option<ServiceKind>,
    /// The limit.
    pub(super) limit: Units,
    /// Units over it.
    pub(super) over: Units,
    /// 割振残; negative when too many were shared out.
    pub(super) left: Units,
}

/// Rows, fields and the field that is typed in.
pub(super) struct Typing {
    rows: Vec<AllotRow>,
    limits: Limits,
    fields: Vec<ShareField>,
    at: usize,
    /// Whether nothing was typed since the field was entered: the first digit then begins a new number.
    is_fresh: bool,
}

impl Typing {
    /// Fields for rows, filled in with shares in their order. A row has a field for a limit that is known only.
    pub(super) fn new(rows: Vec<AllotRow>, limits: Limits, shares: &[Share]) -> Self {
        let mut typing = Self { rows, limits, fields: Vec::new(), at: 0, is_fresh: true };
        for (row, own) in typing.rows.iter().enumerate() {
            let mut add = |column| typing.fields.push(ShareField { row, column, input: Input::default() });
            if limit_of(&typing.limits, own).is_some() {
                add(Column::Kind);
            }
            if typing.limits.category.is_some() {
                add(Column::Category);
            }
        }
        typing.fill(shares);
        typing
    }

    pub(super) fn rows(&self) -> &[AllotRow] {
        &self.rows
    }

    /// The field of a row and column; `None` when there is no such limit.
    pub(super) fn field(&self, row: usize, column: Column) -> Option<&ShareField> {
        self.fields.iter().find(|field| (field.row, field.column) == (row, column))
    }

    /// The row and column that are typed in.
    pub(super) fn place(&self) -> Option<(usize, Column)> {
        self.fields.get(self.at).map(|field| (field.row, field.column))
    }

    /// Types into the field.
    pub(super) fn edit(&mut self, request: InputRequest) {
        let Some(field) = self.fields.get_mut(self.at) else { return };
        if let InputRequest::InsertChar(_) = request {
            if self.is_fresh {
                field.input.reset();
            }
            if field.input.value().chars().count() >= DIGITS {
                return;
            }
        }
        self.is_fresh = false;
        field.input.handle(request);
    }

    fn enter(&mut self, at: usize) {
        self.at = at.min(self.fields.len().saturating_sub(1));
        self.is_fresh = true;
    }

    /// To the next field (the one before), around the end.
    pub(super) fn step(&mut self, is_forward: bool) {
        let last = self.fields.len().saturating_sub(1);
        let before = self.at.checked_sub(1).unwrap_or(last);
        self.enter(if is_forward { (self.at + 1).checked_rem(last + 1).unwrap_or(0) } else { before });
    }

    /// So many rows down (up), in the same column where the row has it.
    pub(super) fn go(&mut self, rows: usize, is_down: bool) {
        let Some((row, column)) = self.place() else { return };
        let last = self.rows.len().saturating_sub(1);
        let row = if is_down { (row + rows).min(last) } else { row.saturating_sub(rows) };
        let of_row = |column: Option<Column>| {
            let fits =
                |field: &ShareField| field.row == row && column.is_none_or(|column| field.column == column);
            self.fields.iter().position(fits)
        };
        if let Some(at) = of_row(Some(column)).or_else(|| of_row(None)) {
            self.enter(at);
        }
    }

    /// To the field of a row and column, where there is one.
    pub(super) fn select(&mut self, row: usize, column: Column) {
        let wanted = |field: &ShareField| (field.row, field.column) == (row, column);
        if let Some(at) = self.fields.iter().position(wanted) {
            self.enter(at);
        }
    }

    /// Fills in shares in the order of the rows.
    pub(super) fn fill(&mut self, shares: &[Share]) {
        for field in &mut self.fields {
            let share = shares.get(field.row).copied().unwrap_or_default();
            field.input = Input::new(written(match field.column {
                Column::Kind => share.kind_over,
                Column::Category => share.category_over,
            }));
        }
        self.is_fresh = true;
    }

    /// Gives everything that is left over the limits to the row that is typed in, as far as it can bear it; takes from it
    /// what is too much.
    pub(super) fn hand_rest(&mut self) {
        let Some((at, _)) = self.place() else { return };
        let Some(row) = self.rows.get(at).copied() else { return };
        for column in [Column::Kind, Column::Category] {
            let kind = (column == Column::Kind).then(|| limit_kind(row.key.code.kind()));
            let left = self.remainders().iter().find(|left| left.kind == kind).map_or(0, |left| left.left);
            let own = self.share(at);
            let (now, other) = match column {
                Column::Kind => (own.kind_over, own.category_over),
                Column::Category => (own.category_over, own.kind_over),
            };
            let most = (row.managed - other).max(0);
            let wanted = now.saturating_add(left).clamp(0, most);
            let field = self.fields.iter_mut().find(|field| (field.row, field.column) == (at, column));
            if let Some(field) = field {
                field.input = Input::new(written(wanted));
            }
        }
        self.is_fresh = true;
    }

    /// The share of a row; what cannot be read counts as 0.
    pub(super) fn share(&self, row: usize) -> Share {
        let units = |column| self.field(row, column).and_then(ShareField::units);
        Share {
            kind_over: units(Column::Kind).unwrap_or_default(),
            category_over: units(Column::Category).unwrap_or_default(),
        }
    }

    /// Units of a row that stay inside the limits; negative when it bears more than it has.
    pub(super) fn within(&self, row: usize) -> Units {
        let managed = self.rows.get(row).map_or(0, |row| row.managed);
        managed.saturating_sub(self.share(row).total())
    }

    /// Whether a row bears more than it has.
    pub(super) fn is_too_much(&self, row: usize) -> bool {
        let most = self.rows.get(row).map_or(0, |row| row.managed.max(0));
        self.share(row).total() > most
    }

    /// What is over each limit and left of it, kinds first. Kinds of which there is no row are left out.
    pub(super) fn remainders(&self) -> Vec<Remainder> {
        let shares: Vec<Share> = (0..self.rows.len()).map(|row| self.share(row)).collect();
        let excess = kind_excess(&self.rows, &self.limits);
        let mut out = Vec::new();
        for (kind, limit) in &self.limits.kinds {
            let kind = limit_kind(*kind);
            let own =
                self.rows.iter().zip(&shares).filter(|(row, _)| limit_kind(row.key.code.kind()) == kind);
            let own: Vec<Units> = own.map(|(_, share)| share.kind_over).collect();
            if own.is_empty() {
                continue;
            }
            let over = excess.iter().find(|(of, _)| *of == kind).map_or(0, |(_, units)| *units);
            let left = over - own.iter().sum::<Units>();
            out.push(Remainder { kind: Some(kind), limit: *limit, over, left });
        }
        if let Some(limit) = self.limits.category {
            let over = category_excess(&self.rows, &self.limits);
            let left = over - shares.iter().map(|share| share.category_over).sum::<Units>();
            out.push(Remainder { kind: None, limit, over, left });
        }
        out
    }

    /// The shares of the rows that bear any; `None` when a field cannot be read, which then is typed in.
    pub(super) fn shares(&mut self) -> Option<Vec<(RowKey, Share)>> {
        let unreadable = self.fields.iter().position(|field| field.units().is_none());
        if let Some(at) = unreadable {
            self.enter(at);
            return None;
        }
        let own = self.rows.iter().enumerate().map(|(at, row)| (row.key, self.share(at)));
        Some(own.filter(|(_, share)| *share != Share::default()).collect())
    }
}

fn limit_of(limits: &Limits, row: &AllotRow) -> Option<Units> {
    let kind = limit_kind(row.key.code.kind());
    limits.kinds.iter().find(|(of, _)| limit_kind(*of) == kind).map(|(_, units)| *units)
}

/// Units as a field shows them: 0 is left empty.
fn written(units: Units) -> String {
    if units == 0 { String::new() } else { units.to_string() }
}

/// Units as people type them; an empty field is 0.
fn units(text: &str) -> Option<Units> {
    let digits = plain(text).replace(',', "");
    if digits.is_empty() {
        return Some(0);
    }
    let is_number = digits.len() <= DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| digits.parse().ok()).flatten()
}

/// Whether a letter can be part of a number.
pub(super) fn is_digit(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || matches!(c, ',' | '，')
}
