use super::problems::{PlaceText, problem_message, problem_sentence};
use super::*;
use crate::domain::problem::{ItemRef, Problem, ProblemCode};
use std::collections::{BTreeMap, BTreeSet};

/// Ids of the messages and their parts, each with its text and the names of its variables.
fn messages(source: &str) -> BTreeMap<String, (String, BTreeSet<String>)> {
    let mut found = BTreeMap::<String, (String, BTreeSet<String>)>::new();
    let (mut message, mut current) = (String::new(), String::new());
    for line in source.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let head = line.split_once(" = ").map(|(id, text)| (id.trim(), text));
        let text = match head {
            Some((id, text)) if !line.starts_with(' ') => {
                message = id.to_owned();
                current = id.to_owned();
                assert!(!found.contains_key(id), "{id} is there twice");
                text
            }
            Some((id, text)) if id.starts_with('.') => {
                current = format!("{message}{id}");
                text
            }
            _ => line,
        };
        let entry = found.entry(current.clone()).or_default();
        entry.0.push_str(text);
        let names = text.split('$').skip(1);
        entry.1.extend(names.map(|rest| {
            rest.split(|c: char| c != '_' && !c.is_ascii_lowercase()).next().unwrap().to_owned()
        }));
    }
    found
}

#[test]
fn language_files_are_without_faults() {
    for language in Language::ALL {
        assert!(FluentResource::try_new(language.source().to_owned()).is_ok(), "{language:?}");
        let mut strict = Bundle::new_concurrent(vec![language.tag().parse().unwrap()]);
        let resource = FluentResource::try_new(language.source().to_owned()).unwrap();
        assert!(strict.add_resource(resource).is_ok(), "{language:?}: an id is there twice");
    }
}

#[test]
fn every_language_has_the_same_messages_and_variables() {
    let shape = |language: Language| -> BTreeMap<_, _> {
        messages(language.source()).into_iter().map(|(id, (_, names))| (id, names)).collect()
    };
    let japanese = shape(Language::Ja);
    assert!(japanese.len() > 250, "the files were read");
    for language in Language::ALL {
        let other = shape(*language);
        for (id, names) in &japanese {
            assert_eq!(other.get(id), Some(names), "{language:?} {id}");
        }
        assert_eq!(other.len(), japanese.len(), "{language:?} has more ids than Japanese");
    }
}

#[test]
fn every_message_can_be_formatted() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        for (id, (_, names)) in messages(language.source()) {
            let mut values = FluentArgs::new();
            for name in &names {
                values.set(name.as_str(), 2);
            }
            let text = find_in(&texts.bundle, &id, &values);
            let text = text.unwrap_or_else(|| panic!("{language:?} {id}"));
            assert!(!text.contains(['{', '}', '\n']), "{id}: {text}");
        }
    }
}

#[test]
fn every_code_and_class_has_a_text_in_every_language() {
    for language in Language::ALL {
        let bundle = bundle(*language);
        for code in ProblemCode::ALL {
            assert!(bundle.has_message(code.message()), "{language:?} {code:?}");
        }
        for class in DifferenceClass::ALL {
            let id = format!("class-{}", class.name().replace('_', "-"));
            assert!(bundle.has_message(&id), "{language:?} {id}");
        }
    }
    assert_eq!(Texts::new(Language::Ja).class(DifferenceClass::MovedDate), "振替");
    assert_eq!(Texts::new(Language::En).class(DifferenceClass::UnitsChanged), "units differ");
}

/// Every problem that is read all the same says how; all other parts are ones the program uses.
#[test]
fn parts_of_messages_are_known() {
    let known = ["found", "expected", "other", "warned", "quarantined"];
    for id in messages(Language::Ja.source()).keys() {
        if let Some((message, part)) = id.split_once('.') {
            if part == "help" {
                // Of an action or a state of the workstation.
                let holders = [
                    "action-",
                    "state-",
                    "slip-state-",
                    "slip-not-due-",
                    "fee-state-",
                    "fee-not-due-",
                    "workload-sort-",
                ];
                assert!(holders.iter().any(|holder| message.starts_with(holder)), "{id}");
                continue;
            }
            if part == "differs" {
                assert!(message.starts_with("fee-state-"), "{id}");
                continue;
            }
            if part == "full" {
                assert!(message.starts_with("sheet-"), "{id}");
                continue;
            }
            assert!(known.contains(&part), "{id}");
            assert!(ProblemCode::ALL.iter().any(|code| code.message() == message), "{id}");
        }
    }
}

#[test]
fn japanese_texts_use_the_words_of_the_field() {
    let refused =
        ["error", "diff", "hunk", "commit", "warning", "problem", "invalid", "unknown", "エラー", "承認"];
    for (id, (text, names)) in messages(Language::Ja.source()) {
        let text =
            names.iter().fold(text, |text, name| text.replace(&format!("{{ ${name} }}"), "")).to_lowercase();
        for word in refused {
            assert!(!text.contains(word), "{id}: {text}");
        }
    }
}

