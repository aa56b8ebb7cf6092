//! What was decided about one client.

use crate::domain::decision::{ArrivalChoice, Decision, Stage, Subject, Value};
use crate::domain::event::Seq;
use crate::domain::ids::{OfficeNumber, ServiceKind};
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
            (Subject::Month | Subject::Rule { .. } | Subject::Edition { .. }, _) => {}
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
            Subject::Month | Subject::Rule { .. } | Subject::Edition { .. } => return None,
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
