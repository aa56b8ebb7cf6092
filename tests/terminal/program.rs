//! A day's work: opening, moving, searching, sizes, sleeping, the invented month.

use crate::launch::{ALL_SHOWN, Computer, SAMPLE, close, files, quit};
use crate::pty::Answers;
use crate::pty::Session;

const TOO_SMALL: &str = "画面が小さすぎます";

/// What only this screen shows, by its digit.
const SCREENS: [(&str, &str); 11] = [
    ("3", "最新の作成日時"),
    ("4", "差異 41件中 41件"),
    ("5", "担当者 3人"),
    ("6", "読んだ行"),
    ("9", "状態と印の意味"),
    ("0", "処理対象年月"),
    ("-", "並び: 状態順"),
    ("T", "サービスコード"),
    ("K", "並び: 金額の大きい利用者から"),
    ("O", NO_OFFICE),
    ("1", BY_KANA),
];

/// Notices are kept in the folder of an office.
const NO_OFFICE: &str = "通知は事業所フォルダーに保管します";

/// Only the board has its clients in this order.
const BY_KANA: &str = "並び: フリガナ";

#[test]
fn the_samples_open_and_every_screen_is_reached() {
    let mut session = Computer::new().open(&[]);
    let screen = session.wait_for("令和8年10月");
    assert!(screen.contains("> 伊藤　昭"), "{screen}");
    session.keys("j<down>");
    session.wait_for("> 井上　雪枝");
    session.keys("<enter>");
    session.wait_until("another screen", |screen| !screen.contents().contains(ALL_SHOWN));
    session.keys("<esc>");
    session.wait_for("> 井上　雪枝");
    for (digit, text) in SCREENS {
        session.keys(digit);
        session.wait_for(text);
    }
    session.keys("<backtab>");
    session.wait_for(NO_OFFICE);
    session.keys("<tab>");
    session.wait_for(BY_KANA);
    quit(session);
}

#[test]
fn clients_are_found_by_romaji() {
    let mut session = Computer::new().open(&[]);
    session.keys("/sato");
    let screen = session.wait_for("> sato ");
    assert!(screen.contains("サトウ　タケヒコ") && screen.contains("サトウ　トメゾウ"), "{screen}");
    session.keys("u t");
    let screen = session.wait_for("> satou t ");
    assert!(screen.contains("サトウ　タケヒコ"), "{screen}");
    session.keys("<backspace>tome");
    session.wait_until("one hit", |screen| !screen.contents().contains("サトウ　タケヒコ"));
    session.keys("<enter>");
    session.wait_until("the client", |screen| {
        let contents = screen.contents();
        !contents.contains("検索 ─") && !contents.contains(ALL_SHOWN)
    });
    session.keys("<esc>");
    // Back on the board the cursor stands on the client that was found.
    session.wait_for("> 佐藤　留蔵");
    quit(session);
}

#[test]
fn the_palette_and_the_keys_open_and_close() {
    let mut session = Computer::new().open(&[]);
    session.keys(":");
    session.wait_for("─ コマンド ─");
    session.keys("show-intake<enter>");
    session.wait_for("読んだ行");
    session.keys("?");
    session.wait_for("─ キー ─");
    close(&mut session, "─ キー ─");
    session.keys("?");
    session.wait_for("─ キー ─");
    // In a window, `q` closes the window and not the program.
    session.keys("q");
    session.wait_until("no window", |screen| !screen.contents().contains("─ キー ─"));
    quit(session);
}

/// Ends at the size it began with.
fn try_sizes(session: &mut Session) {
    for (rows, cols) in [(5, 20), (1, 1), (10, 40), (9, 39), (12, 45), (2, 200), (60, 3), (24, 80)] {
        let frames = session.frames();
        session.resize(rows, cols);
        session.wait_for_frame_after(frames);
        if (rows, cols) == (5, 20) {
            session.wait_for(TOO_SMALL);
        }
    }
    session.wait_for("令和8年10月");
}

#[test]
fn every_size_is_survived() {
    let mut session = Computer::new().open(&[]);
    session.resize(40, 120);
    session.wait_until("more clients", |screen| screen.contents().contains("中村　民江"));
    session.resize(24, 80);
    session.press_until("<esc>", ALL_SHOWN);
    for keys in ["?", "/", ":"] {
        session.keys(keys);
        try_sizes(&mut session);
        session.press_until("<esc>", ALL_SHOWN);
    }
    // One after the other, without waiting for any.
    for n in 1..60_u16 {
        session.resize(61 - n, n * 2);
        session.keys(if n % 2 == 0 { "?" } else { "k" });
    }
    session.resize(24, 80);
    // The last keys may lie unread beside the last size.
    session.press_until("k", "─ キー ─");
    session.press_until("<esc>", ALL_SHOWN);
    for (digit, text) in SCREENS {
        session.press_until(digit, text);
        try_sizes(&mut session);
    }
    session.press_until("1", ALL_SHOWN);
    quit(session);
}

