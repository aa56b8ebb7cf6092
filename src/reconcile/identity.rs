//! Names differences: class and identity.

use super::{Counting, Match, RowRef};
use crate::domain::difference::{Difference, DifferenceClass, PlacedRow};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use std::collections::BTreeMap;
use std::fmt::Write;

/// Makes the difference of rows that do not agree.
pub(super) fn difference(
    client: ClientKey,
    (provider, kind): (OfficeNumber, ServiceKind),
    counting: Counting,
    rows: Match<'_>,
) -> Difference {
    let (class, plan, actual) = match rows {
        Match::Plan(plan) => (DifferenceClass::Missing, Some(plan), None),
        Match::Actual(actual) => (DifferenceClass::Extra, None, Some(actual)),
        Match::Pair(plan, actual) => {
            (class(&plan, &actual, counting == Counting::Visit), Some(plan), Some(actual))
        }
    };
    let units = |row: Option<RowRef<'_>>| row.map_or(0, |row| row.row.total_units());
    Difference {
        id: identity(client, provider, plan.as_ref(), actual.as_ref()),
        class,
        client,
        provider,
        kind,
        plan: plan.map(|row| row.placed()),
        actual: actual.map(|row| row.placed()),
        units_delta: units(actual) - units(plan),
    }
}

/// The first class that applies. Services counted once a month have no day or time of their own.
fn class(plan: &RowRef<'_>, actual: &RowRef<'_>, has_day: bool) -> DifferenceClass {
    let (p, a) = (plan.row, actual.row);
    if has_day && p.day != a.day {
        DifferenceClass::MovedDate
    } else if p.code != a.code {
        DifferenceClass::CodeChanged
    } else if p.count != a.count {
        DifferenceClass::CountChanged
    } else if p.units != a.units {
        DifferenceClass::UnitsChanged
    } else if has_day && (p.start, p.end) != (a.start, a.end) {
        DifferenceClass::TimeChanged
    } else {
        DifferenceClass::DiscriminatorChanged
    }
}

/// Hash of what the difference is about: whose, where, and the content of the rows, never their place. The satellite
/// and names are left out, so that they do not cost people their decisions.
pub(super) fn identity(
    client: ClientKey,
    provider: OfficeNumber,
    plan: Option<&RowRef<'_>>,
    actual: Option<&RowRef<'_>>,
) -> String {
    let mut text = format!("{}/{}/{provider}", client.insurer, client.insured);
    for row in [plan, actual] {
        match row {
            None => text.push_str("|-"),
            Some(RowRef { row, detail, .. }) => {
                let fields = format_args!(
                    "|{} {} {} {} {} {}",
                    row.code, row.day, row.start, row.end, row.count, row.units
                );
                // Writing to a String cannot fail.
                let _ = text.write_fmt(fields);
                if let Some(detail) = detail {
                    let _ = write!(
                        text,
                        " {} {} {} {:?}",
                        detail.tais, detail.notification, detail.discriminator, detail.prorated_days
                    );
                }
            }
        }
    }
    short_hash(&text)
}

/// 16 hexadecimal digits.
fn short_hash(text: &str) -> String {
    blake3::hash(text.as_bytes()).to_hex().chars().take(16).collect()
}

/// Equal differences of one client (the same visit missing twice) get identities of their own.
pub(super) fn number_twins(differences: &mut [Difference]) {
    let mut seen = BTreeMap::<String, u32>::new();
    for difference in differences {
        let times = seen.entry(difference.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            difference.id = of_twin(&difference.id, *times);
        }
    }
}

/// Identity of the second, third … of equal differences.
pub(super) fn of_twin(id: &str, times: u32) -> String {
    short_hash(&format!("{id} {times}"))
}

/// Where a difference stands in lists: by day, time and code, planned side first.
pub(super) fn position(difference: &Difference) -> impl Ord + use<> {
    let key = |row: &Option<PlacedRow>| {
        row.map(|r| (r.row.day, r.row.start, r.row.code, r.row.end, r.row.count, r.row.units))
    };
    (key(&difference.plan).or(key(&difference.actual)), key(&difference.actual), difference.class)
}
