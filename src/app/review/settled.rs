//! How far each difference is decided, and what decisions make of the cells.

use super::Review;
use super::cells::CellState;
use crate::app::decisions::{ClientDecisions, Decisions, Held};
use crate::app::registers::Registers;
use crate::domain::decision::{ArrivalChoice, Decision, SeenDifference, Stage, Subject, Verdict};
use crate::domain::difference::{Difference, PlacedRow};
use crate::domain::event::Event;
use crate::domain::ids::ClientKey;
use crate::reconcile::{ClientComparison, ProviderLine};
use rustc_hash::FxHashSet;

/// How far a difference is decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Settled {
    /// Nothing was decided.
    Open,
    /// 照会中: the provider is asked.
    Asked,
    /// 保留.
    Held,
    /// 採用.
    Adopted,
    /// 予定のまま.
    Kept,
    /// 修正.
    Edited,
    /// 取下げ: the provider does not serve the client after all.
    Withdrawn,
}

impl Settled {
    /// Every one, the most urgent first.
    pub const ALL: [Settled; 7] = [
        Settled::Open,
        Settled::Asked,
        Settled::Held,
        Settled::Adopted,
        Settled::Kept,
        Settled::Edited,
        Settled::Withdrawn,
    ];

    /// Whether it is known which row stands.
    pub fn is_final(self) -> bool {
        !matches!(self, Settled::Open | Settled::Asked | Settled::Held)
    }

    /// What a verdict makes of a difference.
    pub fn by(verdict: &Verdict) -> Self {
        match verdict {
            Verdict::Adopt => Settled::Adopted,
            Verdict::Keep => Settled::Kept,
            Verdict::Edit(_) => Settled::Edited,
            Verdict::Ask { .. } => Settled::Asked,
            Verdict::Hold => Settled::Held,
        }
    }

    /// How far a difference is, by what was decided about its client.
    pub fn of(decided: &ClientDecisions, difference: &Difference) -> Self {
        if decided.withdrawal(difference.provider).is_some() {
            return Settled::Withdrawn;
        }
        decided.decision(&difference.id).map_or(Settled::Open, |held| Settled::by(&held.value.verdict))
    }
}

/// What decisions make of a line that would be in `state` without them; with the number of its differences that are
/// not finally decided.
pub(super) fn decided_state(
    decided: &ClientDecisions,
    comparison: &ClientComparison,
    line: &ProviderLine,
    state: CellState,
) -> (CellState, u32) {
    let mut waiting = 0;
    let mut open = 0;
    let own = |d: &&Difference| (d.provider, d.kind) == (line.provider, line.kind);
    for difference in comparison.differences.iter().filter(own) {
        match Settled::of(decided, difference) {
            Settled::Open => open += 1,
            Settled::Asked | Settled::Held => waiting += 1,
            _ => {}
        }
    }
    let state = match state {
        _ if decided.stage() == Some(Stage::Fixed) => CellState::Fixed,
        CellState::Faulty => CellState::Faulty,
        _ if decided.withdrawal(line.provider).is_some() => CellState::Settled,
        CellState::NotArrived => match decided.arrival(line.provider, line.kind).map(|held| &held.value) {
            Some(ArrivalChoice::AsPlanned | ArrivalChoice::Late) => CellState::Settled,
            Some(ArrivalChoice::Fax { .. }) | None => CellState::NotArrived,
        },
        CellState::Different if open > 0 => CellState::Different,
        CellState::Different if waiting > 0 => CellState::Asked,
        CellState::Different => CellState::Settled,
        other => other,
    };
    (state, open + waiting)
}

/// A decision whose rows are no longer as they were.
#[derive(Clone, Copy, Debug)]
pub struct Stale<'a> {
    /// Id of the difference it was about.
    pub id: &'a str,
    /// The decision, with what the person saw.
    pub held: &'a Held<Decision>,
}

impl Review {
    /// How far a difference is decided.
    pub fn settled(&self, difference: &Difference) -> Settled {
        Settled::of(self.decisions.client(difference.client), difference)
    }

    /// The decision about a difference.
    pub fn decision(&self, difference: &Difference) -> Option<&Held<Decision>> {
        self.decisions.client(difference.client).decision(&difference.id)
    }

    /// 再送で変わりました: decisions about a client whose difference is not there any more, ordered by their event. An
    /// actual that was sent again may have changed the rows, or made them agree.
    pub fn stale(&self, client: usize) -> Vec<Stale<'_>> {
        let Some(comparison) = self.month.comparisons.get(client) else { return Vec::new() };
        stale_of(&self.decisions, comparison)
    }

    /// The decision that a difference had before a file changed its rows: of the same provider, with the same planned
    /// or the same actual row.
    pub fn decided_before(&self, difference: &Difference) -> Option<Stale<'_>> {
        let position = self.month.position(difference.client)?;
        let now = self.seen(difference);
        self.stale(position).into_iter().rfind(|stale| is_successor(&now, &stale.held.value.seen))
    }

    /// What a person sees of a difference; kept with the decision.
    pub fn seen(&self, difference: &Difference) -> SeenDifference {
        let content = |placed: &PlacedRow| self.month.content_of(placed);
        SeenDifference {
            provider: difference.provider,
            kind: difference.kind,
            class: difference.class,
            plan: difference.plan.as_ref().map(content),
            actual: difference.actual.as_ref().map(content),
        }
    }

    /// Takes an event of the journal in and counts anew what it changes. Returns whether clients had to be compared
    /// anew, so that differences may stand elsewhere.
    pub fn take(&mut self, event: Event) -> bool {
        let touched: FxHashSet<ClientKey> =
            event.changes.iter().filter_map(|change| change.subject.client()).collect();
        let compares = |decisions: &Decisions| {
            touched.iter().any(|client| decisions.client(*client).changes_comparison())
        };
        let before = compares(&self.decisions);
        let is_register = event.changes.iter().any(|change| matches!(change.subject, Subject::Entry { .. }));
        self.decisions.push(event);
        if is_register {
            self.registers = Registers::of(&self.decisions);
        }
        let mut positions: Vec<usize> =
            touched.iter().filter_map(|client| self.month.position(*client)).collect();
        positions.sort_unstable();
        if before || compares(&self.decisions) {
            self.compare_again(&positions);
            self.watch_again(&positions, is_register);
            return true;
        }
        for position in &positions {
            self.count_again(*position);
        }
        self.watch_again(&positions, is_register);
        false
    }
}

fn stale_of<'a>(decisions: &'a Decisions, comparison: &ClientComparison) -> Vec<Stale<'a>> {
    let there: FxHashSet<&str> = comparison.differences.iter().map(|d| d.id.as_str()).collect();
    let decided = decisions.client(comparison.client).decisions();
    let mut stale: Vec<Stale<'a>> =
        decided.filter(|(id, _)| !there.contains(id)).map(|(id, held)| Stale { id, held }).collect();
    stale.sort_unstable_by_key(|stale| (stale.held.seq, stale.id));
    stale
}

/// Whether a difference took the place of one that was seen before.
fn is_successor(now: &SeenDifference, seen: &SeenDifference) -> bool {
    let shares = |a: &Option<_>, b: &Option<_>| a.is_some() && a == b;
    (now.provider, now.kind) == (seen.provider, seen.kind)
        && (shares(&now.plan, &seen.plan) || shares(&now.actual, &seen.actual))
}
