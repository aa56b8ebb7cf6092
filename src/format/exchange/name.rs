//! File names of the exchange files (標準仕様 別紙, ファイル名): parsing of what is met, building of what is written.

use super::edition::Edition;
use super::kinds::{FileKind, IMAGE_PREFIX};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::month::{ServiceMonth, Timestamp, digits};

/// The parts of a file name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileName {
    /// What the file holds.
    pub kind: FileKind,
    /// Service month; `None` for `000000` and for kinds without a month in their name.
    pub month: Option<ServiceMonth>,
    /// Who sent it.
    pub sender: OfficeNumber,
    /// The sender's service kind, edition 4 only.
    pub sender_kind: Option<ServiceKind>,
    /// Who is to receive it.
    pub receiver: OfficeNumber,
    /// The receiver's service kind, edition 4 only.
    pub receiver_kind: Option<ServiceKind>,
    /// ファイル連番.
    pub timestamp: Timestamp,
    /// Whether the name is not exactly the pattern of its edition (standard, ambiguity 11): it was read all the same.
    pub is_odd: bool,
}

/// What a file name tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NameReading {
    /// An exchange file.
    Exchange(FileName),
    /// Begins like an exchange file, but sender, receiver or timestamp cannot be told.
    Damaged(FileKind),
    /// The family chart of a UPKIHON record.
    Image,
    /// Something else.
    Foreign,
}

/// Reads a file name without its folder, liberally: any case, an extra six-digit part, service kinds of two or three
/// characters, nine-digit offices, fifteen-digit timestamps, and what browsers and people add after the timestamp.
pub fn read(name: &str) -> NameReading {
    let upper = name.to_ascii_uppercase();
    if upper.starts_with(IMAGE_PREFIX) {
        return NameReading::Image;
    }
    let Some(stem) = upper.strip_suffix(".CSV") else { return NameReading::Foreign };
    let Some((kind, rest)) = split_prefix(stem) else { return NameReading::Foreign };
    let parts: Vec<&str> = rest.split('_').filter(|part| !part.is_empty()).collect();
    match parse_parts(kind, &parts) {
        Some(mut parsed) => {
            parsed.is_odd = parsed.is_odd || !parsed.build().eq_ignore_ascii_case(name);
            NameReading::Exchange(parsed)
        }
        None => NameReading::Damaged(kind),
    }
}

/// Splits the longest known prefix off, so that `UPKIHON_SUB1` is not taken for `UPKIHON`.
fn split_prefix(stem: &str) -> Option<(FileKind, &str)> {
    let mut kinds: Vec<FileKind> = FileKind::ALL.to_vec();
    kinds.sort_by_key(|kind| std::cmp::Reverse(kind.prefix().len()));
    kinds.into_iter().find_map(|kind| {
        let rest = stem.strip_prefix(kind.prefix())?;
        (rest.is_empty() || rest.starts_with(['_', ' ', '-'])).then_some((kind, rest))
    })
}

fn parse_parts(kind: FileKind, parts: &[&str]) -> Option<FileName> {
    let mut parts = parts.iter().copied().peekable();
    let mut month = None;
    let mut is_odd = false;
    let mut month_seen = false;
    while let Some(part) = parts.next_if(|part| part.len() == 6 && part.bytes().all(|b| b.is_ascii_digit())) {
        is_odd |= month_seen || !kind.has_month_in_name();
        month_seen = true;
        month = month.or_else(|| ServiceMonth::from_digits(part.as_bytes()));
    }
    is_odd |= kind.has_month_in_name() && !month_seen;
    let sender = office(parts.next()?, &mut is_odd)?;
    let sender_kind = parts.next_if(|part| part.len() <= 3).map(|part| service_kind(part, &mut is_odd));
    let receiver = office(parts.next()?, &mut is_odd)?;
    let receiver_kind = parts.next_if(|part| part.len() <= 3).map(|part| service_kind(part, &mut is_odd));
    let timestamp = timestamp(parts.next()?, &mut is_odd)?;
    is_odd |= parts.next().is_some() || sender_kind.is_some() != receiver_kind.is_some();
    Some(FileName {
        kind,
        month: month.filter(|_| kind.has_month_in_name()),
        sender,
        sender_kind: sender_kind.flatten(),
        receiver,
        receiver_kind: receiver_kind.flatten(),
        timestamp,
        is_odd,
    })
}

/// An office number of ten characters; nine (as in the prose of the standard) are padded on the left.
fn office(part: &str, is_odd: &mut bool) -> Option<OfficeNumber> {
    if part.len() == 9 {
        *is_odd = true;
        return OfficeNumber::parse(&format!("0{part}"));
    }
    OfficeNumber::parse(part)
}

fn service_kind(part: &str, is_odd: &mut bool) -> Option<ServiceKind> {
    *is_odd |= part.len() != 2;
    ServiceKind::from_bytes(part.as_bytes().get(..2)?)
}

