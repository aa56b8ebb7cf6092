//! What came back and was not sent again, with how long there is still time.

use super::advice::{Step, advice};
use super::ledger::Ledger;
use super::tie::{Tie, tie};
use super::{Item, Notices, Says};
use crate::app::decisions::ClientDecisions;
use crate::domain::decision::Subject;
use crate::domain::ids::ClientKey;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::{FeeResult, SlipAction, SlipResult, barred_from};
use crate::format::kokuhoren::notices::Document;
use crate::format::kokuhoren::return_codes::ReturnCode;
use std::collections::BTreeMap;

/// Which document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenDocument {
    /// 給付管理票
    Slip,
    /// 居宅介護支援費, 介護予防支援費
    Fee,
}

impl OpenDocument {
    /// Name in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            OpenDocument::Slip => "slip",
            OpenDocument::Fee => "fee",
        }
    }
}

/// Why it has to be sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum OpenWhy {
    /// 返戻.
    Returned,
    /// The file failed at reception.
    NotReceived,
    /// 取下げ by 過誤.
    Withdrawn,
    /// Its slip came back, and the claim with it.
    WithSlip,
    /// 月遅れ: a person said that it is sent later.
    Late,
}

impl OpenWhy {
    /// Name in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            OpenWhy::Returned => "returned",
            OpenWhy::NotReceived => "not-received",
            OpenWhy::Withdrawn => "withdrawn",
            OpenWhy::WithSlip => "with-slip",
            OpenWhy::Late => "late",
        }
    }
}

/// A document that has to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outstanding {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// Whose; `None` when the numbers of the notice cannot be read.
    pub client: Option<ClientKey>,
    /// Which.
    pub document: OpenDocument,
    /// Why.
    pub why: OpenWhy,
    /// The item that says so: its place in [`Notices::items`].
    pub item: Option<usize>,
    /// What its code can mean.
    pub codes: Vec<&'static ReturnCode>,
    /// The window it was last sent in, or that was reviewed.
    pub since: Option<ServiceMonth>,
    /// Months from the service month to the window at hand.
    pub age: u32,
    /// The first window in which it is refused.
    pub barred_from: ServiceMonth,
    /// What to do.
    pub step: Step,
    /// Whether it was sent from here.
    pub is_own: bool,
}

impl Outstanding {
    /// Whether the time is over in a window.
    pub fn is_barred(&self, window: ServiceMonth) -> bool {
        window >= self.barred_from
    }
}

type Key = (ServiceMonth, Option<ClientKey>, OpenDocument, Option<usize>);

/// Everything that has to be sent again or at last, in the order of months and clients; `window` is the one that is open
/// or comes next.
pub fn outstanding(notices: &Notices, ledger: &Ledger, window: ServiceMonth) -> Vec<Outstanding> {
    let mut open = BTreeMap::<Key, Outstanding>::new();
    for (month, decisions) in ledger.months() {
        for (client, decided) in decisions.clients() {
            let own = [slip(ledger, month, client, decided), fee(decided)];
            for (document, why, since, step) in own.into_iter().flatten() {
                let one = Outstanding {
                    month,
                    client: Some(client),
                    document,
                    why,
                    item: None,
                    codes: Vec::new(),
                    since: Some(since),
                    age: month.months_to(window),
                    barred_from: barred_from(month),
                    step,
                    is_own: true,
                };
                open.insert((month, Some(client), document, None), one);
            }
        }
    }
    for (at, item) in notices.items.iter().enumerate() {
        tell(&mut open, notices, at, item, ledger, window);
    }
    open.into_values().collect()
}

