//! The rows of the list of findings.

use super::Checks;
use crate::app::checks::Found;
use crate::i18n::width::display;
use crate::report::finding_words::title;
use crate::report::layout::grouped;
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::manager_name;
use crate::tui::parts::severity::{severity_cells, severity_piece, yen};
use crate::tui::parts::table::{Column, Row, cell};
use crate::tui::theme::Role;

/// The columns. Managers, codes and units give way first: the details below the table show them anyway.
pub(super) fn columns(env: &Env) -> Vec<Column> {
    vec![
        Column::new(env.text("findings-column-severity"), severity_cells(env) + 1, 0),
        Column::new(env.text("column-name"), 12, 0).grow(2),
        Column::new(env.text("column-check"), 22, 0).grow(3),
        Column::new(env.text("word-provider"), 16, 3).grow(3),
        Column::right(env.text("findings-column-units"), 7, 4),
        Column::right(env.text("findings-column-yen"), 11, 1),
        Column::new(env.text("column-return-code"), 6, 5),
        Column::new(env.text("column-manager"), 10, 6),
    ]
}

impl Checks {
    pub(super) fn row(&self, ctx: Ctx<'_>, index: usize) -> Row {
        let Some((client, found)) = self.found_at(ctx, index) else { return Row::Cells(Vec::new()) };
        let env = ctx.env;
        let Found { finding, silence } = found;
        let is_silenced = silence.is_some();
        let role = if is_silenced { Role::TextDim } else { Role::Text };
        let mut severity = severity_piece(env, finding.severity);
        if is_silenced {
            severity.text = format!("-{}", severity.text);
            severity.role = Role::TextDim;
        }
        let name = ctx.review.month.clients.get(client).map(|rows| ctx.words().client_name(rows.client));
        let units = if finding.units == 0 { "-".to_owned() } else { grouped(finding.units) };
        let worth = if finding.units == 0 { "-".to_owned() } else { yen(env, finding.yen) };
        let manager = ctx.review.clients.get(client).map_or(u32::MAX, |client| client.manager);
        Row::Cells(vec![
            vec![severity],
            cell(name.unwrap_or_default(), role),
            cell(title(&env.texts, finding.check), role),
            cell(office(ctx, found), role),
            cell(units, if is_silenced { Role::TextDim } else { Role::Units }),
            cell(worth, role),
            cell(finding.code.unwrap_or("-"), Role::TextDim),
            cell(manager_name(ctx, manager), Role::TextDim),
        ])
    }
}

/// `11 みどりケア`; a dash for the whole client.
fn office(ctx: Ctx<'_>, found: &Found) -> String {
    let Some((office, kind)) = found.finding.pair else { return "-".to_owned() };
    let name = display(&ctx.review.month.office_name(office));
    format!("{kind} {name}")
}
