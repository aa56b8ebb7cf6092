use super::*;
use crate::domain::decision::{ArrivalChoice, Decision, SeenDifference, Stage, Verdict};
use crate::domain::difference::DifferenceClass;
use crate::domain::fixture::{client, journalled};
use crate::domain::ids::ServiceKind;
use crate::domain::month::ServiceMonth;
use proptest::prelude::*;

fn month() -> ServiceMonth {
    ServiceMonth::new(2026, 10).unwrap()
}

fn provider() -> OfficeNumber {
    OfficeNumber::parse("1379900028").unwrap()
}

fn difference(number: u32) -> Subject {
    Subject::Difference { client: client(number % 3), id: format!("{number:016x}") }
}

fn decided(verdict: Verdict) -> Value {
    let kind = ServiceKind::parse("11").unwrap();
    let seen = SeenDifference {
        provider: provider(),
        kind,
        class: DifferenceClass::Missing,
        plan: None,
        actual: None,
    };
    Value::Decision(Box::new(Decision { verdict, seen }))
}

/// Does something the way the program does: a change against what is in force, journalled with the next number.
fn append(decisions: &mut Decisions, draft: Draft) {
    let seq = decisions.events().last().map_or(1, |event| event.seq + 1);
    decisions.push(journalled(seq, draft));
}

fn decide(decisions: &mut Decisions, list: &[(Subject, Option<Value>)]) {
    let changes: Vec<_> = list.iter().filter_map(|(s, v)| decisions.change(s.clone(), v.clone())).collect();
    if !changes.is_empty() {
        let draft = Draft { month: Some(month()), deed: Deed::Decide, changes, reason: String::new() };
        append(decisions, draft);
    }
}

#[test]
fn the_last_decision_is_in_force() {
    let mut decisions = Decisions::default();
    decide(&mut decisions, &[(difference(1), Some(decided(Verdict::Adopt)))]);
    decide(&mut decisions, &[(difference(1), Some(decided(Verdict::Keep)))]);
    let held = decisions.client(client(1)).decision(&format!("{:016x}", 1)).unwrap();
    assert_eq!((&held.value.verdict, held.seq), (&Verdict::Keep, 2));
    assert!(decisions.client(client(2)).decision(&format!("{:016x}", 1)).is_none());
    decide(&mut decisions, &[(difference(1), None)]);
    assert_eq!(decisions.value(&difference(1)), None);
}

#[test]
fn what_is_taken_back_is_known_until_it_is_done_again() {
    let mut decisions = Decisions::default();
    decide(&mut decisions, &[(difference(1), Some(decided(Verdict::Adopt)))]);
    decide(&mut decisions, &[(difference(2), Some(decided(Verdict::Keep)))]);
    let draft = decisions.undo().unwrap();
    append(&mut decisions, draft);
    assert_eq!([1, 2, 3].map(|seq| decisions.taken_back_by(seq)), [None, Some(3), None]);
    let draft = decisions.redo().unwrap();
    append(&mut decisions, draft);
    assert_eq!(decisions.taken_back_by(2), None);
    // What is decided after an undoing makes redoing impossible; the event stays taken back.
    let draft = decisions.undo().unwrap();
    append(&mut decisions, draft);
    decide(&mut decisions, &[(difference(2), Some(decided(Verdict::Hold)))]);
    assert_eq!(decisions.taken_back_by(2), Some(5));
    assert!(decisions.redo().is_none());
}

#[test]
fn a_group_is_undone_at_once_and_redone() {
    let mut decisions = Decisions::default();
    let group: Vec<_> = (0..5).map(|n| (difference(n), Some(decided(Verdict::Adopt)))).collect();
    decide(&mut decisions, &group);
    let undo = decisions.undo().unwrap();
    assert_eq!((undo.changes.len(), &undo.deed), (5, &Deed::Undo { of: 1 }));
    append(&mut decisions, undo);
    assert!((0..5).all(|n| decisions.value(&difference(n)).is_none()));
    assert!(decisions.next_undo().is_none());
    let redo = decisions.redo().unwrap();
    append(&mut decisions, redo);
    assert!((0..5).all(|n| decisions.value(&difference(n)).is_some()));
    assert_eq!(decisions.next_undo().unwrap().seq, 1);
}

