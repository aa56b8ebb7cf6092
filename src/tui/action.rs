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
    /// 履歴.
    Journal,
    /// 書出し.
    Outbox,
    /// ヘルプ.
    Help,
    /// 給付管理票.
    Slips,
    /// 請求.
    Fees,
    /// 登録.
    Registers,
    /// 提出前点検.
    Checks,
    /// 通知.
    Notices,
    /// Windows over a screen.
    Popup,
    /// What a rule would do.
    Rule,
    /// What the remedy of a finding would do.
    Remedy,
    /// 割振: the letters are commands, since only numbers are typed.
    Shares,
    /// A row of a register.
    Entry,
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
    Annex = "annex", Client, true, ["s"], "Goes over to the 別表, or back to the calendar.";
    Allot = "allot", Client, true, ["S"], "割振: who bears the units over the limit.";
    AllotAuto = "allot-auto", Client, false, ["D"], "Takes typed shares back: the received sheet or the rule decides.";
    Group = "group", Differences, true, ["t"], "Groups by class, provider or manager.";
    FilterDifferences = "filter-differences", Differences, true, ["f"], "Shows only some differences.";
    ClearDifferencesFilter = "clear-differences-filter", Differences, false, ["F"], "Shows all differences again.";
    OnlyFaulty = "only-faulty", Intake, true, ["f"], "Shows only files with faults, or all.";
    FilterJournal = "filter-journal", Journal, true, ["f"], "Shows only some events.";
    ClearJournalFilter = "clear-journal-filter", Journal, false, ["F"], "Shows all events again.";
    Adopt = "adopt", Global, true, ["a"], "採用: the plan follows the actual.";
    Keep = "keep", Global, true, ["p"], "予定のまま: the actual is not taken.";
    Edit = "edit", Global, false, ["e"], "修正: edits the row that will stand.";
    Ask = "ask", Global, false, ["i"], "照会: asks the provider.";
    Hold = "hold", Global, false, ["o"], "保留: leaves it for later.";
    Unset = "unset", Global, false, ["x", "delete"], "Takes the decision back.";
    Levels = "levels", Global, false, ["A"], "Decides a day, a line, a provider, a client at once.";
    Rules = "rules", Global, false, ["r"], "Offers rules that decide many differences.";
    Pair = "pair", Global, false, ["b"], "対応付け: joins two rows, or takes a pair apart.";
    Waiting = "waiting", Global, false, ["w"], "What to do about a provider: 未着, 取下げ.";
    Undo = "undo", Global, true, ["u", "z"], "元に戻す.";
    Redo = "redo", Global, false, ["U", "Z", "ctrl-r"], "やり直し.";
    Check = "check", Global, false, ["C"], "確認済, or not.";
    Fix = "fix", Global, false, ["L"], "確定, or 確定を戻す.";
    FixAll = "fix-all", Global, false, ["X"], "確定 of every client who has nothing left open.";
    Note = "note", Global, false, ["B"], "備考 on the client.";
    CloseMonth = "close-month", Global, false, ["E"], "月の締め, or opens the month again.";
    Mark = "mark", Differences, true, ["space"], "Marks the difference, or not.";
    Unmark = "unmark", Differences, false, ["V"], "Takes every mark away.";
    SlipAction = "slip-action", Slips, true, ["t"], "Chooses the 作成区分.";
    LetThrough = "let-through", Slips, true, ["y"], "Lets a 給付管理票 through with a reason, or blocks it again.";
    SlipResult = "slip-result", Slips, true, ["d"], "Enters what became of the 給付管理票.";
    SlipClient = "slip-client", Slips, true, ["v"], "Shows the client.";
    SortSlips = "sort-slips", Slips, true, ["s"], "Chooses the order of the 給付管理票.";
    FilterSlips = "filter-slips", Slips, true, ["f"], "Shows only some 給付管理票.";
    ClearSlipsFilter = "clear-slips-filter", Slips, false, ["F"], "Shows all 給付管理票 again.";
    MarkSlip = "mark-slip", Slips, false, ["space"], "Marks the 給付管理票, or not.";
    UnmarkSlips = "unmark-slips", Slips, false, ["V"], "Takes every mark away.";
    FeeClient = "fee-client", Fees, true, ["v"], "Shows the client.";
    SortFees = "sort-fees", Fees, true, ["s"], "Chooses the order of the claims.";
    FilterFees = "filter-fees", Fees, true, ["f"], "Shows only some claims.";
    ClearFeesFilter = "clear-fees-filter", Fees, false, ["F"], "Shows all claims again.";
    Remedy = "remedy", Checks, true, ["d"], "Shows what helps against the finding, and does it.";
    Silence = "silence", Checks, true, ["y"], "点検の除外: silences the check for a client or an office, or tells it again.";
    NotChecked = "not-checked", Checks, true, ["v"], "Lists what was not checked and why.";
    SortChecks = "sort-checks", Checks, true, ["s"], "Chooses the order of the findings.";
    FilterChecks = "filter-checks", Checks, true, ["f"], "Shows only some findings.";
    ClearChecksFilter = "clear-checks-filter", Checks, false, ["F"], "Shows all findings again.";
    NoticesView = "notices-view", Notices, true, ["v"], "Switches between 未送付, 通知 and 支払.";
    ImportNotices = "import-notices", Notices, true, ["t"], "Takes notices of 国保連 in.";
    FilterNotices = "filter-notices", Notices, true, ["f"], "Shows only some notices.";
    ClearNoticesFilter = "clear-notices-filter", Notices, false, ["F"], "Shows all notices again.";
    ManagersView = "managers-view", Managers, true, ["v"], "Switches between 進み具合 and 取扱件数.";
    ManagersMonths = "managers-months", Managers, true, ["H"], "Counts the other months and shows them side by side.";
    NewEntry = "new-entry", Registers, true, ["+"], "Enters a new row.";
    CopyEntry = "copy-entry", Registers, true, ["y"], "Enters a new row like this one.";
    RemoveEntry = "remove-entry", Registers, true, ["D"], "Takes the row out, after one more question.";
    ImportRegister = "import-register", Registers, true, ["t"], "Takes in a file with rows of the register.";
    ExportRegister = "export-register", Registers, true, ["s"], "Writes the register as a file.";
    KeepRule = "keep-rule", Rule, true, ["K"], "Keeps the rule for other months, or forgets it.";
    CarryOut = "carry-out", Remedy, true, ["y"], "Does what the window proposes.";
    WriteOut = "write-out", Outbox, true, ["W"], "書出し of the files in the list, after one more question.";
    SwitchAddressee = "addressee", Outbox, true, ["s"], "Files for the providers, or for 国保連.";
    AllClients = "all-clients", Outbox, true, ["t"], "Only what has changed, or every client.";
    Import = "import", Global, false, ["I"], "取込 of files from a folder.";
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
    ShowJournal = "show-journal", Global, false, ["7"], "To 履歴.";
    ShowOutbox = "show-outbox", Global, false, ["8"], "To 書出し.";
    ShowHelp = "show-help", Global, false, ["9"], "To ヘルプ.";
    ShowSlips = "show-slips", Global, false, ["0"], "To 給付管理票.";
    ShowFees = "show-fees", Global, false, ["-"], "To 請求.";
    ShowRegisters = "show-registers", Global, false, ["T"], "To 登録.";
    ShowChecks = "show-checks", Global, false, ["K"], "To 提出前点検.";
    ShowNotices = "show-notices", Global, false, ["O"], "To 通知.";
    Theme = "theme", Global, false, ["c"], "Chooses the colours.";
    Month = "month", Global, false, ["M"], "Opens another month of the same files.";
    Reload = "reload", Global, false, ["f5", "R"], "Reads the files again.";
    Mouse = "mouse", Global, false, ["m"], "Switches the mouse on or off.";
    Back = "back", Global, true, ["esc"], "Back to the screen before; stops reading.";
    Quit = "quit", Global, true, ["q"], "Ends the program.";
    Close = "close", Popup, true, ["esc", "q"], "Closes the window.";
    ProposeShares = "propose-shares", Shares, true, ["p"], "Fills in what the rule proposes.";
    RestToRow = "rest-to-row", Shares, true, ["r"], "Gives all that is left to the row.";
    ChooseCell = "choose-cell", Entry, true, ["space", "f2"], "Lists what can stand in the field.";
    FieldUp = "field-up", Field, false, ["up", "ctrl-k"], "To the hit before.";
    FieldDown = "field-down", Field, true, ["down", "ctrl-j"], "To the next hit.";
    FieldNext = "field-next", Field, false, ["tab"], "To the next field.";
    FieldPrevious = "field-previous", Field, false, ["shift-tab"], "To the field before.";
    FieldPageUp = "field-page-up", Field, false, ["pageup"], "One page of hits up.";
    FieldPageDown = "field-page-down", Field, false, ["pagedown"], "One page of hits down.";
    FieldAccept = "field-accept", Field, true, ["enter"], "Takes the hit.";
    FieldCancel = "field-cancel", Field, true, ["esc"], "Closes the window and changes nothing.";
    Redraw = "redraw", Always, false, ["ctrl-l"], "Draws the screen anew.";
    Suspend = "suspend", Always, false, ["ctrl-z"], "Sleeps and gives the terminal back (not on Windows).";
    QuitNow = "quit-now", Always, false, ["ctrl-c"], "Ends the program from anywhere.";
}

