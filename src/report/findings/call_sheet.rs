//! 連絡票: the expected cuts and holds of each service office, to talk about on the telephone.

use super::{FindingList, stops_everybody};
use crate::app::checks::ClientChecks;
use crate::check::{AtRisk, Facts, Finding, Remedy, Severity, at_risk};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::i18n::Arg;
use crate::report::check_csv::{safe, spreadsheet};
use crate::report::finding_words::{severity, title, what_of_kind};
use crate::report::layout::display;
use crate::report::words::Words;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io;

/// Something to tell a service office.
#[derive(Clone, Debug)]
struct Call<'a> {
    client: ClientKey,
    kind: ServiceKind,
    severity: Severity,
    units: i64,
    yen: Option<i64>,
    finding: &'a Finding,
}

/// What is to be told, by service office.
fn calls<'a>(list: &FindingList<'a>) -> BTreeMap<OfficeNumber, Vec<Call<'a>>> {
    let mut calls = BTreeMap::<OfficeNumber, Vec<Call<'_>>>::new();
    for checks in list.checks {
        for finding in checks.open().filter(|finding| is_to_tell(finding)) {
            let Some((office, kind)) = finding.pair else { continue };
            let (client, severity) = (checks.client, finding.severity);
            let call = Call { client, kind, severity, units: finding.units, yen: finding.yen, finding };
            calls.entry(office).or_default().push(call);
        }
        for (office, call) in held(list, checks) {
            calls.entry(office).or_default().push(call);
        }
    }
    calls
}

/// Whether the service office of a finding is to be told: what costs it money, and what only it can put right.
fn is_to_tell(finding: &Finding) -> bool {
    let is_for_office =
        matches!(finding.remedy, Remedy::AskProvider(_) | Remedy::TellToWait(_) | Remedy::TellShare(_));
    finding.severity > Severity::Confirm || is_for_office
}

/// The claims that wait because the client's slip does not pass, each once with the heaviest reason.
fn held<'a>(list: &FindingList<'a>, checks: &'a ClientChecks) -> Vec<(OfficeNumber, Call<'a>)> {
    let mut waiting = checks.open().filter(|finding| stops_everybody(finding) && is_for_others(finding));
    let Some(finding) = waiting.next() else { return Vec::new() };
    let call = |(office, kind, units): (OfficeNumber, ServiceKind, i64)| {
        let (client, severity) = (checks.client, Severity::Hold);
        (office, Call { client, kind, severity, units, yen: None, finding })
    };
    list.lines(checks).into_iter().filter(|(.., units)| *units > 0).map(call).collect()
}

/// Whether service offices have to know: what the own office puts right before it sends, they need not hear of.
fn is_for_others(finding: &Finding) -> bool {
    let is_late = matches!(
        finding.remedy,
        Remedy::HoldBack | Remedy::SendNow | Remedy::SendLater | Remedy::AskInsurer | Remedy::Nothing
    );
    is_late || matches!(finding.facts, Facts::Offices(_))
}

/// What happens to the service office.
fn about(list: &FindingList<'_>, call: &Call<'_>) -> String {
    if call.finding.pair.is_some() {
        return what_of_kind(list.words(), call.finding);
    }
    let why = title(list.texts, call.finding.check);
    list.texts.format("findings-call-held", &[("why", Arg::from(why))])
}

/// What to agree on with the service office.
fn agree(list: &FindingList<'_>, call: &Call<'_>) -> String {
    let id = match (&call.finding.remedy, call.finding.pair) {
        (_, None) => match (&call.finding.facts, call.finding.check) {
            (Facts::Offices(_), "cancel-takes-all") => "findings-call-cancelled",
            (Facts::Offices(_), _) => "findings-call-again",
            _ => "findings-call-later",
        },
        (Remedy::Adopt(_) | Remedy::RaisePlan(_), _) => "findings-call-plan",
        (Remedy::AskProvider(_), _) => "findings-call-correct",
        (Remedy::TellToWait(_), _) => "findings-call-wait",
        (Remedy::SendLater | Remedy::HoldBack, _) => "findings-call-later",
        (Remedy::TellShare(_), _) => "findings-call-share",
        (Remedy::DecideShares, _) => "findings-call-shares",
        (Remedy::DecideArrival, _) => "findings-call-arrival",
        (Remedy::FixNumber { .. }, _) => "findings-call-number",
        _ => "findings-call-units",
    };
    list.texts.get(id)
}

