//! Slips, claims and checks of an open month, worked out a piece at a time, so that nobody waits for those of a whole
//! corporation, and then kept up with what is decided.

use super::{CheckGround, ClientChecks, MonthChecks};
use crate::app::own::{NoOwnMonth, OwnMonth};
use crate::app::review::Review;
use crate::app::tally::{Tally, client_slip};
use crate::check::{AtRisk, Severity, at_risk};
use crate::domain::month::ServiceMonth;
use rayon::prelude::*;
use std::collections::BTreeSet;
use std::ops::Range;

/// Most clients that are checked anew at once after a decision; after one about more people everything is counted again.
const MOST_AT_ONCE: usize = 100;

/// Most clients of a month whose claims are all made anew at once after each decision.
pub(super) const MOST_CLAIMS: usize = 2_000;

/// How far the counting is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Stage {
    /// So many slips are made.
    Slips(usize),
    /// The claims come next.
    Claims,
    /// So many clients are checked.
    Checks(usize),
    /// Everything is there.
    Done,
    /// Nobody has asked for it.
    #[default]
    Idle,
}

/// Findings that nobody silenced, and whom they are about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskSum {
    /// Findings.
    pub findings: usize,
    /// Clients.
    pub clients: usize,
    /// Units and yen.
    pub risk: AtRisk,
}

/// What is at risk in the month.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RiskSums {
    /// By severity, in the order of [`Severity::ALL`].
    pub by_severity: [RiskSum; Severity::ALL.len()],
    /// All severities together; no money is counted twice.
    pub all: RiskSum,
    /// Findings that somebody silenced (点検の除外).
    pub silenced: usize,
}

/// Slips, claims and checks of an open month.
#[derive(Clone, Debug, Default)]
pub struct Watch {
    stage: Stage,
    window: Option<ServiceMonth>,
    tally: Tally,
    own: Option<Result<OwnMonth, NoOwnMonth>>,
    checks: MonthChecks,
    sums: RiskSums,
    /// Positions of clients who were decided about since the claims of a corporation were made.
    behind: BTreeSet<usize>,
    round: u32,
    revision: u32,
}

impl Watch {
    /// The slips; `None` while they are being made.
    pub fn tally(&self) -> Option<&Tally> {
        matches!(self.stage, Stage::Claims | Stage::Checks(_) | Stage::Done).then_some(&self.tally)
    }

    /// Workload and claims of the own office, or why there are none; `None` while they are being made.
    pub fn own(&self) -> Option<Result<&OwnMonth, &NoOwnMonth>> {
        self.own.as_ref().map(Result::as_ref)
    }

    /// What was found; `None` while it is being looked for.
    pub fn checks(&self) -> Option<&MonthChecks> {
        (self.stage == Stage::Done).then_some(&self.checks)
    }

    /// What is at risk; `None` while it is being counted.
    pub fn sums(&self) -> Option<&RiskSums> {
        (self.stage == Stage::Done).then_some(&self.sums)
    }

    /// How much of the counting is done, in percent; `None` when nothing is being counted.
    pub fn percent(&self, clients: usize) -> Option<usize> {
        let done = match self.stage {
            Stage::Idle | Stage::Done => return None,
            Stage::Slips(done) => done,
            Stage::Claims => clients,
            Stage::Checks(done) => clients + done,
        };
        Some(100 * done / (2 * clients).max(1))
    }

    /// Which counting from the first client on this is: lists made of another one are to be made anew.
    pub fn round(&self) -> u32 {
        self.round
    }

    /// Another one with everything that changes, also when it is about a single client.
    pub fn revision(&self) -> u32 {
        self.revision
    }

    /// Whether something is left to be counted for sendings in a window (処理対象年月).
    pub fn is_behind(&self, window: ServiceMonth) -> bool {
        self.stage != Stage::Done || self.window != Some(window) || !self.behind.is_empty()
    }

    /// Forgets what was counted.
    pub fn forget(&mut self) {
        let (round, revision) = (self.round.wrapping_add(1), self.revision.wrapping_add(1));
        *self = Self { round, revision, ..Self::default() };
    }

    /// Goes on counting, by `most` clients.
    pub fn go_on(&mut self, review: &Review, window: ServiceMonth, most: usize) {
        if self.window != Some(window) || self.stage == Stage::Idle {
            self.forget();
            (self.stage, self.window) = (Stage::Slips(0), Some(window));
        }
        let clients = review.month.clients.len();
        match self.stage {
            Stage::Slips(done) if done < clients => {
                self.make_slips(review, window, done..(done + most).min(clients));
            }
            Stage::Slips(_) => self.stage = Stage::Claims,
            Stage::Claims => {
                self.own = Some(review.own_month(&self.tally, window));
                self.stage = Stage::Checks(0);
            }
            Stage::Checks(done) if done < clients => {
                self.check(review, window, done..(done + most).min(clients));
            }
            Stage::Checks(_) => {
                self.add_up();
                self.stage = Stage::Done;
            }
            Stage::Done => {
                let behind = std::mem::take(&mut self.behind);
                self.claim_and_check_again(review, window, behind);
            }
            Stage::Idle => {}
        }
        self.revision = self.revision.wrapping_add(1);
    }

