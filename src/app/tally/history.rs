//! What was sent for a client and month before, and which 作成区分 follows from it.
//!
//! Source: 給付管理に関するQ&A, 給付管理票の取消について (国保連合会): a slip that was never decided is new, whatever was sent; one
//! that was decided is replaced as a whole; a cancellation takes all claims of the client with it.

use crate::app::decisions::Sent;
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::{SentLine, SentSlip, SlipAction, SlipResult};

/// What is known of earlier slips of a client and month, before the window at hand.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct History<'a> {
    /// The slip that 国保連 has decided, and that is in force.
    pub decided: Option<&'a SentSlip>,
    /// Whether nobody said that it was decided: no return was entered, and its window is over.
    pub is_assumed: bool,
    /// The slip that was written for the window at hand and is not decided yet.
    pub pending: Option<&'a SentSlip>,
    /// What became of the last one, when somebody said so.
    pub last_result: Option<SlipResult>,
}

impl<'a> History<'a> {
    /// Reads what was sent, the oldest first.
    pub fn of(sent: &'a [Sent], window: ServiceMonth) -> Self {
        let mut history = Self::default();
        for one in sent {
            history.last_result = one.result;
            let is_over = one.slip.window < window;
            history.pending = None;
            match one.result {
                None if !is_over => history.pending = Some(&one.slip),
                Some(SlipResult::Returned | SlipResult::NotReceived) => {}
                Some(SlipResult::Accepted) | None => {
                    history.decided = Some(&one.slip).filter(|slip| slip.action != SlipAction::Cancel);
                    history.is_assumed = one.result.is_none();
                }
            }
        }
        history
    }
}

/// Which 作成区分 follows from the history.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Proposal {
    /// 新規: nothing was ever decided.
    New,
    /// 修正: the whole slip again, in the place of the decided one.
    Replace,
    /// The decided one says the same: nothing is to be sent.
    Unchanged,
    /// There is nothing to put on a slip, though one was decided: only a person can say 取消.
    NothingLeft,
    /// There is nothing to put on a slip, and none was decided.
    Nothing,
}

/// What a slip says, as far as it matters whether it has to be sent again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Content<'a> {
    /// 要介護状態区分.
    pub level: Option<CareLevel>,
    /// 支給限度額 in units.
    pub limit: Option<u32>,
    /// Lines, ordered by office and kind.
    pub lines: &'a [SentLine],
}

impl Content<'_> {
    /// Whether a sent slip says the same.
    pub fn is_of(&self, sent: &SentSlip) -> bool {
        self.lines == sent.lines && self.level == Some(sent.level) && self.limit == Some(sent.limit)
    }
}

/// The 作成区分 that follows from what was decided.
pub(super) fn propose(history: &History<'_>, content: &Content<'_>) -> Proposal {
    match (history.decided, content.lines.is_empty()) {
        (None, true) => Proposal::Nothing,
        (Some(_), true) => Proposal::NothingLeft,
        (None, false) => Proposal::New,
        (Some(decided), false) if content.is_of(decided) => Proposal::Unchanged,
        (Some(_), false) => Proposal::Replace,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{OfficeNumber, ServiceKind};
    use crate::domain::slip::OfficeClass;

    fn month(text: &str) -> ServiceMonth {
        ServiceMonth::parse(text).unwrap()
    }

    fn line(units: u32) -> SentLine {
        SentLine {
            office: OfficeNumber::parse("1379900028").unwrap(),
            kind: ServiceKind::parse("11").unwrap(),
            class: OfficeClass::Designated,
            units,
        }
    }

    fn sent(action: SlipAction, window: &str, units: u32, result: Option<SlipResult>) -> Sent {
        let slip = SentSlip {
            action,
            window: month(window),
            file: "KY261101.CSV".to_owned(),
            hash: String::new(),
            level: CareLevel::Care2,
            limit: 19_705,
            lines: vec![line(units)],
        };
        Sent { slip, seq: 1, result }
    }

    fn proposal(sent: &[Sent], window: &str, units: Option<u32>) -> Proposal {
        let lines: Vec<SentLine> = units.map(line).into_iter().collect();
        let content = Content { level: Some(CareLevel::Care2), limit: Some(19_705), lines: &lines };
        propose(&History::of(sent, month(window)), &content)
    }

    #[test]
    fn what_was_never_decided_is_new() {
        use SlipAction::{New, Replace};
        assert_eq!(proposal(&[], "2026-11", Some(100)), Proposal::New);
        let returned = [sent(New, "2026-11", 100, Some(SlipResult::Returned))];
        assert_eq!(proposal(&returned, "2026-12", Some(100)), Proposal::New);
        let lost = [sent(New, "2026-11", 100, Some(SlipResult::NotReceived))];
        assert_eq!(proposal(&lost, "2026-11", Some(100)), Proposal::New);
        let open = [sent(New, "2026-11", 100, None)];
        assert_eq!(proposal(&open, "2026-11", Some(90)), Proposal::New, "sent again in the same window");
        let history = History::of(&open, month("2026-11"));
        assert!(history.pending.is_some() && history.decided.is_none());
        let corrected = [
            sent(New, "2026-11", 100, Some(SlipResult::Accepted)),
            sent(Replace, "2026-12", 90, Some(SlipResult::Returned)),
        ];
        assert_eq!(proposal(&corrected, "2027-01", Some(90)), Proposal::Replace, "the first one stays");
    }

    #[test]
    fn what_was_decided_is_replaced_when_it_changes() {
        let decided = [sent(SlipAction::New, "2026-11", 100, Some(SlipResult::Accepted))];
        assert_eq!(proposal(&decided, "2026-12", Some(100)), Proposal::Unchanged);
        assert_eq!(proposal(&decided, "2026-12", Some(110)), Proposal::Replace);
        assert_eq!(proposal(&decided, "2026-12", None), Proposal::NothingLeft);
        let assumed = [sent(SlipAction::New, "2026-11", 100, None)];
        assert_eq!(proposal(&assumed, "2026-12", Some(110)), Proposal::Replace);
        assert!(History::of(&assumed, month("2026-12")).is_assumed);
    }

    #[test]
    fn after_a_cancellation_everything_begins_anew() {
        let sent = [
            sent(SlipAction::New, "2026-11", 100, Some(SlipResult::Accepted)),
            sent(SlipAction::Cancel, "2026-12", 100, Some(SlipResult::Accepted)),
        ];
        assert_eq!(proposal(&sent, "2027-01", Some(100)), Proposal::New);
        assert_eq!(proposal(&sent, "2027-01", None), Proposal::Nothing);
    }

    #[test]
    fn another_level_or_limit_is_a_change_too() {
        let decided = sent(SlipAction::New, "2026-11", 100, Some(SlipResult::Accepted));
        let lines = [line(100)];
        let of = |level, limit| Content { level: Some(level), limit: Some(limit), lines: &lines };
        assert!(of(CareLevel::Care2, 19_705).is_of(&decided.slip));
        assert!(!of(CareLevel::Care3, 19_705).is_of(&decided.slip));
        assert!(!of(CareLevel::Care2, 27_048).is_of(&decided.slip));
    }
}
