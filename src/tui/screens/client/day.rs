//! The day under the cursor in full: its rows on both sides, where they came from, and what differs.

use super::grid::{At, cell, sign};
use super::sentence::{day, find, prorated_days, sentence};
use crate::app::calendar::{Calendar, CalendarRow, DayMark, Side};
use crate::domain::difference::Difference;
use crate::i18n::Arg;
use crate::i18n::width::{cut, display, width, wrap};
use crate::tui::env::Ctx;
use crate::tui::parts::difference::row_words;
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of};
use crate::tui::parts::settled::decision_sentence;
use crate::tui::parts::severity::effect_piece;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// A day of a line.
pub(super) struct Day<'a> {
    pub(super) ctx: Ctx<'a>,
    pub(super) calendar: &'a Calendar,
    pub(super) differences: &'a [Difference],
    pub(super) at: At,
    /// The difference that the cursor is on.
    pub(super) difference: Option<u32>,
}

type Line = Vec<Piece>;

impl<'a> Day<'a> {
    /// Rows of the day and those that its differences pair with them; those of the chosen difference first.
    pub(super) fn rows(&self, side: Side) -> Vec<&'a CalendarRow> {
        let Some(line) = self.calendar.lines.get(self.at.line) else { return Vec::new() };
        let mut rows: Vec<&CalendarRow> =
            self.calendar.rows_of(cell(line, side, self.at.day)).iter().collect();
        rows.sort_by_key(|row| row.difference.is_none() || row.difference != self.difference);
        for (at, difference) in self.told().into_iter().enumerate() {
            let placed = if side == Side::Plan { difference.plan } else { difference.actual };
            let Some(other) = placed.and_then(|placed| find(self.calendar, placed)) else { continue };
            if !rows.contains(&other) {
                rows.insert(at.min(rows.len()), other);
            }
        }
        rows
    }

    /// The differences of the day, the chosen one first.
    fn told(&self) -> Vec<&'a Difference> {
        let Some(line) = self.calendar.lines.get(self.at.line) else { return Vec::new() };
        let cells = [Side::Plan, Side::Actual].map(|side| cell(line, side, self.at.day));
        let rows = cells.into_iter().flat_map(|cell| self.calendar.rows_of(cell));
        let mut told: Vec<u32> = self.difference.into_iter().collect();
        for difference in rows.filter_map(|row| row.difference) {
            if !told.contains(&difference) {
                told.push(difference);
            }
        }
        told.into_iter().filter_map(|at| self.differences.get(at as usize)).collect()
    }

    /// Draws the day under a rule that names it.
    pub(super) fn draw(&self, area: Rect, buffer: &mut Buffer) {
        let env = self.ctx.env;
        let strong = env.theme.style(Role::TextStrong);
        fill(buffer, area, env.theme.style(Role::Text));
        let rule = env.charset.glyphs().horizontal.repeat(usize::from(area.width));
        put(buffer, area, (0, 0), area.width, &rule, env.theme.style(Role::Border));
        let room = usize::from(area.height.saturating_sub(1));
        let (lines, hidden) = self.lines(usize::from(area.width.saturating_sub(2)), room);
        let more = env.format("client-more-rows", &[("count", Arg::from(hidden))]);
        let more = if hidden > 0 { format!(" {more} ") } else { String::new() };
        let taken = u16::try_from(width(&more)).unwrap_or(u16::MAX);
        let room = area.width.saturating_sub(taken.saturating_add(4));
        let title = put(buffer, area, (2, 0), room, &format!(" {} ", self.title()), strong);
        put(buffer, area, (2 + title, 0), taken, &more, env.theme.style(Role::TextDim));
        for (y, pieces) in (1..area.height).zip(lines) {
            put_pieces(buffer, line_of(area, y), (1, 0), area.width.saturating_sub(1), &pieces, &env.theme);
        }
    }

    fn title(&self) -> String {
        let words = self.ctx.words();
        let of_line = self.calendar.lines.get(self.at.line);
        let line = of_line.map(|line| format!("{} {}", words.kind(line.kind), words.office(line.provider)));
        format!("{} {}", day(self.ctx, self.at.day), line.unwrap_or_default())
    }

    /// The rows, as many as fit, and the sentences below them; and how many rows did not fit.
    fn lines(&self, cells: usize, room: usize) -> (Vec<Line>, usize) {
        let sentences = self.sentences();
        let role = if self.told().is_empty() { Role::TextDim } else { Role::Text };
        let [plan, actual] = [Side::Plan, Side::Actual].map(|side| self.rows(side));
        let is_empty = plan.is_empty() && actual.is_empty();
        let most = if is_empty { room } else { room.saturating_sub(2).max(1) };
        let said = shortened(sentences.iter().flat_map(|text| wrap(text, cells)).collect(), most, cells);
        let said: Vec<Line> = said.into_iter().map(|text| vec![Piece::new(text, role)]).collect();
        if is_empty {
            return (said, 0);
        }
        let first = |rows: &[&'a CalendarRow], side| (side, rows.first().copied());
        let rest = |rows: &[&'a CalendarRow], side| -> Vec<_> {
            rows.iter().skip(1).map(|row| (side, Some(*row))).collect()
        };
        let mut rows = vec![first(&plan, Side::Plan), first(&actual, Side::Actual)];
        rows.extend(rest(&plan, Side::Plan));
        rows.extend(rest(&actual, Side::Actual));
        let left = room.saturating_sub(said.len());
        let fits = rows.len().min(left);
        let mut spare = left - fits;
        let mut out = Vec::new();
        for (side, row) in rows.iter().take(fits) {
            out.push(self.row(*side, *row));
            // Where a row came from is worth a line only when everything else has its own.
            if let Some(row) = row.filter(|_| spare > 0) {
                spare -= 1;
                out.push(vec![Piece::new(format!("      {}", self.source(row)), Role::TextDim)]);
            }
        }
        out.extend(said);
        (out, rows.len() - fits)
    }

    fn sentences(&self) -> Vec<String> {
        let told = self.told();
        if !told.is_empty() {
            return told.into_iter().flat_map(|told| self.told_of(told)).collect();
        }
        let mut marks =
            [Side::Plan, Side::Actual].into_iter().flat_map(|side| self.rows(side)).map(|row| row.mark);
        vec![self.ctx.env.text(match marks.next() {
            None => "client-says-nothing",
            Some(DayMark::Waiting) => "not-arrived-client",
            Some(_) => "client-says-same",
        })]
    }

    /// What differs, and what was decided about it.
    fn told_of(&self, difference: &Difference) -> Vec<String> {
        let decision = decision_sentence(self.ctx, difference).map(|piece| piece.text);
        let position = self.ctx.review.month.position(difference.client);
        let effect = position.and_then(|position| effect_piece(self.ctx, position, &difference.id));
        // Where nothing comes of it, the line is worth more for where the rows come from.
        let effect = effect.filter(|effect| effect.role != Role::TextDim);
        let effect = effect.map(|effect| [("effect", Arg::from(effect.text))]);
        let effect = effect.map(|args| self.ctx.env.format("client-claims", &args)).unwrap_or_default();
        let said = format!("{} {effect}", sentence(self.ctx, self.calendar, difference));
        std::iter::once(said.trim_end().to_owned()).chain(decision).collect()
    }

    fn row(&self, side: Side, row: Option<&CalendarRow>) -> Line {
        let env = self.ctx.env;
        let word = env.text(if side == Side::Plan { "client-plan" } else { "client-actual" });
        let mut pieces = vec![Piece::new(format!("{word} "), Role::TextDim)];
        match row {
            Some(row) => {
                let (sign, role) = sign(row.mark);
                pieces.push(Piece::new(format!("{sign} "), role));
                pieces.push(Piece::new(row_words(self.ctx, &row.row), Role::Text));
                pieces.push(Piece::new(self.item(row), Role::Text));
            }
            None => pieces.push(Piece::new(format!("  {}", env.text("word-none")), Role::TextDim)),
        }
        pieces
    }

    /// Codes and name of an item of equipment, and the days of a pro-rata row.
    fn item(&self, row: &CalendarRow) -> String {
        let Some(detail) = row.detail.as_deref() else { return String::new() };
        let days = prorated_days(self.ctx, row);
        let days =
            days.map(|days| self.ctx.env.format("client-prorated", &[("days", Arg::from(days.as_str()))]));
        let texts = [&detail.tais, &detail.notification, &detail.discriminator, &detail.equipment_name];
        let texts = texts.map(|text| display(text.trim())).into_iter().chain(days);
        let texts: Vec<String> = texts.filter(|text| !text.is_empty()).collect();
        if texts.is_empty() { String::new() } else { format!("  {}", texts.join("  ")) }
    }

    fn source(&self, row: &CalendarRow) -> String {
        let Some(file) = self.ctx.review.month.file(row.file) else {
            // Only typed rows stand in no file.
            return self.ctx.env.text("client-source-fax");
        };
        let path = display(&file.path);
        let args = [("file", Arg::from(path.as_str())), ("line", Arg::from(row.row.line))];
        self.ctx.env.format("client-source", &args)
    }
}

/// At most so many lines; the last one shows that there are more.
fn shortened(mut lines: Vec<String>, most: usize, cells: usize) -> Vec<String> {
    if lines.len() > most {
        let rest = lines.split_off(most.saturating_sub(1)).join("");
        lines.push(cut(&rest, cells));
        lines.truncate(most);
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_line_shows_that_there_are_more() {
        assert_eq!(shortened(vec!["aaaa".into(), "bbbb".into(), "cccc".into()], 2, 6), ["aaaa", "bbbb.."]);
        assert_eq!(shortened(vec!["aaaa".into()], 2, 6), ["aaaa"]);
    }
}
