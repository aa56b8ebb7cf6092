//! The sentence about a fault of the settings, the keys or a theme.

use crate::config::{ConfigFault, ConfigFaultSort, ValueType};
use crate::i18n::visible::{shortened, visible};
use crate::i18n::{Arg, Texts};

/// Values longer than this many characters are cut in a sentence.
const LONGEST_VALUE: usize = 80;

/// Says in the reader's language where the fault is, what was found, what is possible, and that the default is used
/// in its place.
pub fn config_sentence(texts: &Texts, fault: &ConfigFault) -> String {
    let file = visible(&fault.path);
    let what = what(texts, &fault.sort);
    let (file, what) = (Arg::from(file.as_ref()), Arg::from(what.as_str()));
    match fault.place {
        Some(place) => {
            let (line, column) = (Arg::from(place.line), Arg::from(place.column));
            let values = [("file", file), ("line", line), ("column", column), ("what", what)];
            texts.format("config-fault-at", &values)
        }
        None => texts.format("config-fault-file", &[("file", file), ("what", what)]),
    }
}

fn what(texts: &Texts, sort: &ConfigFaultSort) -> String {
    let with = |id: &str, values: &[(&str, &str)]| with_values(texts, id, values);
    match sort {
        ConfigFaultSort::Unreadable(reason) => {
            let reason = texts.find(reason, &[]).unwrap_or_else(|| reason.clone());
            with("config-unreadable", &[("reason", &reason)])
        }
        ConfigFaultSort::NotUtf8 => texts.get("config-not-utf8"),
        ConfigFaultSort::Syntax(reason) => with("config-syntax", &[("reason", reason)]),
        ConfigFaultSort::UnknownSetting(name) => with("config-unknown-setting", &[("name", name)]),
        ConfigFaultSort::WrongType { name, expected } => {
            let expected = texts.get(value_type(*expected));
            with("config-wrong-type", &[("name", name), ("expected", &expected)])
        }
        ConfigFaultSort::NotAllowed { name, found, allowed } => {
            let allowed = list(allowed);
            with("config-not-allowed", &[("name", name), ("found", found), ("allowed", &allowed)])
        }
        ConfigFaultSort::UnknownAction(name) => with("config-unknown-action", &[("name", name)]),
        ConfigFaultSort::UnreadableKey(key) => with("config-unreadable-key", &[("key", key)]),
        ConfigFaultSort::KeyTaken { key, action, other, other_place } => {
            let line = other_place.map(|place| place.line.to_string());
            let id = if line.is_some() { "config-key-taken-line" } else { "config-key-taken" };
            let line = line.unwrap_or_default();
            with(id, &[("key", key), ("action", action), ("other", other), ("line", &line)])
        }
        ConfigFaultSort::ThemeNotFound { name, known } => {
            with("config-theme-not-found", &[("name", name), ("allowed", &list(known))])
        }
        ConfigFaultSort::ThemeCycle(name) => with("config-theme-cycle", &[("name", name)]),
        ConfigFaultSort::UnknownRole(name) => with("config-unknown-role", &[("name", name)]),
        ConfigFaultSort::BadColour { name, found } => {
            with("config-bad-colour", &[("name", name), ("found", found)])
        }
    }
}

/// The message with values made fit for the terminal; lists are never cut.
fn with_values(texts: &Texts, id: &str, values: &[(&str, &str)]) -> String {
    let clean: Vec<(&str, String)> = values
        .iter()
        .map(|(name, value)| {
            let value = visible(value);
            let is_list = *name == "allowed";
            let value = if is_list { value } else { shortened(&value, LONGEST_VALUE).into_owned().into() };
            (*name, value.into_owned())
        })
        .collect();
    let values: Vec<_> = clean.iter().map(|(name, value)| (*name, Arg::from(value.as_str()))).collect();
    texts.format(id, &values)
}

/// The empty text can be asked for too, and has to be seen.
fn list(values: &[String]) -> String {
    let values: Vec<_> =
        values.iter().map(|value| if value.is_empty() { "\"\"" } else { value.as_str() }).collect();
    values.join(", ")
}

