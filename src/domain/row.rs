//! Rows of the 第6表 as the comparison needs them, and the rows of the 第7表.

use super::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use super::time::VisitTime;
use std::fmt;

/// Index of a file in the sorted list of the month's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct FileIndex(pub u32);

impl FileIndex {
    /// The file at a position of the list, which never has four thousand million entries.
    pub fn at(position: usize) -> Self {
        Self(u32::try_from(position).unwrap_or(u32::MAX))
    }
}

/// One row of the 第6表, planned or actual: one service line on one day of one client.
///
/// Kept small, because a corporation's month has millions. The client and the file are those of the row's block;
/// everything else stays in the file, where `offset` finds it again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ServiceRow {
    /// サービス事業者コード: the office that is planned or served.
    pub provider: OfficeNumber,
    /// サービスコード.
    pub code: ServiceCode,
    /// サービス利用日: day of the service month.
    pub day: u8,
    /// サービス回数 on that day, 1 to 99.
    pub count: u8,
    /// サービス開始時刻.
    pub start: VisitTime,
    /// サービス終了時刻.
    pub end: VisitTime,
    /// 単位数: discounted units of one time of the service, negative for reductions.
    pub units: i32,
    /// ３０日超区分: short stay beyond 30 consecutive days.
    pub over_30_days: bool,
    /// サテライト枝番; two spaces when the office has none.
    pub satellite: [u8; 2],
    /// Position from 1 in the file's list of [`RowDetail`]; 0 when the row has none.
    pub detail: u32,
    /// Physical line in the file, from 1.
    pub line: u32,
    /// Byte offset in the file.
    pub offset: u32,
}

impl ServiceRow {
    /// Units of the row: 単位数 × 回数.
    pub fn total_units(&self) -> i64 {
        i64::from(self.units) * i64::from(self.count)
    }
}

/// What only few rows carry: equipment (kinds 17 and 67) and pro-rata services.
#[derive(
    Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
)]
#[serde(default)]
pub struct RowDetail {
    /// TAISコード, with a half-width hyphen.
    pub tais: String,
    /// 福祉用具届出コード, with a half-width hyphen.
    pub notification: String,
    /// 明細判別コード: tells lines of the same code and units apart.
    pub discriminator: String,
    /// 日割対象日: bit 0 is the 1st; `None` when the row is not pro-rated.
    pub prorated_days: Option<u32>,
    /// 用具名称（機種名）.
    pub equipment_name: String,
}

/// What a row of the 第7表 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetRowKind {
    /// A service.
    Detail,
    /// 種類別小計: 区分支給対象 (AAAA).
    SubtotalInLimit,
    /// 種類別小計: 対象外 (EEEE).
    SubtotalOutside,
    /// 種類別小計: 30日超過分 (ZZZZ).
    SubtotalOver30Days,
    /// 全合計 (999999).
    Total,
}

/// A number that may be missing, in four bytes: sheets of a corporation have hundreds of thousands of rows with a dozen
/// of them.
#[derive(Clone, Copy, PartialEq, Eq)]
pub struct Maybe(i32);

impl Maybe {
    /// No number.
    pub const NONE: Maybe = Maybe(i32::MIN);

    /// The number.
    pub fn get(self) -> Option<i32> {
        (self != Self::NONE).then_some(self.0)
    }

    /// The number as the benefit rules count.
    pub fn wide(self) -> Option<i64> {
        self.get().map(i64::from)
    }
}

impl From<Option<i32>> for Maybe {
    fn from(number: Option<i32>) -> Self {
        number.map_or(Self::NONE, Self)
    }
}

impl fmt::Debug for Maybe {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.get().fmt(out)
    }
}

/// One row of the 第7表 (サービス利用票別表): its columns, without names and equipment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SheetRow {
    /// サービス事業所コード; 9999999999 on the 全合計 row.
    pub provider: OfficeNumber,
    /// サービスコード or the subtotal mark.
    pub code: ServiceCode,
    /// What the row is.
    pub kind: SheetRowKind,
    /// 単位数.
    pub units: i32,
    /// 割引後率 in percent.
    pub discounted_rate: Maybe,
    /// 割引後単位数.
    pub discounted_units: Maybe,
    /// 回数／日数.
    pub count: i32,
    /// サービス単位／金額.
    pub amount: Maybe,
    /// 給付管理単位数; empty for services outside the limit.
    pub managed_units: Maybe,
    /// 種類支給限度基準超単位数.
    pub kind_over: Maybe,
    /// 種類支給限度基準内単位数.
    pub kind_within: Maybe,
    /// 区分支給限度基準超単位数.
    pub category_over: Maybe,
    /// 区分支給限度基準内単位数.
    pub category_within: Maybe,
    /// 単位数単価 in hundredths of a yen.
    pub price: Maybe,
    /// 費用総額 in yen.
    pub cost: Maybe,
    /// 給付率 in percent.
    pub rate: Maybe,
    /// 保険／事業費請求額 in yen.
    pub claim: Maybe,
    /// 定額利用者負担単価金額 in yen.
    pub fixed_copay: Maybe,
    /// 利用者負担（保険／事業対象分） in yen.
    pub copay: Maybe,
    /// 利用者負担（全額負担分） in yen.
    pub full_payment: Maybe,
    /// ３０日超区分.
    pub over_30_days: bool,
    /// Physical line in the file, from 1.
    pub line: u32,
}

/// 利用者補足情報 as the screens and reports need it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ClientProfile {
    /// 利用者氏名.
    pub name: String,
    /// 利用者氏名フリガナ.
    pub kana: String,
    /// 利用者生年月日 as it stands in the file.
    pub birth_date: String,
    /// 要介護状態区分 code.
    pub care_level: String,
    /// 区分支給限度基準額 in units.
    pub limit_units: Option<i64>,
    /// 認定状況区分: 1 is 申請中.
    pub certification_status: String,
    /// 利用者性別 code.
    pub sex: String,
    /// 限度額適用開始年月日 as it stands in the file.
    pub limit_from: String,
    /// 限度額適用終了年月日 as it stands in the file.
    pub limit_to: String,
    /// 要介護状態変更日 as it stands in the file.
    pub level_changed_on: String,
    /// 前回要介護状態区分 code.
    pub previous_level: String,
    /// 種類支給限度基準額 in units by サービス種類.
    pub kind_limits: Vec<(ServiceKind, i64)>,
    /// 入所前月迄利用日数 of short stays.
    pub stay_days_before: Option<i64>,
}

/// A run of rows of one client in one file. Rows keep the order of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Whose rows.
    pub client: ClientKey,
    /// Position of the first row in the file's list.
    pub first: u32,
    /// Number of rows.
    pub len: u32,
}

impl Block {
    /// Positions of the rows in the file's list.
    pub fn range(&self) -> std::ops::Range<usize> {
        self.first as usize..(self.first + self.len) as usize
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A corporation's month has millions of rows; `docs/ARCHITECTURE.md` names the size.
    #[test]
    fn rows_stay_small() {
        assert_eq!(size_of::<ServiceRow>(), 44);
        assert_eq!(size_of::<SheetRow>(), 92);
    }
}
