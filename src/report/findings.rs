//! 点検の結果: what would come back of a month, as text, CSV and JSON, and as the sheet to call service offices with.

pub mod call_sheet;
pub mod csv;
pub mod json;
#[cfg(test)]
mod tests;
pub mod text;

use super::finding_words::FindingWords;
use super::layout::grouped;
use crate::app::checks::{ClientChecks, Found};
use crate::app::review::Review;
use crate::benefit::rates::Rates;
use crate::check::{AtRisk, CHECKS, Finding, Need, Severity, at_risk, by_id};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::i18n::{Arg, Texts};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is listed.
#[derive(Clone, Copy)]
pub struct FindingList<'a> {
    /// The month with registers and service codes.
    pub review: &'a Review,
    /// What was found, as all or some of [`MonthChecks::clients`](crate::app::checks::MonthChecks::clients).
    pub checks: &'a [ClientChecks],
    /// The texts.
    pub texts: &'a Texts,
}

/// What was not looked at for want of something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotChecked {
    /// What is missing.
    pub need: Need,
    /// Checks that were left out for any client, in the order of [`CHECKS`].
    pub checks: Vec<&'static str>,
    /// For whom, in the order of the month.
    pub clients: Vec<ClientKey>,
}

impl<'a> FindingList<'a> {
    fn words(&self) -> FindingWords<'a> {
        FindingWords { review: self.review, texts: self.texts }
    }

    /// Whether anything would be returned, held or cut.
    pub fn is_at_risk(&self) -> bool {
        self.checks.iter().any(|checks| checks.severity() > Some(Severity::Confirm))
    }

    /// Clients with anything that nobody silenced, those with most yen at risk first.
    fn by_risk(&self) -> Vec<(&'a ClientChecks, AtRisk)> {
        let open = self.checks.iter().filter(|checks| checks.severity().is_some());
        let mut clients: Vec<_> = open.map(|checks| (checks, at_risk(checks.open()))).collect();
        clients.sort_by_key(|(checks, risk)| {
            (Reverse((risk.yen, risk.units)), Reverse(checks.severity()), checks.client)
        });
        clients
    }

    /// Everything found, client by client in the order of [`Self::by_risk`], silenced findings after all others.
    fn in_order(&self) -> impl Iterator<Item = (ClientKey, &'a Found)> {
        let open = self.by_risk().into_iter().flat_map(|(checks, _)| {
            checks.findings.iter().filter(|found| found.silence.is_none()).map(|found| (checks.client, found))
        });
        open.chain(self.silenced())
    }

    /// What somebody silenced.
    fn silenced(&self) -> impl Iterator<Item = (ClientKey, &'a Found)> {
        self.checks.iter().flat_map(|checks| {
            let silenced = checks.findings.iter().filter(|found| found.silence.is_some());
            silenced.map(|found| (checks.client, found))
        })
    }

    /// What was not looked at: each need once, with the checks and the clients.
    pub fn not_checked(&self) -> Vec<NotChecked> {
        let mut needs = BTreeMap::<Need, (Vec<&'static str>, Vec<ClientKey>)>::new();
        for checks in self.checks {
            for (need, ids) in &checks.not_checked {
                let (all, clients) = needs.entry(*need).or_default();
                all.extend(ids);
                clients.push(checks.client);
            }
        }
        let of = |(need, (ids, clients)): (Need, (Vec<&str>, _))| NotChecked {
            need,
            checks: CHECKS.iter().map(|check| check.id).filter(|id| ids.contains(id)).collect(),
            clients,
        };
        needs.into_iter().map(of).collect()
    }

    /// Every office and kind inside the limit of a client's plan or actuals, with the units done, or planned when nothing
    /// was. Only these stand on slips.
    fn lines(&self, checks: &ClientChecks) -> Vec<(OfficeNumber, ServiceKind, i64)> {
        let comparison = self.review.month.comparisons.get(checks.position);
        let lines = comparison.filter(|found| found.client == checks.client).map(|found| &found.lines);
        let units = |plan, actual| if actual > 0 { actual } else { plan };
        let month = self.review.month.month;
        let is_inside = |kind| Rates::built_in().kind_in_limit(kind, month).is_ok_and(|inside| inside.value);
        let lines = lines.into_iter().flatten().filter(|line| is_inside(line.kind));
        lines.map(|line| (line.provider, line.kind, units(line.plan_units, line.actual_units))).collect()
    }

    /// `1,234単位 13,203円`, and how many have no known price.
    fn worth(&self, risk: AtRisk) -> String {
        let args = [
            ("units", Arg::from(grouped(risk.units))),
            ("yen", Arg::from(grouped(risk.yen))),
            ("count", Arg::from(risk.unpriced)),
        ];
        let id = match (risk.unpriced, risk.yen, risk.units) {
            (0, ..) => "findings-worth",
            (_, 0, 0) => "findings-worth-nothing-known",
            (_, 0, _) => "findings-worth-unknown",
            _ => "findings-worth-unpriced",
        };
        self.texts.format(id, &args)
    }

    fn units(&self, units: i64) -> String {
        self.texts.format("findings-units", &[("units", Arg::from(grouped(units)))])
    }

    fn yen(&self, yen: Option<i64>) -> String {
        match yen {
            Some(yen) => self.texts.format("findings-yen", &[("yen", Arg::from(grouped(yen)))]),
            None => self.texts.get("findings-yen-unknown"),
        }
    }
}

/// Whether a finding stops every service office of its client: it is about the slip, and the slip does not pass.
fn stops_everybody(finding: &Finding) -> bool {
    let is_about_fee = by_id(finding.check).is_some_and(|check| check.needs.contains(&Need::Fee));
    finding.pair.is_none() && finding.severity >= Severity::Hold && !is_about_fee
}

/// Path of a file and line, as people find a row by.
fn places(review: &Review, finding: &Finding) -> Vec<(String, u32)> {
    let path = |file| review.month.file(file).map(|file| file.path.clone()).unwrap_or_default();
    finding.rows.iter().map(|row| (path(row.file), row.line)).collect()
}
