//! Reading, the three views, where lines lead, filters, and that everything has room. Every notice is invented.

use super::*;
use crate::app::decide::{Drafted, SlipChoice, slip_action, verdict};
use crate::app::notices::{Ledger, NoticeFile, Notices as AllNotices, Step};
use crate::app::review::{DifferenceAt, Review};
use crate::domain::decision::Verdict;
use crate::domain::slip::SlipAction;
use crate::format::kokuhoren::read::read;
use crate::format::sjis::encode;
use crate::i18n::Language;
use crate::i18n::width::width;
use crate::tui::effect::Effect;
use crate::tui::env::Env;
use crate::tui::testing::{Shown, env, in_language, sample};

const OWN: &str = "1379900010";

fn file(name: &str, data_kind: &str, rows: &[String]) -> NoticeFile {
    let mut lines = vec![format!("1,1,0,{},{data_kind},0,0,{OWN},0,7,202611,0", rows.len())];
    lines.extend(rows.iter().zip(2..).map(|(row, no)| format!("2,{no},{row}")));
    lines.push(format!("3,{}", rows.len() + 2));
    let text: String = lines.iter().flat_map(|line| [line.as_str(), "\r\n"]).collect();
    NoticeFile { name: name.to_owned(), hash: name.to_owned(), read: read(&encode(&text).unwrap()) }
}

fn header(review: &str) -> String {
    format!("7411,H1,{OWN},\"見本居宅介護支援事業所\",{review},{review}30,1,\"見本県国民健康保険団体連合会\"")
}

fn returned(client: &str, month: &str, remark: &str) -> String {
    format!(
        "7411,D1,0000{client},ﾐﾎﾝ ﾊﾅｺ,\"給\",{month},,1000,B,\
         \"被保険者番号：市町村の認定情報が未登録\",\"{remark}\","
    )
}

/// Insurer, its name and the insured number of a client.
fn client(review: &Review, at: usize) -> String {
    let client = review.month.clients[at].client;
    format!("{},\"見本市\",{}", client.insurer, client.insured)
}

/// Two lists and what was paid: a client of the open month, the same in the month before, nobody that is known.
fn notices(review: &Review) -> Box<NoticesRead> {
    let (first, second) = (client(review, 0), client(review, 1));
    let november = [
        header("202611"),
        returned(&first, "202610", "１２Ｐ０"),
        returned("139998,\"見本市\",9999999999", "202610", "ＺＺＺ９"),
    ];
    let october = [header("202610"), returned(&second, "202609", "ＡＮＮＪ")];
    let insurer = review.month.clients[0].client.insurer;
    let paid = [
        format!("7521,H1,{OWN},\"見本\",202611,20261130,1,\"連合会\""),
        format!("7521,D1,00{insurer},202610,43,\"居宅介護支援\",2,0,2172,23544,23544,,,,"),
        "7521,T1,2,0,2172,23544,23544,0,0,0,0".to_owned(),
    ];
    let files = vec![
        file("r10.csv", "741", &october),
        file("r11.csv", "741", &november),
        file("p11.csv", "752", &paid),
    ];
    let events = review.decisions.events().to_vec();
    let ledger = Ledger::of(events, None, known_clients(review));
    Box::new(NoticesRead { notices: AllNotices::of(files), ledger, faults: Vec::new() })
}

impl Shown<Notices> {
    /// In an office folder, before anything is read.
    fn kept(env: Env) -> Self {
        let mut shown = Self::new(sample("v4"), env);
        shown.screen.kept(true);
        shown
    }

    fn ready(env: Env) -> Self {
        let mut shown = Self::kept(env);
        let read = notices(&shown.review);
        shown.screen.read(Ok(read));
        shown.lines();
        shown
    }

    fn asked(&mut self) -> bool {
        self.lines();
        match self.screen.job(3) {
            Some(Effect::Work(Job::ReadNotices { generation: 3, known })) => {
                assert!(known.len() >= self.review.month.clients.len());
                true
            }
            None => false,
            other => panic!("{other:?}"),
        }
    }

    fn all(&mut self) -> String {
        self.lines().concat()
    }

    /// Everything below the table, page by page, without blanks.
    fn details(&mut self) -> String {
        let mut all = self.lines();
        for _ in 0..12 {
            self.act(Action::Right);
            all.extend(self.lines());
        }
        all.concat().replace(' ', "")
    }

