use super::*;
use crate::app::decisions::{Cells, Decisions};
use crate::benefit::money::BenefitRate;
use crate::benefit::price::PriceOwner;
use crate::benefit::rates::{AreaGrade, FeeType};
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Draft};
use crate::domain::fixture::{self, journalled};
use crate::domain::ids::{ClientKey, InsuredNumber, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::domain::slip::OfficeClass;

mod heads;
mod properties;
mod sorts;
mod views;

/// `"insurer=131016 name=千代田区"`; a blank in a value is written `_`.
fn cells(text: &str) -> Cells {
    let cell = |cell: &str| {
        let (column, value) = cell.split_once('=').unwrap();
        (column.to_owned(), value.replace('_', " "))
    };
    text.split(' ').map(cell).collect()
}

fn named(name: &str) -> &'static Register {
    register(name).unwrap()
}

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

fn client() -> ClientKey {
    fixture::client(100_017)
}

/// Takes a draft in as the journal would.
fn take(decisions: &mut Decisions, draft: Draft) {
    let seq = u64::try_from(decisions.events().len()).unwrap() + 1;
    decisions.push(journalled(seq, draft));
}

fn decided(rows: &[(&str, &str)]) -> Decisions {
    let mut decisions = Decisions::default();
    for (register, row) in rows {
        let draft = set(&decisions, named(register), &cells(row)).unwrap();
        take(&mut decisions, draft);
    }
    decisions
}

fn faults(register: &str, row: &str) -> Vec<(String, &'static str)> {
    let faults = named(register).entry(&cells(row)).unwrap_err();
    faults.into_iter().map(|fault| (fault.column, fault.expected)).collect()
}

#[test]
fn names_are_unique_and_every_reference_exists() {
    let mut names: Vec<&str> = REGISTERS.iter().map(|register| register.name).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), REGISTERS.len());
    for register in REGISTERS {
        assert!(!register.keys.is_empty());
        let columns: Vec<&str> = register.all_columns().map(|column| column.name).collect();
        let mut unique = columns.clone();
        unique.sort_unstable();
        unique.dedup();
        assert_eq!(unique.len(), columns.len(), "{}", register.name);
        let spans = register.spans.iter().flat_map(|(from, to)| [from, to]);
        for name in register.needs.iter().chain(spans) {
            assert!(columns.contains(name), "{} {name}", register.name);
        }
    }
}

#[test]
fn a_row_is_entered_changed_emptied_and_taken_out() {
    let clients = named("clients");
    let mut decisions = decided(&[(
        "clients",
        "insurer=131016 insured=００００１０００１７ contract_on=R8.4.1 manager=見本　一郎 named_area=1",
    )]);
    assert_eq!(
        clients.rows(&decisions),
        [["131016", "0000100017", "2026-04-01", "", "", "見本 一郎", "", "", "", "1", "", "", "", ""]]
    );
    let draft = set(&decisions, clients, &cells("insurer=131016 insured=0000100017 manager= payer=12131016"));
    let draft = draft.unwrap();
    assert_eq!((draft.month, &draft.deed, draft.changes.len()), (None, &Deed::Register, 1));
    take(&mut decisions, draft);
    assert_eq!(clients.rows(&decisions)[0][2..11], ["2026-04-01", "", "", "", "", "", "", "1", ""]);
    assert_eq!(clients.rows(&decisions)[0][12], "12131016");
    let same = set(&decisions, clients, &cells("insurer=131016 insured=0000100017 contract_on=20260401"));
    assert_eq!(same, Err(RegisterRefusal::Nothing));
    let others = remove(&decisions, clients, &cells("insurer=131016 insured=0000100017 manager=x"));
    assert!(matches!(others, Err(RegisterRefusal::Cells(faults)) if faults[0].column == "manager"));
    let absent = remove(&decisions, clients, &cells("insurer=131016 insured=0000100018"));
    assert_eq!(absent, Err(RegisterRefusal::NoRow(vec!["131016".into(), "0000100018".into()])));
    let draft = remove(&decisions, clients, &cells("insured=100017 insurer=131016")).unwrap_err();
    assert!(matches!(draft, RegisterRefusal::Cells(_)));
    let draft = remove(&decisions, clients, &cells("insured=0000100017 insurer=１３１０１６")).unwrap();
    take(&mut decisions, draft);
    assert!(clients.rows(&decisions).is_empty());
    let undo = decisions.undo().unwrap();
    assert_eq!(undo.month, None, "it holds for every month, so undoing it does too");
    take(&mut decisions, undo);
    assert_eq!(clients.rows(&decisions).len(), 1);
}

#[test]
fn good_rows_of_many_are_taken_as_one_event() {
    let decisions =
        decided(&[("insurers", "insurer=131016 name=千代田区"), ("insurers", "insurer=131024 name=中央区")]);
    let rows = [
        "insurer=131016 name=千代田区",
        "insurer=131024 name=中央区役所",
        "insurer=131032 name=港区",
        "insurer=13 name=新宿区",
        "insurer=131032 name=別の区",
        "insurer=131032 name=港区",
        "insurer=131041 name=",
    ];
    let batch = set_all(&decisions, named("insurers"), &rows.map(cells));
    let outcomes: Vec<String> = batch
        .outcomes
        .iter()
        .map(|outcome| match outcome {
            Outcome::Refused(faults) => faults[0].expected.to_owned(),
            other => format!("{other:?}"),
        })
        .collect();
    assert_eq!(outcomes, ["Same", "Changed", "New", "cell-insurer", "cell-once", "Same", "cell-required"]);
    let draft = batch.draft.unwrap();
    assert_eq!((draft.changes.len(), draft.month), (2, None));
    let nothing =
        set_all(&decisions, named("insurers"), &rows[..1].iter().map(|row| cells(row)).collect::<Vec<_>>());
    assert_eq!((nothing.draft, nothing.outcomes), (None, vec![Outcome::Same]));
}
