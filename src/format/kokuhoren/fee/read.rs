//! Claims for the plan fee from the rows of a file, and whether the invoice agrees with them.

use super::{FeeClaim, FeeForm, FeeLine, PublicPayer};
use crate::domain::ids::{ClientKey, ServiceCode};
use crate::format::kokuhoren::codes::{CareLevel, OfficeClass, Sex};
use crate::format::kokuhoren::invoice::{InvoiceRow, invoice};
use crate::format::kokuhoren::kinds::fee::FeeRecord;
use crate::format::kokuhoren::kinds::{DataRecord, RecordKind};
use crate::format::kokuhoren::numbers::{insured, insurer, office, padded};
use crate::format::kokuhoren::read::KokuhorenFile;

/// A claim that was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReadFee {
    /// The claim.
    pub claim: FeeClaim,
    /// Its rows in [`KokuhorenFile::rows`]; row 99 is the last.
    pub rows: Vec<usize>,
    /// What was odd about it.
    pub notes: Vec<FeeNote>,
}

/// Something odd about a claim that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FeeNote {
    /// サービス単位数合計 is not the sum of the lines.
    TotalUnits {
        /// What the row 99 says.
        declared: Option<i64>,
        /// Sum of the lines.
        found: u64,
    },
    /// 請求金額 is not units times price.
    Amount {
        /// What the row 99 says, in yen.
        declared: Option<i64>,
        /// Yen computed.
        found: u64,
    },
    /// サービス単位数 of a row in [`KokuhorenFile::rows`] is not units times count.
    LineUnits {
        /// The row.
        row: usize,
    },
}

/// Rows of which no claim could be made; their data stays in [`KokuhorenFile::rows`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BrokenFee {
    /// Rows in [`KokuhorenFile::rows`].
    pub rows: Vec<usize>,
    /// The item without a known value; `None` when there is no row 99.
    pub item: Option<&'static str>,
}

/// A row of the invoice that the claims do not lead to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InvoiceDifference {
    /// Row in the file.
    pub declared: Option<InvoiceRow>,
    /// Row computed from the claims.
    pub computed: Option<InvoiceRow>,
}

/// The claims of a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeeFile {
    /// Claims in the order of their last rows.
    pub claims: Vec<ReadFee>,
    /// Rows of the invoice (7111).
    pub invoice: Vec<InvoiceRow>,
    /// Invoice rows in [`KokuhorenFile::rows`] that cannot be understood.
    pub broken_invoice: Vec<usize>,
    /// Rows of claims of which none could be made.
    pub broken: Vec<BrokenFee>,
}

impl FeeFile {
    /// Where the invoice and the claims disagree; 国保連 refuses such a file.
    pub fn differences(&self) -> Vec<InvoiceDifference> {
        let claims: Vec<FeeClaim> = self.claims.iter().map(|read| read.claim.clone()).collect();
        let computed = invoice(&claims);
        let find = |rows: &[InvoiceRow], row: &InvoiceRow| {
            rows.iter().find(|other| other.invoiced == row.invoiced).cloned()
        };
        let declared = self
            .invoice
            .iter()
            .map(|row| InvoiceDifference { declared: Some(row.clone()), computed: find(&computed, row) });
        let missing = computed.iter().filter(|row| find(&self.invoice, row).is_none());
        let missing = missing.map(|row| InvoiceDifference { declared: None, computed: Some(row.clone()) });
        declared.filter(|pair| pair.declared != pair.computed).chain(missing).collect()
    }
}

/// A row with its place in the file.
type Placed = (usize, FeeForm, FeeRecord);

/// Puts the rows of claims and the invoice together. Every row of kinds 7111, 8124 and 8125 is accounted for.
pub fn read_fees(file: &KokuhorenFile) -> FeeFile {
    let mut out = FeeFile::default();
    let mut open: Vec<Vec<Placed>> = Vec::new();
    for (index, row) in file.rows.iter().enumerate() {
        let placed = match &row.record {
            DataRecord::Fee(record) => (index, FeeForm::CarePlan, record.as_ref().clone()),
            DataRecord::PreventiveFee(record) => {
                (index, FeeForm::SupportPlan, FeeRecord::from(record.as_ref().clone()))
            }
            DataRecord::Claim(record) => {
                match InvoiceRow::of(record) {
                    Some(row) => out.invoice.push(row),
                    None => out.broken_invoice.push(index),
                }
                continue;
            }
            _ => continue,
        };
        let place = open.iter().rposition(|group| group.first().is_some_and(|first| same(first, &placed)));
        let mut group = place.map(|place| open.swap_remove(place)).unwrap_or_default();
        let is_last = placed.2.line_no == "99";
        group.push(placed);
        if is_last {
            out.take(&group);
        } else {
            open.push(group);
        }
    }
    open.sort_by_key(|group| group.first().map(|placed| placed.0));
    let broken = open.iter().map(|group| BrokenFee { rows: rows_of(group), item: None });
    out.broken.extend(broken);
    out
}

