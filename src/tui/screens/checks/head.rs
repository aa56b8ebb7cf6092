//! The lines above the list: what is at risk by severity, what was silenced; how far the counting is, and why the list is
//! empty.

use super::Checks;
use crate::app::checks::RiskSums;
use crate::check::Severity;
use crate::i18n::Arg;
use crate::i18n::width::{width, wrap};
use crate::report::finding_words::severity;
use crate::report::layout::grouped;
use crate::tui::env::Ctx;
use crate::tui::parts::gauge::share;
use crate::tui::parts::paint::{Piece, put, put_pieces, row};
use crate::tui::parts::severity::severity_mark;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells of the bar that shows how far the counting is, at most.
const BAR: u16 = 40;

impl Checks {
    pub(super) fn draw_head(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let watch = ctx.review.watch();
        let mut first = match watch.sums() {
            Some(sums) => sum_pieces(ctx, sums),
            None => vec![Piece::new(env.text("checks-counting"), Role::TextStrong)],
        };
        let cells = usize::from(area.width.saturating_sub(1));
        // What costs nothing gives way to the next line.
        let taken: usize = first.iter().map(|piece| width(&piece.text)).sum();
        let mut second = if taken > cells { first.split_off(first.len() - 1) } else { Vec::new() };
        let is_moved = !second.is_empty();
        let rest = watch.sums().map(|sums| self.second_line(ctx, sums)).unwrap_or_default();
        second.push(Piece::new(format!("{}{rest}", if is_moved { "  " } else { "" }), Role::TextDim));
        for (y, line) in (0..).zip([first, second]) {
            put_pieces(buffer, row(area, y), (1, 0), area.width.saturating_sub(1), &line, &env.theme);
        }
    }

    /// How many are silenced, how many are shown, in which order, by which filter.
    fn second_line(&self, ctx: Ctx<'_>, sums: &RiskSums) -> String {
        let env = ctx.env;
        let all = sums.all.findings + sums.silenced;
        let counts = [("shown", Arg::from(self.shown.len())), ("all", Arg::from(all))];
        let silenced = [("count", Arg::from(sums.silenced))];
        [
            env.format("checks-count", &counts),
            env.format("checks-silenced", &silenced),
            env.format("board-sort", &[("order", Arg::from(self.sort.describe(env)))]),
            env.format("board-filter", &[("filter", Arg::from(self.filter.describe(ctx)))]),
        ]
        .join("  ")
    }

    /// Says why there are no rows: counting, the filter, or nothing would come back.
    pub(super) fn draw_empty(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let watch = ctx.review.watch();
        let style = env.theme.style(Role::TextDim);
        let cells = area.width.saturating_sub(4);
        if watch.sums().is_none() {
            let percent = watch.percent(ctx.review.month.clients.len()).unwrap_or(0);
            let done = i64::try_from(percent).unwrap_or(100);
            let mut pieces = share(env.charset.glyphs(), done, 100, BAR.min(cells.saturating_sub(8)));
            pieces.push(Piece::new(format!(" {percent}%"), Role::Text));
            put_pieces(buffer, row(area, 1), (2, 0), cells, &pieces, &env.theme);
            return;
        }
        let text = if self.filter.is_empty() {
            let missing = super::details::needs(ctx).len();
            let id = if missing == 0 { "checks-nothing" } else { "checks-nothing-of-checked" };
            env.format(id, &[("count", Arg::from(missing))])
        } else {
            env.text("checks-none-fit")
        };
        for (y, line) in (1_u16..).zip(wrap(&text, usize::from(cells))) {
            put(buffer, row(area, y), (2, 0), cells, &line, style);
        }
    }
}

/// `!返戻見込 3人 123,456円  .保留見込 ...  ?要確認 5件`.
fn sum_pieces(ctx: Ctx<'_>, sums: &RiskSums) -> Vec<Piece> {
    let env = ctx.env;
    let one = |of: &Severity| {
        let sum = sums.of_severity(*of);
        let (mark, role) = severity_mark(*of);
        let word = severity(&env.texts, *of);
        let args = [
            ("clients", Arg::from(sum.clients)),
            ("count", Arg::from(sum.findings)),
            ("yen", Arg::from(grouped(sum.risk.yen))),
        ];
        let id = if *of == Severity::Confirm { "checks-sum-confirm" } else { "checks-sum" };
        let role = if sum.findings == 0 { Role::TextDim } else { role };
        Piece::new(format!("{mark}{word} {}  ", env.format(id, &args)), role)
    };
    let mut pieces: Vec<Piece> = Severity::ALL.iter().rev().map(one).collect();
    if let Some(last) = pieces.last_mut() {
        last.text.truncate(last.text.trim_end().len());
    }
    pieces
}
