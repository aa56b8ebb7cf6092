//! What can happen: everything that reaches the model is one of these.

use super::input::Input;
use super::theme::Theme;
use crate::app::raw_line::RawRecord;
use crate::app::review::Review;
use crate::domain::row::FileIndex;
use chrono::NaiveDate;

/// Something that happened.
pub enum Msg {
    /// A key, a paste, the mouse, another size, the terminal's answer.
    Input(Input),
    /// So many files have been read.
    Progress {
        /// Which opening.
        generation: u32,
        /// Files read.
        done: usize,
        /// Files in all.
        total: usize,
    },
    /// The month is open.
    Opened {
        /// Which opening.
        generation: u32,
        /// The month.
        review: Box<Review>,
    },
    /// The month cannot be opened, or the person stopped it.
    NotOpened {
        /// Which opening.
        generation: u32,
        /// Why, in sentences; empty when the person stopped it.
        reasons: Vec<String>,
    },
    /// A line of a file, or why it cannot be had.
    Line {
        /// The file.
        file: FileIndex,
        /// The line.
        line: u32,
        /// Its cells, or a sentence.
        record: Result<RawRecord, String>,
    },
    /// The themes there are: id and name.
    Themes(Vec<(String, String)>),
    /// A theme, with sentences about its faults.
    Theme(Theme, Vec<String>),
    /// Something to be said in one line: what could not be done outside, and why.
    Told(String),
    /// A new day has begun.
    Today(NaiveDate),
    /// A signal ends the program.
    Ending,
}
