//! Months in memory and decisions about them.

use kyukan::app::decisions::Decisions;
use kyukan::app::demo::{DemoOptions, OfficeSort, demo_month};
use kyukan::app::month::Month;
use kyukan::app::open::{OpenOptions, open_month};
use kyukan::app::ports::{FoundFile, Listing, NoProgress, ReadFailure, Source};
use kyukan::app::registers::Registers;
use kyukan::app::worth::{Evidence, Ground};
use kyukan::app::write::{Sent, WriteOptions, WritePlan, plan_writing};
use kyukan::benefit::policy::Policy;
use kyukan::domain::decision::{
    ArrivalChoice, Decision, RowContent, RowEdit, SeenDifference, Subject, Value, Verdict,
};
use kyukan::domain::difference::Difference;
use kyukan::domain::event::{Change, Deed, Event};
use kyukan::domain::ids::ServiceKind;
use kyukan::domain::month::{ServiceMonth, Timestamp};
use kyukan::format::exchange::Edition;
use std::path::Path;

/// Files held in memory.
#[derive(Clone, Debug, Default)]
pub(crate) struct Memory {
    pub(crate) files: Vec<(String, Vec<u8>)>,
}

impl Source for Memory {
    fn list(&self) -> Listing {
        let files = self.files.iter().map(|(path, _)| FoundFile { path: path.clone() }).collect();
        Listing { files, problems: Vec::new() }
    }

    fn read(&self, index: usize, into: &mut Vec<u8>) -> Result<(), ReadFailure> {
        into.clear();
        into.extend_from_slice(&self.files[index].1);
        Ok(())
    }
}

impl Memory {
    /// A shipped sample month.
    pub(crate) fn sample(name: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples").join(name).join("in");
        let listed = std::fs::read_dir(folder).unwrap().map(Result::unwrap);
        let mut files: Vec<(String, Vec<u8>)> = listed
            .map(|entry| (entry.file_name().into_string().unwrap(), std::fs::read(entry.path()).unwrap()))
            .collect();
        files.sort();
        Self { files }
    }

    /// An invented month full of differences.
    pub(crate) fn invented(clients: u32, seed: u64, edition: Edition, office: OfficeSort) -> Self {
        let options = DemoOptions {
            clients,
            providers: 9,
            managers: 2,
            seed,
            edition,
            month: ServiceMonth::FALLBACK,
            office,
            differences_per_mille: 80,
            faults: false,
        };
        let made = demo_month(&options).unwrap();
        Self { files: made.files.into_iter().map(|file| (file.name, file.bytes)).collect() }
    }

    pub(crate) fn open(&self) -> Month {
        open_month(self, OpenOptions::default(), &NoProgress).unwrap()
    }

    /// The same files and those that were written.
    pub(crate) fn with(&self, plan: &WritePlan) -> Self {
        let mut files = self.files.clone();
        files.extend(plan.files.iter().map(|file| (file.name.clone(), file.bytes.clone())));
        Self { files }
    }

    pub(crate) fn bytes(&self, path: &str) -> &[u8] {
        &self.files.iter().find(|(name, _)| name == path).unwrap().1
    }
}

pub(crate) fn options() -> WriteOptions {
    WriteOptions {
        at: chrono::DateTime::parse_from_rfc3339("2026-11-07T09:30:15+09:00").unwrap(),
        newest_known: Timestamp(0),
        all_clients: false,
        own_kind: ServiceKind::parse("43").unwrap(),
    }
}

pub(crate) fn write(source: &Memory, month: &Month, decisions: &Decisions) -> WritePlan {
    write_after(source, month, decisions, &Sent::default(), &options())
}

/// The plan with nothing but the month, the decisions and what was sent to go by.
pub(crate) fn write_after(
    source: &Memory,
    month: &Month,
    decisions: &Decisions,
    sent: &Sent,
    options: &WriteOptions,
) -> WritePlan {
    let (registers, policy) = (Registers::default(), Policy::default());
    let evidence = Evidence::of(month);
    let (registers, policy, evidence) = (&registers, &policy, &evidence);
    let ground = Ground { month, decisions, codes: None, registers, evidence, policy };
    plan_writing(ground, source, sent, options).unwrap()
}

pub(crate) fn change(subject: Subject, value: Value) -> Change {
    Change { subject, before: None, after: Some(value) }
}

pub(crate) fn decided(difference: &Difference, verdict: Verdict) -> Change {
    let seen = SeenDifference {
        provider: difference.provider,
        kind: difference.kind,
        class: difference.class,
        plan: difference.plan.map(|placed| RowContent::of(&placed.row, None)),
        actual: difference.actual.map(|placed| RowContent::of(&placed.row, None)),
    };
    let subject = Subject::Difference { client: difference.client, id: difference.id.clone() };
    change(subject, Value::Decision(Box::new(Decision { verdict, seen })))
}

pub(crate) fn fold(changes: Vec<Change>) -> Decisions {
    let event = |(change, seq): (Change, u64)| Event {
        seq,
        at: options().at,
        person: "さくら".to_owned(),
        machine: "pc".to_owned(),
        month: Some(ServiceMonth::FALLBACK),
        deed: Deed::Decide,
        changes: vec![change],
        reason: String::new(),
    };
    Decisions::of(changes.into_iter().zip(1..).map(event))
}

/// A verdict by a number; every sixth difference stays undecided.
pub(crate) fn verdict(number: usize) -> Option<Verdict> {
    Some(match number % 6 {
        0 => Verdict::Adopt,
        1 => Verdict::Keep,
        2 => Verdict::Edit(RowEdit { units: Some(321), ..RowEdit::default() }),
        3 => Verdict::Ask {
            due: chrono::NaiveDate::from_ymd_opt(2026, 11, 9),
            text: "=この日の実績をご確認ください".to_owned(),
        },
        4 => Verdict::Hold,
        _ => return None,
    })
}

/// All sorts of decisions about differences.
pub(crate) fn mixed(month: &Month) -> Vec<Change> {
    let differences = month.differences().enumerate();
    differences.filter_map(|(number, difference)| Some(decided(difference, verdict(number)?))).collect()
}

/// Everything that did not arrive is taken as carried out, or is late.
pub(crate) fn arrivals(month: &Month, choice: &ArrivalChoice) -> Vec<Change> {
    let mut out = Vec::new();
    for comparison in &month.comparisons {
        for line in comparison.lines.iter().filter(|line| !line.arrived && line.plan_rows > 0) {
            let subject =
                Subject::Arrival { client: comparison.client, provider: line.provider, kind: line.kind };
            out.push(change(subject, Value::Arrival(choice.clone())));
        }
    }
    out
}
