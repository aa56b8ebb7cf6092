//! Zip archives, read without unpacking them to the disk and without believing what they say about themselves.

use super::{plain_reason, without_controls};
use crate::app::ports::ReadFailure;
use crate::domain::problem::{Problem, ProblemCode};
use crate::format::sjis::Encoding;
use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use zip::ZipArchive;
use zip::read::{ZipArchiveMetadata, ZipFileEntry, ZipReadOptions};
use zip::result::ZipError;

/// Deflate never packs tighter than this.
const MOST_PER_PACKED_BYTE: u64 = 1032;

/// How much may come out of all archives together.
#[derive(Debug)]
pub(super) struct Budget {
    /// Bytes.
    pub(super) limit: u64,
    unpacked: AtomicU64,
}

impl Budget {
    /// Nothing has been unpacked yet.
    pub(super) fn new(limit: u64) -> Self {
        Self { limit, unpacked: AtomicU64::new(0) }
    }

    /// Counts `bytes` and gives the sum when it goes beyond the limit.
    fn spend(&self, bytes: u64) -> Option<u64> {
        let sum = self.unpacked.fetch_add(bytes, Ordering::Relaxed).saturating_add(bytes);
        (bytes > 0 && sum > self.limit).then_some(sum)
    }
}

/// An archive whose table of contents has been read.
///
/// The file itself is opened again for every entry: several threads then read one archive at the same time, and a
/// folder with thousands of archives does not use up the handles of the process.
#[derive(Debug)]
pub(super) struct Archive {
    file: PathBuf,
    contents: Arc<ZipArchiveMetadata>,
    packed_bytes: u64,
}

/// A file in an archive.
#[derive(Debug)]
pub(super) struct Entry {
    /// Path inside the archive, parts divided by `/`.
    pub(super) name: String,
    /// Place in the archive's table of contents.
    pub(super) number: usize,
    /// What earlier readings have already been counted for, so that reading twice costs once.
    counted: AtomicU64,
}

/// What an archive holds.
#[derive(Debug)]
pub(super) struct Contents {
    /// For reading the entries.
    pub(super) archive: Archive,
    /// Its files; empty when nothing of it may be read.
    pub(super) entries: Vec<Entry>,
    /// Sum of the sizes the archive declares, for the entries above.
    pub(super) declared: u64,
    /// What is wrong with it.
    pub(super) problems: Vec<Problem>,
}

/// Reads the table of contents of the archive at `file`, which is shown as `shown`.
///
/// # Errors
/// Nothing of the archive can be used; the text says why.
pub(super) fn open(file: PathBuf, shown: &str) -> Result<Contents, String> {
    let opened = File::open(&file).map_err(|error| plain_reason(&error))?;
    let packed_bytes = opened.metadata().map_err(|error| plain_reason(&error))?.len();
    let archive = ZipArchive::new(BufReader::new(opened)).map_err(|error| zip_reason(&error))?;
    let contents = archive.metadata();

    let mut found = Contents {
        archive: Archive { file, contents: Arc::clone(&contents), packed_bytes },
        entries: Vec::with_capacity(contents.len()),
        declared: 0,
        problems: Vec::new(),
    };
    for number in 0..contents.len() {
        let entry = contents.entry(number).map_err(|error| zip_reason(&error))?;
        if entry.encrypted() {
            return Err(ZipError::PASSWORD_REQUIRED.to_owned());
        }
        found.take_in(number, &entry, shown);
    }
    if contents.has_duplicate_names() {
        // Only the last of them can be had; that must not happen unseen.
        found.problems.push(
            Problem::warned(ProblemCode::ZipUnreadable).at_path(shown).found("several entries of one name"),
        );
    }
    Ok(found)
}

impl Contents {
    fn take_in(&mut self, number: usize, entry: &ZipFileEntry<'_>, shown: &str) {
        match entry_name(entry.name_raw()) {
            EntryName::Folder => {}
            EntryName::File(name) => {
                self.declared = self.declared.saturating_add(entry.size());
                self.entries.push(Entry { name, number, counted: AtomicU64::new(0) });
            }
            EntryName::Unsafe(name) => self
                .problems
                .push(Problem::quarantined(ProblemCode::ZipUnsafeName).at_path(shown).found(name)),
        }
    }
}

