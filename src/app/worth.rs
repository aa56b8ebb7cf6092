//! What a client's month is worth: the 別表 of what stands, its limit, and how it differs from the sheet that was received.
//!
//! The rules are in [`benefit`](crate::benefit); here the facts they need are gathered from the month, the decisions, the
//! registers and a service code master. What is not known is a fault or a note of the client, never a guess.

mod compare;
mod evidence;
mod facts;
mod limit;
mod person;
mod shares;
#[cfg(test)]
mod tests;

pub use compare::{SheetColumnName, SheetDifference, SheetRowName};
pub use evidence::{Evidence, SheetPrice};
pub use facts::PriceFrom;
pub use limit::LimitUse;
pub use person::Person;
pub use shares::{SharesFrom, share_rows};

use super::decisions::Decisions;
use super::month::{ClientRows, Month};
use super::registers::Registers;
use super::standing::{Standing, StandingRow, standing};
use crate::benefit::gather::{Gathered, MonthRow, gather};
use crate::benefit::money::BenefitRate;
use crate::benefit::place::{PlaceSource, Placed};
use crate::benefit::policy::Policy;
use crate::benefit::rates::{NotKnown, Place};
use crate::benefit::sheet::{Line, Payment, Sheet, SheetFault, SheetInput, SheetNote, compute};
use crate::domain::codes::CodeMaster;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::row::{ServiceRow, SheetRow};
use facts::{Desk, Source};
use std::collections::BTreeMap;

/// What everything is worked out from.
#[derive(Clone, Copy, Debug)]
pub struct Ground<'a> {
    /// The month.
    pub month: &'a Month,
    /// What was decided.
    pub decisions: &'a Decisions,
    /// A service code master.
    pub codes: Option<&'a CodeMaster>,
    /// The registers of the office.
    pub registers: &'a Registers,
    /// What the sheets of the whole month show.
    pub evidence: &'a Evidence,
    /// What the rules leave to the office.
    pub policy: &'a Policy,
}

/// A client's month in units and yen.
#[derive(Clone, Debug)]
pub struct Worth {
    /// Whose.
    pub client: ClientKey,
    /// Level, limit, certification.
    pub person: Person,
    /// How benefits reach the client.
    pub payment: Payment,
    /// Where that is known from.
    pub payment_from: PaymentFrom,
    /// Lines, in the order of [`Sheet::lines`].
    pub lines: Vec<WorthLine>,
    /// The 別表; `None` when it cannot be computed, and [`Self::faults`] say why.
    pub sheet: Option<Sheet>,
    /// Whose shares of the units over the limit it has.
    pub shares: SharesFrom,
    /// Offices and kinds whose unit price is not known: their yen are left empty.
    pub unpriced: Vec<(OfficeNumber, ServiceKind)>,
    /// What keeps the sheet or the limit from being computed.
    pub faults: Vec<WorthFault>,
    /// What a person should know.
    pub notes: Vec<WorthNote>,
    /// Where the received sheet differs from the computed one; only told while the plan is as it was received.
    pub differences: Vec<SheetDifference>,
}

/// Where 給付率 is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PaymentFrom {
    /// The register.
    Register,
    /// The received sheet.
    Sheet,
    /// Nowhere: most people's was taken.
    Assumed,
}

/// A line of a sheet and where its facts come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorthLine {
    /// The line.
    pub line: Line,
    /// Positions of its rows in the plan.
    pub rows: Vec<usize>,
    /// What decided whether it counts to the limit.
    pub placed: Placed,
    /// Where the unit price comes from; `None` when it is not known.
    pub price: Option<PriceFrom>,
}

/// Why the sheet or the limit of a client cannot be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorthFault {
    /// No 利用者補足情報: neither level nor limit are known.
    NoProfile,
    /// 要介護状態区分 is missing or none that has a limit; the code is given.
    NoLevel(String),
    /// No level touches the month (認定切れ).
    NoLevelInMonth,
    /// The rate tables do not hold the month.
    NotKnown(NotKnown),
    /// The kind of a service is unknown or was abolished.
    UnknownService {
        /// Whose service.
        office: OfficeNumber,
        /// Its code.
        code: ServiceCode,
    },
    /// The rules cannot compute it; lines are positions in [`Worth::lines`].
    Sheet(SheetFault),
}

