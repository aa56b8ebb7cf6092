//! Which key does what: the defaults of the action table, and over them what the settings name.

use super::action::{Action, Scope, meet};
use super::key::Key;
use crate::config::{ConfigFault, ConfigFaultSort, KeySetting, Place};

/// Bindings in force.
#[derive(Clone, Debug)]
pub struct Keymap {
    bindings: Vec<Binding>,
}

#[derive(Clone, Debug)]
struct Binding {
    key: Key,
    action: Action,
    /// Where the settings say so; `None` for a default.
    place: Option<Place>,
}

impl Default for Keymap {
    fn default() -> Self {
        let mut bindings = Vec::new();
        for action in Action::ALL {
            bindings.extend(defaults(*action));
        }
        Self { bindings }
    }
}

fn defaults(action: Action) -> impl Iterator<Item = Binding> {
    let keys = action.default_keys().iter().filter_map(|name| Key::parse(name));
    keys.map(move |key| Binding { key, action, place: None })
}

impl Keymap {
    /// The defaults with the user's changes. An action that the settings name loses its default keys; what cannot be
    /// read or is taken twice is told, all at once, and the default stands in its place.
    pub fn with_settings(path: &str, settings: &[KeySetting]) -> (Self, Vec<ConfigFault>) {
        let mut map = Self::default();
        let mut faults = Vec::new();
        let mut fault = |place: Place, sort| {
            faults.push(ConfigFault { path: path.to_owned(), place: Some(place), sort });
        };
        for setting in settings {
            let Some(action) = Action::from_id(&setting.action) else {
                fault(setting.place, ConfigFaultSort::UnknownAction(setting.action.clone()));
                continue;
            };
            let mut read = Vec::new();
            for (name, place) in &setting.keys {
                match Key::parse(name) {
                    Some(key) => read.push(Binding { key, action, place: Some(*place) }),
                    None => fault(*place, ConfigFaultSort::UnreadableKey(name.clone())),
                }
            }
            // An empty list takes the keys away; a list in which nothing could be read does not.
            if !read.is_empty() || setting.keys.is_empty() {
                map.bindings.retain(|binding| binding.action != action);
                map.bindings.extend(read);
            }
        }
        faults.extend(map.settle_conflicts(path));
        (map, faults)
    }

    /// Finds keys that two actions claim at once. A default gives way to the settings without a word when it has
    /// another key left; everything else is told, and the actions get their defaults back.
    fn settle_conflicts(&mut self, path: &str) -> Vec<ConfigFault> {
        let mut faults = Vec::new();
        for (first, second) in self.conflicts() {
            let [chosen, other] = if second.place.is_some() { [&second, &first] } else { [&first, &second] };
            let Some(place) = chosen.place else { continue };
            let has_other_key = |binding: &Binding| {
                self.bindings.iter().any(|b| b.action == binding.action && b.key != binding.key)
            };
            if other.place.is_none() && has_other_key(other) {
                continue;
            }
            faults.push(ConfigFault {
                path: path.to_owned(),
                place: Some(place),
                sort: ConfigFaultSort::KeyTaken {
                    key: chosen.key.name(),
                    action: chosen.action.id().to_owned(),
                    other: other.action.id().to_owned(),
                    other_place: other.place,
                },
            });
        }
        // First the actions whose keys were told as taken fall back, then silent defaults give way.
        let told: Vec<Action> = faults.iter().filter_map(taken).collect();
        for action in &told {
            self.bindings.retain(|binding| binding.action != *action);
            self.bindings.extend(defaults(*action));
        }
        for (first, second) in self.conflicts() {
            let loser = if first.place.is_none() { &first } else { &second };
            self.bindings.retain(|b| !(b.action == loser.action && b.key == loser.key));
        }
        faults
    }

    fn conflicts(&self) -> Vec<(Binding, Binding)> {
        let mut out = Vec::new();
        for (at, first) in self.bindings.iter().enumerate() {
            let later = self.bindings.iter().skip(at + 1);
            let clash = later.filter(|second| {
                second.key == first.key
                    && second.action != first.action
                    && meet(first.action.scope(), second.action.scope())
            });
            out.extend(clash.map(|second| (first.clone(), second.clone())));
        }
        out
    }

