//! One line a client.

use super::cells::{Cells, StateCounts};
use crate::app::month::{ClientRows, Month};
use crate::domain::row::SheetRowKind;
use rayon::prelude::*;

/// 要介護状態区分: its code in 利用者補足情報; empty when it is not known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CareLevel(Option<[u8; 2]>);

impl CareLevel {
    /// From a code of two letters or digits; anything else is unknown.
    pub fn from_code(code: &str) -> Self {
        Self(
            code.as_bytes()
                .try_into()
                .ok()
                .filter(|code: &[u8; 2]| code.iter().all(u8::is_ascii_alphanumeric)),
        )
    }

    /// The code; empty when unknown.
    pub fn code(&self) -> &str {
        self.0.as_ref().and_then(|code| std::str::from_utf8(code).ok()).unwrap_or_default()
    }

    /// Place in the order of need: 1 事業対象者, 2 and 3 要支援, 4 to 8 要介護; 0 when unknown.
    pub fn rank(&self) -> u8 {
        const ORDER: [&str; 8] = ["06", "12", "13", "21", "22", "23", "24", "25"];
        let place = ORDER.iter().position(|code| *code == self.code()).map_or(0, |place| place + 1);
        u8::try_from(place).unwrap_or_default()
    }
}

/// What a list of clients shows and sorts by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientSummary {
    /// Position of the 担当ケアマネ in [`Review::managers`](super::Review::managers).
    pub manager: u32,
    /// Planned units.
    pub plan_units: i64,
    /// Actual units.
    pub actual_units: i64,
    /// 給付管理単位数 of the 第7表; `None` without a sheet.
    pub managed_units: Option<i64>,
    /// 区分支給限度基準額 in units.
    pub limit_units: Option<i64>,
    /// 要介護状態区分.
    pub care_level: CareLevel,
    /// Differences.
    pub differences: u32,
    /// Those of them that are not finally decided.
    pub open: u32,
    /// Cells by state.
    pub states: StateCounts,
    /// Place in the order by kana, then name, then number.
    pub kana_rank: u32,
    /// Place of the care level; see [`CareLevel::rank`].
    pub level_rank: u8,
}

impl ClientSummary {
    /// Units that count against 区分支給限度基準額: of the 別表 where one came, else of all planned rows.
    pub fn limit_use(&self) -> i64 {
        self.managed_units.unwrap_or(self.plan_units)
    }
}

/// One summary a client, in the order of the month.
pub(super) fn summaries(month: &Month, cells: &Cells, ranks: &[u32], managers: &[u32]) -> Vec<ClientSummary> {
    let clients = month.clients.par_iter().with_min_len(256).enumerate();
    clients
        .map(|(position, rows)| {
            let at = |list: &[u32]| list.get(position).copied().unwrap_or_default();
            let summary =
                ClientSummary { manager: at(managers), kana_rank: at(ranks), ..of_sheet(month, rows) };
            count(summary, month, cells, position)
        })
        .collect()
}

/// What the 第7表 and the 利用者補足情報 tell.
fn of_sheet(month: &Month, rows: &ClientRows) -> ClientSummary {
    let profile = month.profile(rows.client);
    let care_level = profile.map(|profile| CareLevel::from_code(&profile.care_level)).unwrap_or_default();
    let details = month.sheet_rows(&rows.sheet).filter(|row| row.kind == SheetRowKind::Detail);
    let managed = details.filter_map(|row| row.managed_units.wide()).sum();
    ClientSummary {
        manager: 0,
        plan_units: 0,
        actual_units: 0,
        managed_units: (!rows.sheet.is_empty()).then_some(managed),
        limit_units: profile.and_then(|profile| profile.limit_units),
        care_level,
        differences: 0,
        open: 0,
        states: StateCounts::default(),
        kana_rank: 0,
        level_rank: care_level.rank(),
    }
}

fn count(mut summary: ClientSummary, month: &Month, cells: &Cells, position: usize) -> ClientSummary {
    let lines = month.comparisons.get(position).map(|comparison| comparison.lines.as_slice());
    for (line, (state, open)) in lines.unwrap_or_default().iter().zip(cells.of_client(position)) {
        summary.plan_units += line.plan_units;
        summary.actual_units += line.actual_units;
        summary.differences += line.differences;
        summary.open += open;
        summary.states.add(*state);
    }
    summary
}
