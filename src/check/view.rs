//! What a check may look at: one client of one month, as borrowed data.
//!
//! The app layer fills it. Nothing large is copied: rows are handed over as they are, lists as slices. What is not known
//! is `None`, and [`Need`](super::Need) says which checks cannot be run then.

mod ask;
mod service;

pub(in crate::check) use ask::date;
pub use service::{DifferenceView, PairView, ProviderView, RowView};

use super::RowPlace;
use crate::benefit::allot::ShareFault;
use crate::benefit::limit::{LevelSpan, MonthLimit};
use crate::benefit::sheet::Sheet;
use crate::domain::allotment::Limits;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::slip::{OfficeClass, PlanMaker, SentFee, SentSlip, Sex, SlipAction, SlipResult};
use crate::format::kokuhoren::fee::FeeClaim;
use chrono::NaiveDate;

/// One client of one month.
#[derive(Clone, Copy, Debug)]
pub struct ClientView<'a> {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// 処理対象年月: the month of the submission window.
    pub window: ServiceMonth,
    /// Whose.
    pub client: ClientKey,
    /// Level, limit, certification.
    pub person: Person<'a>,
    /// Every office and kind of the client's plan or actuals, ordered.
    pub pairs: &'a [PairView<'a>],
    /// Differences between plan and actuals as received.
    pub differences: &'a [DifferenceView<'a>],
    /// Rows of the 第6表 that could not be read and that nothing made good.
    pub unread: Unread,
    /// Where they stand.
    pub unread_rows: &'a [RowPlace],
    /// The computed 別表 of what stands; `None` when it cannot be computed.
    pub sheet: Option<SheetView<'a>>,
    /// The slip; `None` when slips were not worked out.
    pub slip: Option<SlipView<'a>>,
    /// What was sent before; `None` where nothing is remembered of earlier sendings at all.
    pub history: Option<HistoryView<'a>>,
    /// The client's row in the register `clients`.
    pub register: Option<RegisterView>,
    /// The own claim for the plan fee; `None` when claims were not worked out.
    pub fee: Option<FeeView<'a>>,
    /// Other numbers under which the same person seems to stand in the month.
    pub other_keys: &'a [OtherKey],
    /// Whether the register `providers` has any row.
    pub knows_providers: bool,
    /// Whether the register `managers` has any row.
    pub knows_managers: bool,
    /// Whether there is a service code master.
    pub has_master: bool,
}

/// What 利用者補足情報 says of a client.
#[derive(Clone, Copy, Debug)]
pub struct Person<'a> {
    /// 申請中.
    pub is_applying: bool,
    /// When 利用者補足情報 said so.
    pub told_on: Option<NaiveDate>,
    /// Levels that touch the month.
    pub levels: &'a [LevelSpan],
    /// Limit of the month; `None` when level or limit are not known.
    pub limit: Option<&'a MonthLimit>,
    /// 種類支給限度基準額 too.
    pub limits: &'a Limits,
    /// 生年月日.
    pub birth_date: Option<Day>,
    /// 性別.
    pub sex: Option<Sex>,
    /// 限度額適用開始年月日 and 限度額適用終了年月日.
    pub limit_span: (Option<Day>, Option<Day>),
    /// 要介護状態変更日.
    pub level_changed_on: Option<Day>,
    /// 入所前月迄利用日数 of short stays.
    pub stay_days_before: Option<i64>,
    /// Days of a short stay in a row up to the end of the month before, where earlier months are known.
    pub stay_run_before: Option<u32>,
}

/// Rows of a client that could not be read and that nothing made good.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// 予定.
    pub plan: u32,
    /// 実績.
    pub actual: u32,
}

/// The computed 別表 of what stands.
#[derive(Clone, Copy, Debug)]
pub struct SheetView<'a> {
    /// The sheet.
    pub sheet: &'a Sheet,
    /// Whose shares of the units over the limit it has.
    pub shares: SharesState<'a>,
    /// Whether the plan that stands is the one that was received, so that the received sheet can be compared.
    pub is_as_received: bool,
}

