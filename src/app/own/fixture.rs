//! An invented office with registers, for tests of the fee and the workload.

use super::{Case, OwnOffice};
use crate::app::fee::{FeeCase, FeeEntry, Fees, of_clients};
use crate::app::registers::{ClientEntry, Manager, ProviderEntry, Registers, Terms, entering};
use crate::app::workload::{OfficeWorkload, of_office};
use crate::app::worth::Person;
use crate::benefit::limit::{Maker, MonthLimit};
use crate::benefit::policy::Policy;
use crate::benefit::rates::{AreaGrade, Certainty, FeeType};
use crate::domain::codes::{CodeEntry, CodeMaster, UnitType};
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode};
use crate::domain::level::CareLevel;
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::slip::{OfficeClass, Sex};
use chrono::{Days, NaiveDate};

/// The care manager of everybody.
pub(in crate::app) const MANAGER: &str = "居宅 桜";

pub(in crate::app) fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

pub(in crate::app) fn date(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

pub(in crate::app) fn day(text: &str) -> Day {
    Day::from_digits(text.replace('-', "").as_bytes()).unwrap()
}

pub(in crate::app) fn provider(text: &str) -> OfficeNumber {
    OfficeNumber::parse(text).unwrap()
}

/// A client of the insurer 139998.
pub(in crate::app) fn client(number: u32) -> ClientKey {
    insured(&format!("{number:010}"))
}

pub(in crate::app) fn insured(number: &str) -> ClientKey {
    let insurer = InsurerNumber::parse("139998").unwrap();
    ClientKey { insurer, insured: InsuredNumber::parse(number).unwrap() }
}

/// An office in a month.
pub(in crate::app) struct Office {
    pub(in crate::app) month: ServiceMonth,
    pub(in crate::app) prevention: Option<FeeType>,
    pub(in crate::app) registers: Registers,
    pub(in crate::app) codes: Option<CodeMaster>,
    pub(in crate::app) policy: Policy,
    pub(in crate::app) clients: Vec<(Case, Person)>,
}

impl Office {
    /// An office of a type in 3級地 (11.05 yen) with one care manager.
    pub(in crate::app) fn new(month: &str, fee_type: FeeType) -> Self {
        let mut registers = Registers::default();
        let manager =
            Manager { number: Some("13000001".to_owned()), full_time_tenths: Some(10), ..Manager::default() };
        entering::manager(&mut registers, MANAGER, manager);
        let mut office = Self {
            month: self::month(month),
            prevention: None,
            registers,
            codes: None,
            policy: Policy::default(),
            clients: Vec::new(),
        };
        office.enter_terms(terms(fee_type));
        office
    }

    pub(in crate::app) fn own(&self) -> OwnOffice<'_> {
        OwnOffice {
            number: provider("1379900010"),
            month: self.month,
            class: OfficeClass::Designated,
            prevention: self.prevention,
            area_grade: None,
            registers: &self.registers,
            codes: self.codes.as_ref(),
            policy: &self.policy,
        }
    }

    pub(in crate::app) fn enter_terms(&mut self, terms: Terms) {
        entering::terms(&mut self.registers, terms);
    }

    pub(in crate::app) fn enter_manager(&mut self, name: &str, manager: Manager) {
        entering::manager(&mut self.registers, name, manager);
    }

    pub(in crate::app) fn enter_client(&mut self, client: ClientKey, entry: ClientEntry) {
        entering::client(&mut self.registers, client, entry);
    }

    pub(in crate::app) fn enter_additions(&mut self, client: ClientKey, names: &[(&str, u8)]) {
        entering::additions(&mut self.registers, (client, self.month), names);
    }

    pub(in crate::app) fn enter_provider(&mut self, number: &str, corporation: Option<&str>) {
        let corporation = corporation.map(str::to_owned);
        let entry = ProviderEntry { corporation, ..ProviderEntry::default() };
        entering::provider(&mut self.registers, provider(number), entry);
    }

    /// Somebody with everything entered, whose contract is as many days after 2025-01-01 as the number says.
    pub(in crate::app) fn add(&mut self, number: u32, level: CareLevel) -> ClientKey {
        let key = client(number);
        let contract_on = date("2025-01-01").checked_add_days(Days::new(number.into()));
        self.enter_client(key, ClientEntry { contract_on, ..entered() });
        self.add_client(key, level);
        key
    }

    /// Somebody of a level with a slip; whatever the register says stays.
    pub(in crate::app) fn add_client(&mut self, client: ClientKey, level: CareLevel) {
        let position = u32::try_from(self.clients.len()).unwrap();
        let maker = maker(level);
        let case = Case {
            position,
            client,
            has_slip: true,
            level: Some(level),
            maker: Some(maker),
            manager: MANAGER.to_owned(),
        };
        let limit = MonthLimit {
            insurer: client.insurer,
            level,
            units: 16_765,
            certainty: Certainty::Sure,
            month_end_level: Some(level),
            maker,
            notes: Vec::new(),
        };
        let person = Person {
            birth_date: Some(day("1940-01-01")),
            sex: Some(Sex::Female),
            limit_from: Some(day("2025-04-01")),
            limit_to: Some(day("2027-03-31")),
            limit: Some(limit),
            ..Person::default()
        };
        self.clients.push((case, person));
    }

    /// The case of a client.
    pub(in crate::app) fn case(&mut self, client: ClientKey) -> &mut Case {
        &mut self.clients.iter_mut().find(|(case, _)| case.client == client).unwrap().0
    }

    pub(in crate::app) fn person(&mut self, client: ClientKey) -> &mut Person {
        &mut self.clients.iter_mut().find(|(case, _)| case.client == client).unwrap().1
    }

    pub(in crate::app) fn cases(&self) -> Vec<Case> {
        self.clients.iter().map(|(case, _)| case.clone()).collect()
    }

    pub(in crate::app) fn workload(&self) -> OfficeWorkload {
        of_office(&self.own(), &self.cases()).unwrap()
    }

    pub(in crate::app) fn fees(&self) -> Fees {
        let cases: Vec<FeeCase<'_>> =
            self.clients.iter().map(|(case, person)| FeeCase { case, person }).collect();
        of_clients(&self.own(), &cases, &self.workload())
    }

    /// The entry of the only client.
    pub(in crate::app) fn only(&self) -> FeeEntry {
        let fees = self.fees();
        assert_eq!((fees.entries.len(), fees.left_out.len()), (1, 0), "{fees:?}");
        fees.entries.into_iter().next().unwrap()
    }

    /// Adds a monthly code to the service code master.
    pub(in crate::app) fn code(&mut self, code: &str, name: &str, units: i32) {
        let unit_type = if units == 0 { UnitType::Percent } else { UnitType::Month };
        let entry = CodeEntry {
            name: name.to_owned(),
            units: Some(units),
            in_limit: Some(false),
            unit_type: Some(unit_type),
            ..CodeEntry::default()
        };
        self.codes.get_or_insert_default().add(ServiceCode::parse(code).unwrap(), entry);
    }
}

/// Terms without any addition.
pub(in crate::app) fn terms(fee_type: FeeType) -> Terms {
    Terms {
        fee_type,
        additions: Vec::new(),
        factors: Vec::new(),
        has_treatment: true,
        full_time_tenths: None,
        area_grade: AreaGrade::new(3),
    }
}

/// What a client needs in the register.
pub(in crate::app) fn entered() -> ClientEntry {
    ClientEntry {
        contract_on: Some(date("2025-01-01")),
        filed_on: Some(date("2025-01-05")),
        cert_from: Some(date("2025-04-01")),
        cert_to: Some(date("2027-03-31")),
        ..ClientEntry::default()
    }
}

fn maker(level: CareLevel) -> Maker {
    match level {
        CareLevel::ProgramTarget => Maker::PreventionManagement,
        level if level.is_care() => Maker::CareSupport,
        _ => Maker::PreventionSupport,
    }
}
