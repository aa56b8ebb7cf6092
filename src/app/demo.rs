//! The invented month of `kyukan demo`: an office's plans and actuals of any size, the same for the same options.
//!
//! Nobody in it exists and none of its codes is a tariff. It is made client by client, so that a corporation's month
//! needs little more memory than its files.

use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::format::exchange::edition::Edition;
use crate::format::exchange::write::WriteError;
use actual::{Bucket, Course, Owed};
use files::Files;
use offices::Offices;
use people::Client;
pub use planted::{Planted, PlantedClass};
use rows::Row;
use std::collections::BTreeMap;

mod actual;
mod catalogue;
mod faults;
mod files;
mod offices;
mod people;
mod plan;
mod planted;
mod profile;
mod random;
mod rows;
mod services;
mod sheet;
#[cfg(test)]
mod tests;

/// What sort of office the month belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OfficeSort {
    /// 居宅介護支援事業所 (kind 43): clients of 要介護１ to ５.
    CareManagement,
    /// 地域包括支援センター (kind 46): clients of 介護予防 and 総合事業.
    Prevention,
}

/// What the month shall be like.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoOptions {
    /// Clients, at most a million.
    pub clients: u32,
    /// Providers, 1 to 9,998.
    pub providers: u32,
    /// Care managers, at least one.
    pub managers: u32,
    /// The same seed gives the same month; the plans do not depend on differences, faults or the edition.
    pub seed: u64,
    /// Edition of all files.
    pub edition: Edition,
    /// The service month.
    pub month: ServiceMonth,
    /// Sort of office.
    pub office: OfficeSort,
    /// Share of visits that do not happen as planned. Above 0 every class of difference occurs at least once as far
    /// as the month has room for it; at 0 everything happens as planned.
    pub differences_per_mille: u32,
    /// Puts faults into some actual files.
    pub faults: bool,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The month.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DemoMonth {
    /// The office whose month it is.
    pub care_office: OfficeNumber,
    /// The files it has sent and received, ordered by name (what is no exchange file comes last).
    pub files: Vec<DemoFile>,
    /// The service code master: `code,name,units,in_limit,unit_type`.
    pub codes_csv: String,
    /// What does not agree, in the order of the clients; faults come last.
    pub planted: Vec<Planted>,
}

/// What every part needs to know.
#[derive(Clone, Debug)]
struct Setting {
    month: ServiceMonth,
    edition: Edition,
    care_office: OfficeNumber,
    care_kind: &'static str,
}

impl Setting {
    fn of(options: &DemoOptions) -> Self {
        let (number, care_kind) = match options.office {
            OfficeSort::CareManagement => ("1379900010", "43"),
            OfficeSort::Prevention => ("1309900007", "46"),
        };
        let care_office = offices::office_number(number);
        Self { month: options.month, edition: options.edition, care_office, care_kind }
    }
}

/// Provider and kind whose actual files are special.
#[derive(Clone, Copy, Debug, Default)]
struct Special {
    never: Option<Bucket>,
    resent: Option<Bucket>,
}

/// How many clients are looked at to find out who serves many; more would make the first clients' month depend on
/// the later ones.
const SURVEYED: u32 = 60;

/// Invents the month.
///
/// # Errors
/// A text of the month cannot be written; that would be an error in its lists of names.
pub fn demo_month(options: &DemoOptions) -> Result<DemoMonth, WriteError> {
    let setting = Setting::of(options);
    let offices = Offices::invent(options);
    let special = special_buckets(options, &offices);
    let mut making = Making {
        options,
        offices: &offices,
        special,
        files: Files::new(&setting, &offices),
        owed: Owed::new(options),
        planted: Vec::new(),
        deletes_actual: options.differences_per_mille > 0 && options.clients >= 20,
        withdraws_plan: options.differences_per_mille > 0 && options.clients >= 20,
    };
    for index in 0..options.clients.min(people::MOST_CLIENTS) {
        making.client(&people::client(options, index))?;
    }
    let mut planted = making.planted;
    let number = |(provider, _): Bucket| offices.get(provider).map(|office| office.number);
    for (class, bucket) in [(PlantedClass::NotArrived, special.never), (PlantedClass::Resent, special.resent)]
    {
        let Some(bucket) = bucket else { continue };
        let name = making.files.actual_name(making.files.desk(bucket));
        let file = Some(name).filter(|_| class == PlantedClass::Resent);
        planted.push(Planted { provider: number(bucket), kind: bucket.1, file, ..Planted::new(class) });
    }
    let mut files = making.files.finish(special.never);
    if options.faults {
        faults::plant(&mut files, &setting, &mut planted);
    }
    Ok(DemoMonth { care_office: setting.care_office, files, codes_csv: catalogue::as_csv(), planted })
}

