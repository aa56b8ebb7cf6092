//! Which rows a row of a difference stands for.

use super::{RowRef, equipment, prorated};
use crate::domain::codes::{BasisTable, CompareBasis};
use crate::domain::difference::PlacedRow;
use crate::domain::ids::InsurerNumber;

/// Positions in `side` of the rows that the row of a difference stands for: itself, and where a service is compared as
/// a whole (by the month, per piece of equipment, pro-rated) every row that carries the service. Of equal services, as
/// an item that is rented twice, it stands for one: a row a day at most.
pub fn represented_rows(
    row: &PlacedRow,
    side: &[RowRef<'_>],
    insurer: InsurerNumber,
    basis: &BasisTable,
) -> Vec<usize> {
    let is_itself = |other: &RowRef<'_>| (other.file, other.row.line) == (row.file, row.row.line);
    let Some(itself) = side.iter().find(|other| is_itself(other)) else { return Vec::new() };
    let provider = itself.row.provider;
    let of_provider = |other: &RowRef<'_>| other.row.provider == provider;
    let all = |alike: &dyn Fn(&RowRef<'_>) -> bool| -> Vec<usize> {
        let rows = side.iter().enumerate().filter(|(_, other)| of_provider(other) && alike(other));
        rows.map(|(position, _)| position).collect()
    };
    match basis.basis(insurer, itself.row.code) {
        CompareBasis::Monthly | CompareBasis::Percent => all(&|other| other.row.code == itself.row.code),
        CompareBasis::Equipment => {
            let alike = all(&|other| equipment::key(other) == equipment::key(itself));
            one_a_day(&alike, side, is_itself)
        }
        CompareBasis::Visit if is_prorated(itself) => {
            let alike = all(&|other| is_prorated(other) && prorated::key(other) == prorated::key(itself));
            one_a_day(&alike, side, is_itself)
        }
        CompareBasis::Visit => all(&|other| is_itself(other)),
    }
}

fn is_prorated(row: &RowRef<'_>) -> bool {
    row.detail.is_some_and(|detail| detail.prorated_days.is_some())
}

/// Of equal services of one day the row is the first, the second and so on; on the other days it stands for the row
/// of the same rank.
fn one_a_day(alike: &[usize], side: &[RowRef<'_>], is_itself: impl Fn(&RowRef<'_>) -> bool) -> Vec<usize> {
    let mut rows: Vec<(usize, &RowRef<'_>)> =
        alike.iter().filter_map(|position| Some((*position, side.get(*position)?))).collect();
    rows.sort_by(|(_, a), (_, b)| a.row.day.cmp(&b.row.day).then_with(|| RowRef::by_content(a, b)));
    let days: Vec<&[(usize, &RowRef<'_>)]> = rows.chunk_by(|a, b| a.1.row.day == b.1.row.day).collect();
    let rank = days.iter().find_map(|day| day.iter().position(|(_, row)| is_itself(row))).unwrap_or_default();
    let mut out: Vec<usize> = days.iter().filter_map(|day| day.get(rank)).map(|(place, _)| *place).collect();
    out.sort_unstable();
    out
}
