//! 給付管理総括, to check the slips of a file by eye: what the file holds, each client, and the sums of each provider.

use super::check_csv::{safe, spreadsheet};
use super::layout::{Table, display, grouped};
use super::slip_words::{SlipWords, many};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::format::kokuhoren::codes::SlipAction;
use crate::format::kokuhoren::slip::Slip;
use crate::format::kokuhoren::write::FileHead;
use crate::i18n::width::cut;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

/// Most cells of a client's and of a provider's name in the text; the numbers stand beside them.
const CLIENT_CELLS: usize = 20;
const PROVIDER_CELLS: usize = 32;

/// The slips of a file.
#[derive(Clone, Copy)]
pub struct SlipTotal<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// Its office and 処理対象年月.
    pub head: &'a FileHead,
    /// Its slips, in any order.
    pub slips: &'a [Slip],
}

/// Slips, their lines and their units, added up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sums {
    slips: usize,
    lines: usize,
    units: u64,
}

impl Sums {
    fn of<'a>(slips: impl Iterator<Item = &'a Slip>) -> Self {
        let one = |slip: &Slip| Self { slips: 1, lines: slip.lines.len(), units: slip.total() };
        slips.map(one).fold(Self::default(), Self::plus)
    }

    fn plus(self, other: Self) -> Self {
        Self {
            slips: self.slips + other.slips,
            lines: self.lines + other.lines,
            units: self.units + other.units,
        }
    }

    fn cells(self) -> [String; 3] {
        [count(self.slips), count(self.lines), many(self.units)]
    }
}

/// What a provider can claim by the file, and what is withdrawn (取消): the two have to be looked at apart.
#[derive(Clone, Copy, Default)]
struct ProviderSums {
    valid: Sums,
    cancelled: Sums,
}

impl ProviderSums {
    fn plus(self, other: Self) -> Self {
        Self { valid: self.valid.plus(other.valid), cancelled: self.cancelled.plus(other.cancelled) }
    }

    fn cells(self) -> [String; 4] {
        let Self { valid, cancelled } = self;
        [count(valid.lines), many(valid.units), count(cancelled.lines), many(cancelled.units)]
    }
}

const CLIENT_COLUMNS: [&str; 10] = [
    "slip-total-action",
    "slip-total-month",
    "word-insurer",
    "word-client-number",
    "slip-form-client",
    "slip-total-level",
    "slip-total-limit",
    "slip-total-units",
    "slip-total-rest",
    "slip-total-note",
];

const PROVIDER_COLUMNS: [&str; 7] = [
    "slip-total-number",
    "word-provider",
    "slip-total-kind",
    "slip-total-lines",
    "slip-total-units",
    "slip-total-cancelled-lines",
    "slip-total-cancelled-units",
];

