//! What was done of a client's plan: most of it, with differences.

use super::catalogue;
use super::offices::Offices;
use super::people::Client;
use super::planted::{Planted, PlantedClass};
use super::random::{Stream, stream};
use super::rows::{self, Row};
use super::{DemoOptions, sheet};
use crate::domain::codes::UnitType;
use crate::format::exchange::edition::Edition;
use fastrand::Rng;
use std::collections::BTreeSet;

/// A provider and a kind of service.
pub(super) type Bucket = (usize, &'static str);

/// What is still to be planted over the whole month.
#[derive(Debug)]
pub(super) struct Owed {
    /// Classes that no client has shown yet.
    pub(super) classes: Vec<PlantedClass>,
    /// How many of them one client may take.
    pub(super) a_client: usize,
    /// Providers already listed for computing percent additions.
    pub(super) computing: BTreeSet<usize>,
}

impl Owed {
    /// Everything, spread over the clients.
    pub(super) fn new(options: &DemoOptions) -> Self {
        let all = PlantedClass::BY_VISIT;
        let classes = if options.differences_per_mille == 0 { Vec::new() } else { all.to_vec() };
        let clients = usize::try_from(options.clients).unwrap_or(usize::MAX).max(1);
        Self { classes, a_client: all.len().div_ceil(clients), computing: BTreeSet::new() }
    }
}

/// One client's month being carried out.
#[derive(Debug)]
pub(super) struct Course<'a> {
    rng: Rng,
    options: &'a DemoOptions,
    client: &'a Client,
    offices: &'a Offices,
    rows: Vec<Row>,
    planted: Vec<Planted>,
    /// Cancelled, extra and moved visits of one provider and kind would be paired with each other.
    shapes: Vec<(Bucket, PlantedClass)>,
    touched: BTreeSet<u32>,
    last_visit: u32,
}

impl<'a> Course<'a> {
    /// Begins with everything as planned.
    pub(super) fn new(
        options: &'a DemoOptions,
        client: &'a Client,
        offices: &'a Offices,
        plan: &[Row],
    ) -> Self {
        Self {
            rng: stream(options.seed, Stream::Actual, client.index),
            options,
            client,
            offices,
            rows: plan.to_vec(),
            planted: Vec::new(),
            shapes: Vec::new(),
            touched: BTreeSet::new(),
            last_visit: plan.iter().map(|row| row.visit).max().unwrap_or_default(),
        }
    }

    /// The rows done and what was planted; nothing happens to the visits of `spared`, whose files are special.
    pub(super) fn run(mut self, owed: &mut Owed, spared: &[Bucket]) -> (Vec<Row>, Vec<Planted>) {
        let mut visits: Vec<u32> =
            self.rows.iter().filter(|row| !spared.contains(&bucket(row))).map(|row| row.visit).collect();
        visits.sort_unstable();
        visits.dedup();
        visits.retain(|visit| *visit > 0);
        let mut shuffled = visits.clone();
        self.rng.shuffle(&mut shuffled);
        self.pay(owed, &shuffled);
        for visit in visits {
            if self.rng.u32(0..1000) < self.options.differences_per_mille {
                let class = self.any_class();
                let ways = [class, PlantedClass::Missing, PlantedClass::FewerMonthlyDays];
                let _ = ways.into_iter().any(|way| self.apply(way, visit));
            }
        }
        self.compute_percents(owed, spared);
        rows::sort(&mut self.rows);
        (self.rows, self.planted)
    }

    /// Plants classes that are still owed, the first visit that has room for one.
    fn pay(&mut self, owed: &mut Owed, visits: &[u32]) {
        let mut left = owed.a_client;
        for class in owed.classes.clone() {
            if left > 0 && visits.iter().any(|visit| self.apply(class, *visit)) {
                owed.classes.retain(|other| *other != class);
                left -= 1;
            }
        }
    }

    fn any_class(&mut self) -> PlantedClass {
        match self.rng.u8(0..21) {
            0..=6 => PlantedClass::Missing,
            7..=9 => PlantedClass::TimeChanged,
            10..=12 => PlantedClass::MovedDate,
            13..=15 => PlantedClass::Extra,
            16 | 17 => PlantedClass::CodeChanged,
            18 => PlantedClass::CountChanged,
            19 => PlantedClass::DiscriminatorChanged,
            _ => PlantedClass::UnitsChanged,
        }
    }

