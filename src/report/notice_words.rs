//! Items of notices in words: whose, what is said, what it means, what to do.

mod codes;
mod problems;

pub use codes::{code_words, document_words, meaning, remedy_words};
pub use problems::{contradiction_sentence, fault_sentence, file_problems};

use super::event_words::action_words;
use super::finding_words::title;
use super::layout::{display, grouped};
use super::words::Words;
use crate::app::notices::{Advice, Item, Ledger, Notices, Override, OverrideOf, Says, Step, Tie, Tied, tie};
use crate::domain::ids::ServiceKind;
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::notices::NoticeKind;
use crate::i18n::{Arg, Texts};

/// What sentences about notices are made of.
#[derive(Clone, Copy)]
pub struct NoticeWords<'a> {
    /// Names and texts.
    pub words: Words<'a>,
    /// The notices.
    pub notices: &'a Notices,
    /// What was sent.
    pub ledger: &'a Ledger,
}

impl NoticeWords<'_> {
    fn texts(&self) -> &Texts {
        self.words.texts
    }

    /// Whose it is: the name that the office knows, else the one of the notice, with the number.
    pub fn who(&self, item: &Item, tied: &Tied<'_>) -> String {
        let profile = tied.client.and_then(|client| self.words.month.profile(client));
        let known = profile.map(|profile| profile.name.as_str()).unwrap_or_default();
        let name = if known.is_empty() { item.name.trim() } else { known };
        let name = if name.is_empty() { self.texts().get("no-name") } else { display(name) };
        format!("{name}({})", display(item.insured.trim()))
    }

    /// `74100000.CSV 3行目`.
    pub fn place(&self, item: &Item) -> String {
        let name = self.notices.files.get(item.file).map(|file| display(&file.name)).unwrap_or_default();
        let lines: Vec<String> = item.lines.iter().map(u32::to_string).collect();
        let args = [("file", Arg::from(name)), ("lines", Arg::from(lines.join(", ")))];
        self.texts().format("notice-place", &args)
    }

    /// What the item says.
    pub fn said(&self, item: &Item) -> String {
        let texts = self.texts();
        let kind = item.service.map(|kind| self.words.kind(kind)).unwrap_or_default();
        match &item.says {
            Says::Returned { document, .. } => {
                let id = if item.says.is_held() { "notice-held" } else { "notice-returned" };
                texts.format(id, &[("document", Arg::from(document_words(texts, document)))])
            }
            Says::Cut { reason, units, .. } => {
                let id = if units.is_some() { "notice-cut" } else { "notice-cut-no-units" };
                let args = [
                    ("kind", Arg::from(kind)),
                    ("reason", Arg::from(display(reason))),
                    ("units", Arg::from(grouped(units.unwrap_or(0)))),
                ];
                texts.format(id, &args)
            }
            Says::Changed { returned, cut, held, revived } => {
                let pair = |(count, units): &(i64, i64)| {
                    let args = [("count", Arg::from(grouped(*count))), ("units", Arg::from(grouped(*units)))];
                    texts.format("notice-count-units", &args)
                };
                let args = [
                    ("returned", Arg::from(pair(returned))),
                    ("cut", Arg::from(pair(cut))),
                    ("held", Arg::from(pair(held))),
                    ("revived", Arg::from(pair(revived))),
                ];
                texts.format("notice-changed", &args)
            }
            says => self.said_of_money(says, kind),
        }
    }

    fn said_of_money(&self, says: &Says, kind: String) -> String {
        let texts = self.texts();
        match says {
            Says::Paid { count, units, yen, .. } => {
                let args = [
                    ("kind", Arg::from(kind)),
                    ("count", Arg::from(grouped(*count))),
                    ("units", Arg::from(grouped(*units))),
                    ("yen", Arg::from(grouped(*yen))),
                ];
                texts.format("notice-paid", &args)
            }
            Says::Transfer { yen, care, support, .. } => {
                let args = [
                    ("yen", Arg::from(grouped(*yen))),
                    ("care", Arg::from(grouped(*care))),
                    ("support", Arg::from(grouped(*support))),
                ];
                texts.format("notice-transfer", &args)
            }
            Says::Withdrawn { text, units, yen, .. } => {
                let args = [
                    ("kind", Arg::from(kind)),
                    ("units", Arg::from(grouped(*units))),
                    ("yen", Arg::from(grouped(*yen))),
                    ("text", Arg::from(display(text))),
                ];
                texts.format("notice-withdrawn", &args)
            }
            Says::Reexamined { before, after, .. } => {
                let args = [
                    ("kind", Arg::from(kind)),
                    ("before", Arg::from(grouped(*before))),
                    ("after", Arg::from(grouped(*after))),
                ];
                texts.format("notice-reexamined", &args)
            }
            Says::Returned { .. } | Says::Cut { .. } | Says::Changed { .. } => String::new(),
        }
    }

    /// Its codes, or that the code is unknown.
    pub fn codes(&self, item: &Item) -> Vec<String> {
        let texts = self.texts();
        match item.says.unknown_code() {
            Some(code) => {
                vec![texts.format("notice-unknown-code", &[("code", Arg::from(display(code)))])]
            }
            None => item.says.codes().iter().map(|code| code_words(texts, code)).collect(),
        }
    }

    /// Items at fault as the notice names them.
    pub fn at_fault(&self, item: &Item) -> Vec<String> {
        match &item.says {
            Says::Returned { at_fault, .. } => {
                let words = |item: &str, title: &str| {
                    let args = [("item", Arg::from(display(item))), ("title", Arg::from(display(title)))];
                    self.texts().format("notice-at-fault", &args)
                };
                let faults =
                    at_fault.iter().filter(|fault| !fault.title.is_empty() || !fault.item.is_empty());
                faults
                    .map(|fault| match fault.item.as_str() {
                        "" => display(&fault.title),
                        item => words(item, &fault.title),
                    })
                    .collect()
            }
            Says::Cut { texts, .. } if !texts.is_empty() => vec![display(texts)],
            _ => Vec::new(),
        }
    }

    /// Why it does not belong to anything that was sent; `None` when it does.
    pub fn untied(&self, item: &Item, tied: &Tied<'_>) -> Option<String> {
        let id = match tied.tie {
            Tie::Slip | Tie::Fee | Tie::Sums => return None,
            Tie::OtherWindow => "notice-tie-other-window",
            Tie::NothingSent => "notice-tie-nothing-sent",
            Tie::UnknownClient => "notice-tie-unknown-client",
            Tie::NoClient => "notice-tie-no-client",
            Tie::OtherOffice => "notice-tie-other-office",
        };
        let office = item.office.map(|office| self.words.office(office)).unwrap_or_default();
        Some(self.texts().format(id, &[("office", Arg::from(office))]))
    }

    /// What a person had let through, and who, when and why.
    pub fn overridden(&self, one: &Override, month: Option<ServiceMonth>) -> String {
        let texts = self.texts();
        let what = match one.of {
            OverrideOf::Gate(block) => texts.get(&format!("gate-{}", block.name())),
            OverrideOf::Action(action) => {
                texts.format("notice-override-action", &[("action", Arg::from(action_words(texts, action)))])
            }
        };
        let event = month.and_then(|month| self.ledger.month(month)).and_then(|month| month.event(one.seq));
        let at = event.map(|event| event.at.format("%Y-%m-%d %H:%M").to_string()).unwrap_or_default();
        let person = event.map(|event| display(&event.person)).unwrap_or_default();
        let args = [
            ("person", Arg::from(person)),
            ("at", Arg::from(at)),
            ("what", Arg::from(what)),
            ("why", Arg::from(display(&one.why))),
        ];
        texts.format("notice-override", &args)
    }

    /// Lines of the sent slip that the item is about.
    pub fn lines(&self, tied: &Tied<'_>) -> Vec<String> {
        let line = |office, kind: ServiceKind, units: u32| {
            let args = [
                ("office", Arg::from(self.words.office(office))),
                ("kind", Arg::from(self.words.kind(kind))),
                ("units", Arg::from(grouped(i64::from(units)))),
            ];
            self.texts().format("notice-line", &args)
        };
        tied.lines.iter().map(|own| line(own.office, own.kind, own.units)).collect()
    }

    /// What the codes mean, what to do, and which check foresees it: a sentence each.
    pub fn advice(&self, item: &Item, tied: &Tied<'_>, advice: &Advice) -> Vec<String> {
        let texts = self.texts();
        let say = |id: &str, name: &'static str, text: String| texts.format(id, &[(name, Arg::from(text))]);
        let mut told = Vec::new();
        let codes = item.says.codes();
        for code in &codes {
            let text = meaning(texts, code, item.says.document());
            told.push(say("notice-meaning", "text", text));
        }
        told.extend(self.lines(tied));
        told.push(say("notice-next", "text", step_words(texts, advice.step)));
        if !advice.remedies.is_empty() {
            let steps: Vec<String> = advice.remedies.iter().map(|step| remedy_words(texts, *step)).collect();
            told.push(say("notice-steps", "text", steps.join(" / ")));
        }
        if !codes.is_empty() {
            told.push(match advice.caught_by.as_slice() {
                [] => texts.get("notice-caught-none"),
                checks => {
                    let titles: Vec<String> = checks.iter().map(|check| title(texts, check)).collect();
                    say("notice-caught", "checks", titles.join(" / "))
                }
            });
        }
        told.extend(advice.overrides.iter().map(|one| self.overridden(one, item.month)));
        told
    }
}

