//! A window to choose from a list by typing: the command palette, the search for clients, filters, themes.

mod matching;

use super::entry::{Entering, EntryStart};
use super::form::Purpose;
use super::{Do, Layer, LayerCtx};
use crate::app::decide::Proposal;
use crate::app::review::Review;
use crate::app::search::Query;
use crate::domain::month::ServiceMonth;
use crate::i18n::width::{display, fit};
use crate::tui::action::{Action, Scope};
use crate::tui::effect::{Effect, Job};
use crate::tui::filter::FilterEdit;
use crate::tui::key::Key;
use crate::tui::parts::field;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, put_pieces, row, split_top};
use crate::tui::parts::window::{centred, frame};
use crate::tui::screens::ScreenId;
use crate::tui::screens::board::Sort;
use crate::tui::screens::checks;
use crate::tui::screens::fees;
use crate::tui::screens::journal;
use crate::tui::screens::notices;
use crate::tui::screens::slips;
use crate::tui::theme::Role;
use crate::tui::wish::Wish;
use matching::{fold_all, ranked};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::Input;

/// What taking an entry does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Carry out an action.
    Act(Action),
    /// Go to a client.
    Client(usize),
    /// Move the screen's cursor to a row.
    Row(usize),
    /// Change the screen's filter.
    Filter(FilterEdit),
    /// Change what the journal shows.
    Journal(journal::Edit),
    /// Change which notices are shown.
    Notices(notices::Edit),
    /// Order the board.
    Sort(Sort),
    /// Order the slips.
    SortSlips(slips::Sort),
    /// Order the office's own claims.
    SortFees(fees::Sort),
    /// Order the findings.
    SortChecks(checks::Sort),
    /// Load a theme.
    Theme(String),
    /// Open another month.
    Month(ServiceMonth),
    /// Go to a screen.
    Screen(ScreenId),
    /// Decide something.
    Wish(Wish),
    /// Show what a rule would do.
    Rule(Box<Proposal>),
    /// Ask for words in a form.
    Form(Purpose),
    /// Write the files of the outbox.
    Write,
    /// Open the form for a row of a register.
    EditEntry(Box<EntryStart>),
    /// Give the text to the window below.
    Fill(String),
}

impl Choice {
    fn into_do(self) -> Do {
        match self {
            Choice::Act(action) => Do::Act(action),
            Choice::Client(client) => Do::Client { client, difference: None },
            Choice::Row(row) => Do::Row(row),
            Choice::Filter(edit) => Do::Filter(edit),
            Choice::Journal(edit) => Do::Journal(edit),
            Choice::Notices(edit) => Do::Notices(edit),
            Choice::Sort(sort) => Do::Sort(sort),
            Choice::SortSlips(sort) => Do::SortSlips(sort),
            Choice::SortFees(sort) => Do::SortFees(sort),
            Choice::SortChecks(sort) => Do::SortChecks(sort),
            Choice::Theme(id) => Do::Effect(Effect::Work(Job::LoadTheme(id))),
            Choice::Month(month) => Do::Month(month),
            Choice::Screen(screen) => Do::Show(screen),
            Choice::Wish(wish) => Do::Wish(wish),
            Choice::Rule(proposal) => Do::Rule(proposal),
            Choice::Form(purpose) => Do::Form(purpose),
            Choice::Write => Do::Write,
            Choice::EditEntry(start) => Do::Register(Entering::Edit(start)),
            Choice::Fill(text) => Do::Fill(text),
        }
    }
}

/// An entry of the list.
#[derive(Clone, Debug)]
pub struct Entry {
    /// What is shown at the left.
    pub label: String,
    /// What is shown at the right: keys, counts.
    pub note: String,
    /// Further words that find it.
    also: &'static str,
    /// What taking it does.
    pub choice: Choice,
}

impl Entry {
    /// An entry.
    pub fn new(label: impl Into<String>, note: impl Into<String>, choice: Choice) -> Self {
        Self { label: label.into(), note: note.into(), also: "", choice }
    }

    /// The entry is found by these words too.
    pub fn found_by(self, also: &'static str) -> Self {
        Self { also, ..self }
    }
}

