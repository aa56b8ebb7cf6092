//! What a rule would do, row by row, before it does it.

use super::form::Purpose;
use super::{Do, Layer, LayerCtx};
use crate::app::decide::Proposal;
use crate::app::review::DifferenceAt;
use crate::i18n::Arg;
use crate::i18n::width::{cut, fit};
use crate::report::event_words::risk_sentence;
use crate::report::rule_preview;
use crate::tui::action::{Action, Scope};
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::difference::{change, class_piece, delta_piece};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, put_pieces, row, split_bottom, split_right, split_top};
use crate::tui::parts::table::scrollbar;
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use crate::tui::wish::Wish;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// The window.
pub struct RulePreview {
    name: String,
    proposal: Proposal,
    list: ListState,
}

/// The name of a rule: its own, or what it says.
pub fn rule_name(ctx: Ctx<'_>, proposal: &Proposal) -> String {
    if let Some(name) = &proposal.name {
        return name.clone();
    }
    rule_preview::rule_name(ctx.review, &ctx.env.texts, &proposal.rule)
}

impl RulePreview {
    /// A window with what a rule does.
    pub fn new(ctx: Ctx<'_>, proposal: Proposal) -> Self {
        Self { name: rule_name(ctx, &proposal), proposal, list: ListState::default() }
    }

    fn len(&self) -> usize {
        self.proposal.hits.hit.len() + self.proposal.hits.guarded.len()
    }

    fn place(area: Rect) -> Rect {
        centred(area, area.width.saturating_sub(4).min(110), area.height.saturating_sub(2))
    }

    /// The difference on a line, and why it is left alone.
    fn at(&self, ctx: Ctx<'_>, line: usize) -> Option<(DifferenceAt, Option<String>)> {
        let hits = &self.proposal.hits;
        if let Some(at) = hits.hit.get(line) {
            return Some((*at, None));
        }
        let guarded = hits.guarded.get(line - hits.hit.len())?;
        Some((guarded.at, Some(risk_sentence(ctx.words(), guarded.risk))))
    }

    fn pieces(&self, ctx: Ctx<'_>, line: usize, cells: usize) -> Vec<Piece> {
        let Some((at, risk)) = self.at(ctx, line) else { return Vec::new() };
        let Some(difference) = ctx.review.difference(at) else { return Vec::new() };
        let words = ctx.words();
        let mut class = class_piece(ctx.env, difference.class);
        class.text = fit(&class.text, 12);
        let name = fit(&words.client_name(difference.client), 14);
        let office = fit(&ctx.review.month.office_name(difference.provider), 16);
        let text = format!("{name} {office} {}", change(ctx, difference));
        let mark = if risk.is_some() { "! " } else { "  " };
        let delta = delta_piece(difference.units_delta);
        let mut pieces = vec![Piece::new(mark, Role::StateFaulty), class, Piece::new(" ", Role::Popup)];
        if let Some(risk) = risk {
            // Why a row is left alone counts more than what it is about.
            pieces.push(Piece::new(format!("{name} "), Role::Popup));
            pieces.push(Piece::new(cut(&risk, cells.saturating_sub(32)), Role::StateFaulty));
        } else {
            pieces.push(Piece::new(fit(&text, cells.saturating_sub(24)), Role::Popup));
            pieces.push(Piece::new(format!(" {}", delta.text), delta.role));
        }
        pieces
    }

    fn head(&self, env: &Env) -> String {
        let hits = &self.proposal.hits;
        let args = [("count", Arg::from(hits.hit.len())), ("guarded", Arg::from(hits.guarded.len()))];
        env.format("rule-hits", &args)
    }
}

impl Layer for RulePreview {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Rule, Scope::Popup, Scope::List, Scope::Always]
    }

    fn act(&mut self, action: Action, _ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::Close => vec![Do::Close],
            Action::Open => {
                let wish = Wish::Rule { name: self.name.clone(), rule: self.proposal.rule.clone() };
                vec![Do::Close, Do::Wish(wish)]
            }
            Action::KeepRule => match &self.proposal.name {
                Some(name) => vec![Do::Close, Do::Wish(Wish::KeepRule { name: name.clone(), rule: None })],
                None => vec![Do::Form(Purpose::KeepRule(self.proposal.rule.clone()))],
            },
            other => {
                self.list.act(other, self.len());
                Vec::new()
            }
        }
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        self.list.settle(self.len(), Self::place(area).height.saturating_sub(5));
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let review = ctx.review?;
        let ctx = Ctx { env, review };
        let inside = frame(env, Self::place(area), &self.name, buffer);
        let (head, rest) = split_top(inside, 1);
        put(buffer, head, (0, 0), head.width, &self.head(env), env.theme.style(Role::PopupTitle));
        let (body, foot) = split_bottom(rest, 1);
        let hint = env.text(if self.proposal.name.is_some() { "rule-hint-kept" } else { "rule-hint" });
        put(buffer, foot, (0, 0), foot.width, &hint, env.theme.style(Role::PopupDim));
        let visible = self.list.visible(self.len(), body.height);
        let (offset, seen) = (visible.start, visible.len());
        let (body, bar) = split_right(body, u16::from(seen < self.len()));
        for (y, line) in (0_u16..).zip(visible) {
            let place = row(body, y);
            let pieces = self.pieces(ctx, line, usize::from(place.width));
            put_pieces(buffer, place, (0, 0), place.width, &pieces, &env.theme);
            if line == self.list.cursor {
                buffer.set_style(place.intersection(buffer.area), env.theme.cursor_row());
            }
        }
        if seen < self.len() {
            scrollbar(env, bar, (offset, seen), self.len(), buffer);
        }
        Some(Position::new(inside.x, inside.y))
    }
}
