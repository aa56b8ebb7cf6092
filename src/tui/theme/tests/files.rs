use super::*;
use crate::config::{Place, ValueType};
use ratatui::style::Color;
use std::fs;

/// A folder of settings with these themes in it.
fn folder(themes: &[(&str, &str)]) -> tempfile::TempDir {
    let temp = tempfile::tempdir().unwrap();
    fs::create_dir(temp.path().join("themes")).unwrap();
    for (id, text) in themes {
        fs::write(temp.path().join("themes").join(format!("{id}.toml")), text).unwrap();
    }
    temp
}

/// Faults as name of the file, line, column and sort.
fn told(faults: Vec<ConfigFault>) -> Vec<(String, usize, usize, ConfigFaultSort)> {
    let told = faults.into_iter().map(|fault| {
        let file = Path::new(&fault.path).file_name().unwrap().to_str().unwrap().to_owned();
        let place = fault.place.unwrap_or(Place { line: 0, column: 0 });
        (file, place.line, place.column, fault.sort)
    });
    told.collect()
}

fn not_found(name: &str, own: &[&str]) -> ConfigFaultSort {
    let known = Theme::builtin_ids().iter().chain(own).map(|id| (*id).to_owned()).collect();
    ConfigFaultSort::ThemeNotFound { name: name.to_owned(), known }
}

#[test]
fn built_in_themes_have_no_faults_and_all_roles() {
    assert_eq!(Theme::builtin_ids().first(), Some(&DEFAULT));
    for id in Theme::builtin_ids() {
        let (theme, faults) = Theme::load(id, None);
        assert_eq!(faults, [], "{id}");
        assert_eq!(theme.styles.len(), Role::ALL.len());
        assert!(theme.id == *id && theme.name_ja != *id && theme.name_en != *id, "{id} has names");
        for role in Role::ALL {
            let style = theme.style(*role);
            assert_eq!(style.fg.is_some() && style.bg.is_some(), *id != "mono", "{id} {}", role.id());
            assert_eq!(style.fg.is_some(), style.bg.is_some(), "{id} {}", role.id());
        }
    }
    assert_eq!(Theme::builtin("none"), None);
}

#[test]
fn every_file_of_a_theme_is_built_in() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes");
    let entries = fs::read_dir(folder).unwrap();
    let mut files: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let mut ids: Vec<_> = Theme::builtin_ids().iter().map(|id| format!("{id}.toml")).collect();
    files.sort();
    ids.sort();
    assert_eq!(files, ids);
}

#[test]
fn roles_fall_back_by_dots() {
    assert_eq!(Role::MarkMissing.parent(), Some(Role::Mark));
    assert_eq!(Role::Mark.parent(), Some(Role::Text));
    assert_eq!(Role::WeekendSunday.parent(), Some(Role::Text), "there is no role `weekend`");
    assert_eq!(Role::Text.parent(), None);
    for (place, role) in Role::ALL.iter().enumerate() {
        assert_eq!((Role::from_id(role.id()), *role as usize), (Some(*role), place));
        assert!(role.parent().is_none_or(|parent| parent < *role));
    }
}

#[test]
fn mono_has_no_colours_and_still_tells_things_apart() {
    let mono = Theme::builtin("mono").unwrap();
    let text = mono.style(Role::Text);
    assert_eq!(text, Style::new());
    for role in [Role::Cursor, Role::CursorCell, Role::TabActive, Role::Header, Role::Group, Role::Title] {
        assert_ne!(mono.style(role), text, "{}", role.id());
    }
    assert_ne!(mono.style(Role::Cursor), mono.style(Role::CursorCell));
    assert_ne!(mono.style(Role::Tab), mono.style(Role::TabActive));
    let in_row = mono.style_on_cursor(Role::TextStrong);
    assert_eq!(in_row.add_modifier, Modifier::BOLD | Modifier::REVERSED);
}