enum Source {
    /// Entries, and what typed text is compared with: made when the first letter is typed.
    Entries(Vec<Entry>, Vec<String>),
    /// The month's clients, found by number, kanji, kana or romaji, and what taking one does.
    Clients(fn(usize) -> Choice),
    /// The month's files, found by path and office.
    Files,
}

/// The window.
pub struct Chooser {
    title: String,
    field: Input,
    source: Source,
    hits: Vec<u32>,
    list: ListState,
}

impl Chooser {
    /// A window with entries.
    pub fn new(title: impl Into<String>, entries: Vec<Entry>) -> Self {
        let hits = (0..u32::try_from(entries.len()).unwrap_or(u32::MAX)).collect();
        Self::over(title, Source::Entries(entries, Vec::new()), hits)
    }

    /// A window that finds clients; `choice` says what taking one does.
    pub fn clients(title: impl Into<String>, review: &Review, choice: fn(usize) -> Choice) -> Self {
        Self::over(title, Source::Clients(choice), clients(review, ""))
    }

    /// A window that finds files.
    pub fn files(title: impl Into<String>, review: &Review) -> Self {
        Self::over(title, Source::Files, review.files.find(""))
    }

    fn over(title: impl Into<String>, source: Source, hits: Vec<u32>) -> Self {
        Self { title: title.into(), field: Input::default(), source, hits, list: ListState::default() }
    }

    fn find(&mut self, ctx: LayerCtx<'_>) {
        let typed = self.field.value();
        self.hits = match (&mut self.source, ctx.review) {
            (Source::Entries(entries, folded), _) => {
                if folded.is_empty() {
                    *folded = fold_all(entries);
                }
                ranked(folded, typed)
            }
            (Source::Clients(_), Some(review)) => clients(review, typed),
            (Source::Files, Some(review)) => review.files.find(typed),
            (Source::Clients(_) | Source::Files, None) => Vec::new(),
        };
        self.list = ListState::default();
    }

    fn take(&self) -> Vec<Do> {
        let Some(hit) = self.hits.get(self.list.cursor) else { return vec![Do::Close] };
        let at = *hit as usize;
        let choice = match &self.source {
            Source::Entries(entries, _) => entries.get(at).map(|entry| entry.choice.clone()),
            Source::Clients(choice) => Some(choice(at)),
            Source::Files => Some(Choice::Row(at)),
        };
        std::iter::once(Do::Close).chain(choice.map(Choice::into_do)).collect()
    }

    fn shown(&self, hit: u32, ctx: LayerCtx<'_>) -> (String, String) {
        let at = hit as usize;
        match (&self.source, ctx.review) {
            (Source::Entries(entries, _), _) => {
                entries.get(at).map(|entry| (entry.label.clone(), entry.note.clone())).unwrap_or_default()
            }
            (Source::Clients(_), Some(review)) => client_line(ctx, review, at),
            (Source::Files, Some(review)) => file_line(review, at),
            (Source::Clients(_) | Source::Files, None) => Default::default(),
        }
    }

    /// As high as all entries need, whatever was typed: a window that changes its size with every letter is no rest
    /// for the eye.
    fn place(&self, area: Rect) -> Rect {
        let needed = match &self.source {
            Source::Entries(entries, _) => u16::try_from(entries.len()).unwrap_or(u16::MAX).saturating_add(4),
            Source::Clients(_) | Source::Files => u16::MAX,
        };
        let height = needed.min(area.height.saturating_sub(4)).clamp(8, 24);
        centred(area, area.width.saturating_sub(8).clamp(36, 76), height)
    }
}

fn client_line(ctx: LayerCtx<'_>, review: &Review, at: usize) -> (String, String) {
    let Some(rows) = review.month.clients.get(at) else { return Default::default() };
    let name = ctx.env.words(review).client_name(rows.client);
    let kana = review.month.profile(rows.client).map(|profile| display(&profile.kana)).unwrap_or_default();
    (format!("{} {kana}", fit(&name, 18)), rows.client.insured.to_string())
}

