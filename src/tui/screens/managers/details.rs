//! The chosen row in full: the three readings, the tiers, room to the borders, one client more or less, and what a person
//! should know.

use super::bar::{SIGNS, Scale};
use super::lines::{Line, Lines};
use super::rows::Who;
use crate::app::workload::{CaseSort, Margin, OfficeWorkload, StaffFrom, WorkloadNote, per_head_tenths};
use crate::benefit::fee::{Reckoning, TierCounts};
use crate::benefit::rates::{FeeTier, FeeType};
use crate::i18n::{Arg, Texts};
use crate::report::fee_words::tier_text;
use crate::report::layout::grouped;
use crate::report::workload_words::{
    cases_text, reading_id, sort_id, staff_text, tenths_text, workload_note_sentence,
};
use crate::tui::env::Env;
use crate::tui::parts::paint::Piece;
use crate::tui::theme::Role;

/// Sorts that are not counted.
const NOT_COUNTED: [CaseSort; 6] = [
    CaseSort::NamedArea,
    CaseSort::Management,
    CaseSort::NoSlip,
    CaseSort::GoneAtEnd,
    CaseSort::Multifunctional,
    CaseSort::NoLevel,
];

/// Everything there is to say about a row, so many cells wide.
pub(super) fn lines(env: &Env, work: &OfficeWorkload, who: Who<'_>, cells: usize) -> Vec<Line> {
    let texts = &env.texts;
    let mut out = Lines::new(cells);
    summary(env, work, who, &mut out);
    if who.staff().is_none() && !matches!(who, Who::Manager(_)) {
        out.say('!', &texts.get("load-no-staff"), Role::StateFaulty);
    }
    tiers(env, work, who, &mut out);
    readings(texts, work, who, &mut out);
    if let Who::Office(_) = who {
        margins(texts, work, &mut out);
    }
    not_counted(texts, who, &mut out);
    for note in work.notes.iter().filter(|note| is_about(note, who)) {
        out.say('!', &workload_note_sentence(texts, note), Role::StateDifferent);
    }
    if who.is_assumed(work) {
        out.say('?', &texts.get("load-assumed"), Role::TextDim);
    }
    out.all
}

/// 取扱件数, 常勤換算 and what a case per head is.
fn summary(env: &Env, work: &OfficeWorkload, who: Who<'_>, out: &mut Lines) {
    let texts = &env.texts;
    let unknown = || "-".to_owned();
    let id = match (who, work.staff.from) {
        (Who::Office(_), StaffFrom::Terms) => None,
        (Who::Office(_), StaffFrom::Managers) if who.staff().is_some() => Some("load-staff-of-managers"),
        _ => Some("load-staff"),
    };
    let staff = match id {
        Some(id) => texts.format(id, &[("staff", Arg::from(who.staff_text(work)))]),
        None => staff_text(texts, &work.staff),
    };
    let args = [
        ("cases", Arg::from(who.cases_x3().map_or_else(unknown, cases_text))),
        ("head", Arg::from(who.per_head().map_or_else(unknown, tenths_text))),
        ("staff", Arg::from(staff)),
    ];
    out.say(' ', &texts.format("load-summary", &args), Role::TextStrong);
}

/// Clients in each tier, and the bar over the whole width.
fn tiers(env: &Env, work: &OfficeWorkload, who: Who<'_>, out: &mut Lines) {
    // Without staff there are no tiers to be known.
    if work.staff.full_time.tenths() == 0 {
        return;
    }
    let tiers = match who {
        Who::Office(work) => work.readings.first().map(|in_force| in_force.counts).unwrap_or_default(),
        Who::Manager(manager) => manager.tiers,
    };
    let mut line = vec![Piece::new(format!("  {}  ", env.text("load-tiers")), Role::Text)];
    line.extend(tier_pieces(env, tiers));
    out.all.push(line);
    let cells = u16::try_from(out.cells.saturating_sub(4)).unwrap_or(u16::MAX);
    let scale = Scale::new(cells, &work.borders, who.per_head().unwrap_or_default());
    if let Some(bar) = who.load().and_then(|load| scale.bar(&load, env.charset.glyphs())) {
        out.all.push(vec![Piece::new(format!("  {}", scale.heading()), Role::TextDim)]);
        let mut line = vec![Piece::new("  ", Role::Text)];
        line.extend(bar);
        out.all.push(line);
    }
}

/// `=(i) 40  +(ii) 5  #(iii) 0`, as the bars are drawn.
fn tier_pieces(env: &Env, tiers: TierCounts) -> Vec<Piece> {
    let all = [(FeeTier::First, tiers.first), (FeeTier::Second, tiers.second), (FeeTier::Third, tiers.third)];
    let piece = |((tier, clients), (sign, role)): ((FeeTier, u32), (char, Role))| {
        let args = [("tier", Arg::from(tier_text(tier))), ("count", Arg::from(clients))];
        let text = format!("{sign}{}  ", env.format("load-in-tier", &args));
        Piece::new(text, if clients > 0 { role } else { Role::TextDim })
    };
    all.into_iter().zip(SIGNS.into_iter().skip(1)).map(piece).collect()
}

