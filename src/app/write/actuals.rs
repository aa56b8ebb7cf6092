//! Accepted actuals as each provider's own files, for import into the office's own software: UPJSK, and DLTJSK where
//! nothing of what was received is accepted.

use super::changes::{Contents, compare};
use super::client::{Hand, RowMaker, comparable, encode, is_exchanged, left_out};
use super::destinations::clients_office;
use super::sheaf::{Ends, Sheaf};
use super::{Baseline, Desk, PlannedFile, RowChanges, Why, WriteFailure, deletes};
use crate::app::month::{ClientRows, Month};
use crate::app::standing::{Standing, StandingRow};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::kind::is_care_management;
use crate::domain::row::FileIndex;
use crate::format::exchange::kinds::upplan::ServiceRowRecord;
use crate::format::exchange::name::FileName;
use crate::format::exchange::{Edition, FileKind};
use std::collections::BTreeMap;

/// Columns in which a row that changed still agrees: as for the plan.
const LIKENESSES: &[&[usize]] = &[&[1, 2, 19, 14, 9], &[1, 2, 19, 14, 11], &[1, 2, 19, 9]];

/// A file: from whom, of which kind in its name, to which care office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Origin {
    sender: OfficeNumber,
    kind: Option<ServiceKind>,
    office: OfficeNumber,
}

impl Origin {
    fn ends(self, desk: &Desk<'_>) -> Ends {
        let own_kind = self.kind.map(|_| desk.own_kind(self.office));
        Ends { sender: (self.sender, self.kind), receiver: (self.office, own_kind) }
    }
}

/// Rows of one provider and kind of a client.
type Group = (OfficeNumber, ServiceKind);

/// Where received rows are, and the name of the file of the first of them.
type Received<'a> = (Vec<(FileIndex, u32)>, &'a FileName);

/// All files of accepted actuals.
pub(super) fn files(desk: &mut Desk<'_>) -> Result<Vec<PlannedFile>, WriteFailure> {
    let mut accepted = BTreeMap::<Origin, Sheaf>::new();
    let mut deleted = BTreeMap::<Origin, Sheaf>::new();
    let (month, all) = (desk.month, desk.standing);
    for (rows, standing) in month.clients.iter().zip(all) {
        desk.warn_kinds(rows.client, &standing.actual);
        take_client(desk, rows, standing, &mut accepted)?;
        take_deletes(desk, rows, standing, &mut deleted);
    }
    let mut files = Vec::new();
    for (from, sheaf) in accepted {
        let why = Why::Actuals { provider: from.sender, kind: from.kind };
        files.extend(sheaf.planned(desk, FileKind::Upjsk, from.ends(desk), why));
    }
    for (from, sheaf) in deleted {
        let why = Why::DeleteActuals { provider: from.sender, kind: from.kind };
        files.extend(sheaf.planned(desk, FileKind::Dltjsk, from.ends(desk), why));
    }
    Ok(files)
}

/// Received rows of a client by provider and kind.
fn received<'a>(month: &'a Month, rows: &'a ClientRows) -> BTreeMap<Group, Received<'a>> {
    let mut out = BTreeMap::<Group, Received<'_>>::new();
    for row in month.rows(&rows.actual) {
        let Some(name) = month.file(row.file).and_then(|file| file.name.as_ref()) else { continue };
        let group = (row.row.provider, row.row.code.kind());
        out.entry(group).or_insert_with(|| (Vec::new(), name)).0.push((row.file, row.row.line));
    }
    out
}

/// The sender of a provider's rows: whose file they came in, unless a care office passed them on.
fn sender(provider: OfficeNumber, name: Option<&FileName>) -> OfficeNumber {
    let name = name.filter(|name| !name.sender_kind.is_some_and(is_care_management));
    name.map_or(provider, |name| name.sender)
}

fn take_client(
    desk: &mut Desk<'_>,
    rows: &ClientRows,
    standing: &Standing,
    into: &mut BTreeMap<Origin, Sheaf>,
) -> Result<(), WriteFailure> {
    let Some(own) = clients_office(desk.month, rows) else { return Ok(()) };
    let received = received(desk.month, rows);
    let mut groups = BTreeMap::<Group, Vec<&StandingRow>>::new();
    for row in standing.actual.iter().filter(|row| is_exchanged(row)) {
        groups.entry((row.provider, row.kind())).or_default().push(row);
    }
    for ((provider, kind), accepted) in groups {
        let before = received.get(&(provider, kind));
        let sender = sender(provider, before.map(|(_, name)| *name));
        let edition = desk.edition(sender);
        let from = Origin { sender, kind: (edition == Edition::V4).then_some(kind), office: own };
        let mut maker = RowMaker { month: desk.month, base: &mut desk.base, rows };
        let hand = Hand::Actual(own);
        let records: Vec<ServiceRowRecord> =
            accepted.iter().map(|row| maker.record(row, hand)).collect::<Result<_, _>>()?;
        let places = before.map(|(places, _)| places.as_slice()).unwrap_or_default();
        let old = contents_at(desk, rows, places, edition)?;
        match encode(&records, edition) {
            Ok(encoded) => {
                let changes = compare(&old, &encoded.contents, LIKENESSES);
                let baseline = if old.is_empty() { Baseline::Nothing } else { Baseline::Received };
                into.entry(from).or_default().add(&encoded.bytes, changes, baseline);
            }
            Err(error) => desk.warn(left_out(rows.client, FileKind::Upjsk, error)),
        }
    }
    Ok(())
}

fn contents_at(
    desk: &mut Desk<'_>,
    rows: &ClientRows,
    places: &[(FileIndex, u32)],
    edition: Edition,
) -> Result<Vec<Contents>, WriteFailure> {
    let record = |(file, line): &(FileIndex, u32)| {
        let record = desk.base.record::<ServiceRowRecord>(*file, *line, rows.client)?;
        Ok(comparable(&record, edition))
    };
    places.iter().map(record).collect()
}

/// Withdraws what was received of a provider and kind of which nothing is accepted, under the name it came under.
fn take_deletes(desk: &Desk<'_>, rows: &ClientRows, standing: &Standing, into: &mut BTreeMap<Origin, Sheaf>) {
    for ((provider, kind), (places, name)) in received(desk.month, rows) {
        let is_left =
            |row: &&StandingRow| (row.provider, row.kind()) == (provider, kind) && is_exchanged(row);
        if standing.actual.iter().any(|row| is_left(&row)) {
            continue;
        }
        let edition = name.edition();
        let from = Origin { sender: name.sender, kind: name.sender_kind, office: name.receiver };
        let record = deletes::record(rows.client, desk.month.month, Some((provider, kind)), edition);
        let removed = u32::try_from(places.len()).unwrap_or(u32::MAX);
        let changes = RowChanges { total: 1, removed, ..RowChanges::default() };
        into.entry(from).or_default().add(&record, changes, Baseline::Received);
    }
}
