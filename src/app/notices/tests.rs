//! Notices against what was sent. Names and numbers are invented.

mod money;
mod rows;
mod said;

use super::*;
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Draft, Event};
use crate::domain::fixture::{client, journalled};
use crate::domain::ids::{ClientKey, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::slip::{OfficeClass, SentFee, SentLine, SentSlip, SlipAction};
use crate::format::kokuhoren::read::read;
use crate::format::sjis;

const OWN: &str = "1379900010";
const PROVIDER: &str = "1379900028";

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

fn office(text: &str) -> OfficeNumber {
    OfficeNumber::parse(text).unwrap()
}

/// A file of data rows (everything after the record number) with its frame, in MS932.
fn file(data_kind: &str, rows: &[String]) -> NoticeFile {
    let control = format!("1,1,0,{},{data_kind},0,0,{OWN},0,7,202611,0\r\n", rows.len());
    let data: Vec<String> = rows.iter().zip(2..).map(|(row, no)| format!("2,{no},{row}\r\n")).collect();
    let data = data.concat();
    bytes(&format!("{control}{data}3,{}\r\n", rows.len() + 2))
}

fn bytes(text: &str) -> NoticeFile {
    let bytes = sjis::encode(text).unwrap();
    NoticeFile { name: "n.csv".to_owned(), hash: String::new(), read: read(&bytes) }
}

fn head(of: &str, review: &str) -> String {
    format!("7411,H1,{of},\"見本\",{review},20261130,1,\"連合会\"")
}

/// A row of a return list about a client's document of 2026-10.
fn row(number: u32, document: &str, reason: &str, remark: &str) -> String {
    let ClientKey { insurer, insured } = client(number);
    format!(
        "7411,D1,0000{insurer},\"見本市\",{insured},ﾐﾎﾝ,\"{document}\",202610,,1000,{reason},\"項目：題名\",\"{remark}\","
    )
}

fn list(rows: &[String]) -> Notices {
    let rows: Vec<String> = std::iter::once(head(OWN, "202611")).chain(rows.iter().cloned()).collect();
    Notices::of(vec![file("741", &rows)])
}

fn slip(number: u32, window: &str, action: SlipAction) -> Change {
    let line = SentLine {
        office: office(PROVIDER),
        kind: ServiceKind::parse("11").unwrap(),
        class: OfficeClass::Designated,
        units: 1000,
    };
    let sent = SentSlip {
        action,
        window: month(window),
        file: "KY261101.CSV".to_owned(),
        hash: String::new(),
        level: CareLevel::Care2,
        limit: 19_705,
        lines: vec![line],
    };
    let subject = Subject::SentSlip { client: client(number) };
    Change { subject, before: None, after: Some(Value::SentSlip(Box::new(sent))) }
}

fn fee(number: u32, window: &str) -> Change {
    let (file, hash) = (String::new(), String::new());
    let sent = SentFee { window: month(window), file, hash, units: 1086, yen: 11_772 };
    let subject = Subject::SentFee { client: client(number) };
    Change { subject, before: None, after: Some(Value::SentFee(Box::new(sent))) }
}

/// Events about 2026-10, one after the other.
fn events(deeds: Vec<(Deed, Vec<Change>)>) -> Vec<Event> {
    let event = |(seq, (deed, changes))| {
        journalled(seq, Draft { month: Some(month("2026-10")), deed, changes, reason: String::new() })
    };
    (1..).zip(deeds).map(event).collect()
}

fn written(changes: Vec<Change>) -> (Deed, Vec<Change>) {
    (Deed::Write { folder: String::new(), files: 1 }, changes)
}

fn ledger(deeds: Vec<(Deed, Vec<Change>)>) -> Ledger {
    Ledger::of(events(deeds), Some(office(OWN)), [client(9)])
}

/// What the first item ties to and asks for.
fn first(notices: &Notices, ledger: &Ledger) -> (Tie, Step) {
    let item = &notices.items[0];
    let tied = tie(item, ledger);
    (tied.tie, advice(item, &tied, ledger).step)
}
