//! A short stay (短期入所) goes on after 30 days in a row without the mark 30日超 on the 31st.
//!
//! Insurance does not pay that day: the claim of the office comes back. Days of the month before count where
//! they are known. Remedy: mark the day, which the client pays, and make the 別表 anew.

use crate::check::{Check, ClientView, Facts, Finding, Need, PairView, Remedy, RowView, Severity};

pub(super) const CHECK: Check = Check {
    id: "stay-over-30",
    codes: &["AEFJ"],
    severity: Severity::Return,
    needs: &[Need::Slip],
    source: "介護サービス関係Q&A集 短期入所 連続30日; 愛知県国保連 返戻事由コード AEFJ",
    run,
};

/// Insurance pays so many days in a row.
const MOST_IN_A_ROW: u32 = 30;
/// 短期入所生活介護 and 短期入所療養介護, with those of 介護予防.
pub(super) const STAYS: &[&str] = &["21", "22", "23", "24", "25", "26", "2A", "2B"];

fn run(view: &ClientView<'_>, findings: &mut Vec<Finding>) {
    if view.standing_slip().is_none() {
        return;
    }
    let stays = || view.pairs.iter().filter(|pair| STAYS.contains(&pair.kind.as_str()));
    let mut in_a_row = view.person.stay_run_before.unwrap_or_default();
    for day in 1..=view.month.days() {
        let on_day = |pair: &&PairView<'_>| pair.rows().iter().any(|row| row.row.day == day);
        let Some(pair) = stays().find(on_day) else {
            in_a_row = 0;
            continue;
        };
        let rows = || stays().flat_map(|pair| pair.rows()).filter(|row| row.row.day == day);
        in_a_row += 1;
        if rows().any(|row| row.row.over_30_days) {
            in_a_row = 0;
        } else if in_a_row > MOST_IN_A_ROW {
            in_a_row = 0;
            let units = rows().filter(|row| row.is_managed()).map(|row| row.row.total_units()).sum();
            let finding = CHECK.finding(Facts::Days(vec![day])).at(pair.key()).risking(pair.worth(units));
            findings.push(finding.in_rows(rows().map(RowView::at)).help(Remedy::AskProvider(pair.provider)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check::fixture::{HELP, clean, found, line, of, pair, rows};

    fn stay(kind: &str, days: &[u8], before: Option<u32>, marked: Option<u8>) -> Vec<Finding> {
        let mut actual = rows(HELP, &format!("{kind}1111"), days.iter().copied(), 700);
        for row in &mut actual {
            row.row.over_30_days = Some(row.row.day) == marked;
        }
        let mut view = of(vec![pair(HELP, kind, actual.clone(), actual)], vec![line(HELP, kind, 700)]);
        view.person.stay_run_before = before;
        found(&CHECK, &view)
    }

    fn whole() -> Vec<u8> {
        (1..=31).collect()
    }

    #[test]
    fn the_31st_day_in_a_row_comes_back_unless_it_is_marked() {
        let findings = stay("21", &whole(), None, None);
        assert_eq!((findings.len(), &findings[0].facts), (1, &Facts::Days(vec![31])));
        assert_eq!((findings[0].units, findings[0].rows.len()), (700, 1));
        assert_eq!(stay("21", &whole(), None, Some(31)), []);
        assert_eq!(stay("21", &whole()[..30], None, None), [], "thirty days");
        assert_eq!(stay("15", &whole(), None, None), [], "no stay");
        assert_eq!(found(&CHECK, &clean()), []);
    }

    #[test]
    fn days_of_the_month_before_count_and_a_day_at_home_ends_the_run() {
        assert_eq!(stay("22", &whole()[..5], Some(26), None)[0].facts, Facts::Days(vec![5]));
        assert_eq!(stay("22", &whole()[..4], Some(26), None), []);
        assert_eq!(stay("22", &[1, 2, 4, 5, 6], Some(27), None), []);
    }
}
