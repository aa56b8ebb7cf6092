//! 通知: what 国保連 says of what was sent, what is to be sent again, and what was paid.

mod content;
mod details;
mod filter;
mod head;
mod rows;
#[cfg(test)]
mod tests;

use super::{Answer, Screen, Searchable};
use crate::app::notices::known_clients;
use crate::app::tally::window_on;
use crate::domain::decision::Subject;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::month::{Day, ServiceMonth};
use crate::tui::action::{Action, Scope};
use crate::tui::effect::{Effect, Job};
use crate::tui::env::Ctx;
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Chooser, Entry};
use crate::tui::msg::NoticesRead;
use crate::tui::parts::details::Details;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::Piece;
use crate::tui::parts::table::{Table, body, body_height};
use content::{Content, Line, View};
use filter::Filter;
pub use filter::{Edit, Facet};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// What the view is remembered by.
const VIEW: &str = "view";

/// How far the reading is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Reading {
    /// It is not asked for, or has to be asked for again.
    #[default]
    Wanted,
    /// The worker does it.
    UnderWay,
    /// What was read is up to date.
    Done,
}

/// 事業所 and kind of a line of a slip.
type Pair = (OfficeNumber, ServiceKind);

/// The service month of a line, whose it is, and the line of the slip that it is about.
type Target = (ServiceMonth, ClientKey, Option<Pair>);

/// The screen.
#[derive(Default)]
pub struct Notices {
    /// The view that was chosen; without one, the first that has something.
    view: Option<View>,
    lists: [ListState; 3],
    filter: Filter,
    /// What was read, before it is worked out.
    arrived: Option<Box<NoticesRead>>,
    content: Option<Content>,
    /// The lines of the view that are shown.
    shown: Vec<Line>,
    reading: Reading,
    /// Why nothing could be read.
    why: Option<String>,
    /// Clients who are known without the journal, for the worker.
    known: Vec<ClientKey>,
    /// Whether there is an office folder, where notices are kept.
    is_kept: bool,
    /// Events of the journal that are accounted for.
    heard: usize,
    details: Details,
    /// The line that the details are about, and their width.
    detailed: Option<(Line, usize)>,
    lines: Vec<Vec<Piece>>,
}

impl Notices {
    /// Whether there is an office folder, where notices are kept.
    pub fn kept(&mut self, is_kept: bool) {
        self.is_kept = is_kept;
    }

    /// The worker has read the notices, or says why not.
    pub fn read(&mut self, read: Result<Box<NoticesRead>, String>) {
        match read {
            Ok(read) => (self.arrived, self.why) = (Some(read), None),
            Err(why) => {
                (self.content, self.why) = (None, Some(why));
                self.refresh();
            }
        }
        self.reading = Reading::Done;
    }

    /// Changes which notices are shown.
    pub fn edit(&mut self, edit: Edit) {
        self.filter.edit(edit);
        self.refresh();
    }

    fn view(&self) -> View {
        let first = || match &self.content {
            Some(content) if content.open.is_empty() && !content.items.is_empty() => View::Items,
            _ => View::Open,
        };
        self.view.unwrap_or_else(first)
    }

    fn is_waiting(&self) -> bool {
        self.is_kept && self.reading != Reading::Done
    }

    fn list(&self) -> &ListState {
        let [open, items, paid] = &self.lists;
        match self.view() {
            View::Open => open,
            View::Items => items,
            View::Paid => paid,
        }
    }

    fn list_mut(&mut self) -> &mut ListState {
        let view = self.view();
        let [open, items, paid] = &mut self.lists;
        match view {
            View::Open => open,
            View::Items => items,
            View::Paid => paid,
        }
    }

    fn line(&self, row: usize) -> Option<Line> {
        self.shown.get(row).copied()
    }

    fn chosen(&self) -> Option<(&Content, Line)> {
        Some((self.content.as_ref()?, self.line(self.list().cursor)?))
    }

    /// Makes the list anew.
    fn refresh(&mut self) {
        let view = self.view();
        let shown = self.content.as_ref().map(|content| content.shown(view, &self.filter));
        self.shown = shown.unwrap_or_default();
        let last = self.shown.len().saturating_sub(1);
        let list = self.list_mut();
        list.select(list.cursor.min(last));
        self.detailed = None;
    }

