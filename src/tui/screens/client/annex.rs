//! 別表: what the client's month is worth with what stands, row by row, and below it what should be known.

mod columns;
mod sentences;

use super::lists::pane;
use super::sheet::service_name;
use crate::app::worth::{SheetRowName, Worth, worth};
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::i18n::Arg;
use crate::i18n::width::fit;
use crate::report::sheet_words::{SheetLine, lines as rows_of, shares_words};
use crate::tui::action::Action;
use crate::tui::env::Ctx;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, fill, put, put_pieces, row as line_of, split_right, split_top};
use crate::tui::parts::table::scrollbar;
use crate::tui::theme::Role;
use columns::Columns;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Lines above the rows: the title, and the headings of the columns.
const ABOVE: u16 = 1 + columns::HEAD;

/// A line of the pane.
enum Line {
    /// Heading of an office and kind.
    Heading(OfficeNumber, ServiceKind),
    /// A row of the sheet, by its place among the printed ones.
    Row(usize),
    /// Part of a sentence.
    Text(Piece),
}

/// The pane.
#[derive(Default)]
pub(super) struct Annex {
    worth: Option<Box<Worth>>,
    lines: Vec<Line>,
    /// Columns that the sentences were broken for; 0 when they have to be made.
    width: u16,
    list: ListState,
}

impl Annex {
    /// Works out what a client is worth now; the cursor stays where it is.
    pub(super) fn take(&mut self, ctx: Ctx<'_>, client: usize) {
        self.worth = worth(&ctx.review.ground(), client).map(Box::new);
        self.width = 0;
    }

    /// What the client is worth.
    pub(super) fn worth(&self) -> Option<&Worth> {
        self.worth.as_deref()
    }

    /// Makes the lines for a width.
    pub(super) fn prepare(&mut self, ctx: Ctx<'_>, width: u16) {
        if self.width != width {
            self.width = width;
            let cells = usize::from(width.saturating_sub(3));
            self.lines = self.worth().map(|worth| lines(ctx, worth, cells)).unwrap_or_default();
        }
    }

    /// Lines that it would fill.
    pub(super) fn height(&self) -> u16 {
        u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(ABOVE)
    }

    /// Moves the cursor; `false` for any other action.
    pub(super) fn act(&mut self, action: Action) -> bool {
        self.list.act(action, self.lines.len())
    }

    pub(super) fn settle(&mut self, area: Rect) {
        self.list.settle(self.lines.len(), area.height.saturating_sub(ABOVE));
    }

    pub(super) fn click(&mut self, at: Position, area: Rect) {
        self.list.click(at, split_top(area, ABOVE).1, self.lines.len());
    }

    /// The office and kind of the line under the cursor, and the service when it is one.
    pub(super) fn place(&self) -> Option<(OfficeNumber, ServiceKind, Option<ServiceCode>)> {
        match self.lines.get(self.list.cursor)? {
            Line::Heading(office, kind) => Some((*office, *kind, None)),
            Line::Row(at) => {
                let rows = rows_of(self.worth()?.sheet.as_ref()?);
                let row = rows.get(*at)?;
                let code = match row.name {
                    SheetRowName::Detail { code, .. } => Some(code),
                    SheetRowName::Subtotal { .. } | SheetRowName::Total => None,
                };
                row.group().map(|(office, kind)| (office, kind, code))
            }
            Line::Text(_) => None,
        }
    }

    /// Draws the pane; returns where the cursor is when the keys are for it.
    pub(super) fn draw(
        &self,
        ctx: Ctx<'_>,
        is_focused: bool,
        area: Rect,
        buffer: &mut Buffer,
    ) -> Option<Position> {
        let worth = self.worth()?;
        let body = pane(ctx, &title(ctx, worth), area, buffer);
        let (head, body) = split_top(body, columns::HEAD);
        let (body, bar) = split_right(body, 1);
        let rows = worth.sheet.as_ref().map(rows_of).unwrap_or_default();
        let columns = Columns::of(area.width);
        columns.draw_head(ctx.env, head, buffer);
        let mut cursor = None;
        for (y, index) in (0_u16..).zip(self.list.visible(self.lines.len(), body.height)) {
            let place = line_of(body, y);
            match self.lines.get(index) {
                Some(Line::Heading(office, kind)) => heading(ctx, (*office, *kind), place, buffer),
                Some(Line::Row(at)) => {
                    if let Some(row) = rows.get(*at) {
                        let label = label(ctx, row, columns.name());
                        columns.draw_row(ctx.env, (&label, row), &worth.differences, place, buffer);
                    }
                }
                Some(Line::Text(piece)) => {
                    let style = ctx.env.theme.style(piece.role);
                    put(buffer, place, (1, 0), place.width, &piece.text, style);
                }
                None => {}
            }
            if is_focused && index == self.list.cursor {
                put(buffer, place, (0, 0), 1, ">", ctx.env.theme.style(Role::Cursor));
                buffer.set_style(place.intersection(buffer.area), ctx.env.theme.cursor_row());
                cursor = Some(Position::new(place.x, place.y));
            }
        }
        let seen = usize::from(body.height);
        scrollbar(ctx.env, bar, (self.list.offset, seen), self.lines.len(), buffer);
        cursor
    }
}

/// What the pane is, whose shares it has, how much there is to read below.
fn title(ctx: Ctx<'_>, worth: &Worth) -> String {
    let env = ctx.env;
    let counted =
        |id: &str, count: usize| (count > 0).then(|| env.format(id, &[("count", Arg::from(count))]));
    let parts = [
        Some(env.text("client-annex")),
        worth.sheet.is_some().then(|| shares_words(&env.texts, &worth.shares)),
        counted("client-annex-faults", worth.faults.len()),
        counted("client-annex-differences", worth.differences.len()),
        counted("client-annex-notes", worth.notes.len()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join("  ")
}

fn lines(ctx: Ctx<'_>, worth: &Worth, cells: usize) -> Vec<Line> {
    let rows = worth.sheet.as_ref().map(rows_of).unwrap_or_default();
    let mut out = Vec::new();
    let mut group = None;
    for (at, row) in rows.iter().enumerate() {
        if let Some((office, kind)) = row.group().filter(|own| group != Some(*own)) {
            out.push(Line::Heading(office, kind));
        }
        group = row.group();
        out.push(Line::Row(at));
    }
    out.extend(sentences::of(ctx, worth, cells).into_iter().map(Line::Text));
    out
}

fn heading(ctx: Ctx<'_>, (office, kind): (OfficeNumber, ServiceKind), area: Rect, buffer: &mut Buffer) {
    let theme = &ctx.env.theme;
    fill(buffer, area, theme.style(Role::Group));
    let text = format!("{} {}", ctx.words().kind(kind), ctx.words().office(office));
    put_pieces(buffer, area, (1, 0), area.width, &[Piece::new(text, Role::Group)], theme);
}

/// Code and name of a service, or what a sum is.
fn label(ctx: Ctx<'_>, row: &SheetLine<'_>, cells: usize) -> String {
    fit(&row.label(&ctx.env.texts, |code| service_name(ctx, code)), cells)
}
