//! Going from screen to screen and from client to client.

use super::{Model, Phase, ctx};
use crate::app::review::Review;
use crate::domain::month::ServiceMonth;
use crate::tui::effect::{Effect, Job};
use crate::tui::screens::ScreenId;

impl Model {
    /// To a screen by its digit. From a list to 利用者, the client that the cursor is on is shown.
    pub(super) fn go(&mut self, screen: ScreenId) -> Vec<Effect> {
        if screen == ScreenId::Client
            && screen != self.current
            && let Some(ctx) = ctx(&self.env, &self.phase)
            && let Some(client) = self.screens.get(self.current).client(ctx)
        {
            let difference = self.screens.get(self.current).difference(ctx).map(|at| at.at);
            self.screens.client_mut().show(client, difference, ctx);
        }
        self.switch(screen)
    }

    fn switch(&mut self, screen: ScreenId) -> Vec<Effect> {
        if self.review().is_none() || screen == self.current {
            return Vec::new();
        }
        self.history.retain(|before| *before != screen);
        self.history.push(self.current);
        let before = std::mem::replace(&mut self.current, screen);
        if before == ScreenId::Client {
            self.follow_client();
        }
        self.save()
    }

    pub(super) fn back(&mut self) -> Vec<Effect> {
        if matches!(self.phase, Phase::Reading { .. }) {
            self.generation += 1;
            self.phase = Phase::Stopped(Vec::new());
            return vec![Effect::StopOpening];
        }
        // The last step always leads to the first screen.
        let before = self.history.pop().unwrap_or(ScreenId::Board);
        if before != self.current {
            self.current = before;
            self.follow_client();
        }
        Vec::new()
    }

    /// From 利用者 back on the board, 給付管理票, 請求 or 提出前点検, the cursor stands on the client that was looked at last.
    pub(super) fn follow_client(&mut self) {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return };
        let Some(client) = self.screens.get(ScreenId::Client).client(ctx) else { return };
        match self.current {
            ScreenId::Board => self.screens.board_mut().follow(client),
            ScreenId::Slips => self.screens.slips_mut().follow(client),
            ScreenId::Fees => self.screens.fees_mut().follow(client),
            ScreenId::Checks => self.screens.checks_mut().follow(client),
            _ => {}
        }
    }

    pub(super) fn show_client(&mut self, client: usize, difference: Option<u32>) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        if self.current == ScreenId::Board && difference.is_none() {
            self.screens.board_mut().go_to(client, ctx);
        }
        self.screens.client_mut().show(client, difference, ctx);
        self.switch(ScreenId::Client)
    }

    /// `n` after the last difference of a client, `N` before the first.
    pub(super) fn next_client_with_differences(&mut self, from: usize, is_forward: bool) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let Some(client) = self.screens.board().next_different(ctx, from, is_forward) else {
            self.notice = Some(self.env.text("notice-no-more-differences"));
            return Vec::new();
        };
        let found = ctx.review.month.comparisons.get(client);
        let differences = found.map(|found| found.differences.as_slice()).unwrap_or_default();
        let mut open = (0_u32..).zip(differences).filter(|(_, d)| !ctx.review.settled(d).is_final());
        let difference = if is_forward { open.next() } else { open.last() };
        self.show_client(client, difference.map(|(at, _)| at))
    }

    /// `[` and `]` on screens without clients of their own: the next client, shown on 利用者.
    pub(super) fn neighbour(&mut self, is_forward: bool) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let current = self.screens.get(ScreenId::Client).client(ctx);
        let next = current
            .and_then(|client| self.screens.board().neighbour(client, if is_forward { 1 } else { -1 }));
        if let Some(client) = next {
            return self.show_client(client, None);
        }
        self.notice = Some(self.env.text("notice-no-more-clients"));
        Vec::new()
    }

    pub(super) fn reopen(&mut self, month: Option<ServiceMonth>) -> Vec<Effect> {
        self.generation += 1;
        self.left_at = ctx(&self.env, &self.phase).and_then(|ctx| {
            let client = self.screens.get(self.current).client(ctx)?;
            ctx.review.month.clients.get(client).map(|rows| rows.client)
        });
        self.leads_to = None;
        self.phase = Phase::Reading { done: 0, total: 0 };
        self.history.clear();
        vec![Effect::Work(Job::Open { generation: self.generation, month })]
    }

    pub(super) fn quit(&mut self) -> Vec<Effect> {
        let mut effects = self.save();
        effects.push(Effect::Quit);
        effects
    }

    /// Remembers how the screens are set for this month.
    pub(super) fn save(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let key = month_key(ctx.review);
        let before = self.saved.clone();
        for screen in ScreenId::ALL {
            self.saved.remember(&key, screen.title(), self.screens.get(*screen).remember(ctx));
        }
        if self.saved == before { Vec::new() } else { vec![Effect::Work(Job::Save(self.saved.clone()))] }
    }
}

/// What a month is remembered by: its first care office and the month.
pub(super) fn month_key(review: &Review) -> String {
    let office = review.month.care_offices.first().map(ToString::to_string).unwrap_or_default();
    format!("{office}-{}", review.month.month.compact())
}
