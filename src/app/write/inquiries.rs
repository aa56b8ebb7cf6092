//! What is asked of providers: 照会 about differences, and those from whom nothing came (未着).

use crate::app::decisions::Decisions;
use crate::app::month::Month;
use crate::domain::decision::{RowContent, Verdict};
use crate::domain::difference::PlacedRow;
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use chrono::NaiveDate;
use std::collections::BTreeMap;

/// One question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// About whom.
    pub client: ClientKey,
    /// The planned row.
    pub plan: Option<RowContent>,
    /// The actual row.
    pub actual: Option<RowContent>,
    /// The question in the person's words.
    pub text: String,
    /// 回答期限.
    pub due: Option<NaiveDate>,
}

/// 照会書 for one provider.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InquirySheet {
    /// Who is asked.
    pub to: OfficeNumber,
    /// By client, in the order of the differences.
    pub questions: Vec<Question>,
}

/// Everything that is asked, by provider.
pub fn inquiries(month: &Month, decisions: &Decisions) -> Vec<InquirySheet> {
    let mut sheets = BTreeMap::<OfficeNumber, Vec<Question>>::new();
    for comparison in &month.comparisons {
        let decided = decisions.client(comparison.client);
        for difference in &comparison.differences {
            let Some(held) = decided.decision(&difference.id) else { continue };
            let Verdict::Ask { due, text } = &held.value.verdict else { continue };
            if decided.withdrawal(difference.provider).is_some() {
                continue;
            }
            let content = |placed: &PlacedRow| month.content_of(placed);
            sheets.entry(difference.provider).or_default().push(Question {
                client: comparison.client,
                plan: difference.plan.as_ref().map(content),
                actual: difference.actual.as_ref().map(content),
                text: text.clone(),
                due: *due,
            });
        }
    }
    sheets.into_iter().map(|(to, questions)| InquirySheet { to, questions }).collect()
}

/// A client of whom nothing came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallEntry {
    /// Whose.
    pub client: ClientKey,
    /// サービス種類.
    pub kind: ServiceKind,
    /// Planned units.
    pub units: i64,
}

/// A provider that has to be called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallList {
    /// Who.
    pub provider: OfficeNumber,
    /// Of whom nothing came, ordered by client and kind.
    pub entries: Vec<CallEntry>,
}

/// 未着 that nobody has decided about, by provider.
pub fn call_list(month: &Month, decisions: &Decisions) -> Vec<CallList> {
    let mut lists = BTreeMap::<OfficeNumber, Vec<CallEntry>>::new();
    for comparison in &month.comparisons {
        let decided = decisions.client(comparison.client);
        let lines = comparison.lines.iter().filter(|line| line.plan_rows > 0 && !line.arrived);
        for line in lines {
            let is_settled = decided.withdrawal(line.provider).is_some()
                || decided.arrival(line.provider, line.kind).is_some();
            if !is_settled {
                let entry = CallEntry { client: comparison.client, kind: line.kind, units: line.plan_units };
                lists.entry(line.provider).or_default().push(entry);
            }
        }
    }
    lists.into_iter().map(|(provider, entries)| CallList { provider, entries }).collect()
}
