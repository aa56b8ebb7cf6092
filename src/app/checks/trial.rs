//! What would become of a client if something were decided: worked out for that client alone, and nothing is changed.

use super::watch::MOST_CLAIMS;
use super::{CheckGround, ClientChecks};
use crate::app::decisions::Decisions;
use crate::app::own::OwnMonth;
use crate::app::review::Review;
use crate::app::tally::{ClientSlip, TallyGround, client_slip};
use crate::app::worth::Ground;
use crate::domain::decision::{ArrivalChoice, Subject, Value};
use crate::domain::event::Change;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;

/// A client as it would be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trial {
    /// The slip.
    pub slip: ClientSlip,
    /// What would be found.
    pub checks: ClientChecks,
}

/// What changes of a draft would make of a client, for sendings in a window (処理対象年月); the same as after the event.
/// `None` while the month is being counted, and for changes that are about everybody or change which rows there are.
pub fn trial(review: &Review, window: ServiceMonth, client: ClientKey, changes: &[Change]) -> Option<Trial> {
    review.watch().checks()?;
    if changes.iter().any(changes_rows_or_everybody) {
        return None;
    }
    let position = review.month.position(client)?;
    let decisions = review.decisions.alone(client, changes);
    let now = review.tally_ground(window);
    let tally = TallyGround { worth: Ground { decisions: &decisions, ..now.worth }, ..now };
    let slip = client_slip(&tally, position)?;
    // Those of a corporation would take too long: they stay as they were counted.
    let claims =
        (review.month.clients.len() <= MOST_CLAIMS).then(|| claims(review, window, &decisions, &slip));
    let counted = || review.watch().own().and_then(Result::ok);
    let own = claims.as_ref().map_or_else(counted, Option::as_ref);
    let ground = CheckGround { tally, ..review.check_ground(window, own) };
    let checks = ground.client(&slip)?;
    Some(Trial { slip, checks })
}

/// Registers are about everybody; rows that are typed in or paired are compared anew when it is really decided.
fn changes_rows_or_everybody(change: &Change) -> bool {
    let is_typed = |value: &Option<Value>| matches!(value, Some(Value::Arrival(ArrivalChoice::Fax { .. })));
    match &change.subject {
        Subject::Pairing { .. } => true,
        Subject::Arrival { .. } => is_typed(&change.before) || is_typed(&change.after),
        subject => subject.client().is_none(),
    }
}

/// The claims with the slip as it would be.
fn claims(
    review: &Review,
    window: ServiceMonth,
    decisions: &Decisions,
    slip: &ClientSlip,
) -> Option<OwnMonth> {
    let mut tally = review.watch().tally()?.clone();
    if let Some(old) = tally.slips.get_mut(slip.position) {
        old.clone_from(slip);
    }
    let own = review.own_office(review.filing_office()?);
    OwnMonth::of(&own, &tally, decisions, window).ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::checks::tests::{demo, take, window, with_managers};
    use crate::app::decide::{self, SlipChoice, slip_action};
    use crate::app::review::DifferenceAt;
    use crate::check::{AtRisk, Severity, at_risk};
    use crate::domain::decision::Verdict;
    use crate::domain::event::Draft;
    use crate::domain::slip::SlipAction;

    fn counted(differences: u32) -> Review {
        let mut review = with_managers(demo(differences, differences > 0));
        review.watch_to_the_end(window());
        review
    }

    fn now(review: &Review, position: usize) -> Trial {
        let (tally, checks) = (review.watch().tally().unwrap(), review.watch().checks().unwrap());
        Trial {
            slip: tally.slip(position).unwrap().clone(),
            checks: checks.client(position).unwrap().clone(),
        }
    }

    /// Tries a draft and then takes it: both are the same, and trying changes nothing.
    fn agrees(review: &mut Review, position: usize, draft: Draft) -> Trial {
        let client = review.month.clients[position].client;
        let before = now(review, position);
        let tried = trial(review, window(), client, &draft.changes).unwrap();
        assert_eq!(now(review, position), before);
        take(review, draft);
        assert_eq!(tried, now(review, position), "client {position}");
        let undo = decide::undo(review).unwrap();
        take(review, undo);
        assert_eq!(now(review, position), before);
        tried
    }

    #[test]
    fn trying_to_adopt_is_the_same_as_adopting() {
        let mut review = counted(40);
        let (mut tried, mut better) = (0, 0);
        for position in 0..review.month.clients.len() {
            let differences = review.month.comparisons[position].differences.len();
            let places: Vec<DifferenceAt> = (0..u32::try_from(differences).unwrap())
                .map(|at| DifferenceAt { client: u32::try_from(position).unwrap(), at })
                .collect();
            let Ok(drafted) = decide::verdict(&review, &places, Some(&Verdict::Adopt), "") else { continue };
            let risk = at_risk(now(&review, position).checks.open());
            let after = at_risk(agrees(&mut review, position, drafted.draft).checks.open());
            tried += 1;
            better += usize::from(after.yen < risk.yen);
        }
        assert!(tried > 10 && better > 3, "{tried} {better}");
    }

    #[test]
    fn trying_an_action_is_the_same_as_choosing_it() {
        let mut review = counted(0);
        for (position, choice) in (0..).zip([
            SlipChoice::HoldBack,
            SlipChoice::Send(SlipAction::Cancel),
            SlipChoice::Send(SlipAction::Replace),
        ]) {
            let client = review.month.clients[position].client;
            let draft = slip_action(&review, client, Some(choice), "認定待ち").unwrap().draft;
            let tried = agrees(&mut review, position, draft);
            if choice == SlipChoice::HoldBack {
                assert_eq!(tried.checks.severity(), Some(Severity::Hold));
                assert_ne!(at_risk(tried.checks.open()), AtRisk::default());
            }
        }
    }

    #[test]
    fn what_changes_rows_or_is_not_counted_cannot_be_told() {
        let mut review = counted(40);
        let client = review.month.clients[0].client;
        let pairing = Change {
            subject: Subject::Pairing { client, id: "x".to_owned() },
            before: None,
            after: Some(Value::Apart),
        };
        assert_eq!(trial(&review, window(), client, &[pairing]), None);
        assert!(trial(&review, window(), client, &[]).is_some());
        let entry = Change {
            subject: Subject::Entry { register: "insurers".to_owned(), key: vec!["131011".to_owned()] },
            before: None,
            after: None,
        };
        assert_eq!(trial(&review, window(), client, &[entry]), None);
        review = demo(40, true);
        assert_eq!(trial(&review, window(), client, &[]), None);
    }
}
