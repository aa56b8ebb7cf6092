//! What colours are for. A theme names roles, never places on the screen.

macro_rules! roles {
    ($($(#[$doc:meta])* $role:ident = $id:literal;)+) => {
        /// A role (役割) that a theme gives a style.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Role { $($(#[$doc])* $role,)+ }

        impl Role {
            /// Every role, the general before the special.
            pub const ALL: &[Role] = &[$(Role::$role),+];

            /// Its name in the files of themes.
            pub const fn id(self) -> &'static str {
                match self { $(Role::$role => $id,)+ }
            }
        }
    };
}

roles! {
    /// Ordinary text on the ordinary background; everything else falls back to it.
    Text = "text";
    /// Text of lesser weight.
    TextDim = "text.dim";
    /// Text of greater weight.
    TextStrong = "text.strong";
    /// The line at the top.
    Title = "title";
    /// What the screen is about, in the line at the top.
    TitleStrong = "title.strong";
    /// A tab.
    Tab = "tab";
    /// The tab that is open.
    TabActive = "tab.active";
    /// The line of hints at the bottom.
    Hint = "hint";
    /// A key in the hints.
    HintKey = "hint.key";
    /// Frames and rules.
    Border = "border";
    /// Text in a popup.
    Popup = "popup";
    /// Title of a popup.
    PopupTitle = "popup.title";
    /// Text of lesser weight in a popup.
    PopupDim = "popup.dim";
    /// A key in a popup.
    PopupKey = "popup.key";
    /// The selected row.
    Cursor = "cursor";
    /// The selected cell of the calendar.
    CursorCell = "cursor.cell";
    /// The head of a table.
    Header = "header";
    /// The heading of a group in a list.
    Group = "group";
    /// Saturday (土).
    WeekendSaturday = "weekend.saturday";
    /// Sunday (日) and holidays.
    WeekendSunday = "weekend.sunday";
    /// State of a client at a provider (状態).
    State = "state";
    /// Plan and actual agree (一致).
    StateSame = "state.same";
    /// They differ (差異).
    StateDifferent = "state.different";
    /// No actual yet (未着).
    StateNotArrived = "state.not-arrived";
    /// The actual has arrived (到着).
    StateArrived = "state.arrived";
    /// The data has problems (不備).
    StateFaulty = "state.faulty";
    /// Asked or put off (照会中, 保留).
    StateAsked = "state.asked";
    /// Every difference is decided (解消).
    StateSettled = "state.settled";
    /// The client is locked (確定).
    StateFixed = "state.fixed";
    /// Mark of a day or row.
    Mark = "mark";
    /// As planned (一致).
    MarkSame = "mark.same";
    /// On another day (振替).
    MarkMoved = "mark.moved";
    /// Changed in code, count, units or time.
    MarkChanged = "mark.changed";
    /// Planned only (予定あり実績なし).
    MarkMissing = "mark.missing";
    /// Provided only (予定なし実績).
    MarkExtra = "mark.extra";
    /// Planned, not arrived (未着).
    MarkWaiting = "mark.waiting";
    /// Units (単位).
    Units = "units";
    /// More units than planned.
    UnitsMore = "units.more";
    /// Fewer units than planned.
    UnitsLess = "units.less";
    /// The text beside a gauge.
    Gauge = "gauge";
    /// The part that is filled.
    GaugeFull = "gauge.full";
    /// The part above the limit (限度額を超える部分).
    GaugeOver = "gauge.over";
    /// The part that is empty.
    GaugeEmpty = "gauge.empty";
    /// Segment of clients that agree.
    BarSame = "bar.same";
    /// Segment of clients that differ.
    BarDifferent = "bar.different";
    /// Segment of clients without an actual.
    BarNotArrived = "bar.not-arrived";
    /// Segment of clients with an actual.
    BarArrived = "bar.arrived";
    /// Segment of clients with problems in the data.
    BarFaulty = "bar.faulty";
    /// Segment of clients with questions to providers.
    BarAsked = "bar.asked";
    /// Segment of clients that are decided.
    BarSettled = "bar.settled";
    /// Segment of clients that are locked.
    BarFixed = "bar.fixed";
    /// A notice.
    Notice = "notice";
    /// Something was done.
    NoticeInfo = "notice.info";
    /// Something needs care.
    NoticeWarning = "notice.warning";
    /// Something failed.
    NoticeError = "notice.error";
    /// A field for text.
    Field = "field";
    /// What a search found.
    FieldMatch = "field.match";
    /// The faulty field of a line as it was received.
    RawMarked = "raw.marked";
}

impl Role {
    /// The role with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|role| role.id() == id)
    }

    /// The role that gives what this one leaves open: the nearest one by dots, at last `text`; `None` for `text`.
    pub fn parent(self) -> Option<Self> {
        let mut id = self.id();
        while let Some((parent, _)) = id.rsplit_once('.') {
            if let Some(role) = Self::from_id(parent) {
                return Some(role);
            }
            id = parent;
        }
        (self != Self::Text).then_some(Self::Text)
    }
}
