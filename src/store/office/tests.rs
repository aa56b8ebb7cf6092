use super::*;
use crate::app::ports::NoProgress;
use crate::app::write::{Baseline, PlannedFile, RowChanges, Why, WritePlan};
use crate::domain::event::Deed;
use crate::domain::ids::OfficeNumber;
use crate::store::workspace::{Access, Barrier, Clock, Who};
use crate::store::{FolderSource, ImportStop, plan_import, verify};
use chrono::{DateTime, FixedOffset};
use std::fs;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

const PLAN: &str = "UPPLAN_202610_1379900010_43_1379900028_11_20261001090000.CSV";
const ACTUAL: &str = "UPJSK_202610_1379900028_11_1379900010_43_20261102093015.CSV";
const OF_SEPTEMBER: &str = "UPJSK_202609_1379900028_11_1379900010_43_20261002093015.CSV";
const STRANGER: &str = "UPJSK_202610_1379900036_11_1379900044_43_20261102093015.CSV";

struct Office {
    temp: TempDir,
    workspace: Workspace,
}

fn who(person: &str) -> Who {
    Who { person: person.to_owned(), machine: "受付PC".to_owned() }
}

fn now() -> DateTime<FixedOffset> {
    DateTime::parse_from_rfc3339("2026-11-05T09:30:00+09:00").unwrap()
}

fn clock() -> Clock {
    Box::new(now)
}

fn october() -> ServiceMonth {
    ServiceMonth::FALLBACK
}

impl Office {
    fn new(files: &[&str]) -> Self {
        let temp = tempfile::tempdir().unwrap();
        let dir = temp.path().join("office");
        Workspace::init(&dir, "").unwrap();
        fs::create_dir(temp.path().join("in")).unwrap();
        for name in files {
            fs::write(temp.path().join("in").join(name), name).unwrap();
        }
        let workspace = Workspace::open(&dir, who("試験 花子"), Access::Write, clock()).unwrap();
        Self { temp, workspace }
    }

    fn dir(&self) -> PathBuf {
        self.temp.path().join("office")
    }

    fn source(&self) -> FolderSource {
        FolderSource::open(&[self.temp.path().join("in")], Limits::default())
    }

    fn import(&mut self) -> Result<crate::store::ImportPlan, ImportFailure> {
        let own = OfficeNumber::parse("1379900010");
        let source = self.source();
        import(&mut self.workspace, &source, own, &NoProgress)
    }

    fn deeds(&mut self) -> Vec<(Option<ServiceMonth>, Deed)> {
        let events = self.workspace.events(None).unwrap().items;
        events.into_iter().map(|event| (event.month, event.deed)).collect()
    }

    fn write(&mut self, plan: &WritePlan) -> Result<Written, OutFailure> {
        let last = self.workspace.last_seq().unwrap();
        let why = |file: Option<&PlannedFile>| if file.is_some() { "予定" } else { "履歴" }.to_owned();
        write_files(&mut self.workspace, october(), (plan, last), now(), &why)
    }
}

fn planned(name: &str) -> WritePlan {
    let file = PlannedFile {
        name: name.to_owned(),
        bytes: b"1,2\r\n".to_vec(),
        why: Why::CallList,
        rows: RowChanges::default(),
        baseline: Baseline::Nothing,
    };
    WritePlan { files: vec![file], ..WritePlan::default() }
}

#[test]
fn what_is_new_is_journalled_once_with_each_month_on_its_own() {
    let mut office = Office::new(&[PLAN, ACTUAL, OF_SEPTEMBER, STRANGER, "メモ.txt"]);
    let counts = office.import().unwrap().counts();
    assert_eq!((counts.new, counts.other_office, counts.not_exchange), (3, 1, 1));
    let deeds = office.deeds();
    let september = ServiceMonth::new(2026, 9);
    assert_eq!(
        deeds,
        [
            (september, Deed::Import { new: 1, known: 0, refused: 2 }),
            (Some(october()), Deed::Import { new: 2, known: 0, refused: 0 }),
        ]
    );
    let rows = office.workspace.imports(None).unwrap().items;
    let names: Vec<(u64, &str)> = rows.iter().map(|row| (row.event, row.import.name.as_str())).collect();
    assert_eq!(names, [(1, OF_SEPTEMBER), (2, ACTUAL), (2, PLAN)]);
    assert_eq!(office.import().unwrap().counts().known, 3);
    assert_eq!(office.deeds().len(), 2, "nothing new, no event");
}

#[test]
fn files_that_a_killed_import_took_in_are_journalled_by_the_next() {
    let mut office = Office::new(&[PLAN, ACTUAL]);
    let plan = plan_import(&office.dir(), &office.source(), None, &NoProgress).unwrap().unwrap();
    plan.carry_out(&office.dir(), &office.source(), &NoProgress).unwrap();
    assert_eq!(office.import().unwrap().counts().known, 2);
    assert_eq!(office.deeds(), [(Some(october()), Deed::Import { new: 2, known: 0, refused: 0 })]);
    assert_eq!(office.workspace.imports(None).unwrap().items.len(), 2);
}

/// Stops after the files were looked at and one of them was taken in.
struct StopsAfter(AtomicUsize, usize);

