//! The rows of the calendar as they stand on the screen, and where its differences stand in them.

use crate::app::calendar::{Calendar, CalendarLine, DayCell, DayMark, Side};
use crate::domain::difference::Difference;
use crate::domain::row::FileIndex;
use crate::tui::theme::Role;
use rustc_hash::FxHashMap;

/// Lowest height at which the heading of a group stays at the top while its lines scroll.
const STICKY: usize = 3;

/// A row of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum GridRow {
    /// Heading of a group: position in the totals.
    Heading(usize),
    /// 予定 of a line.
    Plan(usize),
    /// 実績 of a line.
    Actual(usize),
}

/// A day of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct At {
    pub(super) line: usize,
    /// From 1.
    pub(super) day: u8,
}

/// The rows, made once for a client.
#[derive(Default)]
pub(super) struct Grid {
    rows: Vec<GridRow>,
    /// Row of 予定 and group of each line.
    lines: Vec<(usize, usize)>,
    /// Where each difference stands: its planned row, else its actual one.
    places: Vec<Option<At>>,
}

impl Grid {
    pub(super) fn of(calendar: &Calendar, differences: &[Difference]) -> Self {
        let mut grid = Self::default();
        for (at, line) in calendar.lines.iter().enumerate() {
            let is_of_line = |total: &crate::reconcile::ProviderLine| {
                (total.provider, total.kind) == (line.provider, line.kind)
            };
            let group = calendar.totals.iter().position(is_of_line).unwrap_or_default();
            if grid.lines.last().is_none_or(|(_, last)| *last != group) {
                grid.rows.push(GridRow::Heading(group));
            }
            grid.lines.push((grid.rows.len(), group));
            grid.rows.extend([GridRow::Plan(at), GridRow::Actual(at)]);
        }
        let known = places(calendar);
        let place = |difference: &Difference| {
            let placed = difference.plan.or(difference.actual)?;
            known.get(&(placed.file, placed.row.offset)).copied()
        };
        grid.places = differences.iter().map(place).collect();
        grid
    }

    /// Rows in all.
    pub(super) fn len(&self) -> usize {
        self.rows.len()
    }

    /// Lines in all.
    pub(super) fn lines(&self) -> usize {
        self.lines.len()
    }

    /// Differences in all.
    pub(super) fn differences(&self) -> usize {
        self.places.len()
    }

    /// The group of a line: its position in the totals.
    pub(super) fn group(&self, line: usize) -> Option<usize> {
        self.lines.get(line).map(|(_, group)| *group)
    }

    /// Where a difference stands.
    pub(super) fn place(&self, difference: u32) -> Option<At> {
        self.places.get(difference as usize).copied().flatten()
    }

    /// What stands on a line of the visible part.
    pub(super) fn row_at(&self, offset: usize, height: u16, y: u16) -> Option<GridRow> {
        let row = self.rows.get(offset + usize::from(y)).copied()?;
        let is_top = y == 0 && usize::from(height) >= STICKY;
        match row {
            GridRow::Plan(line) | GridRow::Actual(line) if is_top => self.group(line).map(GridRow::Heading),
            row => Some(row),
        }
    }

    /// The first visible row, so that both rows of a line are seen and a heading above them.
    pub(super) fn scrolled(&self, offset: usize, line: usize, height: u16) -> usize {
        let height = usize::from(height).max(1);
        let Some((first, _)) = self.lines.get(line).copied() else { return 0 };
        let above = usize::from(height >= STICKY);
        let lowest = (first + 1 + usize::from(height >= 2)).saturating_sub(height);
        let highest = first - above.min(first);
        let mut offset =
            offset.min(self.rows.len().saturating_sub(height)).clamp(lowest.min(highest), highest);
        // The heading takes the place of the topmost row; it shall neither tear a line nor stand over another heading.
        let covers = |offset: usize| {
            matches!(
                (self.rows.get(offset), self.rows.get(offset + 1)),
                (Some(GridRow::Plan(_)), _) | (Some(GridRow::Actual(_)), Some(GridRow::Heading(_)))
            )
        };
        while above > 0 && offset < highest && covers(offset) {
            offset += 1;
        }
        offset
    }

    /// The next difference after (before) a day of a line, in the order of the list.
    pub(super) fn next_from(&self, from: At, is_forward: bool) -> Option<u32> {
        let key = |at: At| (self.group(at.line), at.day, at.line);
        let numbered = || (0_u32..).zip(&self.places);
        let is_ahead = |place: Option<At>| {
            place.is_some_and(|at| if is_forward { key(at) > key(from) } else { key(at) < key(from) })
        };
        let mut ahead = numbered().filter(|(_, place)| is_ahead(**place)).map(|(at, _)| at);
        if is_forward { ahead.next() } else { ahead.last() }
    }
}

/// Line and day of every row that differs.
fn places(calendar: &Calendar) -> FxHashMap<(FileIndex, u32), At> {
    let mut out = FxHashMap::default();
    for (line, shown) in calendar.lines.iter().enumerate() {
        for (day, cell) in shown.plan.iter().chain(shown.actual.iter()) {
            for row in calendar.rows_of(cell).iter().filter(|row| row.difference.is_some()) {
                out.insert((row.file, row.row.offset), At { line, day });
            }
        }
    }
    out
}

/// One side of a day of a line.
pub(super) fn cell(line: &CalendarLine, side: Side, day: u8) -> DayCell {
    match side {
        Side::Plan => line.plan.get(day),
        Side::Actual => line.actual.get(day),
    }
}

/// Sign and colour of a mark.
pub(super) fn sign(mark: DayMark) -> (&'static str, Role) {
    match mark {
        DayMark::None => (" ", Role::Text),
        DayMark::Same => ("=", Role::MarkSame),
        DayMark::Moved => (">", Role::MarkMoved),
        DayMark::Changed => ("~", Role::MarkChanged),
        DayMark::Missing => ("-", Role::MarkMissing),
        DayMark::Extra => ("+", Role::MarkExtra),
        DayMark::Waiting => (".", Role::MarkWaiting),
    }
}
