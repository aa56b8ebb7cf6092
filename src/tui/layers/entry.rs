//! A row of a register: one field a column, with what can stand in it.

mod drawing;
mod fields;
#[cfg(test)]
mod tests;

use super::chooser::{Choice, Chooser, Entry};
use super::{Do, Layer, LayerCtx};
use crate::app::decisions::Cells;
use crate::app::registers::{Register, RegisterRefusal, set};
use crate::i18n::Arg;
use crate::i18n::width::{display, wrap};
use crate::report::register_words::{client_of, column_use};
use crate::report::registers::{column_title, fault_sentence, register_title};
use crate::tui::action::{Action, Scope};
use crate::tui::env::{Ctx, Env};
use crate::tui::key::Key;
use crate::tui::parts::field;
use crate::tui::parts::list::ListState;
use crate::tui::theme::Role;
use fields::{CellField, fields_of};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;
use std::path::PathBuf;
use tui_input::Input;

/// What a form for a row is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Opened {
    /// A new row.
    New,
    /// A new row like another one.
    Copy,
    /// A row that is there already, so that its key stays.
    Known,
}

/// What the form begins with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryStart {
    /// The register.
    pub register: &'static Register,
    /// A new row or a known one.
    pub opened: Opened,
    /// Texts of columns.
    pub cells: Cells,
}

