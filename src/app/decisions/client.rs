//! What was decided about one client.

use crate::domain::allotment::ManualShares;
use crate::domain::decision::{ArrivalChoice, Decision, Stage, Subject, Value};
use crate::domain::event::Seq;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::slip::{FeeResult, GateBlock, SentFee, SentSlip, SlipAction, SlipResult};
use rustc_hash::FxHashMap;
use std::collections::BTreeMap;

/// A value in force and the event that put it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held<T> {
    /// The value.
    pub value: T,
    /// Number of the event.
    pub seq: Seq,
}

/// 対応付け by a person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Pairing {
    /// With the actual row of the difference with this id.
    JoinedWith(String),
    /// The pair is taken apart.
    Apart,
}

/// What was decided about one client.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientDecisions {
    differences: FxHashMap<String, Held<Decision>>,
    pairings: BTreeMap<String, Held<Pairing>>,
    arrivals: BTreeMap<(OfficeNumber, ServiceKind), Held<ArrivalChoice>>,
    withdrawals: BTreeMap<OfficeNumber, Seq>,
    stage: Option<Held<Stage>>,
    note: Option<Held<String>>,
    shares: Option<Held<ManualShares>>,
    gates: BTreeMap<GateBlock, Held<String>>,
    slip_action: Option<Held<(Option<SlipAction>, String)>>,
    slips: Vec<Sent>,
    fees: Vec<ClaimedFee>,
}

/// A claim for the plan fee that was written for 国保連, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimedFee {
    /// The claim.
    pub fee: SentFee,
    /// Number of the event.
    pub seq: Seq,
    /// What became of it, when it is known.
    pub result: Option<FeeResult>,
}

/// A 給付管理票 that was written for 国保連, and what became of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// The slip.
    pub slip: SentSlip,
    /// Number of the event.
    pub seq: Seq,
    /// What became of it, when somebody said so.
    pub result: Option<SlipResult>,
}

impl ClientDecisions {
    /// The decision about a difference.
    pub fn decision(&self, id: &str) -> Option<&Held<Decision>> {
        self.differences.get(id)
    }

    /// Every decision about differences, also those whose rows are no longer there, in no order.
    pub fn decisions(&self) -> impl Iterator<Item = (&str, &Held<Decision>)> {
        self.differences.iter().map(|(id, held)| (id.as_str(), held))
    }

    /// Pairings in the order they were made.
    pub fn pairings(&self) -> Vec<(&str, &Pairing)> {
        let mut pairings: Vec<_> = self.pairings.iter().collect();
        pairings.sort_by_key(|(_, held)| held.seq);
        pairings.into_iter().map(|(id, held)| (id.as_str(), &held.value)).collect()
    }

    /// What was decided about a provider and kind from which nothing came.
    pub fn arrival(&self, provider: OfficeNumber, kind: ServiceKind) -> Option<&Held<ArrivalChoice>> {
        self.arrivals.get(&(provider, kind))
    }

    /// All of them, ordered.
    pub fn arrivals(&self) -> impl Iterator<Item = (OfficeNumber, ServiceKind, &ArrivalChoice)> {
        self.arrivals.iter().map(|((provider, kind), held)| (*provider, *kind, &held.value))
    }

    /// 取下げ: the event that says that a provider does not serve the client after all.
    pub fn withdrawal(&self, provider: OfficeNumber) -> Option<Seq> {
        self.withdrawals.get(&provider).copied()
    }

    /// How far the client is.
    pub fn stage(&self) -> Option<Stage> {
        self.stage.as_ref().map(|held| held.value)
    }

    /// 備考.
    pub fn note(&self) -> Option<&str> {
        self.note.as_ref().map(|held| held.value.as_str())
    }

    /// Whether the rows or their pairing differ from what was received: actuals were typed in, or rows paired by hand.
    pub fn changes_comparison(&self) -> bool {
        !self.pairings.is_empty()
            || self.arrivals.values().any(|held| matches!(held.value, ArrivalChoice::Fax { .. }))
    }

    /// 割振 that somebody typed.
    pub fn shares(&self) -> Option<&ManualShares> {
        self.shares.as_ref().map(|held| &held.value)
    }

    /// Why the 給付管理票 may be written although something blocks it.
    pub fn override_of(&self, block: GateBlock) -> Option<&str> {
        self.gates.get(&block).map(|held| held.value.as_str())
    }

    /// 作成区分 that somebody chose, or that nothing is sent, and why.
    pub fn slip_action(&self) -> Option<(Option<SlipAction>, &str)> {
        self.slip_action.as_ref().map(|held| (held.value.0, held.value.1.as_str()))
    }

    /// Every 給付管理票 that was written for the month, the oldest first.
    pub fn sent_slips(&self) -> &[Sent] {
        &self.slips
    }

    /// Every claim for the plan fee that was written for the month, the oldest first.
    pub fn sent_fees(&self) -> impl Iterator<Item = &SentFee> {
        self.fees.iter().map(|claimed| &claimed.fee)
    }

    /// The same with what became of each.
    pub fn claimed_fees(&self) -> &[ClaimedFee] {
        &self.fees
    }

