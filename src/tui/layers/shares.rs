//! 割振: who bears the units over the limits, row by row, with what is left to share out.

mod drawing;
#[cfg(test)]
mod tests;
mod typing;

use super::{Do, Layer, LayerCtx};
use crate::app::decide::{Refusal, shares as decide_shares};
use crate::app::review::Review;
use crate::app::worth::{SharesFrom, Worth, share_rows, worth};
use crate::benefit::allot::{Share, propose};
use crate::benefit::sheet::LineResult;
use crate::i18n::width::{display, wrap};
use crate::report::event_words::refusal_sentence;
use crate::tui::action::{Action, Scope};
use crate::tui::env::Ctx;
use crate::tui::key::Key;
use crate::tui::parts::field;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row as line_of, split_bottom, split_right, split_top};
use crate::tui::parts::table::scrollbar;
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use crate::tui::wish::{Wish, drafted};
use drawing::{Places, draw_head, draw_remainder};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use tui_input::InputRequest;
use typing::{Column, Typing, is_digit};

/// The window.
pub struct Shares {
    /// Position of the client.
    client: usize,
    title: String,
    /// Code, office and name of each row.
    names: Vec<String>,
    typing: Typing,
    /// What the rule proposes.
    proposed: Vec<Share>,
    list: ListState,
    /// Rows of a page.
    page: usize,
    /// What is wrong with what was typed.
    fault: Option<String>,
    /// `fault` as lines.
    fault_lines: Vec<String>,
}

impl Shares {
    /// A window for the client at a position, filled in with the shares that stand.
    ///
    /// # Errors
    /// A sentence: the month is closed, the client is locked, there is no sheet, or nothing is over the limits.
    pub fn new(ctx: Ctx<'_>, client: usize) -> Result<Self, String> {
        let refused = |refusal: Refusal| refusal_sentence(ctx.words(), &refusal);
        let worth = worth(&ctx.review.ground(), client).ok_or_else(|| refused(Refusal::Nothing))?;
        refuse_locked(ctx.review, client).map_err(refused)?;
        let sheet = worth.sheet.as_ref().ok_or_else(|| refused(Refusal::NoSheet(worth.client)))?;
        if worth.shares == SharesFrom::NothingOver {
            return Err(ctx.env.text("shares-nothing"));
        }
        let rows = share_rows(sheet);
        let limits = worth.person.limits.clone();
        let proposed = propose(&rows, &limits, &ctx.review.rules.policy.allot_rule).shares;
        let stand: Vec<Share> = sheet.lines.iter().filter_map(share_of).collect();
        let names = rows.iter().map(|row| {
            let name = ctx.review.code_name(row.key.code).map(display).unwrap_or_default();
            let office = display(&ctx.review.month.office_name(row.key.office));
            format!("{} {office} {name}", row.key.code)
        });
        Ok(Self {
            client,
            title: title(ctx, &worth),
            names: names.collect(),
            typing: Typing::new(rows, limits, &stand),
            proposed,
            list: ListState::default(),
            page: 1,
            fault: None,
            fault_lines: Vec::new(),
        })
    }

    /// Saves the shares when nothing is left to share out; what was typed is not lost because of one wrong value.
    fn accept(&mut self, ctx: LayerCtx<'_>) -> Vec<Do> {
        let Some(review) = ctx.review else { return vec![Do::Close] };
        let Some(shares) = self.typing.shares() else {
            self.fault = Some(ctx.env.text("shares-no-number"));
            return Vec::new();
        };
        let wish = Wish::Shares { client: self.client, shares: Some(shares) };
        match drafted(review, &wish) {
            Ok(_) => vec![Do::Close, Do::Wish(wish)],
            Err(refusal) => {
                let said = refusal_sentence(ctx.env.words(review), &refusal);
                if refusal == Refusal::Nothing {
                    return vec![Do::Close, Do::Say(said)];
                }
                self.fault = Some(said);
                Vec::new()
            }
        }
    }

    /// As high as all rows need, and a sentence below them.
    fn place(&self, area: Rect) -> Rect {
        let lines = self.names.len() + usize::from(self.above()) + usize::from(self.below()) + 4;
        let height = u16::try_from(lines).unwrap_or(u16::MAX).min(area.height.saturating_sub(2));
        centred(area, area.width.saturating_sub(4).min(100), height)
    }

    /// Lines above the rows: one a limit, and the headings.
    fn above(&self) -> u16 {
        u16::try_from(self.typing.remainders().len()).unwrap_or(u16::MAX).saturating_add(1)
    }

    /// Lines below the rows: what is wrong, and the hints.
    fn below(&self) -> u16 {
        u16::try_from(self.fault_lines.len()).unwrap_or(u16::MAX).saturating_add(1)
    }

