//! One client's month as サービス利用票 shows it: a line a service, a day a column, 予定 above 実績.

mod lines;
#[cfg(test)]
mod tests;

use super::review::Review;
use crate::domain::difference::DifferenceClass;
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::{FileIndex, RowDetail, ServiceRow};
use crate::domain::time::VisitTime;
use crate::reconcile::ProviderLine;

/// A client's month. Every row in force stands in it once.
#[derive(Clone, Debug, Default)]
pub struct Calendar {
    /// By provider, kind, start, end and code.
    pub lines: Vec<CalendarLine>,
    /// What each provider × kind adds up to, ordered.
    pub totals: Vec<ProviderLine>,
    /// Planned and actual rows; days tell which are theirs.
    rows: Vec<CalendarRow>,
}

/// One service: visits of one code at one time, or an addition, or an item of equipment.
#[derive(Clone, Debug)]
pub struct CalendarLine {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// サービスコード.
    pub code: ServiceCode,
    /// サービス開始時刻.
    pub start: VisitTime,
    /// サービス終了時刻.
    pub end: VisitTime,
    /// 単位数 of one time.
    pub units: i32,
    /// 予定.
    pub plan: Days,
    /// 実績.
    pub actual: Days,
}

/// The days of one side of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Days([DayCell; 31]);

impl Days {
    /// A day of the month, 1 to 31; an empty cell for any other.
    pub fn get(&self, day: u8) -> DayCell {
        usize::from(day).checked_sub(1).and_then(|index| self.0.get(index)).copied().unwrap_or_default()
    }

    /// Days 1 to 31.
    pub fn iter(&self) -> impl Iterator<Item = (u8, DayCell)> + '_ {
        (1..).zip(self.0.iter().copied())
    }

    /// Times of the service in the month.
    pub fn total(&self) -> u32 {
        self.0.iter().map(|cell| cell.count).sum()
    }

    fn get_mut(&mut self, day: u8) -> Option<&mut DayCell> {
        usize::from(day).checked_sub(1).and_then(|index| self.0.get_mut(index))
    }
}

/// One day of one side of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DayCell {
    /// Times (回数) of the service.
    pub count: u32,
    /// What became of them; of several the first that is no agreement.
    pub mark: DayMark,
    /// The difference behind the mark: its position among the client's.
    pub difference: Option<u32>,
    first: u32,
    len: u32,
}

/// What became of a service on a day.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum DayMark {
    /// No service.
    #[default]
    None,
    /// 一致.
    Same,
    /// 振替: the other side has it on another day.
    Moved,
    /// Time, code, count, units or equipment differ.
    Changed,
    /// 中止: planned, not done.
    Missing,
    /// 予定なし実績.
    Extra,
    /// Planned; nothing has arrived from the provider (未着).
    Waiting,
}

impl DayMark {
    /// The mark of a difference.
    pub fn of(class: DifferenceClass) -> Self {
        match class {
            DifferenceClass::Missing => DayMark::Missing,
            DifferenceClass::Extra => DayMark::Extra,
            DifferenceClass::MovedDate => DayMark::Moved,
            DifferenceClass::CodeChanged
            | DifferenceClass::CountChanged
            | DifferenceClass::UnitsChanged
            | DifferenceClass::TimeChanged
            | DifferenceClass::DiscriminatorChanged => DayMark::Changed,
        }
    }
}

/// 予定 or 実績.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Side {
    /// 予定.
    Plan,
    /// 実績.
    Actual,
}

/// A row in force.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CalendarRow {
    /// 予定 or 実績.
    pub side: Side,
    /// The file it stands in.
    pub file: FileIndex,
    /// The row.
    pub row: ServiceRow,
    /// Equipment codes or pro-rata days.
    pub detail: Option<Box<RowDetail>>,
    /// What became of it.
    pub mark: DayMark,
    /// Its difference: the position among the client's.
    pub difference: Option<u32>,
}

impl Calendar {
    /// Lays out the month of a client; an empty calendar when there is no such client.
    pub fn of(review: &Review, client: usize) -> Self {
        let month = &review.month;
        match month.clients.get(client).zip(month.comparisons.get(client)) {
            Some((rows, comparison)) => lines::lay_out(month, rows, comparison),
            None => Self::default(),
        }
    }

    /// The rows of a day of a line, in full.
    pub fn rows_of(&self, cell: DayCell) -> &[CalendarRow] {
        let first = cell.first as usize;
        self.rows.get(first..first + cell.len as usize).unwrap_or_default()
    }

    /// Every row, by line, side and day.
    pub fn rows(&self) -> &[CalendarRow] {
        &self.rows
    }
}