fn file_line(review: &Review, at: usize) -> (String, String) {
    let Some(file) = review.month.files.get(at) else { return Default::default() };
    let office = file.name.as_ref().map(|name| review.month.office_name(review.month.other_side(name)));
    (display(&file.path), display(&office.unwrap_or_default()))
}

/// Clients that fit, best first; all of them by kana when nothing was typed.
fn clients(review: &Review, typed: &str) -> Vec<u32> {
    if !Query::new(typed).is_empty() {
        return review.search.find(typed);
    }
    let mut all = vec![0; review.clients.len()];
    for (at, summary) in (0_u32..).zip(&review.clients) {
        if let Some(place) = all.get_mut(summary.kana_rank as usize) {
            *place = at;
        }
    }
    all
}

impl Layer for Chooser {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Field, Scope::Always]
    }

    fn typed(&mut self, key: Key, ctx: LayerCtx<'_>) -> bool {
        let Some(request) = field::request(key) else { return false };
        let before = self.field.value().to_owned();
        self.field.handle(request);
        if self.field.value() != before {
            self.find(ctx);
        }
        true
    }

    fn paste(&mut self, text: &str, ctx: LayerCtx<'_>) {
        field::paste(&mut self.field, text);
        self.find(ctx);
    }

    fn act(&mut self, action: Action, _ctx: LayerCtx<'_>) -> Vec<Do> {
        let movement = match action {
            Action::FieldAccept => return self.take(),
            Action::FieldCancel => return vec![Do::Close],
            Action::FieldUp | Action::FieldPrevious => Action::Up,
            Action::FieldDown | Action::FieldNext => Action::Down,
            Action::FieldPageUp => Action::PageUp,
            Action::FieldPageDown => Action::PageDown,
            other => other,
        };
        self.list.act(movement, self.hits.len());
        Vec::new()
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        self.list.settle(self.hits.len(), self.place(area).height.saturating_sub(4));
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        let place = self.place(area);
        if !place.contains(at) {
            return vec![Do::Close];
        }
        match at.y.checked_sub(place.y + 3).and_then(|line| self.list.row_at(line, self.hits.len())) {
            Some(row) if row == self.list.cursor => self.take(),
            Some(row) => {
                self.list.select(row);
                Vec::new()
            }
            None => Vec::new(),
        }
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let theme = &env.theme;
        let inside = frame(env, self.place(area), &self.title, buffer);
        let (field, list) = split_top(inside, 2);
        let count = format!("{}", self.hits.len());
        put(buffer, field, (0, 0), 2, ">", theme.style(Role::PopupKey));
        let line = Rect { x: field.x + 2, width: field.width.saturating_sub(10), height: 1, ..field };
        let cursor = field::draw(env, &self.field, line.intersection(field), buffer);
        let at = field.width.saturating_sub(u16::try_from(count.len()).unwrap_or(0));
        put(buffer, field, (at, 0), 8, &count, theme.style(Role::PopupDim));
        for (line, index) in (0_u16..).zip(self.list.visible(self.hits.len(), list.height)) {
            let Some(hit) = self.hits.get(index) else { break };
            let (label, note) = self.shown(*hit, ctx);
            let place = row(list, line);
            let note_cells =
                u16::try_from(crate::i18n::width::width(&note)).unwrap_or(0).min(place.width / 2);
            let pieces = [
                Piece::new("  ", Role::Popup),
                Piece::new(fit(&label, usize::from(place.width.saturating_sub(note_cells + 3))), Role::Popup),
                Piece::new(" ", Role::Popup),
                Piece::new(note, Role::PopupDim),
            ];
            put_pieces(buffer, place, (0, 0), place.width, &pieces, theme);
            if index == self.list.cursor {
                buffer.set_style(place.intersection(buffer.area), theme.cursor_row());
                put(buffer, place, (0, 0), 1, ">", theme.style(Role::Cursor));
            }
        }
        if self.hits.is_empty() {
            put(buffer, list, (2, 0), list.width, &env.text("chooser-nothing"), theme.style(Role::PopupDim));
        }
        Some(cursor)
    }
}
