//! The workstation without a terminal: keys in, cells out. Everything is made as the program makes it; only the
//! terminal, the thread of the worker and the day are others.

use super::roles;
use chrono::{DateTime, NaiveDate};
use crossbeam_channel::{Sender, unbounded};
use crossterm::event::KeyEvent;
use kyukan::app::review::Review;
use kyukan::app::tally::ClientSlip;
use kyukan::config::Settings;
use kyukan::i18n::Language;
use kyukan::i18n::width::width;
use kyukan::store::workspace::Who;
use kyukan::store::{Limits, ViewState};
use kyukan::tui::desk::Desk;
use kyukan::tui::effect::{Effect, Job};
use kyukan::tui::env::{Ctx, Places};
use kyukan::tui::input::Input;
use kyukan::tui::key::story;
use kyukan::tui::model::Model;
use kyukan::tui::msg::Msg;
use kyukan::tui::probe::Probe;
use kyukan::tui::run::{Start, prepare};
use kyukan::tui::view::view;
use kyukan::tui::worker::Worker;
use ratatui::Terminal;
use ratatui::backend::TestBackend;
use ratatui::buffer::{Buffer, Cell};
use std::path::{Path, PathBuf};

/// The sample month; tests run in the folder of the package.
pub(crate) const SAMPLE: &str = "samples/v4/in";

/// What a station is made from.
pub(crate) struct Setup {
    pub(crate) path: &'static str,
    /// The workspace that is opened in its place.
    pub(crate) workspace: Option<PathBuf>,
    pub(crate) size: (u16, u16),
    pub(crate) language: Language,
    /// Text of the settings file.
    pub(crate) settings: String,
    /// What is remembered from the run before.
    pub(crate) saved: ViewState,
    /// The terminal's answer to how it draws.
    pub(crate) probe: Option<Probe>,
    /// Opens this instead of the files.
    pub(crate) month: Option<fn() -> Review>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            path: SAMPLE,
            workspace: None,
            size: (80, 24),
            language: Language::Ja,
            settings: String::new(),
            saved: ViewState::default(),
            probe: None,
            month: None,
        }
    }
}

impl Setup {
    pub(crate) fn sized(size: (u16, u16)) -> Self {
        Self { size, ..Self::default() }
    }

    /// With the theme that marks roles.
    pub(crate) fn roles(size: (u16, u16)) -> Self {
        Self::sized(size).theme(roles::THEME)
    }

    pub(crate) fn theme(self, id: &str) -> Self {
        Self { settings: format!("theme = \"{id}\""), ..self }
    }

    pub(crate) fn english(self) -> Self {
        Self { language: Language::En, ..self }
    }

    pub(crate) fn drawn(self, probe: Probe) -> Self {
        Self { probe: Some(probe), ..self }
    }

    /// A station before its month is open.
    pub(crate) fn closed(&self) -> Station {
        // Only the theme that marks roles is a file; sentences about other settings show no path of this computer.
        let is_marked = self.settings.contains(roles::THEME);
        let folder = if is_marked { roles::settings_folder() } else { PathBuf::from("settings") };
        let path = folder.join("kyukan.toml");
        let (settings, faults) = Settings::parse("kyukan.toml", &self.settings);
        let state = (self.saved != ViewState::default()).then(|| {
            let state = tempfile::tempdir().unwrap();
            self.saved.save(&state.path().join("view.toml")).unwrap();
            state
        });
        let start = Start {
            paths: vec![self.workspace.clone().unwrap_or_else(|| PathBuf::from(self.path))],
            who: Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() },
            month: None,
            office: None,
            codes: None,
            limits: Limits::default(),
            language: self.language,
            is_language_chosen: true,
            settings,
            faults,
            settings_path: Some(path),
            state: state.as_ref().map(|state| state.path().join("view.toml")),
            has_colours: true,
            colorterm: Some("truecolor".to_owned()),
        };
        let today = NaiveDate::from_ymd_opt(2026, 11, 5).unwrap();
        let (mut model, mut orders, first) = prepare(start, self.size, today);
        // The same on every computer and every day.
        orders.clock = || DateTime::parse_from_rfc3339("2026-11-07T10:20:30+09:00").unwrap();
        model.env.places = Places {
            opened: vec![PathBuf::from(self.path)],
            settings: Some(PathBuf::from("/home/user/.config/kyukan")),
            state: Some(PathBuf::from("/home/user/.local/state/kyukan/view.toml")),
        };
        if let Some(probe) = self.probe {
            model.update(Msg::Input(Input::Probed(probe)));
        }
        let (told, _) = unbounded();
        let terminal = Terminal::new(TestBackend::new(self.size.0, self.size.1)).unwrap();
        let worker = Worker::new(orders);
        Station { model, saved: None, is_over: false, month: self.month, first, worker, told, terminal }
    }

    /// A station with its month open.
    pub(crate) fn open(&self) -> Station {
        let mut station = self.closed();
        station.begin();
        assert!(station.model.review().is_some(), "{}", station.text());
        station
    }
}

pub(crate) struct Station {
    pub model: Model,
    /// What was to be remembered last.
    pub(crate) saved: Option<ViewState>,
    /// Whether the program would have ended.
    pub(crate) is_over: bool,
    month: Option<fn() -> Review>,
    first: Vec<Effect>,
    worker: Worker,
    told: Sender<Msg>,
    terminal: Terminal<TestBackend>,
}

