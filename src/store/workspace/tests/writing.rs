use super::*;

#[test]
fn a_new_workspace_has_its_folders_and_is_private() {
    let (_temp, dir) = new_workspace();
    assert!(Workspace::is_workspace(&dir));
    assert_eq!(names(&dir), ["backup", "kyukan.db", "kyukan.toml", "out", "received"]);
    assert_eq!(fs::read_to_string(dir.join("kyukan.toml")).unwrap(), "office = \"1379900010\"\n");
    let mut workspace = open(&dir, Access::Write);
    assert!(workspace.is_writable() && workspace.warnings().is_empty());
    assert_eq!(workspace.last_seq(), Ok(0));
    assert_eq!(workspace.events(None), Ok(Found { items: Vec::new(), damage: None }));
    assert_eq!(workspace.received(), workspace.dir().join("received"));
    assert_eq!(workspace.out(), workspace.dir().join("out"));
    assert!(workspace.office_file().is_file());
    drop(workspace);
    assert_eq!(names(&dir.join("backup")), [""; 0], "nothing to copy yet");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_any_of_it() {
    use std::os::unix::fs::PermissionsExt;
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("office");
    fs::create_dir(&dir).unwrap();
    fs::set_permissions(&dir, fs::Permissions::from_mode(0o755)).unwrap();
    Workspace::init(&dir, "").unwrap();
    let mut workspace = open(&dir, Access::Write);
    workspace.append(&draft(1, None), 0).unwrap();
    drop(workspace);
    let mut workspace = open(&dir, Access::Write);
    workspace.append(&draft(2, None), 1).unwrap();
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!(mode(&dir), 0o700);
    let mut files = 0;
    let mut folders = vec![dir];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                assert_eq!(mode(&path), 0o700, "{path:?}");
                folders.push(path);
            } else {
                assert_eq!(mode(&path), 0o600, "{path:?}");
                files += 1;
            }
        }
    }
    assert_eq!(files, 7, "office, database, -wal, -shm, lock, its holder, a copy");
}

#[test]
fn nothing_is_made_over_something() {
    let (_temp, dir) = new_workspace();
    assert_eq!(Workspace::init(&dir, "new"), Err(WorkspaceError::NotEmpty(dir.clone())));
    assert_eq!(fs::read_to_string(dir.join("kyukan.toml")).unwrap(), "office = \"1379900010\"\n");
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("kyukan.toml"), "mine").unwrap();
    let error = Workspace::init(temp.path(), "new").unwrap_err();
    assert_eq!(error, WorkspaceError::NotEmpty(temp.path().to_owned()));
    assert_eq!(fs::read_to_string(temp.path().join("kyukan.toml")).unwrap(), "mine");
    assert!(!Workspace::is_workspace(temp.path()));
    let error = Workspace::open(temp.path(), who(), Access::Write, clock()).unwrap_err();
    assert_eq!(error, WorkspaceError::NoWorkspace(temp.path().to_owned()));
}

#[test]
fn a_making_that_was_killed_can_be_repeated() {
    for left in [&["kyukan.db.part"][..], &["kyukan.db.part", "kyukan.db.part-journal", "kyukan.toml.part"]] {
        let temp = tempfile::tempdir().unwrap();
        fs::create_dir(temp.path().join("received")).unwrap();
        for name in left {
            fs::write(temp.path().join(name), "half").unwrap();
        }
        Workspace::init(temp.path(), "whole").unwrap();
        assert_eq!(names(temp.path()), ["backup", "kyukan.db", "kyukan.toml", "out", "received"]);
        assert!(open(temp.path(), Access::Write).is_writable());
    }
    // Somebody's file among the leftovers is never touched.
    let temp = tempfile::tempdir().unwrap();
    fs::write(temp.path().join("kyukan.db.part"), "half").unwrap();
    fs::create_dir(temp.path().join("received")).unwrap();
    fs::write(temp.path().join("received/A.CSV"), "theirs").unwrap();
    let error = Workspace::init(temp.path(), "").unwrap_err();
    assert_eq!(error, WorkspaceError::NotEmpty(temp.path().to_owned()));
}

#[test]
fn what_is_appended_is_read_again() {
    let (_temp, dir) = new_workspace();
    let mut workspace = open(&dir, Access::Write);
    let months = [month("2026-10"), None, month("2026-09"), month("2026-10")];
    let mut events = Vec::new();
    for (number, of) in (0_u32..).zip(months) {
        let appended = workspace.append(&draft(number, of), u64::from(number)).unwrap();
        assert!(!appended.is_clock_behind);
        events.extend(appended.events);
    }
    assert_eq!(events.iter().map(|event| event.seq).collect::<Vec<_>>(), [1, 2, 3, 4]);
    assert_eq!(events[0].at, time("2026-11-02T09:30:00.123+09:00"));
    assert_eq!((events[0].person.as_str(), events[0].machine.as_str()), ("試験 花子", "受付PC"));
    drop(workspace);
    for access in [Access::Read, Access::Write] {
        let mut workspace = open(&dir, access);
        assert_eq!(workspace.events(None).unwrap(), Found { items: events.clone(), damage: None });
        let seqs = |found: Found<Event>| found.items.iter().map(|event| event.seq).collect::<Vec<_>>();
        assert_eq!(seqs(workspace.events(month("2026-10")).unwrap()), [1, 2, 4]);
        assert_eq!(seqs(workspace.events(month("2026-08")).unwrap()), [2]);
        assert_eq!(workspace.last_seq(), Ok(4));
    }
}

#[test]
fn many_events_come_in_order() {
    let (_temp, dir, events) = filled(5000);
    let found = open(&dir, Access::Read).events(None).unwrap();
    assert!(found.items == events && found.damage.is_none());
}

