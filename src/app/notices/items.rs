//! From rows to items. Every row becomes a header, a total, part of one item, or is told to be none of a notice.

use super::says::{AtFault, Says};
use crate::domain::ids::{ClientKey, InsuredNumber, OfficeNumber, ServiceKind};
use crate::domain::month::{Day, ServiceMonth};
use crate::format::kokuhoren::kinds::cuts::CutRow;
use crate::format::kokuhoren::kinds::decision_changes::ChangesRow;
use crate::format::kokuhoren::kinds::payments::PaymentRow;
use crate::format::kokuhoren::kinds::withdrawals::WithdrawalRow;
use crate::format::kokuhoren::kinds::{DataRecord, appeals::AppealRow};
use crate::format::kokuhoren::notices::{
    Notice, NoticeKind, ReturnEntry, groups, returns, withdrawal_reason,
};
use crate::format::kokuhoren::numbers::{Payer, insured, padded, payer};
use crate::format::kokuhoren::read::KokuhorenFile;
use crate::format::kokuhoren::return_codes::{of_cut, of_entry};

/// What became of a row that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowFate {
    /// H1.
    Header,
    /// T1 to T3.
    Total,
    /// Part of an item: its place in [`Notices::items`](super::Notices::items).
    Item(usize),
    /// It came before in another file and counts there.
    Repeated,
    /// A record that is no notice.
    NoNotice,
}

/// What became of the lines of a file; together they are all its lines.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowCounts {
    /// コントロールレコード and エンドレコード.
    pub frame: usize,
    /// Headers of notices.
    pub headers: usize,
    /// Sums.
    pub totals: usize,
    /// Rows of items.
    pub items: usize,
    /// Rows that came before in another file.
    pub repeated: usize,
    /// Records that are no notices.
    pub no_notices: usize,
    /// Lines that could not be read.
    pub unreadable: usize,
    /// Lines without anything.
    pub empty: usize,
}

impl RowCounts {
    pub(super) fn of(fates: &[RowFate], read: Option<&KokuhorenFile>) -> Self {
        let count = |wanted: fn(&RowFate) -> bool| fates.iter().filter(|fate| wanted(fate)).count();
        let frame =
            |read: &KokuhorenFile| usize::from(read.control.is_some()) + usize::from(read.end.is_some());
        Self {
            frame: read.map_or(0, frame),
            headers: count(|fate| *fate == RowFate::Header),
            totals: count(|fate| *fate == RowFate::Total),
            items: count(|fate| matches!(fate, RowFate::Item(_))),
            repeated: count(|fate| *fate == RowFate::Repeated),
            no_notices: count(|fate| *fate == RowFate::NoNotice),
            unreadable: read.map_or(0, |read| read.quarantined.len()),
            empty: read.map_or(0, |read| usize::try_from(read.empty_lines).unwrap_or(usize::MAX)),
        }
    }

    /// All lines of the file.
    pub fn lines(&self) -> usize {
        let read = self.headers + self.totals + self.items + self.repeated + self.no_notices;
        self.frame + read + self.unreadable + self.empty
    }
}

/// What rows of a notice say about one thing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Place of the file in [`Notices::files`](super::Notices::files).
    pub file: usize,
    /// Its lines in the file, from 1.
    pub lines: Vec<u32>,
    /// Which notice.
    pub kind: NoticeKind,
    /// 交換情報識別番号.
    pub exchange_id: &'static str,
    /// 審査年月 or 取扱年月.
    pub review: Option<ServiceMonth>,
    /// 事業所番号 of the receiving office.
    pub office: Option<OfficeNumber>,
    /// サービス提供年月.
    pub month: Option<ServiceMonth>,
    /// 保険者番号 as it stands there.
    pub insurer: String,
    /// 被保険者番号 as it stands there.
    pub insured: String,
    /// Name as it stands there. Clients are never found by it.
    pub name: String,
    /// Who was to pay.
    pub payer: Option<Payer>,
    /// Whose; `None` for rows about nobody, public payers and unreadable numbers.
    pub client: Option<ClientKey>,
    /// サービス種類.
    pub service: Option<ServiceKind>,
    /// What is said.
    pub says: Says,
}

impl Item {
    /// 被保険者番号; `None` when it cannot be read.
    pub fn insured_number(&self) -> Option<InsuredNumber> {
        insured(&self.insured)
    }

    /// Whether the item is about a client.
    pub fn is_of_client(&self) -> bool {
        matches!(
            self.says,
            Says::Returned { .. } | Says::Cut { .. } | Says::Withdrawn { .. } | Says::Reexamined { .. }
        )
    }
}