/// Takes what an item says to what is open; what was sent elsewhere is open by the item alone.
fn tell(
    open: &mut BTreeMap<Key, Outstanding>,
    notices: &Notices,
    at: usize,
    item: &Item,
    ledger: &Ledger,
    window: ServiceMonth,
) {
    let Some((document, why)) = came_back(item) else { return };
    let Some(month) = item.month else { return };
    let tied = tie(item, ledger);
    if tied.tie == Tie::OtherOffice {
        return;
    }
    let key = (month, tied.client, document, tied.client.is_none().then_some(at));
    let codes = item.says.codes();
    if let Some(known) = open.get_mut(&key).filter(|known| known.is_own) {
        let is_of_it = known.since.is_none() || item.review.is_none() || known.since <= item.review;
        if is_of_it {
            let before = known.item.and_then(|at| notices.items.get(at));
            // Several codes of one document stand beside each other; a later notice counts alone.
            if before.is_none_or(|before| before.review < item.review) {
                known.codes.clear();
                known.step = advice(item, &tied, ledger).step;
                known.item = Some(at);
            }
            add_codes(&mut known.codes, &codes);
        }
        return;
    }
    let is_sent_again = tied.client.is_some_and(|client| {
        let decided = ledger.month(month).map(|decisions| decisions.client(client));
        decided.is_some_and(|decided| sent_after(decided, document, item.review))
    });
    if is_sent_again || matches!(tied.tie, Tie::Slip | Tie::Fee) {
        return;
    }
    let step = advice(item, &tied, ledger).step;
    let one = Outstanding {
        month,
        client: tied.client,
        document,
        why,
        item: Some(at),
        codes,
        since: item.review,
        age: month.months_to(window),
        barred_from: barred_from(month),
        step,
        is_own: false,
    };
    match open.get_mut(&key) {
        Some(known) if known.since == item.review => add_codes(&mut known.codes, &one.codes),
        Some(known) if known.since > item.review => {}
        _ => {
            open.insert(key, one);
        }
    }
}

/// Each code once: a slip may come back with several rows of the same one.
fn add_codes(codes: &mut Vec<&'static ReturnCode>, more: &[&'static ReturnCode]) {
    for code in more {
        if !codes.contains(code) {
            codes.push(code);
        }
    }
}

fn came_back(item: &Item) -> Option<(OpenDocument, OpenWhy)> {
    match &item.says {
        Says::Returned { document: Document::Slip, .. } if !item.says.is_held() => {
            Some((OpenDocument::Slip, OpenWhy::Returned))
        }
        Says::Returned { document: Document::Fee, .. } if !item.says.is_held() => {
            Some((OpenDocument::Fee, OpenWhy::Returned))
        }
        Says::Withdrawn { .. } if super::tie::is_plan_fee(item) => {
            Some((OpenDocument::Fee, OpenWhy::Withdrawn))
        }
        _ => None,
    }
}

fn sent_after(decided: &ClientDecisions, document: OpenDocument, review: Option<ServiceMonth>) -> bool {
    match document {
        OpenDocument::Slip => decided.sent_slips().iter().any(|sent| Some(sent.slip.window) > review),
        OpenDocument::Fee => decided.sent_fees().any(|fee| Some(fee.window) > review),
    }
}

type Open = (OpenDocument, OpenWhy, ServiceMonth, Step);

fn slip(ledger: &Ledger, month: ServiceMonth, client: ClientKey, decided: &ClientDecisions) -> Option<Open> {
    let last = decided.sent_slips().last();
    let open = |why, since, action| Some((OpenDocument::Slip, why, since, Step::SendSlip(action)));
    match last.and_then(|last| last.result) {
        Some(SlipResult::Returned) => {
            let last = last?;
            let before = decided.sent_slips().iter().rev().skip(1);
            let is_decided = before
                .take_while(|sent| sent.slip.action != SlipAction::Cancel)
                .any(|sent| matches!(sent.result, Some(SlipResult::Accepted)));
            let action = if is_decided { SlipAction::Replace } else { SlipAction::New };
            return open(OpenWhy::Returned, last.slip.window, action);
        }
        Some(SlipResult::NotReceived) => {
            let last = last?;
            return open(OpenWhy::NotReceived, last.slip.window, last.slip.action);
        }
        Some(SlipResult::Accepted) | None => {}
    }
    let said = ledger.last_about(month, &Subject::SlipAction { client }).map(|event| event.seq);
    let is_held_back = matches!(decided.slip_action(), Some((None, _)));
    let is_later = said > last.map(|last| last.seq);
    if is_held_back && is_later {
        return open(OpenWhy::Late, month.next(), SlipAction::New);
    }
    None
}

fn fee(decided: &ClientDecisions) -> Option<Open> {
    let last = decided.claimed_fees().last()?;
    let since = last.fee.window;
    let (why, step) = match last.result {
        Some(FeeResult::Returned) => (OpenWhy::Returned, Step::SendFee),
        Some(FeeResult::Withdrawn) => (OpenWhy::Withdrawn, Step::SendFee),
        None => {
            let of_window = decided.sent_slips().iter().rfind(|sent| sent.slip.window == since)?;
            let came_back = matches!(of_window.result?, SlipResult::Returned | SlipResult::NotReceived);
            came_back.then_some((OpenWhy::WithSlip, Step::SendFee))?
        }
    };
    Some((OpenDocument::Fee, why, since, step))
}