/// The three readings side by side; of the office also with the border of the other type.
fn readings(texts: &Texts, work: &OfficeWorkload, who: Who<'_>, out: &mut Lines) {
    let (Some(readings), Some(staff)) = (who.readings(), who.staff()) else { return };
    let mut header = ["workload-reading", "workload-cases", "load-per-head"].map(|id| texts.get(id)).to_vec();
    let of_other = match who {
        Who::Office(work) => Some(&work.of_other_type),
        Who::Manager(_) => None,
    };
    match of_other {
        Some(_) => header.extend(["workload-room-45", "workload-room-50"].map(|id| texts.get(id))),
        None => header.push(below(texts, work.borders.first_below)),
    }
    header.push(below(texts, work.borders.second_below));
    let row = |(at, own): (usize, &Reckoning)| {
        let head = per_head_tenths(own, staff).map_or_else(|| "-".to_owned(), tenths_text);
        let mut row = vec![texts.get(reading_id(own.reading)), cases_text(own.cases_x3), head];
        let other = of_other.and_then(|of_other| of_other.get(at));
        match (other, work.fee_type) {
            (Some(other), FeeType::One) => row.extend([own, other].map(|one| room(texts, one.room.first))),
            (Some(other), FeeType::Two) => row.extend([other, own].map(|one| room(texts, one.room.first))),
            (None, _) => row.push(room(texts, own.room.first)),
        }
        row.push(room(texts, own.room.second));
        row
    };
    let rows: Vec<Vec<String>> = readings.iter().enumerate().map(row).collect();
    if of_other.is_none() {
        out.heading(&texts.get("load-as-one"));
    }
    out.grid(&header, &rows);
}

fn below(texts: &Texts, border: u16) -> String {
    texts.format("workload-room", &[("border", Arg::from(u32::from(border)))])
}

/// `あと3名`, or `2名超過`.
fn room(texts: &Texts, room: i64) -> String {
    let id = if room < 0 { "workload-room-over" } else { "workload-room-left" };
    texts.format(id, &[("count", Arg::from(room.abs()))])
}

/// What one client more or less earns or costs the office.
fn margins(texts: &Texts, work: &OfficeWorkload, out: &mut Lines) {
    let Some(margins) = work.margins.as_ref().filter(|_| work.staff.full_time.tenths() > 0) else { return };
    let [light, heavy] = margins.one_more;
    let [light_less, heavy_less] = margins.one_fewer;
    let all = [
        ("workload-more-light", Some(light)),
        ("workload-more-heavy", Some(heavy)),
        ("workload-more-prevention", Some(margins.one_more_prevention)),
        ("workload-less-light", light_less),
        ("workload-less-heavy", heavy_less),
    ];
    let row = |(id, margin): (&str, Option<Margin>)| {
        let Margin { tier, moved, units, yen } = margin?;
        let tier = tier.map_or("-", tier_text).to_owned();
        let yen = yen.map_or_else(|| "-".to_owned(), plus);
        Some(vec![texts.get(id), tier, grouped(moved.into()), plus(units), yen])
    };
    let rows: Vec<Vec<String>> = all.into_iter().filter_map(row).collect();
    let header = ["workload-one", "fee-tier", "load-moved", "fee-units", "workload-yen"];
    out.heading(&texts.get("workload-margins"));
    out.grid(&header.map(|id| texts.get(id)), &rows);
}

/// With its sign, which is never one of doubtful width.
fn plus(number: i64) -> String {
    if number > 0 { format!("+{}", grouped(number)) } else { grouped(number) }
}

fn not_counted(texts: &Texts, who: Who<'_>, out: &mut Lines) {
    let with_clients = NOT_COUNTED.into_iter().filter_map(|sort| {
        let count = who.counts().of(sort);
        let args = [("sort", Arg::from(texts.get(sort_id(sort)))), ("count", Arg::from(count))];
        (count > 0).then(|| texts.format("load-sort-count", &args))
    });
    let all: Vec<String> = with_clients.collect();
    if !all.is_empty() {
        let args = [("sorts", Arg::from(all.join(&texts.get("block-join"))))];
        out.say(' ', &texts.format("load-not-counted", &args), Role::Text);
    }
}

/// Whether a note belongs to a row: the office has them all.
fn is_about(note: &WorkloadNote, who: Who<'_>) -> bool {
    match (who, note) {
        (Who::Office(_), _) => true,
        (Who::Manager(of), WorkloadNote::UnknownManager(name) | WorkloadNote::NoFullTime(name)) => {
            *name == of.name
        }
        (Who::Manager(of), WorkloadNote::NoManager(_)) => of.name.is_empty(),
        _ => false,
    }
}
