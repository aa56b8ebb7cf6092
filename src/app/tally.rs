//! 給付管理票 of a month: one slip a client, what is on it, which 作成区分 it has, and what keeps it from being sent.
//!
//! Source: 介護給付費請求書等の記載要領 (様式第十一), インタフェース仕様書 居宅介護支援事業所編, 給付管理に関するQ&A.

mod action;
mod blocks;
mod classes;
mod file;
mod history;
mod lines;
mod settings;
#[cfg(test)]
mod tests;
mod window;

pub use blocks::{Block, BlockCause};
pub use file::{LeftOut, LeftOutWhy, MonthSlips, SlipFile, SlipFileOptions, slip_file};
pub use history::{Content, History, Proposal};
pub use lines::{ClassFrom, TallyLine};
pub use settings::{BelowPlan, NameMonth, SlipSettings};
pub use window::window_on;

use super::month::ClientRows;
use super::standing::standing;
use super::unread::Unread;
use super::worth::{self, Ground, Person, SharesFrom, Worth, WorthFault, WorthNote};
use super::write::clients_office;
use crate::benefit::limit::Maker;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::slip::{GateBlock, PlanMaker, SentLine, Sex, SlipAction};
use crate::format::kokuhoren::codes;
use crate::format::kokuhoren::slip::{Slip, SlipKey, SlipLine};
use rayon::prelude::*;

/// What a tally is made from.
#[derive(Clone, Copy, Debug)]
pub struct TallyGround<'a> {
    /// What the months of clients are worth.
    pub worth: Ground<'a>,
    /// Rows that could not be read.
    pub unread: &'a Unread,
    /// The office's settings for slips.
    pub settings: &'a SlipSettings,
    /// 処理対象年月: the month of the submission window.
    pub window: ServiceMonth,
}

/// A client's slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientSlip {
    /// Whose.
    pub client: ClientKey,
    /// Position of the client in [`Month::clients`](super::month::Month::clients).
    pub position: usize,
    /// 居宅介護支援事業所 that files it.
    pub office: Option<OfficeNumber>,
    /// Who has to file it.
    pub maker: Option<Maker>,
    /// 要介護状態区分: the heaviest of the month.
    pub level: Option<CareLevel>,
    /// The level of the last day of the month, which sets the plan fee.
    pub month_end_level: Option<CareLevel>,
    /// 支給限度額 in units.
    pub limit: Option<i64>,
    /// 生年月日.
    pub birth_date: Option<Day>,
    /// 性別.
    pub sex: Option<Sex>,
    /// 限度額適用期間, first and last month.
    pub limit_span: (Option<ServiceMonth>, Option<ServiceMonth>),
    /// What 利用者補足情報 says, with birth date and sex of the register where it lacks them.
    pub person: Person,
    /// Whether every service inside the limit is one of 総合事業.
    pub is_programme_only: bool,
    /// 担当ケアマネ.
    pub manager: String,
    /// 担当介護支援専門員番号.
    pub manager_number: Option<String>,
    /// Lines with units, ordered by office and kind.
    pub lines: Vec<TallyLine>,
    /// 作成区分 that follows from what was sent before.
    pub proposal: Proposal,
    /// 作成区分 that a person chose (`None`: not to be sent), and why.
    pub chosen: Option<(Option<SlipAction>, String)>,
    /// How far it is.
    pub state: SlipState,
    /// What blocks it, also what a person let through.
    pub blocks: Vec<Block>,
    /// Why it cannot be made at all.
    pub faults: Vec<TallyFault>,
    /// What a person should know.
    pub notes: Vec<TallyNote>,
}

/// How far a slip is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum SlipState {
    /// It cannot be made.
    Faulty,
    /// Something blocks it.
    Blocked,
    /// Nothing is left on it though one was decided: a person has to say whether it is to be cancelled (取消).
    NothingLeft,
    /// It can be written.
    Ready,
    /// A person said that it is not to be sent in this window (月遅れ).
    HeldBack,
    /// It was written for this window, and nothing has changed since.
    Written,
    /// The one that was decided says the same.
    Unchanged,
    /// None is due.
    NotDue(NotDue),
}

/// Why no slip is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum NotDue {
    /// No service inside the limit.
    NothingManaged,
    /// 委託: the plan is made by commission, and 地域包括支援センター files.
    Entrusted,
    /// The office of 小規模多機能型居宅介護 files.
    Multifunctional,
}

