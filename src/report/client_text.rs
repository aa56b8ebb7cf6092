//! `show`: one client's month as サービス利用票, with the differences in words and the 別表.

use super::check_text::{difference_table, heading, units_line};
use super::layout::{Paint, Role, display, grouped, left, right, width};
use super::sheet_text;
use super::words::{Words, care_level, mark};
use crate::app::decisions::Decisions;
use crate::app::month::ClientRows;
use crate::app::review::Review;
use crate::app::worth::Worth;
use crate::domain::difference::Difference;
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::i18n::Arg;
use crate::reconcile::{ClientComparison, RowRef};
use chrono::Weekday;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Cells of the column that says 予定 or 実績.
const LABEL: usize = 8;

/// Writes one client's month, with its 別表 as it stands; with decisions how far each difference is.
///
/// # Errors
/// Writing failed.
pub fn write(
    out: &mut dyn Write,
    words: Words<'_>,
    (rows, comparison): (&ClientRows, &ClientComparison),
    decisions: Option<&Decisions>,
    sheet: (&Review, &Worth),
    paint: Paint,
) -> io::Result<()> {
    head(out, words, rows, paint)?;
    calendar(out, words, rows, comparison, paint)?;
    heading(out, paint, &words.texts.get("word-differences"))?;
    if comparison.differences.is_empty() {
        writeln!(out, "  {}", words.texts.get("no-differences"))?;
    }
    for line in &comparison.lines {
        let office = words.office(line.provider);
        writeln!(out, "  {office}  {}  {}", words.kind(line.kind), units_line(words, line))?;
        if line.plan_rows > 0 && !line.arrived {
            let text = words.texts.get("not-arrived-client");
            writeln!(
                out,
                "    {} {}: {text}",
                paint.paint(Role::Problem, "!"),
                words.texts.get("state-not-arrived")
            )?;
        }
        let of_line = |d: &&Difference| (d.provider, d.kind) == (line.provider, line.kind);
        let differences: Vec<&Difference> = comparison.differences.iter().filter(of_line).collect();
        write!(out, "{}", difference_table(words, paint, &differences, decisions))?;
    }
    heading(out, paint, &words.texts.get("word-sheet"))?;
    sheet_text::write(out, words, sheet, paint)
}

fn head(out: &mut dyn Write, words: Words<'_>, rows: &ClientRows, paint: Paint) -> io::Result<()> {
    let (month, texts) = (words.month, words.texts);
    let client = rows.client;
    let profile = month.profile(client);
    let name = words.client_name(client);
    let kana = profile.map(|profile| display(&profile.kana)).unwrap_or_default();
    writeln!(out, "{}  {kana}", paint.paint(Role::Heading, &name))?;
    let numbers = [
        format!("{} {}", texts.get("word-month"), words.month_name()),
        format!("{} {}", texts.get("word-insurer"), client.insurer),
        format!("{} {}", texts.get("word-client-number"), client.insured),
    ];
    writeln!(out, "{}", numbers.join("  "))?;
    let mut facts = Vec::new();
    if let Some(profile) = profile {
        let level = care_level(texts, &profile.care_level);
        facts.push(format!("{} {level}", texts.get("word-care-level")));
        if let Some(limit) = profile.limit_units {
            let units = texts.format("count-units", &[("count", Arg::from(grouped(limit).as_str()))]);
            facts.push(format!("{} {units}", texts.get("word-limit")));
        }
    }
    let manager = month.manager(rows).map(display).filter(|name| !name.is_empty());
    facts.push(format!(
        "{} {}",
        texts.get("word-manager"),
        manager.unwrap_or_else(|| texts.get("no-manager"))
    ));
    writeln!(out, "{}", facts.join("  "))
}

/// One service line of the calendar: provider, code and times.
type LineKey = (OfficeNumber, ServiceCode, u16, u16);

