//! A difference as sentences: what happened, what it does to the units, and what else differs.

use crate::app::calendar::{Calendar, CalendarRow};
use crate::domain::difference::{Difference, DifferenceClass, PlacedRow};
use crate::domain::row::{RowDetail, ServiceRow};
use crate::i18n::Arg;
use crate::i18n::width::display;
use crate::tui::env::Ctx;
use crate::tui::parts::difference::signed_units;

/// A difference in words.
pub(super) fn sentence(ctx: Ctx<'_>, calendar: &Calendar, difference: &Difference) -> String {
    let mut sentences = vec![what(ctx, difference), effect(ctx, difference.units_delta)];
    let rows = [difference.plan, difference.actual].map(|placed| find(calendar, placed?));
    if let [Some(plan), Some(actual)] = rows {
        sentences.extend(further(ctx, difference.class, plan, actual));
    }
    sentences.join(&ctx.env.text("client-join"))
}

/// The row of a difference, with its details.
pub(super) fn find(calendar: &Calendar, placed: PlacedRow) -> Option<&CalendarRow> {
    let is_it = |row: &&CalendarRow| (row.file, row.row.offset) == (placed.file, placed.row.offset);
    calendar.rows().iter().find(is_it)
}

/// A day in a sentence.
pub(super) fn day(ctx: Ctx<'_>, day: u8) -> String {
    let weekday = ctx.review.month.month.weekday(day).map(|weekday| ctx.words().weekday(weekday));
    let weekday = weekday.unwrap_or_default();
    ctx.env
        .format("client-day", &[("day", Arg::from(u32::from(day))), ("weekday", Arg::from(weekday.as_str()))])
}

fn effect(ctx: Ctx<'_>, delta: i64) -> String {
    ctx.env.format("client-effect", &[("units", Arg::from(signed_units(delta).as_str()))])
}

fn what(ctx: Ctx<'_>, difference: &Difference) -> String {
    let (id, show): (_, fn(Ctx<'_>, &ServiceRow) -> String) = match difference.class {
        DifferenceClass::Missing => ("client-says-missing", |_, _| String::new()),
        DifferenceClass::Extra => ("client-says-extra", |_, _| String::new()),
        DifferenceClass::MovedDate => ("client-says-moved-date", |ctx, row| day(ctx, row.day)),
        DifferenceClass::CodeChanged => ("client-says-code-changed", code),
        DifferenceClass::CountChanged => ("client-says-count-changed", |_, row| row.count.to_string()),
        DifferenceClass::UnitsChanged => ("client-says-units-changed", |_, row| row.units.to_string()),
        DifferenceClass::TimeChanged => ("client-says-time-changed", times),
        DifferenceClass::DiscriminatorChanged => ("client-says-discriminator-changed", |_, _| String::new()),
    };
    let side = |placed: Option<PlacedRow>| placed.map(|placed| show(ctx, &placed.row)).unwrap_or_default();
    let (from, to) = (side(difference.plan), side(difference.actual));
    let on = difference.plan.or(difference.actual).map(|placed| day(ctx, placed.row.day)).unwrap_or_default();
    let args =
        [("day", Arg::from(on.as_str())), ("from", Arg::from(from.as_str())), ("to", Arg::from(to.as_str()))];
    ctx.env.format(id, &args)
}

fn code(ctx: Ctx<'_>, row: &ServiceRow) -> String {
    let name = ctx.review.code_name(row.code).map(display).unwrap_or_default();
    format!("{} {name}", row.code).trim_end().to_owned()
}

fn times(ctx: Ctx<'_>, row: &ServiceRow) -> String {
    ctx.words().times(row)
}

/// What differs besides what the class says.
fn further(ctx: Ctx<'_>, class: DifferenceClass, plan: &CalendarRow, actual: &CalendarRow) -> Vec<String> {
    let (from, to) = (&plan.row, &actual.row);
    let detail = |row: &CalendarRow, get: fn(&RowDetail) -> String| {
        row.detail.as_deref().map(|detail| display(&get(detail))).unwrap_or_default()
    };
    let of_detail = |get: fn(&RowDetail) -> String| (detail(plan, get), detail(actual, get));
    let days = |row: &CalendarRow| prorated_days(ctx, row).unwrap_or_default();
    let pairs: [(_, Option<DifferenceClass>, (String, String)); 8] = [
        ("client-also-code", Some(DifferenceClass::CodeChanged), (code(ctx, from), code(ctx, to))),
        (
            "client-also-count",
            Some(DifferenceClass::CountChanged),
            (from.count.to_string(), to.count.to_string()),
        ),
        (
            "client-also-units",
            Some(DifferenceClass::UnitsChanged),
            (from.units.to_string(), to.units.to_string()),
        ),
        ("client-also-times", Some(DifferenceClass::TimeChanged), (times(ctx, from), times(ctx, to))),
        ("client-also-tais", None, of_detail(|detail| detail.tais.clone())),
        ("client-also-notification", None, of_detail(|detail| detail.notification.clone())),
        ("client-also-discriminator", None, of_detail(|detail| detail.discriminator.clone())),
        ("client-also-days", None, (days(plan), days(actual))),
    ];
    let none = ctx.env.text("word-none");
    let told = pairs.into_iter().filter(|(_, own, (from, to))| *own != Some(class) && from != to);
    told.map(|(id, _, (from, to))| {
        let shown = |text: String| if text.is_empty() { none.clone() } else { text };
        let (from, to) = (shown(from), shown(to));
        ctx.env.format(id, &[("from", Arg::from(from.as_str())), ("to", Arg::from(to.as_str()))])
    })
    .collect()
}

/// 日割対象日 as runs of days: `1-15, 20`; `None` when the row is not pro-rated.
pub(super) fn prorated_days(ctx: Ctx<'_>, row: &CalendarRow) -> Option<String> {
    let days = row.detail.as_deref()?.prorated_days?;
    let is_in = |day: u8| day >= 1 && day <= ctx.review.month.month.days() && days & (1 << (day - 1)) != 0;
    let starts = (1..=31_u8).filter(|day| is_in(*day) && !is_in(day - 1));
    let runs = starts.map(|start| {
        let end = (start..=31).take_while(|day| is_in(*day)).last().unwrap_or(start);
        if start == end { start.to_string() } else { format!("{start}-{end}") }
    });
    Some(runs.collect::<Vec<_>>().join(", "))
}
