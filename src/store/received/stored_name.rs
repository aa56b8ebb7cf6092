//! Names of the kept files: they tell what the bytes must be and what the file was called, without any database.
//!
//! `<16 digits of the hash>-<name>`, and `<16 digits>+2-<name>` for the second file of one name that came with other
//! bytes. The name has every byte but letters, digits, `.`, `_` and `-` written as `%` and two digits.

use crate::store::kept::{DIGITS, digits_of};

/// Bytes of a written name: with what stands before and after it, every common file system takes it.
const LONGEST: usize = 180;

/// Bytes of a written extension that are kept when a name is cut.
const LONGEST_EXTENSION: usize = 16;

/// What the name of a kept file tells.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct StoredName {
    /// The name the file came with.
    pub(super) original: String,
    /// 1, or more for a later file of the same name with other bytes.
    pub(super) edition: u32,
    /// The first 16 digits of the hash of its bytes.
    pub(super) hash: String,
}

impl StoredName {
    /// The name for bytes with this hash. An over-long name is cut before its extension.
    pub(super) fn new(hash: &blake3::Hash, original: &str, edition: u32) -> Self {
        Self { original: cut(original), edition, hash: digits_of(hash) }
    }

    /// Reads the name of a kept file; `None` for any other name.
    pub(super) fn parse(name: &str) -> Option<Self> {
        let (hash, rest) = name.split_at_checked(DIGITS)?;
        let is_hash = hash.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let (edition, written) = match rest.strip_prefix('+') {
            Some(numbered) => {
                let (number, written) = numbered.split_once('-')?;
                (number.parse().ok().filter(|number| *number > 1)?, written)
            }
            None => (1, rest.strip_prefix('-')?),
        };
        let stored = Self { original: decode(written)?, edition, hash: hash.to_owned() };
        // Whatever is not exactly what would be written is somebody else's.
        (is_hash && stored.to_string() == name).then_some(stored)
    }

    /// Whether these can be the bytes of the file.
    pub(super) fn fits(&self, hash: &blake3::Hash) -> bool {
        self.hash == digits_of(hash)
    }
}

impl std::fmt::Display for StoredName {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(&self.hash)?;
        if self.edition > 1 {
            write!(out, "+{}", self.edition)?;
        }
        write!(out, "-{}", encode(&self.original))
    }
}

fn is_plain(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'_' | b'-')
}

fn encode(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for (at, byte) in name.bytes().enumerate() {
        // Windows drops a point at the end.
        if is_plain(byte) && (byte != b'.' || at + 1 < name.len()) {
            out.push(char::from(byte));
        } else {
            out.push('%');
            let halves = [byte >> 4, byte & 15].map(|half| char::from_digit(u32::from(half), 16));
            out.extend(halves.into_iter().flatten().map(|digit| digit.to_ascii_uppercase()));
        }
    }
    out
}

fn decode(written: &str) -> Option<String> {
    let mut out = Vec::with_capacity(written.len());
    let mut bytes = written.bytes();
    while let Some(byte) = bytes.next() {
        if byte == b'%' {
            let mut half = || char::from(bytes.next()?).to_digit(16);
            out.push(u8::try_from(half()? * 16 + half()?).ok()?);
        } else if is_plain(byte) {
            out.push(byte);
        } else {
            return None;
        }
    }
    String::from_utf8(out).ok()
}

/// The name as it can be written: characters before the extension are left out until it is short enough.
fn cut(name: &str) -> String {
    if written_bytes(name) <= LONGEST {
        return name.to_owned();
    }
    let point = name
        .rfind('.')
        .filter(|at| name.get(*at..).is_some_and(|extension| written_bytes(extension) <= LONGEST_EXTENSION));
    let (stem, extension) = name.split_at_checked(point.unwrap_or(name.len())).unwrap_or((name, ""));
    let mut room = LONGEST - written_bytes(extension);
    let kept = stem.chars().take_while(|c| {
        let needed = written_bytes(c.encode_utf8(&mut [0; 4]));
        let fits = needed <= room;
        room = room.saturating_sub(needed);
        fits
    });
    let mut out: String = kept.collect();
    out.push_str(extension);
    out
}

/// Bytes a name takes at most when it is written.
fn written_bytes(name: &str) -> usize {
    // A point counts as three, because it may come to stand at the end.
    name.bytes().map(|byte| if is_plain(byte) && byte != b'.' { 1 } else { 3 }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::kept::{PART, SET_ASIDE};
    use crate::store::write::check_name;
    use proptest::prelude::*;

    fn stored(name: &str, edition: u32) -> StoredName {
        StoredName::new(&blake3::hash(name.as_bytes()), name, edition)
    }

    #[test]
    fn names_of_exchange_files_stay_readable() {
        let name = "UPJSK_202610_1379900028_11_1379900010_43_20261102093015.CSV";
        assert_eq!(stored(name, 1).to_string(), format!("{}-{name}", stored(name, 1).hash));
        assert_eq!(stored(name, 2).to_string(), format!("{}+2-{name}", stored(name, 2).hash));
        let copied = stored("UPJSK - コピー.csv", 1).to_string();
        assert!(copied.ends_with("-UPJSK%20-%20%E3%82%B3%E3%83%94%E3%83%BC.csv"), "{copied}");
    }

    #[test]
    fn an_over_long_name_is_cut_and_keeps_its_extension() {
        let name = format!("UPPLAN_202610_{}.CSV", "写".repeat(90));
        let stored = stored(&name, 1);
        assert!(stored.original.starts_with("UPPLAN_202610_写写") && stored.original.ends_with("写.CSV"));
        assert!(stored.to_string().len() <= DIGITS + 1 + LONGEST);
        assert_eq!(StoredName::parse(&stored.to_string()), Some(stored));
    }

    #[test]
    fn other_names_are_nobodys() {
        let fine = stored("A.CSV", 1).to_string();
        assert!(StoredName::parse(&fine).is_some());
        let others = [
            "A.CSV".to_owned(),
            String::new(),
            "Thumbs.db".to_owned(),
            format!("{fine}{PART}%2"),
            fine.to_uppercase(),
            fine.replace('A', "%41"),
            fine.replace('-', "+1-"),
            fine.replace('-', "+02-"),
            fine.replace("A.", "%E3"),
            fine.replace("A.", "あ"),
        ];
        for name in others {
            assert_eq!(StoredName::parse(&name), None, "{name}");
        }
    }

    proptest! {
        #[test]
        fn any_name_can_be_written_and_read_again(
            name in prop_oneof!["\\PC{0,40}", "[A-Z_.%+ /\\\\\u{0}\u{3042}\u{1F600}-]{0,300}"],
            edition in 1_u32..20,
        ) {
            let stored = stored(&name, edition);
            let written = stored.to_string();
            prop_assert!(written.bytes().all(|byte| is_plain(byte) || matches!(byte, b'%' | b'+')), "{}", written);
            prop_assert!(written.len() + PART.len() + SET_ASIDE.len() + DIGITS < 255);
            prop_assert!(check_name(&written).is_ok());
            prop_assert_eq!(StoredName::parse(&written), Some(stored.clone()));
            if written_bytes(&name) <= LONGEST {
                prop_assert_eq!(&stored.original, &name);
            } else {
                let extension = name.rsplit_once('.').map_or("", |(_, extension)| extension);
                prop_assert!(extension.len() > 4 || stored.original.ends_with(extension));
            }
        }
    }
}
