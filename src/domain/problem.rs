//! Problems (データの不備): what was wrong with the input, where, and what was done. A problem never stops a load.

use super::ids::ClientKey;
use super::row::FileIndex;

macro_rules! problem_codes {
    ($($(#[$doc:meta])* $code:ident = $id:literal, $message:literal;)+) => {
        /// What is wrong. The text for people is the message with the same name in every language file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ProblemCode { $($(#[$doc])* $code,)+ }

        impl ProblemCode {
            /// Every code.
            pub const ALL: &[ProblemCode] = &[$(ProblemCode::$code),+];

            /// Short stable identifier shown to people.
            pub fn id(self) -> &'static str {
                match self { $(ProblemCode::$code => $id,)+ }
            }

            /// Name of the message in the language files.
            pub fn message(self) -> &'static str {
                match self { $(ProblemCode::$code => $message,)+ }
            }
        }
    };
}

problem_codes! {
    /// The file could not be read from the disk.
    FileUnreadable = "P001", "problem-file-unreadable";
    /// The file is larger than the limit.
    FileTooLarge = "P002", "problem-file-too-large";
    /// The file has no bytes.
    FileEmpty = "P003", "problem-file-empty";
    /// The file has no rows.
    FileNoRows = "P004", "problem-file-no-rows";
    /// The name does not tell kind, sender, receiver and timestamp.
    FileNameUnusable = "P005", "problem-file-name-unusable";
    /// The name differs from the pattern, but could be read.
    FileNameOdd = "P006", "problem-file-name-odd";
    /// A CSV file without a known name whose content looks like an exchange file.
    FileNameForeign = "P007", "problem-file-name-foreign";
    /// The name belongs to another edition than the columns.
    EditionDisagrees = "P008", "problem-edition-disagrees";
    /// A folder could not be read, or leads back to itself.
    FolderUnreadable = "P009", "problem-folder-unreadable";
    /// The zip archive cannot be read.
    ZipUnreadable = "P010", "problem-zip-unreadable";
    /// The zip archive unpacks to more than the limit.
    ZipTooLarge = "P011", "problem-zip-too-large";
    /// An entry of the zip archive would leave its folder.
    ZipUnsafeName = "P012", "problem-zip-unsafe-name";
    /// The receiver in the name is none of the care offices of the folder.
    WrongDestination = "P013", "problem-wrong-destination";
    /// The file is UTF-8 instead of Shift_JIS.
    Utf8 = "P020", "problem-utf8";
    /// Line ends other than CR LF.
    LineEnds = "P021", "problem-line-ends";
    /// A header row.
    HeaderRow = "P022", "problem-header-row";
    /// 0x1A at the end.
    EndMark = "P023", "problem-end-mark";
    /// A CSVバージョン no edition names.
    VersionUnknown = "P024", "problem-version-unknown";
    /// Rows of both editions, or several CSVバージョン, in one file.
    VersionMixed = "P025", "problem-version-mixed";
    /// The row has a number of columns that no edition has.
    ColumnCount = "P030", "problem-column-count";
    /// Empty columns at the end are missing or too many.
    ColumnsPadded = "P031", "problem-columns-padded";
    /// A quoted cell is not closed.
    UnclosedQuote = "P032", "problem-unclosed-quote";
    /// A required item is empty.
    Empty = "P033", "problem-empty";
    /// The value cannot be read.
    Invalid = "P034", "problem-invalid";
    /// The value is longer than the standard allows.
    TooLong = "P035", "problem-too-long";
    /// A code that the standard does not list.
    CodeUnknown = "P036", "problem-code-unknown";
    /// Full-width characters, blanks, commas or missing zeros were normalised.
    Normalised = "P037", "problem-normalised";
    /// An empty time was read as 9999.
    TimeEmpty = "P038", "problem-time-empty";
    /// Bytes that are no character of MS932.
    Undecodable = "P039", "problem-undecodable";
    /// A user-defined character.
    Gaiji = "P040", "problem-gaiji";
    /// A control character.
    ControlCharacter = "P041", "problem-control-character";
    /// 対象年月 of the row is not the month of the file.
    MonthDiffers = "P042", "problem-month-differs";
    /// サービス利用日 lies outside the month.
    DateOutsideMonth = "P043", "problem-date-outside-month";
    /// The check digit of 保険者番号 is wrong.
    InsurerCheckDigit = "P044", "problem-insurer-check-digit";
    /// The service kind is not exchanged by the standard.
    KindNotExchanged = "P045", "problem-kind-not-exchanged";
    /// Equipment with both or neither of TAISコード and 届出コード.
    EquipmentCode = "P046", "problem-equipment-code";
    /// Two current copies of one client's plan differ.
    PlanCopiesDiffer = "P060", "problem-plan-copies-differ";
    /// A delete file had nothing to delete.
    NothingToDelete = "P061", "problem-nothing-to-delete";
    /// More problems of one sort in one file than are listed.
    More = "P099", "problem-more";
}

