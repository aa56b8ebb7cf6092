//! Small months with one thing to write.

mod sheets;

use super::*;
use crate::app::decisions::Decisions;
use crate::app::open::tests::{Memory, actual, actual_name, of_client, office, plan, plan_name};
use crate::app::registers::Registers;
use crate::app::standing::tests::{all, change, decided, events};
use crate::app::worth::{Evidence, Ground};
use crate::benefit::policy::Policy;
use crate::domain::codes::CodeMaster;
use crate::domain::decision::{RowContent, RowEdit, Subject, Value, Verdict};
use crate::domain::ids::ServiceCode;
use crate::domain::row::{Block, FileIndex, ServiceRow};
use crate::domain::time::VisitTime;
use crate::format::exchange::read::Content;
use crate::format::exchange::read::fixture::{CARE, HELPER, Line, file, quoted, v4};
use crate::format::exchange::read::service::{ServiceBlock, ServiceRows};

const OTHER: &str = "0001000202";

fn options() -> WriteOptions {
    WriteOptions {
        at: DateTime::parse_from_rfc3339("2026-11-07T09:30:15+09:00").unwrap(),
        newest_known: Timestamp(0),
        all_clients: false,
        own_kind: ServiceKind::parse("43").unwrap(),
    }
}

/// Plans on the 5th and 12th of which only the first was carried out, with a sheet and a profile.
fn cancelled() -> Memory {
    let profile = v4(FileKind::Uphosoku).set("care_plan_created_on", "00000000");
    Memory::default()
        .lines(&plan_name(1), &[plan(5), plan(12)])
        .lines(&plan_name(1).replace("UPPLAN", "UPHOSOKU"), &[profile])
        .lines(&actual_name(2), &[actual(5)])
}

fn write(source: &Memory, decisions: impl Fn(&Month) -> Decisions) -> WritePlan {
    let month = source.open();
    planned(&month, source, &decisions(&month), &options()).unwrap()
}

/// The plan with nothing but the month and the decisions to go by.
fn planned(
    month: &Month,
    source: &Memory,
    decisions: &Decisions,
    options: &WriteOptions,
) -> Result<WritePlan, WriteFailure> {
    planned_with(month, source, decisions, (None, options))
}

fn planned_with(
    month: &Month,
    source: &Memory,
    decisions: &Decisions,
    (codes, options): (Option<&CodeMaster>, &WriteOptions),
) -> Result<WritePlan, WriteFailure> {
    let (registers, policy) = (Registers::default(), Policy::default());
    let evidence = Evidence::of(month);
    let (registers, policy, evidence) = (&registers, &policy, &evidence);
    let ground = Ground { month, decisions, codes, registers, evidence, policy };
    plan_writing(ground, source, &Sent::default(), options)
}

fn adopt(month: &Month) -> Decisions {
    all(month, &Verdict::Adopt)
}

fn the_file<'a>(plan: &'a WritePlan, prefix: &str) -> &'a PlannedFile {
    let is_it = |file: &&PlannedFile| file.name.contains(&format!("/{prefix}_"));
    plan.files.iter().find(is_it).unwrap_or_else(|| panic!("{prefix} in {:?}", names(plan)))
}

fn names(plan: &WritePlan) -> Vec<&str> {
    plan.files.iter().map(|file| file.name.as_str()).collect()
}

/// Lines as text, of MS932 bytes that are all ASCII but for names.
fn lines(file: &PlannedFile) -> Vec<String> {
    let text = crate::format::sjis::Encoding::Ms932.decode(&file.bytes).into_owned();
    text.split_terminator("\r\n").map(str::to_owned).collect()
}

#[test]
fn a_cancelled_visit_leaves_the_plan_of_its_provider() {
    let plan = write(&cancelled(), adopt);
    let stamp = "20261107093015";
    let expected = [
        format!("{CARE}/UPJSK_202610_{HELPER}_11_{CARE}_43_{stamp}.CSV"),
        format!("{HELPER}/UPHOSOKU_202610_{CARE}_43_{HELPER}_11_{stamp}.CSV"),
        format!("{HELPER}/UPPLAN_202610_{CARE}_43_{HELPER}_11_{stamp}.CSV"),
        format!("{HELPER}/UPSIKYU_202610_{CARE}_43_{HELPER}_11_{stamp}.CSV"),
    ];
    assert_eq!(names(&plan), expected);
    let revised = the_file(&plan, "UPPLAN");
    assert_eq!(revised.rows, RowChanges { total: 1, removed: 1, same: 1, ..RowChanges::default() });
    assert_eq!(revised.bytes, file(&[super::tests::plan(5)]));
}

