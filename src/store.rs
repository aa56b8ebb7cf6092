//! Files in and out: finds and reads received files, in folders and zip archives, keeps them, the service code
//! masters and the notices of 国保連 in the workspace of an office beside its journal, watches for new ones, and writes folders of outputs; keeps what the workstation remembers.

mod kept;
mod masters;
mod notices;
mod office;
mod outbox;
mod private;
mod received;
mod source;
mod view_state;
mod watch;
pub mod workspace;
mod write;
mod zip_archive;

pub use masters::{
    MASTERS, MasterFault, MasterFaultSort, MasterImport, MasterImportFailure, MasterNews, RegisteredMaster,
    import_master, load_masters, registered_masters, remove_master, take_master,
};
pub use notices::{
    NOTICES, NoticeFault, NoticeFaultSort, NoticeImport, NoticeImportFailure, NoticeNews, OneNotice,
    RegisteredNotice, import_notices, load_notices, registered_notices,
};
pub use office::{
    Earlier, ImportFailure, JOURNAL_FILE, OfficeFailure, OfficeMonth, OutFailure, Written, import,
    open_beside, open_journal, open_office, write_files,
};
pub use outbox::{Deviation, Manifest, OutFile, Receipt, VerifyFailure, WrittenFile, verify, write_out};
pub use received::{
    ImportCounts, ImportItem, ImportPlan, ImportStop, ImportStopped, Outcome, ReceivedSource, Span,
    StoredFile, Taken, months, plan_import,
};
pub use source::{FolderSource, Limits};
pub use view_state::ViewState;
pub use watch::{Watch, Watching, watch};
pub use write::{StoreError, write_file, write_into, write_new};

use std::io;

/// The system's words without the number of the error, which tells people nothing.
fn plain_reason(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::NotFound => return "reason-not-found".to_owned(),
        io::ErrorKind::PermissionDenied => return "reason-permission-denied".to_owned(),
        _ => {}
    }
    let text = error.to_string();
    text.split_once(" (os error ").map_or(text.as_str(), |(words, _)| words).to_owned()
}

/// Makes a path fit to be shown: a name can hold escape sequences that would reach the terminal.
fn without_controls(text: String) -> String {
    if text.chars().any(char::is_control) {
        text.chars().map(|c| if c.is_control() { char::REPLACEMENT_CHARACTER } else { c }).collect()
    } else {
        text
    }
}
