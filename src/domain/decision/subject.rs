//! What decisions are about, and their values.

use super::{ArrivalChoice, Decision, Stage, Verdict};
use crate::domain::allotment::ManualShares;
use crate::domain::difference::DifferenceClass;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::slip::{FeeResult, GateBlock, SentFee, SentSlip, SlipAction, SlipResult};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What a decision is about. Within one month every subject has at most one value in force.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Subject {
    /// A difference: its [`Difference::id`](crate::domain::difference::Difference::id).
    Difference {
        /// Whose.
        client: ClientKey,
        /// Its id.
        id: String,
    },
    /// 対応付け: two differences that are one, or one that is two. The id is that of the planned row without an actual,
    /// or of the difference to be taken apart.
    Pairing {
        /// Whose.
        client: ClientKey,
        /// The id.
        id: String,
    },
    /// A provider and kind of a client.
    Arrival {
        /// Whose.
        client: ClientKey,
        /// サービス事業所.
        provider: OfficeNumber,
        /// サービス種類.
        kind: ServiceKind,
    },
    /// 取下げ: a provider that does not serve the client after all.
    Withdrawal {
        /// Whose.
        client: ClientKey,
        /// サービス事業所.
        provider: OfficeNumber,
    },
    /// How far a client is.
    Client {
        /// Whose.
        client: ClientKey,
    },
    /// 備考 on a client.
    Note {
        /// Whose.
        client: ClientKey,
    },
    /// 月の締め.
    Month,
    /// A rule that is kept for other months.
    Rule {
        /// Its name.
        name: String,
    },
    /// The edition of the standard that a provider's software reads.
    Edition {
        /// サービス事業所.
        provider: OfficeNumber,
    },
    /// 登録: a row of one of the office's registers (担当者, 事業所, 単価 ...), by the texts of its key columns.
    Entry {
        /// Name of the register.
        register: String,
        /// Texts of the key columns.
        key: Vec<String>,
    },
    /// 割振 of the units over the limits.
    Allotment {
        /// Whose.
        client: ClientKey,
    },
    /// 作成区分 of the 給付管理票, when a person wants another one than kyukan proposes.
    SlipAction {
        /// Whose.
        client: ClientKey,
    },
    /// Something that blocks the 給付管理票 of a client.
    Gate {
        /// Whose.
        client: ClientKey,
        /// What.
        block: GateBlock,
    },
    /// The 給付管理票 that was written for 国保連. Every writing counts; the last one is in force.
    SentSlip {
        /// Whose.
        client: ClientKey,
    },
    /// What became of the 給付管理票 that was written last.
    SlipResult {
        /// Whose.
        client: ClientKey,
    },
    /// The claim for the plan fee that was written for 国保連.
    SentFee {
        /// Whose.
        client: ClientKey,
    },
    /// What became of the claim for the plan fee that was written last.
    FeeResult {
        /// Whose.
        client: ClientKey,
    },
}

impl Subject {
    /// Whose it is, when it is about one client.
    pub fn client(&self) -> Option<ClientKey> {
        match self {
            Subject::Difference { client, .. }
            | Subject::Pairing { client, .. }
            | Subject::Arrival { client, .. }
            | Subject::Withdrawal { client, .. }
            | Subject::Client { client }
            | Subject::Note { client }
            | Subject::Allotment { client }
            | Subject::SlipAction { client }
            | Subject::Gate { client, .. }
            | Subject::SentSlip { client }
            | Subject::SlipResult { client }
            | Subject::SentFee { client }
            | Subject::FeeResult { client } => Some(*client),
            Subject::Month | Subject::Rule { .. } | Subject::Edition { .. } | Subject::Entry { .. } => None,
        }
    }

    /// Whether it belongs to the office and not to one month.
    pub fn is_of_office(&self) -> bool {
        matches!(self, Subject::Rule { .. } | Subject::Edition { .. } | Subject::Entry { .. })
    }
}

/// What is decided about a subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "is", rename_all = "snake_case")]
pub enum Value {
    /// About [`Subject::Difference`].
    Decision(Box<Decision>),
    /// About [`Subject::Pairing`]: the planned row belongs to the actual row of the difference with this id.
    JoinedWith {
        /// Id of the actual row without a plan.
        id: String,
    },
    /// About [`Subject::Pairing`]: the two rows do not belong together.
    Apart,
    /// About [`Subject::Arrival`].
    Arrival(ArrivalChoice),
    /// About [`Subject::Withdrawal`]; the event has the reason.
    Withdrawn,
    /// About [`Subject::Client`].
    Stage {
        /// How far.
        stage: Stage,
    },
    /// About [`Subject::Month`]: signed off.
    Closed {
        /// Clients that are not 確定, each with the explanation.
        #[serde(with = "exceptions")]
        exceptions: BTreeMap<ClientKey, String>,
    },
    /// About [`Subject::Rule`].
    Rule(Rule),
    /// About [`Subject::Note`] and [`Subject::Edition`], and the reason about [`Subject::Gate`].
    Text {
        /// The words.
        text: String,
    },
    /// About [`Subject::Entry`]: the texts of its other columns, without empty ones.
    Entry {
        /// Texts by column.
        cells: BTreeMap<String, String>,
    },
    /// About [`Subject::Allotment`].
    Shares(Box<ManualShares>),
    /// About [`Subject::SlipAction`].
    SlipAction {
        /// 作成区分; `None` when nothing is to be sent for the client in this window (月遅れ).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        action: Option<SlipAction>,
        /// Why, for the sign-off list.
        why: String,
    },
    /// About [`Subject::SentSlip`].
    SentSlip(Box<SentSlip>),
    /// About [`Subject::SlipResult`].
    SlipResult {
        /// What became of it.
        result: SlipResult,
    },
    /// About [`Subject::SentFee`].
    SentFee(Box<SentFee>),
    /// About [`Subject::FeeResult`].
    FeeResult {
        /// What became of it.
        result: FeeResult,
    },
}

/// A rule that decides many differences at once; what is `None` does not matter.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Rule {
    /// What it decides: 採用 or 予定のまま.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// Class of the differences.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub class: Option<DifferenceClass>,
    /// サービス事業所.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub provider: Option<OfficeNumber>,
    /// サービス種類.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kind: Option<ServiceKind>,
    /// サービスコード of the planned or the actual row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<ServiceCode>,
    /// Only differences without an effect on units.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub same_units: bool,
}

/// JSON has no maps with keys of two parts: a list of pairs.
mod exceptions {
    use super::{BTreeMap, ClientKey};
    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    pub(super) fn serialize<S: Serializer>(
        map: &BTreeMap<ClientKey, String>,
        to: S,
    ) -> Result<S::Ok, S::Error> {
        map.iter().collect::<Vec<_>>().serialize(to)
    }

    pub(super) fn deserialize<'de, D: Deserializer<'de>>(
        from: D,
    ) -> Result<BTreeMap<ClientKey, String>, D::Error> {
        Vec::<(ClientKey, String)>::deserialize(from).map(|list| list.into_iter().collect())
    }
}
