//! Everything that goes to 国保連 at once: slips, the office's own claims, or both in one folder.

use super::{FeeOrder, OutputsFailure, SlipOrder, fee_outputs, slip_outputs};
use crate::app::own::OwnMonth;
use crate::app::review::Review;
use crate::app::tally::{LeftOut, SlipSettings, Tally};
use crate::app::write::WritePlan;
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::month::{Day, ServiceMonth};
use crate::i18n::Texts;
use crate::report::left_out::{
    claims_not_in_file, left_out_fee_sentence, left_out_sentence, slips_not_in_file,
};
use crate::report::words::Words;
use crate::store::workspace::Workspace;

/// What is to be sent.
#[derive(Clone, Copy)]
pub struct SendOrder<'a> {
    /// Months with their slips; the first one is the month that is open.
    pub months: &'a [(&'a Review, &'a Tally)],
    /// 居宅介護支援事業所.
    pub office: OfficeNumber,
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// 作成年月日.
    pub today: Day,
    /// What was written for this window already as well.
    pub is_all: bool,
    /// Whether the slips are sent.
    pub slips: bool,
    /// Months whose claims are sent; none for slips alone.
    pub own: &'a [OwnMonth],
    /// Clients who are claimed whatever was sent before.
    pub again: &'a [ClientKey],
}

/// The files, and who is not in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SendOutputs {
    /// The files.
    pub plan: WritePlan,
    /// Sentences about slips and claims that are not in the files.
    pub told: Vec<String>,
}

/// Plans the files for 国保連.
///
/// # Errors
/// See [`OutputsFailure`].
pub fn send_outputs(
    workspace: &mut Workspace,
    order: SendOrder<'_>,
    settings: &SlipSettings,
    texts: &Texts,
) -> Result<SendOutputs, OutputsFailure> {
    let mut out = SendOutputs::default();
    let Some((first, _)) = order.months.first() else { return Ok(out) };
    let words = Words { month: &first.month, texts };
    let mut left_out = Vec::new();
    if order.slips {
        let SendOrder { months, office, window, today, is_all, .. } = order;
        let slips = SlipOrder { months, office, window, today, is_all };
        let made = slip_outputs(workspace, slips, settings, texts)?;
        out.told.extend(made.left_out.iter().map(|one| left_out_sentence(words, one)));
        let months = order.months.iter();
        out.told.extend(months.filter_map(|(of, tally)| slips_not_in_file(texts, of.month.month, tally)));
        out.plan.join(made.plan);
        left_out = made.left_out;
    }
    // A client whose slip is left out of its file gets no claim.
    let without =
        &|month, client| left_out.iter().any(|left: &LeftOut| (left.month, left.client) == (month, client));
    let SendOrder { months, own, office, window, is_all, again, .. } = order;
    let fees = FeeOrder { months, own, office, window, is_all, again, without };
    let made = fee_outputs(workspace, fees, settings, texts, &out.plan)?;
    out.told.extend(made.left_out.iter().map(|one| left_out_fee_sentence(words, one)));
    out.told.extend(own.iter().flat_map(|own| claims_not_in_file(texts, own, is_all)));
    out.plan.join(made.plan);
    Ok(out)
}
