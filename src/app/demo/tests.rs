//! Tests of the whole month.

use super::*;
use crate::domain::ids::{InsurerNumber, ServiceCode};
use crate::format::exchange::kinds::FileKind;
use crate::format::exchange::name::{FileName, NameReading, read};
use crate::format::rows::{RowSplitter, content};
use crate::format::sjis::Encoding;
use std::collections::{BTreeMap, BTreeSet};

/// A small office's month.
pub(super) fn options() -> DemoOptions {
    DemoOptions {
        clients: 30,
        providers: 12,
        managers: 3,
        seed: 7,
        edition: Edition::V4,
        month: ServiceMonth::new(2026, 10).unwrap(),
        office: OfficeSort::CareManagement,
        differences_per_mille: 30,
        faults: false,
    }
}

pub(super) fn setting(options: &DemoOptions) -> Setting {
    Setting::of(options)
}

/// Both editions and both sorts of office.
fn variants() -> Vec<DemoOptions> {
    let mut variants = Vec::new();
    for edition in [Edition::V3, Edition::V4] {
        for office in [OfficeSort::CareManagement, OfficeSort::Prevention] {
            variants.push(DemoOptions { edition, office, ..options() });
        }
    }
    variants
}

fn rows(bytes: &[u8]) -> Vec<Vec<Vec<u8>>> {
    let mut splitter = RowSplitter::new(bytes, 0);
    let mut rows = Vec::new();
    while splitter.next_row().is_some() {
        rows.push(splitter.cells().iter().map(|cell| content(cell.of(bytes)).into_owned()).collect());
    }
    rows
}

fn name(file: &DemoFile) -> FileName {
    match read(&file.name) {
        NameReading::Exchange(name) => name,
        other => panic!("{}: {other:?}", file.name),
    }
}

fn of_kind(month: &DemoMonth, kind: FileKind) -> impl Iterator<Item = (FileName, &DemoFile)> {
    month.files.iter().map(|file| (name(file), file)).filter(move |(name, _)| name.kind == kind)
}

#[test]
fn the_same_options_give_the_same_bytes() {
    for options in variants() {
        let options = DemoOptions { faults: true, ..options };
        assert_eq!(demo_month(&options).unwrap(), demo_month(&options).unwrap());
    }
    let other = demo_month(&DemoOptions { seed: 8, ..options() }).unwrap();
    assert_ne!(demo_month(&options()).unwrap().files, other.files);
}

#[test]
fn names_and_rows_are_strictly_those_of_the_edition() {
    for options in variants() {
        let month = demo_month(&options).unwrap();
        let names: BTreeSet<&str> = month.files.iter().map(|file| file.name.as_str()).collect();
        assert_eq!(names.len(), month.files.len(), "no name twice");
        for kind in [
            FileKind::Upplan,
            FileKind::Upsikyu,
            FileKind::Uphosoku,
            FileKind::Upjsk,
            FileKind::Dltplan,
            FileKind::Dltjsk,
        ] {
            assert!(of_kind(&month, kind).next().is_some(), "{kind} {options:?}");
        }
        for file in &month.files {
            let name = name(file);
            assert!(!name.is_odd && name.edition() == options.edition, "{}", file.name);
            assert_eq!(Encoding::Ms932.fault(&file.bytes), None);
            let rows = rows(&file.bytes);
            assert!(!rows.is_empty());
            for row in rows {
                assert_eq!(row.len(), name.kind.width(options.edition), "{}", file.name);
            }
        }
    }
}

#[test]
fn every_value_is_one_of_its_column() {
    for options in variants() {
        let month = demo_month(&options).unwrap();
        for file in &month.files {
            let kind = name(file).kind;
            let columns: Vec<_> =
                crate::format::exchange::layout::columns_of(kind.columns(), options.edition).collect();
            for row in rows(&file.bytes) {
                for (column, cell) in columns.iter().zip(&row) {
                    let text = Encoding::Ms932.decode(cell).into_owned();
                    let wrong = || format!("{kind} {} {text:?}", column.name);
                    assert!(text.is_empty() || column.ty.accepts(&text), "{}", wrong());
                    assert!(text.is_empty() || column.knows_code(&text), "{}", wrong());
                    let most = column.max_len(options.edition).max(column.tolerated_len);
                    assert!(most.is_none_or(|most| text.chars().count() <= usize::from(most)), "{}", wrong());
                }
                assert!(InsurerNumber::from_bytes(&row[1]).unwrap().check_digit_fits());
            }
        }
    }
}