/// What was done about a problem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemAction {
    /// The row or file was left out and kept aside.
    Quarantined,
    /// It was read; the message says how.
    Warned,
}

/// An item (項目) of a layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ItemRef {
    /// 項目No. in the edition of the row, which is also the field number.
    pub no: u32,
    /// 項目名.
    pub name: &'static str,
}

/// One problem with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub code: ProblemCode,
    /// What was done.
    pub action: ProblemAction,
    /// The file, when it is one of the month's files.
    pub file: Option<FileIndex>,
    /// Path of something that is not one of the month's files (a folder, a zip archive, an unknown CSV file).
    pub path: Option<String>,
    /// Physical line, from 1.
    pub line: Option<u32>,
    /// 利用者 the row is about, as far as it can be read; of a problem told once a file, the first row's.
    pub client: Option<ClientKey>,
    /// Item.
    pub item: Option<ItemRef>,
    /// What was found.
    pub found: String,
    /// What was expected.
    pub expected: String,
    /// Another file that is involved.
    pub other_file: Option<FileIndex>,
    /// How often, for problems that are told once a file.
    pub times: u32,
}

impl Problem {
    /// A problem without a place; complete it with the methods below.
    pub fn new(code: ProblemCode, action: ProblemAction) -> Self {
        Self {
            code,
            action,
            file: None,
            path: None,
            line: None,
            client: None,
            item: None,
            found: String::new(),
            expected: String::new(),
            other_file: None,
            times: 1,
        }
    }

    /// The row or file was left out.
    pub fn quarantined(code: ProblemCode) -> Self {
        Self::new(code, ProblemAction::Quarantined)
    }

    /// It was read all the same.
    pub fn warned(code: ProblemCode) -> Self {
        Self::new(code, ProblemAction::Warned)
    }

    /// In this file.
    pub fn in_file(mut self, file: FileIndex) -> Self {
        self.file = Some(file);
        self
    }

    /// At this path.
    pub fn at_path(mut self, path: impl Into<String>) -> Self {
        self.path = Some(path.into());
        self
    }

    /// On this line.
    pub fn on_line(mut self, line: u32) -> Self {
        self.line = Some(line);
        self
    }

    /// About this client.
    pub fn about(mut self, client: ClientKey) -> Self {
        self.client = Some(client);
        self
    }

    /// In this item.
    pub fn item(mut self, item: ItemRef) -> Self {
        self.item = Some(item);
        self
    }

    /// What was found.
    pub fn found(mut self, found: impl Into<String>) -> Self {
        self.found = found.into();
        self
    }

    /// What was expected.
    pub fn expected(mut self, expected: impl Into<String>) -> Self {
        self.expected = expected.into();
        self
    }

    /// Names a second file.
    pub fn with_file(mut self, other: FileIndex) -> Self {
        self.other_file = Some(other);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn identifiers_and_messages_are_unique() {
        let ids: BTreeSet<_> = ProblemCode::ALL.iter().map(|code| code.id()).collect();
        let messages: BTreeSet<_> = ProblemCode::ALL.iter().map(|code| code.message()).collect();
        assert_eq!((ids.len(), messages.len()), (ProblemCode::ALL.len(), ProblemCode::ALL.len()));
    }
}
