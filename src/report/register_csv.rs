//! A register as CSV for spreadsheets, which can be taken in again: UTF-8 with byte order mark, titles of the columns in
//! the language of the texts.

use super::check_csv::spreadsheet;
use super::registers::{Listed, column_title};
use crate::app::decisions::Decisions;
use crate::app::registers::Register;
use crate::format::registers::guarded;
use crate::i18n::Texts;
use std::io::{self, Write};

/// Writes the rows of a register.
///
/// # Errors
/// Writing failed.
pub fn write(
    out: &mut dyn Write,
    texts: &Texts,
    register: &Register,
    decisions: &Decisions,
) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(register.all_columns().map(|column| column_title(texts, register.name, column.name)))?;
    for row in register.rows(decisions) {
        csv.write_record(row.iter().map(|cell| guarded(cell).into_owned()))?;
    }
    csv.flush()
}

/// Writes the list of registers.
///
/// # Errors
/// Writing failed.
pub fn write_list(out: &mut dyn Write, list: &[Listed]) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(["name", "title", "rows", "unreadable"])?;
    for one in list {
        csv.write_record([one.name, &one.title, &one.rows.to_string(), &one.unreadable.to_string()])?;
    }
    csv.flush()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::registers::any::any_row;
    use crate::app::registers::{REGISTERS, register, set_all, take_sheet};
    use crate::domain::fixture::journalled;
    use crate::format::registers::read_sheet;
    use crate::i18n::Language;
    use crate::report::check_csv::safe;
    use crate::report::registers::ColumnNames;
    use proptest::prelude::*;
    use std::sync::LazyLock;

    static TEXTS: LazyLock<(Vec<Texts>, ColumnNames)> =
        LazyLock::new(|| (Language::ALL.iter().copied().map(Texts::new).collect(), ColumnNames::load()));

    fn with_rows(name: &str, rows: &[crate::app::decisions::Cells]) -> (&'static Register, Decisions) {
        let register = register(name).unwrap();
        let mut decisions = Decisions::default();
        if let Some(draft) = set_all(&decisions, register, rows).draft {
            decisions.push(journalled(1, draft));
        }
        (register, decisions)
    }

    fn written(texts: &Texts, register: &Register, decisions: &Decisions) -> Vec<u8> {
        let mut out = Vec::new();
        write(&mut out, texts, register, decisions).unwrap();
        out
    }

    #[test]
    fn the_file_is_for_spreadsheets() {
        let row = [("office", "1379900028"), ("name", "=みどり\"ケア\""), ("phone", "+81-3")];
        let row = row.map(|(column, text)| (column.to_owned(), text.to_owned())).into();
        let (register, decisions) = with_rows("providers", &[row]);
        let text = String::from_utf8(written(&TEXTS.0[0], register, &decisions)).unwrap();
        assert_eq!(
            text,
            "\u{feff}事業所番号,事業所名,法人名,電話番号,FAX番号,地域区分,番号確認済\r\n\
             1379900028,\"'=みどり\"\"ケア\"\"\",,'+81-3,,,\r\n"
        );
    }

    proptest! {
        /// A register that is written and taken in again changes nothing, whatever the language.
        #[test]
        fn taking_in_what_was_written_changes_nothing(
            (name, rows) in (0..REGISTERS.len()).prop_flat_map(|at| {
                (Just(REGISTERS[at].name), prop::collection::vec(any_row(&REGISTERS[at]), 0..6))
            }),
            language in 0..Language::ALL.len(),
        ) {
            let (register, decisions) = with_rows(name, &rows);
            let bytes = written(&TEXTS.0[language], register, &decisions);
            let sheet = read_sheet(&bytes);
            let heads = TEXTS.1.find(&sheet.header).unwrap();
            prop_assert_eq!(heads.register.name, name);
            let taken = take_sheet(&decisions, &heads, &sheet);
            prop_assert_eq!(&taken.refused, &[]);
            prop_assert_eq!(taken.counts.same, decisions.entries(name).len());
            prop_assert_eq!(taken.draft, None);
        }

        /// Whatever is harmless for spreadsheets elsewhere is so here.
        #[test]
        fn cells_are_guarded_at_least_like_those_of_lists(text in "[=+@'\t\r-]{0,3}.{0,4}") {
            prop_assert_eq!(safe(&guarded(&text)), guarded(&text).into_owned());
        }
    }
}
