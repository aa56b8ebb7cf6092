//! The 別表 of a client as text: its rows below their offices and kinds, then what has to be known of them.

use super::layout::{Paint, Role, Table};
use super::sheet_words::{
    COLUMNS, SheetLine, column_id, difference_sentence, limit_words, lines, shares_sentences, shares_words,
};
use super::tally_words::{worth_fault_sentence, worth_note_sentence};
use super::words::Words;
use crate::app::review::Review;
use crate::app::worth::{SheetDifference, Worth};
use crate::domain::ids::ServiceCode;
use crate::i18n::Arg;
use crate::i18n::width::{cut, display};
use std::io::{self, Write};

/// Most cells of the name of a row.
const NAME: usize = 24;

/// Writes the computed sheet of a client, what differs from the received one, and what should be known of it.
///
/// # Errors
/// Writing failed.
pub fn write(
    out: &mut dyn Write,
    words: Words<'_>,
    (review, worth): (&Review, &Worth),
    paint: Paint,
) -> io::Result<()> {
    let rows = worth.sheet.as_ref().map(lines).unwrap_or_default();
    // The last row is the total of nothing when there is no service.
    if rows.len() > 1 {
        table(out, words, (review, worth), &rows, paint)?;
        facts(out, words, worth)?;
    } else if worth.faults.is_empty() {
        writeln!(out, "  {}", words.texts.get("word-none"))?;
    }
    sentences(out, words, worth, paint)
}

fn table(
    out: &mut dyn Write,
    words: Words<'_>,
    (review, worth): (&Review, &Worth),
    rows: &[SheetLine<'_>],
    paint: Paint,
) -> io::Result<()> {
    let texts = words.texts;
    let name = |code: ServiceCode| review.code_name(code).map(display);
    let mut table = Table::new(COLUMNS.len() + 1, &(1..=COLUMNS.len()).collect::<Vec<_>>());
    let head = COLUMNS.map(|column| texts.get(column_id(column)));
    table.row(std::iter::once(texts.get("word-code")).chain(head));
    for row in rows {
        let label = mark(row.is_new(&worth.differences), "+", row.label(texts, name));
        table.row(std::iter::once(cut(&label, NAME)).chain(cells(row, &worth.differences)));
    }
    let rendered = table.render(2);
    let mut written = rendered.lines();
    writeln!(out, "{}", written.next().unwrap_or_default())?;
    let mut group = None;
    for (row, line) in rows.iter().zip(written) {
        if let Some((office, kind)) = row.group().filter(|own| group != Some(*own)) {
            let heading = format!("  {}  {}", words.kind(kind), words.office(office));
            writeln!(out, "{}", paint.paint(Role::Dim, &heading))?;
        }
        group = row.group();
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// The texts of a row; what the received sheet has otherwise is marked.
fn cells(row: &SheetLine<'_>, differences: &[SheetDifference]) -> Vec<String> {
    let text = |column| mark(row.differs(column, differences), "~", row.text(column));
    COLUMNS.into_iter().map(text).collect()
}

fn mark(is_marked: bool, sign: &str, text: String) -> String {
    if is_marked { format!("{sign}{text}") } else { text }
}

/// The limit, and whose shares the sheet has.
fn facts(out: &mut dyn Write, words: Words<'_>, worth: &Worth) -> io::Result<()> {
    let texts = words.texts;
    let limit = limit_words(texts, worth).unwrap_or_else(|| texts.get("board-no-limit"));
    writeln!(out, "  {}  {limit}", shares_words(texts, &worth.shares))
}

fn sentences(out: &mut dyn Write, words: Words<'_>, worth: &Worth, paint: Paint) -> io::Result<()> {
    let mut say = |role: Role, sign: &str, text: &str| writeln!(out, "  {} {text}", paint.paint(role, sign));
    for fault in &worth.faults {
        say(Role::Problem, "!", &worth_fault_sentence(words, fault, &worth.lines))?;
    }
    for sentence in shares_sentences(words, &worth.shares) {
        say(Role::Problem, "!", &sentence)?;
    }
    for note in &worth.notes {
        say(Role::Dim, "*", &worth_note_sentence(words, note, &worth.lines))?;
    }
    if !worth.differences.is_empty() {
        let count = [("count", Arg::from(worth.differences.len()))];
        say(Role::Changed, "~", &words.texts.format("sheet-differences", &count))?;
    }
    for difference in &worth.differences {
        say(Role::Changed, "  ", &difference_sentence(words, difference))?;
    }
    Ok(())
}
