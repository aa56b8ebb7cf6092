//! 給付管理票 as the paper form (様式第十一): who, by whom and under which limit, then a line for each provider and kind.

use super::grid::{Cell, lines as grid};
use super::layout::{grouped, right, width};
use super::slip_words::{SlipWords, many};
use crate::domain::ids::OfficeNumber;
use crate::format::kokuhoren::slip::{Slip, SlipLine};
use crate::i18n::Arg;

/// Fewest cells that the form takes.
pub const NARROWEST: usize = 80;

/// Most cells that it makes use of.
pub const WIDEST: usize = 120;

/// Left half of the head at its narrowest, and its two parts.
const LEFT: usize = 39;
const LEFT_FIRST: usize = 18;

/// Columns of the table beside the name of the provider: number, class, kind, its code, units.
const COLUMNS: [usize; 5] = [11, 14, 10, 8, 8];

/// The form in lines of so many cells of the screen, but of no fewer than [`NARROWEST`] and no more than [`WIDEST`].
pub fn lines(slip: &Slip, words: SlipWords<'_>, cells: usize) -> Vec<String> {
    let cells = cells.clamp(NARROWEST, WIDEST);
    let form = Form { slip, words, cells };
    let mut out = form.title();
    let mut rows = form.head();
    rows.push(vec![Cell::new(cells - 2, [form.text("slip-form-services")])]);
    rows.extend(form.table());
    out.extend(grid(&rows));
    out
}

struct Form<'a> {
    slip: &'a Slip,
    words: SlipWords<'a>,
    cells: usize,
}