/// What can be done with a register.
pub enum Entering {
    /// Open the form for a row.
    Edit(Box<EntryStart>),
    /// Enter a row; the form stays open until it is taken.
    Enter(&'static Register, Cells),
    /// Take a row out, after one more question; its key.
    Remove(&'static Register, Vec<String>),
    /// Take the rows of a file in.
    Import(&'static Register, PathBuf),
    /// Write the register as a file.
    Export(&'static Register),
}

/// The window.
pub struct EntryForm {
    register: &'static Register,
    /// Whether a row is changed, so that its key stays.
    is_known: bool,
    title: String,
    /// What the form is about.
    about: Vec<String>,
    fields: Vec<CellField>,
    list: ListState,
    /// Fields of a page.
    page: usize,
    /// What is wrong, by column; what belongs to no column stands under an empty name.
    faults: BTreeMap<String, String>,
    /// `about` as lines.
    above: Vec<String>,
    /// What is said of the field that is typed in.
    below: Vec<(String, Role)>,
}

impl EntryForm {
    /// A form, filled in as far as it is known.
    pub fn new(ctx: Ctx<'_>, start: &EntryStart) -> Self {
        let EntryStart { register, opened, cells } = start;
        let is_known = *opened == Opened::Known;
        let env = ctx.env;
        let fields = fields_of(ctx, register, is_known, cells);
        let title = format!(
            "{}  {}",
            register_title(&env.texts, register.name),
            env.text(if is_known { "registers-edit" } else { "registers-new" })
        );
        let mut form = Self {
            register,
            is_known,
            title,
            about: about(ctx, start),
            fields,
            list: ListState::default(),
            page: 1,
            faults: BTreeMap::new(),
            above: Vec::new(),
            below: Vec::new(),
        };
        // A copy differs in its key, mostly in the month; of a new row what is filled in needs no typing.
        let first_empty = form.fields.iter().position(|field| field.input.value().is_empty());
        form.list.select(match opened {
            Opened::Known => register.keys.len(),
            Opened::Copy => register.keys.len().saturating_sub(1),
            Opened::New => first_empty.unwrap_or(0),
        });
        form
    }

    fn current(&self) -> Option<&CellField> {
        self.fields.get(self.list.cursor)
    }

    fn current_mut(&mut self) -> Option<&mut CellField> {
        self.fields.get_mut(self.list.cursor)
    }

    /// The next field (the one before) that can be typed in, around the end.
    fn after(&self, at: usize, is_forward: bool) -> usize {
        let open = |at: &usize| self.fields.get(*at).is_some_and(|field| !field.is_locked);
        let found = if is_forward {
            (at + 1..self.fields.len()).chain(0..=at).find(open)
        } else {
            (0..at).rev().chain((at..self.fields.len()).rev()).find(open)
        };
        found.unwrap_or(0)
    }

    /// So many fields down (up), as far as there are any.
    fn go(&mut self, rows: usize, is_down: bool) {
        let (at, last) = (self.list.cursor, self.fields.len().saturating_sub(1));
        let wanted = if is_down { (at + rows).min(last) } else { at.saturating_sub(rows) };
        let open = |at: &usize| self.fields.get(*at).is_some_and(|field| !field.is_locked);
        let near = if is_down { (at + 1..=wanted).rev().find(open) } else { (wanted..at).find(open) };
        self.list.select(near.unwrap_or(at));
    }

    fn step(&mut self, is_forward: bool) {
        self.list.select(self.after(self.list.cursor, is_forward));
    }

    /// What stands in the fields.
    fn cells(&self) -> Cells {
        let cell = |field: &CellField| (field.column.name.to_owned(), field.input.value().trim().to_owned());
        self.fields.iter().map(cell).collect()
    }

    /// Enters the row, or says beside the fields why not; what was typed stays.
    fn accept(&mut self, ctx: LayerCtx<'_>) -> Vec<Do> {
        let Some(review) = ctx.review else { return vec![Do::Close] };
        let cells = self.cells();
        let texts = &ctx.env.texts;
        self.faults.clear();
        match set(&review.decisions, self.register, &cells) {
            Err(RegisterRefusal::Nothing) if self.is_known => {
                return vec![Do::Close, Do::Say(texts.get("refusal-nothing"))];
            }
            // A new row must not write over another one unseen.
            Err(RegisterRefusal::Nothing) => self.refuse_known(ctx.env),
            Ok(draft) if !self.is_known && draft.changes.iter().any(|change| change.before.is_some()) => {
                self.refuse_known(ctx.env);
            }
            Ok(_) => return vec![Do::Register(Entering::Enter(self.register, cells))],
            Err(RegisterRefusal::Cells(faults)) => {
                for fault in &faults {
                    let known = self.fields.iter().any(|field| field.column.name == fault.column);
                    let column = if known { fault.column.clone() } else { String::new() };
                    let sentence = fault_sentence(texts, self.register, fault);
                    self.faults.entry(column).or_insert(sentence);
                }
            }
            Err(RegisterRefusal::NoRow(_)) => {}
        }
        let has_fault = |field: &CellField| !field.is_locked && self.faults.contains_key(field.column.name);
        if let Some(at) = self.fields.iter().position(has_fault) {
            self.list.select(at);
        }
        Vec::new()
    }

    fn refuse_known(&mut self, env: &Env) {
        let key = self.register.keys.first().map(|column| column.name).unwrap_or_default();
        self.faults.insert(key.to_owned(), env.text("registers-known"));
    }

    /// What can stand in the field, to choose from.
    fn choose(&self, ctx: LayerCtx<'_>) -> Vec<Do> {
        let Some(review) = ctx.review else { return Vec::new() };
        let Some(field) = self.current() else { return Vec::new() };
        let offered = field.offered(Ctx { env: ctx.env, review }, self.register, &self.cells());
        if offered.is_empty() {
            return vec![Do::Say(ctx.env.text("registers-no-choice"))];
        }
        let entry = |(text, words): (String, String)| Entry::new(words, "", Choice::Fill(text));
        let entries = offered.into_iter().map(entry).collect();
        vec![Do::Push(Box::new(Chooser::new(field.label.clone(), entries)))]
    }

    /// What is wrong with the field that is typed in, else what can stand in it.
    fn said(&self, env: &Env) -> Vec<(String, Role)> {
        let Some(field) = self.current() else { return Vec::new() };
        let fault = |name: &str| self.faults.get(name).map(|text| (format!("! {text}"), Role::NoticeError));
        let mut out: Vec<(String, Role)> = fault("").into_iter().chain(fault(field.column.name)).collect();
        // A key that is locked cannot be typed in, so its fault is told wherever the cursor is.
        let locked = self.fields.iter().filter(|field| field.is_locked);
        out.extend(locked.filter_map(|field| fault(field.column.name)));
        if out.is_empty() {
            let hint = format!("{}: {}", field.label, field.hint);
            out.push((hint, Role::PopupDim));
            let more = column_use(&env.texts, self.register.name, field.column.name);
            out.extend(more.map(|text| (text, Role::PopupDim)));
        }
        out
    }
}

/// Whose row it is, and what cannot be changed.
fn about(ctx: Ctx<'_>, start: &EntryStart) -> Vec<String> {
    let row: Vec<(&'static str, String)> = start
        .register
        .all_columns()
        .filter_map(|column| Some((column.name, start.cells.get(column.name)?.clone())))
        .collect();
    let client = client_of(&row);
    let client = client.filter(|client| ctx.review.month.position(*client).is_some());
    let name = client.map(|client| ctx.words().client_name(client));
    let texts = &ctx.env.texts;
    let key = (start.opened == Opened::Known).then(|| {
        let columns = start.register.keys.iter();
        let columns = columns.map(|column| column_title(texts, start.register.name, column.name));
        let columns = columns.collect::<Vec<_>>().join(", ");
        texts.format("registers-key-stays", &[("columns", Arg::from(columns))])
    });
    name.into_iter().chain(key).collect()
}

impl Layer for EntryForm {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Entry, Scope::Field, Scope::Always]
    }

    fn typed(&mut self, key: Key, _ctx: LayerCtx<'_>) -> bool {
        let Some(field) = self.current_mut() else { return false };
        // Where there is a list to choose from, a blank opens it.
        if key.folded().typed() == Some(' ') && field.has_fixed_choice() {
            return false;
        }
        let Some(request) = field::request(key) else { return false };
        field.input.handle(request);
        let name = field.column.name;
        self.faults.remove(name);
        true
    }

    fn paste(&mut self, text: &str, _ctx: LayerCtx<'_>) {
        let Some(field) = self.current_mut() else { return };
        field::paste(&mut field.input, text);
        let name = field.column.name;
        self.faults.remove(name);
    }

    fn fill(&mut self, text: &str) {
        let Some(field) = self.current_mut() else { return };
        let text = field.with(text);
        field.input = Input::new(text);
        let name = field.column.name;
        self.faults.remove(name);
    }

    fn act(&mut self, action: Action, ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::FieldAccept => return self.accept(ctx),
            Action::FieldCancel => return vec![Do::Close],
            Action::ChooseCell => return self.choose(ctx),
            Action::FieldNext => self.step(true),
            Action::FieldPrevious => self.step(false),
            Action::FieldDown => self.go(1, true),
            Action::FieldUp => self.go(1, false),
            Action::FieldPageDown => self.go(self.page, true),
            Action::FieldPageUp => self.go(self.page, false),
            _ => {}
        }
        Vec::new()
    }

    fn settle(&mut self, ctx: LayerCtx<'_>, area: Rect) {
        let cells = usize::from(Self::width(area).saturating_sub(4));
        self.above = self.about.iter().flat_map(|text| wrap(&display(text), cells)).collect();
        let said = self.said(ctx.env);
        let lines = |(text, role): &(String, Role)| {
            wrap(&display(text), cells).into_iter().map(|line| (line, *role)).collect::<Vec<_>>()
        };
        self.below = said.iter().flat_map(lines).collect();
        let height = self.body(area).height;
        self.page = usize::from(height).saturating_sub(1).max(1);
        self.list.settle(self.fields.len(), height);
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        let body = self.body(area);
        let line = at.y.checked_sub(body.y).filter(|_| body.contains(at));
        let row = line.and_then(|line| self.list.row_at(line, self.fields.len()));
        if let Some(row) = row.filter(|row| self.fields.get(*row).is_some_and(|field| !field.is_locked)) {
            self.list.select(row);
        }
        Vec::new()
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.draw_all(ctx.env, area, buffer)
    }
}