impl Station {
    /// Opens the month.
    pub(crate) fn begin(&mut self) {
        let first = std::mem::take(&mut self.first);
        self.carry_out(first);
    }

    /// Types a story of keys.
    pub(crate) fn keys(&mut self, keys: &str) -> &mut Self {
        for key in story(keys).unwrap() {
            self.update(Msg::Input(Input::Key(KeyEvent::new(key.code, key.modifiers))));
        }
        self
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) -> &mut Self {
        self.terminal.backend_mut().resize(columns, rows);
        self.update(Msg::Input(Input::Resize(columns, rows)));
        self
    }

    pub(crate) fn update(&mut self, message: Msg) {
        let effects = self.model.update(message);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        for effect in effects {
            let job = match effect {
                Effect::Work(Job::Open { generation, .. }) if self.month.is_some() => {
                    let review = self.month.map(|month| Box::new(month())).unwrap();
                    let (desk, months) = (Desk::None, Vec::new());
                    self.update(Msg::Opened { generation, review, desk, months });
                    continue;
                }
                Effect::Work(Job::Save(state)) => {
                    self.saved = Some(state);
                    continue;
                }
                Effect::Work(job) => {
                    if let Job::Open { generation, .. } = &job {
                        self.worker.orders().wanted.store(*generation, std::sync::atomic::Ordering::Relaxed);
                    }
                    job
                }
                Effect::TellWhenDrawn => {
                    self.cells();
                    self.update(Msg::Drawn);
                    continue;
                }
                Effect::Quit => {
                    self.is_over = true;
                    continue;
                }
                Effect::Mouse(_) | Effect::Redraw | Effect::Suspend | Effect::StopOpening => continue,
            };
            if let Some(answer) = self.worker.carry_out(job, &self.told) {
                self.update(answer);
            }
        }
    }

    /// Has the worker do a job, and gives its answer without taking it in.
    pub(crate) fn work(&mut self, job: Job) -> Option<Msg> {
        self.worker.carry_out(job, &self.told)
    }

    /// Draws, and gives the cells.
    pub(crate) fn cells(&mut self) -> Buffer {
        let model = &self.model;
        let frame = self.terminal.draw(|frame| view(model, frame)).unwrap().buffer.clone();
        assert_whole(&frame);
        frame
    }

    /// What is seen, line by line, without blanks at the ends.
    pub(crate) fn text(&mut self) -> String {
        text(&self.cells())
    }

    /// The line that the cursor is on, where the screen has a list.
    pub(crate) fn chosen(&mut self) -> String {
        let text = self.text();
        text.lines().find(|line| line.starts_with('>')).unwrap_or_default().to_owned()
    }

    /// Text, and the role of each cell below it.
    pub(crate) fn snapshot(&mut self) -> String {
        let cells = self.cells();
        let layer = roles::layer(&cells);
        assert!(!layer.contains('?'), "a cell without a role:\n{layer}");
        format!("{}\n\n{layer}", text(&cells))
    }

    /// What screens are asked with.
    pub(crate) fn ctx(&self) -> Ctx<'_> {
        Ctx { env: &self.model.env, review: self.model.review().unwrap() }
    }

    /// The slip that the cursor of 給付管理票 is on.
    pub(crate) fn slip(&self) -> &ClientSlip {
        self.model.screens().slips().slip(self.ctx()).unwrap()
    }

    #[track_caller]
    pub(crate) fn sees(&mut self, part: &str) -> &mut Self {
        let text = self.text();
        assert!(text.contains(part), "{part} is not on the screen:\n{text}");
        self
    }

    #[track_caller]
    pub(crate) fn sees_not(&mut self, part: &str) -> &mut Self {
        let text = self.text();
        assert!(!text.contains(part), "{part} is on the screen:\n{text}");
        self
    }
}

/// No wide character has lost its second half, to a window over it or to the edge.
fn assert_whole(buffer: &Buffer) {
    for line in buffer.content.chunks(usize::from(buffer.area.width).max(1)) {
        for (x, cell) in line.iter().enumerate().filter(|(_, cell)| width(cell.symbol()) > 1) {
            let next = line.get(x + 1).map(Cell::symbol);
            assert_eq!(next, Some(" "), "half of {} at {x} is covered:\n{}", cell.symbol(), text(buffer));
        }
    }
}

/// The cells of each line that begin a character, with their columns.
pub(crate) fn glyphs(buffer: &Buffer) -> impl Iterator<Item = Vec<(usize, &Cell)>> {
    let columns = usize::from(buffer.area.width).max(1);
    buffer.content.chunks(columns).map(|line| {
        let mut next = 0;
        let seen = line.iter().enumerate().filter(move |(x, cell)| {
            let is_seen = *x >= next;
            if is_seen {
                next = x + width(cell.symbol()).max(1);
            }
            is_seen
        });
        seen.collect()
    })
}

pub(crate) fn text(buffer: &Buffer) -> String {
    let lines = glyphs(buffer).map(|line| {
        let line: String = line.iter().map(|(_, cell)| cell.symbol()).collect();
        line.trim_end().to_owned()
    });
    // The version changes with every release, and paths have other dividers elsewhere.
    lines.collect::<Vec<_>>().join("\n").replace(env!("CARGO_PKG_VERSION"), "X.Y.Z").replace('\\', "/")
}

/// A path inside the package.
pub(crate) fn in_package(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}
