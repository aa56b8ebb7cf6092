//! What can be decided about more than the difference under the cursor: levels, rules, pairs, what did not arrive.

use crate::app::decide::{Level, Place, Proposal, proposals, select};
use crate::app::review::{CellState, DifferenceAt};
use crate::domain::decision::{ArrivalChoice, Verdict};
use crate::domain::difference::Difference;
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::i18n::Arg;
use crate::tui::effect::Effect;
use crate::tui::env::Ctx;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::form::{Purpose, fax_as_planned};
use crate::tui::layers::rule::{RulePreview, rule_name};
use crate::tui::model::{Model, ctx};
use crate::tui::parts::difference::change;
use crate::tui::wish::Wish;

/// What becomes of the differences of a level.
type Decide = fn(Vec<DifferenceAt>) -> Choice;

impl Model {
    pub(in crate::tui::model) fn preview_rule(&mut self, proposal: Proposal) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let preview = RulePreview::new(ctx, proposal);
        self.push(preview)
    }

    pub(super) fn rules(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let entry = |proposal: Proposal| {
            let args = [
                ("count", Arg::from(proposal.hits.hit.len())),
                ("guarded", Arg::from(proposal.hits.guarded.len())),
            ];
            let note = ctx.env.format("rule-note", &args);
            Entry::new(rule_name(ctx, &proposal), note, Choice::Rule(Box::new(proposal)))
        };
        let entries: Vec<Entry> = proposals(ctx.review).into_iter().map(entry).collect();
        if entries.is_empty() {
            return self.say("notice-no-rules");
        }
        self.push(Chooser::new(self.env.text("action-rules"), entries))
    }

    /// How much to decide at once, with the number of differences of each level.
    pub(super) fn levels(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let screen = self.screens.get(self.current);
        let Some(at) = screen.difference(ctx) else { return self.say("notice-no-difference") };
        let verdicts: [(&str, Decide); 4] = [
            ("verdict-adopt", |places| Choice::Wish(Wish::verdict(places, Some(Verdict::Adopt)))),
            ("verdict-keep", |places| Choice::Wish(Wish::verdict(places, Some(Verdict::Keep)))),
            ("verdict-ask", |places| Choice::Form(Purpose::Ask(places))),
            ("verdict-hold", |places| Choice::Form(Purpose::Hold(places))),
        ];
        let mut entries = Vec::new();
        for (verdict, decide) in verdicts {
            let what = self.env.text(verdict);
            for level in Level::ALL {
                let places = select(ctx.review, at, level);
                let name = self.env.text(level_id(level));
                let args = [("level", Arg::from(name.as_str())), ("verdict", Arg::from(what.as_str()))];
                let note = self.env.format("level-note", &[("count", Arg::from(places.len()))]);
                entries.push(Entry::new(self.env.format("level-name", &args), note, decide(places)));
            }
        }
        self.push(Chooser::new(self.env.text("action-levels"), entries))
    }

    /// Takes a pair apart, or offers the rows that one without a partner may belong to.
    pub(super) fn pair(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let Some(at) = self.screens.get(self.current).difference(ctx) else { return Vec::new() };
        let Some(one) = ctx.review.difference(at) else { return Vec::new() };
        if one.plan.is_some() && one.actual.is_some() {
            return self.wish(&Wish::TakeApart(at));
        }
        let comparison = ctx.review.month.comparisons.get(at.client as usize);
        let others = comparison.map(|comparison| comparison.differences.as_slice()).unwrap_or_default();
        let fits = |other: &Difference| {
            other.provider == one.provider
                && other.plan.is_some() != one.plan.is_some()
                && other.actual.is_some() != one.actual.is_some()
        };
        let entries: Vec<Entry> = (0..)
            .zip(others)
            .filter(|(_, other)| fits(other))
            .map(|(place, other)| {
                let label = change(ctx, other);
                let wish = Wish::Join(at, DifferenceAt { at: place, ..at });
                Entry::new(label, self.env.texts.class(other.class), Choice::Wish(wish))
            })
            .collect();
        if entries.is_empty() {
            return self.say("notice-no-partner");
        }
        self.push(Chooser::new(self.env.text("action-pair"), entries))
    }

    /// The provider and kind under the cursor, when nothing came from it.
    pub(super) fn waiting_place(&self) -> Option<Place> {
        let ctx = ctx(&self.env, &self.phase)?;
        let (client, provider, kind) = self.screens.get(self.current).place(ctx)?;
        let line = ctx.review.month.comparisons.get(client)?.lines.iter();
        let mut line = line.filter(|line| (line.provider, line.kind) == (provider, kind));
        let has_come = ctx.review.month.arrived.contains(&(provider, kind));
        (line.next().is_some() && !has_come).then_some((client, provider, kind))
    }

    /// What can be done about a provider: 予定で作成, 月遅れ, FAX, 取下げ; the last one whatever came.
    pub(super) fn waiting(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let Some((client, provider, kind)) = self.screens.get(self.current).place(ctx) else {
            return self.say("notice-no-provider");
        };
        let review = ctx.review;
        let env = &self.env;
        let mut entries = Vec::new();
        let mut offer = |id: &str, choice| entries.push(Entry::new(env.text(id), "", choice));
        if let Some(place) = self.waiting_place() {
            offer("arrival-as-planned", Choice::Wish(arrival(place, Some(ArrivalChoice::AsPlanned))));
            offer("arrival-late", Choice::Form(Purpose::Late(vec![place])));
            let fax = fax_as_planned(review, place);
            offer("arrival-fax-as-planned", Choice::Wish(fax));
            let everywhere = same_everywhere(ctx, place);
            if everywhere.len() > 1 {
                let wish =
                    |choice| Wish::Arrival { places: everywhere.clone(), choice, reason: String::new() };
                offer("arrival-as-planned-all", Choice::Wish(wish(Some(ArrivalChoice::AsPlanned))));
                offer("arrival-late-all", Choice::Form(Purpose::Late(everywhere)));
            }
            offer("arrival-none", Choice::Wish(arrival(place, None)));
        }
        let key = review.month.clients.get(client).map(|rows| rows.client);
        let is_withdrawn = key.is_some_and(|key| review.decisions.client(key).withdrawal(provider).is_some());
        if is_withdrawn {
            let places = vec![(client, provider)];
            let wish = Wish::Withdraw { places, is_withdrawn: false, reason: String::new() };
            offer("event-not-withdrawn", Choice::Wish(wish));
        } else {
            offer("event-withdrawn", Choice::Form(Purpose::Withdraw(vec![(client, provider)])));
            let all = withdrawable(ctx, provider, kind);
            if all.len() > 1 {
                offer("event-withdrawn-all", Choice::Form(Purpose::Withdraw(all)));
            }
        }
        let words = ctx.words();
        let title = format!("{} {}", words.kind(kind), words.office(provider));
        self.push(Chooser::new(title, entries))
    }

    /// The form for a row of a FAX under the cursor.
    pub(super) fn fax_row(&self) -> Option<Purpose> {
        let ctx = ctx(&self.env, &self.phase)?;
        let place = self.screens.get(self.current).place(ctx)?;
        let (client, provider, kind) = place;
        let key = ctx.review.month.clients.get(client)?.client;
        let ArrivalChoice::Fax { rows } = &ctx.review.decisions.client(key).arrival(provider, kind)?.value
        else {
            return None;
        };
        let (at, base) = self.screens.get(self.current).typed_row(ctx, rows)?;
        Some(Purpose::FaxRow { place, rows: rows.clone(), at, base })
    }
}

