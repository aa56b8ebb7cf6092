//! The rows of the register that is looked at.

use crate::app::decisions::Cells;
use crate::app::registers::{Register, Sort, Standing, register};
use crate::domain::ids::ClientKey;
use crate::i18n::width::{display, width};
use crate::report::masters::{row_words, titles};
use crate::report::register_words::{cell_in_short, client_of};
use crate::report::registers::column_title;
use crate::store::{MASTERS, registered_masters};
use crate::tui::env::Ctx;
use crate::tui::layers::chooser::{Choice, Entry};
use crate::tui::parts::table::Column;

/// Cells left of the first column and at the right edge of a table.
const EDGES: u16 = 4;

/// A row.
#[derive(Clone, Debug, Default)]
pub(super) struct Line {
    /// Texts of the key columns.
    pub(super) key: Vec<String>,
    /// Texts of all columns as the journal has them.
    pub(super) texts: Vec<String>,
    /// Whether it counts in the month.
    pub(super) standing: Option<Standing>,
    /// Whether it cannot be read any more.
    pub(super) is_unreadable: bool,
}

/// The rows of a register, in the order of their keys.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    /// Name of the register.
    pub(super) name: &'static str,
    pub(super) rows: Vec<Line>,
    /// Columns of the table.
    columns: Vec<Column>,
}

impl Content {
    /// The rows of a register.
    pub(super) fn of(ctx: Ctx<'_>, name: &'static str) -> Self {
        match register(name) {
            Some(register) => Self::of_register(ctx, register),
            None => Self::of_masters(ctx),
        }
    }

    fn of_register(ctx: Ctx<'_>, register: &'static Register) -> Self {
        let texts = register.rows(&ctx.review.decisions);
        let standings = register.standings(&texts, ctx.review.month.month);
        let unreadable: Vec<&[String]> = ctx
            .review
            .registers
            .unreadable()
            .iter()
            .filter(|row| row.register == register.name)
            .map(|row| row.key.as_slice())
            .collect();
        let line = |(texts, standing): (Vec<String>, Standing)| {
            let key: Vec<String> = texts.iter().take(register.keys.len()).cloned().collect();
            let is_unreadable = unreadable.contains(&key.as_slice());
            Line { key, texts, standing: Some(standing), is_unreadable }
        };
        let rows = texts.into_iter().zip(standings).map(line).collect();
        Self { name: register.name, rows, columns: columns(ctx, register) }
    }

    fn of_masters(ctx: Ctx<'_>) -> Self {
        let texts = &ctx.env.texts;
        let masters = registered_masters(ctx.review.decisions.entries(MASTERS));
        let line = |shown: [String; 9], hash: String| Line {
            key: vec![hash],
            texts: shown.to_vec(),
            ..Line::default()
        };
        let rows = masters.iter().rev().map(|master| line(row_words(texts, master), master.hash.clone()));
        let widths = [8, 24, 14, 6, 6, 7, 7, 14, 6];
        let columns = titles(texts).into_iter().zip(widths).zip(0..);
        Self {
            name: MASTERS,
            rows: rows.collect(),
            columns: columns.map(|((title, cells), rank)| Column::new(title, cells, rank)).collect(),
        }
    }

    /// The columns that are shown from the first one after the one that stays.
    pub(super) fn shown_columns(&self, first: usize) -> impl Iterator<Item = (usize, &Column)> {
        let is_shown = move |at: &usize| *at == 0 || *at > first;
        self.columns.iter().enumerate().filter(move |(at, _)| is_shown(at))
    }

    /// How far the columns can be moved until the last one is seen.
    pub(super) fn last_first(&self, cells: u16) -> usize {
        let stays = self.columns.first().map_or(0, |column| column.width + 1);
        let mut room = cells.saturating_sub(EDGES + stays);
        let mut seen = 0;
        for column in self.columns.iter().skip(1).rev() {
            let Some(left) = room.checked_sub(column.width) else { break };
            room = left.saturating_sub(1);
            seen += 1;
        }
        self.columns.len().saturating_sub(1).saturating_sub(seen.max(1))
    }

