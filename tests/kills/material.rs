//! Invented decisions and files, chosen by chance.

use fastrand::Rng;
use kyukan::app::demo::{DemoOptions, OfficeSort, demo_month};
use kyukan::domain::decision::{Decision, RowContent, SeenDifference, Subject, Value, Verdict};
use kyukan::domain::difference::DifferenceClass;
use kyukan::domain::event::{Change, Deed, Draft};
use kyukan::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use kyukan::domain::month::ServiceMonth;
use kyukan::domain::time::VisitTime;
use kyukan::format::exchange::Edition;
use std::path::Path;

/// Timestamps of names; few enough that some name comes twice with other bytes.
const STAMPS: u64 = 400;

pub(crate) fn months() -> [ServiceMonth; 2] {
    [ServiceMonth::FALLBACK, ServiceMonth::FALLBACK.next()]
}

/// Writes the exchange files of two invented months into a folder.
pub(crate) fn make_patterns(dir: &Path, seed: u64) {
    std::fs::create_dir_all(dir).unwrap();
    for (month, clients) in months().into_iter().zip([60, 9]) {
        let options = DemoOptions {
            clients,
            providers: 5,
            managers: 2,
            seed,
            edition: Edition::V4,
            month,
            office: OfficeSort::CareManagement,
            differences_per_mille: 80,
            faults: false,
        };
        let files = demo_month(&options).unwrap().files.into_iter();
        for file in files.filter(|file| file.name.starts_with("UP")) {
            std::fs::write(dir.join(file.name), file.bytes).unwrap();
        }
    }
}

/// A file of an invented month.
pub(crate) struct Pattern {
    name: String,
    bytes: Vec<u8>,
}

pub(crate) fn patterns(dir: &Path) -> Vec<Pattern> {
    let entries = std::fs::read_dir(dir).unwrap().map(Result::unwrap);
    let mut patterns: Vec<Pattern> = entries
        .map(|entry| Pattern {
            name: entry.file_name().into_string().unwrap(),
            bytes: std::fs::read(entry.path()).unwrap(),
        })
        .collect();
    patterns.sort_by(|a, b| a.name.cmp(&b.name));
    patterns
}

/// A name and bytes as there were none before; some files are large.
pub(crate) fn file(patterns: &[Pattern], random: &mut Rng) -> (String, Vec<u8>) {
    let pattern = random.choice(patterns).unwrap();
    let (stem, _) = pattern.name.rsplit_once('_').unwrap();
    let name = format!("{stem}_{}.CSV", 20_261_102_000_000 + random.u64(..STAMPS));
    let mut bytes = pattern.bytes.clone();
    if random.u8(..6) == 0 {
        bytes = bytes.repeat(300_000 / bytes.len().max(1) + 1);
    }
    bytes.extend_from_slice(format!("{:016x}\r\n", random.u64(..)).as_bytes());
    (name, bytes)
}

/// Several decisions, one draft each.
pub(crate) fn drafts(random: &mut Rng) -> Vec<Draft> {
    let count = if random.bool() { 1 } else { random.usize(2..20) };
    (0..count).map(|_| draft(random)).collect()
}

fn draft(random: &mut Rng) -> Draft {
    let count = random.usize(1..5);
    let reason = if random.bool() { String::new() } else { format!("電話で確認 {}", random.u64(..)) };
    Draft {
        month: random.choice([Some(months()[0]), Some(months()[1]), None]).unwrap(),
        deed: Deed::Decide,
        changes: (0..count).map(|_| change(random)).collect(),
        reason,
    }
}

fn change(random: &mut Rng) -> Change {
    let client = ClientKey {
        insurer: InsurerNumber::parse("131016").unwrap(),
        insured: InsuredNumber::parse(&format!("{:010}", random.u32(1..400))).unwrap(),
    };
    if random.u8(..30) == 0 {
        // Longer than a page of the database.
        let text = "備考".repeat(random.usize(1..4000));
        let after = Some(Value::Text { text });
        return Change { subject: Subject::Note { client }, before: None, after };
    }
    let day = random.u8(1..27);
    let decided = |verdict| Some(Value::Decision(Box::new(Decision { verdict, seen: seen(day) })));
    let subject = Subject::Difference { client, id: format!("{:016x}", random.u64(..)) };
    Change { subject, before: decided(Verdict::Hold), after: decided(Verdict::Adopt) }
}

fn seen(day: u8) -> SeenDifference {
    SeenDifference {
        provider: OfficeNumber::parse("1379900028").unwrap(),
        kind: ServiceKind::parse("11").unwrap(),
        class: DifferenceClass::MovedDate,
        plan: Some(row(day)),
        actual: Some(row(day + 1)),
    }
}

fn row(day: u8) -> RowContent {
    RowContent {
        code: ServiceCode::parse("111211").unwrap(),
        day,
        start: VisitTime::from_hhmm(900).unwrap(),
        end: VisitTime::from_hhmm(1000).unwrap(),
        count: 1,
        units: 387,
        over_30_days: false,
        detail: None,
    }
}
