//! What is shown before and after counting and entering, states, order, filters, details, who is left out.

use super::*;
use crate::app::decide::{self, SlipChoice};
use crate::app::fee::{FeeState, NotDue};
use crate::app::registers::{register, set, set_all};
use crate::app::review::Review;
use crate::app::tally::SlipState;
use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Draft};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::slip::{SentFee, SlipAction};
use crate::i18n::Language;
use crate::i18n::width::width;
use crate::report::layout::grouped;
use crate::tui::parts::fee::FeeStanding;
use crate::tui::testing::{Shown, env, in_language, managers, sample, take};

impl Shown<Fees> {
    /// The next frame, and the one after it if that said that counting has begun.
    fn frame(&mut self) -> Vec<String> {
        let lines = self.lines();
        if self.review.watch().own().is_some() {
            return lines;
        }
        assert!(lines.iter().any(|line| line.contains("請求を計算しています")), "{lines:?}");
        self.count()
    }

    fn own(&self) -> &OwnMonth {
        Fees::own(self.ctx()).unwrap()
    }

    fn chosen(&self) -> One<'_> {
        self.screen.chosen(self.ctx()).unwrap()
    }

    fn all(&self) -> Vec<One<'_>> {
        (0..self.screen.shown.len()).map(|row| self.screen.one(self.ctx(), row).unwrap()).collect()
    }

    fn states(&self) -> Vec<FeeStanding> {
        self.all().into_iter().map(One::standing).collect()
    }

    fn claim(&self, client: ClientKey) -> One<'_> {
        self.all().into_iter().find(|one| one.client() == client).unwrap()
    }
}

fn cells<const N: usize>(cells: [(&str, String); N]) -> BTreeMap<String, String> {
    cells.map(|(column, text)| (column.to_owned(), text)).into()
}

fn terms(review: &Review) -> Draft {
    let row = [("from", "2026-04"), ("fee_type", "1"), ("treatment", "1"), ("area_grade", "3")];
    set(&review.decisions, register("terms").unwrap(), &cells(row.map(|(k, v)| (k, v.to_owned())))).unwrap()
}

/// Everything that a claim needs of so many clients.
fn clients(review: &Review, count: usize) -> Draft {
    let of = |client: ClientKey| {
        let is_public = client.insured.is_public_assistance();
        let public = |number: &str| if is_public { number.to_owned() } else { String::new() };
        cells([
            ("insurer", client.insurer.to_string()),
            ("insured", client.insured.to_string()),
            ("filed_on", "2026-01-05".to_owned()),
            ("cert_from", "2026-01-01".to_owned()),
            ("cert_to", "2027-12-31".to_owned()),
            ("payer", public("12139901")),
            ("recipient", public("0000017")),
        ])
    };
    let rows: Vec<_> = review.month.clients.iter().take(count).map(|rows| of(rows.client)).collect();
    set_all(&review.decisions, register("clients").unwrap(), &rows).draft.unwrap()
}

/// The sample with its registers filled for all clients but two.
fn filled() -> Review {
    let mut review = sample("v4");
    for enter in [terms, managers, |review: &Review| clients(review, review.month.clients.len() - 2)] {
        let draft = enter(&review);
        take(&mut review, draft);
    }
    review
}

fn filled_screen(columns: u16, rows: u16) -> Shown<Fees> {
    Shown::<Fees>::counted(filled(), env(columns, rows))
}

/// A claim as if it had been written for a window.
fn written(one: One<'_>, window: &str, more: u32) -> Draft {
    let One::Claim(entry, _) = one else { panic!("no claim") };
    let record = entry.slip.as_ref().unwrap();
    let sent = SentFee {
        window: crate::domain::month::ServiceMonth::parse(window).unwrap(),
        file: "KK261101.CSV".to_owned(),
        hash: String::new(),
        units: u32::try_from(record.total_units()).unwrap() + more,
        yen: record.amount(),
    };
    let subject = Subject::SentFee { client: entry.client };
    let change = Change { subject, before: None, after: Some(Value::SentFee(Box::new(sent))) };
    let deed = Deed::Write { folder: "2026-10/001".to_owned(), files: 1 };
    Draft { month: Some(record.month), deed, changes: vec![change], reason: String::new() }
}

