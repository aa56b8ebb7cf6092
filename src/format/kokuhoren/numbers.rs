//! Numbers as files write them: padded, unpadded, with zeros in front. Numbers may have lost their leading zeros.

use crate::domain::ids::{InsuredNumber, InsurerNumber, OfficeNumber};
use std::fmt;

/// Who pays: a municipality, or a public payer (公費) such as a welfare office.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Payer {
    /// 証記載保険者番号.
    Insurer(InsurerNumber),
    /// 公費負担者番号: 8 digits, of which the first two are the 法別番号.
    Public(String),
}

impl fmt::Display for Payer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Payer::Insurer(number) => number.fmt(out),
            Payer::Public(number) => out.pad(number),
        }
    }
}

/// A number of digits with zeros put in front up to a width; texts with letters stay as they are.
pub fn padded(text: &str, width: usize) -> String {
    if text.bytes().all(|byte| byte.is_ascii_digit()) && !text.is_empty() {
        format!("{text:0>width$}")
    } else {
        text.to_owned()
    }
}

/// 証記載保険者番号 or 公費負担者番号 of up to 10 digits: six digits after zeros are an insurer (県番号 is never 00),
/// eight a public payer.
pub fn payer(text: &str) -> Option<Payer> {
    let padded = padded(text, 10);
    let (front, last_eight) = padded.split_at_checked(2)?;
    if front != "00" || padded.len() != 10 {
        return None;
    }
    let (law, last_six) = last_eight.split_at_checked(2)?;
    if law == "00" {
        (last_six != "000000").then(|| InsurerNumber::parse(last_six).map(Payer::Insurer))?
    } else {
        Some(Payer::Public(last_eight.to_owned()))
    }
}

/// 証記載保険者番号 in 6, 8 or 10 digits.
pub fn insurer(text: &str) -> Option<InsurerNumber> {
    match payer(text) {
        Some(Payer::Insurer(number)) => Some(number),
        _ => None,
    }
}

/// 事業所番号.
pub fn office(text: &str) -> Option<OfficeNumber> {
    OfficeNumber::parse(&padded(text, OfficeNumber::WIDTH))
}

/// 被保険者番号; leading zeros that were dropped come back.
pub fn insured(text: &str) -> Option<InsuredNumber> {
    InsuredNumber::parse(&padded(text, InsuredNumber::WIDTH))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn insurers_and_public_payers_are_told_apart() {
        let number = |text: &str| payer(text).map(|payer| payer.to_string());
        for text in ["139998", "00139998", "0000139998"] {
            assert_eq!(number(text).as_deref(), Some("139998"), "{text}");
            assert!(insurer(text).is_some());
        }
        assert_eq!(insurer("0000010017").unwrap().as_str(), "010017", "Hokkaido begins with a zero");
        assert_eq!(payer("12131234"), Some(Payer::Public("12131234".to_owned())));
        assert_eq!(payer("0012131234"), Some(Payer::Public("12131234".to_owned())));
        for bad in ["", "0", "1379900010", "1A9998", "00000000000139998"] {
            assert_eq!(payer(bad), None, "{bad}");
        }
    }

    #[test]
    fn dropped_zeros_come_back() {
        assert_eq!(office("170000010").unwrap().as_str(), "0170000010");
        assert_eq!(insured("1").unwrap().as_str(), "0000000001");
        assert_eq!(insured("H000100017").unwrap().as_str(), "H000100017");
        assert_eq!(office("13A0000010").unwrap().as_str(), "13A0000010");
    }
}
