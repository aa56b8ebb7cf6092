//! Units that a service office is going to claim beyond its line, and where they come from.
//!
//! Several checks ask the same question and differ in the cause, so that one excess is one finding.

use super::finding::{Finding, Remedy, Severity};
use super::view::{ClientView, PairView, RowView};
use crate::benefit::money::Units;
use crate::benefit::rates::{Place, Step};
use crate::domain::decision::Verdict;
use crate::domain::ids::ServiceCode;
use crate::domain::kind::is_equipment;
use std::collections::BTreeSet;

/// An excess up to so many units comes from rounding, not from services.
const ROUNDING: Units = 3;

/// An office and kind that claims more than its line has.
#[derive(Clone, Debug)]
pub(super) struct Excess<'a> {
    pub(super) pair: &'a PairView<'a>,
    /// 給付計画単位数 of the line.
    pub(super) slip: Units,
    pub(super) cause: Cause,
}

/// Where an excess comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// The claim has additions that are worked out of the managed units, so it is returned instead of cut.
    Returned,
    /// Percentages and rounding.
    Rounding,
    /// Equipment: counted per day, by half months, or merged.
    Equipment,
    /// Codes that were not planned make up for all of it.
    Additions(Vec<ServiceCode>),
    /// More or longer services.
    Services,
}

impl Excess<'_> {
    /// Units beyond the line.
    pub(super) fn units(&self) -> Units {
        self.pair.claimed() - self.slip
    }
}

/// Every office and kind with a line that claims more.
pub(super) fn excesses<'a>(view: &ClientView<'a>) -> Vec<Excess<'a>> {
    if view.standing_slip().is_none() {
        return Vec::new();
    }
    let of_pair = |pair: &'a PairView<'a>| {
        let slip = view.line(pair.key()).map(|line| line.units).filter(|units| *units > 0)?;
        let units = pair.claimed() - slip;
        (units > 0).then(|| Excess { pair, slip, cause: cause(pair, units) })
    };
    view.pairs.iter().filter_map(of_pair).collect()
}

fn cause(pair: &PairView<'_>, units: Units) -> Cause {
    if depends_on_units(pair.actual) {
        return Cause::Returned;
    }
    if units <= ROUNDING {
        return Cause::Rounding;
    }
    if is_equipment(pair.kind) {
        return Cause::Equipment;
    }
    let planned: BTreeSet<ServiceCode> = pair.plan.iter().map(|row| row.row.code).collect();
    let new: Vec<&RowView<'_>> =
        pair.actual.iter().filter(|row| row.is_managed() && !planned.contains(&row.row.code)).collect();
    let days = |rows: &[RowView<'_>]| -> BTreeSet<u8> { rows.iter().map(|row| row.row.day).collect() };
    // A service on a day of its own is a service, not an addition.
    let is_on_planned_days = new.iter().all(|row| days(pair.plan).contains(&row.row.day));
    let new_units: Units = new.iter().map(|row| row.row.total_units()).sum();
    if !new.is_empty() && is_on_planned_days && new_units >= units && !has_recoded(pair, &new) {
        let codes: BTreeSet<ServiceCode> = new.iter().map(|row| row.row.code).collect();
        return Cause::Additions(codes.into_iter().collect());
    }
    Cause::Services
}

/// Whether a planned code is missing where a new one stands: then it is another length of the service.
fn has_recoded(pair: &PairView<'_>, new: &[&RowView<'_>]) -> bool {
    pair.plan.iter().filter(|row| row.is_managed()).any(|planned| {
        let is_there =
            pair.actual.iter().any(|row| (row.row.day, row.row.code) == (planned.row.day, planned.row.code));
        !is_there && new.iter().any(|row| row.row.day == planned.row.day)
    })
}

/// Whether the claim holds additions that a mismatch turns into a return: 特別地域 and 中山間 additions, or 処遇改善 together
/// with サービス提供体制強化.
fn depends_on_units(actual: &[RowView<'_>]) -> bool {
    let has = |fits: &dyn Fn(&RowView<'_>) -> bool| actual.iter().any(fits);
    let is_at = |row: &RowView<'_>, step| row.place == Some(Place::Outside(step));
    let is_staffing = |row: &RowView<'_>| row.name.contains("サービス提供体制");
    has(&|row| is_at(row, Step::Area) || is_at(row, Step::Mountain))
        || (has(&|row| is_at(row, Step::Treatment)) && has(&is_staffing))
}

/// Fills a finding about units that are claimed and are not on the slip: what is at risk, which differences it is about,
/// and what helps. Units that a person has refused (予定のまま, 修正) are for the service office to correct in its actuals.
pub(super) fn settle(finding: Finding, view: &ClientView<'_>, pair: &PairView<'_>, units: Units) -> Finding {
    let adding = || view.differences_at(pair.key()).filter(|own| own.difference.units_delta > 0);
    let ids = |is_open: bool| -> Vec<String> {
        let wanted = adding().filter(|own| !is_open || !own.is_final());
        wanted.map(|own| own.difference.id.clone()).collect()
    };
    let finding = finding.at(pair.key()).risking(pair.worth(units)).about(ids(false));
    let refused = adding().filter(|own| matches!(own.verdict, Some(Verdict::Keep | Verdict::Edit(_))));
    if refused.map(|own| own.difference.units_delta).sum::<Units>() >= units {
        return finding.only(Severity::Confirm).help(Remedy::AskProvider(pair.provider));
    }
    let is_over = view.slip.and_then(|slip| slip.limit).is_some_and(|limit| view.total() + units > limit);
    let open = ids(true);
    finding.help(match () {
        // Beyond the limit they are adopted as well; who bears them is decided then, with everything on the sheet.
        () if !open.is_empty() => Remedy::Adopt(open),
        () if is_over => Remedy::DecideShares,
        () => Remedy::RaisePlan(units),
    })
}
