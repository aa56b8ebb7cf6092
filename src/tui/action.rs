//! The one table of actions: what a person can do, where, and with which keys. The keymap, the hints at the bottom, the
//! help, the command palette and `docs/keys.md` all come from here.

/// Where an action works.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scope {
    /// Whatever is on the screen.
    Always,
    /// On every screen, while nothing lies over it.
    Global,
    /// Wherever there is a list or a grid.
    List,
    /// ボード.
    Board,
    /// 利用者.
    Client,
    /// 事業所.
    Providers,
    /// 差異.
    Differences,
    /// 担当者.
    Managers,
    /// 取込.
    Intake,
    /// ヘルプ.
    Help,
    /// Windows over a screen.
    Popup,
    /// Windows with a field to type in: letters go into the field.
    Field,
}

macro_rules! actions {
    ($($action:ident = $id:literal, $scope:ident, $is_hinted:literal, [$($key:literal),+], $doc:literal;)+) => {
        /// Something a person can do with a key.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Action { $(#[doc = $doc] $action,)+ }

        impl Action {
            /// Every action, in the order of the help.
            pub const ALL: &[Action] = &[$(Action::$action),+];

            /// Name in the settings file and in the messages: `action-ID` is what it does in a few words, its
            /// attribute `help` a whole sentence.
            pub fn id(self) -> &'static str {
                match self { $(Action::$action => $id,)+ }
            }

            /// Where it works.
            pub fn scope(self) -> Scope {
                match self { $(Action::$action => Scope::$scope,)+ }
            }

            /// Whether the line of hints names it.
            pub fn is_hinted(self) -> bool {
                match self { $(Action::$action => $is_hinted,)+ }
            }

            /// Its keys, unless the settings name others.
            pub fn default_keys(self) -> &'static [&'static str] {
                match self { $(Action::$action => &[$($key),+],)+ }
            }
        }
    };
}

actions! {
    Open = "open", List, true, ["enter"], "Opens what the cursor is on.";
    Up = "up", List, false, ["up", "k"], "One line up.";
    Down = "down", List, false, ["down", "j"], "One line down.";
    Left = "left", List, false, ["left", "h"], "One step to the left.";
    Right = "right", List, false, ["right", "l"], "One step to the right.";
    PageUp = "page-up", List, false, ["pageup", "ctrl-b"], "One page up.";
    PageDown = "page-down", List, false, ["pagedown", "ctrl-f"], "One page down.";
    First = "first", List, false, ["home", "g"], "To the first line.";
    Last = "last", List, false, ["end", "G"], "To the last line.";
    NextDifference = "next-difference", Global, true, ["n"], "To the next 差異.";
    PreviousDifference = "previous-difference", Global, false, ["N"], "To the 差異 before.";
    NextClient = "next-client", Global, false, ["]"], "To the next 利用者.";
    PreviousClient = "previous-client", Global, false, ["["], "To the 利用者 before.";
    Search = "search", Global, true, ["/"], "Searches by number, kanji, kana or romaji.";
    SortBoard = "sort", Board, true, ["s"], "Chooses the order of the clients.";
    FilterBoard = "filter", Board, true, ["f"], "Shows only some clients.";
    ClearBoardFilter = "clear-filter", Board, false, ["F"], "Shows all clients again.";
    Totals = "totals", Client, true, ["v"], "Switches between the list of differences and the totals.";
    Group = "group", Differences, true, ["t"], "Groups by class, provider or manager.";
    FilterDifferences = "filter-differences", Differences, true, ["f"], "Shows only some differences.";
    ClearDifferencesFilter = "clear-differences-filter", Differences, false, ["F"], "Shows all differences again.";
    OnlyFaulty = "only-faulty", Intake, true, ["f"], "Shows only files with faults, or all.";
    Palette = "palette", Global, true, [":", "ctrl-p"], "Lists every command.";
    Help = "help", Global, true, ["?", "f1"], "Shows the keys of this screen.";
    NextScreen = "next-screen", Global, false, ["tab"], "To the next screen.";
    PreviousScreen = "previous-screen", Global, false, ["shift-tab"], "To the screen before.";
    ShowBoard = "show-board", Global, false, ["1"], "To ボード.";
    ShowClient = "show-client", Global, false, ["2"], "To 利用者.";
    ShowProviders = "show-providers", Global, false, ["3"], "To 事業所.";
    ShowDifferences = "show-differences", Global, false, ["4"], "To 差異.";
    ShowManagers = "show-managers", Global, false, ["5"], "To 担当者.";
    ShowIntake = "show-intake", Global, false, ["6"], "To 取込.";
    ShowHelp = "show-help", Global, false, ["7"], "To ヘルプ.";
    Theme = "theme", Global, false, ["c"], "Chooses the colours.";
    Month = "month", Global, false, ["M"], "Opens another month of the same files.";
    Reload = "reload", Global, false, ["f5", "R"], "Reads the files again.";
    Mouse = "mouse", Global, false, ["m"], "Switches the mouse on or off.";
    Back = "back", Global, true, ["esc"], "Back to the screen before; stops reading.";
    Quit = "quit", Global, true, ["q"], "Ends the program.";
    Close = "close", Popup, true, ["esc", "q"], "Closes the window.";
    FieldUp = "field-up", Field, false, ["up", "ctrl-k"], "To the hit before.";
    FieldDown = "field-down", Field, true, ["down", "ctrl-j"], "To the next hit.";
    FieldPageUp = "field-page-up", Field, false, ["pageup"], "One page of hits up.";
    FieldPageDown = "field-page-down", Field, false, ["pagedown"], "One page of hits down.";
    FieldAccept = "field-accept", Field, true, ["enter"], "Takes the hit.";
    FieldCancel = "field-cancel", Field, true, ["esc"], "Closes the window and changes nothing.";
    Redraw = "redraw", Always, false, ["ctrl-l"], "Draws the screen anew.";
    Suspend = "suspend", Always, false, ["ctrl-z"], "Sleeps and gives the terminal back (not on Windows).";
    QuitNow = "quit-now", Always, false, ["ctrl-c"], "Ends the program from anywhere.";
}

impl Action {
    /// The action with a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }
}

/// Whether two scopes can be in force at once, so that they must not share a key.
pub fn meet(a: Scope, b: Scope) -> bool {
    let is_screen = |scope| {
        use Scope::{Board, Client, Differences, Help, Intake, Managers, Providers};
        matches!(scope, Board | Client | Providers | Differences | Managers | Intake | Help)
    };
    let of_screen = |scope| is_screen(scope) || matches!(scope, Scope::Global);
    match (a, b) {
        (a, b) if a == b => true,
        (Scope::Always, _)
        | (_, Scope::Always)
        | (Scope::List, Scope::Popup)
        | (Scope::Popup, Scope::List) => true,
        (Scope::List, other) | (other, Scope::List) => of_screen(other),
        (Scope::Global, other) | (other, Scope::Global) => is_screen(other),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn ids_are_unique() {
        let ids: BTreeSet<_> = Action::ALL.iter().map(|action| action.id()).collect();
        assert_eq!(ids.len(), Action::ALL.len());
        assert_eq!(Action::from_id("search"), Some(Action::Search));
    }

    #[test]
    fn scopes_that_meet() {
        assert!(meet(Scope::List, Scope::Board) && meet(Scope::Global, Scope::Intake));
        assert!(meet(Scope::Always, Scope::Field) && meet(Scope::Popup, Scope::List));
        assert!(!meet(Scope::Board, Scope::Intake) && !meet(Scope::Field, Scope::Global));
        assert!(!meet(Scope::Popup, Scope::Global));
    }
}
