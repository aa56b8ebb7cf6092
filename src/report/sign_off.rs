//! 月の締め as a list: every client with the care manager, how far the client is and what was decided, and who signed.

use super::event_words::{action_words, arrival_id, settled_id};
use super::layout::{Table, display};
use super::words::Words;
use crate::app::decisions::Decisions;
use crate::app::month::ClientRows;
use crate::app::review::Settled;
use crate::app::write::{Baseline, PlannedFile, RowChanges, Why};
use crate::domain::ids::ClientKey;
use crate::domain::slip::GateBlock;
use crate::i18n::Arg;
use crate::reconcile::ClientComparison;
use std::collections::BTreeMap;
use std::fmt::Write as _;

/// The list as a file; none while the month is open.
pub fn file(words: Words<'_>, decisions: &Decisions) -> Option<PlannedFile> {
    let text = text(words, decisions)?;
    let count = u32::try_from(words.month.clients.len()).unwrap_or(u32::MAX);
    Some(PlannedFile {
        name: format!("signoff_{}.txt", words.month.month.compact()),
        bytes: text.into_bytes(),
        why: Why::SignOff,
        rows: RowChanges { total: count, added: count, ..RowChanges::default() },
        baseline: Baseline::Nothing,
    })
}

/// The list as text; `None` while the month is open.
pub fn text(words: Words<'_>, decisions: &Decisions) -> Option<String> {
    let closed = decisions.closed()?;
    let texts = words.texts;
    let mut out = head(words, decisions, closed.seq);
    let count = words.month.clients.len();
    let values = [
        ("fixed", Arg::from(count.saturating_sub(closed.value.len()))),
        ("open", Arg::from(closed.value.len())),
    ];
    // Writing to a String cannot fail.
    let _ = writeln!(out, "{}\n", texts.format("sign-off-counts", &values));
    let mut table = Table::new(5, &[]);
    let header =
        ["inquiry-client", "word-client-number", "word-manager", "sign-off-state", "sign-off-decided"];
    table.row(header.map(|id| texts.get(id)));
    for (rows, comparison) in words.month.clients.iter().zip(&words.month.comparisons) {
        table.row([
            words.client_name(rows.client),
            rows.client.insured.to_string(),
            manager(words, rows),
            state(words, &closed.value, rows.client),
            decided(words, decisions, comparison),
        ]);
    }
    out.push_str(&table.render(0));
    out.push_str(&slips(words, decisions));
    Some(out)
}

/// What was let through and chosen about 給付管理票, each with the reason; empty when nothing was.
fn slips(words: Words<'_>, decisions: &Decisions) -> String {
    let texts = words.texts;
    let mut table = Table::new(3, &[]);
    table.row(["inquiry-client", "sign-off-what", "sign-off-why"].map(|id| texts.get(id)));
    let mut rows = 0;
    for client in words.month.clients.iter().map(|rows| rows.client) {
        let decided = decisions.client(client);
        let passed = GateBlock::ALL.into_iter().filter_map(|block| {
            let block_name = texts.get(&format!("gate-{}", block.name()));
            let what = texts.format("event-gate", &[("block", Arg::from(block_name))]);
            Some((what, decided.override_of(block)?))
        });
        let chosen = decided.slip_action().map(|(action, why)| {
            let action = action_words(texts, action);
            (texts.format("event-slip-action", &[("action", Arg::from(action))]), why)
        });
        for (what, why) in passed.chain(chosen) {
            table.row([words.client_name(client), what, display(why)]);
            rows += 1;
        }
    }
    if rows == 0 {
        return String::new();
    }
    format!("\n{}\n{}", texts.get("sign-off-slips"), table.render(0))
}

/// Month, office, who signed and when.
fn head(words: Words<'_>, decisions: &Decisions, seq: u64) -> String {
    let texts = words.texts;
    let mut out = format!("{}  {}\n", texts.get("event-closed"), words.month_name());
    let offices: Vec<String> = words.month.care_offices.iter().map(|office| words.office(*office)).collect();
    let _ = writeln!(out, "{}  {}", texts.get("word-care-office"), offices.join(", "));
    if let Some(event) = decisions.event(seq) {
        let (person, machine) = (display(&event.person), display(&event.machine));
        let at = event.at.format("%Y-%m-%d %H:%M").to_string();
        let values = [
            ("person", Arg::from(person.as_str())),
            ("machine", Arg::from(machine.as_str())),
            ("at", Arg::from(at.as_str())),
        ];
        let _ = writeln!(out, "{}", texts.format("sign-off-by", &values));
    }
    out
}

