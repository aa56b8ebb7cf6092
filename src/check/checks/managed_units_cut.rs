//! Units over the limit cut a service whose managed units are not the billed ones (大規模型通所, 小規模多機能 of the same
//! building).
//!
//! How the slip has to show such a cut is not settled, and the office may be cut by a small difference. Remedy:
//! agree with the office on the units of the covered visits.

use crate::benefit::sheet::SheetNote;
use crate::check::{Check, ClientView, Facts, Finding, Need, Remedy, Severity};

pub(super) const CHECK: Check = Check {
    id: "managed-units-cut",
    codes: &["増減B"],
    severity: Severity::Confirm,
    needs: &[Need::Sheet, Need::Slip],
    source: "岐阜県 大規模型通所介護の限度額管理",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Some(sheet) = view.sheet.filter(|_| view.sent_slip().is_some()) else { return };
    for note in &sheet.sheet.notes {
        let SheetNote::PairRowCut { line } = note else { continue };
        let Some(line) = sheet.sheet.lines.get(*line) else { continue };
        let pair = (line.key.office, line.key.code.kind());
        let over =
            line.columns.category_over.unwrap_or_default() + line.columns.kind_over.unwrap_or_default();
        let worth = view.pair(pair).map_or((over, None), |own| own.worth(over));
        let finding = CHECK.finding(Facts::Left(over)).at(pair).risking(worth);
        findings.push(finding.help(Remedy::AskProvider(line.key.office)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::benefit::rates::Place;
    use crate::benefit::sheet::{Columns, LineResult, Sheet};
    use crate::check::fixture::{DAY, clean, found, key, office, one};
    use crate::domain::allotment::RowKey;
    use crate::domain::ids::ServiceCode;

    #[test]
    fn a_cut_of_large_day_care_is_looked_at() {
        let mut view = clean();
        let code = ServiceCode::parse("154211").unwrap();
        let line = LineResult {
            key: RowKey { office: office(DAY), code, nth: 0 },
            place: Place::InLimit,
            base_units: None,
            covered_units: 5000,
            columns: Columns { category_over: Some(200), ..Columns::default() },
        };
        let own = view.sheet.as_mut().unwrap();
        let mut sheet = Sheet { lines: vec![line], ..own.sheet.clone() };
        own.sheet = one(sheet.clone());
        assert_eq!(found(&CHECK, &view), [], "cut without such a note");
        sheet.notes = vec![SheetNote::PairRowCut { line: 0 }];
        view.sheet.as_mut().unwrap().sheet = one(sheet);
        let findings = found(&CHECK, &view);
        assert_eq!((findings[0].pair, findings[0].units), (Some(key(DAY, "15")), 200));
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