    /// Number of columns.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    /// Texts of all columns of a row as the table shows them; with the name of the client before them, where there is one.
    pub(super) fn shown(&self, ctx: Ctx<'_>, row: usize) -> Vec<String> {
        let Some(line) = self.rows.get(row) else { return Vec::new() };
        register(self.name).map_or_else(|| line.texts.clone(), |register| shown(ctx, register, &line.texts))
    }

    /// Texts of the columns of a row, by name.
    pub(super) fn cells_of(&self, register: &'static Register, row: usize) -> Option<Cells> {
        let texts = &self.rows.get(row)?.texts;
        let named = register.all_columns().zip(texts);
        Some(named.map(|(column, text)| (column.name.to_owned(), text.clone())).collect())
    }

    /// The same in the order of the columns.
    pub(super) fn named(&self, row: usize) -> Vec<(&'static str, String)> {
        let (Some(register), Some(line)) = (register(self.name), self.rows.get(row)) else {
            return Vec::new();
        };
        register.all_columns().map(|column| column.name).zip(line.texts.iter().cloned()).collect()
    }

    /// Whose row it is.
    pub(super) fn client(&self, row: usize) -> Option<ClientKey> {
        client_of(&self.named(row))
    }

    /// The rows, to be searched: everything that the table shows, and how the client's name is read.
    pub(super) fn entries(&self, ctx: Ctx<'_>) -> Vec<Entry> {
        let entry = |at: usize| {
            let shown = self.shown(ctx, at);
            let kana = self.client(at).and_then(|client| ctx.review.month.profile(client));
            let kana = kana.map(|profile| display(&profile.kana)).unwrap_or_default();
            let texts = shown.iter().map(String::as_str).chain([kana.as_str()]);
            let label = texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" ");
            Entry::new(label, "", Choice::Row(at))
        };
        (0..self.rows.len()).map(entry).collect()
    }
}

/// Whether the rows of a register belong to clients, whose names then stand before the columns.
fn has_clients(register: &Register) -> bool {
    register.keys.iter().any(|column| column.sort == Sort::Insured)
}

fn shown(ctx: Ctx<'_>, register: &'static Register, texts: &[String]) -> Vec<String> {
    let named: Vec<(&'static str, String)> = if has_clients(register) {
        register.keys.iter().map(|column| column.name).zip(texts.iter().cloned()).collect()
    } else {
        Vec::new()
    };
    let client = client_of(&named).filter(|client| ctx.review.month.position(*client).is_some());
    let name = client.map_or_else(|| "-".to_owned(), |client| ctx.words().client_name(client));
    let cells = register.all_columns().zip(texts);
    let cells = cells.map(|(column, text)| cell_in_short(&ctx.env.texts, register.name, Some(column), text));
    has_clients(register).then_some(name).into_iter().chain(cells).collect()
}

fn columns(ctx: Ctx<'_>, register: &'static Register) -> Vec<Column> {
    let texts = &ctx.env.texts;
    let name = has_clients(register).then(|| (texts.get("column-name"), 14));
    let own = register.all_columns().map(|column| {
        let title = column_title(texts, register.name, column.name);
        (title, cells_of(ctx, register, column.sort, column.name))
    });
    let all = name.into_iter().chain(own).zip(0..);
    all.map(|((title, cells), rank)| Column::new(title, cells, rank)).collect()
}

/// Cells that a column needs for what usually stands in it.
fn cells_of(ctx: Ctx<'_>, register: &Register, sort: Sort, name: &str) -> u16 {
    match sort {
        Sort::Text => 14,
        Sort::Office | Sort::Insured | Sort::Owner | Sort::Date => 10,
        Sort::Insurer => 6,
        Sort::Month => 7,
        Sort::Kind | Sort::Count => 2,
        Sort::Tenths { .. } | Sort::Price => 5,
        Sort::Percent => 3,
        Sort::Digits(width) => u16::try_from(width).unwrap_or(8),
        Sort::Fee(_) | Sort::List(_) | Sort::Check => 24,
        Sort::Whom => 16,
        Sort::Flag | Sort::Choice(_) => {
            let column = register.column(name);
            let codes = match sort {
                Sort::Choice(codes) => codes,
                _ => &["1", "0"],
            };
            let words = codes.iter().map(|code| cell_in_short(&ctx.env.texts, register.name, column, code));
            u16::try_from(words.map(|words| width(&words)).max().unwrap_or(0)).unwrap_or(8)
        }
    }
}
