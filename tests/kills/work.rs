//! The child: works in a workspace until it is killed.

use super::checks::{incoming_in, patterns_of, workspace_in};
use super::material::{self, Pattern, drafts, months};
use super::report::{Line, Phase, Promise, Step, hash_of_event};
use chrono::{DateTime, FixedOffset, TimeDelta};
use fastrand::Rng;
use kyukan::app::ports::NoProgress;
use kyukan::domain::event::{Deed, Draft};
use kyukan::domain::month::ServiceMonth;
use kyukan::store::workspace::{Access, Import, Records, Sending, SentFile, Who, Workspace};
use kyukan::store::{FolderSource, ImportPlan, Limits, OutFile, Outcome, Taken, plan_import, write_out};
use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};

/// What most of the steps of a child are, by its seed; the last ones do everything alike.
pub(crate) const LEANINGS: [Option<Phase>; 4] =
    [Some(Phase::Deciding), Some(Phase::Importing), Some(Phase::Writing), None];

pub(crate) fn leaning(seed: u64) -> Option<Phase> {
    let place = usize::try_from(seed % 4).unwrap();
    LEANINGS.get(place).copied().flatten()
}

/// Opens the workspace as everybody here does.
pub(crate) fn open(house: &Path, access: Access, seconds: i64) -> Workspace {
    let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
    let now = time(seconds);
    Workspace::open(&workspace_in(house), who, access, Box::new(move || now)).unwrap()
}

fn time(seconds: i64) -> DateTime<FixedOffset> {
    let start = DateTime::parse_from_rfc3339("2026-11-02T09:30:00.123+09:00").unwrap();
    start + TimeDelta::seconds(seconds)
}

/// Works for ever.
pub(crate) fn run(house: &Path, seed: u64) -> ! {
    // The frame of the test has begun a line.
    std::io::stdout().write_all(b"\n").unwrap();
    Line::Begin(Step { phase: Phase::Opening, events: 0, incoming: None }).say();
    let mut random = Rng::with_seed(seed);
    let mut workspace = open(house, Access::Write, random.i64(0..3600));
    assert!(workspace.is_writable(), "{:?} {:?}", workspace.barrier(), workspace.damage());
    let last = workspace.last_seq().unwrap();
    let patterns = material::patterns(&patterns_of(house));
    let mut worker = Worker { house: house.to_owned(), workspace, last, patterns, random };
    Line::Done(Promise::default()).say();
    loop {
        worker.step(leaning(seed));
    }
}

struct Worker {
    house: PathBuf,
    workspace: Workspace,
    last: u64,
    patterns: Vec<Pattern>,
    random: Rng,
}

impl Worker {
    fn step(&mut self, leaning: Option<Phase>) {
        let any = self.random.choice([Phase::Deciding, Phase::Importing, Phase::Writing]).unwrap();
        match leaning.filter(|_| self.random.u8(..6) > 0).unwrap_or(any) {
            Phase::Opening | Phase::Deciding => self.decide(),
            Phase::Importing => self.import(),
            Phase::Writing => self.write(),
        }
    }

    fn decide(&mut self) {
        let drafts = drafts(&mut self.random);
        self.append(Phase::Deciding, &drafts, &Records::default());
    }

    /// Takes files in, then tells the journal.
    fn import(&mut self) {
        let incoming = self.incoming();
        let sent: HashSet<blake3::Hash> = files_in(&incoming).map(|bytes| blake3::hash(&bytes)).collect();
        Line::Begin(Step { phase: Phase::Importing, events: 0, incoming: Some(incoming.clone()) }).say();
        let done = import(&workspace_in(&self.house), &incoming);
        let received = done.items.iter().map(|item| promised(taken(&item.outcome))).collect();
        Line::Done(Promise { received, ..Promise::default() }).say();
        let told: HashSet<blake3::Hash> = done.items.iter().map(|item| taken(&item.outcome).hash).collect();
        assert_eq!(told, sent, "all that came, as it came");
        let counts = done.counts();
        let [new, known] = [counts.new, counts.known].map(|count| u32::try_from(count).unwrap());
        let deed = Deed::Import { new, known, refused: 0 };
        let mut drafts = if self.random.bool() { drafts(&mut self.random) } else { Vec::new() };
        drafts.push(Draft { month: None, deed, changes: Vec::new(), reason: String::new() });
        let imports = done.items.iter().map(|item| record(&item.path, &item.outcome)).collect();
        self.append(Phase::Importing, &drafts, &Records { imports, submission: None });
    }

    /// A folder of new files; sometimes one that was there before.
    fn incoming(&mut self) -> PathBuf {
        let parent = incoming_in(&self.house);
        let mut before: Vec<PathBuf> = fs::read_dir(&parent).unwrap().map(|e| e.unwrap().path()).collect();
        before.sort();
        if self.random.u8(..4) == 0 && !before.is_empty() {
            return before.swap_remove(self.random.usize(..before.len()));
        }
        let folder = parent.join(format!("{:016x}", self.random.u64(..)));
        fs::create_dir(&folder).unwrap();
        for _ in 0..self.random.usize(1..8) {
            let (name, bytes) = material::file(&self.patterns, &mut self.random);
            fs::write(folder.join(name), bytes).unwrap();
        }
        folder
    }

