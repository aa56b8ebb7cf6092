//! Received files and written files together give the revised month.

use super::house::{Memory, arrivals, change, fold, mixed, options, write, write_after};
use kyukan::app::decisions::Decisions;
use kyukan::app::demo::OfficeSort;
use kyukan::app::month::Month;
use kyukan::app::standing::{Origin, StandingRow, standing};
use kyukan::app::write::{RecordFault, Sent, Why, WriteOptions, WritePlan, WriteWarning};
use kyukan::domain::decision::{ArrivalChoice, RowContent, Subject, Value, Verdict};
use kyukan::domain::ids::{ClientKey, OfficeNumber};
use kyukan::domain::month::Timestamp;
use kyukan::domain::row::FileIndex;
use kyukan::format::exchange::{Edition, FileKind};
use std::collections::BTreeSet;

type Rows = Vec<(ClientKey, OfficeNumber, RowContent)>;

fn sorted(rows: impl Iterator<Item = (ClientKey, OfficeNumber, RowContent)>) -> Rows {
    let mut rows: Rows = rows.collect();
    rows.sort();
    rows
}

fn months() -> Vec<(String, Memory)> {
    let mut out: Vec<(String, Memory)> =
        ["v4", "v3", "prevention"].map(|name| (name.to_owned(), Memory::sample(name))).to_vec();
    for seed in 1..=3 {
        let v4 = Memory::invented(25, seed, Edition::V4, OfficeSort::CareManagement);
        let v3 = Memory::invented(25, seed, Edition::V3, OfficeSort::CareManagement);
        let prevention = Memory::invented(25, seed, Edition::V4, OfficeSort::Prevention);
        out.extend([
            (format!("v4 {seed}"), v4),
            (format!("v3 {seed}"), v3),
            (format!("prevention {seed}"), prevention),
        ]);
    }
    out
}

/// What stands on both sides.
fn stands(month: &Month, decisions: &Decisions) -> [Rows; 2] {
    let mut sides = [Rows::new(), Rows::new()];
    for (position, rows) in month.clients.iter().enumerate() {
        let standing = standing(month, position, decisions);
        let row = |row: &StandingRow| (rows.client, row.provider, row.content.clone());
        sides[0].extend(standing.plan.iter().map(row));
        sides[1].extend(standing.actual.iter().map(row));
    }
    sides.map(|rows| sorted(rows.into_iter()))
}

/// What is in force on both sides.
fn in_force(month: &Month) -> [Rows; 2] {
    let of = |blocks: fn(&kyukan::app::month::ClientRows) -> &Vec<(FileIndex, u32)>| {
        sorted(month.clients.iter().flat_map(|rows| {
            month
                .rows(blocks(rows))
                .map(|row| (rows.client, row.row.provider, RowContent::of(row.row, row.detail)))
        }))
    };
    [of(|rows| &rows.plan), of(|rows| &rows.actual)]
}

fn assert_same(name: &str, side: &str, found: &Rows, expected: &Rows) {
    let missing: Vec<_> = expected.iter().filter(|row| !found.contains(row)).take(3).collect();
    let extra: Vec<_> = found.iter().filter(|row| !expected.contains(row)).take(3).collect();
    assert!(found == expected, "{name} {side}: missing {missing:?}, extra {extra:?}");
}

/// Reads everything back and compares it with what stands.
fn check(name: &str, source: &Memory, month: &Month, decisions: &Decisions) -> WritePlan {
    let plan = write(source, month, decisions);
    let again = source.with(&plan).open();
    let ([plan_stands, actual_stands], [plan_found, actual_found]) =
        (stands(month, decisions), in_force(&again));
    assert_same(name, "plan", &plan_found, &plan_stands);
    assert_same(name, "actual", &actual_found, &actual_stands);
    let left: BTreeSet<&str> = again.differences().map(|difference| difference.id.as_str()).collect();
    for difference in month.differences() {
        let held = decisions.client(difference.client).decision(&difference.id);
        let is_final = held.is_some_and(|held| held.value.verdict.is_final());
        assert_eq!(left.contains(difference.id.as_str()), !is_final, "{name}: {difference:?}");
    }
    let open = month.differences().count() - final_decisions(month, decisions);
    assert_eq!(left.len(), open, "{name}: only what is open is left");
    plan
}

fn final_decisions(month: &Month, decisions: &Decisions) -> usize {
    let held = month.differences().filter_map(|d| decisions.client(d.client).decision(&d.id));
    held.filter(|held| held.value.verdict.is_final()).count()
}

#[test]
fn without_decisions_no_plan_is_sent_again() {
    for (name, source) in months() {
        let month = source.open();
        let plan = check(&name, &source, &month, &Decisions::default());
        for file in &plan.files {
            assert!(matches!(file.why, Why::Actuals { .. }), "{name}: {} {:?}", file.name, file.why);
            assert!(file.rows.is_nothing(), "{name}: {} {:?}", file.name, file.rows);
        }
        let gaiji = |warning: &WriteWarning| {
            matches!(warning, WriteWarning::ClientLeftOut { kind: FileKind::Upjsk, item_no: 18 | 21, fault: found, .. }
                if matches!(found, RecordFault::Character { character: '\u{e000}', .. }))
        };
        let faulty = usize::from(["v4", "v3", "prevention"].contains(&name.as_str()));
        assert!(plan.warnings.len() == faulty && plan.warnings.iter().all(gaiji), "{:?}", plan.warnings);
    }
}

