//! What notices say of slips and claims that were sent, as events of the journal.

use super::ledger::Ledger;
use super::tie::{Tie, is_plan_fee, tie};
use super::{Head, Item, Notices, Says};
use crate::app::decisions::Decisions;
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Draft, Event};
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::{FeeResult, SlipResult};
use crate::format::kokuhoren::notices::{Document, NoticeKind};
use crate::format::kokuhoren::read::FileFault;
use std::collections::{BTreeMap, BTreeSet};

/// What became of a slip or a claim.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Outcome {
    /// Of a slip.
    Slip(SlipResult),
    /// Of a claim for the plan fee.
    Fee(FeeResult),
}

impl Outcome {
    fn subject(self, client: ClientKey) -> Subject {
        match self {
            Outcome::Slip(_) => Subject::SlipResult { client },
            Outcome::Fee(_) => Subject::FeeResult { client },
        }
    }

    fn value(self) -> Value {
        match self {
            Outcome::Slip(result) => Value::SlipResult { result },
            Outcome::Fee(result) => Value::FeeResult { result },
        }
    }

    fn of(value: &Value) -> Option<Self> {
        match value {
            Value::SlipResult { result } => Some(Outcome::Slip(*result)),
            Value::FeeResult { result } => Some(Outcome::Fee(*result)),
            _ => None,
        }
    }
}

/// A person said something else than a notice does; what the person said stays.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradiction {
    /// Whose.
    pub client: ClientKey,
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// What the notice says.
    pub says: Outcome,
    /// What stands.
    pub stands: Outcome,
    /// Who said it, when and why.
    pub by: Event,
}

/// What follows from notices.
#[derive(Clone, Debug, Default)]
pub struct States {
    /// One event a month.
    pub drafts: Vec<Draft>,
    /// What is left as people said it.
    pub contradictions: Vec<Contradiction>,
}

/// Works out what the notices of the files from `first` on say of what was sent. Slips of which a whole list of returns
/// says nothing are decided (決定). Nothing is taken for decided when any kept list of the month says otherwise.
pub fn states(notices: &Notices, first: usize, ledger: &Ledger) -> States {
    let mut said = BTreeMap::<(ServiceMonth, ClientKey, bool), Outcome>::new();
    for item in notices.items.iter().filter(|item| item.file >= first) {
        if let Some((month, client, result)) = says(item, ledger) {
            said.insert((month, client, matches!(result, Outcome::Fee(_))), result);
        }
    }
    accept(notices, first, ledger, &mut said);
    let mut states = States::default();
    let mut changes = BTreeMap::<ServiceMonth, Vec<Change>>::new();
    for ((month, client, _), result) in said {
        match change(ledger, month, client, result) {
            Some(Ok(change)) => changes.entry(month).or_default().push(change),
            Some(Err(contradiction)) => states.contradictions.push(*contradiction),
            None => {}
        }
    }
    let files = u32::try_from(notices.files.len().saturating_sub(first)).unwrap_or(u32::MAX);
    let draft = |(month, changes)| Draft {
        month: Some(month),
        deed: Deed::Notices { files },
        changes,
        reason: String::new(),
    };
    states.drafts = changes.into_iter().map(draft).collect();
    states
}

/// What an item says of the slip or claim that was sent last; older ones have had their answer.
fn says(item: &Item, ledger: &Ledger) -> Option<(ServiceMonth, ClientKey, Outcome)> {
    let tied = tie(item, ledger);
    let (month, client) = (item.month?, tied.client?);
    let decided = ledger.month(month)?.client(client);
    let result = match (&item.says, tied.tie) {
        (Says::Returned { document: Document::Slip, .. }, Tie::Slip) if !item.says.is_held() => {
            decided.sent_slips().last().filter(|last| Some(last.seq) == tied.slip.map(|sent| sent.seq))?;
            Outcome::Slip(SlipResult::Returned)
        }
        (Says::Returned { document: Document::Fee, .. }, Tie::Fee) if !item.says.is_held() => {
            decided.claimed_fees().last().filter(|last| Some(last.seq) == tied.fee.map(|fee| fee.seq))?;
            Outcome::Fee(FeeResult::Returned)
        }
        (Says::Withdrawn { .. }, Tie::Fee) if is_plan_fee(item) => {
            decided.claimed_fees().last().filter(|last| Some(last.seq) == tied.fee.map(|fee| fee.seq))?;
            Outcome::Fee(FeeResult::Withdrawn)
        }
        _ => return None,
    };
    Some((month, client, result))
}

