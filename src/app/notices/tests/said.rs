//! What notices say of slips and claims, what is to be done, and what is open.

use super::*;
use crate::domain::slip::{FeeResult, GateBlock, SlipResult};

fn result(number: u32, result: SlipResult) -> Change {
    let subject = Subject::SlipResult { client: client(number) };
    Change { subject, before: None, after: Some(Value::SlipResult { result }) }
}

fn accepted(number: u32) -> (Deed, Vec<Change>) {
    (Deed::Decide, vec![result(number, SlipResult::Accepted)])
}

#[test]
fn items_are_tied_to_what_was_sent() {
    let sent = ledger(vec![written(vec![slip(1, "2026-11", SlipAction::New), fee(1, "2026-11")])]);
    let tie_of = |notices: &Notices| tie(&notices.items[0], &sent).tie;
    assert_eq!(tie_of(&list(&[row(1, "給", "B", "１２Ｐ０")])), Tie::Slip);
    assert_eq!(tie_of(&list(&[row(1, "サ", "D", "返戻")])), Tie::Fee);
    assert_eq!(tie_of(&list(&[row(9, "給", "B", "１２Ｐ０")])), Tie::NothingSent);
    assert_eq!(tie_of(&list(&[row(8, "給", "B", "１２Ｐ０")])), Tie::UnknownClient);
    let odd = row(1, "給", "B", "１２Ｐ０").replace("0000131016", PROVIDER);
    assert_eq!(tie_of(&list(&[odd])), Tie::NoClient);
    let later = [head(OWN, "202612"), row(1, "給", "B", "１２Ｐ０")];
    assert_eq!(tie_of(&Notices::of(vec![file("741", &later)])), Tie::OtherWindow);
    let foreign = [head(PROVIDER, "202611"), row(1, "給", "B", "１２Ｐ０")];
    assert_eq!(tie_of(&Notices::of(vec![file("741", &foreign)])), Tie::OtherOffice);
    let passed_on = [head(PROVIDER, "202611"), row(1, "請", "C", "保留")];
    let passed_on = Notices::of(vec![file("741", &passed_on)]);
    let tied = tie(&passed_on.items[0], &sent);
    assert_eq!((tied.tie, tied.provider), (Tie::Slip, Some(office(PROVIDER))));
    // Who is paid for by a public payer is found by the insured number alone.
    let public = row(1, "給", "B", "１２Ｐ０").replace("0000131016", "0012131234");
    let public = list(&[public]);
    assert_eq!(tie(&public.items[0], &sent).client, Some(client(1)));
}

#[test]
fn the_step_follows_the_code_and_what_was_decided() {
    let new = || ledger(vec![written(vec![slip(1, "2026-11", SlipAction::New), fee(1, "2026-11")])]);
    let corrected = || {
        let first = written(vec![slip(1, "2026-10", SlipAction::New)]);
        let second = written(vec![slip(1, "2026-11", SlipAction::Replace)]);
        ledger(vec![first, accepted(1), second])
    };
    let step = |ledger: &Ledger, document: &str, reason: &str, remark: &str| {
        first(&list(&[row(1, document, reason, remark)]), ledger).1
    };
    let send = Step::SendSlip;
    assert_eq!(step(&new(), "給", "B", "１２Ｐ０"), send(SlipAction::New), "it was never decided");
    assert_eq!(step(&corrected(), "給", "B", "ＡＤＤ１"), send(SlipAction::Replace), "the first one stands");
    assert_eq!(step(&new(), "給", "A", "ＡＮＮＪ"), send(SlipAction::Replace));
    assert_eq!(step(&new(), "給", "A", "ＡＮＮ０"), Step::Nothing, "the one sent first stands");
    assert_eq!(step(&corrected(), "給", "A", "Ｎ９"), send(SlipAction::New));
    assert_eq!(step(&new(), "給", "B", "ＰＡ"), Step::WaitForDecision);
    assert_eq!(step(&new(), "給", "B", "ＺＺＺ９"), Step::AskFederation);
    assert_eq!(step(&new(), "サ", "D", "返戻"), Step::SendSlipAndFee);
    assert_eq!(step(&new(), "サ", "A", "ＡＢＢ０"), Step::SendFee);
    assert_eq!(step(&new(), "サ", "A", "ＡＮＮ２"), Step::Nothing);
    assert_eq!(step(&new(), "サ", "A", "ＡＮＮ４"), Step::AskInsurer);
    assert_eq!(step(&new(), "請", "C", "保留"), send(SlipAction::Replace), "a slip stands without the line");
    assert_eq!(step(&ledger(Vec::new()), "請", "C", "保留"), send(SlipAction::New), "there is none");
    assert_eq!(step(&new(), "請", "A", "ＡＥＥ２"), Step::TellProvider);
}

#[test]
fn checks_and_overrides_stand_beside_the_item() {
    let let_through = Change {
        subject: Subject::Gate { client: client(1), block: GateBlock::Applying },
        before: None,
        after: Some(Value::Text { text: "急ぎ".to_owned() }),
    };
    let sent = written(vec![slip(1, "2026-11", SlipAction::New)]);
    let ledger = ledger(vec![(Deed::Decide, vec![let_through]), sent]);
    let notices = list(&[row(1, "給", "B", "１２ＰＡ")]);
    let item = &notices.items[0];
    let found = advice(item, &tie(item, &ledger), &ledger);
    assert!(found.caught_by.contains(&"application-pending"), "{:?}", found.caught_by);
    let [one] = found.overrides.as_slice() else { panic!("{:?}", found.overrides) };
    assert_eq!((one.of, one.why.as_str(), one.seq), (OverrideOf::Gate(GateBlock::Applying), "急ぎ", 1));
    let unknown = list(&[row(1, "給", "B", "ＺＺＺ９")]);
    let tied = tie(&unknown.items[0], &ledger);
    assert_eq!(advice(&unknown.items[0], &tied, &ledger).caught_by, [""; 0], "nothing is invented");
}