    /// Counts to the end.
    pub fn finish(&mut self, review: &Review, window: ServiceMonth) {
        while self.is_behind(window) {
            self.go_on(review, window, usize::MAX / 2);
        }
    }

    /// Takes in what was decided about clients, if everything has been counted. The claims of a corporation, and what
    /// hangs on them, follow with [`Self::go_on`].
    pub fn again(&mut self, review: &Review, positions: &[usize]) {
        let Some(window) = self.window.filter(|_| self.stage != Stage::Idle) else { return };
        if self.stage != Stage::Done || positions.len() > MOST_AT_ONCE {
            self.forget();
            return;
        }
        let ground = review.tally_ground(window);
        for position in positions {
            let new = client_slip(&ground, *position);
            if let (Some(old), Some(new)) = (self.tally.slips.get_mut(*position), new) {
                *old = new;
            }
        }
        let positions = positions.iter().copied();
        if review.month.clients.len() <= MOST_CLAIMS {
            self.claim_and_check_again(review, window, positions);
        } else {
            self.behind.extend(positions.clone());
            self.check_again(review, window, positions);
        }
        self.revision = self.revision.wrapping_add(1);
    }

    fn make_slips(&mut self, review: &Review, window: ServiceMonth, of: Range<usize>) {
        let ground = review.tally_ground(window);
        let next = of.end;
        let slips: Vec<_> =
            of.into_par_iter().filter_map(|position| client_slip(&ground, position)).collect();
        self.tally.slips.extend(slips);
        self.stage = Stage::Slips(next);
    }

    fn check(&mut self, review: &Review, window: ServiceMonth, of: Range<usize>) {
        let next = of.end;
        let ground = self.ground(review, window);
        let of_client = |position| ground.client(self.tally.slip(position)?);
        let found: Vec<_> = of.into_par_iter().filter_map(of_client).collect();
        self.checks.clients.extend(found);
        self.stage = Stage::Checks(next);
    }

    fn claim_and_check_again(
        &mut self,
        review: &Review,
        window: ServiceMonth,
        positions: impl IntoIterator<Item = usize>,
    ) {
        self.own = Some(review.own_month(&self.tally, window));
        self.check_again(review, window, positions);
    }

    fn check_again(
        &mut self,
        review: &Review,
        window: ServiceMonth,
        positions: impl IntoIterator<Item = usize>,
    ) {
        let ground = self.ground(review, window);
        let slips = positions.into_iter().filter_map(|position| self.tally.slip(position));
        let found: Vec<ClientChecks> = slips.filter_map(|slip| ground.client(slip)).collect();
        for new in found {
            if let Some(old) = self.checks.clients.get_mut(new.position) {
                *old = new;
            }
        }
        self.add_up();
    }

    /// What the checks look at. It looks through all that was sent, so it is made once for many clients.
    fn ground<'a>(&'a self, review: &'a Review, window: ServiceMonth) -> CheckGround<'a> {
        review.check_ground(window, self.own().and_then(Result::ok))
    }

    fn add_up(&mut self) {
        self.sums = RiskSums::of(&self.checks.clients);
    }
}

impl RiskSums {
    /// Sums over clients.
    pub fn of(clients: &[ClientChecks]) -> Self {
        let mut sums = Self::default();
        for checks in clients.iter().filter(|checks| !checks.findings.is_empty()) {
            let open = checks.open().count();
            sums.silenced += checks.findings.len() - open;
            sums.all.add(open, at_risk(checks.open()));
            for (severity, sum) in Severity::ALL.iter().zip(&mut sums.by_severity) {
                let own = || checks.open().filter(|finding| finding.severity == *severity);
                sum.add(own().count(), at_risk(own()));
            }
        }
        sums
    }

    /// Those of a severity.
    pub fn of_severity(&self, severity: Severity) -> RiskSum {
        let place = Severity::ALL.iter().position(|own| *own == severity);
        place.and_then(|place| self.by_severity.get(place)).copied().unwrap_or_default()
    }
}

