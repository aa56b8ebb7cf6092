//! `kyukan fee`: the office's own claims of a month as text, CSV and JSON.

mod csv;
mod json;

pub use csv::csv;
pub use json::json;

use super::fee_words::{
    additions_text, base_text, claim_note_sentence, invoiced_text, is_urgent, month_text, not_due_id,
    not_due_sentence, open_sentences, state_id, state_sentence, tier_text,
};
use super::layout::{Paint, Role, Table, display, grouped};
use super::slip_words::many;
use super::tally_words;
use super::told::Told;
use super::words::{Words, care_level};
use super::workload_words::{cases_text, full_time_text, workload_note_sentence};
use crate::app::fee::{FeeEntry, FeeState, LeftOut};
use crate::app::own::OwnMonth;
use crate::app::review::Review;
use crate::benefit::rates::FeeTier;
use crate::domain::ids::ServiceCode;
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use crate::i18n::width::cut;
use crate::i18n::{Arg, Texts};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Most cells of a name.
const NAME: usize = 20;

/// Claims of a month.
#[derive(Clone, Copy)]
pub struct FeeList<'a> {
    /// The month.
    pub review: &'a Review,
    /// Its claims.
    pub own: &'a OwnMonth,
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// Position of the only client that is shown; `None` for all.
    pub chosen: Option<usize>,
    /// The texts.
    pub texts: &'a Texts,
}

impl<'a> FeeList<'a> {
    fn words(&self) -> Words<'a> {
        Words { month: &self.review.month, texts: self.texts }
    }

    fn is_shown(&self, position: u32) -> bool {
        self.chosen.is_none_or(|chosen| u32::try_from(chosen) == Ok(position))
    }

    /// How far the claims are that are shown.
    pub fn states(&self) -> impl Iterator<Item = FeeState> {
        self.entries().map(|(_, state)| state)
    }

    /// The claims that are shown.
    fn entries(&self) -> impl Iterator<Item = (&'a FeeEntry, FeeState)> {
        self.own.entries().filter(|(entry, _)| self.is_shown(entry.position))
    }

    /// The clients without a claim that are shown.
    fn left_out(&self) -> impl Iterator<Item = &'a LeftOut> {
        self.own.fees.left_out.iter().filter(|left| self.is_shown(left.position))
    }

    fn manager(&self, entry: &FeeEntry) -> &'a str {
        self.own.case(entry.client).map(|case| case.manager.as_str()).unwrap_or_default()
    }

    fn level(&self, entry: &FeeEntry) -> Option<&'static str> {
        let of_record = entry.slip.as_ref().map(|record| record.level.code());
        of_record.or_else(|| self.own.case(entry.client)?.level.map(CareLevel::code))
    }
}

/// 1, 2 or 3 for (i), (ii) and (iii).
pub(super) fn tier_number(tier: FeeTier) -> u8 {
    match tier {
        FeeTier::First => 1,
        FeeTier::Second => 2,
        FeeTier::Third => 3,
    }
}

/// Service codes of a claim, as far as they are known.
fn codes(entry: &FeeEntry) -> Vec<ServiceCode> {
    match (&entry.slip, &entry.claim) {
        (Some(record), _) => record.lines.iter().map(|line| line.code).collect(),
        (None, Ok(claim)) => claim.items.iter().filter_map(|item| item.code).collect(),
        (None, Err(_)) => Vec::new(),
    }
}

/// Writes the claims as text.
///
/// # Errors
/// Writing failed.
pub fn text(out: &mut dyn Write, list: FeeList<'_>, paint: Paint) -> io::Result<()> {
    let texts = list.texts;
    let args =
        [("month", month_text(texts, list.review.month.month)), ("window", month_text(texts, list.window))];
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("fee-title", &args)))?;
    if list.chosen.is_none() {
        workload(out, &list, paint)?;
    }
    let mut states = BTreeMap::<FeeState, Vec<&FeeEntry>>::new();
    for (entry, state) in list.entries() {
        states.entry(state).or_default().push(entry);
    }
    for (state, entries) in states {
        writeln!(out, "{}", paint.paint(Role::Heading, &heading(texts, state, &entries)))?;
        write!(out, "{}", table(&list, &entries).render(2))?;
        if !matches!(state, FeeState::Open | FeeState::Ready | FeeState::Written) {
            writeln!(out, "  {}", state_sentence(texts, state))?;
        }
        sentences(out, &list, &entries, paint)?;
    }
    left_out(out, &list, paint)?;
    if list.chosen.is_none() {
        totals(out, &list, paint)?;
    }
    Ok(())
}

/// What the tiers rest upon.
fn workload(out: &mut dyn Write, list: &FeeList<'_>, paint: Paint) -> io::Result<()> {
    let workload = &list.own.workload;
    let [in_force, ..] = &workload.readings;
    let args = [
        ("cases", Arg::from(cases_text(in_force.cases_x3))),
        ("staff", Arg::from(full_time_text(workload.staff.full_time))),
    ];
    writeln!(out, "{}", list.texts.format("fee-workload", &args))?;
    for note in &workload.notes {
        let sentence = workload_note_sentence(list.texts, note);
        writeln!(out, "  {} {sentence}", paint.paint(Role::Dim, "*"))?;
    }
    Ok(())
}

