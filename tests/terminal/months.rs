//! Folders and months that are not as they should be.

use crate::launch::{ALL_SHOWN, Computer, SAMPLE, close, files, quit, unbroken};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

const STOPPED: &str = "読み込みを止めました";
const READING: &str = "ファイルを読んでいます";

/// The plan that goes to one provider, and what comes back: together they make a month.
const PLAN: &str = "UPPLAN_202610_1379900010_43_1379900036_15_20260926090007.CSV";
const ACTUAL: &str = "UPJSK_202610_1379900036_15_1379900010_43_20261103090007.CSV";
const PEOPLE: &str = "UPHOSOKU_202610_1379900010_43_1379900036_15_20260926090007.CSV";

/// Copies a sample with changed bytes.
fn copy(name: &str, folder: &Path, change: impl Fn(&[u8]) -> Vec<u8>) {
    let bytes = fs::read(Path::new(SAMPLE).join(name)).unwrap();
    fs::create_dir_all(folder).unwrap();
    fs::write(folder.join(name), change(&bytes)).unwrap();
}

/// Lines of `bytes` with the cell at `column` (from 0) replaced. Commas within quotes come only after it.
fn with_cell(bytes: &[u8], column: usize, cell: impl Fn(usize) -> Vec<u8>) -> Vec<u8> {
    let mut out = Vec::new();
    for (at, line) in bytes.split_inclusive(|byte| *byte == b'\n').enumerate() {
        for (n, part) in line.split(|byte| *byte == b',').enumerate() {
            if n > 0 {
                out.push(b',');
            }
            out.extend(if n == column { cell(at) } else { part.to_vec() });
        }
    }
    out
}

fn sjis(text: &str) -> Vec<u8> {
    encoding_rs::SHIFT_JIS.encode(text).0.into_owned()
}

#[test]
fn a_folder_without_a_month_is_told() {
    let computer = Computer::new();
    let empty = computer.path("empty");
    let foreign = computer.path("foreign");
    fs::create_dir_all(&empty).unwrap();
    fs::create_dir_all(&foreign).unwrap();
    fs::write(foreign.join("memo.txt"), "memo").unwrap();
    fs::write(foreign.join("table\x1b[31m.csv"), "a,b\n1,2\n").unwrap();
    for folder in [&empty, &foreign] {
        let mut session = computer.start(&[folder.to_str().unwrap()]);
        session.wait_for("終わります");
        let screen = unbroken(&session.screen());
        assert!(screen.contains("ケアプランデータのファイルがありません"), "{screen}");
        // Screens without a month are not gone to; the help is.
        session.keys("346/?");
        session.wait_for("─ キー ─");
        close(&mut session, "─ キー ─");
        assert!(!String::from_utf8_lossy(&session.raw_output()).contains("\x1b[31m"));
        quit(session);
    }
}

#[test]
fn a_folder_that_comes_later_is_read_again() {
    let computer = Computer::new();
    let folder = computer.path("later");
    fs::create_dir_all(&folder).unwrap();
    let mut session = computer.start(&[folder.to_str().unwrap()]);
    session.wait_for("終わります");
    for name in [PLAN, ACTUAL] {
        copy(name, &folder, <[u8]>::to_vec);
    }
    session.keys("R");
    session.wait_for("令和8年10月");
    fs::remove_dir_all(&folder).unwrap();
    session.keys("<f5>");
    session.wait_for("見つかりません");
    quit(session);
}

#[test]
fn a_folder_that_is_missing_is_told_without_a_screen() {
    let mut session = Computer::new().start(&["/no/such/folder"]);
    assert_eq!(session.wait_exit().exit_code(), 3);
    let screen = unbroken(&session.screen());
    assert!(screen.contains("「/no/such/folder」が見つかりません"), "{screen}");
    assert!(!String::from_utf8_lossy(&session.raw_output()).contains("?1049h"));
}

