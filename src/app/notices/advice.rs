//! What is to be done about an item, which check could have foreseen it, and what a person had let through.

use super::ledger::Ledger;
use super::tie::{Tie, Tied};
use super::{Item, Says};
use crate::app::checks::Past;
use crate::app::registers::Silence;
use crate::app::tally::History;
use crate::check::CHECKS;
use crate::domain::decision::Subject;
use crate::domain::event::Seq;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::{GateBlock, SlipAction};
use crate::format::kokuhoren::notices::Document;
use crate::format::kokuhoren::return_codes::{Outcome, Remedy, ReturnCode};

/// The next step.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Step {
    /// Send the slip, with this 作成区分.
    SendSlip(SlipAction),
    /// Send the slip as 新規, and with it the claim.
    SendSlipAndFee,
    /// Send the claim for the plan fee again.
    SendFee,
    /// Ask the insurer first.
    AskInsurer,
    /// Ask the federation.
    AskFederation,
    /// Wait for the decision of the certification, then send.
    WaitForDecision,
    /// Tell the provider, which has to act.
    TellProvider,
    /// Find out whose it is, or why it came here.
    Clarify,
    /// Nothing.
    Nothing,
}

impl Step {
    /// Every step.
    pub const ALL: [Step; 11] = [
        Step::SendSlip(SlipAction::New),
        Step::SendSlip(SlipAction::Replace),
        Step::SendSlip(SlipAction::Cancel),
        Step::SendSlipAndFee,
        Step::SendFee,
        Step::AskInsurer,
        Step::AskFederation,
        Step::WaitForDecision,
        Step::TellProvider,
        Step::Clarify,
        Step::Nothing,
    ];

    /// Name in JSON and CSV.
    pub fn name(self) -> &'static str {
        match self {
            Step::SendSlip(SlipAction::New) => "send-new",
            Step::SendSlip(SlipAction::Replace) => "send-replacement",
            Step::SendSlip(SlipAction::Cancel) => "send-cancellation",
            Step::SendSlipAndFee => "send-slip-with-fee",
            Step::SendFee => "send-fee",
            Step::AskInsurer => "ask-insurer",
            Step::AskFederation => "ask-federation",
            Step::WaitForDecision => "wait-for-decision",
            Step::TellProvider => "tell-provider",
            Step::Clarify => "clarify",
            Step::Nothing => "nothing",
        }
    }
}

/// What a person had let through or chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OverrideOf {
    /// Something that blocked the slip.
    Gate(GateBlock),
    /// 作成区分; `None` when it was held back.
    Action(Option<SlipAction>),
}

/// A decision of a person to send nevertheless, or otherwise than proposed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Override {
    /// What.
    pub of: OverrideOf,
    /// Why, in the person's words.
    pub why: String,
    /// The event, which has who and when.
    pub seq: Seq,
}

/// What the checks had found when the document was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AsSent {
    /// It was not sent from here, or its month is not open.
    NotKnown,
    /// No check that foresees the code had found anything.
    NotFound,
    /// A check had found it.
    Found {
        /// Its id.
        check: &'static str,
        /// Why it was not told, when somebody had silenced it.
        silence: Option<Silence>,
    },
}

impl AsSent {
    /// Name in JSON and CSV.
    pub fn name(&self) -> &'static str {
        match self {
            AsSent::NotKnown => "not-known",
            AsSent::NotFound => "not-found",
            AsSent::Found { silence: None, .. } => "found",
            AsSent::Found { silence: Some(_), .. } => "silenced",
        }
    }
}

/// What is to be done about an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// The next step.
    pub step: Step,
    /// Steps that the code asks for, the first one first.
    pub remedies: Vec<Remedy>,
    /// Checks that foresee the code; empty when none does.
    pub caught_by: Vec<&'static str>,
    /// What people had let through for this slip, as it stands in the journal.
    pub overrides: Vec<Override>,
    /// What the checks had found when it was sent.
    pub as_sent: AsSent,
}

impl Advice {
    /// Looks back to what the checks find with what had been decided before the slip was sent.
    pub fn look_back(&mut self, tied: &Tied<'_>, past: &mut Past<'_>) {
        let found = tied.slip.zip(tied.client).and_then(|(sent, client)| {
            // Checks of the plan fee need the claims of that time, which are not kept.
            past.before(sent.seq, client, sent.slip.window)
        });
        let Some(checks) = found.filter(|_| !self.caught_by.is_empty()) else { return };
        let foresaw = checks.findings.iter().find(|found| self.caught_by.contains(&found.finding.check));
        self.as_sent = match foresaw {
            Some(found) => AsSent::Found { check: found.finding.check, silence: found.silence.clone() },
            None => AsSent::NotFound,
        };
    }
}

/// Works out what is to be done.
pub fn advice(item: &Item, tied: &Tied<'_>, ledger: &Ledger) -> Advice {
    let codes = item.says.codes();
    let mut remedies = Vec::new();
    for remedy in codes.iter().flat_map(|code| code.remedies()) {
        if !remedies.contains(&remedy) {
            remedies.push(remedy);
        }
    }
    let foresees = |check: &&crate::check::Check| {
        check.codes.iter().any(|foreseen| codes.iter().any(|code| code.code == *foreseen))
    };
    Advice {
        step: step(item, tied, ledger, &codes),
        remedies,
        caught_by: CHECKS.iter().filter(foresees).map(|check| check.id).collect(),
        overrides: overrides(item, tied, ledger),
        as_sent: AsSent::NotKnown,
    }
}

