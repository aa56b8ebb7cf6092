//! Ends that nobody asked for at the keyboard: a panic, signals, a window that closes.

use crate::child::OPENED;
use crate::launch::{ALL_SHOWN, Computer, SAMPLE, quit};
use crate::pty::Session;
use crate::{ARGUMENTS, CHILD};

const FILTERED: &str = "絞込: 不備";

/// Shows only clients with faulty files.
fn filter(session: &mut Session) {
    session.keys("f");
    session.wait_for("状態: 不備");
    session.keys("<enter>");
    let screen = session.wait_for(FILTERED);
    assert!(!screen.contains(ALL_SHOWN), "{screen}");
}

#[test]
fn a_panic_ends_the_program_with_a_sentence() {
    let program = std::env::current_exe().unwrap();
    let computer = Computer::new().env(CHILD, "kyukan").env(OPENED, SAMPLE);
    let mut session = computer.start_program(program.to_str().unwrap(), &ARGUMENTS);
    session.wait_for(ALL_SHOWN);
    session.signal("USR1");
    assert_eq!(session.wait_exit().exit_code(), 70);
    assert!(session.is_left_clean() && session.is_cooked());
    let screen = session.screen();
    assert!(
        screen.contains("helper falls") && screen.contains("プログラムの不具合で止まりました"),
        "{screen}"
    );
}

#[test]
fn a_signal_is_the_status_and_loses_nothing() {
    for (signal, status) in [("TERM", "Terminated"), ("HUP", "Hangup"), ("INT", "Interrupt")] {
        let computer = Computer::new();
        let mut session = computer.open(&[]);
        filter(&mut session);
        session.signal(signal);
        assert_eq!(session.wait_exit().signal(), Some(status));
        assert!(session.is_left_clean() && session.is_cooked(), "{signal}");
        let remembered = computer.remembered();
        assert!(remembered.contains("1379900010-202610"), "{remembered}");

        let mut again = computer.start(&[SAMPLE]);
        again.wait_for(FILTERED);
        // What was changed last is not waited for by anything but the end.
        again.keys("F");
        again.wait_for(ALL_SHOWN);
        again.signal(signal);
        assert_eq!(again.wait_exit().signal(), Some(status));
        quit(computer.open(&[]));
    }
}

#[test]
fn a_closed_window_loses_nothing() {
    let computer = Computer::new();
    let mut session = computer.open(&[]);
    filter(&mut session);
    session.keys("F");
    session.wait_for(ALL_SHOWN);
    session.hang_up("j");
    // Whether the signal is noticed first or that nothing can be drawn any more.
    assert_eq!(session.wait_exit().signal(), Some("Hangup"));
    quit(computer.open(&[]));
}

#[test]
fn a_signal_while_files_are_read_ends_at_once() {
    let mut session = Computer::new().start(&[SAMPLE]);
    session.wait_until("the second screen", vt100::Screen::alternate_screen);
    session.signal("TERM");
    assert_eq!(session.wait_exit().signal(), Some("Terminated"));
    assert!(session.is_left_clean() && session.is_cooked());
}
