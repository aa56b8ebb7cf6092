//! `check --format csv`: one line a difference, for spreadsheets (UTF-8 with byte order mark, as Excel wants it).

use super::words::Words;
use crate::domain::difference::PlacedRow;
use std::io::{self, Write};

/// The header, in the words of the JSON contract.
const HEADER: [&str; 24] = [
    "id",
    "class",
    "class_name",
    "insurer",
    "insured",
    "client",
    "manager",
    "provider",
    "provider_name",
    "kind",
    "plan_date",
    "plan_start",
    "plan_end",
    "plan_code",
    "plan_count",
    "plan_units",
    "actual_date",
    "actual_start",
    "actual_end",
    "actual_code",
    "actual_count",
    "actual_units",
    "units_delta",
    "place",
];

/// Writes the differences.
///
/// # Errors
/// Writing failed.
pub fn write(out: &mut dyn Write, words: Words<'_>) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(HEADER)?;
    for (rows, comparison) in words.month.clients.iter().zip(&words.month.comparisons) {
        let manager = words.month.manager(rows).unwrap_or_default();
        for difference in &comparison.differences {
            let client = difference.client;
            let mut record = vec![
                difference.id.clone(),
                difference.class.name().to_owned(),
                words.texts.class(difference.class),
                client.insurer.to_string(),
                client.insured.to_string(),
                safe(&words.client_name(client)),
                safe(manager),
                difference.provider.to_string(),
                safe(&words.month.office_name(difference.provider)),
                difference.kind.to_string(),
            ];
            record.extend(row_cells(words, difference.plan.as_ref()));
            record.extend(row_cells(words, difference.actual.as_ref()));
            record.push(difference.units_delta.to_string());
            record.push(safe(&places(words, [difference.plan.as_ref(), difference.actual.as_ref()])));
            csv.write_record(&record)?;
        }
    }
    csv.flush()
}

fn row_cells(words: Words<'_>, placed: Option<&PlacedRow>) -> Vec<String> {
    match placed {
        None => vec![String::new(); 6],
        Some(PlacedRow { row, .. }) => vec![
            format!("{}-{:02}", words.month.month, row.day),
            row.start.to_string(),
            row.end.to_string(),
            row.code.to_string(),
            row.count.to_string(),
            row.units.to_string(),
        ],
    }
}

fn places(words: Words<'_>, rows: [Option<&PlacedRow>; 2]) -> String {
    let place = |placed: &PlacedRow| {
        let path = words.month.file(placed.file).map(|file| file.path.as_str()).unwrap_or_default();
        format!("{path}:{}", placed.row.line)
    };
    rows.into_iter().flatten().map(place).collect::<Vec<_>>().join(" ")
}

/// A CSV file as Excel wants it: UTF-8 with byte order mark, CR LF.
pub(super) fn spreadsheet(out: &mut dyn Write) -> io::Result<csv::Writer<&mut dyn Write>> {
    out.write_all(b"\xEF\xBB\xBF")?;
    Ok(csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(out))
}

/// Text from files never becomes a formula in a spreadsheet: what begins like one gets an apostrophe in front.
pub(super) fn safe(text: &str) -> String {
    if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_never_becomes_a_formula() {
        assert_eq!(safe("=HYPERLINK(\"x\")"), "'=HYPERLINK(\"x\")");
        assert_eq!(safe("@SUM"), "'@SUM");
        assert_eq!(safe("みどりケア"), "みどりケア");
    }
}