#[test]
fn a_plan_without_rows_is_withdrawn_from_everybody_who_has_it() {
    let source = Memory::default()
        .lines(&plan_name(1), &[plan(5)])
        .lines(&actual_name(2), &[of_client(actual(5), OTHER)]);
    let plan = write(&source, |month| {
        let difference = month.differences().find(|difference| difference.plan.is_some()).unwrap();
        events(vec![decided(difference, Verdict::Adopt)])
    });
    assert_eq!(lines(the_file(&plan, "DLTPLAN")), ["202407,131987,0001000101,202610"]);
    assert!(!names(&plan).iter().any(|name| name.contains("UPPLAN")));
}

#[test]
fn actuals_of_which_nothing_is_accepted_are_withdrawn() {
    let source = Memory::default()
        .lines(&plan_name(1), &[plan(5)])
        .lines(&actual_name(2), &[actual(5), of_client(actual(12), OTHER)]);
    let plan = write(&source, |month| {
        let difference = month.differences().next().unwrap();
        events(vec![decided(difference, Verdict::Keep)])
    });
    assert_eq!(lines(the_file(&plan, "DLTJSK")), [format!("202407,131987,{OTHER},202610,{HELPER},11")]);
    assert_eq!(the_file(&plan, "UPJSK").rows.same, 1);
}

#[test]
fn a_provider_gets_the_edition_that_the_office_says() {
    let edition = |text: &str| {
        let provider = office(HELPER);
        change(Subject::Edition { provider }, Value::Text { text: text.to_owned() })
    };
    let source = cancelled();
    let plan = write(&source, |month| {
        let difference = month.differences().next().unwrap();
        events(vec![decided(difference, Verdict::Adopt), edition("v3")])
    });
    let revised = the_file(&plan, "UPPLAN");
    assert_eq!(revised.name, format!("{HELPER}/UPPLAN_202610_{CARE}_{HELPER}_20261107093015.CSV"));
    let written = lines(revised);
    assert_eq!((written.len(), written[0].split(',').count()), (1, 22));
    assert!(written[0].starts_with("202208,131987,"));
    assert_eq!((revised.rows.removed, revised.rows.same), (1, 1), "the edition alone changes no row");
}

/// A row of edition 3 becomes one of edition 4 with the new columns empty.
#[test]
fn rows_of_edition_3_are_written_in_edition_4() {
    let v3 = |line: Line| Line { edition: Edition::V3, ..line }.set("csv_version", "202208");
    let old_names = |name: String| name.replace("_43_", "_").replace("_11_", "_").replace("_43.", ".");
    let source = Memory::default()
        .lines(&old_names(plan_name(1)), &[v3(plan(5)), v3(plan(12))])
        .lines(&actual_name(2), &[actual(5)]);
    let plan = write(&source, adopt);
    let revised = the_file(&plan, "UPPLAN");
    assert!(revised.name.contains(&format!("_{CARE}_43_{HELPER}_11_")), "{}", revised.name);
    assert_eq!(revised.bytes, file(&[super::tests::plan(5)]));
}

#[test]
fn adopted_rows_are_written_in_the_hand_of_the_care_office() {
    let theirs = actual(12).set("updated_by_office_number", HELPER).set("document_created_on", "20261101");
    let ours = plan(5).set("updated_by_office_number", CARE).set("document_created_on", "20260924");
    let source = Memory::default()
        .lines(&plan_name(1), std::slice::from_ref(&ours))
        .lines(&actual_name(2), &[actual(5), theirs]);
    let plan = write(&source, adopt);
    let added = plan_like(&ours, 12);
    assert_eq!(the_file(&plan, "UPPLAN").bytes, file(&[ours, added]));
}

fn plan_like(line: &Line, day: u8) -> Line {
    line.clone().set("service_date", &format!("202610{day:02}"))
}

#[test]
fn rows_taken_as_carried_out_are_written_in_the_hand_of_the_provider() {
    let plan = write(&cancelled(), |month| all(month, &Verdict::Keep));
    let carried_out = actual(12).set("updated_by_office_number", HELPER);
    assert_eq!(the_file(&plan, "UPJSK").bytes, file(&[actual(5), carried_out]));
    assert!(!names(&plan).iter().any(|name| name.contains("UPPLAN")), "the plan did not change");
}

#[test]
fn a_cell_that_is_edited_is_written_and_the_others_keep_their_bytes() {
    let odd = actual(12).raw("units", b"0250").raw("service_count", b"01");
    let source =
        Memory::default().lines(&plan_name(1), &[plan(5)]).lines(&actual_name(2), &[actual(5), odd.clone()]);
    let edit = RowEdit { start: VisitTime::from_hhmm(830), ..RowEdit::default() };
    let plan = write(&source, |month| all(month, &Verdict::Edit(edit.clone())));
    assert_eq!(the_file(&plan, "UPJSK").bytes, file(&[actual(5), odd.set("start_time", "0830")]));
}

