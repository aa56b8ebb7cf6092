use super::*;
use crate::domain::event::{Change, Deed, Draft, Event};
use crate::domain::fixture::{client, journalled, row, seen};
use crate::domain::month::ServiceMonth;
use std::collections::BTreeMap;

fn every_value() -> Vec<(Subject, Value)> {
    let (client, provider) = (client(1), seen().provider);
    let id = || "0123456789abcdef".to_owned();
    let difference = || Subject::Difference { client, id: id() };
    let verdict = |verdict| Value::Decision(Box::new(Decision { verdict, seen: seen() }));
    let due = NaiveDate::from_ymd_opt(2026, 11, 9);
    let edit = RowEdit { day: Some(7), count: Some(2), ..RowEdit::default() };
    let arrival = || Subject::Arrival { client, provider, kind: seen().kind };
    let rule = Rule {
        verdict: Verdict::Adopt,
        class: Some(DifferenceClass::TimeChanged),
        provider: Some(provider),
        kind: None,
        code: None,
        same_units: true,
    };
    vec![
        (difference(), verdict(Verdict::Adopt)),
        (difference(), verdict(Verdict::Keep)),
        (difference(), verdict(Verdict::Edit(edit))),
        (difference(), verdict(Verdict::Ask { due, text: "6日で「よい」ですか\n".to_owned() })),
        (difference(), verdict(Verdict::Hold)),
        (Subject::Pairing { client, id: id() }, Value::JoinedWith { id: id() }),
        (Subject::Pairing { client, id: id() }, Value::Apart),
        (arrival(), Value::Arrival(ArrivalChoice::AsPlanned)),
        (arrival(), Value::Arrival(ArrivalChoice::Late)),
        (arrival(), Value::Arrival(ArrivalChoice::Fax { rows: vec![row(5)] })),
        (Subject::Withdrawal { client, provider }, Value::Withdrawn),
        (Subject::Client { client }, Value::Stage { stage: Stage::Fixed }),
        (Subject::Month, Value::Closed { exceptions: BTreeMap::from([(client, "死亡".to_owned())]) }),
        (Subject::Rule { name: "時間変更".to_owned() }, Value::Rule(rule)),
        (Subject::Note { client }, Value::Text { text: String::new() }),
        (Subject::Edition { provider }, Value::Text { text: "v3".to_owned() }),
    ]
}

/// What was journalled years ago must still be read: this is the form on disk.
#[test]
fn events_come_back_from_json() {
    for (subject, value) in every_value() {
        let changes = vec![Change { subject, before: None, after: Some(value) }];
        let month = ServiceMonth::new(2026, 10);
        let draft = Draft { month, deed: Deed::Undo { of: 7 }, changes, reason: String::new() };
        let event = journalled(1, draft);
        let json = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&json).unwrap(), event, "{json}");
    }
}

#[test]
fn the_form_on_disk_stays() {
    let change = Change {
        subject: Subject::Difference { client: client(1), id: "0123456789abcdef".to_owned() },
        before: None,
        after: Some(Value::Decision(Box::new(Decision { verdict: Verdict::Adopt, seen: seen() }))),
    };
    assert_eq!(
        serde_json::to_string(&change).unwrap(),
        concat!(
            r#"{"subject":{"about":"difference","client":{"insurer":"131016","insured":"0000000001"},"#,
            r#""id":"0123456789abcdef"},"after":{"is":"decision","verdict":"adopt","seen":{"provider":"1379900028","#,
            r#""kind":"11","class":"moved_date","plan":{"code":"111211","day":5,"start":"0900","end":"1000","#,
            r#""count":1,"units":387},"actual":{"code":"111211","day":6,"start":"0900","end":"1000","count":1,"#,
            r#""units":387}}}}"#
        )
    );
}

#[test]
fn an_inverse_takes_back() {
    let change = Change { subject: Subject::Month, before: None, after: Some(Value::Withdrawn) };
    assert_eq!(change.inverse().after, None);
    assert_eq!(change.inverse().inverse(), change);
}

#[test]
fn an_edit_changes_what_it_names() {
    let edit = RowEdit { day: Some(9), end: VisitTime::from_hhmm(1030), ..RowEdit::default() };
    let edited = edit.applied(&row(5));
    assert_eq!((edited.day, edited.end.hhmm(), edited.start), (9, 1030, row(5).start));
    assert!(!edit.is_empty() && RowEdit::default().is_empty());
}
