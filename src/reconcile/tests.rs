//! The builder of invented rows that the tests of the comparison share.

mod by_hand;
mod equipment;
mod groups;
mod identity;
mod monthly;
mod properties;
mod prorated;
mod visits;

use super::{ClientComparison, Ground, RowRef, compare_client};
use crate::domain::codes::{BasisTable, SheetEvidence};
use crate::domain::difference::{Difference, PlacedRow};
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::{FileIndex, RowDetail, ServiceRow};
use crate::domain::time::VisitTime;
use rustc_hash::FxHashSet;

/// The provider of rows that name none.
const PROVIDER: &str = "1370000011";
/// Another provider.
const OTHER_PROVIDER: &str = "1370000029";

/// A row with what a comparison wants beside it.
#[derive(Clone, Debug)]
struct Given {
    row: ServiceRow,
    detail: Option<RowDetail>,
    file: FileIndex,
}

/// A row of one time; 100 units unless told.
fn visit(code: &str, day: u8, start: &str, end: &str) -> Given {
    let time = |hhmm: &str| VisitTime::from_hhmm(hhmm.parse().unwrap()).unwrap();
    Given {
        row: ServiceRow {
            provider: office(PROVIDER),
            code: ServiceCode::parse(code).unwrap(),
            day,
            count: 1,
            start: time(start),
            end: time(end),
            units: 100,
            over_30_days: false,
            satellite: *b"  ",
            detail: 0,
            line: 2,
            offset: 0,
        },
        detail: None,
        file: FileIndex(0),
    }
}

/// A row without times.
fn addition(code: &str, day: u8) -> Given {
    visit(code, day, "9999", "9999")
}

impl Given {
    fn count(mut self, count: u8) -> Self {
        self.row.count = count;
        self
    }

    fn units(mut self, units: i32) -> Self {
        self.row.units = units;
        self
    }

    fn day(mut self, day: u8) -> Self {
        self.row.day = day;
        self
    }

    fn by(mut self, provider: &str) -> Self {
        self.row.provider = office(provider);
        self
    }

    fn at(mut self, file: u32, line: u32) -> Self {
        self.file = FileIndex(file);
        self.row.line = line;
        self
    }

    fn tais(mut self, tais: &str) -> Self {
        tais.clone_into(&mut self.detail().tais);
        self
    }

    fn discriminator(mut self, discriminator: &str) -> Self {
        discriminator.clone_into(&mut self.detail().discriminator);
        self
    }

    /// Pro-rated from one day to another.
    fn prorated(mut self, from: u8, to: u8) -> Self {
        self.detail().prorated_days = Some((from..=to).fold(0, |days, day| days | 1 << (day - 1)));
        self
    }

    fn detail(&mut self) -> &mut RowDetail {
        self.detail.get_or_insert_default()
    }

    /// The same row on each of some days.
    fn on_days(&self, days: impl IntoIterator<Item = u8>) -> Vec<Given> {
        days.into_iter().map(|day| self.clone().day(day)).collect()
    }
}

fn office(number: &str) -> OfficeNumber {
    OfficeNumber::parse(number).unwrap()
}

fn client(insurer: &str) -> ClientKey {
    ClientKey {
        insurer: InsurerNumber::parse(insurer).unwrap(),
        insured: InsuredNumber::parse("0000012345").unwrap(),
    }
}

/// What a comparison stands on: which codes count by the month or as a percentage, and who sent nothing.
#[derive(Clone, Debug, Default)]
struct Setting {
    basis: BasisTable,
    silent: Vec<(OfficeNumber, ServiceKind)>,
}

impl Setting {
    fn with_codes(monthly: &[&str], percent: &[&str]) -> Self {
        let codes = |texts: &[&str]| texts.iter().map(|text| ServiceCode::parse(text).unwrap()).collect();
        let evidence = SheetEvidence { once_for_several_rows: codes(monthly), without_units: codes(percent) };
        Self { basis: BasisTable::from_evidence(&evidence), ..Self::default() }
    }

    fn silent(mut self, provider: &str, kind: &str) -> Self {
        self.silent.push((office(provider), ServiceKind::parse(kind).unwrap()));
        self
    }

    fn compare(&self, plan: &[Given], actual: &[Given]) -> ClientComparison {
        self.compare_for(client("131987"), plan, actual)
    }

    fn compare_for(&self, client: ClientKey, plan: &[Given], actual: &[Given]) -> ClientComparison {
        let all = plan.iter().chain(actual).map(|given| (given.row.provider, given.row.code.kind()));
        let arrived: FxHashSet<_> = all.filter(|group| !self.silent.contains(group)).collect();
        let ground = Ground { basis: &self.basis, arrived: &arrived };
        compare_client(client, &mut refs(plan), &mut refs(actual), ground)
    }
}

fn refs(rows: &[Given]) -> Vec<RowRef<'_>> {
    rows.iter().map(|given| RowRef::new(given.file, &given.row, given.detail.as_ref())).collect()
}

/// Compares where every provider sent something and nothing is known of codes.
fn compare(plan: &[Given], actual: &[Given]) -> ClientComparison {
    Setting::default().compare(plan, actual)
}

/// Differences in short: class, planned and actual side as `day start code`, change of units.
fn told(comparison: &ClientComparison) -> Vec<String> {
    let side = |row: Option<PlacedRow>| match row {
        None => "-".to_owned(),
        Some(PlacedRow { row, .. }) => format!("{} {} {}", row.day, row.start, row.code),
    };
    let line = |difference: &Difference| {
        let (plan, actual) = (side(difference.plan), side(difference.actual));
        format!("{}: {plan} > {actual} {:+}", difference.class.name(), difference.units_delta)
    };
    comparison.differences.iter().map(line).collect()
}

fn same(comparison: &ClientComparison) -> u32 {
    comparison.lines.iter().map(|line| line.same).sum()
}

/// Compares and checks what is told and how many rows agree.
#[track_caller]
fn assert_told(setting: &Setting, plan: &[Given], actual: &[Given], expected: &[&str], agreeing: u32) {
    let comparison = setting.compare(plan, actual);
    assert_eq!(told(&comparison), expected);
    assert_eq!(same(&comparison), agreeing, "rows that agree");
}
