//! The revised plan: UPPLAN, UPSIKYU and UPHOSOKU for each address, and DLTPLAN where a provider has no row left.

use super::changes::{Contents, compare};
use super::client::{Encoded, Hand, RowMaker, Versioned, comparable, encode, is_exchanged, left_out};
use super::destinations::{addresses, clients_office, office_of};
use super::received::{Address, Held, Holdings, places};
use super::sheaf::{Ends, Sheaf};
use super::sheet::{Revised, SheetCase, revise};
use super::{Baseline, Desk, PlannedFile, RowChanges, Why, WriteFailure, WriteWarning, deletes, profile};
use crate::app::month::ClientRows;
use crate::app::standing::{Standing, StandingRow};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::row::FileIndex;
use crate::format::exchange::cell::TypedRecord;
use crate::format::exchange::kinds::uphosoku::ClientProfileRecord;
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::kinds::upsikyu::SheetRecord;
use crate::format::exchange::{Edition, FileKind};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of the 第6表 in which a row that changed still agrees: provider, code and day; provider, code and time;
/// provider and day.
const ROW_LIKENESSES: &[&[usize]] = &[&[1, 2, 19, 14, 9], &[1, 2, 19, 14, 11], &[1, 2, 19, 9]];
/// Columns of the 第7表: provider, code and equipment.
const SHEET_LIKENESSES: &[&[usize]] = &[&[1, 2, 6, 8, 9, 10, 12], &[1, 2, 6, 8, 9, 10]];
/// Columns of 利用者補足情報: the client.
const PROFILE_LIKENESSES: &[&[usize]] = &[&[1, 2]];

/// Everything for one address.
#[derive(Debug, Default)]
struct Unit {
    plan: Sheaf,
    sheet: Sheaf,
    profile: Sheaf,
    deletes: Sheaf,
}

/// One client's plan by one care office.
struct Case<'a> {
    rows: &'a ClientRows,
    office: OfficeNumber,
    /// Rows that get a record.
    plan: Vec<&'a StandingRow>,
}

/// The records of a case.
struct Records {
    plan: Vec<ServiceRowRecord>,
    sheet: Vec<SheetRecord>,
    profile: Vec<ClientProfileRecord>,
    /// Whether a person decided about the sheet itself.
    is_sheet_decided: bool,
    /// What is to be known when they are sent.
    warnings: Vec<WriteWarning>,
}

/// A client's three files.
struct Files {
    encoded: [Encoded; 3],
    is_sheet_decided: bool,
}

/// All files of the revised plan.
pub(super) fn files(desk: &mut Desk<'_>) -> Result<Vec<PlannedFile>, WriteFailure> {
    let holdings = Holdings::gather(desk.month, desk.sent);
    let known = holdings.known();
    let mut units = BTreeMap::<Address, Unit>::new();
    let (month, all) = (desk.month, desk.standing);
    for (rows, standing) in month.clients.iter().zip(all) {
        for case in cases(desk, rows, standing, &holdings) {
            take_case(desk, &case, &holdings, &known, &mut units)?;
        }
    }
    Ok(units.into_iter().flat_map(|(address, unit)| finish(desk, address, unit)).collect())
}

/// The client's plan, taken apart by the care offices that sent it.
fn cases<'a>(
    desk: &mut Desk<'_>,
    rows: &'a ClientRows,
    standing: &'a Standing,
    holdings: &Holdings,
) -> Vec<Case<'a>> {
    desk.warn_kinds(rows.client, &standing.plan);
    let Some(own) = clients_office(desk.month, rows) else { return Vec::new() };
    let mut by_office = BTreeMap::<OfficeNumber, Vec<&StandingRow>>::new();
    for row in standing.plan.iter().filter(|row| is_exchanged(row)) {
        by_office.entry(office_of(desk.month, row, own)).or_default().push(row);
    }
    for address in holdings.addresses(rows.client) {
        by_office.entry(address.office).or_default();
    }
    by_office.into_iter().map(|(office, plan)| Case { rows, office, plan }).collect()
}

