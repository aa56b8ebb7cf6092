//! Marks on their days, cursor, scrolling, differences one after the other.

mod sizes;

use super::*;
use crate::app::review::Review;
use crate::format::exchange::FileKind;
use crate::format::exchange::read::fixture::{Line, v4};
use crate::i18n::width::head;
use crate::store::ViewState;
use crate::tui::desk::Desk;
use crate::tui::input::Input;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::tui::screens::ScreenId;
use crate::tui::testing::{body, env, month_of, received_name, rendered, sample, sent_name};
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

fn line(kind: FileKind, day: u8) -> Line {
    v4(kind).set("service_date", &format!("202610{day:02}"))
}

fn plan(day: u8) -> Line {
    line(FileKind::Upplan, day)
}

fn actual(day: u8) -> Line {
    line(FileKind::Upjsk, day)
}

/// A month with one client.
fn month(plans: &[Line], actuals: &[Line]) -> Review {
    let mut files = vec![(sent_name("UPPLAN"), plans.to_vec()), (received_name(), actuals.to_vec())];
    files.retain(|(_, lines)| !lines.is_empty());
    month_of(&files)
}

fn client_of(review: &Review, insured: &str) -> usize {
    review.month.clients.iter().position(|rows| rows.client.insured.as_str() == insured).unwrap()
}

fn opened(ctx: Ctx<'_>, client: usize, difference: Option<u32>) -> Client {
    let mut screen = Client::default();
    screen.show(client, difference, ctx);
    screen
}

/// The screen as lines of text.
fn shown(screen: &mut Client, ctx: Ctx<'_>) -> Vec<String> {
    screen.settle(ctx, body(ctx.env));
    rendered(ctx, |ctx, area, buffer| {
        screen.draw(ctx, area, buffer);
    })
}

/// What a client's month looks like on 80 columns and 24 rows.
fn usual(review: &Review, difference: Option<u32>) -> Vec<String> {
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review };
    shown(&mut opened(ctx, 0, difference), ctx)
}

/// Days with count and mark in a row of the calendar.
fn days(line: &str) -> Vec<(u8, &str)> {
    let cells = &line[head(line, 17).0.len()..];
    let cell = |day: u8| cells.get(usize::from(day - 1) * 2..usize::from(day) * 2);
    (1..=31).filter_map(|day| Some((day, cell(day)?))).filter(|(_, cell)| !cell.trim().is_empty()).collect()
}

/// 予定 and 実績 of the first line.
fn both(lines: &[String]) -> [Vec<(u8, &str)>; 2] {
    [days(&lines[4]), days(&lines[5])]
}

fn has(lines: &[String], text: &str) -> bool {
    lines.iter().any(|line| line.contains(text))
}

/// What the screen shows of the fifth: marks of 予定 and 実績, the class in the list, the sentence.
fn check_fifth(plans: &[Line], actuals: &[Line], [planned, done, class, sentence]: [&str; 4]) {
    let lines = usual(&month(plans, actuals), None);
    let on_fifth = both(&lines).map(|days| {
        days.iter().find(|(day, _)| *day == 5).map(|(_, cell)| cell[1..].to_owned()).unwrap_or_default()
    });
    assert_eq!(on_fifth, [planned, done], "{sentence}");
    // Lines may break anywhere.
    let [all, sentence] = [lines.concat(), sentence.to_owned()].map(|text| text.replace(' ', ""));
    assert!(all.contains(&sentence), "{sentence}\n{}", lines.join("\n"));
    assert!(has(&lines, class), "{class}");
}

#[test]
fn days_that_agree_are_missing_extra_or_waiting_have_their_marks() {
    check_fifth(&[plan(5)], &[actual(5)], ["=", "=", "", "予定のとおりに行われています。"]);
    check_fifth(&[plan(5)], &[], [".", "", "", "この事業所の実績はまだ届いていません。"]);
    let missing = "5日(月)の予定に当たる実績がありません（中止・欠席）。単位の差 -250。";
    check_fifth(&[plan(5), plan(6)], &[actual(6)], ["-", "", "-中止", missing]);
    let extra = "5日(月)の実績に当たる予定がありません（予定なし実績）。単位の差 +250。";
    check_fifth(&[plan(6)], &[actual(6), actual(5)], ["", "+", "+予定なし実績", extra]);
}

#[test]
fn changed_days_have_their_mark_and_say_what_changed() {
    let late = actual(5).set("start_time", "1000").set("end_time", "1100");
    let changes = [
        (late, "~時間変更", "5日(月)の時間が09:00-10:00から10:00-11:00に変わっています。単位の差 0。"),
        (
            actual(5).set("service_count", "2"),
            "~回数差",
            "5日(月)の回数は、予定が1回、実績が2回です。単位の差 +250。",
        ),
        (
            actual(5).set("units", "240"),
            "~単位差",
            "5日(月)の1回の単位数は、予定が250単位、実績が240単位です。単位の差 -10。",
        ),
        (
            actual(5).set("service_code", "111211").set("units", "260"),
            "~コード変更",
            "5日(月)のサービスコードが「111111」から「111211」に変わっています。単位の差 +10。             1回の単位数は、予定が250単位、実績が260単位です。",
        ),
    ];
    for (done, class, sentence) in changes {
        check_fifth(&[plan(5)], &[done], ["~", "~", class, sentence]);
    }
}

