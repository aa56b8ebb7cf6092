//! The thread that does what takes time: opens months, writes the journal, reads lines of files, saves what is
//! remembered.

mod months;
mod notices;
mod office;
mod outbox;
mod registers;

use super::desk::Desk;
use super::effect::Job;
use super::msg::Msg;
use super::theme::{Depth, Theme};
use crate::app::open::{OpenFailure, OpenOptions, open_month};
use crate::app::ports::{Progress, Source};
use crate::app::raw_line::{RawRecord, raw_record};
use crate::app::review::Review;
use crate::config::{ConfigFaultSort, Place};
use crate::domain::codes::CodeMaster;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::domain::problem::{Problem, ProblemCode};
use crate::format::exchange::FileKind;
use crate::i18n::problems::{PlaceText, problem_sentence};
use crate::i18n::{Arg, Language, Texts};
use crate::report::config_fault::config_sentence;
use crate::report::open_failure::open_failure;
use crate::store::workspace::Who;
use crate::store::{FolderSource, Limits, ViewState};
use chrono::{DateTime, FixedOffset};
use crossbeam_channel::{Receiver, Sender};
use office::Office;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicUsize, Ordering};

/// What the worker knows from the start.
pub struct Orders {
    /// What is opened.
    pub paths: Vec<PathBuf>,
    /// The workspace, when a workspace is opened.
    pub workspace: Option<PathBuf>,
    /// Who decides here.
    pub who: Who,
    /// What time it is, for the journal.
    pub clock: fn() -> DateTime<FixedOffset>,
    /// How much is read at most.
    pub limits: Limits,
    /// The month asked for on the command line.
    pub month: Option<ServiceMonth>,
    /// One care office of a corporation's batch.
    pub office: Option<OfficeNumber>,
    /// A service code master.
    pub codes: Option<CodeMaster>,
    /// Language of its sentences.
    pub language: Language,
    /// Folder of the user's settings and themes.
    pub settings: Option<PathBuf>,
    /// Where it saves what is remembered.
    pub state: Option<PathBuf>,
    /// Colours of the terminal; `None` for none.
    pub depth: Option<Depth>,
    /// The opening that is wanted; any other one stops.
    pub wanted: Arc<AtomicU32>,
}

/// Works until nobody sends jobs any more.
pub fn work(orders: Orders, jobs: &Receiver<Job>, answers: &Sender<Msg>) {
    let mut worker = Worker::new(orders);
    for job in jobs {
        let answer = worker.carry_out(job, answers);
        if answer.is_some_and(|answer| answers.send(answer).is_err()) {
            return;
        }
    }
}

/// Does one job after the other.
pub struct Worker {
    orders: Orders,
    texts: Texts,
    /// What was opened last; lines are read from there.
    source: Option<Box<dyn Source>>,
    /// The workspace, once it is open.
    office: Option<Office>,
}

impl Worker {
    /// A worker that has opened nothing yet.
    pub fn new(orders: Orders) -> Self {
        Self { texts: Texts::new(orders.language), orders, source: None, office: None }
    }

    /// What it knows from the start.
    pub fn orders(&self) -> &Orders {
        &self.orders
    }

    /// Does a job and answers it; tells `told` how far it is meanwhile.
    pub fn carry_out(&mut self, job: Job, told: &Sender<Msg>) -> Option<Msg> {
        match job {
            Job::Open { generation, month } => {
                let (answer, source) = if self.orders.workspace.is_some() {
                    self.open_office(told, generation, month)
                } else {
                    open(&self.orders, &self.texts, told, generation, month)
                };
                self.source = source.or(self.source.take());
                Some(answer)
            }
            Job::Append { generation, draft } => Some(self.append(generation, &draft)),
            Job::BackUp => self.back_up(),
            Job::PlanWriting { generation, to, all_clients } => {
                Some(self.preview(generation, to, all_clients))
            }
            Job::WriteOut { generation } => Some(self.write_out(generation)),
            Job::Import { paths } => Some(self.import(&paths)),
            Job::ReadNotices { generation, known } => Some(self.read_notices(generation, known)),
            Job::ImportNotices { generation, paths, known } => {
                Some(self.import_notices(generation, &paths, known))
            }
            Job::CountMonth { generation, month, office } => {
                Some(self.count_month(told, generation, month, office))
            }
            Job::ReadSheet { generation, register, path } => {
                Some(self.read_sheet(generation, register, path))
            }
            Job::ExportRegister { name, rows, bytes } => Some(self.export_register(name, rows, &bytes)),
            Job::ReadLine { file, path, kind, line } => {
                let record = read_line(&self.texts, self.source.as_deref(), &path, kind, line);
                Some(Msg::Line { file, line, record })
            }
            Job::ListThemes => Some(Msg::Themes(themes(&self.orders))),
            Job::LoadTheme(id) => Some(load_theme(&self.orders, &self.texts, &id)),
            Job::Save(state) => save(&self.texts, self.orders.state.as_deref(), &state),
        }
    }
}

