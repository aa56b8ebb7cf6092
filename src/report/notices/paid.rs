//! Claimed against paid, as text.

use super::super::layout::{Paint, Role, Table, grouped, signed};
use super::super::notice_words::NoticeWords;
use crate::app::notices::{Amounts, PaidRow, PaidWindow};
use crate::domain::month::ServiceMonth;
use crate::i18n::{Arg, Texts};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Writes each window, the latest first.
///
/// # Errors
/// Writing failed.
pub fn write_paid_text(
    out: &mut dyn Write,
    words: NoticeWords<'_>,
    windows: &BTreeMap<ServiceMonth, PaidWindow>,
    paint: Paint,
) -> io::Result<()> {
    let texts = words.words.texts;
    for (window, of_window) in windows.iter().rev() {
        let args = [("window", Arg::from(window.to_string()))];
        writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("notices-paid-title", &args)))?;
        write!(out, "{}", table(words, of_window).render(2))?;
        for sentence in sentences(words, of_window) {
            writeln!(out, "  {} {sentence}", paint.paint(Role::Problem, "!"))?;
        }
        if of_window.has_payments && !of_window.differs() {
            writeln!(out, "  {}", texts.get("notices-paid-agrees"))?;
        }
    }
    Ok(())
}

fn table(words: NoticeWords<'_>, window: &PaidWindow) -> Table {
    let texts = words.words.texts;
    let mut table = Table::new(8, &[3, 4, 5, 6, 7]);
    let header = [
        "notices-paid-insurer",
        "notices-paid-month",
        "notices-paid-kind",
        "notices-paid-claimed",
        "notices-paid-returned",
        "notices-paid-expected",
        "notices-paid-paid",
        "notices-paid-difference",
    ];
    table.row(header.map(|id| texts.get(id)));
    let yen = |amounts: Amounts| grouped(amounts.yen);
    for row in &window.rows {
        table.row([
            insurer(texts, row),
            row.key.month.to_string(),
            words.words.kind(row.key.kind),
            yen(row.claimed),
            yen(row.returned),
            yen(row.expected()),
            row.paid.map(yen).unwrap_or_default(),
            row.difference().map(|difference| signed(difference.yen)).unwrap_or_default(),
        ]);
    }
    table
}

/// Who paid: the number of the insurer, or that it is a public payer.
pub fn insurer(texts: &Texts, row: &PaidRow) -> String {
    let insurer = row.key.insurer.map(|insurer| insurer.to_string());
    insurer.unwrap_or_else(|| texts.get("notices-paid-public"))
}

fn amounts(texts: &Texts, amounts: Amounts) -> String {
    let args = [
        ("count", Arg::from(grouped(amounts.count))),
        ("units", Arg::from(grouped(amounts.units))),
        ("yen", Arg::from(grouped(amounts.yen))),
    ];
    texts.format("notices-paid-yen", &args)
}

/// What differs or has not come, a sentence each.
pub fn sentences(words: NoticeWords<'_>, window: &PaidWindow) -> Vec<String> {
    let texts = words.words.texts;
    let mut told = Vec::new();
    if !window.has_payments {
        told.push(texts.get("notices-paid-wait"));
    } else if !window.has_returns {
        told.push(texts.get("notices-paid-no-list"));
    }
    for row in &window.rows {
        let Some(difference) = row.difference() else { continue };
        let args = [
            ("insurer", Arg::from(insurer(texts, row))),
            ("month", Arg::from(row.key.month.to_string())),
            ("kind", Arg::from(words.words.kind(row.key.kind))),
            ("difference", Arg::from(amounts(texts, difference))),
        ];
        told.push(texts.format("notices-paid-differs", &args));
    }
    if window.adjusted_differs() {
        let adjusted = amounts(texts, window.adjusted.unwrap_or_default());
        let withdrawn = amounts(texts, window.withdrawn);
        let args = [("adjusted", Arg::from(adjusted)), ("withdrawn", Arg::from(withdrawn))];
        told.push(texts.format("notices-paid-adjusted", &args));
    }
    if window.transfer_differs() {
        let args = [
            ("decided", Arg::from(grouped(window.decided.unwrap_or_default()))),
            ("transferred", Arg::from(grouped(window.transferred.unwrap_or_default()))),
        ];
        told.push(texts.format("notices-paid-transfer", &args));
    }
    told
}