/// Why a slip cannot be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TallyFault {
    /// The sheet or the limit cannot be computed.
    Worth(WorthFault),
    /// 担当介護支援専門員番号 is not in the register.
    NoManagerNumber,
    /// It is not known which office files.
    NoOffice,
    /// 限度額適用開始年月日 is missing.
    NoLimitFrom,
    /// 限度額適用終了年月日 is missing.
    NoLimitTo,
    /// The units of an office and kind are negative.
    Negative {
        /// サービス事業所.
        office: OfficeNumber,
        /// サービス種類.
        kind: ServiceKind,
        /// 給付計画単位数.
        units: i64,
    },
    /// More lines than a slip can have.
    TooManyLines(usize),
    /// A person wants it to be sent, but no line is on it, and the office allows no slips with 0 units.
    NoLines,
}

/// What a person should know of a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TallyNote {
    /// Differences that are not finally decided; the plan stands for them.
    Open(u32),
    /// 月遅れ: the line of an office and kind is left out, to be sent with a correction later.
    Late(OfficeNumber, ServiceKind),
    /// The units of a line are not those of the plan as it was received.
    NotAsPlanned(OfficeNumber, ServiceKind),
    /// The plan's units of all lines together are over the limit, so those of the actuals were taken.
    PlanOverLimit,
    /// The units over the limit are shared by the rule; nobody has looked at them.
    SharesProposed,
    /// No sheet of the month and no service code master has a code, so nobody verified it.
    UnknownCode(OfficeNumber, ServiceCode),
    /// It is not certain which class (指定区分) a line has.
    ClassUncertain(OfficeNumber, ServiceKind),
    /// Nobody entered what became of the slip that was sent; without a return it counts as decided.
    AssumedDecided,
    /// A slip was written for this window already; its transmission has to be cancelled before another one is sent.
    Pending,
    /// The level changed between 要介護 and 要支援 within the month.
    GroupChanged,
    /// 要支援 clients of a 居宅介護支援事業所 are taken as those of its own 介護予防支援.
    OwnPrevention,
    /// 取消 takes the plan fee and all claims of service offices of the client with it.
    CancelTakesAll,
}

/// The slips of a month.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// One a client, in the order of [`Month::clients`](super::month::Month::clients).
    pub slips: Vec<ClientSlip>,
}

/// Works out the slips of all clients.
pub fn tally(ground: &TallyGround<'_>) -> Tally {
    let clients = 0..ground.worth.month.clients.len();
    Tally { slips: clients.into_par_iter().filter_map(|client| client_slip(ground, client)).collect() }
}

/// Works out the slip of one client; `None` when there is no such client.
pub fn client_slip(ground: &TallyGround<'_>, position: usize) -> Option<ClientSlip> {
    let Ground { month, decisions, .. } = ground.worth;
    let rows = month.clients.get(position)?;
    let standing = standing(month, position, decisions);
    let worth = worth::worth_of(&ground.worth, position, &standing)?;
    let mut slip = bare(ground, rows, position, &worth);
    lines::fill(&mut slip, ground, rows, &standing, &worth);
    slip.notes.extend(worth.notes.iter().filter_map(|note| match note {
        WorthNote::CodeUnknown { office, code } => Some(TallyNote::UnknownCode(*office, *code)),
        _ => None,
    }));
    slip.blocks = blocks::of(&slip, ground, position, &standing, &worth);
    action::decide(&mut slip, ground, &worth);
    Some(slip)
}

/// Everything but lines, blocks and the state.
fn bare(ground: &TallyGround<'_>, rows: &ClientRows, position: usize, worth: &Worth) -> ClientSlip {
    let Ground { month, registers, .. } = ground.worth;
    let client = rows.client;
    let entry = registers.client(client);
    let manager = entry
        .and_then(|entry| entry.manager.clone())
        .or_else(|| month.manager(rows).map(str::to_owned))
        .unwrap_or_default();
    let limit = worth.person.limit.as_ref();
    let month_of = |day: Option<Day>| day.map(|day| day.month);
    let mut person = worth.person.clone();
    person.birth_date = person.birth_date.or_else(|| entry?.birth_date.and_then(Day::of));
    person.sex = person.sex.or_else(|| entry?.sex);
    ClientSlip {
        client,
        position,
        office: clients_office(month, rows),
        maker: limit.map(|limit| limit.maker),
        level: limit.map(|limit| limit.level),
        month_end_level: limit.and_then(|limit| limit.month_end_level),
        limit: limit.map(|limit| limit.units),
        birth_date: person.birth_date,
        sex: person.sex,
        person,
        is_programme_only: worth.is_programme_only(),
        limit_span: (month_of(worth.person.limit_from), month_of(worth.person.limit_to)),
        manager_number: registers.manager(&manager, month.month).and_then(|manager| manager.number.clone()),
        manager,
        lines: Vec::new(),
        proposal: Proposal::Nothing,
        chosen: None,
        state: SlipState::Ready,
        blocks: Vec::new(),
        faults: worth.faults.iter().cloned().map(TallyFault::Worth).collect(),
        notes: Vec::new(),
    }
}