/// Slips of a reviewed window that no list names.
fn accept(
    notices: &Notices,
    first: usize,
    ledger: &Ledger,
    said: &mut BTreeMap<(ServiceMonth, ClientKey, bool), Outcome>,
) {
    let new = notices.heads.iter().filter(|head| head.file >= first);
    let reviewed: BTreeSet<ServiceMonth> =
        new.filter(|head| is_whole(notices, head, ledger)).filter_map(|head| head.review).collect();
    let named: BTreeSet<(ServiceMonth, ClientKey, ServiceMonth)> = notices
        .items
        .iter()
        .filter(|item| item.says.document() == Some(&Document::Slip))
        .filter_map(|item| Some((item.month?, tie(item, ledger).client?, item.review?)))
        .collect();
    for (month, decisions) in ledger.months() {
        for (client, decided) in decisions.clients() {
            let Some(last) = decided.sent_slips().last() else { continue };
            let window = last.slip.window;
            if reviewed.contains(&window) && !named.contains(&(month, client, window)) {
                said.entry((month, client, false)).or_insert(Outcome::Slip(SlipResult::Accepted));
            }
        }
    }
}

/// Whether a 返戻（保留）一覧表 (7411) of the own office was taken in whole: with its end, every row read, and every slip in
/// it found. Only then silence about a slip means that it was decided.
pub fn is_whole(notices: &Notices, head: &Head, ledger: &Ledger) -> bool {
    let Some(file) = notices.files.get(head.file) else { return false };
    let is_own = ledger.own.is_none() || head.office == ledger.own;
    let is_lost = |item: &&Item| {
        let is_slip = item.says.document() == Some(&Document::Slip);
        // Some of its rows may have come before in another file.
        let is_of_it = (item.kind, item.office, item.review) == (head.kind, head.office, head.review);
        is_of_it && is_slip && (item.month.is_none() || tie(item, ledger).tie == Tie::NoClient)
    };
    head.kind == NoticeKind::Returns
        && head.exchange_id == "7411"
        && head.office.is_some()
        && head.review.is_some()
        && is_own
        && file.read.quarantined.is_empty()
        && !file.read.faults.iter().any(is_cut)
        && !notices.items.iter().any(|item| is_lost(&item))
}

/// Whether a fault means that rows may be missing.
pub fn is_cut(fault: &FileFault) -> bool {
    use FileFault::{Count, EndNumber, NoControl, NoEnd};
    matches!(fault, NoControl | NoEnd | EndNumber { .. } | Count { .. })
}

/// The change to what stands; `None` when it stands already.
fn change(
    ledger: &Ledger,
    month: ServiceMonth,
    client: ClientKey,
    result: Outcome,
) -> Option<Result<Change, Box<Contradiction>>> {
    let decisions: &Decisions = ledger.month(month)?;
    let subject = result.subject(client);
    let stands = decisions.value(&subject).as_ref().and_then(Outcome::of);
    if let Some(stands) = stands.filter(|stands| *stands != result) {
        if let Some(by) = ledger.said_by_person(month, &subject) {
            let by = by.clone();
            return Some(Err(Box::new(Contradiction { client, month, says: result, stands, by })));
        }
        // What another notice said stands until one says that it came back.
        if result == Outcome::Slip(SlipResult::Accepted) {
            return None;
        }
    }
    decisions.change(subject, Some(result.value())).map(Ok)
}
