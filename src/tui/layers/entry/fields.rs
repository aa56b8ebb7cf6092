//! The fields of the form for a row of a register.

use crate::app::decide::plain;
use crate::app::decisions::Cells;
use crate::app::registers::{Column, Register, Sort};
use crate::domain::month::ServiceMonth;
use crate::i18n::width::display;
use crate::report::register_words::{choices, hint};
use crate::report::registers::column_title;
use crate::tui::env::Ctx;
use tui_input::Input;

/// A field: a column of the register.
pub(super) struct CellField {
    pub(super) column: &'static Column,
    /// Title of the column; columns that have to be given carry a mark.
    pub(super) label: String,
    /// What can stand there, in a few words.
    pub(super) hint: String,
    pub(super) input: Input,
    /// It is part of the key of a row that is there already.
    pub(super) is_locked: bool,
}

/// One field a column.
pub(super) fn fields_of(
    ctx: Ctx<'_>,
    register: &'static Register,
    is_known: bool,
    cells: &Cells,
) -> Vec<CellField> {
    let texts = &ctx.env.texts;
    let of_column = |(at, column): (usize, &'static Column)| {
        let is_key = at < register.keys.len();
        let is_needed = is_key || register.needs.contains(&column.name);
        let mark = if is_needed { "*" } else { "" };
        CellField {
            column,
            label: format!("{}{mark}", column_title(texts, register.name, column.name)),
            hint: hint(texts, register, column),
            input: Input::new(cells.get(column.name).cloned().unwrap_or_default()),
            is_locked: is_known && is_key,
        }
    };
    register.all_columns().enumerate().map(of_column).collect()
}

impl CellField {
    /// Whether nothing else can stand there than what is listed.
    pub(super) fn has_fixed_choice(&self) -> bool {
        matches!(self.column.sort, Sort::Flag | Sort::Choice(_) | Sort::Check | Sort::Fee(_) | Sort::List(_))
    }

    /// What can be chosen: the text and what is shown of it.
    pub(super) fn offered(&self, ctx: Ctx<'_>, register: &Register, cells: &Cells) -> Vec<(String, String)> {
        if (register.name, self.column.name) == ("clients", "manager") {
            return managers(ctx);
        }
        // Additions are those of the month that the row is about.
        let key = register.keys.iter().find(|column| column.sort == Sort::Month);
        let typed = key.and_then(|column| cells.get(column.name)).and_then(|text| ServiceMonth::parse(text));
        let month = typed.or(Some(ctx.review.month.month));
        choices(&ctx.env.texts, register.name, self.column, month)
    }

    /// The content with what was chosen: one more of a list, else in place of what stood there.
    pub(super) fn with(&self, chosen: &str) -> String {
        let known = self.input.value().trim();
        match self.column.sort {
            Sort::List(_) if !known.is_empty() => {
                if known.split([';', '；']).any(|name| name.trim() == chosen) {
                    return known.to_owned();
                }
                format!("{};{chosen}", known.trim_end_matches([';', '；']))
            }
            _ => chosen.to_owned(),
        }
    }
}

/// The names of the register and of the month, each once.
fn managers(ctx: Ctx<'_>) -> Vec<(String, String)> {
    let entered = ctx.review.registers.managers(ctx.review.month.month).map(|manager| manager.name.clone());
    let of_month = ctx.review.managers.iter().map(|manager| manager.name.clone());
    let mut names: Vec<(String, String)> = Vec::new();
    for name in entered.chain(of_month).filter(|name| !name.is_empty()) {
        if !names.iter().any(|(known, _)| plain(known) == plain(&name)) {
            let shown = display(&name);
            names.push((name, shown));
        }
    }
    names
}
