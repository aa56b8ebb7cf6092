//! The own office as the fee and the workload need it.

mod cases;
#[cfg(test)]
pub(super) mod fixture;
mod month;

pub use cases::{cases, plans};
pub use month::OwnMonth;

use super::registers::{Registers, Terms};
use crate::benefit::limit::Maker;
use crate::benefit::money::UnitPrice;
use crate::benefit::policy::Policy;
use crate::benefit::price::{PriceQuery, PriceSource, price};
use crate::benefit::rates::{AreaGrade, FeeType, NotKnown, Rates, Table};
use crate::domain::codes::CodeMaster;
use crate::domain::ids::{ClientKey, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::OfficeClass;

/// Why there is no month of the own office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoOwnMonth {
    /// Files of several offices and no own number in the settings.
    WhichOffice,
    /// The month lies outside the rate tables.
    NotKnown(NotKnown),
}

/// The own office in a month.
#[derive(Clone, Copy, Debug)]
pub struct OwnOffice<'a> {
    /// 事業所番号.
    pub number: OfficeNumber,
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// 指定/基準該当等事業所区分.
    pub class: OfficeClass,
    /// Which 介護予防支援費 the office claims itself: (Ⅰ) as 地域包括支援センター, (Ⅱ) as 指定居宅介護支援事業者; `None`
    /// while it has no designation of its own for 介護予防支援.
    pub prevention: Option<FeeType>,
    /// 地域区分 of the office's settings; that of its terms stands before it.
    pub area_grade: Option<AreaGrade>,
    /// The registers of the office.
    pub registers: &'a Registers,
    /// A service code master.
    pub codes: Option<&'a CodeMaster>,
    /// What the rules leave to the office.
    pub policy: &'a Policy,
}

/// A client of the month as far as the workload and the fee need it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Case {
    /// Position in [`Month::clients`](super::month::Month::clients).
    pub position: u32,
    /// Whose.
    pub client: ClientKey,
    /// Whether the client has a 給付管理票 in the month, also one of 0 units.
    pub has_slip: bool,
    /// Level on the last day of the month.
    pub level: Option<CareLevel>,
    /// Who makes the 給付管理票.
    pub maker: Option<Maker>,
    /// 担当ケアマネ as in the plan; the register of clients stands before it.
    pub manager: String,
}

/// The two kinds of plan fees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum FeeKind {
    /// 居宅介護支援 (43).
    Care,
    /// 介護予防支援 (46).
    Prevention,
}

impl FeeKind {
    pub(super) const ALL: [Self; 2] = [Self::Care, Self::Prevention];

    pub(super) fn kind(self) -> ServiceKind {
        let code = match self {
            Self::Care => "43",
            Self::Prevention => "46",
        };
        ServiceKind::parse(code).unwrap_or(ServiceKind::NONE)
    }
}

/// What a name entered as an addition or a factor stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Factor,
    Addition,
    /// Not of this kind of fee, but of the other.
    OtherKind,
    /// A service code: the code to be written where the tables and a master do not settle it.
    Code(ServiceCode),
    /// In no table of the month.
    Unknown,
}

/// What every client of a kind of fee has.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct OfficeWide {
    pub(super) factors: Vec<String>,
    pub(super) additions: Vec<(String, u8)>,
    pub(super) codes: Vec<ServiceCode>,
    pub(super) unknown: Vec<String>,
}

impl OwnOffice<'_> {
    /// The unit price of the own office for 居宅介護支援 or 介護予防支援.
    pub(super) fn price(&self, kind: FeeKind) -> Result<(UnitPrice, PriceSource), NotKnown> {
        let kind = kind.kind();
        let gap = || NotKnown {
            table: Table::UnitPrice,
            key: format!("{kind} at {}", self.number),
            month: self.month,
        };
        // The price of these kinds does not depend on the insurer.
        let insurer = InsurerNumber::parse("000000").ok_or_else(gap)?;
        let of_terms = self.terms().and_then(|terms| terms.area_grade);
        let grade = of_terms.or(self.area_grade).or_else(|| self.registers.provider(self.number)?.area_grade);
        let query = PriceQuery { office: self.number, insurer, kind, grade, month: self.month };
        price(&query, self.registers.prices(), Rates::built_in())
    }

    pub(super) fn terms(&self) -> Option<&Terms> {
        self.registers.terms(self.month)
    }

    /// What a name stands for, for a kind of fee.
    pub(super) fn named(&self, kind: FeeKind, name: &str) -> Named {
        let rates = Rates::built_in();
        let is_factor = |kind: FeeKind| rates.fee_factor(kind.kind(), name, self.month).is_ok();
        let is_addition = |kind: FeeKind| rates.fee_addition(kind.kind(), name, self.month).is_ok();
        let is_fee = |code: &ServiceCode| FeeKind::ALL.iter().any(|kind| kind.kind() == code.kind());
        if is_factor(kind) {
            Named::Factor
        } else if is_addition(kind) {
            Named::Addition
        } else if FeeKind::ALL.into_iter().any(|other| is_factor(other) || is_addition(other)) {
            Named::OtherKind
        } else if let Some(code) = ServiceCode::parse(name).filter(is_fee) {
            if code.kind() == kind.kind() { Named::Code(code) } else { Named::OtherKind }
        } else {
            Named::Unknown
        }
    }

    /// What the terms give every client of a kind of fee. A name may stand in either list of them; what belongs to the
    /// other kind is passed over.
    pub(super) fn office_wide(&self, kind: FeeKind) -> OfficeWide {
        let mut wide = OfficeWide::default();
        let Some(terms) = self.terms() else { return wide };
        for name in terms.factors.iter().chain(&terms.additions).map(|name| name.trim()) {
            match self.named(kind, name) {
                Named::Factor if wide.factors.iter().all(|known| known != name) => {
                    wide.factors.push(name.to_owned());
                }
                Named::Addition if wide.additions.iter().all(|(known, _)| known != name) => {
                    wide.additions.push((name.to_owned(), 1));
                }
                Named::Code(code) => wide.codes.push(code),
                Named::Unknown if !name.is_empty() => wide.unknown.push(name.to_owned()),
                _ => {}
            }
        }
        wide
    }

    /// 担当ケアマネ of a client: of the register, else of the plan.
    pub(super) fn manager_of<'c>(&'c self, case: &'c Case) -> &'c str {
        let entered = self.registers.client(case.client).and_then(|entry| entry.manager.as_deref());
        entered.map(str::trim).filter(|name| !name.is_empty()).unwrap_or_else(|| case.manager.trim())
    }
}
