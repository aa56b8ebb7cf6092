//! The workload as text: the office in three readings, tiers as bars, room, margins, managers, months.

use super::{WorkloadReport, concentration};
use crate::app::workload::{CaseSort, ManagerWorkload, Margin, SeriesPoint, per_head_tenths};
use crate::benefit::fee::{Reckoning, TierCounts};
use crate::benefit::rates::{FeeTier, FeeType};
use crate::i18n::width::cut;
use crate::i18n::{Arg, Texts};
use crate::report::fee_words::{month_text, short_month, tier_text};
use crate::report::layout::{Paint, Role, Table, display, grouped};
use crate::report::workload_words::{
    cases_text, full_time_text, reading_id, sort_id, staff_text, tenths_text, type_sentence,
    workload_note_sentence,
};
use std::io::{self, Write};

/// Most cells of a name.
const NAME: usize = 20;

/// Cells of the longest bar.
const BAR: u32 = 40;

/// Writes the workload as text.
///
/// # Errors
/// Writing failed.
pub fn text(out: &mut dyn Write, report: WorkloadReport<'_>, paint: Paint) -> io::Result<()> {
    let (texts, workload) = (report.texts, report.workload);
    let heading = |id: &str| paint.paint(Role::Heading, &texts.get(id));
    let args = [
        ("month", month_text(texts, report.review.month.month)),
        ("office", Arg::from(report.words().office(report.office))),
    ];
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("workload-title", &args)))?;
    let staff = [
        ("type", Arg::from(type_sentence(texts, workload.fee_type, workload.borders.first_below))),
        ("staff", Arg::from(staff_text(texts, &workload.staff))),
    ];
    writeln!(out, "{}", texts.format("workload-office", &staff))?;
    write!(out, "{}", readings(&report).render(2))?;
    writeln!(out, "{}", heading("workload-tiers"))?;
    let [in_force, ..] = &workload.readings;
    write!(out, "{}", bars(in_force.counts).render(2))?;
    writeln!(out, "{}", heading("workload-counts"))?;
    write!(out, "{}", counts(&report).render(2))?;
    margins(out, &report, paint)?;
    writeln!(out, "{}", heading("workload-managers"))?;
    write!(out, "{}", managers(&report).render(2))?;
    if report.series.months.len() > 1 {
        writeln!(out, "{}", heading("workload-months"))?;
        write!(out, "{}", months(&report).render(2))?;
        write!(out, "{}", managers_by_month(&report).render(2))?;
    }
    for note in &workload.notes {
        writeln!(out, "{} {}", paint.paint(Role::Problem, "!"), workload_note_sentence(texts, note))?;
    }
    if let Some(found) = report.concentration {
        concentration::text(out, report.words(), found, paint)?;
    }
    Ok(())
}

/// The three readings side by side: cases, per head, and how many more fit below 45, 50 and 60.
fn readings(report: &WorkloadReport<'_>) -> Table {
    let (texts, workload) = (report.texts, report.workload);
    let mut table = Table::new(6, &[1, 2, 3, 4, 5]);
    table.row(
        [
            "workload-reading",
            "workload-cases",
            "workload-per-head",
            "workload-room-45",
            "workload-room-50",
            "workload-room-60",
        ]
        .map(|id| texts.get(id)),
    );
    for (own, other) in workload.readings.iter().zip(&workload.of_other_type) {
        let (below_45, below_50) = match workload.fee_type {
            FeeType::One => (own, other),
            FeeType::Two => (other, own),
        };
        table.row([
            texts.get(reading_id(own.reading)),
            cases_text(own.cases_x3),
            per_head(own, workload.staff.full_time),
            room(texts, below_45.room.first),
            room(texts, below_50.room.first),
            room(texts, own.room.second),
        ]);
    }
    table
}

fn per_head(reckoning: &Reckoning, staff: crate::benefit::fee::FullTime) -> String {
    per_head_tenths(reckoning, staff).map(tenths_text).unwrap_or_default()
}