fn take_case(
    desk: &mut Desk<'_>,
    case: &Case<'_>,
    holdings: &Holdings,
    known: &[Address],
    units: &mut BTreeMap<Address, Unit>,
) -> Result<(), WriteFailure> {
    let client = case.rows.client;
    let held = holdings.addresses(client);
    let to = addresses(case.office, &case.plan, &held, known, |provider| desk.edition(provider));
    let mut records = None;
    let mut is_sent = false;
    let mut encoded = BTreeMap::<Edition, Option<Files>>::new();
    for address in to {
        if !desk.options.all_clients && is_untouched(desk, case, holdings, address) {
            continue;
        }
        let edition = desk.edition(address.provider);
        let made = match records.take() {
            Some(made) => made,
            None => make_records(desk, case)?,
        };
        let files = encoded.entry(edition).or_insert_with(|| encode_all(desk, client, &made, edition));
        records = Some(made);
        if let Some(files) = files {
            is_sent |= add_client(desk, client, holdings, (address, edition), files, units)?;
        }
    }
    for warning in records.filter(|_| is_sent).into_iter().flat_map(|made: Records| made.warnings) {
        desk.warn(warning);
    }
    let served: BTreeSet<OfficeNumber> = case.plan.iter().map(|row| row.provider).collect();
    let left = held.iter().filter(|at| at.office == case.office && !served.contains(&at.provider));
    for address in left {
        delete(desk, client, holdings, *address, units)?;
    }
    Ok(())
}

/// Whether an address has exactly the received rows that still stand, so that nothing needs to be read.
fn is_untouched(desk: &Desk<'_>, case: &Case<'_>, holdings: &Holdings, address: Address) -> bool {
    let held = holdings.held(case.rows.client, FileKind::Upplan, address);
    let Some(Held::Received { file, runs }) = held else { return false };
    let standing: Vec<(FileIndex, u32)> = case.plan.iter().map(|row| (row.file, row.line)).collect();
    case.plan.iter().all(|row| !row.is_changed)
        && places(desk.month, *file, runs) == standing
        && desk.decisions.client(case.rows.client).shares().is_none()
}

fn make_records(desk: &mut Desk<'_>, case: &Case<'_>) -> Result<Records, WriteFailure> {
    let client = case.rows.client;
    let mut maker = RowMaker { month: desk.month, base: &mut desk.base, rows: case.rows };
    let hand = Hand::Plan(case.office);
    let plan = case.plan.iter().map(|row| maker.record(row, hand)).collect::<Result<Vec<_>, _>>()?;
    let mut profile = match desk.month.profiles.get(&client) {
        Some((file, row)) => {
            let places = places(desk.month, *file, &[*row]);
            records_at::<ClientProfileRecord>(desk, client, &places)?
        }
        None => Vec::new(),
    };
    let Revised { records: sheet, mut warnings, figures, is_decided } = revised_sheet(desk, case, &plan)?;
    if profile.is_empty() {
        warnings.insert(0, WriteWarning::NoProfile { client });
    }
    if let Some(figures) = figures {
        for record in &mut profile {
            profile::agree(record, &figures);
        }
    }
    Ok(Records { plan, sheet, profile, is_sheet_decided: is_decided, warnings })
}

fn revised_sheet(
    desk: &mut Desk<'_>,
    case: &Case<'_>,
    plan_records: &[ServiceRowRecord],
) -> Result<Revised, WriteFailure> {
    let month = desk.month;
    let is_own = |file: &FileIndex| {
        let name = month.file(*file).and_then(|file| file.name.as_ref());
        name.is_some_and(|name| name.sender == case.office)
    };
    let mut rows = case.rows.clone();
    rows.sheet.retain(|(file, _)| is_own(file));
    let places: Vec<(FileIndex, u32)> =
        rows.sheet.iter().flat_map(|(file, run)| places(month, *file, &[*run])).collect();
    let received = records_at::<SheetRecord>(desk, rows.client, &places)?;
    let plan: Vec<StandingRow> = case.plan.iter().map(|row| (*row).clone()).collect();
    Ok(revise(&SheetCase {
        ground: desk.ground,
        rows: &rows,
        office: case.office,
        plan: &plan,
        plan_records,
        received: &received,
    }))
}

fn records_at<R: TypedRecord>(
    desk: &mut Desk<'_>,
    client: ClientKey,
    places: &[(FileIndex, u32)],
) -> Result<Vec<R>, WriteFailure> {
    places.iter().map(|(file, line)| desk.base.record(*file, *line, client)).collect()
}

/// The bytes of a client's three files; `None` when one of them cannot be written, which a warning tells.
fn encode_all(desk: &mut Desk<'_>, client: ClientKey, records: &Records, edition: Edition) -> Option<Files> {
    let plan = encode_one(desk, client, FileKind::Upplan, &records.plan, edition);
    let sheet = encode_one(desk, client, FileKind::Upsikyu, &records.sheet, edition);
    let profile = encode_one(desk, client, FileKind::Uphosoku, &records.profile, edition);
    Some(Files { encoded: [plan?, sheet?, profile?], is_sheet_decided: records.is_sheet_decided })
}

