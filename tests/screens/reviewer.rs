//! A scripted reviewer settles the month of 400 clients; the keys are counted.

use crate::deciding::Office;
use crate::demo;
use crate::station::Station;
use kyukan::app::demo::demo_month;
use kyukan::app::review::CellState;
use kyukan::domain::difference::DifferenceClass;
use kyukan::store::write_new;
use std::collections::BTreeSet;

/// Key presses that a difference may take, in tenths.
const MOST_TENTHS: usize = 12;

/// A station whose keys are counted.
struct Reviewer {
    station: Station,
    keys: usize,
}

impl Reviewer {
    fn press(&mut self, keys: &str) -> &mut Self {
        // Names of keys stand in brackets and are one press each.
        let mut rest = keys;
        while let Some(first) = rest.chars().next() {
            let end = if first == '<' { rest.find('>').unwrap() + 1 } else { first.len_utf8() };
            self.station.keys(&rest[..end]);
            self.keys += 1;
            rest = &rest[end..];
        }
        self
    }

    fn open(&self) -> u32 {
        self.station.model.review().unwrap().open
    }

    fn waiting(&self) -> u32 {
        self.station.model.review().unwrap().cells.get(CellState::NotArrived)
    }

    /// Applies the rules that the program offers, the one that decides most first, until none is left.
    fn apply_rules(&mut self) -> usize {
        let mut rules = 0;
        loop {
            let before = self.open();
            self.press("r");
            if self.station.model.layers().is_empty() {
                return rules;
            }
            self.press("<enter><enter>");
            assert!(self.open() < before, "a rule that is offered decides something");
            rules += 1;
        }
    }

    /// Decides what is left one by one.
    fn decide_rest(&mut self) -> usize {
        let mut decided = 0;
        self.press("4");
        while self.open() > 0 {
            let before = self.open();
            self.press("a");
            if self.open() == before {
                // The cursor stands on a heading or on something decided.
                self.press("n");
            }
            decided += 1;
            assert!(decided < 10_000, "{}", self.station.text());
        }
        decided
    }

    /// Makes what did not arrive from the plan, provider by provider.
    fn settle_missing(&mut self) {
        self.press("3");
        let mut left = self.station.model.review().unwrap().providers.len();
        while self.waiting() > 0 && left > 0 {
            let before = self.waiting();
            self.press("w");
            let has_all = self.station.text().contains("予定で作成（この事業所・種類の未着すべて）");
            let has_one = self.station.text().contains("予定で作成");
            match (has_all, has_one) {
                (true, _) => self.press("<down><down><down><enter>"),
                (false, true) => self.press("<enter>"),
                (false, false) => self.press("<esc>"),
            };
            if self.waiting() == before || self.waiting() > 0 {
                self.press("<down>");
            }
            left -= 1;
        }
    }
}

fn office_of(clients: u32) -> Office {
    let made = demo_month(&demo::busy_office(clients)).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let files = made.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    write_new(&folder.path().join("in"), files).unwrap();
    Office::with(&folder.path().join("in"))
}

#[test]
fn a_month_of_400_clients_takes_at_most_six_keys_for_five_differences() {
    let office = office_of(400);
    let mut reviewer = Reviewer { station: office.setup((120, 40)).open(), keys: 0 };
    let review = reviewer.station.model.review().unwrap();
    let classes: BTreeSet<DifferenceClass> = review.month.differences().map(|d| d.class).collect();
    assert_eq!(classes.len(), DifferenceClass::ALL.len(), "every kind of difference is there: {classes:?}");
    let (all, waiting) = (review.open as usize, reviewer.waiting());
    assert!(all > 100 && waiting > 0, "{all} {waiting}");
    let rules = reviewer.apply_rules();
    let by_rules = all - reviewer.open() as usize;
    let one_by_one = reviewer.decide_rest();
    reviewer.settle_missing();
    reviewer.press("X");
    println!(
        "{all} differences, {waiting} waiting: {rules} rules decided {by_rules}, {one_by_one} by hand, {} keys",
        reviewer.keys
    );
    assert_eq!((reviewer.open(), reviewer.waiting()), (0, 0));
    assert!(reviewer.keys * 10 <= all * MOST_TENTHS, "{} keys for {all} differences", reviewer.keys);
    // Only clients with faulty data are not final.
    let review = reviewer.station.model.review().unwrap();
    for client in 0..review.clients.len() {
        let states: Vec<CellState> = review.cells_of(client).map(|cell| cell.state).collect();
        let is_final = states.iter().all(|state| *state == CellState::Fixed);
        assert!(is_final || states.contains(&CellState::Faulty), "{client}: {states:?}");
    }
}