impl Action {
    /// Whether it needs a workspace, where decisions are kept.
    pub fn decides(self) -> bool {
        use Action::{
            Adopt, Allot, AllotAuto, Ask, Check, CloseMonth, CopyEntry, Edit, ExportRegister, Fix, FixAll,
            Hold, Import, ImportNotices, ImportRegister, Keep, LetThrough, Levels, Mark, MarkSlip, NewEntry,
            Note, Pair, Redo, Remedy, RemoveEntry, Rules, Silence, SlipAction, SlipResult, Undo, Unmark,
            UnmarkSlips, Unset, Waiting,
        };
        matches!(
            self,
            Adopt
                | Allot
                | AllotAuto
                | Ask
                | Check
                | CloseMonth
                | CopyEntry
                | Edit
                | ExportRegister
                | Fix
                | FixAll
                | Hold
                | Import
                | ImportNotices
                | ImportRegister
                | Keep
                | LetThrough
                | Levels
                | Mark
                | MarkSlip
                | NewEntry
                | Note
                | Pair
                | Redo
                | Remedy
                | RemoveEntry
                | Rules
                | Silence
                | SlipAction
                | SlipResult
                | Undo
                | Unmark
                | UnmarkSlips
                | Unset
                | Waiting
        )
    }

    /// The action with a name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|action| action.id() == id)
    }
}