fn encode_one<R: Versioned>(
    desk: &mut Desk<'_>,
    client: ClientKey,
    kind: FileKind,
    records: &[R],
    edition: Edition,
) -> Option<Encoded> {
    match encode(records, edition) {
        Ok(encoded) => Some(encoded),
        Err(error) => {
            desk.warn(left_out(client, kind, error));
            None
        }
    }
}

/// Adds a client's files to those of an address, unless they say nothing new; whether they were added.
fn add_client(
    desk: &mut Desk<'_>,
    client: ClientKey,
    holdings: &Holdings,
    (address, edition): (Address, Edition),
    files: &Files,
    units: &mut BTreeMap<Address, Unit>,
) -> Result<bool, WriteFailure> {
    let held = |kind| holdings.held(client, kind, address);
    let [plan, sheet, profile] = &files.encoded;
    let (before, baseline) =
        what_is_held::<ServiceRowRecord>(desk, client, holdings, held(FileKind::Upplan), edition)?;
    let plan_rows = compare(&before, &plan.contents, ROW_LIKENESSES);
    let (before_sheet, sheet_baseline) =
        what_is_held::<SheetRecord>(desk, client, holdings, held(FileKind::Upsikyu), edition)?;
    let sheet_rows = compare(&before_sheet, &sheet.contents, SHEET_LIKENESSES);
    let is_news = !plan_rows.is_nothing() || (files.is_sheet_decided && !sheet_rows.is_nothing());
    if !is_news && baseline != Baseline::Nothing && !desk.options.all_clients {
        return Ok(false);
    }
    let unit = units.entry(address).or_default();
    unit.plan.add(&plan.bytes, plan_rows, baseline);
    unit.sheet.add(&sheet.bytes, sheet_rows, sheet_baseline);
    let (before_profile, baseline) =
        what_is_held::<ClientProfileRecord>(desk, client, holdings, held(FileKind::Uphosoku), edition)?;
    let profile_rows = compare(&before_profile, &profile.contents, PROFILE_LIKENESSES);
    unit.profile.add(&profile.bytes, profile_rows, baseline);
    Ok(true)
}

/// What an address has of a client.
fn what_is_held<R: TypedRecord>(
    desk: &mut Desk<'_>,
    client: ClientKey,
    holdings: &Holdings,
    held: Option<&Held>,
    edition: Edition,
) -> Result<(Vec<Contents>, Baseline), WriteFailure> {
    let Some(held) = held else { return Ok((Vec::new(), Baseline::Nothing)) };
    let records: Vec<R> = match held {
        Held::Received { file, runs } => {
            let places = places(desk.month, *file, runs);
            records_at(desk, client, &places)?
        }
        Held::Sent { file, lines } => {
            lines.iter().filter_map(|line| holdings.sent_record(*file, *line)).collect()
        }
    };
    let contents = records.iter().map(|record| comparable(record, edition)).collect();
    Ok((contents, held.baseline()))
}

fn delete(
    desk: &mut Desk<'_>,
    client: ClientKey,
    holdings: &Holdings,
    address: Address,
    units: &mut BTreeMap<Address, Unit>,
) -> Result<(), WriteFailure> {
    let edition = edition_of_address(address);
    let held = holdings.held(client, FileKind::Upplan, address);
    let (before, baseline) = what_is_held::<ServiceRowRecord>(desk, client, holdings, held, edition)?;
    let removed = u32::try_from(before.len()).unwrap_or(u32::MAX);
    let rows = RowChanges { total: 1, removed, ..RowChanges::default() };
    let record = deletes::record(client, desk.month.month, None, edition);
    units.entry(address).or_default().deletes.add(&record, rows, baseline);
    Ok(())
}

/// A plan is withdrawn under the name it was sent under.
fn edition_of_address(address: Address) -> Edition {
    if address.kind.is_some() { Edition::V4 } else { Edition::V3 }
}

fn finish(desk: &Desk<'_>, address: Address, unit: Unit) -> Vec<PlannedFile> {
    let to = address.provider;
    let Unit { plan, sheet, profile, deletes } = unit;
    let parts = [
        (FileKind::Upplan, Why::RevisedPlan { to }, plan),
        (FileKind::Upsikyu, Why::Sheet { to }, sheet),
        (FileKind::Uphosoku, Why::Profile { to }, profile),
        (FileKind::Dltplan, Why::DeletePlan { to }, deletes),
    ];
    let ends = Ends {
        sender: (address.office, address.kind.map(|_| desk.own_kind(address.office))),
        receiver: (address.provider, address.kind),
    };
    parts.into_iter().filter_map(|(kind, why, sheaf)| sheaf.planned(desk, kind, ends, why)).collect()
}
