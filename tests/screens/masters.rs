//! Months of a workspace with service code masters of its own.

use crate::deciding::Office;
use crate::station::in_package;
use kyukan::app::month::Note;
use kyukan::format::codes::read_codes;
use kyukan::store::import_master;
use kyukan::store::workspace::{Access, Who, Workspace};

const CODES: &str = "samples/v4/master/codes.csv";

fn is_from_sheets(note: &Note) -> bool {
    matches!(note, Note::CodesFromSheets { .. })
}

#[test]
fn the_workstation_opens_a_month_with_the_masters_of_the_workspace() {
    let office = Office::sample();
    let station = office.open();
    let review = station.model.review().unwrap();
    assert!(review.codes.is_none() && review.month.notes.iter().any(is_from_sheets));
    drop(station);
    let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
    let clock = Box::new(|| chrono::Local::now().fixed_offset());
    let mut workspace = Workspace::open(&office.dir(), who, Access::Write, clock).unwrap();
    import_master(&mut workspace, &in_package(CODES), 0).unwrap();
    drop(workspace);
    let station = office.open();
    let review = station.model.review().unwrap();
    let expected = read_codes(&std::fs::read(in_package(CODES)).unwrap()).unwrap();
    assert_eq!(review.codes.as_ref().unwrap().len(), expected.len());
    assert!(!review.month.notes.iter().any(is_from_sheets), "{:?}", review.month.notes);
}
