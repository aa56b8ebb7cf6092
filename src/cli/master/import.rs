//! `kyukan master import`: files with the rows of registers, and service code masters. What a file holds is told by its
//! header, or by its first row where a master has none.

use super::{Opened, codes, named};
use crate::app::ports::Source;
use crate::app::registers::{HeadFault, Heads, Register, take_sheet};
use crate::cli::args::{Common, Format};
use crate::cli::{Console, Exit, Stop, load, write_stop};
use crate::format::codes::NotAMaster;
use crate::format::registers::{Sheet, read_sheet};
use crate::i18n::Texts;
use crate::report::register_import::{RegisterFile, RegisterOutcome, write_json, write_text};
use crate::report::registers::ColumnNames;
use crate::store::workspace::Access;
use crate::store::{FolderSource, MASTERS, MasterImportFailure};
use std::path::PathBuf;

/// What files are said to hold.
#[derive(Clone, Copy)]
enum Meant {
    /// Nothing is said: their headers tell.
    Any,
    /// Rows of a register.
    Rows(&'static Register),
    /// A service code master.
    Codes,
}

impl Meant {
    fn of(register: Option<&str>, texts: &Texts) -> Result<Self, Stop> {
        match register {
            None => Ok(Self::Any),
            Some(MASTERS) => Ok(Self::Codes),
            Some(name) => named(name, texts).map(Self::Rows),
        }
    }
}

pub(super) fn run(
    common: &Common,
    paths: &[PathBuf],
    register: Option<&str>,
    console: &mut Console<'_>,
) -> Result<Exit, Stop> {
    let meant = Meant::of(register, console.texts)?;
    let sources: Vec<FolderSource> = paths
        .iter()
        .map(|path| FolderSource::open(std::slice::from_ref(path), load::limits(console.settings)))
        .collect();
    sources.iter().try_for_each(|source| load::refuse_missing(source, console.texts))?;
    let names = ColumnNames::load();
    let mut opened = Opened::open(common, Access::Write, console)?;
    let mut files = Vec::new();
    let taken = sources.iter().try_for_each(|source| {
        for (index, found) in source.list().files.into_iter().enumerate() {
            let mut data = Vec::new();
            let outcome = match source.read(index, &mut data) {
                Ok(()) => take_in(&mut opened, (&found.path, &data), meant, &names, console)?,
                Err(failure) => RegisterOutcome::Unreadable(failure),
            };
            files.push(RegisterFile { path: found.path, outcome });
        }
        Ok(())
    });
    let written = match common.format {
        Format::Json => write_json(console.out, console.texts, &files),
        Format::Text | Format::Csv => write_text(console.out, console.texts, &files, console.paint),
    };
    // What was done has to stand before a failure is told.
    written.and_then(|()| console.out.flush()).map_err(|error| write_stop(console.texts, "-", &error))?;
    taken?;
    let is_clean = !files.is_empty() && files.iter().all(RegisterFile::is_clean);
    Ok(if is_clean { Exit::Clean } else { Exit::Findings })
}

/// Takes a file in as one event. One whose header is no register's may be a service code master.
fn take_in(
    opened: &mut Opened,
    (path, data): (&str, &[u8]),
    meant: Meant,
    names: &ColumnNames,
    console: &mut Console<'_>,
) -> Result<RegisterOutcome, Stop> {
    let (register, sheet) = match meant {
        Meant::Codes => return codes::take(opened, path, data, console),
        Meant::Rows(register) => (Some(register), read_sheet(data)),
        Meant::Any => (None, read_sheet(data)),
    };
    let heads = match register {
        Some(register) => names.heads(register, &sheet.header),
        None => names.find(&sheet.header),
    };
    match heads {
        Ok(heads) => take_register(opened, &heads, &sheet, console),
        Err(fault @ HeadFault::NoRegister) => match codes::take(opened, path, data, console)? {
            RegisterOutcome::NoCodes(failure) if is_neither(&failure) => {
                Ok(RegisterOutcome::NotTaken(register, fault))
            }
            codes => Ok(codes),
        },
        Err(fault) => Ok(RegisterOutcome::NotTaken(register, fault)),
    }
}

fn is_neither(failure: &MasterImportFailure) -> bool {
    matches!(failure, MasterImportFailure::NoMaster(NotAMaster::Unknown))
}

fn take_register(
    opened: &mut Opened,
    heads: &Heads,
    sheet: &Sheet,
    console: &mut Console<'_>,
) -> Result<RegisterOutcome, Stop> {
    let taken = take_sheet(&opened.decisions, heads, sheet);
    if let Some(draft) = &taken.draft {
        opened.append(draft, console)?;
    }
    Ok(RegisterOutcome::Taken {
        register: heads.register,
        counts: taken.counts,
        refused: taken.refused,
        doubts: taken.doubts,
        ignored: heads.unknown.clone(),
    })
}