/// `あと3名`, or `2名超過`.
fn room(texts: &Texts, room: i64) -> String {
    let id = if room < 0 { "workload-room-over" } else { "workload-room-left" };
    texts.format(id, &[("count", Arg::from(room.abs()))])
}

/// A bar for each tier.
fn bars(counts: TierCounts) -> Table {
    let all =
        [(FeeTier::First, counts.first), (FeeTier::Second, counts.second), (FeeTier::Third, counts.third)];
    let most = all.iter().map(|(_, clients)| *clients).max().unwrap_or_default();
    let mut table = Table::new(3, &[1]);
    for (tier, clients) in all {
        table.row([tier_text(tier).to_owned(), grouped(clients.into()), bar(clients, most)]);
    }
    table
}

/// A bar as long as its share of the longest; whoever there is, is seen.
fn bar(clients: u32, most: u32) -> String {
    let cells = if most <= BAR { clients } else { (clients * BAR).div_ceil(most) };
    "#".repeat(cells as usize)
}

const SORTS: [CaseSort; 9] = [
    CaseSort::Care,
    CaseSort::PreventionOwn,
    CaseSort::PreventionEntrusted,
    CaseSort::NamedArea,
    CaseSort::Management,
    CaseSort::NoSlip,
    CaseSort::GoneAtEnd,
    CaseSort::Multifunctional,
    CaseSort::NoLevel,
];

/// Clients as what they count.
fn counts(report: &WorkloadReport<'_>) -> Table {
    let texts = report.texts;
    let mut table = Table::new(3, &[1]);
    for sort in SORTS {
        let clients = report.workload.counts.of(sort);
        if clients > 0 {
            let help = texts.get(&format!("{}.help", sort_id(sort)));
            table.row([texts.get(sort_id(sort)), grouped(clients.into()), help]);
        }
    }
    table
}

/// What one client more or less earns or costs.
fn margins(out: &mut dyn Write, report: &WorkloadReport<'_>, paint: Paint) -> io::Result<()> {
    let texts = report.texts;
    let Some(margins) = &report.workload.margins else { return Ok(()) };
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.get("workload-margins")))?;
    let [light, heavy] = margins.one_more;
    let [light_less, heavy_less] = margins.one_fewer;
    let rows = [
        ("workload-more-light", Some(light)),
        ("workload-more-heavy", Some(heavy)),
        ("workload-more-prevention", Some(margins.one_more_prevention)),
        ("workload-less-light", light_less),
        ("workload-less-heavy", heavy_less),
    ];
    let mut table = Table::new(5, &[2, 3, 4]);
    table.row(
        ["workload-one", "fee-tier", "workload-moved", "fee-units", "workload-yen"].map(|id| texts.get(id)),
    );
    for (id, margin) in rows {
        let Some(Margin { tier, moved, units, yen }) = margin else { continue };
        table.row([
            texts.get(id),
            tier.map(tier_text).unwrap_or_default().to_owned(),
            grouped(moved.into()),
            plus(units),
            yen.map(plus).unwrap_or_default(),
        ]);
    }
    write!(out, "{}", table.render(2))
}

/// With its sign, which is never one of doubtful width.
fn plus(number: i64) -> String {
    if number > 0 { format!("+{}", grouped(number)) } else { grouped(number) }
}

const MANAGER_COLUMNS: [&str; 11] = [
    "tally-manager",
    "workload-full-time",
    "workload-sort-care",
    "workload-sort-prevention",
    "workload-sort-entrusted",
    "workload-cases",
    "workload-reading-own-only",
    "workload-reading-care-only",
    "workload-per-head",
    "workload-room",
    "workload-tiers-short",
];

