//! The chain: every entry carries the hash of the link before it and of its own content, so that a changed byte, a
//! missing entry or one put in between is found.

/// A link: the hash of the link before it and of the entry.
pub(super) type Link = [u8; 32];

/// What the first entry is linked to.
pub(super) const START: Link = [0; 32];

/// Stands for the length of a column that is NULL.
const NULL: u64 = u64::MAX;

/// The link of an entry whose content is written with [`put`].
pub(super) fn link(before: &Link, content: &[u8]) -> Link {
    let mut hasher = blake3::Hasher::new();
    hasher.update(before).update(content);
    *hasher.finalize().as_bytes()
}

/// Adds a column to the content of an entry. The length stands before it, so that no two entries have one content.
pub(super) fn put(content: &mut Vec<u8>, column: Option<&[u8]>) {
    let length = column.map_or(NULL, |bytes| bytes.len() as u64);
    content.extend_from_slice(&length.to_le_bytes());
    content.extend_from_slice(column.unwrap_or_default());
}

/// The content of an entry ends where a column should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Cut;

/// Takes the next column off the content of an entry; `None` is NULL.
pub(super) fn take<'a>(content: &mut &'a [u8]) -> Result<Option<&'a [u8]>, Cut> {
    let (length, rest) = content.split_first_chunk::<8>().ok_or(Cut)?;
    let length = u64::from_le_bytes(*length);
    if length == NULL {
        *content = rest;
        return Ok(None);
    }
    let length = usize::try_from(length).map_err(|_| Cut)?;
    let (column, rest) = rest.split_at_checked(length).ok_or(Cut)?;
    *content = rest;
    Ok(Some(column))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_taken_as_they_were_put() {
        let columns: [Option<&[u8]>; 4] = [Some(b"abc"), None, Some(b""), Some("給管".as_bytes())];
        let mut content = Vec::new();
        for column in columns {
            put(&mut content, column);
        }
        let mut rest = content.as_slice();
        for column in columns {
            assert_eq!(take(&mut rest), Ok(column));
        }
        assert_eq!(take(&mut rest), Err(Cut));
        let cut = content.get(..content.len() - 1).unwrap();
        let mut rest = cut;
        assert_eq!([(); 4].map(|()| take(&mut rest).is_ok()), [true, true, true, false]);
    }

    #[test]
    fn everything_counts_in_a_link() {
        let content = |columns: &[Option<&str>]| {
            let mut content = Vec::new();
            for column in columns {
                put(&mut content, column.map(str::as_bytes));
            }
            content
        };
        let links = [
            link(&START, &content(&[Some("ab"), Some("")])),
            link(&START, &content(&[Some("a"), Some("b")])),
            link(&START, &content(&[Some("ab"), None])),
            link(&START, &content(&[Some("ab")])),
            link(&[1; 32], &content(&[Some("ab")])),
        ];
        for (place, one) in links.iter().enumerate() {
            assert_eq!(links.iter().position(|other| other == one), Some(place));
        }
    }
}
