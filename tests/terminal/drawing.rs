//! Colours, characters, language.

use crate::launch::{ALL_SHOWN, Computer, SAMPLE, close, quit};
use crate::pty::{Answers, Session};
use kyukan::i18n::width::is_ambiguous;

/// Parameters of every `ESC [ .. m` in the output.
fn renditions(session: &Session) -> Vec<String> {
    let raw = String::from_utf8_lossy(&session.raw_output()).into_owned();
    let commands = raw.split("\x1b[").skip(1);
    commands
        .filter_map(|rest| {
            let (parameters, _) = rest.split_once('m')?;
            parameters.chars().all(|c| c.is_ascii_digit() || c == ';').then(|| parameters.to_owned())
        })
        .collect()
}

fn is_colour(parameters: &str) -> bool {
    let first = parameters.split(';').filter_map(|number| number.parse::<u8>().ok());
    first.into_iter().any(|number| matches!(number, 30..=38 | 40..=48 | 58 | 90..=107))
}

/// Looks at most of what can be drawn.
fn look_around(session: &mut Session) {
    for (keys, text) in [
        ("3", "最新の作成日時"),
        ("4", "差異 41件"),
        ("0", "処理対象年月"),
        ("6", "読んだ行"),
        ("?", "─ キー ─"),
    ] {
        session.keys(keys);
        session.wait_for(text);
    }
    close(session, "─ キー ─");
    session.keys("1");
    session.wait_for(ALL_SHOWN);
}

#[test]
fn without_colours_there_are_attributes_only() {
    let plain = Computer::new().env("COLORTERM", "truecolor").env("NO_COLOR", "1");
    for (computer, args) in [(Computer::new(), ["--no-color"].as_slice()), (plain, &[])] {
        let mut session = computer.open(args);
        look_around(&mut session);
        let renditions = renditions(&session);
        let coloured: Vec<&String> = renditions.iter().filter(|parameters| is_colour(parameters)).collect();
        assert!(coloured.is_empty(), "{coloured:?}");
        // The cursor is still seen.
        assert!(renditions.iter().any(|parameters| parameters == "7"), "{renditions:?}");
        quit(session);
    }
}

#[test]
fn colours_are_those_that_the_terminal_shows() {
    let asked = Computer::new().env("NO_COLOR", "1").env("COLORTERM", "truecolor");
    let cases = [
        (Computer::new().env("COLORTERM", "truecolor"), [].as_slice(), "38;2;", "8;5;"),
        (Computer::new().env("COLORTERM", "24bit"), &[], "48;2;", "8;5;"),
        (Computer::new(), &[], "38;5;", "8;2;"),
        // Asked for on the command line, whatever the surroundings say.
        (asked, &["--color=always"], "38;2;", "8;5;"),
    ];
    for (computer, args, expected, other) in cases {
        let mut session = computer.open(args);
        look_around(&mut session);
        let renditions = renditions(&session);
        assert!(
            renditions.iter().any(|parameters| parameters.contains(expected)),
            "{expected}: {renditions:?}"
        );
        assert!(!renditions.iter().any(|parameters| parameters.contains(other)), "{other}: {renditions:?}");
        quit(session);
    }
}

/// Whole frames after the terminal's answer: the probe clears once, the answer once more.
fn after_answer(session: &Session) -> Vec<u8> {
    let mut raw = session.raw_output();
    let end = b"\x1b[?2026l";
    raw.truncate(raw.windows(end.len()).rposition(|window| window == end).unwrap());
    let clear = b"\x1b[2J";
    let places: Vec<usize> = raw
        .windows(clear.len())
        .enumerate()
        .filter(|(_, window)| window == clear)
        .map(|(at, _)| at)
        .collect();
    assert_eq!(places.len(), 2, "{places:?}");
    raw.get(*places.last().unwrap()..).unwrap().to_vec()
}

#[test]
fn a_terminal_without_utf_8_gets_ascii() {
    let mut session = Computer::new().answers(Answers::NoUtf8).start(&[SAMPLE]);
    session.wait_until("the month in ASCII", |screen| {
        let contents = screen.contents();
        contents.is_ascii() && contents.contains("1379900010") && contents.contains("8,702")
    });
    for (keys, text) in [("6", "DLTJSK"), ("4", "09:30-16:40"), ("?", "next client")] {
        session.keys(keys);
        session.wait_for(text);
    }
    close(&mut session, "next client");
    session.keys("1");
    session.wait_for("8,702");
    session.keys("/0009183919");
    session.wait_for("> 0009183919");
    close(&mut session, "> 0009183919");
    let written = after_answer(&session);
    assert!(written.is_ascii(), "{}", String::from_utf8_lossy(&written));
    quit(session);
}

#[test]
fn a_terminal_with_wide_signs_gets_none_of_them() {
    let mut session = Computer::new().answers(Answers::Wide).start(&[SAMPLE]);
    session.wait_for(ALL_SHOWN);
    session.wait_until("no lines", |screen| !screen.contents().contains('─'));
    for (keys, text) in [("3", "最新の作成日時"), ("6", "読んだ行"), ("9", "状態と印の意味"), ("?", "次の人")]
    {
        session.keys(keys);
        session.wait_for(text);
    }
    close(&mut session, "次の人");
    session.keys("1");
    session.wait_for(ALL_SHOWN);
    let written = String::from_utf8(after_answer(&session)).unwrap();
    let doubtful: String = written.chars().filter(|c| is_ambiguous(&c.to_string())).collect();
    assert_eq!(doubtful, "");
    quit(session);
}

#[test]
fn a_late_answer_draws_everything_anew() {
    let mut session = Computer::new().answers(Answers::LateWide).open(&[]);
    assert!(session.screen().contains('─'), "{}", session.screen());
    session.answer_now();
    session.wait_until("no lines", |screen| !screen.contents().contains('─'));
    // The whole screen once more: what stood there may have stood in wrong cells.
    let anew = String::from_utf8(after_answer(&session)).unwrap();
    assert!(anew.contains("1379900010"), "{anew}");
    quit(session);
}

#[test]
fn a_silent_terminal_works() {
    let mut session = Computer::new().answers(Answers::Never).open(&[]);
    look_around(&mut session);
    quit(session);
}

#[test]
fn the_language_is_that_of_the_option_then_the_settings_then_the_system() {
    let english = "Board";
    let japanese = "ボード";
    let settings = |language: &str| Computer::new().settings(&format!("language = \"{language}\"\n"));
    let cases = [
        (Computer::new(), [].as_slice(), japanese),
        (Computer::new(), &["--lang", "en"], english),
        (settings("en"), &[], english),
        (settings("en"), &["--lang=ja"], japanese),
        (Computer::new().env("LANG", "en_US.UTF-8"), &[], english),
        (settings("ja").env("LANG", "en_US.UTF-8"), &[], japanese),
    ];
    for (computer, args, expected) in cases {
        let args: Vec<&str> = std::iter::once(SAMPLE).chain(args.iter().copied()).collect();
        let session = computer.start(&args);
        session.wait_for("1379900010");
        let screen = session.wait_for(expected);
        assert_eq!(screen.contains(japanese), expected == japanese, "{screen}");
        // Dates follow the language.
        assert_eq!(screen.contains("令和8年10月"), expected == japanese, "{screen}");
        quit(session);
    }
}
