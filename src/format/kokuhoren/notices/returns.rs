//! 返戻（保留）一覧表 (7411, 7421): its rows, each about one item at fault, and the slips and claims they are about.

use super::super::kinds::DataRecord;
use super::super::kinds::returns::{ReturnRow, ReturnRow2003};
use super::super::numbers::{Payer, insured, payer};
use super::super::read::KokuhorenFile;
use crate::domain::ids::{InsuredNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::cell::half_width;
use crate::format::kokuhoren::return_codes;

/// 種別: which document is meant.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Document {
    /// 給: 給付管理票
    Slip,
    /// サ: サービス計画費請求明細書
    Fee,
    /// 請: 請求明細書 of a provider
    Claim,
    /// Something else, as it stands.
    Other(String),
}

/// 事由.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum ReturnReason {
    /// A: 一次チェックでエラーのあるもの
    Content,
    /// B: 受給者・事業所の資格チェックでエラーのあるもの
    Register,
    /// C: 給付管理票と突合不一致、又は査定でエラー
    Match,
    /// D: サービス計画費に対する給付管理票が未提出
    NoSlip,
    /// E: 審査委員会の判定により、又は時効により却下
    Refused,
}

impl ReturnReason {
    /// The reason of a letter.
    pub fn from_code(code: &str) -> Option<Self> {
        Some(match code {
            "A" => ReturnReason::Content,
            "B" => ReturnReason::Register,
            "C" => ReturnReason::Match,
            "D" => ReturnReason::NoSlip,
            "E" => ReturnReason::Refused,
            _ => return None,
        })
    }
}

/// 備考.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Remark {
    /// Nothing.
    None,
    /// 保留: the claim waits for a slip; it must not be sent again.
    Held,
    /// 返戻.
    Returned,
    /// An error code, in half-width letters of today's form. An older form that stands for several codes stays as it is.
    Code(String),
    /// Something else, as it stands.
    Other(String),
}

/// A row of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnEntry {
    /// Row in [`KokuhorenFile::rows`], which keeps the line as it came.
    pub row: usize,
    /// Who was to pay; `None` when the number fits neither an insurer nor a public payer.
    pub payer: Option<Payer>,
    /// 保険者（事業所）名.
    pub payer_name: String,
    /// 被保険者番号; `None` when it is no such number.
    pub insured: Option<InsuredNumber>,
    /// 被保険者カナ氏名. Clients are never found by it.
    pub kana: String,
    /// 種別.
    pub document: Document,
    /// サービス提供年月.
    pub month: Option<ServiceMonth>,
    /// サービス種類, when the row names one.
    pub kind: Option<ServiceKind>,
    /// 単位数 claimed or planned; not what was cut.
    pub units: Option<i64>,
    /// 事由; `None` when the letter is unknown.
    pub reason: Option<ReturnReason>,
    /// 内容 before the first colon: the name of the item at fault.
    pub item: String,
    /// 内容 after it: the title of the error; the whole 内容 when there is no colon.
    pub title: String,
    /// 備考.
    pub remark: Remark,
    /// 備考 as it stands in the file.
    pub remark_text: String,
    /// サービス項目コード等, in lists of 14 items.
    pub service_item: String,
}

/// A slip or claim that was returned or held, with all its rows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReturnGroup {
    /// 種別.
    pub document: Document,
    /// Who was to pay.
    pub payer: Option<Payer>,
    /// 被保険者番号.
    pub insured: Option<InsuredNumber>,
    /// サービス提供年月.
    pub month: Option<ServiceMonth>,
    /// 備考 that its rows share.
    pub remark: Remark,
    /// Its rows in [`KokuhorenFile::rows`], in their order.
    pub rows: Vec<usize>,
}

/// The rows of every 返戻（保留）一覧表 in a file, of 13 and of 14 items.
pub fn returns(file: &KokuhorenFile) -> Vec<ReturnEntry> {
    let rows = file.rows.iter().enumerate();
    rows.filter_map(|(index, row)| match &row.record {
        DataRecord::ReturnRow(row) | DataRecord::SupportReturnRow(row) => Some(entry(index, row)),
        DataRecord::ReturnRow2003(row) => Some(entry(index, &with_14_items(row))),
        _ => None,
    })
    .collect()
}

/// Puts the rows of one slip or claim together: same 種別, payer, insured number, month and 備考. A slip with several
/// items at fault has several rows; a row without an insured number or month stays alone.
pub fn groups(entries: &[ReturnEntry]) -> Vec<ReturnGroup> {
    let mut out: Vec<ReturnGroup> = Vec::new();
    for entry in entries {
        let is_known = entry.insured.is_some() && entry.month.is_some();
        let same = |group: &&mut ReturnGroup| {
            is_known
                && group.document == entry.document
                && group.payer == entry.payer
                && group.insured == entry.insured
                && group.month == entry.month
                && group.remark == entry.remark
        };
        if let Some(group) = out.iter_mut().find(same) {
            group.rows.push(entry.row);
            continue;
        }
        out.push(ReturnGroup {
            document: entry.document.clone(),
            payer: entry.payer.clone(),
            insured: entry.insured,
            month: entry.month,
            remark: entry.remark.clone(),
            rows: vec![entry.row],
        });
    }
    out
}

fn entry(index: usize, row: &ReturnRow) -> ReturnEntry {
    let (item, title) = match row.content.split_once(['：', ':']) {
        Some((item, title)) => (item.trim(), title.trim()),
        None => ("", row.content.trim()),
    };
    ReturnEntry {
        row: index,
        payer: payer(&row.insurer_number),
        payer_name: row.insurer_name.clone(),
        insured: insured(&row.insured_number),
        kana: row.insured_kana.clone(),
        document: document(&row.document_kind),
        month: row.service_month,
        kind: ServiceKind::parse(&row.service_kind),
        units: row.units,
        reason: ReturnReason::from_code(&row.reason),
        item: item.to_owned(),
        title: title.to_owned(),
        remark: remark(&row.remark),
        remark_text: row.remark.clone(),
        service_item: row.service_item.clone(),
    }
}

fn document(text: &str) -> Document {
    match text.trim() {
        "給" => Document::Slip,
        "サ" | "ｻ" => Document::Fee,
        "請" => Document::Claim,
        other => Document::Other(other.to_owned()),
    }
}

fn remark(text: &str) -> Remark {
    let plain = half_width(text).to_ascii_uppercase();
    let is_code = matches!(plain.len(), 2 | 4) && plain.bytes().all(|byte| byte.is_ascii_alphanumeric());
    match plain.as_str() {
        "" => Remark::None,
        "保留" => Remark::Held,
        "返戻" => Remark::Returned,
        code if is_code => Remark::Code(return_codes::modern(code).to_owned()),
        _ => Remark::Other(text.to_owned()),
    }
}

fn with_14_items(row: &ReturnRow2003) -> ReturnRow {
    ReturnRow {
        exchange_id: row.exchange_id.clone(),
        report_record_kind: row.report_record_kind.clone(),
        insurer_number: row.insurer_number.clone(),
        insurer_name: row.insurer_name.clone(),
        insured_number: row.insured_number.clone(),
        insured_kana: row.insured_kana.clone(),
        document_kind: row.document_kind.clone(),
        service_month: row.service_month,
        service_kind: row.service_kind.clone(),
        units: row.units,
        reason: row.reason.clone(),
        content: row.content.clone(),
        remark: row.remark.clone(),
        service_item: String::new(),
    }
}
