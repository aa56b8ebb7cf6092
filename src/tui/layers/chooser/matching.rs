//! Which entries fit what was typed, and in which order.

use super::Entry;
use crate::app::search::{Fit, Query, fold};
use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
use nucleo_matcher::{Config, Matcher, Utf32Str};
use rayon::prelude::*;
use std::cmp::Reverse;

/// Longer lists are searched for the typed letters side by side only, which is many times as fast.
const MOST_FUZZY: usize = 2_000;

/// What typed text is compared with.
pub(super) fn fold_all(entries: &[Entry]) -> Vec<String> {
    let text = |entry: &Entry| fold(&format!("{} {} {}", entry.label, entry.note, entry.also));
    entries.par_iter().with_min_len(256).map(text).collect()
}

/// Entries that fit what was typed, best first; all of them when nothing was.
pub(super) fn ranked(folded: &[String], typed: &str) -> Vec<u32> {
    let query = Query::new(typed);
    let positions = || (0_u32..).zip(folded);
    if query.is_empty() {
        return positions().map(|(at, _)| at).collect();
    }
    let mut scored: Vec<(u32, u32)> = if folded.len() > MOST_FUZZY {
        positions().filter_map(|(at, text)| Some((exact_score(query.fit(text)?), at))).collect()
    } else {
        let mut score = fuzzy(&query);
        positions().filter_map(|(at, text)| Some((score(text)?, at))).collect()
    };
    scored.sort_by_key(|(score, at)| (Reverse(*score), *at));
    scored.into_iter().map(|(_, at)| at).collect()
}

fn exact_score(fit: Fit) -> u32 {
    match fit {
        Fit::Begins => 1,
        Fit::Contains => 0,
    }
}

/// Letters in the right order are enough; romaji finds kana, after what has the typed letters themselves.
fn fuzzy(query: &Query) -> impl FnMut(&str) -> Option<u32> {
    let pattern = Pattern::parse(query.plain(), CaseMatching::Ignore, Normalization::Smart);
    let mut matcher = Matcher::new(Config::DEFAULT);
    let mut characters = Vec::new();
    move |text| {
        let score = pattern.score(Utf32Str::new(text, &mut characters), &mut matcher);
        score.or_else(|| query.matches(text).then_some(0))
    }
}

#[cfg(test)]
mod tests {
    use super::super::Choice;
    use super::*;
    use crate::tui::action::Action;

    fn folded() -> Vec<String> {
        let entry =
            |label: &str, action: Action| Entry::new(label, "", Choice::Act(action)).found_by(action.id());
        fold_all(&[
            entry("検索", Action::Search),
            entry("終了", Action::Quit),
            entry("次の差異", Action::NextDifference),
            entry("前の差異", Action::PreviousDifference),
            entry("マウス", Action::Redraw),
        ])
    }

    #[test]
    fn typed_text_ranks_entries() {
        let folded = folded();
        assert_eq!(ranked(&folded, ""), [0, 1, 2, 3, 4]);
        assert_eq!(ranked(&folded, "quit"), [1]);
        assert_eq!(ranked(&folded, "差異"), [2, 3]);
        assert_eq!(ranked(&folded, "ｓｅａｒｃｈ"), [0]);
        assert_eq!(ranked(&folded, "mausu"), [4]);
        assert_eq!(ranked(&folded, "どこにもない").len(), 0);
    }

    #[test]
    fn long_lists_are_searched_for_what_was_typed() {
        let mut folded = vec![fold("べつのもの"); MOST_FUZZY];
        folded.extend([fold("ほうもん みどり"), fold("みどり ほうもん")]);
        let (first, second) = (2_000, 2_001);
        assert_eq!(ranked(&folded, "みどり"), [second, first]);
        assert_eq!(ranked(&folded, "midori"), [second, first]);
    }
}
