//! What every screen draws with, besides the month.

use super::glyphs::Charset;
use super::keymap::Keymap;
use super::theme::{Depth, Theme};
use crate::app::review::Review;
use crate::app::tally::window_on;
use crate::domain::month::ServiceMonth;
use crate::i18n::dates::DateStyle;
use crate::i18n::{Arg, Texts};
use crate::report::words::Words;
use chrono::NaiveDate;
use std::path::PathBuf;

/// Texts, colours, keys, the terminal and the day.
pub struct Env {
    /// Texts in the reader's language.
    pub texts: Texts,
    /// Colours.
    pub theme: Theme,
    /// Keys.
    pub keymap: Keymap,
    /// What the terminal can draw.
    pub charset: Charset,
    /// How many colours it has; `None` for none at all.
    pub depth: Option<Depth>,
    /// How dates are written.
    pub dates: DateStyle,
    /// Today.
    pub today: NaiveDate,
    /// Columns and rows of the terminal.
    pub size: (u16, u16),
    /// Whether the mouse is used.
    pub mouse: bool,
    /// Where files are, for the help.
    pub places: Places,
}

/// Where the program finds and puts things, as shown in the help.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// What was opened.
    pub opened: Vec<PathBuf>,
    /// Folder of the settings and of user themes.
    pub settings: Option<PathBuf>,
    /// What is remembered between runs.
    pub state: Option<PathBuf>,
}

impl Env {
    /// The message with this id.
    pub fn text(&self, id: &str) -> String {
        self.texts.get(id)
    }

    /// The message with this id and these values.
    pub fn format(&self, id: &str, args: &[(&str, Arg<'_>)]) -> String {
        self.texts.format(id, args)
    }

    /// What an action does, in a few words.
    pub fn action_label(&self, action: super::action::Action) -> String {
        self.text(&format!("action-{}", action.id()))
    }

    /// Names of clients, offices, kinds in a month.
    pub fn words<'a>(&'a self, review: &'a Review) -> Words<'a> {
        Words { month: &review.month, texts: &self.texts }
    }
}

/// What a screen sees: the program's surroundings and the month.
#[derive(Clone, Copy)]
pub struct Ctx<'a> {
    /// Texts, colours, keys.
    pub env: &'a Env,
    /// The month.
    pub review: &'a Review,
}

impl<'a> Ctx<'a> {
    /// 処理対象年月: the month of the window in which slips of the month are sent next.
    pub fn window(&self) -> ServiceMonth {
        window_on(self.env.today, self.review.month.month)
    }

    /// Names of clients, offices, kinds.
    pub fn words(&self) -> Words<'a> {
        self.env.words(self.review)
    }
}