    /// What a key does where these scopes are in force; a full-width letter does what its plain one does.
    pub fn action(&self, key: Key, scopes: &[Scope]) -> Option<Action> {
        let find = |key: Key| {
            let found = self.bindings.iter().find(|b| b.key == key && scopes.contains(&b.action.scope()));
            found.map(|binding| binding.action)
        };
        find(key).or_else(|| find(key.folded()))
    }

    /// The keys of an action, the first one first.
    pub fn keys(&self, action: Action) -> Vec<Key> {
        self.bindings.iter().filter(|binding| binding.action == action).map(|binding| binding.key).collect()
    }

    /// The keys of an action as they are shown: `Down / j`.
    pub fn shown(&self, action: Action) -> String {
        self.keys(action).iter().map(|key| key.name()).collect::<Vec<_>>().join(" / ")
    }
}

fn taken(fault: &ConfigFault) -> Option<Action> {
    match &fault.sort {
        ConfigFaultSort::KeyTaken { action, .. } => Action::from_id(action),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(line: usize) -> Place {
        Place { line, column: 1 }
    }

    fn setting(action: &str, keys: &[&str], line: usize) -> KeySetting {
        let keys = keys.iter().map(|key| ((*key).to_owned(), place(line))).collect();
        KeySetting { action: action.to_owned(), keys, place: place(line) }
    }

    fn key(name: &str) -> Key {
        Key::parse(name).unwrap()
    }

    #[test]
    fn every_default_is_a_key_and_none_is_taken_twice() {
        for action in Action::ALL {
            for name in action.default_keys() {
                assert!(Key::parse(name).is_some(), "{}: {name}", action.id());
            }
        }
        let conflicts = Keymap::default().conflicts();
        assert!(conflicts.is_empty(), "{conflicts:?}");
    }

    #[test]
    fn keys_can_be_changed() {
        let (map, faults) = Keymap::with_settings("k", &[setting("search", &["ctrl-s", "x"], 3)]);
        assert_eq!(faults, []);
        assert_eq!(map.action(key("x"), &[Scope::Global]), Some(Action::Search));
        assert_eq!(map.action(key("/"), &[Scope::Global]), None);
        assert_eq!(map.shown(Action::Search), "Ctrl-s / x");
        // Full-width typing does the same.
        assert_eq!(map.action(key("ｘ"), &[Scope::Global]), Some(Action::Search));
    }

    #[test]
    fn an_empty_list_leaves_an_action_without_a_key() {
        let (map, faults) = Keymap::with_settings("k", &[setting("mouse", &[], 3)]);
        assert_eq!((faults, map.keys(Action::Mouse)), (Vec::new(), Vec::new()));
        let (map, faults) = Keymap::with_settings("k", &[setting("mouse", &["no key"], 3)]);
        assert_eq!((faults.len(), map.keys(Action::Mouse).len()), (1, 1));
    }

    #[test]
    fn a_default_with_another_key_gives_way() {
        let (map, faults) = Keymap::with_settings("k", &[setting("search", &["j"], 3)]);
        assert_eq!(faults, []);
        assert_eq!(map.action(key("j"), &[Scope::List, Scope::Global]), Some(Action::Search));
        assert_eq!(map.shown(Action::Down), "Down");
    }

    #[test]
    fn all_conflicts_are_told_together() {
        let settings = [
            setting("search", &["x"], 2),
            setting("quit", &["x"], 3),
            setting("serach", &["y"], 4),
            setting("help", &["crtl-h"], 5),
            setting("palette", &["q2"], 6),
        ];
        let (map, faults) = Keymap::with_settings("kyukan.toml", &settings);
        let lines: Vec<usize> =
            faults.iter().filter_map(|fault| fault.place).map(|place| place.line).collect();
        assert_eq!(lines, [4, 5, 6, 3], "{faults:?}");
        assert!(faults.iter().any(
            |fault| matches!(&fault.sort, ConfigFaultSort::KeyTaken { key, action, other, other_place }
            if key == "x" && action == "quit" && other == "search" && other_place.map(|p| p.line) == Some(2))
        ));
        // The later one falls back to its default, the earlier one stands.
        assert_eq!(map.action(key("x"), &[Scope::Global]), Some(Action::Search));
        assert_eq!(map.action(key("q"), &[Scope::Global]), Some(Action::Quit));
        assert_eq!(map.action(key("?"), &[Scope::Global]), Some(Action::Help));
    }
}
