//! The lines above the list of slips: how many are in which state, the window, the units; and why the list is empty.

use super::Slips;
use crate::i18n::Arg;
use crate::report::layout::grouped;
use crate::report::tally_words::state_id;
use crate::tui::env::Ctx;
use crate::tui::parts::gauge::{Segment, counts_with_bar};
use crate::tui::parts::paint::{Piece, put, row};
use crate::tui::parts::slip::{STATES, slip_mark};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl Slips {
    pub(super) fn draw_head(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let counted = STATES.into_iter().zip(self.sums.states);
        let word = |(state, count): (_, u32)| {
            let (mark, role, _) = slip_mark(state);
            let text = format!("{mark}{} {}  ", env.text(state_id(state)), grouped(i64::from(count)));
            Piece::new(text, role)
        };
        let words: Vec<Piece> = counted.clone().filter(|(_, count)| *count > 0).map(word).collect();
        let segment = |(state, count)| {
            let (sign, _, role) = slip_mark(state);
            Segment { weight: u64::from(count), role, sign }
        };
        let segments: Vec<Segment> = counted.map(segment).collect();
        counts_with_bar(env, row(area, 0), (&words, &segments), buffer);
        put(buffer, row(area, 1), (1, 0), area.width, &self.second_line(ctx), env.theme.style(Role::TextDim));
    }

    /// 処理対象年月, units, how many are shown, in which order, by which filter.
    fn second_line(&self, ctx: Ctx<'_>) -> String {
        let env = ctx.env;
        let filter = self.filter.describe(ctx);
        let order = self.sort.describe(env);
        let counts = [("shown", Arg::from(self.shown.len())), ("all", Arg::from(self.sums.all()))];
        let mut parts = vec![
            env.format("slips-window", &[("month", Arg::from(env.dates.short_month(ctx.window())))]),
            env.format("slips-total", &[("units", Arg::from(grouped(self.sums.units)))]),
            env.format("board-count", &counts),
            env.format("board-sort", &[("order", Arg::from(order))]),
            env.format("board-filter", &[("filter", Arg::from(filter))]),
        ];
        if !self.marked.is_empty() {
            parts.insert(0, env.format("slips-marked", &[("count", Arg::from(self.marked.len()))]));
        }
        parts.join("  ")
    }

    pub(super) fn draw_empty(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let id = if !self.seen.is_any() {
            "slips-counting"
        } else if self.filter.is_empty() {
            "board-empty"
        } else {
            "slips-nothing"
        };
        let style = ctx.env.theme.style(Role::TextDim);
        put(buffer, area, (2, 1), area.width.saturating_sub(2), &ctx.env.text(id), style);
    }
}
