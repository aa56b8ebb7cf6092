//! The table of 取扱件数: the office first, then a row a care manager.

use super::bar::{Load, Scale};
use crate::app::workload::{CaseCounts, CaseSort, ManagerWorkload, OfficeWorkload, per_head_tenths};
use crate::benefit::fee::{FullTime, Reckoning};
use crate::i18n::width::display;
use crate::report::workload_words::{cases_text, full_time_text, tenths_text};
use crate::tui::env::Env;
use crate::tui::parts::table::{Column, Row, cell};
use crate::tui::theme::Role;

/// Cells of the table without its bar and its rightmost gap, all columns shown.
const WITHOUT_BAR: u16 = 62;

/// Fewest and most cells of the bar.
const BAR: (u16, u16) = (14, 68);

/// Who a row is about.
#[derive(Clone, Copy, Debug)]
pub(super) enum Who<'w> {
    /// The office.
    Office(&'w OfficeWorkload),
    /// A care manager, or nobody.
    Manager(&'w ManagerWorkload),
}

impl<'w> Who<'w> {
    /// The row at a place: the office is the first.
    pub(super) fn at(work: &'w OfficeWorkload, row: usize) -> Option<Self> {
        match row.checked_sub(1) {
            None => Some(Self::Office(work)),
            Some(at) => work.managers.get(at).map(Self::Manager),
        }
    }

    /// All rows.
    pub(super) fn all(work: &'w OfficeWorkload) -> impl Iterator<Item = Self> {
        std::iter::once(Self::Office(work)).chain(work.managers.iter().map(Self::Manager))
    }

    pub(super) fn name(self, env: &Env) -> String {
        match self {
            Self::Office(_) => env.text("load-office"),
            Self::Manager(manager) if manager.name.is_empty() => env.text("workload-nobody"),
            Self::Manager(manager) => display(&manager.name),
        }
    }

    pub(super) fn counts(self) -> &'w CaseCounts {
        match self {
            Self::Office(work) => &work.counts,
            Self::Manager(manager) => &manager.counts,
        }
    }

    /// The three readings; none for nobody.
    pub(super) fn readings(self) -> Option<&'w [Reckoning; 3]> {
        match self {
            Self::Office(work) => Some(&work.readings),
            Self::Manager(manager) => manager.readings.as_ref(),
        }
    }

    /// 常勤換算, where there is any.
    pub(super) fn staff(self) -> Option<FullTime> {
        let staff = match self {
            Self::Office(work) => work.staff.full_time,
            Self::Manager(manager) => manager.full_time,
        };
        (staff.tenths() > 0).then_some(staff)
    }

    /// Whether 常勤換算 is one that nobody entered.
    pub(super) fn is_assumed(self, work: &OfficeWorkload) -> bool {
        match self {
            Self::Office(_) => work.is_assumed(None),
            Self::Manager(manager) => work.is_assumed(Some(&manager.name)),
        }
    }

    /// 常勤換算 with a mark when part of it is assumed; what is not known is no number.
    pub(super) fn staff_text(self, work: &OfficeWorkload) -> String {
        match self.staff() {
            Some(staff) => assumed_text(staff, self.is_assumed(work)),
            None => "-".to_owned(),
        }
    }

    fn heavy(self) -> u32 {
        match self {
            Self::Office(work) => work.heavy(),
            Self::Manager(manager) => manager.heavy,
        }
    }

    /// 取扱件数 × 3 as the rule in force reads it.
    pub(super) fn cases_x3(self) -> Option<u32> {
        self.readings().map(|[in_force, ..]| in_force.cases_x3)
    }

    pub(super) fn per_head(self) -> Option<u32> {
        let ([in_force, ..], staff) = (self.readings()?, self.staff()?);
        per_head_tenths(in_force, staff)
    }

    /// What the bar shows: the tiers that the clients have in the order of the whole office.
    pub(super) fn load(self) -> Option<Load> {
        let tiers = match self {
            Self::Office(work) => work.readings.first()?.counts,
            Self::Manager(manager) => manager.tiers,
        };
        Some(Load::new(self.counts(), self.cases_x3()?, tiers, self.staff()?))
    }
}

/// 常勤換算, marked when nobody entered it: `1.0?`.
pub(super) fn assumed_text(staff: FullTime, is_assumed: bool) -> String {
    let mark = if is_assumed { "?" } else { "" };
    format!("{}{mark}", full_time_text(staff))
}

/// The scale of the bars of a table so many cells wide.
pub(super) fn scale(work: &OfficeWorkload, cells: u16) -> Scale {
    let (least, most) = BAR;
    let most_load = Who::all(work).filter_map(Who::per_head).max().unwrap_or_default();
    Scale::new(cells.saturating_sub(WITHOUT_BAR).clamp(least, most), &work.borders, most_load)
}

pub(super) fn columns(env: &Env, scale: Scale) -> Vec<Column> {
    vec![
        Column::new(env.text("column-manager"), 10, 0).grow(1),
        Column::right(env.text("load-full-time"), 5, 2),
        Column::right(env.text("workload-cases"), 8, 0),
        Column::right(env.text("load-per-head"), 5, 1),
        Column::right(env.text("load-light"), 5, 3),
        Column::right(env.text("load-heavy"), 5, 3),
        Column::right(env.text("load-prevention"), 4, 4),
        Column::right(env.text("load-entrusted"), 4, 4),
        Column::new(scale.heading(), scale.width(), 0),
    ]
}

pub(super) fn row(env: &Env, work: &OfficeWorkload, index: usize, scale: Scale) -> Row {
    let Some(who) = Who::at(work, index) else { return Row::Cells(Vec::new()) };
    let clients =
        |clients: u32| cell(clients.to_string(), if clients > 0 { Role::Text } else { Role::TextDim });
    let counts = who.counts();
    let care = counts.of(CaseSort::Care);
    let unknown = || "-".to_owned();
    let is_over = who.readings().is_some_and(|[in_force, ..]| in_force.room.first < 0);
    let role = if is_over { Role::UnitsMore } else { Role::Units };
    let bar = who.load().and_then(|load| scale.bar(&load, env.charset.glyphs()));
    Row::Cells(vec![
        cell(who.name(env), if index == 0 { Role::TextStrong } else { Role::Text }),
        cell(who.staff_text(work), Role::Text),
        cell(who.cases_x3().map_or_else(unknown, cases_text), role),
        cell(who.per_head().map_or_else(unknown, tenths_text), role),
        clients(care.saturating_sub(who.heavy())),
        clients(who.heavy()),
        clients(counts.of(CaseSort::PreventionOwn)),
        clients(counts.of(CaseSort::PreventionEntrusted)),
        bar.unwrap_or_else(|| cell("-", Role::TextDim)),
    ])
}