impl Archive {
    /// Puts the bytes of `entry` into `into`, never more than `file_bytes` and never more than the budget allows.
    pub(super) fn read(
        &self,
        entry: &Entry,
        file_bytes: u64,
        budget: &Budget,
        into: &mut Vec<u8>,
    ) -> Result<(), ReadFailure> {
        let unreadable = |error: ZipError| ReadFailure::Unreadable(zip_reason(&error));
        let described = self.contents.entry(entry.number).map_err(unreadable)?;
        let declared = described.size();
        if declared > file_bytes {
            return Err(ReadFailure::TooLarge { bytes: declared, limit: file_bytes });
        }
        let most = described.compressed_size().min(self.packed_bytes).saturating_mul(MOST_PER_PACKED_BYTE);
        reserve(into, declared.min(most))?;

        let mut file = open_again(&self.file)?;
        let inflating = described.with_reader(&mut file, ZipReadOptions::new()).map_err(unreadable)?;
        let mut counting = Counting { inner: inflating, entry, budget, read: 0, exceeded: None };
        let outcome = (&mut counting).take(file_bytes.saturating_add(1)).read_to_end(into);
        if let Some(bytes) = counting.exceeded {
            return Err(ReadFailure::TooLarge { bytes, limit: budget.limit });
        }
        if counting.read > file_bytes {
            return Err(ReadFailure::TooLarge { bytes: counting.read, limit: file_bytes });
        }
        match outcome {
            Ok(_) if counting.read == declared => Ok(()),
            Ok(_) => Err(ReadFailure::Unreadable("shorter than the archive says".to_owned())),
            Err(error) => Err(ReadFailure::Unreadable(plain_reason(&error))),
        }
    }
}

fn open_again(path: &Path) -> Result<File, ReadFailure> {
    File::open(path).map_err(|error| ReadFailure::Unreadable(plain_reason(&error)))
}

/// Makes room for exactly `bytes`; a lack of memory is a failure of the file, not of the program.
pub(super) fn reserve(into: &mut Vec<u8>, bytes: u64) -> Result<(), ReadFailure> {
    usize::try_from(bytes)
        .ok()
        .and_then(|bytes| into.try_reserve_exact(bytes).ok())
        .ok_or_else(|| ReadFailure::Unreadable(io::ErrorKind::OutOfMemory.to_string()))
}

/// Counts what really comes out, because the sizes in an archive are only claims.
struct Counting<'a, R> {
    inner: R,
    entry: &'a Entry,
    budget: &'a Budget,
    read: u64,
    exceeded: Option<u64>,
}

impl<R: Read> Read for Counting<'_, R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let count = self.inner.read(buffer)?;
        self.read = self.read.saturating_add(count as u64);
        let before = self.entry.counted.fetch_max(self.read, Ordering::Relaxed);
        self.exceeded = self.budget.spend(self.read.saturating_sub(before));
        if self.exceeded.is_some() {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(count)
    }
}

enum EntryName {
    Folder,
    File(String),
    Unsafe(String),
}

/// Windows writes names in MS932 and some programs divide them by `\`. Decoding comes first: the second byte of
/// many characters (表, ソ, 能) is a `\`.
fn entry_name(raw: &[u8]) -> EntryName {
    let decoded = match std::str::from_utf8(raw) {
        Ok(name) => name.to_owned(),
        Err(_) => Encoding::Ms932.decode(raw).into_owned(),
    };
    let name = decoded.replace('\\', "/");
    let drive = name.as_bytes().get(1) == Some(&b':');
    if drive || name.starts_with('/') || name.contains('\0') || name.split('/').any(|part| part == "..") {
        return EntryName::Unsafe(without_controls(decoded));
    }
    if name.ends_with('/') {
        return EntryName::Folder;
    }
    let parts: Vec<&str> = name.split('/').filter(|part| !matches!(*part, "" | ".")).collect();
    if parts.is_empty() {
        return EntryName::Unsafe(decoded);
    }
    EntryName::File(without_controls(parts.join("/")))
}

/// The words of the error alone; that it was a zip archive is said by the problem.
fn zip_reason(error: &ZipError) -> String {
    match error {
        ZipError::Io(error) => plain_reason(error),
        ZipError::InvalidArchive(reason) => reason.clone().into_owned(),
        ZipError::UnsupportedArchive(reason) => (*reason).to_owned(),
        other => other.to_string(),
    }
}