#[test]
fn any_mix_of_decisions_reads_back_into_the_same_month() {
    for (name, source) in months() {
        let month = source.open();
        let mut changes = mixed(&month);
        changes.extend(arrivals(&month, &ArrivalChoice::AsPlanned));
        let decisions = fold(changes);
        let plan = check(&name, &source, &month, &decisions);
        assert!(plan.files.iter().any(|file| matches!(file.why, Why::RevisedPlan { .. })), "{name}");
        let units: BTreeSet<&str> =
            plan.files.iter().filter_map(|file| file.name.strip_suffix(".CSV")?.rsplit('_').next()).collect();
        assert_eq!(units.len(), 1, "{name}: one timestamp");
    }
}

#[test]
fn all_adopted_and_all_kept_read_back_without_differences() {
    for (name, source) in months() {
        let month = source.open();
        for verdict in [Verdict::Adopt, Verdict::Keep] {
            let changes = month.differences().map(|d| super::house::decided(d, verdict.clone())).collect();
            check(&name, &source, &month, &fold(changes));
        }
    }
}

#[test]
fn a_withdrawn_provider_gets_a_delete_file_and_the_others_the_plan_without_it() {
    for (name, source) in months() {
        let month = source.open();
        let position = month.comparisons.iter().position(|client| {
            let providers: BTreeSet<_> = client.lines.iter().map(|line| line.provider).collect();
            providers.len() > 1 && client.lines.iter().all(|line| line.arrived)
        });
        let comparison = &month.comparisons[position.unwrap()];
        let (client, provider) = (comparison.client, comparison.lines[0].provider);
        let decisions = fold(vec![change(Subject::Withdrawal { client, provider }, Value::Withdrawn)]);
        let plan = write(&source, &month, &decisions);
        let whys: Vec<Why> = plan.files.iter().map(|file| file.why).collect();
        assert!(whys.contains(&Why::DeletePlan { to: provider }), "{name}: {whys:?}");
        assert!(whys.iter().any(|why| matches!(why, Why::DeleteActuals { .. })), "{name}: {whys:?}");
        assert!(!whys.contains(&Why::RevisedPlan { to: provider }), "{name}");
        let again = source.with(&plan).open();
        let [plan_stands, actual_stands] = stands(&month, &decisions);
        let [plan_found, actual_found] = in_force(&again);
        assert_same(&name, "plan", &plan_found, &plan_stands);
        assert_same(&name, "actual", &actual_found, &actual_stands);
    }
}

/// Rows that nobody touched are written as they were received, to the byte.
#[test]
fn untouched_rows_keep_their_bytes() {
    for (name, source) in [("v4", Memory::sample("v4")), ("v3", Memory::sample("v3"))] {
        let month = source.open();
        let decisions = fold(mixed(&month));
        let plan = write(&source, &month, &decisions);
        let written = |why: fn(&Why) -> bool| -> BTreeSet<Vec<u8>> {
            let files = plan.files.iter().filter(|file| why(&file.why));
            files.flat_map(|file| file.bytes.split_inclusive(|b| *b == b'\n').map(<[u8]>::to_vec)).collect()
        };
        let plans = written(|why| matches!(why, Why::RevisedPlan { .. }));
        let actuals = written(|why| matches!(why, Why::Actuals { .. }));
        let left_out: Vec<ClientKey> = plan
            .warnings
            .iter()
            .filter_map(|warning| match warning {
                WriteWarning::ClientLeftOut { client, .. } => Some(*client),
                _ => None,
            })
            .collect();
        let mut seen = [0, 0];
        for (position, rows) in month.clients.iter().enumerate() {
            if left_out.contains(&rows.client) {
                continue;
            }
            let standing = standing(&month, position, &decisions);
            let is_revised = standing.plan.iter().any(|row| row.is_changed);
            for row in standing.plan.iter().filter(|row| is_revised && !row.is_changed) {
                assert!(plans.contains(&line(&source, &month, row)), "{name}: {row:?}");
                seen[0] += 1;
            }
            for row in standing.actual.iter().filter(|row| !row.is_changed) {
                assert!(actuals.contains(&line(&source, &month, row)), "{name}: {row:?}");
                seen[1] += 1;
            }
        }
        assert!(seen[0] > 50 && seen[1] > 200, "{name}: {seen:?}");
    }
}

/// The received line that a row is based on.
fn line(source: &Memory, month: &Month, row: &StandingRow) -> Vec<u8> {
    assert_ne!(row.origin, Origin::Typed);
    let path = &month.file(row.file).unwrap().path;
    let mut lines = source.bytes(path).split_inclusive(|byte| *byte == b'\n');
    // One of the samples ends its lines with LF alone, which is not written.
    let line = lines.nth(row.line as usize - 1).unwrap().trim_ascii_end();
    [line, b"\r\n"].concat()
}

#[test]
fn a_clock_that_is_behind_is_told_and_corrected() {
    let source = Memory::sample("v4");
    let month = source.open();
    let options = WriteOptions { newest_known: Timestamp(20_261_231_235_959), ..options() };
    let plan = write_after(&source, &month, &Decisions::default(), &Sent::default(), &options);
    let (clock, used) = (Timestamp(20_261_107_093_015), Timestamp(20_270_101_000_000));
    assert_eq!(plan.warnings[0], WriteWarning::ClockBehind { clock, used });
    assert!(plan.files.iter().all(|file| file.name.ends_with("_20270101000000.CSV")));
}
