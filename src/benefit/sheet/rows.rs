//! The order of rows on paper and in the file.

use super::Sheet;
use crate::benefit::rates::Place;

/// A row of the 別表.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowRef {
    /// A line, by its position.
    Line(usize),
    /// 集計行 of a group, by its position.
    Subtotal(usize),
    /// 合計.
    Total,
}

/// Rows as the form has them: for each office and kind lines inside the limit, their subtotal when there are two or more,
/// lines outside, days beyond 30; at the end the total.
pub fn printed_rows(sheet: &Sheet) -> Vec<RowRef> {
    let mut rows = Vec::new();
    for (at, group) in sheet.groups.iter().enumerate() {
        let of = |wanted: fn(Place) -> bool| {
            let is_wanted =
                move |line: &&usize| sheet.lines.get(**line).is_some_and(|line| wanted(line.place));
            group.lines.iter().filter(is_wanted).map(|line| RowRef::Line(*line))
        };
        rows.extend(of(|place| place == Place::InLimit));
        if group.has_subtotal {
            rows.push(RowRef::Subtotal(at));
        }
        rows.extend(of(|place| matches!(place, Place::Outside(_))));
        rows.extend(of(|place| place == Place::Over30Days));
    }
    rows.push(RowRef::Total);
    rows
}
