//! `kyukan tally`: the slips of a month as text, CSV and JSON.

mod json;

pub use json::json;

use super::check_csv::{safe, spreadsheet};
use super::event_words::action_words;
use super::layout::{Paint, Role, Table, display, grouped};
use super::tally_words::{block_sentence, fault_sentence, note_sentence, state_id, state_sentence};
use super::told::Told;
use super::words::{Words, care_level};
use crate::app::review::Review;
use crate::app::tally::{BelowPlan, ClientSlip, SlipState, TallyNote};
use crate::domain::month::ServiceMonth;
use crate::domain::slip::SlipAction;
use crate::i18n::width::cut;
use crate::i18n::{Arg, Texts};
use std::collections::BTreeMap;
use std::io::{self, Write};

/// Most cells of a name.
const NAME: usize = 20;

/// Slips of a month.
#[derive(Clone, Copy)]
pub struct TallyList<'a> {
    /// The month.
    pub review: &'a Review,
    /// The slips that are shown.
    pub slips: &'a [&'a ClientSlip],
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// The texts.
    pub texts: &'a Texts,
}

impl<'a> TallyList<'a> {
    fn words(&self) -> Words<'a> {
        Words { month: &self.review.month, texts: self.texts }
    }

    /// Slips by state, what needs a person first.
    fn states(&self) -> BTreeMap<SlipState, Vec<&'a ClientSlip>> {
        let mut states = BTreeMap::<SlipState, Vec<&ClientSlip>>::new();
        for slip in self.slips {
            states.entry(slip.state).or_default().push(slip);
        }
        states
    }
}

/// Writes the slips as text; `in_full` with every line and note, as for a single client.
///
/// # Errors
/// Writing failed.
pub fn text(out: &mut dyn Write, list: TallyList<'_>, paint: Paint, in_full: bool) -> io::Result<()> {
    let texts = list.texts;
    let args = [
        ("month", Arg::from(list.review.month.month.japanese())),
        ("window", Arg::from(list.window.japanese())),
    ];
    writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("tally-title", &args)))?;
    for (state, slips) in list.states() {
        let units: i64 = slips.iter().map(|slip| slip.total()).sum();
        let args = [
            ("state", Arg::from(texts.get(state_id(state)))),
            ("count", Arg::from(slips.len())),
            ("units", Arg::from(grouped(units))),
        ];
        writeln!(out, "{}", paint.paint(Role::Heading, &texts.format("tally-state", &args)))?;
        write!(out, "{}", table(&list, &slips).render(2))?;
        if in_full {
            slips.iter().try_for_each(|slip| details(out, &list, slip, paint))?;
        } else {
            sentences(out, &list, &slips, paint)?;
        }
    }
    writeln!(out, "{}", texts.get(source_id(&list)))
}

