//! What has to hold in a workspace after every kill.

use super::material::{make_patterns, months};
use super::report::{Phase, hash_of_event};
use super::runs::Run;
use super::work::{import, open, promised, taken};
use fastrand::Rng;
use kyukan::app::ports::Source;
use kyukan::domain::event::{Deed, Draft, Event};
use kyukan::store::workspace::{Access, Workspace};
use kyukan::store::{Limits, Manifest, ReceivedSource, Span, verify};
use rusqlite::{Connection, OpenFlags};
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

pub(crate) fn workspace_in(house: &Path) -> PathBuf {
    house.join("事業所")
}

pub(crate) fn incoming_in(house: &Path) -> PathBuf {
    house.join("incoming")
}

pub(crate) fn patterns_of(house: &Path) -> PathBuf {
    house.join("patterns")
}

/// A workspace with what is known to be in it. What was seen once has to stay, also what was never promised.
pub(crate) struct House {
    temp: TempDir,
    events: Vec<Event>,
    /// Received files by their path, with the hashes of their bytes.
    received: BTreeMap<String, String>,
    /// Those that were promised, which nobody must change by accident.
    protected: BTreeSet<String>,
    /// Folders of outputs with the hashes of their manifests.
    written: BTreeMap<String, String>,
    /// Copies of the database that were looked at.
    copies: BTreeSet<PathBuf>,
    figures: BTreeMap<&'static str, usize>,
}

impl House {
    pub(crate) fn new(random: &mut Rng) -> Self {
        let temp = tempfile::tempdir().unwrap();
        make_patterns(&patterns_of(temp.path()), random.u64(..));
        fs::create_dir(incoming_in(temp.path())).unwrap();
        Workspace::init(&workspace_in(temp.path()), "office = \"1379900010\"\n").unwrap();
        Self {
            temp,
            events: Vec::new(),
            received: BTreeMap::new(),
            protected: BTreeSet::new(),
            written: BTreeMap::new(),
            copies: BTreeSet::new(),
            figures: BTreeMap::new(),
        }
    }

    pub(crate) fn dir(&self) -> &Path {
        self.temp.path()
    }

    pub(crate) fn figures(&self) -> impl Iterator<Item = (&'static str, usize)> {
        self.figures.iter().map(|(what, count)| (*what, *count))
    }

    fn root(&self) -> PathBuf {
        workspace_in(self.dir())
    }

    fn remember_received(&mut self, path: &str, hash: &str) {
        remember(&mut self.received, path, hash);
        self.protected.insert(path.to_owned());
    }

    fn add(&mut self, what: &'static str, count: usize) {
        *self.figures.entry(what).or_default() += count;
    }

    /// Checks everything. With `goes_on` an import that was interrupted is brought to its end here; otherwise its
    /// remains are left to the next child.
    pub(crate) fn check(&mut self, run: &Run, goes_on: bool) {
        for promise in &run.promises {
            for (path, hash) in &promise.received {
                self.remember_received(path, hash);
            }
            if let Some((folder, manifest)) = &promise.written {
                remember(&mut self.written, folder, manifest);
            }
        }
        // A reader comes first and leaves the rest of the work to the writer.
        let mut reader = open(self.dir(), Access::Read, 0);
        let read = self.check_events(&mut reader, run);
        drop(reader);
        let mut writer = open_writer(self.dir());
        let events = self.check_events(&mut writer, run);
        assert_eq!(read, events);
        self.events = events;
        self.check_received();
        let manifests = self.check_written();
        self.check_records(&mut writer, &manifests);
        if goes_on {
            self.go_on(run);
        }
        self.append(&mut writer);
        drop(writer);
        check_database(&self.root().join("kyukan.db"));
        self.check_copies();
    }

