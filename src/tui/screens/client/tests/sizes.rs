//! Every size, every text: nothing stops the program, nothing is drawn outside, the cursor is always seen.

use super::*;
use crate::i18n::Language;
use crate::tui::testing::in_language;
use proptest::prelude::*;

const MOVES: [Action; 14] = [
    Action::Up,
    Action::Down,
    Action::Left,
    Action::Right,
    Action::PageUp,
    Action::PageDown,
    Action::First,
    Action::Last,
    Action::NextDifference,
    Action::PreviousDifference,
    Action::Totals,
    Action::Annex,
    Action::Open,
    Action::SortBoard,
];

/// The screen as text, once its cursor has been found on the calendar and a heading over it.
fn checked(screen: &mut Client, ctx: Ctx<'_>) -> Vec<String> {
    let area = body(ctx.env);
    screen.settle(ctx, area);
    let places = screen.places(ctx, area);
    let mut cursor = None;
    let lines = rendered(ctx, |ctx, area, buffer| cursor = screen.draw(ctx, area, buffer));
    assert!(!lines.iter().any(|line| line.chars().any(char::is_control) || line.contains("client-")));
    // Title and headings stand above the rows of the 別表.
    let (focused, above) = if screen.is_annex { (places.annex, 3) } else { (places.grid, 0) };
    if screen.grid.lines() > 0 && focused.height > above {
        assert!(cursor.is_some_and(|at| focused.contains(at)), "{:?} {cursor:?}", screen.cursor);
    }
    if screen.grid.lines() > 0 && places.grid.height >= 3 {
        let top = screen.grid.row_at(screen.offset, places.grid.height, 0);
        assert!(matches!(top, Some(GridRow::Heading(_))), "{top:?}");
        let seen: Vec<_> = (0..places.grid.height)
            .filter_map(|y| screen.grid.row_at(screen.offset, places.grid.height, y))
            .collect();
        let line = screen.cursor.line;
        assert!(seen.contains(&GridRow::Plan(line)) && seen.contains(&GridRow::Actual(line)), "{seen:?}");
        assert!(!matches!(seen[1], GridRow::Actual(_)), "a torn line: {seen:?}");
    }
    lines
}

#[test]
fn every_client_on_every_size() {
    let months = ["v4", "prevention"].map(sample);
    let sizes = (40_u16..=200, 10_u16..=60);
    let steps = proptest::collection::vec(0..MOVES.len(), 0..8);
    let mut runner = proptest::test_runner::TestRunner::new(ProptestConfig::with_cases(48));
    let cases = (0_usize..2, 0_usize..30, sizes, any::<bool>(), steps);
    runner
        .run(&cases, |(month, client, (columns, rows), is_ja, steps)| {
            let language = if is_ja { Language::Ja } else { Language::En };
            let env = in_language(language, columns, rows);
            let review = &months[month];
            let ctx = Ctx { env: &env, review };
            let mut screen = opened(ctx, client % review.clients.len(), None);
            checked(&mut screen, ctx);
            for step in steps {
                screen.act(MOVES[step], ctx);
                checked(&mut screen, ctx);
            }
            for y in 0..rows {
                screen.click(Position::new(columns / 2, y), ctx, body(&env));
            }
            checked(&mut screen, ctx);
            Ok(())
        })
        .unwrap();
}

#[test]
fn sizes_below_the_smallest_do_not_stop_the_program() {
    let review = sample("v4");
    for (columns, rows) in [(0, 0), (1, 1), (3, 40), (16, 4), (200, 3), (120, 6)] {
        let env = env(columns, rows);
        let ctx = Ctx { env: &env, review: &review };
        let mut screen = opened(ctx, 0, Some(0));
        screen.settle(ctx, body(&env));
        rendered(ctx, |ctx, area, buffer| {
            screen.draw(ctx, area, buffer);
        });
    }
}

#[test]
fn hundreds_of_lines_scroll_with_the_cursor() {
    let at = |line: Line, number: u32| line.set("service_code", &format!("11{number:04}"));
    let rows = |make: fn(u8) -> Line| -> Vec<Line> {
        (0..100).flat_map(|number| (1..=20).map(move |day| at(make(day), 1000 + number))).collect()
    };
    let review = month(&rows(plan), &rows(actual));
    for (columns, rows) in [(80, 24), (120, 40), (40, 10), (80, 12)] {
        let env = env(columns, rows);
        let ctx = Ctx { env: &env, review: &review };
        let mut screen = opened(ctx, 0, None);
        assert_eq!((screen.grid.lines(), screen.grid.len()), (100, 201));
        for (action, times) in [
            (Action::Down, 60),
            (Action::Up, 10),
            (Action::Last, 1),
            (Action::PageUp, 30),
            (Action::First, 1),
        ] {
            for _ in 0..times {
                screen.act(action, ctx);
                checked(&mut screen, ctx);
            }
        }
        screen.act(Action::Last, ctx);
        assert!(has(&checked(&mut screen, ctx), "111099"));
    }
}

