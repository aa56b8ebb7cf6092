//! What was sent before is not sent again.

use super::house::{Memory, decided, fold, options, write, write_after};
use kyukan::app::write::{Baseline, Sent, SentFile, Why, WriteOptions, WritePlan};
use kyukan::domain::decision::Verdict;
use kyukan::format::exchange::name::{NameReading, read};

fn sent(plan: &WritePlan) -> Sent {
    let file = |file: &kyukan::app::write::PlannedFile| match read(file.name.rsplit('/').next()?) {
        NameReading::Exchange(name) => Some(SentFile { name, bytes: file.bytes.clone() }),
        _ => None,
    };
    let files: Vec<SentFile> = plan.files.iter().filter_map(file).collect();
    assert_eq!(files.len(), plan.files.len());
    Sent { files }
}

fn plans(plan: &WritePlan) -> Vec<&kyukan::app::write::PlannedFile> {
    plan.files.iter().filter(|file| matches!(file.why, Why::RevisedPlan { .. })).collect()
}

#[test]
fn only_what_changed_since_is_sent_against_what_was_sent() {
    for name in ["v4", "v3"] {
        let source = Memory::sample(name);
        let month = source.open();
        let mut differences = month.differences().filter(|d| d.plan.is_some() && d.actual.is_none());
        let first = differences.next().unwrap();
        let second = differences.find(|other| other.client != first.client).unwrap();
        let once = fold(vec![decided(first, Verdict::Adopt)]);
        let plan = write(&source, &month, &once);
        assert!(!plans(&plan).is_empty());
        let revised = plans(&plan)[0];
        assert_eq!((revised.baseline, revised.rows.removed, revised.rows.added), (Baseline::Received, 1, 0));
        let later = WriteOptions { at: options().at + chrono::TimeDelta::days(1), ..options() };
        let again = write_after(&source, &month, &once, &sent(&plan), &later);
        assert_eq!(plans(&again).len(), 0, "{name}: nothing new");
        let twice = fold(vec![decided(first, Verdict::Adopt), decided(second, Verdict::Adopt)]);
        let more = write_after(&source, &month, &twice, &sent(&plan), &later);
        let insured = second.client.insured.to_string();
        for file in plans(&more) {
            let text = String::from_utf8_lossy(&file.bytes).into_owned();
            assert!(text.lines().all(|line| line.contains(&insured)), "{name}: only the second client");
        }
        let taken_back = write_after(&source, &month, &fold(vec![]), &sent(&plan), &later);
        let back = plans(&taken_back);
        assert_eq!(back.len(), plans(&plan).len());
        assert_eq!((back[0].baseline, back[0].rows.added, back[0].rows.removed), (Baseline::Sent, 1, 0));
    }
}

#[test]
fn all_clients_are_sent_when_that_is_asked() {
    let source = Memory::sample("v4");
    let month = source.open();
    let all = WriteOptions { all_clients: true, ..options() };
    let plan = write_after(&source, &month, &fold(vec![]), &Sent::default(), &all);
    assert!(plans(&plan).len() > 8);
    assert!(plans(&plan).iter().all(|file| file.rows.is_nothing() && file.rows.same == file.rows.total));
    let again = source.with(&plan).open();
    assert_eq!(again.differences().count(), month.differences().count());
}