#[test]
fn a_new_decision_ends_redoing() {
    let mut decisions = Decisions::default();
    decide(&mut decisions, &[(difference(1), Some(decided(Verdict::Adopt)))]);
    let undo = decisions.undo().unwrap();
    append(&mut decisions, undo);
    decide(&mut decisions, &[(difference(2), Some(decided(Verdict::Hold)))]);
    assert!(decisions.next_redo().is_none());
    assert_eq!(decisions.next_undo().unwrap().seq, 3);
}

#[test]
fn facts_are_not_undone() {
    let mut decisions = Decisions::default();
    decide(&mut decisions, &[(difference(1), Some(decided(Verdict::Adopt)))]);
    for deed in [
        Deed::Import { new: 3, known: 0, refused: 0 },
        Deed::Write { folder: "2026-10/x".into(), files: 4 },
        Deed::Close,
    ] {
        let draft = Draft { month: Some(month()), deed, changes: Vec::new(), reason: String::new() };
        append(&mut decisions, draft);
    }
    assert_eq!(decisions.next_undo().unwrap().seq, 1);
}

#[test]
fn every_subject_is_kept_and_told_again() {
    let mut decisions = Decisions::default();
    let client = client(1);
    let kind = ServiceKind::parse("11").unwrap();
    let id = || "0123456789abcdef".to_owned();
    let rule = Rule {
        verdict: Verdict::Adopt,
        class: Some(DifferenceClass::TimeChanged),
        provider: None,
        kind: None,
        code: None,
        same_units: true,
    };
    let all = [
        (Subject::Pairing { client, id: id() }, Value::JoinedWith { id: id() }),
        (Subject::Arrival { client, provider: provider(), kind }, Value::Arrival(ArrivalChoice::Late)),
        (Subject::Withdrawal { client, provider: provider() }, Value::Withdrawn),
        (Subject::Client { client }, Value::Stage { stage: Stage::Checked }),
        (Subject::Note { client }, Value::Text { text: "電話済".into() }),
        (Subject::Month, Value::Closed { exceptions: BTreeMap::from([(client, "死亡".into())]) }),
        (Subject::Rule { name: "時間".into() }, Value::Rule(rule)),
        (Subject::Edition { provider: provider() }, Value::Text { text: "v3".into() }),
    ];
    for (subject, value) in &all {
        decide(&mut decisions, &[(subject.clone(), Some(value.clone()))]);
        assert_eq!(decisions.value(subject).as_ref(), Some(value));
        assert_eq!(decisions.change(subject.clone(), Some(value.clone())), None);
    }
    assert_eq!(decisions.edition(provider()), Some(Edition::V3));
    for (subject, _) in all {
        decide(&mut decisions, &[(subject.clone(), None)]);
        assert_eq!(decisions.value(&subject), None);
    }
}

fn same_state(a: &Decisions, b: &Decisions) -> bool {
    let of = |d: &Decisions| (0..12).map(|n| d.value(&difference(n))).collect::<Vec<_>>();
    of(a) == of(b)
}

proptest! {
    /// Whatever was decided: undoing everything leads through the same states backwards, redoing forwards again.
    #[test]
    fn undoing_and_redoing_lead_through_the_same_states(
        steps in prop::collection::vec((0..12_u32, 0..4_u8, 1..4_u32), 1..20),
    ) {
        let mut decisions = Decisions::default();
        let mut states = vec![decisions.clone()];
        for (first, verdict, count) in steps {
            let value = match verdict {
                0 => None,
                1 => Some(decided(Verdict::Adopt)),
                2 => Some(decided(Verdict::Keep)),
                _ => Some(decided(Verdict::Hold)),
            };
            let list: Vec<_> = (first..first + count).map(|n| (difference(n % 12), value.clone())).collect();
            let before = decisions.events().len();
            decide(&mut decisions, &list);
            if decisions.events().len() > before {
                states.push(decisions.clone());
            }
        }
        let mut at = states.len() - 1;
        while let Some(undo) = decisions.undo() {
            append(&mut decisions, undo);
            at -= 1;
            prop_assert!(same_state(&decisions, &states[at]));
        }
        prop_assert_eq!(at, 0);
        // The fold of the journal so far is the same state as the one at hand.
        let again = Decisions::of(decisions.events().to_vec());
        prop_assert!(same_state(&again, &decisions));
        while let Some(redo) = decisions.redo() {
            append(&mut decisions, redo);
            at += 1;
            prop_assert!(same_state(&decisions, &states[at]));
        }
        prop_assert_eq!(at, states.len() - 1);
    }
}