#[cfg(test)]
pub(super) mod testing {
    use std::io::{Cursor, Write};
    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    /// An archive as its bytes.
    pub(in crate::store) fn zip_of(entries: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in entries {
            writer.start_file(name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    /// Writes `to` over every `from`; names no writer would write are made like this.
    pub(in crate::store) fn patch(mut zip: Vec<u8>, from: &[u8], to: &[u8]) -> Vec<u8> {
        assert_eq!(from.len(), to.len());
        let mut times = 0;
        for at in 0..zip.len() - from.len() {
            if zip[at..].starts_with(from) {
                zip[at..at + to.len()].copy_from_slice(to);
                times += 1;
            }
        }
        assert_eq!(times, 2, "a name stands before the bytes and in the table of contents");
        zip
    }

    /// Changes bytes of the first entry in the table of contents.
    pub(in crate::store) fn patch_contents(mut zip: Vec<u8>, offset: usize, to: &[u8]) -> Vec<u8> {
        let start = zip.windows(4).position(|bytes| bytes == b"PK\x01\x02").unwrap() + offset;
        zip[start..start + to.len()].copy_from_slice(to);
        zip
    }

    /// Makes the first entry claim another unpacked size.
    pub(in crate::store) fn claim_size(zip: Vec<u8>, bytes: u32) -> Vec<u8> {
        patch_contents(zip, 24, &bytes.to_le_bytes())
    }
}

#[cfg(test)]
mod tests {
    use super::testing::{claim_size, patch, zip_of};
    use super::*;

    fn opened(bytes: &[u8]) -> (tempfile::NamedTempFile, Contents) {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), bytes).unwrap();
        let contents = open(file.path().to_owned(), "A.zip").unwrap();
        (file, contents)
    }

    fn file_name(raw: &[u8]) -> Option<String> {
        match entry_name(raw) {
            EntryName::File(name) => Some(name),
            EntryName::Folder | EntryName::Unsafe(_) => None,
        }
    }

    #[test]
    fn names_are_decoded_before_they_are_divided() {
        assert_eq!(file_name(b"\x95\x5c/\x95\x5c").as_deref(), Some("表/表"));
        assert_eq!(file_name(b"a\\b.csv").as_deref(), Some("a/b.csv"));
        assert_eq!(file_name("予定/A.CSV".as_bytes()).as_deref(), Some("予定/A.CSV"));
        assert_eq!(file_name(b"./a//b").as_deref(), Some("a/b"));
        assert_eq!(file_name(b"a\x1b[31m").as_deref(), Some("a\u{FFFD}[31m"));
        assert!(matches!(entry_name(b"a/"), EntryName::Folder));
        assert!(matches!(entry_name(b"a\\"), EntryName::Folder));
    }

    #[test]
    fn names_that_lead_elsewhere_are_unsafe() {
        for name in [
            "../a",
            "a/../../b",
            "a\\..\\b",
            "/etc/passwd",
            "\\\\server\\a",
            "c:\\a",
            "C:a",
            "..",
            "",
            "a\0b",
        ] {
            assert!(matches!(entry_name(name.as_bytes()), EntryName::Unsafe(_)), "{name:?}");
        }
        assert_eq!(file_name(b"a..b/...c").as_deref(), Some("a..b/...c"));
    }

    #[test]
    fn the_budget_counts_what_comes_out_and_a_second_reading_costs_nothing() {
        let zeros = vec![0; 100_000];
        let (_file, contents) = opened(&zip_of(&[("a", &zeros), ("b", &zeros)]));
        assert_eq!(contents.declared, 200_000);
        let budget = Budget::new(150_000);
        let mut into = Vec::new();
        for _ in 0..3 {
            into.clear();
            contents.archive.read(&contents.entries[0], 1 << 20, &budget, &mut into).unwrap();
            assert_eq!(into, zeros);
        }
        into.clear();
        let failure = contents.archive.read(&contents.entries[1], 1 << 20, &budget, &mut into).unwrap_err();
        assert!(matches!(failure, ReadFailure::TooLarge { bytes, limit: 150_000 } if bytes > 150_000));
        assert!(into.len() <= 50_000);
        into.clear();
        contents.archive.read(&contents.entries[0], 1 << 20, &budget, &mut into).unwrap();
        assert_eq!(into, zeros);
    }

    #[test]
    fn an_entry_that_claims_too_little_stops_at_its_claim() {
        let (_file, contents) = opened(&claim_size(zip_of(&[("a", &vec![0; 4_000_000])]), 10));
        let mut into = Vec::new();
        let budget = Budget::new(1 << 30);
        let failure = contents.archive.read(&contents.entries[0], 1 << 20, &budget, &mut into).unwrap_err();
        assert!(matches!(failure, ReadFailure::Unreadable(_)), "{failure:?}");
        assert!(into.capacity() < 100_000, "{}", into.capacity());
    }

    #[test]
    fn an_entry_that_claims_too_much_takes_no_memory_for_it() {
        let (_file, contents) = opened(&claim_size(zip_of(&[("a", b"0123456789")]), 400_000_000));
        let mut into = Vec::new();
        let budget = Budget::new(1 << 30);
        let failure = contents.archive.read(&contents.entries[0], 1 << 30, &budget, &mut into).unwrap_err();
        assert!(matches!(failure, ReadFailure::Unreadable(_)), "{failure:?}");
        assert!(into.capacity() < 100_000, "{}", into.capacity());
    }

    #[test]
    fn entries_of_one_name_are_told() {
        let zip = patch(zip_of(&[("A.CSV", b"1"), ("B.CSV", b"2")]), b"B.CSV", b"A.CSV");
        let (_file, contents) = opened(&zip);
        assert_eq!(contents.entries.len(), 1);
        assert_eq!(contents.problems.len(), 1);
        assert_eq!(contents.problems[0].code, ProblemCode::ZipUnreadable);
    }
}
