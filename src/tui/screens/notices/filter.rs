//! Which notices are shown: of a review, about a client, with a next step, with a code.

use crate::app::notices::Step;
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber};
use crate::domain::month::ServiceMonth;
use crate::i18n::width::display;
use crate::tui::env::Ctx;
use crate::tui::layers::chooser::{Choice, Entry};
use std::collections::BTreeMap;

/// One condition.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Facet {
    /// 審査年月.
    Review(ServiceMonth),
    /// What is to be done next.
    Step(Step),
    /// A code, as it is shown.
    Code(String),
    /// Whose.
    Client(ClientKey),
}

/// Names of clients as notices have them.
pub(super) type Names = BTreeMap<ClientKey, String>;

/// A change of the conditions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Sets a condition, or takes it away when it is set already.
    Toggle(Facet),
    /// Takes all away and sets one.
    Only(Facet),
    /// Takes all away.
    Clear,
}

/// Conditions in force; all of them hold at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub(super) review: Option<ServiceMonth>,
    step: Option<Step>,
    code: Option<String>,
    client: Option<ClientKey>,
}

/// What conditions are held against.
pub(super) struct Seen<'a> {
    pub(super) review: Option<ServiceMonth>,
    pub(super) step: Step,
    pub(super) codes: &'a [String],
    pub(super) client: Option<ClientKey>,
}

fn toggle<T: PartialEq>(slot: &mut Option<T>, value: T) {
    *slot = if slot.as_ref() == Some(&value) { None } else { Some(value) };
}

impl Filter {
    pub(super) fn edit(&mut self, edit: Edit) {
        match edit {
            Edit::Toggle(Facet::Review(month)) => toggle(&mut self.review, month),
            Edit::Toggle(Facet::Step(step)) => toggle(&mut self.step, step),
            Edit::Toggle(Facet::Code(code)) => toggle(&mut self.code, code),
            Edit::Toggle(Facet::Client(client)) => toggle(&mut self.client, client),
            Edit::Only(facet) => {
                *self = Self::default();
                self.edit(Edit::Toggle(facet));
            }
            Edit::Clear => *self = Self::default(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    pub(super) fn shows(&self, seen: &Seen<'_>) -> bool {
        self.review.is_none_or(|review| seen.review == Some(review))
            && self.step.is_none_or(|step| step == seen.step)
            && self.code.as_ref().is_none_or(|code| seen.codes.contains(code))
            && self.client.is_none_or(|client| seen.client == Some(client))
    }

    /// Whether sums of a review are shown, which are about no client.
    pub(super) fn shows_window(&self, window: ServiceMonth) -> bool {
        self.review.is_none_or(|review| review == window)
    }

    fn facets(&self) -> Vec<Facet> {
        let facets = [
            self.review.map(Facet::Review),
            self.step.map(Facet::Step),
            self.code.clone().map(Facet::Code),
            self.client.map(Facet::Client),
        ];
        facets.into_iter().flatten().collect()
    }

    /// The conditions in words, or that there are none.
    pub(super) fn describe(&self, ctx: Ctx<'_>, names: &Names) -> String {
        let words: Vec<String> = self.facets().iter().map(|facet| words(ctx, names, facet)).collect();
        if words.is_empty() { ctx.env.text("filter-none") } else { words.join(" / ") }
    }

    /// An entry of the window in which conditions are chosen, with the number of rows it is about.
    pub(super) fn entry(&self, ctx: Ctx<'_>, names: &Names, (facet, count): &(Facet, usize)) -> Entry {
        let env = ctx.env;
        let sort = match facet {
            Facet::Review(_) => "notices-column-review",
            Facet::Step(_) => "notices-column-step",
            Facet::Code(_) => "column-return-code",
            Facet::Client(_) => "facet-client",
        };
        let is_set = self.facets().contains(facet);
        let note = if is_set { env.text("facet-set") } else { count.to_string() };
        let label = format!("{}: {}", env.text(sort), words(ctx, names, facet));
        Entry::new(label, note, Choice::Notices(Edit::Toggle(facet.clone())))
    }

    pub(super) fn remember(&self) -> BTreeMap<String, String> {
        let saved = self.facets().into_iter().map(|facet| match facet {
            Facet::Review(month) => ("review", month.to_string()),
            Facet::Step(step) => ("step", step.name().to_owned()),
            Facet::Code(code) => ("code", code),
            Facet::Client(client) => ("client", format!("{}-{}", client.insurer, client.insured)),
        });
        saved.map(|(key, text)| (key.to_owned(), text)).collect()
    }

    pub(super) fn recall(saved: &BTreeMap<String, String>) -> Self {
        let client = |text: &String| {
            let (insurer, insured) = text.split_once('-')?;
            let insurer = InsurerNumber::parse(insurer)?;
            Some(ClientKey { insurer, insured: InsuredNumber::parse(insured)? })
        };
        Self {
            review: saved.get("review").and_then(|text| ServiceMonth::parse(text)),
            step: saved.get("step").and_then(|text| Step::ALL.into_iter().find(|step| step.name() == text)),
            code: saved.get("code").cloned(),
            client: saved.get("client").and_then(client),
        }
    }
}

fn words(ctx: Ctx<'_>, names: &Names, facet: &Facet) -> String {
    match facet {
        Facet::Review(month) => ctx.env.dates.short_month(*month),
        Facet::Step(step) => step_short(ctx, *step),
        Facet::Code(code) => display(code),
        Facet::Client(client) if ctx.review.month.profile(*client).is_some() => {
            format!("{} {}", ctx.words().client_name(*client), client.insured)
        }
        Facet::Client(client) => {
            let name = names.get(client).map(|name| format!("{name} "));
            format!("{}{}", name.unwrap_or_default(), client.insured)
        }
    }
}

/// A step in a few cells.
pub(super) fn step_short(ctx: Ctx<'_>, step: Step) -> String {
    ctx.env.text(&format!("notice-next-short-{}", step.name()))
}
