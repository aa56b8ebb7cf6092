//! Everything that is written of a month: revised plans and accepted actuals, 照会書, the list to call through, and the
//! sign-off list of a month that is closed.

mod repeats;

use super::inquiry::InquiryFailure;
use super::words::Words;
use super::{call_list, inquiry, sign_off};
use crate::app::decisions::Decisions;
use crate::app::ports::Source;
use crate::app::write::{WriteFailure, WriteOptions, WritePlan, call_list as calls, inquiries, plan_writing};
use crate::store::Earlier;
use std::io;
use thiserror::Error;

/// What the files are made of.
#[derive(Clone, Copy)]
pub struct Ground<'a> {
    /// The month, with what was decided taken in ([`Review::month`](crate::app::review::Review::month)).
    pub words: Words<'a>,
    /// What was decided.
    pub decisions: &'a Decisions,
    /// The received files.
    pub source: &'a dyn Source,
    /// What was written before.
    pub earlier: &'a Earlier,
}

/// Why it cannot be said what would be written.
#[derive(Debug, Error)]
pub enum OutputsFailure {
    /// The received files are not what they were.
    #[error(transparent)]
    Received(#[from] WriteFailure),
    /// An inquiry cannot be made.
    #[error(transparent)]
    Inquiry(#[from] InquiryFailure),
    /// A list cannot be made.
    #[error(transparent)]
    Text(#[from] io::Error),
}

/// Every file that will be written. What was written before and has not changed is left out, unless
/// [`WriteOptions::all_clients`] is set.
///
/// # Errors
/// See [`OutputsFailure`].
pub fn outputs(ground: &Ground<'_>, options: &WriteOptions) -> Result<WritePlan, OutputsFailure> {
    let Ground { words, decisions, source, earlier } = *ground;
    let month = words.month;
    let mut plan = plan_writing(month, source, decisions, &earlier.sent(), options)?;
    plan.files.extend(inquiry::files(words, &inquiries(month, decisions), options.at)?);
    plan.files.extend(call_list::files(words, &calls(month, decisions))?);
    plan.files.extend(sign_off::file(words, decisions));
    if !options.all_clients {
        repeats::leave_out(&mut plan.files, earlier);
    }
    plan.files.sort_by(|a, b| a.name.cmp(&b.name));
    Ok(plan)
}
