//! Months side by side as bars, and below them the shares of 特定事業所集中減算.

use super::bar::{Load, Scale};
use super::lines::{Line, Lines};
use super::months::Months;
use super::rows::{Who, assumed_text};
use crate::app::workload::concentration::{Concentration, KindShare, Verdict};
use crate::app::workload::{OfficeWorkload, Series, SeriesPoint};
use crate::domain::month::ServiceMonth;
use crate::i18n::Arg;
use crate::i18n::width::{fit, fit_right, width};
use crate::report::layout::grouped;
use crate::report::tally_words::not_known_sentence;
use crate::report::workload_words::{
    cases_text, corporation_text, gap_sentences, kinds_text, percent_text, period_sentence, share_sentence,
    tenths_text, verdict_sentence,
};
use crate::tui::action::Action;
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::gauge::share;
use crate::tui::parts::paint::Piece;
use crate::tui::theme::Role;

/// Cells of the month, of 取扱件数, of 1人あたり, of 常勤換算, each with its gap.
const COLUMNS: [usize; 4] = [8, 9, 7, 7];

/// Cells of the bar of a share, and of the names beside it.
const SHARE: u16 = 20;
const KINDS: usize = 26;

/// The chosen row month by month, and the shares of the office.
pub(super) fn lines(
    ctx: Ctx<'_>,
    work: &OfficeWorkload,
    months: &Months,
    who: Who<'_>,
    cells: usize,
) -> Vec<Line> {
    let env = ctx.env;
    let mut out = Lines::new(cells);
    progress(env, months, &mut out);
    let Some(compared) = months.compared() else { return out.all };
    chart(env, work, &compared.series, who, &mut out);
    for (month, why) in &months.skipped {
        let args = [("month", Arg::from(env.dates.short_month(*month))), ("why", Arg::from(why.concat()))];
        out.say('!', &env.format("workload-month-skipped", &args), Role::StateFaulty);
    }
    if compared.series.months.len() == 1 && months.reading().is_none() {
        out.say(' ', &env.text("load-one-month"), Role::TextDim);
    }
    out.heading(&env.text("concentration-title"));
    match &compared.concentration {
        Ok(found) => concentration(ctx, found, &mut out),
        Err(gap) => out.say('!', &not_known_sentence(&env.texts, gap), Role::StateFaulty),
    }
    out.all
}

/// What is being read, or that it should be read anew.
fn progress(env: &Env, months: &Months, out: &mut Lines) {
    if let Some((month, done, total)) = months.reading() {
        let args = [
            ("month", Arg::from(env.dates.short_month(month))),
            ("done", Arg::from(done)),
            ("total", Arg::from(total)),
        ];
        out.say('.', &env.format("load-reading", &args), Role::StateAsked);
    }
    if months.is_stale {
        let args = [("key", Arg::from(env.keymap.shown(Action::ManagersMonths)))];
        out.say('!', &env.format("load-stale", &args), Role::StateDifferent);
    }
}

fn chart(env: &Env, work: &OfficeWorkload, series: &Series, who: Who<'_>, out: &mut Lines) {
    let of_manager = |name: &str| series.managers.get(name).map(Vec::as_slice).unwrap_or_default();
    let points: Vec<Option<&SeriesPoint>> = match who {
        Who::Office(_) => series.office.iter().map(Some).collect(),
        Who::Manager(manager) => of_manager(&manager.name).iter().map(Option::as_ref).collect(),
    };
    let most = points.iter().flatten().filter_map(|point| point.per_head_tenths).max();
    let taken: usize = COLUMNS.iter().sum::<usize>() + 3;
    let bar = u16::try_from(out.cells.saturating_sub(taken)).unwrap_or(u16::MAX);
    let scale = Scale::new(bar, &work.borders, most.unwrap_or_default());
    let header =
        ["workload-month", "workload-cases", "load-per-head", "load-full-time"].map(|id| env.text(id));
    let head = format!("  {} {}", columns(header), scale.heading());
    out.all.push(vec![Piece::new(head, Role::TextDim)]);
    for (at, month) in series.months.iter().enumerate() {
        out.all.push(month_line(env, *month, points.get(at).copied().flatten(), scale));
    }
}

