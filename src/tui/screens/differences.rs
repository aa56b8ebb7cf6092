//! 差異: every difference of the month, grouped.

mod lines;

use super::{Answer, Screen, moved};
use crate::app::decide::Place;
use crate::app::review::DifferenceAt;
use crate::domain::difference::DifferenceClass;
use crate::i18n::Arg;
use crate::i18n::width::{display, width};
use crate::report::layout::grouped;
use crate::tui::action::{Action, Scope};
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::{Facet, Filter, FilterEdit};
use crate::tui::layers::Do;
use crate::tui::layers::chooser::Chooser;
use crate::tui::parts::difference::{change, class_piece, delta_piece};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, row, split_bottom, split_top};
use crate::tui::parts::settled;
use crate::tui::parts::severity::{effect_piece, severity_cells};
use crate::tui::parts::table::{Column, Row, Table, body, body_height, cell};
use crate::tui::theme::Role;
use lines::{Line, Order, group_heading, lines};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::{BTreeMap, BTreeSet};

/// Lines of the details below the table.
const DETAILS: u16 = 4;

/// The screen.
#[derive(Default)]
pub struct Differences {
    list: ListState,
    filter: Filter,
    order: Order,
    /// Whether the lines were put in order when it was known what becomes of claims.
    is_effect_known: bool,
    lines: Vec<Line>,
    shown: usize,
    /// Ids of the marked differences, each with its client's position.
    marked: BTreeSet<(u32, String)>,
}

fn columns(env: &Env) -> Vec<Column> {
    // 12(月) 09:30-16:40 159501
    let change = u16::try_from(width(&env.text("weekday-mon"))).unwrap_or(0) + 23;
    vec![
        Column::new(env.text("column-class"), 13, 0),
        Column::new(env.text("column-name"), 13, 0).grow(1),
        Column::new(env.text("column-number"), 10, 4),
        Column::new(env.text("word-provider"), 14, 2).grow(2),
        Column::new(env.text("column-kind"), 12, 3),
        Column::new(env.text("column-change"), change, 0).grow(3),
        Column::right(env.text("column-delta"), 7, 0),
        Column::new(env.text("column-effect"), severity_cells(env), 2),
        Column::new(env.text("column-decision"), settled::CELLS, 1),
    ]
}

impl Differences {
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let current = self.difference(ctx);
        let cursor = self.list.cursor;
        self.is_effect_known = ctx.review.watch().checks().is_some();
        self.lines = lines(ctx, &self.filter, self.order);
        self.shown = self.lines.iter().filter(|line| matches!(line, Line::Difference(_))).count();
        let same = |line: &Line| matches!(line, Line::Difference(at) if Some(*at) == current);
        self.list.select(self.lines.iter().position(same).unwrap_or(cursor.max(1)));
    }

    fn is_marked(&self, ctx: Ctx<'_>, at: DifferenceAt) -> bool {
        !self.marked.is_empty()
            && ctx.review.difference(at).is_some_and(|d| self.marked.contains(&(at.client, d.id.clone())))
    }

    /// Marks the difference under the cursor, or takes its mark away, and goes on to the next line.
    fn mark(&mut self, ctx: Ctx<'_>) -> Answer {
        let Some(at) = self.difference(ctx) else { return Answer::done() };
        let Some(difference) = ctx.review.difference(at) else { return Answer::done() };
        let key = (at.client, difference.id.clone());
        if !self.marked.remove(&key) {
            self.marked.insert(key);
        }
        self.list.act(Action::Down, self.lines.len());
        Answer::done()
    }

    /// Moves to the nearest line that fits.
    fn step(&mut self, ctx: Ctx<'_>, is_forward: bool, fits: impl Fn(&Line) -> bool) -> Answer {
        let fits = |row: usize| self.lines.get(row).is_some_and(&fits);
        let row = self.list.seek(self.lines.len(), is_forward, fits);
        moved(&mut self.list, row, ctx)
    }

    fn make(&self, ctx: Ctx<'_>, index: usize) -> Row {
        match self.lines.get(index) {
            Some(Line::Group(group, count)) => Row::Group(group_heading(ctx, *group, *count)),
            Some(Line::Difference(at)) => difference_row(ctx, *at, self.is_marked(ctx, *at)),
            None => Row::Cells(Vec::new()),
        }
    }

    fn head(&self, ctx: Ctx<'_>) -> String {
        let env = ctx.env;
        let grouping = env.text(self.order.label());
        let filter = self.filter.describe(ctx);
        let all = ctx.review.month.totals.differences;
        let shown = grouped(i64::try_from(self.shown).unwrap_or(i64::MAX));
        let all = grouped(i64::try_from(all).unwrap_or(i64::MAX));
        let counts = [("shown", Arg::from(shown.as_str())), ("all", Arg::from(all.as_str()))];
        let open = env.format("differences-open", &[("count", Arg::from(ctx.review.open))]);
        [
            env.format("differences-count", &counts),
            open,
            env.format("differences-group", &[("group", Arg::from(grouping.as_str()))]),
            env.format("board-filter", &[("filter", Arg::from(filter.as_str()))]),
        ]
        .join("  ")
    }

    fn areas(area: Rect) -> [Rect; 3] {
        let (head, rest) = split_top(area, 1);
        let (table, details) = split_bottom(rest, if area.height < 10 { 0 } else { DETAILS });
        [head, table, details]
    }
}

