//! Recognises blocks of rows that were read before, byte for byte.
//!
//! A care office sends each client's whole plan to every provider of the client, so most plan rows of a month are
//! repeats. Comparing the bytes of a client's block with those read before is many times quicker than reading the
//! rows again, and only one copy has to be kept.

use super::frame::Frame;
use super::sink::Sink;
use crate::domain::ids::ClientKey;
use crate::domain::row::{Block, FileIndex};
use crate::format::exchange::edition::Edition;
use rustc_hash::FxHashMap;

/// A client's block of rows that stands elsewhere byte for byte.
#[derive(Clone, Copy, Debug)]
pub struct Known {
    /// Whose rows.
    pub client: ClientKey,
    /// Rows of the block.
    pub rows: u32,
    /// Edition of its rows.
    pub edition: Edition,
    /// File and position of the block that was read.
    pub origin: (FileIndex, u32),
    /// Bytes of the block.
    pub bytes: usize,
    /// Physical lines of the block.
    pub lines: u32,
}

/// What a client's rows begin with.
type Prefix = Box<[u8]>;

/// The bytes of a block and where it stands.
type Remembered = (Box<[u8]>, Known);

/// Blocks of one kind of file of one sender, by the bytes their rows begin with (version and client).
#[derive(Clone, Debug, Default)]
pub struct CopyMemory {
    blocks: FxHashMap<Prefix, Remembered>,
}

impl CopyMemory {
    /// The known block that stands at the beginning of `data` and ends where its client's rows end.
    pub fn find(&self, data: &[u8]) -> Option<Known> {
        let prefix = client_prefix(data)?;
        let (bytes, known) = self.blocks.get(prefix)?;
        let rest = data.strip_prefix(&**bytes)?;
        (!rest.starts_with(prefix)).then_some(*known)
    }

    /// Remembers a block, unless its client is known already.
    pub fn remember(&mut self, bytes: &[u8], known: Known) {
        if let Some(prefix) = client_prefix(bytes).filter(|_| bytes.ends_with(b"\n")) {
            self.blocks.entry(prefix.into()).or_insert_with(|| (bytes.into(), known));
        }
    }
}

/// Watches the rows of a file go by: steps over known blocks and remembers those that were read without any problem.
#[derive(Debug)]
pub struct Watch<'m> {
    memory: Option<&'m mut CopyMemory>,
    file: FileIndex,
    open: Option<Open>,
}

/// The block that is being read.
#[derive(Debug)]
struct Open {
    prefix: Box<[u8]>,
    start: usize,
    line: u32,
    events: u32,
    blocks: usize,
}

impl<'m> Watch<'m> {
    /// Watches a file; without a memory every row is read.
    pub fn new(memory: Option<&'m mut CopyMemory>, file: FileIndex) -> Self {
        Self { memory, file, open: None }
    }

    /// To be called before each row, with the blocks read so far: steps over a known block and returns it.
    pub fn step(&mut self, frame: &mut Frame<'_>, sink: &Sink, blocks: &[impl HasBlock]) -> Option<Known> {
        self.memory.as_ref()?;
        if self.open.as_ref().is_some_and(|open| frame.goes_on_with(&open.prefix)) {
            return None;
        }
        self.close(frame, sink, blocks);
        let known = frame.skip_known(self.memory.as_ref()?);
        if known.is_none() {
            let (start, line) = frame.place();
            let prefix = frame.next_prefix().unwrap_or_default().into();
            self.open = Some(Open { prefix, start, line, events: sink.events(), blocks: blocks.len() });
        }
        known
    }

    /// Ends the block that is being read; to be called once more after the last row.
    pub fn close(&mut self, frame: &Frame<'_>, sink: &Sink, blocks: &[impl HasBlock]) {
        let (Some(open), Some(memory)) = (self.open.take(), self.memory.as_mut()) else { return };
        let (Some(last), Some(edition)) = (blocks.last(), frame.edition()) else { return };
        if sink.events() != open.events || blocks.len() != open.blocks + 1 {
            return;
        }
        let block = last.block();
        let bytes = frame.bytes_since(open.start);
        let known = Known {
            client: block.client,
            rows: block.len,
            edition,
            origin: (self.file, u32::try_from(open.blocks).unwrap_or(u32::MAX)),
            bytes: bytes.len(),
            lines: frame.place().1 - open.line,
        };
        memory.remember(bytes, known);
    }
}

/// Something that carries a [`Block`].
pub trait HasBlock {
    /// The block.
    fn block(&self) -> &Block;
}

/// The first three cells with their commas, when they are bare.
pub fn client_prefix(data: &[u8]) -> Option<&[u8]> {
    let head = data.get(..data.len().min(64))?;
    let mut commas = head.iter().enumerate().filter(|(_, byte)| **byte == b',').map(|(at, _)| at);
    let end = commas.nth(2)?;
    let prefix = head.get(..=end)?;
    prefix.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b',').then_some(prefix)
}

#[cfg(test)]
mod tests {
    use super::*;

    const A: &[u8] = b"202407,131987,0001000101,x\r\n202407,131987,0001000101,y\r\n";
    const B: &[u8] = b"202407,131987,0001000202,z\r\n";

    fn memory() -> CopyMemory {
        let client = ClientKey {
            insurer: crate::domain::ids::InsurerNumber::parse("131987").unwrap(),
            insured: crate::domain::ids::InsuredNumber::parse("0001000101").unwrap(),
        };
        let mut memory = CopyMemory::default();
        let origin = (FileIndex(1), 0);
        memory.remember(A, Known { client, rows: 2, edition: Edition::V4, origin, bytes: A.len(), lines: 2 });
        memory
    }

    #[test]
    fn only_the_whole_block_of_a_client_is_recognised() {
        let memory = memory();
        assert_eq!(memory.find(&[A, B].concat()).map(|known| known.rows), Some(2));
        assert_eq!(memory.find(A).map(|known| known.origin), Some((FileIndex(1), 0)));
        let longer = [A, b"202407,131987,0001000101,more\r\n"].concat();
        assert!(memory.find(&longer).is_none(), "the client has one more row here");
        assert!(memory.find(&A[..A.len() - 1]).is_none(), "shorter");
        assert!(memory.find(B).is_none(), "another client");
    }

    #[test]
    fn rows_that_do_not_begin_plainly_are_never_taken_for_copies() {
        assert_eq!(client_prefix(b"\"202407\",131987,0001000101,x"), None);
        assert_eq!(client_prefix(b"202407,131987"), None);
        assert_eq!(client_prefix("２０２４０７,131987,0001000101,".as_bytes()), None);
        assert_eq!(client_prefix(A), Some(&b"202407,131987,0001000101,"[..]));
    }
}