pub(super) fn arrival(place: Place, choice: Option<ArrivalChoice>) -> Wish {
    Wish::Arrival { places: vec![place], choice, reason: String::new() }
}

/// The same provider and kind at every client for whom nothing came and nothing was decided.
fn same_everywhere(ctx: Ctx<'_>, (_, provider, kind): Place) -> Vec<Place> {
    let clients = 0..ctx.review.month.clients.len();
    let is_waiting = |client: &usize| {
        ctx.review
            .cells_of(*client)
            .any(|cell| (cell.provider, cell.kind, cell.state) == (provider, kind, CellState::NotArrived))
    };
    clients.filter(is_waiting).map(|client| (client, provider, kind)).collect()
}

/// Every client with the provider and kind.
fn withdrawable(ctx: Ctx<'_>, provider: OfficeNumber, kind: ServiceKind) -> Vec<(usize, OfficeNumber)> {
    let summary = ctx.review.providers.iter().find(|line| (line.provider, line.kind) == (provider, kind));
    let clients = summary.map(|summary| summary.clients.as_slice()).unwrap_or_default();
    clients.iter().map(|client| (*client as usize, provider)).collect()
}

/// Message with the name of a level.
fn level_id(level: Level) -> &'static str {
    match level {
        Level::Day => "level-day",
        Level::Line => "level-line",
        Level::ProviderOfClient => "level-provider-of-client",
        Level::Client => "level-client",
        Level::Provider => "level-provider",
        Level::ProviderAndClass => "level-provider-and-class",
    }
}
