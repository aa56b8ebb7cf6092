use super::*;
use rusqlite::Connection;

fn import(number: u32, of: Option<ServiceMonth>) -> Import {
    Import {
        hash: format!("{number:064x}"),
        name: format!("UPJSK_{number}.CSV"),
        path: "受信/11月.zip".to_owned(),
        size: u64::from(number) * 1000,
        month: of,
        outcome: "new".to_owned(),
    }
}

fn sending(of: &str, bytes: &[&[u8]]) -> Sending {
    let file = |(number, bytes): (usize, &&[u8])| SentFile {
        name: format!("UPPLAN_{number}.CSV"),
        kind: "UPPLAN".to_owned(),
        receiver: "1379900028".to_owned(),
        hash: blake3::hash(bytes).to_string(),
        bytes: bytes.to_vec(),
    };
    let files = bytes.iter().enumerate().map(file).collect();
    Sending { month: month(of), folder: format!("{of}/20261102-0930"), files }
}

fn with_records() -> (tempfile::TempDir, PathBuf) {
    let (temp, dir) = new_workspace();
    let mut workspace = open(&dir, Access::Write);
    let taken = Draft {
        month: None,
        deed: Deed::Import { new: 2, known: 1, refused: 0 },
        changes: Vec::new(),
        reason: String::new(),
    };
    let imports = vec![import(1, month("2026-10")), import(2, None), import(3, month("2026-09"))];
    let records = Records { imports, submission: None };
    workspace.append_with(&taken, &records, 0).unwrap();
    workspace.append(&draft(1, month("2026-10")), 1).unwrap();
    for (seq, of, bytes) in [(2, "2026-10", &[&b"1,\0\xff"[..], b""][..]), (3, "2026-09", &[b"3"])] {
        let deed = Deed::Write { folder: "x".to_owned(), files: 1 };
        let sent = Draft { month: month(of), deed, changes: Vec::new(), reason: String::new() };
        let records = Records { imports: Vec::new(), submission: Some(sending(of, bytes)) };
        workspace.append_with(&sent, &records, seq).unwrap();
    }
    (temp, dir)
}

#[test]
fn records_are_kept_with_their_events() {
    let (_temp, dir) = with_records();
    let mut workspace = open(&dir, Access::Read);
    let imports = workspace.imports(None).unwrap();
    assert_eq!(imports.damage, None);
    let expected: Vec<ImportRow> =
        [import(1, month("2026-10")), import(2, None), import(3, month("2026-09"))]
            .into_iter()
            .zip(1..)
            .map(|(import, id)| ImportRow { id, event: 1, at: time("2026-11-02T09:30:00.123+09:00"), import })
            .collect();
    assert_eq!(imports.items, expected);
    assert_eq!(workspace.imports(month("2026-10")).unwrap().items, expected[..2]);
    let sent = workspace.submissions(None).unwrap();
    assert_eq!(sent.damage, None);
    let summary: Vec<_> = sent.items.iter().map(|row| (row.id, row.event, row.person.as_str())).collect();
    assert_eq!(summary, [(1, 3, "試験 花子"), (2, 4, "試験 花子")]);
    assert_eq!(sent.items[0].sending, sending("2026-10", &[b"1,\0\xff", b""]));
    assert_eq!(workspace.submissions(month("2026-09")).unwrap().items, sent.items[1..]);
    assert_eq!(workspace.events(None).unwrap().items.len(), 4);
}

#[test]
fn records_of_a_refused_event_are_not_written() {
    let (_temp, dir) = with_records();
    let mut workspace = open(&dir, Access::Write);
    let records = Records { imports: vec![import(9, None)], submission: Some(sending("2026-10", &[])) };
    let refused = workspace.append_with(&draft(9, None), &records, 3);
    assert!(matches!(refused, Err(AppendError::Conflict { last: 4, .. })));
    assert_eq!(workspace.imports(None).unwrap().items.len(), 3);
    assert_eq!(workspace.submissions(None).unwrap().items.len(), 2);
}

#[test]
fn altered_and_missing_records_are_found() {
    let damage_of = |statement: &str| {
        let (_temp, dir) = with_records();
        let db = Connection::open(dir.join("kyukan.db")).unwrap();
        db.pragma_update(None, "foreign_keys", false).unwrap();
        for table in ["imports", "submissions", "sent_files"] {
            db.execute_batch(&format!(
                "DROP TRIGGER {table}_are_not_changed; DROP TRIGGER {table}_are_not_cut"
            ))
            .unwrap();
        }
        db.execute_batch(statement).unwrap();
        drop(db);
        let mut workspace = open(&dir, Access::Read);
        let imports = workspace.imports(None).unwrap();
        let sent = workspace.submissions(None).unwrap();
        let damage = |damage: Option<Damage>| damage.map(|damage| (damage.after, damage.what));
        (imports.items.len(), damage(imports.damage), sent.items.len(), damage(sent.damage))
    };
    let (altered, missing) = (DamageSort::Altered, DamageSort::Missing);
    let some = |after, what: &DamageSort| Some((after, what.clone()));
    for column in ["name = 'x'", "size = 7", "month = NULL", "outcome = 'known'", "path = ''", "event = 2"] {
        let statement = format!("UPDATE imports SET {column} WHERE id = 2");
        let expected = if column == "month = NULL" { (3, None) } else { (1, some(1, &altered)) };
        let found = damage_of(&statement);
        assert_eq!((found.0, found.1), expected, "{column}");
    }
    assert_eq!(damage_of("DELETE FROM imports WHERE id = 3"), (2, some(2, &missing), 2, None));
    assert_eq!(damage_of("DELETE FROM submissions WHERE id = 1"), (3, None, 0, some(0, &missing)));
    assert_eq!(
        damage_of("UPDATE sent_files SET bytes = x'34' WHERE submission = 2"),
        (3, None, 1, some(1, &altered))
    );
    assert_eq!(damage_of("DELETE FROM sent_files WHERE place = 1"), (3, None, 0, some(0, &altered)));
}
