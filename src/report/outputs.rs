//! Everything that is written of a month: revised plans and accepted actuals, 照会書, the list to call through, and the
//! sign-off list of a month that is closed.

mod fees;
mod repeats;
mod sending;
mod slips;

pub use fees::{FeeOrder, FeeOutputs, fee_outputs};
pub use sending::{SendOrder, SendOutputs, send_outputs};
pub use slips::{SlipOrder, SlipOutputs, slip_outputs};

use super::inquiry::InquiryFailure;
use super::words::Words;
use super::{call_list, inquiry, sign_off};
use crate::app::ports::Source;
use crate::app::review::Review;
use crate::app::write::{WriteFailure, WriteOptions, WritePlan, call_list as calls, inquiries, plan_writing};
use crate::format::kokuhoren::fee::FeeError;
use crate::format::kokuhoren::slip::SlipError;
use crate::i18n::Texts;
use crate::store::Earlier;
use crate::store::workspace::{AppendError, Workspace};
use chrono::{DateTime, FixedOffset};
use std::io;
use thiserror::Error;

/// Why it cannot be said what would be written.
#[derive(Debug, Error)]
pub enum OutputsFailure {
    /// What was written before cannot be read.
    #[error(transparent)]
    Earlier(#[from] AppendError),
    /// The received files are not what they were.
    #[error(transparent)]
    Received(#[from] WriteFailure),
    /// An inquiry cannot be made.
    #[error(transparent)]
    Inquiry(#[from] InquiryFailure),
    /// The slips of a file cannot be written as a whole.
    #[error(transparent)]
    Slips(#[from] SlipError),
    /// The claims of a file cannot be written as a whole.
    #[error(transparent)]
    Fees(#[from] FeeError),
    /// Every name that a file for 国保連 can have in a month is taken.
    #[error("no name is left for a file")]
    NoName,
    /// A list cannot be made.
    #[error(transparent)]
    Text(#[from] io::Error),
}

/// Every file that would be written now of an open month of a workspace. What was written before and has not changed is
/// left out, unless every client is asked for.
///
/// # Errors
/// See [`OutputsFailure`].
pub fn outputs(
    workspace: &mut Workspace,
    review: &Review,
    source: &dyn Source,
    texts: &Texts,
    (at, all_clients): (DateTime<FixedOffset>, bool),
) -> Result<WritePlan, OutputsFailure> {
    let Review { month, decisions, .. } = review;
    let words = Words { month, texts };
    let earlier = Earlier::gather(workspace, month.month)?;
    let options = WriteOptions::at(at, all_clients);
    let mut plan = plan_writing(review.ground(), source, &earlier.sent(), &options)?;
    plan.files.extend(inquiry::files(words, &inquiries(month, decisions), at)?);
    plan.files.extend(call_list::files(words, &calls(month, decisions))?);
    plan.files.extend(sign_off::file(words, decisions));
    if !all_clients {
        repeats::leave_out(&mut plan.files, &earlier);
    }
    plan.files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(plan)
}