fn difference_row(ctx: Ctx<'_>, at: DifferenceAt, is_marked: bool) -> Row {
    let Some(difference) = ctx.review.difference(at) else { return Row::Cells(Vec::new()) };
    let words = ctx.words();
    let mut class = class_piece(ctx.env, difference.class);
    if is_marked {
        class = Piece::new(format!("*{}", class.text), Role::Cursor);
    }
    Row::Cells(vec![
        vec![class],
        cell(words.client_name(difference.client), Role::Text),
        cell(difference.client.insured.to_string(), Role::TextDim),
        cell(display(&ctx.review.month.office_name(difference.provider)), Role::Text),
        cell(words.kind(difference.kind), Role::TextDim),
        cell(change(ctx, difference), Role::Text),
        vec![delta_piece(difference.units_delta)],
        effect_piece(ctx, at.client as usize, &difference.id).into_iter().collect(),
        vec![settled::settled_piece(ctx.env, ctx.review.settled(difference))],
    ])
}

fn is_undecided(ctx: Ctx<'_>, at: DifferenceAt) -> bool {
    ctx.review.difference(at).is_some_and(|difference| !ctx.review.settled(difference).is_final())
}

/// Where a difference stands now.
fn place_of(ctx: Ctx<'_>, client: u32, id: &str) -> Option<DifferenceAt> {
    let differences = &ctx.review.month.comparisons.get(client as usize)?.differences;
    let at = differences.iter().position(|difference| difference.id == id)?;
    Some(DifferenceAt { client, at: u32::try_from(at).ok()? })
}

