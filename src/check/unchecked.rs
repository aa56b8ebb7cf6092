//! Codes that could be foreseen and that no check names, each with the reason.

/// Why a code that could be foreseen has no check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Unchecked {
    /// Lines are added up by office and kind, so none can stand twice.
    NoRepeats,
    /// Nothing is known of 過誤 that was asked for.
    NoWithdrawals,
    /// Units and yen of a claim are sums by the way it is made.
    Sums,
    /// Which codes need 摘要 is not known.
    Remarks,
    /// A matter of the file, which its writer sees to.
    File,
    /// Rows of a stay are counted by days or by trips, which only a master with 算定単位 tells.
    Days,
    /// The title of the code is not known, or only in part.
    Title,
}

impl Unchecked {
    /// Name in the ids of texts.
    pub fn name(self) -> &'static str {
        match self {
            Unchecked::NoRepeats => "no-repeats",
            Unchecked::NoWithdrawals => "no-withdrawals",
            Unchecked::Sums => "sums",
            Unchecked::Remarks => "remarks",
            Unchecked::File => "file",
            Unchecked::Days => "days",
            Unchecked::Title => "title",
        }
    }
}

/// Codes that data other than notices could foresee and that no check names.
pub const UNCHECKED: &[(&str, Unchecked)] = &[
    ("ANNK", Unchecked::NoRepeats),
    ("ANN7", Unchecked::NoWithdrawals),
    ("ASSA", Unchecked::Sums),
    ("14QR", Unchecked::Remarks),
    ("受付:形式", Unchecked::File),
    ("受付:件数", Unchecked::File),
    ("受付:種別", Unchecked::File),
    ("受付:処理年月", Unchecked::File),
    ("受付:事業所", Unchecked::File),
    ("AEE2", Unchecked::Days),
    ("ATT6", Unchecked::Title),
    ("ATT7", Unchecked::Title),
    ("ATT8", Unchecked::Title),
    ("12SA", Unchecked::Title),
];
