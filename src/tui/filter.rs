//! Which clients or differences are shown.

use super::env::{Ctx, Env};
use super::layers::chooser::{Choice, Entry};
use crate::app::checks::Found;
use crate::app::review::{CellState, Review};
use crate::app::tally::{ClientSlip, SlipState};
use crate::check::{Severity, by_id};
use crate::domain::difference::{Difference, DifferenceClass};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::kind::kind_info;
use crate::domain::slip::{GateBlock, SlipAction};
use crate::i18n::width::display;
use crate::report::event_words::action_words;
use crate::report::finding_words;
use crate::report::tally_words::state_id as state_id_of_slip;
use crate::tui::parts::fee::{FeeStanding, STANDINGS};
use crate::tui::parts::slip::STATES;
use crate::tui::parts::state::state_id;
use std::collections::{BTreeMap, BTreeSet};

/// One condition.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Facet {
    /// 未判断: differences that are not finally decided.
    Undecided,
    /// 状態 of a client at a provider.
    State(CellState),
    /// Class of a 差異.
    Class(DifferenceClass),
    /// 担当ケアマネ, by position in the month's managers.
    Manager(u32),
    /// サービス事業所.
    Provider(OfficeNumber),
    /// サービス種類.
    Kind(ServiceKind),
    /// 状態 of a 給付管理票.
    Slip(SlipState),
    /// What keeps a 給付管理票 from being sent.
    Block(GateBlock),
    /// 作成区分 that a 給付管理票 is written with.
    SlipAction(SlipAction),
    /// 状態 of a claim of the own office, or that there is none.
    Fee(FeeStanding),
    /// What happens because of a finding.
    Severity(Severity),
    /// The check that found something, by its id.
    Check(&'static str),
    /// Findings that somebody silenced are shown too.
    Silenced,
}

/// A change of the conditions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FilterEdit {
    /// Sets a condition, or takes it away when it is set already.
    Toggle(Facet),
    /// Takes all away and sets one.
    Only(Facet),
    /// Takes all away and sets a provider and a kind.
    Line(OfficeNumber, ServiceKind),
    /// Takes all away.
    Clear,
}

/// Conditions in force; all of them hold at once.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Only what is not finally decided.
    pub undecided: bool,
    /// 状態.
    pub state: Option<CellState>,
    /// Class of differences.
    pub class: Option<DifferenceClass>,
    /// 担当ケアマネ.
    pub manager: Option<u32>,
    /// サービス事業所.
    pub provider: Option<OfficeNumber>,
    /// サービス種類.
    pub kind: Option<ServiceKind>,
    /// 状態 of a 給付管理票.
    pub slip: Option<SlipState>,
    /// What keeps a 給付管理票 from being sent.
    pub block: Option<GateBlock>,
    /// 作成区分 of a 給付管理票.
    pub action: Option<SlipAction>,
    /// 状態 of a claim of the own office.
    pub fee: Option<FeeStanding>,
    /// What happens because of a finding.
    pub severity: Option<Severity>,
    /// The check that found something.
    pub check: Option<&'static str>,
    /// Whether findings that somebody silenced are shown too.
    pub silenced: bool,
}

fn toggle<T: PartialEq>(slot: &mut Option<T>, value: T) {
    *slot = if slot.as_ref() == Some(&value) { None } else { Some(value) };
}

