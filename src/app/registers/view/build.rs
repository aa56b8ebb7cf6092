//! Fills the typed registers from the rows of the journal.

use super::{
    ClientEntry, Manager, ProviderEntry, Registers, Silence, Since, Terms, Timeline, Unreadable, Whom, plain,
};
use crate::app::decisions::Decisions;
use crate::app::registers::REGISTERS;
use crate::app::registers::cell::Cell;
use crate::app::registers::row::Row;
use crate::benefit::money::BenefitRate;
use crate::benefit::price::{KnownPrice, PriceOwner};
use crate::benefit::rates::{AreaGrade, FeeType};
use crate::domain::ids::{ClientKey, InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::domain::slip::{OfficeClass, Sex};
use chrono::NaiveDate;

impl Registers {
    /// Reads the registers that are in force.
    pub fn of(decisions: &Decisions) -> Self {
        let mut registers = Self::default();
        for register in REGISTERS {
            for (key, cells) in decisions.entries(register.name) {
                let faults = match register.read_entry(key, cells) {
                    Ok(row) if registers.take(register.name, &row).is_some() => continue,
                    Ok(_) => Vec::new(),
                    Err(faults) => faults,
                };
                let (key, cells) = (key.clone(), cells.clone());
                registers.unreadable.push(Unreadable { register: register.name, key, cells, faults });
            }
        }
        registers.order();
        registers
    }

    /// Takes a row in; `None` when it is not one that this view knows.
    fn take(&mut self, register: &str, row: &Row) -> Option<()> {
        match register {
            "managers" => {
                let manager = manager(row)?;
                let timeline = self.managers.entry(plain(&manager.name)).or_default();
                timeline.push(since(row, manager)?);
            }
            "clients" => {
                self.clients.insert(client_key(row)?, client(row));
            }
            "rates" => {
                let rate = (row.percent("rate"), row.flag("reimbursed"));
                self.rates.entry(client_key(row)?).or_default().push(since(row, rate)?);
            }
            "additions" => {
                let of_month = self.additions.entry((client_key(row)?, row.month("month")?)).or_default();
                of_month.push((row.text("name")?, row.number("count").unwrap_or(1)));
            }
            "terms" => self.terms.push(since(row, terms(row)?)?),
            "providers" => {
                self.providers.insert(row.office("office")?, provider(row));
            }
            "prices" => self.take_price(price(row)?),
            "classes" => {
                let class = OfficeClass::from_code(&row.text("class")?)?;
                self.classes.insert((row.office("office")?, row.kind("kind")?), class);
            }
            "silences" => {
                let silence = Silence { reason: row.text("reason")?, until: row.month("to")? };
                self.silences.insert((row.text("check")?, whom(row)?), silence);
            }
            "insurers" => {
                self.insurers.insert(row.insurer("insurer")?, row.text("name")?);
            }
            _ => return None,
        }
        Some(())
    }

    /// Prices of an owner and kind come one behind the other, ordered by month: the newer one ends the older one.
    fn take_price(&mut self, price: KnownPrice) {
        let before = self.prices.last_mut();
        if let Some(before) = before.filter(|one| one.owner == price.owner && one.kind == price.kind) {
            let last = price.from.previous();
            before.to = Some(before.to.map_or(last, |to| to.min(last)));
        }
        self.prices.push(price);
    }

    /// Rows come in the order of their texts, which for several spellings of a name is not that of their months.
    fn order(&mut self) {
        self.managers.values_mut().for_each(by_month);
        self.rates.values_mut().for_each(by_month);
        by_month(&mut self.terms);
    }
}

fn by_month<T>(timeline: &mut Timeline<T>) {
    timeline.sort_by_key(|row| row.from);
}

fn since<T>(row: &Row, value: T) -> Option<Since<T>> {
    Some(Since { from: row.month("from")?, to: row.month("to"), value })
}

fn client_key(row: &Row) -> Option<ClientKey> {
    let Some(Cell::Insured(insured)) = row.cell("insured") else { return None };
    Some(ClientKey { insurer: row.insurer("insurer")?, insured: *insured })
}

fn whom(row: &Row) -> Option<Whom> {
    match row.cell("whom")? {
        Cell::Client(client) => Some(Whom::Client(*client)),
        Cell::Office(office) => Some(Whom::Office(*office)),
        _ => None,
    }
}

fn manager(row: &Row) -> Option<Manager> {
    Some(Manager {
        name: row.text("name")?,
        number: row.text("number"),
        full_time_tenths: row.tenths("full_time"),
        is_head: row.flag("head"),
        is_chief: row.flag("chief"),
    })
}

fn client(row: &Row) -> ClientEntry {
    ClientEntry {
        contract_on: row.date("contract_on"),
        ended_on: row.date("ended_on"),
        filed_on: row.date("filed_on"),
        manager: row.text("manager"),
        birth_date: row.date("birth_date"),
        sex: row.text("sex").and_then(|code| Sex::from_code(&code)),
        entrusted_by: row.office("entrusted_by"),
        in_named_area: row.flag("named_area"),
        cert_from: row.date("cert_from"),
        cert_to: row.date("cert_to"),
        payer: row.text("payer"),
        recipient: row.text("recipient"),
    }
}

fn terms(row: &Row) -> Option<Terms> {
    let fee_type = if row.text("fee_type")? == "2" { FeeType::Two } else { FeeType::One };
    Some(Terms {
        fee_type,
        additions: row.list("additions"),
        factors: row.list("factors"),
        has_treatment: row.flag("treatment"),
        full_time_tenths: row.tenths("full_time"),
        area_grade: row.grade(),
    })
}

fn provider(row: &Row) -> ProviderEntry {
    ProviderEntry {
        name: row.text("name"),
        corporation: row.text("corporation"),
        phone: row.text("phone"),
        fax: row.text("fax"),
        area_grade: row.grade(),
        is_verified: row.flag("verified"),
    }
}

fn price(row: &Row) -> Option<KnownPrice> {
    let owner = match row.cell("owner")? {
        Cell::Office(office) => PriceOwner::Office(*office),
        Cell::Insurer(insurer) => PriceOwner::Insurer(*insurer),
        _ => return None,
    };
    let Some(Cell::Price(price)) = row.cell("price") else { return None };
    let (kind, from, to) = (row.kind("kind")?, row.month("from")?, row.month("to"));
    Some(KnownPrice { owner, kind, from, to, price: *price })
}

/// Cells by what they hold; `None` for an empty one.
macro_rules! typed_cells {
    ($($name:ident: $variant:ident -> $value:ty;)+) => {$(
        fn $name(&self, column: &str) -> Option<$value> {
            match self.cell(column) {
                Some(Cell::$variant(value)) => Some(value.clone()),
                _ => None,
            }
        }
    )+};
}

impl Row {
    typed_cells! {
        text: Text -> String;
        office: Office -> OfficeNumber;
        insurer: Insurer -> InsurerNumber;
        kind: Kind -> ServiceKind;
        month: Month -> ServiceMonth;
        date: Date -> NaiveDate;
        tenths: Tenths -> u16;
        number: Number -> u8;
    }

    fn flag(&self, column: &str) -> bool {
        self.cell(column) == Some(&Cell::Flag(true))
    }

    fn percent(&self, column: &str) -> Option<BenefitRate> {
        BenefitRate::new(self.number(column)?)
    }

    fn list(&self, column: &str) -> Vec<String> {
        match self.cell(column) {
            Some(Cell::List(list)) => list.clone(),
            _ => Vec::new(),
        }
    }

    /// 地域区分; `other` is the eighth grade of the rate tables.
    fn grade(&self) -> Option<AreaGrade> {
        let text = self.text("area_grade")?;
        AreaGrade::new(text.parse().unwrap_or(8))
    }
}
