//! Why files could not be planned, written or found as they were written, in sentences.

use super::office_failure::store_failure;
use super::outputs::OutputsFailure;
use super::workspace_failure::{append_failure, joined};
use crate::app::write::WriteFailure;
use crate::i18n::visible::visible;
use crate::i18n::{Arg, Texts};
use crate::store::{Deviation, OutFailure, VerifyFailure};
use std::path::Path;

/// Why files were not written; `backup` is the newest copy of the database.
pub fn out_failure(texts: &Texts, failure: &OutFailure, backup: Option<&Path>) -> String {
    let reason = match failure {
        OutFailure::Journal(error) => append_failure(texts, error, backup),
        OutFailure::Store(error) => store_failure(texts, error),
    };
    joined(&[texts.get("out-not-written"), reason])
}

/// Why it cannot be said what would be written; `backup` is the newest copy of the database.
pub fn outputs_failure(texts: &Texts, failure: &OutputsFailure, backup: Option<&Path>) -> String {
    match failure {
        OutputsFailure::Earlier(error) => append_failure(texts, error, backup),
        OutputsFailure::Slips(error) => {
            texts.format("out-slips-failed", &[("reason", Arg::from(error.to_string()))])
        }
        OutputsFailure::Fees(error) => {
            texts.format("out-fees-failed", &[("reason", Arg::from(error.to_string()))])
        }
        OutputsFailure::NoName => texts.get("out-no-name"),
        OutputsFailure::Received(WriteFailure::Unreadable { path }) => {
            let path = visible(path);
            texts.format("out-received-unreadable", &[("path", Arg::from(path.as_ref()))])
        }
        OutputsFailure::Received(WriteFailure::Changed { path, line }) => {
            let path = visible(path);
            let values = [("path", Arg::from(path.as_ref())), ("line", Arg::from(*line))];
            texts.format("out-received-changed", &values)
        }
        OutputsFailure::Inquiry(error) => {
            let reason = error.to_string();
            let reason = visible(&reason);
            texts.format("out-inquiry-failed", &[("reason", Arg::from(reason.as_ref()))])
        }
        OutputsFailure::Text(error) => {
            let reason = error.to_string();
            texts.format("error-internal", &[("detail", Arg::from(reason.as_str()))])
        }
    }
}

/// Why a folder is not what was written: one sentence, and one for each file that differs.
pub fn verify_failure(texts: &Texts, folder: &Path, failure: &VerifyFailure) -> Vec<String> {
    let folder = folder.display().to_string();
    let folder = visible(&folder);
    let path = ("path", Arg::from(folder.as_ref()));
    match failure {
        VerifyFailure::NoManifest(error) => {
            let reason = error.to_string();
            vec![texts.format("verify-no-manifest", &[path, ("reason", Arg::from(reason.as_str()))])]
        }
        VerifyFailure::ManifestUnknown => vec![texts.format("verify-unknown-manifest", &[path])],
        VerifyFailure::Differs(deviations) => {
            let first = texts.format("verify-differs", &[path, ("count", Arg::from(deviations.len()))]);
            let rest = deviations.iter().map(|deviation| deviation_sentence(texts, deviation));
            std::iter::once(first).chain(rest).collect()
        }
    }
}

/// How one file differs from what was written.
pub fn deviation_sentence(texts: &Texts, deviation: &Deviation) -> String {
    let (id, name, reason) = match deviation {
        Deviation::Missing(name) => ("verify-missing", name, ""),
        Deviation::Changed(name) => ("verify-changed", name, ""),
        Deviation::Unreadable(name, reason) => ("verify-unreadable", name, reason.as_str()),
        Deviation::Added(name) => ("verify-added", name, ""),
    };
    let (name, reason) = (visible(name), visible(reason));
    texts.format(id, &[("name", Arg::from(name.as_ref())), ("reason", Arg::from(reason.as_ref()))])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::format::kokuhoren::slip::SlipError;
    use crate::format::kokuhoren::write::WriteError;
    use crate::i18n::Language;
    use crate::report::inquiry::InquiryFailure;
    use crate::store::StoreError;
    use crate::store::workspace::{AppendError, Barrier};
    use std::collections::BTreeSet;
    use std::io;
    use std::path::PathBuf;

    fn every_sentence(texts: &Texts) -> Vec<String> {
        let io = || io::Error::other("reason");
        let name = || "1379900028/UPPLAN\u{1b}.CSV".to_owned();
        let out = [
            OutFailure::Journal(AppendError::ReadOnly(Barrier::Asked)),
            OutFailure::Store(StoreError::NotEmpty(PathBuf::from("/事業所/out"))),
        ];
        let outputs = [
            OutputsFailure::Earlier(AppendError::ReadOnly(Barrier::Held(None))),
            OutputsFailure::Slips(SlipError::Write(WriteError::NoRecords)),
            OutputsFailure::NoName,
            OutputsFailure::Received(WriteFailure::Unreadable { path: name() }),
            OutputsFailure::Received(WriteFailure::Changed { path: name(), line: 7 }),
            OutputsFailure::Inquiry(InquiryFailure::Csv(io())),
            OutputsFailure::Text(io()),
        ];
        let deviations = [
            Deviation::Missing(name()),
            Deviation::Changed(name()),
            Deviation::Unreadable(name(), "reason".to_owned()),
            Deviation::Added(name()),
        ];
        let verify = [
            VerifyFailure::NoManifest(io()),
            VerifyFailure::ManifestUnknown,
            VerifyFailure::Differs(deviations.to_vec()),
        ];
        let mut all: Vec<String> = out.iter().map(|failure| out_failure(texts, failure, None)).collect();
        all.extend(outputs.iter().map(|failure| outputs_failure(texts, failure, None)));
        let folder = Path::new("/事業所/out/2026-10/20261105-093000");
        all.extend(verify.iter().flat_map(|failure| verify_failure(texts, folder, failure)));
        all
    }

    #[test]
    fn every_failure_has_its_own_sentence_in_every_language() {
        for language in Language::ALL {
            let all = every_sentence(&Texts::new(*language));
            assert_eq!(all.len(), 2 + 7 + 3 + 4);
            assert_eq!(all.iter().collect::<BTreeSet<_>>().len(), all.len(), "{language:?} {all:?}");
            for text in all {
                assert!(!text.contains(['$', '{', '\u{1b}']), "{language:?} {text}");
            }
        }
    }
}