    fn apply(&mut self, class: PlantedClass, visit: u32) -> bool {
        if self.touched.contains(&visit) {
            return false;
        }
        let Some(base) = self.rows.iter().find(|row| row.visit == visit).cloned() else {
            return false;
        };
        let done = match base.code.unit {
            UnitType::Month => class == PlantedClass::FewerMonthlyDays && self.fewer_days(&base),
            UnitType::Item | UnitType::Day => self.change_without_times(class, &base),
            UnitType::Time | UnitType::Percent => self.change_visit(class, &base),
        };
        if done {
            self.touched.insert(visit);
        }
        done
    }

    fn change_without_times(&mut self, class: PlantedClass, base: &Row) -> bool {
        match class {
            PlantedClass::Missing => self.cancel(base),
            PlantedClass::UnitsChanged => self.other_units(base),
            PlantedClass::DiscriminatorChanged => self.other_piece(base),
            _ => false,
        }
    }

    fn change_visit(&mut self, class: PlantedClass, base: &Row) -> bool {
        match class {
            PlantedClass::Missing => self.cancel(base),
            PlantedClass::Extra => self.once_more(base),
            PlantedClass::MovedDate => self.other_day(base),
            PlantedClass::CodeChanged => self.other_length(base),
            PlantedClass::CountChanged => self.one_more(base),
            PlantedClass::UnitsChanged => self.other_units(base),
            PlantedClass::TimeChanged => self.other_time(base),
            _ => false,
        }
    }

    /// Whether a cancelled, extra or moved visit of this provider and kind is not confused with another one.
    fn may_take_shape(&mut self, class: PlantedClass, base: &Row) -> bool {
        let key = bucket(base);
        let free = self.shapes.iter().all(|(other, shape)| *other != key || *shape == class);
        if free {
            self.shapes.push((key, class));
        }
        free
    }

    fn note(&mut self, class: PlantedClass, before: Option<&Row>, after: Option<&Row>) -> bool {
        let provider =
            before.or(after).and_then(|row| self.offices.get(row.provider)).map(|office| office.number);
        let planted = Planted { client: self.client.key, provider, ..Planted::new(class) };
        self.planted.push(planted.rows(before, after));
        true
    }

    fn edit(&mut self, visit: u32, change: impl Fn(&mut Row)) {
        self.rows.iter_mut().filter(|row| row.visit == visit).for_each(change);
    }

    fn edit_base(&mut self, class: PlantedClass, base: &Row, change: impl Fn(&mut Row)) -> bool {
        let mut after = base.clone();
        change(&mut after);
        if let Some(row) = self.rows.iter_mut().find(|row| row.visit == base.visit) {
            *row = after.clone();
        }
        self.note(class, Some(base), Some(&after))
    }

    fn cancel(&mut self, base: &Row) -> bool {
        if !self.may_take_shape(PlantedClass::Missing, base) {
            return false;
        }
        self.rows.retain(|row| row.visit != base.visit);
        self.note(PlantedClass::Missing, Some(base), None)
    }

    /// A day without a visit of this provider and kind, the nearest one.
    fn free_day(&self, base: &Row) -> Option<u8> {
        let used: Vec<u8> =
            self.rows.iter().filter(|row| bucket(row) == bucket(base)).map(|row| row.day).collect();
        let mut days: Vec<u8> = (1..=self.options.month.days()).filter(|day| !used.contains(day)).collect();
        days.sort_by_key(|day| (day.abs_diff(base.day), *day));
        days.first().copied()
    }

    fn once_more(&mut self, base: &Row) -> bool {
        let Some(day) = self.free_day(base) else {
            return false;
        };
        if !self.may_take_shape(PlantedClass::Extra, base) {
            return false;
        }
        self.last_visit += 1;
        let visit = self.last_visit;
        let of_base: Vec<Row> =
            self.rows.iter().filter(|row| row.visit == base.visit && row.is_counted()).cloned().collect();
        let copies = of_base.into_iter().map(|row| Row { day, visit, ..row });
        self.rows.extend(copies);
        self.note(PlantedClass::Extra, None, Some(&Row { day, ..base.clone() }))
    }