#[test]
fn a_register_is_in_the_claims_of_the_frame_after_the_one_that_says_so() {
    let mut shown = Shown::<Fees>::new(sample("v4"), env(80, 24));
    let lines = shown.frame();
    let all = shown.screen.shown.len();
    assert_eq!(all, shown.review.month.clients.len());
    assert!(lines[0].contains("!要入力 "), "{}", lines[0]);
    assert!(lines[1].contains("処理対象 R8/11  0単位 0円"), "{}", lines[1]);
    assert!(lines.iter().any(|line| line.contains("事業所の体制")), "{lines:?}");
    let text = lines.concat().replace(' ', "");
    assert!(text.contains("(I)か(II)かが登録されていない"), "{text}");
    for enter in [terms, managers, |review: &Review| clients(review, usize::MAX)] {
        let draft = enter(&shown.review);
        shown.take(draft);
        shown.frame();
    }
    let open = FeeStanding::Claim(FeeState::Open);
    assert!(!shown.states().contains(&open), "{:?}", shown.states());
    let ready = FeeStanding::Claim(FeeState::Ready);
    assert!(shown.states().contains(&ready));
    let own = shown.own();
    let yen: i64 = shown.all().into_iter().filter_map(One::yen).sum();
    assert_eq!((u64::try_from(yen).ok(), own.fees.open), (Some(own.fees.yen), 0));
    let (units, yen) = (grouped(own.fees.units.cast_signed()), grouped(yen));
    assert!(shown.lines()[1].contains(&format!(" {units}単位 {yen}円")));
}

#[test]
fn every_client_is_found_by_position() {
    let shown = filled_screen(80, 24);
    let own = shown.own();
    assert!(own.cases.is_sorted_by_key(|case| case.position));
    assert!(own.fees.entries.is_sorted_by_key(|entry| entry.position));
    assert!(own.fees.left_out.is_sorted_by_key(|left| left.position));
    let found: Vec<u32> = one::ones(own).map(One::position).collect();
    assert_eq!(found.len(), shown.review.month.clients.len());
    for position in found {
        assert_eq!(one_at(own, position).unwrap().position(), position);
        assert_eq!(one::case_of(own, position).unwrap().position, position);
    }
    assert!(one_at(own, u32::MAX).is_none());
}

#[test]
fn what_needs_a_person_stands_first_and_those_who_are_not_claimed_last() {
    let mut review = filled();
    let client = review.month.clients[4].client;
    let choice = Some(SlipChoice::Send(SlipAction::Cancel));
    let cancel = decide::slip_action(&review, client, choice, "別人の番号で出した").unwrap().draft;
    take(&mut review, cancel);
    let mut shown = Shown::<Fees>::counted(review, env(120, 40));
    let left_out = FeeStanding::LeftOut(NotDue::NoSlip);
    let count = shown.states().iter().filter(|state| **state == left_out).count();
    assert!(count > 0 && shown.claim(client).standing() == left_out);
    let places: Vec<usize> = shown.states().iter().map(|state| state.place()).collect();
    assert!(places.is_sorted(), "{places:?}");
    let needs: Vec<bool> = shown.states().iter().map(|state| !state.needs_a_person()).collect();
    assert!(needs.is_sorted() && !needs[0], "{needs:?}");
    for key in SortKey::ALL {
        for is_turned in [false, true] {
            shown.screen.sort = Sort { key: *key, is_turned };
            shown.with(Fees::refresh);
            let last: Vec<bool> = shown.states().iter().map(|state| *state == left_out).collect();
            assert!(last.is_sorted() && last.iter().filter(|is_last| **is_last).count() == count);
        }
        let turned: Vec<u32> = shown.screen.shown.clone();
        shown.with(|screen, ctx| screen.sort_by(Sort::by(*key), ctx));
        let claims = turned.len() - count;
        let forward: Vec<u32> = shown.screen.shown[..claims].iter().rev().copied().collect();
        assert_eq!(turned[..claims], forward, "{}", key.label());
    }
    shown.screen.sort = Sort::by(SortKey::Yen);
    shown.with(Fees::refresh);
    let yen: Vec<i64> = shown.all().into_iter().filter_map(One::yen).collect();
    assert!(yen.is_sorted_by(|a, b| a >= b) && yen.first() > yen.last(), "{yen:?}");
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    shown.with(|screen, ctx| screen.opened(ctx, &saved));
    assert_eq!(shown.screen.sort, Sort::by(SortKey::Yen));
    // The reason stands in the list, and in a sentence below it.
    shown.lines();
    let row = shown.screen.row_of(4).unwrap();
    shown.screen.list.select(row);
    let lines = shown.lines();
    assert!(lines.iter().any(|line| line.starts_with("> -対象外") && line.contains("給付管理票なし")));
    assert!(lines.iter().any(|line| line.contains("給付管理票を出さない月なので")), "{lines:?}");
}