/// Times of the service per day, planned and actual.
#[derive(Default)]
struct Days {
    plan: BTreeMap<u8, u32>,
    actual: BTreeMap<u8, u32>,
    marks: BTreeMap<u8, &'static str>,
}

fn lines(words: Words<'_>, rows: &ClientRows, comparison: &ClientComparison) -> BTreeMap<LineKey, Days> {
    let key = |row: &RowRef<'_>| (row.row.provider, row.row.code, row.row.start.hhmm(), row.row.end.hhmm());
    let mut lines = BTreeMap::<LineKey, Days>::new();
    for row in words.month.rows(&rows.plan) {
        *lines.entry(key(&row)).or_default().plan.entry(row.row.day).or_default() += u32::from(row.row.count);
    }
    for row in words.month.rows(&rows.actual) {
        *lines.entry(key(&row)).or_default().actual.entry(row.row.day).or_default() +=
            u32::from(row.row.count);
    }
    for difference in &comparison.differences {
        let (mark, _) = mark(difference.class);
        for row in [&difference.plan, &difference.actual].into_iter().flatten().map(|placed| &placed.row) {
            let key = (row.provider, row.code, row.start.hhmm(), row.end.hhmm());
            lines.entry(key).or_default().marks.insert(row.day, mark);
        }
    }
    lines
}

fn calendar(
    out: &mut dyn Write,
    words: Words<'_>,
    rows: &ClientRows,
    comparison: &ClientComparison,
    paint: Paint,
) -> io::Result<()> {
    let (month, texts) = (words.month.month, words.texts);
    heading(out, paint, &texts.get("word-calendar"))?;
    let days: Vec<u8> = (1..=month.days()).collect();
    // Tens above ones: two cells a day leave no room for two digits.
    let tens = |day: &u8| if day.is_multiple_of(10) { (day / 10).to_string() } else { String::new() };
    let ones = |day: &u8| (day % 10).to_string();
    writeln!(out, "{}", day_line("", days.iter().map(tens)))?;
    writeln!(out, "{}", day_line(&texts.get("word-day"), days.iter().map(ones)))?;
    let weekday =
        |day: &u8| month.weekday(*day).map(|weekday| weekday_cell(words, weekday)).unwrap_or_default();
    writeln!(
        out,
        "{}",
        paint.paint(Role::Dim, &day_line(&texts.get("word-weekday"), days.iter().map(weekday)))
    )?;
    for ((provider, code, start, end), line) in lines(words, rows, comparison) {
        let clock = |hhmm: u16| format!("{:02}:{:02}", hhmm / 100, hhmm % 100);
        let times =
            if start == 9999 { texts.get("no-time") } else { format!("{}-{}", clock(start), clock(end)) };
        writeln!(out, "{}  {code}  {times}", words.office(provider))?;
        let counts = |side: &BTreeMap<u8, u32>| {
            let cells: Vec<String> =
                days.iter().map(|day| side.get(day).map(u32::to_string).unwrap_or_default()).collect();
            cells.into_iter()
        };
        writeln!(out, "{}", day_line(&texts.get("word-plan"), counts(&line.plan)))?;
        writeln!(out, "{}", day_line(&texts.get("word-actual"), counts(&line.actual)))?;
        if !line.marks.is_empty() {
            let marks = days.iter().map(|day| line.marks.get(day).copied().unwrap_or_default().to_owned());
            let text = day_line(&texts.get("word-difference"), marks);
            writeln!(out, "{}", paint.paint(Role::Changed, &text))?;
        }
    }
    Ok(())
}

/// Two cells a day, so that a month fits into 80 columns.
fn day_line(label: &str, cells: impl Iterator<Item = String>) -> String {
    let days: String = cells.map(|cell| right(&cell, 2)).collect();
    format!("{}{days}", left(label, LABEL)).trim_end().to_owned()
}

fn weekday_cell(words: Words<'_>, weekday: Weekday) -> String {
    let name = words.weekday(weekday);
    if width(&name) <= 2 { name } else { name.chars().take(2).collect() }
}
