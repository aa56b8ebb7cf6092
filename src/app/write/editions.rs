//! Which edition of the standard a provider gets.

use crate::app::decisions::Decisions;
use crate::app::month::{Month, MonthFile};
use crate::domain::ids::OfficeNumber;
use crate::format::exchange::name::FileName;
use crate::format::exchange::{Edition, FileKind};

/// What the office said, else what the provider itself writes, else what it was sent, else the newest.
pub(super) fn of(month: &Month, decisions: &Decisions, provider: OfficeNumber) -> Edition {
    let newest = |is_its: &dyn Fn(&FileName) -> bool| -> Option<Edition> {
        let of_file = |file: &MonthFile| {
            let name = file.name.as_ref().filter(|name| is_its(name))?;
            Some((name.timestamp, file.edition?))
        };
        month.files.iter().filter_map(of_file).max().map(|(_, edition)| edition)
    };
    decisions
        .edition(provider)
        .or_else(|| newest(&|name| name.kind == FileKind::Upjsk && name.sender == provider))
        .or_else(|| newest(&|name| name.kind == FileKind::Upplan && name.receiver == provider))
        .unwrap_or(Edition::V4)
}
