//! Reading of values that are kept as text in JSON.

use serde::de::{Deserialize, Deserializer, Error};
use std::borrow::Cow;

/// A value that has its own way of being read from text; `what` names it in the error.
pub(crate) fn parsed<'de, D: Deserializer<'de>, T>(
    from: D,
    what: &str,
    parse: impl FnOnce(&str) -> Option<T>,
) -> Result<T, D::Error> {
    let text = Cow::<'de, str>::deserialize(from)?;
    parse(&text).ok_or_else(|| D::Error::custom(format_args!("{text:?} is no {what}")))
}