#[test]
fn a_moved_visit_is_marked_on_both_days_and_shown_in_full() {
    let review = month(&[plan(5), plan(12)], &[actual(6), actual(12)]);
    let lines = usual(&review, Some(0));
    assert_eq!(both(&lines), [vec![(5, "1>"), (12, "1=")], vec![(6, "1>"), (12, "1=")]]);
    for text in [
        "~差異1 11 訪問介護",
        "09:00-10:00 予定",
        "111111      実績",
        "予定 > 5(月) 09:00-10:00 111111",
        "実績 > 6(火) 09:00-10:00 111111",
        "5日(月)の予定が6日(火)に行われています（振替）。単位の差 0。",
        "> >振替         5(月)->6(火) 09:00-10:00 111111",
    ] {
        assert!(has(&lines, text), "{text}\n{}", lines.join("\n"));
    }
    let days = &lines[1];
    assert!(days.ends_with("1 2 3 4 5 6 7 8 910 1 2 3 4 5 6 7 8 920 1 2 3 4 5 6 7 8 930 1"), "{days}");
    assert!(lines[2].ends_with("木金土日月火水木金土日月火水木金土日月火水木金土日月火水木金土"));
}

#[test]
fn counts_of_ten_and_more_and_several_rows_of_a_day() {
    let many = plan(5).set("service_count", "12");
    let review = month(
        &[many],
        &[actual(5).set("service_count", "12"), actual(5), actual(5), actual(5), actual(5), actual(5)],
    );
    let lines = usual(&review, None);
    assert_eq!(both(&lines), [vec![(5, "#=")], vec![(5, "#+")]]);
    assert!(has(&lines, "x 12回 = 3,000単位") && has(&lines, "ほか "), "{}", lines.join("\n"));
}

#[test]
fn equipment_shows_its_codes() {
    let item = |line: Line, tais: &str| {
        line.set("service_code", "171001")
            .set("start_time", "9999")
            .set("end_time", "9999")
            .set("tais_code", tais)
            .set("equipment_name", "車いす")
    };
    let review = month(&[item(plan(5), "00001-000010")], &[item(actual(5), "00001-000020")].map(|line| line));
    let lines = usual(&review, Some(0));
    for text in
        ["車いす      予定", "171001      実績", "00001-000010  車いす", "の用具・明細が予定と違います。"]
    {
        assert!(has(&lines, text), "{text}\n{}", lines.join("\n"));
    }
    assert!(
        lines
            .concat()
            .replace(' ', "")
            .contains("TAISコードは、予定が00001-000010、実績が00001-000020です。")
    );
}

#[test]
fn the_cursor_moves_by_days_and_lines_and_stays_inside() {
    let review = sample("v4");
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review: &review };
    let client = client_of(&review, "0009112648");
    let mut screen = opened(ctx, client, None);
    let first = screen.cursor;
    let line = &screen.calendar.lines[0];
    assert!(first.line == 0 && line.plan.get(first.day).count + line.actual.get(first.day).count > 0);
    let last = screen.grid.lines() - 1;
    for (action, line, day) in [
        (Action::First, 0, first.day),
        (Action::Up, 0, first.day),
        (Action::Down, 1, first.day),
        (Action::Right, 1, first.day + 1),
        (Action::Left, 1, first.day),
        (Action::Last, last, first.day),
        (Action::Down, last, first.day),
        (Action::PageUp, last - screen.page.max(1), first.day),
        (Action::PageDown, last, first.day),
    ] {
        assert!(matches!(screen.act(action, ctx), Answer::Done(wanted) if wanted.is_empty()));
        assert_eq!(screen.cursor, At { line, day }, "{action:?}");
    }
    for (action, day) in [(Action::Right, 31), (Action::Left, 1)] {
        for _ in 0..40 {
            screen.act(action, ctx);
        }
        assert_eq!(screen.cursor.day, day);
    }
    assert!(matches!(screen.act(Action::NextClient, ctx), Answer::Pass));
}

#[test]
fn another_client_keeps_the_totals_and_the_same_client_the_place() {
    let review = sample("v4");
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review: &review };
    let mut screen = opened(ctx, 0, None);
    screen.act(Action::Totals, ctx);
    screen.show(1, None, ctx);
    assert_eq!((screen.shows_totals, screen.client(ctx)), (true, Some(1)));
    assert!(has(&shown(&mut screen, ctx), "事業所・種類ごとの集計"));
    screen.act(Action::Last, ctx);
    let at = screen.cursor;
    screen.show(1, None, ctx);
    assert_eq!(screen.cursor, at);
    let mut again = Client::default();
    again.opened(ctx, &screen.remember(ctx));
    assert!(again.shows_totals && again.client(ctx).is_none());
}

