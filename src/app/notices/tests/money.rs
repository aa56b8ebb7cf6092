//! Claimed against paid, and claims taken back.

use super::*;
use crate::domain::slip::FeeResult;

fn insurer() -> String {
    client(1).insurer.to_string()
}

fn payments(count: i64, adjusted: i64) -> NoticeFile {
    let (units, yen) = (1086 * count, 11_772 * count);
    let (less_units, less) = (1086 * adjusted, 11_772 * adjusted);
    let rows = [
        format!("7521,H1,{OWN},\"見本\",202611,20261130,1,\"連合会\""),
        format!("7521,D1,00{},202610,43,\"居宅介護支援\",{count},0,{units},{yen},{yen},,,,", insurer()),
        format!("7521,T1,{count},0,{units},{yen},{yen},0,0,0,0"),
        format!("7521,T2,{adjusted},0,{less_units},{less},{less},0,0,0,0"),
        format!(
            "7521,T3,{},0,{},{},{},0,0,0,0",
            count - adjusted,
            units - less_units,
            yen - less,
            yen - less
        ),
    ];
    file("752", &rows)
}

fn withdrawal() -> NoticeFile {
    let ClientKey { insurer, insured } = client(3);
    let rows = [
        format!("7611,H1,202611,{OWN},\"見本\",20261130,1,\"連合会\""),
        format!(
            "7611,D1,00{insurer},\"見本市\",{insured},\"ﾐﾎﾝ\",202610,43,\"居宅介護支援\",4032,\"取下げ\",1086,11772"
        ),
        "7611,T1,1,1086,11772,,,".to_owned(),
    ];
    file("761", &rows)
}

fn transfer(yen: i64) -> NoticeFile {
    file(
        "751",
        &[format!(
            "7511,H1,202611,100,0001,\"見本県\",\"見本\",\"見本法人\",{OWN},{yen},{yen},0,0,0,0,{yen},\"見本銀行\",\"本店\",20261230,\"連合会\""
        )],
    )
}

fn sent() -> Ledger {
    let fees = [1, 2].map(|number| fee(number, "2026-11"));
    let slips = [1, 2].map(|number| slip(number, "2026-11", SlipAction::New));
    let before = vec![slip(3, "2026-10", SlipAction::New), fee(3, "2026-10")];
    ledger(vec![written([slips.to_vec(), fees.to_vec(), before].concat())])
}

fn window(files: Vec<NoticeFile>) -> PaidWindow {
    paid(&Notices::of(files), &sent()).remove(&month("2026-11")).unwrap()
}

#[test]
fn what_came_back_is_not_expected() {
    let rows = [head(OWN, "202611"), row(2, "サ", "D", "返戻")];
    let agrees = window(vec![file("741", &rows), payments(1, 0), transfer(11_772)]);
    let [only] = agrees.rows.as_slice() else { panic!("{agrees:?}") };
    let one = Amounts { count: 1, units: 1086, yen: 11_772 };
    assert_eq!((only.claimed.count, only.returned, only.expected()), (2, one, one));
    assert_eq!((only.paid, only.difference()), (Some(one), None));
    assert!(!agrees.differs() && agrees.has_returns);
    let without_list = window(vec![payments(1, 0)]);
    let less = Amounts { count: -1, units: -1086, yen: -11_772 };
    assert_eq!(without_list.rows[0].difference(), Some(less));
    assert!(without_list.differs() && !without_list.has_returns);
    let waiting = window(Vec::new());
    assert_eq!((waiting.rows[0].paid, waiting.differs()), (None, false), "nothing has come yet");
}

#[test]
fn adjustments_and_the_transfer_are_compared_too() {
    let good = window(vec![payments(2, 1), withdrawal(), transfer(11_772)]);
    assert!(!good.differs(), "{good:?}");
    let no_notice = window(vec![payments(2, 1)]);
    assert!(no_notice.adjusted_differs());
    let other = window(vec![payments(2, 0), transfer(23_000)]);
    assert!(other.transfer_differs() && !other.adjusted_differs());
}

#[test]
fn a_withdrawn_claim_may_be_sent_again() {
    let notices = Notices::of(vec![withdrawal()]);
    let sent = sent();
    assert_eq!(first(&notices, &sent), (Tie::Fee, Step::SendSlipAndFee), "reason 32: the slip was cancelled");
    let found = states(&notices, 0, &sent);
    let change = &found.drafts[0].changes[0];
    assert_eq!(change.subject, Subject::FeeResult { client: client(3) });
    assert_eq!(change.after, Some(Value::FeeResult { result: FeeResult::Withdrawn }));
    let mut events = events(vec![written(vec![fee(3, "2026-10")])]);
    events.push(journalled(2, found.drafts[0].clone()));
    let after = Ledger::of(events, Some(office(OWN)), []);
    let open = outstanding(&notices, &after, month("2026-12"));
    let [one] = open.as_slice() else { panic!("{open:?}") };
    assert_eq!((one.why, one.step, one.is_own), (OpenWhy::Withdrawn, Step::SendSlipAndFee, true));
}

#[test]
fn money_is_not_counted_twice_when_a_notice_comes_twice() {
    let files = || vec![payments(2, 1), withdrawal(), transfer(11_772)];
    let once = window(files());
    assert!(once.decided == Some(11_772) && once.transferred == Some(11_772) && once.withdrawn.count == 1);
    assert_eq!(window([files(), files()].concat()), once);
}
