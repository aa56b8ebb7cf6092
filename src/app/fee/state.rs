//! How far a claim is: what stands in its way, and what was written before.

use super::{ClaimNote, FeeEntry};
use crate::app::decisions::ClientDecisions;
use crate::app::tally::SlipState;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::{SentFee, SlipResult};

/// How far a claim is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FeeState {
    /// Something has to be entered first.
    Open,
    /// The 給付管理票 cannot be sent yet, without which the claim would be returned.
    Waits(SlipState),
    /// It was written for this window, and something has changed since.
    Changed,
    /// It can be written.
    Ready,
    /// It was written for this window, and nothing has changed since.
    Written,
    /// It was written for another window, and neither it nor its 給付管理票 came back.
    Claimed {
        /// Whether units and yen are still the same; otherwise only 過誤 can correct them.
        is_same: bool,
    },
    /// There is nothing to claim.
    Nothing,
}

impl FeeState {
    /// Whether a person has something to do before the claim can be sent.
    pub fn needs_work(self) -> bool {
        match self {
            Self::Open | Self::Changed => true,
            Self::Waits(slip) => slip != SlipState::HeldBack,
            Self::Ready | Self::Written | Self::Claimed { .. } | Self::Nothing => false,
        }
    }

    /// Name in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Waits(_) => "waits",
            Self::Changed => "changed",
            Self::Ready => "ready",
            Self::Written => "written",
            Self::Claimed { .. } => "claimed",
            Self::Nothing => "nothing",
        }
    }
}

/// How far a claim is, with the state of the client's slip and what was sent before.
pub fn state(
    entry: &FeeEntry,
    slip: Option<SlipState>,
    decided: &ClientDecisions,
    window: ServiceMonth,
) -> FeeState {
    let claimed = decided.claimed_fees().last();
    let last = claimed.map(|claimed| &claimed.fee);
    let came_back = claimed.is_some_and(|claimed| claimed.result.is_some());
    let stands = |sent: &&SentFee| !came_back && !is_slip_returned(decided, sent);
    if let Some(sent) = last.filter(|sent| sent.window != window).filter(stands) {
        return FeeState::Claimed { is_same: is_same(entry, sent) };
    }
    if entry.is_open() {
        return FeeState::Open;
    }
    if entry.slip.is_none() {
        return FeeState::Nothing;
    }
    if let Some(sent) = last.filter(|sent| sent.window == window) {
        return if is_same(entry, sent) { FeeState::Written } else { FeeState::Changed };
    }
    let waiting = [SlipState::Faulty, SlipState::Blocked, SlipState::HeldBack];
    match slip.filter(|slip| waiting.contains(slip)) {
        // Additions alone go without a slip.
        Some(slip) if !entry.notes.contains(&ClaimNote::AdditionsOnly) => FeeState::Waits(slip),
        _ => FeeState::Ready,
    }
}

/// A claim is returned with the slip that was sent for the same window.
fn is_slip_returned(decided: &ClientDecisions, fee: &SentFee) -> bool {
    let of_window = decided.sent_slips().iter().rfind(|sent| sent.slip.window == fee.window);
    let result = of_window.and_then(|sent| sent.result);
    matches!(result, Some(SlipResult::Returned | SlipResult::NotReceived))
}

