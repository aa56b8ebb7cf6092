//! From a key to the frame that shows the decision, and to the journal on the disk.
//!
//! `cargo bench --bench decide` measures; `cargo test --bench decide` only runs everything once. Every round decides a
//! difference and undoes that again, so a round is two keys, two frames or two events.

#[path = "../tests/common/demo.rs"]
mod demo;
#[path = "common/or_exit.rs"]
mod or_exit;

use chrono::NaiveDate;
use crossbeam_channel::unbounded;
use crossterm::event::KeyEvent;
use divan::Bencher;
use kyukan::app::decide;
use kyukan::app::demo::demo_month;
use kyukan::app::ports::NoProgress;
use kyukan::app::review::Grouping;
use kyukan::config::Settings;
use kyukan::domain::decision::Verdict;
use kyukan::domain::event::Draft;
use kyukan::i18n::Language;
use kyukan::store::workspace::{Access, Records, Who, Workspace};
use kyukan::store::{FolderSource, Limits, plan_import, write_new};
use kyukan::tui::effect::{Effect, Job};
use kyukan::tui::input::Input;
use kyukan::tui::key::story;
use kyukan::tui::model::Model;
use kyukan::tui::msg::Msg;
use kyukan::tui::run::{Start, prepare};
use kyukan::tui::view::draw;
use kyukan::tui::worker::{Orders, Worker};
use or_exit::or_exit;
use ratatui::buffer::Buffer;
use std::error::Error;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use tempfile::TempDir;

/// Offices: a large one, and a corporation.
const CLIENTS: [u32; 2] = [400, 50_000];

fn main() {
    divan::main();
}

/// A key decides, the screen shows it.
#[divan::bench(args = CLIENTS, sample_count = 50, sample_size = 1)]
fn decision_on_screen(bencher: Bencher<'_, '_>, clients: u32) {
    decide_and_undo(bencher, clients, ["4", "a"]);
}

/// The same on the screen of the client, with the calendar.
#[divan::bench(args = CLIENTS, sample_count = 50, sample_size = 1)]
fn decision_on_screen_of_client(bencher: Bencher<'_, '_>, clients: u32) {
    decide_and_undo(bencher, clients, ["n2", "a"]);
}

/// A pair is taken apart: the client is compared anew.
#[divan::bench(args = CLIENTS, sample_count = 50, sample_size = 1)]
fn pair_on_screen(bencher: Bencher<'_, '_>, clients: u32) {
    decide_and_undo(bencher, clients, ["4<end>", "b"]);
}

/// Goes to a place, then decides with a key and undoes that, with a frame after each.
fn decide_and_undo(bencher: Bencher<'_, '_>, clients: u32, [place, key]: [&str; 2]) {
    let mut desk = or_exit(Desk::new(clients));
    desk.press(place);
    bencher.bench_local(|| {
        for key in [key, "u"] {
            desk.key(key);
            desk.frame();
        }
    });
}

/// The worker writes the event and the system says that it is on the disk.
#[divan::bench(args = CLIENTS, sample_count = 50, sample_size = 1)]
fn decision_on_disk(bencher: Bencher<'_, '_>, clients: u32) {
    let mut desk = or_exit(Desk::new(clients));
    desk.press("4");
    bencher.with_inputs(|| ()).bench_local_values(|()| {
        let jobs: Vec<Effect> = desk.key("a").into_iter().chain(desk.key("u")).collect();
        desk.carry_out(jobs);
    });
}

/// Opening an office's month whose journal has so many events, from the files to the screen.
#[divan::bench(args = [0, 100_000], sample_count = 10, sample_size = 1)]
fn opening_with_events(bencher: Bencher<'_, '_>, events: usize) {
    let Desk { folder, model, worker, .. } = or_exit(Desk::new(400));
    // Only one can write.
    drop(worker);
    let office = folder.path().join("office");
    or_exit(decide_often(&office, &model, events));
    let mut generation = 100;
    bencher.bench_local(|| {
        generation += 1;
        let mut worker = Worker::new(station(office.clone()).1);
        worker.orders().wanted.store(generation, Ordering::Relaxed);
        let (told, _heard) = unbounded();
        divan::black_box(worker.carry_out(Job::Open { generation, month: None }, &told).is_some())
    });
}

