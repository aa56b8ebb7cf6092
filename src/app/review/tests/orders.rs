//! Orders of clients, differences and problems, and names of codes.

use super::*;
use std::collections::BTreeSet;

#[test]
fn every_difference_stands_once_in_each_order() {
    for review in demos() {
        let kana = |at: &DifferenceAt| review.clients[at.client as usize].kana_rank;
        let day = |at: &DifferenceAt| {
            let difference = review.difference(*at).unwrap();
            difference.plan.or(difference.actual).unwrap().row.day
        };
        let group = |at: &DifferenceAt, grouping| {
            let difference = review.difference(*at).unwrap();
            match grouping {
                Grouping::Class => (Some(difference.class), None, 0),
                Grouping::Provider => (None, Some((difference.provider, difference.kind)), 0),
                Grouping::Manager => (None, None, review.clients[at.client as usize].manager),
            }
        };
        for grouping in Grouping::ALL {
            let order = review.differences.by(grouping);
            assert_eq!(order.len() as u64, review.month.totals.differences);
            assert_eq!(order.iter().collect::<BTreeSet<_>>().len(), order.len());
            assert!(order.is_sorted_by_key(|at| (group(at, grouping), kana(at), day(at))), "{grouping:?}");
        }
        assert_eq!(review.difference(DifferenceAt { client: u32::MAX, at: 0 }), None);
    }
}

#[test]
fn clients_are_ordered_by_kana_then_name_then_number() {
    let people = [
        ("0001000101", "渡辺", ""),
        ("0001000202", "後藤", "ゴトウ"),
        ("0001000303", "阿部", "アベ"),
        ("0001000404", "安部", "アベ"),
        ("0001000505", "安部", "アベ"),
        ("0001000606", "小島", "コジマ"),
    ];
    let plans = people.map(|(number, ..)| of_client(plan(5), number));
    let profiles = people.map(|(number, name, kana)| {
        of_client(v4(FileKind::Uphosoku), number).set("user_name", name).set("user_name_kana", kana)
    });
    let review = review(&Memory::default().lines(&plan_name(1), &plans).lines(&profile_name(), &profiles));
    let ranks: Vec<u32> = review.clients.iter().map(|client| client.kana_rank).collect();
    assert_eq!(ranks, [5, 4, 2, 0, 1, 3]);
}

#[test]
fn problems_are_found_by_file() {
    for review in demos() {
        let problems = &review.month.problems;
        let mut told = review.problems_without_file().len();
        assert!(problems[review.problems_without_file()].iter().all(|problem| problem.file.is_none()));
        for file in 0..review.month.files.len() {
            let range = review.problems_of_file(file);
            assert!(
                problems[range.clone()].iter().all(|p| p.file.is_some_and(|index| index.0 as usize == file))
            );
            told += range.len();
        }
        assert_eq!(told, problems.len());
        assert!(!problems.is_empty());
    }
}

#[test]
fn codes_have_names_when_the_master_names_them() {
    for review in demos() {
        let code = review.month.rows(&review.month.clients[0].plan).next().unwrap().row.code;
        assert!(review.code_name(code).is_some_and(|name| !name.is_empty()));
        let bare = Review { codes: None, ..review };
        assert_eq!(bare.code_name(code), None);
    }
}
