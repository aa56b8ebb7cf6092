//! Editions of the standard and the CSVバージョン column that names them.

/// Edition of ケアプランデータ連携標準仕様 that a row follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Edition {
    /// 第3版 (3.0 to 3.2), CSVバージョン 202208.
    V3,
    /// 第4.1版, CSVバージョン 202407, for service months from 2025-04.
    V4,
}

/// What a CSVバージョン says about the edition. The values are not ordered (4.1 is 202407, 4.0 is 202504), so they
/// are mapped, never compared (standard, 本文 改版履歴).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum VersionClaim {
    /// A value the standard names for an edition.
    Known(Edition),
    /// A year and month that no edition names.
    Unknown,
    /// Not six digits of a year and month.
    Malformed,
}

impl Edition {
    /// Every edition, the oldest first.
    pub const ALL: [Edition; 2] = [Edition::V3, Edition::V4];

    /// The CSVバージョン that is written for this edition.
    pub fn csv_version(self) -> &'static str {
        match self {
            Edition::V3 => "202208",
            Edition::V4 => "202407",
        }
    }

    /// Short name as in the JSON contract.
    pub fn name(self) -> &'static str {
        match self {
            Edition::V3 => "v3",
            Edition::V4 => "v4",
        }
    }
}

/// Reads a CSVバージョン. Besides the written values: 202206 stands in the text of edition 3, 202504 is the short-lived
/// edition 4.0.
pub fn version_claim(value: &[u8]) -> VersionClaim {
    match value {
        b"202208" | b"202206" => VersionClaim::Known(Edition::V3),
        b"202407" | b"202504" => VersionClaim::Known(Edition::V4),
        other if crate::domain::month::ServiceMonth::from_digits(other).is_some() => VersionClaim::Unknown,
        _ => VersionClaim::Malformed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn point_01_any_year_and_month_is_read_and_unknown_ones_are_told_apart() {
        assert_eq!(version_claim(b"202407"), VersionClaim::Known(Edition::V4));
        assert_eq!(version_claim(b"202504"), VersionClaim::Known(Edition::V4));
        assert_eq!(version_claim(b"202208"), VersionClaim::Known(Edition::V3));
        for met in [&b"202410"[..], b"202404", b"201910", b"202201"] {
            assert_eq!(version_claim(met), VersionClaim::Unknown);
        }
        for bad in [&b"CSVver"[..], b"202413", b"", b"2024-7"] {
            assert_eq!(version_claim(bad), VersionClaim::Malformed);
        }
    }
}
