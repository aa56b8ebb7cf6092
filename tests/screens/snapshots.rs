//! What every screen and window looks like: the text, and below it the role of every cell.

use crate::deciding::Office;
use crate::roles;
use crate::station::{Setup, Station, glyphs};
use kyukan::i18n::width::is_ambiguous;
use kyukan::tui::probe::Probe;
use kyukan::tui::screens::ScreenId;
use kyukan::tui::theme::{Role, Theme};
use ratatui::style::Color;
use std::collections::BTreeMap;

const USUAL: (u16, u16) = (80, 24);
const LARGE: (u16, u16) = (120, 40);
const SMALL: (u16, u16) = (40, 10);

/// Windows and the keys that open them from ボード.
const WINDOWS: &[(&str, &str)] = &[
    ("palette", ":"),
    ("search", "/"),
    ("search-kanji", "/松本"),
    ("search-hiragana", "/まつも"),
    ("search-romaji", "/matsumo"),
    ("search-half-width-kana", "/ﾏﾂﾓ"),
    ("search-number", "/207676"),
    ("search-nothing", "/ありえない"),
    ("filter", "f"),
    ("sort", "s"),
    ("theme", "c"),
    ("keys", "?"),
    ("filter-differences", "4f"),
    ("search-providers", "3/"),
    ("raw-line", "6f<enter><enter>"),
];

/// What deciding looks like, and the keys that lead there in a workspace.
const DECIDING: &[(&str, &str)] = &[
    ("list", "4a<space><space>"),
    ("asked", "4iいつ行いましたか<tab>11/8<enter>N"),
    ("client", "4a<enter>pN"),
    ("edit", "4e<ctrl-u>32<enter>"),
    ("ask", "4i"),
    ("levels", "4A"),
    ("rules", "r"),
    ("rule", "r<enter>"),
    ("waiting", "f未着<enter>w"),
    ("close", "E"),
    ("closed", "E月遅れで請求<enter>"),
    ("outbox", "4aap8"),
];

macro_rules! shot {
    ($name:expr, $content:expr) => {{
        let mut settings = insta::Settings::clone_current();
        settings.set_omit_expression(true);
        settings.set_prepend_module_to_snapshot(false);
        settings.set_snapshot_path("snapshots");
        settings.bind(|| insta::assert_snapshot!($name, $content));
    }};
}
pub(crate) use shot;

fn name(screen: ScreenId) -> &'static str {
    screen.title().trim_start_matches("screen-")
}

fn sized((columns, rows): (u16, u16)) -> String {
    format!("{columns}x{rows}")
}

/// Every screen that shows something already.
pub(crate) fn screens(station: &mut Station) -> Vec<ScreenId> {
    let is_drawn = |screen: &ScreenId| {
        station.keys(screen.action().default_keys()[0]);
        let text = station.text();
        let body = text.lines().skip(2).filter(|line| !line.is_empty()).count();
        body > 1
    };
    ScreenId::ALL.iter().copied().filter(is_drawn).collect()
}

/// One text of several, each under its name.
fn together(parts: impl IntoIterator<Item = (String, String)>) -> String {
    parts.into_iter().map(|(name, text)| format!("== {name}\n{text}")).collect::<Vec<_>>().join("\n")
}

fn each_screen(setup: &Setup) -> String {
    let mut station = setup.open();
    let shown = screens(&mut station);
    together(shown.into_iter().map(|screen| {
        station.keys(screen.action().default_keys()[0]);
        (name(screen).to_owned(), station.text())
    }))
}

#[test]
fn every_screen() {
    for size in [USUAL, LARGE] {
        let mut station = Setup::roles(size).open();
        let shown = screens(&mut station);
        assert!(shown.len() >= 6 && shown.contains(&ScreenId::Board));
        for screen in shown {
            station.keys(screen.action().default_keys()[0]);
            shot!(format!("{}-{}", name(screen), sized(size)), station.snapshot());
        }
    }
}

#[test]
fn small_screens() {
    shot!("every-screen-40x10", each_screen(&Setup::sized(SMALL)));
    let mut tiny = Setup::sized((1, 1)).open();
    assert_eq!(tiny.text(), "");
    tiny.resize(39, 10);
    shot!("too-small-39x10", tiny.text());
}

#[test]
fn before_the_month_is_open() {
    shot!("reading", Setup::roles(USUAL).closed().snapshot());
    shot!("stopped", Setup::roles(USUAL).closed().keys("<esc>").snapshot());
}

#[test]
fn every_window() {
    for (name, keys) in WINDOWS {
        let mut station = Setup::roles(USUAL).open();
        shot!(format!("window-{name}"), station.keys(keys).snapshot());
    }
}

#[test]
fn deciding() {
    for (name, keys) in DECIDING {
        let office = Office::sample();
        let setup = office.setup(USUAL).theme(roles::THEME);
        shot!(format!("deciding-{name}"), setup.open().keys(keys).snapshot());
    }
    let office = Office::sample();
    let english = |(name, keys): (&&str, &&str)| {
        let text = office.setup(LARGE).english().open().keys(keys).text();
        ((*name).to_owned(), text)
    };
    let shown = [("client", "4a<enter>p"), ("outbox", "8")];
    shot!("deciding-english", together(shown.iter().map(|(name, keys)| english((name, keys)))));
}

#[test]
fn faults_of_the_settings() {
    let settings =
        "theme = \"drak\"\ndates = 3\n[keys]\nquit = \"qq\"\nserach = \"a\"\nhelp = \"q\"\n".to_owned();
    let mut station = Setup { settings, ..Setup::default() }.open();
    shot!("window-settings-faults", station.text());
    station.keys("<esc>").sees_not("drak").sees("利用者名");
}