impl Filter {
    /// Changes the conditions.
    pub fn edit(&mut self, edit: FilterEdit) {
        match edit {
            FilterEdit::Toggle(Facet::Undecided) => self.undecided = !self.undecided,
            FilterEdit::Toggle(Facet::State(state)) => toggle(&mut self.state, state),
            FilterEdit::Toggle(Facet::Class(class)) => toggle(&mut self.class, class),
            FilterEdit::Toggle(Facet::Manager(manager)) => toggle(&mut self.manager, manager),
            FilterEdit::Toggle(Facet::Provider(provider)) => toggle(&mut self.provider, provider),
            FilterEdit::Toggle(Facet::Kind(kind)) => toggle(&mut self.kind, kind),
            FilterEdit::Toggle(Facet::Slip(state)) => toggle(&mut self.slip, state),
            FilterEdit::Toggle(Facet::Block(block)) => toggle(&mut self.block, block),
            FilterEdit::Toggle(Facet::SlipAction(action)) => toggle(&mut self.action, action),
            FilterEdit::Toggle(Facet::Fee(standing)) => toggle(&mut self.fee, standing),
            FilterEdit::Toggle(Facet::Severity(severity)) => toggle(&mut self.severity, severity),
            FilterEdit::Toggle(Facet::Check(check)) => toggle(&mut self.check, check),
            FilterEdit::Toggle(Facet::Silenced) => self.silenced = !self.silenced,
            FilterEdit::Only(facet) => {
                *self = Self::default();
                self.edit(FilterEdit::Toggle(facet));
            }
            FilterEdit::Line(provider, kind) => {
                *self = Self { provider: Some(provider), kind: Some(kind), ..Self::default() };
            }
            FilterEdit::Clear => *self = Self::default(),
        }
    }

    /// Whether everything is shown.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether a client is shown: of the manager, and with a cell that fulfils state, provider and kind at once.
    pub fn shows_client(&self, review: &Review, client: usize) -> bool {
        let of_manager =
            |manager| review.clients.get(client).is_some_and(|summary| summary.manager == manager);
        if self.manager.is_some_and(|manager| !of_manager(manager)) {
            return false;
        }
        self.shows_cells(review, client)
    }

    /// Whether a client has a cell that fulfils state, provider and kind at once.
    fn shows_cells(&self, review: &Review, client: usize) -> bool {
        if self.state.is_none() && self.provider.is_none() && self.kind.is_none() {
            return true;
        }
        review.cells_of(client).any(|cell| {
            self.state.is_none_or(|state| state == cell.state)
                && self.provider.is_none_or(|provider| provider == cell.provider)
                && self.kind.is_none_or(|kind| kind == cell.kind)
        })
    }

    /// Whether a client is shown where the slips are. The manager is the one of the slip, whom the register may name.
    pub fn shows_slip(&self, review: &Review, slip: &ClientSlip) -> bool {
        self.is_of_manager(review, &slip.manager)
            && self.slip.is_none_or(|state| state_id_of_slip(state) == state_id_of_slip(slip.state))
            && self.block.is_none_or(|block| slip.open_blocks().any(|own| own.block == block))
            && self.action.is_none_or(|action| slip.action() == Some(action))
            && self.shows_cells(review, slip.position)
    }

    /// Whether a client of this 担当ケアマネ is shown where the own office's claims are.
    pub fn shows_fee(&self, review: &Review, standing: FeeStanding, manager: &str) -> bool {
        self.is_of_manager(review, manager) && self.fee.is_none_or(|wanted| wanted.word() == standing.word())
    }

    fn is_of_manager(&self, review: &Review, name: &str) -> bool {
        let wanted = self.manager.map(|at| review.managers.get(at as usize));
        wanted.is_none_or(|wanted| wanted.is_some_and(|manager| manager.name == name))
    }

    /// Whether a difference of a client is shown.
    pub fn shows_difference(&self, review: &Review, client: usize, difference: &Difference) -> bool {
        let manager = || review.clients.get(client).map(|summary| summary.manager);
        (!self.undecided || !review.settled(difference).is_final())
            && self.class.is_none_or(|class| class == difference.class)
            && self.provider.is_none_or(|provider| provider == difference.provider)
            && self.kind.is_none_or(|kind| kind == difference.kind)
            && self.manager.is_none_or(|wanted| manager() == Some(wanted))
    }

    /// Whether something that was found for a client is shown.
    pub fn shows_finding(&self, review: &Review, client: usize, found: &Found) -> bool {
        let manager = || review.clients.get(client).map(|summary| summary.manager);
        let (office, kind) = found.finding.pair.unzip();
        (self.silenced || found.silence.is_none())
            && self.severity.is_none_or(|severity| severity == found.finding.severity)
            && self.check.is_none_or(|check| check == found.finding.check)
            && (self.provider.is_none() || self.provider == office)
            && (self.kind.is_none() || self.kind == kind)
            && self.manager.is_none_or(|wanted| manager() == Some(wanted))
    }

