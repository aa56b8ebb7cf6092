//! 点検 in words: what a check found, why it matters, who is hurt, and what helps.
//!
//! Every check has its texts by its id: `check-ID`, `check-ID-why`, `check-ID-hurt`, `check-ID-steps`, and `check-ID-what`
//! with the values of its facts. A check that finds more than one thing has one more sentence for each.

mod facts;
mod remedies;
#[cfg(test)]
pub(super) mod tests;

pub use remedies::{remedy, remedy_label, remedy_name};

use super::layout::{display, grouped};
use super::slip_words::SlipWords;
use super::words::care_level;
use crate::app::review::Review;
use crate::check::{Finding, Need, Severity};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::Day;
use crate::i18n::{Arg, Texts};
use chrono::NaiveDate;

/// The month, its names and the texts in one place.
#[derive(Clone, Copy)]
pub struct FindingWords<'a> {
    /// The month with registers and service codes.
    pub review: &'a Review,
    /// The texts.
    pub texts: &'a Texts,
}

impl<'a> FindingWords<'a> {
    /// The same names as on slips.
    pub fn slip(self) -> SlipWords<'a> {
        SlipWords { names: self.review, texts: self.texts }
    }

    /// `みどりケア(1379900028)`, or the number alone.
    pub fn office(self, office: OfficeNumber) -> String {
        self.slip().numbered_office(office)
    }

    /// `11 訪問介護`.
    pub fn kind(self, kind: ServiceKind) -> String {
        format!("{kind} {}", self.slip().kind(kind)).trim_end().to_owned()
    }

    /// `みどりケア(1379900028) 11 訪問介護`.
    pub fn line(self, (office, kind): (OfficeNumber, ServiceKind)) -> String {
        format!("{} {}", self.office(office), self.kind(kind))
    }

    /// 担当ケアマネ of a client; empty when the plan names none.
    pub fn manager(self, client: ClientKey) -> String {
        let month = &self.review.month;
        let rows = month.position(client).and_then(|position| month.clients.get(position));
        rows.and_then(|rows| month.manager(rows)).map(display).unwrap_or_default()
    }

    fn code(self, code: ServiceCode) -> String {
        let name = self.review.code_name(code).map(display).unwrap_or_default();
        format!("{code} {name}").trim_end().to_owned()
    }

    fn date(self, date: NaiveDate) -> String {
        Day::of(date).map_or_else(|| date.to_string(), |day| self.slip().day(day))
    }

    fn level(self, level: CareLevel) -> String {
        care_level(self.texts, level.code())
    }

    fn joined(self, parts: impl IntoIterator<Item = String>) -> String {
        parts.into_iter().collect::<Vec<_>>().join(&self.texts.get("block-join"))
    }
}

/// 返戻見込, 保留見込, 査定見込 or 要確認.
pub fn severity(texts: &Texts, severity: Severity) -> String {
    texts.get(match severity {
        Severity::Return => "finding-severity-return",
        Severity::Hold => "finding-severity-hold",
        Severity::Cut => "finding-severity-cut",
        Severity::Confirm => "finding-severity-confirm",
    })
}

/// Title of a check, at most 14 full-width characters.
pub fn title(texts: &Texts, check: &str) -> String {
    texts.get(&format!("check-{check}"))
}

/// The rule behind a check, in one or two sentences.
pub fn why(texts: &Texts, check: &str) -> String {
    texts.get(&format!("check-{check}-why"))
}

/// Who is hurt and how, in a sentence.
pub fn hurt(texts: &Texts, check: &str) -> String {
    texts.get(&format!("check-{check}-hurt"))
}

/// What to do, in numbered steps.
pub fn steps(texts: &Texts, check: &str) -> String {
    texts.get(&format!("check-{check}-steps"))
}

/// What was found, with the service office, the kind and every value.
pub fn what(words: FindingWords<'_>, finding: &Finding) -> String {
    sentence(words, finding, |pair| words.line(pair))
}

/// The same without the service office, for lists in which it stands beside.
pub fn what_of_kind(words: FindingWords<'_>, finding: &Finding) -> String {
    sentence(words, finding, |(_, kind)| words.kind(kind))
}

fn sentence(
    words: FindingWords<'_>,
    finding: &Finding,
    line: impl Fn((OfficeNumber, ServiceKind)) -> String,
) -> String {
    let texts = words.texts;
    let line = finding.pair.map_or_else(|| whose(words, finding), line);
    let mut args = facts::values(words, &finding.facts);
    args.push(("line", Arg::from(line)));
    args.push(("units", units(finding.units)));
    if let Some((_, kind)) = finding.pair {
        args.push(("kind", Arg::from(words.kind(kind))));
    }
    texts.format(&facts::message(words.review.month.month, finding), &args)
}

/// Whom a finding is about: `みどりケア(1379900028) 11 訪問介護`, or the whole client.
pub fn whose(words: FindingWords<'_>, finding: &Finding) -> String {
    finding.pair.map_or_else(|| words.texts.get("finding-whole-client"), |pair| words.line(pair))
}

/// Why so many checks were not run, and what supplies what they need.
pub fn need(texts: &Texts, need: Need, checks: usize) -> String {
    let id = match need {
        Need::Level => "need-level",
        Need::Slip => "need-slip",
        Need::Sheet => "need-sheet",
        Need::History => "need-history",
        Need::PreviousMonth => "need-previous-month",
        Need::ClientRegister => "need-client-register",
        Need::ManagerRegister => "need-manager-register",
        Need::ProviderRegister => "need-provider-register",
        Need::Master => "need-master",
        Need::Fee => "need-fee",
    };
    texts.format(id, &[("checks", Arg::from(checks))])
}

/// What a check needs, in short.
pub fn need_name(texts: &Texts, need: Need) -> String {
    texts.get(match need {
        Need::Level => "need-name-level",
        Need::Slip => "need-name-slip",
        Need::Sheet => "need-name-sheet",
        Need::History => "need-name-history",
        Need::PreviousMonth => "need-name-previous-month",
        Need::ClientRegister => "need-name-client-register",
        Need::ManagerRegister => "need-name-manager-register",
        Need::ProviderRegister => "need-name-provider-register",
        Need::Master => "need-name-master",
        Need::Fee => "need-name-fee",
    })
}

fn units(units: i64) -> Arg<'static> {
    Arg::from(grouped(units))
}