#[test]
fn filters_narrow_by_state_and_manager() {
    let mut shown = filled_screen(120, 40);
    let toggle = |shown: &mut Shown<Fees>, facet| {
        shown.with(|screen, ctx| screen.filter(FilterEdit::Toggle(facet), ctx));
        shown.screen.shown.len()
    };
    let all = shown.screen.shown.len();
    let mut sum = 0;
    for standing in STANDINGS {
        let count = toggle(&mut shown, Facet::Fee(standing));
        assert!(shown.states().iter().all(|found| found.place() == standing.place()));
        assert_eq!(u32::try_from(count), Ok(shown.screen.counts[standing.place()]));
        sum += count;
        toggle(&mut shown, Facet::Fee(standing));
    }
    assert_eq!(sum, all);
    toggle(&mut shown, Facet::Fee(FeeStanding::Claim(FeeState::Ready)));
    let of_one = toggle(&mut shown, Facet::Manager(0));
    let name = shown.review.managers[0].name.clone();
    assert!(of_one > 0 && of_one < all);
    let own = shown.own();
    assert!(shown.all().into_iter().all(|one| one::manager_of(own, one) == name));
    let saved = shown.with(|screen, ctx| screen.remember(ctx));
    assert_eq!(Filter::recall(&shown.review, &saved), shown.screen.filter);
    let described = shown.lines()[1].clone();
    assert!(described.contains("書出し可"), "{described}");
    shown.with(|screen, ctx| {
        screen.filter(FilterEdit::Only(Facet::Fee(FeeStanding::Claim(FeeState::Changed))), ctx);
    });
    assert!(shown.lines().iter().any(|line| line.contains("絞込に当てはまる請求はありません。")));
    // The window offers states and managers, and nothing that claims do not have.
    let entries = shown.with(|screen, ctx| screen.filter.entries_with_managers(ctx, Vec::new()));
    assert_eq!(entries.len(), shown.review.managers.len());
}

#[test]
fn what_was_written_shows_and_the_list_stays_where_it_is() {
    let mut shown = filled_screen(120, 40);
    shown.with(|screen, ctx| {
        screen.filter(FilterEdit::Only(Facet::Fee(FeeStanding::Claim(FeeState::Ready))), ctx);
    });
    let clients: Vec<ClientKey> = shown.all().into_iter().take(3).map(One::client).collect();
    shown.with(|screen, ctx| screen.filter(FilterEdit::Clear, ctx));
    shown.lines();
    let order = shown.screen.shown.clone();
    for (client, (window, more)) in clients.iter().zip([("2026-11", 0), ("2026-11", 1), ("2026-12", 1)]) {
        let draft = written(shown.claim(*client), window, more);
        shown.take(draft);
        shown.lines();
    }
    let lines = shown.lines();
    assert_eq!(shown.screen.shown, order);
    let states: Vec<FeeStanding> = clients.iter().map(|client| shown.claim(*client).standing()).collect();
    let expected = [FeeState::Written, FeeState::Changed, FeeState::Claimed { is_same: false }];
    assert_eq!(states, expected.map(FeeStanding::Claim));
    for mark in ["~変更あり 1", "#書出し済 1", "=請求済 1"] {
        assert!(lines[0].contains(mark), "{}", lines[0]);
    }
    assert!(lines.iter().any(|line| line.contains("=請求済") && line.contains("請求後に変更")), "{lines:?}");
}

#[test]
fn a_claim_waits_for_its_slip_and_says_where_the_reason_is() {
    let mut shown = filled_screen(120, 40);
    let ready = shown.all().into_iter().find(|one| one.standing() == FeeStanding::Claim(FeeState::Ready));
    let client = ready.unwrap().client();
    let hold = decide::slip_action(&shown.review, client, Some(SlipChoice::HoldBack), "認定待ち");
    let hold = hold.unwrap().draft;
    shown.take(hold);
    shown.lines();
    let one = shown.claim(client);
    assert_eq!(one.standing(), FeeStanding::Claim(FeeState::Waits(SlipState::HeldBack)));
    assert!(!one.standing().needs_a_person());
    let row = shown.screen.row_of(one.position() as usize).unwrap();
    shown.screen.list.select(row);
    let lines = shown.lines();
    let row = lines.iter().find(|line| line.starts_with("> ?給付管理票待ち")).unwrap();
    assert!(row.contains("送らない"), "{row}");
    let sentence = "給付管理票が「送らない」のため、待っています。理由は、給付管理票の画面（0 キー）";
    assert!(lines.iter().any(|line| line.contains(sentence)), "{lines:?}");
}

