//! The plan of a 書出し as JSON, schema `kyukan.write/1`: other tools rely on it. Fields may be added, never renamed.

use super::sentence;
use crate::app::write::{Baseline, PlannedFile, WritePlan, WriteWarning};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::report::words::Words;
use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

/// The whole plan. Bytes are not in it, but their size and BLAKE3 hash.
pub struct WritePlanJson<'a> {
    /// The month and the texts of the warnings.
    pub words: Words<'a>,
    /// The plan.
    pub plan: &'a WritePlan,
}

impl Serialize for WritePlanJson<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let mut out = to.serialize_struct("WritePlanJson", 4)?;
        out.serialize_field("schema", "kyukan.write/1")?;
        out.serialize_field("month", &self.words.month.month)?;
        out.serialize_field("files", &self.plan.files.iter().map(file).collect::<Vec<_>>())?;
        let warnings = self.plan.warnings.iter().map(|warning| warning_json(self.words, warning));
        out.serialize_field("warnings", &warnings.collect::<Vec<_>>())?;
        out.end()
    }
}

#[derive(Serialize)]
struct FileJson<'a> {
    name: &'a str,
    why: &'static str,
    office: Option<OfficeNumber>,
    kind: Option<ServiceKind>,
    size: usize,
    blake3: String,
    baseline: &'static str,
    rows: u32,
    added: u32,
    removed: u32,
    changed: u32,
    same: u32,
}

fn file(file: &PlannedFile) -> FileJson<'_> {
    FileJson {
        name: &file.name,
        why: file.why.name(),
        office: file.why.office(),
        kind: file.why.kind(),
        size: file.bytes.len(),
        blake3: blake3::hash(&file.bytes).to_hex().to_string(),
        baseline: match file.baseline {
            Baseline::Nothing => "nothing",
            Baseline::Received => "received",
            Baseline::Sent => "sent",
        },
        rows: file.rows.total,
        added: file.rows.added,
        removed: file.rows.removed,
        changed: file.rows.changed,
        same: file.rows.same,
    }
}

#[derive(Serialize)]
struct WarningJson {
    code: &'static str,
    client: Option<ClientKey>,
    message: String,
}

fn warning_json(words: Words<'_>, warning: &WriteWarning) -> WarningJson {
    let (code, client) = match warning {
        WriteWarning::ClockBehind { .. } => ("clock_behind", None),
        WriteWarning::KindNotExchanged { client, .. } => ("kind_not_exchanged", Some(*client)),
        WriteWarning::ClientLeftOut { client, .. } => ("client_left_out", Some(*client)),
        WriteWarning::SheetNeedsAllotment { client } => ("sheet_needs_allotment", Some(*client)),
        WriteWarning::SheetDiffers { client, .. } => ("sheet_differs", Some(*client)),
        WriteWarning::SheetNotComputed { client, .. } => ("sheet_not_computed", Some(*client)),
        WriteWarning::SheetLimitUnknown { client } => ("sheet_limit_unknown", Some(*client)),
        WriteWarning::SheetRateAssumed { client } => ("sheet_rate_assumed", Some(*client)),
        WriteWarning::SheetPriceUnknown { client, .. } => ("sheet_price_unknown", Some(*client)),
        WriteWarning::SheetPercentUnknown { client, .. } => ("sheet_percent_unknown", Some(*client)),
        WriteWarning::SheetStayUnknown { client } => ("sheet_stay_unknown", Some(*client)),
        WriteWarning::NoProfile { client } => ("no_profile", Some(*client)),
    };
    WarningJson { code, client, message: sentence(words, warning) }
}
