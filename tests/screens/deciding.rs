//! Deciding on the screen, in a workspace on the disk.

use crate::station::{SAMPLE, Setup, Station, in_package};
use kyukan::app::ports::NoProgress;
use kyukan::store::workspace::{Access, Who, Workspace};
use kyukan::store::{FolderSource, Limits, plan_import};
use kyukan::tui::msg::Msg;
use kyukan::tui::screens::ScreenId;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A workspace with the files of a folder.
pub(crate) struct Office {
    folder: TempDir,
}

impl Office {
    pub(crate) fn with(files: &Path) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let office = Self { folder };
        Workspace::init(&office.dir(), "").unwrap();
        office.receive(files);
        office
    }

    pub(crate) fn sample() -> Self {
        Self::with(&in_package(SAMPLE))
    }

    pub(crate) fn dir(&self) -> PathBuf {
        self.folder.path().join("office")
    }

    /// Takes files in, as the command does.
    pub(crate) fn receive(&self, files: &Path) {
        let source = FolderSource::open(&[files.to_owned()], Limits::default());
        let plan = plan_import(&self.dir(), &source, None, &NoProgress).unwrap().unwrap();
        plan.carry_out(&self.dir(), &source, &NoProgress).unwrap();
    }

    pub(crate) fn setup(&self, size: (u16, u16)) -> Setup {
        Setup { workspace: Some(self.dir()), ..Setup::sized(size) }
    }

    pub(crate) fn open(&self) -> Station {
        self.setup((120, 40)).open()
    }

    /// Numbers of the events on the disk.
    pub(crate) fn events(&self) -> usize {
        let who = Who { person: String::new(), machine: String::new() };
        let clock = Box::new(|| chrono::Local::now().fixed_offset());
        let mut workspace = Workspace::open(&self.dir(), who, Access::Read, clock).unwrap();
        workspace.events(None).unwrap().items.len()
    }
}

fn open_count(station: &Station) -> u32 {
    station.model.review().unwrap().open
}

#[test]
fn one_key_decides_and_goes_on() {
    let office = Office::sample();
    let mut station = office.open();
    let all = open_count(&station);
    station.keys("4");
    let first = station.chosen();
    station.keys("a").sees("採用");
    assert_eq!(open_count(&station), all - 1);
    assert_ne!(station.chosen(), first, "the cursor goes on");
    station.keys("p").sees("予定のまま");
    assert_eq!((open_count(&station), office.events()), (all - 2, 2));
}

#[test]
fn undo_and_redo_say_and_show_what_they_do_and_survive_a_restart() {
    let office = Office::sample();
    let mut station = office.open();
    let all = open_count(&station);
    station.keys("4");
    let first = station.chosen();
    station.keys("aau").sees("元に戻す: 採用");
    assert_eq!(open_count(&station), all - 1);
    drop(station);
    let mut station = office.open();
    assert_eq!(open_count(&station), all - 1);
    station.keys("4u").sees("元に戻す: 採用");
    assert_eq!(open_count(&station), all);
    assert_eq!(station.chosen(), first, "what was undone is under the cursor");
    station.keys("u").sees("元に戻す操作は、もうありません。");
    station.keys("UU").sees("やり直し: 採用");
    assert_eq!(open_count(&station), all - 2);
    station.keys("U").sees("やり直す操作はありません。");
    assert_eq!(office.events(), 6);
}

#[test]
fn a_form_refuses_what_cannot_be_and_keeps_what_was_typed() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("4e").sees("修正");
    // The day is the first field.
    station.keys("<ctrl-u>32<enter>").sees("日の「32」は使えません。").sees("32");
    station.keys("<ctrl-u>２１<enter>").sees_not("使えません");
    assert_eq!(office.events(), 1);
    station.keys("u4i").sees("照会内容");
    station.keys("<tab>あした<enter>").sees("日付を読み取れません。");
    station.keys("<ctrl-u>11/8<enter>").sees("照会");
    station.keys("N").sees("回答期限");
    station.keys("o<enter>").sees("理由を入れてください。");
    station.keys("家族に確認<enter>").sees("保留");
}

