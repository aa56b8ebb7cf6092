//! What a decision would cost at 国保連; rules never touch rows with a risk.
//!
//! Source: product notes on 査定 and 保留: claimed units above the units of the 給付管理票 are cut (増減単位数通知書), a claim of
//! an office that is not on it is held.

use crate::app::review::{CellState, DifferenceAt, Review};
use crate::domain::decision::Verdict;
use crate::domain::difference::Difference;

/// What would happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Risk {
    /// 査定見込: the provider claims more units than the plan has.
    Cut {
        /// By so many units.
        units: i64,
    },
    /// 保留見込: the provider and kind would not be on the 給付管理票 at all.
    Hold,
    /// 区分支給限度基準額 is exceeded: somebody has to say whose units are above it (割振).
    OverLimit {
        /// By so many units.
        units: i64,
    },
    /// Rows of the client could not be read (不備), so the difference may not be one.
    Faulty,
}

/// The risk of a decision about a difference, when `added` units were decided to be added to the client's plan already.
pub fn risk(review: &Review, at: DifferenceAt, verdict: &Verdict, added: i64) -> Option<Risk> {
    let difference = review.difference(at)?;
    let client = at.client as usize;
    let cell = |cell: &crate::app::review::Cell| {
        (cell.provider, cell.kind) == (difference.provider, difference.kind)
    };
    if review.cells_of(client).find(cell).is_some_and(|cell| cell.state == CellState::Faulty) {
        return Some(Risk::Faulty);
    }
    match verdict {
        Verdict::Keep if difference.units_delta > 0 => Some(cost_of_keeping(review, difference, client)),
        Verdict::Adopt => over_limit(review, difference, client, added),
        _ => None,
    }
}

fn cost_of_keeping(review: &Review, difference: &Difference, client: usize) -> Risk {
    let lines = review.month.comparisons.get(client).map(|comparison| comparison.lines.as_slice());
    let line = lines
        .unwrap_or_default()
        .iter()
        .find(|line| (line.provider, line.kind) == (difference.provider, difference.kind));
    match line {
        Some(line) if line.plan_rows > 0 => Risk::Cut { units: difference.units_delta },
        _ => Risk::Hold,
    }
}

fn over_limit(review: &Review, difference: &Difference, client: usize, added: i64) -> Option<Risk> {
    if difference.units_delta <= 0 || !counts_against_limit(review, difference) {
        return None;
    }
    let summary = review.clients.get(client)?;
    let limit = summary.limit_units?;
    let over = summary.limit_use() + added + difference.units_delta - limit;
    (over > 0).then_some(Risk::OverLimit { units: over })
}

/// Whether the service counts against the limit: as the code master says; where none says it, every service does.
pub(super) fn counts_against_limit(review: &Review, difference: &Difference) -> bool {
    let code = difference.actual.or(difference.plan).map(|placed| placed.row.code);
    let insurer = difference.client.insurer;
    let entry = code.and_then(|code| review.codes.as_ref()?.entry_for(insurer, code, review.month.month));
    entry.and_then(|entry| entry.in_limit).unwrap_or(true)
}
