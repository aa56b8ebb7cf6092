//! Who gets the plan of a client.

use super::received::Address;
use crate::app::month::{ClientRows, Month};
use crate::app::standing::{Origin, StandingRow};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::format::exchange::Edition;
use std::collections::{BTreeMap, BTreeSet};

/// The care office a planned row belongs to: the sender of its file; what came from elsewhere belongs to the client's.
pub(super) fn office_of(month: &Month, row: &StandingRow, clients_own: OfficeNumber) -> OfficeNumber {
    let name = month.file(row.file).and_then(|file| file.name.as_ref());
    name.filter(|_| row.origin == Origin::Plan).map_or(clients_own, |name| name.sender)
}

/// The care office of a client: who sent the plan, else who received the actuals.
pub(in crate::app) fn clients_office(month: &Month, rows: &ClientRows) -> Option<OfficeNumber> {
    let name = |(file, _): &(crate::domain::row::FileIndex, u32)| month.file(*file)?.name.as_ref();
    let sender = rows.plan.iter().find_map(name).map(|name| name.sender);
    let receiver = || rows.actual.iter().find_map(name).map(|name| name.receiver);
    sender.or_else(receiver).or_else(|| month.care_offices.first().copied())
}

/// The addresses of the providers with a row: those that have the client's plan already; a kind that is new for the client
/// gets its own when the provider is addressed by it for others, or has nothing of the client at all.
pub(super) fn addresses(
    office: OfficeNumber,
    rows: &[&StandingRow],
    held: &[Address],
    known: &[Address],
    mut edition: impl FnMut(OfficeNumber) -> Edition,
) -> BTreeSet<Address> {
    let mut providers = BTreeMap::<OfficeNumber, BTreeSet<ServiceKind>>::new();
    for row in rows {
        providers.entry(row.provider).or_default().insert(row.kind());
    }
    let mut out = BTreeSet::new();
    for (provider, kinds) in providers {
        if edition(provider) == Edition::V3 {
            out.insert(Address { office, provider, kind: None });
            continue;
        }
        let is_its = |address: &&Address| {
            (address.office, address.provider) == (office, provider) && address.kind.is_some()
        };
        let existing: BTreeSet<Address> = held.iter().filter(is_its).copied().collect();
        for kind in kinds {
            let address = Address { office, provider, kind: Some(kind) };
            if existing.is_empty() || known.contains(&address) {
                out.insert(address);
            }
        }
        out.extend(existing);
    }
    out
}
