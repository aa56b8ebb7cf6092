//! Sums over clients, providers and managers.

use super::*;
use crate::format::exchange::read::fixture::Line;

fn delete_name(day: u8) -> String {
    actual_name(day).replace("UPJSK", "DLTJSK")
}

#[test]
fn clients_providers_and_managers_add_up() {
    for review in demos() {
        let (mut clients, mut providers, mut managers) =
            (StateCounts::default(), StateCounts::default(), StateCounts::default());
        review.clients.iter().for_each(|client| clients.add_all(client.states));
        review.providers.iter().for_each(|provider| providers.add_all(provider.states));
        review.managers.iter().for_each(|manager| managers.add_all(manager.states));
        assert_eq!((clients, providers, managers), (review.cells, review.cells, review.cells));
        let mut cells = StateCounts::default();
        for client in 0..review.clients.len() {
            assert_eq!(review.cells_of(client).count(), review.month.comparisons[client].lines.len());
            review.cells_of(client).for_each(|cell| cells.add(cell.state));
        }
        assert_eq!(cells, review.cells);
        for state in [CellState::Faulty, CellState::NotArrived, CellState::Different, CellState::Same] {
            assert!(review.cells.get(state) > 0, "{state:?} occurs");
        }
        let totals = review.month.totals;
        let sum = |counts: Vec<u32>| counts.into_iter().map(u64::from).sum::<u64>();
        assert_eq!(sum(review.clients.iter().map(|c| c.differences).collect()), totals.differences);
        assert_eq!(sum(review.providers.iter().map(|p| p.differences).collect()), totals.differences);
        assert_eq!(sum(review.managers.iter().map(|m| m.differences).collect()), totals.differences);
        assert_eq!(review.managers.iter().map(|m| m.clients.len()).sum::<usize>(), review.clients.len());
        let missing: Vec<_> =
            review.providers.iter().filter(|p| p.not_arrived).map(|p| (p.provider, p.kind)).collect();
        assert_eq!(
            missing,
            review.month.not_arrived.iter().map(|n| (n.provider, n.kind)).collect::<Vec<_>>()
        );
        let listed: usize = review.providers.iter().map(|p| p.clients.len()).sum();
        assert_eq!(listed, review.cells.total() as usize);
        assert!(review.providers.iter().any(|provider| provider.replaced));
    }
}

#[test]
fn a_client_shows_what_sheet_and_profile_tell() {
    let sheet = |units: &str| {
        v4(FileKind::Upsikyu)
            .set("service_office_number", HELPER)
            .set("service_code", "111111")
            .set("service_count_or_days", "2")
            .set("benefit_management_units", units)
    };
    let profile =
        v4(FileKind::Uphosoku).set("care_level_code", "23").set("category_benefit_limit_units", "27048");
    let memory = agreeing()
        .lines(&plan_name(1).replace("UPPLAN", "UPSIKYU"), &[sheet("300"), sheet("200")])
        .lines(&profile_name(), &[profile]);
    let [client] = review(&memory).clients[..] else { panic!("one client") };
    assert_eq!((client.plan_units, client.actual_units), (500, 500));
    assert_eq!((client.managed_units, client.limit_units), (Some(500), Some(27_048)));
    assert_eq!((client.care_level.code(), client.level_rank), ("23", 6));
    let [bare] = review(&agreeing()).clients[..] else { panic!("one client") };
    assert_eq!(
        (bare.managed_units, bare.limit_units, bare.care_level.code(), bare.level_rank),
        (None, None, "", 0)
    );
}

#[test]
fn care_levels_are_ordered_by_need() {
    let ranks = ["", "99", "06", "12", "13", "21", "25", "あ"].map(|code| CareLevel::from_code(code).rank());
    assert_eq!(ranks, [0, 0, 1, 2, 3, 4, 8, 0]);
}

#[test]
fn a_provider_shows_its_files_and_what_became_of_them() {
    let other = |line: Line| of_client(line, "0001000202");
    let memory = agreeing()
        .lines(&actual_name(3), &[actual(5), actual(12), other(actual(20))])
        .lines(&delete_name(4), &[v4(FileKind::Dltjsk).set("insured_number", "0001000202")]);
    let review = review(&memory);
    let [provider] = review.providers.as_slice() else { panic!("one provider") };
    assert_eq!((provider.provider, provider.kind.as_str(), provider.files), (office(HELPER), "11", 2));
    assert_eq!(provider.newest.unwrap().to_string(), "20261103093015");
    assert_eq!((provider.replaced, provider.withdrawn, provider.not_arrived), (true, true, false));
    assert_eq!(
        (provider.clients.as_slice(), provider.plan_units, provider.actual_units),
        (&[0][..], 500, 500)
    );
}

#[test]
fn providers_that_only_sent_files_appear() {
    let name = actual_name(2).replace(HELPER, BATHS);
    let review = review(&agreeing().lines(&name, &[spoilt(actual(5))]));
    let told: Vec<_> =
        review.providers.iter().map(|p| (p.provider, p.kind.to_string(), p.files, p.clients.len())).collect();
    assert_eq!(told, [(office(HELPER), "11".to_owned(), 1, 1), (office(BATHS), "11".to_owned(), 1, 0)]);
    assert!(!review.providers[1].not_arrived);
}

#[test]
fn what_a_care_office_passes_on_counts_for_the_provider() {
    let name = format!("UPJSK_202610_{CARE}_43_{CARE}_43_20261102093015.CSV");
    let memory = Memory::default().lines(&plan_name(1), &[plan(5)]).lines(&name, &[actual(5)]);
    let month = review(&memory);
    let [provider] = month.providers.as_slice() else { panic!("one provider") };
    assert_eq!((provider.provider, provider.files, provider.not_arrived), (office(HELPER), 1, false));
    let faulty = memory.lines(&name.replace("1102", "1103"), &[spoilt(actual(5))]);
    assert_eq!(states(&review(&faulty), 0), [CellState::Faulty], "whose row it was cannot be told");
}

#[test]
fn managers_are_told_apart_by_their_trimmed_names() {
    let by = |number: &str, name: &str, day: u8| of_client(plan(day), number).set("plan_manager_name", name);
    let rows = [
        by("0001000101", "田中　実", 5),
        by("0001000202", "　田中　実 ", 5),
        by("0001000303", "", 5),
        by("0001000404", "青木　恵", 5),
    ];
    let done: Vec<Line> = ["0001000101", "0001000303"].map(|number| of_client(actual(5), number)).to_vec();
    let review = review(&Memory::default().lines(&plan_name(1), &rows).lines(&actual_name(2), &done));
    let told: Vec<_> = review
        .managers
        .iter()
        .map(|m| (m.name.as_str(), m.clients.clone(), m.settled, m.differences))
        .collect();
    assert_eq!(told, [("田中　実", vec![0, 1], 1, 1), ("青木　恵", vec![3], 0, 1), ("", vec![2], 1, 0)]);
    assert_eq!(review.clients.iter().map(|client| client.manager).collect::<Vec<_>>(), [0, 0, 2, 1]);
}
