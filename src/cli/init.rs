//! `kyukan init`: makes a workspace.

use super::args::Init;
use super::{Console, Exit, Stop};
use crate::config::OfficeSettings;
use crate::i18n::Arg;
use crate::report::layout::display;
use crate::report::workspace_failure::workspace_failure;
use crate::store::workspace::Workspace;
use std::path::Path;

pub(super) fn run(init: &Init, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let settings = OfficeSettings {
        number: init.number,
        name: init.name.clone().filter(|name| !name.trim().is_empty()),
        area_grade: init.area_grade.clone(),
        ..OfficeSettings::default()
    };
    make(&init.dir, &settings, console)?;
    say(console, "init-done", "path", &init.dir);
    if init.number.is_none() {
        say(console, "init-no-number", "path", &init.dir.join("kyukan.toml"));
    }
    let command = format!("kyukan import {} -w {}", console.texts.get("help-value-path"), init.dir.display());
    say(console, "init-next", "command", Path::new(&command));
    Ok(Exit::Clean)
}

/// Makes the workspace with its `kyukan.toml`.
pub(super) fn make(dir: &Path, settings: &OfficeSettings, console: &Console<'_>) -> Result<(), Stop> {
    if Workspace::is_workspace(dir) {
        let path = display(&dir.display().to_string());
        let sentence = console.texts.format("init-already", &[("path", Arg::from(path.as_str()))]);
        return Err(Stop::new(Exit::Surroundings, sentence));
    }
    Workspace::init(dir, &settings.to_file())
        .map_err(|error| Stop::new(Exit::Surroundings, workspace_failure(console.texts, &error)))
}

fn say(console: &mut Console<'_>, id: &str, name: &str, value: &Path) {
    let value = display(&value.display().to_string());
    console.say(&console.texts.format(id, &[(name, Arg::from(value.as_str()))]));
}
