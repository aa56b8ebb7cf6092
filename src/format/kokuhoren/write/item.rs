//! One item on its way into a file.

use super::Quoting;
use crate::domain::month::{Day, ServiceMonth};
use crate::format::kokuhoren::cell::Expected;
use crate::format::kokuhoren::layout::{Item, ItemType, Need};
use crate::format::sjis::{encode, first_unwritable};

/// The bytes of an item, when its text fits the layout. `line_no` is that of its row, where rows are numbered.
pub(super) fn checked(item: &Item, text: &str, line_no: Option<&str>) -> Result<Vec<u8>, Expected> {
    let is_closing = line_no == Some("99");
    let is_unused = text.is_empty() || text == "0";
    match item.need() {
        Need::Always if text.is_empty() => return Err(Expected::Filled),
        Need::Never if !is_unused => return Err(Expected::Empty),
        Need::Lines if !is_closing && text.is_empty() => return Err(Expected::Filled),
        Need::Lines if is_closing && !is_unused => return Err(Expected::Empty),
        Need::Closing if is_closing && text.is_empty() => return Err(Expected::Filled),
        Need::Closing if !is_closing && !is_unused => return Err(Expected::Empty),
        _ => {}
    }
    let bytes = encode(text).map_err(|(position, character)| Expected::Ms932 { character, position })?;
    if let Some((position, character)) = first_unwritable(&bytes) {
        return Err(Expected::Ms932 { character, position });
    }
    if let Some((index, character)) = text.chars().enumerate().find(|(_, c)| is_forbidden(*c)) {
        return Err(Expected::Without { character, position: index + 1 });
    }
    if bytes.len() > usize::from(item.len) {
        return Err(Expected::AtMost(item.len));
    }
    if !text.is_empty() {
        of_type(item, text)?;
    }
    Ok(bytes)
}

/// Signs that no item may hold: the single quote, small letters, control characters.
fn is_forbidden(c: char) -> bool {
    c == '\'' || c.is_ascii_lowercase() || c.is_control()
}

fn of_type(item: &Item, text: &str) -> Result<(), Expected> {
    let are_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let (fits, expected) = match item.ty {
        ItemType::Num => (are_digits(text), Expected::Digits),
        ItemType::Snum => (are_digits(text.strip_prefix('-').unwrap_or(text)), Expected::Number),
        ItemType::An => (text.chars().all(is_half_width), Expected::HalfWidth),
        ItemType::Ym => (ServiceMonth::from_digits(text.as_bytes()).is_some(), Expected::Month),
        ItemType::Ymd => (Day::from_digits(text.as_bytes()).is_some(), Expected::Date),
        ItemType::Kanji => (true, Expected::Filled),
    };
    if !fits {
        return Err(expected);
    }
    let is_listed = |codes: &str| codes.split('|').any(|entry| entry.split('=').next() == Some(text));
    // A 0 in an item of codes stands for "not used".
    if item.codes.is_empty() || text == "0" || is_listed(item.codes) || is_doubtful(item) {
        Ok(())
    } else {
        Err(Expected::OneOf(item.codes))
    }
}

/// Whether sources disagree about the codes of an item, so that others must be writable.
fn is_doubtful(item: &Item) -> bool {
    item.key == "service_office_class"
}

fn is_half_width(c: char) -> bool {
    matches!(c, ' '..='~' | '\u{FF61}'..='\u{FF9F}')
}

/// Puts the bytes of an item into the row.
pub(super) fn push(out: &mut Vec<u8>, bytes: &[u8], quoting: Quoting) {
    let needs = bytes.iter().any(|byte| matches!(byte, b',' | b'"' | b' ') || !byte.is_ascii());
    if !needs && (quoting == Quoting::Needed || bytes.is_empty()) {
        out.extend_from_slice(bytes);
        return;
    }
    out.push(b'"');
    for byte in bytes {
        // The second byte of a character is never a quote.
        if *byte == b'"' {
            out.push(b'"');
        }
        out.push(*byte);
    }
    out.push(b'"');
}
