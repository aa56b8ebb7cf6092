//! What was paid for a window against what was claimed in it.

use super::ledger::Ledger;
use super::tie::{Tie, is_plan_fee, tie};
use super::{Item, Notices, RowFate, Says};
use crate::app::decisions::{ClaimedFee, ClientDecisions};
use crate::domain::ids::{ClientKey, InsurerNumber, OfficeNumber, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use crate::domain::slip::FeeResult;
use crate::format::kokuhoren::kinds::DataRecord;
use crate::format::kokuhoren::notices::{Document, NoticeKind, notices};
use crate::format::kokuhoren::numbers::Payer;
use std::collections::{BTreeMap, BTreeSet};

/// Number of claims, units and yen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amounts {
    /// 件数.
    pub count: i64,
    /// 単位数.
    pub units: i64,
    /// Yen.
    pub yen: i64,
}

impl Amounts {
    fn add(&mut self, other: Self) {
        self.count = self.count.saturating_add(other.count);
        self.units = self.units.saturating_add(other.units);
        self.yen = self.yen.saturating_add(other.yen);
    }

    /// This less the other.
    #[must_use]
    pub fn less(self, other: Self) -> Self {
        Self {
            count: self.count.saturating_sub(other.count),
            units: self.units.saturating_sub(other.units),
            yen: self.yen.saturating_sub(other.yen),
        }
    }
}

/// What a row of a 支払決定額内訳書 is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PaidKey {
    /// 保険者; `None` for public payers, whose numbers are not kept with claims.
    pub insurer: Option<InsurerNumber>,
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// サービス種類.
    pub kind: ServiceKind,
}

/// Claimed and paid of one insurer, month and kind.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaidRow {
    /// Of what.
    pub key: PaidKey,
    /// What was sent in the window.
    pub claimed: Amounts,
    /// What came back of it.
    pub returned: Amounts,
    /// What the notice says; `None` while it has not come.
    pub paid: Option<Amounts>,
}

impl PaidRow {
    /// What should be paid.
    pub fn expected(&self) -> Amounts {
        self.claimed.less(self.returned)
    }

    /// Paid less expected; `None` when they agree or the notice has not come.
    pub fn difference(&self) -> Option<Amounts> {
        let difference = self.paid?.less(self.expected());
        (difference != Amounts::default()).then_some(difference)
    }
}

/// A window with what was claimed in it and what was paid for it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PaidWindow {
    /// Rows, ordered.
    pub rows: Vec<PaidRow>,
    /// Whether a 返戻（保留）一覧表 of the window came; without it nothing is known to have come back.
    pub has_returns: bool,
    /// Whether a 支払決定額内訳書 (7521) of the window came; without it nothing can be compared.
    pub has_payments: bool,
    /// What 過誤決定通知書 of the month say was taken back.
    pub withdrawn: Amounts,
    /// 過誤調整 of the 支払決定額内訳書; `None` without one.
    pub adjusted: Option<Amounts>,
    /// 支払決定 in yen of the 支払決定額内訳書; `None` without one.
    pub decided: Option<i64>,
    /// What the 支払決定額通知書 says is paid for 介護給付費 and 総合事業費 in yen; `None` without one.
    pub transferred: Option<i64>,
}

impl PaidWindow {
    /// Whether 過誤調整 is not what was taken back.
    pub fn adjusted_differs(&self) -> bool {
        self.adjusted.is_some_and(|adjusted| adjusted != self.withdrawn)
    }

    /// Whether what is transferred is not what was decided.
    pub fn transfer_differs(&self) -> bool {
        matches!((self.decided, self.transferred), (Some(decided), Some(paid)) if decided != paid)
    }

    /// Whether anything differs.
    pub fn differs(&self) -> bool {
        self.rows.iter().any(|row| row.difference().is_some())
            || self.adjusted_differs()
            || self.transfer_differs()
    }
}

/// Every window in which something was claimed or for which something was paid.
pub fn paid(all: &Notices, ledger: &Ledger) -> BTreeMap<ServiceMonth, PaidWindow> {
    let mut rows = BTreeMap::<(ServiceMonth, PaidKey), PaidRow>::new();
    claim(&mut rows, all, ledger);
    let mut windows = BTreeMap::<ServiceMonth, PaidWindow>::new();
    let is_own = |office: Option<OfficeNumber>| ledger.own.is_none() || office == ledger.own;
    for head in all.heads.iter().filter(|head| is_own(head.office)) {
        let Some(review) = head.review else { continue };
        match head.kind {
            NoticeKind::Returns => windows.entry(review).or_default().has_returns = true,
            NoticeKind::Payments => {
                let window = windows.entry(review).or_default();
                window.has_payments |= head.exchange_id == "7521";
                window.decided.get_or_insert(0);
                window.adjusted.get_or_insert_default();
            }
            _ => {}
        }
    }
    for item in all.items.iter().filter(|item| is_own(item.office)) {
        pay(&mut rows, &mut windows, item);
    }
    totals(&mut windows, all, &is_own);
    for ((window, _), row) in rows {
        let of_window = windows.entry(window).or_default();
        let paid = row.paid.or(of_window.has_payments.then(Amounts::default));
        of_window.rows.push(PaidRow { paid, ..row });
    }
    windows.retain(|_, window| {
        !window.rows.is_empty() || window.decided.is_some() || window.transferred.is_some()
    });
    windows
}

