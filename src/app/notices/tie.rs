//! To which slip or claim that was sent an item belongs.

use super::ledger::Ledger;
use super::{Item, Says};
use crate::app::decisions::{ClaimedFee, ClientDecisions, Sent};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::slip::SentLine;
use crate::format::kokuhoren::notices::{Document, NoticeKind};
use crate::format::kokuhoren::numbers::{Payer, office as number};

/// To what an item belongs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Tie {
    /// The slip that was sent.
    Slip,
    /// The claim for the plan fee that was sent.
    Fee,
    /// Something was sent from here for the client and month, but not in the window that was reviewed.
    OtherWindow,
    /// The client is known, and nothing was sent from here for the month.
    NothingSent,
    /// Nothing is known about the client.
    UnknownClient,
    /// The numbers of insurer and insured cannot be read.
    NoClient,
    /// The notice is for another office.
    OtherOffice,
    /// The item is about no client.
    Sums,
}

impl Tie {
    /// Name in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            Tie::Slip => "slip",
            Tie::Fee => "fee",
            Tie::OtherWindow => "other-window",
            Tie::NothingSent => "nothing-sent",
            Tie::UnknownClient => "unknown-client",
            Tie::NoClient => "no-client",
            Tie::OtherOffice => "other-office",
            Tie::Sums => "sums",
        }
    }
}

/// An item with what it belongs to.
#[derive(Clone, Debug)]
pub struct Tied<'a> {
    /// To what.
    pub tie: Tie,
    /// Whose.
    pub client: Option<ClientKey>,
    /// The provider, when the row is about its claim.
    pub provider: Option<OfficeNumber>,
    /// The slip that was sent.
    pub slip: Option<&'a Sent>,
    /// The claim that was sent.
    pub fee: Option<&'a ClaimedFee>,
    /// Lines of the slip that the row is about: those of its provider and kind, of its kind, or none.
    pub lines: Vec<SentLine>,
}

/// Finds what an item belongs to.
pub fn tie<'a>(item: &Item, ledger: &'a Ledger) -> Tied<'a> {
    let mut tied = Tied {
        tie: Tie::Sums,
        client: item.client,
        provider: provider(item, ledger),
        slip: None,
        fee: None,
        lines: Vec::new(),
    };
    if is_foreign(item, ledger) {
        tied.tie = Tie::OtherOffice;
        return tied;
    }
    if !item.is_of_client() {
        return tied;
    }
    tied.client = item.client.or_else(|| without_insurer(item, ledger));
    let Some(client) = tied.client else {
        tied.tie = if item.payer.is_some() && item.insured_number().is_some() {
            Tie::UnknownClient
        } else {
            Tie::NoClient
        };
        return tied;
    };
    let decided = item.month.and_then(|month| ledger.month(month)).map(|month| month.client(client));
    tied.tie = match decided {
        Some(decided) => sent(item, decided, &mut tied),
        None => Tie::NothingSent,
    };
    if tied.tie == Tie::NothingSent && !ledger.knows(client) {
        tied.tie = Tie::UnknownClient;
    }
    tied
}

/// Whose a row is that names somebody else in the place of the insurer: a public payer, or the provider of a claim.
fn without_insurer(item: &Item, ledger: &Ledger) -> Option<ClientKey> {
    let is_named = match &item.payer {
        Some(Payer::Public(_)) => true,
        Some(Payer::Insurer(_)) => false,
        None => is_of_provider(item) && number(&item.insurer).is_some(),
    };
    ledger.by_insured(item.insured_number().filter(|_| is_named)?)
}

/// Whether a notice is for another office and was not passed on by a provider because it is about a client's claim.
fn is_foreign(item: &Item, ledger: &Ledger) -> bool {
    let is_other = matches!((item.office, ledger.own), (Some(office), Some(own)) if office != own);
    is_other && !is_of_provider(item)
}

/// Whether an item is about a provider's claim.
fn is_of_provider(item: &Item) -> bool {
    match &item.says {
        Says::Returned { document, .. } => *document == Document::Claim,
        Says::Cut { .. } | Says::Reexamined { .. } => true,
        Says::Withdrawn { .. } => !is_plan_fee(item),
        _ => false,
    }
}

/// Whether the kind of an item is one of the plan fee.
pub(super) fn is_plan_fee(item: &Item) -> bool {
    item.service.is_some_and(|kind| matches!(kind.as_str(), "43" | "46" | "AF"))
}

fn provider(item: &Item, ledger: &Ledger) -> Option<OfficeNumber> {
    if !is_of_provider(item) {
        return None;
    }
    // A list for the support office may name the provider where it names the insurer otherwise.
    let named = number(&item.insurer).filter(|_| item.payer.is_none());
    named.or(item.office.filter(|office| Some(*office) != ledger.own))
}

fn sent<'a>(item: &Item, decided: &'a ClientDecisions, tied: &mut Tied<'a>) -> Tie {
    let (slips, fees) = (decided.sent_slips(), decided.claimed_fees());
    let is_fee = match &item.says {
        Says::Returned { document, .. } => *document == Document::Fee,
        Says::Withdrawn { .. } => is_plan_fee(item),
        _ => false,
    };
    let in_time = |window| match item.says {
        // What a list of returns says is about what was sent in the window that was reviewed.
        Says::Returned { .. } if item.kind == NoticeKind::Returns && !is_of_provider(item) => {
            Some(window) == item.review
        }
        _ => item.review.is_none_or(|review| window <= review),
    };
    tied.slip = slips.iter().rfind(|sent| in_time(sent.slip.window));
    tied.fee = fees.iter().rfind(|claimed| in_time(claimed.fee.window));
    if let Some(sent) = tied.slip {
        let is_meant = |line: &&SentLine| {
            item.service == Some(line.kind) && tied.provider.is_none_or(|office| office == line.office)
        };
        tied.lines = sent.slip.lines.iter().filter(is_meant).copied().collect();
    }
    let (found, has_any) = if is_fee {
        (tied.fee.is_some(), !fees.is_empty())
    } else {
        (tied.slip.is_some(), !slips.is_empty())
    };
    match (found, is_fee, has_any) {
        (true, true, _) => Tie::Fee,
        (true, false, _) => Tie::Slip,
        (false, _, true) => Tie::OtherWindow,
        (false, _, false) => Tie::NothingSent,
    }
}