/// Items of a file that belong to nothing known, or whose code is unknown: a sentence each.
pub fn item_problems(words: NoticeWords<'_>, file: usize) -> Vec<String> {
    let mut told = Vec::new();
    for item in words.notices.items.iter().filter(|item| item.file == file && item.is_of_client()) {
        let tied = tie(item, words.ledger);
        let is_told = matches!(tied.tie, Tie::UnknownClient | Tie::NoClient);
        let untied = words.untied(item, &tied).filter(|_| is_told);
        let unknown = item.says.unknown_code().map(|_| words.codes(item).concat());
        for sentence in untied.into_iter().chain(unknown) {
            told.push(format!("{}: {} {sentence}", words.place(item), words.who(item, &tied)));
        }
    }
    told
}

/// A step in words.
pub fn step_words(texts: &Texts, step: Step) -> String {
    texts.get(&format!("notice-next-{}", step.name()))
}

/// Name of a notice.
pub fn kind_words(texts: &Texts, kind: NoticeKind) -> String {
    texts.get(match kind {
        NoticeKind::Changes => "notice-kind-changes",
        NoticeKind::Cuts => "notice-kind-cuts",
        NoticeKind::Returns => "notice-kind-returns",
        NoticeKind::Payment => "notice-kind-payment",
        NoticeKind::Payments => "notice-kind-payments",
        NoticeKind::Withdrawals => "notice-kind-withdrawals",
        NoticeKind::Appeals => "notice-kind-appeals",
    })
}

/// A month in words, or that it is unknown.
pub fn month_words(texts: &Texts, month: Option<ServiceMonth>) -> String {
    month.map_or_else(|| texts.get("notice-month-unknown"), |month| month.to_string())
}