#[test]
fn marked_differences_are_decided_together() {
    let office = Office::sample();
    let mut station = office.open();
    let all = open_count(&station);
    station.keys("4<space><space><space>a").sees("採用 3件");
    assert_eq!((open_count(&station), office.events()), (all - 3, 1));
    station.keys("u");
    assert_eq!(open_count(&station), all);
    station.keys("Va");
    assert_eq!(open_count(&station), all - 1);
}

#[test]
fn levels_tell_how_many_they_decide() {
    let office = Office::sample();
    let mut station = office.open();
    let all = open_count(&station);
    station.keys("4A").sees("この日: 採用").sees("この事業所の全利用者: 予定のまま");
    station.keys("この利用者: 採用<enter>");
    assert!(open_count(&station) < all);
    assert_eq!(office.events(), 1);
    // Asking needs words, once for all of them.
    station.keys("nAこの事業所の全利用者: 照会<enter>").sees("照会内容").keys("<enter>").sees("照会");
    assert_eq!(office.events(), 2);
}

#[test]
fn a_rule_is_seen_before_it_is_applied_and_can_be_kept() {
    let office = Office::sample();
    let mut station = office.open();
    let all = open_count(&station);
    station.keys("r<enter>").sees("に適用します").sees("Enter 適用");
    station.keys("<esc>");
    assert_eq!((open_count(&station), office.events()), (all, 0));
    station.keys("r<enter>K").sees("ルールの名前");
    station.keys("いつもの<enter>").sees("ルール「いつもの」を残す");
    assert_eq!(office.events(), 1);
    station.keys("<esc>r").sees("いつもの");
    station.keys("<enter><enter>").sees("ルール「いつもの」");
    assert!(open_count(&station) < all);
    assert_eq!(office.events(), 2);
}

#[test]
fn what_did_not_arrive_is_made_from_the_plan_late_or_typed_from_a_fax() {
    let office = Office::sample();
    let mut station = office.open();
    let waiting = |station: &Station| {
        let review = station.model.review().unwrap();
        review.cells.get(kyukan::app::review::CellState::NotArrived)
    };
    let all = waiting(&station);
    assert!(all > 0);
    station.keys("f未着<enter>w").sees("予定で作成").sees("月遅れ");
    station.keys("<enter>").sees("予定で作成");
    assert_eq!(waiting(&station), all - 1);
    station.keys("u");
    assert_eq!(waiting(&station), all);
    station.keys("w月遅れ<enter>").sees("理由");
    station.keys("請求が来月<enter>");
    assert_eq!(waiting(&station), all - 1);
    station.keys("uwFAX<enter>");
    assert_eq!(waiting(&station), all - 1);
    // The exceptions are typed row by row, and compared like all others.
    let open = open_count(&station);
    station.keys("<enter>").sees("FAXで届いた実績");
    station.keys("e").sees("FAX実績").keys("<tab><tab><tab><tab><ctrl-u>0<enter>");
    assert_eq!(open_count(&station), open + 1);
    station.sees("中止");
}

#[test]
fn a_client_is_final_only_when_everything_is_decided() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("4").keys("L").sees("確定できません。");
    station.keys("A").keys("この利用者: 採用<enter><up>L").sees("確定");
    station.keys("x").sees("は確定済みです。");
    station.keys("L").sees("確定・確認済を戻す");
    station.keys("C").sees("確認済");
    station.keys("B退院後に要確認<enter>2").sees("退院後に要確認");
}

#[test]
fn the_month_is_signed_off_with_an_explanation_and_opened_with_a_reason() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("E").sees("確定していない利用者");
    station.keys("<enter>").sees("理由を入れてください。");
    station.keys("月遅れで請求<enter>").sees("月の締め").sees("締め済");
    station.keys("4a").sees("この月は締めてあります。");
    station.keys("E再送あり<enter>").sees("月の締めを解く").sees_not("締め済");
    station.keys("a");
    assert_eq!(office.events(), 3);
}

