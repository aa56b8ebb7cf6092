//! The claim of a client as the paper form (様式第七, 様式第七の二): who, by whom and at which price, then its lines.

use super::fee_words::price_text;
use super::grid::{Cell, lines as grid};
use super::layout::{grouped, right, width};
use super::slip_form::{NARROWEST, WIDEST};
use super::slip_words::{SlipWords, many};
use crate::format::kokuhoren::fee::{FeeClaim, FeeForm, FeeLine};
use crate::i18n::Arg;

/// Columns of the table beside what a line is for: row, code, units, 回数, units of all times, 摘要.
const COLUMNS: [usize; 6] = [4, 8, 8, 5, 10, 7];

/// 項番 of the last row, which has the sums.
const LAST_ROW: usize = 99;

/// Boxes of a row: each with its share of the cells in hundredths, its label and its value. The last one takes the rest.
type Boxes<'a> = &'a [(usize, &'a str, String)];

/// The form in lines of so many cells of the screen, but of no fewer than [`NARROWEST`] and no more than [`WIDEST`].
/// `names` says what each line of the claim is for.
pub fn lines(claim: &FeeClaim, names: &[String], words: SlipWords<'_>, cells: usize) -> Vec<String> {
    let form = Form { claim, names, words, cells: cells.clamp(NARROWEST, WIDEST) };
    let mut out = form.title();
    let mut rows = form.head();
    rows.extend(form.table());
    rows.extend(form.sums());
    out.extend(grid(&rows));
    out
}

struct Form<'a> {
    claim: &'a FeeClaim,
    names: &'a [String],
    words: SlipWords<'a>,
    cells: usize,
}

impl Form<'_> {
    fn text(&self, id: &str) -> String {
        self.words.texts.get(id)
    }

    /// The title in the middle, the record and who is invoiced on the right.
    fn title(&self) -> Vec<String> {
        let id = match self.claim.form {
            FeeForm::CarePlan => "fee-form-care-plan",
            FeeForm::SupportPlan => "fee-form-support-plan",
        };
        let month = Arg::from(self.words.month(self.claim.month));
        let title = self.words.texts.format(id, &[("month", month)]);
        let record = Arg::from(self.claim.form.exchange_id());
        let record = self.words.texts.format("fee-form-record", &[("id", record)]);
        vec![right(&title, usize::midpoint(self.cells, width(&title))), right(&record, self.cells)]
    }

    fn head(&self) -> Vec<Vec<Cell>> {
        let (claim, words) = (self.claim, self.words);
        let insurer = claim.client.insurer;
        let public = claim.public.as_ref();
        let yen = [("yen", Arg::from(price_text(claim.unit_price)))];
        vec![
            self.row(&[
                (30, "fee-form-payer", public.map(|public| public.payer.clone()).unwrap_or_default()),
                (30, "fee-form-recipient", public.map(|public| public.recipient.clone()).unwrap_or_default()),
                (40, "word-insurer", format!("{insurer} {}", words.insurer(insurer))),
            ]),
            self.row(&[
                (20, "word-client-number", claim.client.insured.to_string()),
                (40, "slip-form-kana", words.kana(claim.client)),
                (40, "slip-form-client", words.client(claim.client)),
            ]),
            self.row(&[
                (25, "slip-form-birth", words.day(claim.birth_date)),
                (10, "slip-form-sex", words.sex(claim.sex)),
                (25, "fee-form-level", words.level(claim.level)),
                (40, "slip-form-manager", claim.care_manager.clone().unwrap_or_default()),
            ]),
            self.row(&[
                (55, "fee-form-period", self.period()),
                (
                    45,
                    "fee-form-filed-on",
                    claim.request_filed_on.map(|day| words.day(day)).unwrap_or_default(),
                ),
            ]),
            self.row(&[
                (20, "fee-form-office-number", claim.office.to_string()),
                (40, "fee-form-office", words.office(claim.office)),
                (20, "fee-form-class", words.class(claim.office_class)),
                (20, "fee-form-price", words.texts.format("fee-form-yen", &yen)),
            ]),
        ]
    }

    fn period(&self) -> String {
        let from = ("from", Arg::from(self.words.day(self.claim.cert_from)));
        let to = ("to", Arg::from(self.words.day(self.claim.cert_to)));
        self.words.texts.format("fee-form-from-to", &[from, to])
    }

    /// Boxes with a label over each value.
    fn row(&self, boxes: Boxes<'_>) -> Vec<Cell> {
        // One border before each box, and one at the end.
        let inner = self.cells.saturating_sub(boxes.len() + 1);
        let mut left = inner;
        let mut out = Vec::with_capacity(boxes.len());
        for (index, (share, label, value)) in boxes.iter().enumerate() {
            let is_last = index + 1 == boxes.len();
            let cells = if is_last { left } else { (inner * share / 100).min(left) };
            left -= cells;
            out.push(Cell::new(cells, [self.text(label), value.clone()]));
        }
        out
    }

    /// Headings, and the lines of the claim.
    fn table(&self) -> [Vec<Cell>; 2] {
        let columns = self.columns();
        let widths = self.widths();
        let cell = |(index, (width, lines)): (usize, (usize, Vec<String>))| {
            let cell = Cell::new(width, lines);
            if TO_RIGHT.contains(&index) { cell.to_right() } else { cell }
        };
        let heads = HEADINGS.map(|id| self.text(id).split('|').map(str::to_owned).collect::<Vec<_>>());
        [
            widths.into_iter().zip(heads).enumerate().map(cell).collect(),
            widths.into_iter().zip(columns).enumerate().map(cell).collect(),
        ]
    }

    fn widths(&self) -> [usize; 7] {
        let [row, code, units, count, service, remarks] = COLUMNS;
        let fixed: usize = COLUMNS.iter().sum();
        let name = self.cells.saturating_sub(fixed + COLUMNS.len() + 2);
        [row, code, name, units, count, service, remarks]
    }

    fn columns(&self) -> [Vec<String>; 7] {
        let lines = &self.claim.lines;
        let column = |cell: &dyn Fn(&FeeLine) -> String| lines.iter().map(cell).collect();
        let last = lines.len();
        let number = |row: usize| if row == last { LAST_ROW } else { row };
        [
            (1..=last).map(|row| format!("{:02}", number(row))).collect(),
            column(&|line| line.code.to_string()),
            self.names.iter().take(last).cloned().collect(),
            column(&|line| grouped(line.units.into())),
            column(&|line| line.count.to_string()),
            column(&|line| grouped(line.service_units())),
            column(&|line| line.remarks.clone()),
        ]
    }

    /// サービス単位数合計 and 請求金額, below the column of units.
    fn sums(&self) -> [Vec<Cell>; 2] {
        let [.., service, remarks] = self.widths();
        let label = self.cells.saturating_sub(service + remarks + 4);
        let row = |id: &str, sum: String| {
            vec![
                Cell::new(label, [self.text(id)]).to_right(),
                Cell::new(service, [sum]).to_right(),
                Cell::new(remarks, [String::new()]),
            ]
        };
        let yen = [("yen", Arg::from(many(self.claim.amount())))];
        [
            row("fee-form-total", many(self.claim.total_units())),
            row("fee-form-amount", self.words.texts.format("fee-form-yen", &yen)),
        ]
    }
}

