//! What the month offers for a new row: clients, care managers, providers that the register does not have yet.

use crate::app::decisions::Cells;
use crate::app::registers::{Register, Sort};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::i18n::width::{display, fit};
use crate::tui::env::Ctx;
use crate::tui::layers::chooser::{Choice, Entry};
use crate::tui::layers::entry::{EntryStart, Opened};
use std::collections::BTreeSet;

/// Cells of a name before how it is read.
const NAME: usize = 18;

/// A form with nothing but the month.
pub(super) fn empty(ctx: Ctx<'_>, register: &'static Register) -> EntryStart {
    start(ctx, register, [])
}

fn start<const N: usize>(
    ctx: Ctx<'_>,
    register: &'static Register,
    cells: [(&str, String); N],
) -> EntryStart {
    let month = register.keys.iter().filter(|column| column.sort == Sort::Month);
    let month = month.map(|column| (column.name.to_owned(), ctx.review.month.month.to_string()));
    let given = cells.into_iter().filter(|(_, text)| !text.is_empty());
    let cells: Cells = month.chain(given.map(|(name, text)| (name.to_owned(), text))).collect();
    EntryStart { register, opened: Opened::New, cells }
}

/// Message with the question which of them.
pub(super) fn title(register: &Register) -> &'static str {
    match register.name {
        "clients" => "registers-offer-clients",
        "rates" | "additions" => "registers-offer-all-clients",
        "managers" => "registers-offer-managers",
        "insurers" => "registers-offer-insurers",
        _ => "registers-offer-providers",
    }
}

/// What a new row can begin with.
pub(super) fn offers(ctx: Ctx<'_>, register: &'static Register) -> Vec<Entry> {
    match register.name {
        "clients" => clients(ctx, register, |client| ctx.review.registers.client(client).is_none()),
        // Of these a client can have several.
        "rates" | "additions" => clients(ctx, register, |_| true),
        "managers" => managers(ctx, register),
        "providers" => providers(ctx, register),
        "prices" | "classes" => kinds(ctx, register),
        "insurers" => insurers(ctx, register),
        _ => Vec::new(),
    }
}

fn entry(label: String, note: String, start: EntryStart) -> Entry {
    Entry::new(label, note, Choice::EditEntry(Box::new(start)))
}

/// Clients of the month by kana.
fn clients(ctx: Ctx<'_>, register: &'static Register, is_meant: impl Fn(ClientKey) -> bool) -> Vec<Entry> {
    let review = ctx.review;
    let mut clients: Vec<(u32, usize)> = review
        .clients
        .iter()
        .enumerate()
        .filter(|(at, _)| review.month.clients.get(*at).is_some_and(|rows| is_meant(rows.client)))
        .map(|(at, summary)| (summary.kana_rank, at))
        .collect();
    clients.sort_unstable();
    let of_client = |(_, at): (u32, usize)| {
        let rows = review.month.clients.get(at)?;
        let client = rows.client;
        let kana = review.month.profile(client).map(|profile| display(&profile.kana)).unwrap_or_default();
        let label = format!("{} {kana}", fit(&ctx.words().client_name(client), NAME));
        let manager =
            review.clients.get(at).and_then(|summary| review.managers.get(summary.manager as usize));
        let manager = manager.filter(|_| register.column("manager").is_some());
        let cells = [
            ("insurer", client.insurer.to_string()),
            ("insured", client.insured.to_string()),
            ("manager", manager.map(|manager| manager.name.clone()).unwrap_or_default()),
        ];
        Some(entry(label, client.insured.to_string(), start(ctx, register, cells)))
    };
    clients.into_iter().filter_map(of_client).collect()
}

/// Care managers of the month who have no row.
fn managers(ctx: Ctx<'_>, register: &'static Register) -> Vec<Entry> {
    let (review, month) = (ctx.review, ctx.review.month.month);
    let absent = review
        .managers
        .iter()
        .filter(|one| !one.name.is_empty() && review.registers.manager(&one.name, month).is_none());
    absent
        .map(|manager| {
            let start = start(ctx, register, [("name", manager.name.clone())]);
            entry(display(&manager.name), manager.clients.len().to_string(), start)
        })
        .collect()
}

/// Providers of the month that have no row.
fn providers(ctx: Ctx<'_>, register: &'static Register) -> Vec<Entry> {
    let offices: BTreeSet<OfficeNumber> = ctx.review.providers.iter().map(|line| line.provider).collect();
    let absent = offices.into_iter().filter(|office| ctx.review.registers.provider(*office).is_none());
    absent
        .map(|office| {
            let name = ctx.review.month.office_name(office);
            let known = if name == office.as_str() { String::new() } else { name.clone() };
            let start = start(ctx, register, [("office", office.to_string()), ("name", known)]);
            entry(display(&name), office.to_string(), start)
        })
        .collect()
}

/// Providers with their kinds, of which the register of classes has no row. Prices change with the months, so all of
/// them are offered there.
fn kinds(ctx: Ctx<'_>, register: &'static Register) -> Vec<Entry> {
    let review = ctx.review;
    let has_months = register.name == "prices";
    let office = if has_months { "owner" } else { "office" };
    let lines = review
        .providers
        .iter()
        .filter(|line| has_months || review.registers.class(line.provider, line.kind).is_none());
    lines
        .map(|line| {
            let label = format!("{} {}", ctx.words().office(line.provider), ctx.words().kind(line.kind));
            let cells = [(office, line.provider.to_string()), ("kind", line.kind.to_string())];
            entry(label, String::new(), start(ctx, register, cells))
        })
        .collect()
}

/// Insurers of the month's clients that have no row.
fn insurers(ctx: Ctx<'_>, register: &'static Register) -> Vec<Entry> {
    let all: BTreeSet<_> = ctx.review.month.clients.iter().map(|rows| rows.client.insurer).collect();
    let absent = all.into_iter().filter(|insurer| ctx.review.registers.insurer_name(*insurer).is_none());
    absent
        .map(|insurer| {
            let start = start(ctx, register, [("insurer", insurer.to_string())]);
            entry(insurer.to_string(), String::new(), start)
        })
        .collect()
}
