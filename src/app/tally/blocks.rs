//! What keeps a 給付管理票 from being written until somebody says why it may be written nevertheless.

use super::{ClientSlip, TallyGround};
use crate::app::standing::Standing;
use crate::app::unread::UnreadRows;
use crate::app::worth::{Ground, SharesFrom, Worth};
use crate::benefit::allot::ShareFault;
use crate::benefit::limit::LimitNote;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::slip::GateBlock;

/// A block, and why a person let it through.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Which.
    pub block: GateBlock,
    /// What exactly.
    pub cause: BlockCause,
    /// Why it may be written nevertheless, in a person's words; `None` while it is blocked.
    pub why: Option<String>,
}

/// What exactly blocks a slip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockCause {
    /// Nothing more to say.
    Plain,
    /// Days with services and without a level.
    Days(Vec<u8>),
    /// What is wrong with the shares.
    Shares(Vec<ShareFault>),
    /// 割振残: units that no row can bear.
    Left(i64),
    /// Providers and kinds.
    Providers(Vec<(OfficeNumber, ServiceKind)>),
    /// Rows that could not be read.
    Unread(UnreadRows),
    /// Numbers whose check digit does not fit, as they stand.
    Numbers(Vec<String>),
    /// The limit of the client and that of the table.
    Limits {
        /// 利用者補足情報.
        own: i64,
        /// The table.
        table: i64,
    },
    /// Units of the slip and the limit.
    Over {
        /// 給付計画合計単位数.
        total: i64,
        /// 支給限度額.
        limit: i64,
    },
}

/// Everything that blocks a client's slip, in the order of [`GateBlock::ALL`].
pub(super) fn of(
    slip: &ClientSlip,
    ground: &TallyGround<'_>,
    position: usize,
    standing: &Standing,
    worth: &Worth,
) -> Vec<Block> {
    let decided = ground.worth.decisions.client(slip.client);
    let causes = GateBlock::ALL
        .into_iter()
        .filter_map(|block| Some((block, cause(block, slip, ground, position, standing, worth)?)));
    causes
        .map(|(block, cause)| {
            let why = decided.override_of(block).filter(|_| block.can_be_let_through()).map(str::to_owned);
            Block { block, cause, why }
        })
        .collect()
}

fn cause(
    block: GateBlock,
    slip: &ClientSlip,
    ground: &TallyGround<'_>,
    position: usize,
    standing: &Standing,
    worth: &Worth,
) -> Option<BlockCause> {
    let TallyGround { worth: ground, unread, .. } = ground;
    let some = |list: Vec<_>, make: fn(Vec<_>) -> BlockCause| (!list.is_empty()).then(|| make(list));
    match block {
        GateBlock::Applying => worth.person.is_applying.then_some(BlockCause::Plain),
        GateBlock::Expired => {
            let days = worth.days_without_level(&standing.plan, ground.month);
            (worth.person.limit.is_some() && !days.is_empty()).then_some(BlockCause::Days(days))
        }
        GateBlock::Allotment => shares(worth),
        GateBlock::NotArrived => some(not_arrived(slip, ground, position), BlockCause::Providers),
        GateBlock::Unread => {
            let rows = unread.rows(ground.month, position, ground.decisions.client(slip.client));
            (rows != UnreadRows::default()).then_some(BlockCause::Unread(rows))
        }
        GateBlock::CheckDigit => {
            let numbers = wrong_numbers(slip, ground);
            (!numbers.is_empty()).then_some(BlockCause::Numbers(numbers))
        }
        GateBlock::BirthDate => slip.birth_date.is_none().then_some(BlockCause::Plain),
        GateBlock::Sex => slip.sex.is_none().then_some(BlockCause::Plain),
        GateBlock::Limit => {
            let limit = worth.person.limit.as_ref()?;
            limit.notes.iter().find_map(|note| match note {
                LimitNote::OwnLimitDiffers(table) => {
                    Some(BlockCause::Limits { own: limit.units, table: *table })
                }
                _ => None,
            })
        }
        GateBlock::OverLimit => {
            let (total, limit) = (slip.total(), slip.limit?);
            (total > limit).then_some(BlockCause::Over { total, limit })
        }
    }
}

fn shares(worth: &Worth) -> Option<BlockCause> {
    match &worth.shares {
        SharesFrom::TypedStale(faults) | SharesFrom::ReceivedStale(faults) => {
            Some(BlockCause::Shares(faults.clone()))
        }
        _ => worth.sheet.as_ref().filter(|sheet| sheet.left != 0).map(|sheet| BlockCause::Left(sheet.left)),
    }
}

/// Providers and kinds of the slip from which nothing came, and about which nothing was decided.
fn not_arrived(slip: &ClientSlip, ground: &Ground<'_>, position: usize) -> Vec<(OfficeNumber, ServiceKind)> {
    let decided = ground.decisions.client(slip.client);
    let lines = ground.month.comparisons.get(position).map(|comparison| comparison.lines.as_slice());
    let waiting = lines.unwrap_or_default().iter().filter(|line| {
        line.plan_rows > 0
            && !line.arrived
            && line.actual_rows == 0
            && decided.arrival(line.provider, line.kind).is_none()
            && decided.withdrawal(line.provider).is_none()
    });
    let pairs = waiting.map(|line| (line.provider, line.kind));
    pairs.filter(|pair| slip.lines.iter().any(|line| (line.office, line.kind) == *pair)).collect()
}

fn wrong_numbers(slip: &ClientSlip, ground: &Ground<'_>) -> Vec<String> {
    let mut numbers = Vec::new();
    if !slip.client.insurer.check_digit_fits() {
        numbers.push(slip.client.insurer.to_string());
    }
    for line in &slip.lines {
        let is_checked = ground.registers.provider(line.office).is_some_and(|provider| provider.is_verified);
        let number = line.office.to_string();
        if line.office.check_digit_fits() == Some(false) && !is_checked && !numbers.contains(&number) {
            numbers.push(number);
        }
    }
    numbers
}