impl Progress for StopsAfter {
    fn files_read(&self, _done: usize, _total: usize) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed) >= self.1
    }
}

#[test]
fn what_was_taken_in_before_a_stop_is_journalled() {
    let names: Vec<String> =
        (0..200).map(|n| format!("UPJSK_202610_1379900028_11_1379900010_43_20261102093{n:03}.CSV")).collect();
    let mut office = Office::new(&names.iter().map(String::as_str).collect::<Vec<_>>());
    let source = office.source();
    let stops = StopsAfter(AtomicUsize::new(0), 201);
    let stopped = import(&mut office.workspace, &source, None, &stops).unwrap_err();
    let ImportFailure::Stopped(stopped) = stopped else { panic!("{stopped:?}") };
    assert!(matches!(stopped.reason, ImportStop::Cancelled));
    let counts = stopped.so_far.counts();
    assert_eq!(counts.new + counts.not_reached, 200);
    assert!(counts.new > 0 && counts.not_reached > 0, "{counts:?}");
    assert_eq!(office.workspace.imports(None).unwrap().items.len(), counts.new);
    let stops = StopsAfter(AtomicUsize::new(1), 1);
    let cancelled = import(&mut office.workspace, &source, None, &stops).unwrap_err();
    assert!(matches!(cancelled, ImportFailure::Cancelled));
    assert_eq!(office.import().unwrap().counts().known, counts.new);
    assert_eq!(office.workspace.imports(None).unwrap().items.len(), 200);
}

#[test]
fn who_does_not_hold_the_lock_takes_nothing_in_and_writes_nothing() {
    let mut office = Office::new(&[PLAN]);
    let mut second = Workspace::open(&office.dir(), who("試験 太郎"), Access::Write, clock()).unwrap();
    let source = office.source();
    let refused = import(&mut second, &source, None, &NoProgress).unwrap_err();
    let ImportFailure::NotWritable(AppendError::ReadOnly(Barrier::Held(Some(holder)))) = refused else {
        panic!("{refused:?}")
    };
    assert_eq!(holder.who.person, "試験 花子");
    assert!(!office.dir().join("received/2026-10").exists());
    let why = |_: Option<&PlannedFile>| String::new();
    let refused = write_files(&mut second, october(), (&planned("A.CSV"), 0), now(), &why).unwrap_err();
    assert!(matches!(refused, OutFailure::Journal(AppendError::ReadOnly(_))), "{refused:?}");
    assert!(!office.dir().join("out/2026-10").exists());
    drop(second);
    office.import().unwrap();
}

#[test]
fn files_are_written_with_the_journal_and_remembered() {
    let mut office = Office::new(&[PLAN]);
    office.import().unwrap();
    let name = format!("1379900028/{PLAN}");
    let mut plan = planned(&name);
    plan.files.extend(planned("CALLS_202610.txt").files);
    let written = office.write(&plan).unwrap();
    assert_eq!(written.event.deed, Deed::Write { folder: "2026-10/20261105-093000".to_owned(), files: 2 });
    let manifest = verify(&written.receipt.folder).unwrap();
    let files: Vec<(&str, &str)> = manifest.files.iter().map(|f| (f.name.as_str(), f.why.as_str())).collect();
    assert_eq!(files, [(&*name, "予定"), ("CALLS_202610.txt", "予定"), (JOURNAL_FILE, "履歴")]);
    let journal = fs::read_to_string(written.receipt.folder.join(JOURNAL_FILE)).unwrap();
    assert_eq!(journal.lines().count(), 1, "what was done before the writing");
    let earlier = Earlier::gather(&mut office.workspace, october()).unwrap();
    let [submission] = earlier.submissions.as_slice() else { panic!("{earlier:?}") };
    let sent: Vec<(&str, &str)> =
        submission.sending.files.iter().map(|file| (&*file.kind, &*file.receiver)).collect();
    assert_eq!(sent, [("UPPLAN", "1379900028"), ("CALLS", "")]);
    let sent = earlier.sent();
    assert_eq!(sent.files.len(), 1, "exchange files only");
    assert_eq!(sent.files[0].name.build(), PLAN);
    let other = Earlier::gather(&mut office.workspace, ServiceMonth::new(2026, 9).unwrap()).unwrap();
    assert_eq!(other, Earlier::default());
}

#[test]
fn nothing_is_written_of_a_plan_that_was_overtaken_or_without_a_place() {
    let mut office = Office::new(&[PLAN]);
    office.import().unwrap();
    let why = |_: Option<&PlannedFile>| String::new();
    let stale = write_files(&mut office.workspace, october(), (&planned("A.CSV"), 0), now(), &why);
    let Err(OutFailure::Journal(AppendError::Conflict { last: 1, since })) = stale else {
        panic!("{stale:?}")
    };
    assert_eq!(since.len(), 1);
    fs::remove_dir(office.dir().join("out")).unwrap();
    fs::write(office.dir().join("out"), "").unwrap();
    assert!(matches!(office.write(&planned("A.CSV")), Err(OutFailure::Store(_))));
    assert_eq!(office.deeds().len(), 1);
}