impl<'a> SlipTotal<'a> {
    /// The list as text.
    pub fn text(self, words: SlipWords<'_>) -> String {
        let texts = words.texts;
        let mut out = format!("{}  {}\n", texts.get("slip-total-title"), display(self.file));
        let month = words.month(self.head.processing_month);
        let office = words.numbered_office(self.head.office);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}  {month}", texts.get("slip-total-processing"));
        let _ = writeln!(out, "{}  {office}\n", texts.get("word-care-office"));
        out.push_str(&self.actions(words));
        let _ = writeln!(out, "\n{}", texts.get("slip-total-clients"));
        out.push_str(&self.clients(words));
        let _ = writeln!(out, "\n{}", texts.get("slip-total-providers"));
        out.push_str(&self.providers(words));
        out
    }

    /// Number of slips by 作成区分.
    fn actions(self, words: SlipWords<'_>) -> String {
        let mut table = Table::new(4, &[1, 2, 3]);
        let header = ["slip-total-action", "slip-total-slips", "slip-total-lines", "slip-total-units"];
        table.row(header.map(|id| words.texts.get(id)));
        for action in SlipAction::ALL {
            let sums = Sums::of(self.slips.iter().filter(|slip| slip.action == *action));
            table.row(std::iter::once(words.action(*action)).chain(sums.cells()));
        }
        let total = Sums::of(self.slips.iter());
        table.row(std::iter::once(words.texts.get("word-total")).chain(total.cells()));
        table.render(2)
    }

    /// Slips in the order of the file.
    fn ordered(self) -> Vec<&'a Slip> {
        let mut slips: Vec<&Slip> = self.slips.iter().collect();
        slips.sort_by_key(|slip| slip.key);
        slips
    }

    fn clients(self, words: SlipWords<'_>) -> String {
        let mut table = Table::new(CLIENT_COLUMNS.len(), &[6, 7, 8]);
        table.row(CLIENT_COLUMNS.map(|id| words.texts.get(id)));
        for slip in self.ordered() {
            table.row([
                words.action(slip.action),
                words.short_month(slip.key.month),
                slip.key.client.insurer.to_string(),
                slip.key.client.insured.to_string(),
                cut(&words.client(slip.key.client), CLIENT_CELLS),
                words.level(slip.level),
                grouped(slip.limit_units.into()),
                many(slip.total()),
                grouped(rest(slip)),
                note(slip, words),
            ]);
        }
        table.render(2)
    }

    /// Sums by サービス事業所 and サービス種類.
    fn by_provider(self) -> BTreeMap<(OfficeNumber, ServiceKind), ProviderSums> {
        let mut sums = BTreeMap::<_, ProviderSums>::new();
        for slip in self.slips {
            for line in &slip.lines {
                let of_line = sums.entry((line.office, line.kind)).or_default();
                let is_cancelled = slip.action == SlipAction::Cancel;
                let into = if is_cancelled { &mut of_line.cancelled } else { &mut of_line.valid };
                // A slip has one line for each provider and kind, so that lines are counted here.
                *into = into.plus(Sums { slips: 0, lines: 1, units: line.units.into() });
            }
        }
        sums
    }

    fn providers(self, words: SlipWords<'_>) -> String {
        let mut table = Table::new(PROVIDER_COLUMNS.len(), &[3, 4, 5, 6]);
        table.row(PROVIDER_COLUMNS.map(|id| words.texts.get(id)));
        let mut total = ProviderSums::default();
        for ((office, kind), sums) in self.by_provider() {
            total = total.plus(sums);
            let name = cut(&words.office(office), PROVIDER_CELLS);
            let cells = [office.to_string(), name, format!("{kind} {}", words.kind(kind))];
            table.row(cells.into_iter().chain(sums.cells()));
        }
        let cells = [words.texts.get("word-total"), String::new(), String::new()];
        table.row(cells.into_iter().chain(total.cells()));
        table.render(2)
    }

    /// The clients as CSV for spreadsheets (UTF-8 with byte order mark); no cell can become a formula.
    ///
    /// # Errors
    /// Never with memory to write to.
    pub fn clients_csv(self, words: SlipWords<'_>) -> io::Result<Vec<u8>> {
        let rows = self.ordered().into_iter().map(|slip| {
            let texts = [
                words.action(slip.action),
                slip.key.month.to_string(),
                slip.key.client.insurer.to_string(),
                slip.key.client.insured.to_string(),
                words.client(slip.key.client),
                words.level(slip.level),
            ];
            // A number stays a number, minus sign and all.
            let numbers = [slip.limit_units.to_string(), slip.total().to_string(), rest(slip).to_string()];
            let cells = texts.into_iter().map(|text| safe(&text)).chain(numbers);
            cells.chain([note(slip, words)]).collect()
        });
        csv(&CLIENT_COLUMNS, rows, words)
    }

    /// The sums of the providers as CSV, likewise.
    ///
    /// # Errors
    /// Never with memory to write to.
    pub fn providers_csv(self, words: SlipWords<'_>) -> io::Result<Vec<u8>> {
        let rows =
            self.by_provider().into_iter().map(|((office, kind), ProviderSums { valid, cancelled })| {
                let texts =
                    [office.to_string(), words.office(office), format!("{kind} {}", words.kind(kind))];
                let numbers = [valid, cancelled].map(|sums| [sums.lines.to_string(), sums.units.to_string()]);
                texts.into_iter().map(|text| safe(&text)).chain(numbers.into_iter().flatten()).collect()
            });
        csv(&PROVIDER_COLUMNS, rows, words)
    }
}

/// Units that the slip leaves of the limit; less than 0 when it is over.
fn rest(slip: &Slip) -> i64 {
    i64::from(slip.limit_units).saturating_sub_unsigned(slip.total())
}

fn note(slip: &Slip, words: SlipWords<'_>) -> String {
    if slip.excess() > 0 { words.texts.get("gate-over-limit") } else { String::new() }
}

fn count(number: usize) -> String {
    many(u64::try_from(number).unwrap_or(u64::MAX))
}

fn csv(
    columns: &[&str],
    rows: impl Iterator<Item = Vec<String>>,
    words: SlipWords<'_>,
) -> io::Result<Vec<u8>> {
    let mut out = Vec::new();
    let mut csv = spreadsheet(&mut out)?;
    csv.write_record(columns.iter().map(|id| words.texts.get(id)))?;
    for row in rows {
        csv.write_record(&row)?;
    }
    csv.flush()?;
    drop(csv);
    Ok(out)
}
