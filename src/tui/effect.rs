//! What the model wants done. Effects are data: the loop and the worker carry them out and answer with messages.

use crate::app::registers::Register;
use crate::domain::event::Draft;
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::month::ServiceMonth;
use crate::domain::row::FileIndex;
use crate::format::exchange::FileKind;
use crate::store::ViewState;
use std::path::PathBuf;

/// Something to be done outside the model.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Have the worker do something that takes time.
    Work(Job),
    /// Tell when the next frame has been drawn: what takes long is done after people see that it has begun.
    TellWhenDrawn,
    /// Give up what is being opened.
    StopOpening,
    /// Switch the mouse on or off.
    Mouse(bool),
    /// Draw everything anew.
    Redraw,
    /// Give the terminal back and sleep until the shell wakes the program.
    Suspend,
    /// End.
    Quit,
}

/// To whom files that are written go.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Addressee {
    /// サービス事業所: revised plans, accepted actuals, inquiries.
    #[default]
    Providers,
    /// 国保連: 給付管理票 and the office's own claims.
    Kokuhoren,
}

/// What the worker is asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Job {
    /// Open a month; what was being opened before is given up.
    Open {
        /// Number of the opening; answers carry it.
        generation: u32,
        /// Which month; the one with most rows when not given.
        month: Option<ServiceMonth>,
    },
    /// Copy the journal, if there is something new in it.
    BackUp,
    /// Write an event into the journal.
    Append {
        /// The opening it belongs to; the answer carries it.
        generation: u32,
        /// What is done.
        draft: Box<Draft>,
    },
    /// Find out what would be written.
    PlanWriting {
        /// The opening it belongs to; the answer carries it.
        generation: u32,
        /// To whom the files go.
        to: Addressee,
        /// Every client, not only those whose plan has changed.
        all_clients: bool,
    },
    /// Write what was planned last.
    WriteOut {
        /// The opening it belongs to; the answer carries it.
        generation: u32,
    },
    /// Take files into the workspace.
    Import {
        /// Folders, files, zip archives.
        paths: Vec<PathBuf>,
    },
    /// Read the notices of 国保連 and the journal of every month.
    ReadNotices {
        /// The opening it belongs to; the answer carries it.
        generation: u32,
        /// Clients who are known without the journal.
        known: Vec<ClientKey>,
    },
    /// Take notices of 国保連 in.
    ImportNotices {
        /// The opening it belongs to; the answer carries it.
        generation: u32,
        /// Folders, files, zip archives.
        paths: Vec<PathBuf>,
        /// Clients who are known without the journal.
        known: Vec<ClientKey>,
    },
    /// Count another month of the workspace, to be compared with the open one.
    CountMonth {
        /// The opening it belongs to; the answer carries it.
        generation: u32,
        /// Which month.
        month: ServiceMonth,
        /// Whose clients are counted.
        office: OfficeNumber,
    },
    /// Read a file with rows of a register.
    ReadSheet {
        /// The opening it belongs to; the answer carries it.
        generation: u32,
        /// The register that the rows are for.
        register: &'static Register,
        /// The file.
        path: PathBuf,
    },
    /// Write a register as a file.
    ExportRegister {
        /// Name of the register.
        name: &'static str,
        /// Number of its rows.
        rows: usize,
        /// The file.
        bytes: Vec<u8>,
    },
    /// Read one line of a file.
    ReadLine {
        /// The file.
        file: FileIndex,
        /// Its path in the source.
        path: String,
        /// Its kind, when it is known.
        kind: Option<FileKind>,
        /// The physical line, from 1.
        line: u32,
    },
    /// Find out which themes there are.
    ListThemes,
    /// Load a theme by its name.
    LoadTheme(String),
    /// Remember how the screens are set.
    Save(ViewState),
}
