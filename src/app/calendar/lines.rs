//! Puts rows on lines and days.

use super::{Calendar, CalendarLine, CalendarRow, DayMark, Days, Side};
use crate::app::month::{ClientRows, Month};
use crate::domain::codes::CompareBasis;
use crate::domain::ids::{InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::FileIndex;
use crate::reconcile::{ClientComparison, RowRef};
use rustc_hash::{FxHashMap, FxHashSet};

/// What rows of one line share. Services without a time of their own leave out what does not matter for them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
struct Key<'a> {
    provider: OfficeNumber,
    code: ServiceCode,
    times: Option<(u16, u16)>,
    units: Option<i32>,
    item: [&'a str; 3],
}

impl<'a> Key<'a> {
    fn of(month: &Month, insurer: InsurerNumber, row: &RowRef<'a>) -> Self {
        let service = row.row;
        // 24:00 and 00:00 end a service at the same moment.
        let end = if service.end.hhmm() == 0 { 2400 } else { service.end.hhmm() };
        let basis = month.basis.basis(insurer, service.code);
        let whole_month = matches!(basis, CompareBasis::Monthly | CompareBasis::Percent);
        let mut key = Self {
            provider: service.provider,
            code: service.code,
            times: has_day(month, insurer, row).then_some((service.start.hhmm(), end)),
            units: (!whole_month).then_some(service.units),
            item: [""; 3],
        };
        if let (CompareBasis::Equipment, Some(detail)) = (basis, row.detail) {
            key.item = [&detail.tais, &detail.notification, &detail.discriminator];
        }
        key
    }
}

/// Whether a row is compared by its day and times.
fn has_day(month: &Month, insurer: InsurerNumber, row: &RowRef<'_>) -> bool {
    month.basis.basis(insurer, row.row.code) == CompareBasis::Visit
        && row.detail.is_none_or(|detail| detail.prorated_days.is_none())
}

/// A row on its way to its line.
struct Placed {
    line: usize,
    has_day: bool,
    row: CalendarRow,
}

/// The calendar while it is made.
struct Layout<'a> {
    month: &'a Month,
    comparison: &'a ClientComparison,
    /// The difference of a row, by its place.
    differences: FxHashMap<(FileIndex, u32), u32>,
    /// The line of the planned row of a difference.
    lines_of: FxHashMap<u32, usize>,
    waiting: FxHashSet<(OfficeNumber, ServiceKind)>,
    keys: FxHashMap<Key<'a>, usize>,
    /// Day and line of the actual rows that stand on the line of a planned row and count once.
    moved: FxHashMap<Key<'a>, (u8, usize)>,
    lines: Vec<CalendarLine>,
    rows: Vec<Placed>,
}

pub(super) fn lay_out(month: &Month, rows: &ClientRows, comparison: &ClientComparison) -> Calendar {
    let mut differences = FxHashMap::default();
    for (difference, index) in comparison.differences.iter().zip(0..) {
        for placed in [difference.plan, difference.actual].into_iter().flatten() {
            differences.insert((placed.file, placed.row.offset), index);
        }
    }
    let waiting = comparison.lines.iter().filter(|line| !line.arrived);
    let mut layout = Layout {
        month,
        comparison,
        differences,
        lines_of: FxHashMap::default(),
        waiting: waiting.map(|line| (line.provider, line.kind)).collect(),
        keys: FxHashMap::default(),
        moved: FxHashMap::default(),
        lines: Vec::new(),
        rows: Vec::new(),
    };
    for row in in_order(month.rows(&rows.plan)) {
        layout.place(Side::Plan, &row);
    }
    let (differing, others): (Vec<_>, Vec<_>) =
        in_order(month.rows(&rows.actual)).into_iter().partition(|row| layout.difference(row).is_some());
    for row in differing.iter().chain(&others) {
        layout.place(Side::Actual, row);
    }
    layout.follow_compared_day();
    layout.finish()
}

/// Rows by content, so that what a line shows does not depend on files.
fn in_order<'a>(rows: impl Iterator<Item = RowRef<'a>>) -> Vec<RowRef<'a>> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_unstable_by(RowRef::by_content);
    rows
}

impl<'a> Layout<'a> {
    fn insurer(&self) -> InsurerNumber {
        self.comparison.client.insurer
    }

