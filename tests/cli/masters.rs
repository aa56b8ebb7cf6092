//! Service code masters that were imported into the workspace.

use super::workspace::Place;
use super::{err, json, out};
use kyukan::app::decisions::Decisions;
use kyukan::store::workspace::{Access, Who, Workspace};
use kyukan::store::{MASTERS, import_master, registered_masters};
use serde_json::Value;
use std::path::Path;
use std::process::Output;

/// What is said when a master does not tell how codes are counted.
const FROM_SHEETS: &str = "別表から見分けました";

fn workspace(place: &Place) -> Workspace {
    let who = Who { person: "試験 花子".to_owned(), machine: "受付PC".to_owned() };
    let clock = Box::new(|| chrono::Local::now().fixed_offset());
    Workspace::open(Path::new(&place.path("office")), who, Access::Write, clock).unwrap()
}

fn run_check(place: &Place, codes: Option<&str>, format: &str) -> Output {
    let office = place.path("office");
    let mut arguments = vec!["check", &office, "--format", format];
    arguments.extend(codes.iter().flat_map(|codes| ["--codes", codes]));
    let output = super::kyukan(&arguments);
    assert_eq!(output.status.code(), Some(1), "{}", err(&output));
    output
}

/// The answer of `check` on the workspace, and what it says to people.
fn check(place: &Place, codes: Option<&str>) -> (Value, String) {
    let told = run_check(place, codes, "text");
    (json(&run_check(place, codes, "json")), out(&told) + &err(&told))
}

#[test]
fn a_month_is_opened_with_the_imported_master_as_with_the_one_given() {
    let place = Place::filled();
    let codes = place.path("demo/master/codes.csv");
    let (with_codes, told) = check(&place, Some(&codes));
    assert!(!told.contains(FROM_SHEETS), "{told}");
    let (without, told) = check(&place, None);
    assert!(told.contains(FROM_SHEETS), "codes are told from the sheets: {told}");
    // A master that makes a difference: everything is counted by the month.
    let text = std::fs::read_to_string(&codes).unwrap();
    let monthly = place.path("monthly.csv");
    std::fs::write(&monthly, text.replace(",time", ",month")).unwrap();
    let (of_monthly, _) = check(&place, Some(&monthly));
    assert_ne!(of_monthly["differences"], without["differences"]);
    for (file, expected) in [(&codes, &with_codes), (&monthly, &of_monthly)] {
        let mut workspace = workspace(&place);
        let last = workspace.last_seq().unwrap();
        import_master(&mut workspace, Path::new(file), last).unwrap();
        drop(workspace);
        let (found, told) = check(&place, None);
        assert_eq!(&found, expected, "the one imported last counts");
        assert!(!told.contains(FROM_SHEETS), "{told}");
    }
    assert_eq!(check(&place, Some(&codes)).0, with_codes, "the one given stands before");
}

#[test]
fn a_master_whose_file_was_changed_is_told_and_not_used() {
    let place = Place::filled();
    let (before, _) = check(&place, None);
    let mut workspace = workspace(&place);
    let last = workspace.last_seq().unwrap();
    let codes = place.path("demo/master/codes.csv");
    import_master(&mut workspace, Path::new(&codes), last).unwrap();
    let decisions = Decisions::of(workspace.events(None).unwrap().items);
    let master = registered_masters(decisions.entries(MASTERS)).remove(0);
    drop(workspace);
    let kept = place.path(&format!("office/masters/{}.csv", master.hash));
    std::fs::remove_file(&kept).unwrap();
    let (missing, told) = check(&place, None);
    assert!(told.contains("「codes.csv」のファイルがない") && told.contains(FROM_SHEETS), "{told}");
    assert_eq!(missing["differences"], before["differences"]);
    std::fs::write(&kept, "code,name,units,in_limit,unit_type\n").unwrap();
    let (_, told) = check(&place, None);
    assert!(told.contains("取り込んだときと違う"), "{told}");
}
