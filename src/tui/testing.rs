//! What the tests of screens share: an opened month, surroundings, and the screen as text.

use super::action::Action;
use super::env::{Ctx, Env, Places};
use super::glyphs::Charset;
use super::keymap::Keymap;
use super::layers::Do;
use super::screens::{Answer, Screen};
use super::theme::Theme;
use crate::app::open::{OpenOptions, open_month};
use crate::app::ports::{FoundFile, Listing, NoProgress, ReadFailure, Source};
use crate::app::registers::{register, set_all};
use crate::app::review::Review;
use crate::domain::event::Draft;
use crate::domain::fixture::journalled;
use crate::format::codes::read_codes;
use crate::format::exchange::read::fixture::{CARE, HELPER, Line, file};
use crate::i18n::dates::DateStyle;
use crate::i18n::width::width;
use crate::i18n::{Language, Texts};
use crate::store::{FolderSource, Limits};
use chrono::NaiveDate;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use std::collections::BTreeMap;
use std::path::Path;

/// A month of `samples/` (`v4`, `v3`, `prevention`) with its code master.
pub(in crate::tui) fn sample(folder: &str) -> Review {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(folder);
    let codes = read_codes(&std::fs::read(root.join("master/codes.csv")).unwrap()[..]).unwrap();
    let source = FolderSource::open(&[root.join("in")], Limits::default());
    let options = OpenOptions { codes: Some(&codes), ..OpenOptions::default() };
    let month = open_month(&source, options, &NoProgress).unwrap();
    Review::new(month, Some(codes))
}

/// Enters a number for every care manager of the plans.
pub(in crate::tui) fn managers(review: &Review) -> Draft {
    let names = review.managers.iter().map(|manager| manager.name.clone()).filter(|name| !name.is_empty());
    let rows: Vec<BTreeMap<String, String>> = names
        .zip(0..)
        .map(|(name, at)| {
            let cells = [("name", name), ("from", "2026-04".to_owned()), ("number", format!("1300{at:04}"))];
            cells.map(|(column, text)| (column.to_owned(), text)).into()
        })
        .collect();
    set_all(&review.decisions, register("managers").unwrap(), &rows).draft.unwrap()
}

/// The sample with a number for every care manager.
pub(in crate::tui) fn with_managers() -> Review {
    let mut review = sample("v4");
    let draft = managers(&review);
    take(&mut review, draft);
    review
}

/// Takes an event into a review, as the journal would number it.
pub(in crate::tui) fn take(review: &mut Review, draft: Draft) {
    let seq = review.decisions.events().len() as u64 + 1;
    review.take(journalled(seq, draft));
}

/// A screen that is shown, without the model around it.
pub(in crate::tui) struct Shown<S> {
    pub(in crate::tui) review: Review,
    pub(in crate::tui) env: Env,
    pub(in crate::tui) screen: S,
}

impl<S: Screen + Default> Shown<S> {
    pub(in crate::tui) fn new(review: Review, env: Env) -> Self {
        let mut shown = Self { review, env, screen: S::default() };
        shown.with(|screen, ctx| screen.opened(ctx, &BTreeMap::new()));
        shown
    }

    /// Shown after slips, claims and checks are counted.
    pub(in crate::tui) fn counted(review: Review, env: Env) -> Self {
        let mut shown = Self::new(review, env);
        shown.count();
        shown
    }

    /// Counts slips, claims and checks, and draws a frame.
    pub(in crate::tui) fn count(&mut self) -> Vec<String> {
        let window = self.ctx().window();
        self.review.watch_to_the_end(window);
        self.lines()
    }

    pub(in crate::tui) fn ctx(&self) -> Ctx<'_> {
        Ctx { env: &self.env, review: &self.review }
    }

    pub(in crate::tui) fn with<T>(&mut self, change: impl FnOnce(&mut S, Ctx<'_>) -> T) -> T {
        change(&mut self.screen, Ctx { env: &self.env, review: &self.review })
    }

    /// What an action that the screen takes wants further.
    pub(in crate::tui) fn act(&mut self, action: Action) -> Vec<Do> {
        match self.with(|screen, ctx| screen.act(action, ctx)) {
            Answer::Done(wanted) => wanted,
            Answer::Pass => panic!("{action:?} is not taken"),
        }
    }

    pub(in crate::tui) fn take(&mut self, draft: Draft) {
        take(&mut self.review, draft);
        self.with(|screen, ctx| screen.changed(ctx, false));
    }

    /// What is seen of it.
    pub(in crate::tui) fn lines(&mut self) -> Vec<String> {
        let area = body(&self.env);
        self.with(|screen, ctx| screen.settle(ctx, area));
        let screen = &self.screen;
        rendered(self.ctx(), |ctx, area, buffer| {
            screen.draw(ctx, area, buffer);
        })
    }
}

