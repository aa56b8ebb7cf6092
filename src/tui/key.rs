//! Keys: what was pressed, made comparable, and the names people write for them.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use unicode_normalization::UnicodeNormalization;

/// A key with its modifiers, the same however a terminal reports it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// The key; letters in the case that was typed.
    pub code: KeyCode,
    /// Ctrl, Alt and, for keys that are no characters, Shift.
    pub modifiers: KeyModifiers,
}

impl Key {
    /// A key as it was pressed.
    pub fn pressed(event: KeyEvent) -> Self {
        Self::new(event.code, event.modifiers)
    }

    /// A key and its modifiers. Terminals disagree on whether `?` comes with Shift and `N` in lower case with Shift.
    pub fn new(code: KeyCode, modifiers: KeyModifiers) -> Self {
        let known = modifiers & (KeyModifiers::CONTROL | KeyModifiers::ALT | KeyModifiers::SHIFT);
        match code {
            KeyCode::Char(c) => {
                let shifted = known.contains(KeyModifiers::SHIFT);
                let is_command = known.contains(KeyModifiers::CONTROL);
                let c = match c {
                    c if is_command => c.to_ascii_lowercase(),
                    c if shifted => c.to_ascii_uppercase(),
                    c => c,
                };
                Self { code: KeyCode::Char(c), modifiers: known - KeyModifiers::SHIFT }
            }
            KeyCode::Tab if known.contains(KeyModifiers::SHIFT) => {
                Self { code: KeyCode::BackTab, modifiers: known - KeyModifiers::SHIFT }
            }
            KeyCode::BackTab => Self { code, modifiers: known - KeyModifiers::SHIFT },
            code => Self { code, modifiers: known },
        }
    }

    /// The character that a text field would take in.
    pub fn typed(self) -> Option<char> {
        match self.code {
            KeyCode::Char(c) if self.modifiers.is_empty() => Some(c),
            _ => None,
        }
    }

    /// The key that was meant when an input method wrote a full-width letter or a Japanese sign in its place.
    pub fn folded(self) -> Self {
        let KeyCode::Char(c) = self.code else { return self };
        let plain = match c {
            // What the keys [ ] / , . - give while Japanese is on.
            '「' | '【' | '『' => '[',
            '」' | '】' | '』' => ']',
            '・' => '/',
            '、' => ',',
            '。' => '.',
            'ー' => '-',
            c => {
                let mut normal = std::iter::once(c).nfkc();
                match (normal.next(), normal.next()) {
                    (Some(plain), None) => plain,
                    _ => c,
                }
            }
        };
        Self { code: KeyCode::Char(plain), ..self }
    }

    /// Reads a name: one character, `enter`, `f5`, `ctrl-f`, `shift-tab`, `space`.
    pub fn parse(name: &str) -> Option<Self> {
        let mut characters = name.trim().chars();
        if let (Some(c), None) = (characters.next(), characters.next()) {
            return (!c.is_control()).then(|| Self::new(KeyCode::Char(c), KeyModifiers::NONE).folded());
        }
        let lower = name.trim().to_ascii_lowercase();
        let read = crokey::parse(&lower).ok()?;
        // crokey knows chords of several letters, which no terminal here reports.
        let crokey::OneToThree::One(code) = read.codes else { return None };
        Some(Self::new(code, read.modifiers))
    }

    /// The name as [`Self::parse`] reads it and as it is shown.
    pub fn name(self) -> String {
        let code = match self.code {
            KeyCode::Char(' ') => "Space".to_owned(),
            KeyCode::Char(c) => c.to_string(),
            KeyCode::F(n) => format!("F{n}"),
            KeyCode::BackTab => "Shift-Tab".to_owned(),
            KeyCode::PageUp => "PageUp".to_owned(),
            KeyCode::PageDown => "PageDown".to_owned(),
            KeyCode::Delete => "Del".to_owned(),
            code => format!("{code:?}"),
        };
        let part = |modifier, name| if self.modifiers.contains(modifier) { name } else { "" };
        let ctrl = part(KeyModifiers::CONTROL, "Ctrl-");
        let alt = part(KeyModifiers::ALT, "Alt-");
        let shift = part(KeyModifiers::SHIFT, "Shift-");
        format!("{ctrl}{alt}{shift}{code}")
    }

