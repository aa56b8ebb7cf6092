//! The record of a claim for 国保連, and what is missing for it.

use super::codes::Line;
use super::due::Due;
use super::{ClaimFault, ClaimNote, Desk, FeeCase, FeeEntry, LineName};
use crate::app::own::FeeKind;
use crate::app::registers::ClientEntry;
use crate::benefit::fee::{FeeClaim, FeeNote};
use crate::domain::ids::ServiceCode;
use crate::domain::month::{Day, ServiceMonth};
use crate::format::kokuhoren::fee::{self as form, FeeLine, PublicPayer};
use chrono::{Datelike, NaiveDate};

/// The most that units of six digits can be.
const MOST_UNITS: i64 = 999_999;

/// The most that a unit price of four digits can be, in hundredths of a yen.
const MOST_PRICE: u32 = 9_999;

/// Makes the record, or tells what is missing for it.
pub(super) fn fill(
    desk: &Desk<'_>,
    case: &FeeCase<'_>,
    due: &Due,
    entered: &[ServiceCode],
    entry: &mut FeeEntry,
) {
    let Ok(claim) = &entry.claim else { return };
    let claim = &claim.clone();
    let rules = claim.notes.iter().filter(|note| **note != FeeNote::CodeNeedsMaster);
    entry.notes.extend(rules.cloned().map(ClaimNote::Rule));
    let is_base_gone = claim.items.first().is_some_and(|item| item.name.is_empty() && item.units == 0);
    if is_base_gone || claim.total == 0 {
        entry.notes.push(ClaimNote::NothingToClaim);
        return;
    }
    let register = desk.own.registers.client(case.case.client);
    let mut maker = Maker { desk, case, due, entered, register, entry };
    let record = maker.record(claim).filter(|_| maker.entry.faults.is_empty());
    match record.as_ref().and_then(form::FeeClaim::fault) {
        Some(fault) => maker.entry.faults.push(ClaimFault::Record(fault)),
        None => maker.entry.slip = record,
    }
}

/// Makes a record; what is missing goes to the entry.
struct Maker<'m, 'a> {
    desk: &'m Desk<'a>,
    case: &'m FeeCase<'m>,
    due: &'m Due,
    /// Service codes that people entered.
    entered: &'m [ServiceCode],
    register: Option<&'m ClientEntry>,
    entry: &'m mut FeeEntry,
}

impl Maker<'_, '_> {
    /// Looks for everything, so that all that is missing is told at once.
    fn record(&mut self, claim: &FeeClaim) -> Option<form::FeeClaim> {
        let lines = self.lines(claim);
        let unit_price = self.price();
        let public = self.public();
        let birth_date = self.or_fault(self.case.person.birth_date, ClaimFault::NoBirthDate);
        let sex = self.or_fault(self.case.person.sex, ClaimFault::NoSex);
        let certification = self.certification();
        let request_filed_on = self.filed_on();
        let care_manager = self.manager();
        self.contract();
        let (cert_from, cert_to) = certification?;
        Some(form::FeeClaim {
            form: self.due.form(),
            office: self.desk.own.number,
            office_class: self.desk.own.class,
            month: self.desk.own.month,
            client: self.case.case.client,
            unit_price: unit_price?,
            public,
            birth_date: birth_date?,
            sex: sex?,
            level: self.due.level?.into(),
            cert_from,
            cert_to,
            request_filed_on,
            care_manager,
            lines: lines?,
        })
    }

    fn or_fault<T>(&mut self, value: Option<T>, fault: ClaimFault) -> Option<T> {
        if value.is_none() {
            self.entry.faults.push(fault);
        }
        value
    }

    fn is_assistance_only(&self) -> bool {
        self.case.case.client.insured.is_public_assistance()
    }

    fn lines(&mut self, claim: &FeeClaim) -> Option<Vec<FeeLine>> {
        let lines = self.desk.book.lines(self.due.kind, claim, self.entered);
        let made: Vec<Option<FeeLine>> = lines.into_iter().map(|line| self.line(line)).collect();
        made.into_iter().collect()
    }

    fn line(&mut self, line: Line) -> Option<FeeLine> {
        let Some((code, _)) = line.code else {
            let Line { name, units, candidates, .. } = line;
            self.entry.faults.push(ClaimFault::NoCode { line: name, units, candidates });
            return None;
        };
        if line.units.saturating_mul(line.count.into()).abs() > MOST_UNITS {
            self.entry.faults.push(ClaimFault::TooLarge(line.name));
            return None;
        }
        let units = line.units;
        let other = self.desk.book.other_units(code, units).filter(|_| line.name != LineName::Treatment);
        if let Some(master) = other {
            self.entry.notes.push(ClaimNote::MasterDiffers { code, units, master });
        }
        if line.units < 0 {
            self.entry.notes.push(ClaimNote::NegativeLine(code));
        }
        self.entry.notes.extend(line.note);
        let units = i32::try_from(line.units).ok()?;
        Some(FeeLine { code, units, count: line.count, remarks: String::new() })
    }

