//! The claims of a file for 国保連 to check by eye: its invoice, and each client with codes, units and yen.

use super::check_csv::{safe, spreadsheet};
use super::fee_words::{invoiced_text, price_text};
use super::layout::{Table, display, grouped};
use super::slip_words::{SlipWords, many};
use crate::format::kokuhoren::fee::FeeClaim;
use crate::format::kokuhoren::invoice::{InvoiceRow, Invoiced, invoice};
use crate::format::kokuhoren::write::FileHead;
use crate::i18n::width::cut;
use std::fmt::Write as _;
use std::io;

/// Most cells of a client's name; the number stands beside it.
const CLIENT_CELLS: usize = 20;

/// The claims of a file.
#[derive(Clone, Copy)]
pub struct FeeTotal<'a> {
    /// Name of the file.
    pub file: &'a str,
    /// Its office and 処理対象年月.
    pub head: &'a FileHead,
    /// Its claims, in any order.
    pub claims: &'a [FeeClaim],
}

const COLUMNS: [&str; 10] = [
    "fee-form",
    "slip-total-month",
    "word-insurer",
    "word-client-number",
    "slip-form-client",
    "slip-total-level",
    "fee-codes",
    "fee-price",
    "fee-units",
    "fee-yen",
];

impl<'a> FeeTotal<'a> {
    /// The list as text.
    pub fn text(self, words: SlipWords<'_>) -> String {
        let texts = words.texts;
        let mut out = format!("{}  {}\n", texts.get("fee-total-title"), display(self.file));
        let month = words.month(self.head.processing_month);
        let office = words.numbered_office(self.head.office);
        // Writing to a String cannot fail.
        let _ = writeln!(out, "{}  {month}", texts.get("slip-total-processing"));
        let _ = writeln!(out, "{}  {office}\n", texts.get("word-care-office"));
        let _ = writeln!(out, "{}", texts.get("fee-total-invoice"));
        out.push_str(&self.invoice(words).render(2));
        let _ = writeln!(out, "\n{}", texts.get("slip-total-clients"));
        let mut table = Table::new(COLUMNS.len(), &[7, 8, 9]);
        table.row(COLUMNS.map(|id| texts.get(id)));
        for claim in self.ordered() {
            let [form, month, insurer, insured, name, level, codes] = head(claim, words);
            let numbers = [price_text(claim.unit_price), many(claim.total_units()), many(claim.amount())];
            let name = cut(&name, CLIENT_CELLS);
            table.row([form, month, insurer, insured, name, level, codes].into_iter().chain(numbers));
        }
        out.push_str(&table.render(2));
        out
    }

    /// The rows of 7111 and their sum.
    fn invoice(self, words: SlipWords<'_>) -> Table {
        let mut table = Table::new(4, &[1, 2, 3]);
        table.row(["fee-invoiced", "fee-count", "fee-units", "fee-yen"].map(|id| words.texts.get(id)));
        let rows = invoice(self.claims);
        let sum = |of: fn(&InvoiceRow) -> u64| rows.iter().map(of).sum::<u64>();
        for row in &rows {
            let name = invoiced_text(words.texts, &row.invoiced);
            table.row([name, grouped(row.count.into()), many(row.units), many(row.cost)]);
        }
        let sums = [sum(|row| row.count.into()), sum(|row| row.units), sum(|row| row.cost)];
        table.row(std::iter::once(words.texts.get("word-total")).chain(sums.map(many)));
        table
    }

    /// Claims in the order of the file.
    fn ordered(self) -> Vec<&'a FeeClaim> {
        let mut claims: Vec<&FeeClaim> = self.claims.iter().collect();
        claims.sort_by_key(|claim| (claim.form, claim.month, claim.client));
        claims
    }

    /// The clients as CSV for spreadsheets (UTF-8 with byte order mark); no cell can become a formula.
    ///
    /// # Errors
    /// Never with memory to write to.
    pub fn clients_csv(self, words: SlipWords<'_>) -> io::Result<Vec<u8>> {
        let mut out = Vec::new();
        let mut csv = spreadsheet(&mut out)?;
        let payer = words.texts.get("fee-invoiced");
        csv.write_record(COLUMNS.map(|id| words.texts.get(id)).iter().chain([&payer]))?;
        for claim in self.ordered() {
            let texts = head(claim, words).map(|text| safe(&text));
            let numbers =
                [price_text(claim.unit_price), claim.total_units().to_string(), claim.amount().to_string()];
            let law = claim.public.as_ref().map(|public| Invoiced::Public(public.law().to_owned()));
            let payer = invoiced_text(words.texts, &law.unwrap_or(Invoiced::Insurance));
            csv.write_record(texts.into_iter().chain(numbers).chain([payer]))?;
        }
        csv.flush()?;
        drop(csv);
        Ok(out)
    }
}

fn head(claim: &FeeClaim, words: SlipWords<'_>) -> [String; 7] {
    let codes: Vec<String> = claim.lines.iter().map(|line| line.code.to_string()).collect();
    [
        claim.form.exchange_id().to_owned(),
        words.short_month(claim.month),
        claim.client.insurer.to_string(),
        claim.client.insured.to_string(),
        words.client(claim.client),
        words.level(claim.level),
        codes.join(" "),
    ]
}
