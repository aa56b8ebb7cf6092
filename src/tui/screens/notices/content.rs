//! What the views list, worked out once from what was read.

use super::filter::{Facet, Filter, Names, Seen};
use crate::app::notices::{
    Item, Outstanding, PaidRow, PaidWindow, Step, Tie, advice, outstanding, paid, tie,
};
use crate::domain::ids::{ClientKey, OfficeNumber, ServiceKind};
use crate::domain::month::ServiceMonth;
use crate::i18n::width::display;
use crate::tui::msg::NoticesRead;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What is listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum View {
    /// 未送付: what came back or is late and was not sent again.
    #[default]
    Open,
    /// 通知: what notices say.
    Items,
    /// 支払: claimed against paid.
    Paid,
}

impl View {
    pub(super) const ALL: [View; 3] = [View::Open, View::Items, View::Paid];

    /// Name it is remembered by.
    pub(super) fn name(self) -> &'static str {
        match self {
            View::Open => "open",
            View::Items => "items",
            View::Paid => "paid",
        }
    }

    /// Message with its title.
    pub(super) fn title(self) -> &'static str {
        match self {
            View::Open => "notices-view-open",
            View::Items => "notices-view-items",
            View::Paid => "notices-view-paid",
        }
    }

    pub(super) fn next(self) -> Self {
        match self {
            View::Open => View::Items,
            View::Items => View::Paid,
            View::Paid => View::Open,
        }
    }
}

/// A line of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Place in [`Content::open`].
    Open(usize),
    /// Place in [`Content::items`].
    Item(usize),
    /// What a window comes to.
    Window(ServiceMonth),
    /// A row of a window, by its place.
    Paid(ServiceMonth, usize),
}

/// An item with what follows from it.
pub(super) struct ItemLine {
    /// Its place among all items.
    pub(super) at: usize,
    pub(super) client: Option<ClientKey>,
    pub(super) tie: Tie,
    pub(super) step: Step,
    pub(super) codes: Vec<String>,
    /// Line of the slip that it is about.
    pub(super) pair: Option<(OfficeNumber, ServiceKind)>,
}

/// Everything that can be listed.
pub(super) struct Content {
    pub(super) read: NoticesRead,
    /// The latest review first.
    pub(super) items: Vec<ItemLine>,
    pub(super) open: Vec<Outstanding>,
    pub(super) windows: BTreeMap<ServiceMonth, PaidWindow>,
    /// Names of the clients whom notices are about.
    pub(super) names: Names,
    /// The window (処理対象年月) that ages are counted to.
    pub(super) window: ServiceMonth,
}

impl Content {
    pub(super) fn of(read: NoticesRead, window: ServiceMonth) -> Self {
        let line = |(at, item): (usize, &Item)| {
            let tied = tie(item, &read.ledger);
            let step = advice(item, &tied, &read.ledger).step;
            let pair =
                tied.lines.first().map(|line| (line.office, line.kind)).or(tied.provider.zip(item.service));
            let client = tied.client.filter(|_| item.is_of_client());
            ItemLine { at, client, tie: tied.tie, step, codes: codes(item), pair }
        };
        let mut items: Vec<ItemLine> = read.notices.items.iter().enumerate().map(line).collect();
        let review = |line: &ItemLine| read.notices.items.get(line.at).and_then(|item| item.review);
        items.sort_by_key(|line| Reverse(review(line)));
        let open = outstanding(&read.notices, &read.ledger, window);
        let windows = paid(&read.notices, &read.ledger);
        let name = |line: &ItemLine| {
            let item = read.notices.items.get(line.at)?;
            Some((line.client?, display(item.name.trim())))
        };
        let names = items.iter().filter_map(name).filter(|(_, name)| !name.is_empty()).collect();
        Self { read, items, open, windows, names, window }
    }

    pub(super) fn item(&self, line: &ItemLine) -> Option<&Item> {
        self.read.notices.items.get(line.at)
    }

    /// The item behind something that is outstanding.
    pub(super) fn item_of(&self, one: &Outstanding) -> Option<&Item> {
        self.read.notices.items.get(one.item?)
    }

    pub(super) fn paid_row(&self, window: ServiceMonth, at: usize) -> Option<&PaidRow> {
        self.windows.get(&window)?.rows.get(at)
    }

    /// How many there are in a view.
    pub(super) fn count(&self, view: View) -> usize {
        match view {
            View::Open => self.open.len(),
            View::Items => self.items.len(),
            View::Paid => self.windows.len(),
        }
    }

