//! Warnings about the 別表 that is written, in words.

use super::whom;
use crate::app::write::{SheetObstacle, WriteWarning};
use crate::domain::ids::ClientKey;
use crate::i18n::Arg;
use crate::report::layout::display;
use crate::report::words::Words;

/// The sentence of a warning about a sheet; nothing for other ones.
pub(super) fn sentence(words: Words<'_>, warning: &WriteWarning) -> String {
    let say = |id: &str, client: ClientKey, more: &[(&'static str, Arg)]| {
        let mut values = vec![("client", Arg::from(whom(words, client)))];
        values.extend_from_slice(more);
        words.texts.format(id, &values)
    };
    match warning {
        WriteWarning::SheetDiffers { client, columns } => {
            say("write-warning-sheet-differs", *client, &[("columns", Arg::from(*columns))])
        }
        WriteWarning::SheetNotComputed { client, obstacle } => {
            let obstacle = Arg::from(obstacle_text(words, *obstacle));
            say("write-warning-sheet-not-computed", *client, &[("obstacle", obstacle)])
        }
        WriteWarning::SheetNeedsAllotment { client } => say("write-warning-sheet-allotment", *client, &[]),
        WriteWarning::SheetLimitUnknown { client } => say("write-warning-sheet-limit", *client, &[]),
        WriteWarning::SheetRateAssumed { client } => say("write-warning-sheet-rate", *client, &[]),
        WriteWarning::SheetPriceUnknown { client, office, kind } => {
            let office = Arg::from(display(&words.month.office_name(*office)));
            let kind = Arg::from(words.kind(*kind));
            say("write-warning-sheet-price", *client, &[("office", office), ("kind", kind)])
        }
        WriteWarning::SheetPercentUnknown { client, code } => {
            say("write-warning-sheet-percent", *client, &[("code", Arg::from(code.to_string()))])
        }
        WriteWarning::SheetStayUnknown { client } => say("write-warning-sheet-stay", *client, &[]),
        WriteWarning::ClockBehind { .. }
        | WriteWarning::KindNotExchanged { .. }
        | WriteWarning::ClientLeftOut { .. }
        | WriteWarning::NoProfile { .. } => String::new(),
    }
}

fn obstacle_text(words: Words<'_>, obstacle: Option<SheetObstacle>) -> String {
    let texts = words.texts;
    match obstacle {
        Some(SheetObstacle::UnknownService { office, code }) => {
            let office = Arg::from(display(&words.month.office_name(office)));
            texts.format(
                "write-obstacle-service",
                &[("office", office), ("code", Arg::from(code.to_string()))],
            )
        }
        Some(SheetObstacle::PricesDiffer { office, kind }) => {
            let office = Arg::from(display(&words.month.office_name(office)));
            texts
                .format("write-obstacle-prices", &[("office", office), ("kind", Arg::from(words.kind(kind)))])
        }
        Some(SheetObstacle::Line { code }) => {
            texts.format("write-obstacle-line", &[("code", Arg::from(code.to_string()))])
        }
        None => texts.get("write-obstacle-other"),
    }
}