#[test]
fn a_shell_gets_the_terminal_back_and_gives_it_back() {
    let script = r#""$0" "$1"; echo "shell: $?"; read line; fg; echo "end: $?""#;
    let arguments = ["-m", "-c", script, env!("CARGO_BIN_EXE_kyukan"), SAMPLE];
    let mut session = Computer::new().start_program("sh", &arguments);
    session.wait_for(ALL_SHOWN);
    session.keys("j<ctrl-z>");
    session.wait_for("shell: 1");
    assert!(session.is_left_clean() && session.is_cooked());
    session.keys("<enter>");
    // Everything is drawn, not only what has changed.
    session.wait_for(ALL_SHOWN);
    session.wait_for("> 伊藤　信行");
    session.wait_for("終了");
    // Being continued, the program sets the modes once more; for a moment they are those of the shell.
    session.wait_for_raw_mode();
    assert!(session.is_alternate_screen());
    session.keys("q");
    session.wait_for_raw("end: 0");
    assert!(session.wait_exit().success());
    assert!(session.is_left_clean() && session.is_cooked());
}

#[test]
fn a_stop_from_outside_is_obeyed_without_a_shell() {
    let mut session = Computer::new().open(&[]);
    // The key would leave nobody to wake the program.
    session.keys("<ctrl-z>j");
    session.wait_for("> 伊藤　信行");
    for signal in ["TSTP", "STOP"] {
        session.signal(signal);
        session.wait_stopped();
        let frames = session.frames();
        session.signal("CONT");
        session.wait_for_frame_after(frames);
        session.wait_for("> 伊藤　信行");
        session.wait_until("the second screen", vt100::Screen::alternate_screen);
    }
    quit(session);
}

#[test]
fn what_is_pasted_is_text_and_no_command() {
    let mut session = Computer::new().open(&[]);
    session.paste("q\nq\n:quit\n\x03");
    session.keys("j");
    let screen = session.wait_for("> 伊藤　信行");
    assert!(screen.contains(ALL_SHOWN), "{screen}");
    session.keys("/");
    session.wait_for("─ 検索 ─");
    session.paste("sa\nto\nq");
    session.wait_for("> satoq ");
    session.keys("<backspace>");
    session.wait_for("サトウ　タケヒコ");
    close(&mut session, "─ 検索 ─");
    quit(session);
}

/// Clock ticks of the processor that the process has used.
#[cfg(target_os = "linux")]
fn ticks(session: &Session) -> u64 {
    let stat = std::fs::read_to_string(format!("/proc/{}/stat", session.pid())).unwrap();
    let (_, fields) = stat.rsplit_once(") ").unwrap();
    fields.split(' ').skip(11).take(2).map(|field| field.parse::<u64>().unwrap()).sum()
}

#[cfg(target_os = "linux")]
#[test]
fn nothing_is_computed_while_nothing_happens() {
    for answers in [Answers::Right, Answers::Never] {
        let session = Computer::new().answers(answers).open(&[]);
        // The first span may still hold the end of the opening.
        let is_idle = (0..5).any(|_| {
            let before = ticks(&session);
            std::thread::sleep(std::time::Duration::from_secs(2));
            ticks(&session) <= before + 1
        });
        assert!(is_idle, "{answers:?}: {}", session.screen());
        quit(session);
    }
}

#[test]
fn the_invented_month_is_made_once_and_opened_again() {
    let computer = Computer::new();
    let folder = computer.path("invented");
    let arguments = ["demo", folder.to_str().unwrap(), "--clients", "12", "--providers", "6"];
    let session = computer.start(&arguments);
    session.wait_for("12人中 12人");
    quit(session);
    let read = || files(&folder.join("in")).into_iter().map(|path| std::fs::read(&path).unwrap());
    let before: Vec<Vec<u8>> = read().collect();
    assert!(before.len() > 10);
    let mut session = computer.start(&["demo", folder.to_str().unwrap()]);
    session.wait_for("12人中 12人");
    // Its service code master gives the codes their names.
    let codes = std::fs::read_to_string(folder.join("master/codes.csv")).unwrap();
    let names: Vec<&str> = codes.lines().skip(1).filter_map(|line| line.split(',').nth(1)).collect();
    session.keys("2");
    session.wait_until("the name of a code", |screen| {
        let text = screen.contents();
        names.iter().any(|name| text.lines().any(|line| line.starts_with(" 予定") && line.contains(name)))
    });
    quit(session);
    assert!(read().eq(before));
}

#[test]
fn without_a_terminal_it_says_so() {
    for (language, sentence) in [("ja", "画面を開くには端末"), ("en", "needs a terminal")] {
        let output = Computer::new().run(&[SAMPLE, "--lang", language]);
        assert_eq!(output.status.code(), Some(3));
        assert!(output.stdout.is_empty());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(said.contains(sentence), "{said}");
    }
}

#[test]
fn files_are_written_only_after_a_yes() {
    let computer = Computer::new();
    let folder = computer.path("invented");
    let made = computer.run(&["demo", folder.to_str().unwrap(), "--clients", "6", "--providers", "6"]);
    assert!(made.status.success(), "{made:?}");
    let office = folder.join("office");
    let written = || std::fs::read_dir(office.join("out")).unwrap().count();
    for (answer, exit, count) in [("n\n", 1, 0), ("\n", 1, 0), ("y\n", 0, 1)] {
        let mut session = computer.start(&["write", "-w", office.to_str().unwrap()]);
        session.wait_for("(y/N)");
        assert_eq!(written(), 0, "nothing before the answer");
        session.send(answer);
        assert_eq!(session.wait_exit().exit_code(), exit, "{answer:?}: {}", session.screen());
        assert_eq!(written(), count, "{answer:?}");
    }
}