#[test]
fn attributes_are_inherited_one_by_one() {
    let folder = folder(&[
        (
            "base",
            "[palette]\na = \"#010203\"\nb = \"#040506\"\n[roles]\ntext = { fg = \"a\", bg = \"b\" }\n\
                  mark = { bold = true, italic = true }\n\"mark.missing\" = { fg = \"#0a0B0c\" }\n",
        ),
        (
            "mine",
            "inherits = \"base\"\n[palette]\nb = \"#ffffff\"\n[roles]\n\
                  \"mark.missing\" = { italic = false, underline = true }\nmark = { fg = \"b\" }\n",
        ),
    ]);
    let (theme, faults) = Theme::load("mine", Some(folder.path()));
    assert_eq!(faults, []);
    assert_eq!((theme.id.as_str(), theme.name_ja.as_str()), ("mine", "mine"));
    let white = Color::Rgb(255, 255, 255);
    assert_eq!(theme.style(Role::Text), Style::new().fg(Color::Rgb(1, 2, 3)).bg(white));
    let missing = theme.style(Role::MarkMissing);
    assert_eq!((missing.fg, missing.bg), (Some(Color::Rgb(10, 11, 12)), Some(white)));
    assert_eq!(missing.add_modifier, Modifier::BOLD | Modifier::UNDERLINED);
    assert_eq!(theme.style(Role::MarkExtra).fg, Some(white));
    assert_eq!(Theme::user_ids(folder.path()), ["base", "mine"]);
    // The cursor would not be seen otherwise.
    assert_eq!(theme.style(Role::Cursor), theme.style(Role::Text).add_modifier(Modifier::REVERSED));
}

#[test]
fn faults_of_a_theme_are_told_and_the_rest_works() {
    let text = "inherits = \"dark\"\nname = { ja = \"私の\", fr = \"Le mien\" }\nsize = 1\n\n[palette]\n\
                rose = \"#ff0000\"\n灰 = 1\n\"灰\" = \"#12345g\"\n";
    let folder = folder(&[("syntax", text)]);
    let (theme, faults) = Theme::load("syntax", Some(folder.path()));
    let dark = Theme::builtin("dark").unwrap();
    assert_eq!(theme, dark);
    assert!(matches!(&told(faults)[..], [(_, 7, 1, ConfigFaultSort::Syntax(_)), ..]));

    let roles = "\n[roles]\ntext = { fg = \"rose\", weight = 3 }\n\"mark.lost\" = {}\nmark = \"rose\"\n\
                 hint = { fg = \"rouge\", bg = \"#12345\", bold = \"yes\" }\n\"hint.key\".bg = \"#+12345\"\n";
    let folder = self::folder(&[("mine", &(text.replace("\n灰 = 1", "") + roles))]);
    let (theme, faults) = Theme::load("mine", Some(folder.path()));
    assert_eq!((theme.name_ja.as_str(), theme.name_en.as_str()), ("私の", "mine"));
    assert_eq!(theme.style(Role::Text).fg, Some(Color::Rgb(255, 0, 0)));
    assert_eq!(theme.style(Role::Hint), dark.style(Role::Hint));
    let bad = |name: &str, found: &str| ConfigFaultSort::BadColour {
        name: name.to_owned(),
        found: found.to_owned(),
    };
    let unknown = |name: &str| ConfigFaultSort::UnknownSetting(name.to_owned());
    let wrong = |name: &str, expected| ConfigFaultSort::WrongType { name: name.to_owned(), expected };
    let expected = [
        (2, 21, unknown("name.fr")),
        (3, 1, unknown("size")),
        (7, 7, bad("palette.灰", "#12345g")),
        (10, 23, unknown("roles.\"text\".weight")),
        (11, 1, ConfigFaultSort::UnknownRole("mark.lost".to_owned())),
        (12, 8, wrong("roles.\"mark\"", ValueType::Table)),
        (13, 15, bad("roles.\"hint\".fg", "rouge")),
        (13, 29, bad("roles.\"hint\".bg", "#12345")),
        (13, 46, wrong("roles.\"hint\".bold", ValueType::Switch)),
        (14, 17, bad("roles.\"hint.key\".bg", "#+12345")),
    ];
    let expected = expected.map(|(line, column, sort)| ("mine.toml".to_owned(), line, column, sort));
    assert_eq!(told(faults), expected);
}