#[test]
fn lines_of_an_export_are_the_events() {
    let (_temp, dir, events) = filled(3);
    let mut workspace = open(&dir, Access::Read);
    let mut text = Vec::new();
    assert_eq!(workspace.export(month("2026-10"), &mut text).unwrap(), None);
    let text = String::from_utf8(text).unwrap();
    let lines: Vec<Event> = text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines, events);
    let full: &mut [u8] = &mut [0; 5];
    assert!(matches!(workspace.export(None, full), Err(ExportError::Output(_))));
}

#[test]
fn who_does_not_know_the_last_events_is_told_them() {
    let (_temp, dir, events) = filled(3);
    let mut workspace = open(&dir, Access::Write);
    let conflict = |last, since: &[Event]| Err(AppendError::Conflict { last, since: since.to_vec() });
    assert_eq!(workspace.append(&draft(9, None), 1), conflict(3, &events[1..]));
    assert_eq!(workspace.append(&draft(9, None), 0), conflict(3, &events));
    assert_eq!(workspace.append(&draft(9, None), 4), conflict(3, &[]));
    assert_eq!(workspace.last_seq(), Ok(3), "nothing was written");
    assert_eq!(workspace.append(&draft(9, None), 3).unwrap().events[0].seq, 4);
}

#[test]
fn nothing_to_append_changes_nothing() {
    let (_temp, dir, _) = filled(3);
    let mut workspace = open(&dir, Access::Write);
    let appended = workspace.append_all(&[], &Records::default(), 3).unwrap();
    assert_eq!((appended.events.len(), workspace.last_seq()), (0, Ok(3)));
}

#[test]
fn time_never_goes_backwards() {
    let (_temp, dir) = new_workspace();
    let (clock, hands) = settable();
    let mut workspace = Workspace::open(&dir, who(), Access::Write, clock).unwrap();
    workspace.append(&draft(1, None), 0).unwrap();
    *hands.lock().unwrap() = time("2020-01-01T00:00:00+09:00");
    let appended = workspace.append(&draft(2, None), 1).unwrap();
    assert!(appended.is_clock_behind);
    assert_eq!(appended.events[0].at, time("2026-11-02T09:30:00+09:00"));
    // The same moment in another zone is not behind.
    *hands.lock().unwrap() = time("2026-11-02T00:30:00Z");
    assert!(!workspace.append(&draft(3, None), 2).unwrap().is_clock_behind);
    assert_eq!(workspace.events(None).unwrap().damage, None);
}

#[test]
fn copies_are_made_when_something_is_new() {
    let (_temp, dir, _) = filled(2);
    let backup = dir.join("backup");
    drop(open(&dir, Access::Read));
    assert_eq!(names(&backup), [""; 0], "readers copy nothing");
    drop(open(&dir, Access::Write));
    drop(open(&dir, Access::Write));
    assert_eq!(names(&backup), ["kyukan-20261102-093000.db"]);
    for number in 2..14 {
        fs::write(backup.join("kyukan-x.db.part"), "left behind").unwrap();
        let mut workspace = open(&dir, Access::Write);
        workspace.append(&draft(number, None), u64::from(number)).unwrap();
        drop(workspace);
        drop(open(&dir, Access::Write));
    }
    // The clock stands still; names go on by a second.
    let copies = names(&backup);
    assert_eq!(copies.len(), 10, "{copies:?}");
    assert_eq!(copies.last().unwrap(), "kyukan-20261102-093012.db");
    assert_eq!(open(&dir, Access::Read).newest_backup(), Some(backup.join("kyukan-20261102-093012.db")));
    // A copy takes the place of a lost database.
    let events = open(&dir, Access::Read).events(None).unwrap();
    fs::rename(backup.join("kyukan-20261102-093012.db"), dir.join("kyukan.db")).unwrap();
    let mut workspace = open(&dir, Access::Write);
    assert_eq!(workspace.events(None).unwrap(), events);
    workspace.append(&draft(99, None), 14).unwrap();
}

#[test]
fn a_copy_that_was_put_off_is_made_when_it_is_asked_for_or_before_the_next_entry() {
    let (_temp, dir, events) = filled(2);
    let backup = dir.join("backup");
    let soon = || Workspace::open_soon(&dir, who(), clock()).unwrap();
    let mut workspace = soon();
    assert_eq!(workspace.events(None).unwrap().items, events);
    assert_eq!(names(&backup), [""; 0]);
    workspace.back_up().unwrap();
    workspace.back_up().unwrap();
    assert_eq!(names(&backup), ["kyukan-20261102-093000.db"]);
    workspace.append(&draft(9, None), 2).unwrap();
    drop(workspace);
    let mut workspace = soon();
    workspace.append(&draft(10, None), 3).unwrap();
    assert_eq!(names(&backup).len(), 2);
    drop(workspace);
    // The copy holds what was there before the entry.
    fs::rename(backup.join("kyukan-20261102-093001.db"), dir.join("kyukan.db")).unwrap();
    fs::remove_file(dir.join("kyukan.db-wal")).unwrap_or_default();
    assert_eq!(open(&dir, Access::Read).last_seq(), Ok(3));
}

#[test]
fn a_copy_that_cannot_be_made_stops_nothing() {
    let (_temp, dir, _) = filled(2);
    fs::remove_dir(dir.join("backup")).unwrap();
    fs::write(dir.join("backup"), "a file").unwrap();
    let mut workspace = open(&dir, Access::Write);
    assert!(matches!(workspace.warnings(), [Warning::BackupFailed { .. }]), "{:?}", workspace.warnings());
    assert_eq!(workspace.append(&draft(9, None), 2).unwrap().events[0].seq, 3);
}
