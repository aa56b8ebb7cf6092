//! ボード: every client with the state at each provider. The first screen.

mod order;
mod rows;

use super::{Answer, Screen, moved};
use crate::app::decide::Place;
use crate::app::review::CellState;
use crate::i18n::Arg;
use crate::report::layout::grouped;
use crate::tui::action::{Action, Scope};
use crate::tui::env::Ctx;
use crate::tui::filter::{Facet, Filter, FilterEdit};
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::parts::gauge::{Segment, counts_with_bar};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, row, split_bottom, split_top};
use crate::tui::parts::state::{state_id, state_mark};
use crate::tui::parts::table::{Table, body, body_height};
use crate::tui::sort::SortKey as _;
use crate::tui::theme::Role;
pub use order::{Sort, SortKey};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// States in the order of the bar.
const BAR: [CellState; CellState::ALL.len()] = [
    CellState::Fixed,
    CellState::Same,
    CellState::Settled,
    CellState::Arrived,
    CellState::Asked,
    CellState::Different,
    CellState::NotArrived,
    CellState::Faulty,
];

/// The screen.
#[derive(Default)]
pub struct Board {
    list: ListState,
    filter: Filter,
    sort: Sort,
    /// Positions of the shown clients, in their order.
    shown: Vec<u32>,
}

impl Board {
    /// Orders the clients; choosing the order in force turns it around.
    pub fn sort_by(&mut self, sort: Sort, ctx: Ctx<'_>) {
        self.sort = self.sort.chosen(sort);
        self.refresh(ctx);
    }

    /// Moves the cursor to a client. A client that the filter hides lifts the filter.
    pub fn go_to(&mut self, client: usize, ctx: Ctx<'_>) {
        if self.row_of(client).is_none() {
            self.filter = Filter::default();
            self.refresh(ctx);
        }
        self.follow(client);
    }

    /// Moves the cursor to a client if it is shown.
    pub fn follow(&mut self, client: usize) {
        if let Some(row) = self.row_of(client) {
            self.list.select(row);
        }
    }

    fn row_of(&self, client: usize) -> Option<usize> {
        self.shown.iter().position(|shown| *shown as usize == client)
    }

    /// The first client in the order of the board.
    pub fn client_shown_first(&self) -> Option<usize> {
        self.shown.first().map(|client| *client as usize)
    }

    /// The client so many rows below (above, when negative) another one in the order of the board.
    pub fn neighbour(&self, client: usize, step: isize) -> Option<usize> {
        let Some(at) = self.row_of(client) else { return self.client_shown_first() };
        self.shown.get(at.checked_add_signed(step)?).map(|client| *client as usize)
    }

    /// The next client with undecided differences after (before) another one in the order of the board. From a client that the
    /// filter hides, the first (last) one that is shown.
    pub fn next_different(&self, ctx: Ctx<'_>, client: usize, is_forward: bool) -> Option<usize> {
        let row = match self.row_of(client) {
            Some(at) => self.different_row(ctx, at, is_forward)?,
            None if is_forward => self.different_rows(ctx).next()?,
            None => self.different_rows(ctx).next_back()?,
        };
        self.shown.get(row).map(|client| *client as usize)
    }

    fn different_rows<'a>(&'a self, ctx: Ctx<'a>) -> impl DoubleEndedIterator<Item = usize> + 'a {
        let has = move |client: u32| {
            ctx.review.clients.get(client as usize).is_some_and(|summary| summary.open > 0)
        };
        self.shown.iter().enumerate().filter(move |(_, client)| has(**client)).map(|(row, _)| row)
    }

    fn different_row(&self, ctx: Ctx<'_>, from: usize, is_forward: bool) -> Option<usize> {
        let mut rows = self.different_rows(ctx);
        if is_forward { rows.find(|row| *row > from) } else { rows.rfind(|row| *row < from) }
    }

    /// Makes the list anew and keeps the cursor on its client.
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let current = self.client(ctx);
        self.shown = order::shown(ctx, &self.filter, self.sort);
        let row = current.and_then(|client| self.row_of(client));
        self.list.select(row.unwrap_or(0));
    }

    fn sort_entries(&self, ctx: Ctx<'_>) -> Vec<Entry> {
        let entry = |key: &SortKey| {
            let note = if *key == self.sort.key { ctx.env.text("facet-set") } else { String::new() };
            Entry::new(ctx.env.text(key.label()), note, Choice::Sort(Sort::by(*key)))
        };
        SortKey::ALL.iter().map(entry).collect()
    }

    /// Lines of the details below the table.
    fn details_height(area: Rect) -> u16 {
        if area.height < 12 { 0 } else { (area.height / 4).clamp(3, 8) }
    }

    fn areas(area: Rect) -> [Rect; 3] {
        let (head, rest) = split_top(area, 2);
        let (table, details) = split_bottom(rest, Self::details_height(area));
        [head, table, details]
    }

    fn draw_head(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let words = state_words(ctx);
        let segments: Vec<Segment> = BAR.into_iter().map(|state| segment(ctx, state)).collect();
        counts_with_bar(env, row(area, 0), (&words, &segments), buffer);
        let filter = self.filter.describe(ctx);
        let counts = [("shown", Arg::from(self.shown.len())), ("all", Arg::from(ctx.review.clients.len()))];
        let order = self.sort.describe(env);
        let line = [
            env.format("board-count", &counts),
            env.format("board-sort", &[("order", Arg::from(order.as_str()))]),
            env.format("board-filter", &[("filter", Arg::from(filter.as_str()))]),
        ];
        put(buffer, row(area, 1), (1, 0), area.width, &line.join("  "), env.theme.style(Role::TextDim));
    }
}

