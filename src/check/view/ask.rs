//! What checks ask a view.

use super::{ClientView, DifferenceView, LineView, PairView, SlipFate, SlipView};
use crate::benefit::money::{Units, Yen};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::Day;
use crate::domain::slip::{SentSlip, SlipAction};
use chrono::NaiveDate;

impl<'a> ClientView<'a> {
    /// The slip, when there will be one: it is sent, was written, or the decided one says the same.
    pub(in crate::check) fn standing_slip(&self) -> Option<&SlipView<'a>> {
        self.slip.as_ref().filter(|slip| match slip.fate {
            SlipFate::Sends(action) | SlipFate::Written(action) => action != SlipAction::Cancel,
            SlipFate::Unchanged => true,
            SlipFate::HeldBack | SlipFate::NotDue(_) => false,
        })
    }

    /// The slip, when it is sent in this window with lines that 国保連 looks at.
    pub(in crate::check) fn sent_slip(&self) -> Option<&SlipView<'a>> {
        self.standing_slip().filter(|slip| slip.fate != SlipFate::Unchanged)
    }

    /// 作成区分 with which the slip is sent in this window.
    pub(in crate::check) fn action(&self) -> Option<SlipAction> {
        match self.slip?.fate {
            SlipFate::Sends(action) | SlipFate::Written(action) => Some(action),
            _ => None,
        }
    }

    /// The slip of the month before that is in force.
    pub(in crate::check) fn previous(&self) -> Option<&'a SentSlip> {
        self.history?.previous
    }

    /// The line of an office and kind.
    pub(in crate::check) fn line(&self, pair: (OfficeNumber, ServiceKind)) -> Option<&'a LineView> {
        self.slip?.lines.iter().find(|line| (line.office, line.kind) == pair)
    }

    /// An office and kind.
    pub(in crate::check) fn pair(&self, pair: (OfficeNumber, ServiceKind)) -> Option<&'a PairView<'a>> {
        self.pairs.iter().find(|own| own.key() == pair)
    }

    /// 給付計画合計単位数.
    pub(in crate::check) fn total(&self) -> Units {
        self.slip.iter().flat_map(|slip| slip.lines).map(|line| line.units).sum()
    }

    /// Everything on the slip with its 費用総額: what is not paid when the slip comes back.
    pub(in crate::check) fn all_lines(&self) -> (Units, Option<Yen>) {
        let lines = self.slip.map_or(&[][..], |slip| slip.lines);
        let yen = |line: &LineView| self.pair((line.office, line.kind))?.worth(line.units).1;
        (self.total(), lines.iter().map(yen).sum())
    }

    /// Everything that was done with its 費用総額: what is not paid when there is no slip.
    pub(in crate::check) fn all_done(&self) -> (Units, Option<Yen>) {
        let done = || self.pairs.iter().filter(|pair| pair.done > 0);
        (done().map(|pair| pair.done).sum(), done().map(|pair| pair.worth(pair.done).1).sum())
    }

    /// Differences of an office and kind.
    pub(in crate::check) fn differences_at(
        &self,
        pair: (OfficeNumber, ServiceKind),
    ) -> impl Iterator<Item = &'a DifferenceView<'a>> {
        self.differences.iter().filter(move |own| (own.difference.provider, own.difference.kind) == pair)
    }

    /// The last day of the service month.
    pub(in crate::check) fn last_day(&self) -> Option<NaiveDate> {
        self.month.date(self.month.days())
    }

    /// The first day of the service month.
    pub(in crate::check) fn first_day(&self) -> Option<NaiveDate> {
        self.month.date(1)
    }

    /// Whether a level stands on a day of the month.
    pub(in crate::check) fn has_level_on(&self, day: u8) -> bool {
        self.month.date(day).is_some_and(|date| {
            self.person.levels.iter().any(|span| span.from <= date && span.to.is_none_or(|to| date <= to))
        })
    }
}

/// The calendar date of a day.
pub(in crate::check) fn date(day: Day) -> Option<NaiveDate> {
    day.month.date(day.day)
}
