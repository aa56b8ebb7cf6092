//! Service code masters: whole files on a register of their own.

use super::Opened;
use crate::cli::args::{Common, Format};
use crate::cli::{Console, Exit, Stop, office, write_stop};
use crate::i18n::{Arg, Texts};
use crate::report::layout::display;
use crate::report::master_fault::master_fault;
use crate::report::master_import::failure_sentence;
use crate::report::masters;
use crate::report::register_import::RegisterOutcome;
use crate::report::registers::register_title;
use crate::store::workspace::Access;
use crate::store::{
    MASTERS, MasterFault, MasterImportFailure, RegisteredMaster, load_masters, registered_masters,
    remove_master, take_master,
};

/// The masters on the register, the one that counts first at the beginning, and those that cannot be used.
pub(super) fn registered(opened: &Opened) -> (Vec<RegisteredMaster>, Vec<MasterFault>) {
    let entries = opened.decisions.entries(MASTERS);
    let (_, faults) = load_masters(opened.workspace.dir(), entries);
    (registered_masters(entries).into_iter().rev().collect(), faults)
}

/// Tells which masters cannot be used; says whether there are none.
pub(super) fn tell(faults: &[MasterFault], console: &mut Console<'_>) -> bool {
    for fault in faults {
        console.say(&master_fault(console.texts, fault));
    }
    faults.is_empty()
}

pub(super) fn show(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let opened = Opened::open(common, Access::Read, console)?;
    let (registered, faults) = registered(&opened);
    let texts = console.texts;
    let written = match common.format {
        Format::Text if registered.is_empty() => {
            console.say(&texts.get("master-empty"));
            Ok(())
        }
        Format::Text => masters::write_text(console.out, texts, &registered, console.paint),
        Format::Json => masters::write_json(console.out, &registered),
        Format::Csv => masters::write_csv(console.out, texts, &registered),
    };
    // What was written has to stand before a fault is told.
    written.and_then(|()| console.out.flush()).map_err(|error| write_stop(texts, "-", &error))?;
    let is_clean = tell(&faults, console);
    Ok(opened.exit(if is_clean { Exit::Clean } else { Exit::Findings }))
}

/// Takes masters off the register, each as one event, when every one of them can be told.
pub(super) fn remove(common: &Common, hashes: &[String], console: &mut Console<'_>) -> Result<Exit, Stop> {
    let texts = console.texts;
    let mut opened = Opened::open(common, Access::Write, console)?;
    let registered = registered_masters(opened.decisions.entries(MASTERS));
    let mut meant: Vec<&RegisteredMaster> = Vec::new();
    for hash in hashes {
        let master = meant_by(&registered, hash, texts)?;
        if !meant.contains(&master) {
            meant.push(master);
        }
    }
    for master in meant {
        let removed = remove_master(&mut opened.workspace, &master.hash, opened.last);
        let removed = removed.map_err(|error| office::not_appended(&opened.workspace, &error, texts))?;
        if let Some(event) = removed {
            opened.take(event);
        }
        let args = [
            ("register", Arg::from(register_title(texts, MASTERS))),
            ("key", Arg::from(masters::master_name(master))),
        ];
        console.say(&texts.format("master-removed", &args));
    }
    console.say(&texts.get("codes-removed"));
    Ok(Exit::Clean)
}

/// The only master whose hash begins so.
fn meant_by<'m>(
    registered: &'m [RegisteredMaster],
    hash: &str,
    texts: &Texts,
) -> Result<&'m RegisteredMaster, Stop> {
    let typed = hash.trim().to_ascii_lowercase();
    let fits = |master: &&RegisteredMaster| !typed.is_empty() && master.hash.starts_with(&typed);
    let fitting: Vec<&RegisteredMaster> = registered.iter().filter(fits).collect();
    let hash = ("hash", Arg::from(display(hash)));
    match fitting.as_slice() {
        [master] => Ok(master),
        [] => Err(Stop::new(Exit::Findings, texts.format("codes-no-such", &[hash]))),
        several => {
            let hashes: Vec<&str> = several.iter().map(|master| master.hash.as_str()).collect();
            let args = [hash, ("hashes", Arg::from(hashes.join(", ")))];
            Err(Stop::new(Exit::Findings, texts.format("codes-several", &args)))
        }
    }
}

/// Takes a file in as one event, if it is a master.
pub(super) fn take(
    opened: &mut Opened,
    path: &str,
    data: &[u8],
    console: &mut Console<'_>,
) -> Result<RegisterOutcome, Stop> {
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    let import = match take_master(&mut opened.workspace, name, data, opened.last) {
        Ok(import) => import,
        Err(
            failure @ (MasterImportFailure::NotWritable(_)
            | MasterImportFailure::NotRecorded(_)
            | MasterImportFailure::Store(_)),
        ) => {
            let backup = opened.workspace.newest_backup();
            let sentence = failure_sentence(console.texts, &failure, backup.as_deref());
            return Err(Stop::new(Exit::Surroundings, sentence));
        }
        Err(failure) => return Ok(RegisterOutcome::NoCodes(Box::new(failure))),
    };
    if let Some(appended) = &import.appended {
        if appended.is_clock_behind {
            console.say(&console.texts.get("warning-clock-behind"));
        }
        for event in &appended.events {
            opened.take(event.clone());
        }
    }
    Ok(RegisterOutcome::Codes(Box::new(import)))
}
