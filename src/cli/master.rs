//! `kyukan master`: the registers of the office. They hold for every month, so no month is opened.

mod codes;
mod import;

use super::args::{Common, Format, Master};
use super::{Console, Exit, Stop, office, write_stop};
use crate::app::decisions::{Cells, Decisions};
use crate::app::registers::{self, Heads, REGISTERS, Register, RegisterRefusal, Registers, remove, set};
use crate::domain::decision::Subject;
use crate::domain::event::{Draft, Event, Seq};
use crate::i18n::{Arg, Texts};
use crate::report::layout::display;
use crate::report::office_failure::store_failure;
use crate::report::register_csv;
use crate::report::registers as lists;
use crate::report::registers::{
    ColumnNames, head_sentence, register_refusal, register_title, unreadable_sentence,
};
use crate::report::workspace_failure::{damage_sentence, workspace_failure};
use crate::store::workspace::{Access, Workspace};
use crate::store::{MASTERS, write_file};
use std::io;
use std::path::Path;

pub(super) fn run(common: &Common, master: &Master, console: &mut Console<'_>) -> Result<Exit, Stop> {
    match master {
        Master::List => list(common, console),
        Master::Show { register } => show(common, register, console),
        Master::Set { register, cells } => change(common, register, cells, set, console),
        Master::Remove { register, cells } => change(common, register, cells, remove, console),
        Master::RemoveCodes { hashes } => codes::remove(common, hashes, console),
        Master::Import { files, register } => import::run(common, files, register.as_deref(), console),
        Master::Export { register, file } => export(common, register, file.as_deref(), console),
    }
}

/// A workspace with what holds for every month.
struct Opened {
    workspace: Workspace,
    decisions: Decisions,
    /// The last event of the journal.
    last: Seq,
}

impl Opened {
    fn open(common: &Common, access: Access, console: &mut Console<'_>) -> Result<Self, Stop> {
        let texts = console.texts;
        let dir = office::folder(common, texts)?;
        let mut workspace = office::open_workspace(&dir, access, console)?;
        if access == Access::Write {
            office::must_write(&workspace, texts)?;
        }
        let failed = |error| Stop::new(Exit::Surroundings, workspace_failure(texts, &error));
        let found = workspace.events(None).map_err(failed)?;
        let last = workspace.last_seq().map_err(failed)?;
        if let Some(damage) = &found.damage {
            console.say(&damage_sentence(texts, damage, workspace.newest_backup().as_deref()));
        }
        let of_office = found.items.into_iter().filter(|event| event.month.is_none());
        Ok(Self { workspace, decisions: Decisions::of(of_office), last })
    }

    /// Journals what was changed and takes it in.
    fn append(&mut self, draft: &Draft, console: &mut Console<'_>) -> Result<(), Stop> {
        let event = office::append(&mut self.workspace, draft, self.last, console)?;
        self.take(event);
        Ok(())
    }

    /// Takes in what was journalled.
    fn take(&mut self, event: Event) {
        self.last = event.seq;
        self.decisions.push(event);
    }

    /// Damage of the journal is told by the exit code too.
    fn exit(&self, exit: Exit) -> Exit {
        if self.workspace.damage().is_some() { Exit::Surroundings } else { exit }
    }
}

/// The register of a name; the one of service code masters holds files, so it is none of these.
fn named(name: &str, texts: &Texts) -> Result<&'static Register, Stop> {
    registers::register(name).ok_or_else(|| {
        if name == MASTERS {
            return Stop::new(Exit::Usage, texts.get("codes-whole-files"));
        }
        let names = REGISTERS.iter().map(|register| register.name).chain([MASTERS]);
        let names: Vec<&str> = names.collect();
        let args = [("name", Arg::from(display(name))), ("names", Arg::from(names.join(", ")))];
        Stop::new(Exit::Usage, texts.format("master-unknown-register", &args))
    })
}

fn list(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let opened = Opened::open(common, Access::Read, console)?;
    let (masters, faults) = codes::registered(&opened);
    let list = lists::listed(console.texts, &opened.decisions, faults.len());
    let written = match common.format {
        Format::Text => lists::write_list_text(console.out, console.texts, &list, &masters, console.paint),
        Format::Json => lists::write_list_json(console.out, &list, &masters),
        Format::Csv => register_csv::write_list(console.out, &list),
    };
    written.map_err(|error| write_stop(console.texts, "-", &error))?;
    let is_clean = tell_unreadable(&opened, None, console)?;
    let is_clean = codes::tell(&faults, console) && is_clean;
    Ok(opened.exit(if is_clean { Exit::Clean } else { Exit::Findings }))
}

