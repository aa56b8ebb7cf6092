//! Every row of every file becomes something.

use super::*;
use proptest::prelude::*;

const LINES: &[&str] = &[
    "1,1,0,1,741,0,0,1379900010,0,7,202611,0",
    "2,2,7411,H1,1379900010,\"見本\",202611,20261130,1,\"連合会\"",
    "2,3,7411,D1,0000139998,\"見本市\",0000000001,ﾐﾎﾝ,\"給\",202610,,1000,B,\"項目：題名\",\"１２Ｐ０\",",
    "2,3,7411,D1,0000139998,\"見本市\",0000000001,ﾐﾎﾝ,\"サ\",202610,43,1086,D,\"題名\",\"返戻\",",
    "2,3,7411,D1,0000139998,\"見本市\",0000000001,ﾐﾎﾝ,\"給\",202610,,1000,A,\"題名\",\"Ｎ９\"",
    "2,3,7411,D1,x,\"見本市\",y,,\"他\",202610,,,Z,\"\",\"?\",",
    "2,3,7411,D1,1,\"見本市\"",
    "2,3,7421,D1,00139998,\"見本市\",0000000001,ﾐﾎﾝ,\"給\",202610,,1000,B,\"題名\",\"ＡＢＢ０\"",
    "2,3,7211,D1,00139998,202610,1,,1086,,,,,,,,,,,,,,",
    "2,3,7211,T1,1,,-11772,,1,,1086,,,,,,,,,,,,,,",
    "2,3,7311,D1,00139998,0000000001,ﾐﾎﾝ,202610,11,,-250,B,\"題名\",\"\"",
    "2,3,7521,D1,00139998,202610,43,\"居宅介護支援\",2,0,2172,23544,23544,,,,",
    "2,3,7521,T1,2,0,2172,23544,23544,0,0,0,0",
    "2,3,7611,D1,00139998,\"見本市\",0000000001,\"ﾐﾎﾝ\",202610,43,\"居宅介護支援\",4032,\"取下げ\",1086,11772",
    "2,3,7499,D1,1",
    "2,3,8211,1",
    "2,3,\"7411",
    "3,5",
    "9,1",
    "拝啓",
    "",
    " , ,",
];

proptest! {
    #[test]
    fn no_row_is_lost(chosen in prop::collection::vec(0..LINES.len(), 0..30)) {
        let text: String = chosen.iter().flat_map(|at| [LINES[*at], "\r\n"]).collect();
        let notices = Notices::of(vec![bytes(&text)]);
        let counts = notices.counts(0);
        prop_assert_eq!(counts.lines(), chosen.len());
        let mut in_items: Vec<u32> = notices.items.iter().flat_map(|item| item.lines.clone()).collect();
        prop_assert!(notices.items.iter().all(|item| !item.lines.is_empty()));
        let all = in_items.len();
        in_items.sort_unstable();
        in_items.dedup();
        prop_assert_eq!((all, all), (in_items.len(), counts.items), "a row belongs to one item");
    }
}

#[test]
fn a_slip_with_several_items_at_fault_is_one_item_over_pages_too() {
    let again = head(OWN, "202611");
    let twice = list(&[row(1, "給", "B", "１２Ｐ０"), again, row(1, "給", "B", "１２Ｐ０")]);
    assert_eq!(twice.items.len(), 1);
    assert_eq!(twice.items[0].lines, [3, 5]);
    assert_eq!((twice.counts(0).headers, twice.heads.len()), (2, 2));
    let two_codes = list(&[row(1, "給", "B", "１２Ｐ０"), row(1, "給", "B", "ＡＤＤ１")]);
    assert_eq!(two_codes.items.len(), 2);
}

#[test]
fn sums_that_do_not_add_up_name_their_item() {
    let rows = [
        format!("7611,H1,202611,{OWN},\"見本\",20261130,1,\"連合会\""),
        "7611,D1,00139998,\"見本市\",0000000001,\"ﾐﾎﾝ\",202610,43,\"居宅介護支援\",4032,\"取下げ\",1086,11772".to_owned(),
        "7611,T1,2,1086,11772,,,".to_owned(),
    ];
    let notices = Notices::of(vec![file("761", &rows)]);
    let [fault] = notices.sums.as_slice() else { panic!("{:?}", notices.sums) };
    assert_eq!((fault.line, fault.item_no, fault.item), (4, 3, "件数"));
    assert_eq!((fault.declared, fault.found, fault.sort), (2, 1, SumSort::Rows));
}

#[test]
fn a_list_that_comes_again_in_whole_says_everything_once() {
    let rows = [
        head(OWN, "202611"),
        row(1, "給", "B", "１２Ｐ０"),
        row(2, "給", "B", "１２Ｐ０"),
        row(2, "給", "B", "１２Ｐ０"),
    ];
    let whole = || file("741", &rows);
    let notices = Notices::of(vec![file("741", &rows[..2]), whole(), whole()]);
    let clients: Vec<&str> = notices.items.iter().map(|item| item.insured.as_str()).collect();
    assert_eq!(clients, ["0000000001", "0000000002"]);
    assert_eq!((notices.items[1].file, notices.items[1].lines.as_slice()), (1, &[4, 5][..]));
    let counts = [0, 1, 2].map(|file| notices.counts(file));
    assert_eq!(counts.map(|counts| (counts.items, counts.repeated)), [(1, 0), (2, 1), (0, 3)]);
    assert_eq!(counts.map(|counts| counts.lines()), [4, 6, 6]);
    // The same row of another review month is said anew.
    let later = [head(OWN, "202612"), row(1, "給", "B", "１２Ｐ０")];
    let notices = Notices::of(vec![whole(), file("741", &later)]);
    assert_eq!(notices.counts(1).repeated, 0);
}
