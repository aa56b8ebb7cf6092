//! Rented equipment (17, 67) was done with more units than its line: counted per day, by half months, or
//! several devices merged.
//!
//! The claim is cut by the difference. Remedy: count each device once a month by the supplier's rules (運営規程),
//! then adopt or ask.

use crate::check::excess::{Cause, excesses, settle};
use crate::check::{Check, ClientView, Facts, Finding, Need, Severity};

pub(super) const CHECK: Check = Check {
    id: "equipment-difference",
    codes: &["増減B"],
    severity: Severity::Cut,
    needs: &[Need::Slip],
    source: "介護保険最新情報 福祉用具貸与の月途中の開始・終了; 増減単位数通知書 事由B",
    run,
};

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    for excess in excesses(view) {
        let (claimed, slip) = (excess.pair.claimed(), excess.slip);
        if excess.cause == Cause::Equipment {
            let finding = CHECK.finding(Facts::Claimed { claimed, slip });
            findings.push(settle(finding, view, excess.pair, excess.units()));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, line, of, pair, rows};

    fn devices(kind: &str, done: i32, slip: i64) -> ClientView<'static> {
        let code = format!("{kind}1001");
        let plan = rows(HELP, &code, [1], 900);
        of(vec![pair(HELP, kind, plan, rows(HELP, &code, [1], done))], vec![line(HELP, kind, slip)])
    }

    #[test]
    fn equipment_beyond_the_line_is_to_be_looked_at() {
        assert_eq!(found(&CHECK, &devices("17", 1350, 900))[0].units, 450);
        assert_eq!(found(&CHECK, &devices("67", 1350, 900)).len(), 1);
        assert_eq!(found(&CHECK, &devices("17", 903, 900)), [], "rounding");
        assert_eq!(found(&CHECK, &devices("17", 904, 900)).len(), 1);
        assert_eq!(found(&CHECK, &devices("17", 900, 900)), []);
        assert_eq!(found(&CHECK, &devices("11", 1350, 900)), []);
        assert_eq!(found(&CHECK, &clean()), []);
    }
}
