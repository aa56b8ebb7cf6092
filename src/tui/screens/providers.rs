//! 事業所: what came from each provider and kind.

use super::{Answer, Screen, Searchable, moved};
use crate::app::decide::Place;
use crate::app::review::ProviderSummary;
use crate::i18n::Arg;
use crate::i18n::width::display;
use crate::report::layout::grouped;
use crate::tui::action::{Action, Scope};
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::FilterEdit;
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Entry};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, row, split_bottom};
use crate::tui::parts::state::{state_cells, state_id, state_mark};
use crate::tui::parts::table::{Column, Row, Table, body, body_height, cell};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// The screen.
#[derive(Default)]
pub struct Providers {
    list: ListState,
}

fn columns(env: &Env) -> Vec<Column> {
    vec![
        Column::new(env.text("column-state"), cells_of(state_cells(env)), 0),
        Column::new(env.text("word-provider"), 18, 0).grow(3),
        Column::new(env.text("column-office-number"), 10, 4),
        Column::new(env.text("column-kind"), 12, 1),
        Column::right(env.text("column-files"), 8, 3),
        Column::new(env.text("column-newest"), cells_of(env.dates.timestamp_cells()), 2),
        Column::new(env.text("column-resent"), 8, 5),
        Column::right(env.text("column-clients"), 6, 0),
        Column::right(env.text("column-differences"), 5, 0),
        Column::right(env.text("column-plan-units"), 9, 6),
        Column::right(env.text("column-actual-units"), 9, 6),
    ]
}

fn cells_of(cells: usize) -> u16 {
    u16::try_from(cells).unwrap_or(u16::MAX)
}

fn make(ctx: Ctx<'_>, index: usize) -> Row {
    let Some(line) = ctx.review.providers.get(index) else { return Row::Cells(Vec::new()) };
    let env = ctx.env;
    let state = match line.states.worst() {
        Some(state) => {
            let (mark, role) = state_mark(state);
            vec![Piece::new(format!("{mark}{}", env.text(state_id(state))), role)]
        }
        None => cell("-", Role::TextDim),
    };
    let newest = line.newest.map(|timestamp| env.dates.timestamp(timestamp)).unwrap_or_default();
    let resent = match (line.withdrawn, line.replaced) {
        (true, _) => env.text("provider-withdrawn"),
        (false, true) => env.text("provider-replaced"),
        (false, false) => String::new(),
    };
    let differences = if line.open > 0 { Role::StateDifferent } else { Role::TextDim };
    Row::Cells(vec![
        state,
        cell(display(&ctx.review.month.office_name(line.provider)), Role::Text),
        cell(line.provider.to_string(), Role::TextDim),
        cell(ctx.words().kind(line.kind), Role::Text),
        cell(line.files.to_string(), Role::Text),
        cell(newest, Role::TextDim),
        cell(resent, Role::StateArrived),
        cell(line.clients.len().to_string(), Role::Text),
        cell(line.open.to_string(), differences),
        cell(grouped(line.plan_units), Role::Units),
        cell(grouped(line.actual_units), Role::Units),
    ])
}

impl Providers {
    fn foot(ctx: Ctx<'_>) -> String {
        let waiting = ctx.review.providers.iter().filter(|line| line.not_arrived).count();
        let args = [("lines", Arg::from(ctx.review.providers.len())), ("waiting", Arg::from(waiting))];
        ctx.env.format("providers-foot", &args)
    }
}

impl Screen for Providers {
    fn scope(&self) -> Scope {
        Scope::Providers
    }

    fn opened(&mut self, _ctx: Ctx<'_>, _remembered: &BTreeMap<String, String>) {
        *self = Self::default();
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        if self.list.act(action, ctx.review.providers.len()) {
            return Answer::done();
        }
        match action {
            Action::Open => {
                let line = ctx.review.providers.get(self.list.cursor);
                let edit = line.map(|line| FilterEdit::Line(line.provider, line.kind));
                Answer::Done(edit.map(Do::Board).into_iter().collect())
            }
            Action::NextDifference | Action::PreviousDifference => {
                let lines = &ctx.review.providers;
                let has = |row: usize| lines.get(row).is_some_and(|line| line.open > 0);
                let next = self.list.seek(lines.len(), action == Action::NextDifference, has);
                moved(&mut self.list, next, ctx)
            }
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        let (table, _) = split_bottom(area, 1);
        self.list.settle(ctx.review.providers.len(), body_height(table));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let (table, foot) = split_bottom(area, 1);
        let columns = columns(ctx.env);
        let row_of = |index: usize, _: &[u16]| make(ctx, index);
        let drawn =
            Table { columns: &columns, state: &self.list, len: ctx.review.providers.len(), row: &row_of };
        let cursor = drawn.draw(ctx.env, table, buffer);
        put(buffer, row(foot, 0), (1, 0), foot.width, &Self::foot(ctx), ctx.env.theme.style(Role::TextDim));
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let (table, _) = split_bottom(area, 1);
        if self.list.click(at, body(table), ctx.review.providers.len()) {
            return self.act(Action::Open, ctx);
        }
        Answer::done()
    }

    fn place(&self, ctx: Ctx<'_>) -> Option<Place> {
        let line = ctx.review.providers.get(self.list.cursor)?;
        Some((*line.clients.first()? as usize, line.provider, line.kind))
    }

    fn searchable(&self, ctx: Ctx<'_>) -> Searchable {
        let entry = |(row, line): (usize, &ProviderSummary)| {
            let label = format!("{} {}", ctx.words().kind(line.kind), ctx.words().office(line.provider));
            Entry::new(label, line.clients.len().to_string(), Choice::Row(row))
        };
        Searchable::Entries(ctx.review.providers.iter().enumerate().map(entry).collect())
    }

    fn go_to_row(&mut self, row: usize, _ctx: Ctx<'_>) {
        self.list.select(row);
    }
}
