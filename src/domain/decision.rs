//! Decisions (判断): what people say about differences, providers, clients and the month.
//!
//! A decision hangs on the content of what it is about, never on a place in a file, so that it holds when the same rows
//! come again in another file.

use super::difference::DifferenceClass;
use super::ids::{OfficeNumber, ServiceCode, ServiceKind};
use super::row::{RowDetail, ServiceRow};
use super::time::VisitTime;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

mod subject;

pub use subject::{Rule, Subject, Value};

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

#[cfg(test)]
mod tests;
