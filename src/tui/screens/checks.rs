//! 提出前点検: what would come back of the month, with the amount at risk and what helps.

mod details;
mod head;
mod order;
mod rows;
#[cfg(test)]
mod tests;

use super::{Answer, Screen, Searchable};
use crate::app::checks::Found;
use crate::app::decide::Place;
use crate::app::review::DifferenceAt;
use crate::check::{CHECKS, Severity};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::tui::action::{Action, Scope};
use crate::tui::env::Ctx;
use crate::tui::filter::{Facet, Filter, FilterEdit};
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::message::Message;
use crate::tui::parts::details::Details;
use crate::tui::parts::list::ListState;
use crate::tui::parts::table::{Table, body, body_height};
use crate::tui::sort::SortKey as _;
use order::Line;
pub use order::{Sort, SortKey};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::{BTreeMap, BTreeSet};

/// What a finding is known by while others come and go: the client, the check, the office and kind.
type Identity = (usize, &'static str, Option<(OfficeNumber, ServiceKind)>);

/// The screen.
#[derive(Default)]
pub struct Checks {
    list: ListState,
    filter: Filter,
    sort: Sort,
    /// The shown findings, in their order.
    shown: Vec<Line>,
    /// The window (処理対象年月) that the list was made for; `None` while it has to be made anew.
    made_for: Option<ServiceMonth>,
    /// The finding that the cursor is on, also while it is being counted.
    current: Option<Identity>,
    /// The line that it stands on: where it is gone, the next one takes its place.
    row: usize,
    /// The chosen finding in full.
    details: Details,
}

impl Checks {
    /// Orders the findings; choosing the order in force turns it around.
    pub fn sort_by(&mut self, sort: Sort, ctx: Ctx<'_>) {
        self.sort = self.sort.chosen(sort);
        self.refresh(ctx);
    }

    /// Moves the cursor to a client if it is shown and the cursor is not there already.
    pub fn follow(&mut self, client: usize) {
        let is_there = self.line(self.list.cursor).is_some_and(|line| line.client as usize == client);
        if let Some(row) = self.row_of(client).filter(|_| !is_there) {
            self.list.select(row);
        }
    }

    /// The finding under the cursor, and the position of its client.
    pub fn chosen<'a>(&self, ctx: Ctx<'a>) -> Option<(usize, &'a Found)> {
        self.found_at(ctx, self.list.cursor)
    }

    fn line(&self, row: usize) -> Option<Line> {
        self.shown.get(row).copied()
    }

    fn found_at<'a>(&self, ctx: Ctx<'a>, row: usize) -> Option<(usize, &'a Found)> {
        let line = self.line(row)?;
        let checks = ctx.review.watch().checks()?.client(line.client as usize)?;
        Some((checks.position, checks.findings.get(line.at as usize)?))
    }

    fn row_of(&self, client: usize) -> Option<usize> {
        self.shown.iter().position(|line| line.client as usize == client)
    }

    fn identity(&self, ctx: Ctx<'_>, row: usize) -> Option<Identity> {
        let (client, found) = self.found_at(ctx, row)?;
        Some((client, found.finding.check, found.finding.pair))
    }

    /// Makes the list anew and keeps the cursor on its finding, else on its line.
    fn refresh(&mut self, ctx: Ctx<'_>) {
        self.shown = order::shown(ctx, &self.filter, self.sort);
        self.made_for = ctx.review.watch().checks().map(|_| ctx.window());
        let same = |row: &usize| self.current.is_some() && self.identity(ctx, *row) == self.current;
        let row = (0..self.shown.len()).find(same);
        self.list.select(row.unwrap_or(self.row).min(self.shown.len().saturating_sub(1)));
    }

    fn sort_entries(&self, ctx: Ctx<'_>) -> Vec<Entry> {
        let entry = |key: &SortKey| {
            let note = if *key == self.sort.key { ctx.env.text("facet-set") } else { String::new() };
            Entry::new(ctx.env.text(key.label()), note, Choice::SortChecks(Sort::by(*key)))
        };
        SortKey::ALL.iter().map(entry).collect()
    }

    /// Severities, silenced ones, the checks that found something, managers, offices, kinds.
    fn filter_entries(&self, ctx: Ctx<'_>) -> Vec<Entry> {
        let checks = ctx.review.watch().checks();
        let clients = checks.map(|checks| checks.clients.as_slice()).unwrap_or_default();
        let all = clients.iter().flat_map(|checks| &checks.findings);
        let found: BTreeSet<&str> = all.map(|found| found.finding.check).collect();
        let severities = Severity::ALL.iter().rev().copied().map(Facet::Severity);
        let checks = CHECKS.iter().map(|check| check.id).filter(|id| found.contains(id)).map(Facet::Check);
        self.filter.entries(ctx, severities.chain([Facet::Silenced]).chain(checks).collect())
    }

    /// Moves to the nearest line that fits.
    fn step(&mut self, ctx: Ctx<'_>, is_forward: bool, fits: impl Fn(usize) -> bool) -> Answer {
        let Some(row) = self.list.seek(self.shown.len(), is_forward, fits) else {
            return Answer::with(Do::Say(ctx.env.text("checks-no-more")));
        };
        self.list.select(row);
        Answer::done()
    }

    /// The next finding that costs something, or the one before.
    fn step_heavy(&mut self, ctx: Ctx<'_>, is_forward: bool) -> Answer {
        let severities: Vec<Option<Severity>> = (0..self.shown.len())
            .map(|row| self.found_at(ctx, row).map(|(_, found)| found.finding.severity))
            .collect();
        let is_heavy = |row: usize| severities.get(row).copied().flatten() > Some(Severity::Confirm);
        self.step(ctx, is_forward, is_heavy)
    }

    fn step_client(&mut self, ctx: Ctx<'_>, is_forward: bool) -> Answer {
        let clients: Vec<u32> = self.shown.iter().map(|line| line.client).collect();
        let current = clients.get(self.list.cursor).copied();
        self.step(ctx, is_forward, |row| clients.get(row).copied() != current)
    }

    /// What was not checked and why.
    fn not_checked(ctx: Ctx<'_>) -> Answer {
        let mut told = details::needs(ctx);
        if told.is_empty() {
            let id =
                if ctx.review.watch().checks().is_some() { "checks-all-checked" } else { "checks-counting" };
            told.push(ctx.env.text(id));
        }
        Answer::with(Do::Push(Box::new(Message::new(ctx.env.text("findings-not-checked"), &told))))
    }

    fn open(&self, ctx: Ctx<'_>) -> Answer {
        let wanted = self.chosen(ctx).map(|(client, _)| {
            let difference = self.difference(ctx).map(|at| at.at);
            Do::Client { client, difference }
        });
        Answer::Done(wanted.into_iter().collect())
    }
}