/// What 給付計画単位数 are made from, by the office's setting.
fn source_id(list: &TallyList<'_>) -> &'static str {
    match list.review.rules.slips.below_plan {
        BelowPlan::Actual => "tally-from-actual",
        BelowPlan::Plan => "tally-from-plan",
    }
}

fn table(list: &TallyList<'_>, slips: &[&ClientSlip]) -> Table {
    let mut table = Table::new(7, &[3, 4, 5]);
    let header = [
        "tally-client",
        "tally-action",
        "tally-level",
        "tally-lines",
        "tally-total",
        "tally-limit",
        "tally-manager",
    ];
    table.row(header.map(|id| list.texts.get(id)));
    for slip in slips {
        let level = slip.level.map(|level| care_level(list.texts, level.code()));
        table.row([
            cut(&list.words().client_name(slip.client), NAME),
            action(list.texts, slip),
            level.unwrap_or_default(),
            grouped(i64::try_from(slip.lines.len()).unwrap_or(i64::MAX)),
            grouped(slip.total()),
            slip.limit.map(grouped).unwrap_or_default(),
            cut(&display(&slip.manager), NAME),
        ]);
    }
    table
}

/// 作成区分; one that a person chose is marked.
fn action(texts: &Texts, slip: &ClientSlip) -> String {
    match (&slip.chosen, slip.action()) {
        (Some((chosen, _)), _) => {
            texts.format("tally-chosen", &[("action", Arg::from(action_words(texts, *chosen)))])
        }
        (None, Some(action)) => action_words(texts, Some(action)),
        (None, None) => String::new(),
    }
}

/// What keeps slips back and what should be known before they are sent, each sentence once with everybody whom it is
/// about.
fn sentences(
    out: &mut dyn Write,
    list: &TallyList<'_>,
    slips: &[&ClientSlip],
    paint: Paint,
) -> io::Result<()> {
    let words = list.words();
    let (mut missing, mut notes) = (Told::default(), Told::default());
    for slip in slips {
        match slip.state {
            SlipState::Faulty | SlipState::Blocked | SlipState::NothingLeft => {
                let faults = slip.faults.iter().map(|fault| fault_sentence(words, fault));
                let blocks = slip.open_blocks().map(|block| block_sentence(words, block));
                faults.chain(blocks).for_each(|sentence| missing.tell(sentence, slip.client));
            }
            SlipState::NotDue(_) => notes.tell(state_sentence(list.texts, slip.state), slip.client),
            _ => {
                let urgent = slip.notes.iter().filter(|note| is_urgent(note));
                urgent.for_each(|note| notes.tell(note_sentence(words, note), slip.client));
            }
        }
    }
    let mut say =
        |mark: String, told: &Told| told.lines(words).try_for_each(|line| writeln!(out, "  {mark} {line}"));
    say(paint.paint(Role::Problem, "!"), &missing)?;
    say(paint.paint(Role::Dim, "*"), &notes)
}

/// Everything about a single client.
fn details(out: &mut dyn Write, list: &TallyList<'_>, slip: &ClientSlip, paint: Paint) -> io::Result<()> {
    let words = list.words();
    let name = words.client_name(slip.client);
    let mut say = |mark: &str, role: Role, sentence: String| {
        writeln!(out, "  {} {name}: {sentence}", paint.paint(role, mark))
    };
    for fault in &slip.faults {
        say("!", Role::Problem, fault_sentence(words, fault))?;
    }
    for block in &slip.blocks {
        say("!", Role::Problem, block_sentence(words, block))?;
    }
    for line in &slip.lines {
        let args = [
            ("office", Arg::from(words.office(line.office))),
            ("kind", Arg::from(words.kind(line.kind))),
            ("units", Arg::from(grouped(line.units))),
            ("planned", Arg::from(grouped(line.planned))),
            ("actual", Arg::from(grouped(line.actual))),
        ];
        say("-", Role::Dim, list.texts.format("tally-line", &args))?;
    }
    if matches!(slip.state, SlipState::NotDue(_)) {
        say("*", Role::Dim, state_sentence(list.texts, slip.state))?;
    }
    for note in &slip.notes {
        say("*", Role::Dim, note_sentence(words, note))?;
    }
    Ok(())
}

/// Notes that are told of slips that could be written as they are.
fn is_urgent(note: &TallyNote) -> bool {
    matches!(
        note,
        TallyNote::Open(_)
            | TallyNote::SharesProposed
            | TallyNote::CancelTakesAll
            | TallyNote::UnknownCode(..)
    )
}

const HEADER: [&str; 17] = [
    "month",
    "insurer",
    "insured",
    "client",
    "manager",
    "state",
    "action",
    "level",
    "limit",
    "total",
    "provider",
    "provider_name",
    "kind",
    "class",
    "units",
    "planned",
    "actual",
];

/// Writes the slips as CSV, one line a line of a slip; a client without lines has one too.
///
/// # Errors
/// Writing failed.
pub fn csv(out: &mut dyn Write, list: TallyList<'_>) -> io::Result<()> {
    let words = list.words();
    let mut csv = spreadsheet(out)?;
    csv.write_record(HEADER)?;
    for slip in list.slips {
        let head = vec![
            list.review.month.month.to_string(),
            slip.client.insurer.to_string(),
            slip.client.insured.to_string(),
            safe(&words.client_name(slip.client)),
            safe(&slip.manager),
            state_id(slip.state).trim_start_matches("slip-state-").to_owned(),
            slip.action().map(SlipAction::code).unwrap_or_default().to_owned(),
            slip.level.map(|level| level.code().to_owned()).unwrap_or_default(),
            slip.limit.map(|limit| limit.to_string()).unwrap_or_default(),
            slip.total().to_string(),
        ];
        let lines = slip.lines.iter().map(|line| {
            [
                line.office.to_string(),
                safe(&list.review.month.office_name(line.office)),
                line.kind.to_string(),
                line.class.code().to_owned(),
                line.units.to_string(),
                line.planned.to_string(),
                line.actual.to_string(),
            ]
        });
        let none = slip.lines.is_empty().then(<[String; 7]>::default);
        for line in lines.chain(none) {
            csv.write_record(head.iter().chain(&line))?;
        }
    }
    csv.flush()
}
