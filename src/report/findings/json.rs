//! What was found as JSON: the entries of `findings` and of what was not checked, schema `kyukan.check/1`. Fields may be
//! added, never renamed.

use super::{FindingList, places};
use crate::app::checks::Found;
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceKind};
use crate::report::finding_words::{FindingWords, need, remedy, remedy_name, what, why};
use serde::Serialize;

/// A finding.
#[derive(Debug, Serialize)]
pub struct FindingJson<'a> {
    /// Id of the check.
    pub check: &'static str,
    /// The code that is to be expected; `null` where there is none.
    pub code: Option<&'static str>,
    /// `confirm`, `cut`, `hold` or `return`.
    pub severity: &'static str,
    /// 保険者番号.
    pub insurer: InsurerNumber,
    /// 被保険者番号.
    pub insured: InsuredNumber,
    /// The service office; `null` for the whole client.
    pub provider: Option<OfficeNumber>,
    /// The kind of service; `null` for the whole client.
    pub kind: Option<ServiceKind>,
    /// Units at risk.
    pub units: i64,
    /// 費用総額 in yen; `null` while a unit price is unknown.
    pub yen: Option<i64>,
    /// Ids of differences.
    pub differences: &'a [String],
    /// Rows of received files.
    pub rows: Vec<RowJson>,
    /// What was found, in a sentence.
    pub message: String,
    /// The rule.
    pub why: String,
    /// What helps.
    pub remedy: RemedyJson,
    /// Why it is not told; `null` while nobody silenced it.
    pub silenced: Option<SilencedJson<'a>>,
}

/// Where a row stands.
#[derive(Debug, Serialize)]
pub struct RowJson {
    /// Path of the file; empty for rows that were typed in.
    pub file: String,
    /// Line, from 1.
    pub line: u32,
}

/// What helps.
#[derive(Debug, Serialize)]
pub struct RemedyJson {
    /// Name of the action.
    pub action: &'static str,
    /// The action in a sentence.
    pub text: String,
}

/// 点検の除外.
#[derive(Debug, Serialize)]
pub struct SilencedJson<'a> {
    /// Why.
    pub reason: &'a str,
    /// The last service month for which it holds.
    pub until: String,
}

/// What was not looked at for want of something.
#[derive(Debug, Serialize)]
pub struct NotCheckedJson {
    /// Name of what is missing.
    pub need: &'static str,
    /// Ids of the checks that were left out.
    pub checks: Vec<&'static str>,
    /// For how many clients.
    pub clients: usize,
    /// The same in a sentence.
    pub message: String,
}

/// A finding of a client.
pub fn finding<'a>(words: FindingWords<'_>, client: ClientKey, found: &'a Found) -> FindingJson<'a> {
    let finding = &found.finding;
    let silenced = |silence: &'a crate::app::registers::Silence| SilencedJson {
        reason: &silence.reason,
        until: silence.until.to_string(),
    };
    let rows = places(words.review, finding).into_iter().map(|(file, line)| RowJson { file, line });
    FindingJson {
        check: finding.check,
        code: finding.code,
        severity: finding.severity.name(),
        insurer: client.insurer,
        insured: client.insured,
        provider: finding.pair.map(|(office, _)| office),
        kind: finding.pair.map(|(_, kind)| kind),
        units: finding.units,
        yen: finding.yen,
        differences: &finding.differences,
        rows: rows.collect(),
        message: what(words, finding),
        why: why(words.texts, finding.check),
        remedy: RemedyJson { action: remedy_name(&finding.remedy), text: remedy(words, &finding.remedy) },
        silenced: found.silence.as_ref().map(silenced),
    }
}

/// Every finding, in the order of the text report, silenced ones last.
pub fn findings<'a>(list: &FindingList<'a>) -> impl Iterator<Item = FindingJson<'a>> {
    let words = list.words();
    list.in_order().map(move |(client, found)| finding(words, client, found))
}

/// Everything that was not looked at, each need once.
pub fn not_checked(list: &FindingList<'_>) -> Vec<NotCheckedJson> {
    let of = |entry: super::NotChecked| NotCheckedJson {
        need: entry.need.name(),
        message: need(list.texts, entry.need, entry.checks.len()),
        checks: entry.checks,
        clients: entry.clients.len(),
    };
    list.not_checked().into_iter().map(of).collect()
}
