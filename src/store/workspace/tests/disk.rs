use super::*;
use rusqlite::Connection;

fn trouble<T: std::fmt::Debug>(result: Result<T, impl Into<AppendError>>) -> Trouble {
    match result.map_err(Into::into) {
        Err(AppendError::Workspace(WorkspaceError::Trouble { trouble, .. })) => trouble,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_folder_that_comes_back_is_used_again() {
    let (temp, dir, _) = filled(2);
    let away = temp.path().join("away");
    for access in [Access::Write, Access::Read] {
        let mut workspace = open(&dir, access);
        let events = workspace.events(None).unwrap();
        fs::rename(&dir, &away).unwrap();
        assert_eq!(trouble(workspace.events(None)), Trouble::Gone);
        assert_eq!(trouble(workspace.last_seq()), Trouble::Gone);
        assert_eq!(trouble(workspace.append(&draft(9, None), 2)), Trouble::Gone);
        assert!(!workspace.is_writable() && !dir.exists());
        fs::rename(&away, &dir).unwrap();
        assert_eq!(workspace.events(None).unwrap(), events);
        assert_eq!(workspace.is_writable(), access == Access::Write);
        if access == Access::Write {
            workspace.append(&draft(9, None), 2).unwrap();
        }
    }
}

#[test]
fn a_lost_database_is_never_replaced_by_an_empty_one() {
    let (temp, dir, events) = filled(2);
    let mut workspace = open(&dir, Access::Write);
    fs::rename(dir.join("kyukan.db"), temp.path().join("kept.db")).unwrap();
    let lost = WorkspaceError::Database {
        path: dir.join("kyukan.db"),
        fault: DatabaseFault::Missing,
        backup: Some(dir.join("backup/kyukan-20261102-093000.db")),
    };
    assert_eq!(workspace.append(&draft(9, None), 2), Err(lost.clone().into()));
    assert_eq!(workspace.events(None), Err(lost.clone()));
    assert!(Workspace::is_workspace(&dir));
    assert_eq!(Workspace::open(&dir, who(), Access::Write, clock()).unwrap_err(), lost);
    assert!(!dir.join("kyukan.db").exists());
    fs::rename(temp.path().join("kept.db"), dir.join("kyukan.db")).unwrap();
    assert_eq!(workspace.events(None).unwrap().items, events);
    workspace.append(&draft(9, None), 2).unwrap();
}

#[test]
fn an_older_copy_in_its_place_is_a_conflict() {
    let (_temp, dir, events) = filled(2);
    let mut workspace = open(&dir, Access::Write);
    workspace.append(&draft(9, None), 2).unwrap();
    let copy = workspace.newest_backup().unwrap();
    for name in ["kyukan.db", "kyukan.db-wal", "kyukan.db-shm"] {
        fs::remove_file(dir.join(name)).unwrap();
    }
    fs::copy(copy, dir.join("kyukan.db")).unwrap();
    let refused = workspace.append(&draft(10, None), 3);
    assert_eq!(refused, Err(AppendError::Conflict { last: 2, since: Vec::new() }));
    assert_eq!(workspace.events(None).unwrap().items, events);
    workspace.append(&draft(10, None), 2).unwrap();
}

#[test]
fn a_folder_that_was_never_there_is_gone() {
    let temp = tempfile::tempdir().unwrap();
    let dir = temp.path().join("no/such");
    assert_eq!(trouble(Workspace::open(&dir, who(), Access::Read, clock())), Trouble::Gone);
    fs::write(temp.path().join("file"), "x").unwrap();
    let below = temp.path().join("file/below");
    assert_eq!(trouble(Workspace::open(&below, who(), Access::Write, clock())), Trouble::Gone);
    assert!(Workspace::init(&below, "").is_err());
}

#[test]
fn a_program_that_keeps_the_file_is_told_and_waited_for() {
    let (_temp, dir, _) = filled(2);
    let mut workspace = open(&dir, Access::Write);
    let other = Connection::open(dir.join("kyukan.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    assert_eq!(trouble(workspace.append(&draft(9, None), 2)), Trouble::InUse);
    assert_eq!(workspace.events(None).unwrap().items.len(), 2, "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    assert_eq!(workspace.append(&draft(9, None), 2).unwrap().events[0].seq, 3);
}

#[test]
fn a_full_disk_writes_nothing_and_goes_on_later() {
    let (_temp, dir, _) = filled(2);
    let mut workspace = open(&dir, Access::Write);
    let conn = &workspace.db.as_ref().unwrap().conn;
    let pages: u32 = conn.query_row("PRAGMA page_count", [], |row| row.get(0)).unwrap();
    conn.pragma_update_and_check(None, "max_page_count", pages, |_| Ok(())).unwrap();
    let large = Draft { reason: "長".repeat(100_000), ..draft(9, None) };
    assert_eq!(trouble(workspace.append(&large, 2)), Trouble::DiskFull);
    assert_eq!(workspace.events(None).unwrap().items.len(), 2);
    let conn = &workspace.db.as_ref().unwrap().conn;
    conn.pragma_update_and_check(None, "max_page_count", pages + 1000, |_| Ok(())).unwrap();
    assert_eq!(workspace.append(&large, 2).unwrap().events[0].seq, 3);
    assert_eq!(workspace.events(None).unwrap().damage, None);
}

/// On a medium where nothing can be written SQLite must not look for its own files.
#[test]
fn a_read_only_medium_is_read_without_help_files() {
    let (_temp, dir, events) = filled(2);
    let conn = db::open_immutable(&dir.join("kyukan.db"));
    let found = journal::read(&mut conn.unwrap(), Wanted::All).unwrap();
    assert_eq!(found, Found { items: events, damage: None });
    assert_eq!(names(&dir), ["backup", "kyukan.db", "kyukan.lock", "kyukan.toml", "out", "received"]);
}

/// Where the user may do everything (root) the permissions stop nobody, and there is nothing to see.
#[cfg(unix)]
#[test]
fn without_permission_to_write_it_is_opened_for_reading() {
    use std::os::unix::fs::PermissionsExt;
    let (_temp, dir, events) = filled(2);
    let set = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    set(&dir.join("kyukan.lock"), 0o400);
    set(&dir.join("kyukan.db"), 0o400);
    set(&dir, 0o500);
    if fs::write(dir.join("try"), "").is_ok() {
        return;
    }
    let mut workspace = open(&dir, Access::Write);
    let barrier = workspace.barrier().unwrap();
    assert!(matches!(barrier, Barrier::Trouble { trouble: Trouble::Denied, .. }), "{barrier:?}");
    assert_eq!(workspace.events(None).unwrap(), Found { items: events, damage: None });
    assert!(workspace.db.as_ref().unwrap().on_read_only_medium && workspace.warnings().is_empty());
    set(&dir.join("kyukan.db"), 0o000);
    assert_eq!(trouble(Workspace::open(&dir, who(), Access::Read, clock())), Trouble::Denied);
    // It goes on once it may.
    set(&dir, 0o700);
    set(&dir.join("kyukan.lock"), 0o600);
    set(&dir.join("kyukan.db"), 0o600);
    assert_eq!(workspace.claim(), Ok(true));
    workspace.append(&draft(9, None), 2).unwrap();
}

#[test]
fn troubles_of_the_system_are_told_apart() {
    use std::io::{Error, ErrorKind};
    let of = |kind: ErrorKind| Trouble::of_io(&Error::from(kind));
    assert_eq!(of(ErrorKind::StorageFull), Trouble::DiskFull);
    assert_eq!(of(ErrorKind::QuotaExceeded), Trouble::DiskFull);
    assert_eq!(of(ErrorKind::NotFound), Trouble::Gone);
    assert_eq!(of(ErrorKind::ReadOnlyFilesystem), Trouble::ReadOnly);
    assert_eq!(of(ErrorKind::PermissionDenied), Trouble::Denied);
    assert_eq!(of(ErrorKind::ResourceBusy), Trouble::InUse);
    assert_eq!(Trouble::of_io(&Error::other("a\u{1b}b")), Trouble::Other("a\u{fffd}b".to_owned()));
}
