//! What a check found: typed, so that sentences, JSON and screens are made of the same data.

use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::row::FileIndex;
use crate::domain::slip::{OfficeClass, SlipAction, SlipResult};
use chrono::NaiveDate;

/// What happens, by its consequence; the heaviest is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// 要確認: probably nothing comes back, but a person should look.
    Confirm,
    /// 査定見込: one provider is paid less until a 修正.
    Cut,
    /// 保留見込: providers are not paid until a slip comes.
    Hold,
    /// 返戻見込: the slip or a claim comes back; with the slip every provider of the client is held.
    Return,
}

impl Severity {
    /// Every one, the heaviest last.
    pub const ALL: &[Severity] = &[Severity::Confirm, Severity::Cut, Severity::Hold, Severity::Return];

    /// Name in JSON.
    pub fn name(self) -> &'static str {
        match self {
            Severity::Confirm => "confirm",
            Severity::Cut => "cut",
            Severity::Hold => "hold",
            Severity::Return => "return",
        }
    }
}

/// Where a row of a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RowPlace {
    /// The file.
    pub file: FileIndex,
    /// Its physical line, from 1.
    pub line: u32,
}

/// One thing that a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// Id of the check.
    pub check: &'static str,
    /// The code that is to be expected; `None` where it has none.
    pub code: Option<&'static str>,
    /// What happens.
    pub severity: Severity,
    /// The service office and kind that it is about; `None` for the whole client.
    pub pair: Option<(OfficeNumber, ServiceKind)>,
    /// Units at risk; 0 where none can be told.
    pub units: i64,
    /// 費用総額 in yen of these units; `None` while a unit price is unknown.
    pub yen: Option<i64>,
    /// Ids of the differences that it is about.
    pub differences: Vec<String>,
    /// Rows that it is about.
    pub rows: Vec<RowPlace>,
    /// What the sentence says.
    pub facts: Facts,
    /// What helps.
    pub remedy: Remedy,
}

impl Finding {
    /// About a service office and kind.
    pub(super) fn at(mut self, pair: (OfficeNumber, ServiceKind)) -> Self {
        self.pair = Some(pair);
        self
    }

    /// With units and yen at risk.
    pub(super) fn risking(mut self, (units, yen): (i64, Option<i64>)) -> Self {
        (self.units, self.yen) = (units, yen);
        self
    }

    /// About differences.
    pub(super) fn about(mut self, differences: Vec<String>) -> Self {
        self.differences = differences;
        self
    }

    /// About rows.
    pub(super) fn in_rows(mut self, rows: impl IntoIterator<Item = RowPlace>) -> Self {
        self.rows = rows.into_iter().collect();
        self
    }

    /// With what helps.
    pub(super) fn help(mut self, remedy: Remedy) -> Self {
        self.remedy = remedy;
        self
    }

    /// With another code than the first one of the check.
    pub(super) fn coded(mut self, code: &'static str) -> Self {
        self.code = Some(code);
        self
    }

    /// With a milder consequence than the check's worst.
    pub(super) fn only(mut self, severity: Severity) -> Self {
        self.severity = severity;
        self
    }
}

/// An item that a record cannot be without.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Item {
    /// 居宅介護支援事業所番号.
    Office,
    /// 要介護状態区分.
    Level,
    /// 生年月日.
    BirthDate,
    /// 性別.
    Sex,
    /// 限度額適用開始年月.
    LimitFrom,
    /// 限度額適用終了年月.
    LimitTo,
    /// 担当介護支援専門員番号.
    ManagerNumber,
}

/// Why there will be no slip for services that were used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlipGap {
    /// A person said that it is not sent in this window (月遅れ).
    HeldBack,
    /// Nothing of what was used stands on it.
    NothingOnIt,
}