/// `給付管理票待ち（要確認） 3件 3,258単位 35,990円`.
fn heading(texts: &Texts, state: FeeState, entries: &[&FeeEntry]) -> String {
    let word = match state {
        FeeState::Waits(slip) => {
            let slip = Arg::from(texts.get(tally_words::state_id(slip)));
            texts.format("fee-waits-for", &[("state", Arg::from(texts.get(state_id(state)))), ("slip", slip)])
        }
        state => texts.get(state_id(state)),
    };
    let sum = |of: fn(&crate::benefit::fee::FeeClaim) -> i64| -> i64 {
        entries.iter().filter_map(|entry| entry.claim.as_ref().ok()).map(of).sum()
    };
    let args = [
        ("state", Arg::from(word)),
        ("count", Arg::from(entries.len())),
        ("units", Arg::from(grouped(sum(|claim| claim.total)))),
        ("yen", Arg::from(grouped(sum(|claim| claim.yen)))),
    ];
    texts.format("fee-state", &args)
}

const COLUMNS: [&str; 9] = [
    "tally-client",
    "fee-form",
    "fee-tier",
    "tally-level",
    "fee-codes",
    "fee-units",
    "fee-yen",
    "fee-additions",
    "tally-manager",
];

fn table(list: &FeeList<'_>, entries: &[&FeeEntry]) -> Table {
    let mut table = Table::new(COLUMNS.len(), &[5, 6]);
    table.row(COLUMNS.map(|id| list.texts.get(id)));
    for entry in entries {
        let claim = entry.claim.as_ref().ok();
        let codes: Vec<String> = codes(entry).iter().map(ToString::to_string).collect();
        table.row([
            cut(&list.words().client_name(entry.client), NAME),
            format!("{} {}", entry.form.exchange_id(), base_text(list.texts, entry.base)),
            entry.tier.map(tier_text).unwrap_or_default().to_owned(),
            list.level(entry).map(|level| care_level(list.texts, level)).unwrap_or_default(),
            codes.join(" "),
            claim.map(|claim| grouped(claim.total)).unwrap_or_default(),
            claim.map(|claim| grouped(claim.yen)).unwrap_or_default(),
            additions_text(list.texts, entry),
            cut(&display(list.manager(entry)), NAME),
        ]);
    }
    table
}

/// What is missing and what should be looked at, each sentence once with everybody whom it is about; notes that change
/// nothing are told of a single client only.
fn sentences(out: &mut dyn Write, list: &FeeList<'_>, entries: &[&FeeEntry], paint: Paint) -> io::Result<()> {
    let (mut missing, mut notes) = (Told::default(), Told::default());
    for entry in entries {
        for sentence in open_sentences(list.words(), entry) {
            missing.tell(sentence, entry.client);
        }
        for note in entry.notes.iter().filter(|note| list.chosen.is_some() || is_urgent(note)) {
            notes.tell(claim_note_sentence(list.texts, note), entry.client);
        }
    }
    let mut say = |mark: String, told: &Told| {
        told.lines(list.words()).try_for_each(|line| writeln!(out, "  {mark} {line}"))
    };
    say(paint.paint(Role::Problem, "!"), &missing)?;
    say(paint.paint(Role::Dim, "*"), &notes)
}

/// Clients without a claim: a single one with the reason, all by reason.
fn left_out(out: &mut dyn Write, list: &FeeList<'_>, paint: Paint) -> io::Result<()> {
    let (texts, words) = (list.texts, list.words());
    if list.chosen.is_some() {
        for left in list.left_out() {
            let name = words.client_name(left.client);
            writeln!(out, "  {} {name}: {}", paint.paint(Role::Dim, "*"), not_due_sentence(words, left.why))?;
        }
        return Ok(());
    }
    let mut reasons = BTreeMap::<&str, usize>::new();
    for left in list.left_out() {
        *reasons.entry(not_due_id(left.why)).or_default() += 1;
    }
    for (id, count) in reasons {
        let args = [("why", Arg::from(texts.get(id))), ("count", Arg::from(count))];
        writeln!(out, "{}", texts.format("fee-left-out", &args))?;
    }
    Ok(())
}

/// The rows of the invoice and their sum, of every claim of the month that has a record.
fn totals(out: &mut dyn Write, list: &FeeList<'_>, paint: Paint) -> io::Result<()> {
    let (texts, fees) = (list.texts, &list.own.fees);
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.get("fee-invoice")))?;
    let mut table = Table::new(4, &[1, 2, 3]);
    table.row(["fee-invoiced", "fee-count", "fee-units", "fee-yen"].map(|id| texts.get(id)));
    for row in &fees.invoice {
        let name = invoiced_text(texts, &row.invoiced);
        table.row([name, grouped(row.count.into()), many(row.units), many(row.cost)]);
    }
    let total = texts.get("word-total");
    table.row([total, grouped(fees.count.into()), many(fees.units), many(fees.yen)]);
    write!(out, "{}", table.render(2))?;
    if fees.open > 0 {
        writeln!(out, "{}", texts.format("fee-open", &[("count", Arg::from(fees.open))]))?;
    }
    Ok(())
}
