//! How wide text is on a screen. The only module that knows display widths: everything that cuts, pads or aligns text
//! asks here.

use super::visible::visible;
use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands for the rest of a text that was cut.
const CUT: &str = "..";

/// Text from files made fit to be shown: control characters as visible marks, line breaks as blanks, half-width kana as
/// full-width (terminals disagree on how wide the half-width voicing marks are).
pub fn display(text: &str) -> String {
    let one_line = text.replace("\r\n", " ").replace(['\r', '\n', '\t'], " ");
    let shown = visible(&one_line);
    let mut out = String::with_capacity(shown.len());
    let mut rest = shown.as_ref();
    while let Some(start) = rest.find(is_half_width_kana) {
        let (plain, from_kana) = rest.split_at(start);
        let end = from_kana.find(|c| !is_half_width_kana(c)).unwrap_or(from_kana.len());
        let (kana, after) = from_kana.split_at(end);
        out.push_str(plain);
        out.extend(kana.nfkc());
        rest = after;
    }
    out.push_str(rest);
    out
}

/// Whether text holds half-width kana, which [`display`] shows as full-width.
pub fn has_half_width_kana(text: &str) -> bool {
    text.contains(is_half_width_kana)
}

fn is_half_width_kana(c: char) -> bool {
    ('\u{FF61}'..='\u{FF9F}').contains(&c)
}

/// Cells that text takes on a screen, ambiguous characters counted as one.
pub fn width(text: &str) -> usize {
    UnicodeWidthStr::width(text)
}

/// Whether a character takes one cell on some terminals and two on others.
pub fn is_ambiguous(text: &str) -> bool {
    !text.is_ascii() && UnicodeWidthStr::width_cjk(text) != UnicodeWidthStr::width(text)
}

/// The longest beginning of a text that fits into so many cells, and the cells it takes. Characters are never torn.
pub fn head(text: &str, cells: usize) -> (&str, usize) {
    let mut taken = 0;
    for (start, grapheme) in text.grapheme_indices(true) {
        let next = taken + width(grapheme);
        if next > cells {
            return (text.get(..start).unwrap_or_default(), taken);
        }
        taken = next;
    }
    (text, taken)
}

/// Text of at most so many cells; what was cut shows as `..` where there is room for it.
pub fn cut(text: &str, cells: usize) -> String {
    if width(text) <= cells {
        return text.to_owned();
    }
    let room = cells.saturating_sub(CUT.len());
    if room == 0 {
        return head(text, cells).0.to_owned();
    }
    format!("{}{CUT}", head(text, room).0)
}

/// Text cut and filled up with blanks on the right to exactly so many cells.
pub fn fit(text: &str, cells: usize) -> String {
    left(&cut(text, cells), cells)
}

/// Text cut and filled up with blanks on the left to exactly so many cells.
pub fn fit_right(text: &str, cells: usize) -> String {
    right(&cut(text, cells), cells)
}

/// Text filled up with blanks on the right to a width.
pub fn left(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(width(text))))
}

/// Text filled up with blanks on the left to a width.
pub fn right(text: &str, cells: usize) -> String {
    format!("{}{text}", " ".repeat(cells.saturating_sub(width(text))))
}

/// The parts of a text between which a line may end: no line ends with an opening bracket or begins with a closing one
/// or a full stop (禁則).
fn words(text: &str) -> Vec<&str> {
    const OPENING: &str = "「『（([“‘";
    const CLOSING: &str = "」』）)]”’、。，．,.:;!?：；！？";
    let mut out = Vec::new();
    let mut start = 0;
    let ends = text.split_word_bound_indices().map(|(at, word)| at + word.len());
    for end in ends {
        let before = text.get(start..end).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        let is_open = before.ends_with(|c| OPENING.contains(c));
        if !after.is_empty() && (is_open || after.starts_with(|c| CLOSING.contains(c))) {
            continue;
        }
        out.push(before);
        start = end;
    }
    out
}

/// Text broken into lines of at most so many cells, between words where there are blanks, else between characters.
pub fn wrap(text: &str, cells: usize) -> Vec<String> {
    let cells = cells.max(2);
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in words(text) {
        if width(&line) + width(word) > cells && !line.is_empty() {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
        }
        let mut rest = if line.is_empty() { word.trim_start() } else { word };
        while width(rest) > cells {
            let (part, _) = head(rest, cells);
            if part.is_empty() {
                // One character wider than the line: it cannot be shown here at all.
                rest = "";
                break;
            }
            lines.push(part.to_owned());
            rest = rest.get(part.len()..).unwrap_or_default();
        }
        line.push_str(rest);
    }
    if !line.trim_end().is_empty() || lines.is_empty() {
        lines.push(line.trim_end().to_owned());
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn widths_count_cells() {
        assert_eq!(left("給管", 6), "給管  ");
        assert_eq!(right("12", 4), "  12");
        assert_eq!(left("長い名前", 3), "長い名前");
        assert_eq!([width("ダﾞ"), width("①"), width("髙﨑")], [3, 1, 4]);
        assert!(is_ambiguous("①") && is_ambiguous("─") && !is_ambiguous("あ") && !is_ambiguous("a"));
    }

    #[test]
    fn cuts_between_characters() {
        assert_eq!(cut("みどりケア", 10), "みどりケア");
        assert_eq!(cut("みどりケア", 9), "みどり..");
        assert_eq!(cut("みどりケア", 8), "みどり..");
        assert_eq!(
            [cut("みどり", 3), cut("みどり", 2), cut("みどり", 1)],
            ["..", "み", ""].map(String::from)
        );
        assert_eq!(fit("みどりケア", 7), "みど.. ");
        assert_eq!(fit_right("12", 4), "  12");
    }

    #[test]
    fn text_from_files_cannot_drive_the_terminal() {
        let shown = display("あ\u{1b}[31mい\r\nう\u{7}");
        assert!(!shown.chars().any(char::is_control), "{shown:?}");
        assert_eq!(display("ﾃﾞｲﾞ①"), "デイ\u{3099}①");
        assert!(has_half_width_kana("ﾃﾞイ") && !has_half_width_kana("デイ"));
    }

    #[test]
    fn lines_are_broken() {
        assert_eq!(wrap("one two three", 7), ["one two", "three"]);
        assert_eq!(wrap("ケアプランデータ", 6), ["ケアプ", "ランデ", "ータ"]);
        assert_eq!(wrap("", 5), [""]);
        assert_eq!(wrap("行の「日付」です。", 6), ["行の", "「日", "付」で", "す。"]);
        assert_eq!(wrap("kept aside. [P034]", 13), ["kept aside.", "[P034]"]);
    }

    proptest! {
        #[test]
        fn nothing_is_wider_than_asked_for(text in "\\PC{0,40}", cells in 0_usize..50) {
            prop_assert!(width(&cut(&text, cells)) <= cells);
            prop_assert!(width(head(&text, cells).0) <= cells);
            prop_assert!(text.starts_with(head(&text, cells).0));
            prop_assert_eq!(width(&fit(&text, cells)), cells);
            prop_assert_eq!(width(&fit_right(&text, cells)), cells);
            prop_assert!(wrap(&text, cells).iter().all(|line| width(line) <= cells.max(2)));
        }

        #[test]
        fn what_fits_is_not_cut(text in "\\PC{0,20}") {
            prop_assert_eq!(cut(&text, width(&text)), text);
        }
    }
}
