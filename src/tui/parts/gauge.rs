//! Gauges: one bar for a share, one bar of several segments. What they show stands in figures beside them.

use super::paint::{Piece, put, put_pieces, split_right};
use crate::tui::env::Env;
use crate::tui::glyphs::Glyphs;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A bar of so many cells for `part` of `whole`; over the whole it is full and in another colour.
pub fn share(glyphs: &Glyphs, part: i64, whole: i64, cells: u16) -> Vec<Piece> {
    if whole <= 0 {
        return vec![Piece::new(" ".repeat(usize::from(cells)), Role::GaugeEmpty)];
    }
    let all = i64::from(cells);
    let full = (part.clamp(0, whole) * all + whole / 2) / whole;
    let full = usize::try_from(full).unwrap_or_default();
    let role = if part > whole { Role::GaugeOver } else { Role::GaugeFull };
    let empty = usize::from(cells).saturating_sub(full);
    vec![Piece::new(glyphs.full.repeat(full), role), Piece::new(glyphs.empty.repeat(empty), Role::GaugeEmpty)]
}

/// `part` of `whole` in percent, rounded down above 100 and below, so that 100 % means exactly full or more.
pub fn percent(part: i64, whole: i64) -> Option<i64> {
    (whole > 0).then(|| part * 100 / whole)
}

/// Cells of [`of_limit`] without its bar.
pub const PERCENT: u16 = 6;

/// Fewest cells of a bar that says more than the share.
const LEAST_BAR: u16 = 4;

/// ` 87% ######....`: units of 限度額; the bar only where there is room, and a mark when the limit is passed.
pub fn of_limit(env: &Env, used: i64, limit: Option<i64>, cells: u16) -> Vec<Piece> {
    let Some(limit) = limit.filter(|limit| *limit > 0) else {
        return vec![Piece::new("-", Role::TextDim)];
    };
    let over = if used > limit { "!" } else { " " };
    let role = if used > limit { Role::UnitsMore } else { Role::TextDim };
    let mut pieces = vec![Piece::new(format!("{:>4}%{over}", percent(used, limit).unwrap_or(0)), role)];
    let bar = cells.saturating_sub(PERCENT);
    if bar >= LEAST_BAR {
        pieces.extend(share(env.charset.glyphs(), used, limit, bar));
    }
    pieces
}

/// A segment of a stacked bar.
#[derive(Clone, Copy, Debug)]
pub struct Segment {
    /// How much of the bar it takes.
    pub weight: u64,
    /// Its colour.
    pub role: Role,
    /// What fills it, so that segments are told apart without colours.
    pub sign: &'static str,
}

/// A line of words with their counts, and beside them the same counts as a bar.
pub fn counts_with_bar(
    env: &Env,
    line: Rect,
    (words, segments): (&[Piece], &[Segment]),
    buffer: &mut Buffer,
) {
    let taken = put_pieces(buffer, line, (1, 0), line.width, words, &env.theme) + 2;
    let (_, bar) = split_right(line, line.width.saturating_sub(taken));
    stacked(env, bar, segments, buffer);
}

/// Draws segments side by side over one line. A segment with any weight gets at least one cell.
fn stacked(env: &Env, area: Rect, segments: &[Segment], buffer: &mut Buffer) {
    let weights: Vec<u64> = segments.iter().map(|segment| segment.weight).collect();
    let mut x = 0;
    for (segment, cells) in segments.iter().zip(cells(&weights, area.width)) {
        let style = env.theme.style(segment.role);
        let room = usize::from(cells);
        put(buffer, area, (x, 0), cells, &segment.sign.repeat(room), style);
        x += cells;
    }
}

/// Shares out cells by weight: everything with weight gets one, the largest takes what rounding leaves.
fn cells(weights: &[u64], width: u16) -> Vec<u16> {
    let total: u64 = weights.iter().sum();
    let mut out: Vec<u16> = weights
        .iter()
        .map(|weight| {
            let exact = (u64::from(width) * weight).checked_div(total).unwrap_or(0);
            u16::try_from(exact).unwrap_or(width).max(u16::from(*weight > 0))
        })
        .collect();
    let Some(largest) = (0..weights.len()).max_by_key(|at| weights.get(*at)) else { return out };
    if total > 0 {
        let others: u16 =
            out.iter().enumerate().filter(|(at, _)| *at != largest).map(|(_, cells)| *cells).sum();
        if let Some(cells) = out.get_mut(largest) {
            *cells = width.saturating_sub(others);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tui::glyphs::Charset;
    use proptest::prelude::*;

    fn bar(part: i64, whole: i64) -> (String, Role) {
        let pieces = share(Charset::Ascii.glyphs(), part, whole, 8);
        (pieces.iter().map(|piece| piece.text.as_str()).collect(), pieces[0].role)
    }

    #[test]
    fn shares() {
        assert_eq!(bar(50, 100), ("####....".to_owned(), Role::GaugeFull));
        assert_eq!(bar(0, 100), ("........".to_owned(), Role::GaugeFull));
        assert_eq!(bar(101, 100), ("########".to_owned(), Role::GaugeOver));
        assert_eq!(bar(5, 0).0, "        ");
        assert_eq!([percent(1, 3), percent(101, 100), percent(1, 0)], [Some(33), Some(101), None]);
    }

    proptest! {
        #[test]
        fn segments_fill_the_bar(weights in proptest::collection::vec(0_u64..10_000, 1..6), width in 6_u16..200) {
            let cells = cells(&weights, width);
            let total: u16 = cells.iter().sum();
            prop_assert_eq!(total, if weights.iter().sum::<u64>() == 0 { 0 } else { width });
            prop_assert!(weights.iter().zip(&cells).all(|(weight, cells)| (*weight > 0) == (*cells > 0)));
        }
    }
}
