//! The table in the code against the reference table, and looking codes up.

use super::*;
use crate::format::kokuhoren::layout::Certainty;

const REFERENCE: &str = include_str!("../../../../docs/kokuhoren/returns.csv");

#[test]
fn code_and_reference_table_agree() {
    let mut reader = csv::Reader::from_reader(REFERENCE.as_bytes());
    let mut entries = ReturnCode::ALL.iter();
    for row in reader.records().map(Result::unwrap) {
        let entry = entries.next().unwrap_or_else(|| panic!("{row:?}"));
        let ours = [
            entry.code,
            entry.title,
            entry.documents,
            entry.outcome.code(),
            entry.remedies,
            entry.predictors,
            entry.now,
            entry.certainty.name(),
        ];
        assert_eq!(ours.to_vec(), row.iter().take(8).collect::<Vec<_>>());
        assert!(!row[8].is_empty() && !row[12].is_empty(), "meaning and source: {row:?}");
    }
    assert_eq!(entries.next(), None);
    assert_eq!(ReturnCode::ALL.len(), 83);
}

#[test]
fn every_word_of_the_table_is_known() {
    for entry in ReturnCode::ALL {
        assert_eq!(entry.remedies().count(), entry.remedies.split_whitespace().count(), "{}", entry.code);
        assert_eq!(entry.predictors().count(), entry.predictors.split_whitespace().count(), "{}", entry.code);
        assert_eq!(entry.now().count(), entry.now.split_whitespace().count(), "{}", entry.code);
        assert!(entry.worst().is_some(), "{}", entry.code);
        let has_steps = entry.remedies().next().is_some() || entry.now().next().is_some();
        assert!(has_steps || matches!(entry.code, "事由A" | "事由B"), "{}", entry.code);
    }
    for remedy in Remedy::ALL {
        assert!(
            ReturnCode::ALL.iter().any(|entry| entry.remedies().any(|step| step == *remedy)),
            "{remedy:?}"
        );
    }
}

#[test]
fn codes_are_found_in_any_width_and_old_ones_renewed() {
    assert_eq!(lookup("１２Ｐ０").unwrap().code, "12P0");
    assert_eq!(lookup("保留").unwrap().outcome, Outcome::Held);
    assert_eq!(lookup("9999"), None);
    let old = ["P0", "PA", "QT", "N9", "D0", "D1", "N0", "ANNJ", "ZZZZ"];
    assert_eq!(old.map(modern), ["12P0", "12PA", "12QT", "ANN9", "ADD0", "ADD1", "N0", "ANNJ", "ZZZZ"]);
    let both: Vec<_> = lookup("N0").unwrap().now().map(|entry| entry.code).collect();
    assert_eq!(both, ["ANN0", "ANNJ"]);
}

#[test]
fn severity_follows_the_document() {
    let code = lookup("12P0").unwrap();
    assert_eq!(code.severity(&Document::Slip), Some(Severity::SlipReturned));
    assert_eq!(code.severity(&Document::Fee), Some(Severity::FeeReturned));
    assert_eq!(code.severity(&Document::Claim), Some(Severity::ClaimReturned));
    assert_eq!(lookup("ANNK").unwrap().severity(&Document::Claim), None);
    assert_eq!(lookup("増減B").unwrap().worst(), Some(Severity::Cut));
    assert_eq!(lookup("受付:件数").unwrap().worst(), Some(Severity::FileRefused));
    assert_eq!(of_cut("Ｂ").unwrap().code, "増減B");
}

#[test]
fn doubtful_codes_say_so() {
    let doubtful = lookup("AG06").unwrap();
    assert_eq!((doubtful.certainty, doubtful.has_official_title()), (Certainty::Unsure, false));
    assert!(lookup("12P0").unwrap().has_official_title());
}
