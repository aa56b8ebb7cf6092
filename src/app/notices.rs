//! Notices (通知) of 国保連 as the office works with them: what each row says, to which slip or claim it belongs, what
//! became of that, and what is to be done. Pure: `store` keeps the files.

mod advice;
mod items;
mod ledger;
mod outstanding;
mod paid;
mod repeated;
mod says;
mod states;
mod sums;
#[cfg(test)]
mod tests;
mod tie;

pub use advice::{Advice, AsSent, Override, OverrideOf, Step, advice};
pub use items::{Item, RowCounts, RowFate};
pub use ledger::{Ledger, known_clients};
pub use outstanding::{OpenDocument, OpenWhy, Outstanding, outstanding};
pub use paid::{Amounts, PaidKey, PaidRow, PaidWindow, paid};
pub use says::{AtFault, Says};
pub use states::{Contradiction, Outcome, States, is_cut, is_whole, states};
pub use sums::{SumFault, SumSort};
pub use tie::{Tie, Tied, tie};

use repeated::KnownRows;

use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::notices::{Notice, NoticeKind, notices};
use crate::format::kokuhoren::read::KokuhorenFile;

/// A file of notices, taken apart.
#[derive(Clone, Debug)]
pub struct NoticeFile {
    /// The name it came with.
    pub name: String,
    /// BLAKE3 hash of its bytes in hexadecimal digits.
    pub hash: String,
    /// What is in it.
    pub read: KokuhorenFile,
}

/// A notice of a file: what its header says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Place in [`Notices::files`].
    pub file: usize,
    /// Which notice.
    pub kind: NoticeKind,
    /// 交換情報識別番号.
    pub exchange_id: &'static str,
    /// 事業所番号 of the receiving office.
    pub office: Option<OfficeNumber>,
    /// 審査年月 or 取扱年月.
    pub review: Option<ServiceMonth>,
}

/// Everything that files of notices say.
#[derive(Clone, Debug, Default)]
pub struct Notices {
    /// The files, in the order in which they were taken in.
    pub files: Vec<NoticeFile>,
    /// The notices in them.
    pub heads: Vec<Head>,
    /// What their rows say.
    pub items: Vec<Item>,
    /// What became of each row of each file, in its order.
    pub fates: Vec<Vec<RowFate>>,
    /// Sums that do not add up.
    pub sums: Vec<SumFault>,
    known: KnownRows,
}

impl Notices {
    /// Reads the rows of files.
    pub fn of(files: Vec<NoticeFile>) -> Self {
        let mut all = Self::default();
        for file in files {
            all.add(file);
        }
        all
    }

    /// Reads the rows of one more file.
    pub fn add(&mut self, file: NoticeFile) {
        let at = self.files.len();
        let mut fates = vec![RowFate::NoNotice; file.read.rows.len()];
        let found = notices(&file.read);
        self.known.mark(&mut fates, &found, &file.read);
        for notice in &found {
            self.heads.push(head(at, notice, &file.read));
            self.sums.extend(sums::faults(at, notice, &file.read));
        }
        items::collect(&mut self.items, &mut fates, at, &found, &file.read);
        self.fates.push(fates);
        self.files.push(file);
    }

    /// What became of the lines of a file.
    pub fn counts(&self, file: usize) -> RowCounts {
        let fates = self.fates.get(file).map(Vec::as_slice).unwrap_or_default();
        let read = self.files.get(file).map(|file| &file.read);
        RowCounts::of(fates, read)
    }

    /// The notices of a file.
    pub fn heads_of(&self, file: usize) -> impl Iterator<Item = &Head> {
        self.heads.iter().filter(move |head| head.file == file)
    }
}

fn head(file: usize, notice: &Notice, read: &KokuhorenFile) -> Head {
    let first = notice.records(read).next();
    let exchange_id = first.map_or("", |(_, row)| row.record.kind().exchange_id());
    Head { file, kind: notice.kind, exchange_id, office: notice.office, review: notice.month }
}