fn segment(ctx: Ctx<'_>, state: CellState) -> Segment {
    let role = match state {
        CellState::Fixed => Role::BarFixed,
        CellState::Same => Role::BarSame,
        CellState::Settled => Role::BarSettled,
        CellState::Arrived => Role::BarArrived,
        CellState::Asked => Role::BarAsked,
        CellState::Different => Role::BarDifferent,
        CellState::NotArrived => Role::BarNotArrived,
        CellState::Faulty => Role::BarFaulty,
    };
    let (sign, _) = state_mark(state);
    Segment { weight: u64::from(ctx.review.cells.get(state)), role, sign }
}

/// How many cells are in each state: `=一致 47  ~差異 18`.
fn state_words(ctx: Ctx<'_>) -> Vec<Piece> {
    let word = |state: CellState| {
        let (mark, role) = state_mark(state);
        let count = grouped(i64::from(ctx.review.cells.get(state)));
        Piece::new(format!("{mark}{} {count}  ", ctx.env.text(state_id(state))), role)
    };
    BAR.into_iter().filter(|state| ctx.review.cells.get(*state) > 0).map(word).collect()
}

impl Screen for Board {
    fn scope(&self) -> Scope {
        Scope::Board
    }

    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        self.filter = Filter::recall(ctx.review, remembered);
        self.sort = Sort::recall(remembered);
        self.list = ListState::default();
        self.shown = order::shown(ctx, &self.filter, self.sort);
        if self.shown.is_empty() && !self.filter.is_empty() {
            // What was hidden last time may be all there is now; an empty board would look like lost data.
            self.filter = Filter::default();
            self.shown = order::shown(ctx, &self.filter, self.sort);
        }
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
                let client = self.client(ctx);
                Answer::Done(
                    client.map(|client| Do::Client { client, difference: None }).into_iter().collect(),
                )
            }
            Action::NextDifference | Action::PreviousDifference => {
                let is_forward = action == Action::NextDifference;
                let row = self.different_row(ctx, self.list.cursor, is_forward);
                moved(&mut self.list, row, ctx)
            }
            Action::NextClient => self.act(Action::Down, ctx),
            Action::PreviousClient => self.act(Action::Up, ctx),
            Action::SortBoard => {
                let entries = self.sort_entries(ctx);
                Answer::with(Do::Push(Box::new(Chooser::new(ctx.env.text("action-sort"), entries))))
            }
            Action::FilterBoard => {
                let states = CellState::ALL.into_iter().map(Facet::State).collect();
                let entries = self.filter.entries(ctx, states);
                Answer::with(Do::Push(Box::new(Chooser::new(ctx.env.text("action-filter"), entries))))
            }
            Action::ClearBoardFilter => Answer::with(Do::Filter(FilterEdit::Clear)),
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, _ctx: Ctx<'_>, area: Rect) {
        let [_, table, _] = Self::areas(area);
        self.list.settle(self.shown.len(), body_height(table));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, table, details] = Self::areas(area);
        self.draw_head(ctx, head, buffer);
        if self.shown.is_empty() {
            let text = if self.filter.is_empty() { "board-empty" } else { "board-nothing" };
            put(buffer, table, (2, 1), table.width, &ctx.env.text(text), ctx.env.theme.style(Role::TextDim));
        }
        let columns = rows::columns(ctx.env);
        let make = |index: usize, widths: &[u16]| rows::row(ctx, self.shown.get(index).copied(), widths);
        let drawn = Table { columns: &columns, state: &self.list, len: self.shown.len(), row: &make };
        let cursor = drawn.draw(ctx.env, table, buffer);
        if let Some(client) = self.client(ctx) {
            rows::details(ctx, client, details, buffer);
        }
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let [_, table, _] = Self::areas(area);
        if self.list.click(at, body(table), self.shown.len()) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    fn filter(&mut self, edit: FilterEdit, ctx: Ctx<'_>) {
        self.filter.edit(edit);
        self.refresh(ctx);
    }

    /// The first provider of the client from which nothing came.
    fn place(&self, ctx: Ctx<'_>) -> Option<Place> {
        let client = self.client(ctx)?;
        let mut cells = ctx.review.cells_of(client);
        let cell = cells.find(|cell| cell.state == CellState::NotArrived)?;
        Some((client, cell.provider, cell.kind))
    }

    fn client(&self, _ctx: Ctx<'_>) -> Option<usize> {
        self.shown.get(self.list.cursor).map(|client| *client as usize)
    }
}
