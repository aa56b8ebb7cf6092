//! The screens: one file each, its `mod` line and its line in the list.

pub mod board;
pub mod checks;
pub mod client;
pub mod differences;
pub mod fees;
pub mod help;
pub mod intake;
pub mod journal;
pub mod managers;
pub mod notices;
pub mod outbox;
pub mod providers;
pub mod registers;
pub mod slips;

use super::action::{Action, Scope};
use super::effect::Effect;
use super::env::Ctx;
use super::filter::FilterEdit;
use super::layers::Do;
use super::layers::chooser::Entry;
use crate::app::decide::Place;
use crate::app::review::DifferenceAt;
use crate::domain::decision::RowContent;
use crate::tui::parts::list::ListState;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// What a screen answered to an action.
pub enum Answer {
    /// The action is not for this screen.
    Pass,
    /// Done, and this is wanted further.
    Done(Vec<Do>),
}

impl Answer {
    /// Done, nothing further.
    pub fn done() -> Self {
        Answer::Done(Vec::new())
    }

    /// Done, and one thing further.
    pub fn with(what: Do) -> Self {
        Answer::Done(vec![what])
    }
}

/// Moves to a row that was looked for, or says that there is none that way.
fn moved(list: &mut ListState, row: Option<usize>, ctx: Ctx<'_>) -> Answer {
    let Some(row) = row else {
        return Answer::with(Do::Say(ctx.env.text("notice-no-more-differences")));
    };
    list.select(row);
    Answer::done()
}

/// What the search of a screen looks through.
pub enum Searchable {
    /// The month's clients; the chosen one is shown.
    Clients,
    /// The month's clients; only what the journal says of the chosen one is shown.
    ClientsOfJournal,
    /// The month's files; the screen goes to the position of the chosen one.
    Files,
    /// The month's clients; the screen goes to the row of the chosen one, by its position among them.
    ClientsHere,
    /// The screen's own rows.
    Entries(Vec<Entry>),
}

/// A screen. Its state changes in `act`, `settle` and the setters only; drawing changes nothing.
pub trait Screen: Send {
    /// Where its own keys are found.
    fn scope(&self) -> Scope;

