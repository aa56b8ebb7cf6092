//! The office's own claim: 居宅介護支援費 (8124) and 介護予防支援費 (8125) of every client due, with the invoice (7111).
//!
//! Tiers come from the workload of the office, levels from the last day of the month, everything else from the
//! registers. What is missing or unsure is a fault or a note of the client, never a guess; a client with a fault gets no
//! record, and everybody else is still claimed.

mod codes;
mod due;
mod file;
mod record;
mod state;
#[cfg(test)]
mod tests;
mod wanted;
mod why;

pub use file::{FeeFile, FeeFileOptions, Unwritten, fee_file};
pub use state::{FeeState, state};
pub use why::{ClaimFault, ClaimNote, EnterIn, LeftOut, LineName, NoClaim, NotDue};

use super::own::{Case, FeeKind, OfficeWide, OwnOffice};
use super::workload::OfficeWorkload;
use super::worth::Person;
use crate::benefit::fee::{self as rule, FeeBase, FeeInput};
use crate::benefit::money::UnitPrice;
use crate::benefit::price::PriceSource;
use crate::benefit::rates::{FeeTier, NotKnown, Rates};
use crate::domain::ids::ClientKey;
use crate::format::kokuhoren::fee::{self as form, FeeForm};
use crate::format::kokuhoren::invoice::{InvoiceRow, invoice};
use codes::CodeBook;
use due::{Due, due};
use rayon::prelude::*;
use rustc_hash::FxHashMap;

/// A client of the month with what 利用者補足情報 says.
#[derive(Clone, Copy, Debug)]
pub struct FeeCase<'a> {
    /// The client.
    pub case: &'a Case,
    /// Level, limit, birth date, sex.
    pub person: &'a Person,
}

/// The claim of a client.
#[derive(Clone, Debug)]
pub struct FeeEntry {
    /// Whose.
    pub client: ClientKey,
    /// Position among the clients of the month.
    pub position: u32,
    /// 8124 or 8125.
    pub form: FeeForm,
    /// What the fee is for; `None` when that is not known.
    pub base: Option<FeeBase>,
    /// Tier of 逓減制; only 居宅介護支援費 has one.
    pub tier: Option<FeeTier>,
    /// Where the unit price comes from.
    pub price_from: Option<PriceSource>,
    /// Units and yen, or why they cannot be computed.
    pub claim: Result<rule::FeeClaim, NoClaim>,
    /// The record for 国保連; `None` while there is a fault, and when there is nothing to claim.
    pub slip: Option<form::FeeClaim>,
    /// What keeps the record from being made.
    pub faults: Vec<ClaimFault>,
    /// What a person should look at.
    pub notes: Vec<ClaimNote>,
}

impl FeeEntry {
    /// Whether something has to be entered before the client can be claimed.
    pub fn is_open(&self) -> bool {
        self.claim.is_err() || !self.faults.is_empty()
    }
}

/// The claims of a month.
#[derive(Clone, Debug, Default)]
pub struct Fees {
    /// Every client due, in the order given.
    pub entries: Vec<FeeEntry>,
    /// Every other client.
    pub left_out: Vec<LeftOut>,
    /// Units of the records.
    pub units: u64,
    /// Yen of the records.
    pub yen: u64,
    /// Number of records.
    pub count: u32,
    /// Clients of whom something has to be entered first.
    pub open: u32,
    /// Rows of the invoice (7111): insurance, and one for each law of public payers.
    pub invoice: Vec<InvoiceRow>,
}

impl Fees {
    /// The records, as [`form::write_fees`] takes them.
    pub fn slips(&self) -> Vec<form::FeeClaim> {
        self.entries.iter().filter_map(|entry| entry.slip.clone()).collect()
    }
}

/// What is the same for every client.
struct Desk<'a> {
    own: &'a OwnOffice<'a>,
    book: CodeBook<'a>,
    tiers: FxHashMap<ClientKey, FeeTier>,
    care: OfKind,
    prevention: OfKind,
}

