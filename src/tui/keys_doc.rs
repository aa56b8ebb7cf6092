//! The document of keys (`docs/keys.md`), made from the table of actions.

use super::action::Action;
use super::keymap::Keymap;
use super::screens::help::SECTIONS;
use crate::i18n::{Language, Texts};

/// An example of settings.
const EXAMPLE: &str = "[keys]\nsearch = \"ctrl-s\"\nhelp = [\"?\", \"f1\"]\nmouse = []\n";

/// The default keys of every action in Markdown, in every language.
pub fn keys_document() -> String {
    let texts: Vec<Texts> = Language::ALL.iter().map(|language| Texts::new(*language)).collect();
    let keymap = Keymap::default();
    let mut parts = vec![format!("# {}", together(&texts, "keys-doc-title"))];
    for id in ["keys-doc-intro", "keys-doc-change", "keys-doc-full-width"] {
        parts.extend(texts.iter().map(|texts| texts.get(id)));
    }
    parts.push(format!("```toml\n{EXAMPLE}```"));
    for (scope, title) in SECTIONS {
        parts.push(format!("## {}", together(&texts, title)));
        let heads = ["keys-doc-keys", "keys-doc-action", "keys-doc-name"].map(|id| together(&texts, id));
        let mut table = vec![format!("| {} |", heads.join(" | ")), "|---|---|---|".to_owned()];
        let actions = Action::ALL.iter().filter(|action| action.scope() == *scope);
        table.extend(actions.map(|action| line(&texts, &keymap, *action)));
        parts.push(table.join("\n"));
    }
    format!("{}\n", parts.join("\n\n"))
}

/// A message in every language, the first one first.
fn together(texts: &[Texts], id: &str) -> String {
    texts.iter().map(|texts| texts.get(id)).collect::<Vec<_>>().join(" / ")
}

fn line(texts: &[Texts], keymap: &Keymap, action: Action) -> String {
    let keys: Vec<String> = keymap.keys(action).iter().map(|key| format!("`{}`", key.name())).collect();
    let words = texts.iter().map(|texts| {
        let help = texts.get(&format!("action-{}.help", action.id()));
        format!("{}: {help}", texts.get(&format!("action-{}", action.id())))
    });
    let words = words.collect::<Vec<_>>().join("<br>").replace('|', "\\|");
    format!("| {} | {words} | `{}` |", keys.join(" "), action.id())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_action_and_key_is_in_it() {
        let document = keys_document();
        for action in Action::ALL {
            assert_eq!(document.matches(&format!("| `{}` |", action.id())).count(), 1, "{}", action.id());
        }
        assert!(document.contains("| `/` | 検索: "), "{document}");
        assert!(document.contains("<br>search: finds by number"), "{document}");
        assert!(document.contains("`PageDown` `Ctrl-f`"), "{document}");
    }
}