    /// A month has been opened: forget the one before and take up what was remembered about this one.
    fn opened(&mut self, ctx: Ctx<'_>, remembered: &BTreeMap<String, String>);

    /// What is worth remembering about this month.
    fn remember(&self, _ctx: Ctx<'_>) -> BTreeMap<String, String> {
        BTreeMap::new()
    }

    /// Does what a key asked for.
    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer;

    /// Brings cursors and visible parts in order after anything changed.
    fn settle(&mut self, ctx: Ctx<'_>, area: Rect);

    /// Draws the screen; returns where the terminal's own cursor belongs.
    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position>;

    /// A mouse click at a place.
    fn click(&mut self, _at: Position, _ctx: Ctx<'_>, _area: Rect) -> Answer {
        Answer::done()
    }

    /// What the search looks through.
    fn searchable(&self, _ctx: Ctx<'_>) -> Searchable {
        Searchable::Clients
    }

    /// Moves the cursor to a row, after a search.
    fn go_to_row(&mut self, _row: usize, _ctx: Ctx<'_>) {}

    /// Changes the filter.
    fn filter(&mut self, _edit: FilterEdit, _ctx: Ctx<'_>) {}

    /// The client that the cursor is on.
    fn client(&self, _ctx: Ctx<'_>) -> Option<usize> {
        None
    }

    /// Decisions have changed; with `is_compared` rows, pairs and lines of the month as well.
    fn changed(&mut self, _ctx: Ctx<'_>, _is_compared: bool) {}

    /// The differences that are marked.
    fn marked(&self, _ctx: Ctx<'_>) -> Vec<DifferenceAt> {
        Vec::new()
    }

    /// The client, provider and kind that the cursor is on.
    fn place(&self, _ctx: Ctx<'_>) -> Option<Place> {
        None
    }

    /// The row of typed actuals that the cursor is on: its place among them and its content; a place past the end with
    /// what a new row there begins with.
    fn typed_row(&self, _ctx: Ctx<'_>, _rows: &[RowContent]) -> Option<(usize, RowContent)> {
        None
    }

    /// What the screen needs from the worker before it can be shown; asked for after every change.
    fn job(&mut self, _generation: u32) -> Option<Effect> {
        None
    }

    /// Moves the cursor to a client, if the screen shows it.
    fn look_at_client(&mut self, _client: usize) {}

    /// Moves the cursor to a difference, if the screen shows it.
    fn look_at(&mut self, _at: DifferenceAt, _ctx: Ctx<'_>) {}

    /// The difference that the cursor is on.
    fn difference(&self, _ctx: Ctx<'_>) -> Option<DifferenceAt> {
        None
    }
}

macro_rules! screens {
    ($($screen:ident, $module:ident, $title:literal, $action:ident;)+) => {
        /// Names of the screens, in the order of their digits.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ScreenId { $(#[doc = $title] $screen,)+ }

        impl ScreenId {
            /// Every screen.
            pub const ALL: &[ScreenId] = &[$(ScreenId::$screen),+];

            /// Message with its title.
            pub fn title(self) -> &'static str {
                match self { $(ScreenId::$screen => $title,)+ }
            }

            /// The action that goes there.
            pub fn action(self) -> Action {
                match self { $(ScreenId::$screen => Action::$action,)+ }
            }
        }

        /// The state of every screen.
        #[derive(Default)]
        pub struct Screens { $($module: $module::$screen,)+ }

        impl Screens {
            /// A screen.
            pub fn get(&self, id: ScreenId) -> &dyn Screen {
                match id { $(ScreenId::$screen => &self.$module,)+ }
            }

            /// A screen, to be changed.
            pub fn get_mut(&mut self, id: ScreenId) -> &mut dyn Screen {
                match id { $(ScreenId::$screen => &mut self.$module,)+ }
            }
        }
    };
}

screens! {
    Board, board, "screen-board", ShowBoard;
    Client, client, "screen-client", ShowClient;
    Providers, providers, "screen-providers", ShowProviders;
    Differences, differences, "screen-differences", ShowDifferences;
    Managers, managers, "screen-managers", ShowManagers;
    Intake, intake, "screen-intake", ShowIntake;
    Journal, journal, "screen-journal", ShowJournal;
    Outbox, outbox, "screen-outbox", ShowOutbox;
    Help, help, "screen-help", ShowHelp;
    Slips, slips, "screen-slips", ShowSlips;
    Fees, fees, "screen-fees", ShowFees;
    Registers, registers, "screen-registers", ShowRegisters;
    Checks, checks, "screen-checks", ShowChecks;
    Notices, notices, "screen-notices", ShowNotices;
}

impl ScreenId {
    /// The screen an action goes to.
    pub fn of_action(action: Action) -> Option<Self> {
        Self::ALL.iter().copied().find(|screen| screen.action() == action)
    }

    /// The screen so many tabs further, around the end.
    pub fn step(self, steps: usize) -> Self {
        let at = Self::ALL.iter().position(|screen| *screen == self).unwrap_or(0);
        Self::ALL.get((at + steps) % Self::ALL.len()).copied().unwrap_or(self)
    }
}

impl Screens {
    /// The board, which also says in which order clients follow each other.
    pub fn board_mut(&mut self) -> &mut board::Board {
        &mut self.board
    }

    /// The board.
    pub fn board(&self) -> &board::Board {
        &self.board
    }

    /// The slips, of which several can be marked.
    pub fn slips(&self) -> &slips::Slips {
        &self.slips
    }

    /// The slips, which have an order of their own.
    pub fn slips_mut(&mut self) -> &mut slips::Slips {
        &mut self.slips
    }

    /// The office's own claims.
    pub fn fees(&self) -> &fees::Fees {
        &self.fees
    }

    /// The office's own claims, which have an order of their own.
    pub fn fees_mut(&mut self) -> &mut fees::Fees {
        &mut self.fees
    }

    /// The findings, of which one is chosen.
    pub fn checks(&self) -> &checks::Checks {
        &self.checks
    }

    /// The findings, which have an order of their own.
    pub fn checks_mut(&mut self) -> &mut checks::Checks {
        &mut self.checks
    }

    /// The care managers, whose months the worker counts.
    pub fn managers_mut(&mut self) -> &mut managers::Managers {
        &mut self.managers
    }

    /// The registers, in which the model looks for rows.
    pub fn registers_mut(&mut self) -> &mut registers::Registers {
        &mut self.registers
    }

    /// The notices, which the worker reads.
    pub fn notices(&self) -> &notices::Notices {
        &self.notices
    }

    /// The notices, which the worker reads and which have a filter of their own.
    pub fn notices_mut(&mut self) -> &mut notices::Notices {
        &mut self.notices
    }

    /// The intake screen, which knows what a line of a file is about.
    pub fn intake(&self) -> &intake::Intake {
        &self.intake
    }

    /// The outbox, which the worker fills.
    pub fn outbox_mut(&mut self) -> &mut outbox::Outbox {
        &mut self.outbox
    }

    /// The journal, which filters by what its own window offers.
    pub fn journal_mut(&mut self) -> &mut journal::Journal {
        &mut self.journal
    }

    /// The client screen, which other screens lead to.
    pub fn client_mut(&mut self) -> &mut client::Client {
        &mut self.client
    }
}
