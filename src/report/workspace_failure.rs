//! What stands in the way of a workspace, in sentences: what happened, what was done, what helps.

use crate::domain::event::Seq;
use crate::i18n::visible::visible;
use crate::i18n::{Arg, Texts};
use crate::store::workspace::{
    AppendError, Barrier, Damage, DamageSort, DatabaseFault, Trouble, Warning, WorkspaceError,
};
use std::path::Path;

/// Why a workspace cannot be made, opened or read.
pub fn workspace_failure(texts: &Texts, error: &WorkspaceError) -> String {
    match error {
        WorkspaceError::NotEmpty(dir) => with_path(texts, "workspace-not-empty", dir),
        WorkspaceError::NoWorkspace(dir) => with_path(texts, "workspace-none", dir),
        WorkspaceError::Database { path, fault, backup } => {
            let id = match fault {
                DatabaseFault::Missing => "workspace-db-missing",
                DatabaseFault::Empty => "workspace-db-empty",
                DatabaseFault::NotADatabase => "workspace-db-unreadable",
                DatabaseFault::Foreign => "workspace-db-foreign",
            };
            joined(&[with_path(texts, id, path), backup_sentence(texts, backup.as_deref())])
        }
        WorkspaceError::Newer { path, found, known } => {
            let path = shown(path);
            let values =
                [("path", Arg::from(path.as_str())), ("found", (*found).into()), ("known", (*known).into())];
            texts.format("workspace-newer", &values)
        }
        WorkspaceError::Trouble { path, trouble } => trouble_sentence(texts, path, trouble),
    }
}

/// Why an event was not appended; `backup` is the newest copy of the database.
pub fn append_failure(texts: &Texts, error: &AppendError, backup: Option<&Path>) -> String {
    let first = texts.get("append-not-written");
    let reason = match error {
        AppendError::Conflict { since, .. } if since.is_empty() => texts.get("append-journal-shorter"),
        AppendError::Conflict { since, .. } => {
            texts.format("append-journal-longer", &[("count", Arg::from(since.len()))])
        }
        AppendError::ReadOnly(barrier) => barrier_sentence(texts, barrier),
        AppendError::Damaged(damage) => damage_sentence(texts, damage, backup),
        AppendError::Workspace(error) => workspace_failure(texts, error),
    };
    joined(&[first, reason])
}

/// Why a workspace is open for reading only.
pub fn barrier_sentence(texts: &Texts, barrier: &Barrier) -> String {
    match barrier {
        Barrier::Asked => texts.get("barrier-asked"),
        Barrier::Held(None) => texts.get("barrier-held-unknown"),
        Barrier::Held(Some(holder)) => {
            let (person, machine) = (visible(&holder.who.person), visible(&holder.who.machine));
            let since = holder.since.format("%Y-%m-%d %H:%M").to_string();
            let pid = holder.pid.to_string();
            let values = [
                ("person", Arg::from(person.as_ref())),
                ("machine", Arg::from(machine.as_ref())),
                ("since", Arg::from(since.as_str())),
                ("pid", Arg::from(pid.as_str())),
            ];
            texts.format("barrier-held", &values)
        }
        Barrier::Trouble { path, trouble } => {
            joined(&[trouble_sentence(texts, path, trouble), texts.get("barrier-reading")])
        }
    }
}

/// How far a journal is good; `backup` is the newest copy of the database.
pub fn damage_sentence(texts: &Texts, damage: &Damage, backup: Option<&Path>) -> String {
    let what = match &damage.what {
        DamageSort::Altered => texts.get("damage-altered"),
        DamageSort::Missing => texts.get("damage-missing"),
        DamageSort::Unreadable => texts.get("damage-unreadable"),
        DamageSort::Count => texts.get("damage-count"),
        DamageSort::Database(words) => {
            let words = visible(words);
            texts.format("damage-database", &[("reason", Arg::from(words.as_ref()))])
        }
    };
    joined(&[what, damage_extent(texts, damage.after), backup_sentence(texts, backup)])
}

fn damage_extent(texts: &Texts, after: Seq) -> String {
    texts.format("damage-extent", &[("count", Arg::from(after))])
}

/// What has to be told, but stops nothing.
pub fn workspace_warning(texts: &Texts, warning: &Warning) -> String {
    match warning {
        Warning::BackupFailed { path, trouble } => {
            joined(&[texts.get("warning-backup-failed"), trouble_sentence(texts, path, trouble)])
        }
        Warning::NewestLeftOut => texts.get("warning-newest-left-out"),
    }
}

fn backup_sentence(texts: &Texts, backup: Option<&Path>) -> String {
    match backup {
        Some(path) => with_path(texts, "workspace-backup", path),
        None => texts.get("workspace-no-backup"),
    }
}

fn trouble_sentence(texts: &Texts, path: &Path, trouble: &Trouble) -> String {
    let id = match trouble {
        Trouble::DiskFull => "trouble-disk-full",
        Trouble::Gone => "trouble-gone",
        Trouble::ReadOnly => "trouble-read-only",
        Trouble::InUse => "trouble-in-use",
        Trouble::Denied => "trouble-denied",
        Trouble::Other(words) => {
            let (path, words) = (shown(path), visible(words));
            let values = [("path", Arg::from(path.as_str())), ("reason", Arg::from(words.as_ref()))];
            return texts.format("trouble-other", &values);
        }
    };
    with_path(texts, id, path)
}

fn with_path(texts: &Texts, id: &str, path: &Path) -> String {
    texts.format(id, &[("path", Arg::from(shown(path).as_str()))])
}