/// Each care manager as if an office of one; tiers are those of the whole office.
fn managers(report: &WorkloadReport<'_>) -> Table {
    let texts = report.texts;
    let mut table = Table::new(MANAGER_COLUMNS.len(), &[1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    let border = [("border", Arg::from(u32::from(report.workload.borders.first_below)))];
    table.row(MANAGER_COLUMNS.map(|id| texts.format(id, &border)));
    for manager in &report.workload.managers {
        table.row(manager_row(texts, manager));
    }
    table
}

fn manager_row(texts: &Texts, manager: &ManagerWorkload) -> Vec<String> {
    let clients = |sort: CaseSort| grouped(manager.counts.of(sort).into());
    let mut row = vec![
        manager_name(texts, &manager.name),
        full_time_text(manager.full_time),
        clients(CaseSort::Care),
        clients(CaseSort::PreventionOwn),
        clients(CaseSort::PreventionEntrusted),
    ];
    match &manager.readings {
        Some([in_force, own_only, care_only]) => row.extend([
            cases_text(in_force.cases_x3),
            cases_text(own_only.cases_x3),
            cases_text(care_only.cases_x3),
            per_head(in_force, manager.full_time),
            room(texts, in_force.room.first),
        ]),
        None => row.resize(MANAGER_COLUMNS.len() - 1, String::new()),
    }
    row.push(tiers_text(manager.tiers));
    row
}

fn manager_name(texts: &Texts, name: &str) -> String {
    if name.is_empty() { texts.get("workload-nobody") } else { cut(&display(name), NAME) }
}

/// `40/5/0`: clients in (i), (ii) and (iii).
fn tiers_text(tiers: TierCounts) -> String {
    format!("{}/{}/{}", tiers.first, tiers.second, tiers.third)
}

/// The office month by month.
fn months(report: &WorkloadReport<'_>) -> Table {
    let texts = report.texts;
    let mut table = Table::new(9, &[1, 2, 3, 4, 5, 6, 7]);
    let header = [
        "workload-month",
        "workload-sort-care",
        "workload-sort-prevention",
        "workload-sort-entrusted",
        "workload-cases",
        "workload-full-time",
        "workload-per-head",
        "workload-tiers-short",
    ];
    table.row(header.map(|id| texts.get(id)));
    let most = report.series.office.iter().map(|point| point.cases_x3 / 3).max().unwrap_or_default();
    for (month, point) in report.series.months.iter().zip(&report.series.office) {
        let clients = |sort: CaseSort| grouped(point.counts.of(sort).into());
        table.row([
            short_month(texts, *month),
            clients(CaseSort::Care),
            clients(CaseSort::PreventionOwn),
            clients(CaseSort::PreventionEntrusted),
            cases_text(point.cases_x3),
            full_time_text(point.full_time),
            point.per_head_tenths.map(tenths_text).unwrap_or_default(),
            tiers_text(point.tiers),
            bar(point.cases_x3 / 3, most),
        ]);
    }
    table
}

/// 取扱件数 of each care manager month by month.
fn managers_by_month(report: &WorkloadReport<'_>) -> Table {
    let (texts, series) = (report.texts, report.series);
    let numbers: Vec<usize> = (1..=series.months.len()).collect();
    let mut table = Table::new(series.months.len() + 1, &numbers);
    let months = series.months.iter().map(|month| short_month(texts, *month));
    table.row(std::iter::once(texts.get("tally-manager")).chain(months));
    for (name, points) in &series.managers {
        let cases = |point: &Option<SeriesPoint>| {
            point.as_ref().map(|point| cases_text(point.cases_x3)).unwrap_or_default()
        };
        table.row(std::iter::once(manager_name(texts, name)).chain(points.iter().map(cases)));
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bars_show_shares_and_everybody() {
        assert_eq!(bar(3, 12), "###");
        assert_eq!((bar(100, 100).len(), bar(50, 100).len(), bar(1, 100).len()), (40, 20, 1));
        assert_eq!((bar(0, 100), bar(0, 0)), (String::new(), String::new()));
        let rendered = bars(TierCounts { first: 2, second: 1, third: 0 }).render(0);
        assert_eq!(rendered, "(i)    2  ##\n(ii)   1  #\n(iii)  0\n");
    }

    #[test]
    fn signs_have_a_sure_width() {
        assert_eq!([plus(1_200), plus(0), plus(-300)], ["+1,200", "0", "-300"]);
    }
}