    /// The name in the narrow line of hints, where arrows are signs.
    pub fn short_name(self) -> String {
        self.name().replace("PageDown", "PgDn").replace("PageUp", "PgUp")
    }
}

/// Reads a story of keys as tests and documents write it: `jj<enter><esc>n`; `<lt>` is the sign itself.
pub fn story(text: &str) -> Option<Vec<Key>> {
    let mut keys = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if c == '<' {
            let (name, after) = rest.get(1..)?.split_once('>')?;
            keys.push(if name == "lt" {
                Key::new(KeyCode::Char('<'), KeyModifiers::NONE)
            } else {
                Key::parse(name)?
            });
            rest = after;
        } else {
            keys.push(Key::new(KeyCode::Char(c), KeyModifiers::NONE));
            rest = rest.get(c.len_utf8()..)?;
        }
    }
    Some(keys)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn key(name: &str) -> Key {
        Key::parse(name).unwrap()
    }

    #[test]
    fn terminals_report_the_same_key_differently() {
        let shift = KeyModifiers::SHIFT;
        assert_eq!(Key::new(KeyCode::Char('?'), shift), key("?"));
        assert_eq!(Key::new(KeyCode::Char('n'), shift), key("N"));
        assert_eq!(Key::new(KeyCode::Tab, shift), key("shift-tab"));
        assert_eq!(Key::new(KeyCode::BackTab, shift), key("backtab"));
        assert_ne!(key("n"), key("N"));
    }

    #[test]
    fn names() {
        for name in
            ["j", "?", "Enter", "Esc", "Ctrl-f", "F5", "Shift-Tab", "PageDown", "Space", "Alt-x", "Ctrl-Left"]
        {
            assert_eq!(key(name).name(), name);
        }
        for bad in ["", "crtl-x", "enterr", "<", "\u{7}"].iter().filter(|name| name.chars().count() != 1) {
            assert_eq!(Key::parse(bad), None, "{bad}");
        }
        assert_eq!(Key::parse("\u{7}"), None);
    }

    #[test]
    fn full_width_letters_work_for_commands() {
        let typed = |c| Key::new(KeyCode::Char(c), KeyModifiers::NONE).folded();
        for (typed_char, meant) in
            [('ｊ', 'j'), ('：', ':'), ('／', '/'), ('・', '/'), ('？', '?'), ('「', '['), ('１', '1')]
        {
            assert_eq!(typed(typed_char), typed(meant));
        }
        assert_eq!(typed('　').code, KeyCode::Char(' '));
        assert_eq!(typed('あ').code, KeyCode::Char('あ'));
    }

    #[test]
    fn stories() {
        let keys = story("j<enter>あ<ctrl-c><lt>").unwrap();
        let names: Vec<String> = keys.iter().map(|key| key.name()).collect();
        assert_eq!(names, ["j", "Enter", "あ", "Ctrl-c", "<"]);
        assert_eq!(story("<nokey>"), None);
    }

    proptest! {
        #[test]
        fn any_text_is_a_key_or_none(text in "\\PC{0,12}") {
            if let Some(key) = Key::parse(&text) {
                prop_assert_eq!(Key::parse(&key.name()), Some(key), "{}", key.name());
            }
        }

        #[test]
        fn folding_twice_is_folding_once(c in any::<char>()) {
            let once = Key::new(KeyCode::Char(c), KeyModifiers::NONE).folded();
            prop_assert_eq!(once.folded(), once);
        }
    }
}