/// Among providers of a single kind: the one with fewest clients never sends, the one with most sends twice.
fn special_buckets(options: &DemoOptions, offices: &Offices) -> Special {
    if options.differences_per_mille == 0 {
        return Special::default();
    }
    let mut clients: BTreeMap<Bucket, u32> = BTreeMap::new();
    for index in 0..options.clients.min(SURVEYED) {
        let plan = plan::plan_of(options, &people::client(options, index), offices);
        for bucket in buckets(&plan) {
            *clients.entry(bucket).or_default() += 1;
        }
    }
    clients.retain(|(provider, _), _| offices.get(*provider).is_some_and(|office| office.kinds.len() == 1));
    if clients.len() < 3 {
        return Special::default();
    }
    // The first version lacks the last visit, so it needs a kind with several a month.
    let resent = clients
        .iter()
        .filter(|((_, kind), _)| !matches!(*kind, "17" | "67" | "31" | "21"))
        .max_by_key(|(bucket, count)| (**count, **bucket))
        .map(|(bucket, _)| *bucket);
    let never = clients
        .iter()
        .filter(|(bucket, _)| offices.get(bucket.0).is_some_and(|office| !office.computes_percent))
        .min_by_key(|(bucket, count)| (**count, **bucket))
        .map(|(bucket, _)| *bucket);
    Special { never: never.filter(|never| Some(*never) != resent), resent }
}

/// Providers and kinds of a plan.
fn buckets(rows: &[Row]) -> Vec<Bucket> {
    let mut buckets: Vec<Bucket> = rows.iter().map(actual::bucket).collect();
    buckets.sort_unstable();
    buckets.dedup();
    buckets
}

/// The month while it is being made.
#[derive(Debug)]
struct Making<'a> {
    options: &'a DemoOptions,
    offices: &'a Offices,
    special: Special,
    files: Files<'a>,
    owed: Owed,
    planted: Vec<Planted>,
    deletes_actual: bool,
    withdraws_plan: bool,
}

impl Making<'_> {
    fn client(&mut self, client: &Client) -> Result<(), WriteError> {
        let mut plan = plan::plan_of(self.options, client, self.offices);
        if plan.is_empty() {
            return Ok(());
        }
        self.files.add_plan(client, &plan)?;
        if self.withdraws_plan && client.index >= 16 {
            plan = self.withdraw(client, plan)?;
        }
        let mut spared: Vec<Bucket> =
            [self.special.never, self.special.resent].into_iter().flatten().collect();
        let deleted = self.delete_target(client, &plan, &spared);
        spared.extend(deleted);
        let (done, planted) =
            Course::new(self.options, client, self.offices, &plan).run(&mut self.owed, &spared);
        self.planted.extend(planted);
        self.files.add_actuals(client, &done, self.special.resent)?;
        if let Some(bucket) = deleted {
            self.deletes_actual = false;
            let file = self.files.delete_actuals(client, bucket)?;
            let planted = self.about(PlantedClass::ActualDeleted, client, bucket);
            self.planted.push(Planted { file: Some(file), ..planted });
        }
        Ok(())
    }

    fn about(&self, class: PlantedClass, client: &Client, (provider, kind): Bucket) -> Planted {
        let provider = self.offices.get(provider).map(|office| office.number);
        Planted { client: client.key, provider, kind, ..Planted::new(class) }
    }

    fn delete_target(&self, client: &Client, plan: &[Row], spared: &[Bucket]) -> Option<Bucket> {
        let wanted = self.deletes_actual && client.index >= 13;
        buckets(plan).into_iter().find(|bucket| wanted && !spared.contains(bucket))
    }

    /// Takes the last provider out of the plan, when others are left and its files are not special.
    fn withdraw(&mut self, client: &Client, plan: Vec<Row>) -> Result<Vec<Row>, WriteError> {
        let special = [self.special.never, self.special.resent];
        let providers = buckets(&plan);
        let gone =
            providers.iter().rev().find(|bucket| !special.contains(&Some(**bucket))).map(|bucket| bucket.0);
        let (out, left): (Vec<Row>, Vec<Row>) =
            plan.iter().cloned().partition(|row| Some(row.provider) == gone);
        if out.is_empty() || left.is_empty() {
            return Ok(plan);
        }
        self.withdraws_plan = false;
        let gone = buckets(&out);
        self.files.revise_plan(client, &left, &gone)?;
        for bucket in gone {
            let planted = self.about(PlantedClass::PlanWithdrawn, client, bucket);
            self.planted.push(planted);
        }
        Ok(left)
    }
}
