use super::*;
use std::fs;

const PATH: &str = "kyukan.toml";

/// The settings and, for each fault, its line, column and sort.
fn read(text: &str) -> (Settings, Vec<(usize, usize, ConfigFaultSort)>) {
    let (settings, faults) = Settings::parse(PATH, text);
    let faults = faults.into_iter().map(|fault| {
        assert_eq!(fault.path, PATH);
        let place = fault.place.unwrap();
        (place.line, place.column, fault.sort)
    });
    (settings, faults.collect())
}

#[test]
fn the_written_defaults_are_the_defaults() {
    let (mut settings, faults) = read(DEFAULTS);
    assert_eq!(faults, []);
    // Without these lines the limits of the store hold; a test beside it keeps them equal to the file.
    assert!(settings.largest_file_mb.take().is_some() && settings.largest_unpacked_mb.take().is_some());
    settings.places.clear();
    assert_eq!(settings, Settings::default());
}

#[test]
fn the_written_defaults_name_every_setting() {
    let mut written: Vec<&str> = DEFAULTS
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(name, _)| name))
        .filter(|name| !name.starts_with('#'))
        .collect();
    assert!(DEFAULTS.contains("\n# [keys]\n"));
    written.push("keys");
    let known: Vec<&str> = SETTINGS.iter().map(|(name, _)| *name).collect();
    assert_eq!(written, known);
}

#[test]
fn the_examples_of_keys_are_good() {
    let (before, examples) = DEFAULTS.split_once("# [keys]\n").unwrap();
    let (settings, faults) = read(&format!("{before}[keys]\n{}", examples.replace("# ", "")));
    assert_eq!(faults, []);
    assert_eq!(settings.keys.len(), 2);
}

#[test]
fn every_setting_is_taken() {
    let text = "language = \"en\"\nlargest_file_mb = 0x10\nlargest_unpacked_mb = 1_000\ntheme = \"mine\"\n\
                dates = \"era\"\nambiguous_width = 'wide'\nmouse = true\n\n[keys]\nsearch = [\"/\", \"ctrl-f\"]\n\
                help = \"?\"\n\"検索\" = []\n";
    let (settings, faults) = read(text);
    assert_eq!(faults, []);
    assert_eq!(settings.language(), Some("en"));
    assert_eq!((settings.largest_file_mb, settings.largest_unpacked_mb), (Some(16), Some(1000)));
    assert_eq!(settings.theme.as_deref(), Some("mine"));
    assert_eq!((settings.dates, settings.ambiguous_width), (Dates::Era, AmbiguousWidth::Wide));
    assert!(settings.mouse);
    let key = |text: &str, line, column| (text.to_owned(), Place { line, column });
    let place = |line| Place { line, column: 1 };
    assert_eq!(
        settings.keys,
        [
            KeySetting {
                action: "search".to_owned(),
                keys: vec![key("/", 10, 11), key("ctrl-f", 10, 16)],
                place: place(10)
            },
            KeySetting { action: "help".to_owned(), keys: vec![key("?", 11, 8)], place: place(11) },
            KeySetting { action: "検索".to_owned(), keys: vec![], place: place(12) },
        ]
    );
    assert_eq!(settings.places.get("theme"), Some(&Place { line: 4, column: 9 }));
}