impl Screen for Differences {
    fn scope(&self) -> Scope {
        Scope::Differences
    }

    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        self.filter = Filter::recall(ctx.review, remembered);
        self.order = Order::named(remembered.get("grouping").map(String::as_str));
        self.lines = Vec::new();
        self.list = ListState::default();
        self.refresh(ctx);
    }

    fn remember(&self, ctx: Ctx<'_>) -> BTreeMap<String, String> {
        let mut saved = self.filter.remember(ctx.review);
        saved.insert("grouping".to_owned(), self.order.name().to_owned());
        saved
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        if self.list.act(action, self.lines.len()) {
            return Answer::done();
        }
        let is_open = |line: &Line| matches!(line, Line::Difference(at) if is_undecided(ctx, *at));
        let is_group = |line: &Line| matches!(line, Line::Group(..));
        match action {
            Action::Open => {
                let at = self.difference(ctx);
                let open =
                    |at: DifferenceAt| Do::Client { client: at.client as usize, difference: Some(at.at) };
                Answer::Done(at.map(open).into_iter().collect())
            }
            Action::NextDifference => self.step(ctx, true, is_open),
            Action::PreviousDifference => self.step(ctx, false, is_open),
            Action::Right => self.step(ctx, true, is_group),
            Action::Left => self.step(ctx, false, is_group),
            Action::NextClient | Action::PreviousClient => {
                let current = self.client(ctx);
                let other =
                    |line: &Line| matches!(line, Line::Difference(at) if Some(at.client as usize) != current);
                self.step(ctx, action == Action::NextClient, other)
            }
            Action::Group => {
                self.order = self.order.next();
                self.refresh(ctx);
                Answer::done()
            }
            Action::FilterDifferences => {
                let classes = DifferenceClass::ALL.into_iter().map(Facet::Class);
                let facets = std::iter::once(Facet::Undecided).chain(classes).collect();
                let entries = self.filter.entries(ctx, facets);
                Answer::with(Do::Push(Box::new(Chooser::new(
                    ctx.env.text("action-filter-differences"),
                    entries,
                ))))
            }
            Action::Mark => self.mark(ctx),
            Action::Unmark => {
                self.marked.clear();
                Answer::done()
            }
            Action::ClearDifferencesFilter => Answer::with(Do::Filter(FilterEdit::Clear)),
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        if self.order == Order::Effect && !self.is_effect_known && ctx.review.watch().checks().is_some() {
            self.refresh(ctx);
        }
        let [_, table, _] = Self::areas(area);
        self.list.settle(self.lines.len(), body_height(table));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, table, details] = Self::areas(area);
        let env = ctx.env;
        put(buffer, row(head, 0), (1, 0), head.width, &self.head(ctx), env.theme.style(Role::TextDim));
        if self.lines.is_empty() {
            put(
                buffer,
                table,
                (2, 1),
                table.width,
                &env.text("no-differences"),
                env.theme.style(Role::TextDim),
            );
        }
        let columns = columns(env);
        let make = |index: usize, _: &[u16]| self.make(ctx, index);
        let drawn = Table { columns: &columns, state: &self.list, len: self.lines.len(), row: &make };
        let cursor = drawn.draw(env, table, buffer);
        if let Some(difference) = self.difference(ctx).and_then(|at| ctx.review.difference(at)) {
            crate::tui::parts::difference::details(ctx, difference, details, buffer);
        }
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let [_, table, _] = Self::areas(area);
        if self.list.click(at, body(table), self.lines.len()) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    fn filter(&mut self, edit: FilterEdit, ctx: Ctx<'_>) {
        self.filter.edit(edit);
        self.refresh(ctx);
    }

    fn client(&self, ctx: Ctx<'_>) -> Option<usize> {
        self.difference(ctx).map(|at| at.client as usize)
    }

    fn changed(&mut self, ctx: Ctx<'_>, is_compared: bool) {
        // Lines stay where they are while people work through them; only other differences make a new list.
        if is_compared {
            self.refresh(ctx);
        }
        if self.marked.iter().any(|(client, id)| place_of(ctx, *client, id).is_none()) {
            self.marked.retain(|(client, id)| place_of(ctx, *client, id).is_some());
        }
    }

    fn marked(&self, ctx: Ctx<'_>) -> Vec<DifferenceAt> {
        self.marked.iter().filter_map(|(client, id)| place_of(ctx, *client, id)).collect()
    }

    fn place(&self, ctx: Ctx<'_>) -> Option<Place> {
        let at = self.difference(ctx)?;
        let difference = ctx.review.difference(at)?;
        Some((at.client as usize, difference.provider, difference.kind))
    }

    fn look_at(&mut self, at: DifferenceAt, _ctx: Ctx<'_>) {
        let is_it = |line: &Line| *line == Line::Difference(at);
        if let Some(row) = self.lines.iter().position(is_it) {
            self.list.select(row);
        }
    }

    fn difference(&self, _ctx: Ctx<'_>) -> Option<DifferenceAt> {
        match self.lines.get(self.list.cursor) {
            Some(Line::Difference(at)) => Some(*at),
            _ => None,
        }
    }
}
