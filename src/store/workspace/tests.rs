use super::*;
use crate::domain::decision::{Decision, Subject, Value, Verdict};
use crate::domain::event::{Change, Deed};
use crate::domain::fixture::{client, seen};
use std::fs;
use std::sync::{Arc, Mutex};

mod damage;
mod disk;
mod locking;
mod records;
mod writing;

fn who() -> Who {
    Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() }
}

fn time(text: &str) -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339(text).unwrap()
}

/// A clock that stands still.
fn clock() -> Clock {
    Box::new(|| time("2026-11-02T09:30:00.123456+09:00"))
}

/// A clock that can be set.
fn settable() -> (Clock, Arc<Mutex<DateTime<FixedOffset>>>) {
    let shown = Arc::new(Mutex::new(time("2026-11-02T09:30:00+09:00")));
    let hands = Arc::clone(&shown);
    (Box::new(move || *shown.lock().unwrap()), hands)
}

fn month(text: &str) -> Option<ServiceMonth> {
    let month = ServiceMonth::parse(text);
    assert!(month.is_some(), "{text}");
    month
}

fn new_workspace() -> (tempfile::TempDir, PathBuf) {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("事業所 1");
    Workspace::init(&dir, "office = \"1379900010\"\n").unwrap();
    (temp, dir)
}

fn open(dir: &Path, access: Access) -> Workspace {
    Workspace::open(dir, who(), access, clock()).unwrap()
}

/// A decision about a moved visit; the number makes it one of its own.
fn draft(number: u32, of: Option<ServiceMonth>) -> Draft {
    let after = Some(Value::Decision(Box::new(Decision { verdict: Verdict::Adopt, seen: seen() })));
    let subject = Subject::Difference { client: client(number), id: format!("{number:016x}") };
    let changes = vec![Change { subject, before: None, after }];
    Draft { month: of, deed: Deed::Decide, changes, reason: format!("理由 {number}\n\u{0}\"") }
}

/// A workspace with so many events, closed, and the events.
fn filled(count: u32) -> (tempfile::TempDir, PathBuf, Vec<Event>) {
    let (temp, dir) = new_workspace();
    let mut workspace = open(&dir, Access::Write);
    let drafts: Vec<Draft> = (1..=count).map(|number| draft(number, month("2026-10"))).collect();
    let appended = workspace.append_all(&drafts, &Records::default(), 0).unwrap();
    (temp, dir, appended.events)
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}