#[test]
fn a_pair_is_taken_apart_and_joined_again() {
    let office = Office::sample();
    let mut station = office.open();
    let all = open_count(&station);
    station.keys("4f振替<enter><down>b").sees("対応付けの解除");
    assert_eq!(open_count(&station), all + 1);
    station.keys("u");
    assert_eq!(open_count(&station), all);
}

#[test]
fn a_second_person_reads_and_is_told_who_writes() {
    let office = Office::sample();
    let _first = office.open();
    let mut second = office.open();
    second.sees("閲覧のみ").keys("4a").sees("「試験 花子」さんが").sees("受付PC");
    assert_eq!(office.events(), 0);
}

#[test]
fn a_folder_without_a_workspace_says_where_decisions_would_be_kept() {
    let mut station = Setup::sized((120, 40)).open();
    station.keys("4a").sees("kyukan init");
    assert_eq!(station.model.current(), ScreenId::Differences);
}

#[test]
fn what_was_decided_before_a_file_came_again_is_shown_with_it() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("4f時間変更<enter><down>a").sees("採用");
    let id = {
        let review = station.model.review().unwrap();
        let decided = review.month.differences().find(|d| review.decision(d).is_some()).unwrap();
        (decided.client, decided.provider, decided.kind)
    };
    drop(station);
    resend(&office, id.1, id.2);
    let mut station = office.open();
    let position = station.model.review().unwrap().month.position(id.0).unwrap();
    assert!(!station.model.review().unwrap().stale(position).is_empty());
    station.keys(&format!("/{}<enter>", id.0.insured)).sees("再送変更");
    // The changed row tells what had been decided about it.
    let seen = (0..4).any(|_| station.keys("n").text().contains("再送で変わりました。前の判断: 採用"));
    assert!(seen, "{}", station.text());
}

/// Sends the newest actuals of a provider once more, a second later, all visits beginning ten minutes later.
fn resend(
    office: &Office,
    provider: kyukan::domain::ids::OfficeNumber,
    kind: kyukan::domain::ids::ServiceKind,
) {
    let sample = in_package(SAMPLE);
    let start = format!("UPJSK_202610_{provider}_{kind}_");
    let mut names: Vec<String> = std::fs::read_dir(&sample)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name.starts_with(&start))
        .collect();
    names.sort();
    let name = names.pop().unwrap();
    let bytes = std::fs::read(sample.join(&name)).unwrap();
    let text: Vec<u8> = bytes.windows(1).map(|byte| byte[0]).collect();
    let changed = shifted(&text);
    assert_ne!(changed, bytes);
    let again = tempfile::tempdir().unwrap();
    let (stem, _) = name.rsplit_once('.').unwrap();
    let (stem, _) = stem.rsplit_once('_').unwrap();
    std::fs::write(again.path().join(format!("{stem}_20261104120000.CSV")), changed).unwrap();
    office.receive(again.path());
}

/// Every start at an hour and a half becomes one at 40 minutes past.
fn shifted(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for field in bytes.split_inclusive(|byte| *byte == b',') {
        let is_time = matches!(field, [b'0'..=b'2', b'0'..=b'9', b'0' | b'3', b'0', b',']);
        out.extend_from_slice(field);
        if is_time {
            let at = out.len() - 2;
            out[at] = b'5';
        }
    }
    out
}

#[test]
fn everyone_with_nothing_open_becomes_final_at_once() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("X").sees("確定").keys("X").sees("変わるものがありません。");
    let review = station.model.review().unwrap();
    let fixed = review.cells.get(kyukan::app::review::CellState::Fixed);
    assert!(fixed > 0 && review.open > 0, "{fixed}");
    station.keys("E").sees("確定していない利用者");
}

