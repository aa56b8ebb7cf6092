//! 別表 in words: why a client's month cannot be computed, and what should be looked at.

use super::super::layout::display;
use super::super::words::Words;
use super::{entry, pair};
use crate::app::worth::{WorthFault, WorthLine, WorthNote};
use crate::benefit::place::PlaceSource;
use crate::benefit::rates::{NotKnown, Table};
use crate::benefit::sheet::{SheetFault, SheetNote};
use crate::domain::ids::{OfficeNumber, ServiceCode};
use crate::i18n::{Arg, Texts};

/// Why the sheet or the limit of a client cannot be computed, and what to do. `lines` are those of the client's
/// [`Worth`](crate::app::worth::Worth); where they are not at hand, a line is told by its number.
pub fn worth_fault_sentence(words: Words<'_>, fault: &WorthFault, lines: &[WorthLine]) -> String {
    let texts = words.texts;
    match fault {
        WorthFault::NoProfile => texts.get("worth-no-profile"),
        WorthFault::NoLevel(code) if code.is_empty() => texts.get("worth-level-empty"),
        WorthFault::NoLevel(code) => texts.format("worth-no-level", &[("code", Arg::from(display(code)))]),
        WorthFault::NoLevelInMonth => {
            texts.format("worth-no-level-in-month", &[("month", Arg::from(words.month_name()))])
        }
        WorthFault::NotKnown(gap) => not_known_sentence(texts, gap),
        WorthFault::UnknownService { office, code } => {
            texts.format("worth-unknown-service", &[("service", service(words, *office, *code))])
        }
        WorthFault::Sheet(fault) => sheet_fault(words, *fault, lines),
    }
}

fn sheet_fault(words: Words<'_>, fault: SheetFault, lines: &[WorthLine]) -> String {
    let of = |id: &str, at: usize| words.texts.format(id, &[("service", service_at(words, at, lines))]);
    match fault {
        SheetFault::PercentNotOutside { line } => of("worth-percent-not-outside", line),
        SheetFault::PricesDiffer { office, kind } => {
            let args = [("line", pair(words, office, kind)), ("prices", entry(words.texts, "prices"))];
            words.texts.format("worth-two-prices", &args)
        }
        SheetFault::FixedCopayWithoutUnits { line } => of("worth-copay-without-units", line),
        SheetFault::DiscountRate { line } => of("worth-discount-rate", line),
        SheetFault::NegativeCount { line } => of("worth-negative-count", line),
    }
}

/// What a person should know of a client's sheet; `lines` are those of the client's
/// [`Worth`](crate::app::worth::Worth).
pub fn worth_note_sentence(words: Words<'_>, note: &WorthNote, lines: &[WorthLine]) -> String {
    let texts = words.texts;
    match note {
        WorthNote::PlaceDisputed { code, is_inside, source } => {
            let id = if *is_inside { "worth-taken-inside" } else { "worth-taken-outside" };
            let args =
                [("code", Arg::from(code.to_string())), ("source", Arg::from(texts.get(source_id(*source))))];
            texts.format(id, &args)
        }
        WorthNote::PricesDiffer { office, kind } => {
            let args = [("line", pair(words, *office, *kind)), ("prices", entry(texts, "prices"))];
            texts.format("worth-prices-differ", &args)
        }
        WorthNote::PriceUnknown { office, kind } => {
            let args = [
                ("line", pair(words, *office, *kind)),
                ("prices", entry(texts, "prices")),
                ("providers", entry(texts, "providers")),
            ];
            texts.format("worth-price-unknown", &args)
        }
        WorthNote::RateUnknown { office, code } => {
            texts.format("worth-rate-unknown", &[("service", service(words, *office, *code))])
        }
        WorthNote::CodeUnknown { office, code } => unknown_code(words, *office, *code),
        WorthNote::BenefitRateAssumed => {
            texts.format("worth-benefit-rate-assumed", &[("rates", entry(texts, "rates"))])
        }
        WorthNote::Sheet(note) => sheet_note(words, *note, lines),
    }
}

fn sheet_note(words: Words<'_>, note: SheetNote, lines: &[WorthLine]) -> String {
    let of = |id: &str, at: usize| words.texts.format(id, &[("service", service_at(words, at, lines))]);
    match note {
        SheetNote::PairRowCut { line } => of("worth-pair-row-cut", line),
        SheetNote::DiscountOnManagedUnits { line } => of("worth-discount-on-managed", line),
        SheetNote::DisasterBase { line } => of("worth-disaster-base", line),
        SheetNote::MixedFixedCopay { office, kind } => {
            words.texts.format("worth-mixed-copay", &[("line", pair(words, office, kind))])
        }
        SheetNote::AssistanceOnly => words.texts.get("worth-assistance-only"),
        SheetNote::Reimbursed => words.texts.get("worth-reimbursed"),
    }
}

/// A code that nothing at hand knows.
pub(super) fn unknown_code(words: Words<'_>, office: OfficeNumber, code: ServiceCode) -> String {
    words.texts.format("worth-code-unknown", &[("service", service(words, office, code))])
}

fn source_id(source: PlaceSource) -> &'static str {
    match source {
        PlaceSource::Master => "worth-source-master",
        PlaceSource::Sheet => "worth-source-sheet",
        PlaceSource::List => "worth-source-list",
    }
}

/// A table of the program has no row for a key in a month.
pub fn not_known_sentence(texts: &Texts, gap: &NotKnown) -> String {
    let table = texts.get(table_id(gap.table));
    let args = [
        ("table", Arg::from(table)),
        ("key", Arg::from(display(&gap.key))),
        ("month", Arg::from(gap.month.to_string())),
    ];
    texts.format("worth-not-known", &args)
}

fn table_id(table: Table) -> &'static str {
    match table {
        Table::Limit => "rate-table-limit",
        Table::UnitPrice => "rate-table-unit-price",
        Table::Fee => "rate-table-fee",
        Table::FeeAddition => "rate-table-fee-addition",
        Table::FeeFactor => "rate-table-fee-factor",
        Table::FeeThreshold => "rate-table-fee-threshold",
        Table::Concentration => "rate-table-concentration",
        Table::Treatment => "rate-table-treatment",
        Table::KindPlace => "rate-table-kind-place",
    }
}

fn service(words: Words<'_>, office: OfficeNumber, code: ServiceCode) -> Arg<'static> {
    Arg::from(format!("{} {code}", words.office(office)))
}

/// The service of a line, or the number of the line.
fn service_at(words: Words<'_>, at: usize, lines: &[WorthLine]) -> Arg<'static> {
    let Some(WorthLine { line, .. }) = lines.get(at) else {
        let number = [("number", Arg::from(at + 1))];
        return Arg::from(words.texts.format("worth-line", &number));
    };
    service(words, line.office, line.code)
}
