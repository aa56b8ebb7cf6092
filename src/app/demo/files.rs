//! Names and bytes of the month's files, one client after the other.

use super::actual::Bucket;
use super::offices::Offices;
use super::people::Client;
use super::rows::{Author, Row};
use super::sheet::Printer;
use super::{DemoFile, Setting};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::{ServiceMonth, Timestamp, digits};
use crate::format::exchange::edition::Edition;
use crate::format::exchange::kinds::FileKind;
use crate::format::exchange::name::FileName;
use crate::format::exchange::write::{WriteError, write_texts};
use std::collections::{BTreeMap, BTreeSet};

/// Who gets or sends one file: a provider, in edition 4 with its kind.
pub(super) type Desk = (usize, Option<&'static str>);

/// 第6表, 第7表 and profile on their way to one provider.
#[derive(Debug, Default)]
struct Parcel {
    plan: Vec<u8>,
    sheet: Vec<u8>,
    profile: Vec<u8>,
}

/// Collects the files.
#[derive(Debug)]
pub(super) struct Files<'a> {
    setting: &'a Setting,
    offices: &'a Offices,
    parcels: BTreeMap<Desk, Parcel>,
    actuals: BTreeMap<Desk, Vec<u8>>,
    first_actuals: BTreeMap<Desk, Vec<u8>>,
    single: Vec<DemoFile>,
}

impl<'a> Files<'a> {
    /// None yet.
    pub(super) fn new(setting: &'a Setting, offices: &'a Offices) -> Self {
        let (parcels, actuals, first_actuals) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        Self { setting, offices, parcels, actuals, first_actuals, single: Vec::new() }
    }

    /// The file desk of a provider and kind in this edition.
    pub(super) fn desk(&self, (provider, kind): Bucket) -> Desk {
        (provider, (self.setting.edition == Edition::V4).then_some(kind))
    }

    fn desks(&self, rows: &[Row]) -> BTreeSet<Desk> {
        rows.iter().map(|row| self.desk((row.provider, row.kind()))).collect()
    }

    fn author_date(month: ServiceMonth, day: u8) -> String {
        format!("{}{day:02}", month.compact())
    }

    fn parcel(&self, client: &Client, plan: &[Row], created: &str) -> Result<Parcel, WriteError> {
        let care_office = self.setting.care_office.to_string();
        let author = Author { created, updated_by: &care_office };
        let mut parcel = Parcel::default();
        for row in plan {
            write(
                &mut parcel.plan,
                FileKind::Upplan,
                self.setting,
                &row.texts(client, self.offices, self.setting, &author),
            )?;
        }
        let printer = Printer { client, offices: self.offices, setting: self.setting, created };
        let (rows, over) = printer.rows(plan);
        for texts in rows {
            write(&mut parcel.sheet, FileKind::Upsikyu, self.setting, &texts)?;
        }
        let profile = super::profile::texts(client, self.setting, plan, over);
        write(&mut parcel.profile, FileKind::Uphosoku, self.setting, &profile)?;
        Ok(parcel)
    }

    /// Puts a client's plan into the parcels of all its providers.
    pub(super) fn add_plan(&mut self, client: &Client, plan: &[Row]) -> Result<(), WriteError> {
        let one = self.parcel(client, plan, &Self::author_date(self.setting.month.previous(), 24))?;
        for desk in self.desks(plan) {
            let parcel = self.parcels.entry(desk).or_default();
            parcel.plan.extend_from_slice(&one.plan);
            parcel.sheet.extend_from_slice(&one.sheet);
            parcel.profile.extend_from_slice(&one.profile);
        }
        Ok(())
    }

    /// Sends a revised plan to the providers that are left and withdraws the plan from `gone`.
    pub(super) fn revise_plan(
        &mut self,
        client: &Client,
        plan: &[Row],
        gone: &[Bucket],
    ) -> Result<(), WriteError> {
        let before = self.setting.month.previous();
        let one = self.parcel(client, plan, &Self::author_date(before, 28))?;
        for desk in self.desks(plan) {
            let stamp = timestamp(before, 28, 600 + desk.0);
            self.put(FileKind::Upplan, desk, stamp, one.plan.clone());
            self.put(FileKind::Upsikyu, desk, stamp, one.sheet.clone());
            self.put(FileKind::Uphosoku, desk, stamp, one.profile.clone());
        }
        let desks: BTreeSet<Desk> = gone.iter().map(|bucket| self.desk(*bucket)).collect();
        for desk in desks {
            let month = self.setting.month.compact();
            let version = self.setting.edition.csv_version();
            let texts = [version, &client.insurer, &client.insured, &month].map(str::to_owned);
            let mut bytes = Vec::new();
            write(&mut bytes, FileKind::Dltplan, self.setting, &texts)?;
            self.put(FileKind::Dltplan, desk, timestamp(before, 28, 7200 + desk.0), bytes);
        }
        Ok(())
    }

