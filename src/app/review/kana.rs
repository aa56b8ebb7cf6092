//! The order of clients by kana, as a register keeps it.

use crate::app::search::ClientText;
use rayon::prelude::*;
use unicode_normalization::char::decompose_canonical;

/// The place of each client in the order by kana, then name, then number (the order of the month). Clients without kana
/// come last.
pub(super) fn ranks(texts: &[ClientText]) -> Vec<u32> {
    let mut keys: Vec<(String, &ClientText, u32)> = texts
        .par_iter()
        .with_min_len(256)
        .enumerate()
        .map(|(position, text)| (sounds(&text.kana), text, u32::try_from(position).unwrap_or(u32::MAX)))
        .collect();
    keys.par_sort_unstable_by(|a, b| {
        let by_sound = (a.1.kana.is_empty(), &a.0).cmp(&(b.1.kana.is_empty(), &b.0));
        by_sound.then_with(|| (&a.1.kana, &a.1.name, a.2).cmp(&(&b.1.kana, &b.1.name, b.2)))
    });
    let mut ranks = vec![0; texts.len()];
    for (rank, (.., position)) in keys.iter().enumerate() {
        if let Some(place) = ranks.get_mut(*position as usize) {
            *place = u32::try_from(rank).unwrap_or(u32::MAX);
        }
    }
    ranks
}

/// Kana without voicing marks, small forms and long marks, which only count between names that sound alike otherwise.
fn sounds(kana: &str) -> String {
    let mut out = String::with_capacity(kana.len());
    for c in kana.chars() {
        let mut base = None;
        decompose_canonical(c, |part| {
            base.get_or_insert(part);
        });
        match base.unwrap_or(c) {
            'ー' => {}
            'ヵ' => out.push('カ'),
            'ヶ' => out.push('ケ'),
            small @ ('ァ' | 'ィ' | 'ゥ' | 'ェ' | 'ォ' | 'ッ' | 'ャ' | 'ュ' | 'ョ' | 'ヮ') => {
                out.extend(char::from_u32(small as u32 + 1));
            }
            other => out.push(other),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn voicing_small_forms_and_long_marks_count_last() {
        assert_eq!(sounds("ガットー"), "カツト");
        let mut names = ["ガトウ", "カナイ", "カトウ", "キタ", "キョウコ", "キヨコ"];
        names.sort_by_key(|name| (sounds(name), (*name).to_owned()));
        assert_eq!(names, ["カトウ", "ガトウ", "カナイ", "キタ", "キョウコ", "キヨコ"]);
    }
}
