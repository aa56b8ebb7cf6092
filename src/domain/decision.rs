//! Decisions (判断): what people say about differences, providers, clients and the month.
//!
//! A decision hangs on the content of what it is about, never on a place in a file, so that it holds when the same rows
//! come again in another file.

use super::difference::DifferenceClass;
use super::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use super::row::{RowDetail, ServiceRow};
use super::time::VisitTime;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The content of a row of the 第6表, without its place. The office and the client are those of what it belongs to.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct RowContent {
    /// サービスコード.
    pub code: ServiceCode,
    /// サービス利用日: day of the service month.
    pub day: u8,
    /// サービス開始時刻.
    pub start: VisitTime,
    /// サービス終了時刻.
    pub end: VisitTime,
    /// サービス回数.
    pub count: u8,
    /// 単位数 of one time.
    pub units: i32,
    /// ３０日超区分.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub over_30_days: bool,
    /// Equipment codes and pro-rata days.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<RowDetail>,
}

impl RowContent {
    /// The content of a row.
    pub fn of(row: &ServiceRow, detail: Option<&RowDetail>) -> Self {
        Self {
            code: row.code,
            day: row.day,
            start: row.start,
            end: row.end,
            count: row.count,
            units: row.units,
            over_30_days: row.over_30_days,
            detail: detail.cloned(),
        }
    }

    /// Units of the row: 単位数 × 回数.
    pub fn total_units(&self) -> i64 {
        i64::from(self.units) * i64::from(self.count)
    }
}

/// What a person changed in a row (修正); what is `None` stays as it is in the row.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(default)]
pub struct RowEdit {
    /// サービス利用日.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<u8>,
    /// サービス開始時刻.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<VisitTime>,
    /// サービス終了時刻.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub end: Option<VisitTime>,
    /// サービスコード.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub code: Option<ServiceCode>,
    /// サービス回数.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub count: Option<u8>,
    /// 単位数 of one time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<i32>,
}

impl RowEdit {
    /// The row with the changes.
    pub fn applied(&self, row: &RowContent) -> RowContent {
        let mut row = row.clone();
        row.day = self.day.unwrap_or(row.day);
        row.start = self.start.unwrap_or(row.start);
        row.end = self.end.unwrap_or(row.end);
        row.code = self.code.unwrap_or(row.code);
        row.count = self.count.unwrap_or(row.count);
        row.units = self.units.unwrap_or(row.units);
        row
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is decided about a difference.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "verdict", rename_all = "snake_case")]
pub enum Verdict {
    /// 採用: the plan follows the actual. A planned row without an actual falls away (中止).
    Adopt,
    /// 予定のまま: the actual is not taken, the planned row stands; an actual that was not planned falls away.
    Keep,
    /// 修正: the planned row (the actual one where nothing was planned) stands with these changes.
    Edit(RowEdit),
    /// 照会: the provider is asked; nothing stands yet.
    Ask {
        /// Until when the answer is wanted (回答期限).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        due: Option<NaiveDate>,
        /// The question.
        text: String,
    },
    /// 保留: left for later; the event has the reason.
    Hold,
}

impl Verdict {
    /// Whether it says which row stands.
    pub fn is_final(&self) -> bool {
        matches!(self, Verdict::Adopt | Verdict::Keep | Verdict::Edit(_))
    }
}

/// A difference as it was when a person decided: what is shown when a later file changes it (再送で変わりました).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct SeenDifference {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Class.
    pub class: DifferenceClass,
    /// The planned row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plan: Option<RowContent>,
    /// The actual row.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub actual: Option<RowContent>,
}

/// 判断 about one difference.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Decision {
    /// What was decided.
    #[serde(flatten)]
    pub verdict: Verdict,
    /// What the person saw.
    pub seen: SeenDifference,
}

/// What is decided about a provider and kind of a client from which nothing came (未着).
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(tag = "arrival", rename_all = "snake_case")]
pub enum ArrivalChoice {
    /// 予定で作成: the plan stands as if it had been carried out.
    AsPlanned,
    /// 月遅れ: left out of this month's 給付管理票, to be made up for later.
    Late,
    /// FAX受領: the actuals as they were typed in; compared like any other.
    Fax {
        /// The rows on the paper.
        rows: Vec<RowContent>,
    },
}

/// How far a client is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// 確認済: looked through.
    Checked,
    /// 確定: locked; decisions are refused until 確定を戻す.
    Fixed,
}

/// What a decision is about. Within one month every subject has at most one value in force.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum Subject {
    /// A difference: its [`Difference::id`](super::difference::Difference::id).
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
            | Subject::Note { client } => Some(*client),
            Subject::Month | Subject::Rule { .. } | Subject::Edition { .. } => None,
        }
    }

    /// Whether it belongs to the office and not to one month.
    pub fn is_of_office(&self) -> bool {
        matches!(self, Subject::Rule { .. } | Subject::Edition { .. })
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
    /// About [`Subject::Note`] and [`Subject::Edition`].
    Text {
        /// The words.
        text: String,
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

#[cfg(test)]
mod tests;
