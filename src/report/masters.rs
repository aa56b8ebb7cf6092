//! Service code masters of a workspace: what they are called, and lists of them.

use super::check_csv::spreadsheet;
use super::layout::{Paint, Table, display};
use super::registers::{column_title, write_table};
use crate::domain::ids::InsurerNumber;
use crate::domain::month::ServiceMonth;
use crate::format::codes::MasterSort;
use crate::format::registers::guarded;
use crate::i18n::{Arg, Texts};
use crate::store::{MASTERS, NOTICES, RegisteredMaster};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Columns of lists; the first is the key.
const COLUMNS: [&str; 9] = ["hash", "name", "sort", "rows", "refused", "from", "to", "insurers", "order"];

/// Columns with numbers.
const NUMBERS: [usize; 3] = [3, 4, 8];

/// Digits of a hash that are shown.
const SHORT: usize = 8;

/// Insurers that are shown in a table.
const INSURERS: usize = 3;

/// Name of a layout; `None` is one of another version of the program.
pub fn sort_name(texts: &Texts, sort: Option<MasterSort>) -> String {
    texts.get(match sort {
        Some(MasterSort::Own) => "codes-sort-own",
        Some(MasterSort::Public) => "codes-sort-public",
        Some(MasterSort::Municipal) => "codes-sort-municipal",
        None => "codes-sort-unknown",
    })
}

/// The beginning of a hash.
pub fn short_hash(hash: &str) -> String {
    display(hash.get(..SHORT).unwrap_or(hash))
}

/// A master in a sentence: the beginning of its hash, and its name.
pub fn master_name(master: &RegisteredMaster) -> String {
    format!("{} {}", short_hash(&master.hash), display(&master.name))
}

/// The key of a row of a register; hashes of masters are too long for a sentence.
pub fn key_words(register: &str, key: &[String]) -> String {
    match key {
        [hash] if [MASTERS, NOTICES].contains(&register) => short_hash(hash),
        _ => display(&key.join(" ")),
    }
}

/// A cell of a register; layouts of masters have a name.
pub fn cell_words(texts: &Texts, register: &str, column: &str, text: &str) -> String {
    match MasterSort::from_id(text) {
        Some(sort) if register == MASTERS && column == "sort" => sort_name(texts, Some(sort)),
        _ => display(text),
    }
}

/// Insurers in a sentence, no more of them than there is room for.
pub fn insurers_words(texts: &Texts, insurers: &[&str], most: usize) -> String {
    let shown = insurers.get(..most.min(insurers.len())).unwrap_or_default().join(", ");
    match insurers.len().saturating_sub(most) {
        0 => shown,
        more => {
            texts.format("codes-more-insurers", &[("insurers", Arg::from(shown)), ("count", Arg::from(more))])
        }
    }
}

/// The cells of a master, as the register has them.
fn cells(master: &RegisteredMaster) -> [String; COLUMNS.len()] {
    let month = |month: Option<ServiceMonth>| month.map(|month| month.to_string()).unwrap_or_default();
    let insurers: Vec<&str> = master.insurers.iter().map(InsurerNumber::as_str).collect();
    [
        master.hash.clone(),
        master.name.clone(),
        master.sort.map(MasterSort::id).unwrap_or_default().to_owned(),
        master.rows.to_string(),
        master.refused.to_string(),
        month(master.from),
        month(master.to),
        insurers.join(" "),
        master.order.to_string(),
    ]
}

/// Titles of the columns of lists.
pub fn titles(texts: &Texts) -> [String; COLUMNS.len()] {
    COLUMNS.map(|column| column_title(texts, MASTERS, column))
}

/// A master in a table: the beginning of its hash, its layout by name, no more insurers than there is room for.
pub fn row_words(texts: &Texts, master: &RegisteredMaster) -> [String; COLUMNS.len()] {
    let [_, name, _, rows, refused, from, to, _, order] = cells(master);
    let insurers: Vec<&str> = master.insurers.iter().map(InsurerNumber::as_str).collect();
    let insurers = insurers_words(texts, &insurers, INSURERS);
    let (hash, sort) = (short_hash(&master.hash), sort_name(texts, master.sort));
    [hash, display(&name), sort, rows, refused, from, to, insurers, order]
}

/// Writes masters as a table, in the order that is given.
///
/// # Errors
/// Writing failed.
pub fn write_text(
    out: &mut dyn Write,
    texts: &Texts,
    masters: &[RegisteredMaster],
    paint: Paint,
) -> io::Result<()> {
    let mut table = Table::new(COLUMNS.len(), &NUMBERS);
    table.row(titles(texts));
    for master in masters {
        table.row(row_words(texts, master));
    }
    write_table(out, &table, paint)
}

/// Writes masters as CSV for spreadsheets, in the order that is given.
///
/// # Errors
/// Writing failed.
pub fn write_csv(out: &mut dyn Write, texts: &Texts, masters: &[RegisteredMaster]) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(titles(texts))?;
    for master in masters {
        csv.write_record(cells(master).iter().map(|cell| guarded(cell).into_owned()))?;
    }
    csv.flush()
}

/// Writes masters as `kyukan.master/1`, in the order that is given.
///
/// # Errors
/// Writing failed.
pub fn write_json(out: &mut dyn Write, masters: &[RegisteredMaster]) -> io::Result<()> {
    let rows: Vec<Value> = masters.iter().map(row_json).collect();
    let whole = json!({
        "schema": "kyukan.master/1", "register": MASTERS, "keys": ["hash"], "columns": COLUMNS, "rows": rows,
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

/// A master with the text of every column.
pub fn row_json(master: &RegisteredMaster) -> Value {
    let named = COLUMNS.iter().zip(cells(master));
    Value::Object(
        named.map(|(column, cell)| ((*column).to_owned(), Value::from(cell))).collect::<Map<_, _>>(),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn master(insurers: &[&str]) -> RegisteredMaster {
        RegisteredMaster {
            hash: "0123456789abcdef".repeat(4),
            name: "町\u{1b}.csv".to_owned(),
            sort: None,
            rows: 12,
            refused: 1,
            from: None,
            to: None,
            insurers: insurers.iter().copied().filter_map(InsurerNumber::parse).collect(),
            order: 3,
        }
    }

    #[test]
    fn a_list_names_what_it_knows() {
        let texts = Texts::new(Language::Ja);
        let towns = ["131011", "131029", "131037", "131987", "131995"];
        let mut out = Vec::new();
        write_text(&mut out, &texts, &[master(&towns)], Paint { is_on: false }).unwrap();
        let text = String::from_utf8(out).unwrap();
        let cells: Vec<&str> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(cells[..4], ["01234567", "町\u{241b}.csv", "不明", "12"], "{text}");
        assert!(text.contains("131011, 131029, 131037 ほか2"), "{text}");
        assert_eq!(row_json(&master(&towns))["insurers"], towns.join(" "));
        assert_eq!(row_json(&master(&[]))["sort"], "");
    }

    #[test]
    fn only_masters_have_short_keys_and_named_layouts() {
        let texts = Texts::new(Language::Ja);
        let hash = master(&[]).hash;
        assert_eq!(key_words(MASTERS, std::slice::from_ref(&hash)), "01234567");
        assert_eq!(key_words("insurers", std::slice::from_ref(&hash)), hash);
        assert_eq!(short_hash("短い"), "短い", "whatever stands in the journal");
        for sort in MasterSort::ALL {
            assert_ne!(cell_words(&texts, MASTERS, "sort", sort.id()), sort.id());
            assert_eq!(cell_words(&texts, MASTERS, "name", sort.id()), sort.id());
        }
    }
}
