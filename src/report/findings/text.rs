//! What was found, for people: sums first, then every client, those with most yen at risk first.

use super::{FindingList, NotChecked, stops_everybody};
use crate::app::checks::ClientChecks;
use crate::check::{AtRisk, Finding, Severity, at_risk};
use crate::domain::ids::OfficeNumber;
use crate::i18n::Arg;
use crate::report::finding_words::{need, remedy, severity, title, what_of_kind, whose};
use crate::report::layout::{Paint, Role};
use crate::report::told::who;
use crate::report::words::Words;
use std::collections::BTreeSet;
use std::io::{self, Write};

/// Writes what was found.
///
/// # Errors
/// Writing failed.
pub fn write(out: &mut dyn Write, list: FindingList<'_>, paint: Paint) -> io::Result<()> {
    sums(out, &list, paint)?;
    for (checks, risk) in list.by_risk() {
        writeln!(out, "\n{}", paint.paint(Role::Heading, &client_line(&list, checks, risk)))?;
        checks.open().try_for_each(|finding| one(out, &list, finding, paint))?;
    }
    let silenced = list.silenced().count();
    if silenced > 0 {
        let args = [("count", Arg::from(silenced))];
        writeln!(out, "\n{}", list.texts.format("findings-silenced", &args))?;
    }
    not_checked(out, &list, paint)
}

/// Writes the sums alone, and which command lists what they are made of.
///
/// # Errors
/// Writing failed.
pub fn write_sums(out: &mut dyn Write, list: FindingList<'_>, paint: Paint) -> io::Result<()> {
    sums(out, &list, paint)?;
    writeln!(out, "  {}", paint.paint(Role::Dim, &list.texts.get("findings-how")))
}

fn sums(out: &mut dyn Write, list: &FindingList<'_>, paint: Paint) -> io::Result<()> {
    let texts = list.texts;
    let words = Words { month: &list.review.month, texts };
    let title = texts.format("findings-title", &[("month", Arg::from(words.month_name()))]);
    writeln!(out, "{}", paint.paint(Role::Heading, &title))?;
    for line in Severity::ALL.iter().rev().filter_map(|severity| sum_line(list, *severity)) {
        writeln!(out, "  {line}")?;
    }
    if !list.is_at_risk() {
        return writeln!(out, "  {}", texts.get("findings-none"));
    }
    let total: AtRisk = list.checks.iter().map(|checks| at_risk(checks.open())).sum();
    let args = [("worth", Arg::from(list.worth(total)))];
    writeln!(out, "  {}", texts.format("findings-total", &args))
}

/// How many findings of a severity there are, whom they are about and what is at risk; `None` when there is none.
fn sum_line(list: &FindingList<'_>, of: Severity) -> Option<String> {
    let (mut count, mut clients, mut offices) = (0_usize, 0_usize, BTreeSet::<OfficeNumber>::new());
    let mut sum = AtRisk::default();
    for checks in list.checks {
        let own: Vec<&Finding> = checks.open().filter(|finding| finding.severity == of).collect();
        count += own.len();
        clients += usize::from(!own.is_empty());
        offices.extend(own.iter().filter_map(|finding| finding.pair).map(|(office, _)| office));
        if own.iter().any(|finding| stops_everybody(finding)) {
            offices.extend(list.lines(checks).into_iter().map(|(office, ..)| office));
        }
        sum += at_risk(own);
    }
    let args = [
        ("severity", Arg::from(severity(list.texts, of))),
        ("count", Arg::from(count)),
        ("clients", Arg::from(clients)),
        ("offices", Arg::from(offices.len())),
        ("worth", Arg::from(list.worth(sum))),
    ];
    let id = if of == Severity::Confirm { "findings-confirm" } else { "findings-severity" };
    (count > 0).then(|| list.texts.format(id, &args))
}

fn client_line(list: &FindingList<'_>, checks: &ClientChecks, risk: AtRisk) -> String {
    let (words, client) = (list.words(), checks.client);
    let worth = match checks.severity() {
        Some(Severity::Confirm) => severity(list.texts, Severity::Confirm),
        _ => list.worth(risk),
    };
    let args = [
        ("name", Arg::from(words.slip().client(client))),
        ("insurer", Arg::from(client.insurer.to_string())),
        ("insured", Arg::from(client.insured.to_string())),
        ("manager", Arg::from(words.manager(client))),
        ("worth", Arg::from(worth)),
    ];
    list.texts.format("findings-client", &args)
}

fn one(out: &mut dyn Write, list: &FindingList<'_>, finding: &Finding, paint: Paint) -> io::Result<()> {
    let (words, texts) = (list.words(), list.texts);
    let role = if finding.severity == Severity::Confirm { Role::Dim } else { Role::Problem };
    let head = [
        Some(paint.paint(role, &severity(texts, finding.severity))),
        finding.code.map(str::to_owned),
        Some(title(texts, finding.check)),
        Some(whose(words, finding)),
        (finding.units != 0).then(|| list.units(finding.units)),
        (finding.units != 0).then(|| list.yen(finding.yen)),
    ];
    writeln!(out, "  {}", head.into_iter().flatten().collect::<Vec<_>>().join("  "))?;
    writeln!(out, "    {}", what_of_kind(words, finding))?;
    let help = [("remedy", Arg::from(remedy(words, &finding.remedy)))];
    writeln!(out, "    {}", texts.format("findings-remedy", &help))
}

fn not_checked(out: &mut dyn Write, list: &FindingList<'_>, paint: Paint) -> io::Result<()> {
    let (texts, missing) = (list.texts, list.not_checked());
    if missing.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n{}", paint.paint(Role::Heading, &texts.get("findings-not-checked")))?;
    for entry in missing {
        writeln!(out, "  {} {}", paint.paint(Role::Dim, "*"), not_checked_sentence(list, &entry))?;
    }
    Ok(())
}

/// For whom something was not checked, why, and what would supply it.
pub fn not_checked_sentence(list: &FindingList<'_>, entry: &NotChecked) -> String {
    let (texts, words) = (list.texts, Words { month: &list.review.month, texts: list.texts });
    // Where nobody could be checked, names tell nothing.
    let is_all = entry.clients.len() == list.checks.len();
    let id = if is_all { "findings-not-checked-all" } else { "findings-not-checked-line" };
    let args = [
        ("sentence", Arg::from(need(texts, entry.need, entry.checks.len()))),
        ("count", Arg::from(entry.clients.len())),
        ("names", Arg::from(who(words, &entry.clients))),
    ];
    texts.format(id, &args)
}