    /// The promised events, and all or none of the step that was interrupted.
    fn check_events(&mut self, workspace: &mut Workspace, run: &Run) -> Vec<Event> {
        assert_eq!(workspace.damage(), None);
        assert_eq!(workspace.warnings(), []);
        let found = workspace.events(None).unwrap();
        assert_eq!((found.damage, workspace.damage()), (None, None));
        assert_eq!(workspace.last_seq().unwrap(), found.items.len() as u64);
        assert!(found.items.iter().zip(1..).all(|(event, seq)| event.seq == seq));
        let (before, since) = found.items.split_at_checked(self.events.len()).unwrap_or_default();
        assert!(before == self.events, "events are lost or changed");
        let promised: Vec<_> = run.promises.iter().flat_map(|promise| &promise.events).collect();
        let since_then: Vec<_> = since.iter().map(|event| (event.seq, hash_of_event(event))).collect();
        let (kept, more) = since_then.split_at_checked(promised.len()).unwrap_or((&since_then, &[]));
        assert!(kept.iter().eq(promised), "promised events are lost or changed");
        let unreported = run.interrupted.as_ref().map_or(0, |step| step.events);
        assert!(more.is_empty() || more.len() == unreported, "{} of {unreported} events", more.len());
        if workspace.is_writable() {
            self.add("events compared", before.len() + kept.len());
            self.add("steps found done though not told", usize::from(!more.is_empty()));
        }
        found.items
    }

    /// Every import and every writing has its records, and nothing else has.
    fn check_records(&self, workspace: &mut Workspace, manifests: &BTreeMap<String, Manifest>) {
        let (imports, submissions) = (workspace.imports(None).unwrap(), workspace.submissions(None).unwrap());
        assert_eq!((imports.damage, submissions.damage), (None, None));
        let received: HashSet<&String> = self.received.values().collect();
        let mut rows: BTreeMap<u64, u32> = BTreeMap::new();
        for row in &imports.items {
            assert!(received.contains(&row.import.hash), "{row:?}: its file was there before");
            *rows.entry(row.event).or_default() += 1;
        }
        let mut sendings: BTreeMap<u64, (&str, u32)> = BTreeMap::new();
        for submission in &submissions.items {
            let sending = &submission.sending;
            for file in &sending.files {
                assert_eq!(file.hash, blake3::hash(&file.bytes).to_hex().as_str());
            }
            let written = manifests[&sending.folder].files.iter().map(|file| (&file.name, &file.blake3));
            assert!(written.eq(sending.files.iter().map(|file| (&file.name, &file.hash))));
            let count = u32::try_from(sending.files.len()).unwrap();
            assert_eq!(sendings.insert(submission.event, (&sending.folder, count)), None);
        }
        for event in &self.events {
            let (files, sending) = match &event.deed {
                // A child that was killed while it made files to be imported leaves an empty folder to the next one.
                Deed::Import { new: 0, known: 0, .. } => (None, None),
                Deed::Import { new, known, .. } => (Some(new + known), None),
                Deed::Write { folder, files } => (None, Some((folder.as_str(), *files))),
                _ => (None, None),
            };
            assert_eq!(rows.remove(&event.seq), files, "event {}", event.seq);
            assert_eq!(sendings.remove(&event.seq), sending, "event {}", event.seq);
        }
        assert!(rows.is_empty() && sendings.is_empty());
    }

    /// Every file under a final name is whole, and every promised one is there and protected.
    fn check_received(&mut self) {
        let root = self.root();
        let source = ReceivedSource::open(&root, Span::All, Limits::default());
        let listing = source.list();
        assert_eq!(listing.problems, []);
        let mut bytes = Vec::new();
        let mut found = BTreeMap::new();
        for index in 0..listing.files.len() {
            source.read(index, &mut bytes).unwrap();
            let path = source.stored(index).unwrap().relative_path();
            found.insert(path, blake3::hash(&bytes).to_hex().to_string());
        }
        let parts = files_below(&workspace_in(self.dir()).join("received"), &found);
        for (path, hash) in &self.received {
            assert_eq!(found.get(path), Some(hash), "{path}");
        }
        for path in &self.protected {
            assert!(fs::metadata(root.join(path)).unwrap().permissions().readonly(), "{path}");
        }
        self.add("received files compared", found.len());
        self.add("half-written received files found", parts);
        self.received = found;
    }

    /// Every folder under a final name verifies, and every promised one is there.
    fn check_written(&mut self) -> BTreeMap<String, Manifest> {
        let mut manifests = BTreeMap::new();
        for month in months() {
            let parent = self.root().join("out").join(month.to_string());
            let (parts, folders): (Vec<_>, Vec<_>) =
                names(&parent).into_iter().partition(|name| is_half_made(name));
            assert!(parts.len() <= 1, "the next writing removes what is half-made");
            self.add("half-made folders found", parts.len());
            for name in folders {
                let manifest = verify(&parent.join(&name));
                let manifest = manifest.unwrap_or_else(|error| unreachable!("{month}/{name}: {error:?}"));
                self.add("outputs compared", manifest.files.len());
                manifests.insert(format!("{month}/{name}"), manifest);
            }
        }
        let hash =
            |manifest| blake3::hash(&serde_json::to_vec_pretty(manifest).unwrap()).to_hex().to_string();
        let found: BTreeMap<String, String> =
            manifests.iter().map(|(folder, manifest)| (folder.clone(), hash(manifest))).collect();
        let lost: Vec<_> =
            self.written.iter().filter(|(name, hash)| found.get(*name) != Some(hash)).collect();
        assert!(lost.is_empty(), "lost or changed: {lost:?}");
        self.written = found;
        manifests
    }

