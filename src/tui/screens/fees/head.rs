//! The lines above the list of claims: how many are in which state, the window, units and yen; and why the list is empty.

use super::Fees;
use crate::app::own::NoOwnMonth;
use crate::i18n::Arg;
use crate::i18n::width::wrap;
use crate::report::layout::grouped;
use crate::report::tally_words::not_known_sentence;
use crate::tui::env::Ctx;
use crate::tui::parts::fee::{STANDINGS, fee_mark};
use crate::tui::parts::gauge::{Segment, counts_with_bar};
use crate::tui::parts::paint::{Piece, put, row};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

impl Fees {
    pub(super) fn draw_head(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let counted = STANDINGS.into_iter().zip(self.counts);
        let word = |(standing, count): (_, u32)| {
            let (mark, role, _) = fee_mark(standing);
            let text = format!("{mark}{} {}  ", env.text(standing.word()), grouped(i64::from(count)));
            Piece::new(text, role)
        };
        let words: Vec<Piece> = counted.clone().filter(|(_, count)| *count > 0).map(word).collect();
        let segment = |(standing, count)| {
            let (sign, _, role) = fee_mark(standing);
            Segment { weight: u64::from(count), role, sign }
        };
        let segments: Vec<Segment> = counted.map(segment).collect();
        counts_with_bar(env, row(area, 0), (&words, &segments), buffer);
        put(buffer, row(area, 1), (1, 0), area.width, &self.second_line(ctx), env.theme.style(Role::TextDim));
    }

    /// 処理対象年月, units and yen of the records, how many are shown, in which order, by which filter.
    fn second_line(&self, ctx: Ctx<'_>) -> String {
        let env = ctx.env;
        let filter = self.filter.describe(ctx);
        let order = self.sort.describe(env);
        let (units, yen) = Self::own(ctx).map_or((0, 0), |own| (own.fees.units, own.fees.yen));
        let many = |sum: u64| Arg::from(grouped(i64::try_from(sum).unwrap_or(i64::MAX)));
        let all: u32 = self.counts.iter().sum();
        let counts = [("shown", Arg::from(self.shown.len())), ("all", Arg::from(all))];
        let parts = [
            env.format("fees-window", &[("month", Arg::from(env.dates.short_month(ctx.window())))]),
            env.format("fees-sums", &[("units", many(units)), ("yen", many(yen))]),
            env.format("fees-count", &counts),
            env.format("board-sort", &[("order", Arg::from(order))]),
            env.format("board-filter", &[("filter", Arg::from(filter))]),
        ];
        parts.join("  ")
    }

    pub(super) fn draw_empty(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let style = ctx.env.theme.style(Role::TextDim);
        let cells = usize::from(area.width.saturating_sub(3));
        for (y, line) in (1..area.height).zip(wrap(&self.why_empty(ctx), cells)) {
            put(buffer, row(area, y), (2, 0), area.width.saturating_sub(2), &line, style);
        }
    }

    fn why_empty(&self, ctx: Ctx<'_>) -> String {
        let env = ctx.env;
        match ctx.review.watch().own() {
            None => env.text("fees-counting"),
            Some(Err(NoOwnMonth::WhichOffice)) => {
                let count = ctx.review.month.care_offices.len();
                env.format("slips-which-office", &[("count", Arg::from(count))])
            }
            Some(Err(NoOwnMonth::NotKnown(gap))) => not_known_sentence(&env.texts, gap),
            Some(Ok(_)) if self.filter.is_empty() => env.text("board-empty"),
            Some(Ok(_)) => env.text("fees-nothing"),
        }
    }
}
