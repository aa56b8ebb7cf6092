//! Codes of returns, holds, cuts and refusals (返戻・保留・査定・受付エラー): what they mean for whom, and what to do.
//!
//! Sources: codes and titles as federations and 国保中央会 (介護給付費請求の手引き 平成30年) publish them; the reference table
//! `docs/kokuhoren/returns.csv` names one for each code. Outcomes and remedies there are the project's reading.

mod table;

use super::cell::half_width;
use super::layout::Certainty;
use super::notices::{Document, Remark, ReturnEntry, ReturnReason};
use crate::domain::slip::codes;

codes! {
    /// What happens.
    Outcome {
        /// 返戻: the document comes back; nothing is decided.
        Returned = "returned",
        /// 保留: the claim waits for a slip.
        Held = "held",
        /// 保留, or 返戻 where the prefecture does not hold or the time has run out.
        HeldOrReturned = "held-or-returned",
        /// 査定: the claim is paid in part, or not at all.
        Cut = "cut",
        /// 受付エラー: the file is refused as a whole; it is no 返戻 and may be sent again in the same window.
        Refused = "refused",
    }
}

codes! {
    /// A step that helps; its code is the key of the text about it.
    Remedy {
        /// Correct the slip and send it as 新規.
        CorrectAndSendNew = "correct-and-send-new",
        /// Ask the insurer what is registered.
        AskInsurer = "ask-insurer",
        /// The data is right: send it again unchanged next month.
        SendUnchanged = "send-unchanged",
        /// Wait until the certification is decided, then send.
        WaitForDecision = "wait-for-decision",
        /// Tell the providers to wait and not to claim again.
        ProviderWaits = "provider-waits",
        /// Cancel the transmission while the window is open.
        CancelTransmission = "cancel-transmission",
        /// Nothing: what was sent first stands.
        LetStand = "let-stand",
        /// Send the whole slip as 修正.
        SendReplacement = "send-replacement",
        /// Send the slip as 新規.
        SendNew = "send-new",
        /// File the 居宅サービス計画作成依頼届出書.
        FileRequest = "file-request",
        /// Ask the provider to correct, or to see to its designation.
        AskProvider = "ask-provider",
        /// Send slip and plan fee together.
        SendSlipWithFee = "send-slip-with-fee",
        /// Ask the provider to claim again in the same month.
        ProviderClaimsAgain = "provider-claims-again",
        /// Add the line that the slip lacks.
        AddLine = "add-line",
        /// Raise the line within the limit.
        RaiseLine = "raise-line",
        /// Take the units above the limit off the slip; the client pays them.
        TakeOffExcess = "take-off-excess",
        /// Correct level, limit and period.
        CorrectLevel = "correct-level",
        /// Compare with the certificate.
        CheckCertificate = "check-certificate",
        /// Correct the document and send it again.
        CorrectAndSend = "correct-and-send",
        /// Take the number printed on the certificate.
        UseCertificateNumber = "use-certificate-number",
        /// Add lines of the same office and kind together.
        AddLinesTogether = "add-lines-together",
        /// Ask the insurer for 過誤 (取下げ), then claim again.
        RequestWithdrawal = "request-withdrawal",
        /// Send it again next month.
        SendNextMonth = "send-next-month",
        /// Put the code on one row with 回数.
        PutOnOneRow = "put-on-one-row",
        /// Fill 摘要.
        FillRemarks = "fill-remarks",
        /// Compare the numbers with the 介護券.
        CheckPublicPayer = "check-public-payer",
        /// Put people with H numbers into the 公費 row.
        SplitPublicPayer = "split-public-payer",
        /// The provider has to correct; nothing to do for the care office.
        ProviderMatter = "provider-matter",
        /// Correct the file and send it again in the same window.
        TransmitAgain = "transmit-again",
        /// Ask the federation what the code means.
        AskFederation = "ask-federation",
        /// Use the form of the service kind.
        UseRightForm = "use-right-form",
    }
}

codes! {
    /// Data from which a program could foresee the code.
    Predictor {
        /// 利用者補足情報
        UserSupplement = "user_supplement",
        /// What was sent and accepted before
        PreviousSubmissions = "previous_submissions",
        /// Notices received
        NoticeFiles = "notice_files",
        /// The file about to be sent
        OwnOutput = "own_output",
        /// A register of offices
        OfficeRegister = "office_register",
        /// 第6表 予定
        Plan6 = "plan6",
        /// 第7表
        Table7 = "table7",
        /// 第6表 実績
        Actual6 = "actual6",
    }
}

/// What a code costs, by its consequence; the heaviest is the last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// A provider is paid less.
    Cut,
    /// A provider is not paid until a slip comes.
    Hold,
    /// A claim of one provider comes back.
    ClaimReturned,
    /// The office's own claim for the plan fee comes back.
    FeeReturned,
    /// The slip comes back: every provider of the client is held.
    SlipReturned,
    /// The whole file is refused.
    FileRefused,
}