fn open(
    orders: &Orders,
    texts: &Texts,
    answers: &Sender<Msg>,
    generation: u32,
    month: Option<ServiceMonth>,
) -> (Msg, Option<Box<dyn Source>>) {
    let not_opened = |reasons| Msg::NotOpened { generation, reasons };
    let source = FolderSource::open(&orders.paths, orders.limits);
    if let [missing, ..] = source.missing() {
        let path = missing.display().to_string();
        let sentence = texts.format("error-path-missing", &[("path", Arg::from(path.as_str()))]);
        return (not_opened(vec![sentence]), None);
    }
    let options =
        OpenOptions { month: month.or(orders.month), office: orders.office, codes: orders.codes.as_ref() };
    let progress = Reporter { generation, wanted: &orders.wanted, answers, told: AtomicUsize::new(0) };
    let opened = open_month(&source, options, &progress);
    let message = match opened {
        Ok(month) => {
            let review = Box::new(Review::new(month, orders.codes.clone()));
            Msg::Opened { generation, review, desk: Desk::None, months: Vec::new() }
        }
        Err(OpenFailure::Cancelled) => not_opened(Vec::new()),
        Err(failure) => not_opened(open_failure(texts, &failure, &orders.paths, &options)),
    };
    (message, Some(Box::new(source)))
}

/// Tells the model how far reading is, some hundred times at most.
struct Reporter<'a> {
    generation: u32,
    wanted: &'a AtomicU32,
    answers: &'a Sender<Msg>,
    told: AtomicUsize,
}

impl Progress for Reporter<'_> {
    fn files_read(&self, done: usize, total: usize) {
        let hundredths = (done * 100).checked_div(total).unwrap_or(0);
        if self.told.fetch_max(hundredths, Ordering::Relaxed) < hundredths {
            // When nobody listens any more, the reading is about to be stopped.
            let _ = self.answers.send(Msg::Progress { generation: self.generation, done, total });
        }
    }

    fn is_cancelled(&self) -> bool {
        self.wanted.load(Ordering::Relaxed) != self.generation
    }
}

fn read_line(
    texts: &Texts,
    source: Option<&dyn Source>,
    path: &str,
    kind: Option<FileKind>,
    line: u32,
) -> Result<RawRecord, String> {
    let unreadable = |reason: &str| {
        let problem = Problem::warned(ProblemCode::FileUnreadable).at_path(path).found(reason);
        problem_sentence(texts, &problem, &PlaceText::default())
    };
    let source = source.ok_or_else(|| unreadable("reason-not-found"))?;
    let files = source.list().files;
    let at = files.iter().position(|file| file.path == path).ok_or_else(|| unreadable("reason-not-found"))?;
    let mut data = Vec::new();
    source.read(at, &mut data).map_err(|failure| match failure {
        crate::app::ports::ReadFailure::Unreadable(reason) => unreadable(&reason),
        crate::app::ports::ReadFailure::TooLarge { .. } => unreadable("reason-not-regular"),
    })?;
    raw_record(&data, kind, line).ok_or_else(|| texts.format("raw-line-absent", &[("line", Arg::from(line))]))
}

/// A theme in the colours that the terminal has. `asked_at` is where the settings name it: a theme that there is not
/// is a fault of that place.
pub fn theme_for(
    id: &str,
    settings: Option<&Path>,
    depth: Option<Depth>,
    asked_at: Option<(&str, Option<&Place>)>,
    texts: &Texts,
) -> (Theme, Vec<String>) {
    let (theme, mut faults) = Theme::load(id, settings);
    for fault in &mut faults {
        let is_absent = matches!(&fault.sort, ConfigFaultSort::ThemeNotFound { name, .. } if name == id);
        if let Some((path, place)) = asked_at.filter(|_| is_absent && fault.place.is_none()) {
            path.clone_into(&mut fault.path);
            fault.place = place.copied();
        }
    }
    let theme = match depth {
        Some(depth) => theme.with_depth(depth),
        None => theme,
    };
    (theme, faults.iter().map(|fault| config_sentence(texts, fault)).collect())
}

/// Every theme by its name in the reader's language.
fn themes(orders: &Orders) -> Vec<(String, String)> {
    let folder = orders.settings.as_deref();
    let own = folder.map(Theme::user_ids).unwrap_or_default();
    let ids = Theme::builtin_ids().iter().map(|id| (*id).to_owned()).chain(own);
    let named = ids.map(|id| {
        let (theme, _) = Theme::load(&id, folder);
        let name = if orders.language == Language::Ja { theme.name_ja } else { theme.name_en };
        (id, name)
    });
    named.collect()
}

fn load_theme(orders: &Orders, texts: &Texts, id: &str) -> Msg {
    let (theme, faults) = theme_for(id, orders.settings.as_deref(), orders.depth, None, texts);
    Msg::Theme(theme, faults)
}

fn save(texts: &Texts, path: Option<&Path>, state: &ViewState) -> Option<Msg> {
    let path = path?;
    let error = state.save(path).err()?;
    let (path, reason) = (path.display().to_string(), error.to_string());
    let arguments = [("path", Arg::from(path.as_str())), ("reason", Arg::from(reason.as_str()))];
    Some(Msg::Told(texts.format("error-write-failed", &arguments)))
}