    fn edit(&mut self, edit: Edit) {
        self.screen.edit(edit);
        self.lines();
    }
}

#[test]
fn notices_are_read_when_they_are_shown_and_it_is_said() {
    let mut shown = Shown::<Notices>::new(sample("v4"), env(80, 24));
    assert!(!shown.asked(), "nothing to read without an office folder");
    assert!(shown.all().contains("事業所フォルダーに保管します"));
    let mut shown = Shown::kept(env(80, 24));
    assert!(shown.all().contains("通知を読んでいます"));
    assert!(shown.asked());
    assert!(!shown.asked(), "once");
    shown.screen.read(Err("読めません。".to_owned()));
    assert!(shown.all().contains("読めません。"));
    let read = NoticesRead { notices: AllNotices::default(), ledger: Ledger::default(), faults: Vec::new() };
    shown.screen.read(Ok(Box::new(read)));
    assert!(shown.all().contains("まだ送っていないものはありません"));
    shown.act(Action::NoticesView);
    assert!(shown.all().contains("t で取り込みます"));
}

#[test]
fn the_first_view_has_what_is_to_be_sent_again() {
    let mut shown = Shown::ready(env(100, 40));
    let lines = shown.lines();
    assert!(lines[0].contains("[未送付 3]") && lines[0].contains(" 通知 4 "), "{}", lines[0]);
    assert!(lines[1].contains("3件 返戻 3 最長 2か月 時効 0件"), "{}", lines[1]);
    // The oldest month first, with 作成区分 by its code.
    let rows: Vec<&String> = lines.iter().skip(3).take(3).collect();
    assert!(
        rows[0].contains("R8/9") && rows[0].contains("給管票 修正") && rows[0].contains("R10/12"),
        "{rows:?}"
    );
    assert!(rows[1].contains("給管票 新規") && rows[1].contains("12P0"), "{rows:?}");
    let all = shown.details();
    for said in [
        "返戻",
        "時効",
        "次にすること:給付管理票を修正で送る",
        "意味:",
        "この返戻を見つける点検",
        "r10.csv3行目",
    ] {
        assert!(all.contains(said), "{said}: {all}");
    }
}

#[test]
fn views_follow_each_other_and_are_remembered() {
    let mut shown = Shown::ready(env(120, 40));
    assert_eq!(shown.with(|screen, ctx| screen.remember(ctx)), BTreeMap::new());
    shown.act(Action::NoticesView);
    let lines = shown.lines();
    assert!(lines[0].contains("[通知 4]"), "{}", lines[0]);
    assert!(lines[1].contains("4件 要対応 3 / 返戻 3 保留 0 査定 0"), "{}", lines[1]);
    assert!(lines[3].contains("R8/11") && lines[6].contains("R8/10"), "the latest review first: {lines:?}");
    assert!(
        lines.iter().any(|line| line.contains("!ﾐﾎﾝ") || line.contains("!ミホン")),
        "nobody knows her: {lines:?}"
    );
    shown.act(Action::NoticesView);
    let lines = shown.lines();
    assert!(lines[1].contains("支払 23,544円 差 +23,544円"), "{}", lines[1]);
    assert!(shown.details().contains("予定より"));
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    let read = notices(&shown.review);
    shown.with(|screen, ctx| screen.opened(ctx, &saved));
    shown.screen.read(Ok(read));
    assert!(shown.all().contains("[支払 1]"));
    // From a window to what its notices say.
    shown.act(Action::Open);
    assert!(shown.all().contains("[通知 4]") && shown.all().contains("絞込: R8/11"));
    assert_eq!(shown.screen.shown.len(), 3);
}

#[test]
fn a_line_leads_to_its_client_in_its_month() {
    let mut shown = Shown::ready(env(120, 40));
    let second = shown.review.month.clients[1].client;
    let before = ServiceMonth::parse("2026-09").unwrap();
    assert!(shown.details().contains("R8/9を開き"));
    match shown.act(Action::Open).as_slice() {
        [Do::MonthOfClient { month, client }] => assert_eq!((*month, *client), (before, second)),
        _ => panic!("another month is opened"),
    }
    shown.act(Action::Down);
    shown.lines();
    assert!(matches!(shown.act(Action::Open).as_slice(), [Do::Client { client: 0, .. }]));
    assert_eq!(shown.with(|screen, ctx| screen.client(ctx)), Some(0));
    shown.act(Action::Down);
    shown.lines();
    assert!(matches!(shown.act(Action::Open).as_slice(), [Do::Say(_)]), "nobody that is known");
    // To the next client and back, and no further.
    assert!(shown.act(Action::PreviousClient).is_empty());
    assert_eq!(shown.screen.list().cursor, 1);
    shown.act(Action::Last);
    assert!(matches!(shown.act(Action::NextDifference).as_slice(), [Do::Say(_)]));
}

