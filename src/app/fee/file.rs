//! The file of claims of a month for 国保連, and what is remembered of it.

use super::FeeEntry;
use crate::domain::decision::{Subject, Value};
use crate::domain::event::Change;
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::month::ServiceMonth;
use crate::domain::slip::SentFee;
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::fee::{FeeClaim, FeeError, write_fees};
use crate::format::kokuhoren::invoice::{InvoiceRow, invoice};
use crate::format::kokuhoren::write::{FileHead, WriteStyle};

/// How a file of claims is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeFileOptions {
    /// The claiming office.
    pub office: OfficeNumber,
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// 媒体区分.
    pub medium: Medium,
    /// Name of the file.
    pub name: String,
    /// Details in which files in use differ.
    pub style: WriteStyle,
}

impl FeeFileOptions {
    /// What stands in the control record.
    pub fn head(&self) -> FileHead {
        FileHead { office: self.office, processing_month: self.window, medium: self.medium }
    }
}

/// A file of claims.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FeeFile {
    /// Its name.
    pub name: String,
    /// Its bytes; empty when no claim can be written.
    pub bytes: Vec<u8>,
    /// The claims in it.
    pub claims: Vec<FeeClaim>,
    /// Its invoice (7111): the sums of exactly these claims.
    pub invoice: Vec<InvoiceRow>,
    /// Clients whose claim cannot be written; the others are in the file.
    pub left_out: Vec<Unwritten>,
    /// What is to be remembered, once the file is on the disk.
    pub sent: Vec<Change>,
}

/// A claim that cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unwritten {
    /// Whose.
    pub client: ClientKey,
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// Why, for people who know the record.
    pub reason: String,
}

/// Makes the file of claims of one service month; `None` when there is nothing to write.
///
/// # Errors
/// The file as a whole cannot be written.
pub fn fee_file(entries: &[&FeeEntry], options: &FeeFileOptions) -> Result<Option<FeeFile>, FeeError> {
    let head = options.head();
    let (mut claims, mut left_out) = (Vec::new(), Vec::new());
    for claim in entries.iter().filter_map(|entry| entry.slip.as_ref()) {
        // Tried alone, so that a fault is told of its client and the others go on.
        match write_fees(&head, std::slice::from_ref(claim), &options.style) {
            Ok(_) => claims.push(claim.clone()),
            Err(error) => {
                let reason = error.to_string();
                left_out.push(Unwritten { client: claim.client, month: claim.month, reason });
            }
        }
    }
    if claims.is_empty() && left_out.is_empty() {
        return Ok(None);
    }
    let bytes = if claims.is_empty() { Vec::new() } else { write_fees(&head, &claims, &options.style)? };
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let sent = claims.iter().map(|claim| change(claim, options, &hash)).collect();
    let invoice = invoice(&claims);
    Ok(Some(FeeFile { name: options.name.clone(), bytes, claims, invoice, left_out, sent }))
}

/// What is remembered of a claim. It is said even when the same was sent before, since every sending counts.
fn change(claim: &FeeClaim, options: &FeeFileOptions, hash: &str) -> Change {
    let sent = SentFee {
        window: options.window,
        file: options.name.clone(),
        hash: hash.to_owned(),
        units: u32::try_from(claim.total_units()).unwrap_or(u32::MAX),
        yen: claim.amount(),
    };
    let subject = Subject::SentFee { client: claim.client };
    Change { subject, before: None, after: Some(Value::SentFee(Box::new(sent))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::own::fixture::Office;
    use crate::benefit::rates::FeeType;
    use crate::domain::level::CareLevel;
    use crate::format::kokuhoren::fee::read_fees;
    use crate::format::kokuhoren::read::read;

    #[test]
    fn the_invoice_of_a_file_is_that_of_its_claims() {
        let mut office = Office::new("2026-10", FeeType::One);
        for number in 0..3 {
            office.add(number, CareLevel::Care3);
        }
        let fees = office.fees();
        let options = FeeFileOptions {
            office: office.own().number,
            window: office.month.next(),
            medium: Medium::Internet,
            name: "KK261101.CSV".to_owned(),
            style: WriteStyle::default(),
        };
        let entries: Vec<&FeeEntry> = fees.entries.iter().skip(1).collect();
        let file = fee_file(&entries, &options).unwrap().unwrap();
        assert_eq!((file.claims.len(), file.left_out.len(), file.sent.len()), (2, 0, 2));
        assert_eq!((file.invoice.len(), file.invoice[0].count), (1, 2));
        let read = read_fees(&read(&file.bytes));
        assert_eq!((read.claims.len(), read.differences().len()), (2, 0));
        let Some(Value::SentFee(sent)) = &file.sent[0].after else { panic!("{:?}", file.sent) };
        assert_eq!(
            (sent.yen, u64::from(sent.units)),
            (file.claims[0].amount(), file.claims[0].total_units())
        );
        assert_eq!(fee_file(&[], &options).unwrap(), None);
    }
}
