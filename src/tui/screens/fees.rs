//! 請求: the office's own claims (居宅介護支援費, 介護予防支援費) of the month, and what is missing for them.

mod details;
mod head;
mod one;
mod order;
mod rows;
#[cfg(test)]
mod tests;

use super::{Answer, Screen, Searchable};
use crate::app::own::OwnMonth;
use crate::tui::action::{Action, Scope};
use crate::tui::env::Ctx;
use crate::tui::filter::{Facet, Filter, FilterEdit};
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::fee::{fee_preview, left_out};
use crate::tui::layers::{Do, Layer};
use crate::tui::parts::details::Details;
use crate::tui::parts::fee::STANDINGS;
use crate::tui::parts::list::ListState;
use crate::tui::parts::seen::{News, Seen};
use crate::tui::parts::table::{Table, body, body_height};
use crate::tui::sort::SortKey as _;
use one::{One, counts, one_at};
pub use order::{Sort, SortKey};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// The screen.
#[derive(Default)]
pub struct Fees {
    list: ListState,
    filter: Filter,
    sort: Sort,
    /// Positions of the shown clients, in their order.
    shown: Vec<u32>,
    /// What was taken in of the claims.
    seen: Seen,
    /// How many clients are in each of [`STANDINGS`].
    counts: [u32; STANDINGS.len()],
    /// The client that the cursor is on, also while the month is being counted.
    current: Option<usize>,
    /// The chosen claim in full.
    details: Details,
}

impl Fees {
    /// Orders the claims; choosing the order in force turns it around.
    pub fn sort_by(&mut self, sort: Sort, ctx: Ctx<'_>) {
        self.sort = self.sort.chosen(sort);
        self.refresh(ctx);
    }

    /// Moves the cursor to a client if it is shown.
    pub fn follow(&mut self, client: usize) {
        if let Some(row) = self.row_of(client) {
            self.list.select(row);
        }
    }

    /// The month of the own office, once it is counted and if there is one.
    fn own(ctx: Ctx<'_>) -> Option<&OwnMonth> {
        ctx.review.watch().own()?.ok()
    }

    fn row_of(&self, client: usize) -> Option<usize> {
        self.shown.iter().position(|shown| *shown as usize == client)
    }

    fn one<'a>(&self, ctx: Ctx<'a>, row: usize) -> Option<One<'a>> {
        one_at(Self::own(ctx)?, self.shown.get(row).copied()?)
    }

    /// What the cursor is on.
    fn chosen<'a>(&self, ctx: Ctx<'a>) -> Option<One<'a>> {
        self.one(ctx, self.list.cursor)
    }

    /// Makes the list anew and keeps the cursor on its client.
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let current = self.client(ctx);
        self.shown =
            Self::own(ctx).map(|own| order::shown(ctx, own, &self.filter, self.sort)).unwrap_or_default();
        let row = current.and_then(|client| self.row_of(client));
        self.list.select(row.unwrap_or(0));
    }

    /// Takes in what was counted anew.
    fn keep_up(&mut self, ctx: Ctx<'_>) {
        let Some(own) = ctx.review.watch().own() else {
            self.shown.clear();
            self.seen = Seen::default();
            return;
        };
        let news = self.seen.look(ctx.review.watch());
        if news != News::Nothing {
            self.counts = own.map(counts).unwrap_or_default();
        }
        if news == News::OfAll {
            self.make_list(ctx);
        }
    }

    /// Makes the list of what was counted from the first client on.
    fn make_list(&mut self, ctx: Ctx<'_>) {
        self.refresh(ctx);
        if self.shown.is_empty() && !self.filter.is_empty() {
            // What was hidden last time may be all there is now; an empty list would look like lost data.
            self.filter = Filter::default();
            self.refresh(ctx);
        }
        if let Some(client) = self.current {
            self.follow(client);
        }
    }

    fn sort_entries(&self, ctx: Ctx<'_>) -> Vec<Entry> {
        let entry = |key: &SortKey| {
            let note = if *key == self.sort.key { ctx.env.text("facet-set") } else { String::new() };
            Entry::new(ctx.env.text(key.label()), note, Choice::SortFees(Sort::by(*key)))
        };
        SortKey::ALL.iter().map(entry).collect()
    }

    fn preview(&self, ctx: Ctx<'_>) -> Option<Box<dyn Layer>> {
        Some(match self.chosen(ctx)? {
            One::Claim(entry, state) => fee_preview(ctx, entry, state),
            One::LeftOut(left) => left_out(ctx, left),
        })
    }

    /// The next claim that a person has to do something about.
    fn step(&mut self, ctx: Ctx<'_>, is_forward: bool) -> Answer {
        let needs = |row: usize| self.one(ctx, row).is_some_and(|one| one.standing().needs_a_person());
        let Some(row) = self.list.seek(self.shown.len(), is_forward, needs) else {
            return Answer::with(Do::Say(ctx.env.text("fees-no-more")));
        };
        self.list.select(row);
        Answer::done()
    }
}

