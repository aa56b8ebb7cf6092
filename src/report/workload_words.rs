//! Workloads and 特定事業所集中減算 in words.

mod concentration;

pub use concentration::{gap_sentences, period_sentence, share_sentence};

use super::fee_words::{rule_fault, type_text};
use super::layout::{display, grouped};
use super::tally_words::entry;
use super::words::Words;
use crate::app::workload::concentration::{Corporation, Kinds, Verdict};
use crate::app::workload::{CaseSort, Staff, StaffFrom, WorkloadNote};
use crate::benefit::fee::{FullTime, Reading, ValidReason};
use crate::benefit::rates::FeeType;
use crate::i18n::{Arg, Texts};

/// Message with the word for as what a client counts; its attribute `help` is a sentence.
pub fn sort_id(sort: CaseSort) -> &'static str {
    match sort {
        CaseSort::Care => "workload-sort-care",
        CaseSort::PreventionOwn => "workload-sort-prevention",
        CaseSort::PreventionEntrusted => "workload-sort-entrusted",
        CaseSort::NamedArea => "workload-sort-named-area",
        CaseSort::Management => "workload-sort-management",
        CaseSort::NoSlip => "workload-sort-no-slip",
        CaseSort::GoneAtEnd => "workload-sort-gone",
        CaseSort::Multifunctional => "workload-sort-multifunctional",
        CaseSort::NoLevel => "workload-sort-no-level",
    }
}

/// Name of a sort in JSON and CSV.
pub fn sort_name(sort: CaseSort) -> &'static str {
    match sort {
        CaseSort::Care => "care",
        CaseSort::PreventionOwn => "prevention_own",
        CaseSort::PreventionEntrusted => "prevention_entrusted",
        CaseSort::NamedArea => "named_area",
        CaseSort::Management => "management",
        CaseSort::NoSlip => "no_slip",
        CaseSort::GoneAtEnd => "gone_at_end",
        CaseSort::Multifunctional => "multifunctional",
        CaseSort::NoLevel => "no_level",
    }
}

/// Message with the words for a reading of 取扱件数.
pub fn reading_id(reading: Reading) -> &'static str {
    match reading {
        Reading::OwnAndEntrusted => "workload-reading-own-and-entrusted",
        Reading::OwnOnly => "workload-reading-own-only",
        Reading::CareOnly => "workload-reading-care-only",
    }
}

/// Name of a reading in JSON and CSV.
pub fn reading_name(reading: Reading) -> &'static str {
    match reading {
        Reading::OwnAndEntrusted => "own_and_entrusted",
        Reading::OwnOnly => "own_only",
        Reading::CareOnly => "care_only",
    }
}

/// `112 1/3` of 337 thirds.
pub fn cases_text(cases_x3: u32) -> String {
    let whole = grouped((cases_x3 / 3).into());
    match cases_x3 % 3 {
        0 => whole,
        rest => format!("{whole} {rest}/3"),
    }
}

/// `44.9` of 449 tenths.
pub fn tenths_text(tenths: u32) -> String {
    format!("{}.{}", grouped((tenths / 10).into()), tenths % 10)
}

/// 常勤換算, `2.5`.
pub fn full_time_text(staff: FullTime) -> String {
    tenths_text(staff.tenths().into())
}

/// 常勤換算 of the office and where it comes from.
pub fn staff_text(texts: &Texts, staff: &Staff) -> String {
    let id = match staff.from {
        StaffFrom::Terms => "workload-staff-terms",
        StaffFrom::Managers => "workload-staff-managers",
    };
    let args = [
        ("staff", Arg::from(full_time_text(staff.full_time))),
        ("managers", Arg::from(full_time_text(staff.of_managers))),
    ];
    texts.format(id, &args)
}

/// 居宅介護支援費 (I) or (II) with its border, 45 or 50.
pub fn type_sentence(texts: &Texts, fee_type: FeeType, first_below: u16) -> String {
    let args = [("type", Arg::from(type_text(fee_type))), ("border", Arg::from(u32::from(first_below)))];
    texts.format("workload-type", &args)
}

/// What a person should know of a workload, and what to do.
pub fn workload_note_sentence(texts: &Texts, note: &WorkloadNote) -> String {
    let of = |id: &str, register: &'static str, more: &[(&'static str, Arg<'static>)]| {
        let mut args = vec![("register", entry(texts, register))];
        args.extend_from_slice(more);
        texts.format(id, &args)
    };
    let name = |name: &String| [("name", Arg::from(display(name)))];
    let count = |count: u32| [("count", Arg::from(count))];
    match note {
        WorkloadNote::NoTerms => of("workload-no-terms", "terms", &[]),
        WorkloadNote::UnknownManager(who) => of("workload-unknown-manager", "managers", &name(who)),
        WorkloadNote::NoFullTime(who) => of("workload-no-full-time", "managers", &name(who)),
        WorkloadNote::NoManager(clients) => of("workload-no-manager", "clients", &count(*clients)),
        WorkloadNote::NoContractDate(clients) => of("workload-no-contract-date", "clients", &count(*clients)),
        WorkloadNote::GoneAtEnd(clients) => texts.format("workload-gone-at-end", &count(*clients)),
        WorkloadNote::UnknownTerm(term) => of("workload-unknown-term", "terms", &name(term)),
        WorkloadNote::NoPrice(_) => of("workload-no-price", "terms", &[]),
        WorkloadNote::Terms(fault) => {
            texts.format("workload-terms-fault", &[("why", Arg::from(rule_fault(texts, fault)))])
        }
    }
}

/// Kinds that are judged as one: `15 通所介護 + 78 地域密着型通所介護`.
pub fn kinds_text(words: Words<'_>, kinds: &Kinds) -> String {
    let kinds: Vec<String> = kinds.iter().map(|kind| words.kind(*kind)).collect();
    kinds.join(" + ")
}

/// The name of a corporation; an office without one is told by its own name.
pub fn corporation_text(words: Words<'_>, corporation: &Corporation) -> String {
    match corporation {
        Corporation::Named(name) => display(name),
        Corporation::Unknown(office) => {
            let args = [("office", Arg::from(words.office(*office)))];
            words.texts.format("concentration-no-corporation", &args)
        }
    }
}

/// Percent with two digits, cut off: `80.39`.
pub fn percent_text(percent_x100: i64) -> String {
    format!("{}.{:02}", percent_x100 / 100, percent_x100 % 100)
}

/// A reason why a share over the border does not count.
pub fn reason_text(texts: &Texts, reason: ValidReason) -> String {
    texts.get(match reason {
        ValidReason::FewOffices => "concentration-few-offices",
        ValidReason::SmallOffice => "concentration-small-office",
        ValidReason::SmallKind => "concentration-small-kind",
    })
}

/// Name of a reason in JSON.
pub fn reason_name(reason: ValidReason) -> &'static str {
    match reason {
        ValidReason::FewOffices => "few_offices",
        ValidReason::SmallOffice => "small_office",
        ValidReason::SmallKind => "small_kind",
    }
}

/// Whether the office gets the reduction, and what to do.
pub fn verdict_sentence(texts: &Texts, verdict: Verdict) -> String {
    texts.get(match verdict {
        Verdict::NotOver => "concentration-not-over",
        Verdict::Reasoned => "concentration-reasoned",
        Verdict::Over => "concentration-over",
    })
}

/// Name of a verdict in JSON.
pub fn verdict_name(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::NotOver => "not_over",
        Verdict::Reasoned => "reasoned",
        Verdict::Over => "over",
    }
}

#[cfg(test)]
mod tests;