#[test]
fn differences_follow_each_other_and_lead_to_the_next_client() {
    let review = sample("v4");
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review: &review };
    let client = client_of(&review, "0009112648");
    let mut screen = opened(ctx, client, None);
    screen.move_to(At { line: 0, day: 1 });
    screen.difference = None;
    let place = |screen: &Client| (screen.difference(ctx).map(|at| at.at), screen.cursor.day);
    for (action, at, day) in [
        (Action::NextDifference, 0, 2),
        (Action::NextDifference, 1, 2),
        (Action::NextDifference, 2, 2),
        (Action::PreviousDifference, 1, 2),
    ] {
        assert!(matches!(screen.act(action, ctx), Answer::Done(wanted) if wanted.is_empty()));
        assert_eq!(place(&screen), (Some(at), day));
    }
    screen.go_to(2);
    let Answer::Done(wanted) = screen.act(Action::NextDifference, ctx) else { panic!("passed") };
    assert!(
        matches!(wanted[..], [Do::NextClientWithDifferences { from, is_forward: true }] if from == client)
    );
    screen.go_to(0);
    let Answer::Done(wanted) = screen.act(Action::PreviousDifference, ctx) else { panic!("passed") };
    assert!(matches!(wanted[..], [Do::NextClientWithDifferences { is_forward: false, .. }]));
}

#[test]
fn a_day_without_a_difference_goes_on_from_its_place() {
    let review = month(&[plan(5), plan(12), plan(20)], &[actual(12)]);
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review: &review };
    let mut screen = opened(ctx, 0, None);
    for (action, day) in [(Action::NextDifference, 20), (Action::PreviousDifference, 5)] {
        screen.move_to(At { line: 0, day: 12 });
        assert_eq!(screen.difference(ctx), None);
        screen.act(action, ctx);
        assert_eq!(screen.cursor.day, day);
    }
}

/// `n` over the whole month meets each difference once, and `N` all of them on the way back.
#[test]
fn the_keys_walk_through_every_difference_of_the_month() {
    let review = sample("v4");
    let all = review.month.totals.differences;
    let (mut model, _) = Model::new(env(80, 24), ViewState::default(), &[]);
    model.update(Msg::Opened {
        generation: 1,
        review: Box::new(review),
        desk: Desk::None,
        months: Vec::new(),
    });
    let press = |model: &mut Model, key: char| {
        model.update(Msg::Input(Input::Key(KeyEvent::new(KeyCode::Char(key), KeyModifiers::NONE))));
    };
    press(&mut model, '2');
    assert_eq!(model.current(), ScreenId::Client);
    let walk = |model: &mut Model, key: char| {
        let mut met = Vec::new();
        loop {
            press(model, key);
            if model.notice().is_some() {
                return met;
            }
            let ctx = Ctx { env: &model.env, review: model.review().unwrap() };
            met.extend(model.screens().get(ScreenId::Client).difference(ctx));
            assert!(met.len() <= 100, "it never ends");
        }
    };
    let mut forward = walk(&mut model, 'n');
    let mut back = walk(&mut model, 'N');
    // The walk back begins before the last one, and the first client's may lie before the first day.
    back.insert(0, *forward.last().unwrap());
    back.reverse();
    let start = back.iter().position(|at| at == &forward[0]).unwrap();
    assert_eq!(back.split_off(start), forward);
    forward.extend(back);
    forward.sort_unstable();
    forward.dedup();
    assert_eq!(forward.len() as u64, all);
}

#[test]
fn clicks_move_the_cursor() {
    let review = sample("v4");
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review: &review };
    let mut screen = opened(ctx, client_of(&review, "0009112648"), None);
    let area = body(&env);
    screen.settle(ctx, area);
    // The third row of the calendar is 実績 of the first line; the 15th begins at column 17 + 28.
    screen.click(Position::new(46, area.y + 5), ctx, area);
    assert_eq!(screen.cursor, At { line: 0, day: 15 });
    screen.click(Position::new(3, area.y + 7), ctx, area);
    assert_eq!(screen.cursor, At { line: 1, day: 15 }, "on the name of a line the day stays");
    let places = screen.places(ctx, area);
    screen.click(Position::new(10, places.list.y + 3), ctx, area);
    assert_eq!((screen.difference, screen.cursor.line), (Some(2), 2));
    screen.click(Position::new(10, places.list.y), ctx, area);
    assert_eq!(screen.difference, Some(2));
}

#[test]
fn enter_shows_the_lines_behind_a_day() {
    let review = month(&[plan(5)], &[actual(6)]);
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review: &review };
    let mut screen = opened(ctx, 0, Some(0));
    let open = |screen: &mut Client| {
        let Answer::Done(wanted) = screen.act(Action::Open, ctx) else { panic!("passed") };
        match &wanted[..] {
            [Do::Effect(Effect::Work(Job::ReadLine { path, .. }))] => path[..5].to_owned(),
            [Do::Say(text)] => text.clone(),
            _ => panic!("something else"),
        }
    };
    assert_eq!([open(&mut screen), open(&mut screen), open(&mut screen)], ["UPJSK", "UPPLA", "UPJSK"]);
    screen.move_to(At { line: 0, day: 20 });
    assert_eq!(open(&mut screen), "この日は予定も実績もありません。");
}
