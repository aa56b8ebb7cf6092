//! A workspace at the terminal: what is decided outlives the program, files arrive while it runs.

use crate::launch::{Computer, SAMPLE, quit};
use std::fs;
use std::path::{Path, PathBuf};

const HEAD_OF_ALL: &str = "未判断 41";

/// A workspace with the month of the samples, without one file.
fn office(computer: &Computer, left_out: Option<&str>) -> PathBuf {
    let dir = computer.path("office");
    let shown = dir.to_str().unwrap();
    let made = computer.run(&["init", shown, "--number", "1379900010", "--name", "試験居宅"]);
    assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
    let received = computer.path("received");
    fs::create_dir_all(&received).unwrap();
    for entry in fs::read_dir(SAMPLE).unwrap().map(Result::unwrap) {
        let name = entry.file_name().into_string().unwrap();
        if left_out != Some(name.as_str()) {
            fs::copy(entry.path(), received.join(name)).unwrap();
        }
    }
    let taken = computer.run(&["import", received.to_str().unwrap(), "--workspace", shown]);
    assert!(taken.status.code() < Some(2), "{}", String::from_utf8_lossy(&taken.stderr));
    dir
}

fn log(computer: &Computer, dir: &Path) -> String {
    let log = computer.run(&["log", "--workspace", dir.to_str().unwrap()]);
    String::from_utf8_lossy(&log.stdout).into_owned()
}

#[test]
fn what_was_decided_is_there_after_the_program_was_killed() {
    let computer = Computer::new();
    let dir = office(&computer, None);
    let shown = dir.to_str().unwrap();
    let mut session = computer.start(&[shown]);
    session.wait_for(HEAD_OF_ALL);
    session.keys("4");
    session.wait_for("まとめ方");
    session.keys("a");
    session.wait_for("未判断 40");
    // Nothing can be done on the way out; what the journal holds is on the disk.
    assert!((0..200).any(|_| log(&computer, &dir).contains("採用")));
    session.signal("KILL");
    session.wait_exit();
    let mut session = computer.start(&[shown]);
    session.wait_for("未判断 40");
    session.keys("u");
    session.wait_for("元に戻す: 採用");
    session.wait_for(HEAD_OF_ALL);
    quit(session);
    let log = log(&computer, &dir);
    assert!(log.contains("採用") && log.contains("元に戻す"), "{log}");
}

/// One provider's actuals of the samples.
const LATE: &str = "UPJSK_202610_1379900036_15_1379900010_43_20261103090007.CSV";

/// Has the workspace watch a folder, which is made.
fn watched(computer: &Computer, dir: &Path) -> PathBuf {
    let folder = computer.path("arrivals");
    fs::create_dir_all(&folder).unwrap();
    let settings = fs::read_to_string(dir.join("kyukan.toml")).unwrap();
    let line = format!("watch = [{:?}]", folder.to_str().unwrap());
    fs::write(dir.join("kyukan.toml"), settings.replace("watch = []", &line)).unwrap();
    folder
}

#[test]
fn files_that_arrive_in_a_watched_folder_are_taken_in_and_told() {
    let computer = Computer::new();
    let dir = office(&computer, Some(LATE));
    let watched = watched(&computer, &dir);
    let mut session = computer.start(&[dir.to_str().unwrap()]);
    session.wait_for("未判断");
    fs::copy(Path::new(SAMPLE).join(LATE), watched.join(LATE)).unwrap();
    session.wait_for("新着 1");
    session.keys("R");
    session.wait_for(HEAD_OF_ALL);
    quit(session);
    assert!(watched.join(LATE).is_file(), "received files are never taken away");
}

#[test]
fn what_came_while_nobody_was_there_is_in_the_month_at_once() {
    let computer = Computer::new();
    let dir = office(&computer, Some(LATE));
    let watched = watched(&computer, &dir);
    fs::copy(Path::new(SAMPLE).join(LATE), watched.join(LATE)).unwrap();
    let session = computer.start(&[dir.to_str().unwrap()]);
    session.wait_for(HEAD_OF_ALL);
    quit(session);
    assert!(log(&computer, &dir).contains("取込 新規1件"));
}

