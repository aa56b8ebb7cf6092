//! The files of claims for 国保連 with their totals, one a service month, as a plan that people see before anything is
//! written.

use super::OutputsFailure;
use super::slips::{Names, file_name, planned};
use crate::app::fee::{FeeFile, FeeFileOptions, Unwritten, fee_file};
use crate::app::own::OwnMonth;
use crate::app::review::Review;
use crate::app::tally::{NameMonth, SlipSettings, Tally};
use crate::app::write::{PlannedFile, Why, WritePlan};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::month::ServiceMonth;
use crate::i18n::Texts;
use crate::report::fee_total::FeeTotal;
use crate::report::slip_words::SlipWords;
use crate::store::workspace::Workspace;

/// What is to be written.
#[derive(Clone, Copy)]
pub struct FeeOrder<'a> {
    /// Months with their slips, for the names of people.
    pub months: &'a [(&'a Review, &'a Tally)],
    /// The claims of these months.
    pub own: &'a [OwnMonth],
    /// The claiming office.
    pub office: OfficeNumber,
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// Claims too that were written for this window already.
    pub is_all: bool,
    /// Clients who are claimed whatever was sent before.
    pub again: &'a [ClientKey],
    /// Whose claim of a month is not written, because the slip is not.
    pub without: &'a dyn Fn(ServiceMonth, ClientKey) -> bool,
}

/// Files with claims, and who is not in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FeeOutputs {
    /// The files.
    pub plan: WritePlan,
    /// Claims that should be in a file and cannot be written.
    pub left_out: Vec<Unwritten>,
}

/// Plans the files of claims beside the files that are planned already, whose names are not taken again.
///
/// # Errors
/// See [`OutputsFailure`].
pub fn fee_outputs(
    workspace: &mut Workspace,
    order: FeeOrder<'_>,
    settings: &SlipSettings,
    texts: &Texts,
    beside: &WritePlan,
) -> Result<FeeOutputs, OutputsFailure> {
    let mut out = FeeOutputs::default();
    for own in order.own {
        let mut entries = own.to_write(order.is_all, order.again);
        entries.retain(|entry| !(order.without)(own.month, entry.client));
        let named = match settings.name_month {
            NameMonth::Service => own.month,
            NameMonth::Processing => order.window,
        };
        let plans = [beside, &out.plan];
        let options = FeeFileOptions {
            office: order.office,
            window: order.window,
            medium: settings.medium,
            name: file_name(workspace, &settings.fee_file_prefix, named, &plans)?,
            style: settings.style.clone(),
        };
        let Some(file) = fee_file(&entries, &options)? else { continue };
        let words = SlipWords { names: &Names(order.months), texts };
        if !file.claims.is_empty() {
            out.plan.files.extend(files(&file, &options, words)?);
            out.plan.sent.push((own.month, file.sent));
        }
        out.left_out.extend(file.left_out);
    }
    Ok(out)
}

fn files(
    file: &FeeFile,
    options: &FeeFileOptions,
    words: SlipWords<'_>,
) -> Result<[PlannedFile; 3], OutputsFailure> {
    let head = options.head();
    let total = FeeTotal { file: &file.name, head: &head, claims: &file.claims };
    let stem = file.name.trim_end_matches(".CSV");
    let claims = file.claims.len();
    // A record for each row of the invoice and each line of a claim.
    let rows = file.invoice.len() + file.claims.iter().map(|claim| claim.lines.len()).sum::<usize>();
    Ok([
        planned(&file.name, file.bytes.clone(), Why::Fees, rows),
        planned(&format!("{stem}-total.txt"), total.text(words).into_bytes(), Why::FeeTotal, claims),
        planned(&format!("{stem}-clients.csv"), total.clients_csv(words)?, Why::FeeTotal, claims),
    ])
}