    fn other_day(&mut self, base: &Row) -> bool {
        let Some(day) = self.free_day(base) else {
            return false;
        };
        if !self.may_take_shape(PlantedClass::MovedDate, base) {
            return false;
        }
        self.edit(base.visit, |row| row.day = day);
        self.note(PlantedClass::MovedDate, Some(base), Some(&Row { day, ..base.clone() }))
    }

    fn other_time(&mut self, base: &Row) -> bool {
        let by = [15, 30, 60].get(self.rng.usize(..3)).copied().unwrap_or(30);
        let Some((start, end)) = base.times else {
            return false;
        };
        // Near midnight only earlier, so that no visit runs into the next day.
        let times = if self.rng.bool() && end + by < 24 * 60 {
            (start + by, end + by)
        } else {
            (start - by, end - by)
        };
        self.edit(base.visit, |row| row.times = Some(times));
        self.note(PlantedClass::TimeChanged, Some(base), Some(&Row { times: Some(times), ..base.clone() }))
    }

    fn other_length(&mut self, base: &Row) -> bool {
        let Some(code) = catalogue::other_length(base.code) else {
            return false;
        };
        let Some((start, _)) = base.times else {
            return false;
        };
        let times = Some((start, start + code.minutes));
        self.edit(base.visit, |row| row.times = times);
        self.edit_base(PlantedClass::CodeChanged, base, |row| {
            row.code = code;
            row.units = code.units;
            row.times = times;
        })
    }

    fn one_more(&mut self, base: &Row) -> bool {
        matches!(base.kind(), "11" | "13" | "A2")
            && self.edit_base(PlantedClass::CountChanged, base, |row| row.count += 1)
    }

    fn other_units(&mut self, base: &Row) -> bool {
        let by = if self.rng.bool() { 10 } else { -7 };
        self.edit_base(PlantedClass::UnitsChanged, base, |row| row.units += by)
    }

    fn other_piece(&mut self, base: &Row) -> bool {
        let Some(item) = &base.item else { return false };
        // The twin of a numbered line would be taken for it.
        let has_twin = self.rows.iter().any(|row| row.visit != base.visit && row.code.code == base.code.code);
        if has_twin {
            return false;
        }
        if self.options.edition == Edition::V3 {
            return self.edit_base(PlantedClass::DiscriminatorChanged, base, |row| row.line += 1);
        }
        let number = format!("{:05}-{:06}", self.rng.u32(2000..3000), self.rng.u32(1..900));
        let other = super::rows::Item { number, ..item.clone() };
        self.edit_base(PlantedClass::DiscriminatorChanged, base, |row| {
            row.item = Some(other.clone());
        })
    }

    /// A service by the month came once less; it still counts as a whole, as long as one day is left.
    fn fewer_days(&mut self, base: &Row) -> bool {
        let days =
            self.rows.iter().filter(|row| bucket(row) == bucket(base) && row.code.code == base.code.code);
        if days.count() < 2 {
            return false;
        }
        self.rows.retain(|row| row.visit != base.visit);
        self.note(PlantedClass::FewerMonthlyDays, Some(base), None)
    }

    fn compute_percents(&mut self, owed: &mut Owed, spared: &[Bucket]) {
        let all = self.rows.clone();
        for at in 0..self.rows.len() {
            let Some(row) = self.rows.get_mut(at).filter(|row| row.code.unit == UnitType::Percent) else {
                continue;
            };
            if !self.offices.get(row.provider).is_some_and(|office| office.computes_percent) {
                continue;
            }
            let before = row.clone();
            row.units = i32::try_from(sheet::percent_units(&all, row)).unwrap_or_default();
            let after = row.clone();
            if !spared.contains(&bucket(&after)) && owed.computing.insert(after.provider) {
                self.note(PlantedClass::PercentComputed, Some(&before), Some(&after));
            }
        }
    }
}

/// Provider and kind of a row.
pub(super) fn bucket(row: &Row) -> Bucket {
    (row.provider, row.kind())
}