/// Appends events that decide one difference after the other, again and again.
fn decide_often(office: &Path, model: &Model, events: usize) -> Result<(), Box<dyn Error>> {
    let review = model.review().ok_or("no month")?;
    let clock = Box::new(|| chrono::Local::now().fixed_offset());
    let mut workspace = Workspace::open(office, who(), Access::Write, clock)?;
    let places: Vec<_> = review.differences.by(Grouping::Class).to_vec();
    let drafts: Vec<Draft> = places
        .iter()
        .filter_map(|at| decide::verdict(review, &[*at], Some(&Verdict::Adopt), "").ok())
        .map(|drafted| drafted.draft)
        .collect();
    let mut last = 0;
    let all: Vec<Draft> = drafts.into_iter().cycle().take(events).collect();
    for some in all.chunks(1_000) {
        let appended = workspace.append_all(some, &Records::default(), last);
        last = appended.map_err(|error| error.to_string())?.events.last().map_or(last, |event| event.seq);
    }
    Ok(())
}

fn who() -> Who {
    Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() }
}

/// The workstation at a workspace.
struct Desk {
    folder: TempDir,
    model: Model,
    worker: Worker,
    buffer: Buffer,
}

impl Desk {
    fn new(clients: u32) -> Result<Self, Box<dyn Error>> {
        let folder = tempfile::tempdir()?;
        let office = folder.path().join("office");
        receive(&office, folder.path(), clients)?;
        let (model, orders, first) = station(office);
        let buffer = Buffer::empty(model.area());
        let mut desk = Self { folder, worker: Worker::new(orders), model, buffer };
        desk.carry_out(first);
        Ok(desk)
    }

    /// One key; what it wants done stays undone.
    fn key(&mut self, key: &str) -> Vec<Effect> {
        let keys = story(key).unwrap_or_default();
        let press =
            |key: kyukan::tui::key::Key| Msg::Input(Input::Key(KeyEvent::new(key.code, key.modifiers)));
        keys.into_iter().flat_map(|key| self.model.update(press(key))).collect()
    }

    fn press(&mut self, keys: &str) {
        let effects = self.key(keys);
        self.carry_out(effects);
    }

    fn carry_out(&mut self, effects: Vec<Effect>) {
        let (told, _heard) = unbounded();
        for effect in effects {
            let Effect::Work(job) = effect else { continue };
            if let Job::Open { generation, .. } = &job {
                self.worker.orders().wanted.store(*generation, Ordering::Relaxed);
            }
            if let Some(answer) = self.worker.carry_out(job, &told) {
                let further = self.model.update(answer);
                self.carry_out(further);
            }
        }
    }

    fn frame(&mut self) {
        let area = self.model.area();
        self.buffer.reset();
        divan::black_box(draw(&self.model, area, &mut self.buffer));
    }
}

fn station(office: PathBuf) -> (Model, Orders, Vec<Effect>) {
    let start = Start {
        paths: vec![office],
        who: who(),
        month: None,
        office: None,
        codes: None,
        limits: Limits::default(),
        language: Language::Ja,
        is_language_chosen: true,
        settings: Settings::default(),
        faults: Vec::new(),
        settings_path: None,
        state: None,
        has_colours: true,
        colorterm: None,
    };
    prepare(start, (120, 40), NaiveDate::from_ymd_opt(2026, 11, 5).unwrap_or_default())
}

/// Makes a workspace with an invented month.
fn receive(office: &Path, folder: &Path, clients: u32) -> Result<(), Box<dyn Error>> {
    let made = demo_month(&demo::busy_office(clients))?;
    let files = made.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    write_new(&folder.join("in"), files)?;
    Workspace::init(office, "")?;
    let source = FolderSource::open(&[folder.join("in")], Limits::default());
    if let Some(plan) = plan_import(office, &source, None, &NoProgress)? {
        plan.carry_out(office, &source, &NoProgress).map_err(|stopped| stopped.to_string())?;
    }
    Ok(())
}