/// Where the differences with these ids stand among those of a client.
pub fn places_of(ctx: Ctx<'_>, client: usize, ids: &[String]) -> Vec<DifferenceAt> {
    let found = ctx.review.month.comparisons.get(client);
    let differences = found.map(|found| found.differences.as_slice()).unwrap_or_default();
    let Ok(client) = u32::try_from(client) else { return Vec::new() };
    let own = (0_u32..).zip(differences).filter(|(_, difference)| ids.contains(&difference.id));
    own.map(|(at, _)| DifferenceAt { client, at }).collect()
}

impl Screen for Checks {
    fn scope(&self) -> Scope {
        Scope::Checks
    }

    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        let filter = Filter::recall(ctx.review, remembered);
        *self = Self { filter, sort: Sort::recall(remembered), ..Self::default() };
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
        let is_forward = matches!(action, Action::NextDifference | Action::NextClient);
        match action {
            Action::Open => self.open(ctx),
            Action::Left | Action::Right => {
                self.details.scroll(action == Action::Right);
                Answer::done()
            }
            Action::NextDifference | Action::PreviousDifference => self.step_heavy(ctx, is_forward),
            Action::NextClient | Action::PreviousClient => self.step_client(ctx, is_forward),
            Action::NotChecked => Self::not_checked(ctx),
            Action::SortChecks => {
                let chooser = Chooser::new(ctx.env.text("action-sort-checks"), self.sort_entries(ctx));
                Answer::with(Do::Push(Box::new(chooser)))
            }
            Action::FilterChecks => {
                let chooser = Chooser::new(ctx.env.text("action-filter-checks"), self.filter_entries(ctx));
                Answer::with(Do::Push(Box::new(chooser)))
            }
            Action::ClearChecksFilter => Answer::with(Do::Filter(FilterEdit::Clear)),
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        let is_counted = ctx.review.watch().checks().is_some();
        if self.made_for != Some(ctx.window()) || !is_counted {
            self.refresh(ctx);
        }
        let [_, table, details] = Details::areas(area);
        self.list.settle(self.shown.len(), body_height(table));
        let chosen = self.identity(ctx, self.list.cursor);
        let is_another = chosen.is_some() && chosen != self.current;
        if chosen.is_some() {
            (self.current, self.row) = (chosen, self.list.cursor);
        }
        if is_another {
            self.details.settle(None, Vec::new(), details);
        }
        let cells = Details::cells(details);
        let lines = self.chosen(ctx).map(|(_, found)| details::lines(ctx, found, cells));
        self.details.settle(chosen.map(|(client, ..)| client), lines.unwrap_or_default(), details);
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, table, details] = Details::areas(area);
        self.draw_head(ctx, head, buffer);
        let columns = rows::columns(ctx.env);
        let make = |index: usize, _: &[u16]| self.row(ctx, index);
        let drawn = Table { columns: &columns, state: &self.list, len: self.shown.len(), row: &make };
        let cursor = drawn.draw(ctx.env, table, buffer);
        let Some((client, found)) = self.chosen(ctx) else {
            self.draw_empty(ctx, table, buffer);
            return None;
        };
        self.details.draw(ctx.env, &details::title(ctx, client, found), details, buffer);
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
        if self.row_of(client).is_none() && self.made_for.is_some() && !self.filter.is_empty() {
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
        self.chosen(ctx).map(|(client, _)| client)
    }

    fn changed(&mut self, _ctx: Ctx<'_>, _is_compared: bool) {
        self.made_for = None;
    }

    fn place(&self, ctx: Ctx<'_>) -> Option<Place> {
        let (client, found) = self.chosen(ctx)?;
        let (office, kind) = found.finding.pair?;
        Some((client, office, kind))
    }

    fn look_at_client(&mut self, client: usize) {
        self.follow(client);
    }

    /// The first difference of the finding.
    fn difference(&self, ctx: Ctx<'_>) -> Option<DifferenceAt> {
        let (client, found) = self.chosen(ctx)?;
        places_of(ctx, client, &found.finding.differences).first().copied()
    }
}
