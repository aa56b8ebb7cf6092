//! Whose rows problems are about.

use super::fixture::{Line, file, only, read, read_lines, service, v4};
use super::*;
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber};
use crate::domain::problem::ProblemAction;

const SECOND: &str = "0001000202";

fn client(insured: &str) -> ClientKey {
    let insurer = InsurerNumber::parse("131987").unwrap();
    ClientKey { insurer, insured: InsuredNumber::parse(insured).unwrap() }
}

fn second(kind: FileKind) -> Line {
    v4(kind).set("insured_number", SECOND)
}

#[test]
fn a_row_left_out_tells_its_client() {
    for (kind, item) in [
        (FileKind::Upjsk, "service_code"),
        (FileKind::Upplan, "service_date"),
        (FileKind::Upsikyu, "service_code"),
        (FileKind::Uphosoku, "target_month"),
    ] {
        let reading = read_lines(&[v4(kind), second(kind).set(item, "1"), v4(kind)]);
        let told: Vec<_> = reading.problems.iter().map(|p| (p.action, p.line, p.client)).collect();
        assert_eq!(told, [(ProblemAction::Quarantined, Some(2), Some(client(SECOND)))], "{kind:?}");
    }
}

#[test]
fn a_row_that_is_warned_about_tells_its_client() {
    let reading = read_lines(&[service(Edition::V4), second(FileKind::Upjsk).set("start_time", "")]);
    assert_eq!((only(&reading).action, only(&reading).client), (ProblemAction::Warned, Some(client(SECOND))));
    let sheet = second(FileKind::Upsikyu).set("units", "x");
    assert_eq!(only(&read_lines(&[v4(FileKind::Upsikyu), sheet])).client, Some(client(SECOND)));
}

#[test]
fn rows_with_other_columns_tell_their_client_as_far_as_it_can_be_read() {
    let mut short = second(FileKind::Upjsk);
    short.cells.truncate(9);
    assert_eq!(only(&read_lines(&[service(Edition::V4), short])).client, Some(client(SECOND)));
    let stray = second(FileKind::Upjsk).raw("plan_manager_name", b"\"x");
    assert_eq!(only(&read_lines(&[stray, service(Edition::V4)])).client, Some(client(SECOND)));
    let data = [b"202407,1\r\n".to_vec(), file(&[service(Edition::V4)])].concat();
    assert_eq!(only(&read(FileKind::Upjsk, Edition::V4, &data)).client, None);
}

#[test]
fn numbers_that_cannot_be_read_name_nobody() {
    let reading = read_lines(&[service(Edition::V4), second(FileKind::Upjsk).set("insured_number", "x")]);
    assert_eq!((only(&reading).action, only(&reading).client), (ProblemAction::Quarantined, None));
}
