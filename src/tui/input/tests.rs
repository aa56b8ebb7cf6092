use super::*;
use crossterm::event::MouseButton;
use proptest::prelude::*;

/// Keys as text: `\n` and `\t` are Enter and Tab, `^x` is Ctrl-x.
fn keys(text: &str) -> Vec<Event> {
    let mut characters = text.chars();
    let mut out = Vec::new();
    while let Some(character) = characters.next() {
        out.push(Event::Key(match character {
            '\n' => KeyCode::Enter.into(),
            '\t' => KeyCode::Tab.into(),
            '^' => KeyEvent::new(KeyCode::Char(characters.next().unwrap()), KeyModifiers::CONTROL),
            capital if capital.is_uppercase() => KeyEvent::new(KeyCode::Char(capital), KeyModifiers::SHIFT),
            other => KeyCode::Char(other).into(),
        }));
    }
    out
}

/// As Windows reports them: each key goes down and up.
fn with_releases(events: Vec<Event>) -> Vec<Event> {
    let twice = events.into_iter().flat_map(|event| {
        let mut release = event.clone();
        if let Event::Key(key) = &mut release {
            key.kind = KeyEventKind::Release;
        }
        [event, release]
    });
    twice.collect()
}

/// Keys stand for themselves, a paste in brackets.
fn story(inputs: &[Input]) -> String {
    let one = |input: &Input| match input {
        Input::Key(key) => match (key.code, text_of(key)) {
            (_, Some(character)) => character.to_string(),
            (KeyCode::Char(character), None) => format!("^{character}"),
            (code, None) => format!("{code:?}"),
        },
        Input::Paste(text) => format!("[{text}]"),
        other => format!("{other:?}"),
    };
    inputs.iter().map(one).collect()
}

#[test]
fn bursts_become_a_paste() {
    let cases = [
        ("", ""),
        ("j", "j"),
        ("jk", "jk"),
        ("j\n", "j\n"),
        ("abcde", "abcde"),
        ("abcdef", "[abcdef]"),
        ("ab\n", "[ab\n]"),
        ("a\nb", "[a\nb]"),
        ("\nab", "[\nab]"),
        ("山田太郎\t80", "[山田太郎\t80]"),
        ("YAMADA", "[YAMADA]"),
        // A key held down while the program was busy.
        ("jjjjjjjjj", "jjjjjjjjj"),
        ("\n\n\n\n", "\n\n\n\n"),
        // Commands are never part of a paste.
        ("abc^zdef", "abc^zdef"),
        ("a\nb^zabcdef", "[a\nb]^z[abcdef]"),
    ];
    for (typed, expected) in cases {
        assert_eq!(story(&gather(keys(typed), true)), expected, "{typed:?}");
        assert_eq!(story(&gather(with_releases(keys(typed)), true)), expected, "{typed:?} with releases");
        let single = expected.replace(['[', ']'], "");
        assert_eq!(story(&gather(keys(typed), false)), single, "{typed:?} without bursts");
    }
}

#[test]
fn releases_focus_and_movements_are_dropped() {
    let mouse = |kind| Event::Mouse(MouseEvent { kind, column: 1, row: 2, modifiers: KeyModifiers::NONE });
    let click = mouse(MouseEventKind::Down(MouseButton::Left));
    let batch = vec![Event::FocusGained, mouse(MouseEventKind::Moved), Event::FocusLost, click.clone()];
    let Event::Mouse(expected) = click else { unreachable!() };
    assert_eq!(gather(batch, false), [Input::Mouse(expected)]);
    assert_eq!(gather(with_releases(keys("a")), false).len(), 1);
    let mut repeat = KeyEvent::from(KeyCode::Down);
    repeat.kind = KeyEventKind::Repeat;
    assert_eq!(gather(vec![Event::Key(repeat)], true), [Input::Key(repeat)]);
}

#[test]
fn a_paste_has_line_feeds() {
    let batch = vec![Event::Paste("a\r\nb\rc\n".to_owned()), Event::Resize(80, 24)];
    assert_eq!(gather(batch, false), [Input::Paste("a\nb\nc\n".to_owned()), Input::Resize(80, 24)]);
}

#[test]
fn other_events_keep_their_place_among_the_keys() {
    let mut batch = keys("abcdef");
    batch.push(Event::Resize(80, 24));
    batch.extend(keys("x"));
    assert_eq!(story(&gather(batch, true)), "[abcdef]Resize(80, 24)x");
}

#[test]
fn only_a_second_key_makes_it_wait() {
    assert_eq!(patience(&with_releases(keys("a")), true), Duration::ZERO);
    assert_eq!(patience(&keys("ab"), true), NEXT_KEY);
    assert_eq!(patience(&keys("ab"), false), Duration::ZERO);
}

proptest! {
    #[test]
    fn no_key_is_lost_or_moved(text in "([a-cA山\n\t]|\\^[a-z]){0,30}", bursts: bool) {
        let expected = story(&gather(keys(&text), false));
        let gathered = story(&gather(with_releases(keys(&text)), bursts));
        prop_assert_eq!(gathered.replace(['[', ']'], ""), expected.clone());
        prop_assert_eq!(expected, text);
    }
}
