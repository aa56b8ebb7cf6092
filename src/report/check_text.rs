//! `check` for people: a summary first, then what did not arrive, the differences by provider and client, and what was
//! wrong with the files.

use super::event_words::settled_id;
use super::layout::{Paint, Role, Table, grouped, signed};
use super::words::{Words, mark};
use crate::app::decisions::Decisions;
use crate::app::review::Settled;
use crate::domain::difference::Difference;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::problem::ProblemAction;
use crate::i18n::Arg;
use crate::reconcile::ProviderLine;
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes the report. With decisions every difference has its id and how far it is decided behind it.
///
/// # Errors
/// Writing failed.
pub fn write(
    out: &mut dyn Write,
    words: Words<'_>,
    decisions: Option<&Decisions>,
    paint: Paint,
) -> io::Result<()> {
    summary(out, words, paint)?;
    if let Some(decisions) = decisions {
        writeln!(out, "  {}", decided_line(words, decisions))?;
    }
    not_arrived(out, words, paint)?;
    differences(out, words, decisions, paint)?;
    problems(out, words, paint)
}

fn summary(out: &mut dyn Write, words: Words<'_>, paint: Paint) -> io::Result<()> {
    let (month, texts) = (words.month, words.texts);
    let offices: Vec<String> =
        month.care_offices.iter().take(3).map(|office| words.office(*office)).collect();
    let more = if month.care_offices.len() > offices.len() { " …" } else { "" };
    writeln!(
        out,
        "{} {}  {} {}{more}",
        texts.get("word-month"),
        paint.paint(Role::Heading, &words.month_name()),
        texts.get("word-care-office"),
        paint.paint(Role::Heading, &offices.join(" · ")),
    )?;
    let totals = &month.totals;
    let line = texts.format(
        "summary-line",
        &[
            ("same", Arg::from(grouped_u64(totals.same).as_str())),
            ("differences", Arg::from(grouped_u64(totals.differences).as_str())),
            ("not_arrived", Arg::from(grouped_u64(month.not_arrived.len() as u64).as_str())),
            ("problems", Arg::from(grouped_u64(month.problems.len() as u64).as_str())),
        ],
    );
    writeln!(out, "{}", paint.paint(Role::Heading, &line))?;
    let classes: Vec<String> = month
        .by_class()
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(class, count)| format!("{} {}", texts.class(class), grouped_u64(count as u64)))
        .collect();
    if !classes.is_empty() {
        writeln!(
            out,
            "  {}",
            texts.format("summary-classes", &[("classes", Arg::from(classes.join(" · ").as_str()))])
        )?;
    }
    writeln!(out, "  {}", size_line(words))?;
    writeln!(out, "  {}", rows_line(words))?;
    for note in &month.notes {
        writeln!(out, "  {}", words.note(note))?;
    }
    Ok(())
}

/// How many differences are decided how; the undecided ones are always named.
fn decided_line(words: Words<'_>, decisions: &Decisions) -> String {
    let mut counts = BTreeMap::from([(Settled::Open, 0_u64)]);
    for difference in words.month.differences() {
        *counts.entry(Settled::of(decisions.client(difference.client), difference)).or_default() += 1;
    }
    let counts = counts
        .into_iter()
        .map(|(settled, count)| format!("{} {}", words.texts.get(settled_id(settled)), grouped_u64(count)));
    let counts = counts.collect::<Vec<_>>().join(" / ");
    words.texts.format("summary-decided", &[("counts", Arg::from(counts.as_str()))])
}

fn size_line(words: Words<'_>) -> String {
    let totals = &words.month.totals;
    words.texts.format(
        "summary-size",
        &[
            ("clients", Arg::from(grouped_u64(u64::from(totals.clients)).as_str())),
            ("providers", Arg::from(grouped_u64(u64::from(totals.providers)).as_str())),
            ("plan", Arg::from(grouped_u64(totals.plan_rows).as_str())),
            ("actual", Arg::from(grouped_u64(totals.actual_rows).as_str())),
        ],
    )
}

/// The fates of every row that was read; the sum is checked while it is printed.
pub(super) fn rows_line(words: Words<'_>) -> String {
    let [rows, loaded, superseded, deleted, quarantined] = words.month.row_sums().map(grouped_u64);
    words.texts.format(
        "summary-rows",
        &[
            ("rows", Arg::from(rows.as_str())),
            ("loaded", Arg::from(loaded.as_str())),
            ("superseded", Arg::from(superseded.as_str())),
            ("deleted", Arg::from(deleted.as_str())),
            ("quarantined", Arg::from(quarantined.as_str())),
        ],
    )
}

