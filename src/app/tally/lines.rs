//! Lines of a 給付管理票: units inside the limit by office and kind.

use super::{BelowPlan, ClientSlip, TallyFault, TallyGround, TallyNote, classes};
use crate::app::month::ClientRows;
use crate::app::standing::Standing;
use crate::app::worth::{self, Worth};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::slip::{OfficeClass, SlipAction};
use crate::format::kokuhoren::slip::MOST_LINES;
use std::collections::{BTreeMap, BTreeSet};

/// A line of a slip, and the figures it comes from. Units are those inside the limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TallyLine {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// 指定/基準該当/地域密着型サービス/総合事業識別コード.
    pub class: OfficeClass,
    /// Where the class comes from.
    pub class_from: ClassFrom,
    /// 給付計画単位数.
    pub units: i64,
    /// Units of the plan as it was received.
    pub planned: i64,
    /// Units of the actuals as they were received, also those over the limit.
    pub actual: i64,
}

/// Where the class of a line comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ClassFrom {
    /// The register.
    Register,
    /// The kind.
    Kind,
}

type Pair = (OfficeNumber, ServiceKind);
type Units = BTreeMap<Pair, i64>;

/// Fills the lines, and what is to be known of them.
pub(super) fn fill(
    slip: &mut ClientSlip,
    ground: &TallyGround<'_>,
    rows: &ClientRows,
    standing: &Standing,
    worth: &Worth,
) {
    let revised = units(worth);
    let is_revised = worth::is_revised(ground.worth.month, rows, standing);
    let original = is_revised.then(|| worth::original(&ground.worth, slip.position)).flatten();
    let planned = original.as_ref().map_or_else(|| revised.clone(), units);
    let actual = worth::actual_units(&ground.worth, slip.position);
    let late = late_pairs(standing);
    let chosen = choose(slip, ground.settings.below_plan, &revised, &planned);
    for ((office, kind), units) in chosen {
        if late.contains(&(office, kind)) {
            slip.notes.push(TallyNote::Late(office, kind));
            continue;
        }
        if units < 0 {
            slip.faults.push(TallyFault::Negative { office, kind, units });
        }
        if units <= 0 {
            continue;
        }
        let (class, class_from) = class(ground, office, kind);
        let of = |units: &Units| units.get(&(office, kind)).copied().unwrap_or_default();
        let line =
            TallyLine { office, kind, class, class_from, units, planned: of(&planned), actual: of(&actual) };
        if line.units != line.planned {
            slip.notes.push(TallyNote::NotAsPlanned(office, kind));
        }
        if class_from == ClassFrom::Kind && !class.is_certain() {
            slip.notes.push(TallyNote::ClassUncertain(office, kind));
        }
        slip.lines.push(line);
    }
    add_empty(slip, ground, &planned);
    if slip.lines.len() > MOST_LINES {
        slip.faults.push(TallyFault::TooManyLines(slip.lines.len()));
    }
    if standing.open > 0 {
        slip.notes.push(TallyNote::Open(standing.open));
    }
    slip.note_shares(worth);
}

fn class(ground: &TallyGround<'_>, office: OfficeNumber, kind: ServiceKind) -> (OfficeClass, ClassFrom) {
    match ground.worth.registers.class(office, kind) {
        Some(class) => (class, ClassFrom::Register),
        None => (classes::usual(kind), ClassFrom::Kind),
    }
}

/// The exception near the end of life: a person asked for a slip although nothing was used, and the office allows slips
/// with 0 units.
fn add_empty(slip: &mut ClientSlip, ground: &TallyGround<'_>, planned: &Units) {
    let chosen = ground.worth.decisions.client(slip.client).slip_action();
    let is_asked_for = matches!(chosen, Some((Some(SlipAction::New | SlipAction::Replace), _)));
    if !slip.lines.is_empty() || !is_asked_for || !ground.settings.style.allow_zero_unit_slips {
        return;
    }
    for ((office, kind), planned) in planned {
        let (class, class_from) = class(ground, *office, *kind);
        let (office, kind, planned) = (*office, *kind, *planned);
        slip.lines.push(TallyLine { office, kind, class, class_from, units: 0, planned, actual: 0 });
    }
}

fn units(worth: &Worth) -> Units {
    worth.covered().map(|(office, kind, units)| ((office, kind), units)).collect()
}

/// Providers and kinds that are left out of this month's slip (月遅れ).
fn late_pairs(standing: &Standing) -> BTreeSet<Pair> {
    standing.plan.iter().filter(|row| row.is_late).map(|row| (row.provider, row.kind())).collect()
}

/// The units that stand: those of the revised plan, or by the office's setting those of the plan where less was done.
fn choose(slip: &mut ClientSlip, rule: BelowPlan, revised: &Units, planned: &Units) -> Units {
    if rule == BelowPlan::Actual {
        return revised.clone();
    }
    let most = |(pair, units): (&Pair, &i64)| {
        let before = planned.get(pair).copied().unwrap_or_default();
        // What was cancelled altogether is not claimed by anybody.
        (*pair, if *units > 0 { before.max(*units) } else { *units })
    };
    let raised: Units = revised.iter().map(most).collect();
    if slip.limit.is_some_and(|limit| raised.values().sum::<i64>() > limit) {
        slip.notes.push(TallyNote::PlanOverLimit);
        return revised.clone();
    }
    raised
}
