//! Notices are kept as they came, once, and told when they are no longer what came.

use super::*;
use crate::domain::ids::OfficeNumber;
use crate::store::workspace::{Access, Who, Workspace};
use tempfile::TempDir;

const OWN: &str = "1379900010";

fn workspace(place: &TempDir) -> Workspace {
    let dir = place.path().join("office");
    if !Workspace::is_workspace(&dir) {
        Workspace::init(&dir, "").unwrap();
    }
    let who = Who { person: "試験 花子".to_owned(), machine: "PC".to_owned() };
    let clock = Box::new(|| chrono::DateTime::parse_from_rfc3339("2026-12-01T09:00:00+09:00").unwrap());
    Workspace::open(&dir, who, Access::Write, clock).unwrap()
}

fn take(workspace: &mut Workspace, files: &[(&str, &str)]) -> NoticeImport {
    let given: Vec<(String, Vec<u8>)> =
        files.iter().map(|(name, text)| ((*name).to_owned(), text.as_bytes().to_vec())).collect();
    import_notices(workspace, &given, OfficeNumber::parse(OWN), &[]).unwrap()
}

fn loaded(workspace: &mut Workspace) -> (Notices, Vec<NoticeFault>) {
    let events = workspace.events(None).unwrap().items;
    let decisions = crate::app::decisions::Decisions::of(events);
    load_notices(workspace.dir(), decisions.entries(NOTICES))
}

const GOOD: &str = "1,1,0,1,761,0,0,1379900010,0,7,202611,0\r\n2,2,7611,T1,0,0,0,,,\r\n3,3\r\n";

#[test]
fn everything_is_kept_once_in_its_order() {
    let place = tempfile::tempdir().unwrap();
    let mut workspace = workspace(&place);
    let first = take(&mut workspace, &[("b.csv", GOOD), ("a.txt", "letter"), ("c.csv", GOOD)]);
    let news: Vec<NoticeNews> = first.files.iter().map(|file| file.news).collect();
    assert_eq!(news, [NoticeNews::New, NoticeNews::New, NoticeNews::Known], "the same bytes twice");
    assert_eq!(first.events.len(), 1, "one event of the register");
    let again = take(&mut workspace, &[("b.csv", GOOD)]);
    assert_eq!((again.files[0].news, again.events.len()), (NoticeNews::Known, 0));
    assert_eq!(again.files[0].at, Some(0));
    let later = take(&mut workspace, &[("d.csv", "3,2\r\n")]);
    assert_eq!(later.files[0].at, Some(2));
    let (notices, faults) = loaded(&mut workspace);
    let names: Vec<&str> = notices.files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!((names, faults), (vec!["b.csv", "a.txt", "d.csv"], Vec::new()));
    let path = super::file(workspace.dir(), &notices.files[0].hash);
    assert!(fs::metadata(path).unwrap().permissions().readonly());
}

#[test]
fn a_kept_file_that_was_changed_is_told_and_comes_back() {
    let place = tempfile::tempdir().unwrap();
    let mut workspace = workspace(&place);
    take(&mut workspace, &[("b.csv", GOOD), ("a.csv", "3,2\r\n")]);
    let (notices, _) = loaded(&mut workspace);
    let path = super::file(workspace.dir(), &notices.files[0].hash);
    fs::remove_file(&path).unwrap();
    let (left, faults) = loaded(&mut workspace);
    assert_eq!((left.files.len(), &faults[0].what), (1, &NoticeFaultSort::Missing));
    fs::write(&path, "x").unwrap();
    let (_, faults) = loaded(&mut workspace);
    assert_eq!((&faults[0].what, &faults[0].path), (&NoticeFaultSort::Changed, &path));
    let again = take(&mut workspace, &[("b.csv", GOOD)]);
    assert_eq!((again.files[0].news, again.faults.len()), (NoticeNews::Known, 0));
    assert_eq!(loaded(&mut workspace).1, []);
    let aside = fs::read_dir(path.parent().unwrap()).unwrap();
    let aside =
        aside.filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains("~changed-"));
    assert_eq!(aside.count(), 1, "what somebody wrote there is not lost");
}

#[test]
fn taking_the_register_back_takes_the_file_off() {
    let place = tempfile::tempdir().unwrap();
    let mut workspace = workspace(&place);
    take(&mut workspace, &[("b.csv", GOOD)]);
    let decisions = crate::app::decisions::Decisions::of(workspace.events(None).unwrap().items);
    let undo = decisions.undo().unwrap();
    let last = workspace.last_seq().unwrap();
    workspace.append(&undo, last).unwrap();
    assert_eq!(loaded(&mut workspace).0.files.len(), 0);
    assert_eq!(take(&mut workspace, &[("b.csv", GOOD)]).files[0].news, NoticeNews::New);
    assert_eq!(loaded(&mut workspace).0.files.len(), 1);
}
