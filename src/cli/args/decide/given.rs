//! What stands on the command line behind `decide`.

use super::{Decide, slips};
use crate::app::decide::{EditField, TypedRow};
use crate::cli::args::office::date;
use crate::cli::args::{Command, common};
use crate::cli::usage::Usage;
use crate::domain::decision::{ArrivalChoice, Rule, Stage, Verdict};
use crate::domain::difference::DifferenceClass;
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::format::exchange::Edition;
use crate::i18n::Texts;
use crate::report::event_words::field_id;
use clap::ArgMatches;

pub(in crate::cli::args) fn parse(matches: &ArgMatches, texts: &Texts) -> Result<Command, Usage> {
    let Some((name, matches)) = matches.subcommand() else {
        return Err(Usage::unreadable(texts, "decide", ""));
    };
    let common = common(matches, texts)?;
    let given = Given { matches, texts };
    let decide = match name {
        "rule" => given.rule()?,
        "as-planned" => given.arrival(Some(ArrivalChoice::AsPlanned))?,
        "late" => given.arrival(Some(ArrivalChoice::Late))?,
        "waiting" => given.arrival(None)?,
        "fax" => given.fax()?,
        "withdraw" => given.withdraw(true)?,
        "unwithdraw" => given.withdraw(false)?,
        "check" => Decide::Stage { clients: given.texts("client"), stage: Some(Stage::Checked) },
        "fix" => Decide::Stage { clients: given.texts("client"), stage: Some(Stage::Fixed) },
        "unfix" => Decide::Stage { clients: given.texts("client"), stage: None },
        "note" => Decide::Note { client: given.text("client"), text: given.text("words") },
        "close" => given.close()?,
        "reopen" => Decide::Reopen { reason: given.text("reason") },
        "edit" => given.edit(),
        "pair" => Decide::Pair { ids: given.texts("id") },
        "unpair" => Decide::Unpair { id: given.text("id") },
        "edition" => given.edition()?,
        name => match slips::parse(&given, name)? {
            Some(decision) => Decide::Slip(decision),
            None => given.verdict(name)?,
        },
    };
    Ok(Command::Decide(common, Box::new(decide)))
}

/// What stands on the command line.
pub(super) struct Given<'a> {
    pub(super) matches: &'a ArgMatches,
    pub(super) texts: &'a Texts,
}

impl Given<'_> {
    pub(super) fn optional(&self, id: &str) -> Option<String> {
        self.matches.try_get_one::<String>(id).ok().flatten().cloned()
    }

    pub(super) fn text(&self, id: &str) -> String {
        self.optional(id).unwrap_or_default()
    }

    pub(super) fn texts(&self, id: &str) -> Vec<String> {
        self.matches.get_many::<String>(id).into_iter().flatten().cloned().collect()
    }

    /// A number or code, when it is given.
    fn value<T>(&self, id: &str, name: &str, read: fn(&str) -> Option<T>) -> Result<Option<T>, Usage> {
        let Some(text) = self.optional(id) else { return Ok(None) };
        read(&text).map(Some).ok_or_else(|| Usage::unreadable(self.texts, name, &text))
    }

    fn verdict(&self, name: &str) -> Result<Decide, Usage> {
        let verdict = match name {
            "adopt" => Some(Verdict::Adopt),
            "keep" => Some(Verdict::Keep),
            "ask" => {
                Some(Verdict::Ask { due: date(self.matches, "due", self.texts)?, text: self.text("text") })
            }
            "hold" => Some(Verdict::Hold),
            _ => None,
        };
        Ok(Decide::Verdict { ids: self.texts("id"), verdict, reason: self.text("reason") })
    }

    fn rule(&self) -> Result<Decide, Usage> {
        let class = self.optional("class");
        let rule = Rule {
            verdict: if self.text("verdict") == "keep" { Verdict::Keep } else { Verdict::Adopt },
            class: DifferenceClass::ALL.into_iter().find(|one| Some(one.name()) == class.as_deref()),
            provider: self.value("provider", "--provider", OfficeNumber::parse)?,
            kind: self.value("kind", "--kind", ServiceKind::parse)?,
            code: self.value("code", "--code", ServiceCode::parse)?,
            same_units: self.matches.get_flag("same-units"),
        };
        Ok(Decide::Rule { rule, save: self.optional("save") })
    }

    /// A provider and kind.
    fn line(&self) -> Result<(OfficeNumber, ServiceKind), Usage> {
        let text = self.text("line");
        let parts = text.split_once('/');
        let line = parts.and_then(|(provider, kind)| {
            Some((OfficeNumber::parse(provider.trim())?, ServiceKind::parse(kind.trim())?))
        });
        let shown = self.texts.get("help-value-line");
        line.ok_or_else(|| Usage::unreadable(self.texts, &shown, &text))
    }

    fn arrival(&self, choice: Option<ArrivalChoice>) -> Result<Decide, Usage> {
        let (provider, kind) = self.line()?;
        let (client, reason) = (self.optional("client"), self.text("reason"));
        Ok(Decide::Arrival { provider, kind, client, choice, reason })
    }

    fn fax(&self) -> Result<Decide, Usage> {
        let items = |text: &String| -> Result<TypedRow, Usage> {
            let items: Vec<String> = text.split_whitespace().map(str::to_owned).collect();
            items.try_into().map_err(|_| Usage::unreadable(self.texts, "--row", text))
        };
        let (provider, kind) = self.line()?;
        let rows = self.texts("row").iter().map(items).collect::<Result<_, _>>()?;
        Ok(Decide::Fax { provider, kind, client: self.text("client"), rows })
    }

    fn edit(&self) -> Decide {
        let typed = EditField::ALL.map(|field| Some((field, self.optional(field_id(field))?)));
        let typed = typed.into_iter().flatten().collect();
        Decide::Edit { id: self.text("id"), typed, reason: self.text("reason") }
    }

    fn edition(&self) -> Result<Decide, Usage> {
        let named = self.text("provider-edition");
        let edition = Edition::ALL.into_iter().find(|edition| edition.name() == named);
        Ok(Decide::Edition { provider: self.provider()?, edition })
    }

    fn close(&self) -> Result<Decide, Usage> {
        let of_client = |text: &String| {
            let parts =
                text.split_once(['=', '＝']).map(|(client, words)| (client.to_owned(), words.to_owned()));
            parts.ok_or_else(|| Usage::unreadable(self.texts, "--explain-client", text))
        };
        let of_clients = self.texts("explain-client").iter().map(of_client).collect::<Result<_, _>>()?;
        Ok(Decide::Close { explanation: self.text("explain"), of_clients })
    }

    fn provider(&self) -> Result<OfficeNumber, Usage> {
        let name = self.texts.get("help-value-office");
        let provider = self.value("provider", &name, OfficeNumber::parse)?;
        provider.ok_or_else(|| Usage::unreadable(self.texts, &name, ""))
    }

    fn withdraw(&self, is_withdrawn: bool) -> Result<Decide, Usage> {
        let provider = self.provider()?;
        let (client, reason) = (self.text("client"), self.text("reason"));
        Ok(Decide::Withdraw { provider, client, is_withdrawn, reason })
    }
}
