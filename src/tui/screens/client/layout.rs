//! What lies where on the screen of a client.

use crate::tui::parts::paint::{split_bottom, split_right, split_top};
use ratatui::layout::Rect;

/// Columns from which the list of differences stands at the right.
const WIDE: u16 = 110;

/// Columns of the times of the month behind the days of a wide screen.
const SUM: u16 = 4;

/// Cells of the names of lines: the narrowest that shows both times, and the usual one.
const LABEL: (u16, u16) = (14, 17);

/// Lines of a wide screen from which calendar and 別表 are both seen.
const HIGH: u16 = 30;

/// Lines of the day under the cursor where calendar and 別表 are both seen.
const DETAIL: u16 = 7;

/// Where the 別表 is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum AnnexPlace {
    /// Not to be seen.
    Behind,
    /// In the place of everything but the head.
    Instead,
    /// Below the calendar; it would fill so many lines.
    Below(u16),
}

/// Whether there is room for both the calendar and the 別表.
pub(super) fn shows_both(area: Rect) -> bool {
    area.width >= WIDE && area.height >= HIGH
}

/// What the layout depends on besides the area.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// Rows of the calendar.
    pub(super) rows: usize,
    /// Providers × kinds.
    pub(super) groups: usize,
    /// Differences.
    pub(super) differences: usize,
    /// Days of the month.
    pub(super) days: u8,
    /// Whether totals stand in the place of the differences.
    pub(super) is_totals: bool,
    /// Where the 別表 is.
    pub(super) annex: AnnexPlace,
}

/// The places.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    /// The client.
    pub(super) head: Rect,
    /// Days and weekdays.
    pub(super) days: Rect,
    /// The calendar without its scrollbar.
    pub(super) grid: Rect,
    /// The scrollbar.
    pub(super) bar: Rect,
    /// The totals of a high and wide screen.
    pub(super) totals: Rect,
    /// The day under the cursor.
    pub(super) detail: Rect,
    /// The list of differences, or the totals.
    pub(super) list: Rect,
    /// The rule left of the list.
    pub(super) rule: Rect,
    /// The 別表.
    pub(super) annex: Rect,
    /// Cells of the names of lines.
    pub(super) label: u16,
    /// Days that there is room for.
    pub(super) day_count: u8,
    /// Whether times of the month stand behind the days.
    pub(super) has_sums: bool,
}

/// Lays the screen out.
pub(super) fn places(area: Rect, wanted: Wanted) -> Places {
    let is_wide = area.width >= WIDE;
    let label = label(area.width, is_wide);
    let (head, body) = split_top(area, 1);
    let (body, annex) = split_bottom(body, annex_height(body.height, wanted));
    let month = u16::from(wanted.days) * 2;
    let left = if is_wide { label + 31 * 2 + SUM + 1 } else { body.width };
    let (left, right) = split_right(body, body.width - left.min(body.width));
    let (rule, list) = split_right(right, right.width.saturating_sub(1));
    let (days, below) = split_top(left, 2);
    let heights = heights(below.height, area.width, wanted);
    let (below, lower) = split_bottom(below, heights.list);
    let (below, detail) = split_bottom(below, heights.detail);
    let (calendar, totals) = split_bottom(below, heights.totals);
    let (grid, bar) = split_right(calendar, 1);
    let room = (grid.width.saturating_sub(label + if is_wide { SUM } else { 0 })).min(month) / 2;
    Places {
        head,
        days,
        grid,
        bar,
        totals,
        detail,
        list: if is_wide { list } else { lower },
        rule,
        annex,
        label,
        day_count: u8::try_from(room).unwrap_or(wanted.days).max(1),
        has_sums: is_wide,
    }
}

/// Lines of the 別表.
fn annex_height(room: u16, wanted: Wanted) -> u16 {
    match wanted.annex {
        AnnexPlace::Behind => 0,
        AnnexPlace::Instead => room,
        AnnexPlace::Below(lines) => {
            // A calendar that needs less leaves the rest.
            let calendar = u16::try_from(wanted.rows).unwrap_or(u16::MAX).saturating_add(2 + DETAIL);
            lines.min(room.saturating_sub(calendar).max((room / 2).saturating_sub(2)))
        }
    }
}

fn label(width: u16, is_wide: bool) -> u16 {
    let (narrowest, usual) = LABEL;
    if is_wide {
        usual + ((width - WIDE) / 2).min(17)
    } else {
        (width.saturating_sub(31 * 2 + 1)).clamp(narrowest, usual + 14)
    }
}

struct Heights {
    detail: u16,
    list: u16,
    totals: u16,
}

