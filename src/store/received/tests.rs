use super::*;
use crate::app::demo::{DemoOptions, OfficeSort, demo_month};
use crate::app::month::Month;
use crate::app::open::{OpenOptions, open_month};
use crate::app::ports::{NoProgress, Progress, ReadFailure, Source};
use crate::domain::ids::OfficeNumber;
use crate::domain::problem::ProblemCode;
use crate::format::exchange::edition::Edition;
use crate::store::kept::digits_of;
use crate::store::zip_archive::testing::zip_of;
use crate::store::{FolderSource, Limits};
use std::sync::atomic::{AtomicUsize, Ordering};
use tempfile::TempDir;

const PLAN: &str = "UPPLAN_202610_1379900010_43_1379900028_11_20261001090000.CSV";
const LATER: &str = "UPPLAN_202610_1379900010_43_1379900028_11_20261015090000.CSV";
const LATEST: &str = "UPPLAN_202610_1379900010_43_1379900028_11_20261020090000.CSV";
const CARE_PLAN: &str = "UP1KYO_1379900010_43_1379900028_11_20260901090000.CSV";
const STRANGER: &str = "UPJSK_202610_1379900036_11_1379900044_43_20261102093015.CSV";

fn own_office() -> Option<OfficeNumber> {
    OfficeNumber::parse("1379900010")
}

fn october() -> ServiceMonth {
    ServiceMonth::FALLBACK
}

/// A workspace and a folder of files to be imported.
struct Office {
    temp: TempDir,
}

impl Office {
    fn new(files: &[(&str, &[u8])]) -> Self {
        let office = Self { temp: tempfile::tempdir().unwrap() };
        fs::create_dir(office.root()).unwrap();
        office.put(files);
        office
    }

    fn root(&self) -> PathBuf {
        self.temp.path().join("office")
    }

    fn inbox(&self) -> PathBuf {
        self.temp.path().join("inbox")
    }

    fn put(&self, files: &[(&str, &[u8])]) {
        fs::create_dir_all(self.inbox()).unwrap();
        for (name, bytes) in files {
            fs::write(self.inbox().join(name), bytes).unwrap();
        }
    }

    fn source(&self) -> FolderSource {
        FolderSource::open(&[self.inbox()], Limits::default())
    }

    fn plan(&self) -> ImportPlan {
        plan_import(&self.root(), &self.source(), own_office(), &NoProgress).unwrap().unwrap()
    }

    fn import(&self) -> ImportPlan {
        self.plan().carry_out(&self.root(), &self.source(), &NoProgress).unwrap()
    }

    fn received(&self, span: Span) -> ReceivedSource {
        ReceivedSource::open(&self.root(), span, Limits::default())
    }

    /// Everything below `received/`.
    fn kept(&self) -> Vec<(String, Vec<u8>)> {
        let mut kept = Vec::new();
        for entry in walkdir::WalkDir::new(self.root().join(RECEIVED)).sort_by_file_name() {
            let entry = entry.unwrap();
            if entry.file_type().is_file() {
                let below = entry.path().strip_prefix(self.root().join(RECEIVED)).unwrap();
                let name = below.to_str().unwrap().replace('\\', "/");
                kept.push((name, fs::read(entry.path()).unwrap()));
            }
        }
        kept
    }

    fn path_of(&self, name: &str) -> PathBuf {
        let found = self.kept().into_iter().map(|(path, _)| path).find(|path| path.ends_with(name));
        self.root().join(RECEIVED).join(found.unwrap())
    }
}

fn paths(source: &ReceivedSource) -> Vec<String> {
    source.list().files.into_iter().map(|file| file.path).collect()
}

fn read(source: &ReceivedSource, path: &str) -> Result<Vec<u8>, ReadFailure> {
    let index = paths(source).iter().position(|listed| listed == path).unwrap();
    let mut into = b"left from before".to_vec();
    source.read(index, &mut into).map(|()| into)
}

