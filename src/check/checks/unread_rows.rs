//! Rows of the 第6表 could not be read, and no later file made them good.
//!
//! What is on the slip may be less than what was done, so it waits, and with it every service office of the client;
//! sent nevertheless, the office of the rows is cut. Remedy: get the file again, or type the rows in.

use crate::check::{Check, ClientView, Facts, Finding, Need, NoSlip, Remedy, Severity, SlipFate, Unread};

pub(super) const CHECK: Check = Check {
    id: "unread-rows",
    codes: &["保留", "増減A", "増減B"],
    severity: Severity::Hold,
    needs: &[Need::Slip],
    source: "ケアプランデータ連携標準仕様 第6表; 増減単位数通知書 事由A, B",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    let Unread { plan, actual } = view.unread;
    let is_due = view.slip.is_some_and(|slip| {
        !matches!(slip.fate, SlipFate::NotDue(NoSlip::Entrusted | NoSlip::Multifunctional))
    });
    if is_due && plan + actual > 0 {
        let finding = CHECK.finding(Facts::Unread { plan, actual }).in_rows(view.unread_rows.iter().copied());
        findings.push(finding.help(Remedy::GetAgain));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::RowPlace;
    use crate::check::fixture::{clean, found, with_slip};
    use crate::domain::row::FileIndex;

    #[test]
    fn the_rows_are_named() {
        let mut view = clean();
        let places = [RowPlace { file: FileIndex(3), line: 7 }];
        (view.unread, view.unread_rows) = (Unread { plan: 0, actual: 1 }, &places);
        assert_eq!(found(&CHECK, &view)[0].rows, places);
    }

    #[test]
    fn one_row_is_enough() {
        for (plan, actual) in [(1, 0), (0, 1)] {
            let mut view = clean();
            view.unread = Unread { plan, actual };
            assert_eq!(found(&CHECK, &view)[0].facts, Facts::Unread { plan, actual });
            with_slip(&mut view).fate = SlipFate::NotDue(NoSlip::Nothing);
            assert_eq!(found(&CHECK, &view).len(), 1, "they may be all there is");
            with_slip(&mut view).fate = SlipFate::NotDue(NoSlip::Entrusted);
            assert_eq!(found(&CHECK, &view), []);
        }
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