fn step(item: &Item, tied: &Tied<'_>, ledger: &Ledger, codes: &[&'static ReturnCode]) -> Step {
    if matches!(tied.tie, Tie::OtherOffice | Tie::NoClient) {
        return Step::Clarify;
    }
    match &item.says {
        Says::Returned { document: Document::Slip, .. } => of_slip(item, tied, ledger, codes),
        Says::Returned { document: Document::Fee, .. } => of_fee(codes),
        Says::Returned { document: Document::Claim, .. } => of_claim(item, codes, tied),
        Says::Returned { document: Document::Other(_), .. } | Says::Cut { code: None, .. } => {
            Step::AskFederation
        }
        Says::Cut { reason, .. } => match reason.as_str() {
            "A" | "B" | "Ａ" | "Ｂ" => Step::SendSlip(SlipAction::Replace),
            _ => Step::TellProvider,
        },
        // 取消 takes the claims with it: the slip goes out anew under the right key, and the claim with it.
        Says::Withdrawn { reason, .. } if tied.tie == Tie::Fee && reason == "32" => Step::SendSlipAndFee,
        Says::Withdrawn { .. } if tied.tie == Tie::Fee => Step::SendFee,
        Says::Withdrawn { .. } if tied.provider.is_some() => Step::TellProvider,
        Says::Withdrawn { .. } => Step::Clarify,
        Says::Changed { .. } | Says::Paid { .. } | Says::Transfer { .. } | Says::Reexamined { .. } => {
            Step::Nothing
        }
    }
}

fn has(codes: &[&'static ReturnCode], wanted: &[&str]) -> bool {
    codes.iter().any(|code| wanted.contains(&code.code))
}

/// A returned slip was never decided, so it is 新規 again, unless an earlier one was decided and is in force.
fn of_slip(item: &Item, tied: &Tied<'_>, ledger: &Ledger, codes: &[&'static ReturnCode]) -> Step {
    let is_only = |wanted: &str| codes.len() == 1 && has(codes, &[wanted]);
    let was_cancellation = tied.slip.is_some_and(|sent| sent.slip.action == SlipAction::Cancel);
    if codes.is_empty() {
        Step::AskFederation
    } else if has(codes, &["ANNJ"]) {
        Step::SendSlip(SlipAction::Replace)
    } else if is_only("ANN0") {
        Step::Nothing
    } else if is_only("ANN9") {
        Step::SendSlip(SlipAction::New)
    } else if has(codes, &["12PA"]) {
        Step::WaitForDecision
    } else if was_cancellation {
        Step::SendSlip(SlipAction::Cancel)
    } else if is_decided(item, tied, ledger) {
        Step::SendSlip(SlipAction::Replace)
    } else {
        Step::SendSlip(SlipAction::New)
    }
}

/// Whether a slip of the client and month is decided apart from the one that came back.
fn is_decided(item: &Item, tied: &Tied<'_>, ledger: &Ledger) -> bool {
    let decided = || {
        let sent = ledger.month(item.month?)?.client(tied.client?).sent_slips();
        let is_other = |seq: Seq| tied.slip.is_none_or(|returned| returned.seq != seq);
        let others: Vec<_> = sent.iter().filter(|sent| is_other(sent.seq)).cloned().collect();
        let after = item.review.map_or(item.month?.next(), ServiceMonth::next);
        Some(History::of(&others, after).decided.is_some())
    };
    decided().unwrap_or(false)
}

fn of_fee(codes: &[&'static ReturnCode]) -> Step {
    if codes.is_empty() || has(codes, &["事由E"]) {
        Step::AskFederation
    } else if has(codes, &["計画費D"]) {
        Step::SendSlipAndFee
    } else if has(codes, &["ANN2"]) {
        Step::Nothing
    } else if has(codes, &["ANN4"]) {
        Step::AskInsurer
    } else if has(codes, &["12PA"]) {
        Step::WaitForDecision
    } else {
        Step::SendFee
    }
}

/// A claim of a provider waits for a slip, or came back.
fn of_claim(item: &Item, codes: &[&'static ReturnCode], tied: &Tied<'_>) -> Step {
    let is_slip_wanted = has(codes, &["保留", "返戻（給管未提出）"]);
    let needs_more = has(codes, &["ANNM", "返戻（査定）"]);
    let stands = tied.slip.is_some_and(|sent| sent.result != Some(crate::domain::slip::SlipResult::Returned));
    if item.says.is_held() || is_slip_wanted {
        // What was sent and stands does not list the provider; otherwise there is no slip.
        Step::SendSlip(if stands { SlipAction::Replace } else { SlipAction::New })
    } else if needs_more {
        Step::SendSlip(SlipAction::Replace)
    } else if codes.is_empty() || codes.iter().any(|code| code.outcome == Outcome::Refused) {
        Step::AskFederation
    } else {
        Step::TellProvider
    }
}

fn overrides(item: &Item, tied: &Tied<'_>, ledger: &Ledger) -> Vec<Override> {
    if !matches!(tied.tie, Tie::Slip | Tie::Fee) {
        return Vec::new();
    }
    let (Some(month), Some(client)) = (item.month, tied.client) else { return Vec::new() };
    let Some(decisions) = ledger.month(month) else { return Vec::new() };
    let decided = decisions.client(client);
    let seq = |subject: &Subject| ledger.last_about(month, subject).map(|event| event.seq);
    let gates = GateBlock::ALL.into_iter().filter_map(|block| {
        let why = decided.override_of(block)?.to_owned();
        Some(Override { of: OverrideOf::Gate(block), why, seq: seq(&Subject::Gate { client, block })? })
    });
    let action = decided.slip_action().and_then(|(action, why)| {
        let seq = seq(&Subject::SlipAction { client })?;
        Some(Override { of: OverrideOf::Action(action), why: why.to_owned(), seq })
    });
    gates.chain(action).collect()
}
