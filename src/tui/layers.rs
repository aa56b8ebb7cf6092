//! Windows that lie over a screen, one over the other. The topmost one gets the keys.

pub mod chooser;
pub mod entry;
pub mod fee;
pub mod form;
pub mod keys;
pub mod message;
pub mod raw_line;
pub mod remedy;
pub mod rule;
pub mod shares;
pub mod slip;

use entry::Entering;
use form::Purpose;

use super::action::{Action, Scope};
use super::effect::Effect;
use super::env::Env;
use super::filter::FilterEdit;
use super::key::Key;
use super::screens::ScreenId;
use super::wish::Wish;
use crate::app::decide::Proposal;
use crate::app::review::Review;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::path::PathBuf;

/// What a window sees; there may be no month yet.
#[derive(Clone, Copy)]
pub struct LayerCtx<'a> {
    /// Texts, colours, keys.
    pub env: &'a Env,
    /// The month, when it is open.
    pub review: Option<&'a Review>,
}

/// A window over a screen.
pub trait Layer: Send {
    /// Where its keys are found.
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Popup, Scope::List, Scope::Always]
    }

    /// Takes a key into its text field; `false` when it has none or the key is no text.
    fn typed(&mut self, _key: Key, _ctx: LayerCtx<'_>) -> bool {
        false
    }

    /// Takes pasted text; a window without a field lets it fall.
    fn paste(&mut self, _text: &str, _ctx: LayerCtx<'_>) {}

    /// Takes what was chosen in a window over it.
    fn fill(&mut self, _text: &str) {}

    /// Does what a key asked for.
    fn act(&mut self, action: Action, ctx: LayerCtx<'_>) -> Vec<Do>;

    /// Brings cursors and visible parts in order after anything changed.
    fn settle(&mut self, ctx: LayerCtx<'_>, area: Rect);

    /// A mouse click at a place.
    fn click(&mut self, _at: Position, _ctx: LayerCtx<'_>, _area: Rect) -> Vec<Do> {
        Vec::new()
    }

    /// Draws the window; returns where the terminal's own cursor belongs.
    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position>;
}

/// What a screen or a window wants the program to do.
pub enum Do {
    /// Carry out an action as if its key had been pressed.
    Act(Action),
    /// Go to a screen.
    Show(ScreenId),
    /// Show a client, at one of the client's differences if it is named.
    Client {
        /// Position in the month's clients.
        client: usize,
        /// Position in the client's differences.
        difference: Option<u32>,
    },
    /// Show the next client with differences in the order of the board, at the first of them (the last, backward).
    NextClientWithDifferences {
        /// Position of the client to go on from.
        from: usize,
        /// Whether forward.
        is_forward: bool,
    },
    /// Show the board with only some clients.
    Board(FilterEdit),
    /// Change the filter of the current screen.
    Filter(FilterEdit),
    /// Change what the journal shows.
    Journal(super::screens::journal::Edit),
    /// Move the current screen's cursor to a row.
    Row(usize),
    /// Order the board.
    Sort(super::screens::board::Sort),
    /// Order the slips.
    SortSlips(super::screens::slips::Sort),
    /// Order the office's own claims.
    SortFees(super::screens::fees::Sort),
    /// Order the findings.
    SortChecks(super::screens::checks::Sort),
    /// Change which notices are shown.
    Notices(super::screens::notices::Edit),
    /// Open another month of the same files.
    Month(ServiceMonth),
    /// Open another month of the workspace and show a client of it.
    MonthOfClient {
        /// The month.
        month: ServiceMonth,
        /// Whose.
        client: ClientKey,
    },
    /// Put a window over the screen.
    Push(Box<dyn Layer>),
    /// Take this window away.
    Close,
    /// Say something in one line.
    Say(String),
    /// Have something done outside.
    Effect(Effect),
    /// Decide something.
    Wish(Wish),
    /// Ask for words in a form.
    Form(Purpose),
    /// Show what a rule would do.
    Rule(Box<Proposal>),
    /// Write the files of the outbox.
    Write,
    /// Take files in.
    Import(Vec<PathBuf>),
    /// Take notices of 国保連 in.
    ImportNotices(Vec<PathBuf>),
    /// Do something with a register.
    Register(Entering),
    /// Give what was chosen to the window below.
    Fill(String),
}