    /// Imports again what was being imported: all of it is taken in then, and nothing half-written is left.
    fn go_on(&mut self, run: &Run) {
        let root = self.root();
        let begun = run.interrupted.iter().filter(|step| step.phase == Phase::Importing);
        for incoming in begun.filter_map(|step| step.incoming.as_ref()) {
            let done = import(&root, incoming);
            assert_eq!(done.items.len(), names(incoming).len());
            for item in &done.items {
                let (path, hash) = promised(taken(&item.outcome));
                self.remember_received(&path, &hash);
            }
            self.check_received();
            assert_eq!(files_below(&root.join("received"), &self.received), 0);
            self.add("imports gone on with", 1);
        }
        for folder in names(&incoming_in(self.dir())) {
            fs::remove_dir_all(incoming_in(self.dir()).join(folder)).unwrap();
        }
    }

    /// The journal goes on; and because of it the next opening makes a copy of the database.
    fn append(&mut self, workspace: &mut Workspace) {
        let reason = "続きの確認".to_owned();
        let draft = Draft { month: None, deed: Deed::Register, changes: Vec::new(), reason };
        self.events.extend(workspace.append(&draft, self.events.len() as u64).unwrap().events);
    }

    /// Every copy of the database under its final name is whole.
    fn check_copies(&mut self) {
        let folder = self.root().join("backup");
        for name in names(&folder) {
            let path = folder.join(&name);
            let is_copy = Path::new(&name).extension().is_some_and(|ending| ending == "db");
            if is_copy && self.copies.insert(path.clone()) {
                check_database(&path);
                self.add("copies of the database checked", 1);
            }
        }
    }
}

/// The lock ends with the process; Windows may need a moment for it.
fn open_writer(house: &Path) -> Workspace {
    let mut workspace = open(house, Access::Write, 0);
    for _ in 0..100 {
        if cfg!(windows) && workspace.barrier().is_some() {
            std::thread::sleep(std::time::Duration::from_millis(50));
            workspace.claim().unwrap();
        }
    }
    assert_eq!(workspace.barrier(), None);
    assert!(workspace.is_writable());
    workspace
}

fn remember(known: &mut BTreeMap<String, String>, name: &str, hash: &str) {
    let before = known.insert(name.to_owned(), hash.to_owned());
    assert!(before.is_none_or(|before| before == hash), "promised twice, with other bytes");
}

/// Counts the half-written ones among the files below `received`; all others have to be known.
fn files_below(received: &Path, known: &BTreeMap<String, String>) -> usize {
    let mut parts = 0;
    for folder in names(received) {
        for name in names(&received.join(&folder)) {
            if name.ends_with("~.part") {
                parts += 1;
            } else {
                assert!(known.contains_key(&format!("received/{folder}/{name}")), "{folder}/{name}");
            }
        }
    }
    parts
}

fn is_half_made(folder: &str) -> bool {
    folder.strip_prefix('.').and_then(|name| name.strip_suffix(".part")).is_some()
}

/// What a folder holds; one that is not there holds nothing.
fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).into_iter().flatten();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn check_database(path: &Path) {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let db = Connection::open_with_flags(path, flags).unwrap();
    let answer: String = db.query_row("PRAGMA integrity_check", [], |row| row.get(0)).unwrap();
    assert_eq!(answer, "ok", "{}", path.display());
    let lengths = "SELECT (SELECT count(*) FROM journal), seq FROM head";
    let [events, seq]: [i64; 2] = db.query_row(lengths, [], |row| Ok([row.get(0)?, row.get(1)?])).unwrap();
    assert_eq!(events, seq, "{}", path.display());
    let strays = db.prepare("PRAGMA foreign_key_check").unwrap().exists([]).unwrap();
    assert!(!strays, "{}", path.display());
}