    fn price(&mut self) -> Option<u16> {
        let price = self.desk.of(self.due.kind).price.as_ref().ok().map(|(price, _)| price.hundredths());
        let price = price.filter(|price| *price <= MOST_PRICE).and_then(|price| u16::try_from(price).ok());
        self.or_fault(price, ClaimFault::TooLarge(LineName::Base))
    }

    /// 公費 of people on public assistance only; insurance pays the whole fee of everybody else.
    fn public(&mut self) -> Option<PublicPayer> {
        if !self.is_assistance_only() {
            return None;
        }
        let payer = self.register.and_then(|entry| digits(entry.payer.as_deref(), 8));
        let recipient = self.register.and_then(|entry| digits(entry.recipient.as_deref(), 7));
        let payer = self.or_fault(payer, ClaimFault::NoPayer);
        let recipient = self.or_fault(recipient, ClaimFault::NoRecipient);
        Some(PublicPayer { payer: payer?, recipient: recipient? })
    }

    /// 認定有効期間 of the level of the claim: as entered, else 限度額適用期間.
    fn certification(&mut self) -> Option<(Day, Day)> {
        let entered =
            |date: fn(&ClientEntry) -> Option<NaiveDate>| self.register.and_then(date).and_then(day_of);
        let period = match (entered(|entry| entry.cert_from), entered(|entry| entry.cert_to)) {
            (Some(from), Some(to)) => Some((from, to)),
            (None, None) => {
                let person = self.case.person;
                let period = person.limit_from.zip(person.limit_to);
                if period.is_some() {
                    self.entry.notes.push(ClaimNote::CertificationOfLimit);
                }
                period
            }
            _ => None,
        };
        let (from, to) = self.or_fault(period, ClaimFault::NoCertification)?;
        let (first, last) = ends(self.desk.own.month);
        // The level is that of the last day, and the certificate has to be the one of that level.
        let needed = if self.case.case.level.is_some() { last } else { first };
        if from > last || to < needed || from > to {
            self.entry.faults.push(ClaimFault::CertificationOutside(from, to));
        }
        Some((from, to))
    }

    fn filed_on(&mut self) -> Option<Day> {
        if self.is_assistance_only() {
            return None;
        }
        let filed_on = self.register.and_then(|entry| entry.filed_on).and_then(day_of);
        let filed_on = self.or_fault(filed_on, ClaimFault::NoFiledOn)?;
        if filed_on > ends(self.desk.own.month).1 {
            self.entry.notes.push(ClaimNote::FiledAfterMonth(filed_on));
        }
        Some(filed_on)
    }

    /// 介護支援専門員番号, which 介護予防支援 may leave out.
    fn manager(&mut self) -> Option<String> {
        let own = self.desk.own;
        let name = own.manager_of(self.case.case);
        let entered = own.registers.manager(name, own.month).and_then(|manager| manager.number.as_deref());
        let number = digits(entered, 8);
        match (self.due.kind, &number) {
            (_, Some(_)) => {}
            (FeeKind::Prevention, None) => self.entry.notes.push(ClaimNote::NoManagerNumber(name.to_owned())),
            (FeeKind::Care, None) if name.is_empty() => self.entry.faults.push(ClaimFault::NoManager),
            (FeeKind::Care, None) => self.entry.faults.push(ClaimFault::NoManagerNumber(name.to_owned())),
        }
        number
    }

    fn contract(&mut self) {
        let ended = self.register.and_then(|entry| entry.ended_on).and_then(day_of);
        if let Some(ended) = ended.filter(|ended| ended.month < self.desk.own.month) {
            self.entry.notes.push(ClaimNote::ContractEnded(ended));
        }
    }
}

/// A number of so many digits.
fn digits(text: Option<&str>, width: usize) -> Option<String> {
    let text = text?.trim();
    let fits = text.len() == width && text.bytes().all(|byte| byte.is_ascii_digit());
    fits.then(|| text.to_owned())
}

fn day_of(date: NaiveDate) -> Option<Day> {
    let month = ServiceMonth::new(u16::try_from(date.year()).ok()?, u8::try_from(date.month()).ok()?)?;
    Some(Day { month, day: u8::try_from(date.day()).ok()? })
}

/// First and last day of a month.
fn ends(month: ServiceMonth) -> (Day, Day) {
    (Day { month, day: 1 }, Day { month, day: month.days() })
}
