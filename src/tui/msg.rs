//! What can happen: everything that reaches the model is one of these.

use super::desk::Desk;
use super::input::Input;
use super::screens::outbox::Preview;
use super::theme::Theme;
use crate::app::notices::{Ledger, Notices};
use crate::app::raw_line::RawRecord;
use crate::app::registers::Register;
use crate::app::review::Review;
use crate::app::workload::MonthCount;
use crate::domain::event::{Event, Seq};
use crate::domain::month::ServiceMonth;
use crate::domain::row::FileIndex;
use crate::format::registers::Sheet;
use crate::store::{NoticeFault, NoticeImport};
use chrono::NaiveDate;
use std::path::PathBuf;

/// Something that happened.
pub enum Msg {
    /// A key, a paste, the mouse, another size, the terminal's answer.
    Input(Input),
    /// The frame that was asked about has been drawn.
    Drawn,
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
        /// Where decisions about it go.
        desk: Desk,
        /// The months of the workspace with the number of their files; empty without a workspace.
        months: Vec<(ServiceMonth, usize)>,
    },
    /// An event is in the journal, on the disk.
    Appended {
        /// Which opening it belongs to.
        generation: u32,
        /// The event.
        event: Box<Event>,
        /// Something to be said about it in one line.
        told: Option<String>,
    },
    /// An event could not be written.
    NotAppended {
        /// Which opening it belongs to.
        generation: u32,
        /// Why, in a sentence.
        why: String,
    },
    /// What would be written, or why that cannot be said.
    Previewed {
        /// Which opening it belongs to.
        generation: u32,
        /// The files in words.
        preview: Result<Preview, String>,
    },
    /// Files were written, or not.
    Written {
        /// Which opening it belongs to.
        generation: u32,
        /// The event in the journal; `None` when nothing was written.
        event: Option<Box<Event>>,
        /// Where they lie, or why they were not written.
        told: Vec<String>,
    },
    /// Files have come into a folder that is watched.
    Arrived(Vec<PathBuf>),
    /// Files were taken in, or not.
    Imported {
        /// The last event of the journal.
        last: Seq,
        /// How many files are new.
        new: usize,
        /// What became of them, in sentences.
        told: Vec<String>,
    },
    /// The notices of 国保連 were read, or not.
    NoticesRead {
        /// Which opening it belongs to.
        generation: u32,
        /// What they say, or why that cannot be said.
        read: Result<Box<NoticesRead>, String>,
    },
    /// Notices of 国保連 were taken in, or not.
    NoticesImported {
        /// Which opening it belongs to.
        generation: u32,
        /// The last event of the journal.
        last: Seq,
        /// What became of them, or why nothing was taken in.
        taken: Result<Box<NoticesTaken>, String>,
    },
    /// A file with rows of a register was read, or not.
    SheetRead(SheetRead),
    /// The month cannot be opened, or the person stopped it.
    NotOpened {
        /// Which opening.
        generation: u32,
        /// Why, in sentences; empty when the person stopped it.
        reasons: Vec<String>,
    },
    /// Another month of the workspace is counted, or not.
    MonthCounted {
        /// Which opening it belongs to.
        generation: u32,
        /// The month.
        month: ServiceMonth,
        /// What was counted, or why it could not be, in sentences.
        counted: Result<Box<MonthCount>, Vec<String>>,
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

/// Everything that the notices of 国保連 say, with what was sent.
#[derive(Debug)]
pub struct NoticesRead {
    /// The notices.
    pub notices: Notices,
    /// The journal of every month.
    pub ledger: Ledger,
    /// Kept files that are not used.
    pub faults: Vec<NoticeFault>,
}

/// Notices of 国保連 that were taken in.
#[derive(Debug)]
pub struct NoticesTaken {
    /// What became of them.
    pub import: NoticeImport,
    /// The journal of every month, with what was recorded.
    pub ledger: Ledger,
    /// Files that could not be read, a sentence each.
    pub unread: Vec<String>,
}

/// A file with rows of a register.
pub struct SheetRead {
    /// Which opening it belongs to.
    pub generation: u32,
    /// The register that the rows are for.
    pub register: &'static Register,
    /// The file, as it was typed.
    pub path: String,
    /// What it holds, or why it cannot be read.
    pub sheet: Result<Sheet, String>,
}
