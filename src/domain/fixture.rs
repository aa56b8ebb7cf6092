//! A client, a decision and events for tests of every layer.

use super::decision::{RowContent, SeenDifference};
use super::difference::DifferenceClass;
use super::event::{Draft, Event, Seq};
use super::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use super::time::VisitTime;

/// A client by a number.
pub(crate) fn client(number: u32) -> ClientKey {
    ClientKey {
        insurer: InsurerNumber::parse("131016").unwrap(),
        insured: InsuredNumber::parse(&format!("{number:010}")).unwrap(),
    }
}

/// A visit of home help on a day.
pub(crate) fn row(day: u8) -> RowContent {
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

/// A visit that was moved by a day.
pub(crate) fn seen() -> SeenDifference {
    SeenDifference {
        provider: OfficeNumber::parse("1379900028").unwrap(),
        kind: ServiceKind::parse("11").unwrap(),
        class: DifferenceClass::MovedDate,
        plan: Some(row(5)),
        actual: Some(row(6)),
    }
}

/// The event that a draft becomes.
pub(crate) fn journalled(seq: Seq, draft: Draft) -> Event {
    let at = chrono::DateTime::parse_from_rfc3339("2026-11-05T10:20:30+09:00").unwrap();
    let Draft { month, deed, changes, reason } = draft;
    Event { seq, at, person: "佐藤".to_owned(), machine: "PC".to_owned(), month, deed, changes, reason }
}