impl FeeFile {
    fn take(&mut self, group: &[Placed]) {
        match claim(group) {
            Ok(claim) => self.claims.push(claim),
            Err(key) => {
                let item = RecordKind::Fee.items().iter().find(|item| item.key == key);
                self.broken.push(BrokenFee { rows: rows_of(group), item: item.map(|item| item.name) });
            }
        }
    }
}

fn same(a: &Placed, b: &Placed) -> bool {
    a.1 == b.1
        && a.2.insured_number == b.2.insured_number
        && a.2.insurer_number == b.2.insurer_number
        && a.2.service_month == b.2.service_month
}

fn rows_of(group: &[Placed]) -> Vec<usize> {
    group.iter().map(|placed| placed.0).collect()
}

/// The claim of a group, or the key of the first item without a known value.
fn claim(group: &[Placed]) -> Result<ReadFee, &'static str> {
    let Some((_, form, last)) = group.last() else { return Err("line_no") };
    let client = ClientKey {
        insurer: insurer(&last.insurer_number).ok_or("insurer_number")?,
        insured: insured(&last.insured_number).ok_or("insured_number")?,
    };
    let public = PublicPayer {
        payer: last.public_payer_number.clone(),
        recipient: last.public_recipient_number.clone(),
    };
    let price = last.unit_price.and_then(|price| u16::try_from(price).ok());
    let claim = FeeClaim {
        form: *form,
        office: office(&last.office_number).ok_or("office_number")?,
        office_class: OfficeClass::from_code(&last.office_class).ok_or("office_class")?,
        month: last.service_month.ok_or("service_month")?,
        client,
        unit_price: price.ok_or("unit_price")?,
        public: (!public.payer.is_empty()).then_some(public),
        birth_date: last.birth_date.ok_or("birth_date")?,
        sex: Sex::from_code(&last.sex).ok_or("sex")?,
        level: CareLevel::from_code(&padded(&last.care_level, 2)).ok_or("care_level")?,
        cert_from: last.cert_from.ok_or("cert_from")?,
        cert_to: last.cert_to.ok_or("cert_to")?,
        request_filed_on: last.plan_request_filed_on,
        care_manager: (!last.care_manager_number.is_empty()).then(|| last.care_manager_number.clone()),
        lines: group.iter().map(|placed| line(&placed.2)).collect::<Result<_, _>>()?,
    };
    let notes = notes(&claim, last, group);
    Ok(ReadFee { claim, rows: rows_of(group), notes })
}

fn line(record: &FeeRecord) -> Result<FeeLine, &'static str> {
    let units = record.units.and_then(|units| i32::try_from(units).ok());
    let count = record.count.and_then(|count| u8::try_from(count).ok());
    Ok(FeeLine {
        code: ServiceCode::parse(&record.service_code).ok_or("service_code")?,
        units: units.ok_or("units")?,
        count: count.ok_or("count")?,
        remarks: record.remarks.clone(),
    })
}

fn notes(claim: &FeeClaim, last: &FeeRecord, group: &[Placed]) -> Vec<FeeNote> {
    let differs = |declared: Option<i64>, found: u64| declared != i64::try_from(found).ok();
    let mut notes = Vec::new();
    for (placed, line) in group.iter().zip(&claim.lines) {
        if placed.2.service_units != Some(line.service_units()) {
            notes.push(FeeNote::LineUnits { row: placed.0 });
        }
    }
    let (declared, found) = (last.service_units_total, claim.total_units());
    if differs(declared, found) {
        notes.push(FeeNote::TotalUnits { declared, found });
    }
    let (declared, found) = (last.claim_amount, claim.amount());
    if differs(declared, found) {
        notes.push(FeeNote::Amount { declared, found });
    }
    notes
}