fn shown(path: &Path) -> String {
    visible(&path.display().to_string()).into_owned()
}

/// Japanese sentences follow one another without a space.
pub(super) fn joined(sentences: &[String]) -> String {
    let mut text = String::new();
    for sentence in sentences {
        if text.ends_with(|last: char| last.is_ascii()) {
            text.push(' ');
        }
        text.push_str(sentence);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use crate::store::workspace::{Holder, Who};
    use chrono::DateTime;
    use std::path::PathBuf;

    fn path() -> PathBuf {
        PathBuf::from("/事業所/kyukan\u{1b}.db")
    }

    fn holder() -> Holder {
        Holder {
            who: Who { person: "試験 花子\u{1b}".to_owned(), machine: "受付PC".to_owned() },
            since: DateTime::parse_from_rfc3339("2026-11-02T09:30:12+09:00").unwrap(),
            pid: 4711,
        }
    }

    fn every_trouble() -> Vec<Trouble> {
        use Trouble::{Denied, DiskFull, Gone, InUse, Other, ReadOnly};
        vec![DiskFull, Gone, ReadOnly, InUse, Denied, Other("words\u{1b}".to_owned())]
    }

    fn every_sentence(texts: &Texts) -> Vec<String> {
        use DamageSort::{Altered, Count, Database, Missing, Unreadable};
        use DatabaseFault as Fault;
        let mut all = Vec::new();
        let error = |error: WorkspaceError| workspace_failure(texts, &error);
        for fault in [Fault::Missing, Fault::Empty, Fault::NotADatabase, Fault::Foreign] {
            for backup in [None, Some(path())] {
                all.push(error(WorkspaceError::Database { path: path(), fault, backup }));
            }
        }
        all.push(error(WorkspaceError::NotEmpty(path())));
        all.push(error(WorkspaceError::NoWorkspace(path())));
        all.push(error(WorkspaceError::Newer { path: path(), found: 7, known: 1 }));
        for trouble in every_trouble() {
            all.push(error(WorkspaceError::Trouble { path: path(), trouble }));
        }
        let barriers = [
            Barrier::Asked,
            Barrier::Held(None),
            Barrier::Held(Some(holder())),
            Barrier::Trouble { path: path(), trouble: Trouble::ReadOnly },
        ];
        all.extend(barriers.iter().map(|barrier| barrier_sentence(texts, barrier)));
        for what in [Altered, Missing, Unreadable, Count, Database("words\u{1b}".to_owned())] {
            all.push(damage_sentence(texts, &Damage { after: 12, what }, Some(&path())));
        }
        all.push(workspace_warning(texts, &Warning::NewestLeftOut));
        let (path, trouble) = (path(), Trouble::DiskFull);
        all.push(workspace_warning(texts, &Warning::BackupFailed { path, trouble }));
        all
    }

    #[test]
    fn every_failure_has_its_own_sentence_in_every_language() {
        for language in Language::ALL {
            let texts = Texts::new(*language);
            let all = every_sentence(&texts);
            for (place, text) in all.iter().enumerate() {
                assert!(!text.contains(['$', '{', '\u{1b}']) && text.len() > 20, "{language:?} {text}");
                assert!(text.ends_with(['.', '。']) && text.contains([' ', '。']), "{language:?} {text}");
                assert_eq!(all.iter().position(|other| other == text), Some(place), "{language:?} {text}");
            }
        }
    }

    #[test]
    fn who_writes_is_told_with_the_time() {
        let barrier = Barrier::Held(Some(holder()));
        assert_eq!(
            barrier_sentence(&Texts::new(Language::Ja), &barrier),
            "「試験 花子\u{241b}」さんが 2026-11-02 09:30 から「受付PC」で使っています（プロセス番号 4711）。閲覧だけで開きました。書くには、先にその人に閉じてもらってください。"
        );
        let english = barrier_sentence(&Texts::new(Language::En), &barrier);
        assert!(english.contains("since 2026-11-02 09:30"), "{english}");
    }

    #[test]
    fn what_was_not_written_says_so_first() {
        let texts = Texts::new(Language::Ja);
        let (path, trouble) = (PathBuf::from("/事業所/kyukan.db"), Trouble::DiskFull);
        let full = AppendError::Workspace(WorkspaceError::Trouble { path, trouble });
        assert_eq!(
            append_failure(&texts, &full, None),
            "今の操作は記録していません。ディスクがいっぱいで、「/事業所/kyukan.db」に書けません。これまでの記録は失われていません。空きを作ると、そのまま続けられます。"
        );
        for since in 0..3 {
            let event = || crate::domain::event::Event {
                seq: 1,
                at: holder().since,
                person: String::new(),
                machine: String::new(),
                month: None,
                deed: crate::domain::event::Deed::Decide,
                changes: Vec::new(),
                reason: String::new(),
            };
            let conflict = AppendError::Conflict { last: 9, since: (0..since).map(|_| event()).collect() };
            let text = append_failure(&texts, &conflict, None);
            assert_eq!(text.contains(&format!("{since}件")), since > 0, "{text}");
        }
        let damaged = AppendError::Damaged(Damage { after: 12, what: DamageSort::Missing });
        let backup = Path::new("/事業所/backup/kyukan-20261102-093000.db");
        let text = append_failure(&texts, &damaged, Some(backup));
        assert!(text.contains("12件") && text.contains("kyukan-20261102-093000.db"), "{text}");
        let refused = append_failure(&texts, &AppendError::ReadOnly(Barrier::Asked), None);
        assert!(refused.ends_with(&texts.get("barrier-asked")), "{refused}");
    }
}
