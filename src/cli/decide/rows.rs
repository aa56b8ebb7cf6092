//! What is decided about rows: 修正, 対応付け, FAX実績.

use super::{lines, no_line, places};
use crate::app::decide::{
    self, Drafted, EditField, Place, Refusal, TypedRow, edit_base, fax_rows, read_edit,
};
use crate::app::review::Review;
use crate::cli::Stop;
use crate::cli::office::Office;
use crate::domain::decision::{ArrivalChoice, Verdict};
use crate::i18n::Texts;

pub(super) fn edit(
    office: &Office,
    id: &str,
    typed: &[(EditField, String)],
    reason: &str,
) -> Result<Drafted, Refusal> {
    let review = &office.review;
    let places = places(office, &[id.to_owned()])?;
    let difference = places.first().and_then(|at| review.difference(*at));
    let base = difference.and_then(|difference| edit_base(review, difference));
    let base = base.ok_or_else(|| Refusal::Vanished(id.to_owned()))?;
    let edit = read_edit(typed.iter().map(|(field, text)| (*field, text.as_str())), &base)?;
    decide::verdict(review, &places, Some(&Verdict::Edit(edit)), reason)
}

pub(super) fn pair(office: &Office, ids: &[String]) -> Result<Drafted, Refusal> {
    match places(office, ids)?.as_slice() {
        [a, b] => decide::join(&office.review, *a, *b),
        _ => Err(Refusal::NotPairable),
    }
}

pub(super) fn unpair(office: &Office, id: &str) -> Result<Drafted, Refusal> {
    match places(office, &[id.to_owned()])?.as_slice() {
        [at] => decide::take_apart(&office.review, *at),
        _ => Err(Refusal::Vanished(id.to_owned())),
    }
}

/// A provider and kind of a client, if nothing came from them; what came itself would stand before a FAX.
pub(super) fn waiting(office: &Office, place: Place, texts: &Texts) -> Result<Place, Stop> {
    let (client, provider, kind) = place;
    let has_come = office.review.month.arrived.contains(&(provider, kind));
    if has_come || lines(office, (provider, kind), Some(client)).is_empty() {
        return Err(no_line(office, provider, kind, texts));
    }
    Ok(place)
}

pub(super) fn fax(review: &Review, place: Place, typed: &[TypedRow]) -> Result<Drafted, Refusal> {
    let choice = ArrivalChoice::Fax { rows: fax_rows(review, place, typed)? };
    decide::arrival(review, &[place], Some(&choice), "")
}
