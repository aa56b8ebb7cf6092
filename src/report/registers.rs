//! 登録: names of registers and columns, what is wrong with a row, and lists for people and other programs.

use super::layout::{Paint, Role, Table, display};
use super::masters;
use crate::app::decisions::Decisions;
use crate::app::registers::{
    CellFault, Column, HeadFault, Heads, REGISTERS, Register, RegisterRefusal, Registers, Unreadable,
};
use crate::i18n::{Arg, Language, Texts};
use crate::store::{MASTERS, RegisteredMaster};
use serde_json::{Map, Value, json};
use std::io::{self, Write};

/// Name of a register.
pub fn register_title(texts: &Texts, register: &str) -> String {
    texts.find(&format!("register-{register}"), &[]).unwrap_or_else(|| display(register))
}

/// Name of a column, which may be one of this register only.
pub fn column_title(texts: &Texts, register: &str, column: &str) -> String {
    let name = column.replace('_', "-");
    texts
        .find(&format!("column-{register}-{name}"), &[])
        .or_else(|| texts.find(&format!("column-{name}"), &[]))
        .unwrap_or_else(|| display(column))
}

/// Names of columns in every language, as files and people may give them.
pub struct ColumnNames {
    languages: Vec<Texts>,
}

impl ColumnNames {
    /// Loads the texts of every language.
    pub fn load() -> Self {
        Self { languages: Language::ALL.iter().copied().map(Texts::new).collect() }
    }

    fn of(&self, register: &Register, column: &Column) -> Vec<String> {
        self.languages.iter().map(|texts| column_title(texts, register.name, column.name)).collect()
    }

    /// Tells the register of a file by its header.
    ///
    /// # Errors
    /// See [`HeadFault`].
    pub fn find(&self, header: &[String]) -> Result<Heads, HeadFault> {
        Heads::find(header, &|register, column| self.of(register, column))
    }

    /// Tells the columns of a register.
    ///
    /// # Errors
    /// See [`HeadFault`].
    pub fn heads(&self, register: &'static Register, header: &[String]) -> Result<Heads, HeadFault> {
        Heads::of(register, header, &|register, column| self.of(register, column))
    }
}

/// Why a header is not that of a register, and what to do.
pub fn head_sentence(texts: &Texts, register: Option<&Register>, fault: &HeadFault) -> String {
    let titles = |columns: &[&str]| {
        let of = register.map(|register| register.name).unwrap_or_default();
        columns.iter().map(|column| column_title(texts, of, column)).collect::<Vec<_>>().join(", ")
    };
    match fault {
        HeadFault::NoRegister => texts.get("head-no-register"),
        HeadFault::Several(names) => texts.format("head-several", &[("names", Arg::from(names.join(", ")))]),
        HeadFault::Missing(columns, unknown) => {
            let unknown: Vec<String> = unknown.iter().map(|head| display(head)).collect();
            let args = [
                ("columns", Arg::from(titles(columns))),
                ("unknown", Arg::from(unknown.join(", "))),
                ("count", Arg::from(unknown.len())),
            ];
            texts.format("head-missing", &args)
        }
        HeadFault::Repeated(column) => {
            texts.format("head-repeated", &[("columns", Arg::from(titles(&[*column])))])
        }
    }
}

/// What is wrong with a cell, and what can stand there.
pub fn fault_sentence(texts: &Texts, register: &Register, fault: &CellFault) -> String {
    let columns = || {
        let named = |name: &str| format!("{name} ({})", column_title(texts, register.name, name));
        fault.value.split(", ").map(named).collect::<Vec<_>>().join(", ")
    };
    let value = if fault.expected == "cell-column" { columns() } else { fault.value.clone() };
    let column = match register.column(&fault.column) {
        Some(column) => column_title(texts, register.name, column.name),
        None => display(&fault.column),
    };
    let args = [
        ("column", Arg::from(column)),
        ("found", Arg::from(display(&fault.found))),
        ("value", Arg::from(value)),
    ];
    texts.format(fault.expected, &args)
}

