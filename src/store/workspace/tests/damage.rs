use super::*;
use rusqlite::Connection;

/// Opens whatever lies there and reads; what comes out has to be a beginning of `events`, and less than all of them
/// only together with the damage. Gives how many came out, `None` when the workspace could not be opened.
fn good_part(dir: &Path, access: Access, events: &[Event]) -> Option<usize> {
    let mut workspace = match Workspace::open(dir, who(), access, clock()) {
        Ok(workspace) => workspace,
        Err(error) => {
            assert!(
                matches!(error, WorkspaceError::Database { .. } | WorkspaceError::Newer { .. }),
                "{error:?}"
            );
            return None;
        }
    };
    let found = workspace.events(None).unwrap();
    assert!(events.starts_with(&found.items), "altered events were given as good");
    match &found.damage {
        Some(damage) => {
            assert_eq!(damage.after, found.items.len() as u64);
            assert_eq!(workspace.damage(), Some(damage));
            assert!(!workspace.is_writable());
            // Also before the barrier of one who only reads.
            assert_eq!(workspace.obstacle(), Some(AppendError::Damaged(damage.clone())));
            if access == Access::Write {
                let refused = workspace.append(&draft(9, None), damage.after);
                assert_eq!(refused, Err(AppendError::Damaged(damage.clone())));
            }
        }
        None => assert_eq!(found.items.len(), events.len()),
    }
    // Nothing here may panic either.
    let sent = workspace.submissions(None).map(|found| found.items.len());
    let imports = workspace.imports(None).map(|found| found.items.len());
    assert!(sent.is_ok() && imports.is_ok(), "{sent:?} {imports:?}");
    Some(found.items.len())
}

fn access(round: usize) -> Access {
    if round.is_multiple_of(2) { Access::Read } else { Access::Write }
}

#[test]
fn a_flipped_byte_is_found_wherever_it_is() {
    let (_temp, dir, events) = filled(60);
    let db = dir.join("kyukan.db");
    let whole = fs::read(&db).unwrap();
    assert!(whole.len() > 60_000);
    let mut shortened = 0;
    for (round, at) in (0..whole.len()).step_by(251).enumerate() {
        let mut bytes = whole.clone();
        bytes[at] ^= 1 << (round % 8);
        remove_logs(&dir);
        fs::write(&db, &bytes).unwrap();
        let count = good_part(&dir, access(round), &events);
        shortened += usize::from(count.is_some_and(|count| count < events.len()));
    }
    assert!(shortened > 100, "{shortened}");
}

#[test]
fn every_byte_of_the_header_may_be_wrong() {
    let (_temp, dir, events) = filled(3);
    let db = dir.join("kyukan.db");
    let whole = fs::read(&db).unwrap();
    for at in 0..100 {
        let mut bytes = whole.clone();
        bytes[at] ^= 0x10;
        remove_logs(&dir);
        fs::write(&db, &bytes).unwrap();
        good_part(&dir, access(at), &events);
    }
}

#[test]
fn of_a_cut_file_the_beginning_comes_out() {
    let (_temp, dir, events) = filled(60);
    let db = dir.join("kyukan.db");
    let whole = fs::read(&db).unwrap();
    let mut counts = Vec::new();
    for (round, length) in (0..whole.len()).step_by(1021).enumerate() {
        remove_logs(&dir);
        fs::write(&db, &whole[..length]).unwrap();
        counts.push(good_part(&dir, access(round), &events));
    }
    assert_eq!(counts[0], None, "0 bytes are an error of their own");
    let most = counts.iter().flatten().max().copied().unwrap();
    assert!((30..=60).contains(&most), "{counts:?}");
    assert!(counts.iter().flatten().is_sorted(), "{counts:?}");
}

