//! Leaves out what would be written again as it was written last.

use crate::app::write::PlannedFile;
use crate::domain::month::Timestamp;
use crate::format::exchange::FileKind;
use crate::format::exchange::name::{FileName, NameReading, read as read_name};
use crate::store::Earlier;
use std::collections::{BTreeMap, BTreeSet};

/// Files that go out together or not at all.
type Group = String;

/// Names without their timestamps, and contents.
type Contents<'a> = BTreeSet<(String, &'a [u8])>;

/// Takes out every group of files that says what the last one of it said. The plan for providers is not touched: what
/// they have of it is known row by row.
pub(super) fn leave_out(files: &mut Vec<PlannedFile>, earlier: &Earlier) {
    let planned = files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    let planned = by_group(planned);
    let repeated: BTreeSet<&Group> = planned
        .iter()
        .filter(|(group, contents)| last_contents(earlier, group).as_ref() == Some(*contents))
        .map(|(group, _)| group)
        .collect();
    let is_repeated: Vec<bool> =
        files.iter().map(|file| group(&file.name).is_some_and(|group| repeated.contains(&group))).collect();
    let mut is_repeated = is_repeated.into_iter();
    files.retain(|_| !is_repeated.next().unwrap_or_default());
}

fn last_contents<'a>(earlier: &'a Earlier, wanted: &Group) -> Option<Contents<'a>> {
    earlier.submissions.iter().rev().find_map(|submission| {
        let files = submission.sending.files.iter();
        by_group(files.map(|file| (file.name.as_str(), file.bytes.as_slice()))).remove(wanted)
    })
}

fn by_group<'a>(files: impl Iterator<Item = (&'a str, &'a [u8])>) -> BTreeMap<Group, Contents<'a>> {
    let mut groups = BTreeMap::<Group, Contents<'a>>::new();
    for (name, bytes) in files {
        let Some(group) = group(name) else { continue };
        let contents = groups.entry(group).or_default();
        // A spreadsheet holds the time at which it was made; its text lies beside it.
        if name.rsplit_once('.').is_none_or(|(_, ending)| ending != "xlsx") {
            contents.insert((timeless(name), bytes));
        }
    }
    groups
}

fn exchange_name(name: &str) -> Option<FileName> {
    match read_name(name.rsplit('/').next()?) {
        NameReading::Exchange(name) => Some(name),
        _ => None,
    }
}

/// `None` for files that are never left out here.
fn group(name: &str) -> Option<Group> {
    match exchange_name(name) {
        Some(name) => matches!(name.kind, FileKind::Upjsk | FileKind::Dltjsk)
            .then(|| format!("{} {}", name.sender, name.receiver)),
        None => name.rsplit_once('.').map(|(stem, _)| stem.to_owned()),
    }
}

fn timeless(name: &str) -> String {
    match exchange_name(name) {
        Some(name) => FileName { timestamp: Timestamp::default(), ..name }.build(),
        None => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::write::{Baseline, RowChanges, Why};
    use crate::store::workspace::{Sending, SentFile, Submission};

    const ACTUALS: &str = "1379900010/UPJSK_202610_1379900028_11_1379900010_43_20261105093000.CSV";
    const ACTUALS_LATER: &str = "1379900010/UPJSK_202610_1379900028_11_1379900010_43_20261106093000.CSV";
    const DELETE: &str = "1379900010/DLTJSK_202610_1379900028_11_1379900010_43_20261105093000.CSV";
    const PLAN: &str = "1379900028/UPPLAN_202610_1379900010_43_1379900028_11_20261105093000.CSV";
    const ASKED: [&str; 2] =
        ["1379900028/INQUIRY_202610_1379900028.txt", "1379900028/INQUIRY_202610_1379900028.xlsx"];

    fn earlier(rounds: &[&[(&str, &str)]]) -> Earlier {
        let sent = |(name, bytes): &(&str, &str)| SentFile {
            name: (*name).to_owned(),
            kind: String::new(),
            receiver: String::new(),
            hash: String::new(),
            bytes: bytes.as_bytes().to_vec(),
        };
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-05T09:30:00+09:00").unwrap();
        let submission = |(id, files): (u64, &&[(&str, &str)])| {
            let sending =
                Sending { month: None, folder: String::new(), files: files.iter().map(sent).collect() };
            Submission { id, event: id, at, person: String::new(), sending }
        };
        Earlier { submissions: (1..).zip(rounds).map(submission).collect() }
    }

    fn left(planned: &[(&str, &str)], earlier: &Earlier) -> Vec<String> {
        let file = |(name, bytes): &(&str, &str)| PlannedFile {
            name: (*name).to_owned(),
            bytes: bytes.as_bytes().to_vec(),
            why: Why::CallList,
            rows: RowChanges::default(),
            baseline: Baseline::Nothing,
        };
        let mut files = planned.iter().map(file).collect();
        leave_out(&mut files, earlier);
        files.into_iter().map(|file| file.name).collect()
    }

    #[test]
    fn what_says_the_same_is_left_out() {
        let before = earlier(&[&[(ACTUALS, "1"), (ASKED[0], "a"), (ASKED[1], "x"), (PLAN, "p")]]);
        assert_eq!(left(&[(ACTUALS_LATER, "1"), (ASKED[0], "a"), (ASKED[1], "y")], &before), [""; 0]);
        assert_eq!(left(&[(ACTUALS_LATER, "2")], &before), [ACTUALS_LATER]);
        assert_eq!(left(&[(ASKED[0], "b"), (ASKED[1], "y")], &before), ASKED);
        assert_eq!(left(&[(PLAN, "p")], &before), [PLAN], "known row by row");
    }

    #[test]
    fn only_the_last_writing_counts_and_all_of_it() {
        let before = earlier(&[&[(ACTUALS, "1")], &[(ACTUALS, "2")]]);
        assert_eq!(left(&[(ACTUALS_LATER, "1")], &before), [ACTUALS_LATER]);
        assert_eq!(left(&[(ACTUALS_LATER, "2")], &before), [""; 0]);
        assert_eq!(left(&[(ACTUALS_LATER, "2"), (DELETE, "3")], &before), [ACTUALS_LATER, DELETE]);
    }
}
