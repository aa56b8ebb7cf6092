//! Starts kyukan with settings and a memory of its own.

use crate::pty::{Answers, Session};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// The month of the samples.
pub(crate) const SAMPLE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/samples/v4/in");

/// What the board of the samples says when all is shown.
pub(crate) const ALL_SHOWN: &str = "30人中 30人";

/// kyukan on one computer: what it keeps there outlives a session.
pub(crate) struct Computer {
    folder: tempfile::TempDir,
    env: Vec<(&'static str, String)>,
    answers: Answers,
}

impl Computer {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let below = |name: &str| folder.path().join(name).to_str().unwrap().to_owned();
        let env = vec![("XDG_CONFIG_HOME", below("config")), ("XDG_STATE_HOME", below("state"))];
        Self { folder, env, answers: Answers::Right }
    }

    pub(crate) fn env(mut self, name: &'static str, value: &str) -> Self {
        self.env.push((name, value.to_owned()));
        self
    }

    pub(crate) fn answers(mut self, answers: Answers) -> Self {
        self.answers = answers;
        self
    }

    pub(crate) fn settings(self, text: &str) -> Self {
        self.config("kyukan.toml", text)
    }

    /// Writes a file of the folder for settings.
    pub(crate) fn config(self, name: &str, text: &str) -> Self {
        let path = self.path("config/kyukan").join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// What the program remembers between runs.
    pub(crate) fn remembered(&self) -> String {
        fs::read_to_string(self.path("state/kyukan/view.toml")).unwrap_or_default()
    }

    pub(crate) fn start(&self, args: &[&str]) -> Session {
        self.start_program(env!("CARGO_BIN_EXE_kyukan"), args)
    }

    pub(crate) fn start_program(&self, program: &str, args: &[&str]) -> Session {
        let env: Vec<(&str, &str)> = self.env.iter().map(|(name, value)| (*name, value.as_str())).collect();
        Session::start_program(program, args, &env, 24, 80, self.answers)
    }

    /// Starts on the samples and waits for the board.
    pub(crate) fn open(&self, args: &[&str]) -> Session {
        let args: Vec<&str> = std::iter::once(SAMPLE).chain(args.iter().copied()).collect();
        let session = self.start(&args);
        session.wait_for(ALL_SHOWN);
        session
    }

    /// Runs to the end without a terminal.
    pub(crate) fn run(&self, args: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_kyukan"));
        command.args(args).env("LANG", "ja_JP.UTF-8").current_dir(self.folder.path());
        command.envs(self.env.iter().map(|(name, value)| (*name, value.as_str())));
        command.output().unwrap()
    }
}

/// Ends with `q`, as it should be.
pub(crate) fn quit(mut session: Session) {
    session.keys("q");
    let status = session.wait_exit();
    assert!(status.success(), "{status:?}");
    assert!(session.is_left_clean() && session.is_cooked());
}

/// Closes the window with this title. What is typed before it is gone would be typed with Alt.
pub(crate) fn close(session: &mut Session, title: &str) {
    session.keys("<esc>");
    session.wait_until("no window", |screen| !screen.contents().contains(title));
}

/// The screen as one line: words of windows are broken where the line ends.
pub(crate) fn unbroken(screen: &str) -> String {
    screen.chars().filter(|c| !c.is_whitespace() && !"│┌┐└┘─█".contains(*c)).collect()
}

/// Files of a folder, in order.
pub(crate) fn files(folder: &Path) -> Vec<PathBuf> {
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    files
}
