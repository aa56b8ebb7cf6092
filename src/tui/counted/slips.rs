//! The slips of the month: all of them worked out when they are first looked at, then only those that a decision is about.

use crate::app::tally::{ClientSlip, Tally, client_slip, tally};
use crate::domain::decision::Subject;
use crate::domain::month::ServiceMonth;
use crate::tui::env::Ctx;
use crate::tui::parts::slip::{STATES, place_of};
use std::collections::BTreeSet;

/// Most clients whose slips are worked out anew one by one before the next frame.
const MOST_AT_ONCE: usize = 100;

/// Slips in each state, and the units of those that are due.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// How many are in each state of [`STATES`].
    pub states: [u32; STATES.len()],
    /// 給付計画単位数.
    pub units: i64,
}

/// The slips, in the order of the month's clients.
#[derive(Default)]
pub struct Counted {
    /// Whether they are counted and not everything has changed since.
    is_known: bool,
    tally: Tally,
    /// Sums of the slips.
    pub sums: Sums,
    window: Option<ServiceMonth>,
    /// Events of the journal that are accounted for.
    heard: usize,
    /// Positions of clients about whom something was decided since.
    changed: BTreeSet<usize>,
}

impl Counted {
    /// Nothing is counted; what was decided so far is accounted for.
    pub fn new(ctx: Ctx<'_>) -> Self {
        Self { heard: ctx.review.decisions.events().len(), ..Self::default() }
    }

    /// Whether there is something to show.
    pub fn is_counted(&self) -> bool {
        self.is_known
    }

    /// Every slip; none before they are counted.
    pub fn slips(&self) -> &[ClientSlip] {
        if self.is_known { &self.tally.slips } else { &[] }
    }

    /// The slips as they were counted last.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Whether something was decided that is not accounted for.
    pub fn has_changes(&self) -> bool {
        !self.is_known || !self.changed.is_empty()
    }

    /// The slip of a client.
    pub fn slip(&self, position: usize) -> Option<&ClientSlip> {
        self.tally.slip(position).filter(|_| self.is_known)
    }

    /// Counts everything.
    pub fn count(&mut self, ctx: Ctx<'_>) {
        let window = ctx.window();
        self.tally = tally(&ctx.review.tally_ground(window));
        self.window = Some(window);
        self.is_known = true;
        self.changed.clear();
        self.add_up();
    }

    /// Takes in what was decided: about clients, or in a register, which may be about everybody.
    pub fn hear(&mut self, ctx: Ctx<'_>) {
        let events = ctx.review.decisions.events();
        let new = events.get(self.heard..).unwrap_or_default();
        for change in new.iter().flat_map(|event| &event.changes) {
            if matches!(change.subject, Subject::Entry { .. }) {
                self.is_known = false;
            }
            let position = change.subject.client().and_then(|client| ctx.review.month.position(client));
            self.changed.extend(position);
        }
        self.heard = events.len();
        if self.changed.len() > MOST_AT_ONCE {
            self.is_known = false;
        }
    }

    /// Works out anew what was decided about. On another day another window may be open.
    pub fn refresh(&mut self, ctx: Ctx<'_>) {
        if !self.is_known {
            return;
        }
        let window = ctx.window();
        if self.window != Some(window) {
            self.is_known = false;
            return;
        }
        if self.changed.is_empty() {
            return;
        }
        let ground = ctx.review.tally_ground(window);
        for position in std::mem::take(&mut self.changed) {
            let new = client_slip(&ground, position);
            if let (Some(slip), Some(new)) = (self.tally.slips.get_mut(position), new) {
                *slip = new;
            }
        }
        self.add_up();
    }

    fn add_up(&mut self) {
        let mut sums = Sums::default();
        for slip in &self.tally.slips {
            if let Some(count) = sums.states.get_mut(place_of(slip.state)) {
                *count += 1;
            }
            if slip.is_due() {
                sums.units += slip.total();
            }
        }
        self.sums = sums;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::decide::{self, SlipChoice};
    use crate::app::registers::{register, set};
    use crate::app::review::Review;
    use crate::tui::env::Env;
    use crate::tui::testing::{env, sample, take};

    /// Counted, and then every slip is made unlike what it is, so that it is seen which are worked out anew.
    fn spoilt(env: &Env, review: &Review) -> Counted {
        let ctx = Ctx { env, review };
        let mut counted = Counted::new(ctx);
        counted.count(ctx);
        for slip in &mut counted.tally.slips {
            "spoilt".clone_into(&mut slip.manager);
        }
        counted
    }

    fn anew(counted: &Counted) -> Vec<usize> {
        let slips = counted.slips().iter().filter(|slip| slip.manager != "spoilt");
        slips.map(|slip| slip.position).collect()
    }

    #[test]
    fn a_decision_makes_the_slips_of_its_clients_anew_and_no_other() {
        let (env, mut review) = (env(80, 24), sample("v4"));
        let mut counted = spoilt(&env, &review);
        let client = review.month.clients[3].client;
        let held_back =
            decide::slip_action(&review, client, Some(SlipChoice::HoldBack), "認定待ち").unwrap().draft;
        take(&mut review, held_back);
        let ctx = Ctx { env: &env, review: &review };
        counted.hear(ctx);
        counted.refresh(ctx);
        assert_eq!((anew(&counted), counted.is_counted()), (vec![3], true));
        assert_eq!(counted.slip(3), client_slip(&review.tally_ground(ctx.window()), 3).as_ref());
        let undo = decide::undo(&review).unwrap();
        take(&mut review, undo);
        let ctx = Ctx { env: &env, review: &review };
        counted.hear(ctx);
        counted.refresh(ctx);
        assert_eq!(counted.slip(3).unwrap().chosen, None);
    }

    #[test]
    fn a_register_or_another_window_makes_all_anew() {
        let (mut env, mut review) = (env(80, 24), sample("v4"));
        let mut counted = spoilt(&env, &review);
        let cells = [("insurer", "131011"), ("name", "見本市")];
        let cells = cells.map(|(column, text)| (column.to_owned(), text.to_owned())).into();
        let draft = set(&review.decisions, register("insurers").unwrap(), &cells).unwrap();
        take(&mut review, draft);
        counted.hear(Ctx { env: &env, review: &review });
        assert!(!counted.is_counted() && counted.slips().is_empty());
        counted.count(Ctx { env: &env, review: &review });
        assert_eq!(anew(&counted).len(), review.month.clients.len());
        counted.refresh(Ctx { env: &env, review: &review });
        assert!(counted.is_counted());
        // The window of November closes on the tenth.
        env.today = chrono::NaiveDate::from_ymd_opt(2026, 11, 11).unwrap();
        counted.refresh(Ctx { env: &env, review: &review });
        assert!(!counted.is_counted());
    }

    #[test]
    fn sums_are_those_of_the_slips() {
        let (env, review) = (env(80, 24), sample("v4"));
        let ctx = Ctx { env: &env, review: &review };
        let mut counted = Counted::new(ctx);
        assert_eq!(counted.sums, Sums::default());
        counted.count(ctx);
        assert_eq!(counted.sums.states.iter().sum::<u32>() as usize, review.month.clients.len());
        let due = counted.slips().iter().filter(|slip| slip.is_due());
        assert_eq!(counted.sums.units, due.map(ClientSlip::total).sum::<i64>());
        assert!(counted.sums.units > 0);
    }
}
