//! The changes of an event in words, and scrolling through them.

use super::*;
use crate::domain::decision::{RowEdit, Rule};
use crate::domain::fixture::{row, seen};
use crate::domain::time::VisitTime;
use crate::i18n::width::display;
use crate::report::change_words::change_sentence;

fn sentence(
    env: &Env,
    review: &Review,
    subject: Subject,
    before: Option<Value>,
    after: Option<Value>,
) -> String {
    change_sentence(env.words(review), env.dates, &Change { subject, before, after })
}

fn verdict_value(verdict: Verdict) -> Value {
    Value::Decision(Box::new(crate::domain::decision::Decision { verdict, seen: seen() }))
}

#[test]
fn a_decision_says_about_which_rows_and_from_what_to_what() {
    let (review, env) = (sample("v4"), env(80, 24));
    let subject = || Subject::Difference { client: client(1), id: String::new() };
    let said = |before, after| sentence(&env, &review, subject(), before, after);
    let adopted = said(None, Some(verdict_value(Verdict::Adopt)));
    let office = display(&review.month.office_name(seen().provider));
    let rows = "振替 5(月)->6(火) 09:00-10:00 111211";
    assert_eq!(adopted, format!("氏名なし {office} {rows}: 未判断 -> 採用"));
    let edit =
        RowEdit { day: Some(7), end: VisitTime::from_hhmm(1030), count: Some(2), ..RowEdit::default() };
    let asked =
        Verdict::Ask { due: NaiveDate::from_ymd_opt(2026, 11, 9), text: "ﾖｲですか".to_owned() };
    let ends = said(Some(verdict_value(asked)), Some(verdict_value(Verdict::Edit(edit))));
    let expected = "照会（回答期限 R8/11/9 / ヨイですか） -> 修正（日 7(水) / 終了時刻 10:30 / 回数 2）";
    assert!(ends.ends_with(expected), "{ends}");
    assert!(said(Some(verdict_value(Verdict::Hold)), None).ends_with("111211: 保留 -> 未判断"));
}

#[test]
fn every_other_subject_in_words() {
    let (review, env) = (sample("v4"), env(80, 24));
    let (client, provider, kind) = (client(1), seen().provider, seen().kind);
    let id = || "0123456789abcdef".to_owned();
    let text = |text: &str| Value::Text { text: text.to_owned() };
    let arrival = |choice| Value::Arrival(choice);
    let rule = Rule {
        verdict: Verdict::Keep,
        class: None,
        provider: None,
        kind: None,
        code: None,
        same_units: false,
    };
    let exceptions = BTreeMap::from([(client, "入院".to_owned())]);
    let cases = [
        (
            Subject::Pairing { client, id: id() },
            Value::Apart,
            "氏名なし 対応付け: 自動の対応付け -> 対応付けの解除",
        ),
        (Subject::Pairing { client, id: id() }, Value::JoinedWith { id: id() }, "自動の対応付け -> 対応付け"),
        (
            Subject::Arrival { client, provider, kind },
            arrival(ArrivalChoice::Late),
            "11 訪問介護: 未着 -> 月遅れ",
        ),
        (
            Subject::Arrival { client, provider, kind },
            arrival(ArrivalChoice::Fax { rows: vec![row(1), row(2)] }),
            "未着 -> FAX実績 2行",
        ),
        (Subject::Withdrawal { client, provider }, Value::Withdrawn, "訪問介護センター: なし -> 取下げ"),
        (Subject::Client { client }, Value::Stage { stage: Stage::Fixed }, "氏名なし: 未確認 -> 確定"),
        (Subject::Note { client }, text("要\n確認"), "氏名なし 備考: なし -> 「要 確認」"),
        (Subject::Month, Value::Closed { exceptions: BTreeMap::new() }, "月の締め: 締めていない -> 月の締め"),
        (Subject::Month, Value::Closed { exceptions }, "月の締め（確定していない利用者 1名）"),
        (Subject::Rule { name: "時刻".to_owned() }, Value::Rule(rule), "ルール「時刻」: なし -> 予定のまま"),
        (Subject::Edition { provider }, text("v3"), "訪問介護センター: なし -> 「v3」"),
    ];
    for (subject, value, expected) in cases {
        let forth = sentence(&env, &review, subject.clone(), None, Some(value.clone()));
        assert!(forth.ends_with(expected), "{forth}");
        let back = sentence(&env, &review, subject, Some(value), None);
        let (_, ends) = back.split_once(": ").unwrap();
        let (_, expected) = expected.split_once(": ").unwrap_or(("", expected));
        let turned: Vec<&str> = ends.split(" -> ").collect();
        assert!(expected.ends_with(turned[0]), "{back}");
    }
}

#[test]
fn many_changes_are_scrolled() {
    let mut review = sample("v4");
    let places: Vec<DifferenceAt> = firsts(&review).into_iter().take(12).collect();
    let draft = verdict(&review, &places, &Verdict::Adopt, "電話で確認");
    take(&mut review, draft);
    let mut shown = Shown::new(review, env(120, 30));
    let text = shown.text();
    assert!(text.contains("変更 12件") && text.contains("理由: 電話で確認"), "{text}");
    assert_eq!(text.matches("未判断 -> 採用").count() + hidden(&text), 12, "{text}");
    let second = format!("- {} ", name(&shown.review, places[1]));
    shown.act(Action::Right);
    let text = shown.text();
    assert!(text.contains("変更 12件中 2件目から") && text.contains(&second), "{text}");
    assert!(!text.contains(&format!("- {} ", name(&shown.review, places[0]))), "{text}");
    for _ in 0..40 {
        shown.act(Action::Right);
    }
    let text = shown.text();
    assert!(text.contains("12件目から") && text.contains("未判断 -> 採用"), "{text}");
    assert_eq!(hidden(&text), 0);
    for _ in 0..40 {
        shown.act(Action::Left);
    }
    assert!(!shown.text().contains("件目から"));
}

/// The number in `ほか3件`.
fn hidden(text: &str) -> usize {
    let line = text.lines().find_map(|line| line.split_once("ほか")?.1.split_once("件（"));
    line.map_or(0, |(count, _)| count.parse().unwrap())
}
