//! 登録: what the office says about its people, clients and partners, to be looked at and changed.

mod content;
mod details;
mod drawing;
mod offers;
#[cfg(test)]
mod tests;

use super::{Answer, Screen, Searchable};
use crate::app::registers::{REGISTERS, Register, register};
use crate::domain::decision::Subject;
use crate::store::MASTERS;
use crate::tui::action::{Action, Scope};
use crate::tui::env::Ctx;
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::entry::{Entering, EntryStart, Opened};
use crate::tui::layers::form::Purpose;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::Piece;
use content::Content;
use drawing::Areas;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// What the register that is looked at is remembered by.
const REMEMBERED: &str = "register";

/// The screen.
#[derive(Default)]
pub struct Registers {
    /// The register in the list.
    list: ListState,
    /// The row in the table.
    rows: ListState,
    /// Whether keys go to the table, not to the list.
    is_in_rows: bool,
    /// The first column of the table after the one that stays.
    first_column: usize,
    /// The highest of those that is of use.
    last_first: usize,
    /// Number of rows of every register.
    counts: Vec<usize>,
    content: Content,
    /// Whether the rows have to be gathered anew.
    is_stale: bool,
    /// Whether there is an office folder, where registers are kept.
    is_kept: bool,
    /// The chosen row in full.
    details: Vec<Vec<Piece>>,
}

/// Names of the registers, in the order of the list.
fn names() -> impl Iterator<Item = &'static str> {
    REGISTERS.iter().map(|register| register.name).chain([MASTERS])
}

impl Registers {
    /// Whether there is an office folder, where registers are kept.
    pub fn kept(&mut self, is_kept: bool) {
        self.is_kept = is_kept;
    }

    /// Goes to the row that was entered, undone or done again.
    pub fn look_at_entry(&mut self, subject: &Subject, ctx: Ctx<'_>) {
        let Subject::Entry { register, key } = subject else { return };
        let Some(at) = names().position(|name| name == register) else { return };
        if at != self.list.cursor {
            self.list.select(at);
            self.chosen_anew();
        }
        self.gather(ctx);
        let row = self.content.rows.iter().position(|row| row.key == *key);
        if let Some(row) = row {
            self.rows.select(row);
            self.is_in_rows = true;
        }
    }

    fn name(&self) -> &'static str {
        names().nth(self.list.cursor).unwrap_or(MASTERS)
    }

    /// The register; `None` for service code masters, which are whole files.
    fn register(&self) -> Option<&'static Register> {
        register(self.name())
    }

    fn chosen_anew(&mut self) {
        self.rows = ListState::default();
        self.first_column = 0;
        self.is_stale = true;
    }

    /// Gathers the rows if something changed.
    fn gather(&mut self, ctx: Ctx<'_>) {
        if self.is_stale {
            let key = self.content.rows.get(self.rows.cursor).map(|row| row.key.clone());
            let before = self.content.name;
            self.content = Content::of(ctx, self.name());
            self.counts = names().map(|name| ctx.review.decisions.entries(name).len()).collect();
            // The cursor stays on its row.
            let at = key.filter(|_| before == self.content.name);
            let at = at.and_then(|key| self.content.rows.iter().position(|row| row.key == key));
            self.rows.select(at.unwrap_or(self.rows.cursor));
            self.is_stale = false;
        }
    }

    /// What the form for the row under the cursor begins with.
    fn start(&self, opened: Opened) -> Option<EntryStart> {
        let register = self.register()?;
        let cells = self.content.cells_of(register, self.rows.cursor)?;
        Some(EntryStart { register, opened, cells })
    }

    fn say(ctx: Ctx<'_>, id: &str) -> Answer {
        Answer::with(Do::Say(ctx.env.text(id)))
    }

    /// Opens what the cursor is on: the table of a register, the form for a row.
    fn open(&mut self, ctx: Ctx<'_>) -> Answer {
        if !self.is_in_rows {
            self.is_in_rows = true;
            return Answer::done();
        }
        match (self.register(), self.start(Opened::Known)) {
            (None, _) => Self::say(ctx, "registers-whole-files"),
            (_, Some(start)) => Answer::with(Do::Register(Entering::Edit(Box::new(start)))),
            (_, None) => Self::say(ctx, "registers-no-row"),
        }
    }

    /// An empty form, or what the month offers for a new row.
    fn new_row(&self, ctx: Ctx<'_>) -> Answer {
        let Some(register) = self.register() else { return Self::say(ctx, "registers-whole-files") };
        let empty = Box::new(offers::empty(ctx, register));
        let offered = offers::offers(ctx, register);
        if !self.is_kept || offered.is_empty() {
            return Answer::with(Do::Register(Entering::Edit(empty)));
        }
        let first = Entry::new(ctx.env.text("registers-empty-row"), "", Choice::EditEntry(empty));
        let entries = std::iter::once(first).chain(offered).collect();
        Answer::with(Do::Push(Box::new(Chooser::new(ctx.env.text(offers::title(register)), entries))))
    }

    fn copy(&self, ctx: Ctx<'_>) -> Answer {
        match (self.register(), self.start(Opened::Copy)) {
            (None, _) => Self::say(ctx, "registers-whole-files"),
            (_, Some(start)) => Answer::with(Do::Register(Entering::Edit(Box::new(start)))),
            (_, None) => Self::say(ctx, "registers-no-row"),
        }
    }

    fn remove(&self, ctx: Ctx<'_>) -> Answer {
        match (self.register(), self.content.rows.get(self.rows.cursor)) {
            (None, _) => Self::say(ctx, "registers-whole-files"),
            (Some(register), Some(row)) => {
                Answer::with(Do::Register(Entering::Remove(register, row.key.clone())))
            }
            (_, None) => Self::say(ctx, "registers-no-row"),
        }
    }

    /// To the left: the columns before, then the list of registers. To the right: the table, then more columns.
    fn sideways(&mut self, is_right: bool) {
        match (self.is_in_rows, is_right) {
            (false, true) => self.is_in_rows = true,
            (false, false) => {}
            (true, true) => self.first_column = (self.first_column + 1).min(self.last_first),
            (true, false) if self.first_column == 0 => self.is_in_rows = false,
            (true, false) => self.first_column -= 1,
        }
    }

    /// Moves in the list or the table; `false` when the action is no movement.
    fn moves(&mut self, action: Action) -> bool {
        if self.is_in_rows {
            return self.rows.act(action, self.content.rows.len());
        }
        let before = self.list.cursor;
        let is_movement = self.list.act(action, names().count());
        if self.list.cursor != before {
            self.chosen_anew();
        }
        is_movement
    }
}