fn columns(texts: [String; 4]) -> String {
    let [month, cells @ ..] = COLUMNS;
    let [first, rest @ ..] = texts;
    let numbers = rest.iter().zip(cells).map(|(text, cells)| fit_right(text, cells));
    std::iter::once(fit(&first, month)).chain(numbers).collect()
}

/// A month; one that is not counted, or in which there was no such care manager, has no numbers.
fn month_line(env: &Env, month: ServiceMonth, point: Option<&SeriesPoint>, scale: Scale) -> Line {
    let unknown = || "-".to_owned();
    let staff = point.filter(|point| point.full_time.tenths() > 0);
    let texts = [
        env.dates.short_month(month),
        point.map_or_else(unknown, |point| cases_text(point.cases_x3)),
        point.and_then(|point| point.per_head_tenths).map_or_else(unknown, tenths_text),
        staff.map_or_else(unknown, |point| assumed_text(point.full_time, point.is_assumed)),
    ];
    let mut line = vec![Piece::new(format!("  {} ", columns(texts)), Role::Text)];
    let load = point.map(|point| Load::new(&point.counts, point.cases_x3, point.tiers, point.full_time));
    line.extend(load.and_then(|load| scale.bar(&load, env.charset.glyphs())).unwrap_or_default());
    line
}

/// A line a kind with its bar, then what has to be known and done.
fn concentration(ctx: Ctx<'_>, found: &Concentration, out: &mut Lines) {
    let (texts, words) = (&ctx.env.texts, ctx.words());
    out.say(' ', &period_sentence(texts, found), Role::Text);
    if found.kinds.is_empty() {
        out.say(' ', &texts.get("concentration-none"), Role::Text);
    }
    for kind in &found.kinds {
        let line = share_line(ctx, kind, out.cells);
        out.all.push(line);
    }
    for kind in found.warnings() {
        let (mark, role) = share_mark(kind);
        out.say(mark, &share_sentence(words, kind), role);
    }
    for sentence in gap_sentences(words, found) {
        out.say('!', &sentence, Role::StateDifferent);
    }
    // Nothing is settled while no plan of the period is known.
    if found.sum.plans > 0 {
        let role = if found.verdict() == Verdict::Over { Role::StateFaulty } else { Role::Text };
        out.say(' ', &verdict_sentence(texts, found.verdict()), role);
    }
}

/// `!` over the border, `~` from 75 percent on.
fn share_mark(kind: &KindShare) -> (char, Role) {
    match (kind.share.is_over, kind.share.is_near) {
        (true, _) => ('!', Role::StateFaulty),
        (false, true) => ('~', Role::StateDifferent),
        (false, false) => (' ', Role::Text),
    }
}

fn share_line(ctx: Ctx<'_>, kind: &KindShare, cells: usize) -> Line {
    let (env, words) = (ctx.env, ctx.words());
    let (mark, role) = share_mark(kind);
    let percent = format!("{}%", percent_text(kind.share.percent_x100));
    let plans = format!("{}/{}", grouped(kind.plans.of_top.into()), grouped(kind.plans.all.into()));
    let names = fit(&kinds_text(words, &kind.kinds), KINDS);
    let mut line = vec![Piece::new(format!("{mark} {names} {} ", fit_right(&percent, 7)), role)];
    let (top, all) = (i64::from(kind.plans.of_top), i64::from(kind.plans.all));
    line.extend(share(env.charset.glyphs(), top, all, SHARE));
    line.push(Piece::new(format!(" {}", fit_right(&plans, 7)), Role::Text));
    let taken: usize = line.iter().map(|piece| width(&piece.text)).sum();
    let corporation = fit(&corporation_text(words, &kind.top), cells.saturating_sub(taken + 1));
    line.push(Piece::new(format!(" {corporation}"), role));
    line
}