    fn key(&self, row: &RowRef<'a>) -> Key<'a> {
        Key::of(self.month, self.insurer(), row)
    }

    fn has_day(&self, row: &RowRef<'_>) -> bool {
        has_day(self.month, self.insurer(), row)
    }

    fn place(&mut self, side: Side, row: &RowRef<'a>) {
        let difference = self.difference(row);
        let line = match side {
            Side::Plan => self.line(row),
            Side::Actual => self.actual_line(row, difference),
        };
        if let (Side::Plan, Some(difference)) = (side, difference) {
            self.lines_of.insert(difference, line);
        }
        let mark = match difference {
            Some(difference) => self.mark(difference),
            None if side == Side::Plan && self.is_waiting(row) => DayMark::Waiting,
            None => DayMark::Same,
        };
        let detail = row.detail.cloned().map(Box::new);
        let placed = CalendarRow { side, file: row.file, row: *row.row, detail, mark, difference };
        self.rows.push(Placed { line, has_day: self.has_day(row), row: placed });
    }

    fn difference(&self, row: &RowRef<'_>) -> Option<u32> {
        self.differences.get(&(row.file, row.row.offset)).copied()
    }

    /// The line of an actual row: that of the planned row it differs from, else its own. A service that counts once goes
    /// there with all its days.
    fn actual_line(&mut self, row: &RowRef<'a>, difference: Option<u32>) -> usize {
        let counts_once = !self.has_day(row);
        let key = self.key(row);
        let planned = difference.and_then(|difference| self.lines_of.get(&difference)).copied();
        match planned {
            Some(line) => {
                if counts_once {
                    self.moved.entry(key).or_insert((row.row.day, line));
                }
                line
            }
            None if counts_once && difference.is_none() => match self.moved.get(&key) {
                Some((day, line)) if *day != row.row.day => *line,
                _ => self.line(row),
            },
            None => self.line(row),
        }
    }

    fn is_waiting(&self, row: &RowRef<'_>) -> bool {
        self.waiting.contains(&(row.row.provider, row.row.code.kind()))
    }

    fn mark(&self, difference: u32) -> DayMark {
        let difference = self.comparison.differences.get(difference as usize);
        difference.map_or(DayMark::Same, |difference| DayMark::of(difference.class))
    }

    /// The line of a row by what it is.
    fn line(&mut self, row: &RowRef<'a>) -> usize {
        let key = self.key(row);
        let lines = &mut self.lines;
        *self.keys.entry(key).or_insert_with(|| {
            let row = row.row;
            lines.push(CalendarLine {
                provider: row.provider,
                kind: row.code.kind(),
                code: row.code,
                start: row.start,
                end: row.end,
                units: row.units,
                plan: Days::default(),
                actual: Days::default(),
            });
            lines.len() - 1
        })
    }

    /// Of a service that counts once however many days carry it one day is compared; the others follow it.
    fn follow_compared_day(&mut self) {
        let mut compared = FxHashMap::<(usize, Side), (u8, u32, DayMark)>::default();
        for placed in self.rows.iter().filter(|placed| !placed.has_day) {
            if let Some(difference) = placed.row.difference {
                let told = (placed.row.row.day, difference, placed.row.mark);
                compared.entry((placed.line, placed.row.side)).or_insert(told);
            }
        }
        for placed in self.rows.iter_mut().filter(|placed| !placed.has_day) {
            match compared.get(&(placed.line, placed.row.side)) {
                Some((day, difference, mark))
                    if placed.row.difference.is_none() && placed.row.row.day != *day =>
                {
                    placed.row.difference = Some(*difference);
                    placed.row.mark = *mark;
                }
                _ => {}
            }
        }
    }

    /// Orders lines and rows and fills the days.
    fn finish(self) -> Calendar {
        let Self { comparison, lines, mut rows, .. } = self;
        let (mut lines, places) = ordered(lines);
        let place = |line: usize| places.get(line).copied().unwrap_or_default();
        rows.sort_by_key(|placed| (place(placed.line), placed.row.side, placed.row.row.day));
        for (index, placed) in (0..).zip(&rows) {
            if let Some(line) = lines.get_mut(place(placed.line)) {
                put(line, &placed.row, index);
            }
        }
        let rows = rows.into_iter().map(|placed| placed.row).collect();
        Calendar { lines, totals: comparison.lines.clone(), rows }
    }
}

/// The lines in order, and the new place of each.
fn ordered(lines: Vec<CalendarLine>) -> (Vec<CalendarLine>, Vec<usize>) {
    let mut numbered: Vec<(usize, CalendarLine)> = lines.into_iter().enumerate().collect();
    numbered.sort_by_key(|(_, l)| (l.provider, l.kind, l.start, l.end, l.code, l.units));
    let mut places = vec![0; numbered.len()];
    for (new, (old, _)) in numbered.iter().enumerate() {
        if let Some(place) = places.get_mut(*old) {
            *place = new;
        }
    }
    (numbered.into_iter().map(|(_, line)| line).collect(), places)
}

fn put(line: &mut CalendarLine, row: &CalendarRow, index: u32) {
    let days = if row.side == Side::Plan { &mut line.plan } else { &mut line.actual };
    let Some(cell) = days.get_mut(row.row.day) else { return };
    if cell.len == 0 {
        cell.first = index;
    }
    cell.len += 1;
    cell.count += u32::from(row.row.count);
    if matches!(cell.mark, DayMark::None | DayMark::Same) {
        cell.mark = row.mark;
        cell.difference = row.difference;
    }
}