    fn body(&self, area: Rect) -> Rect {
        let inside = self.place(area);
        let inside = Rect {
            y: inside.y + 1,
            height: inside.height.saturating_sub(2),
            x: inside.x + 2,
            width: inside.width.saturating_sub(4),
        };
        split_bottom(split_top(inside, self.above()).1, self.below()).0
    }
}

/// Refuses what the decision would refuse in the end, before anything is typed.
fn refuse_locked(review: &Review, client: usize) -> Result<(), Refusal> {
    match decide_shares(review, client, None) {
        Err(refusal @ (Refusal::MonthClosed | Refusal::Fixed(_))) => Err(refusal),
        _ => Ok(()),
    }
}

/// The share of a row inside the limit, as it stands.
fn share_of(line: &LineResult) -> Option<Share> {
    line.columns.managed_units?;
    Some(Share {
        kind_over: line.columns.kind_over.unwrap_or_default(),
        category_over: line.columns.category_over.unwrap_or_default(),
    })
}

fn title(ctx: Ctx<'_>, worth: &Worth) -> String {
    format!("{}  {}", ctx.env.text("action-allot"), ctx.words().client_name(worth.client))
}

impl Layer for Shares {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Shares, Scope::Field, Scope::Always]
    }

    fn typed(&mut self, key: Key, _ctx: LayerCtx<'_>) -> bool {
        if key.typed().is_some_and(|c| !is_digit(c)) {
            return false;
        }
        let Some(request) = field::request(key) else { return false };
        self.typing.edit(request);
        self.fault = None;
        true
    }

    fn paste(&mut self, text: &str, _ctx: LayerCtx<'_>) {
        for c in text.chars().filter(|c| is_digit(*c)) {
            self.typing.edit(InputRequest::InsertChar(c));
        }
        self.fault = None;
    }

    fn act(&mut self, action: Action, ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::FieldAccept => return self.accept(ctx),
            Action::FieldCancel => return vec![Do::Close],
            Action::FieldNext => self.typing.step(true),
            Action::FieldPrevious => self.typing.step(false),
            Action::FieldDown => self.typing.go(1, true),
            Action::FieldUp => self.typing.go(1, false),
            Action::FieldPageDown => self.typing.go(self.page, true),
            Action::FieldPageUp => self.typing.go(self.page, false),
            Action::ProposeShares => self.typing.fill(&self.proposed),
            Action::RestToRow => self.typing.hand_rest(),
            _ => return Vec::new(),
        }
        self.fault = None;
        Vec::new()
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        let cells = usize::from(self.place(area).width.saturating_sub(4));
        self.fault_lines = self.fault.iter().flat_map(|text| wrap(&display(text), cells)).collect();
        if let Some((row, _)) = self.typing.place() {
            self.list.select(row);
        }
        let height = self.body(area).height;
        self.page = usize::from(height).saturating_sub(1).max(1);
        self.list.settle(self.names.len(), height);
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        let body = self.body(area);
        let line = at.y.checked_sub(body.y).filter(|_| body.contains(at));
        if let Some(row) = line.and_then(|line| self.list.row_at(line, self.names.len())) {
            let is_kind = at.x < body.x + Places::of(body.width.saturating_sub(1)).category;
            self.typing.select(row, if is_kind { Column::Kind } else { Column::Category });
        }
        Vec::new()
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let ctx = Ctx { env, review: ctx.review? };
        let inside = frame(env, self.place(area), &self.title, buffer);
        for (y, found) in (0_u16..).zip(self.typing.remainders()) {
            draw_remainder(ctx, &found, line_of(inside, y), buffer);
        }
        let body = self.body(area);
        let (text, bar) = split_right(body, 1);
        let head = line_of(inside, self.above().saturating_sub(1));
        draw_head(env, Rect { width: text.width, ..head }, buffer);
        let mut cursor = None;
        for (y, at) in (0_u16..).zip(self.list.visible(self.names.len(), body.height)) {
            let own = self.draw_row(env, at, line_of(text, y), buffer);
            cursor = cursor.or(own);
        }
        scrollbar(env, bar, (self.list.offset, usize::from(body.height)), self.names.len(), buffer);
        let (_, foot) = split_bottom(inside, self.below());
        for (y, line) in (0_u16..).zip(&self.fault_lines) {
            put(buffer, line_of(foot, y), (0, 0), foot.width, line, env.theme.style(Role::NoticeError));
        }
        let hint = line_of(foot, foot.height.saturating_sub(1));
        put(buffer, hint, (0, 0), hint.width, &env.text("shares-hint"), env.theme.style(Role::PopupDim));
        cursor
    }
}
