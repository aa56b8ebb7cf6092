//! Reading and adding to a journal of a hundred thousand decisions.
//!
//! `cargo bench --bench journal` measures; `cargo test --bench journal` only runs everything once.

#[path = "common/or_exit.rs"]
mod or_exit;

use chrono::{DateTime, FixedOffset};
use divan::Bencher;
use divan::counter::ItemsCount;
use kyukan::domain::decision::{Decision, RowContent, SeenDifference, Subject, Value, Verdict};
use kyukan::domain::difference::DifferenceClass;
use kyukan::domain::event::{Change, Deed, Draft};
use kyukan::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use kyukan::domain::month::ServiceMonth;
use kyukan::domain::time::VisitTime;
use kyukan::store::workspace::{Access, Records, Who, Workspace};
use or_exit::or_exit;
use std::path::{Path, PathBuf};

/// Decisions of the journal: some years of a large office.
const EVENTS: u32 = 100_000;

fn main() {
    divan::main();
}

/// Every event of every month.
#[divan::bench]
fn read_all(bencher: Bencher<'_, '_>) {
    let journal = Journal::new();
    bencher.counter(ItemsCount::new(EVENTS)).bench_local(|| {
        let mut workspace = open(&journal.dir, Access::Read);
        let events = or_exit(workspace.events(None));
        assert!(events.items.len() == EVENTS as usize && events.damage.is_none());
        events
    });
}

/// The events of one of twelve months; the chain of all of them is checked.
#[divan::bench]
fn read_one_month(bencher: Bencher<'_, '_>) {
    let journal = Journal::new();
    bencher.counter(ItemsCount::new(EVENTS)).bench_local(|| {
        let mut workspace = open(&journal.dir, Access::Read);
        let events = or_exit(workspace.events(ServiceMonth::new(2026, 10)));
        assert!(!events.items.is_empty() && events.damage.is_none());
        events
    });
}

/// One decision, down to the disk.
#[divan::bench]
fn append_one(bencher: Bencher<'_, '_>) {
    let journal = Journal::new();
    let mut workspace = open(&journal.dir, Access::Write);
    let mut last = u64::from(EVENTS);
    bencher.bench_local(|| {
        or_exit(workspace.append(&draft(7), last));
        last += 1;
    });
}

/// A workspace with its journal on disk.
struct Journal {
    _temp: tempfile::TempDir,
    dir: PathBuf,
}

impl Journal {
    fn new() -> Self {
        let temp = or_exit(tempfile::tempdir());
        let dir = temp.path().join("office");
        or_exit(Workspace::init(&dir, ""));
        let drafts: Vec<Draft> = (0..EVENTS).map(draft).collect();
        or_exit(open(&dir, Access::Write).append_all(&drafts, &Records::default(), 0));
        Self { _temp: temp, dir }
    }
}

fn open(dir: &Path, access: Access) -> Workspace {
    let who = Who { person: "試験 花子".to_owned(), machine: "PC-01".to_owned() };
    or_exit(Workspace::open(dir, who, access, Box::new(now)))
}

fn now() -> DateTime<FixedOffset> {
    chrono::Local::now().fixed_offset()
}

/// A decision about a moved visit, as people make most of them.
fn draft(number: u32) -> Draft {
    let client = ClientKey {
        insurer: or_exit(InsurerNumber::parse("131016").ok_or("insurer")),
        insured: or_exit(InsuredNumber::parse(&format!("{:010}", number % 400)).ok_or("insured")),
    };
    let decided = |verdict| Some(Value::Decision(Box::new(Decision { verdict, seen: seen(number) })));
    let subject = Subject::Difference { client, id: format!("{number:016x}") };
    let (before, after) = (decided(Verdict::Hold), decided(Verdict::Adopt));
    let before = before.filter(|_| number.is_multiple_of(10));
    let month = u8::try_from(number % 12 + 1).unwrap_or(1);
    Draft {
        month: ServiceMonth::new(2026, month),
        deed: Deed::Decide,
        changes: vec![Change { subject, before, after }],
        reason: if number.is_multiple_of(4) {
            "事業所に電話で確認した".to_owned()
        } else {
            String::new()
        },
    }
}

fn seen(number: u32) -> SeenDifference {
    let day = u8::try_from(number % 27 + 1).unwrap_or(1);
    SeenDifference {
        provider: or_exit(OfficeNumber::parse("1379900028").ok_or("provider")),
        kind: or_exit(ServiceKind::parse("11").ok_or("kind")),
        class: DifferenceClass::MovedDate,
        plan: Some(row(day)),
        actual: Some(row(day + 1)),
    }
}

fn row(day: u8) -> RowContent {
    RowContent {
        code: or_exit(ServiceCode::parse("111211").ok_or("code")),
        day,
        start: or_exit(VisitTime::from_hhmm(900).ok_or("start")),
        end: or_exit(VisitTime::from_hhmm(1000).ok_or("end")),
        count: 1,
        units: 387,
        over_30_days: false,
        detail: None,
    }
}