fn outcome<'a>(plan: &'a ImportPlan, path: &str) -> &'a Outcome {
    &plan.items.iter().find(|item| item.path == path).unwrap().outcome
}

fn taken<'a>(plan: &'a ImportPlan, path: &str) -> &'a Taken {
    match outcome(plan, path) {
        Outcome::New(taken) | Outcome::Known(taken) | Outcome::Restored(taken) => taken,
        other => panic!("{path}: {other:?}"),
    }
}

fn sum(counts: ImportCounts) -> usize {
    let ImportCounts { new, known, restored, not_exchange, other_office, unreadable, not_reached } = counts;
    new + known + restored + not_exchange + other_office + unreadable + not_reached
}

fn overwrite(path: &Path, bytes: &[u8]) {
    // A read-only file is replaced by people and programs all the same.
    fs::rename(path, path.with_file_name(".old")).unwrap();
    fs::write(path, bytes).unwrap();
}

fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).unwrap().permissions().readonly()
}

#[test]
fn every_file_has_one_outcome_and_keeps_its_bytes() {
    let zip = zip_of(&[(LATER, b"later"), ("readme.txt", b"hello")]);
    let office = Office::new(&[
        (PLAN, b"plan"),
        (CARE_PLAN, b"care plan"),
        (STRANGER, b"for somebody else"),
        ("UPJSK_202609 damaged.CSV", b"damaged"),
        ("UPPLAN_202610_1379900010_43_1379900028_11_20261001090000 (1).CSV", b"plan"),
        ("notes.txt", b"notes"),
        ("sent.zip", &zip),
    ]);
    let plan = office.import();
    let expected =
        ImportCounts { new: 4, known: 1, not_exchange: 2, other_office: 1, ..ImportCounts::default() };
    assert_eq!(plan.counts(), expected);
    assert_eq!(sum(plan.counts()), office.source().list().files.len());
    let name = |bytes: &[u8], name: &str| format!("{}-{name}", digits_of(&blake3::hash(bytes)));
    let damaged = name(b"damaged", "UPJSK_202609%20damaged.CSV");
    let mut kept = [
        (format!("2026-09/{damaged}"), b"damaged".to_vec()),
        (format!("2026-10/{}", name(b"plan", PLAN)), b"plan".to_vec()),
        (format!("2026-10/{}", name(b"later", LATER)), b"later".to_vec()),
        (format!("other/{}", name(b"care plan", CARE_PLAN)), b"care plan".to_vec()),
    ];
    kept.sort();
    assert_eq!(office.kept(), kept);
    assert_eq!(
        taken(&plan, PLAN).stored.relative_path(),
        format!("received/2026-10/{}", name(b"plan", PLAN))
    );
    let [sender, receiver] = ["1379900036", "1379900044"].map(|number| OfficeNumber::parse(number).unwrap());
    assert_eq!(outcome(&plan, STRANGER), &Outcome::OtherOffice { sender, receiver });
    let september = october().previous();
    assert_eq!(months(&office.root()).unwrap(), [(september, 1), (october(), 2)]);
}

#[test]
fn a_second_import_changes_nothing() {
    let office = Office::new(&[(PLAN, b"1"), (LATER, b"2"), (CARE_PLAN, b"3")]);
    let first = office.import();
    let kept = office.kept();
    let second = office.import();
    assert_eq!(second.counts(), ImportCounts { known: 3, ..ImportCounts::default() });
    assert_eq!(office.kept(), kept);
    for name in [PLAN, LATER, CARE_PLAN] {
        assert_eq!(taken(&second, name).stored, taken(&first, name).stored);
    }
}

#[test]
fn without_an_own_office_everybodys_files_are_taken_in() {
    let office = Office::new(&[(STRANGER, b"1")]);
    let plan = plan_import(&office.root(), &office.source(), None, &NoProgress).unwrap().unwrap();
    assert_eq!(plan.counts(), ImportCounts { new: 1, ..ImportCounts::default() });
    assert!(!office.root().join(RECEIVED).exists(), "planning writes nothing");
}

