//! Names of files. 国保連 does not check the name of a sent file; offices have their habits.
//!
//! Source: インタフェース仕様書 共通編, ファイル名.

use crate::domain::month::ServiceMonth;

/// Start of the name of a file of slips, by habit.
pub const SLIP_PREFIX: &str = "KY";

/// Start of the name of a file of plan fees, by habit.
pub const FEE_PREFIX: &str = "KK";

/// `KYyymmnn.CSV`: a prefix, two digits each of year and month, and a running number. Which month it names, that of
/// processing or of service, is the office's habit as well.
///
/// `None` when the name would be longer than 8 half-width letters and digits.
pub fn sent_name(prefix: &str, month: ServiceMonth, number: u32) -> Option<String> {
    let stem = format!("{prefix}{:02}{:02}{number:02}", month.year() % 100, month.month());
    let fits = stem.len() <= 8 && stem.bytes().all(|byte| byte.is_ascii_uppercase() || byte.is_ascii_digit());
    fits.then(|| format!("{stem}.CSV"))
}

/// A name for a sent file that none of `taken` has, in any case of letters, counting from 1; `None` when there is none
/// left. Names have to be unique among the files of a month.
pub fn free_name(prefix: &str, month: ServiceMonth, taken: &[&str]) -> Option<String> {
    (1..100)
        .map_while(|number| sent_name(prefix, month, number))
        .find(|name| !taken.iter().any(|other| other.eq_ignore_ascii_case(name)))
}

/// Data kind and counter in the name of a received file: `74100000.CSV` is kind 741, file 0.
pub fn received_name(name: &str) -> Option<(String, u32)> {
    let (stem, extension) = name.rsplit_once('.')?;
    let (kind, counter) = stem.split_at_checked(3)?;
    let is_name = extension.eq_ignore_ascii_case("csv")
        && counter.len() == 5
        && kind.starts_with(|first: char| first.is_ascii_digit())
        && kind.bytes().all(|byte| byte.is_ascii_alphanumeric());
    is_name.then(|| counter.parse().ok().map(|counter| (kind.to_ascii_uppercase(), counter)))?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_sent_files() {
        let month = ServiceMonth::parse("202607").unwrap();
        assert_eq!(sent_name(SLIP_PREFIX, month, 1).unwrap(), "KY260701.CSV");
        assert_eq!(sent_name(FEE_PREFIX, month, 12).unwrap(), "KK260712.CSV");
        assert_eq!(sent_name("KYU", month, 1), None, "nine characters");
        assert_eq!(sent_name("ky", month, 1), None);
        let taken = ["ky260701.csv", "KY260702.CSV"];
        assert_eq!(free_name("KY", month, &taken).unwrap(), "KY260703.CSV");
        let all: Vec<String> = (1..100).filter_map(|number| sent_name("KY", month, number)).collect();
        let all: Vec<&str> = all.iter().map(String::as_str).collect();
        assert_eq!(free_name("KY", month, &all), None);
    }

    #[test]
    fn names_of_received_files() {
        assert_eq!(received_name("74100000.CSV"), Some(("741".to_owned(), 0)));
        assert_eq!(received_name("72100012.csv"), Some(("721".to_owned(), 12)));
        for other in ["KY260701.CSV", "7410000.CSV", "74100000.TXT", "74100000", ""] {
            assert_eq!(received_name(other), None, "{other}");
        }
    }
}
