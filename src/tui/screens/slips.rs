//! 給付管理票: the slip of every client, how far it is, and what keeps it from being sent.

mod details;
mod head;
mod order;
mod rows;
mod sums;
#[cfg(test)]
mod tests;

use super::{Answer, Screen, Searchable};
use crate::app::decide::Place;
use crate::app::tally::{Block, BlockCause, ClientSlip};
use crate::domain::ids::ClientKey;
use crate::domain::slip::{GateBlock, SlipAction};
use crate::tui::action::{Action, Scope};
use crate::tui::env::Ctx;
use crate::tui::filter::{Facet, Filter, FilterEdit};
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::slip::preview;
use crate::tui::parts::details::Details;
use crate::tui::parts::list::ListState;
use crate::tui::parts::seen::{News, Seen};
use crate::tui::parts::slip::{STATES, needs_a_person};
use crate::tui::parts::table::{Table, body, body_height};
use crate::tui::sort::SortKey as _;
pub use order::{Sort, SortKey};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::{BTreeMap, BTreeSet};
use sums::Sums;

/// The screen.
#[derive(Default)]
pub struct Slips {
    list: ListState,
    filter: Filter,
    sort: Sort,
    /// Positions of the shown clients, in their order.
    shown: Vec<u32>,
    /// Positions of the marked clients.
    marked: BTreeSet<u32>,
    /// What was taken in of the slips.
    seen: Seen,
    /// How many slips are in which state.
    sums: Sums,
    /// The client that the cursor is on, also while it is being counted.
    current: Option<usize>,
    /// The chosen slip in full.
    details: Details,
}

impl Slips {
    /// Orders the slips; choosing the order in force turns it around.
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

    /// The slip that the cursor is on.
    pub fn slip<'a>(&self, ctx: Ctx<'a>) -> Option<&'a ClientSlip> {
        self.slip_at(ctx, self.list.cursor)
    }

    /// The clients that are marked, else the one that the cursor is on.
    pub fn marked_or_chosen(&self, ctx: Ctx<'_>) -> Vec<ClientKey> {
        let marked = self.marked.iter().filter_map(|at| ctx.review.month.clients.get(*at as usize));
        let marked: Vec<ClientKey> = marked.map(|rows| rows.client).collect();
        if marked.is_empty() { self.slip(ctx).map(|slip| slip.client).into_iter().collect() } else { marked }
    }

    fn row_of(&self, client: usize) -> Option<usize> {
        self.shown.iter().position(|shown| *shown as usize == client)
    }

    fn slip_at<'a>(&self, ctx: Ctx<'a>, row: usize) -> Option<&'a ClientSlip> {
        ctx.review.watch().tally()?.slip(self.shown.get(row).copied()? as usize)
    }

    /// Makes the list anew and keeps the cursor on its client.
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let current = self.client(ctx);
        let slips = ctx.review.watch().tally().map(|tally| tally.slips.as_slice()).unwrap_or_default();
        self.shown = order::shown(ctx, slips, &self.filter, self.sort);
        let row = current.and_then(|client| self.row_of(client));
        self.list.select(row.unwrap_or(0));
    }

    /// Takes in what was counted anew.
    fn keep_up(&mut self, ctx: Ctx<'_>) {
        let Some(tally) = ctx.review.watch().tally() else {
            self.shown.clear();
            self.seen = Seen::default();
            return;
        };
        let news = self.seen.look(ctx.review.watch());
        if news != News::Nothing {
            self.sums = Sums::of(tally);
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
            Entry::new(ctx.env.text(key.label()), note, Choice::SortSlips(Sort::by(*key)))
        };
        SortKey::ALL.iter().map(entry).collect()
    }

    fn filter_entries(&self, ctx: Ctx<'_>) -> Vec<Entry> {
        let states = STATES.into_iter().map(Facet::Slip);
        let actions = SlipAction::ALL.iter().copied().map(Facet::SlipAction);
        let blocks = GateBlock::ALL.into_iter().map(Facet::Block);
        self.filter.entries(ctx, states.chain(actions).chain(blocks).collect())
    }

    /// Marks the slip under the cursor, or takes its mark away, and goes on to the next line.
    fn mark(&mut self) -> Answer {
        let Some(at) = self.shown.get(self.list.cursor).copied() else { return Answer::done() };
        if !self.marked.remove(&at) {
            self.marked.insert(at);
        }
        self.list.act(Action::Down, self.shown.len());
        Answer::done()
    }

    /// The next slip that a person has to do something about.
    fn step(&mut self, ctx: Ctx<'_>, is_forward: bool) -> Answer {
        let needs = |row: usize| self.slip_at(ctx, row).is_some_and(|slip| needs_a_person(slip.state));
        let Some(row) = self.list.seek(self.shown.len(), is_forward, needs) else {
            return Answer::with(Do::Say(ctx.env.text("slips-no-more")));
        };
        self.list.select(row);
        Answer::done()
    }
}

