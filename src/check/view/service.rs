//! Rows, differences, and offices with their kinds.

use crate::benefit::money::{UnitPrice, Units, Yen, cost};
use crate::benefit::rates::Place;
use crate::check::finding::RowPlace;
use crate::domain::decision::{ArrivalChoice, Verdict};
use crate::domain::difference::Difference;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::row::{FileIndex, RowDetail, ServiceRow};
use std::collections::BTreeSet;

/// A row of the 第6表.
#[derive(Clone, Copy, Debug)]
pub struct RowView<'a> {
    /// The file it stands in.
    pub file: FileIndex,
    /// The row.
    pub row: ServiceRow,
    /// Equipment codes or pro-rata days.
    pub detail: Option<&'a RowDetail>,
    /// サービス内容略称 of a service code master; empty without one.
    pub name: &'a str,
    /// Where it counts; `None` when that is not known.
    pub place: Option<Place>,
}

impl RowView<'_> {
    /// Whether it counts to the limit.
    pub fn is_managed(&self) -> bool {
        self.place == Some(Place::InLimit)
    }

    /// Where it stands.
    pub fn at(&self) -> RowPlace {
        RowPlace { file: self.file, line: self.row.line }
    }
}

/// An office and kind of the client. Units are those inside the limit.
#[derive(Clone, Copy, Debug)]
pub struct PairView<'a> {
    /// サービス事業所.
    pub provider: OfficeNumber,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Planned rows as they were received.
    pub plan: &'a [RowView<'a>],
    /// Actual rows as they came, typed ones too.
    pub actual: &'a [RowView<'a>],
    /// Whether anything of its actuals came, for this client or another.
    pub has_arrived: bool,
    /// What was decided where nothing came.
    pub arrival: Option<&'a ArrivalChoice>,
    /// 取下げ: the office does not serve the client after all.
    pub is_withdrawn: bool,
    /// Units of the plan as it was received.
    pub planned: Units,
    /// Units of the actuals as they came, those over the limit too.
    pub done: Units,
    /// Units over the limits that the office bears by the sheet of what stands.
    pub over: Units,
    /// Units over the limits that it bears by the received sheet.
    pub over_before: Units,
    /// 区分支給限度基準内単位数 of the received sheet; `None` when it has no such column.
    pub on_sheet: Option<Units>,
    /// 単位数単価.
    pub price: Option<UnitPrice>,
    /// The office's row in the register `providers`.
    pub register: Option<ProviderView>,
}

/// What the office knows of a service office.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ProviderView {
    /// Whether somebody looked its number up, so that a check digit that does not fit is no fault.
    pub is_verified: bool,
}

impl PairView<'_> {
    /// Office and kind.
    pub fn key(&self) -> (OfficeNumber, ServiceKind) {
        (self.provider, self.kind)
    }

    /// Units and their 費用総額.
    pub fn worth(&self, units: Units) -> (Units, Option<Yen>) {
        (units, self.price.map(|price| cost(units, price)))
    }

    /// Units that the office is going to claim: what it did, less what it has to bill to the client.
    pub fn claimed(&self) -> Units {
        self.done - self.over.max(0)
    }

    /// Days that are taken as used: of the actuals, or of the plan while there are none.
    pub fn days(&self) -> BTreeSet<u8> {
        self.rows().iter().filter(|row| row.is_managed()).map(|row| row.row.day).collect()
    }

    /// The actuals, or the plan while there are none.
    pub fn rows(&self) -> &[RowView<'_>] {
        if self.actual.is_empty() { self.plan } else { self.actual }
    }
}

/// A difference and what was decided about it.
#[derive(Clone, Copy, Debug)]
pub struct DifferenceView<'a> {
    /// The difference.
    pub difference: &'a Difference,
    /// What was decided.
    pub verdict: Option<&'a Verdict>,
}

impl DifferenceView<'_> {
    /// Whether it was decided finally.
    pub fn is_final(&self) -> bool {
        self.verdict.is_some_and(Verdict::is_final)
    }
}