/// What is the same for every client of a kind of fee.
struct OfKind {
    price: Result<(UnitPrice, PriceSource), NotKnown>,
    wide: OfficeWide,
}

impl<'a> Desk<'a> {
    fn new(own: &'a OwnOffice<'a>, workload: &OfficeWorkload) -> Self {
        let of = |kind| OfKind { price: own.price(kind), wide: own.office_wide(kind) };
        Self {
            own,
            book: CodeBook::new(own.codes, own.month),
            tiers: workload.tiers(),
            care: of(FeeKind::Care),
            prevention: of(FeeKind::Prevention),
        }
    }

    fn of(&self, kind: FeeKind) -> &OfKind {
        match kind {
            FeeKind::Care => &self.care,
            FeeKind::Prevention => &self.prevention,
        }
    }
}

/// The claims of clients: every client of the month is given once, with the workload of the same clients.
pub fn of_clients(own: &OwnOffice<'_>, cases: &[FeeCase<'_>], workload: &OfficeWorkload) -> Fees {
    let desk = Desk::new(own, workload);
    let worked: Vec<Result<FeeEntry, LeftOut>> =
        cases.par_iter().with_min_len(256).map(|case| of_client(&desk, case)).collect();
    let mut fees = Fees::default();
    for one in worked {
        match one {
            Ok(entry) => fees.entries.push(entry),
            Err(left_out) => fees.left_out.push(left_out),
        }
    }
    for slip in fees.entries.iter().filter_map(|entry| entry.slip.as_ref()) {
        fees.units += slip.total_units();
        fees.yen += slip.amount();
        fees.count += 1;
    }
    fees.open = fees.entries.iter().map(|entry| u32::from(entry.is_open())).sum();
    fees.invoice = invoice(&fees.slips());
    fees
}

fn of_client(desk: &Desk<'_>, case: &FeeCase<'_>) -> Result<FeeEntry, LeftOut> {
    let (client, position) = (case.case.client, case.case.position);
    let wanted = wanted::of_client(desk, case);
    let due = due(desk, case, &wanted).map_err(|why| LeftOut { client, position, why })?;
    let mut entry = FeeEntry {
        client,
        position,
        form: due.form(),
        base: due.base.as_ref().ok().copied(),
        tier: due.tier,
        price_from: None,
        claim: Err(NoClaim::NoTerms),
        slip: None,
        faults: Vec::new(),
        notes: due.notes.clone(),
    };
    let entered = wanted.codes.clone();
    entry.claim = claim(desk, &due, wanted, &mut entry);
    record::fill(desk, case, &due, &entered, &mut entry);
    Ok(entry)
}

/// Units and yen of a client.
fn claim(
    desk: &Desk<'_>,
    due: &Due,
    wanted: wanted::Wanted,
    entry: &mut FeeEntry,
) -> Result<rule::FeeClaim, NoClaim> {
    let base = due.base.clone()?;
    let of_kind = desk.of(due.kind);
    if !of_kind.wide.unknown.is_empty() {
        return Err(NoClaim::UnknownTerms(of_kind.wide.unknown.clone()));
    }
    if !wanted.unknown.is_empty() {
        return Err(NoClaim::UnknownNames(wanted.unknown));
    }
    if !wanted.other_kind.is_empty() {
        return Err(NoClaim::OtherKind(wanted.other_kind));
    }
    let (price, price_from) = of_kind.price.clone().map_err(NoClaim::NoPrice)?;
    entry.price_from = Some(price_from);
    entry.notes.extend(wanted.twice.into_iter().map(ClaimNote::EnteredTwice));
    let input = FeeInput {
        month: desk.own.month,
        base,
        factors: wanted.factors,
        // What every client has comes with the fee, so additions alone are those of the client.
        additions: match base {
            FeeBase::AdditionsOnly { .. } => wanted.own_additions,
            FeeBase::Care { .. } | FeeBase::Prevention { .. } => wanted.additions,
        },
        has_treatment: desk.own.terms().is_some_and(|terms| terms.has_treatment),
        price,
    };
    rule::claim(&input, Rates::built_in()).map_err(NoClaim::Rule)
}