impl Screen for Slips {
    fn scope(&self) -> Scope {
        Scope::Slips
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
            Action::Open => {
                let preview = self.slip(ctx).map(|slip| Do::Push(preview(ctx, slip)));
                return Answer::Done(preview.into_iter().collect());
            }
            Action::SlipClient => {
                let client = self.client(ctx).map(|client| Do::Client { client, difference: None });
                return Answer::Done(client.into_iter().collect());
            }
            Action::Left | Action::Right => self.details.scroll(action == Action::Right),
            Action::NextDifference | Action::PreviousDifference => {
                return self.step(ctx, action == Action::NextDifference);
            }
            Action::NextClient => return self.act(Action::Down, ctx),
            Action::PreviousClient => return self.act(Action::Up, ctx),
            Action::SortSlips => {
                let chooser = Chooser::new(ctx.env.text("action-sort-slips"), self.sort_entries(ctx));
                return Answer::with(Do::Push(Box::new(chooser)));
            }
            Action::FilterSlips => {
                let chooser = Chooser::new(ctx.env.text("action-filter-slips"), self.filter_entries(ctx));
                return Answer::with(Do::Push(Box::new(chooser)));
            }
            Action::ClearSlipsFilter => return Answer::with(Do::Filter(FilterEdit::Clear)),
            Action::MarkSlip => return self.mark(),
            Action::UnmarkSlips => self.marked.clear(),
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
        let lines = self.slip(ctx).map(|slip| details::lines(ctx, slip, cells)).unwrap_or_default();
        self.details.settle(client, lines, details);
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, table, details] = Details::areas(area);
        self.draw_head(ctx, head, buffer);
        let columns = rows::columns(ctx.env);
        let make = |index: usize, widths: &[u16]| self.row(ctx, index, widths);
        let drawn = Table { columns: &columns, state: &self.list, len: self.shown.len(), row: &make };
        let cursor = drawn.draw(ctx.env, table, buffer);
        let Some(slip) = self.slip(ctx) else {
            self.draw_empty(ctx, table, buffer);
            return None;
        };
        self.details.draw(ctx.env, &details::title(ctx, slip), details, buffer);
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
        if self.row_of(client).is_none() && self.seen.is_any() {
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
        self.slip(ctx).map(|slip| slip.position)
    }

    /// The first provider from which nothing came.
    fn place(&self, ctx: Ctx<'_>) -> Option<Place> {
        let slip = self.slip(ctx)?;
        let waiting = slip.block(GateBlock::NotArrived);
        match waiting.map(|Block { cause, .. }| cause) {
            Some(BlockCause::Providers(pairs)) => {
                pairs.first().map(|(office, kind)| (slip.position, *office, *kind))
            }
            _ => slip.lines.first().map(|line| (slip.position, line.office, line.kind)),
        }
    }

    fn look_at_client(&mut self, client: usize) {
        self.follow(client);
    }
}
