//! What headers and names of codes tell.

use super::NotAMaster;
use super::row::{Columns, Field};

/// Finds columns by their names.
pub(super) fn columns(
    names: &[String],
    needed: &[(Field, &'static str)],
    optional: &[(Field, &'static str)],
) -> Result<Columns, NotAMaster> {
    let mut columns = Columns::default();
    for (field, name) in needed.iter().chain(optional) {
        if let Some(at) = names.iter().position(|cell| cell == name) {
            columns.set(*field, at, name);
        } else if needed.contains(&(*field, *name)) {
            return Err(NotAMaster::MissingColumn(name));
        }
    }
    Ok(columns)
}

/// What the name of a code tells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct NameTells {
    /// 処遇改善加算 and its predecessors: permille of everything else.
    pub(super) is_treatment: bool,
    /// An addition that is a percentage by national rule, 処遇改善加算 included.
    pub(super) is_percentage: bool,
    /// 減算 with a code of its own. Names of whole services with a reduction in them use short words (虐防, 業未, 同一).
    pub(super) is_reduction: bool,
    /// The percentage that the name says: `３％加算` is 3.
    pub(super) percent: Option<u32>,
}

/// What a name tells, in one pass: masters have tens of thousands of names.
pub(super) fn name_tells(name: &str) -> NameTells {
    let mut tells = NameTells::default();
    for (at, c) in name.char_indices() {
        let rest = name.get(at..).unwrap_or_default();
        match c {
            '処' => tells.is_treatment |= rest.starts_with("処遇改善"),
            'ベ' => tells.is_treatment |= rest.starts_with("ベースアップ"),
            '減' => tells.is_reduction |= rest.starts_with("減算"),
            '特' => tells.is_percentage |= rest.starts_with("特別地域"),
            '小' => {
                tells.is_percentage |= rest.starts_with("小規模事業所加算") || rest.starts_with("小規模加算");
            }
            '中' => tells.is_percentage |= rest.starts_with("中山間"),
            '%' | '％' => tells.percent = tells.percent.or_else(|| number_at_end(name.get(..at)?)),
            _ => {}
        }
    }
    tells.is_percentage |= tells.is_treatment || tells.percent.is_some();
    tells
}

fn number_at_end(text: &str) -> Option<u32> {
    let digits: Vec<u32> = text.chars().rev().map_while(digit).collect();
    let number = digits.iter().rev().try_fold(0u32, |sum, digit| sum.checked_mul(10)?.checked_add(*digit))?;
    (number > 0).then_some(number)
}

fn digit(c: char) -> Option<u32> {
    let wide = u32::from(c).checked_sub(u32::from('０')).filter(|digit| *digit < 10);
    c.to_digit(10).or(wide)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_percentages_and_reductions() {
        let percent = |name| name_tells(name).percent;
        assert_eq!([percent("通所介護感染症災害３％加算"), percent("15%加算")], [Some(3), Some(15)]);
        assert_eq!([percent("％加算"), percent("加算３"), percent("0%"), percent("99999999999%")], [None; 4]);
        for name in
            ["特別地域訪問介護加算", "訪問介護小規模事業所加算", "通所型中山間地域等提供加算", "３％加算"]
        {
            let tells = name_tells(name);
            assert!(tells.is_percentage && !tells.is_treatment && !tells.is_reduction, "{name}");
        }
        for name in ["訪問型独自処遇改善加算Ⅰ", "訪問型独自ベースアップ等支援加算"]
        {
            assert!(name_tells(name).is_treatment && name_tells(name).is_percentage, "{name}");
        }
        assert!(name_tells("通所型独自サービス同一建物減算１").is_reduction);
        for name in ["訪問介護初回加算", "小規模多機能短期", "身１・虐防", ""] {
            assert_eq!(name_tells(name), NameTells::default(), "{name}");
        }
    }
}