#[test]
fn names_from_files_cannot_spoil_the_screen() {
    let escape = [&b"\"\x1b[31m"[..], b"red\x07\""].concat();
    let profile =
        v4(FileKind::Uphosoku).set("user_name", &"髙".repeat(60)).set("user_name_kana", &"カ".repeat(60));
    let plans = [plan(5).raw("service_office_name", &escape), plan(6)];
    let files = [
        (sent_name("UPPLAN"), plans.to_vec()),
        (sent_name("UPHOSOKU"), vec![profile]),
        (received_name(), vec![actual(5).raw("service_office_name", &escape)]),
    ];
    let review = month_of(&files);
    for (columns, rows) in [(40, 10), (80, 24), (120, 40), (200, 60)] {
        let env = env(columns, rows);
        let ctx = Ctx { env: &env, review: &review };
        let lines = checked(&mut opened(ctx, 0, Some(0)), ctx);
        assert!(lines[0].starts_with("髙髙髙"), "{}", lines[0]);
        assert!(lines.iter().all(|line| crate::i18n::width::width(line) <= usize::from(columns)));
    }
}

#[test]
fn nobody_and_nothing_have_their_words() {
    let review = sample("v4");
    let env = env(80, 24);
    let ctx = Ctx { env: &env, review: &review };
    let mut nobody = Client::default();
    assert!(has(&checked(&mut nobody, ctx), "この月の利用者はいません。"));
    assert!(matches!(nobody.act(Action::Down, ctx), Answer::Pass));
    let mut absent = opened(ctx, 9_999, Some(3));
    assert!(has(&checked(&mut absent, ctx), "この利用者の予定も実績もありません。"));
    for action in MOVES {
        absent.act(action, ctx);
        checked(&mut absent, ctx);
    }
}

#[test]
fn wide_screens_show_list_totals_and_sums_together() {
    let review = sample("v4");
    let env = env(120, 30);
    let ctx = Ctx { env: &env, review: &review };
    let mut screen = opened(ctx, client_of(&review, "0009144324"), Some(1));
    let lines = checked(&mut screen, ctx);
    for text in
        ["差異 2件中 2件目", "事業所・種類ごとの集計", "予定 11,675 実績 11,223 (-452)", "担当 高橋　早苗"]
    {
        assert!(has(&lines, text), "{text}\n{}", lines.join("\n"));
    }
    assert_eq!(lines.iter().filter(|line| line.contains("事業所・種類ごとの集計")).count(), 1);
    screen.act(Action::Totals, ctx);
    let lines = checked(&mut screen, ctx);
    assert!(!has(&lines, "差異 2件中") && has(&lines, "合計"));
    assert_eq!(lines.iter().filter(|line| line.contains("事業所・種類ごとの集計")).count(), 1);
}

#[test]
fn large_screens_show_the_sheet_below_the_calendar() {
    let review = sample("v4");
    let env = env(120, 40);
    let ctx = Ctx { env: &env, review: &review };
    let mut screen = opened(ctx, client_of(&review, "0009144324"), Some(1));
    let lines = checked(&mut screen, ctx);
    for text in ["差異 2件中 2件目", "サービス利用票別表  割振なし", "全額負担", "09:30-15:40"]
    {
        assert!(has(&lines, text), "{text}\n{}", lines.join("\n"));
    }
    assert!(!has(&lines, "事業所・種類ごとの集計"));
    let at = screen.cursor;
    screen.act(Action::Annex, ctx);
    screen.act(Action::Last, ctx);
    assert!(has(&checked(&mut screen, ctx), ">"), "the cursor is in the sheet");
    assert_eq!((screen.cursor, screen.difference(ctx), screen.place(ctx)), (at, None, None));
    screen.act(Action::First, ctx);
    screen.act(Action::Down, ctx);
    let (_, office, kind) = screen.place(ctx).unwrap();
    screen.act(Action::Open, ctx);
    let line = &screen.calendar.lines[screen.cursor.line];
    assert_eq!((screen.is_annex, line.provider, line.kind), (false, office, kind), "its service");
    screen.act(Action::Annex, ctx);
    screen.act(Action::NextDifference, ctx);
    assert!(!screen.is_annex, "differences stand on the calendar");
}