impl Form<'_> {
    fn text(&self, id: &str) -> String {
        self.words.texts.get(id)
    }

    fn with(&self, id: &str, name: &str, value: String) -> String {
        self.words.texts.format(id, &[(name, Arg::from(value))])
    }

    /// The title in the middle; what is to be done with the slip, and when it was made, on the right.
    fn title(&self) -> Vec<String> {
        let title = self.with("slip-form-title", "month", self.words.month(self.slip.key.month));
        let made = self.words.texts.format(
            "slip-form-made",
            &[
                ("action", Arg::from(self.words.action(self.slip.action))),
                ("day", Arg::from(self.words.day(self.slip.created_on))),
            ],
        );
        vec![right(&title, usize::midpoint(self.cells, width(&title))), right(&made, self.cells)]
    }

    /// Client and limit on the left, the care office on the right.
    fn head(&self) -> Vec<Vec<Cell>> {
        let left = self.left();
        let widths = [left, self.cells - left - 3];
        let both = |[left_cell, right_cell]: [Vec<String>; 2]| {
            let [left, right] = widths;
            vec![Cell::new(left, left_cell), Cell::new(right, right_cell)]
        };
        vec![
            self.three(
                self.insurer(),
                self.boxed("word-client-number", self.slip.key.client.insured.to_string()),
                self.maker(),
            ),
            both([self.client(), self.boxed("slip-form-office-number", number(self.slip.office))]),
            self.three(
                self.boxed("slip-form-birth", self.words.day(self.slip.birth_date)),
                self.boxed("slip-form-sex", self.words.sex(self.slip.sex)),
                self.boxed("slip-form-manager", self.slip.care_manager.clone().unwrap_or_default()),
            ),
            both([self.boxed("slip-form-level", self.words.level(self.slip.level)), self.office()]),
            self.three(self.limit(), self.period(), self.entrusted()),
        ]
    }

    fn left(&self) -> usize {
        LEFT + (self.cells - NARROWEST) / 2
    }

    /// A row whose left half is divided.
    fn three(&self, first: Vec<String>, second: Vec<String>, third: Vec<String>) -> Vec<Cell> {
        let left = self.left();
        let half = LEFT_FIRST + (left - LEFT) / 2;
        vec![
            Cell::new(half, first),
            Cell::new(left - half - 1, second),
            Cell::new(self.cells - left - 3, third),
        ]
    }

    /// A label over its value.
    fn boxed(&self, label: &str, value: String) -> Vec<String> {
        vec![self.text(label), value]
    }

    fn insurer(&self) -> Vec<String> {
        let insurer = self.slip.key.client.insurer;
        self.boxed("word-insurer", format!("{insurer} {}", self.words.insurer(insurer)))
    }

    fn maker(&self) -> Vec<String> {
        self.boxed("slip-form-maker", self.words.maker(self.slip.plan_maker))
    }

    /// フリガナ over the name, as forms have it.
    fn client(&self) -> Vec<String> {
        let client = self.slip.key.client;
        self.labelled([
            ("slip-form-kana", self.words.kana(client)),
            ("slip-form-client", self.words.client(client)),
        ])
    }

    /// Lines that begin with a label, their values one below the other.
    fn labelled<const N: usize>(&self, entries: [(&str, String); N]) -> Vec<String> {
        let entries = entries.map(|(label, value)| (self.text(label), value));
        let most = entries.iter().map(|(label, _)| width(label)).max().unwrap_or(0);
        let line = |(label, value): &(String, String)| {
            format!("{label}{}  {value}", " ".repeat(most.saturating_sub(width(label))))
        };
        entries.iter().map(line).collect()
    }

    fn office(&self) -> Vec<String> {
        let name = self.slip.office.map(|office| self.words.office(office)).unwrap_or_default();
        self.boxed("slip-form-office", name)
    }

    fn limit(&self) -> Vec<String> {
        let units = grouped(self.slip.limit_units.into());
        self.boxed("slip-form-limit", self.with("slip-form-limit-units", "units", units))
    }

    fn period(&self) -> Vec<String> {
        let from = self.with("slip-form-from", "month", self.words.month(self.slip.limit_from));
        let to = self.slip.limit_to.map(|to| self.with("slip-form-to", "month", self.words.month(to)));
        vec![self.text("slip-form-period"), from, to.unwrap_or_default()]
    }

    fn entrusted(&self) -> Vec<String> {
        let entrusted = self.slip.entrusted.as_ref();
        let manager = entrusted.map(|entrusted| entrusted.care_manager.clone()).unwrap_or_default();
        let mut lines = vec![self.text("slip-form-entrusted")];
        lines.extend(self.labelled([
            ("slip-form-entrusted-office", number(entrusted.map(|entrusted| entrusted.office))),
            ("slip-form-entrusted-manager", manager),
        ]));
        lines
    }

    /// Headings, the lines of the slip, and the sum.
    fn table(&self) -> [Vec<Cell>; 3] {
        let fixed: usize = COLUMNS.iter().sum();
        let [.., units] = COLUMNS;
        // Two outer borders, and one before each fixed column.
        let name = self.cells - fixed - COLUMNS.len() - 2;
        let widths = || std::iter::once(name).chain(COLUMNS);
        let headings = HEADINGS.map(|id| self.text(id).split('|').map(str::to_owned).collect::<Vec<_>>());
        let columns = columns(&self.slip.ordered_lines(), self.words);
        let total = Cell::new(self.cells - units - 3, [self.text("word-total")]).to_right();
        [
            widths().zip(headings).map(|(width, lines)| Cell::new(width, lines)).collect(),
            widths()
                .zip(columns)
                .enumerate()
                .map(|(index, (width, lines))| {
                    let cell = Cell::new(width, lines);
                    if index == COLUMNS.len() { cell.to_right() } else { cell }
                })
                .collect(),
            vec![total, Cell::new(units, [many(self.slip.total())]).to_right()],
        ]
    }
}

/// Headings of the table; `|` in their texts is where a line ends.
const HEADINGS: [&str; 6] = [
    "slip-form-provider",
    "slip-form-number",
    "slip-form-class",
    "slip-form-kind",
    "slip-form-kind-code",
    "slip-form-units",
];

fn columns(lines: &[&SlipLine], words: SlipWords<'_>) -> [Vec<String>; 6] {
    let column = |cell: &dyn Fn(&SlipLine) -> String| lines.iter().map(|line| cell(line)).collect();
    [
        column(&|line| words.office(line.office)),
        column(&|line| by_prefecture(line.office)),
        column(&|line| words.class(line.class)),
        column(&|line| words.kind(line.kind).to_owned()),
        column(&|line| line.kind.to_string()),
        column(&|line| grouped(line.units.into())),
    ]
}

fn number(office: Option<OfficeNumber>) -> String {
    office.map(|office| office.to_string()).unwrap_or_default()
}

/// 県番号-事業所番号: `13-79900028`.
fn by_prefecture(office: OfficeNumber) -> String {
    let (prefecture, rest) = office.as_str().split_at_checked(2).unwrap_or_default();
    format!("{prefecture}-{rest}")
}