/// 電話番号 and FAX番号 of the register; empty when nobody entered them.
fn numbers(list: &FindingList<'_>, office: OfficeNumber) -> (String, String) {
    let entry = list.review.registers.provider(office);
    let number = |of: Option<&String>| of.map(|text| display(text)).unwrap_or_default();
    (number(entry.and_then(|entry| entry.phone.as_ref())), number(entry.and_then(|entry| entry.fax.as_ref())))
}

/// What is at risk for a service office: as [`at_risk`], client by client; held claims have units only.
fn risk(office: OfficeNumber, calls: &[Call<'_>]) -> AtRisk {
    let mut clients = BTreeMap::<ClientKey, Vec<Finding>>::new();
    for call in calls {
        let (severity, units, yen) = (call.severity, call.units, call.yen);
        let pair = Some((office, call.kind));
        let own = Finding { severity, pair, units, yen, ..call.finding.clone() };
        clients.entry(call.client).or_default().push(own);
    }
    clients.values().map(at_risk).sum()
}

/// The sheet as text, to be printed; empty when nobody has to be called.
pub fn text(list: FindingList<'_>) -> String {
    let (words, texts) = (list.words(), list.texts);
    let calls = calls(&list);
    if calls.is_empty() {
        return String::new();
    }
    let month = Words { month: &list.review.month, texts }.month_name();
    let known =
        |number: String| if number.is_empty() { texts.get("findings-call-no-number") } else { number };
    let mut out = format!("{}  {month}\n", texts.get("findings-call-title"));
    for (office, calls) in &calls {
        let (phone, fax) = numbers(&list, *office);
        let args = [
            ("office", Arg::from(words.office(*office))),
            ("phone", Arg::from(known(phone))),
            ("fax", Arg::from(known(fax))),
            ("count", Arg::from(calls.len())),
            ("worth", Arg::from(list.worth(risk(*office, calls)))),
        ];
        // Writing to a String cannot fail.
        let _ = writeln!(out, "\n[ ] {}", texts.format("findings-call-office", &args));
        for call in calls {
            let cells = [
                words.slip().client(call.client),
                call.client.insured.to_string(),
                words.kind(call.kind),
                severity(texts, call.severity),
                list.units(call.units),
                list.yen(call.yen),
            ];
            let _ = writeln!(out, "    {}", cells.join("  "));
            let _ = writeln!(out, "      {}", about(&list, call));
            let what = [("what", Arg::from(agree(&list, call)))];
            let _ = writeln!(out, "      {}", texts.format("findings-call-agree", &what));
        }
    }
    out
}

/// The sheet as CSV for spreadsheets (UTF-8 with byte order mark); no cell can become a formula.
///
/// # Errors
/// Never with memory to write to.
pub fn csv(list: FindingList<'_>) -> io::Result<Vec<u8>> {
    let (words, texts) = (list.words(), list.texts);
    let mut out = Vec::new();
    let mut csv = spreadsheet(&mut out)?;
    let header = [
        "calls-number",
        "word-provider",
        "findings-column-phone",
        "findings-column-fax",
        "inquiry-client",
        "word-client-number",
        "findings-column-kind",
        "findings-column-severity",
        "findings-column-units",
        "findings-column-yen",
        "findings-column-what",
        "findings-column-agree",
    ];
    csv.write_record(header.map(|id| texts.get(id)))?;
    for (office, calls) in &calls(&list) {
        let (phone, fax) = numbers(&list, *office);
        for call in calls {
            let cells = [
                office.to_string(),
                safe(&words.slip().office(*office)),
                safe(&phone),
                safe(&fax),
                safe(&words.slip().client(call.client)),
                call.client.insured.to_string(),
                words.kind(call.kind),
                severity(texts, call.severity),
                call.units.to_string(),
                call.yen.map(|yen| yen.to_string()).unwrap_or_default(),
                safe(&about(&list, call)),
                agree(&list, call),
            ];
            csv.write_record(&cells)?;
        }
    }
    csv.flush()?;
    drop(csv);
    Ok(out)
}
