//! Settings, keys and themes of the user, right and wrong.

use crate::launch::{ALL_SHOWN, Computer, SAMPLE, close, quit, unbroken};
use crate::pty::Session;

const TITLE: &str = "─ 設定の誤り ─";

/// Starts, reads the window about the settings, closes it; the program works with its defaults.
fn faults(computer: &Computer) -> (Session, String) {
    let mut session = computer.start(&[SAMPLE]);
    session.wait_for(TITLE);
    session.wait_for("令和8年10月");
    let told = unbroken(&session.screen());
    close(&mut session, TITLE);
    session.wait_for(ALL_SHOWN);
    session.keys("j");
    session.wait_for("> 伊藤　信行");
    (session, told)
}

#[test]
fn faults_are_told_with_their_place_and_the_rest_works() {
    let cases = [
        ("theme = \"light\nmouse = 1\n", "kyukan.toml1行", "書き方に誤りがあります"),
        ("\n\ntheme = \"moonlight\"\n", "kyukan.toml3行9列", "「moonlight」という配色はありません"),
        ("[keys]\nsearch = \"q\"\n", "kyukan.toml2行10列", "キー「q」は「quit」が使っている"),
        ("dates = \"lunar\"\n", "kyukan.toml1行9列", "lunar"),
        ("language = \"fr\"\n", "kyukan.toml1行12列", "fr"),
    ];
    for (text, place, what) in cases {
        let computer = Computer::new().settings(text);
        let (session, told) = faults(&computer);
        assert!(told.contains(place) && told.contains(what), "{told}");
        quit(session);
    }
}

#[test]
fn all_faults_are_told_at_once() {
    let text = "theme = \"moonlight\"\nmouse = \"no\"\n[keys]\nserach = \"x\"\n";
    let (session, told) = faults(&Computer::new().settings(text));
    for place in ["kyukan.toml1行9列", "kyukan.toml2行9列", "kyukan.toml4行1列"] {
        assert!(told.contains(place), "{place}: {told}");
    }
    quit(session);
}

#[test]
fn a_broken_theme_is_told_with_its_place() {
    let own = "inherits = \"light\"\n[roles]\n\"state.faulty\" = { fg = \"greenish\" }\n";
    let computer = Computer::new().settings("theme = \"own\"\n").config("themes/own.toml", own);
    let (session, told) = faults(&computer);
    assert!(told.contains("themes/own.toml3行") && told.contains("greenish"), "{told}");
    quit(session);
    let computer = Computer::new().settings("theme = \"own\"\n").config("themes/own.toml", "[roles\n");
    let (session, told) = faults(&computer);
    assert!(told.contains("themes/own.toml1行") && told.contains("書き方に誤りがあります"), "{told}");
    quit(session);
}

#[test]
fn a_changed_key_works_and_the_old_one_does_not() {
    let computer = Computer::new().settings("[keys]\nsearch = \"x\"\nquit = [\"Q\", \"ctrl-q\"]\n");
    let mut session = computer.open(&[]);
    session.keys("/qj");
    session.wait_for("> 伊藤　信行");
    assert!(!session.screen().contains("─ 検索 ─"));
    let screen = session.wait_for("x 検索");
    assert!(screen.contains("Q 終了"), "{screen}");
    session.keys("x");
    session.wait_for("─ 検索 ─");
    close(&mut session, "─ 検索 ─");
    session.keys("Q");
    assert!(session.wait_exit().success());
    assert!(session.is_left_clean());
}

#[test]
fn the_theme_chosen_last_comes_back() {
    let computer = Computer::new().env("COLORTERM", "truecolor");
    let mut session = computer.open(&[]);
    session.keys("c");
    session.wait_for("─ 配色 ─");
    session.keys("light");
    session.wait_for("> light");
    session.keys("<enter>");
    // The paper of the light theme.
    session.wait_for_raw("48;2;251;248;240");
    quit(session);
    assert!(computer.remembered().contains("theme = \"light\""));
    let session = computer.open(&[]);
    session.wait_for_raw("48;2;251;248;240");
    quit(session);
}
