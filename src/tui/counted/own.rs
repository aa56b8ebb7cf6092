//! The month of the own office: made anew of the slips whenever one of them, a register or a decision has changed.

use super::Counted;
use crate::app::own::OwnMonth;
use crate::benefit::rates::NotKnown;
use crate::tui::env::Ctx;

/// Why there is no month of the own office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOwnMonth {
    /// Files of several offices and no own number in the settings.
    WhichOffice,
    /// The month lies outside the rate tables.
    NotKnown(NotKnown),
}

/// The month of the own office with the slips behind it.
#[derive(Default)]
pub struct OwnCounted {
    slips: Counted,
    own: Option<Result<OwnMonth, NoOwnMonth>>,
}

impl OwnCounted {
    /// Nothing is counted; what was decided so far is accounted for.
    pub fn new(ctx: Ctx<'_>) -> Self {
        Self { slips: Counted::new(ctx), own: None }
    }

    /// Whether there is something to show.
    pub fn is_counted(&self) -> bool {
        self.slips.is_counted() && self.own.is_some()
    }

    /// The month of the own office, or why there is none; `None` before it is counted.
    pub fn own(&self) -> Option<Result<&OwnMonth, &NoOwnMonth>> {
        self.own.as_ref().filter(|_| self.slips.is_counted()).map(Result::as_ref)
    }

    /// Counts everything.
    pub fn count(&mut self, ctx: Ctx<'_>) {
        self.slips.count(ctx);
        self.own = Some(self.of_slips(ctx));
    }

    /// Takes in what was decided.
    pub fn hear(&mut self, ctx: Ctx<'_>) {
        self.slips.hear(ctx);
        self.own = self.own.take().filter(|_| !self.slips.has_changes());
    }

    /// Works out anew what was decided about, if few clients are meant; else nothing is counted any more.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        let is_due = self.slips.is_counted() && self.own.is_none();
        self.slips.refresh(ctx);
        if is_due && self.slips.is_counted() {
            self.own = Some(self.of_slips(ctx));
        }
    }

    fn of_slips(&self, ctx: Ctx<'_>) -> Result<OwnMonth, NoOwnMonth> {
        let review = ctx.review;
        let office = review.filing_office().ok_or(NoOwnMonth::WhichOffice)?;
        OwnMonth::of(&review.own_office(office), self.slips.tally(), &review.decisions, ctx.window())
            .map_err(NoOwnMonth::NotKnown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::decide::{self, SlipChoice};
    use crate::app::registers::{register, set};
    use crate::domain::ids::OfficeNumber;
    use crate::domain::slip::SlipAction;
    use crate::tui::testing::{env, sample, take};

    #[test]
    fn a_decision_is_in_the_claims_of_the_next_frame() {
        let (env, mut review) = (env(80, 24), sample("v4"));
        let ctx = Ctx { env: &env, review: &review };
        let mut counted = OwnCounted::new(ctx);
        assert!(counted.own().is_none());
        counted.count(ctx);
        let own = counted.own().unwrap().unwrap();
        let (before, client) = (own.cases.iter().filter(|case| case.has_slip).count(), own.cases[0].client);
        assert!(before > 0 && own.cases[0].has_slip);
        let choice = Some(SlipChoice::Send(SlipAction::Cancel));
        let cancel = decide::slip_action(&review, client, choice, "別人の番号で出した").unwrap().draft;
        take(&mut review, cancel);
        let ctx = Ctx { env: &env, review: &review };
        counted.hear(ctx);
        assert!(!counted.is_counted());
        counted.refresh(ctx);
        let own = counted.own().unwrap().unwrap();
        assert_eq!(own.cases.iter().filter(|case| case.has_slip).count(), before - 1);
    }

    #[test]
    fn a_register_makes_all_anew_after_a_frame_that_says_so() {
        let (env, mut review) = (env(80, 24), sample("v4"));
        let mut counted = OwnCounted::new(Ctx { env: &env, review: &review });
        counted.count(Ctx { env: &env, review: &review });
        let cells = [("insurer", "131011"), ("name", "見本市")];
        let cells = cells.map(|(column, text)| (column.to_owned(), text.to_owned())).into();
        let draft = set(&review.decisions, register("insurers").unwrap(), &cells).unwrap();
        take(&mut review, draft);
        let ctx = Ctx { env: &env, review: &review };
        counted.hear(ctx);
        counted.refresh(ctx);
        assert!(!counted.is_counted() && counted.own().is_none());
        counted.count(ctx);
        assert!(counted.is_counted());
    }

    #[test]
    fn without_a_number_files_of_two_offices_have_no_own_month() {
        let (env, mut review) = (env(80, 24), sample("v4"));
        let other = OfficeNumber::parse("1379900093").unwrap();
        review.month.care_offices.push(other);
        let mut counted = OwnCounted::default();
        counted.count(Ctx { env: &env, review: &review });
        assert_eq!(counted.own().unwrap().err(), Some(&NoOwnMonth::WhichOffice));
        review.rules.number = Some(other);
        counted.count(Ctx { env: &env, review: &review });
        assert!(counted.own().unwrap().is_ok());
    }
}