    /// The conditions in words, or that there are none.
    pub fn describe(&self, ctx: Ctx<'_>) -> String {
        let words = ctx.words();
        let parts = [
            self.undecided.then(|| ctx.env.text("facet-undecided")),
            self.state.map(|state| ctx.env.text(state_id(state))),
            self.class.map(|class| ctx.env.texts.class(class)),
            self.manager.map(|manager| manager_name(ctx, manager)),
            self.provider.map(|provider| words.office(provider)),
            self.kind.map(|kind| words.kind(kind)),
            self.slip.map(|state| ctx.env.text(state_id_of_slip(state))),
            self.block.map(|block| gate_word(ctx.env, block)),
            self.action.map(|action| action_words(&ctx.env.texts, Some(action))),
            self.fee.map(|standing| ctx.env.text(standing.word())),
            self.severity.map(|severity| finding_words::severity(&ctx.env.texts, severity)),
            self.check.map(|check| finding_words::title(&ctx.env.texts, check)),
            self.silenced.then(|| ctx.env.text("facet-silenced")),
        ];
        match parts.into_iter().flatten().collect::<Vec<_>>() {
            none if none.is_empty() => ctx.env.text("filter-none"),
            words => words.join(" / "),
        }
    }

    /// The conditions to be remembered.
    pub fn remember(&self, review: &Review) -> BTreeMap<String, String> {
        let manager = self.manager.and_then(|at| review.managers.get(at as usize)).map(|m| m.name.clone());
        [
            ("undecided", self.undecided.then(|| "yes".to_owned())),
            ("state", self.state.map(|state| state_id(state).to_owned())),
            ("class", self.class.map(|class| class.name().to_owned())),
            ("manager", manager),
            ("provider", self.provider.map(|provider| provider.to_string())),
            ("kind", self.kind.map(|kind| kind.to_string())),
            ("slip", self.slip.map(|state| state_id_of_slip(state).to_owned())),
            ("block", self.block.map(|block| block.name().to_owned())),
            ("action", self.action.map(|action| action.code().to_owned())),
            ("fee", self.fee.map(|standing| standing.word().to_owned())),
            ("severity", self.severity.map(|severity| severity.name().to_owned())),
            ("check", self.check.map(str::to_owned)),
            ("silenced", self.silenced.then(|| "yes".to_owned())),
        ]
        .into_iter()
        .filter_map(|(name, value)| Some((name.to_owned(), value?)))
        .collect()
    }

    /// Remembered conditions, as far as they fit this month.
    pub fn recall(review: &Review, saved: &BTreeMap<String, String>) -> Self {
        let value = |name: &str| saved.get(name).map(String::as_str);
        let manager = value("manager").and_then(|name| review.managers.iter().position(|m| m.name == name));
        Self {
            undecided: value("undecided") == Some("yes"),
            state: value("state")
                .and_then(|id| CellState::ALL.into_iter().find(|state| state_id(*state) == id)),
            class: value("class")
                .and_then(|name| DifferenceClass::ALL.into_iter().find(|c| c.name() == name)),
            manager: manager.and_then(|at| u32::try_from(at).ok()),
            provider: value("provider").and_then(OfficeNumber::parse),
            kind: value("kind").and_then(ServiceKind::parse),
            slip: value("slip")
                .and_then(|id| STATES.into_iter().find(|state| state_id_of_slip(*state) == id)),
            block: value("block")
                .and_then(|name| GateBlock::ALL.into_iter().find(|block| block.name() == name)),
            action: value("action").and_then(SlipAction::from_code),
            severity: value("severity")
                .and_then(|name| Severity::ALL.iter().copied().find(|severity| severity.name() == name)),
            check: value("check").and_then(by_id).map(|check| check.id),
            silenced: value("silenced") == Some("yes"),
            fee: value("fee").and_then(|id| STANDINGS.into_iter().find(|standing| standing.word() == id)),
        }
    }