/// A client's numbers and rows.
type ByClient = BTreeMap<(Vec<u8>, Vec<u8>), Vec<Vec<Vec<u8>>>>;

/// Rows of each client in a file.
fn by_client(file: &DemoFile) -> ByClient {
    let mut clients: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for row in rows(&file.bytes) {
        clients.entry((row[1].clone(), row[2].clone())).or_default().push(row);
    }
    clients
}

#[test]
fn every_copy_of_a_plan_is_the_same_and_all_its_providers_have_it() {
    for options in variants() {
        let month = demo_month(&options).unwrap();
        for kind in [FileKind::Upplan, FileKind::Upsikyu, FileKind::Uphosoku] {
            let mut known = BTreeMap::new();
            let mut sent = BTreeSet::new();
            for (name, file) in of_kind(&month, kind) {
                for (client, rows) in by_client(file) {
                    sent.insert((client.clone(), name.receiver, name.receiver_kind));
                    let first = known
                        .entry((client.clone(), name.timestamp.0 / 1_000_000))
                        .or_insert_with(|| rows.clone());
                    assert_eq!(*first, rows, "{}", file.name);
                }
            }
            if kind == FileKind::Upplan {
                assert_eq!(known.len(), 31, "30 clients, one of them with a revised plan");
                let office_at = if options.edition == Edition::V4 { 19 } else { 16 };
                for ((client, _), rows) in known {
                    for row in rows {
                        let provider = OfficeNumber::from_bytes(&row[office_at]).unwrap();
                        let kind = ServiceCode::from_bytes(&row[14]).unwrap().kind();
                        let kind = (options.edition == Edition::V4).then_some(kind);
                        assert!(sent.contains(&(client.clone(), provider, kind)));
                    }
                }
            }
        }
    }
}

#[test]
fn every_class_is_planted() {
    for options in variants() {
        let month = demo_month(&DemoOptions { faults: true, ..options.clone() }).unwrap();
        for class in PlantedClass::ALL {
            let optional = *class == PlantedClass::FewerMonthlyDays;
            let found = month.planted.iter().any(|planted| planted.class == *class);
            assert!(found || optional, "{class:?} {options:?}");
        }
    }
}

#[test]
fn the_first_of_two_versions_holds_less() {
    for options in variants() {
        let month = demo_month(&options).unwrap();
        let resent = month.planted.iter().find(|planted| planted.class == PlantedClass::Resent).unwrap();
        let all: Vec<_> = of_kind(&month, FileKind::Upjsk).collect();
        let (later, holds) = all.iter().find(|(_, file)| Some(&file.name) == resent.file.as_ref()).unwrap();
        let is_first = |name: &FileName| {
            name.timestamp < later.timestamp
                && (name.sender, name.sender_kind) == (later.sender, later.sender_kind)
        };
        let (_, first) = all.iter().find(|(name, _)| is_first(name)).unwrap();
        let rows_of = |file: &DemoFile| rows(&file.bytes).into_iter().collect::<BTreeSet<_>>();
        assert!(rows_of(first).is_subset(&rows_of(holds)) && rows_of(first) != rows_of(holds));
    }
}

#[test]
fn without_differences_the_actuals_are_the_plan() {
    let month = demo_month(&DemoOptions { differences_per_mille: 0, ..options() }).unwrap();
    assert!(month.planted.iter().all(|planted| planted.class == PlantedClass::PercentComputed));
    let key = |row: &Vec<Vec<u8>>| {
        let units = if row[14].ends_with(b"9901") { Vec::new() } else { row[7].clone() };
        let mut key: Vec<Vec<u8>> =
            [1, 2, 9, 11, 12, 13, 14, 15, 16, 18, 19].iter().map(|at| row[*at].clone()).collect();
        key.push(units);
        key
    };
    let all = |kind| of_kind(&month, kind).flat_map(|(_, file)| rows(&file.bytes)).map(|row| key(&row));
    assert_eq!(all(FileKind::Upplan).collect::<BTreeSet<_>>(), all(FileKind::Upjsk).collect::<BTreeSet<_>>());
}