/// Whose and when, before anything is said.
struct Bare<'a> {
    insurer: &'a str,
    insured: &'a str,
    name: &'a str,
    month: Option<ServiceMonth>,
    service: &'a str,
}

/// Makes items of the notices of a file; rows whose fate is [`RowFate::Repeated`] make none.
pub(super) fn collect(
    items: &mut Vec<Item>,
    fates: &mut [RowFate],
    file: usize,
    notices: &[Notice],
    read: &KokuhorenFile,
) {
    let entries = returns(read);
    let mut done = Vec::new();
    for notice in notices {
        for (row, record) in notice.records(read) {
            let fate = match record.record.kind().part() {
                "H1" if notice.kind != NoticeKind::Payment => Some(RowFate::Header),
                part if part.starts_with('T') => Some(RowFate::Total),
                _ => None,
            };
            let place = fates.get_mut(row).filter(|place| **place != RowFate::Repeated);
            if let (Some(fate), Some(place)) = (fate, place) {
                *place = fate;
            }
        }
        // A list may go on over several pages, each with its header.
        let key = |other: &Notice| (other.kind, other.is_support, other.office, other.month);
        if notice.kind == NoticeKind::Returns && !done.contains(&key(notice)) {
            done.push(key(notice));
            let pages: Vec<&Notice> = notices.iter().filter(|other| key(other) == key(notice)).collect();
            let is_of = |entry: &&ReturnEntry| pages.iter().any(|page| page.rows.contains(&entry.row));
            let is_new = |entry: &&ReturnEntry| fates.get(entry.row) != Some(&RowFate::Repeated);
            let own: Vec<ReturnEntry> = entries.iter().filter(is_of).filter(is_new).cloned().collect();
            returned(items, fates, file, notice, read, &own);
        } else if notice.kind != NoticeKind::Returns {
            single(items, fates, file, notice, read);
        }
    }
}

/// Rows that stand alone.
fn single(items: &mut Vec<Item>, fates: &mut [RowFate], file: usize, notice: &Notice, read: &KokuhorenFile) {
    for (row, record) in notice.records(read) {
        let Some((bare, says)) = said(&record.record) else { continue };
        if fates.get(row) == Some(&RowFate::Repeated) {
            continue;
        }
        let mut item = item(file, notice, record.record.kind().exchange_id(), &bare, says);
        item.lines.push(record.line);
        if let Some(place) = fates.get_mut(row) {
            *place = RowFate::Item(items.len());
        }
        items.push(item);
    }
}

/// Rows of a 返戻（保留）一覧表, those of one slip or claim together.
fn returned(
    items: &mut Vec<Item>,
    fates: &mut [RowFate],
    file: usize,
    notice: &Notice,
    read: &KokuhorenFile,
    entries: &[ReturnEntry],
) {
    for group in groups(entries) {
        let own: Vec<&ReturnEntry> = entries.iter().filter(|entry| group.rows.contains(&entry.row)).collect();
        let Some(first) = own.first() else { continue };
        let Some(row) = read.rows.get(first.row) else { continue };
        let mut codes = Vec::new();
        for code in own.iter().flat_map(|entry| of_entry(entry)) {
            if !codes.contains(&code) {
                codes.push(code);
            }
        }
        let at_fault =
            |entry: &&ReturnEntry| AtFault { item: entry.item.clone(), title: entry.title.clone() };
        let says = Says::Returned {
            document: first.document.clone(),
            reason: first.reason,
            remark: first.remark.clone(),
            remark_text: first.remark_text.clone(),
            at_fault: own.iter().map(at_fault).collect(),
            units: first.units,
            codes,
        };
        let texts = row.record.texts();
        let text = |at: usize| texts.get(at).map(String::as_str).unwrap_or_default();
        let service = own.iter().find_map(|entry| entry.kind);
        let bare =
            Bare { insurer: text(2), insured: text(4), name: &first.kana, month: first.month, service: "" };
        let mut item = item(file, notice, row.record.kind().exchange_id(), &bare, says);
        item.service = service;
        for entry in &own {
            item.lines.extend(read.rows.get(entry.row).map(|row| row.line));
            if let Some(place) = fates.get_mut(entry.row) {
                *place = RowFate::Item(items.len());
            }
        }
        items.push(item);
    }
}