#[test]
fn a_damaged_log_is_found_too() {
    let (_temp, dir, mut events) = filled(5);
    let mut workspace = open(&dir, Access::Write);
    for number in 5..12 {
        events.extend(workspace.append(&draft(number, None), u64::from(number)).unwrap().events);
    }
    // As a kill leaves it: the log was not yet taken over into the database.
    let (db, log) = (fs::read(dir.join("kyukan.db")).unwrap(), fs::read(dir.join("kyukan.db-wal")).unwrap());
    drop(workspace);
    assert!(log.len() > 10_000);
    for (round, at) in (0..log.len()).step_by(509).enumerate() {
        for cut in [false, true] {
            let mut bytes = log.clone();
            if cut {
                bytes.truncate(at);
            } else {
                bytes[at] ^= 0x40;
            }
            remove_logs(&dir);
            fs::write(dir.join("kyukan.db"), &db).unwrap();
            fs::write(dir.join("kyukan.db-wal"), &bytes).unwrap();
            let mut workspace = Workspace::open(&dir, who(), access(round), clock()).unwrap();
            let found = workspace.events(None).unwrap();
            // The log ends where its checksums end; every event before it came whole.
            assert!(events.starts_with(&found.items), "{at} {cut}");
            assert!(found.items.len() >= 5 && found.damage.is_none(), "{at} {cut} {:?}", found.damage);
        }
    }
}

#[test]
fn an_altered_entry_ends_the_good_part() {
    let (_temp, dir, events) = filled(9);
    tamper(&dir, "UPDATE journal SET reason = 'y' WHERE seq = 5");
    let mut workspace = open(&dir, Access::Write);
    assert_eq!(workspace.damage(), Some(&Damage { after: 4, what: DamageSort::Altered }));
    let found = workspace.events(month("2026-10")).unwrap();
    assert_eq!(found.items, events[..4]);
    assert_eq!(found.damage, Some(Damage { after: 4, what: DamageSort::Altered }));
    assert_eq!(workspace.last_seq(), Ok(4));
    assert_eq!(names(&dir.join("backup")), [""; 0], "damage is not copied over good copies");
    let mut text = Vec::new();
    assert_eq!(workspace.export(None, &mut text).unwrap(), found.damage);
    assert_eq!(String::from_utf8(text).unwrap().lines().count(), 4);
}

#[test]
fn missing_entries_are_found() {
    let damage_of = |statement: &str| {
        let (_temp, dir, _) = filled(9);
        tamper(&dir, statement);
        let found = open(&dir, Access::Read).events(None).unwrap();
        (found.items.len(), found.damage.map(|damage| (damage.after, damage.what)))
    };
    let missing = |after: usize| (after, Some((after as u64, DamageSort::Missing)));
    assert_eq!(damage_of("DELETE FROM journal WHERE seq = 4"), missing(3));
    assert_eq!(damage_of("DELETE FROM journal WHERE seq = 1"), missing(0));
    assert_eq!(damage_of("DELETE FROM journal WHERE seq > 7"), missing(7));
    assert_eq!(damage_of("DELETE FROM journal"), missing(0));
    let count = (9, Some((9, DamageSort::Count)));
    assert_eq!(damage_of("UPDATE head SET seq = 8"), count);
    assert_eq!(damage_of("UPDATE head SET chain = zeroblob(32)"), count);
    assert_eq!(damage_of("DELETE FROM head"), count);
    let (len, damage) = damage_of("DROP TABLE journal");
    assert_eq!(len, 0);
    assert!(matches!(damage, Some((0, DamageSort::Database(_)))), "{damage:?}");
}

#[test]
fn damage_at_the_end_stops_the_writing() {
    for statement in [
        "UPDATE journal SET reason = 'y' WHERE seq = 9",
        "DELETE FROM journal WHERE seq = 9",
        "UPDATE head SET seq = 8",
        "DELETE FROM journal WHERE seq = 8",
    ] {
        let (_temp, dir, _) = filled(9);
        let mut workspace = open(&dir, Access::Write);
        tamper(&dir, statement);
        for expected in [9, 8, 8] {
            let refused = workspace.append(&draft(9, None), expected);
            assert!(matches!(refused, Err(AppendError::Damaged(_))), "{statement} {refused:?}");
        }
        assert!(!workspace.is_writable());
    }
}