#[test]
fn files_that_replace_each_other_are_named() {
    let office = Office::new(&[(LATER, b"2")]);
    office.import();
    office.put(&[(PLAN, b"1"), (LATEST, b"3"), (STRANGER, b"4")]);
    let plan = office.import();
    let replacing = |name: &str| {
        let taken = taken(&plan, name);
        (taken.replaces.as_deref(), taken.replaced_by.as_deref())
    };
    assert_eq!(replacing(PLAN), (None, Some(LATEST)));
    assert_eq!(replacing(LATEST), (Some(LATER), None));
    assert_eq!(replacing(LATER), (None, None), "it is known");
}

#[test]
fn the_same_bytes_sent_again_later_are_kept_again() {
    // In between the plan was changed, so the newest file must be the third.
    let office = Office::new(&[(PLAN, b"A"), (LATER, b"B"), (LATEST, b"A")]);
    assert_eq!(office.import().counts(), ImportCounts { new: 3, ..ImportCounts::default() });
    assert_eq!(paths(&office.received(Span::Month(october()))), [PLAN, LATER, LATEST]);
}

#[test]
fn a_damaged_name_is_mended_by_a_proper_one_and_not_the_other_way() {
    let office = Office::new(&[("UPPLAN_202610 copy.CSV", b"plan")]);
    assert_eq!(office.import().counts().new, 1);
    office.put(&[(PLAN, b"plan")]);
    assert_eq!(office.import().counts(), ImportCounts { new: 1, known: 1, ..ImportCounts::default() });
    office.put(&[("UPPLAN.CSV", b"plan")]);
    assert_eq!(office.import().counts(), ImportCounts { known: 3, ..ImportCounts::default() });
}

#[test]
fn files_of_one_name_are_all_kept_and_the_last_counts_as_the_latest() {
    let office = Office::new(&[]);
    for bytes in [b"c", b"a", b"b"] {
        office.put(&[(PLAN, bytes)]);
        assert_eq!(office.import().counts().new, 1);
    }
    let source = office.received(Span::All);
    let second = format!("v02/{PLAN}");
    let third = format!("v03/{PLAN}");
    assert_eq!(paths(&source), [PLAN, &second, &third]);
    assert_eq!(read(&source, PLAN).unwrap(), b"c");
    assert_eq!(read(&source, &second).unwrap(), b"a");
    assert_eq!(read(&source, &third).unwrap(), b"b");
    assert_eq!(source.list().files[2].name(), PLAN);
    assert_eq!(source.stored(2).unwrap().original_name(), PLAN);
}

#[test]
fn spans_choose_what_is_listed() {
    let november = "UPPLAN_202611_1379900010_43_1379900028_11_20261101090000.CSV";
    let office = Office::new(&[(PLAN, b"1"), (CARE_PLAN, b"2"), (november, b"3")]);
    office.import();
    assert_eq!(paths(&office.received(Span::Month(october()))), [PLAN]);
    assert_eq!(paths(&office.received(Span::MonthAndOther(october()))), [CARE_PLAN, PLAN]);
    assert_eq!(paths(&office.received(Span::All)), [CARE_PLAN, PLAN, november]);
    let empty = tempfile::tempdir().unwrap();
    assert_eq!(paths(&ReceivedSource::open(empty.path(), Span::All, Limits::default())), [""; 0]);
    assert_eq!(months(empty.path()).unwrap(), []);
}

