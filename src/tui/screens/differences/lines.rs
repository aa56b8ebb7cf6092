//! The lines of the list: differences in groups, each under its heading.

use crate::app::review::{DifferenceAt, Grouping};
use crate::check::Severity;
use crate::domain::difference::{Difference, DifferenceClass};
use crate::domain::ids::OfficeNumber;
use crate::i18n::Arg;
use crate::tui::env::Ctx;
use crate::tui::filter::{Filter, manager_name};
use crate::tui::parts::paint::Piece;
use crate::tui::parts::severity::effect_word;
use crate::tui::theme::Role;
use std::cmp::Reverse;

/// A line of the list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Heading of a group with the number of its differences.
    Group(Group, u32),
    Difference(DifferenceAt),
}

/// What the differences of a group share.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Group {
    Class(DifferenceClass),
    Provider(OfficeNumber),
    Manager(u32),
    /// What becomes of claims because of them.
    Effect(Option<Severity>),
}

/// By what the list is grouped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Order {
    By(Grouping),
    /// By what becomes of claims, the heaviest first.
    Effect,
}

impl Default for Order {
    fn default() -> Self {
        Order::By(Grouping::Class)
    }
}

impl Order {
    const ALL: [Order; 4] = [
        Order::By(Grouping::Class),
        Order::By(Grouping::Provider),
        Order::By(Grouping::Manager),
        Order::Effect,
    ];

    /// The next one, around the end.
    pub(super) fn next(self) -> Self {
        let at = Self::ALL.iter().position(|order| *order == self).unwrap_or(0);
        Self::ALL.get((at + 1) % Self::ALL.len()).copied().unwrap_or_default()
    }

    /// The name it is remembered by.
    pub(super) fn name(self) -> &'static str {
        match self {
            Order::By(Grouping::Class) => "class",
            Order::By(Grouping::Provider) => "provider",
            Order::By(Grouping::Manager) => "manager",
            Order::Effect => "effect",
        }
    }

    /// The one that was remembered, or the default one.
    pub(super) fn named(name: Option<&str>) -> Self {
        Self::ALL.into_iter().find(|order| Some(order.name()) == name).unwrap_or_default()
    }

    /// Message with its name.
    pub(super) fn label(self) -> &'static str {
        match self {
            Order::By(Grouping::Class) => "group-class",
            Order::By(Grouping::Provider) => "group-provider",
            Order::By(Grouping::Manager) => "group-manager",
            Order::Effect => "group-effect",
        }
    }
}

fn group_of(ctx: Ctx<'_>, order: Order, at: DifferenceAt, difference: &Difference) -> Group {
    let client = at.client as usize;
    match order {
        Order::By(Grouping::Class) => Group::Class(difference.class),
        Order::By(Grouping::Provider) => Group::Provider(difference.provider),
        Order::By(Grouping::Manager) => {
            Group::Manager(ctx.review.clients.get(client).map_or(u32::MAX, |summary| summary.manager))
        }
        Order::Effect => Group::Effect(severity_of(ctx, client, difference)),
    }
}

fn severity_of(ctx: Ctx<'_>, client: usize, difference: &Difference) -> Option<Severity> {
    ctx.review.watch().checks()?.client(client)?.severity_of(&difference.id)
}

/// The lines of the list: a heading before each group.
pub(super) fn lines(ctx: Ctx<'_>, filter: &Filter, order: Order) -> Vec<Line> {
    let review = ctx.review;
    let places = match order {
        Order::By(grouping) => review.differences.by(grouping).to_vec(),
        Order::Effect => by_effect(ctx),
    };
    let mut out = Vec::new();
    let mut heading: Option<(Group, usize)> = None;
    for at in places {
        let Some(difference) = review.difference(at) else { continue };
        if !filter.shows_difference(review, at.client as usize, difference) {
            continue;
        }
        let group = group_of(ctx, order, at, difference);
        let place = match heading {
            Some((current, place)) if current == group => place,
            _ => {
                out.push(Line::Group(group, 0));
                heading = Some((group, out.len() - 1));
                out.len() - 1
            }
        };
        out.push(Line::Difference(at));
        if let Some(Line::Group(_, count)) = out.get_mut(place) {
            *count += 1;
        }
    }
    out
}

/// The heaviest first; those of one severity as they are grouped by class.
fn by_effect(ctx: Ctx<'_>) -> Vec<DifferenceAt> {
    let mut places = ctx.review.differences.by(Grouping::Class).to_vec();
    places.sort_by_cached_key(|at| {
        let difference = ctx.review.difference(*at);
        Reverse(difference.and_then(|difference| severity_of(ctx, at.client as usize, difference)))
    });
    places
}

/// The heading of a group.
pub(super) fn group_heading(ctx: Ctx<'_>, group: Group, count: u32) -> Vec<Piece> {
    let name = match group {
        Group::Class(class) => ctx.env.texts.class(class),
        Group::Provider(office) => ctx.words().office(office),
        Group::Manager(manager) => manager_name(ctx, manager),
        Group::Effect(_) if ctx.review.watch().checks().is_none() => ctx.env.text("checks-counting"),
        Group::Effect(severity) => effect_word(ctx.env, severity),
    };
    let args = [("name", Arg::from(name.as_str())), ("count", Arg::from(count))];
    vec![Piece::new(ctx.env.format("differences-heading", &args), Role::Group)]
}
