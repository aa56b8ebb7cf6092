//! The file of slips for 国保連, and what is remembered of it.

use super::ClientSlip;
use crate::domain::decision::{Subject, Value};
use crate::domain::event::Change;
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::slip::SentSlip;
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::slip::{Slip, SlipError, SlipFault, write_slips};
use crate::format::kokuhoren::write::{FileHead, WriteError, WriteStyle};

/// How a file of slips is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipFileOptions {
    /// 居宅介護支援事業所: a file is of one office.
    pub office: OfficeNumber,
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// 媒体区分.
    pub medium: Medium,
    /// Name of the file.
    pub name: String,
    /// 作成年月日.
    pub created_on: Day,
    /// Details in which files in use differ.
    pub style: WriteStyle,
}

/// Slips of one service month.
#[derive(Clone, Debug)]
pub struct MonthSlips<'a> {
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// The slips.
    pub slips: Vec<&'a ClientSlip>,
}

/// A file of slips.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlipFile {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub slips: Vec<Slip>,
    /// Slips that cannot be written, each with the reason; the others are in the file.
    pub left_out: Vec<LeftOut>,
    /// What is to be remembered of each month, once the file is on the disk.
    pub sent: Vec<(ServiceMonth, Vec<Change>)>,
}

/// A slip that cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Whose.
    pub client: ClientKey,
    /// サービス提供年月.
    pub month: ServiceMonth,
    /// Why.
    pub why: LeftOutWhy,
}

/// Why a slip cannot be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LeftOutWhy {
    /// Something that it needs is missing.
    Incomplete,
    /// The slip as a whole.
    Slip(SlipFault),
    /// An item does not fit its layout.
    Item(WriteError),
}

/// Makes the file of slips of one or several service months; `None` when there is nothing to write.
///
/// # Errors
/// The file as a whole cannot be written.
pub fn slip_file(
    months: &[MonthSlips<'_>],
    options: &SlipFileOptions,
) -> Result<Option<SlipFile>, SlipError> {
    let head = FileHead { office: options.office, processing_month: options.window, medium: options.medium };
    let mut left_out = Vec::new();
    let mut taken: Vec<(ServiceMonth, Vec<(&ClientSlip, Slip)>)> = Vec::new();
    for month in months {
        let mut of_month = Vec::new();
        for own in month.slips.iter().filter(|slip| slip.office == Some(options.office)) {
            match single(own, month.month, &head, options) {
                Ok(slip) => of_month.push((*own, slip)),
                Err(why) => left_out.push(LeftOut { client: own.client, month: month.month, why }),
            }
        }
        taken.push((month.month, of_month));
    }
    let slips: Vec<Slip> =
        taken.iter().flat_map(|(_, of_month)| of_month.iter().map(|(_, slip)| slip.clone())).collect();
    if slips.is_empty() && left_out.is_empty() {
        return Ok(None);
    }
    let bytes = if slips.is_empty() { Vec::new() } else { write_slips(&head, &slips, &options.style)? };
    let hash = blake3::hash(&bytes).to_hex().to_string();
    let sent = taken
        .iter()
        .map(|(month, slips)| {
            (*month, slips.iter().filter_map(|(slip, _)| change(slip, options, &hash)).collect())
        })
        .collect();
    Ok(Some(SlipFile { name: options.name.clone(), bytes, slips, left_out, sent }))
}

/// A slip that can be written: it is tried alone, so that a fault is told of its client and the others go on.
fn single(
    own: &ClientSlip,
    month: ServiceMonth,
    head: &FileHead,
    options: &SlipFileOptions,
) -> Result<Slip, LeftOutWhy> {
    let slip = own.slip(month, options.created_on).ok_or(LeftOutWhy::Incomplete)?;
    match write_slips(head, std::slice::from_ref(&slip), &options.style) {
        Ok(_) => Ok(slip),
        Err(SlipError::Slip { fault, .. }) => Err(LeftOutWhy::Slip(fault)),
        Err(SlipError::Write(error)) => Err(LeftOutWhy::Item(error)),
    }
}

/// What is remembered of a slip. It is said even when the same was sent before, since every sending counts.
fn change(slip: &ClientSlip, options: &SlipFileOptions, hash: &str) -> Option<Change> {
    let sent = SentSlip {
        action: slip.action()?,
        window: options.window,
        file: options.name.clone(),
        hash: hash.to_owned(),
        level: slip.level?,
        limit: u32::try_from(slip.limit?).ok()?,
        lines: slip.sent_lines(),
    };
    let subject = Subject::SentSlip { client: slip.client };
    Some(Change { subject, before: None, after: Some(Value::SentSlip(Box::new(sent))) })
}