/// What was sent for four clients.
fn four() -> Vec<(Deed, Vec<Change>)> {
    let slips = [1, 2, 3].map(|number| slip(number, "2026-11", SlipAction::New));
    vec![written([slips.to_vec(), vec![slip(4, "2026-10", SlipAction::New), fee(1, "2026-11")]].concat())]
}

fn results(states: &States) -> Vec<(ClientKey, Option<Value>)> {
    let changes = states.drafts.iter().flat_map(|draft| &draft.changes);
    changes.filter_map(|change| Some((change.subject.client()?, change.after.clone()))).collect()
}

#[test]
fn a_whole_list_decides_what_it_does_not_name() {
    let sent = ledger(four());
    let notices =
        list(&[row(1, "給", "B", "１２Ｐ０"), row(1, "サ", "D", "返戻"), row(2, "請", "C", "保留")]);
    let found = states(&notices, 0, &sent);
    let value = |result| Some(Value::SlipResult { result });
    let expected = [
        (client(1), value(SlipResult::Returned)),
        (client(1), Some(Value::FeeResult { result: FeeResult::Returned })),
        (client(2), value(SlipResult::Accepted)),
        (client(3), value(SlipResult::Accepted)),
    ];
    assert_eq!(results(&found), expected, "the fourth was sent in another window");
    assert_eq!(found.drafts[0].deed, Deed::Notices { files: 1 });
    assert!(is_whole(&notices, &notices.heads[0], &sent));
    // Silence says nothing in a list with an unreadable row, of another office, or of somebody unreadable.
    let odd = row(2, "給", "B", "１２Ｐ０").replace("0000131016", PROVIDER);
    for rows in [
        vec![head(OWN, "202611"), "7499,D1,1".to_owned()],
        vec![head(PROVIDER, "202611")],
        vec![head(OWN, "202611"), odd],
    ] {
        assert_eq!(results(&states(&Notices::of(vec![file("741", &rows)]), 0, &sent)), []);
    }
}

#[test]
fn a_later_list_overrides_a_notice_but_never_a_person() {
    let notice = |number, result_of| (Deed::Notices { files: 1 }, vec![result(number, result_of)]);
    let mut deeds = four();
    deeds.extend([notice(1, SlipResult::Accepted), accepted(2), notice(3, SlipResult::Returned)]);
    let sent = ledger(deeds);
    let notices = list(&[row(1, "給", "B", "１２Ｐ０"), row(2, "給", "B", "１２Ｐ０")]);
    let found = states(&notices, 0, &sent);
    assert_eq!(results(&found), [(client(1), Some(Value::SlipResult { result: SlipResult::Returned }))]);
    let [one] = found.contradictions.as_slice() else { panic!("{:?}", found.contradictions) };
    assert_eq!((one.client, one.by.seq), (client(2), 3));
    assert_eq!(one.says, Outcome::Slip(SlipResult::Returned));
    assert_eq!(one.stands, Outcome::Slip(SlipResult::Accepted));
}

#[test]
fn what_is_open_is_closed_by_sending_it_again() {
    let notices = list(&[row(1, "給", "B", "１２Ｐ０"), row(9, "サ", "A", "ＡＢＢ０")]);
    let mut deeds = four();
    deeds.push((Deed::Notices { files: 1 }, vec![result(1, SlipResult::Returned)]));
    let open = outstanding(&notices, &ledger(deeds.clone()), month("2027-01"));
    let told: Vec<_> = open.iter().map(|one| (one.client, one.document, one.why, one.is_own)).collect();
    assert_eq!(
        told,
        [
            (Some(client(1)), OpenDocument::Slip, OpenWhy::Returned, true),
            (Some(client(1)), OpenDocument::Fee, OpenWhy::WithSlip, true),
            (Some(client(9)), OpenDocument::Fee, OpenWhy::Returned, false),
        ]
    );
    let one = &open[0];
    assert_eq!((one.since, one.age, one.barred_from), (Some(month("2026-11")), 3, month("2029-01")));
    assert_eq!((one.codes[0].code, one.step), ("12P0", Step::SendSlip(SlipAction::New)));
    assert!(!one.is_barred(month("2028-12")) && one.is_barred(month("2029-01")));
    deeds.push(written(vec![slip(1, "2026-12", SlipAction::New), fee(1, "2026-12"), fee(9, "2026-12")]));
    assert_eq!(outstanding(&notices, &ledger(deeds), month("2027-01")), []);
}

#[test]
fn what_is_held_back_and_what_was_not_received_is_open() {
    let late = Change {
        subject: Subject::SlipAction { client: client(5) },
        before: None,
        after: Some(Value::SlipAction { action: None, why: "月遅れ".to_owned() }),
    };
    let mut deeds = four();
    deeds.push((Deed::Decide, vec![late, result(2, SlipResult::NotReceived)]));
    let open = outstanding(&Notices::default(), &ledger(deeds.clone()), month("2026-12"));
    let told: Vec<_> = open.iter().map(|one| (one.client, one.why)).collect();
    assert_eq!(told, [(Some(client(2)), OpenWhy::NotReceived), (Some(client(5)), OpenWhy::Late)]);
    deeds.push(written(vec![slip(5, "2026-12", SlipAction::New), slip(2, "2026-11", SlipAction::New)]));
    assert_eq!(outstanding(&Notices::default(), &ledger(deeds), month("2026-12")), []);
}