/// What a person should know of a client's sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WorthNote {
    /// Whether a code counts to the limit: the list of this program says otherwise than what decided.
    PlaceDisputed {
        /// The code.
        code: ServiceCode,
        /// What was decided.
        is_inside: bool,
        /// By what.
        source: PlaceSource,
    },
    /// Received sheets of the month have several unit prices for an office and kind.
    PricesDiffer {
        /// The office.
        office: OfficeNumber,
        /// The kind.
        kind: ServiceKind,
    },
    /// The unit price of an office and kind is not known, so its yen are left empty.
    PriceUnknown {
        /// The office.
        office: OfficeNumber,
        /// The kind.
        kind: ServiceKind,
    },
    /// The rate of a percent addition is not known; it keeps the units of the received sheet.
    RateUnknown {
        /// The office.
        office: OfficeNumber,
        /// The code.
        code: ServiceCode,
    },
    /// A code inside the limit that neither a sheet of the month nor a service code master has, or any code that a whole
    /// master lacks: it may be wrong, and its place and units could not be verified.
    CodeUnknown {
        /// The office.
        office: OfficeNumber,
        /// The code.
        code: ServiceCode,
    },
    /// 給付率 is not known; 90 percent were taken.
    BenefitRateAssumed,
    /// The rules leave something open; lines are positions in [`Worth::lines`].
    Sheet(SheetNote),
}

/// What the client at a position of [`Month::clients`] is worth with what stands; `None` when there is no such client.
pub fn worth(ground: &Ground<'_>, client: usize) -> Option<Worth> {
    let standing = standing(ground.month, client, ground.decisions);
    worth_of(ground, client, &standing)
}

/// Like [`worth`], with what stands at hand.
pub fn worth_of(ground: &Ground<'_>, client: usize, standing: &Standing) -> Option<Worth> {
    let rows = ground.month.clients.get(client)?;
    let mut worth = of_plan(ground, rows, &standing.plan);
    if !is_revised(ground.month, rows, standing) {
        worth.differences = differences(&worth, ground.month, rows);
    }
    Some(worth)
}

/// What the plan of a client would be worth as it was received, whatever was decided.
pub fn original(ground: &Ground<'_>, client: usize) -> Option<Worth> {
    let rows = ground.month.clients.get(client)?;
    let plan = super::standing::received_plan(ground.month, rows);
    Some(of_plan(ground, rows, &plan))
}

/// What the actuals that came for a client would be worth if they were the plan, whatever was decided.
pub fn of_actual(ground: &Ground<'_>, client: usize) -> Option<Worth> {
    let rows = ground.month.clients.get(client)?;
    let actual = super::standing::received_actual(ground.month, rows);
    Some(of_plan(ground, rows, &actual))
}

/// Units inside the limit of the actuals that came for a client, by office and kind, whatever was decided and whether or
/// not they are over the limit.
pub fn actual_units(ground: &Ground<'_>, client: usize) -> BTreeMap<(OfficeNumber, ServiceKind), i64> {
    of_actual(ground, client).as_ref().map(Worth::managed).unwrap_or_default()
}

/// What some rows of a client's plan are worth: the rows that are written, say. Nothing is told of differences from the
/// received sheet; [`differences`] does.
pub fn worth_of_rows(ground: &Ground<'_>, rows: &ClientRows, plan: &[StandingRow]) -> Worth {
    of_plan(ground, rows, plan)
}

/// Where the received sheet of a client differs from the computed one, whether or not the plan is the received one.
pub fn differences(worth: &Worth, month: &Month, rows: &ClientRows) -> Vec<SheetDifference> {
    compare::differences(worth, &received_sheet(month, rows))
}