    /// Entries of the window in which conditions are chosen.
    pub fn entries(&self, ctx: Ctx<'_>, first: Vec<Facet>) -> Vec<Entry> {
        let review = ctx.review;
        let lines = review.providers.iter();
        let providers: BTreeSet<OfficeNumber> = lines.clone().map(|line| line.provider).collect();
        let kinds: BTreeSet<ServiceKind> =
            lines.map(|line| line.kind).filter(|kind| kind_info(*kind).is_some()).collect();
        let mut entries = self.entries_with_managers(ctx, first);
        let facets = providers.into_iter().map(Facet::Provider).chain(kinds.into_iter().map(Facet::Kind));
        entries.extend(facets.map(|facet| self.entry(ctx, facet)));
        entries
    }

    /// The same where no provider and no kind of service is chosen.
    pub fn entries_with_managers(&self, ctx: Ctx<'_>, first: Vec<Facet>) -> Vec<Entry> {
        let managers = (0_u32..).zip(&ctx.review.managers).map(|(at, _)| Facet::Manager(at));
        first.into_iter().chain(managers).map(|facet| self.entry(ctx, facet)).collect()
    }

    fn entry(&self, ctx: Ctx<'_>, facet: Facet) -> Entry {
        let env = ctx.env;
        let words = ctx.words();
        let (sort, value, is_set) = match facet {
            Facet::Undecided => ("facet-state", env.text("facet-undecided"), self.undecided),
            Facet::State(state) => ("facet-state", env.text(state_id(state)), self.state == Some(state)),
            Facet::Class(class) => ("facet-class", env.texts.class(class), self.class == Some(class)),
            Facet::Manager(at) => ("facet-manager", manager_name(ctx, at), self.manager == Some(at)),
            Facet::Provider(office) => {
                ("facet-provider", words.office(office), self.provider == Some(office))
            }
            Facet::Kind(kind) => ("facet-kind", words.kind(kind), self.kind == Some(kind)),
            Facet::Slip(state) => {
                ("facet-state", env.text(state_id_of_slip(state)), self.slip == Some(state))
            }
            Facet::Block(block) => ("facet-block", gate_word(env, block), self.block == Some(block)),
            Facet::SlipAction(action) => {
                let word = action_words(&env.texts, Some(action));
                ("column-action", word, self.action == Some(action))
            }
            Facet::Severity(severity) => {
                let word = finding_words::severity(&env.texts, severity);
                ("findings-column-severity", word, self.severity == Some(severity))
            }
            Facet::Check(check) => {
                ("column-check", finding_words::title(&env.texts, check), self.check == Some(check))
            }
            Facet::Silenced => ("facet-state", env.text("facet-silenced"), self.silenced),
            Facet::Fee(standing) => ("facet-state", env.text(standing.word()), self.fee == Some(standing)),
        };
        let note = if is_set { env.text("facet-set") } else { String::new() };
        Entry::new(format!("{}: {value}", env.text(sort)), note, Choice::Filter(FilterEdit::Toggle(facet)))
    }
}

/// What blocks a slip, in a word.
pub fn gate_word(env: &Env, block: GateBlock) -> String {
    env.text(&format!("gate-{}", block.name()))
}

/// Name of a 担当ケアマネ, or the text for nobody.
pub fn manager_name(ctx: Ctx<'_>, manager: u32) -> String {
    let name = ctx.review.managers.get(manager as usize).map(|manager| display(&manager.name));
    name.filter(|name| !name.is_empty()).unwrap_or_else(|| ctx.env.text("no-manager"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_are_set_and_taken_away() {
        let mut filter = Filter::default();
        filter.edit(FilterEdit::Toggle(Facet::State(CellState::Same)));
        filter.edit(FilterEdit::Toggle(Facet::Manager(1)));
        assert_eq!((filter.state, filter.manager), (Some(CellState::Same), Some(1)));
        filter.edit(FilterEdit::Toggle(Facet::Manager(1)));
        assert_eq!(filter.manager, None);
        filter.edit(FilterEdit::Toggle(Facet::State(CellState::Faulty)));
        assert_eq!(filter.state, Some(CellState::Faulty));
        filter.edit(FilterEdit::Only(Facet::Manager(2)));
        assert_eq!((filter.state, filter.manager), (None, Some(2)));
        filter.edit(FilterEdit::Clear);
        assert!(filter.is_empty());
    }
}