/// Why a register is not changed: one sentence or several.
pub fn register_refusal(texts: &Texts, register: &Register, refusal: &RegisterRefusal) -> Vec<String> {
    match refusal {
        RegisterRefusal::Cells(faults) => {
            faults.iter().map(|fault| fault_sentence(texts, register, fault)).collect()
        }
        RegisterRefusal::NoRow(key) => {
            let title = register_title(texts, register.name);
            let args = [("register", Arg::from(title)), ("key", Arg::from(display(&key.join(" "))))];
            vec![texts.format("master-no-row", &args)]
        }
        RegisterRefusal::Nothing => vec![texts.get("refusal-nothing")],
    }
}

/// A row that cannot be read any more, and why.
pub fn unreadable_sentence(texts: &Texts, row: &Unreadable) -> String {
    let register = REGISTERS.iter().find(|register| register.name == row.register);
    let why = register
        .into_iter()
        .flat_map(|register| row.faults.iter().map(|fault| fault_sentence(texts, register, fault)));
    let args = [
        ("register", Arg::from(register_title(texts, row.register))),
        ("key", Arg::from(display(&row.key.join(" ")))),
        ("why", Arg::from(why.collect::<Vec<_>>().join(" "))),
    ];
    texts.format("master-unreadable", &args)
}

/// A table with a number of rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Name on the command line.
    pub name: &'static str,
    /// Name for people.
    pub title: String,
    /// Rows.
    pub rows: usize,
    /// Rows among them that cannot be read.
    pub unreadable: usize,
}

/// Every register with its number of rows, and the service code masters, so many of which cannot be used.
pub fn listed(texts: &Texts, decisions: &Decisions, unusable: usize) -> Vec<Listed> {
    let registers = Registers::of(decisions);
    let one = |register: &Register| Listed {
        name: register.name,
        title: register_title(texts, register.name),
        rows: decisions.entries(register.name).len(),
        unreadable: registers.unreadable().iter().filter(|row| row.register == register.name).count(),
    };
    let masters = Listed {
        name: MASTERS,
        title: register_title(texts, MASTERS),
        rows: decisions.entries(MASTERS).len(),
        unreadable: unusable,
    };
    REGISTERS.iter().map(one).chain([masters]).collect()
}

/// Writes the list of registers as a table, and the service code masters below it.
///
/// # Errors
/// Writing failed.
pub fn write_list_text(
    out: &mut dyn Write,
    texts: &Texts,
    list: &[Listed],
    masters: &[RegisteredMaster],
    paint: Paint,
) -> io::Result<()> {
    let mut table = Table::new(3, &[2]);
    table.row(["column-register", "column-title", "column-rows"].map(|id| texts.get(id)));
    for one in list {
        table.row([one.name.to_owned(), one.title.clone(), one.rows.to_string()]);
    }
    write_table(out, &table, paint)?;
    if masters.is_empty() {
        return Ok(());
    }
    writeln!(out)?;
    masters::write_text(out, texts, masters, paint)
}