/// Whether what stands differs from the plan that was received.
pub fn is_revised(month: &Month, rows: &ClientRows, standing: &Standing) -> bool {
    standing.plan.iter().any(|row| row.is_changed) || month.rows(&rows.plan).count() != standing.plan.len()
}

fn received_sheet<'a>(month: &'a Month, rows: &'a ClientRows) -> Vec<&'a SheetRow> {
    month.sheet_rows(&rows.sheet).collect()
}

fn of_plan(ground: &Ground<'_>, rows: &ClientRows, plan: &[StandingRow]) -> Worth {
    let (month, client) = (ground.month, rows.client);
    let received = received_sheet(month, rows);
    let mut faults = Vec::new();
    let person = Person::of(ground, client, is_multifunctional(plan), &mut faults);
    let mut desk = Desk::new(ground, client, &received);
    let (payment, payment_from) = payment(ground, client, &received);
    let service: Vec<ServiceRow> = plan.iter().map(StandingRow::service_row).collect();
    let sources: Vec<Option<Source>> = service.iter().map(|row| desk.source(row)).collect();
    let lines = lines(plan, &service, &sources);
    faults.append(&mut desk.faults);
    let mut worth = Worth {
        client,
        person,
        payment,
        payment_from,
        lines,
        sheet: None,
        shares: SharesFrom::NothingOver,
        unpriced: Vec::new(),
        faults,
        notes: desk.notes,
        differences: Vec::new(),
    };
    if payment_from == PaymentFrom::Assumed && !client.insured.is_public_assistance() {
        worth.notes.push(WorthNote::BenefitRateAssumed);
    }
    if sources.iter().all(Option::is_some) {
        worth.fill(ground, &received);
    }
    worth
}

/// Lines of the rows that can be counted.
fn lines(plan: &[StandingRow], service: &[ServiceRow], sources: &[Option<Source>]) -> Vec<WorthLine> {
    let counted: Vec<(usize, &Source)> =
        sources.iter().enumerate().filter_map(|(at, source)| Some((at, source.as_ref()?))).collect();
    let rows: Vec<MonthRow<'_>> = counted
        .iter()
        .filter_map(|(at, _)| Some(MonthRow { row: service.get(*at)?, detail: plan.get(*at)?.detail() }))
        .collect();
    let source_of = |row: &ServiceRow| {
        let same = |(at, _): &&(usize, &Source)| {
            service.get(*at).is_some_and(|other| {
                (other.provider, other.code, other.over_30_days) == (row.provider, row.code, row.over_30_days)
            })
        };
        counted.iter().find(same).map(|(_, source)| **source)
    };
    let facts = |row: &ServiceRow| source_of(row).map(|source| source.facts).ok_or(());
    let Ok(gathered) = gather(&rows, facts) else { return Vec::new() };
    let line = |Gathered { line, rows }: Gathered| {
        let places: Vec<usize> = rows.iter().filter_map(|row| counted.get(*row).map(|(at, _)| *at)).collect();
        let source = places.first().and_then(|at| sources.get(*at).copied().flatten())?;
        Some(WorthLine { line, rows: places, placed: source.placed, price: source.price })
    };
    gathered.into_iter().filter_map(line).collect()
}

/// Whether 小規模多機能型居宅介護 or 看護小規模多機能型居宅介護 was used for the whole month: registered without 日割.
fn is_multifunctional(plan: &[StandingRow]) -> bool {
    plan.iter().any(|row| {
        matches!(row.kind().as_str(), "73" | "75" | "77")
            && row.detail().is_none_or(|detail| detail.prorated_days.is_none())
    })
}

/// 給付率: of the register, else of the received sheet, else what most people have.
fn payment(ground: &Ground<'_>, client: ClientKey, received: &[&SheetRow]) -> (Payment, PaymentFrom) {
    match ground.registers.rate(client, ground.month.month) {
        Some((_, true)) => return (Payment::Reimbursed, PaymentFrom::Register),
        Some((Some(rate), _)) => return (Payment::Direct(rate), PaymentFrom::Register),
        _ => {}
    }
    let rate = |row: &&SheetRow| BenefitRate::new(u8::try_from(row.rate.get()?).ok()?);
    if let Some(rate) = received.iter().find_map(rate) {
        return (Payment::Direct(rate), PaymentFrom::Sheet);
    }
    let usual = BenefitRate::of_share(1, false).unwrap_or(BenefitRate::FULL);
    (Payment::Direct(usual), PaymentFrom::Assumed)
}

