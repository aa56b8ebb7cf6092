//! Differences (差異) between what was planned and what was done.

use super::ids::{ClientKey, OfficeNumber, ServiceKind};
use super::row::{FileIndex, ServiceRow};

/// Class of a difference. A pair that differs in several ways has the first class that applies, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DifferenceClass {
    /// 予定あり実績なし (中止・欠席).
    Missing,
    /// 予定なし実績.
    Extra,
    /// 振替: another day.
    MovedDate,
    /// コード変更.
    CodeChanged,
    /// 回数差.
    CountChanged,
    /// 単位差.
    UnitsChanged,
    /// 時間変更.
    TimeChanged,
    /// TAISコード, 届出コード or 明細判別コード differ (equipment), or the pro-rata days.
    DiscriminatorChanged,
}

impl DifferenceClass {
    /// Every class, in the order of reports.
    pub const ALL: [DifferenceClass; 8] = [
        DifferenceClass::Missing,
        DifferenceClass::Extra,
        DifferenceClass::MovedDate,
        DifferenceClass::CodeChanged,
        DifferenceClass::CountChanged,
        DifferenceClass::UnitsChanged,
        DifferenceClass::TimeChanged,
        DifferenceClass::DiscriminatorChanged,
    ];

    /// Name in the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            DifferenceClass::Missing => "missing",
            DifferenceClass::Extra => "extra",
            DifferenceClass::MovedDate => "moved_date",
            DifferenceClass::CodeChanged => "code_changed",
            DifferenceClass::CountChanged => "count_changed",
            DifferenceClass::UnitsChanged => "units_changed",
            DifferenceClass::TimeChanged => "time_changed",
            DifferenceClass::DiscriminatorChanged => "discriminator_changed",
        }
    }
}

/// A row and the file it stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PlacedRow {
    /// The file.
    pub file: FileIndex,
    /// The row.
    pub row: ServiceRow,
}

/// One difference: a pair of rows that differ, or a row without a partner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Identity: 16 hexadecimal digits from the client, the provider, the kind and the content of the rows, so that
    /// it stays the same when other files arrive.
    pub id: String,
    /// What kind of difference.
    pub class: DifferenceClass,
    /// Whose.
    pub client: ClientKey,
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// The planned row; `None` for 予定なし実績.
    pub plan: Option<PlacedRow>,
    /// The actual row; `None` for 予定あり実績なし.
    pub actual: Option<PlacedRow>,
    /// Actual units minus planned units, 単位数 × 回数.
    pub units_delta: i64,
}