fn row(key: PaidKey) -> PaidRow {
    PaidRow { key, claimed: Amounts::default(), returned: Amounts::default(), paid: None }
}

/// What was claimed, and what of it came back by a notice or as a person said.
fn claim(rows: &mut BTreeMap<(ServiceMonth, PaidKey), PaidRow>, all: &Notices, ledger: &Ledger) {
    let of_fees = all.items.iter().filter(|item| item.says.document() == Some(&Document::Fee));
    let returned: BTreeSet<(ServiceMonth, ClientKey, ServiceMonth)> = of_fees
        .filter_map(|item| {
            let tied = tie(item, ledger);
            let is_it = tied.tie == Tie::Fee && !item.says.is_held();
            Some((item.month?, tied.client?, item.review?)).filter(|_| is_it)
        })
        .collect();
    for (month, decisions) in ledger.months() {
        for (client, decided) in decisions.clients() {
            for claimed in last_of_each_window(decided) {
                let window = claimed.fee.window;
                let Some(key) = key_of(month, client, decided) else { continue };
                let of = rows.entry((window, key)).or_insert_with(|| row(key));
                let yen = i64::try_from(claimed.fee.yen).unwrap_or(i64::MAX);
                let amounts = Amounts { count: 1, units: i64::from(claimed.fee.units), yen };
                of.claimed.add(amounts);
                let came_back = claimed.result == Some(FeeResult::Returned);
                if came_back || returned.contains(&(month, client, window)) {
                    of.returned.add(amounts);
                }
            }
        }
    }
}

/// A claim that was written again for the same window takes the place of the one before.
fn last_of_each_window(decided: &ClientDecisions) -> Vec<&ClaimedFee> {
    let windows: BTreeMap<ServiceMonth, &ClaimedFee> =
        decided.claimed_fees().iter().map(|claimed| (claimed.fee.window, claimed)).collect();
    windows.into_values().collect()
}

/// People on public assistance only are paid for by a public payer.
fn key_of(month: ServiceMonth, client: ClientKey, decided: &ClientDecisions) -> Option<PaidKey> {
    let level = decided.sent_slips().last().map(|sent| sent.slip.level);
    let kind = ServiceKind::parse(if level.is_none_or(CareLevel::is_care) { "43" } else { "46" })?;
    let insurer = (!client.insured.is_public_assistance()).then_some(client.insurer);
    Some(PaidKey { insurer, month, kind })
}

fn pay(
    rows: &mut BTreeMap<(ServiceMonth, PaidKey), PaidRow>,
    windows: &mut BTreeMap<ServiceMonth, PaidWindow>,
    item: &Item,
) {
    let Some(review) = item.review else { return };
    match &item.says {
        Says::Paid { count, units, yen, .. } => {
            let (Some(month), Some(kind)) = (item.month, item.service) else { return };
            let insurer = match &item.payer {
                Some(Payer::Insurer(insurer)) => Some(*insurer),
                _ => None,
            };
            let key = PaidKey { insurer, month, kind };
            let of = rows.entry((review, key)).or_insert_with(|| row(key));
            let amounts = Amounts { count: *count, units: *units, yen: *yen };
            of.paid.get_or_insert_default().add(amounts);
        }
        Says::Withdrawn { units, yen, .. } if is_plan_fee(item) => {
            let amounts = Amounts { count: 1, units: *units, yen: *yen };
            windows.entry(review).or_default().withdrawn.add(amounts);
        }
        Says::Transfer { care, support, .. } => {
            let sum = care.saturating_add(*support);
            let transferred = windows.entry(review).or_default().transferred.get_or_insert(0);
            *transferred = transferred.saturating_add(sum);
        }
        _ => {}
    }
}

/// 過誤調整 and 支払決定.
fn totals(
    windows: &mut BTreeMap<ServiceMonth, PaidWindow>,
    all: &Notices,
    is_own: &dyn Fn(Option<OfficeNumber>) -> bool,
) {
    for (file, fates) in all.files.iter().zip(&all.fates) {
        for notice in notices(&file.read).iter().filter(|notice| is_own(notice.office)) {
            let Some(window) = notice.month.and_then(|month| windows.get_mut(&month)) else { continue };
            for (at, row) in notice.records(&file.read) {
                if fates.get(at) == Some(&RowFate::Repeated) {
                    continue;
                }
                match &row.record {
                    DataRecord::PaymentsAdjusted(row) | DataRecord::SupportPaymentsAdjusted(row) => {
                        let [count, units, yen] = [row.count, row.units, row.insurer_share]
                            .map(|number| number.unwrap_or_default().saturating_abs());
                        window.adjusted.get_or_insert_default().add(Amounts { count, units, yen });
                    }
                    DataRecord::PaymentsDecided(row) | DataRecord::SupportPaymentsDecided(row) => {
                        let sum = window.decided.get_or_insert(0);
                        *sum = sum.saturating_add(row.insurer_share.unwrap_or_default());
                    }
                    _ => {}
                }
            }
        }
    }
}