/// Writes the list of registers and the service code masters as `kyukan.masters/1`.
///
/// # Errors
/// Writing failed.
pub fn write_list_json(out: &mut dyn Write, list: &[Listed], masters: &[RegisteredMaster]) -> io::Result<()> {
    let one = |one: &Listed| json!({"name": one.name, "title": one.title, "rows": one.rows, "unreadable": one.unreadable});
    let registers: Vec<Value> = list.iter().map(one).collect();
    let masters: Vec<Value> = masters.iter().map(masters::row_json).collect();
    let whole = json!({"schema": "kyukan.masters/1", "registers": registers, "masters": masters});
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

/// Writes the rows of a register as a table; columns in which nothing stands are left out.
///
/// # Errors
/// Writing failed.
pub fn write_rows_text(
    out: &mut dyn Write,
    texts: &Texts,
    register: &Register,
    decisions: &Decisions,
    paint: Paint,
) -> io::Result<()> {
    let rows = register.rows(decisions);
    let is_used = |at: usize| rows.iter().any(|row| row.get(at).is_some_and(|cell| !cell.is_empty()));
    let used: Vec<bool> =
        register.all_columns().enumerate().map(|(at, _)| at < register.keys.len() || is_used(at)).collect();
    let kept = |cells: Vec<String>| {
        cells.into_iter().zip(&used).filter(|(_, used)| **used).map(|(cell, _)| display(&cell))
    };
    let titles = register.all_columns().map(|column| column_title(texts, register.name, column.name));
    let mut table = Table::new(used.len(), &[]);
    table.row(kept(titles.collect()));
    for row in rows {
        table.row(kept(row));
    }
    write_table(out, &table, paint)
}

/// Writes the rows of a register as `kyukan.master/1`.
///
/// # Errors
/// Writing failed.
pub fn write_rows_json(out: &mut dyn Write, register: &Register, decisions: &Decisions) -> io::Result<()> {
    let row = |cells: Vec<String>| {
        let named = register.all_columns().zip(cells);
        Value::Object(
            named.map(|(column, cell)| (column.name.to_owned(), Value::from(cell))).collect::<Map<_, _>>(),
        )
    };
    let columns: Vec<&str> = register.all_columns().map(|column| column.name).collect();
    let keys: Vec<&str> = register.keys.iter().map(|column| column.name).collect();
    let rows: Vec<Value> = register.rows(decisions).into_iter().map(row).collect();
    let whole = json!({
        "schema": "kyukan.master/1", "register": register.name, "keys": keys, "columns": columns, "rows": rows,
    });
    serde_json::to_writer_pretty(&mut *out, &whole)?;
    writeln!(out)
}

pub(super) fn write_table(out: &mut dyn Write, table: &Table, paint: Paint) -> io::Result<()> {
    let table = table.render(0);
    let mut lines = table.lines();
    writeln!(out, "{}", paint.paint(Role::Heading, lines.next().unwrap_or_default()))?;
    lines.try_for_each(|line| writeln!(out, "{line}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_register_and_column_has_a_name_of_its_own_in_every_language() {
        for language in Language::ALL {
            let texts = Texts::new(*language);
            for register in REGISTERS {
                let id = format!("register-{}", register.name);
                assert!(texts.find(&id, &[]).is_some(), "{language:?} {id}");
                let titles: Vec<String> = register
                    .all_columns()
                    .map(|column| column_title(&texts, register.name, column.name))
                    .collect();
                for (column, title) in register.all_columns().zip(&titles) {
                    let name = column.name.replace('_', "-");
                    let ids = [format!("column-{}-{name}", register.name), format!("column-{name}")];
                    assert!(ids.iter().any(|id| texts.find(id, &[]).is_some()), "{language:?} {ids:?}");
                    assert!(!title.contains(','), "{title}");
                }
                let unique: BTreeSet<&String> = titles.iter().collect();
                assert_eq!(unique.len(), titles.len(), "{language:?} {titles:?}");
            }
        }
    }

    #[test]
    fn the_header_in_every_language_tells_the_register() {
        let names = ColumnNames::load();
        for texts in Language::ALL.iter().copied().map(Texts::new) {
            for register in REGISTERS {
                let columns = register.all_columns().map(|column| column.name);
                let header: Vec<String> =
                    columns.map(|column| column_title(&texts, register.name, column)).collect();
                let heads = names.find(&header).unwrap();
                assert_eq!(heads.register.name, register.name);
                for (at, column) in (1..).zip(register.all_columns()) {
                    assert_eq!(heads.place(column.name), Some(at), "{:?}", texts.language());
                }
            }
        }
    }

    #[test]
    fn sentences_name_columns_and_choices() {
        let texts = Texts::new(Language::Ja);
        let register = REGISTERS.iter().find(|register| register.name == "clients").unwrap();
        let cells =
            [("insurer", "13101"), ("insured", "0000100017"), ("色", "赤\u{1b}"), ("filed_on", "2026")];
        let cells = cells.map(|(column, text)| (column.to_owned(), text.to_owned())).into();
        let faults = register.entry(&cells).unwrap_err();
        let said: Vec<String> = faults.iter().map(|fault| fault_sentence(&texts, register, fault)).collect();
        assert!(said[0].contains("「色」") && said[0].contains("contract_on (契約日)"), "{}", said[0]);
        assert!(said[1].contains("保険者番号") && said[1].contains("「13101」"), "{}", said[1]);
        assert!(said[2].contains("届出年月日"), "{}", said[2]);
        assert!(said.iter().all(|sentence| !sentence.contains('\u{1b}')));
    }
}