/// Whose shares of the units over the limit a sheet has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SharesState<'a> {
    /// Nothing is over the limit.
    NothingOver,
    /// Somebody decided, in kyukan or on the received sheet, and it fits.
    Decided,
    /// The rule proposes them: nobody has decided.
    Proposed,
    /// The rule proposes them, because what was decided does not fit any more.
    Stale(&'a [ShareFault]),
}

/// A slip.
#[derive(Clone, Copy, Debug)]
pub struct SlipView<'a> {
    /// What becomes of it in this window.
    pub fate: SlipFate,
    /// Whether something that it needs is missing or blocks it, so that it cannot be written yet.
    pub is_stuck: bool,
    /// Whether the rules cannot work it out; what is missing on it is told by [`Self::level`] and the like.
    pub is_not_computable: bool,
    /// 居宅介護支援事業所 that files it.
    pub office: Option<OfficeNumber>,
    /// 計画作成区分.
    pub plan_maker: PlanMaker,
    /// 要介護状態区分: the heaviest of the month.
    pub level: Option<CareLevel>,
    /// 支給限度額 in units.
    pub limit: Option<i64>,
    /// 生年月日, of 利用者補足情報 or the register.
    pub birth_date: Option<Day>,
    /// 性別, likewise.
    pub sex: Option<Sex>,
    /// 担当介護支援専門員番号.
    pub manager_number: Option<&'a str>,
    /// Whether 限度額適用終了年月 may be missing (事業対象者).
    pub is_open_ended: bool,
    /// Lines with units.
    pub lines: &'a [LineView],
}

/// What becomes of a slip in this window.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SlipFate {
    /// It is to be sent.
    Sends(SlipAction),
    /// It was written for this window, and nothing has changed since.
    Written(SlipAction),
    /// The one that was decided says the same.
    Unchanged,
    /// A person said that it is not sent in this window (月遅れ).
    HeldBack,
    /// None is made.
    NotDue(NoSlip),
}

/// Why no slip is made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoSlip {
    /// Nothing inside the limit stands on it.
    Nothing,
    /// Nothing stands on it, though one was decided.
    NothingLeft,
    /// 委託: 地域包括支援センター files.
    Entrusted,
    /// The office of 小規模多機能型居宅介護 files.
    Multifunctional,
}

/// A line of a slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineView {
    /// サービス事業所.
    pub office: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// 指定/基準該当/地域密着型サービス/総合事業識別コード.
    pub class: OfficeClass,
    /// 給付計画単位数.
    pub units: i64,
}

/// What was sent before.
#[derive(Clone, Copy, Debug, Default)]
pub struct HistoryView<'a> {
    /// The slip of this service month that 国保連 has decided, and that is in force.
    pub decided: Option<&'a SentSlip>,
    /// Whether nobody said that it was decided: no return was entered, and its window is over.
    pub is_assumed: bool,
    /// The slip that was written for this window and is not decided yet.
    pub pending: Option<&'a SentSlip>,
    /// What became of the last one, when somebody said so.
    pub last_result: Option<SlipResult>,
    /// The slip of the month before that is in force.
    pub previous: Option<&'a SentSlip>,
    /// The claim for the plan fee of this service month that was written last.
    pub fee: Option<&'a SentFee>,
}

/// What the office knows of the client.
#[derive(Clone, Copy, Debug, Default)]
pub struct RegisterView {
    /// 居宅サービス計画作成依頼届出年月日.
    pub filed_on: Option<NaiveDate>,
    /// 契約日.
    pub contract_on: Option<NaiveDate>,
    /// 契約終了日.
    pub ended_on: Option<NaiveDate>,
    /// 認定有効期間.
    pub cert: (Option<NaiveDate>, Option<NaiveDate>),
    /// 生年月日.
    pub birth_date: Option<Day>,
    /// 性別.
    pub sex: Option<Sex>,
}

/// The own claim for the plan fee.
#[derive(Clone, Copy, Debug)]
pub struct FeeView<'a> {
    /// The claim that is to be sent in this window; `None` when none is.
    pub claim: Option<&'a FeeClaim>,
    /// Whether it has additions alone, which need no slip.
    pub is_additions_only: bool,
}

/// The same person under another number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct OtherKey {
    /// The other number.
    pub client: ClientKey,
    /// Whether it has planned rows.
    pub has_plan: bool,
    /// Whether it has actual rows.
    pub has_actual: bool,
}
