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

/// サービス回数 has two columns at most (第6表 No.14).
const MOST_TIMES: u8 = 99;

/// Whether an edit can stand: the day is in the month, the code belongs to the kind and to the code master where there
/// is one, the count and the units fit their columns, and a service that begins also ends.
///
/// # Errors
/// [`Refusal::Impossible`] with the first item that cannot stand, [`Refusal::Nothing`] when nothing is changed.
pub fn check_edit(review: &Review, difference: &Difference, edit: &RowEdit) -> Result<(), Refusal> {
    let seen = review.seen(difference);
    let Some(base) = seen.plan.or(seen.actual) else { return Err(Refusal::Vanished(difference.id.clone())) };
    let row = edit.applied(&base);
    if row == base {
        return Err(Refusal::Nothing);
    }
    let refuse = |field, found: String, expected| Err(Refusal::Impossible { field, found, expected });
    let days = review.month.month.days();
    if row.day == 0 || row.day > days {
        return refuse(EditField::Day, row.day.to_string(), "edit-expected-day");
    }
    if row.start.is_none() != row.end.is_none() {
        return refuse(EditField::End, row.end.to_string(), "edit-expected-times");
    }
    if !knows_code(review, &base, &row) {
        return refuse(EditField::Code, row.code.to_string(), "edit-expected-code");
    }
    if row.count == 0 || row.count > MOST_TIMES {
        return refuse(EditField::Count, row.count.to_string(), "edit-expected-count");
    }
    if row.units.unsigned_abs() > MOST_UNITS.unsigned_abs() {
        return refuse(EditField::Units, row.units.to_string(), "edit-expected-units");
    }
    Ok(())
}

fn knows_code(review: &Review, base: &RowContent, row: &RowContent) -> bool {
    if row.code == base.code {
        return true;
    }
    let is_listed =
        review.codes.as_ref().is_none_or(|codes| codes.entry(row.code, review.month.month).is_some());
    row.code.kind() == base.code.kind() && is_listed
}
