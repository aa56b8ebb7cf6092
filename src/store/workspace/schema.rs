//! The tables of the database and their versions.

use rusqlite_migration::{M, Migrations};

/// `kyuk`: marks the file as ours.
pub(super) const APPLICATION: u32 = 0x6b79_756b;

/// The newest version; every change of the tables adds a migration.
pub(super) const VERSION: u32 = 1;

const STEPS: &[M<'_>] = &[M::up(FIRST)];

pub(super) const MIGRATIONS: Migrations<'_> = Migrations::from_slice(STEPS);

/// `head` says how much there has to be, so that a cut table is found.
const FIRST: &str = "
    PRAGMA application_id = 1803122027;

    CREATE TABLE journal (
        seq INTEGER PRIMARY KEY CHECK (seq > 0),
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        machine TEXT NOT NULL,
        month TEXT,
        deed TEXT NOT NULL,
        changes TEXT NOT NULL,
        reason TEXT NOT NULL,
        chain BLOB NOT NULL CHECK (length(chain) = 32)
    ) STRICT;
    CREATE TRIGGER journal_is_without_gaps BEFORE INSERT ON journal
        WHEN new.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM journal)
        BEGIN SELECT raise(ABORT, 'the journal has no gaps'); END;
    CREATE TRIGGER journal_is_not_changed BEFORE UPDATE ON journal
        BEGIN SELECT raise(ABORT, 'the journal is never changed'); END;
    CREATE TRIGGER journal_is_not_cut BEFORE DELETE ON journal
        BEGIN SELECT raise(ABORT, 'nothing is taken out of the journal'); END;

    CREATE TABLE imports (
        id INTEGER PRIMARY KEY CHECK (id > 0),
        event INTEGER NOT NULL REFERENCES journal (seq),
        at TEXT NOT NULL,
        hash TEXT NOT NULL,
        name TEXT NOT NULL,
        path TEXT NOT NULL,
        size INTEGER NOT NULL,
        month TEXT,
        outcome TEXT NOT NULL,
        sum BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER imports_are_without_gaps BEFORE INSERT ON imports
        WHEN new.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM imports)
        BEGIN SELECT raise(ABORT, 'the imports have no gaps'); END;
    CREATE TRIGGER imports_are_not_changed BEFORE UPDATE ON imports
        BEGIN SELECT raise(ABORT, 'an import is never changed'); END;
    CREATE TRIGGER imports_are_not_cut BEFORE DELETE ON imports
        BEGIN SELECT raise(ABORT, 'no import is taken out'); END;

    CREATE TABLE submissions (
        id INTEGER PRIMARY KEY CHECK (id > 0),
        event INTEGER NOT NULL REFERENCES journal (seq),
        at TEXT NOT NULL,
        person TEXT NOT NULL,
        month TEXT,
        folder TEXT NOT NULL,
        sum BLOB NOT NULL
    ) STRICT;
    CREATE TRIGGER submissions_are_without_gaps BEFORE INSERT ON submissions
        WHEN new.id IS NOT (SELECT coalesce(max(id), 0) + 1 FROM submissions)
        BEGIN SELECT raise(ABORT, 'the submissions have no gaps'); END;
    CREATE TRIGGER submissions_are_not_changed BEFORE UPDATE ON submissions
        BEGIN SELECT raise(ABORT, 'a submission is never changed'); END;
    CREATE TRIGGER submissions_are_not_cut BEFORE DELETE ON submissions
        BEGIN SELECT raise(ABORT, 'no submission is taken out'); END;

    CREATE TABLE sent_files (
        submission INTEGER NOT NULL REFERENCES submissions (id),
        place INTEGER NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        receiver TEXT NOT NULL,
        hash TEXT NOT NULL,
        bytes BLOB NOT NULL,
        PRIMARY KEY (submission, place)
    ) STRICT;
    CREATE TRIGGER sent_files_are_not_replaced BEFORE INSERT ON sent_files
        WHEN EXISTS (SELECT 1 FROM sent_files WHERE submission = new.submission AND place = new.place)
        BEGIN SELECT raise(ABORT, 'a sent file is never replaced'); END;
    CREATE TRIGGER sent_files_are_not_changed BEFORE UPDATE ON sent_files
        BEGIN SELECT raise(ABORT, 'a sent file is never changed'); END;
    CREATE TRIGGER sent_files_are_not_cut BEFORE DELETE ON sent_files
        BEGIN SELECT raise(ABORT, 'no sent file is taken out'); END;

    CREATE TABLE head (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        seq INTEGER NOT NULL,
        chain BLOB NOT NULL CHECK (length(chain) = 32),
        imports INTEGER NOT NULL,
        submissions INTEGER NOT NULL
    ) STRICT;
    INSERT INTO head VALUES (1, 0, zeroblob(32), 0, 0);
    CREATE TRIGGER head_is_one BEFORE INSERT ON head
        BEGIN SELECT raise(ABORT, 'there is one journal'); END;
    CREATE TRIGGER head_only_grows BEFORE UPDATE ON head
        WHEN new.seq < old.seq OR new.imports < old.imports OR new.submissions < old.submissions
        BEGIN SELECT raise(ABORT, 'the journal only grows'); END;
    CREATE TRIGGER head_is_not_cut BEFORE DELETE ON head
        BEGIN SELECT raise(ABORT, 'the journal is never forgotten'); END;
