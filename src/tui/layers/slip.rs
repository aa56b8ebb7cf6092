//! A 給付管理票 as the paper form (様式第十一), before it is written; and the window that other forms use too.

use super::message::Message;
use super::{Do, Layer, LayerCtx};
use crate::app::tally::{ClientSlip, Proposal};
use crate::domain::month::Day;
use crate::domain::slip::SlipAction;
use crate::format::kokuhoren::slip::Slip;
use crate::i18n::Arg;
use crate::i18n::width::head;
use crate::report::slip_form::{NARROWEST, WIDEST, lines};
use crate::report::slip_words::SlipWords;
use crate::report::tally_words::{block_sentence, fault_sentence, state_id, state_sentence};
use crate::tui::action::Action;
use crate::tui::env::Ctx;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row, split_bottom};
use crate::tui::parts::window::{centred, clear, frame};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

/// Cells that one step to the side moves.
const STEP: usize = 8;

/// Columns of a frame with the blanks inside it.
const FRAME: u16 = 4;

/// The window. It is a page that scrolls: the cursor of the list is the first line.
pub struct Preview {
    title: String,
    form: Form,
    lines: Vec<String>,
    list: ListState,
    /// Lines that are seen.
    seen: usize,
    /// Cells that are left out at the left.
    left: usize,
}

/// A form in lines of so many cells.
pub(super) type Form = Box<dyn Fn(SlipWords<'_>, usize) -> Vec<String> + Send>;

/// A window with the form of a slip, or with the reasons why there is none.
pub fn preview(ctx: Ctx<'_>, slip: &ClientSlip) -> Box<dyn Layer> {
    let env = ctx.env;
    let today = Day::of(env.today);
    let form = today.and_then(|today| filled(slip).slip(ctx.review.month.month, today));
    match form.filter(|form| !form.lines.is_empty()) {
        Some(slip_form) => {
            let title = env.format("slip-preview", &[("state", Arg::from(env.text(state_id(slip.state))))]);
            Box::new(Preview::new(title, form_of(slip_form)))
        }
        None => Box::new(Message::new(env.text("slip-preview-none"), &reasons(ctx, slip))),
    }
}

fn form_of(slip: Slip) -> Form {
    Box::new(move |words, cells| lines(&slip, words, cells))
}

/// What is not sent now is shown as it would be sent.
fn filled(slip: &ClientSlip) -> ClientSlip {
    let mut slip = slip.clone();
    if slip.action().is_none() {
        let action = match slip.proposal {
            Proposal::New | Proposal::Nothing => SlipAction::New,
            Proposal::Replace | Proposal::Unchanged | Proposal::NothingLeft => SlipAction::Replace,
        };
        slip.chosen = Some((Some(action), String::new()));
    }
    slip
}

fn reasons(ctx: Ctx<'_>, slip: &ClientSlip) -> Vec<String> {
    let words = ctx.words();
    let mut reasons: Vec<String> = slip.faults.iter().map(|fault| fault_sentence(words, fault)).collect();
    reasons.extend(slip.open_blocks().map(|block| block_sentence(words, block)));
    if reasons.is_empty() {
        reasons.push(state_sentence(&ctx.env.texts, slip.state));
    }
    reasons
}

impl Preview {
    /// A window with a form.
    pub(super) fn new(title: String, form: Form) -> Self {
        Self { title, form, lines: Vec::new(), list: ListState::default(), seen: 0, left: 0 }
    }

    /// The window and what is inside it; a frame only where it takes nothing away from the form.
    fn places(area: Rect) -> (Rect, Rect) {
        let narrowest = u16::try_from(NARROWEST).unwrap_or(u16::MAX);
        let widest = u16::try_from(WIDEST).unwrap_or(u16::MAX);
        if area.width < narrowest + FRAME {
            return (area, area);
        }
        let outer = centred(area, widest + FRAME, area.height);
        let height = outer.height.saturating_sub(2);
        (outer, Rect { x: outer.x + 2, y: outer.y + 1, width: outer.width - FRAME, height })
    }

    /// Lines that can stand first.
    fn firsts(&self) -> usize {
        (self.lines.len() + 1).saturating_sub(self.seen).max(1)
    }
}

impl Layer for Preview {
    fn act(&mut self, action: Action, _ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::Close | Action::Open => return vec![Do::Close],
            Action::Left => self.left = self.left.saturating_sub(STEP),
            Action::Right => self.left += STEP,
            _ => {
                self.list.act(action, self.firsts());
            }
        }
        Vec::new()
    }

    fn settle(&mut self, ctx: LayerCtx<'_>, area: Rect) {
        let (_, inside) = Self::places(area);
        let cells = usize::from(inside.width).clamp(NARROWEST, WIDEST);
        if let Some(review) = ctx.review {
            self.lines = (self.form)(SlipWords { names: review, texts: &ctx.env.texts }, cells);
        }
        let height = inside.height.saturating_sub(1);
        self.seen = usize::from(height);
        self.list.settle(self.firsts(), height);
        self.left = self.left.min(cells.saturating_sub(usize::from(inside.width)));
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        if Self::places(area).0.contains(at) { Vec::new() } else { vec![Do::Close] }
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let (outer, inside) = Self::places(area);
        if outer == inside {
            clear(env, outer, buffer);
        } else {
            frame(env, outer, &self.title, buffer);
        }
        let (page, foot) = split_bottom(inside, 1);
        let first = self.list.cursor;
        for (y, line) in (0..page.height).zip(self.lines.iter().skip(first)) {
            let (hidden, _) = head(line, self.left);
            let shown = line.get(hidden.len()..).unwrap_or_default();
            put(buffer, row(page, y), (0, 0), page.width, shown, env.theme.style(Role::Popup));
        }
        let last = (first + usize::from(page.height)).min(self.lines.len());
        let args = [
            ("title", Arg::from(self.title.as_str())),
            ("first", Arg::from(first + 1)),
            ("last", Arg::from(last)),
            ("all", Arg::from(self.lines.len())),
        ];
        let hint = env.format("slip-preview-hint", &args);
        put(buffer, foot, (0, 0), foot.width, &hint, env.theme.style(Role::PopupDim));
        Some(Position::new(page.x, page.y))
    }
}