/// The leading 14 digits; anything after them (a fifteenth digit, ` (1)`, ` - コピー`) makes the name odd.
fn timestamp(part: &str, is_odd: &mut bool) -> Option<Timestamp> {
    let (head, tail) = part.as_bytes().split_at_checked(14)?;
    *is_odd |= !tail.is_empty();
    digits(head).map(Timestamp)
}

impl FileName {
    /// The edition the name is written in: edition 4 carries the two service kinds.
    pub fn edition(&self) -> Edition {
        if self.sender_kind.is_some() || self.kind.since() == Edition::V4 { Edition::V4 } else { Edition::V3 }
    }

    /// The name exactly as the pattern of its edition has it.
    pub fn build(&self) -> String {
        let mut parts = vec![self.kind.prefix().to_owned()];
        if self.kind.has_month_in_name() {
            parts.push(self.month.map_or_else(|| "000000".to_owned(), ServiceMonth::compact));
        }
        parts.push(self.sender.to_string());
        parts.extend(self.sender_kind.map(|kind| kind.to_string()));
        parts.push(self.receiver.to_string());
        parts.extend(self.receiver_kind.map(|kind| kind.to_string()));
        parts.push(self.timestamp.to_string());
        parts.join("_") + ".CSV"
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exchange(name: &str) -> FileName {
        match read(name) {
            NameReading::Exchange(parsed) => parsed,
            other => panic!("{name}: {other:?}"),
        }
    }

    #[test]
    fn both_editions_are_parsed_and_built() {
        for name in [
            "UPPLAN_202610_1379900010_43_1379900028_11_20261026093015.CSV",
            "UPJSK_202610_27A9900028_A2_1379900010_43_20261102093015.CSV",
            "UPHOSOKU_000000_1379900010_43_1379900028_11_20261026093015.CSV",
            "UPKIHON_SUB1_1379900010_46_1379900028_A2_20261026093015.CSV",
            "DLTYOBO_1379900010_46_1379900028_A2_20261026093015.CSV",
            "UPPLAN_202610_1379900010_1379900028_20261026093015.CSV",
            "DLT1KYO_1379900010_1379900028_20261026093015.CSV",
        ] {
            let parsed = exchange(name);
            assert!(!parsed.is_odd, "{name}");
            assert_eq!(parsed.build(), name);
        }
        assert_eq!(exchange("UPPLAN_202610_1379900010_1379900028_20261026093015.CSV").edition(), Edition::V3);
        assert_eq!(
            exchange("UPJSK_202610_27A9900028_A2_1379900010_43_20261102093015.CSV").edition(),
            Edition::V4
        );
    }

    #[test]
    fn point_11_odd_names_are_read_with_a_warning() {
        for (name, month) in [
            ("UPKIHON_000000_1379900010_46_1379900028_A2_20261026093015.CSV", None),
            ("UPPLAN_202610_137990001_43_137990002_11_20261026093015.CSV", Some("2026-10")),
            ("UPPLAN_202610_1379900010_43_1379900028_11_202610260930150.CSV", Some("2026-10")),
            ("UPPLAN_202610_1379900010_043_1379900028_011_20261026093015.CSV", Some("2026-10")),
            ("UPPLAN_202610_1379900010_43_1379900028_11_20261026093015 (1).CSV", Some("2026-10")),
            ("UPPLAN_202610_1379900010_43_1379900028_11_20261026093015 - コピー.csv", Some("2026-10")),
        ] {
            let parsed = exchange(name);
            assert!(parsed.is_odd, "{name}");
            assert_eq!(parsed.month.map(|m| m.to_string()).as_deref(), month);
        }
        let lower = exchange("upplan_202610_1379900010_43_1379900028_11_20261026093015.csv");
        assert!(!lower.is_odd, "lower case alone is nothing to warn about");
    }

    #[test]
    fn point_12_any_two_characters_are_a_sender_kind() {
        for kind in ["43", "46", "AF", "ZZ"] {
            let name = format!("UPPLAN_202610_1379900010_{kind}_1379900028_A2_20261026093015.CSV");
            assert_eq!(exchange(&name).sender_kind.unwrap().as_str(), kind);
        }
    }

    #[test]
    fn damaged_and_foreign_names() {
        assert_eq!(read("UPPLAN_202610.CSV"), NameReading::Damaged(FileKind::Upplan));
        assert_eq!(read("UPJSK.csv"), NameReading::Damaged(FileKind::Upjsk));
        assert_eq!(
            read("UPJSK_202610_1379900010_43_1379900028_11_2026.CSV"),
            NameReading::Damaged(FileKind::Upjsk)
        );
        assert_eq!(
            read("UPKIHON_IMAGE_1379900010_46_1379900028_A2_20261026093015_0001.jpg"),
            NameReading::Image
        );
        for name in ["codes.csv", "UPPLANS.CSV", "readme.txt", "UPPLAN_202610.txt", ""] {
            assert_eq!(read(name), NameReading::Foreign, "{name}");
        }
    }
}