fn show(common: &Common, name: &str, console: &mut Console<'_>) -> Result<Exit, Stop> {
    if name == MASTERS {
        return codes::show(common, console);
    }
    let register = named(name, console.texts)?;
    let opened = Opened::open(common, Access::Read, console)?;
    let (texts, decisions) = (console.texts, &opened.decisions);
    let written = match common.format {
        Format::Text if decisions.entries(register.name).is_empty() => {
            console.say(&texts.get("master-empty"));
            Ok(())
        }
        Format::Text => lists::write_rows_text(console.out, texts, register, decisions, console.paint),
        Format::Json => lists::write_rows_json(console.out, register, decisions),
        Format::Csv => register_csv::write(console.out, texts, register, decisions),
    };
    written.map_err(|error| write_stop(texts, "-", &error))?;
    let is_clean = tell_unreadable(&opened, Some(register), console)?;
    Ok(opened.exit(if is_clean { Exit::Clean } else { Exit::Findings }))
}

/// Rows that other versions of the program wrote are told, of one register or of all; says whether there are none.
fn tell_unreadable(
    opened: &Opened,
    register: Option<&Register>,
    console: &mut Console<'_>,
) -> Result<bool, Stop> {
    // What was written has to stand before a fault is told.
    console.out.flush().map_err(|error| write_stop(console.texts, "-", &error))?;
    let registers = Registers::of(&opened.decisions);
    let is_meant = |name: &str| register.is_none_or(|register| register.name == name);
    let mut is_clean = true;
    for row in registers.unreadable().iter().filter(|row| is_meant(row.register)) {
        console.say(&unreadable_sentence(console.texts, row));
        is_clean = false;
    }
    Ok(is_clean)
}

/// Changes a row and says which.
fn change(
    common: &Common,
    name: &str,
    given: &[(String, String)],
    make: fn(&Decisions, &Register, &Cells) -> Result<Draft, RegisterRefusal>,
    console: &mut Console<'_>,
) -> Result<Exit, Stop> {
    let texts = console.texts;
    let register = named(name, texts)?;
    let cells = cells(register, given, texts)?;
    let mut opened = Opened::open(common, Access::Write, console)?;
    let draft = make(&opened.decisions, register, &cells).map_err(|refusal| {
        Stop::new(Exit::Findings, register_refusal(texts, register, &refusal).join("\n"))
    })?;
    opened.append(&draft, console)?;
    for change in &draft.changes {
        let Subject::Entry { key, .. } = &change.subject else { continue };
        let id = if change.after.is_some() { "master-set" } else { "master-removed" };
        let title = register_title(texts, register.name);
        let args = [("register", Arg::from(title)), ("key", Arg::from(display(&key.join(" "))))];
        console.say(&texts.format(id, &args));
    }
    for doubt in register.doubts(&cells) {
        console.say(&lists::fault_sentence(texts, register, &doubt));
    }
    Ok(Exit::Clean)
}

/// What was typed, by column.
fn cells(register: &'static Register, given: &[(String, String)], texts: &Texts) -> Result<Cells, Stop> {
    let usage = |sentence: String| Stop::new(Exit::Usage, sentence);
    let (columns, values): (Vec<String>, Vec<String>) = given.iter().cloned().unzip();
    let heads: Heads = ColumnNames::load()
        .heads(register, &columns)
        .map_err(|fault| usage(head_sentence(texts, Some(register), &fault)))?;
    if let Some(unknown) = heads.unknown.first() {
        let fault = register.no_column(unknown, "");
        return Err(usage(lists::fault_sentence(texts, register, &fault)));
    }
    heads.cells(&values).map_err(|fault| usage(lists::fault_sentence(texts, register, &fault)))
}

fn export(common: &Common, name: &str, file: Option<&Path>, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let texts = console.texts;
    let register = named(name, texts)?;
    let opened = Opened::open(common, Access::Read, console)?;
    let write = |out: &mut dyn io::Write| register_csv::write(out, texts, register, &opened.decisions);
    match file {
        None => write(console.out).map_err(|error| write_stop(texts, "-", &error))?,
        Some(path) => {
            let mut bytes = Vec::new();
            write(&mut bytes).map_err(|error| write_stop(texts, &path.display().to_string(), &error))?;
            write_file(path, &bytes)
                .map_err(|error| Stop::new(Exit::Surroundings, store_failure(texts, &error)))?;
            let args = [
                ("path", Arg::from(display(&path.display().to_string()))),
                ("rows", Arg::from(opened.decisions.entries(register.name).len())),
            ];
            console.say(&texts.format("master-exported", &args));
        }
    }
    let is_clean = tell_unreadable(&opened, Some(register), console)?;
    Ok(opened.exit(if is_clean { Exit::Clean } else { Exit::Findings }))
}
