//! Codes of returns in words: what they mean for a care office, and the steps they ask for.

use crate::format::kokuhoren::notices::Document;
use crate::format::kokuhoren::return_codes::{Remedy, ReturnCode};
use crate::i18n::{Arg, Texts};
use crate::report::layout::display;

/// `12P0 市町村の認定情報が未登録`.
pub fn code_words(texts: &Texts, code: &ReturnCode) -> String {
    let args = [("code", Arg::from(code.code)), ("title", Arg::from(code.title))];
    texts.format(if code.has_official_title() { "notice-code" } else { "notice-code-unsure" }, &args)
}

/// What a code means when it hits a document. A code without a text of its own says only what came back.
pub fn meaning(texts: &Texts, code: &ReturnCode, document: Option<&Document>) -> String {
    let own = texts.find(&format!("notice-code-{}", key(code.code)), &[]);
    own.unwrap_or_else(|| {
        texts.get(match document {
            Some(Document::Slip) => "notice-code-other-slip",
            Some(Document::Fee) => "notice-code-other-fee",
            _ => "notice-code-other-claim",
        })
    })
}

/// Ids are of plain letters.
fn key(code: &str) -> String {
    match code {
        "計画費D" | "事由D" => "fee-d".to_owned(),
        "保留" => "held".to_owned(),
        "返戻（給管未提出）" => "no-slip".to_owned(),
        "増減A" => "cut-a".to_owned(),
        "増減B" => "cut-b".to_owned(),
        "返戻（査定）" => "assessed".to_owned(),
        "事由A" => "content".to_owned(),
        "事由B" => "register".to_owned(),
        "事由C" => "match".to_owned(),
        "事由E" => "refused".to_owned(),
        "過誤32" => "cancelled".to_owned(),
        code => code.to_ascii_lowercase(),
    }
}

/// A step that helps.
pub fn remedy_words(texts: &Texts, remedy: Remedy) -> String {
    texts.get(&format!("notice-step-{}", remedy.code()))
}

/// A document.
pub fn document_words(texts: &Texts, document: &Document) -> String {
    match document {
        Document::Slip => texts.get("notice-document-slip"),
        Document::Fee => texts.get("notice-document-fee"),
        Document::Claim => texts.get("notice-document-claim"),
        Document::Other(found) => {
            texts.format("notice-document-other", &[("found", Arg::from(display(found)))])
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    #[test]
    fn every_code_of_a_slip_or_fee_has_a_meaning_of_its_own() {
        for language in Language::ALL {
            let texts = Texts::new(*language);
            for code in ReturnCode::ALL {
                let is_ours = code.hits(&Document::Slip) || code.hits(&Document::Fee);
                let is_told = code.has_official_title()
                    && code.now().next().is_none()
                    && !code.code.starts_with("受付")
                    && code.code != "ATTC";
                if is_ours && is_told {
                    let id = format!("notice-code-{}", key(code.code));
                    assert!(texts.find(&id, &[]).is_some(), "{id}");
                }
                assert!(!meaning(&texts, code, Some(&Document::Claim)).starts_with("notice-"));
            }
            for remedy in Remedy::ALL {
                assert!(!remedy_words(&texts, *remedy).starts_with("notice-"), "{remedy:?}");
            }
        }
    }
}
