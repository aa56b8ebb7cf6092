//! What was found as CSV for spreadsheets (UTF-8 with byte order mark): one line a finding, silenced ones last.

use super::{FindingList, places};
use crate::app::checks::Found;
use crate::domain::ids::ClientKey;
use crate::report::check_csv::{safe, spreadsheet};
use crate::report::finding_words::{remedy, remedy_name, title, what, why};
use std::io::{self, Write};

const HEADER: [&str; 22] = [
    "month",
    "severity",
    "severity_name",
    "code",
    "check",
    "title",
    "insurer",
    "insured",
    "client",
    "manager",
    "provider",
    "provider_name",
    "kind",
    "units",
    "yen",
    "what",
    "why",
    "action",
    "remedy",
    "places",
    "silenced_reason",
    "silenced_until",
];

/// Writes what was found.
///
/// # Errors
/// Writing failed.
pub fn write(out: &mut dyn Write, list: FindingList<'_>) -> io::Result<()> {
    let mut csv = spreadsheet(out)?;
    csv.write_record(HEADER)?;
    for (client, found) in list.in_order() {
        csv.write_record(record(&list, client, found))?;
    }
    csv.flush()
}

fn record(list: &FindingList<'_>, client: ClientKey, found: &Found) -> [String; 22] {
    let (words, texts, finding) = (list.words(), list.texts, &found.finding);
    let (office, kind) = finding.pair.map_or((None, None), |(office, kind)| (Some(office), Some(kind)));
    let places = places(list.review, finding).into_iter().map(|(file, line)| format!("{file}:{line}"));
    let silence = found.silence.as_ref();
    [
        list.review.month.month.to_string(),
        finding.severity.name().to_owned(),
        crate::report::finding_words::severity(texts, finding.severity),
        finding.code.unwrap_or_default().to_owned(),
        finding.check.to_owned(),
        title(texts, finding.check),
        client.insurer.to_string(),
        client.insured.to_string(),
        safe(&words.slip().client(client)),
        safe(&words.manager(client)),
        office.map(|office| office.to_string()).unwrap_or_default(),
        office.map(|office| safe(&words.slip().office(office))).unwrap_or_default(),
        kind.map(|kind| kind.to_string()).unwrap_or_default(),
        finding.units.to_string(),
        finding.yen.map(|yen| yen.to_string()).unwrap_or_default(),
        safe(&what(words, finding)),
        why(texts, finding.check),
        remedy_name(&finding.remedy).to_owned(),
        safe(&remedy(words, &finding.remedy)),
        safe(&places.collect::<Vec<_>>().join(" ")),
        silence.map(|silence| safe(&silence.reason)).unwrap_or_default(),
        silence.map(|silence| silence.until.to_string()).unwrap_or_default(),
    ]
}
