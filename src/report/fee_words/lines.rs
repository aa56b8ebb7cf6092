//! The lines of a claim in words, and what it has beside the plain fee.

use super::super::layout::display;
use super::{base_text, tier_text};
use crate::app::fee::FeeEntry;
use crate::benefit::fee::{FeeClaim, FeeItem};
use crate::domain::ids::ServiceCode;
use crate::i18n::{Arg, Texts};

/// A line of a claim.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClaimLine {
    /// サービスコード; `None` while it is not known.
    pub code: Option<ServiceCode>,
    /// What it is for.
    pub name: String,
    /// 単位数 of one time; negative for a reduction.
    pub units: i64,
    /// 回数.
    pub count: u8,
}

impl ClaimLine {
    /// サービス単位数.
    pub fn service_units(&self) -> i64 {
        self.units.saturating_mul(self.count.into())
    }
}

/// The lines of a claim in the order of its record; none while units cannot be computed. Codes are those of the record,
/// else those of the tables.
pub fn claim_lines(texts: &Texts, entry: &FeeEntry) -> Vec<ClaimLine> {
    let Ok(claim) = &entry.claim else { return Vec::new() };
    let items = claim.items.iter().filter(|item| item.units != 0);
    let mut lines: Vec<ClaimLine> = items.map(|item| of_item(texts, entry, claim, item)).collect();
    if claim.treatment != 0 {
        let name = texts.get("fee-line-treatment");
        lines.push(ClaimLine { code: None, name, units: claim.treatment, count: 1 });
    }
    let record = entry.slip.iter().flat_map(|record| &record.lines);
    for (line, written) in lines.iter_mut().zip(record) {
        line.code = Some(written.code);
    }
    lines
}

fn of_item(texts: &Texts, entry: &FeeEntry, claim: &FeeClaim, item: &FeeItem) -> ClaimLine {
    let name = if item.name.is_empty() { base_line(texts, entry, claim) } else { display(&item.name) };
    ClaimLine { code: item.code, name, units: item.units, count: item.count }
}

/// The base fee with its factors: `居宅介護支援(I)(i) 運営基準減算`.
fn base_line(texts: &Texts, entry: &FeeEntry, claim: &FeeClaim) -> String {
    let base = format!("{}{}", base_text(texts, entry.base), entry.tier.map_or("", tier_text));
    let factors = claim.steps.iter().map(|step| display(&step.name));
    std::iter::once(base).chain(factors).collect::<Vec<_>>().join(" ")
}

/// Factors and additions of a claim, each with its 回数.
pub fn additions(entry: &FeeEntry) -> Vec<(&str, u8)> {
    let Ok(claim) = &entry.claim else { return Vec::new() };
    let factors = claim.steps.iter().map(|step| (step.name.as_str(), 1));
    let items = claim.items.iter().filter(|item| !item.name.is_empty());
    factors.chain(items.map(|item| (item.name.as_str(), item.count))).collect()
}

/// The same in words.
pub fn additions_text(texts: &Texts, entry: &FeeEntry) -> String {
    let one = |(name, count): (&str, u8)| {
        let (name, count) = (display(name), u32::from(count));
        if count == 1 {
            return name;
        }
        texts.format("fee-times", &[("name", Arg::from(name)), ("count", Arg::from(count))])
    };
    let all: Vec<String> = additions(entry).into_iter().map(one).collect();
    all.join(&texts.get("block-join"))
}