impl ClientSlip {
    /// 給付計画合計単位数.
    pub fn total(&self) -> i64 {
        self.lines.iter().map(|line| line.units).sum()
    }

    /// 計画作成区分: plans of 要支援 and 事業対象者 are those of 介護予防支援.
    pub fn plan_maker(&self) -> PlanMaker {
        match self.maker {
            Some(Maker::PreventionSupport | Maker::PreventionManagement) => PlanMaker::SupportOffice,
            _ => PlanMaker::CareOffice,
        }
    }

    /// 作成区分 that it is written with; `None` when it is not to be written.
    pub fn action(&self) -> Option<SlipAction> {
        match (&self.chosen, self.proposal) {
            (Some((chosen, _)), _) => *chosen,
            (None, Proposal::New) => Some(SlipAction::New),
            (None, Proposal::Replace) => Some(SlipAction::Replace),
            (None, Proposal::Unchanged | Proposal::NothingLeft | Proposal::Nothing) => None,
        }
    }

    /// Whether a slip of the client was or will be sent for the month, so that the plan fee may be claimed.
    pub fn is_due(&self) -> bool {
        !matches!(self.state, SlipState::NotDue(_) | SlipState::NothingLeft | SlipState::HeldBack)
            && self.action() != Some(SlipAction::Cancel)
    }

    /// Its lines as they are remembered.
    pub fn sent_lines(&self) -> Vec<SentLine> {
        let line = |line: &TallyLine| SentLine {
            office: line.office,
            kind: line.kind,
            class: line.class,
            units: u32::try_from(line.units).unwrap_or_default(),
        };
        self.lines.iter().map(line).collect()
    }

    /// The slip as it is written, made on a day; `None` when something it needs is missing.
    pub fn slip(&self, month: ServiceMonth, created_on: Day) -> Option<Slip> {
        let level = self.level?;
        let lines = self.sent_lines().into_iter().map(|line| SlipLine {
            office: line.office,
            class: line.class,
            kind: line.kind,
            units: line.units,
        });
        Some(Slip {
            key: SlipKey { client: self.client, month },
            office: self.office,
            action: self.action()?,
            created_on,
            birth_date: self.birth_date?,
            sex: self.sex?,
            level: codes::CareLevel::from(level),
            limit_from: self.limit_span.0?,
            limit_to: self.limit_span.1,
            limit_units: u32::try_from(self.limit?).ok()?,
            plan_maker: self.plan_maker(),
            care_manager: self.manager_number.clone(),
            entrusted: None,
            lines: lines.collect(),
        })
    }

    /// Blocks that nobody let through.
    pub fn open_blocks(&self) -> impl Iterator<Item = &Block> {
        self.blocks.iter().filter(|block| block.why.is_none())
    }

    /// A block of a sort.
    pub fn block(&self, block: GateBlock) -> Option<&Block> {
        self.blocks.iter().find(|own| own.block == block)
    }

    fn note_shares(&mut self, worth: &Worth) {
        if worth.shares == SharesFrom::Proposed {
            self.notes.push(TallyNote::SharesProposed);
        }
    }
}

impl Tally {
    /// The slip of the client at a position of [`Month::clients`](super::month::Month::clients).
    pub fn slip(&self, position: usize) -> Option<&ClientSlip> {
        self.slips.get(position).filter(|slip| slip.position == position)
    }

    /// Slips that would be written now; with `is_all` those too that were written for this window already.
    pub fn to_write(&self, is_all: bool) -> impl Iterator<Item = &ClientSlip> {
        self.slips.iter().filter(move |slip| match slip.state {
            SlipState::Ready => true,
            SlipState::Written => is_all,
            _ => false,
        })
    }
}