    /// Writes a folder of files, then tells the journal.
    fn write(&mut self) {
        let month = self.random.choice(months()).unwrap();
        let files = self.files();
        let outputs: Vec<OutFile<'_>> =
            files.iter().map(|(name, bytes)| OutFile { name, bytes, why: "訂正した予定" }).collect();
        let at = time(self.random.i64(0..60));
        Line::Begin(Step { phase: Phase::Writing, events: 0, incoming: None }).say();
        let receipt = write_out(&workspace_in(&self.house), month, at, &outputs).unwrap();
        let name = receipt.folder.file_name().unwrap().to_str().unwrap();
        let folder = format!("{month}/{name}");
        let manifest = blake3::hash(&serde_json::to_vec_pretty(&receipt.manifest).unwrap());
        let written = Some((folder.clone(), manifest.to_hex().to_string()));
        Line::Done(Promise { written, ..Promise::default() }).say();
        let hashes = receipt.manifest.files.iter().map(|file| file.blake3.clone());
        assert!(hashes.eq(files.iter().map(|(_, bytes)| blake3::hash(bytes).to_hex().to_string())));
        self.tell_written(month, folder, files);
    }

    /// Files of one writing, some in folders of their receivers.
    fn files(&mut self) -> Vec<(String, Vec<u8>)> {
        let mut files = Vec::new();
        for number in 0..self.random.usize(1..7) {
            let (name, bytes) = material::file(&self.patterns, &mut self.random);
            let folder = if self.random.bool() { "1379900028/" } else { "" };
            files.push((format!("{folder}{number}_{name}"), bytes));
        }
        files
    }

    fn tell_written(&mut self, month: ServiceMonth, folder: String, files: Vec<(String, Vec<u8>)>) {
        let count = u32::try_from(files.len()).unwrap();
        let deed = Deed::Write { folder: folder.clone(), files: count };
        let sent = |(name, bytes): (String, Vec<u8>)| SentFile {
            name,
            kind: "UPPLAN".to_owned(),
            receiver: "1379900028".to_owned(),
            hash: blake3::hash(&bytes).to_hex().to_string(),
            bytes,
        };
        let files = files.into_iter().map(sent).collect();
        let submission = Some(Sending { month: Some(month), folder, files });
        let draft = Draft { month: Some(month), deed, changes: Vec::new(), reason: String::new() };
        self.append(Phase::Writing, &[draft], &Records { imports: Vec::new(), submission });
    }

    fn append(&mut self, phase: Phase, drafts: &[Draft], records: &Records) {
        Line::Begin(Step { phase, events: drafts.len(), incoming: None }).say();
        let appended = match drafts {
            [one] if *records == Records::default() => self.workspace.append(one, self.last),
            _ => self.workspace.append_all(drafts, records, self.last),
        };
        let events = appended.unwrap().events;
        let promised = events.iter().map(|event| (event.seq, hash_of_event(event))).collect();
        Line::Done(Promise { events: promised, ..Promise::default() }).say();
        assert_eq!(events.len(), drafts.len());
        for (draft, event) in drafts.iter().zip(&events) {
            let Draft { month, deed, changes, reason } = draft;
            assert_eq!(
                (month, deed, changes, reason),
                (&event.month, &event.deed, &event.changes, &event.reason)
            );
        }
        self.last = events.last().unwrap().seq;
    }
}

/// Imports a folder, of which everything has to be new or known.
pub(crate) fn import(workspace: &Path, incoming: &Path) -> ImportPlan {
    let source = FolderSource::open(&[incoming.to_owned()], Limits::default());
    let plan = plan_import(workspace, &source, None, &NoProgress).unwrap().unwrap();
    assert_eq!(plan.problems, []);
    let done = plan.carry_out(workspace, &source, &NoProgress).unwrap();
    let counts = done.counts();
    assert_eq!(counts.new + counts.known, done.items.len(), "{counts:?}");
    done
}

pub(crate) fn taken(outcome: &Outcome) -> &Taken {
    match outcome {
        Outcome::New(taken) | Outcome::Known(taken) => taken,
        other => unreachable!("{other:?}"),
    }
}

/// Where a file has to be from now on, and the hash of its bytes.
pub(crate) fn promised(taken: &Taken) -> (String, String) {
    (taken.stored.relative_path(), taken.hash.to_hex().to_string())
}

fn record(path: &str, outcome: &Outcome) -> Import {
    let taken = taken(outcome);
    Import {
        hash: taken.hash.to_hex().to_string(),
        name: taken.stored.original_name().to_owned(),
        path: path.to_owned(),
        size: taken.bytes,
        month: taken.stored.month(),
        outcome: if matches!(outcome, Outcome::New(_)) { "new" } else { "known" }.to_owned(),
    }
}

fn files_in(folder: &Path) -> impl Iterator<Item = Vec<u8>> {
    fs::read_dir(folder).unwrap().map(|entry| fs::read(entry.unwrap().path()).unwrap())
}