impl Screen for Fees {
    fn scope(&self) -> Scope {
        Scope::Fees
    }

    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        let filter = Filter::recall(ctx.review, remembered);
        let sort = Sort::recall(remembered);
        *self = Self { filter, sort, ..Self::default() };
    }

    fn remember(&self, ctx: Ctx<'_>) -> BTreeMap<String, String> {
        let mut saved = self.filter.remember(ctx.review);
        saved.extend(self.sort.remember());
        saved
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        if self.list.act(action, self.shown.len()) {
            return Answer::done();
        }
        match action {
            Action::Open => return Answer::Done(self.preview(ctx).map(Do::Push).into_iter().collect()),
            Action::FeeClient => {
                let client = self.client(ctx).map(|client| Do::Client { client, difference: None });
                return Answer::Done(client.into_iter().collect());
            }
            Action::Left | Action::Right => self.details.scroll(action == Action::Right),
            Action::NextDifference | Action::PreviousDifference => {
                return self.step(ctx, action == Action::NextDifference);
            }
            Action::NextClient => return self.act(Action::Down, ctx),
            Action::PreviousClient => return self.act(Action::Up, ctx),
            Action::SortFees => {
                let chooser = Chooser::new(ctx.env.text("action-sort-fees"), self.sort_entries(ctx));
                return Answer::with(Do::Push(Box::new(chooser)));
            }
            Action::FilterFees => {
                let states = STANDINGS.into_iter().map(Facet::Fee).collect();
                let entries = self.filter.entries_with_managers(ctx, states);
                let chooser = Chooser::new(ctx.env.text("action-filter-fees"), entries);
                return Answer::with(Do::Push(Box::new(chooser)));
            }
            Action::ClearFeesFilter => return Answer::with(Do::Filter(FilterEdit::Clear)),
            _ => return Answer::Pass,
        }
        Answer::done()
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        self.keep_up(ctx);
        let [_, table, details] = Details::areas(area);
        self.list.settle(self.shown.len(), body_height(table));
        let client = self.client(ctx);
        self.current = client.or(self.current);
        let cells = Details::cells(details);
        let lines = self.chosen(ctx).map(|one| details::lines(ctx, one, cells)).unwrap_or_default();
        self.details.settle(client, lines, details);
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, table, details] = Details::areas(area);
        self.draw_head(ctx, head, buffer);
        let columns = rows::columns(ctx.env);
        let make = |index: usize, _: &[u16]| self.row(ctx, index);
        let drawn = Table { columns: &columns, state: &self.list, len: self.shown.len(), row: &make };
        let cursor = drawn.draw(ctx.env, table, buffer);
        let (Some(own), Some(one)) = (Self::own(ctx), self.chosen(ctx)) else {
            self.draw_empty(ctx, table, buffer);
            return None;
        };
        self.details.draw(ctx.env, &details::title(ctx, own, one), details, buffer);
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let [_, table, _] = Details::areas(area);
        if self.list.click(at, body(table), self.shown.len()) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    fn searchable(&self, _ctx: Ctx<'_>) -> Searchable {
        Searchable::ClientsHere
    }

    fn go_to_row(&mut self, client: usize, ctx: Ctx<'_>) {
        if self.row_of(client).is_none() && Self::own(ctx).is_some() {
            self.filter = Filter::default();
            self.refresh(ctx);
        }
        self.follow(client);
    }

    fn filter(&mut self, edit: FilterEdit, ctx: Ctx<'_>) {
        self.filter.edit(edit);
        self.refresh(ctx);
    }

    fn client(&self, ctx: Ctx<'_>) -> Option<usize> {
        self.chosen(ctx).map(|one| one.position() as usize)
    }

    fn look_at_client(&mut self, client: usize) {
        self.follow(client);
    }
}
