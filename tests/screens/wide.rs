//! Text of any width, months of any size, terminals of any size. Every drawing of a [`Station`] is looked through for
//! halves of wide characters.

use crate::months;
use crate::station::{Setup, Station, text};
use kyukan::app::review::Review;
use kyukan::i18n::Language;
use kyukan::tui::action::Action;
use kyukan::tui::msg::Msg;
use kyukan::tui::probe::Probe;
use kyukan::tui::view::draw;
use proptest::prelude::*;
use proptest::sample::select;
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Rect;

fn small(month: fn() -> Review) -> Setup {
    Setup { month: Some(month), ..Setup::default() }
}

#[test]
fn windows_leave_no_half_characters() {
    let windows = [":", "/", "f", "s", "c", "?", "4f", "6f<enter><enter>"];
    for columns in 70..=90 {
        for keys in windows {
            let mut station = small(months::of_odd_names).open();
            // Also over what was drawn before, at every distance from the edge.
            station.resize(columns, 20).cells();
            station.keys(keys).cells();
            station.keys("<esc>").cells();
        }
    }
}

#[test]
fn names_are_shown_as_they_can_be() {
    let mut station = small(months::of_odd_names).open();
    station.sees("ヤマダ花子①").sees_not("ﾔﾏﾀﾞ").sees("塚本␛[31m太郎").sees("長長長長長長..").sees("氏名なし");
    station.keys("/ﾔﾏﾀﾞ").sees("ヤマダ花子①").sees("ヤマダ ハナコ").keys("<esc>");
    station.keys("/ツカモト").sees("ツカモト␇タロウ").keys("<enter><esc>");
    assert!(station.chosen().contains("塚本"), "{}", station.chosen());
    let is_shown = |cell: &Cell| !cell.symbol().chars().any(char::is_control);
    assert!(station.cells().content.iter().all(is_shown));
    // There is room for the whole name where the terminal is wide enough.
    station.resize(200, 30).keys("g").sees(&"長".repeat(60));
}

#[test]
fn months_of_nobody_and_of_one() {
    let mut nobody = small(months::of_nobody).open();
    nobody.sees("この月の利用者はいません。").sees("0人中 0人");
    for screen in ["3", "4", "5", "6", "7", "8", "9", "0", "-", "T"] {
        nobody.keys(screen).keys("jjnN][<enter>").cells();
        nobody.keys(screen).keys("vjjnNH<right>][<enter>").cells();
    }
    nobody.keys("1n").sees("これより先に差異はありません。");
    let mut one = small(|| months::of_clients(1)).open();
    one.sees("1人中 1人").keys("jjjk");
    assert!(one.chosen().contains("髙橋　巌"), "{}", one.chosen());
}

/// What may happen to the workstation.
#[derive(Clone, Debug)]
enum Step {
    Key(&'static str),
    Resize(u16, u16),
    Draws(Probe),
}

fn step() -> impl Strategy<Value = Step> {
    let mut keys: Vec<&'static str> =
        Action::ALL.iter().flat_map(|action| action.default_keys()).copied().collect();
    keys.extend(["あ", "ﾏ", "m", "0", "backspace", "left", "space"]);
    prop_oneof![
        20 => select(keys).prop_map(Step::Key),
        2 => (1_u16..=200, 1_u16..=60).prop_map(|(columns, rows)| Step::Resize(columns, rows)),
        1 => select(vec![Probe::Narrow, Probe::Wide, Probe::NoUtf8]).prop_map(Step::Draws),
    ]
}

fn take(station: &mut Station, step: &Step) {
    match step {
        Step::Key(name) if name.chars().count() == 1 => station.keys(name).cells(),
        Step::Key(name) => station.keys(&format!("<{name}>")).cells(),
        Step::Resize(columns, rows) => station.resize(*columns, *rows).cells(),
        Step::Draws(probe) => {
            station.update(Msg::Input(kyukan::tui::input::Input::Probed(*probe)));
            station.cells()
        }
    };
}

/// Draws on a buffer that is larger than the terminal; what lies outside must stay as it was.
fn draws_inside(station: &Station) -> Result<(), TestCaseError> {
    let area = station.model.area();
    let mut buffer = Buffer::filled(Rect::new(0, 0, area.width + 3, area.height + 2), Cell::new("#"));
    draw(&station.model, area, &mut buffer);
    for position in buffer.area.positions().filter(|position| !area.contains(*position)) {
        let symbol = buffer[position].symbol();
        prop_assert_eq!(symbol, "#", "outside at {}:\n{}", position, text(&buffer));
    }
    Ok(())
}

/// Headings of a long list end before the scrollbar.
#[test]
fn a_heading_leaves_room_for_the_scrollbar() {
    for columns in 40..=70 {
        let setup = Setup { size: (columns, 10), ..small(|| months::of_clients(1)) };
        setup.open().keys("4t").cells();
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn nothing_upsets_the_workstation(
        size in (1_u16..=200, 1_u16..=60),
        language in select(Language::ALL),
        month in select(vec![0, 1, 2]),
        steps in proptest::collection::vec(step(), 1..25),
    ) {
        let month: fn() -> Review = [months::of_odd_names, months::of_nobody, || months::of_clients(1)][month];
        let mut station = Setup { size, language, ..small(month) }.open();
        for step in &steps {
            take(&mut station, step);
        }
        draws_inside(&station)?;
    }
}