    /// Works out what has arrived, and anew when another window has begun.
    fn work_out(&mut self, ctx: Ctx<'_>) {
        let window = window_of_today(ctx);
        let stale = self.content.take_if(|content| content.window != window);
        let read = self.arrived.take().map(|read| *read).or(stale.map(|content| content.read));
        if let Some(read) = read {
            self.content = Some(Content::of(read, window));
            self.refresh();
        }
    }

    /// Where the chosen line leads.
    fn target(&self) -> Option<Target> {
        let (content, line) = self.chosen()?;
        match line {
            Line::Open(at) => {
                let one = content.open.get(at)?;
                let item = content.items.iter().find(|line| Some(line.at) == one.item);
                Some((one.month, one.client?, item.and_then(|line| line.pair)))
            }
            Line::Item(at) => {
                let line = content.items.get(at)?;
                Some((content.item(line)?.month?, line.client?, line.pair))
            }
            Line::Window(_) | Line::Paid(..) => None,
        }
    }

    /// To the client, in another month too; from a window to its notices.
    fn open(&mut self, ctx: Ctx<'_>) -> Answer {
        if let Some((_, Line::Window(window) | Line::Paid(window, _))) = self.chosen() {
            self.view = Some(View::Items);
            self.edit(Edit::Only(Facet::Review(window)));
            return Answer::done();
        }
        if self.chosen().is_none() {
            return Answer::done();
        }
        let Some((month, client, pair)) = self.target() else {
            return Answer::with(Do::Say(ctx.env.text("notices-no-client")));
        };
        if month != ctx.review.month.month {
            return Answer::with(Do::MonthOfClient { month, client });
        }
        match ctx.review.month.position(client) {
            Some(client) => Answer::with(Do::Client { client, difference: difference(ctx, client, pair) }),
            None => Answer::with(Do::Say(ctx.env.text("notices-not-in-month"))),
        }
    }

    fn step(&mut self, ctx: Ctx<'_>, is_forward: bool, fits: impl Fn(&Self, usize) -> bool) -> Answer {
        let row = self.list().seek(self.shown.len(), is_forward, |row| fits(self, row));
        let Some(row) = row else { return Answer::with(Do::Say(ctx.env.text("notices-no-more"))) };
        self.list_mut().select(row);
        Answer::done()
    }

    fn client_at(&self, row: usize) -> Option<ClientKey> {
        self.content.as_ref()?.client(self.line(row)?)
    }

    fn is_to_do(&self, row: usize) -> bool {
        let line = self.content.as_ref().zip(self.line(row));
        line.is_some_and(|(content, line)| content.is_to_do(line))
    }

    /// The window in which conditions are chosen.
    fn choose_filter(&self, ctx: Ctx<'_>) -> Answer {
        let entries = self.entries(ctx, |_| true);
        let title = ctx.env.text("action-filter-notices");
        Answer::with(Do::Push(Box::new(Chooser::new(title, entries))))
    }

    /// What the view can be filtered by.
    fn entries(&self, ctx: Ctx<'_>, fits: fn(&Facet) -> bool) -> Vec<Entry> {
        let Some(content) = &self.content else { return Vec::new() };
        let facets = content.facets(self.view());
        let fitting = facets.iter().filter(|(facet, _)| fits(facet));
        fitting.map(|counted| self.filter.entry(ctx, &content.names, counted)).collect()
    }
}

/// The window that is open today or comes next, whatever month is shown.
fn window_of_today(ctx: Ctx<'_>) -> ServiceMonth {
    let today = ctx.env.today;
    Day::of(today).map_or_else(|| ctx.window(), |day| window_on(today, day.month.previous()))
}

/// The first difference of a client at an office and kind.
fn difference(ctx: Ctx<'_>, client: usize, pair: Option<Pair>) -> Option<u32> {
    let (office, kind) = pair?;
    let differences = &ctx.review.month.comparisons.get(client)?.differences;
    let mut own = (0_u32..).zip(differences).filter(|(_, of)| of.provider == office && of.kind == kind);
    own.next().map(|(at, _)| at)
}

/// Whether a change of a subject can change what notices are tied to or what is to be done.
fn concerns(subject: &Subject) -> bool {
    match subject {
        Subject::Difference { .. }
        | Subject::Pairing { .. }
        | Subject::Arrival { .. }
        | Subject::Withdrawal { .. }
        | Subject::Client { .. }
        | Subject::Note { .. }
        | Subject::Month
        | Subject::Rule { .. }
        | Subject::Edition { .. } => false,
        Subject::Entry { register, .. } => register == "notices" || register == "clients",
        _ => true,
    }
}