impl Screen for Registers {
    fn scope(&self) -> Scope {
        Scope::Registers
    }

    fn opened(&mut self, _ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        let known = remembered.get(REMEMBERED);
        let at = known.and_then(|known| names().position(|name| name == known)).unwrap_or(0);
        *self = Self { is_stale: true, is_kept: self.is_kept, ..Self::default() };
        self.list.select(at);
    }

    fn remember(&self, _ctx: Ctx<'_>) -> BTreeMap<String, String> {
        let is_first = self.list.cursor == 0;
        let chosen = (!is_first).then(|| (REMEMBERED.to_owned(), self.name().to_owned()));
        chosen.into_iter().collect()
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        self.gather(ctx);
        if self.moves(action) {
            return Answer::done();
        }
        match action {
            Action::Open => self.open(ctx),
            Action::NewEntry => self.new_row(ctx),
            Action::CopyEntry => self.copy(ctx),
            Action::RemoveEntry | Action::Unset => self.remove(ctx),
            Action::Left | Action::Right => {
                self.sideways(action == Action::Right);
                Answer::done()
            }
            Action::ImportRegister | Action::ExportRegister => match self.register() {
                None => Self::say(ctx, "registers-whole-files"),
                Some(register) if action == Action::ImportRegister => {
                    Answer::with(Do::Form(Purpose::ImportRegister(register)))
                }
                Some(register) => Answer::with(Do::Register(Entering::Export(register))),
            },
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        self.gather(ctx);
        let areas = Areas::of(area, self.is_in_rows);
        self.list.settle(names().count(), areas.list.height.saturating_sub(1));
        self.rows.settle(self.content.rows.len(), areas.table.height.saturating_sub(1));
        self.last_first = self.content.last_first(areas.table.width);
        self.first_column = self.first_column.min(self.last_first);
        let cells = usize::from(areas.details.width.saturating_sub(2));
        self.details = details::lines(ctx, &self.content, self.rows.cursor, cells);
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        self.draw_all(ctx, area, buffer)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let areas = Areas::of(area, self.is_in_rows);
        let below_head =
            |area: Rect| Rect { y: area.y.saturating_add(1), height: area.height.saturating_sub(1), ..area };
        if areas.list.contains(at) {
            self.is_in_rows = false;
            let before = self.list.cursor;
            let is_again = self.list.click(at, below_head(areas.list), names().count());
            if self.list.cursor != before {
                self.chosen_anew();
            }
            return if is_again { self.act(Action::Open, ctx) } else { Answer::done() };
        }
        if areas.table.contains(at) {
            let was_in_rows = std::mem::replace(&mut self.is_in_rows, true);
            if self.rows.click(at, below_head(areas.table), self.content.rows.len()) && was_in_rows {
                return self.act(Action::Open, ctx);
            }
        }
        Answer::done()
    }

    fn searchable(&self, ctx: Ctx<'_>) -> Searchable {
        Searchable::Entries(self.content.entries(ctx))
    }

    fn go_to_row(&mut self, row: usize, _ctx: Ctx<'_>) {
        self.rows.select(row);
        self.is_in_rows = true;
    }

    /// The client whose row the cursor is on.
    fn client(&self, ctx: Ctx<'_>) -> Option<usize> {
        ctx.review.month.position(self.content.client(self.rows.cursor)?)
    }

    fn changed(&mut self, _ctx: Ctx<'_>, _is_compared: bool) {
        self.is_stale = true;
    }
}