#[test]
fn what_would_be_written_is_seen_and_then_written() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("4aap8").sees("書き出すファイル").sees("変更後予定").sees("未着の一覧");
    station.keys("W").sees("この内容で書き出しますか").keys("<esc>");
    assert_eq!(office.events(), 3);
    station.keys("W<enter>").sees("書き出しました").sees("目録（manifest）と同じ");
    assert_eq!(office.events(), 4);
    let folders: Vec<_> = std::fs::read_dir(office.dir().join("out/2026-10")).unwrap().collect();
    assert_eq!(folders.len(), 1);
    // What was written is known, and nothing else has changed since.
    station.keys("<esc>").sees("書き出すファイルはありません。");
    station.keys("4a8").sees("変更後予定");
    assert_eq!(office.events(), 5);
}

#[test]
fn files_are_taken_in_and_wait_until_they_are_read() {
    let office = Office::sample();
    let again = tempfile::tempdir().unwrap();
    std::fs::write(again.path().join("memo.txt"), "memo").unwrap();
    let mut station = office.open();
    station.keys("I").sees("フォルダーかファイルの場所");
    station.keys(&format!("{}/nowhere<enter>", again.path().display())).sees("nowhere");
    station.keys(&format!("I{}<enter>", again.path().display())).sees("memo.txt");
    station.keys("<esc>4a").sees("採用");
}

#[test]
fn a_folder_that_vanishes_loses_nothing_and_is_gone_on_with() {
    let office = Office::sample();
    let mut station = office.open();
    let all = open_count(&station);
    station.keys("4a");
    let away = office.folder.path().join("away");
    std::fs::rename(office.dir(), &away).unwrap();
    station.keys("a").sees("記録できませんでした").sees("今の操作は記録していません。");
    station.keys("<esc>");
    std::fs::rename(&away, office.dir()).unwrap();
    station.keys("R4");
    assert_eq!((open_count(&station), office.events()), (all - 1, 1));
    station.keys("na");
    assert_eq!((open_count(&station), office.events()), (all - 2, 2));
}

#[test]
fn the_one_who_waited_writes_after_the_other_has_closed() {
    let office = Office::sample();
    let mut first = office.open();
    let mut second = office.open();
    first.keys("4a");
    drop(first);
    second.sees("閲覧のみ").keys("R").sees_not("閲覧のみ");
    second.keys("4u").sees("元に戻す: 採用");
    assert_eq!(office.events(), 2);
}

#[test]
fn a_damaged_journal_is_shown_as_far_as_it_is_good() {
    let office = Office::sample();
    office.open().keys("4aaa");
    let db = office.dir().join("kyukan.db");
    let conn = rusqlite::Connection::open(&db).unwrap();
    conn.execute_batch("PRAGMA writable_schema = 1; DELETE FROM sqlite_master WHERE type = 'trigger';")
        .unwrap();
    drop(conn);
    let conn = rusqlite::Connection::open(&db).unwrap();
    assert_eq!(conn.execute("UPDATE journal SET person = 'x' WHERE seq = 2", []).unwrap(), 1);
    drop(conn);
    let mut station = office.open();
    station.sees("閲覧のみ").keys("4a").sees("履歴の途中に");
    let review = station.model.review().unwrap();
    assert_eq!(review.decisions.events().len(), 1);
}

#[test]
fn files_that_arrive_while_the_month_is_read_are_taken_in_afterwards() {
    let office = Office::sample();
    let arrived = tempfile::tempdir().unwrap();
    std::fs::write(arrived.path().join("memo.txt"), "memo").unwrap();
    let mut station = office.setup((120, 40)).closed();
    station.update(Msg::Arrived(vec![arrived.path().to_owned()]));
    station.begin();
    station.sees("memo.txt");
}

#[test]
fn what_was_not_written_is_looked_at_again_before_the_next_try() {
    let office = Office::sample();
    let mut station = office.open();
    station.keys("4a8").sees("変更後予定");
    // A file lies where the folder of outputs belongs.
    let out = office.dir().join("out");
    std::fs::remove_dir_all(&out).unwrap();
    std::fs::write(&out, "").unwrap();
    station.keys("W<enter>").sees("書き出していません");
    assert_eq!(office.events(), 1);
    std::fs::remove_file(&out).unwrap();
    station.keys("<esc>W<enter>").sees("書き出しました");
    assert_eq!(office.events(), 2);
}