#[test]
fn a_fault_costs_its_setting_only() {
    let text = "dates = \"wareki\"\r\nmouse = \"yes\"\r\nlanguage = \"en\"\r\n\
                keys = { \"検\" = 1, b = [\"x\", 2, []], c = \"c\" }\r\nlargest_file_mb = 0\r\ncolour = 1\r\n\
                theme = 5\r\nlargest_unpacked_mb = \"5\"\r\n";
    let (settings, faults) = read(text);
    assert_eq!(settings.language(), Some("en"));
    assert_eq!((settings.dates, settings.mouse), (Dates::Auto, false));
    assert_eq!((settings.largest_file_mb, settings.largest_unpacked_mb), (None, None));
    let actions: Vec<&str> = settings.keys.iter().map(|key| key.action.as_str()).collect();
    assert_eq!(actions, ["c"]);
    let wrong = |name: &str, expected| ConfigFaultSort::WrongType { name: name.to_owned(), expected };
    let not_allowed = |name: &str, found: &str, allowed: &[&str]| ConfigFaultSort::NotAllowed {
        name: name.to_owned(),
        found: found.to_owned(),
        allowed: allowed.iter().map(|value| (*value).to_owned()).collect(),
    };
    assert_eq!(
        faults,
        [
            (1, 9, not_allowed("dates", "wareki", &["", "era", "western"])),
            (2, 9, wrong("mouse", ValueType::Switch)),
            (4, 16, wrong("keys.検", ValueType::Texts)),
            (4, 29, wrong("keys.b", ValueType::Text)),
            (4, 32, wrong("keys.b", ValueType::Text)),
            (5, 19, not_allowed("largest_file_mb", "0", &["1 .. 1048576"])),
            (6, 1, ConfigFaultSort::UnknownSetting("colour".to_owned())),
            (7, 9, wrong("theme", ValueType::Text)),
            (8, 23, wrong("largest_unpacked_mb", ValueType::Number)),
        ]
    );
}

#[test]
fn columns_are_characters_and_a_byte_order_mark_is_none() {
    let (settings, faults) = read("\u{feff}mouse = 1\n\"色\" = 1 # x\n");
    assert!(!settings.mouse);
    assert_eq!((faults[0].0, faults[0].1), (1, 9));
    assert_eq!((faults[1].0, faults[1].1), (2, 1));
}

#[test]
fn a_fault_of_notation_costs_the_file() {
    let (settings, faults) = read("language = \"en\"\nmouse = yes\ntheme = \"日本\" x\ndates = \"era\"\n");
    assert_eq!(settings, Settings::default());
    let places: Vec<_> = faults.iter().map(|(line, column, _)| (*line, *column)).collect();
    assert_eq!(places, [(2, 9), (3, 14)]);
    assert!(faults.iter().all(|(_, _, sort)| matches!(sort, ConfigFaultSort::Syntax(_))));
    let (_, twice) = read("mouse = true\nmouse = false\n");
    assert!(matches!(twice[..], [(2, 1, ConfigFaultSort::Syntax(_))]), "{twice:?}");
}

#[test]
fn endless_nesting_is_a_fault() {
    for text in ["a.".repeat(100_000) + "a = 1", "a = ".to_owned() + &"[".repeat(100_000)] {
        let (settings, faults) = Settings::parse(PATH, &text);
        assert_eq!(settings, Settings::default());
        assert!(!faults.is_empty());
    }
}

#[test]
fn a_file_that_is_not_there_is_no_fault() {
    let temp = tempfile::tempdir().unwrap();
    assert_eq!(Settings::load(Some(&temp.path().join("kyukan.toml"))), Default::default());
    assert_eq!(Settings::load(None), Default::default());
}

#[test]
fn a_file_that_cannot_be_read_is_told() {
    let temp = tempfile::tempdir().unwrap();
    let path = temp.path().join("kyukan.toml");
    fs::write(&path, b"mouse = true\ntheme = \"\x88\xc3\"\n").unwrap();
    let (settings, faults) = Settings::load(Some(&path));
    assert_eq!(settings, Settings::default());
    let place = Some(Place { line: 2, column: 10 });
    assert_eq!(
        faults,
        [ConfigFault { path: path.display().to_string(), place, sort: ConfigFaultSort::NotUtf8 }]
    );
    let (_, faults) = Settings::load(Some(temp.path()));
    assert!(matches!(&faults[..], [ConfigFault { place: None, sort: ConfigFaultSort::Unreadable(_), .. }]));
    let large = temp.path().join("large.toml");
    fs::write(&large, vec![b'#'; (1 << 20) + 1]).unwrap();
    let (_, faults) = Settings::load(Some(&large));
    assert!(matches!(&faults[..], [ConfigFault { sort: ConfigFaultSort::Unreadable(_), .. }]));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC*|([a-z_]{0,9} ?= ?[\"\\[{0-9a-z#\\]}]{0,6}\n){0,6}") {
        let (_, faults) = Settings::parse(PATH, &text);
        proptest::prop_assert!(faults.is_sorted_by_key(|fault| fault.place));
    }
}