#[test]
fn more_clients_and_the_edition_do_not_change_a_plan() {
    let brief = |options: &DemoOptions, index| {
        let client = people::client(options, index);
        let plan = plan::plan_of(options, &client, &Offices::invent(options));
        plan.iter().map(Row::brief).collect::<Vec<_>>()
    };
    let larger = DemoOptions { clients: 3000, edition: Edition::V3, differences_per_mille: 200, ..options() };
    for index in 0..30 {
        assert_eq!(brief(&options(), index), brief(&larger, index));
        assert!(!brief(&larger, index).is_empty());
    }
}

#[test]
fn plans_stay_under_the_limit_but_for_a_few() {
    for office in [OfficeSort::CareManagement, OfficeSort::Prevention] {
        let options = DemoOptions { office, clients: 400, ..options() };
        let offices = Offices::invent(&options);
        let over = (0..400).map(|index| people::client(&options, index)).filter(|client| {
            sheet::managed_units(&plan::plan_of(&options, client, &offices)) > i64::from(client.limit)
        });
        assert!(over.count() <= 10);
    }
}

#[test]
fn sheets_add_up() {
    let month = demo_month(&options()).unwrap();
    for (_, file) in of_kind(&month, FileKind::Upsikyu) {
        for rows in by_client(file).values() {
            let number = |row: &Vec<Vec<u8>>, at: usize| {
                std::str::from_utf8(&row[at]).unwrap().parse::<i64>().unwrap_or(0)
            };
            let (total, others) = rows.split_last().unwrap();
            assert_eq!((&total[8][..], &total[6][..]), (&b"999999"[..], &b"9999999999"[..]));
            let details = others.iter().filter(|row| !row[8].ends_with(b"AAAA"));
            assert_eq!(details.clone().map(|row| number(row, 16)).sum::<i64>(), number(total, 16));
            assert_eq!(details.map(|row| number(row, 17)).sum::<i64>(), number(total, 17));
            for at in [20, 21, 23, 25, 27, 28] {
                assert_eq!(others.iter().map(|row| number(row, at)).sum::<i64>(), number(total, at), "{at}");
            }
        }
    }
}

#[test]
fn tiny_and_other_months_work() {
    for (clients, providers, managers) in [(0, 0, 0), (1, 1, 1), (3, 2, 1), (5, 40, 9)] {
        for (year, month) in [(2027, 2), (2026, 1), (2026, 12), (2026, 11)] {
            let month = ServiceMonth::new(year, month).unwrap();
            for options in variants() {
                let options = DemoOptions { clients, providers, managers, month, faults: true, ..options };
                assert!(!demo_month(&options).unwrap().files.is_empty());
            }
        }
    }
}

#[test]
fn everything_planted_is_told_in_one_line() {
    let month = demo_month(&DemoOptions { faults: true, ..options() }).unwrap();
    for planted in &month.planted {
        println!("{planted}");
    }
    assert!(month.planted.iter().all(|planted| planted.to_string().lines().count() == 1));
}

/// Run by hand: `cargo test --release demo -- --ignored --nocapture`.
#[test]
#[ignore = "a measurement"]
fn measure() {
    for (clients, providers, managers) in [(30, 12, 3), (400, 45, 10), (20_000, 1500, 500)] {
        let month = demo_month(&DemoOptions { clients, providers, managers, ..options() }).unwrap();
        let bytes: usize = month.files.iter().map(|file| file.bytes.len()).sum();
        let count = |prefix: &str| -> usize {
            let files = month.files.iter().filter(|file| file.name.starts_with(prefix));
            files.map(|file| rows(&file.bytes).len()).sum()
        };
        let files = month.files.len();
        println!(
            "{clients}: {files} files, UPPLAN {} rows, UPJSK {}, all {}, {bytes} bytes, {} planted",
            count("UPPLAN"),
            count("UPJSK"),
            count(""),
            month.planted.len()
        );
    }
}
