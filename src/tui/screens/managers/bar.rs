//! The bar of 取扱件数: the thirds of 介護予防支援 at the head, then the clients in each tier, cut at the borders of the tiers.
//!
//! Everything is drawn per 常勤換算 1.0, so that one border holds for everybody. The borders take cells of their own: what
//! stands left of one is below it.

use crate::app::workload::{CaseCounts, CaseSort};
use crate::benefit::fee::{FullTime, TierCounts};
use crate::benefit::rates::Threshold;
use crate::tui::glyphs::Glyphs;
use crate::tui::parts::paint::Piece;
use crate::tui::theme::Role;

/// Sign and colour of the thirds and of each tier.
pub(super) const SIGNS: [(char, Role); 4] =
    [('-', Role::BarNotArrived), ('=', Role::BarSame), ('+', Role::BarDifferent), ('#', Role::BarFaulty)];

/// What a bar shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Load {
    /// Thirds of clients of 介護予防支援.
    thirds: u32,
    tiers: TierCounts,
    staff: FullTime,
}

impl Load {
    /// Of clients by sort, 取扱件数 × 3, tiers and 常勤換算.
    pub(super) fn new(counts: &CaseCounts, cases_x3: u32, tiers: TierCounts, staff: FullTime) -> Self {
        let thirds = cases_x3.saturating_sub(3 * counts.of(CaseSort::Care));
        Self { thirds, tiers, staff }
    }

    /// Thirds and tiers, all in thirds of a case.
    fn parts(&self) -> [u32; 4] {
        let TierCounts { first, second, third } = self.tiers;
        [self.thirds, 3 * first, 3 * second, 3 * third]
    }
}

/// How many cells a case takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Scale {
    /// Cells without those of the borders.
    cells: u32,
    /// Cases per head at the right end.
    top: u32,
    borders: [u32; 2],
}

impl Scale {
    /// Cells that the two borders take.
    const BORDERS: u16 = 2;

    /// A scale of so many cells that has room for the borders and for the most 取扱件数 per head, in tenths.
    pub(super) fn new(cells: u16, borders: &Threshold, most_tenths: u32) -> Self {
        let borders = [u32::from(borders.first_below), u32::from(borders.second_below)];
        let top = (most_tenths / 10 + 1).max(borders.iter().copied().max().unwrap_or_default() + 6);
        Self { cells: cells.saturating_sub(Self::BORDERS).into(), top, borders }
    }

    /// Cells of the whole bar.
    pub(super) fn width(self) -> u16 {
        u16::try_from(self.cells).unwrap_or(u16::MAX).saturating_add(Self::BORDERS)
    }

    /// Cells below each border.
    fn below(self) -> [u32; 2] {
        self.borders.map(|border| (border * self.cells).div_ceil(self.top))
    }

    /// The numbers of the borders, each with its last digit over its border.
    pub(super) fn heading(self) -> String {
        let mut out = String::new();
        for (place, (border, below)) in (0_usize..).zip(self.borders.into_iter().zip(self.below())) {
            let end = below as usize + place + 1;
            let number = border.to_string();
            let start = end.saturating_sub(number.len());
            if start >= out.len() {
                out.push_str(&" ".repeat(start - out.len()));
                out.push_str(&number);
            }
        }
        out
    }

    /// The bar; `None` without staff.
    pub(super) fn bar(self, load: &Load, glyphs: &Glyphs) -> Option<Vec<Piece>> {
        let tenths = u32::from(load.staff.tenths());
        if tenths == 0 {
            return None;
        }
        // Cells of cases of three thirds, per ten tenths of 常勤換算.
        let end_of = |thirds: u32| {
            let cells = u64::from(thirds) * 10 * u64::from(self.cells);
            u32::try_from(cells.div_ceil(3 * u64::from(tenths) * u64::from(self.top))).unwrap_or(u32::MAX)
        };
        let (mut sum, mut end) = (0, 0);
        let mut signs = Vec::new();
        for (part, (sign, role)) in load.parts().into_iter().zip(SIGNS) {
            sum += part;
            // Whoever there is, is seen.
            let next = if part > 0 { end_of(sum).max(end + 1) } else { end }.min(self.cells);
            signs.extend((end..next).map(|_| (sign.to_string(), role)));
            end = next;
        }
        signs.extend((end..self.cells).map(|_| (glyphs.empty.to_owned(), Role::GaugeEmpty)));
        for below in self.below().into_iter().rev() {
            let at = (below as usize).min(signs.len());
            signs.insert(at, (glyphs.vertical.to_owned(), Role::Border));
        }
        Some(joined(signs))
    }
}

/// Neighbours of one colour as one piece.
fn joined(signs: Vec<(String, Role)>) -> Vec<Piece> {
    let mut out: Vec<Piece> = Vec::new();
    for (sign, role) in signs {
        match out.last_mut() {
            Some(last) if last.role == role => last.text.push_str(&sign),
            _ => out.push(Piece::new(sign, role)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benefit::rates::{FeeType, Rates};
    use crate::domain::month::ServiceMonth;
    use crate::tui::glyphs::Charset;

    fn borders(fee_type: FeeType) -> Threshold {
        Rates::built_in().fee_threshold(fee_type, ServiceMonth::parse("2026-10").unwrap()).unwrap()
    }

    fn load(thirds: u32, tiers: [u32; 3], tenths: u16) -> Load {
        let [first, second, third] = tiers;
        Load { thirds, tiers: TierCounts { first, second, third }, staff: FullTime::from_tenths(tenths) }
    }

    fn drawn(scale: Scale, load: &Load) -> String {
        let pieces = scale.bar(load, Charset::Ascii.glyphs()).unwrap();
        pieces.iter().map(|piece| piece.text.as_str()).collect()
    }

    #[test]
    fn bars_are_cut_at_the_borders() {
        // A cell a case.
        let scale = Scale::new(68, &borders(FeeType::One), 449);
        assert_eq!(scale.heading().len(), 62);
        assert!(scale.heading().ends_with("60") && scale.heading()[..46].ends_with("45"));
        let below = drawn(scale, &load(3, [43, 0, 0], 10));
        assert_eq!(below.find('|'), Some(45));
        assert_eq!(below, format!("-{}.|{}|......", "=".repeat(43), ".".repeat(15)));
        let over = drawn(scale, &load(0, [44, 15, 1], 10));
        assert_eq!(over, format!("{}+|{}#|......", "=".repeat(44), "+".repeat(14)));
        // Twice the staff, half the bar.
        let shared = drawn(scale, &load(0, [40, 0, 0], 20));
        assert_eq!(shared.matches('=').count(), 20);
        assert_eq!(scale.bar(&load(0, [1, 0, 0], 0), Charset::Ascii.glyphs()), None);
    }

    #[test]
    fn whoever_there_is_is_seen_and_nothing_is_longer_than_its_place() {
        for fee_type in [FeeType::One, FeeType::Two] {
            for cells in [0, 1, 2, 3, 12, 40] {
                for most in [0, 449, 2_000] {
                    let scale = Scale::new(cells, &borders(fee_type), most);
                    let bar = drawn(scale, &load(1, [100, 1, 99], 10));
                    assert_eq!(bar.len(), usize::from(cells.max(2)), "{bar}");
                    assert!(scale.heading().len() <= usize::from(cells.max(2)) + 2);
                    if cells >= 12 {
                        assert!(bar.starts_with('-'), "{bar}");
                        assert!(
                            most < 2_000 || ['=', '+', '#'].iter().all(|sign| bar.contains(*sign)),
                            "{bar}"
                        );
                    }
                }
            }
        }
    }
}
