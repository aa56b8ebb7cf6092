//! Makes text from files safe to show: nothing in it can steer the terminal or hide.

use std::borrow::Cow;

/// Shows control characters as visible marks: `␛` for escape, `␊` for a line feed, `<U+202E>` for a character
/// that would turn or hide the text around it.
pub fn visible(text: &str) -> Cow<'_, str> {
    if text.chars().all(is_plain) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match picture(c) {
            Some(mark) => shown.push(mark),
            None if is_plain(c) => shown.push(c),
            None => shown.extend(format!("<U+{:04X}>", u32::from(c)).chars()),
        }
    }
    Cow::Owned(shown)
}

/// Cuts text of more than `limit` characters and marks the cut with `…`.
pub fn shortened(text: &str, limit: usize) -> Cow<'_, str> {
    match text.char_indices().nth(limit).and_then(|(end, _)| text.get(..end)) {
        Some(kept) => Cow::Owned(format!("{kept}…")),
        None => Cow::Borrowed(text),
    }
}

/// Unicode's picture of an ASCII control character.
fn picture(c: char) -> Option<char> {
    match c {
        '\0'..='\x1f' => char::from_u32(0x2400 + u32::from(c)),
        '\x7f' => Some('␡'),
        _ => None,
    }
}

/// Whether the character stands for itself: not a control, and no invisible character that turns, joins or breaks
/// text (a file name could pretend to be another one with these).
fn is_plain(c: char) -> bool {
    !c.is_control()
        && !matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}')
        && !matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_reaches_the_terminal_as_a_control() {
        assert_eq!(visible("\u{1b}[2J\r\n\0\u{7f}"), "␛[2J␍␊␀␡");
        assert_eq!(visible("a\u{9b}b\u{202e}c\u{feff}"), "a<U+009B>b<U+202E>c<U+FEFF>");
        assert!(matches!(visible("山田 髙﨑 ﾔﾏﾀﾞ 🙂"), Cow::Borrowed(_)));
    }

    #[test]
    fn long_text_is_cut_between_characters() {
        assert_eq!(shortened("あいう", 3), "あいう");
        assert_eq!(shortened("あいうえ", 3), "あいう…");
        assert_eq!(shortened("", 0), "");
    }
}
