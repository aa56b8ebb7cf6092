//! Identifiers of the field. All are kept as text: leading zeros and letters are significant.

use std::fmt;

/// Declares a fixed-width identifier made of ASCII letters and digits.
macro_rules! code_type {
    ($(#[$doc:meta])* $name:ident, $width:literal) => {
        $(#[$doc])*
        #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name([u8; $width]);

        impl $name {
            /// Number of characters.
            pub const WIDTH: usize = $width;

            /// Reads the identifier from exactly [`Self::WIDTH`] ASCII letters or digits; anything else is `None`.
            pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
                let fixed: [u8; $width] = bytes.try_into().ok()?;
                fixed.iter().all(u8::is_ascii_alphanumeric).then_some(Self(fixed))
            }

            /// Reads the identifier from text; see [`Self::from_bytes`].
            pub fn parse(text: &str) -> Option<Self> {
                Self::from_bytes(text.as_bytes())
            }

            /// The identifier as text.
            pub fn as_str(&self) -> &str {
                std::str::from_utf8(&self.0).unwrap_or_default()
            }

            /// The identifier as ASCII bytes.
            pub fn as_bytes(&self) -> &[u8; $width] {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.pad(self.as_str())
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                out.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                super::codec::parsed(from, stringify!($name), |text| Self::parse(text))
            }
        }
    };
}

code_type!(
    /// 保険者番号: the municipality that insures a client, 6 digits with a check digit.
    InsurerNumber,
    6
);
code_type!(
    /// 被保険者番号: 10 digits, or `H` and 9 digits for people on public assistance only (生保単独).
    InsuredNumber,
    10
);
code_type!(
    /// 事業所番号 of a care office (居宅介護支援事業所) or a service provider (サービス事業所);
    /// 10 characters, letters possible (総合事業).
    OfficeNumber,
    10
);
code_type!(
    /// サービス種類コード: 2 characters, letters possible (`2A`, `A2`).
    ServiceKind,
    2
);
code_type!(
    /// サービスコード: 種類 2 characters and 項目 4 characters, letters possible.
    ServiceCode,
    6
);

impl InsurerNumber {
    /// The number with the check digit that its first five digits ask for; the number itself when they are no digits.
    pub fn with_check_digit(&self) -> String {
        let head = self.as_str().get(..5).unwrap_or_default();
        let candidates = (0..=9).filter_map(|digit| Self::parse(&format!("{head}{digit}")));
        candidates.into_iter().find(Self::check_digit_fits).unwrap_or(*self).to_string()
    }

    /// Whether the sixth digit is the check digit of the first five: weights 2 1 2 1 2 from the left, digits of
    /// each product added up, the difference to the next ten (介護保険の保険者番号の検証番号).
    pub fn check_digit_fits(&self) -> bool {
        let digit = |byte: u8| byte.is_ascii_digit().then(|| u32::from(byte - b'0'));
        let mut sum = 0;
        for (byte, weight) in self.0.iter().zip([2, 1, 2, 1, 2]) {
            let Some(value) = digit(*byte) else { return false };
            let product = value * weight;
            sum += product / 10 + product % 10;
        }
        self.0.last().copied().and_then(digit) == Some((10 - sum % 10) % 10)
    }
}

impl InsuredNumber {
    /// Whether the number belongs to somebody on public assistance only (生保単独, `H` numbers).
    pub fn is_public_assistance(&self) -> bool {
        self.0.first() == Some(&b'H')
    }
}

impl OfficeNumber {
    /// Whether the tenth digit is the check digit of the first nine: weights 2 1 2 1 2 1 2 1 2 from the left, digits of
    /// each product added up, the difference to the next ten. `None` for numbers with letters (総合事業), which have a rule
    /// of their own.
    pub fn check_digit_fits(&self) -> Option<bool> {
        let digits: Option<Vec<u32>> = self.0.iter().map(|byte| char::from(*byte).to_digit(10)).collect();
        let digits = digits?;
        let (last, head) = digits.split_last()?;
        let weighted = head.iter().zip([2, 1].into_iter().cycle()).map(|(digit, weight)| digit * weight);
        let sum: u32 = weighted.map(|product| product / 10 + product % 10).sum();
        Some((10 - sum % 10) % 10 == *last)
    }

    /// Whether it is the number of a 地域包括支援センター: the third digit is 0.
    pub fn is_support_centre(&self) -> bool {
        matches!(self.0, [_, _, b'0', ..])
    }

    /// The fixed number on the 全合計 row of the 第7表 (standard, 別表 No.7).
    pub const TOTAL: OfficeNumber = OfficeNumber(*b"9999999999");
}

impl ServiceKind {
    /// Stands for no kind; no file can name it.
    pub const NONE: ServiceKind = ServiceKind(*b"  ");

    /// Whether it is one of 総合事業 (A1 to AF).
    pub fn is_programme(self) -> bool {
        self.0.first() == Some(&b'A')
    }
}

impl ServiceCode {
    /// サービス種類: the first two characters.
    pub fn kind(&self) -> ServiceKind {
        let [first, second, ..] = self.0;
        ServiceKind([first, second])
    }

    /// サービス項目コード: the last four characters.
    pub fn item(&self) -> &str {
        self.as_str().get(2..).unwrap_or_default()
    }
}

/// A client (利用者) as the exchange files name one: insurer and insured number together. The same insured number
/// under two insurers is two clients.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
pub struct ClientKey {
    /// 保険者番号
    pub insurer: InsurerNumber,
    /// 被保険者番号
    pub insured: InsuredNumber,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_keep_zeros_and_letters_and_refuse_other_widths() {
        assert_eq!(InsuredNumber::parse("0001000101").unwrap().as_str(), "0001000101");
        assert_eq!(OfficeNumber::parse("27A1234567").unwrap().to_string(), "27A1234567");
        assert_eq!(ServiceCode::parse("A22411").unwrap().kind().as_str(), "A2");
        assert_eq!(ServiceCode::parse("A22411").unwrap().item(), "2411");
        for bad in ["", "12345", "1234567", "12 456", "１２３４５６"] {
            assert_eq!(InsurerNumber::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn insurer_check_digit() {
        for good in ["131987", "131011", "271007"] {
            assert!(InsurerNumber::parse(good).unwrap().check_digit_fits(), "{good}");
            let fits = (0..10)
                .filter(|d| InsurerNumber::parse(&format!("{}{d}", &good[..5])).unwrap().check_digit_fits());
            assert_eq!(fits.count(), 1, "exactly one check digit for {good}");
        }
        assert!(!InsurerNumber::parse("131988").unwrap().check_digit_fits());
        assert_eq!(InsurerNumber::parse("131988").unwrap().with_check_digit(), "131987");
        assert!(!InsurerNumber::parse("13198A").unwrap().check_digit_fits());
    }

    #[test]
    fn office_check_digit() {
        let fits = |text: &str| OfficeNumber::parse(text).unwrap().check_digit_fits();
        assert_eq!((fits("1379900010"), fits("1379900028")), (Some(true), Some(true)));
        assert_eq!((fits("1379900011"), fits("13A9900011")), (Some(false), None));
    }

    #[test]
    fn public_assistance_numbers() {
        assert!(InsuredNumber::parse("H000100017").unwrap().is_public_assistance());
        assert!(!InsuredNumber::parse("0000100017").unwrap().is_public_assistance());
    }
}