/// Files held in memory.
struct Files(Vec<(String, Vec<u8>)>);

impl Source for Files {
    fn list(&self) -> Listing {
        let files = self.0.iter().map(|(path, _)| FoundFile { path: path.clone() }).collect();
        Listing { files, problems: Vec::new() }
    }

    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
        into.clear();
        into.extend_from_slice(&self.0[index].1);
        Ok(())
    }
}

/// A month of October 2026 from files with these names and lines.
pub(in crate::tui) fn month_of(files: &[(String, Vec<Line>)]) -> Review {
    let files = files.iter().map(|(name, lines)| (name.clone(), file(lines))).collect();
    Review::new(open_month(&Files(files), OpenOptions::default(), &NoProgress).unwrap(), None)
}

/// Name of a file of the care office for the helper: `UPPLAN`, `UPHOSOKU`, `UPSIKYU`.
pub(in crate::tui) fn sent_name(prefix: &str) -> String {
    format!("{prefix}_202610_{CARE}_43_{HELPER}_11_20261001093015.CSV")
}

/// Name of a file with actuals of the helper.
pub(in crate::tui) fn received_name() -> String {
    format!("UPJSK_202610_{HELPER}_11_{CARE}_43_20261102093015.CSV")
}

/// Japanese, the default theme, the usual keys, the fifth of November 2026.
pub(in crate::tui) fn env(columns: u16, rows: u16) -> Env {
    in_language(Language::Ja, columns, rows)
}

/// The same in another language.
pub(in crate::tui) fn in_language(language: Language, columns: u16, rows: u16) -> Env {
    Env {
        texts: Texts::new(language),
        theme: Theme::builtin("dark").unwrap(),
        keymap: Keymap::default(),
        charset: Charset::Plain,
        depth: None,
        dates: if language == Language::Ja { DateStyle::Era } else { DateStyle::Western },
        today: NaiveDate::from_ymd_opt(2026, 11, 5).unwrap(),
        size: (columns, rows),
        mouse: false,
        places: Places::default(),
    }
}

/// The part of the terminal that belongs to a screen.
pub(in crate::tui) fn body(env: &Env) -> Rect {
    Rect::new(0, 2, env.size.0, env.size.1.saturating_sub(3))
}

/// What a closure draws on the body of the terminal, as lines of text without blanks at their ends. Nothing may be drawn
/// outside the body.
pub(in crate::tui) fn rendered(ctx: Ctx<'_>, draw: impl FnOnce(Ctx<'_>, Rect, &mut Buffer)) -> Vec<String> {
    let (columns, rows) = ctx.env.size;
    let mut buffer = Buffer::filled(Rect::new(0, 0, columns, rows), ratatui::buffer::Cell::new("\u{1}"));
    let area = body(ctx.env);
    super::parts::paint::fill(&mut buffer, area, ctx.env.theme.style(super::theme::Role::Text));
    draw(ctx, area, &mut buffer);
    for position in buffer.area.positions().filter(|position| !area.contains(*position)) {
        assert_eq!(buffer[position].symbol(), "\u{1}", "something was drawn outside at {position}");
    }
    let body = area.rows().map(|row| text_of(&buffer, row));
    body.collect()
}

/// A row of cells as text.
pub(in crate::tui) fn text_of(buffer: &Buffer, row: Rect) -> String {
    let mut out = String::new();
    let mut x = row.left();
    while x < row.right() {
        let symbol = buffer[(x, row.y)].symbol();
        out.push_str(symbol);
        x += u16::try_from(width(symbol).max(1)).unwrap();
    }
    out.trim_end().to_owned()
}