impl Screen for Notices {
    fn scope(&self) -> Scope {
        Scope::Notices
    }

    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>) {
        let named = remembered.get(VIEW);
        let view = named.and_then(|name| View::ALL.into_iter().find(|view| view.name() == name));
        *self = Self {
            view,
            filter: Filter::recall(remembered),
            is_kept: self.is_kept,
            heard: ctx.review.decisions.events().len(),
            ..Self::default()
        };
    }

    fn remember(&self, _ctx: Ctx<'_>) -> BTreeMap<String, String> {
        let view = self.view.map(|view| (VIEW.to_owned(), view.name().to_owned()));
        self.filter.remember().into_iter().chain(view).collect()
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        let len = self.shown.len();
        if self.list_mut().act(action, len) {
            return Answer::done();
        }
        let is_forward = matches!(action, Action::NextDifference | Action::NextClient);
        match action {
            Action::Open => return self.open(ctx),
            Action::Left | Action::Right => self.details.scroll(action == Action::Right),
            Action::NextDifference | Action::PreviousDifference => {
                return self.step(ctx, is_forward, Self::is_to_do);
            }
            Action::NextClient | Action::PreviousClient => {
                let current = self.client_at(self.list().cursor);
                return self.step(ctx, is_forward, |screen, row| screen.client_at(row) != current);
            }
            Action::NoticesView => {
                self.view = Some(self.view().next());
                self.refresh();
            }
            Action::FilterNotices => return self.choose_filter(ctx),
            Action::ClearNoticesFilter => return Answer::with(Do::Notices(Edit::Clear)),
            _ => return Answer::Pass,
        }
        Answer::done()
    }

    fn job(&mut self, generation: u32) -> Option<Effect> {
        if !self.is_kept || self.reading != Reading::Wanted {
            return None;
        }
        self.reading = Reading::UnderWay;
        let known = std::mem::take(&mut self.known);
        Some(Effect::Work(Job::ReadNotices { generation, known }))
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        if self.is_kept && self.reading == Reading::Wanted {
            self.known = known_clients(ctx.review);
        }
        self.work_out(ctx);
        let [_, table, details] = Details::areas(area);
        let len = self.shown.len();
        self.list_mut().settle(len, body_height(table));
        let cells = Details::cells(details);
        let chosen = self.line(self.list().cursor).map(|line| (line, cells));
        if chosen.is_none() || chosen != self.detailed {
            let lines = self.chosen().map(|(content, line)| details::lines(ctx, content, line, cells));
            self.lines = lines.unwrap_or_default();
            if self.detailed.map(|(line, _)| line) != chosen.map(|(line, _)| line) {
                self.details.settle(None, Vec::new(), details);
            }
            self.detailed = chosen;
        }
        self.details.settle(Some(0), self.lines.clone(), details);
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, table, details] = Details::areas(area);
        self.draw_head(ctx, head, buffer);
        let columns = rows::columns(ctx.env, self.view());
        let make = |index: usize, _: &[u16]| self.row(ctx, index);
        let drawn = Table { columns: &columns, state: self.list(), len: self.shown.len(), row: &make };
        let cursor = drawn.draw(ctx.env, table, buffer);
        let Some((content, line)) = self.chosen() else {
            self.draw_empty(ctx, table, buffer);
            return None;
        };
        self.details.draw(ctx.env, &details::title(ctx, content, line), details, buffer);
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let [_, table, _] = Details::areas(area);
        let len = self.shown.len();
        if self.list_mut().click(at, body(table), len) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    /// Clients of the shown view; the chosen one is the only one shown then.
    fn searchable(&self, ctx: Ctx<'_>) -> Searchable {
        Searchable::Entries(self.entries(ctx, |facet| matches!(facet, Facet::Client(_))))
    }

    fn client(&self, ctx: Ctx<'_>) -> Option<usize> {
        let (content, line) = self.chosen()?;
        ctx.review.month.position(content.client(line)?)
    }

    fn changed(&mut self, ctx: Ctx<'_>, _is_compared: bool) {
        let events = ctx.review.decisions.events();
        let new = events.get(self.heard..).unwrap_or_default();
        if new.iter().flat_map(|event| &event.changes).any(|change| concerns(&change.subject)) {
            self.reading = Reading::Wanted;
        }
        self.heard = events.len();
        self.detailed = None;
    }
}