fn item(file: usize, notice: &Notice, exchange_id: &'static str, bare: &Bare<'_>, says: Says) -> Item {
    let payer = payer(bare.insurer);
    let client = match (&payer, insured(bare.insured)) {
        (Some(Payer::Insurer(insurer)), Some(insured)) => Some(ClientKey { insurer: *insurer, insured }),
        _ => None,
    };
    Item {
        file,
        lines: Vec::new(),
        kind: notice.kind,
        exchange_id,
        review: notice.month,
        office: notice.office,
        month: bare.month,
        insurer: bare.insurer.to_owned(),
        insured: bare.insured.to_owned(),
        name: bare.name.to_owned(),
        payer,
        client,
        service: ServiceKind::parse(bare.service),
        says,
    }
}

/// What a row says; nothing for headers and sums.
fn said(record: &DataRecord) -> Option<(Bare<'_>, Says)> {
    Some(match record {
        DataRecord::ChangesRow(row) | DataRecord::SupportChangesRow(row) => changed(row),
        DataRecord::CutRow(row) => cut(row),
        DataRecord::PaymentNotice(row) => {
            transfer([row.transfer_amount, row.care_benefit_paid, None], row.transfer_date)
        }
        DataRecord::PaymentNoticeWithSupport(row) => {
            transfer([row.transfer_amount, row.care_benefit_paid, row.sogo_paid], row.transfer_date)
        }
        DataRecord::PaymentRow(row) | DataRecord::SupportPaymentRow(row) => paid(row),
        DataRecord::WithdrawalRow(row) | DataRecord::SupportWithdrawalRow(row) => withdrawn(row),
        DataRecord::AppealRow(row) => reexamined(row),
        _ => return None,
    })
}

fn changed(row: &ChangesRow) -> (Bare<'_>, Says) {
    let bare =
        Bare { insurer: &row.insurer_number, insured: "", name: "", month: row.service_month, service: "" };
    let pair = |count: Option<i64>, units: Option<i64>| (count.unwrap_or(0), units.unwrap_or(0));
    let says = Says::Changed {
        returned: pair(row.return_count, row.return_units),
        cut: pair(row.cut_count, row.cut_units),
        held: pair(row.hold_count, row.hold_units),
        revived: pair(row.hold_revived_count, row.hold_revived_units),
    };
    (bare, says)
}

fn cut(row: &CutRow) -> (Bare<'_>, Says) {
    let texts = [row.text1.trim(), row.text2.trim()];
    let says = Says::Cut {
        reason: row.reason.clone(),
        units: row.delta_units,
        texts: texts.into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(" "),
        code: of_cut(&row.reason),
    };
    let bare = Bare {
        insurer: &row.insurer_number,
        insured: &row.insured_number,
        name: &row.insured_kana,
        month: row.service_month,
        service: &row.service_kind,
    };
    (bare, says)
}

fn transfer(yen: [Option<i64>; 3], on: Option<Day>) -> (Bare<'static>, Says) {
    let bare = Bare { insurer: "", insured: "", name: "", month: None, service: "" };
    let [yen, care, support] = yen.map(Option::unwrap_or_default);
    (bare, Says::Transfer { yen, care, support, on })
}

fn paid(row: &PaymentRow) -> (Bare<'_>, Says) {
    let bare = Bare {
        insurer: &row.insurer_number,
        insured: "",
        name: "",
        month: row.service_month,
        service: &row.service_kind,
    };
    let says = Says::Paid {
        count: row.count.unwrap_or(0),
        units: row.units.unwrap_or(0),
        yen: row.amount.unwrap_or(0),
        benefit: row.benefit.unwrap_or(0),
    };
    (bare, says)
}

fn withdrawn(row: &WithdrawalRow) -> (Bare<'_>, Says) {
    let (form, reason) = withdrawal_reason(&row.kago_reason_code).unwrap_or_default();
    let bare = Bare {
        insurer: &row.insurer_number,
        insured: &row.insured_number,
        name: &row.insured_name,
        month: row.service_month,
        service: &row.service_kind,
    };
    let says = Says::Withdrawn {
        form,
        reason,
        text: row.kago_reason.clone(),
        units: row.units.unwrap_or(0),
        yen: row.insurer_share.unwrap_or(0),
    };
    (bare, says)
}

fn reexamined(row: &AppealRow) -> (Bare<'_>, Says) {
    let bare = Bare {
        insurer: &row.insurer_number,
        insured: &row.insured_number,
        name: &row.insured_name,
        month: row.service_month,
        service: &row.service_kind,
    };
    let says = Says::Reexamined {
        reason: padded(&row.appeal_reason_code, 4),
        result: padded(&row.result_code, 2),
        before: row.first_decision_units.unwrap_or(0),
        after: row.decided_units.unwrap_or(0),
        yen: row.insurer_share.unwrap_or(0),
    };
    (bare, says)
}
