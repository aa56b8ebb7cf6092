//! 登録 in words: what a register is for, what can stand in a column, codes with their meaning.

use super::layout::display;
use super::slip_words::class_words;
use super::words::Words;
use crate::app::registers::{Column, FeeNames, Register, Registers, Sort, Standing};
use crate::check::CHECKS;
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::domain::slip::OfficeClass;
use crate::i18n::{Arg, Texts};

/// What the rows of a register are used for.
pub fn use_sentence(texts: &Texts, register: &str) -> String {
    texts.find(&format!("register-use-{register}"), &[]).unwrap_or_default()
}

/// What a single column is used for, where its title does not say it.
pub fn column_use(texts: &Texts, register: &str, column: &str) -> Option<String> {
    let name = column.replace('_', "-");
    texts
        .find(&format!("register-use-{register}-{name}"), &[])
        .or_else(|| texts.find(&format!("register-use-any-{name}"), &[]))
}

/// Whether a row counts in a month.
pub fn standing_sentence(texts: &Texts, standing: Standing, month: &str) -> String {
    let id = match standing {
        Standing::InForce => "register-in-force",
        Standing::Later => "register-later",
        Standing::Over => "register-over",
        Standing::Replaced => "register-replaced",
    };
    texts.format(id, &[("month", Arg::from(month))])
}

/// What can stand in a column, in a few words.
pub fn hint(texts: &Texts, register: &Register, column: &Column) -> String {
    let with = |id: &str, value: String| texts.format(id, &[("value", Arg::from(value))]);
    match column.sort {
        Sort::Text => texts.get("register-hint-text"),
        Sort::Office => texts.get("register-hint-office"),
        Sort::Insurer => texts.get("register-hint-insurer"),
        Sort::Insured => texts.get("register-hint-insured"),
        Sort::Owner => texts.get("register-hint-owner"),
        Sort::Check => texts.get("register-hint-check"),
        Sort::Whom => texts.get("register-hint-whom"),
        Sort::Kind => texts.get("register-hint-kind"),
        Sort::Month => texts.get("register-hint-month"),
        Sort::Date => texts.get("register-hint-date"),
        Sort::Tenths { most } => with("register-hint-tenths", format!("{}.{}", most / 10, most % 10)),
        Sort::Price => texts.get("register-hint-price"),
        Sort::Percent => texts.get("register-hint-percent"),
        Sort::Count => texts.get("register-hint-count"),
        Sort::Digits(width) => with("register-hint-digits", width.to_string()),
        Sort::Flag | Sort::Choice(_) => {
            let words = choices(texts, register.name, column, None).into_iter().map(|(_, words)| words);
            words.collect::<Vec<_>>().join(" / ")
        }
        Sort::Fee(_) => texts.get("register-hint-fee"),
        Sort::List(_) => texts.get("register-hint-fees"),
    }
}

/// Everything that can stand in a column with a fixed choice: the text, and the text with its meaning. Names of additions
/// are those of a month.
pub fn choices(
    texts: &Texts,
    register: &str,
    column: &Column,
    month: Option<ServiceMonth>,
) -> Vec<(String, String)> {
    let named = |code: &str| (code.to_owned(), code_words(texts, register, column, code));
    let fees = |names: FeeNames| {
        let known = month.map(|month| names.known(month)).unwrap_or_default();
        known.into_iter().map(|name| (name.to_owned(), display(name))).collect()
    };
    match column.sort {
        Sort::Flag => ["1", "0"].map(named).to_vec(),
        Sort::Choice(codes) => codes.iter().map(|code| named(code)).collect(),
        Sort::Check => CHECKS.iter().map(|check| named(check.id)).collect(),
        Sort::Fee(names) | Sort::List(names) => fees(names),
        _ => Vec::new(),
    }
}

/// A code with its meaning: `1 男`; other texts as they are.
fn code_words(texts: &Texts, register: &str, column: &Column, text: &str) -> String {
    let name = column.name.replace('_', "-");
    let found = match column.sort {
        Sort::Flag => texts.find(&format!("register-flag-{text}"), &[]),
        Sort::Choice(_) if (register, column.name) == ("classes", "class") => {
            return OfficeClass::from_code(text)
                .map_or_else(|| display(text), |class| class_words(texts, class));
        }
        Sort::Check => texts.find(&format!("check-{text}"), &[]),
        Sort::Choice(_) => texts.find(&format!("register-choice-{name}-{text}"), &[]),
        _ => return display(text),
    };
    found.map_or_else(|| display(text), |meaning| format!("{} {meaning}", display(text)))
}