#[test]
fn kinds_outside_the_standard_get_no_record() {
    let outside = |line: Line| line.set("service_code", "331111");
    let source = Memory::default()
        .lines(&plan_name(1), &[plan(5), plan(12), outside(plan(5))])
        .lines(&actual_name(2), &[actual(5), outside(actual(5))]);
    let plan = write(&source, adopt);
    for prefix in ["UPPLAN", "UPJSK"] {
        assert_eq!(lines(the_file(&plan, prefix)).len(), 1, "{prefix}");
    }
    let kind = ServiceKind::parse("33").unwrap();
    let told = plan.warnings.iter().filter(
        |warning| matches!(warning, WriteWarning::KindNotExchanged { kind: found, rows: 1, .. } if *found == kind),
    );
    assert_eq!(told.count(), 1);
}

/// 外字 in a text that nobody touched: the client is left out and named, the other one is written.
#[test]
fn a_client_that_cannot_be_written_is_left_out_and_named() {
    let gaiji = plan(5).raw("plan_manager_name", b"\"\xF0\x40\"");
    let source = Memory::default()
        .lines(
            &plan_name(1),
            &[gaiji.clone(), plan_like(&gaiji, 12), of_client(plan(5), OTHER), of_client(plan(12), OTHER)],
        )
        .lines(&actual_name(2), &[actual(5), of_client(actual(5), OTHER)]);
    let plan = write(&source, adopt);
    assert_eq!(the_file(&plan, "UPPLAN").bytes, file(&[of_client(super::tests::plan(5), OTHER)]));
    let left_out = plan.warnings.iter().find_map(|warning| match warning {
        WriteWarning::ClientLeftOut { client, kind, item_no, item, fault } => {
            Some((client.insured.to_string(), *kind, *item_no, *item, fault.clone()))
        }
        _ => None,
    });
    let fault = RecordFault::Character { position: 1, character: '\u{e000}' };
    assert_eq!(left_out, Some(("0001000101".to_owned(), FileKind::Upplan, 7, "プラン担当者名", fault)));
}

#[test]
fn files_that_changed_since_stop_the_writing() {
    let source = cancelled();
    let month = source.open();
    let decisions = adopt(&month);
    let attempt = |source: &Memory| planned(&month, source, &decisions, &options());
    let name = plan_name(1);
    let gone = Memory::default();
    assert_eq!(attempt(&gone), Err(WriteFailure::Unreadable { path: name.clone() }));
    let other = Memory::default().lines(&name, &[of_client(plan(5), OTHER)]);
    assert_eq!(attempt(&other), Err(WriteFailure::Changed { path: name, line: 1 }));
}

/// Actuals from a FAX stand in a content beyond the files of the month.
#[test]
fn typed_rows_are_written_like_the_nearest_planned_row() {
    let source =
        Memory::default().lines(&plan_name(1), &[plan(5).raw("service_office_name", &quoted("みどり"))]);
    let mut month = source.open();
    let typed = ServiceRow {
        provider: office(HELPER),
        code: ServiceCode::parse("111111").unwrap(),
        day: 6,
        count: 2,
        start: VisitTime::from_hhmm(1300).unwrap(),
        end: VisitTime::from_hhmm(1400).unwrap(),
        units: 250,
        over_30_days: false,
        satellite: *b"  ",
        detail: 0,
        line: 1,
        offset: 0,
    };
    let client = month.clients[0].client;
    let block = Block { client, first: 0, len: 1 };
    let provider = office(HELPER);
    let block = ServiceBlock { block, kind: typed.code.kind(), provider, manager: 0, copy_of: None };
    let rows = ServiceRows { rows: vec![typed], blocks: vec![block], ..ServiceRows::default() };
    let beyond = FileIndex::at(month.contents.len());
    month.contents.push(Some(Content::Service(rows)));
    month.clients[0].actual.push((beyond, 0));
    let plan = planned(&month, &source, &Decisions::default(), &options()).unwrap();
    let expected = super::tests::plan(6)
        .raw("service_office_name", &quoted("みどり"))
        .set("start_time", "1300")
        .set("end_time", "1400")
        .set("service_count", "2")
        .set("updated_by_office_number", HELPER);
    assert_eq!(the_file(&plan, "UPJSK").bytes, file(&[expected]));
    let content = RowContent::of(&typed, None);
    let standing = standing(&month, 0, &Decisions::default());
    assert_eq!(
        (standing.actual[0].origin, &standing.actual[0].content),
        (crate::app::standing::Origin::Typed, &content)
    );
}