#[test]
fn other_languages_and_dates() {
    for size in [USUAL, LARGE] {
        shot!(format!("english-{}", sized(size)), each_screen(&Setup::sized(size).english()));
    }
    let western = Setup { settings: "dates = \"western\"".to_owned(), ..Setup::sized(LARGE) };
    let mut station = western.open();
    let shown = [("board", "1"), ("providers", "3"), ("intake", "6")];
    shot!("western-dates", together(shown.map(|(name, keys)| (name.to_owned(), station.keys(keys).text()))));
    let windows = [("palette", ":"), ("keys", "?"), ("filter", "f"), ("raw-line", "6f<enter><enter>")];
    let english =
        windows.map(|(name, keys)| (name.to_owned(), Setup::default().english().open().keys(keys).text()));
    shot!("english-windows", together(english));
}

/// The explanation of every key is read in full in the usual size: in Japanese in its line, in any language below the
/// list when the cursor is on it.
#[test]
fn no_key_is_explained_by_halves() {
    for screen in ["1", "2", "3", "4", "5", "6", "7", "8", "9", "0", "-", "T", "K", "O"] {
        let mut station = Setup::default().open();
        station.keys(screen).keys("?");
        let mut pages = vec![station.text()];
        pages.extend((0..6).map(|_| station.keys("<pagedown>").text()));
        let lines = pages.iter().flat_map(|page| page.lines()).filter(|line| line.starts_with("  │ "));
        // What lies beside the window may be cut.
        let inside = lines.filter_map(|line| line.split('│').nth(1));
        let cut: Vec<&str> = inside.filter(|line| line.contains("..")).collect();
        assert_eq!(cut, [""; 0]);
        let mut station = Setup::default().english().open();
        station.keys(screen).keys("?");
        for _ in 0..80 {
            let text = station.keys("<down>").text();
            let end = text.lines().position(|line| line.contains('└')).unwrap();
            let help = text.lines().nth(end - 1).and_then(|line| line.split('│').nth(1)).unwrap();
            assert!(help.ends_with(' ') && !help.contains("..") && help.trim().len() > 5, "{text}");
        }
    }
}

/// A cell looks as its roles say, in every theme and wherever it is drawn.
#[test]
fn every_theme() {
    for id in Theme::builtin_ids() {
        let theme = Theme::builtin(id).unwrap();
        let mut station = Setup::default().theme(id).open();
        let mut marked = Setup::roles(USUAL).open();
        let mut seen: BTreeMap<Role, usize> = BTreeMap::new();
        for keys in ["1", "3", "4", "5", "6f<enter>", "7", "9", "0", "-", "T", "K", "O", ":", "<esc>6<enter>"]
        {
            let (cells, marks) = (station.keys(keys).cells(), marked.keys(keys).cells());
            let pairs = glyphs(&cells)
                .zip(glyphs(&marks))
                .flat_map(|(line, marks)| line.into_iter().zip(marks).collect::<Vec<_>>());
            for ((x, cell), (_, mark)) in pairs {
                let (Some(text), Some(ground)) = roles::of(mark) else { panic!("no role at {x}") };
                *seen.entry(text).or_default() += 1;
                let (style, below) = (theme.style(text), theme.style(ground));
                assert_eq!(cell.fg, style.fg.unwrap_or(Color::Reset), "{id} {keys}: {} at {x}", text.id());
                assert_eq!(cell.bg, below.bg.unwrap_or(Color::Reset), "{id} {keys}: {} at {x}", ground.id());
                let known = style.add_modifier | below.add_modifier;
                assert_eq!(cell.modifier, known, "{id} {keys}: {} at {x}", text.id());
                if *id == "mono" {
                    assert_eq!((cell.fg, cell.bg), (Color::Reset, Color::Reset), "no colour in mono");
                }
            }
        }
        let used = seen.keys().map(|role| {
            let style = theme.style(*role);
            let colour = |colour: Option<Color>| colour.map_or("-".to_owned(), |colour| colour.to_string());
            let modifiers = style.add_modifier.iter_names().map(|(name, _)| name.to_lowercase());
            let modifiers = modifiers.collect::<Vec<_>>().join(" ");
            format!("{:<18} {} on {} {modifiers}", role.id(), colour(style.fg), colour(style.bg))
        });
        shot!(format!("theme-{id}"), used.collect::<Vec<_>>().join("\n"));
    }
}

#[test]
fn terminals_with_other_characters() {
    for (probe, name) in [(Probe::Wide, "plain"), (Probe::NoUtf8, "ascii")] {
        let stories = [
            "1",
            "3",
            "4",
            "5",
            "5v",
            "6",
            "6f<enter>",
            "7",
            "9",
            "0",
            "0<enter>",
            "-",
            "-<enter>",
            "T",
            "T<right>",
            "K",
            "Kd",
            "Kv",
            "O",
        ];
        for keys in stories.into_iter().chain(WINDOWS.iter().map(|(_, keys)| *keys)) {
            let mut station = Setup::default().drawn(probe).open();
            let cells = station.keys(keys).cells();
            for (_, cell) in glyphs(&cells).flatten() {
                let symbol = cell.symbol();
                let fits = if probe == Probe::Wide { !is_ambiguous(symbol) } else { symbol.is_ascii() };
                assert!(fits, "{symbol} after {keys}");
            }
        }
        let mut station = Setup::default().drawn(probe).open();
        shot!(format!("board-{name}"), station.text());
    }
}
