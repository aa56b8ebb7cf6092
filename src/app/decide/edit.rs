//! 修正: which values can stand in a row.

use super::Refusal;
use crate::app::review::Review;
use crate::domain::decision::{RowContent, RowEdit};
use crate::domain::difference::Difference;

/// An item that can be edited.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum EditField {
    /// サービス利用日.
    Day,
    /// サービス開始時刻.
    Start,
    /// サービス終了時刻.
    End,
    /// サービスコード.
    Code,
    /// サービス回数.
    Count,
    /// 単位数.
    Units,
}

impl EditField {
    /// Every item, in the order of the form.
    pub const ALL: [EditField; 6] = [
        EditField::Day,
        EditField::Start,
        EditField::End,
        EditField::Code,
        EditField::Count,
        EditField::Units,
    ];
}

/// 単位数 has six columns at most (CSVファイルレイアウト定義書, 第6表 No.8).
const MOST_UNITS: i32 = 999_999;

/// A 減算 has its sign in one of the columns.
const LEAST_UNITS: i32 = -99_999;

/// サービス回数 has two columns at most (第6表 No.14).
const MOST_TIMES: u8 = 99;

/// The row that an edit begins with: the planned one, else the actual one.
pub fn edit_base(review: &Review, difference: &Difference) -> Option<RowContent> {
    let seen = review.seen(difference);
    seen.plan.or(seen.actual)
}

/// Whether an edit can stand; see [`check_row`].
///
/// # Errors
/// [`Refusal::Impossible`] with the first item that cannot stand, [`Refusal::Nothing`] when nothing is changed.
pub fn check_edit(review: &Review, difference: &Difference, edit: &RowEdit) -> Result<(), Refusal> {
    let base = edit_base(review, difference).ok_or_else(|| Refusal::Vanished(difference.id.clone()))?;
    let row = edit.applied(&base);
    if row == base {
        return Err(Refusal::Nothing);
    }
    check_row(review, &[base], &row)
}

/// Whether a row can stand in place of others or beside them: the day is in the month, the code is one of theirs, or
/// belongs to their kind and to the code master where there is one, the count and the units fit their columns, and a
/// service that begins also ends.
///
/// # Errors
/// [`Refusal::Impossible`] with the first item that cannot stand.
pub fn check_row(review: &Review, bases: &[RowContent], row: &RowContent) -> Result<(), Refusal> {
    let refuse = |field, found: String, expected| Err(Refusal::Impossible { field, found, expected });
    if row.day == 0 || row.day > review.month.month.days() {
        return refuse(EditField::Day, row.day.to_string(), "edit-expected-day");
    }
    if row.start.is_none() != row.end.is_none() {
        return refuse(EditField::End, row.end.to_string(), "edit-expected-times");
    }
    if !knows_code(review, bases, row) {
        return refuse(EditField::Code, row.code.to_string(), "edit-expected-code");
    }
    if row.count == 0 || row.count > MOST_TIMES {
        return refuse(EditField::Count, row.count.to_string(), "edit-expected-count");
    }
    if !(LEAST_UNITS..=MOST_UNITS).contains(&row.units) {
        return refuse(EditField::Units, row.units.to_string(), "edit-expected-units");
    }
    Ok(())
}

fn knows_code(review: &Review, bases: &[RowContent], row: &RowContent) -> bool {
    if bases.iter().any(|base| base.code == row.code) {
        return true;
    }
    let is_listed =
        review.codes.as_ref().is_none_or(|codes| codes.entry(row.code, review.month.month).is_some());
    is_listed && bases.iter().any(|base| base.code.kind() == row.code.kind())
}