#[test]
fn details_say_everything_and_fit_their_place() {
    let review = filled_screen(80, 24).review;
    for language in [Language::Ja, Language::En] {
        for columns in [40, 80, 120, 200] {
            let env = in_language(language, columns, 40);
            let ctx = Ctx { env: &env, review: &review };
            let own = Fees::own(ctx).unwrap();
            for one in one::ones(own) {
                let cells = usize::from(columns) - 2;
                let lines = details::lines(ctx, one, cells);
                let texts: Vec<String> =
                    lines.iter().map(|line| line.iter().map(|piece| piece.text.as_str()).collect()).collect();
                for text in &texts[1..] {
                    assert!(width(text) <= cells, "{text}");
                }
                let all = texts.concat();
                let One::Claim(entry, _) = one else { continue };
                let claim = entry.claim.as_ref().unwrap();
                for number in [claim.total, claim.yen, claim.items[0].units] {
                    assert!(all.contains(&grouped(number)), "{number} {all}");
                }
                if let Some(record) = &entry.slip {
                    assert!(all.contains("11.05") && all.contains(record.form.exchange_id()), "{all}");
                    assert!(record.lines.iter().all(|line| all.contains(&line.code.to_string())), "{all}");
                }
                assert!(texts.len() > entry.faults.len() + entry.notes.len() + claim.items.len());
            }
        }
    }
}

#[test]
fn the_form_or_the_reason_why_there_is_none_opens() {
    let mut shown = filled_screen(120, 40);
    let open =
        shown.all().iter().position(|one| one.standing() == FeeStanding::Claim(FeeState::Open)).unwrap();
    let ready = shown.all().iter().position(|one| one.standing() == FeeStanding::Claim(FeeState::Ready));
    for row in [open, ready.unwrap()] {
        shown.screen.list.select(row);
        assert!(matches!(shown.act(Action::Open).as_slice(), [Do::Push(_)]));
    }
    let client = shown.chosen().position() as usize;
    let went = shown.act(Action::FeeClient);
    assert!(matches!(went.as_slice(), [Do::Client { client: to, difference: None }] if *to == client));
}

#[test]
fn the_next_claim_that_needs_somebody() {
    let mut shown = filled_screen(120, 40);
    shown.with(|screen, ctx| screen.sort_by(Sort::by(SortKey::Kana), ctx));
    let needed = shown.states().iter().filter(|state| state.needs_a_person()).count();
    assert!(needed > 1);
    shown.screen.list.select(0);
    let needs = |shown: &Shown<Fees>| shown.chosen().standing().needs_a_person();
    let mut found = usize::from(needs(&shown));
    while shown.act(Action::NextDifference).is_empty() {
        assert!(needs(&shown));
        found += 1;
    }
    assert_eq!(found, needed);
}

#[test]
fn without_a_month_of_the_own_office_it_is_said_why() {
    let mut review = sample("v4");
    review.month.care_offices.push(OfficeNumber::parse("1379900093").unwrap());
    let mut shown = Shown::<Fees>::counted(review, env(80, 24));
    let lines = shown.lines();
    assert!(lines.concat().contains("居宅介護支援事業所が2か所あります"), "{lines:?}");
    assert!(shown.screen.shown.is_empty());
    for action in [Action::Open, Action::FeeClient, Action::Right, Action::Down, Action::NextDifference] {
        shown.act(action);
    }
    shown.with(|screen, ctx| screen.go_to_row(3, ctx));
    shown.with(|screen, ctx| screen.sort_by(Sort::by(SortKey::Yen), ctx));
    assert_eq!(shown.lines().len(), 21);
}

#[test]
fn the_cursor_stays_on_its_client_when_all_is_counted_anew() {
    let mut shown = filled_screen(80, 24);
    shown.screen.list.select(7);
    shown.lines();
    let client = shown.chosen().client();
    let rest = clients(&shown.review, usize::MAX);
    shown.take(rest);
    shown.frame();
    assert_eq!(shown.chosen().client(), client);
}
