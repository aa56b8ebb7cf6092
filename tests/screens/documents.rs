//! Documents that are made from the program and kept beside it.

use crate::deciding::Office;
use crate::snapshots::screens;
use crate::station::in_package;
use kyukan::i18n::{Language, Texts};
use kyukan::report::checks_doc::checks_document;
use kyukan::report::registers_doc::registers_document;
use kyukan::tui::keys_doc::keys_document;
use kyukan::tui::screens::ScreenId;
use std::fmt::Write;

/// Compares a document with what it should be; writes it anew when asked for.
#[track_caller]
fn is_up_to_date(path: &str, expected: &str) {
    let file = in_package(path);
    if std::env::var_os("UPDATE_DOCS").is_some() {
        std::fs::write(&file, expected).unwrap();
    }
    let found = std::fs::read_to_string(&file).unwrap_or_default().replace("\r\n", "\n");
    let differs = found.lines().zip(expected.lines()).position(|(found, expected)| found != expected);
    assert!(
        found == expected,
        "{path} is not what the program says (first at line {:?}); renew it with UPDATE_DOCS=1 cargo test --test screens",
        differs.map(|line| line + 1)
    );
}

#[test]
fn keys() {
    is_up_to_date("docs/keys.md", &keys_document());
}

#[test]
fn registers() {
    is_up_to_date("docs/registers.md", &registers_document());
}

#[test]
fn checks() {
    is_up_to_date("docs/checks.md", &checks_document());
}

/// What a screen is for, in Japanese and in English.
fn purpose(screen: ScreenId) -> [&'static str; 2] {
    match screen {
        ScreenId::Board => [
            "すべての利用者と、事業所ごとの状態。ここから1日が始まります。",
            "Every client with the state at each provider. The day starts here.",
        ],
        ScreenId::Client => [
            "1人の利用者の1か月。予定と実績を日ごとに見比べます。",
            "One client's month: planned and actual services, day by day.",
        ],
        ScreenId::Providers => [
            "事業所とサービス種類ごとに、何が届き、何が未着かを示します。",
            "What has come from each provider and kind of service, and what has not.",
        ],
        ScreenId::Differences => [
            "月のすべての差異を、種類・事業所・担当ごとにまとめます。",
            "Every difference of the month, grouped by class, provider or care manager.",
        ],
        ScreenId::Managers => [
            "担当ケアマネごとの進み具合と、取扱件数（逓減制の区分、1名増減の金額、月の推移、集中減算）です。",
            "How far each care manager is; and the workload: tiers, what one client more does, months, concentration.",
        ],
        ScreenId::Intake => [
            "届いたファイルと、取り込めなかった行とその理由です。",
            "The received files, the rows that could not be read, and why.",
        ],
        ScreenId::Journal => [
            "これまでの操作の記録です。だれが、いつ、何を、なぜ変えたかを示します。",
            "Everything that was done: who changed what, when and why.",
        ],
        ScreenId::Outbox => [
            "書き出すファイルの下見です。受信したものや前に送ったものと比べた行数を示します。",
            "What would be written, with its rows against what was received or sent before.",
        ],
        ScreenId::Slips => [
            "利用者ごとの給付管理票です。何が足りず、何を確かめ、どれが書き出せるかを示します。",
            "The slip of every client: what is missing, what is to be checked, what is ready.",
        ],
        ScreenId::Fees => [
            "事業所の請求（居宅介護支援費・介護予防支援費）です。単位数と請求額、足りないもの、請求しない理由を示します。",
            "The office's own claims: units, yen, what is missing, and who is not claimed and why.",
        ],
        ScreenId::Registers => [
            "事業所の登録です。担当ケアマネ・利用者の契約・給付率・加算などを見て、直して、加えます。",
            "The registers of the office: care managers, contracts, benefit rates, additions, to see and to change.",
        ],
        ScreenId::Checks => [
            "提出前の点検です。返戻・保留・査定の見込みと金額、直し方を、金額の大きい利用者から示します。",
            "What would be returned, held or cut, with the yen at risk and what helps; clients with most at risk first.",
        ],
        ScreenId::Notices => [
            "国保連の通知です。返戻や月遅れでまだ送っていないもの、通知の内容と次にすること、請求と支払の違いを示します。",
            "The notices of 国保連: what is to be sent again, what they say and what is next, claimed against paid.",
        ],
        ScreenId::Help => [
            "状態と印の意味、キー、ファイルの場所です。",
            "What states and marks mean, the keys, and where files are.",
        ],
    }
}

#[test]
fn pictures() {
    let (ja, en) = (Texts::new(Language::Ja), Texts::new(Language::En));
    let mut out = "# 画面 / Screens\n\n見本の月（samples/v4）の画面です。人と事業所はすべて架空のものです。\n\nThe screens of the sample month `samples/v4`. All people and offices are invented.\n".to_owned();
    let office = Office::sample();
    let mut station = office.setup((80, 24)).open();
    station.keys("4aap1");
    for screen in screens(&mut station) {
        let [japanese, english] = purpose(screen);
        let (ja, en) = (ja.get(screen.title()), en.get(screen.title()));
        write!(out, "\n## {ja} / {en}\n\n{japanese}\n\n{english}\n").unwrap();
        let sizes: &[_] = match screen {
            ScreenId::Board | ScreenId::Client => &[(80, 24), (120, 40)],
            _ => &[(80, 24)],
        };
        for (columns, rows) in sizes {
            station.keys(screen.action().default_keys()[0]).resize(*columns, *rows);
            write!(out, "\n{columns} x {rows}\n\n```text\n{}\n```\n", station.text()).unwrap();
        }
        station.resize(80, 24);
        if screen == ScreenId::Managers {
            // The other view.
            write!(out, "\n```text\n{}\n```\n", station.keys("v").text()).unwrap();
            station.keys("v");
        }
    }
    is_up_to_date("docs/screens.md", &out);
}
