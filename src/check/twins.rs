//! Planned and done services that look like one: the plan has another office number, or another kind of the same office.

use super::view::{ClientView, PairView};
use crate::domain::ids::{ServiceCode, ServiceKind};
use std::collections::BTreeSet;

/// Kinds that are easily taken for one another: 訪問介護 and 訪問型サービス; 通所介護, 地域密着型通所介護 and 通所型サービス.
const SWAPPED: &[&[&str]] = &[&["11", "A1", "A2", "A3", "A4"], &["15", "78", "A5", "A6", "A7", "A8"]];

/// A planned office and kind from which nothing came, and one that did the same without being planned.
#[derive(Clone, Copy, Debug)]
pub(super) struct Twin<'a> {
    pub(super) planned: &'a PairView<'a>,
    pub(super) done: &'a PairView<'a>,
}

/// Every such couple; each service is in one at most.
pub(super) fn twins<'a>(view: &ClientView<'a>) -> Vec<Twin<'a>> {
    let is_left =
        |pair: &&PairView<'_>| !pair.plan.is_empty() && pair.actual.is_empty() && !pair.is_withdrawn;
    let is_new = |pair: &&PairView<'_>| pair.plan.is_empty() && !pair.actual.is_empty();
    let mut out: Vec<Twin<'a>> = Vec::new();
    for done in view.pairs.iter().filter(is_new) {
        let is_free = |pair: &&PairView<'_>| !out.iter().any(|twin| twin.planned.key() == pair.key());
        let planned = view.pairs.iter().filter(is_left).filter(is_free).find(|pair| is_twin(pair, done));
        out.extend(planned.map(|planned| Twin { planned, done }));
    }
    out
}

fn is_twin(planned: &PairView<'_>, done: &PairView<'_>) -> bool {
    if planned.provider == done.provider {
        return is_swapped(planned.kind, done.kind);
    }
    planned.kind == done.kind && is_mostly_same(planned, done)
}

fn is_swapped(one: ServiceKind, other: ServiceKind) -> bool {
    let holds = |group: &&&[&str]| group.contains(&one.as_str()) && group.contains(&other.as_str());
    one != other && SWAPPED.iter().any(|group| holds(&group))
}

/// Whether at least half of what was done is what was planned, by day and code.
fn is_mostly_same(planned: &PairView<'_>, done: &PairView<'_>) -> bool {
    let services = |pair: &PairView<'_>, is_plan: bool| -> BTreeSet<(u8, ServiceCode)> {
        let rows = if is_plan { pair.plan } else { pair.actual };
        rows.iter().map(|row| (row.row.day, row.row.code)).collect()
    };
    let (plan, actual) = (services(planned, true), services(done, false));
    let same = plan.intersection(&actual).count();
    same * 2 >= actual.len().max(1) && same * 2 >= plan.len()
}
