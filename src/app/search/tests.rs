//! Folding, queries and the search for clients.

use super::*;
use crate::app::find::find_clients;
use crate::app::open::tests::{Memory, of_client, plan, plan_name};
use crate::app::review::Review;
use crate::format::exchange::FileKind;
use crate::format::exchange::read::fixture::v4;

const PEOPLE: [(&str, &str, &str); 5] = [
    ("0001000101", "山田　花子", "ﾔﾏﾀﾞ ﾊﾅｺ"),
    ("0001000202", "大野　悠", "オオノ　ユウ"),
    ("0001000303", "髙橋　清", "タカハシ　キヨシ"),
    ("0010001019", "土屋　進一", "ツチヤ　シンイチ"),
    ("H000100017", "小山田　守", "オヤマダ　マモル"),
];

fn people() -> Memory {
    let plans: Vec<_> = PEOPLE.map(|(number, ..)| of_client(plan(5), number)).to_vec();
    let profile = |(number, name, kana): (&str, &str, &str)| {
        of_client(v4(FileKind::Uphosoku), number).set("user_name", name).set("user_name_kana", kana)
    };
    Memory::default()
        .lines(&plan_name(1), &plans)
        .lines(&plan_name(1).replace("UPPLAN", "UPHOSOKU"), &PEOPLE.map(profile))
}

/// The numbers of who is found.
fn found(review: &Review, typed: &str) -> Vec<String> {
    let number = |client: &u32| review.month.clients[*client as usize].client.insured.to_string();
    review.search.find(typed).iter().map(number).collect()
}

#[test]
fn writing_makes_no_difference() {
    for text in ["ヤマダ　ハナコ", "やまだ はなこ", "ﾔﾏﾀﾞﾊﾅｺ"] {
        assert_eq!(plain(text), "ヤマダハナコ");
    }
    assert_eq!(plain("131987-h000100017"), "131987H000100017");
    assert_eq!(plain("髙橋 １２３ａ"), "高橋123A");
}

#[test]
fn names_and_numbers_are_found_however_they_are_typed() {
    let review = Review::new(people().open(), None);
    for typed in [
        "山田花子",
        "山田 花子",
        "やまだはなこ",
        "ヤマダ ハナコ",
        "ﾔﾏﾀﾞﾊﾅ",
        "yamada hanako",
        "YAMADAH",
        "ｙａｍａｄａｈａ",
        "0001000101",
        "131987 0001000101",
        "131987-0001000101",
        "1319870001000101",
        "花子",
        "hanako",
        "hana",
    ] {
        assert_eq!(found(&review, typed), ["0001000101"], "{typed}");
    }
    for (typed, number) in [
        ("ohno", "0001000202"),
        ("ono", "0001000202"),
        ("oonoyuu", "0001000202"),
        ("onoyu", "0001000202"),
        ("高橋", "0001000303"),
        ("takahashi", "0001000303"),
        ("takahasi", "0001000303"),
        ("tsuchi", "0010001019"),
        ("tuti", "0010001019"),
        ("tutiyasiniti", "0010001019"),
        ("h000100017", "H000100017"),
    ] {
        assert_eq!(found(&review, typed), [number], "{typed}");
    }
    for typed in ["", " ", "鈴木", "suzuki", "\t", "9999", "ada"] {
        assert_eq!(found(&review, typed), [""; 0], "{typed:?}");
    }
}

#[test]
fn the_best_come_first() {
    let review = Review::new(people().open(), None);
    assert_eq!(found(&review, "yamad"), ["0001000101", "H000100017"], "begins before contains");
    assert_eq!(
        found(&review, "0001000"),
        ["0001000202", "0001000303", "0001000101", "H000100017"],
        "begins, by kana"
    );
    assert_eq!(
        found(&review, "0001"),
        ["0001000202", "0001000303", "0001000101", "H000100017", "0010001019"]
    );
    assert_eq!(found(&review, "0001000101")[0], "0001000101", "exactly");
    let all = found(&review, "131987");
    assert_eq!(all.len(), PEOPLE.len(), "everybody of the insurer");
}

#[test]
fn the_command_line_finds_the_same_people() {
    let review = Review::new(people().open(), None);
    for typed in ["yamada", "やまだ", "高橋", "0001", "h000100017", "131987 0001000101", "", "ohno", "suzuki"]
    {
        let mut searched: Vec<usize> = review.search.find(typed).iter().map(|at| *at as usize).collect();
        searched.sort_unstable();
        assert_eq!(find_clients(&review.month, typed), searched, "{typed}");
    }
}

#[test]
fn other_lists_are_searched_by_the_same_rules() {
    let text = fold("ひまわり訪問介護ステーション");
    for typed in ["ヒマワリ", "himawari", "himaw", "訪問", "sutesyon", "sutēshon", "ｽﾃｰｼｮﾝ"]
    {
        assert!(Query::new(typed).matches(&text), "{typed}");
    }
    assert_eq!(Query::new("ひま").fit(&text), Some(Fit::Begins));
    assert_eq!(Query::new("介護").fit(&text), Some(Fit::Contains));
    for typed in ["", "imawari", "通所", "himawarisu"] {
        assert!(!Query::new(typed).matches(&text), "{typed}");
    }
    assert!(Query::new("upjsk_2026").matches(&fold("UPJSK_202610_1379900028.CSV")));
}