";

#[cfg(test)]
mod tests {
    use super::*;
    use rusqlite::Connection;

    #[test]
    fn the_newest_tables_bear_mark_and_version() {
        let mut db = Connection::open_in_memory().unwrap();
        MIGRATIONS.to_latest(&mut db).unwrap();
        let number = |name: &str| db.query_row(&format!("PRAGMA {name}"), [], |row| row.get(0));
        assert_eq!(number("application_id"), Ok(APPLICATION));
        assert_eq!(number("user_version"), Ok(VERSION));
    }

    #[test]
    fn nothing_can_be_changed_or_taken_out() {
        let mut db = Connection::open_in_memory().unwrap();
        MIGRATIONS.to_latest(&mut db).unwrap();
        db.execute_batch(
            "INSERT INTO journal VALUES (1, 'at', 'who', 'pc', NULL, '{}', '[]', '', zeroblob(32));
             INSERT INTO imports VALUES (1, 1, 'at', 'hash', 'name', 'path', 0, NULL, 'new', x'');
             INSERT INTO submissions VALUES (1, 1, 'at', 'who', NULL, 'folder', x'');
             INSERT INTO sent_files VALUES (1, 0, 'name', 'kind', 'receiver', 'hash', x'');
             UPDATE head SET seq = 1, imports = 1, submissions = 1;",
        )
        .unwrap();
        let refused = [
            "UPDATE journal SET person = 'x'",
            "DELETE FROM journal",
            "INSERT OR REPLACE INTO journal VALUES (1, 'at', 'x', 'pc', NULL, '{}', '[]', '', zeroblob(32))",
            "INSERT INTO journal VALUES (3, 'at', 'x', 'pc', NULL, '{}', '[]', '', zeroblob(32))",
            "UPDATE imports SET name = 'x'",
            "DELETE FROM imports",
            "INSERT OR REPLACE INTO imports VALUES (1, 1, 'at', 'x', 'name', 'path', 0, NULL, 'new', x'')",
            "UPDATE submissions SET folder = 'x'",
            "DELETE FROM submissions",
            "INSERT OR REPLACE INTO submissions VALUES (1, 1, 'at', 'x', NULL, 'folder', x'')",
            "UPDATE sent_files SET bytes = x'00'",
            "DELETE FROM sent_files",
            "INSERT OR REPLACE INTO sent_files VALUES (1, 0, 'x', 'kind', 'receiver', 'hash', x'')",
            "UPDATE head SET seq = 0",
            "INSERT OR REPLACE INTO head VALUES (1, 0, zeroblob(32), 0, 0)",
            "DELETE FROM head",
        ];
        for statement in refused {
            let error = db.execute_batch(statement).unwrap_err();
            let code = error.sqlite_error_code();
            assert_eq!(code, Some(rusqlite::ErrorCode::ConstraintViolation), "{statement}");
        }
        let people: Vec<String> = db
            .prepare("SELECT person FROM journal")
            .unwrap()
            .query_map([], |row| row.get(0))
            .unwrap()
            .collect::<Result<_, _>>()
            .unwrap();
        assert_eq!(people, ["who"]);
    }
}
