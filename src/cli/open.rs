//! `kyukan [PATH]`: the workstation.

use super::args::Common;
use super::{Exit, Stop, colours, load};
use crate::config::{ConfigFault, Settings, state_folder};
use crate::i18n::{Arg, Language, Texts};
use crate::store::workspace::Who;
use crate::tui::run::{Ended, Start, run as run_workstation};
use crate::tui::signals::die_of;
use std::io::{self, IsTerminal};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

/// File in the state folder in which the screens' settings are remembered.
const REMEMBERED: &str = "view.toml";

/// Whether a person sits before the program.
pub(super) fn has_terminal() -> bool {
    io::stdout().is_terminal() && io::stdin().is_terminal()
}

/// Opens `paths` in the workstation, with a service code master. Must be called without holding standard output: other threads write to it.
pub(super) fn run(
    common: &Common,
    (paths, codes): (Vec<PathBuf>, Option<PathBuf>),
    settings: Settings,
    faults: Vec<ConfigFault>,
    (language, is_language_chosen): (Language, bool),
) -> Result<Exit, Stop> {
    let texts = Texts::new(language);
    if !has_terminal() {
        return Err(Stop::new(Exit::Surroundings, texts.get("error-no-terminal")));
    }
    if let Some(missing) = paths.iter().find(|path| !path.exists()) {
        let path = missing.display().to_string();
        let message = texts.format("error-path-missing", &[("path", Arg::from(path.as_str()))]);
        return Err(Stop::new(Exit::Surroundings, message));
    }
    let start = Start {
        paths,
        who: Who::here(settings.person.as_deref()),
        month: common.month,
        office: common.office,
        codes: codes.as_deref().map(|path| load::codes(path, &texts)).transpose()?,
        limits: load::limits(&settings),
        language,
        is_language_chosen,
        settings,
        faults,
        settings_path: Settings::path(),
        state: state_folder().map(|folder| folder.join(REMEMBERED)),
        has_colours: colours(common),
        colorterm: std::env::var("COLORTERM").ok(),
    };
    // A panic in this thread has been printed as well, and the terminal was given back.
    let ended = catch_unwind(AssertUnwindSafe(|| run_workstation(start))).unwrap_or(Ok(Ended::Panicked));
    match ended {
        Ok(Ended::Quit) => Ok(Exit::Clean),
        Ok(Ended::Signal(number)) => die_of(number),
        Ok(Ended::Panicked) => Err(Stop::new(Exit::Bug, texts.get("error-stopped-by-bug"))),
        Err(error) => {
            let reason = error.to_string();
            let arguments = [("reason", Arg::from(reason.as_str()))];
            Err(Stop::new(Exit::Surroundings, texts.format("error-terminal", &arguments)))
        }
    }
}