#[test]
fn languages_are_told_from_tags() {
    for (tag, expected) in [
        ("ja", Some(Language::Ja)),
        ("ja-JP", Some(Language::Ja)),
        ("ja_JP.UTF-8", Some(Language::Ja)),
        (" JA ", Some(Language::Ja)),
        ("en", Some(Language::En)),
        ("en_US@euro", Some(Language::En)),
        ("de-DE", None),
        ("C", None),
        ("C.UTF-8", None),
        ("jam", None),
        ("", None),
    ] {
        assert_eq!(Language::from_tag(tag), expected, "{tag:?}");
    }
}

#[test]
fn the_language_is_chosen_by_flag_then_settings_then_system() {
    for (flag, configured, system, expected) in [
        (Some("en"), Some("ja"), Some("ja-JP"), Language::En),
        (None, Some("en"), Some("ja-JP"), Language::En),
        (None, None, Some("en_US.UTF-8"), Language::En),
        (None, None, Some("fr_FR.UTF-8"), Language::Ja),
        (None, None, Some("C"), Language::Ja),
        (None, Some("xx"), Some("en"), Language::En),
        (Some("ja"), Some("en"), Some("en"), Language::Ja),
        (None, None, None, Language::Ja),
    ] {
        assert_eq!(
            Language::choose(flag, configured, system),
            expected,
            "{flag:?} {configured:?} {system:?}"
        );
    }
}

#[test]
fn texts_can_be_used_from_several_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    let texts = Texts::new(Language::En);
    shared(&texts);
    assert_eq!(texts.language(), Language::En);
}

#[test]
fn numbers_are_plain_and_choose_the_plural() {
    let (japanese, english) = (Texts::new(Language::Ja), Texts::new(Language::En));
    let units = |texts: &Texts, count: u64| texts.format("count-units", &[("count", count.into())]);
    assert_eq!(units(&japanese, 1_234_567), "1234567単位");
    assert_eq!(units(&english, 1), "1 unit");
    assert_eq!(units(&english, 1_234_567), "1234567 units");
    assert_eq!(units(&japanese, u64::MAX), "9223372036854775807単位");
    assert_eq!(japanese.format("count-units", &[("count", Arg::Number(-120))]), "-120単位");
    let counts = [("same", 412), ("differences", 9), ("not_arrived", 3), ("problems", 0)];
    let counts = counts.map(|(name, count)| (name, Arg::Number(count)));
    assert_eq!(japanese.format("summary-line", &counts), "一致 412 · 差異 9 · 未着 3 · 不備 0");
}

#[test]
fn what_is_missing_falls_back_to_japanese_and_then_to_the_id() {
    let mut texts = Texts::new(Language::En);
    texts.bundle = Bundle::new_concurrent(Vec::new());
    assert_eq!(texts.get("state-not-arrived"), "未着");
    assert_eq!(texts.get("no-such-message"), "no-such-message");
    assert_eq!(Texts::new(Language::Ja).get("problem-invalid.no-such-part"), "problem-invalid.no-such-part");
}

const UNITS: ItemRef = ItemRef { no: 9, name: "単位数" };

fn at_place() -> PlaceText<'static> {
    PlaceText {
        file: Some("UPJSK_202610_1.CSV"),
        other: Some("UPPLAN_202610_2.CSV"),
        sender: Some("あおば訪問介護(1379900028)"),
    }
}

fn both(problem: &Problem, place: &PlaceText<'_>) -> [String; 2] {
    [Language::Ja, Language::En].map(|language| problem_sentence(&Texts::new(language), problem, place))
}

#[test]
fn sentence_of_a_row() {
    let problem = Problem::quarantined(ProblemCode::Invalid).on_line(12).item(UNITS);
    assert_eq!(
        both(&problem.found("３８x").expected("expected-number"), &at_place()),
        [
            "UPJSK_202610_1.CSV 12行 9列「単位数」: 「３８x」は読めません。半角の数字が必要です。\
             この行は取り込まず、保留に入れました。送信元 あおば訪問介護(1379900028) へ確認してください。[P034]",
            "UPJSK_202610_1.CSV line 12, item 9 単位数: “３８x” cannot be read. Expected: half-width digits. \
             The row was left out and kept aside. Please ask the sender, あおば訪問介護(1379900028). [P034]",
        ]
    );
}