impl RiskSum {
    fn add(&mut self, findings: usize, risk: AtRisk) {
        self.findings += findings;
        self.clients += usize::from(findings > 0);
        self.risk += risk;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::checks::predict;
    use crate::app::checks::tests::{demo, demo_of, enter, take, window, with_managers};
    use crate::app::decide::{SlipChoice, slip_action};
    use crate::app::tally::SlipState;
    use crate::domain::slip::SlipAction;

    fn counted(review: &mut Review) {
        review.watch_to_the_end(window());
    }

    #[test]
    fn piece_by_piece_gives_the_same_as_at_once() {
        let mut review = with_managers(demo(40, true));
        let all = predict(&review, window());
        let mut steps = 0;
        while review.watch().is_behind(window()) {
            assert!(review.watch().checks().is_none() && review.watch().sums().is_none());
            review.watch_on(window(), 7);
            steps += 1;
        }
        assert!(steps > 10);
        let found = review.watch();
        assert_eq!((found.tally(), found.checks()), (Some(&all.tally), Some(&all.checks)));
        let fees =
            [found.own().unwrap().unwrap(), &all.own.unwrap()].map(|own| (own.fees.units, own.fees.open));
        assert_eq!(fees[0], fees[1]);
        let sums = review.watch().sums().unwrap();
        assert_eq!(sums, &RiskSums::of(&all.checks.clients));
        let each: usize = sums.by_severity.iter().map(|sum| sum.findings).sum();
        assert_eq!((each, sums.silenced), (sums.all.findings, 0));
        assert!(sums.all.risk.yen > 0 && sums.of_severity(Severity::Cut).findings > 0);
        assert_eq!(sums.of_severity(Severity::Confirm).risk, AtRisk::default());
    }

    #[test]
    fn how_far_it_is_grows_to_the_end() {
        let mut review = demo(40, true);
        let clients = review.month.clients.len();
        assert_eq!(review.watch().percent(clients), None);
        let mut last = 0;
        while review.watch().is_behind(window()) {
            review.watch_on(window(), 9);
            let percent = review.watch().percent(clients).unwrap_or(100);
            assert!(percent >= last && percent <= 100);
            last = percent;
        }
        assert_eq!((last, review.watch().percent(clients)), (100, None));
    }

    #[test]
    fn a_decision_is_in_the_sums_at_once() {
        let mut review = with_managers(demo(0, false));
        counted(&mut review);
        let before = *review.watch().sums().unwrap();
        assert_eq!(before.all.risk.units, 0);
        let slips = &review.watch().tally().unwrap().slips;
        let client = slips.iter().find(|slip| slip.state == SlipState::Ready).unwrap().client;
        let draft = slip_action(&review, client, Some(SlipChoice::HoldBack), "認定待ち").unwrap().draft;
        take(&mut review, draft);
        let after = *review.watch().sums().unwrap();
        assert_eq!(after.of_severity(Severity::Hold).clients, 1);
        assert!(after.all.risk.yen > 0);
        let undo = crate::app::decide::undo(&review).unwrap();
        take(&mut review, undo);
        assert_eq!(review.watch().sums(), Some(&before));
    }

    #[test]
    fn only_what_is_about_everybody_begins_another_round() {
        let mut review = with_managers(demo(0, false));
        counted(&mut review);
        let (round, revision) = (review.watch().round(), review.watch().revision());
        let client = review.month.clients[0].client;
        let draft = slip_action(&review, client, Some(SlipChoice::HoldBack), "認定待ち").unwrap().draft;
        take(&mut review, draft);
        assert_eq!(review.watch().round(), round);
        assert_ne!(review.watch().revision(), revision);
        enter(&mut review, "insurers", &[("insurer", "131011"), ("name", "見本市")]);
        counted(&mut review);
        assert_ne!(review.watch().round(), round);
    }

    #[test]
    fn claims_of_a_corporation_follow_after_the_decision() {
        let clients = u32::try_from(MOST_CLAIMS).unwrap() + 1;
        let mut review = demo_of(clients, 0, false);
        counted(&mut review);
        let cases = |review: &Review| {
            let own = review.watch().own().unwrap().unwrap();
            own.cases.iter().filter(|case| case.has_slip).count()
        };
        let (before, client) = (cases(&review), review.month.clients[0].client);
        let choice = Some(SlipChoice::Send(SlipAction::Cancel));
        let draft = slip_action(&review, client, choice, "別人の番号で出した").unwrap().draft;
        take(&mut review, draft);
        assert!(review.watch().is_behind(window()) && review.watch().sums().is_some());
        assert_eq!(cases(&review), before);
        review.watch_on(window(), 256);
        assert!(!review.watch().is_behind(window()));
        assert_eq!(cases(&review), before - 1);
        let again = predict(&review, window());
        assert_eq!(review.watch().tally(), Some(&again.tally));
    }

    #[test]
    fn a_register_and_another_window_begin_anew() {
        let mut review = with_managers(demo(0, false));
        counted(&mut review);
        assert!(review.watch().is_behind(window().next()));
        enter(&mut review, "insurers", &[("insurer", "131011"), ("name", "見本市")]);
        assert!(review.watch().is_behind(window()) && review.watch().sums().is_none());
        counted(&mut review);
        assert!(review.watch().sums().is_some());
    }
}