/// One code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReturnCode {
    /// The code as notices write it, in half-width letters; a name of the project's own where there is none.
    pub code: &'static str,
    /// Title; in `（…）` when it is not known officially.
    pub title: &'static str,
    /// What happens.
    pub outcome: Outcome,
    /// How certain title and cause are.
    pub certainty: Certainty,
    documents: &'static str,
    remedies: &'static str,
    predictors: &'static str,
    now: &'static str,
}

/// A row of the table.
#[expect(clippy::too_many_arguments, reason = "one row of a table")]
const fn code(
    code: &'static str,
    title: &'static str,
    documents: &'static str,
    outcome: Outcome,
    remedies: &'static str,
    predictors: &'static str,
    now: &'static str,
    certainty: Certainty,
) -> ReturnCode {
    ReturnCode { code, title, outcome, certainty, documents, remedies, predictors, now }
}

impl ReturnCode {
    /// Every code, in the order of the reference table.
    pub const ALL: &[ReturnCode] = table::CODES;

    /// Whether the code can hit a document.
    pub fn hits(&self, document: &Document) -> bool {
        let mark = match document {
            Document::Slip => "給",
            Document::Fee => "サ",
            Document::Claim => "請",
            Document::Other(_) => return false,
        };
        self.documents.split_whitespace().any(|hit| hit == mark)
    }

    /// Steps that help, the first one first. An older form of a code has none: see [`Self::now`].
    pub fn remedies(&self) -> impl Iterator<Item = Remedy> {
        self.remedies.split_whitespace().filter_map(Remedy::from_code)
    }

    /// Data from which the code can be foreseen; none when it cannot.
    pub fn predictors(&self) -> impl Iterator<Item = Predictor> {
        self.predictors.split_whitespace().filter_map(Predictor::from_code)
    }

    /// What an older or wider code stands for.
    pub fn now(&self) -> impl Iterator<Item = &'static ReturnCode> {
        self.now.split_whitespace().filter_map(lookup)
    }

    /// What the code costs when it hits a document; `None` when it cannot hit it.
    pub fn severity(&self, document: &Document) -> Option<Severity> {
        if !self.hits(document) {
            return None;
        }
        Some(match (self.outcome, document) {
            (Outcome::Refused, _) => Severity::FileRefused,
            (Outcome::Cut, _) => Severity::Cut,
            (Outcome::Held | Outcome::HeldOrReturned, _) => Severity::Hold,
            (Outcome::Returned, Document::Slip) => Severity::SlipReturned,
            (Outcome::Returned, Document::Fee) => Severity::FeeReturned,
            (Outcome::Returned, _) => Severity::ClaimReturned,
        })
    }

    /// The heaviest of what the code can cost.
    pub fn worst(&self) -> Option<Severity> {
        [Document::Slip, Document::Fee, Document::Claim].iter().filter_map(|hit| self.severity(hit)).max()
    }

    /// Whether the title is the official one.
    pub fn has_official_title(&self) -> bool {
        !self.title.contains("題名")
    }
}

/// Looks a code up, in full-width or half-width letters.
pub fn lookup(code: &str) -> Option<&'static ReturnCode> {
    let exact = |wanted: &str| ReturnCode::ALL.iter().find(|entry| entry.code == wanted);
    exact(code).or_else(|| exact(&half_width(code).to_ascii_uppercase()))
}

/// Today's form of an older two-letter code (`P0` is `12P0`); codes that stand for several, or are unknown, stay.
pub fn modern(code: &str) -> &str {
    let Some(entry) = lookup(code) else { return code };
    let mut now = entry.now.split_whitespace();
    match (now.next(), now.next()) {
        (Some(one), None) => one,
        _ => code,
    }
}

/// What a row of a 返戻（保留）一覧表 can mean: the code in its 備考, else what its 事由 says. Several where the list does
/// not tell them apart, none for an unknown code.
pub fn of_entry(entry: &ReturnEntry) -> Vec<&'static ReturnCode> {
    let named: &[&str] = match (&entry.remark, entry.reason) {
        (Remark::Code(code), _) => {
            let Some(found) = lookup(code) else { return Vec::new() };
            let now: Vec<_> = found.now().collect();
            return if now.is_empty() { vec![found] } else { now };
        }
        (_, Some(ReturnReason::NoSlip)) => &["計画費D"],
        (Remark::Held, _) => &["保留"],
        (Remark::Returned, Some(ReturnReason::Match)) => &["返戻（給管未提出）", "返戻（査定）"],
        (_, Some(ReturnReason::Content)) => &["事由A"],
        (_, Some(ReturnReason::Register)) => &["事由B"],
        (_, Some(ReturnReason::Match)) => &["事由C"],
        (_, Some(ReturnReason::Refused)) => &["事由E"],
        (_, None) => &[],
    };
    named.iter().filter_map(|code| lookup(code)).collect()
}

/// What the 事由 of a 審査増減単位数通知書 (7311) means.
pub fn of_cut(reason: &str) -> Option<&'static ReturnCode> {
    lookup(&format!("増減{}", half_width(reason).to_ascii_uppercase()))
}

#[cfg(test)]
mod tests;