/// A cell of a register as a table shows it: codes with their meaning.
pub fn cell_in_short(texts: &Texts, register: &str, column: Option<&Column>, text: &str) -> String {
    match column {
        Some(_) if text.is_empty() => String::new(),
        Some(column) => code_words(texts, register, column, text),
        None => display(text),
    }
}

/// The same with everything that is known of what a number stands for: whose it is, which kind of service.
pub fn cell_in_full(
    words: Words<'_>,
    registers: &Registers,
    (register, column): (&str, &Column),
    row: &[(&'static str, String)],
) -> String {
    let texts = words.texts;
    let text = row.iter().find(|(name, _)| *name == column.name).map(|(_, text)| text.as_str());
    let Some(text) = text.filter(|text| !text.is_empty()) else { return String::new() };
    let office = |text: &str| {
        let name = OfficeNumber::parse(text).map(|office| words.month.office_name(office));
        name.filter(|name| name != text)
    };
    let insurer = |text: &str| {
        let number = InsurerNumber::parse(text)?;
        registers.insurer_name(number).map(str::to_owned)
    };
    let meaning = match column.sort {
        Sort::Office => office(text),
        Sort::Insurer => insurer(text),
        Sort::Owner => insurer(text).or_else(|| office(text)),
        Sort::Whom => client_key(text).map(|client| words.client_name(client)).or_else(|| office(text)),
        Sort::Insured => client_of(row).map(|client| words.client_name(client)),
        Sort::Kind => return ServiceKind::parse(text).map_or_else(|| display(text), |kind| words.kind(kind)),
        _ => None,
    };
    match meaning {
        Some(meaning) => format!("{} {}", display(text), display(&meaning)),
        None => code_words(texts, register, column, text),
    }
}

/// 保険者番号 and 被保険者番号, one behind the other.
fn client_key(text: &str) -> Option<ClientKey> {
    let (insurer, insured) = text.split_at_checked(6)?;
    Some(ClientKey { insurer: InsurerNumber::parse(insurer)?, insured: InsuredNumber::parse(insured)? })
}

/// Whose row it is.
pub fn client_of(row: &[(&'static str, String)]) -> Option<ClientKey> {
    let text = |wanted: &str| row.iter().find(|(name, _)| *name == wanted).map(|(_, text)| text.as_str());
    Some(ClientKey {
        insurer: InsurerNumber::parse(text("insurer")?)?,
        insured: InsuredNumber::parse(text("insured")?)?,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::registers::REGISTERS;
    use crate::i18n::Language;
    use crate::store::MASTERS;

    #[test]
    fn every_register_says_what_it_is_for_and_what_can_stand_in_it() {
        for texts in Language::ALL.iter().copied().map(Texts::new) {
            for register in REGISTERS {
                assert!(use_sentence(&texts, register.name).chars().count() > 10, "{}", register.name);
                for column in register.all_columns() {
                    let hint = hint(&texts, register, column);
                    assert!(!hint.is_empty() && !hint.contains("register-"), "{} {hint}", column.name);
                }
            }
            assert!(!use_sentence(&texts, MASTERS).is_empty());
        }
    }

    #[test]
    fn every_code_has_a_meaning() {
        for texts in Language::ALL.iter().copied().map(Texts::new) {
            for register in REGISTERS {
                for column in register.all_columns() {
                    let (Sort::Choice(_) | Sort::Flag) = column.sort else { continue };
                    for (code, words) in choices(&texts, register.name, column, None) {
                        assert!(words.len() > code.len() + 1, "{} {} {words}", register.name, column.name);
                    }
                }
            }
        }
        let texts = Texts::new(Language::Ja);
        let column = crate::app::registers::register("clients").unwrap().column("sex").unwrap();
        assert_eq!(cell_in_short(&texts, "clients", Some(column), "2"), "2 女");
        assert_eq!(cell_in_short(&texts, "clients", Some(column), "9"), "9");
        assert_eq!(cell_in_short(&texts, "clients", Some(column), ""), "");
    }

    #[test]
    fn additions_are_those_of_the_month() {
        let texts = Texts::new(Language::Ja);
        let column = crate::app::registers::register("additions").unwrap().column("name").unwrap();
        assert!(choices(&texts, "additions", column, None).is_empty());
        let month = ServiceMonth::new(2026, 10);
        assert!(choices(&texts, "additions", column, month).len() > 5);
    }
}