#[test]
fn an_entry_that_makes_no_sense_is_damage() {
    let (_temp, dir, events) = filled(4);
    let mut workspace = open(&dir, Access::Write);
    workspace.append(&draft(5, month("2026-09")), 4).unwrap();
    drop(workspace);
    // As it was written, with the right links, but by a program that writes something else.
    let db = raw(&dir);
    db.execute_batch("UPDATE journal SET deed = '{\"deed\":\"conjure\"}' WHERE seq = 5").unwrap();
    let mut content = 5_u64.to_le_bytes().to_vec();
    let columns = "at, person, machine, month, deed, changes, reason";
    let texts: [String; 7] = db
        .query_row(&format!("SELECT {columns} FROM journal WHERE seq = 5"), [], |row| {
            Ok(std::array::from_fn(|column| row.get(column).unwrap()))
        })
        .unwrap();
    for text in &texts {
        chain::put(&mut content, Some(text.as_bytes()));
    }
    let before: [u8; 32] =
        db.query_row("SELECT chain FROM journal WHERE seq = 4", [], |row| row.get(0)).unwrap();
    let link = chain::link(&before, &content);
    db.execute("UPDATE journal SET chain = ?1 WHERE seq = 5", [link]).unwrap();
    db.execute("UPDATE head SET chain = ?1", [link]).unwrap();
    drop(db);
    let mut workspace = open(&dir, Access::Read);
    let found = workspace.events(month("2026-10")).unwrap();
    assert_eq!(found, Found { items: events.clone(), damage: None }, "other months do not suffer");
    let found = workspace.events(None).unwrap();
    assert_eq!(found.damage, Some(Damage { after: 4, what: DamageSort::Unreadable }));
    assert_eq!(found.items, events);
}

#[test]
fn files_that_are_no_journal_are_left_as_they_are() {
    let fault = |bytes: &[u8]| {
        let (_temp, dir, _) = filled(1);
        drop(open(&dir, Access::Write));
        let db = dir.join("kyukan.db");
        fs::write(&db, bytes).unwrap();
        let before = names(&dir);
        let error = Workspace::open(&dir, who(), Access::Write, clock()).unwrap_err();
        assert_eq!((fs::read(&db).unwrap().as_slice(), names(&dir)), (bytes, before));
        let WorkspaceError::Database { path, fault, backup } = error else { panic!("{error:?}") };
        assert_eq!(path, db);
        assert_eq!(backup, Some(dir.join("backup/kyukan-20261102-093000.db")));
        fault
    };
    assert_eq!(fault(b""), DatabaseFault::Empty);
    assert_eq!(fault(b"PK\x03\x04"), DatabaseFault::NotADatabase);
    assert_eq!(fault(&[b'x'; 5000]), DatabaseFault::NotADatabase);
    assert_eq!(fault(b"SQLite format 3\0"), DatabaseFault::NotADatabase);
    let temp = tempfile::tempdir().unwrap();
    let other = temp.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE a (b); PRAGMA user_version = 1").unwrap();
    assert_eq!(fault(&fs::read(other).unwrap()), DatabaseFault::Foreign);
}

#[test]
fn a_newer_database_is_not_touched() {
    let (_temp, dir, _) = filled(1);
    tamper(&dir, "PRAGMA user_version = 7");
    let before = (fs::read(dir.join("kyukan.db")).unwrap(), names(&dir));
    for access in [Access::Read, Access::Write] {
        let error = Workspace::open(&dir, who(), access, clock()).unwrap_err();
        assert_eq!(error, WorkspaceError::Newer { path: dir.join("kyukan.db"), found: 7, known: 1 });
    }
    assert_eq!((fs::read(dir.join("kyukan.db")).unwrap(), names(&dir)), before);
}

/// Changes the database behind the program's back, without the triggers.
fn tamper(dir: &Path, statement: &str) {
    raw(dir).execute_batch(statement).unwrap();
}

fn raw(dir: &Path) -> Connection {
    let db = Connection::open(dir.join("kyukan.db")).unwrap();
    db.pragma_update(None, "foreign_keys", false).unwrap();
    let triggers: Vec<String> = db
        .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        .unwrap()
        .query_map([], |row| row.get(0))
        .unwrap()
        .collect::<Result<_, _>>()
        .unwrap();
    for trigger in triggers {
        db.execute_batch(&format!("DROP TRIGGER {trigger}")).unwrap();
    }
    db
}

fn remove_logs(dir: &Path) {
    for name in ["kyukan.db-wal", "kyukan.db-shm"] {
        drop(fs::remove_file(dir.join(name)));
    }
}
