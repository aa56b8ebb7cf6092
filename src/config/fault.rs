//! What can be wrong with a file of settings, keys or colours. The sentence is made where languages are known.

/// A place in a text file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// One fault of a file; the default stands in for what it concerns.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ConfigFault {
    /// The file.
    pub path: String,
    /// Where in the file; `None` when it is about the whole file.
    pub place: Option<Place>,
    /// What is wrong.
    pub sort: ConfigFaultSort,
}

/// What is wrong with a file of settings, keys or colours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ConfigFaultSort {
    /// The file cannot be read: the id of a text (`reason-…`) or the system's words.
    Unreadable(String),
    /// The file is not in UTF-8.
    NotUtf8,
    /// The file is no TOML: the reader's words. Nothing of the file is used.
    Syntax(String),
    /// There is no setting of this name.
    UnknownSetting(String),
    /// The value is of the wrong type.
    WrongType {
        /// The setting.
        name: String,
        /// What it takes.
        expected: ValueType,
    },
    /// The type is right, but the setting does not take this value.
    NotAllowed {
        /// The setting.
        name: String,
        /// The value as written, without quotes.
        found: String,
        /// What it takes instead; a range of numbers is one entry (`1 .. 9`).
        allowed: Vec<String>,
    },
    /// Keys are set for an action (操作) that there is not.
    UnknownAction(String),
    /// This is not the name of a key.
    UnreadableKey(String),
    /// The key is taken by another action.
    KeyTaken {
        /// The key as written.
        key: String,
        /// The action it was to be for.
        action: String,
        /// The action that has it.
        other: String,
        /// Where the other action's key is set; `None` when it is a default.
        other_place: Option<Place>,
    },
    /// There is no theme (配色) of this name.
    ThemeNotFound {
        /// The name asked for.
        name: String,
        /// The themes that there are.
        known: Vec<String>,
    },
    /// The theme inherits from itself, by way of the theme named here.
    ThemeCycle(String),
    /// Colours are set for a role that there is not.
    UnknownRole(String),
    /// Neither a name of the palette nor `#rrggbb`.
    BadColour {
        /// The setting.
        name: String,
        /// The value as written, without quotes.
        found: String,
    },
}

/// What a setting takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ValueType {
    /// Text in quotes.
    Text,
    /// Text in quotes, or several in brackets.
    Texts,
    /// A whole number.
    Number,
    /// `true` or `false`.
    Switch,
    /// A table of settings.
    Table,
}