fn value_type(value_type: ValueType) -> &'static str {
    match value_type {
        ValueType::Text => "config-type-text",
        ValueType::Texts => "config-type-texts",
        ValueType::Number => "config-type-number",
        ValueType::Switch => "config-type-switch",
        ValueType::Table => "config-type-table",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Place, Settings};
    use crate::i18n::Language;

    fn sentences(language: Language, text: &str) -> Vec<String> {
        let texts = Texts::new(language);
        let (_, faults) = Settings::parse("kyukan.toml", text);
        faults.iter().map(|fault| config_sentence(&texts, fault)).collect()
    }

    #[test]
    fn a_value_that_is_not_allowed_is_told_with_those_that_are() {
        let text = "\n\n  dates = \"和暦\"\nmouse = 1\nlargest_file_mb = -5\ncolour = 1\n";
        let expected = [
            "kyukan.toml 3行11列: 「dates」に「和暦」は使えません。使える値: \"\", era, western。初期値を使います。",
            "kyukan.toml 4行9列: 「mouse」には「true」か「false」が必要です。初期値を使います。",
            "kyukan.toml 5行19列: 「largest_file_mb」に「-5」は使えません。使える値: 1 .. 1048576。初期値を使います。",
            "kyukan.toml 6行1列: 「colour」という設定はありません。この設定は使いません。",
        ];
        assert_eq!(sentences(Language::Ja, text), expected);
        let english = "kyukan.toml, line 1, column 9: \"dates\" cannot be \"now\". Possible values: \"\", era, western. \
                       The default is used.";
        assert_eq!(sentences(Language::En, "dates = \"now\""), [english]);
    }

    #[test]
    fn mistakes_of_notation_are_told_in_the_readers_language() {
        let [sentence] = sentences(Language::Ja, "mouse = true\ntheme = \"da\u{1b}").try_into().unwrap();
        assert!(sentence.starts_with("kyukan.toml 2行"), "{sentence}");
        assert!(sentence.contains("書き方に誤りがあります（invalid"), "{sentence}");
        assert!(!sentence.contains('\u{1b}'), "{sentence}");
    }

    #[test]
    fn faults_without_a_place_name_the_file_only() {
        let fault = |sort| ConfigFault { path: "a\u{1b}.toml".to_owned(), place: None, sort };
        let unreadable = fault(ConfigFaultSort::Unreadable("reason-permission-denied".to_owned()));
        assert_eq!(
            config_sentence(&Texts::new(Language::En), &unreadable),
            "a\u{241b}.toml: The file cannot be read. Reason: permission denied. The defaults are used."
        );
        let taken = fault(ConfigFaultSort::KeyTaken {
            key: "/".to_owned(),
            action: "search".to_owned(),
            other: "find".to_owned(),
            other_place: Some(Place { line: 7, column: 1 }),
        });
        let sentence = config_sentence(&Texts::new(Language::Ja), &taken);
        assert!(sentence.contains("7行の「find」"), "{sentence}");
    }

    #[test]
    fn every_sort_has_its_sentence_in_every_language() {
        let (name, found) = ("n".to_owned(), "f".to_owned());
        let sorts = [
            ConfigFaultSort::Unreadable("words".to_owned()),
            ConfigFaultSort::NotUtf8,
            ConfigFaultSort::UnknownAction(name.clone()),
            ConfigFaultSort::UnreadableKey(found.clone()),
            ConfigFaultSort::KeyTaken {
                key: found.clone(),
                action: name.clone(),
                other: name.clone(),
                other_place: None,
            },
            ConfigFaultSort::ThemeNotFound { name: name.clone(), known: vec!["dark".to_owned()] },
            ConfigFaultSort::ThemeCycle(name.clone()),
            ConfigFaultSort::UnknownRole(name.clone()),
            ConfigFaultSort::BadColour { name, found },
        ];
        for language in Language::ALL {
            let texts = Texts::new(*language);
            for sort in &sorts {
                let text = what(&texts, sort);
                assert!(!text.starts_with("config-") && !text.contains('$'), "{language:?} {text}");
            }
        }
    }
}