fn manager(words: Words<'_>, rows: &ClientRows) -> String {
    let name = words.month.manager(rows).map(display).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| words.texts.get("no-manager"))
}

fn state(words: Words<'_>, exceptions: &BTreeMap<ClientKey, String>, client: ClientKey) -> String {
    match exceptions.get(&client) {
        None => words.texts.get("event-fixed"),
        Some(reason) => {
            let reason = display(reason);
            words.texts.format("sign-off-exception", &[("reason", Arg::from(reason.as_str()))])
        }
    }
}

/// `採用 2, 予定のまま 1`.
fn decided(words: Words<'_>, decisions: &Decisions, comparison: &ClientComparison) -> String {
    let decided = decisions.client(comparison.client);
    let mut counts = Vec::new();
    for settled in Settled::ALL {
        let is_so = |difference: &&_| Settled::of(decided, difference) == settled;
        counts.push((settled_id(settled), comparison.differences.iter().filter(is_so).count()));
    }
    let mut arrivals = BTreeMap::<&str, usize>::new();
    for (_, _, choice) in decided.arrivals() {
        *arrivals.entry(arrival_id(choice)).or_default() += 1;
    }
    counts.extend(arrivals);
    let said: Vec<String> = counts
        .into_iter()
        .filter(|(_, count)| *count > 0)
        .map(|(id, count)| format!("{} {count}", words.texts.get(id)))
        .collect();
    if said.is_empty() { words.texts.get("word-none") } else { said.join(", ") }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::decide::{close, let_through, open_clients, verdict};
    use crate::app::open::{OpenOptions, open_month};
    use crate::app::ports::NoProgress;
    use crate::app::review::{Grouping, Review};
    use crate::domain::decision::Verdict;
    use crate::domain::event::{Draft, Event};
    use crate::i18n::{Language, Texts};
    use crate::store::{FolderSource, Limits};
    use std::path::Path;

    fn take(review: &mut Review, draft: Draft) {
        let Draft { month, deed, changes, reason } = draft;
        let at = chrono::DateTime::parse_from_rfc3339("2026-11-05T10:20:30+09:00").unwrap();
        let seq = review.decisions.events().len() as u64 + 1;
        let (person, machine) = ("試験 花子\u{1b}".to_owned(), "受付PC".to_owned());
        review.take(Event { seq, at, person, machine, month, deed, changes, reason });
    }

    #[test]
    fn the_list_says_who_signed_and_what_was_decided() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/v4/in");
        let source = FolderSource::open(&[folder], Limits::default());
        let mut review = Review::new(open_month(&source, OpenOptions::default(), &NoProgress).unwrap(), None);
        let text_of = |review: &Review, language| {
            let texts = Texts::new(language);
            text(Words { month: &review.month, texts: &texts }, &review.decisions)
        };
        assert_eq!(text_of(&review, Language::Ja), None, "the month is open");
        let first = verdict(&review, &[review.differences.by(Grouping::Class)[0]], Some(&Verdict::Adopt), "")
            .unwrap();
        take(&mut review, first.draft);
        let client = review.month.clients[0].client;
        let passed = let_through(&review, client, GateBlock::Applying, Some("窓口で確認済み")).unwrap();
        take(&mut review, passed.draft);
        let exceptions = open_clients(&review).into_iter().map(|client| (client, "回答待ち".to_owned()));
        let closed = close(&review, &exceptions.collect(), "").unwrap();
        take(&mut review, closed.draft);
        for (language, signed, counts, state, decided) in [
            (
                Language::Ja,
                "締めた人  試験 花子\u{241b}  2026-11-05 10:20（受付PC）",
                "確定 0名 / 未確定 30名",
                "未確定: 回答待ち",
                "採用 1",
            ),
            (
                Language::En,
                "Signed off by 試験 花子\u{241b}, 2026-11-05 10:20 (受付PC)",
                "0 fixed / 30 not fixed",
                "Not fixed: 回答待ち",
                "actual adopted 1",
            ),
        ] {
            let text = text_of(&review, language).unwrap();
            for part in [signed, counts, state, decided, "窓口で確認済み"] {
                assert!(text.contains(part), "{part}: {text}");
            }
        }
    }
}