#[test]
fn a_theme_that_is_not_there_is_told_and_the_default_stands_in() {
    let folder = folder(&[("mine", "inherits = \"其れ\"\n"), ("dark", ""), ("not a name", "")]);
    let dark = Theme::builtin("dark").unwrap();
    for id in ["drak", "", "../mine", "themes/mine", "not a name"] {
        let (theme, faults) = Theme::load(id, Some(folder.path()));
        assert_eq!(theme, dark, "{id}");
        assert!(
            matches!(&faults[..], [ConfigFault { place: None, sort, .. }] if *sort == not_found(id, &["mine"]))
        );
    }
    let (theme, faults) = Theme::load("mine", Some(folder.path()));
    assert_eq!(theme.styles, dark.styles);
    assert_eq!(told(faults), [("mine.toml".to_owned(), 1, 12, not_found("其れ", &["mine"]))]);
    let (_, faults) = Theme::load("mine", None);
    assert_eq!(told(faults), [("mine.toml".to_owned(), 0, 0, not_found("mine", &[]))]);
}

#[test]
fn themes_that_inherit_in_a_circle_are_told() {
    let folder = folder(&[
        ("one", "inherits = \"two\"\nroles.text.bold = true\n"),
        ("two", "\ninherits = \"three\"\nroles.text.dim = true\n"),
        ("three", "  inherits = \"one\"\n"),
        ("self", "inherits = \"self\""),
        ("broken", "inherits = "),
        ("heir", "inherits = \"broken\""),
    ]);
    let dark = Theme::builtin("dark").unwrap();
    let (theme, faults) = Theme::load("one", Some(folder.path()));
    let cycle = |id: &str| ConfigFaultSort::ThemeCycle(id.to_owned());
    assert_eq!(told(faults), [("three.toml".to_owned(), 1, 14, cycle("one"))]);
    let text = dark.style(Role::Text).add_modifier(Modifier::BOLD | Modifier::DIM);
    assert_eq!(theme.style(Role::Text), text);
    let (_, faults) = Theme::load("self", Some(folder.path()));
    assert_eq!(told(faults), [("self.toml".to_owned(), 1, 12, cycle("self"))]);
    let (theme, faults) = Theme::load("heir", Some(folder.path()));
    assert_eq!(theme.styles, dark.styles);
    assert!(matches!(&told(faults)[..], [(file, 1, _, ConfigFaultSort::Syntax(_))] if file == "broken.toml"));
}

#[test]
fn a_theme_that_cannot_be_read_is_told() {
    let folder = folder(&[]);
    fs::write(folder.path().join("themes/sjis.toml"), b"name.ja = \"\x88\xc3\"").unwrap();
    let (theme, faults) = Theme::load("sjis", Some(folder.path()));
    assert_eq!(theme.id, "dark");
    assert_eq!(told(faults), [("sjis.toml".to_owned(), 1, 12, ConfigFaultSort::NotUtf8)]);
}

#[test]
fn colours_are_fitted_to_the_terminal() {
    assert_eq!(Depth::detect(Some("TrueColor"), false), Depth::True);
    assert_eq!(Depth::detect(Some("24bit"), false), Depth::True);
    assert_eq!(Depth::detect(Some("yes"), false), Depth::Ansi256);
    assert_eq!(Depth::detect(None, false), Depth::Ansi256);
    assert_eq!(Depth::detect(None, true), Depth::True);
    let theme = Theme::builtin("high-contrast").unwrap();
    assert_eq!(theme.clone().with_depth(Depth::True), theme);
    let fitted = theme.with_depth(Depth::Ansi256).style(Role::Text);
    assert_eq!((fitted.fg, fitted.bg), (Some(Color::Indexed(231)), Some(Color::Indexed(16))));
}

fn any_theme() -> impl proptest::strategy::Strategy<Value = String> {
    let line = "(inherits|name|palette|roles|fg|bg|bold|text|\"mark.same\"|\\[roles\\]|\\[palette\\])[.= ]{0,3}\
                (\"dark\"|\"mine\"|\"#[0-9a-f]{5,7}\"|\\{ fg = \"a\" \\}|true|1|\\PC{0,9})\n";
    proptest::prop_oneof!["\\PC*", proptest::collection::vec(line, 0..9).prop_map(|lines| lines.concat())]
}

use proptest::strategy::Strategy as _;

proptest::proptest! {
    #[test]
    fn any_text_as_theme_is_read(text in any_theme()) {
        let folder = folder(&[("mine", &text)]);
        let (theme, faults) = Theme::load("mine", Some(folder.path()));
        proptest::prop_assert_eq!(theme.styles.len(), Role::ALL.len());
        proptest::prop_assert!(theme.id == "mine" || !faults.is_empty());
        proptest::prop_assert_ne!(theme.style(Role::Cursor), theme.style(Role::Text));
    }
}
