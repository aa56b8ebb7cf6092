//! The limit of a month: which level sets it, for which insurer, and who makes the 給付管理票.
//!
//! Source: 介護給付費請求書等の記載要領 (様式第十一 給付管理票), 介護サービス関係Q&A集.

use super::money::Units;
use super::policy::{FeeInsurer, LightestLevel, Policy};
use super::rates::{Certainty, NotKnown, Rates};
use crate::domain::ids::InsurerNumber;
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use chrono::{Datelike, NaiveDate};

/// A level that a client has from one day to another at an insurer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelSpan {
    /// 保険者.
    pub insurer: InsurerNumber,
    /// 要介護状態区分.
    pub level: CareLevel,
    /// First day.
    pub from: NaiveDate,
    /// Last day; `None` when open.
    pub to: Option<NaiveDate>,
}

/// A client's month as far as the limit needs it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonMonth {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// Levels; those that do not touch the month are passed over.
    pub levels: Vec<LevelSpan>,
    /// 区分支給限度基準額 known of the person (利用者補足情報, 被保険者証), by insurer: it stands before the table, since a
    /// municipality may allow more (上乗せ; 事業対象者 up to the limit of 要支援2).
    pub own_limits: Vec<(InsurerNumber, Units)>,
    /// Whether 小規模多機能 or 看護小規模多機能 (73, 75, 77) was used for the whole month.
    pub is_multifunctional_all_month: bool,
}

/// Who makes the 給付管理票 and claims the plan fee of the month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Maker {
    /// 居宅介護支援 of the last day.
    CareSupport,
    /// 介護予防支援 of the last day.
    PreventionSupport,
    /// 介護予防ケアマネジメント of the last day.
    PreventionManagement,
    /// The office of 小規模多機能 or 看護小規模多機能.
    Multifunctional,
}

/// The limit of a client at one insurer in one month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MonthLimit {
    /// 保険者.
    pub insurer: InsurerNumber,
    /// The heaviest level of the month, which sets the limit and stands on the 給付管理票.
    pub level: CareLevel,
    /// 区分支給限度基準額 in units: never prorated, for every insurer the full one.
    pub units: Units,
    /// How well the units are established.
    pub certainty: Certainty,
    /// The level of the last day of the month, which sets the plan fee; `None` when the person has none that day, or
    /// is with another insurer.
    pub month_end_level: Option<CareLevel>,
    /// Who makes the 給付管理票.
    pub maker: Maker,
    /// What a person should know.
    pub notes: Vec<LimitNote>,
}

/// What is worth knowing about a limit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LimitNote {
    /// The level changed within the month: all levels from light to heavy.
    LevelChanged(Vec<CareLevel>),
    /// The person changed between 要介護 and 要支援 or 事業対象者: the office of the last day makes one 給付管理票 for all.
    GroupChanged,
    /// There are several insurers in the month, each with a 給付管理票 and the full limit of its own.
    SeveralInsurers,
    /// Days of the month without a level (認定切れ, or before the first certification): first and last.
    NoLevel(u8, u8),
    /// The person's own limit is not that of the table, which is given.
    OwnLimitDiffers(Units),
}

/// Why there is no limit.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LimitFault {
    /// No level touches the month.
    #[error("no level in {0}")]
    NoLevel(ServiceMonth),
    /// The table does not hold the month.
    #[error(transparent)]
    NotKnown(#[from] NotKnown),
}

/// The limits of a client in a month, one for each insurer in the order of their first days.
///
/// # Errors
/// When the client has no level in the month, or the table does not hold the month.
pub fn month_limits(
    person: &PersonMonth,
    policy: &Policy,
    rates: &Rates,
) -> Result<Vec<MonthLimit>, LimitFault> {
    let (Some(first), Some(last)) = (person.month.date(1), person.month.date(person.month.days())) else {
        return Err(LimitFault::NoLevel(person.month));
    };
    let is_in_month = |span: &&LevelSpan| span.from <= last && span.to.is_none_or(|to| to >= first);
    let mut spans: Vec<LevelSpan> = person.levels.iter().filter(is_in_month).copied().collect();
    spans.sort_by_key(|span| (span.from, span.insurer, span.level));
    let mut insurers: Vec<InsurerNumber> = Vec::new();
    for span in &spans {
        if !insurers.contains(&span.insurer) {
            insurers.push(span.insurer);
        }
    }
    if insurers.is_empty() {
        return Err(LimitFault::NoLevel(person.month));
    }
    insurers.iter().map(|insurer| of_insurer(*insurer, &spans, person, policy, rates)).collect()
}

