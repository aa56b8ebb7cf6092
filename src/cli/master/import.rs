//! `kyukan master import`: files with the rows of registers. What a file holds is told by its header.

use super::{Opened, named};
use crate::app::ports::Source;
use crate::app::registers::{HeadFault, Heads, Register, take_sheet};
use crate::cli::args::{Common, Format};
use crate::cli::{Console, Exit, Stop, load, write_stop};
use crate::format::registers::{Sheet, read_sheet};
use crate::report::register_import::{RegisterFile, RegisterOutcome, write_json, write_text};
use crate::report::registers::ColumnNames;
use crate::store::FolderSource;
use crate::store::workspace::Access;
use std::path::PathBuf;

pub(super) fn run(
    common: &Common,
    paths: &[PathBuf],
    register: Option<&str>,
    console: &mut Console<'_>,
) -> Result<Exit, Stop> {
    let register = register.map(|name| named(name, console.texts)).transpose()?;
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
            let outcome = take_in(&mut opened, (source, index), register, &names, console)?;
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

/// Takes a file in as one event. Files that are no register's get their place here.
fn take_in(
    opened: &mut Opened,
    (source, index): (&FolderSource, usize),
    register: Option<&'static Register>,
    names: &ColumnNames,
    console: &mut Console<'_>,
) -> Result<RegisterOutcome, Stop> {
    let mut data = Vec::new();
    if let Err(failure) = source.read(index, &mut data) {
        return Ok(RegisterOutcome::Unreadable(failure));
    }
    let sheet = read_sheet(&data);
    match heads(&sheet, register, names) {
        Ok(heads) => take_register(opened, &heads, &sheet, console),
        Err(fault) => Ok(RegisterOutcome::NotTaken(register, fault)),
    }
}

fn heads(
    sheet: &Sheet,
    register: Option<&'static Register>,
    names: &ColumnNames,
) -> Result<Heads, HeadFault> {
    match register {
        Some(register) => names.heads(register, &sheet.header),
        None => names.find(&sheet.header),
    }
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