#[test]
fn a_changed_file_is_never_read_and_comes_back_with_an_import() {
    let office = Office::new(&[(PLAN, b"1"), (LATER, b"2")]);
    office.import();
    overwrite(&office.path_of(PLAN), b"edited");
    let source = office.received(Span::Month(october()));
    assert_eq!(read(&source, PLAN), Err(ReadFailure::Unreadable("reason-changed".to_owned())));
    assert_eq!(read(&source, LATER).unwrap(), b"2");
    let expected = ImportCounts { restored: 1, known: 1, ..ImportCounts::default() };
    assert_eq!(office.import().counts(), expected);
    let source = office.received(Span::Month(october()));
    assert_eq!(paths(&source), [PLAN, LATER]);
    assert_eq!(source.list().problems, []);
    assert_eq!(read(&source, PLAN).unwrap(), b"1");
    let aside = office.kept().into_iter().find(|(name, _)| name.contains(SET_ASIDE)).unwrap();
    assert_eq!(aside.1, b"edited", "what somebody did by hand is not thrown away");
    assert_eq!(office.import().counts(), ImportCounts { known: 2, ..ImportCounts::default() });
}

#[test]
fn what_a_killed_import_left_is_never_listed_and_is_cleaned_by_the_next() {
    let office = Office::new(&[(PLAN, b"whole"), (LATER, b"2")]);
    office.import();
    let path = office.path_of(LATER);
    // Killed while the second file was half written.
    let part = path.with_file_name(format!("{}{PART}", path.file_name().unwrap().to_str().unwrap()));
    fs::rename(&path, &part).unwrap();
    overwrite(&part, b"");
    let source = office.received(Span::Month(october()));
    assert_eq!((paths(&source), source.list().problems), (vec![PLAN.to_owned()], Vec::new()));
    assert_eq!(office.import().counts(), ImportCounts { new: 1, known: 1, ..ImportCounts::default() });
    assert!(!part.exists());
    assert_eq!(paths(&office.received(Span::Month(october()))), [PLAN, LATER]);
    assert_eq!(fs::read(&path).unwrap(), b"2");
}

#[test]
fn a_file_whose_import_was_killed_before_it_was_protected_is_protected_by_the_next() {
    let office = Office::new(&[(PLAN, b"1"), (LATER, b"2")]);
    office.import();
    let path = office.path_of(LATER);
    // Killed between the name and the protection.
    overwrite(&path, b"2");
    assert!(!is_read_only(&path));
    assert_eq!(office.import().counts(), ImportCounts { known: 2, ..ImportCounts::default() });
    assert!(is_read_only(&path));
}

#[test]
fn what_no_import_put_there_is_told() {
    let office = Office::new(&[(PLAN, b"1")]);
    office.import();
    let folder = office.root().join("received/2026-10");
    for name in [LATER, "Thumbs.db", ".DS_Store"] {
        fs::write(folder.join(name), "2").unwrap();
    }
    let source = office.received(Span::All);
    assert_eq!(paths(&source), [PLAN]);
    let problems = source.list().problems;
    assert_eq!(problems.len(), 1);
    assert_eq!(problems[0].code, ProblemCode::FileUnreadable);
    assert_eq!(problems[0].path.as_deref(), Some(format!("received/2026-10/{LATER}").as_str()));
    assert_eq!(problems[0].found, "reason-not-imported");
}

#[test]
fn a_file_that_changes_between_plan_and_import_is_not_taken_in() {
    let office = Office::new(&[(PLAN, b"1"), (LATER, b"2")]);
    let plan = office.plan();
    office.put(&[(PLAN, b"9")]);
    let done = plan.carry_out(&office.root(), &office.source(), &NoProgress).unwrap();
    let failure = ReadFailure::Unreadable("reason-changed-meanwhile".to_owned());
    assert_eq!(outcome(&done, PLAN), &Outcome::Unreadable(failure));
    assert_eq!(done.counts(), ImportCounts { new: 1, unreadable: 1, ..ImportCounts::default() });
    assert_eq!(paths(&office.received(Span::All)), [LATER]);
}

/// Stops after some files.
struct StopAfter {
    files: usize,
    read: AtomicUsize,
}