fn not_arrived(out: &mut dyn Write, words: Words<'_>, paint: Paint) -> io::Result<()> {
    if words.month.not_arrived.is_empty() {
        return Ok(());
    }
    heading(out, paint, &words.texts.get("word-not-arrived"))?;
    for entry in &words.month.not_arrived {
        let (provider, kind) = (words.office(entry.provider), words.kind(entry.kind));
        let line = words.texts.format(
            "not-arrived-line",
            &[
                ("provider", Arg::from(provider.as_str())),
                ("kind", Arg::from(kind.as_str())),
                ("count", Arg::from(entry.clients)),
            ],
        );
        writeln!(out, "  {} {line}", paint.paint(Role::Problem, "!"))?;
    }
    Ok(())
}

type ByProvider<'a> =
    BTreeMap<(OfficeNumber, ServiceKind), Vec<(ClientKey, &'a ProviderLine, Vec<&'a Difference>)>>;

fn by_provider(words: Words<'_>) -> ByProvider<'_> {
    let mut grouped = ByProvider::new();
    for comparison in &words.month.comparisons {
        for line in comparison.lines.iter().filter(|line| line.differences > 0) {
            let of_line = |d: &&Difference| (d.provider, d.kind) == (line.provider, line.kind);
            let differences: Vec<&Difference> = comparison.differences.iter().filter(of_line).collect();
            grouped.entry((line.provider, line.kind)).or_default().push((
                comparison.client,
                line,
                differences,
            ));
        }
    }
    grouped
}

fn differences(
    out: &mut dyn Write,
    words: Words<'_>,
    decisions: Option<&Decisions>,
    paint: Paint,
) -> io::Result<()> {
    heading(out, paint, &words.texts.get("word-differences"))?;
    if words.month.totals.differences == 0 {
        return writeln!(out, "  {}", words.texts.get("no-differences"));
    }
    for ((provider, kind), clients) in by_provider(words) {
        writeln!(out, "{}  {}", paint.paint(Role::Heading, &words.office(provider)), words.kind(kind))?;
        for (client, line, differences) in clients {
            writeln!(out, "  {}", client_line(words, client, line))?;
            write!(out, "{}", difference_table(words, paint, &differences, decisions))?;
        }
    }
    Ok(())
}

fn client_line(words: Words<'_>, client: ClientKey, line: &ProviderLine) -> String {
    format!(
        "{}  {} {}  {}",
        words.client_name(client),
        client.insurer,
        client.insured,
        units_line(words, line)
    )
}

/// Planned and actual units of one provider × kind.
pub(super) fn units_line(words: Words<'_>, line: &ProviderLine) -> String {
    words.texts.format(
        "line-units",
        &[
            ("plan", Arg::from(grouped(line.plan_units).as_str())),
            ("actual", Arg::from(grouped(line.actual_units).as_str())),
            ("delta", Arg::from(signed(line.actual_units - line.plan_units).as_str())),
        ],
    )
}

/// Differences in columns: mark, class, day, times, code, count, units, effect; with decisions also how far it is and
/// the id.
pub(super) fn difference_table(
    words: Words<'_>,
    paint: Paint,
    differences: &[&Difference],
    decisions: Option<&Decisions>,
) -> String {
    const INDENT: usize = 4;
    let mut table = Table::new(9, &[]);
    for difference in differences {
        let (mark, _) = mark(difference.class);
        let mut cells = vec![format!("{mark} {}", words.texts.class(difference.class))];
        cells.extend(words.difference_cells(difference));
        cells.push(signed(difference.units_delta));
        if let Some(decisions) = decisions {
            let settled = Settled::of(decisions.client(difference.client), difference);
            cells.extend([words.texts.get(settled_id(settled)), difference.id.clone()]);
        }
        table.row(cells);
    }
    let lines = table.render(INDENT);
    let painted =
        lines.lines().zip(differences).map(|(line, difference)| paint.paint(mark(difference.class).1, line));
    painted.map(|line| line + "\n").collect()
}

fn problems(out: &mut dyn Write, words: Words<'_>, paint: Paint) -> io::Result<()> {
    if words.month.problems.is_empty() {
        return Ok(());
    }
    heading(out, paint, &words.texts.get("word-problems"))?;
    for problem in &words.month.problems {
        let role = if problem.action == ProblemAction::Quarantined { Role::Problem } else { Role::Dim };
        let mark = if problem.action == ProblemAction::Quarantined { "!" } else { "·" };
        writeln!(out, "  {} {}", paint.paint(role, mark), words.problem(problem))?;
    }
    Ok(())
}

/// A heading after an empty line.
pub(super) fn heading(out: &mut dyn Write, paint: Paint, text: &str) -> io::Result<()> {
    writeln!(out, "\n{}", paint.paint(Role::Heading, text))
}

fn grouped_u64(number: u64) -> String {
    grouped(i64::try_from(number).unwrap_or(i64::MAX))
}