/// Headings of the table; `|` in their texts is where a line ends.
const HEADINGS: [&str; 7] = [
    "fee-form-row",
    "fee-form-code",
    "fee-form-service",
    "fee-units",
    "column-count",
    "fee-form-service-units",
    "fee-form-remarks",
];

/// Columns of the table that hold numbers.
const TO_RIGHT: [usize; 3] = [3, 4, 5];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode};
    use crate::domain::month::{Day, ServiceMonth};
    use crate::format::kokuhoren::codes::{CareLevel, OfficeClass, Sex};
    use crate::format::kokuhoren::fee::PublicPayer;
    use crate::i18n::width::is_ambiguous;
    use crate::i18n::{Language, Texts};
    use crate::report::slip_words::SlipNames;

    /// Everybody has the same name.
    struct Named;

    impl SlipNames for Named {
        fn client(&self, _client: ClientKey) -> Option<String> {
            Some("見本　花子".to_owned())
        }

        fn kana(&self, _client: ClientKey) -> Option<String> {
            Some("ﾐﾎﾝ ﾊﾅｺ".to_owned())
        }

        fn office(&self, _office: OfficeNumber) -> Option<String> {
            Some("見本相談所".to_owned())
        }
    }

    fn claim(form: FeeForm) -> FeeClaim {
        let day = |digits: &str| Day::from_digits(digits.as_bytes()).unwrap();
        let line = |code: &str, units, count| FeeLine {
            code: ServiceCode::parse(code).unwrap(),
            units,
            count,
            remarks: String::new(),
        };
        FeeClaim {
            form,
            office: OfficeNumber::parse("1379900010").unwrap(),
            office_class: OfficeClass::Designated,
            month: ServiceMonth::parse("2026-10").unwrap(),
            client: ClientKey {
                insurer: InsurerNumber::parse("139998").unwrap(),
                insured: InsuredNumber::parse("H000000001").unwrap(),
            },
            unit_price: 1_105,
            public: Some(PublicPayer { payer: "12139901".to_owned(), recipient: "0000017".to_owned() }),
            birth_date: day("19401231"),
            sex: Sex::Female,
            level: CareLevel::Care1,
            cert_from: day("20261011"),
            cert_to: day("20281231"),
            request_filed_on: Some(day("20261231")),
            care_manager: Some("13000001".to_owned()),
            lines: vec![line("432111", 1_086, 1), line("436132", 250, 2), line("436115", -200, 1)],
        }
    }

    fn names() -> Vec<String> {
        ["居宅介護支援(I)(i)", "退院・退所加算", "特定事業所集中減算"].map(str::to_owned).to_vec()
    }

    #[test]
    fn no_label_is_cut_and_every_line_is_as_wide_as_the_form() {
        for language in [Language::Ja, Language::En] {
            let texts = Texts::new(language);
            let words = SlipWords { names: &Named, texts: &texts };
            for form in FeeForm::ALL {
                for cells in [0, 80, 97, 120, 300] {
                    let lines = lines(&claim(*form), &names(), words, cells);
                    assert!(
                        !lines.iter().any(|line| line.contains("..") || is_ambiguous(line)),
                        "{lines:#?}"
                    );
                    let boxes: Vec<usize> = lines.iter().skip(2).map(|line| width(line)).collect();
                    assert!(boxes.iter().all(|cells| *cells == boxes[0]), "{lines:#?}");
                    assert_eq!(boxes[0], cells.clamp(NARROWEST, WIDEST));
                }
            }
        }
    }

    #[test]
    fn rows_and_sums_are_those_of_the_record() {
        let texts = Texts::new(Language::Ja);
        let claim = claim(FeeForm::CarePlan);
        let lines = lines(&claim, &names(), SlipWords { names: &Named, texts: &texts }, 80);
        let row = |start: &str| {
            let line = lines.iter().find(|line| line.starts_with(start)).unwrap();
            line.split('|')
                .map(str::trim)
                .filter(|text| !text.is_empty())
                .map(str::to_owned)
                .collect::<Vec<_>>()
        };
        assert_eq!(row("|02"), ["02", "436132", "退院・退所加算", "250", "2", "500"]);
        assert_eq!(row("|99"), ["99", "436115", "特定事業所集中減算", "-200", "1", "-200"]);
        let all = lines.concat();
        // 1,386 units at 11.05 yen.
        for text in ["1,386|", "15,315円|", "H000000001", "11.05円", "8124", "12139901", "ミホン ハナコ"]
        {
            assert!(all.contains(text), "{text}: {lines:#?}");
        }
    }
}