fn is_same(entry: &FeeEntry, sent: &SentFee) -> bool {
    let record = entry.slip.as_ref();
    record.is_some_and(|record| (record.total_units(), record.amount()) == (u64::from(sent.units), sent.yen))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::decisions::Decisions;
    use crate::app::own::fixture::Office;
    use crate::benefit::rates::FeeType;
    use crate::domain::decision::{Subject, Value};
    use crate::domain::event::{Change, Deed, Draft};
    use crate::domain::fixture::journalled;
    use crate::domain::level::CareLevel;
    use crate::domain::slip::{FeeResult, SentSlip, SlipAction};

    fn month(text: &str) -> ServiceMonth {
        ServiceMonth::parse(text).unwrap()
    }

    fn entry() -> FeeEntry {
        let mut office = Office::new("2026-10", FeeType::One);
        office.add(1, CareLevel::Care1);
        office.only()
    }

    fn told(changes: Vec<(Subject, Value)>) -> Decisions {
        let mut decisions = Decisions::default();
        for (seq, (subject, value)) in (1..).zip(changes) {
            let changes = vec![Change { subject, before: None, after: Some(value) }];
            let deed = Deed::Write { folder: String::new(), files: 1 };
            let draft = Draft { month: Some(month("2026-10")), deed, changes, reason: String::new() };
            decisions.push(journalled(seq, draft));
        }
        decisions
    }

    fn fee(entry: &FeeEntry, window: &str, more: u32) -> (Subject, Value) {
        let record = entry.slip.as_ref().unwrap();
        let units = u32::try_from(record.total_units()).unwrap() + more;
        let (file, hash) = (String::new(), String::new());
        let sent = SentFee { window: month(window), file, hash, units, yen: record.amount() };
        (Subject::SentFee { client: entry.client }, Value::SentFee(Box::new(sent)))
    }

    fn slip(entry: &FeeEntry, window: &str) -> (Subject, Value) {
        let sent = SentSlip {
            action: SlipAction::New,
            window: month(window),
            file: String::new(),
            hash: String::new(),
            level: CareLevel::Care1,
            limit: 16_765,
            lines: Vec::new(),
        };
        (Subject::SentSlip { client: entry.client }, Value::SentSlip(Box::new(sent)))
    }

    fn result(entry: &FeeEntry, result: SlipResult) -> (Subject, Value) {
        (Subject::SlipResult { client: entry.client }, Value::SlipResult { result })
    }

    fn found(entry: &FeeEntry, of_slip: SlipState, changes: Vec<(Subject, Value)>) -> FeeState {
        let decisions = told(changes);
        state(entry, Some(of_slip), decisions.client(entry.client), month("2026-12"))
    }

    #[test]
    fn a_claim_follows_its_slip() {
        let entry = entry();
        for waiting in [SlipState::Faulty, SlipState::Blocked, SlipState::HeldBack] {
            assert_eq!(found(&entry, waiting, Vec::new()), FeeState::Waits(waiting));
        }
        for good in [SlipState::Ready, SlipState::Written, SlipState::Unchanged] {
            assert_eq!(found(&entry, good, Vec::new()), FeeState::Ready);
        }
        let mut alone = entry.clone();
        alone.notes.push(ClaimNote::AdditionsOnly);
        assert_eq!(found(&alone, SlipState::Blocked, Vec::new()), FeeState::Ready);
        let held = [FeeState::Waits(SlipState::HeldBack), FeeState::Waits(SlipState::Blocked)];
        assert_eq!(held.map(FeeState::needs_work), [false, true]);
    }

    #[test]
    fn what_was_written_is_not_claimed_twice() {
        let (entry, unchanged) = (entry(), SlipState::Unchanged);
        assert_eq!(found(&entry, unchanged, vec![fee(&entry, "2026-12", 0)]), FeeState::Written);
        assert_eq!(found(&entry, unchanged, vec![fee(&entry, "2026-12", 1)]), FeeState::Changed);
        let before = |more| found(&entry, unchanged, vec![fee(&entry, "2026-11", more)]);
        assert_eq!(before(0), FeeState::Claimed { is_same: true });
        assert_eq!(before(1), FeeState::Claimed { is_same: false });
    }

    #[test]
    fn what_came_back_is_claimed_again() {
        let entry = entry();
        let after = |result_of: FeeResult| {
            let result =
                (Subject::FeeResult { client: entry.client }, Value::FeeResult { result: result_of });
            found(&entry, SlipState::Unchanged, vec![fee(&entry, "2026-11", 0), result])
        };
        assert_eq!(after(FeeResult::Returned), FeeState::Ready);
        assert_eq!(after(FeeResult::Withdrawn), FeeState::Ready);
        let result = Value::FeeResult { result: FeeResult::Returned };
        let result = (Subject::FeeResult { client: entry.client }, result);
        let sent = vec![fee(&entry, "2026-11", 0), result, fee(&entry, "2026-11", 0)];
        let again = found(&entry, SlipState::Unchanged, sent);
        assert_eq!(again, FeeState::Claimed { is_same: true }, "a result is of the claim before it");
    }

    #[test]
    fn with_a_returned_slip_the_claim_is_returned_too() {
        let entry = entry();
        let sent = |result_of: SlipResult| {
            let sent = vec![slip(&entry, "2026-11"), fee(&entry, "2026-11", 0), result(&entry, result_of)];
            found(&entry, SlipState::Ready, sent)
        };
        assert_eq!(sent(SlipResult::Returned), FeeState::Ready);
        assert_eq!(sent(SlipResult::NotReceived), FeeState::Ready);
        assert_eq!(sent(SlipResult::Accepted), FeeState::Claimed { is_same: true });
    }
}