/// Whether two scopes can be in force at once, so that they must not share a key.
pub fn meet(a: Scope, b: Scope) -> bool {
    let is_screen = |scope| {
        use Scope::{
            Board, Checks, Client, Differences, Fees, Help, Intake, Journal, Managers, Notices, Outbox,
            Providers, Registers, Slips,
        };
        matches!(
            scope,
            Board
                | Client
                | Providers
                | Differences
                | Managers
                | Intake
                | Journal
                | Outbox
                | Help
                | Slips
                | Fees
                | Registers
                | Checks
                | Notices
        )
    };
    let of_screen = |scope| is_screen(scope) || matches!(scope, Scope::Global);
    match (a, b) {
        (a, b) if a == b => true,
        (Scope::Always, _)
        | (_, Scope::Always)
        | (Scope::List, Scope::Popup)
        | (Scope::Popup, Scope::List)
        | (Scope::Rule | Scope::Remedy, Scope::List | Scope::Popup)
        | (Scope::List | Scope::Popup, Scope::Rule | Scope::Remedy)
        | (Scope::Shares | Scope::Entry, Scope::Field)
        | (Scope::Field, Scope::Shares | Scope::Entry) => true,
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
        assert!(meet(Scope::Journal, Scope::Global) && meet(Scope::Journal, Scope::List));
        assert!(!meet(Scope::Journal, Scope::Differences));
    }
}