    /// Puts a client's actuals into the files of its providers.
    pub(super) fn add_actuals(
        &mut self,
        client: &Client,
        done: &[Row],
        resent: Option<Bucket>,
    ) -> Result<(), WriteError> {
        let created = Self::author_date(self.setting.month.next(), 1);
        let last_day = resent.and_then(|resent| {
            let visits = done.iter().filter(|row| row.visit > 0 && (row.provider, row.kind()) == resent);
            visits.map(|row| row.day).max()
        });
        for row in done {
            let Some(office) = self.offices.get(row.provider) else {
                continue;
            };
            let number = office.number.to_string();
            let author = Author { created: &created, updated_by: &number };
            let mut bytes = Vec::new();
            write(
                &mut bytes,
                FileKind::Upjsk,
                self.setting,
                &row.texts(client, self.offices, self.setting, &author),
            )?;
            let bucket = (row.provider, row.kind());
            let desk = self.desk(bucket);
            // The first version was sent before the last day of service was entered.
            if Some(bucket) == resent && Some(row.day) < last_day {
                self.first_actuals.entry(desk).or_default().extend_from_slice(&bytes);
            }
            self.actuals.entry(desk).or_default().extend_from_slice(&bytes);
        }
        Ok(())
    }

    /// Withdraws a client's actuals of one provider and kind.
    pub(super) fn delete_actuals(&mut self, client: &Client, bucket: Bucket) -> Result<String, WriteError> {
        let number = self.offices.get(bucket.0).map(|office| office.number.to_string()).unwrap_or_default();
        let month = self.setting.month.compact();
        let version = self.setting.edition.csv_version();
        let texts = [version, &client.insurer, &client.insured, &month, &number, bucket.1].map(str::to_owned);
        let mut bytes = Vec::new();
        write(&mut bytes, FileKind::Dltjsk, self.setting, &texts)?;
        let stamp = timestamp(self.setting.month.next(), 6, bucket.0);
        Ok(self.put(FileKind::Dltjsk, self.desk(bucket), stamp, bytes))
    }

    /// Name of a provider's UPJSK.
    pub(super) fn actual_name(&self, desk: Desk) -> String {
        let day = if self.first_actuals.contains_key(&desk) {
            5
        } else {
            2 + u8::try_from(desk.0 % 3).unwrap_or_default()
        };
        self.name(FileKind::Upjsk, desk, timestamp(self.setting.month.next(), day, desk.0))
    }

    fn name(&self, kind: FileKind, desk: Desk, stamp: Timestamp) -> String {
        let (provider, provider_kind) = desk;
        let number = self.offices.get(provider).map_or(OfficeNumber::TOTAL, |office| office.number);
        let provider_kind = provider_kind.and_then(ServiceKind::parse);
        let v4 = self.setting.edition == Edition::V4;
        let care_kind = ServiceKind::parse(self.setting.care_kind).filter(|_| v4);
        let care = (self.setting.care_office, care_kind);
        let upwards = matches!(kind, FileKind::Upjsk | FileKind::Dltjsk);
        let (from, to) =
            if upwards { ((number, provider_kind), care) } else { (care, (number, provider_kind)) };
        let name = FileName {
            kind,
            month: Some(self.setting.month),
            sender: from.0,
            sender_kind: from.1,
            receiver: to.0,
            receiver_kind: to.1,
            timestamp: stamp,
            is_odd: false,
        };
        name.build()
    }

    fn put(&mut self, kind: FileKind, desk: Desk, stamp: Timestamp, bytes: Vec<u8>) -> String {
        let name = self.name(kind, desk, stamp);
        self.single.push(DemoFile { name: name.clone(), bytes });
        name
    }

    /// All files, ordered by name, without the actuals of the provider that never sent any.
    pub(super) fn finish(mut self, never: Option<Bucket>) -> Vec<DemoFile> {
        let before = self.setting.month.previous();
        for (desk, parcel) in std::mem::take(&mut self.parcels) {
            let stamp = timestamp(before, 26, desk.0);
            self.put(FileKind::Upplan, desk, stamp, parcel.plan);
            self.put(FileKind::Upsikyu, desk, stamp, parcel.sheet);
            self.put(FileKind::Uphosoku, desk, stamp, parcel.profile);
        }
        let never = never.map(|bucket| self.desk(bucket));
        for (desk, bytes) in std::mem::take(&mut self.actuals) {
            if Some(desk) != never {
                let name = self.actual_name(desk);
                self.single.push(DemoFile { name, bytes });
            }
        }
        for (desk, bytes) in std::mem::take(&mut self.first_actuals) {
            self.put(FileKind::Upjsk, desk, timestamp(self.setting.month.next(), 1, desk.0), bytes);
        }
        self.single.sort_by(|a, b| a.name.cmp(&b.name));
        self.single
    }
}

/// A moment of the working day; `step` tells moments apart.
fn timestamp(month: ServiceMonth, day: u8, step: usize) -> Timestamp {
    let seconds = 9 * 3600 + (step * 7) % (8 * 3600);
    let text = format!(
        "{}{day:02}{:02}{:02}{:02}",
        month.compact(),
        seconds / 3600,
        seconds / 60 % 60,
        seconds % 60
    );
    Timestamp(digits(text.as_bytes()).unwrap_or_default())
}

fn write(out: &mut Vec<u8>, kind: FileKind, setting: &Setting, texts: &[String]) -> Result<(), WriteError> {
    let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
    write_texts(out, kind.columns(), setting.edition, 1, &texts)
}
