//! The planned rows of one service of one client.

use super::catalogue::{self as codes, Service};
use super::random::pick;
use super::rows::{Item, Row};
use crate::domain::month::ServiceMonth;
use chrono::Weekday;
use fastrand::Rng;

/// Where the rows of one service are put together.
#[derive(Debug)]
pub(super) struct Desk<'a> {
    /// Chance.
    pub(super) rng: &'a mut Rng,
    /// The month.
    pub(super) month: ServiceMonth,
    /// 0 to 4, from the client's level.
    pub(super) grade: usize,
    /// Who serves.
    pub(super) provider: usize,
    /// Adds the percent addition.
    pub(super) with_percent: bool,
    /// Number of the last visit given out.
    pub(super) visits: &'a mut u32,
    /// Weekdays (0 is Monday) that have a day service already.
    pub(super) taken: Vec<usize>,
}

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

impl Desk<'_> {
    /// Rows of a kind; `size` is how much of it: weekdays, nights or pieces of equipment.
    pub(super) fn rows(&mut self, kind: &str, size: usize) -> Vec<Row> {
        let mut rows = match kind {
            "11" => self.home_help(size),
            "13" => self.nursing(size),
            "15" => self.day_care(&codes::DAY_CARE, &codes::DAY_CARE_PARTS, size),
            "78" => self.day_care(&codes::SMALL_DAY_CARE, &codes::SMALL_DAY_CARE_PARTS, size),
            "16" => self.day_care(&codes::DAY_REHAB, &codes::DAY_REHAB_PARTS, size),
            "17" => self.equipment(&codes::EQUIPMENT, size),
            "67" => self.equipment(&codes::LIGHT_EQUIPMENT, size),
            "21" => self.stay(size),
            "31" => self.advice(size),
            "A2" => self.local(&codes::A2_VISIT, &codes::A2_MONTH, size),
            "A6" => self.local(&codes::A6_VISIT, &codes::A6_MONTH, size),
            _ => self.rehab(),
        };
        let last = self.month.days();
        if rows.iter().any(|row| row.visit > 0) {
            let monthly = codes::monthly_of(kind).filter(|_| self.rng.bool());
            rows.extend(monthly.map(|code| Row::new(self.provider, code, last)));
            let percent = codes::improvement_of(kind).filter(|_| self.with_percent);
            rows.extend(percent.map(|code| Row::new(self.provider, code, last)));
        }
        rows
    }

    fn days(&self, weekday: usize) -> Vec<u8> {
        let weekday = WEEK.get(weekday).copied();
        (1..=self.month.days()).filter(|day| self.month.weekday(*day) == weekday).collect()
    }

    fn weekdays(&mut self, how_many: usize, of: usize) -> Vec<usize> {
        let mut free: Vec<usize> = (0..of).filter(|weekday| !self.taken.contains(weekday)).collect();
        self.rng.shuffle(&mut free);
        free.truncate(how_many);
        free.sort_unstable();
        free
    }

    fn next_visit(&mut self) -> u32 {
        *self.visits += 1;
        *self.visits
    }

    /// A visit, its additions at the same times.
    fn visit(&mut self, day: u8, start: u16, minutes: u16, codes: &[&'static Service]) -> Vec<Row> {
        let visit = self.next_visit();
        let times = Some((start, start + minutes));
        codes.iter().map(|code| Row { times, visit, ..Row::new(self.provider, code, day) }).collect()
    }

    /// The same visit on every such weekday of the month.
    fn weekly(&mut self, weekday: usize, start: u16, codes: &[&'static Service]) -> Vec<Row> {
        let minutes = codes.iter().map(|code| code.minutes).max().unwrap_or_default();
        self.days(weekday).into_iter().flat_map(|day| self.visit(day, start, minutes, codes)).collect()
    }

    fn any(&mut self, list: &'static [Service]) -> &'static Service {
        let at = self.rng.usize(..list.len().max(1));
        list.get(at).unwrap_or(&codes::THERAPY)
    }

    fn home_help(&mut self, per_week: usize) -> Vec<Row> {
        self.taken.clear();
        let mut rows = Vec::new();
        for weekday in self.weekdays(per_week, 7) {
            let morning = 60 * self.rng.u16(8..12) + 15 * self.rng.u16(0..4);
            let code =
                if self.rng.u8(0..3) == 0 { self.any(&codes::HOUSEHOLD) } else { self.any(&codes::BODY) };
            rows.extend(self.weekly(weekday, morning, &[code]));
            if self.rng.u8(0..4) == 0 {
                let evening = 60 * self.rng.u16(18..21) + 30 * self.rng.u16(0..2);
                let code = self.any(&codes::EVENING);
                rows.extend(self.weekly(weekday, evening, &[code]));
            }
        }
        if self.rng.u8(0..12) == 0 {
            let first = rows.iter().min_by_key(|row| row.day).map(|row| (row.day, row.times, row.visit));
            if let Some((day, times, visit)) = first {
                rows.push(Row { times, visit, ..Row::new(self.provider, &codes::HELP_FIRST, day) });
            }
        }
        rows
    }

    fn nursing(&mut self, per_week: usize) -> Vec<Row> {
        self.taken.clear();
        let mut rows = Vec::new();
        for weekday in self.weekdays(per_week, 5) {
            let start = 60 * self.rng.u16(9..16) + 30 * self.rng.u16(0..2);
            if self.rng.u8(0..3) == 0 {
                let twice = self.weekly(weekday, start, &[&codes::THERAPY]);
                let end = start + 2 * codes::THERAPY.minutes;
                rows.extend(twice.into_iter().map(|row| Row { count: 2, times: Some((start, end)), ..row }));
            } else {
                let code = self.any(&codes::NURSING);
                rows.extend(self.weekly(weekday, start, &[code]));
            }
        }
        if self.rng.bool() {
            rows.push(Row::new(self.provider, &codes::ON_CALL, 1));
        }
        rows
    }

    fn day_care(
        &mut self,
        by_level: &'static [[Service; 2]; 5],
        parts: &'static [Service; 3],
        per_week: usize,
    ) -> Vec<Row> {
        let Some([half, whole]) = by_level.get(self.grade) else {
            return Vec::new();
        };
        let [bath, training, no_ride] = parts;
        let base = if self.rng.u8(0..5) == 0 { half } else { whole };
        let start = 540 + 15 * self.rng.u16(0..3);
        let mut together = vec![base];
        together.extend((self.rng.u8(0..4) > 0).then_some(bath));
        together.extend((self.rng.u8(0..5) > 2).then_some(training));
        together.extend((self.rng.u8(0..10) == 0).then_some(no_ride));
        let weekdays = self.weekdays(per_week, 6);
        weekdays.into_iter().flat_map(|weekday| self.weekly(weekday, start, &together)).collect()
    }

    fn stay(&mut self, nights: usize) -> Vec<Row> {
        let Some(code) = codes::STAY.get(self.grade) else {
            return Vec::new();
        };
        let nights = u8::try_from(nights).unwrap_or(2).max(2);
        let before = if self.rng.u8(0..3) == 0 { self.rng.u8(1..9) } else { 0 };
        let first = self.rng.u8(3..=self.month.days().saturating_sub(nights).max(4));
        let mut rows = Vec::new();
        for day in first..first + nights {
            let visit = self.next_visit();
            let night = |code| Row { visit, stay_before: Some(before), ..Row::new(self.provider, code, day) };
            rows.push(night(code));
            if day == first || day + 1 == first + nights {
                rows.push(night(&codes::STAY_RIDE));
            }
        }
        rows
    }

    fn advice(&mut self, times: usize) -> Vec<Row> {
        let code = self.any(&codes::ADVICE);
        let start = 60 * self.rng.u16(10..16);
        let day = self.rng.u8(1..=14);
        let days = [day, day + 14];
        days.into_iter().take(times).flat_map(|day| self.visit(day, start, code.minutes, &[code])).collect()
    }

    fn equipment(&mut self, list: &'static [Service], pieces: usize) -> Vec<Row> {
        let mut rows: Vec<Row> = Vec::new();
        for _ in 0..pieces {
            let code = self.any(list);
            let (maker, model) = (self.rng.u32(100..1900), self.rng.u32(1..900));
            let by_notification = self.rng.u8(0..20) == 0;
            let item = Item {
                number: format!("{maker:05}-{model:06}"),
                by_notification,
                name: format!(
                    "{}　{}",
                    code.name,
                    pick(&["標準", "Ⅱ型", "軽量ﾀｲﾌﾟ", "\"匠\", 幅90cm"], self.rng.usize(..))
                ),
            };
            let units = code.units + 10 * self.rng.i32(-5..=5);
            let visit = self.next_visit();
            rows.push(Row { units, visit, item: Some(item), ..Row::new(self.provider, code, 1) });
        }
        // The same piece twice, as the two rails of a bed: told apart by 明細判別コード alone but for the model.
        if pieces > 1
            && self.rng.u8(0..3) == 0
            && let Some(first) = rows.first().cloned()
        {
            let visit = self.next_visit();
            rows.push(Row { visit, ..first });
        }
        number_lines(&mut rows);
        rows
    }

    /// Visits of 総合事業: each counted, or one price a month (every real day carries it), or by the day because the
    /// client came during the month.
    fn local(&mut self, counted: &'static [Service], monthly: &'static [Service], size: usize) -> Vec<Row> {
        let start = 540 + 30 * self.rng.u16(0..10);
        let way = self.rng.u8(0..10);
        let twice = usize::from(self.grade == 1 && size > 1);
        if way < 5 {
            let code = self.any(counted);
            let weekdays = self.weekdays(1 + twice, 5);
            return weekdays.into_iter().flat_map(|weekday| self.weekly(weekday, start, &[code])).collect();
        }
        let Some(code) = monthly.get(twice) else {
            return Vec::new();
        };
        let weekdays = self.weekdays(1 + twice, 5);
        let mut rows: Vec<Row> =
            weekdays.into_iter().flat_map(|weekday| self.weekly(weekday, start, &[code])).collect();
        let prorated =
            codes::A2_PRORATED.get(twice).filter(|by_day| way == 9 && by_day.kind() == code.kind());
        if let Some(by_day) = prorated {
            rows = self.prorated(by_day);
        }
        rows
    }

    fn prorated(&mut self, code: &'static Service) -> Vec<Row> {
        let first = self.rng.u8(5..=18);
        let days = self.month.days();
        let mask = (first..=days).fold(0_u32, |mask, day| mask | 1 << (day - 1));
        let visit = self.next_visit();
        vec![Row {
            count: days - first + 1,
            prorated: Some(mask),
            visit,
            ..Row::new(self.provider, code, first)
        }]
    }

    fn rehab(&mut self) -> Vec<Row> {
        let Some(code) = codes::REHAB_MONTH.get(self.grade.min(1)) else {
            return Vec::new();
        };
        let weekdays = self.weekdays(1 + self.grade.min(1), 5);
        weekdays.into_iter().flat_map(|weekday| self.weekly(weekday, 570, &[code])).collect()
    }
}

/// 明細判別コード 1, 2 … for lines of one code and the same units.
fn number_lines(rows: &mut [Row]) {
    let keys: Vec<(&str, i32)> = rows.iter().map(|row| (row.code.code, row.units)).collect();
    for (at, row) in rows.iter_mut().enumerate() {
        let same = |key: &&(&str, i32)| **key == (row.code.code, row.units);
        if keys.iter().filter(same).count() > 1 {
            let before = keys.iter().take(at).filter(same).count();
            row.line = u8::try_from(before + 1).unwrap_or(u8::MAX);
        }
    }
}