/// What the sentence of a finding says, beside the office, the kind, the units and the yen of the finding itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Facts {
    /// Nothing more.
    Plain,
    /// There is no slip for services that were used.
    NoSlip(SlipGap),
    /// Units claimed against units on the slip.
    Claimed {
        /// Units that the service office is going to claim.
        claimed: i64,
        /// 給付計画単位数 of the line; 0 when there is none.
        slip: i64,
    },
    /// Codes that were done without being planned.
    Codes {
        /// Units that the service office is going to claim.
        claimed: i64,
        /// 給付計画単位数 of the line.
        slip: i64,
        /// The codes.
        codes: Vec<ServiceCode>,
    },
    /// A code that is wrong on the claim for the plan fee.
    Code(ServiceCode),
    /// A sum against a limit.
    Limit {
        /// The sum, or the limit that was received.
        units: i64,
        /// The limit, or that of the table.
        limit: i64,
    },
    /// 割振残: units over the limit that nobody bears.
    Left(i64),
    /// Units over the limit that a service office bears now and bore on the sheet it was sent.
    Share {
        /// Now.
        now: i64,
        /// On the received sheet.
        before: i64,
    },
    /// Units of the received sheet and of the computed one.
    Sheets {
        /// 区分支給限度基準内単位数 of the received sheet.
        received: i64,
        /// The same, computed.
        computed: i64,
    },
    /// Rows that could not be read.
    Unread {
        /// 予定.
        plan: u32,
        /// 実績.
        actual: u32,
    },
    /// Days of the month.
    Days(Vec<u8>),
    /// Days used against days allowed.
    DayCount {
        /// Used.
        used: i64,
        /// Of so many days.
        of: i64,
    },
    /// A date that does not fit.
    Date(NaiveDate),
    /// An item is missing.
    Missing(Item),
    /// Birth dates that differ: of 利用者補足情報 and of the register.
    BirthDates(Day, Day),
    /// The sexes differ.
    Sexes,
    /// The level of the month.
    Level(CareLevel),
    /// Levels that differ or followed one another: the earlier and the later.
    Levels(CareLevel, CareLevel),
    /// A number that does not fit, and the one that would.
    Number {
        /// As it stands.
        wrong: String,
        /// What it may have to be.
        right: Option<String>,
    },
    /// A planned and a done service that look like the same.
    Swapped {
        /// Office and kind of the plan.
        planned: (OfficeNumber, ServiceKind),
        /// Office and kind of the actuals.
        done: (OfficeNumber, ServiceKind),
    },
    /// The same person under another number.
    OtherKey(ClientKey),
    /// Classes that differ: the one on the slip, and the one expected.
    Classes(OfficeClass, OfficeClass),
    /// 作成区分 against what became of the slip before.
    Action {
        /// 作成区分.
        action: SlipAction,
        /// What became of the last slip, when somebody said so.
        last: Option<SlipResult>,
        /// 処理対象年月 of the earlier slip, when there is one.
        window: Option<ServiceMonth>,
    },
    /// Service offices whose claims are withdrawn too.
    Offices(Vec<OfficeNumber>),
    /// 処理対象年月 of an earlier claim.
    SentIn(ServiceMonth),
    /// The first window in which nothing is paid any more.
    BarredFrom(ServiceMonth),
}

/// What helps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remedy {
    /// Nothing to do.
    Nothing,
    /// 採用: adopt these differences.
    Adopt(Vec<String>),
    /// Raise the plan by so many units, within the limit.
    RaisePlan(i64),
    /// Change 作成区分.
    SetAction(SlipAction),
    /// Leave the client out of this window (月遅れ).
    HoldBack,
    /// Send again in a later window.
    SendLater,
    /// Send again in this window what was left out.
    SendNow,
    /// Cancel the transmission before another one is sent.
    CancelTransmission,
    /// Ask this service office.
    AskProvider(OfficeNumber),
    /// Tell this service office to wait and not to claim again.
    TellToWait(OfficeNumber),
    /// Say what stands for a service office from which nothing came.
    DecideArrival,
    /// Decide who bears the units over the limit (割振).
    DecideShares,
    /// Tell this service office what it bears over the limit.
    TellShare(OfficeNumber),
    /// Correct a number everywhere.
    FixNumber {
        /// As it stands.
        wrong: String,
        /// What it may have to be.
        right: Option<String>,
    },
    /// Enter something in a register.
    EnterIn {
        /// Name of the register.
        register: &'static str,
        /// Name of the column.
        column: &'static str,
    },
    /// Ask the insurer what is registered.
    AskInsurer,
    /// Correct 利用者補足情報, and the certificate's numbers in it.
    FixSupplement,
    /// Ask the sender for the file again.
    GetAgain,
    /// Enter what became of the slip that was sent.
    EnterResult,
    /// Take the services of a month without use off, and the plan fee with them.
    DropMonth,
}
