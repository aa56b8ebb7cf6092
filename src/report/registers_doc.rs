//! `docs/registers.md`: every register with its columns, made from the table of the program.

use super::registers::{column_title, register_title};
use crate::app::registers::{Column, FeeNames, REGISTERS, Register, Sort};
use crate::i18n::{Language, Texts};
use crate::store::MASTERS;
use std::fmt::Write;

const HEAD: &str = "# 登録 (registers of the office)

What the office itself says about its people, clients and partners. It holds for every month and stands in the journal. \
`kyukan master list` counts the rows; `set`, `remove`, `import` and `export` change and move them, \
and so does the screen 登録 (`T`) of the workstation:

```
kyukan master set clients 保険者番号=131011 被保険者番号=0000100017 契約日=R8.4.1 -w office
kyukan master export clients clients.csv -w office
kyukan master import clients.csv -w office
```

A file has a header with the names of columns, in Japanese, English or as they are in the first column below, in any \
order; it is UTF-8 or Shift_JIS. Columns and rows that a file does not have stay as they are; an empty cell empties. \
Full-width characters are read like half-width ones. Months and dates can be 和暦 (`R8.4`, `令和8年4月1日`). What holds \
`from` a month on holds until the next row of the same key, or until `to`. Columns in bold tell the rows apart and have \
to be given; those with `*` have to be given too.
";

const MASTERS_OF_CODES: &str = "
Service code masters are whole files. `kyukan master import FILE` tells them by their first row, keeps their bytes in \
`masters/` of the office folder and registers them; nothing is set or exported here. MS932 and UTF-8 are read.

| layout | told by |
|---|---|
| 給管の形式 | header `code,name,units,in_limit,unit_type`, optionally `valid_from,valid_to` |
| 公表サービスコード表 | header with `service_code,service_name,units,unit_type` |
| 市町村の総合事業マスタ | 単位数表マスタ of 19 or 24 columns, with or without a header |

Every row is taken or refused with its line; how doubtful rows were read, what stays unknown and what follows is told. \
Months of the office are opened with all masters together: the codes of the client's municipality go before those of \
the nation, and of the same code and month the master that was imported last goes first; importing one again puts it \
there. `kyukan master list` and `show masters` list them, `kyukan master remove masters HASH` takes one off (the \
beginning of its hash is enough), and `kyukan undo` brings it back.
";

/// The document.
pub fn registers_document() -> String {
    let [ja, en] = [Language::Ja, Language::En].map(Texts::new);
    let mut out = HEAD.to_owned();
    for register in REGISTERS {
        let titles = [&ja, &en].map(|texts| register_title(texts, register.name));
        let [japanese, english] = titles;
        // Writing to a String cannot fail.
        let _ = write!(out, "\n## `{}`: {japanese} ({english})\n\n", register.name);
        out.push_str("| column | 日本語 | English | holds |\n|---|---|---|---|\n");
        for column in register.all_columns() {
            let titles = [&ja, &en].map(|texts| column_title(texts, register.name, column.name));
            let [japanese, english] = titles;
            let (name, holds) = (marked(register, column), holds(column.sort));
            let _ = writeln!(out, "| {name} | {japanese} | {english} | {holds} |");
        }
    }
    let [japanese, english] = [&ja, &en].map(|texts| register_title(texts, MASTERS));
    let _ = write!(out, "\n## `{MASTERS}`: {japanese} ({english})\n{MASTERS_OF_CODES}");
    out
}

fn marked(register: &Register, column: &Column) -> String {
    let name = column.name;
    if register.keys.contains(column) {
        format!("**`{name}`**")
    } else if register.needs.contains(&name) {
        format!("`{name}` \\*")
    } else {
        format!("`{name}`")
    }
}

fn holds(sort: Sort) -> String {
    let names = |names: FeeNames| match names {
        FeeNames::Additions => "additions and reductions in units",
        FeeNames::Factors => "additions and reductions in percent",
        FeeNames::Both => "addition or reduction, in units or percent",
    };
    match sort {
        Sort::Text => "text".to_owned(),
        Sort::Office => "10 characters".to_owned(),
        Sort::Insurer => "6 digits; a wrong check digit is told".to_owned(),
        Sort::Insured => "10 characters, leading zeros too".to_owned(),
        Sort::Owner => "10 characters of an office, or 6 digits of an insurer".to_owned(),
        Sort::Check => "id of a check (`over-limit`)".to_owned(),
        Sort::Whom => {
            "10 characters of an office, or the 6 of the insurer and the 10 of the client".to_owned()
        }
        Sort::Kind => "2 characters".to_owned(),
        Sort::Month => "month (`2026-10`)".to_owned(),
        Sort::Date => "date (`2026-10-05`)".to_owned(),
        Sort::Tenths { most } => format!("0.1 to {}.{}", most / 10, most % 10),
        Sort::Price => "yen with two decimals (`10.42`)".to_owned(),
        Sort::Percent => "whole percent (`90`)".to_owned(),
        Sort::Flag => "`1` or `0`".to_owned(),
        Sort::Count => "1 to 99; empty is 1".to_owned(),
        Sort::Digits(width) => format!("{width} digits"),
        Sort::Choice(all) => format!("one of {}", all.join(", ")),
        Sort::Fee(of) => format!("official name of an {} in the month", names(of)),
        Sort::List(of) => format!("official names of {}, divided by `;`", names(of)),
    }
}