#[test]
fn names_cannot_speak_to_the_terminal() {
    let computer = Computer::new();
    let folder = computer.path("month");
    let mut evil = b"\"\x1b]0;owned\x07\x1b[31;7mevil\x9b5m\x1b[2J\x08\x7f".to_vec();
    evil.extend(sjis("介護\""));
    for name in [PLAN, ACTUAL] {
        copy(name, &folder, |bytes| with_cell(&with_cell(bytes, 20, |_| evil.clone()), 6, |_| evil.clone()));
    }
    copy(PEOPLE, &folder, |bytes| with_cell(&with_cell(bytes, 5, |_| evil.clone()), 4, |_| evil.clone()));
    let mut session = computer.start(&[folder.to_str().unwrap()]);
    session.wait_for("令和8年10月");
    session.wait_for("evil");
    for (keys, text) in [
        ("3", "最新の作成日時"),
        ("4", "まとめ方"),
        ("5", "担当者 "),
        ("6", "読んだ行"),
        ("0", "処理対象年月"),
        ("2", "終了"),
        ("1", "並び"),
    ] {
        session.keys(keys);
        session.wait_for(text);
    }
    for (keys, title) in [("/", "─ 検索 ─"), ("f", "─ 絞込 ─")] {
        session.keys(keys);
        session.wait_for(title);
        close(&mut session, title);
    }
    let raw = String::from_utf8_lossy(&session.raw_output()).into_owned();
    for command in ["\x1b]", "\x1b[31;7m", "\u{9b}", "\x07", "\x08", "\x7f"] {
        assert!(!raw.contains(command), "{command:?}");
    }
    quit(session);
    let output = computer.run(&["check", folder.to_str().unwrap()]);
    assert!(!output.stdout.contains(&0x1b));
}

#[test]
fn a_client_with_two_thousand_rows_and_long_names() {
    let computer = Computer::new();
    let folder = computer.path("month");
    let long: String = "寿限無寿限無五劫の擦り切れ".chars().cycle().take(60).collect();
    let name = sjis(&format!("\"{long}\""));
    let repeated = |bytes: &[u8]| {
        let first = bytes.split_inclusive(|byte| *byte == b'\n').next().unwrap();
        first.repeat(2000)
    };
    copy(PLAN, &folder, |bytes| with_cell(&repeated(bytes), 9, day));
    copy(ACTUAL, &folder, |bytes| with_cell(&repeated(bytes), 9, |at| day(at / 2)));
    copy(PEOPLE, &folder, |bytes| with_cell(&with_cell(bytes, 5, |_| name.clone()), 4, |_| name.clone()));
    let mut session = computer.start(&[folder.to_str().unwrap()]);
    session.wait_for("令和8年10月");
    session.wait_for("寿限無");
    for keys in ["<enter>", "<pagedown>", "G", "g", "nnn", "4", "G", "k", "3", "1", "/", "<esc>"] {
        let frames = session.frames();
        session.keys(keys);
        session.wait_for_frame_after(frames);
    }
    session.wait_for("並び");
    quit(session);
}

/// A day of the month.
fn day(at: usize) -> Vec<u8> {
    let mut out = String::new();
    write!(out, "202610{:02}", at % 31 + 1).unwrap();
    out.into_bytes()
}

#[test]
fn reading_can_be_stopped_and_begun_again() {
    let computer = Computer::new();
    let folder = computer.path("large");
    // Every line is another client, so that nothing can be taken from the line before.
    let many = |bytes: &[u8]| {
        let first = bytes.split_inclusive(|byte| *byte == b'\n').next().unwrap();
        with_cell(&first.repeat(8000), 2, |at| format!("{at:010}").into_bytes())
    };
    copy(ACTUAL, &folder, many);
    let first = folder.join(ACTUAL);
    for n in 0..4000 {
        let time = format!("20261104{:02}{:02}{:02}", n / 3600, n / 60 % 60, n % 60);
        fs::hard_link(&first, folder.join(ACTUAL.replace("20261103090007", &time))).unwrap();
    }
    let mut session = computer.start(&[folder.to_str().unwrap()]);
    session.wait_for(READING);
    // The terminal's own answers may still be on their way, and one right behind an Esc is read as one key with it.
    session.press_until("<esc>", STOPPED);
    // A late message of the reading that was stopped changes nothing.
    session.keys("?");
    session.wait_for("─ キー ─");
    close(&mut session, "─ キー ─");
    session.wait_for(STOPPED);
    fs::remove_dir_all(&folder).unwrap();
    for path in files(Path::new(SAMPLE)) {
        copy(path.file_name().unwrap().to_str().unwrap(), &folder, <[u8]>::to_vec);
    }
    session.keys("<f5>");
    session.wait_for(ALL_SHOWN);
    quit(session);
}
