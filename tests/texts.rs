//! Every message of the language files is asked for somewhere, so that translators never work for nothing.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use std::path::Path;

fn sources(folder: &Path, into: &mut String) {
    for entry in std::fs::read_dir(folder).unwrap().map(Result::unwrap) {
        let path = entry.path();
        if path.is_dir() {
            sources(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") && !path.ends_with("tests.rs") {
            into.push_str(&std::fs::read_to_string(&path).unwrap());
        }
    }
}

/// Whether an id stands in the sources, whole, before a value (`"expected-digits 6"`), or made from a list.
fn is_used(id: &str, sources: &str) -> bool {
    let listed = [
        "action-",
        "care-level-",
        "check-",
        "class-",
        "column-",
        "fate-",
        "gate-",
        "notice-code-",
        "notice-next-",
        "notice-step-",
        "problem-",
        "register-",
        "unchecked-",
        "write-why-",
    ]
    .iter()
    .any(|prefix| id.starts_with(prefix));
    let made = ["help-option-", "help-value-"].iter().find_map(|prefix| id.strip_prefix(prefix));
    listed
        || sources.contains(&format!("\"{id}\""))
        || sources.contains(&format!("\"{id} "))
        || made.is_some_and(|name| sources.contains(&format!("\"{name}\"")))
}

#[test]
fn every_message_is_used() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut text = String::new();
    sources(&root, &mut text);
    let messages = std::fs::read_to_string(root.join("i18n/ja.ftl")).unwrap();
    let ids: Vec<&str> = messages
        .lines()
        .filter_map(|line| line.split_once(" = ").map(|(id, _)| id))
        .filter(|id| id.starts_with(|c: char| c.is_ascii_lowercase()) && !id.contains(' '))
        .collect();
    assert!(ids.len() > 150);
    let unused: Vec<&str> = ids.into_iter().filter(|id| !is_used(id, &text)).collect();
    assert_eq!(unused, [""; 0]);
    assert!(!is_used("word-nobody-asks-for", &text), "the search itself can fail");
}
