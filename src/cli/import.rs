//! `kyukan import`: takes received files into the workspace.

use super::args::{Common, Format};
use super::{Console, Exit, Stop, load, office, write_stop};
use crate::domain::ids::OfficeNumber;
use crate::report::import::{done_so_far, import_failure, write_csv, write_json, write_text};
use crate::store::workspace::{Access, Workspace};
use crate::store::{FolderSource, ImportFailure, ImportPlan, import};
use std::path::PathBuf;

pub(super) fn run(common: &Common, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let dir = office::folder(common, console.texts)?;
    let mut workspace = office::open_workspace(&dir, Access::Write, console)?;
    let own = office::settings(&workspace, console).number;
    let taken = take_in(&mut workspace, &common.paths, own, console)?;
    let done = match &taken {
        Ok(plan) => Some(plan),
        Err(failure) => done_so_far(failure),
    };
    if let Some(plan) = done {
        tell(common, plan, console)?;
    }
    match taken {
        Ok(plan) => Ok(exit_of(&plan)),
        Err(failure) => {
            let backup = workspace.newest_backup();
            Err(Stop::new(Exit::Surroundings, import_failure(console.texts, &failure, backup.as_deref())))
        }
    }
}

/// Takes the files at `paths` in.
pub(super) fn take_in(
    workspace: &mut Workspace,
    paths: &[PathBuf],
    own: Option<OfficeNumber>,
    console: &mut Console<'_>,
) -> Result<Result<ImportPlan, ImportFailure>, Stop> {
    let source = FolderSource::open(paths, load::limits(console.settings));
    load::refuse_missing(&source, console.texts)?;
    Ok(load::with_progress(console, |progress| import(workspace, &source, own, progress)))
}

fn tell(common: &Common, plan: &ImportPlan, console: &mut Console<'_>) -> Result<(), Stop> {
    let written = match common.format {
        Format::Text => write_text(console.out, console.texts, plan, console.paint),
        Format::Json => write_json(console.out, console.texts, plan),
        Format::Csv => write_csv(console.out, console.texts, plan),
    };
    // What was written has to stand before a failure is told.
    written.and_then(|()| console.out.flush()).map_err(|error| write_stop(console.texts, "-", &error))
}

/// Files of others and files that cannot be read need a look; those that are no exchange files do not.
fn exit_of(plan: &ImportPlan) -> Exit {
    let counts = plan.counts();
    let is_clean = counts.other_office + counts.unreadable == 0 && plan.problems.is_empty();
    if is_clean { Exit::Clean } else { Exit::Findings }
}
