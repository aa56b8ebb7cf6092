//! The records of received files, taken from their bytes again.

use super::WriteFailure;
use crate::app::month::Month;
use crate::app::ports::Source;
use crate::domain::ids::ClientKey;
use crate::domain::row::FileIndex;
use crate::format::exchange::cell::TypedRecord;
use crate::format::exchange::records::RecordFile;
use rustc_hash::FxHashMap;

/// Received files by their place in the month, each read when it is first asked for.
pub(super) struct Base<'a> {
    month: &'a Month,
    source: &'a dyn Source,
    /// Places in the listing by path.
    listed: FxHashMap<String, usize>,
    files: FxHashMap<FileIndex, RecordFile>,
}

impl<'a> Base<'a> {
    pub(super) fn new(month: &'a Month, source: &'a dyn Source) -> Self {
        let files = source.list().files.into_iter().enumerate();
        let listed = files.map(|(index, file)| (file.path, index)).collect();
        Self { month, source, listed, files: FxHashMap::default() }
    }

    /// The record on a line of a file, which must be the client's.
    ///
    /// # Errors
    /// The file cannot be read, or it has no such record any more.
    pub(super) fn record<R: TypedRecord>(
        &mut self,
        file: FileIndex,
        line: u32,
        client: ClientKey,
    ) -> Result<R, WriteFailure> {
        let record = self.file(file)?.record::<R>(line).map(|(_, record)| record);
        let path = || self.month.file(file).map(|file| file.path.clone()).unwrap_or_default();
        record
            .filter(|record| is_of(record, client))
            .ok_or_else(|| WriteFailure::Changed { path: path(), line })
    }

    fn file(&mut self, index: FileIndex) -> Result<&RecordFile, WriteFailure> {
        if !self.files.contains_key(&index) {
            let file = self.load(index)?;
            self.files.insert(index, file);
        }
        self.files.get(&index).ok_or_else(|| WriteFailure::Unreadable { path: String::new() })
    }

    fn load(&self, index: FileIndex) -> Result<RecordFile, WriteFailure> {
        let file = self.month.file(index);
        let path = file.map(|file| file.path.clone()).unwrap_or_default();
        let mut data = Vec::new();
        let read = self.listed.get(&path).is_some_and(|listed| self.source.read(*listed, &mut data).is_ok());
        match file.and_then(|file| file.kind).filter(|_| read) {
            Some(kind) => Ok(RecordFile::new(kind, data)),
            None => Err(WriteFailure::Unreadable { path }),
        }
    }
}

/// Whether a record has the numbers of a client, as far as they can be told without reading liberally.
fn is_of<R: TypedRecord>(record: &R, client: ClientKey) -> bool {
    let contents = record.contents();
    let insured = contents.get(2).copied().unwrap_or_default();
    // Numbers are padded and brought to half width on reading; those of other lengths are believed.
    insured.len() != client.insured.as_bytes().len()
        || insured.eq_ignore_ascii_case(client.insured.as_bytes())
}
