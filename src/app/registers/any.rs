//! Rows as people may type them, for tests.

use super::{Register, Sort};
use crate::app::decisions::Cells;
use proptest::prelude::*;

/// A row of a register whose cells can be read; the second of two columns may lie before the first.
pub(crate) fn any_row(register: &'static Register) -> impl Strategy<Value = Cells> {
    let columns: Vec<_> = register
        .all_columns()
        .map(|column| {
            let is_needed = register.is_key(column.name) || register.needs.contains(&column.name);
            let text = typed(column.sort);
            let text = if is_needed { text } else { prop_oneof![Just(String::new()), text].boxed() };
            (Just(column.name.to_owned()), text)
        })
        .collect();
    columns.prop_map(|cells| cells.into_iter().collect())
}

fn typed(sort: Sort) -> BoxedStrategy<String> {
    let one = |texts: &'static [&'static str]| prop::sample::select(texts).prop_map(str::to_owned).boxed();
    match sort {
        // A text has to hold something; commas, quotes, signs of formulas and wide characters are likely.
        Sort::Text => "[ -~'=+@あ漢ｶﾞ　]{0,8}[!-~あ漢]".boxed(),
        Sort::Office => "[0-9][0-9A-Za-z][0-9]{8}".boxed(),
        Sort::Insurer => "[0-9]{6}|[０-９]{6}".boxed(),
        Sort::Insured => "[0-9hH][0-9]{9}".boxed(),
        Sort::Owner => "[0-9]{6}|[0-9]{10}".boxed(),
        Sort::Check => one(&["over-limit", "NOT-ARRIVED"]),
        Sort::Whom => "[0-9]{10}|131011-?[0-9]{10}|１３１０１１[0-9]{10}".boxed(),
        Sort::Kind => one(&["11", "a2", "２Ａ", "43"]),
        Sort::Month => "(2025|2026)[-/.](0[1-9]|[1-9]|1[0-2])|R[7-8]\\.(0[1-9]|1[0-2])".boxed(),
        Sort::Date => "2026[-/](0[1-9]|1[0-2])[-/](1[0-9]|2[0-8])|令和8年[1-9]月[1-9]日".boxed(),
        Sort::Tenths { .. } => one(&["1", "1.0", "0.5", "０．３", "0.10"]),
        Sort::Price => "[1-9][0-9]?(\\.[0-9]{1,2})?".boxed(),
        Sort::Percent => one(&["90", "80%", "７０", "100"]),
        Sort::Flag => one(&["1", "0", "１"]),
        Sort::Count => "[1-9][0-9]?".boxed(),
        Sort::Digits(width) => {
            prop::collection::vec("[0-9]", width).prop_map(|digits| digits.concat()).boxed()
        }
        Sort::Choice(all) => prop::sample::select(all).prop_map(str::to_owned).boxed(),
        Sort::Fee(_) => one(&["初回加算", "特定事業所加算Ｉ", "同一建物減算"]),
        Sort::List(super::FeeNames::Factors) => one(&["同一建物減算", "運営基準減算;同一建物減算", ";"]),
        Sort::List(_) => one(&["初回加算", "特定事業所加算Ⅰ；初回加算"]),
    }
}
