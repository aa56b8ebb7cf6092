//! What blocks a 給付管理票, in sentences.

use super::super::layout::display;
use super::super::words::Words;
use super::{entry, units_of};
use crate::app::tally::{Block, BlockCause};
use crate::benefit::allot::{RowKey, ShareFault};
use crate::domain::ids::ServiceKind;
use crate::domain::slip::GateBlock;
use crate::i18n::{Arg, Texts};

/// Most providers or numbers that are named.
const MOST_NAMED: usize = 5;

/// What blocks a slip, what follows when it is sent nevertheless, what to do; and why a person let it through.
pub fn block_sentence(words: Words<'_>, block: &Block) -> String {
    let texts = words.texts;
    let name = texts.get(&format!("gate-{}", block.block.name()));
    let found = found(words, &block.cause);
    let args = [
        ("found", Arg::from(found)),
        ("clients", entry(texts, "clients")),
        ("providers", entry(texts, "providers")),
    ];
    let what = texts.format(block_id(block.block), &args);
    match &block.why {
        None => texts.format("block-open", &[("name", Arg::from(name)), ("what", Arg::from(what))]),
        Some(why) => {
            let why = Arg::from(display(why));
            let args = [("name", Arg::from(name)), ("what", Arg::from(what)), ("why", why)];
            texts.format("block-let-through", &args)
        }
    }
}

fn block_id(block: GateBlock) -> &'static str {
    match block {
        GateBlock::Applying => "block-applying",
        GateBlock::Expired => "block-expired",
        GateBlock::Allotment => "block-allotment",
        GateBlock::NotArrived => "block-not-arrived",
        GateBlock::Unread => "block-unread",
        GateBlock::CheckDigit => "block-check-digit",
        GateBlock::BirthDate => "block-birth-date",
        GateBlock::Sex => "block-sex",
        GateBlock::Limit => "block-limit",
        GateBlock::OverLimit => "block-over-limit",
    }
}

/// What exactly was found.
fn found(words: Words<'_>, cause: &BlockCause) -> String {
    let texts = words.texts;
    let join = texts.get("block-join");
    let both = |id: &str, [first, second]: [&str; 2], [a, b]: [i64; 2]| {
        texts.format(id, &[(first, units_of(a)), (second, units_of(b))])
    };
    match cause {
        BlockCause::Plain => String::new(),
        BlockCause::Days(days) => days.iter().map(|day| words.day(*day)).collect::<Vec<_>>().join(&join),
        BlockCause::Shares(faults) => {
            faults.iter().map(|fault| share_words(words, fault)).collect::<Vec<_>>().join(&join)
        }
        BlockCause::Left(units) => texts.format("block-left", &[("units", units_of(*units))]),
        BlockCause::Providers(pairs) => {
            let name = |(office, kind): &_| format!("{} {}", words.office(*office), words.kind(*kind));
            first(texts, pairs.iter().map(name))
        }
        BlockCause::Unread(rows) => {
            let args = [("plan", Arg::from(rows.plan)), ("actual", Arg::from(rows.actual))];
            texts.format("block-rows", &args)
        }
        BlockCause::Numbers(numbers) => first(texts, numbers.iter().map(|number| display(number))),
        BlockCause::Limits { own, table } => both("block-limits", ["own", "table"], [*own, *table]),
        BlockCause::Over { total, limit } => both("block-over", ["total", "limit"], [*total, *limit]),
    }
}

/// The first few, and how many more there are.
fn first(texts: &Texts, all: impl ExactSizeIterator<Item = String>) -> String {
    let more = all.len().saturating_sub(MOST_NAMED);
    let names = all.take(MOST_NAMED).collect::<Vec<_>>().join(&texts.get("block-join"));
    if more == 0 {
        return names;
    }
    texts.format("block-more", &[("names", Arg::from(names)), ("count", Arg::from(more))])
}

/// What is wrong with shares (割振).
pub fn share_words(words: Words<'_>, fault: &ShareFault) -> String {
    let texts = words.texts;
    let row = |key: &RowKey| Arg::from(format!("{} {}", words.office(key.office), key.code));
    match fault {
        ShareFault::Stale(rows) => texts.format("block-share-stale", &[("count", Arg::from(rows.len()))]),
        ShareFault::Remainder { kind, left } => remainder(texts, words, *kind, *left),
        ShareFault::OutOfRange { key, most } => {
            texts.format("block-share-out-of-range", &[("row", row(key)), ("most", units_of(*most))])
        }
        ShareFault::NoSuchRow(key) => texts.format("share-no-row", &[("row", row(key))]),
    }
}

fn remainder(texts: &Texts, words: Words<'_>, kind: Option<ServiceKind>, left: i64) -> String {
    let limit = kind.map_or_else(|| texts.get("share-category"), |kind| words.kind(kind));
    let id = if left > 0 { "block-share-left" } else { "share-too-much" };
    texts.format(id, &[("limit", Arg::from(limit)), ("units", units_of(left.abs()))])
}