    /// Codes of something outstanding: of its item, when they are on no list.
    pub(super) fn codes_of(&self, one: &Outstanding) -> Vec<String> {
        if one.codes.is_empty() {
            return self.item_of(one).map(codes).unwrap_or_default();
        }
        one.codes.iter().map(|code| code.code.to_owned()).collect()
    }

    fn facets_of(&self, line: Line) -> Vec<Facet> {
        let (review, step, codes, client) = match line {
            Line::Open(at) => {
                let Some(one) = self.open.get(at) else { return Vec::new() };
                (one.since, Some(one.step), self.codes_of(one), one.client)
            }
            Line::Item(at) => {
                let Some(line) = self.items.get(at) else { return Vec::new() };
                let review = self.item(line).and_then(|item| item.review);
                (review, Some(line.step), line.codes.clone(), line.client)
            }
            Line::Window(window) => (Some(window), None, Vec::new(), None),
            Line::Paid(..) => return Vec::new(),
        };
        let facets = review.map(Facet::Review).into_iter().chain(step.map(Facet::Step));
        facets.chain(codes.into_iter().map(Facet::Code)).chain(client.map(Facet::Client)).collect()
    }

    fn is_shown(&self, line: Line, filter: &Filter) -> bool {
        match line {
            Line::Open(at) => self.open.get(at).is_some_and(|one| {
                let codes = self.codes_of(one);
                filter.shows(&Seen { review: one.since, step: one.step, codes: &codes, client: one.client })
            }),
            Line::Item(at) => self.items.get(at).is_some_and(|line| {
                let review = self.item(line).and_then(|item| item.review);
                filter.shows(&Seen { review, step: line.step, codes: &line.codes, client: line.client })
            }),
            Line::Window(window) | Line::Paid(window, _) => filter.shows_window(window),
        }
    }

    /// Every line of a view, in its order.
    pub(super) fn all(&self, view: View) -> Vec<Line> {
        match view {
            View::Open => (0..self.open.len()).map(Line::Open).collect(),
            View::Items => (0..self.items.len()).map(Line::Item).collect(),
            View::Paid => {
                let lines = |(window, of): (&ServiceMonth, &PaidWindow)| {
                    let window = *window;
                    let rows = (0..of.rows.len()).map(move |at| Line::Paid(window, at));
                    std::iter::once(Line::Window(window)).chain(rows)
                };
                self.windows.iter().rev().flat_map(lines).collect()
            }
        }
    }

    /// The lines of a view that a filter shows.
    pub(super) fn shown(&self, view: View, filter: &Filter) -> Vec<Line> {
        self.all(view).into_iter().filter(|line| self.is_shown(*line, filter)).collect()
    }

    /// What a view can be filtered by, each with the number of its lines; the latest review first.
    pub(super) fn facets(&self, view: View) -> Vec<(Facet, usize)> {
        let mut counts = BTreeMap::<Facet, usize>::new();
        for facet in self.all(view).into_iter().flat_map(|line| self.facets_of(line)) {
            *counts.entry(facet).or_default() += 1;
        }
        let is_review = |(facet, _): &(Facet, usize)| matches!(facet, Facet::Review(_));
        let (mut reviews, others): (Vec<_>, Vec<_>) = counts.into_iter().partition(is_review);
        reviews.reverse();
        reviews.into_iter().chain(others).collect()
    }

    /// Whose a line is.
    pub(super) fn client(&self, line: Line) -> Option<ClientKey> {
        match line {
            Line::Open(at) => self.open.get(at)?.client,
            Line::Item(at) => self.items.get(at)?.client,
            Line::Window(_) | Line::Paid(..) => None,
        }
    }

    /// Whether something is to be done about a line.
    pub(super) fn is_to_do(&self, line: Line) -> bool {
        match line {
            Line::Open(_) => true,
            Line::Item(at) => self.items.get(at).is_some_and(|line| line.step != Step::Nothing),
            Line::Window(window) => self.windows.get(&window).is_some_and(PaidWindow::differs),
            Line::Paid(window, at) => self.paid_row(window, at).is_some_and(|row| row.difference().is_some()),
        }
    }
}

/// Codes as they are shown and filtered by.
fn codes(item: &Item) -> Vec<String> {
    match item.says.unknown_code() {
        Some(code) => vec![code.to_owned()],
        None => item.says.codes().iter().map(|code| code.code.to_owned()).collect(),
    }
}