#[test]
fn filters_narrow_are_described_and_remembered() {
    let mut shown = Shown::ready(env(120, 40));
    shown.act(Action::NoticesView);
    let facets = shown.screen.content.as_ref().unwrap().facets(View::Items);
    let reviews: Vec<&Facet> = facets.iter().map(|(facet, _)| facet).take(2).collect();
    let [november, october] =
        ["2026-11", "2026-10"].map(|text| Facet::Review(ServiceMonth::parse(text).unwrap()));
    assert_eq!(reviews, [&november, &october]);
    shown.edit(Edit::Toggle(november.clone()));
    assert_eq!(shown.screen.shown.len(), 3);
    shown.edit(Edit::Toggle(Facet::Code("12P0".to_owned())));
    assert_eq!(shown.screen.shown.len(), 1);
    assert!(shown.all().contains("絞込: R8/11 / 12P0"));
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    shown.with(|screen, ctx| screen.opened(ctx, &saved));
    let read = notices(&shown.review);
    shown.screen.read(Ok(read));
    assert!(shown.all().contains("絞込: R8/11 / 12P0"));
    shown.edit(Edit::Only(Facet::Step(Step::SendSlip(SlipAction::Cancel))));
    assert!(shown.all().contains("絞込に当てはまるものはありません"));
    assert!(shown.act(Action::Open).is_empty());
    // A client is found by the search, and is the only one shown then.
    shown.edit(Edit::Clear);
    let second = shown.review.month.clients[1].client;
    match shown.with(|screen, ctx| screen.searchable(ctx)) {
        Searchable::Entries(entries) => {
            let labels: Vec<&str> = entries.iter().map(|entry| entry.label.as_str()).collect();
            assert_eq!(labels.len(), 3);
            assert!(labels.iter().any(|label| label.contains("9999999999")), "{labels:?}");
        }
        _ => panic!("entries"),
    }
    shown.edit(Edit::Toggle(Facet::Client(second)));
    assert_eq!(shown.screen.shown.len(), 1);
}

#[test]
fn what_concerns_notices_has_them_read_again() {
    let mut shown = Shown::ready(env(80, 24));
    assert!(!shown.asked(), "they have just been read");
    let at = DifferenceAt { client: 0, at: 0 };
    let at = if shown.review.difference(at).is_some() {
        at
    } else {
        let client = shown.review.month.comparisons.iter().position(|of| !of.differences.is_empty()).unwrap();
        DifferenceAt { client: u32::try_from(client).unwrap(), at: 0 }
    };
    let Drafted { draft, .. } = verdict(&shown.review, &[at], Some(&Verdict::Keep), "").unwrap();
    shown.take(draft);
    assert!(!shown.asked(), "a verdict says nothing of what was sent");
    let client = shown.review.month.clients[0].client;
    let held = slip_action(&shown.review, client, Some(SlipChoice::HoldBack), "認定待ち").unwrap().draft;
    shown.take(held);
    assert!(shown.asked());
    let read = notices(&shown.review);
    shown.screen.read(Ok(read));
    let lines = shown.lines();
    assert!(lines[1].contains("月遅れ 1"), "{}", lines[1]);
}

#[test]
fn everything_fits_its_place() {
    for language in [Language::Ja, Language::En] {
        for (columns, rows) in [(40, 10), (60, 16), (80, 24), (120, 40), (200, 50)] {
            let mut shown = Shown::ready(in_language(language, columns, rows));
            for _ in 0..3 {
                for _ in 0..4 {
                    let lines = shown.lines();
                    assert!(lines.iter().all(|line| width(line) <= usize::from(columns)), "{lines:?}");
                    shown.act(Action::Down);
                }
                shown.act(Action::NoticesView);
            }
        }
    }
}
