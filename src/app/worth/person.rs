//! Level, limit and certification of a client in a month, from 利用者補足情報.

use super::{Ground, WorthFault};
use crate::benefit::limit::{LevelSpan, LimitFault, MonthLimit, PersonMonth, month_limits};
use crate::benefit::rates::Rates;
use crate::domain::allotment::Limits;
use crate::domain::ids::ClientKey;
use crate::domain::level::CareLevel;
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::row::ClientProfile;
use crate::domain::slip::Sex;
use chrono::NaiveDate;

/// 申請中.
const APPLYING: &str = "1";

/// What is known of a client beside the services.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// 生年月日.
    pub birth_date: Option<Day>,
    /// 性別.
    pub sex: Option<Sex>,
    /// 申請中.
    pub is_applying: bool,
    /// 限度額適用開始年月日.
    pub limit_from: Option<Day>,
    /// 限度額適用終了年月日.
    pub limit_to: Option<Day>,
    /// Limit, level and who makes the slip.
    pub limit: Option<MonthLimit>,
    /// 種類支給限度基準額 too.
    pub limits: Limits,
    /// Days of the month with a level, from the first to the last of each run.
    pub levels: Vec<LevelSpan>,
    /// 要介護状態変更日.
    pub level_changed_on: Option<Day>,
    /// 入所前月迄利用日数 of short stays.
    pub stay_days_before: Option<i64>,
}

impl Person {
    /// Reads what 利用者補足情報 says.
    pub(super) fn of(
        ground: &Ground<'_>,
        client: ClientKey,
        is_multifunctional_all_month: bool,
        faults: &mut Vec<WorthFault>,
    ) -> Self {
        let month = ground.month.month;
        let Some(profile) = ground.month.profile(client) else {
            faults.push(WorthFault::NoProfile);
            return Self::default();
        };
        let mut person = Self {
            birth_date: day(&profile.birth_date),
            sex: Sex::from_code(&profile.sex),
            is_applying: profile.certification_status == APPLYING,
            limit_from: day(&profile.limit_from),
            limit_to: day(&profile.limit_to),
            limit: None,
            limits: Limits { category: None, kinds: profile.kind_limits.clone() },
            levels: spans(client, profile, month),
            level_changed_on: day(&profile.level_changed_on),
            stay_days_before: profile.stay_days_before,
        };
        let own = profile.limit_units.filter(|units| *units > 0);
        if person.levels.is_empty() {
            faults.push(WorthFault::NoLevel(profile.care_level.clone()));
            // Units over the limit can be told without the level.
            person.limits.category = own;
            return person;
        }
        let month = PersonMonth {
            month,
            levels: person.levels.clone(),
            own_limits: own.map(|units| (client.insurer, units)).into_iter().collect(),
            is_multifunctional_all_month,
        };
        match month_limits(&month, ground.policy, Rates::built_in()) {
            Ok(limits) => person.limit = limits.into_iter().next(),
            Err(LimitFault::NoLevel(_)) => faults.push(WorthFault::NoLevelInMonth),
            Err(LimitFault::NotKnown(gap)) => faults.push(WorthFault::NotKnown(gap)),
        }
        person.limits.category = person.limit.as_ref().map(|limit| limit.units);
        person
    }

    /// Whether the client has a level on a day.
    pub fn has_level_on(&self, date: NaiveDate) -> bool {
        self.levels.iter().any(|span| span.from <= date && span.to.is_none_or(|to| date <= to))
    }
}

/// A day as the files write it; `00000000` and the like are none.
pub(super) fn day(text: &str) -> Option<Day> {
    Day::from_digits(text.as_bytes())
}

fn date(day: Day) -> Option<NaiveDate> {
    day.month.date(day.day)
}

/// The level of the month, and the one before when it changed within the month.
fn spans(client: ClientKey, profile: &ClientProfile, month: ServiceMonth) -> Vec<LevelSpan> {
    let Some(level) = CareLevel::from_code(&profile.care_level) else { return Vec::new() };
    let Some(first) = month.date(1) else { return Vec::new() };
    let from = day(&profile.limit_from).and_then(date);
    let to = day(&profile.limit_to).and_then(date);
    let span = |level, from, to| LevelSpan { insurer: client.insurer, level, from, to };
    let changed = day(&profile.level_changed_on).filter(|day| day.month == month).and_then(date);
    let before = CareLevel::from_code(&profile.previous_level).filter(|before| *before != level);
    match (changed, before) {
        (Some(changed), Some(before)) if changed > first => {
            // The limit's dates may be those of the new level already.
            let began = from.filter(|from| *from < changed).unwrap_or(first);
            vec![span(before, began, changed.pred_opt()), span(level, changed, to)]
        }
        _ => vec![span(level, from.unwrap_or(first), to)],
    }
}