    pub(super) fn apply(&mut self, subject: &Subject, after: Option<Value>, seq: Seq) {
        match (subject, after) {
            (Subject::Difference { id, .. }, Some(Value::Decision(value))) => {
                self.differences.insert(id.clone(), Held { value: *value, seq });
            }
            (Subject::Difference { id, .. }, _) => {
                self.differences.remove(id);
            }
            (Subject::Pairing { id, .. }, after) => {
                match pairing(after) {
                    Some(value) => self.pairings.insert(id.clone(), Held { value, seq }),
                    None => self.pairings.remove(id),
                };
            }
            (Subject::Arrival { provider, kind, .. }, Some(Value::Arrival(value))) => {
                self.arrivals.insert((*provider, *kind), Held { value, seq });
            }
            (Subject::Arrival { provider, kind, .. }, _) => {
                self.arrivals.remove(&(*provider, *kind));
            }
            (Subject::Withdrawal { provider, .. }, after) => {
                match after {
                    Some(_) => self.withdrawals.insert(*provider, seq),
                    None => self.withdrawals.remove(provider),
                };
            }
            (Subject::Client { .. }, Some(Value::Stage { stage })) => {
                self.stage = Some(Held { value: stage, seq });
            }
            (Subject::Client { .. }, _) => self.stage = None,
            (Subject::Note { .. }, Some(Value::Text { text })) => {
                self.note = Some(Held { value: text, seq });
            }
            (Subject::Note { .. }, _) => self.note = None,
            (subject, after) => self.apply_to_slip(subject, after, seq),
        }
    }

    /// What is about the 給付管理票 and the plan fee.
    fn apply_to_slip(&mut self, subject: &Subject, after: Option<Value>, seq: Seq) {
        match (subject, after) {
            (Subject::Allotment { .. }, Some(Value::Shares(value))) => {
                self.shares = Some(Held { value: *value, seq });
            }
            (Subject::Allotment { .. }, _) => self.shares = None,
            (Subject::Gate { block, .. }, Some(Value::Text { text })) => {
                self.gates.insert(*block, Held { value: text, seq });
            }
            (Subject::Gate { block, .. }, _) => {
                self.gates.remove(block);
            }
            (Subject::SlipAction { .. }, Some(Value::SlipAction { action, why })) => {
                self.slip_action = Some(Held { value: (action, why), seq });
            }
            (Subject::SlipAction { .. }, _) => self.slip_action = None,
            (Subject::SentSlip { .. }, Some(Value::SentSlip(slip))) => {
                self.slips.push(Sent { slip: *slip, seq, result: None });
            }
            (Subject::SlipResult { .. }, after) => {
                if let Some(last) = self.slips.last_mut() {
                    last.result = match after {
                        Some(Value::SlipResult { result }) => Some(result),
                        _ => None,
                    };
                }
            }
            (Subject::SentFee { .. }, Some(Value::SentFee(fee))) => {
                self.fees.push(ClaimedFee { fee: *fee, seq, result: None });
            }
            (Subject::FeeResult { .. }, after) => {
                if let Some(last) = self.fees.last_mut() {
                    last.result = match after {
                        Some(Value::FeeResult { result }) => Some(result),
                        _ => None,
                    };
                }
            }
            _ => {}
        }
    }

    pub(super) fn value(&self, subject: &Subject) -> Option<Value> {
        Some(match subject {
            Subject::Difference { id, .. } => {
                let held = self.differences.get(id)?;
                Value::Decision(Box::new(held.value.clone()))
            }
            Subject::Pairing { id, .. } => match &self.pairings.get(id)?.value {
                Pairing::JoinedWith(id) => Value::JoinedWith { id: id.clone() },
                Pairing::Apart => Value::Apart,
            },
            Subject::Arrival { provider, kind, .. } => {
                Value::Arrival(self.arrivals.get(&(*provider, *kind))?.value.clone())
            }
            Subject::Withdrawal { provider, .. } => {
                self.withdrawals.get(provider)?;
                Value::Withdrawn
            }
            Subject::Client { .. } => Value::Stage { stage: self.stage()? },
            Subject::Note { .. } => Value::Text { text: self.note()?.to_owned() },
            Subject::Allotment { .. } => Value::Shares(Box::new(self.shares()?.clone())),
            Subject::Gate { block, .. } => Value::Text { text: self.override_of(*block)?.to_owned() },
            Subject::SlipAction { .. } => {
                let (action, why) = self.slip_action()?;
                Value::SlipAction { action, why: why.to_owned() }
            }
            Subject::SentSlip { .. } => Value::SentSlip(Box::new(self.slips.last()?.slip.clone())),
            Subject::SlipResult { .. } => Value::SlipResult { result: self.slips.last()?.result? },
            Subject::SentFee { .. } => Value::SentFee(Box::new(self.fees.last()?.fee.clone())),
            Subject::FeeResult { .. } => Value::FeeResult { result: self.fees.last()?.result? },
            Subject::Month | Subject::Rule { .. } | Subject::Edition { .. } | Subject::Entry { .. } => {
                return None;
            }
        })
    }
}

fn pairing(value: Option<Value>) -> Option<Pairing> {
    match value? {
        Value::JoinedWith { id } => Some(Pairing::JoinedWith(id)),
        Value::Apart => Some(Pairing::Apart),
        _ => None,
    }
}