fn of_insurer(
    insurer: InsurerNumber,
    all: &[LevelSpan],
    person: &PersonMonth,
    policy: &Policy,
    rates: &Rates,
) -> Result<MonthLimit, LimitFault> {
    let month = person.month;
    let own: Vec<LevelSpan> = all.iter().filter(|span| span.insurer == insurer).copied().collect();
    let mut levels: Vec<CareLevel> = own.iter().map(|span| span.level).collect();
    levels.sort_by_key(|level| weight(*level, policy.lightest));
    levels.dedup();
    let level = *levels.last().ok_or(LimitFault::NoLevel(month))?;
    let table = rates.limit(level, month)?;
    let own_limit = person.own_limits.iter().find(|(of, _)| *of == insurer).map(|(_, units)| *units);
    let last_level = level_on(&own, month, month.days()).or_else(|| own.last().map(|span| span.level));
    let mut notes = Vec::new();
    if levels.iter().any(|level| level.is_care()) && levels.iter().any(|level| !level.is_care()) {
        notes.push(LimitNote::GroupChanged);
    }
    if levels.len() > 1 {
        notes.push(LimitNote::LevelChanged(levels));
    }
    if all.iter().any(|span| span.insurer != insurer) {
        notes.push(LimitNote::SeveralInsurers);
    }
    notes.extend(days_without_level(all, month));
    if own_limit.is_some_and(|units| units != table.value) {
        notes.push(LimitNote::OwnLimitDiffers(table.value));
    }
    Ok(MonthLimit {
        insurer,
        level,
        units: own_limit.unwrap_or(table.value),
        certainty: if own_limit.is_some() { Certainty::Sure } else { table.certainty },
        month_end_level: level_on(&own, month, month.days()),
        maker: maker(last_level.unwrap_or(level), person.is_multifunctional_all_month),
        notes,
    })
}

/// Who makes the 給付管理票 for a client of a level on the last day.
fn maker(last_level: CareLevel, is_multifunctional_all_month: bool) -> Maker {
    match last_level {
        _ if is_multifunctional_all_month => Maker::Multifunctional,
        CareLevel::ProgramTarget => Maker::PreventionManagement,
        level if level.is_care() => Maker::CareSupport,
        _ => Maker::PreventionSupport,
    }
}

/// Insurers that are billed the plan fee.
pub fn fee_insurers(limits: &[MonthLimit], policy: &Policy) -> Vec<InsurerNumber> {
    let is_billed =
        |limit: &&MonthLimit| policy.fee_insurer == FeeInsurer::Each || limit.month_end_level.is_some();
    limits.iter().filter(is_billed).map(|limit| limit.insurer).collect()
}

/// Order of levels in a month.
fn weight(level: CareLevel, lightest: LightestLevel) -> u8 {
    match (level, lightest) {
        (CareLevel::Support1, LightestLevel::Support1) => 0,
        (CareLevel::ProgramTarget, LightestLevel::Support1) => 1,
        (level, _) => level as u8,
    }
}

fn level_on(spans: &[LevelSpan], month: ServiceMonth, day: u8) -> Option<CareLevel> {
    let date = month.date(day)?;
    let is_on = |span: &&LevelSpan| span.from <= date && span.to.is_none_or(|to| to >= date);
    spans.iter().filter(is_on).map(|span| span.level).next_back()
}

/// Runs of days of the month on which no insurer has a level for the person.
fn days_without_level(spans: &[LevelSpan], month: ServiceMonth) -> Vec<LimitNote> {
    let mut runs: Vec<(u8, u8)> = Vec::new();
    for day in 1..=month.days() {
        if level_on(spans, month, day).is_some() {
            continue;
        }
        match runs.last_mut() {
            Some((_, last)) if *last + 1 == day => *last = day,
            _ => runs.push((day, day)),
        }
    }
    runs.into_iter().map(|(first, last)| LimitNote::NoLevel(first, last)).collect()
}

/// The month that a visit belongs to: the one in which it starts, also when it ends after midnight.
pub fn month_of_visit(start: NaiveDate) -> Option<ServiceMonth> {
    ServiceMonth::new(u16::try_from(start.year()).ok()?, u8::try_from(start.month()).ok()?)
}

#[cfg(test)]
mod tests;