impl Worth {
    /// Whether what people on public assistance only (H numbers) see is a setting. A received sheet that has a rate shows
    /// what the office's own program makes of them, which then stands.
    fn is_assistance_only(&self) -> bool {
        self.client.insured.is_public_assistance() && self.payment_from == PaymentFrom::Assumed
    }

    fn fill(&mut self, ground: &Ground<'_>, received: &[&SheetRow]) {
        let mut input = SheetInput {
            payment: self.payment,
            is_assistance_only: self.is_assistance_only(),
            limits: self.person.limits.clone(),
            lines: self.lines.iter().map(|line| line.line).collect(),
            manual: None,
        };
        match compute(&input, ground.policy) {
            Ok(proposed) => {
                let typed = ground.decisions.client(self.client).shares();
                let chosen = shares::choose(&mut input, typed, &proposed, received, ground.policy);
                self.shares = chosen.from;
                let sheet = chosen.sheet.unwrap_or(proposed);
                self.notes.extend(sheet.notes.iter().copied().map(WorthNote::Sheet));
                self.sheet = Some(sheet);
                self.clear_unpriced();
            }
            Err(faults) => self.faults.extend(faults.into_iter().map(WorthFault::Sheet)),
        }
    }

    /// Empties the yen of offices and kinds without a price, and the sums they would be part of.
    fn clear_unpriced(&mut self) {
        let unpriced = self.lines.iter().filter(|line| line.price.is_none());
        self.unpriced = unpriced.map(|line| (line.line.office, line.line.code.kind())).collect();
        self.unpriced.sort_unstable();
        self.unpriced.dedup();
        let Some(sheet) = self.sheet.as_mut().filter(|_| !self.unpriced.is_empty()) else { return };
        for line in &mut sheet.lines {
            if self.unpriced.contains(&(line.key.office, line.key.code.kind())) {
                line.columns = line.columns.without_yen();
            }
        }
        for group in &mut sheet.groups {
            if self.unpriced.contains(&(group.office, group.kind)) {
                group.columns = group.columns.without_yen();
            }
        }
        sheet.total = sheet.total.without_yen();
    }

    /// Whether there are services inside the limit, and all of them are those of 総合事業.
    pub fn is_programme_only(&self) -> bool {
        let mut inside = self.lines.iter().filter(|line| line.line.place == Place::InLimit).peekable();
        inside.peek().is_some() && inside.all(|line| line.line.code.kind().is_programme())
    }

    /// Units inside the limit of each office and kind that has any line inside it: 給付計画単位数 of the whole plan.
    pub fn covered(&self) -> impl Iterator<Item = (OfficeNumber, ServiceKind, i64)> {
        self.sheet.iter().flat_map(|sheet| &sheet.groups).filter_map(|group| {
            let inside = group.columns.category_within?;
            // A line whose managed units are not its billed ones is on the slip with what it bills (大規模型通所).
            let units = if group.columns.managed_units == group.columns.service_units {
                inside
            } else {
                group.covered_units
            };
            Some((group.office, group.kind, units))
        })
    }

    /// Days on which a service inside the limit stands although the client has no level.
    pub fn days_without_level(&self, plan: &[StandingRow], month: &Month) -> Vec<u8> {
        let inside = self.lines.iter().filter(|line| line.line.place == Place::InLimit);
        let rows = inside.flat_map(|line| &line.rows).filter_map(|at| plan.get(*at));
        let mut days: Vec<u8> = rows.map(|row| row.content.day).collect();
        days.sort_unstable();
        days.dedup();
        days.retain(|day| month.month.date(*day).is_some_and(|date| !self.person.has_level_on(date)));
        days
    }
}