/// The calendar gets what the others leave; what it does not need goes back to them.
fn heights(room: u16, width: u16, wanted: Wanted) -> Heights {
    let is_wide = width >= WIDE;
    let (mut detail, mut list) = match room {
        0..=5 => (0, 0),
        6..=8 => (3, 0),
        9..=12 => (4, 0),
        13..=15 => (4, 3),
        16..=20 => (5, 4),
        21..=27 => (6, 5),
        _ => (8, room / 4),
    };
    // Sentences need another line there.
    detail += u16::from(width < 80 && room >= 9);
    let mut totals = 0;
    if is_wide {
        list = 0;
        if let AnnexPlace::Below(_) = wanted.annex {
            detail = detail.max(DETAIL.min(room / 2));
        }
        let needed = u16::try_from(wanted.groups + 2).unwrap_or(u16::MAX);
        let has_totals = !wanted.is_totals && wanted.annex == AnnexPlace::Behind;
        totals = if room >= 20 && has_totals { needed.min(room / 4) } else { 0 };
    }
    let entries = if wanted.is_totals { wanted.groups + 1 } else { wanted.differences.max(1) };
    let empty = list.saturating_sub(u16::try_from(entries + 1).unwrap_or(u16::MAX));
    list -= empty;
    detail += empty;
    let rows = u16::try_from(wanted.rows).unwrap_or(u16::MAX);
    let mut spare = room.saturating_sub(detail + list + totals).saturating_sub(rows);
    let most: u16 = if is_wide { 10 } else { 7 };
    let more = if detail > 0 { spare.min(most.saturating_sub(detail)) } else { 0 };
    detail += more;
    spare -= more;
    if list > 0 {
        list += spare;
    }
    Heights { detail, list, totals }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(width: u16, height: u16, rows: usize) -> Places {
        places(
            Rect::new(0, 2, width, height),
            Wanted { rows, groups: 3, differences: 9, days: 31, is_totals: false, annex: AnnexPlace::Behind },
        )
    }

    #[test]
    fn a_month_fits_into_eighty_columns() {
        let made = of(80, 21, 100);
        assert_eq!((made.label, made.day_count, made.has_sums), (17, 31, false));
        assert_eq!((made.grid.height, made.detail.height, made.list.height), (9, 5, 4));
        assert_eq!((made.list.width, made.totals.height), (80, 0));
    }

    #[test]
    fn wide_screens_have_the_list_at_the_right() {
        let made = of(120, 37, 100);
        assert_eq!((made.list.x, made.list.height, made.day_count), (90, 36, 31));
        assert_eq!((made.totals.height, made.detail.height), (5, 8));
        assert_eq!(of(109, 37, 100).list.x, 0);
        assert_eq!(of(40, 7, 100).day_count, 12);
    }

    #[test]
    fn calendar_and_sheet_share_a_large_screen() {
        let of = |rows: usize, lines: u16| {
            let wanted = Wanted {
                rows,
                groups: 3,
                differences: 9,
                days: 31,
                is_totals: false,
                annex: AnnexPlace::Below(lines),
            };
            let made = places(Rect::new(0, 2, 120, 37), wanted);
            (made.annex.height, made.grid.height, made.detail.height, made.totals.height)
        };
        assert!(shows_both(Rect::new(0, 2, 120, 37)) && !shows_both(Rect::new(0, 2, 120, 21)));
        assert_eq!(of(100, 12), (12, 15, 7, 0));
        assert_eq!(of(100, 50), (16, 11, 7, 0), "nearly half of it");
        assert_eq!(of(6, 50), (21, 6, 7, 0), "a short calendar leaves more");
    }

    #[test]
    fn a_short_calendar_leaves_room_for_the_list() {
        assert_eq!((of(80, 21, 5).list.height, of(80, 21, 5).detail.height), (6, 7));
    }

    proptest! {
        #[test]
        fn nothing_lies_outside(
            (width, height) in (0_u16..220, 0_u16..70),
            (rows, groups, days, is_totals) in (0_usize..300, 0_usize..40, 28_u8..=31, any::<bool>()),
            annex in prop_oneof![
                Just(AnnexPlace::Behind),
                Just(AnnexPlace::Instead),
                (0_u16..100).prop_map(AnnexPlace::Below),
            ],
        ) {
            let area = Rect::new(0, 2, width, height);
            let made = places(area, Wanted { rows, groups, differences: groups, days, is_totals, annex });
            let all = [made.head, made.days, made.grid, made.bar, made.totals, made.detail, made.list, made.rule, made.annex];
            for place in all {
                prop_assert_eq!(place.intersection(area).area(), place.area());
            }
            for (at, place) in all.iter().enumerate() {
                for other in all.iter().skip(at + 1) {
                    prop_assert_eq!(place.intersection(*other).area(), 0, "{:?} {:?}", place, other);
                }
            }
            prop_assert!(made.day_count >= 1 && made.day_count <= days);
        }
    }
}