#[test]
fn sentence_of_a_value_that_was_read_all_the_same() {
    let problem =
        Problem::warned(ProblemCode::Normalised).on_line(3).item(UNITS).found("３８７").expected("387");
    assert_eq!(
        both(&problem, &at_place()),
        [
            "UPJSK_202610_1.CSV 3行 9列「単位数」: 「３８７」は標準の書き方ではありません。標準の書き方: 387。\
             全角・空白・カンマ・先頭の0を標準の書き方に直して読みました。[P037]",
            "UPJSK_202610_1.CSV line 3, item 9 単位数: “３８７” is not written as the standard says. \
             Standard form: 387. Full-width characters, blanks, commas and leading zeros were put into the \
             standard form. [P037]",
        ]
    );
}

#[test]
fn sentence_of_a_file_and_of_a_path() {
    assert_eq!(
        both(&Problem::quarantined(ProblemCode::FileNoRows), &at_place()),
        [
            "UPJSK_202610_1.CSV: データの行が1つもありません。このファイルは取り込みませんでした。\
             送信元 あおば訪問介護(1379900028) へ確認してください。[P004]",
            "UPJSK_202610_1.CSV: The file has no data rows. The file was not loaded. \
             Please ask the sender, あおば訪問介護(1379900028). [P004]",
        ]
    );
    let folder = Problem::quarantined(ProblemCode::FolderUnreadable).at_path("a\u{1b}[31m/b\n");
    assert_eq!(
        both(&folder, &PlaceText::default()),
        [
            "a␛[31m/b␊: このフォルダーを開けないか、中が元のフォルダーへ戻るつながりになっています。\
             このフォルダーの中は取り込みませんでした。[P009]",
            "a␛[31m/b␊: This folder cannot be opened, or it leads back to a folder above it. \
             Nothing in this folder was loaded. [P009]",
        ]
    );
}

#[test]
fn sentence_of_what_happens_often_in_a_file() {
    let mut problem = Problem::warned(ProblemCode::TimeEmpty).on_line(2);
    problem.times = 120;
    let [japanese, english] = both(&problem, &at_place());
    assert_eq!(
        japanese,
        "UPJSK_202610_1.CSV 2行: 時刻が空欄です。時刻のないサービスには 9999 が必要です。\
         同じことが 120行にあります。9999（時刻なし）として読みました。[P038]"
    );
    assert!(english.contains("120 rows are like this."), "{english}");
    let mut more = Problem::quarantined(ProblemCode::More);
    more.times = 1;
    let [japanese, english] = both(&more, &PlaceText::default());
    assert_eq!(
        japanese,
        "同じ種類の不備がほかに 1件あり、ここには並べていません。これらの行も取り込まず、保留に入れました。[P099]"
    );
    assert!(english.starts_with("1 more problem of this sort is not listed."), "{english}");
}

#[test]
fn sentence_without_a_sender_or_with_another_file() {
    let nothing = Problem::quarantined(ProblemCode::Empty);
    assert_eq!(
        both(&nothing, &PlaceText::default())[0],
        "必須の項目が空欄です。このファイルは取り込みませんでした。[P033]"
    );
    let copies = Problem::warned(ProblemCode::PlanCopiesDiffer).on_line(7);
    assert_eq!(
        both(&copies, &at_place())[0],
        "UPJSK_202610_1.CSV 7行: 同じ利用者の予定が、2つのファイルで食い違っています。\
         もう一方のファイル: UPPLAN_202610_2.CSV。送信日時の新しい方の予定を使いました。[P060]"
    );
}

#[test]
fn values_from_files_are_shown_safely() {
    let long = "\u{1b}".repeat(41);
    let problem = Problem::quarantined(ProblemCode::Invalid).found(long).expected("expected-digits \u{7}6");
    let texts = Texts::new(Language::Ja);
    let marks = "␛".repeat(40);
    assert_eq!(
        problem_message(&texts, &problem, &PlaceText::default()),
        format!("「{marks}…」は読めません。半角数字 ␇6桁が必要です。")
    );
    // Text from a file is never taken for a message or a variable.
    let sly = Problem::warned(ProblemCode::Invalid).found("{ $sender }").expected("expected-nothing-known");
    let shown = problem_message(&texts, &sly, &at_place());
    assert_eq!(shown, "「{ $sender }」は読めません。expected-nothing-knownが必要です。");
    let empty = Problem::warned(ProblemCode::Invalid);
    assert_eq!(problem_message(&texts, &empty, &at_place()), "「（空欄）」は読めません。");
}

#[test]
fn no_sentence_has_a_bare_variable_or_a_control() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        for code in ProblemCode::ALL {
            for problem in [Problem::warned(*code), Problem::quarantined(*code).on_line(1).item(UNITS)] {
                for problem in [problem.clone(), problem.found("\u{9b}x\r").expected("\u{8}")] {
                    let sentence = problem_sentence(&texts, &problem, &at_place());
                    assert!(
                        !sentence.contains(['{', '$']) && !sentence.contains(char::is_control),
                        "{sentence}"
                    );
                    assert!(sentence.ends_with(&format!("[{}]", code.id())), "{sentence}");
                }
            }
        }
    }
}