#[test]
fn what_is_typed_on_the_registers_screen_is_listed_by_the_command() {
    let computer = Computer::new();
    let dir = office(&computer, None);
    let shown = dir.to_str().unwrap();
    let mut session = computer.start(&[shown]);
    session.wait_for(HEAD_OF_ALL);
    session.keys("T");
    session.wait_for("まだ1件もありません");
    session.keys("+");
    session.wait_for("まだ登録のない担当者から選ぶ");
    // The first care manager of the month, whose name and month are filled in.
    session.keys("<down><enter>");
    session.wait_for("数字 8桁");
    session.keys("13000001<enter>");
    session.wait_for("登録しました: 担当ケアマネ");
    quit(session);
    let listed = computer.run(&["master", "show", "managers", "-w", shown]);
    let listed = String::from_utf8_lossy(&listed.stdout).into_owned();
    assert!(listed.contains("13000001") && listed.contains("2026-10"), "{listed}");
}

#[test]
fn a_finding_is_fixed_at_the_terminal_and_the_journal_has_it() {
    let computer = Computer::new();
    let dir = office(&computer, None);
    let mut session = computer.start(&[dir.to_str().unwrap()]);
    session.wait_for(HEAD_OF_ALL);
    session.keys("K");
    session.wait_for("並び: 金額の大きい利用者から");
    session.keys("f計画を超える<enter>g");
    session.wait_for("> ~査定見込");
    session.keys("d");
    session.wait_for("直した後");
    session.keys("y");
    session.wait_for("採用");
    session.wait_until("something is decided", |screen| !screen.contents().contains(HEAD_OF_ALL));
    session.keys("u");
    session.wait_for("元に戻す: 採用");
    session.wait_for(HEAD_OF_ALL);
    quit(session);
    let log = log(&computer, &dir);
    assert!(log.contains("採用") && log.contains("元に戻す"), "{log}");
}

/// A list of returns with one slip, in the encoding of 国保連.
fn returned_slip(computer: &Computer) -> PathBuf {
    let rows = [
        "1,1,0,2,741,0,0,1379900010,0,7,202611,0",
        "2,2,7411,H1,1379900010,\"見本居宅介護支援事業所\",202611,20261130,1,\"見本県国民健康保険団体連合会\"",
        "2,3,7411,D1,0000139907,\"見本市\",0009207676,ﾐﾎﾝ ﾊﾅｺ,\"給\",202610,,1000,B,\"被保険者番号：未登録\",\"１２Ｐ０\",",
        "3,4",
    ];
    let text: String = rows.iter().flat_map(|row| [row, "\r\n"]).collect();
    let path = computer.path("74100000.CSV");
    fs::write(&path, encoding_rs::SHIFT_JIS.encode(&text).0).unwrap();
    path
}

#[test]
fn a_notice_is_taken_in_at_the_terminal_and_leads_to_its_client() {
    let computer = Computer::new();
    let dir = office(&computer, None);
    let path = returned_slip(&computer);
    let mut session = computer.start(&[dir.to_str().unwrap()]);
    session.wait_for(HEAD_OF_ALL);
    session.keys("O");
    session.wait_for("まだ送っていないものはありません");
    session.keys("t");
    session.wait_for("通知のファイル");
    session.keys(&format!("{}<enter>", path.display()));
    session.wait_for("返戻（保留）一覧表");
    session.keys("<enter>");
    session.wait_for("[未送付 1]");
    session.wait_for("給管票 新規");
    session.keys("<enter>");
    session.wait_for("松本　芳  ");
    quit(session);
    let open = computer.run(&["notices", "open", "-w", dir.to_str().unwrap()]);
    let open = String::from_utf8_lossy(&open.stdout).into_owned();
    assert!(open.contains("12P0") && open.contains("新規で送る"), "{open}");
    let log = log(&computer, &dir);
    assert!(log.contains("国保連の通知"), "{log}");
}
