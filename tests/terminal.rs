//! The terminal side of the workstation, at a real pseudo-terminal.
//!
//! The program under test is this test binary itself: with [`CHILD`] set, `child_program` is a small main loop over
//! the modules of `tui`. `kyukan` itself is started in the tests that need nothing smaller.

#![cfg(unix)]
#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]
#![expect(clippy::panic, clippy::print_stdout, reason = "the child falls and speaks on purpose")]

#[path = "common/pty.rs"]
mod pty;

#[path = "terminal/child.rs"]
mod child;

#[path = "terminal/launch.rs"]
mod launch;

#[path = "terminal/program.rs"]
mod program;

#[path = "terminal/ending.rs"]
mod ending;

#[path = "terminal/drawing.rs"]
mod drawing;

#[path = "terminal/settings.rs"]
mod settings;

#[path = "terminal/office.rs"]
mod office;

#[path = "terminal/months.rs"]
mod months;

use pty::{Answers, Session};

/// Set for the child; its value chooses what the child does.
const CHILD: &str = "KYUKAN_TEST_CHILD";

const ARGUMENTS: [&str; 4] = ["--exact", "child_program", "--nocapture", "--test-threads=1"];

/// Not a test of its own: the program the others start.
#[test]
fn child_program() {
    match std::env::var(CHILD).as_deref() {
        Ok("kyukan") => child::run_kyukan(),
        Ok(_) => child::run(),
        Err(_) => {}
    }
}

fn start(answers: Answers) -> Session {
    let program = std::env::current_exe().unwrap();
    let session =
        Session::start_program(program.to_str().unwrap(), &ARGUMENTS, &[(CHILD, "1")], 24, 80, answers);
    session.wait_for("ready");
    session
}

fn text(output: &[u8]) -> String {
    String::from_utf8_lossy(output).into_owned()
}

#[test]
fn kyukan_runs_at_a_terminal() {
    let mut session = Session::start(&["--version"], &[], 24, 80);
    assert!(session.wait_exit().success());
    assert!(session.screen().contains(env!("CARGO_PKG_VERSION")));
    assert!(session.is_left_clean());
}

#[test]
fn leaving_undoes_all_that_was_switched_on() {
    let mut session = start(Answers::Right);
    session.wait_for("probe: Narrow");
    session.keys("m");
    session.wait_for("mouse: on");
    assert!(session.is_alternate_screen() && !session.is_left_clean() && !session.is_cooked());
    assert!(session.home().is_dir());
    session.keys("q");
    assert!(session.wait_exit().success());
    let raw = text(&session.raw_output());
    for mode in ["?1049", "?2004", "?1000", "?1006"] {
        assert_eq!(
            (raw.matches(&format!("{mode}h")).count(), raw.matches(&format!("{mode}l")).count()),
            (1, 1)
        );
    }
    assert!(session.is_left_clean() && session.is_cooked());
    assert!(!session.screen().contains("ready"), "{}", session.screen());
}

#[test]
fn modes_never_switched_on_are_not_switched_off() {
    let mut session = start(Answers::Right);
    session.wait_for("probe: Narrow");
    session.keys("q");
    session.wait_exit();
    assert!(!text(&session.raw_output()).contains("?1000l"));
}

#[test]
fn the_mouse_can_be_switched_off_again() {
    let mut session = start(Answers::Right);
    session.keys("m");
    session.wait_for("mouse: on");
    session.send("\x1b[<0;5;3M");
    session.wait_for("click: 4 2");
    session.keys("m");
    session.wait_for("mouse: off");
    session.wait_until("no mouse reports", |screen| {
        screen.mouse_protocol_mode() == vt100::MouseProtocolMode::None
    });
    assert!(session.is_alternate_screen());
}

#[test]
fn every_frame_is_one_update() {
    let mut session = start(Answers::Right);
    session.wait_for("probe: Narrow");
    session.keys("abc");
    session.wait_for("key: c");
    session.keys("q");
    session.wait_exit();
    let raw = text(&session.raw_output());
    let (begun, ended) = (raw.matches("\x1b[?2026h").count(), raw.matches("\x1b[?2026l").count());
    assert!(begun >= 2 && begun == ended, "{begun} {ended}");
    let inside = raw.split("\x1b[?2026h").skip(1).map(|rest| rest.split("\x1b[?2026l").next().unwrap());
    assert!(inside.into_iter().all(|frame| !frame.contains("?1049")));
}