impl Progress for StopAfter {
    fn files_read(&self, _done: usize, _total: usize) {
        self.read.fetch_add(1, Ordering::SeqCst);
    }

    fn is_cancelled(&self) -> bool {
        self.read.load(Ordering::SeqCst) >= self.files
    }
}

#[test]
fn a_cancelled_import_says_what_was_done_and_goes_on_the_next_time() {
    let office = Office::new(&[]);
    let names: Vec<String> =
        (0..40).map(|second| PLAN.replace("090000", &format!("0900{second:02}"))).collect();
    for (at, name) in names.iter().enumerate() {
        office.put(&[(name, at.to_string().as_bytes())]);
    }
    let stop = StopAfter { files: 1, read: AtomicUsize::new(0) };
    assert!(
        plan_import(&office.root(), &office.source(), None, &StopAfter { files: 0, ..stop })
            .unwrap()
            .is_none()
    );
    let stop = StopAfter { files: 1, read: AtomicUsize::new(0) };
    let stopped = office.plan().carry_out(&office.root(), &office.source(), &stop).unwrap_err();
    assert!(matches!(stopped.reason, ImportStop::Cancelled));
    let counts = stopped.so_far.counts();
    assert!(counts.new >= 1 && counts.not_reached >= 1 && sum(counts) == 40, "{counts:?}");
    assert_eq!(office.kept().len(), counts.new);
    let rest = office.import().counts();
    assert_eq!((rest.known, rest.new), (counts.new, counts.not_reached));
    assert_eq!(paths(&office.received(Span::All)), names);
}

#[test]
fn a_folder_that_cannot_be_made_is_told_and_nothing_is_lost() {
    let office = Office::new(&[(PLAN, b"1")]);
    let plan = office.plan();
    fs::write(office.root().join(RECEIVED), "a file in the way").unwrap();
    let stopped = plan.carry_out(&office.root(), &office.source(), &NoProgress).unwrap_err();
    assert!(matches!(stopped.reason, ImportStop::Store(StoreError::Io { .. })), "{stopped}");
    assert_eq!(stopped.so_far.counts(), ImportCounts { not_reached: 1, ..ImportCounts::default() });
}

#[cfg(unix)]
#[test]
fn kept_files_are_private_and_read_only() {
    use std::os::unix::fs::PermissionsExt;
    let office = Office::new(&[(PLAN, b"1")]);
    office.import();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&office.path_of(PLAN)), 0o400);
    assert_eq!(mode(&office.root().join("received/2026-10")), 0o700);
    assert_eq!(mode(&office.root().join("received")), 0o700);
}

#[test]
fn a_month_opens_from_the_received_files_as_from_their_folder() {
    let options = DemoOptions {
        clients: 6,
        providers: 3,
        managers: 1,
        seed: 1,
        edition: Edition::V4,
        month: october(),
        office: OfficeSort::CareManagement,
        differences_per_mille: 100,
        faults: false,
    };
    let made = demo_month(&options).unwrap();
    let office = Office::new(&[]);
    for file in &made.files {
        office.put(&[(&file.name, &file.bytes)]);
    }
    let plan = plan_import(&office.root(), &office.source(), None, &NoProgress).unwrap().unwrap();
    let plan = plan.carry_out(&office.root(), &office.source(), &NoProgress).unwrap();
    assert_eq!(plan.counts().not_exchange + plan.counts().new + plan.counts().known, made.files.len());
    let from = |source: &dyn Source| open_month(source, OpenOptions::default(), &NoProgress).unwrap();
    let (folder, kept) = (from(&office.source()), from(&office.received(Span::All)));
    assert_eq!(kept.totals, folder.totals);
    assert!(kept.totals.differences > 0);
    let names = |month: &Month| -> Vec<String> { month.files.iter().map(|file| file.path.clone()).collect() };
    assert_eq!(names(&kept), names(&folder));
}