#[test]
fn keys_and_pastes_arrive() {
    let mut session = start(Answers::Right);
    session.keys("<down>");
    session.wait_for("key: Down");
    session.keys("山");
    session.wait_for("key: 山");
    session.keys("<esc>");
    session.wait_for("key: Esc");
    session.paste("山田\nq太郎");
    session.wait_for(r#"paste: "山田\nq太郎""#);
}

#[test]
fn a_new_size_is_drawn() {
    let mut session = start(Answers::Right);
    session.wait_for("size: 80x24");
    session.resize(10, 40);
    session.wait_for("size: 40x10");
    session.resize(30, 100);
    session.wait_for("size: 100x30");
}

#[test]
fn the_terminal_says_how_it_draws() {
    for (answers, expected) in
        [(Answers::Right, "Narrow"), (Answers::Wide, "Wide"), (Answers::NoUtf8, "NoUtf8")]
    {
        let mut session = start(answers);
        let screen = session.wait_for(&format!("probe: {expected}"));
        assert!(!screen.contains('あ'), "{screen}");
        session.keys("a");
        session.wait_for("key: a");
    }
}

#[test]
fn a_silent_terminal_is_not_waited_for() {
    let mut session = start(Answers::Never);
    // Typed while the input thread still waits for the answer.
    session.keys("ab");
    session.wait_for("probe: Unknown");
    session.wait_for("key: b");
    session.keys("q");
    assert!(session.wait_exit().success());
}

#[test]
fn a_late_answer_is_as_right() {
    let mut session = start(Answers::Late);
    session.wait_for("probe: (none)");
    session.answer_now();
    session.wait_for("probe: Narrow");
}

#[test]
fn a_panic_leaves_the_terminal_before_its_message() {
    let mut session = start(Answers::Right);
    session.keys("mp");
    assert_eq!(session.wait_exit().exit_code(), 101);
    assert!(session.is_left_clean() && session.is_cooked());
    assert!(session.screen().contains("main falls"), "{}", session.screen());
}

#[test]
fn a_panic_elsewhere_ends_the_drawing() {
    let mut session = start(Answers::Right);
    session.keys("t");
    assert!(session.wait_exit().success());
    assert!(session.is_left_clean() && session.is_cooked());
    let screen = session.screen();
    assert!(screen.contains("helper falls") && screen.contains("left by a panic"), "{screen}");
    let raw = text(&session.raw_output());
    let after = raw.rsplit("\x1b[?1049l").next().unwrap();
    assert!(!after.contains("?2026h") && !after.contains("?1049h"));
}

#[test]
fn signals_restore_the_terminal_and_are_the_status() {
    for (signal, status) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt")] {
        let mut session = start(Answers::Right);
        session.signal(signal);
        assert_eq!(session.wait_exit().signal(), Some(status));
        assert!(session.is_left_clean() && session.is_cooked(), "{signal}");
    }
}

#[test]
fn a_closed_terminal_ends_the_program() {
    let mut session = start(Answers::Right);
    session.wait_for("probe: Narrow");
    session.hang_up("a");
    let status = session.wait_exit();
    assert_eq!(status.signal(), Some("Hangup"), "{status:?}");
}

#[test]
fn a_hanging_program_dies_of_the_second_wish() {
    let mut session = start(Answers::Right);
    session.keys("h");
    session.wait_for("hanging");
    session.signal("TERM");
    // The first wish is pending: whether this one comes in time or not, one of the next ones does.
    for _ in 0..200 {
        if !session.is_alternate_screen() {
            break;
        }
        session.signal("TERM");
        std::thread::sleep(std::time::Duration::from_millis(100));
    }
    assert_eq!(session.wait_exit().signal(), Some("Terminated"));
    assert!(session.is_left_clean() && session.is_cooked());
}

#[test]
fn a_stop_from_outside_leaves_and_comes_back() {
    let mut session = start(Answers::Right);
    session.keys("m");
    session.wait_for("mouse: on");
    session.signal("TSTP");
    session.wait_stopped();
    session.wait_until("the first screen", |screen| !screen.alternate_screen() && !screen.hide_cursor());
    assert!(session.is_left_clean() && session.is_cooked());
    session.signal("CONT");
    session.wait_for("stops: 1");
    // The modes are set once more for the signal itself, and the keys are for the shell's line for a moment then.
    session.wait_for("continues: 1");
    session.wait_until("the modes", |screen| {
        screen.alternate_screen()
            && screen.bracketed_paste()
            && screen.mouse_protocol_mode() != vt100::MouseProtocolMode::None
    });
    assert!(!session.is_cooked());
    session.keys("q");
    assert!(session.wait_exit().success());
    assert!(session.is_left_clean());
}

#[test]
fn a_hard_stop_is_made_up_for() {
    let mut session = start(Answers::Right);
    session.wait_for("probe: Narrow");
    session.signal("STOP");
    session.wait_stopped();
    session.signal("CONT");
    // Switched on a second time, because a shell may have switched it off; the screen was never left.
    session.wait_for("continues: 1");
    let raw = text(&session.raw_output());
    assert_eq!((raw.matches("?2004h").count(), raw.matches("?1049h").count()), (2, 1));
    assert!(!session.is_cooked());
    session.keys("q");
    assert!(session.wait_exit().success());
    assert!(session.is_left_clean() && session.is_cooked());
}

#[test]
fn ctrl_z_stops_only_for_a_shell() {
    let mut session = start(Answers::Right);
    session.keys("<ctrl-z>");
    session.wait_for("no shell");
    session.keys("q");
    assert!(session.wait_exit().success());
}

#[test]
fn the_shell_sees_a_stopped_job() {
    let program = std::env::current_exe().unwrap();
    let script = r#""$0" "$@"; echo "shell: $?"; read line; fg; echo "end: $?""#;
    let mut arguments = vec!["-m", "-c", script, program.to_str().unwrap()];
    arguments.extend(ARGUMENTS);
    let mut session = Session::start_program("sh", &arguments, &[(CHILD, "1")], 24, 80, Answers::Right);
    session.wait_for("ready");
    session.keys("<ctrl-z>");
    session.wait_for("shell: 1");
    assert!(session.is_left_clean() && session.is_cooked());
    session.keys("<enter>");
    session.wait_for("stops: 1");
    assert!(session.is_alternate_screen());
    session.keys("q");
    session.wait_for_raw("end: 0");
    assert!(session.wait_exit().success());
    assert!(session.is_left_clean() && session.is_cooked());
}
