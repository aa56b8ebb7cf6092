//! What the remedy of a finding would do to the client, before it is done: findings, the slip, the limit.

use super::form::Purpose;
use super::{Do, Layer, LayerCtx};
use crate::app::checks::{ClientChecks, Trial};
use crate::app::tally::ClientSlip;
use crate::check::{Finding, at_risk};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::kind::kind_info;
use crate::i18n::width::{display, fit, fit_right, wrap};
use crate::report::event_words::action_words;
use crate::report::finding_words::{FindingWords, remedy, title};
use crate::report::layout::grouped;
use crate::report::tally_words::state_id;
use crate::tui::action::{Action, Scope};
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::gauge::percent;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put, put_pieces, row, split_bottom, split_right};
use crate::tui::parts::severity::{severity_piece, yen};
use crate::tui::parts::table::scrollbar;
use crate::tui::parts::window::{centred, frame};
use crate::tui::theme::Role;
use crate::tui::wish::Wish;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeSet;

type Line = Vec<Piece>;

/// Cells of a label, and of a value before and after.
const LABEL: usize = 30;
const VALUE: usize = 16;

/// What the window does when it is taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carry {
    /// Decides at once.
    Wish(Wish),
    /// Asks for the reason first.
    Form(Purpose),
}

/// The window.
pub struct RemedyPreview {
    title: String,
    /// Whom it is about, and what it does.
    about: Vec<String>,
    /// The client before and after.
    table: Vec<Line>,
    lines: Vec<Line>,
    list: ListState,
    carry: Carry,
}

impl RemedyPreview {
    /// A window with what a remedy does; `after` is not known where rows would change.
    pub fn new(ctx: Ctx<'_>, finding: &Finding, carry: Carry, after: Option<&Trial>, client: usize) -> Self {
        let texts = &ctx.env.texts;
        let words = FindingWords { review: ctx.review, texts };
        let name = ctx.review.month.clients.get(client).map(|rows| ctx.words().client_name(rows.client));
        let mut about = vec![name.unwrap_or_default(), remedy(words, &finding.remedy)];
        let watch = ctx.review.watch();
        let before = watch.tally().and_then(|tally| tally.slip(client));
        let before = before.zip(watch.checks().and_then(|checks| checks.client(client)));
        let table = if let (Some(before), Some(after)) = (before, after) {
            compared(ctx, before, (&after.slip, &after.checks))
        } else {
            about.push(ctx.env.text("remedy-preview-unknown"));
            Vec::new()
        };
        let title = format!("{}: {}", ctx.env.text("action-remedy"), title(texts, finding.check));
        Self { title, about, table, lines: Vec::new(), list: ListState::default(), carry }
    }

    fn place(&self, area: Rect) -> Rect {
        let height = u16::try_from(self.lines.len()).unwrap_or(u16::MAX).saturating_add(3);
        centred(area, Self::width(area), height.clamp(5, area.height.saturating_sub(2).max(5)))
    }

    fn width(area: Rect) -> u16 {
        area.width.saturating_sub(4).min(96)
    }

    fn carry_out(&self) -> Vec<Do> {
        let wanted = match &self.carry {
            Carry::Wish(wish) => Do::Wish(wish.clone()),
            Carry::Form(purpose) => Do::Form(purpose.clone()),
        };
        vec![Do::Close, wanted]
    }
}

type Side<'a> = (&'a ClientSlip, &'a ClientChecks);

/// The client before and after: what is at risk, the slip with its lines, the findings.
fn compared(ctx: Ctx<'_>, before: Side<'_>, after: Side<'_>) -> Vec<Line> {
    let env = ctx.env;
    let both = |of: &dyn Fn(Side<'_>) -> String| (of(before), of(after));
    let risk = |side: Side<'_>| at_risk(side.1.open());
    let mut out = vec![vec![Piece::new(
        format!(
            "{} {}    {}",
            fit("", LABEL),
            fit_right(&env.text("remedy-preview-before"), VALUE),
            fit_right(&env.text("remedy-preview-after"), VALUE)
        ),
        Role::PopupDim,
    )]];
    out.push(line(&env.text("remedy-preview-yen"), both(&|side| yen(env, Some(risk(side).yen)))));
    out.push(line(&env.text("remedy-preview-units"), both(&|side| grouped(risk(side).units))));
    out.push(line(&env.text("remedy-preview-findings"), both(&|side| side.1.open().count().to_string())));
    out.push(line(&env.text("remedy-preview-slip"), both(&|side| env.text(state_id(side.0.state)))));
    out.push(line(&env.text("column-action"), both(&|side| action_of(env, side.0))));
    out.push(line(&env.text("column-slip-units"), both(&|side| grouped(side.0.total()))));
    out.push(line(&env.text("column-limit"), both(&|side| of_limit(side.0))));
    let pairs: BTreeSet<_> =
        before.0.lines.iter().chain(&after.0.lines).map(|line| (line.office, line.kind)).collect();
    for pair in pairs {
        out.push(line(&format!("  {}", office(ctx, pair)), both(&|side| units_of(side.0, pair))));
    }
    out.extend(findings(ctx, before.1, after.1));
    out
}

/// A label with both values; what changes stands out.
fn line(label: &str, (before, after): (String, String)) -> Line {
    let is_same = before == after;
    let role = if is_same { Role::Popup } else { Role::PopupKey };
    vec![
        Piece::new(format!("{} {}", fit(label, LABEL), fit_right(&before, VALUE)), Role::Popup),
        Piece::new(if is_same { "    " } else { " -> " }, role),
        Piece::new(fit_right(&after, VALUE), role),
    ]
}

fn action_of(env: &Env, slip: &ClientSlip) -> String {
    match (slip.action(), slip.is_due()) {
        (None, false) if slip.chosen.is_none() => "-".to_owned(),
        (action, _) => action_words(&env.texts, action),
    }
}

fn of_limit(slip: &ClientSlip) -> String {
    let share = slip.limit.and_then(|limit| Some((limit, percent(slip.total(), limit)?)));
    share.map_or_else(|| "-".to_owned(), |(limit, share)| format!("{} ({share}%)", grouped(limit)))
}

fn units_of(slip: &ClientSlip, (office, kind): (OfficeNumber, ServiceKind)) -> String {
    let line = slip.lines.iter().find(|line| (line.office, line.kind) == (office, kind));
    line.map_or_else(|| "-".to_owned(), |line| grouped(line.units))
}

fn office(ctx: Ctx<'_>, (office, kind): (OfficeNumber, ServiceKind)) -> String {
    let kind = kind_info(kind).map_or_else(|| kind.to_string(), |info| info.short_name.to_owned());
    format!("{kind} {}", display(&ctx.review.month.office_name(office)))
}

/// What goes away, what stays, what is new.
fn findings(ctx: Ctx<'_>, before: &ClientChecks, after: &ClientChecks) -> Vec<Line> {
    let env = ctx.env;
    let is_in = |checks: &ClientChecks, finding: &Finding| {
        checks.open().any(|other| (other.check, other.pair) == (finding.check, finding.pair))
    };
    let one = |id: &str, finding: &Finding, role: Role| {
        let severity = severity_piece(env, finding.severity);
        let amount = if finding.units == 0 { String::new() } else { yen(env, finding.yen) };
        let text = format!("{} {amount}", title(&env.texts, finding.check));
        vec![
            Piece::new(format!("{} ", env.text(id)), role),
            Piece::new(
                format!("{} ", severity.text),
                if role == Role::PopupDim { role } else { severity.role },
            ),
            Piece::new(text, role),
        ]
    };
    let new = after.open().filter(|finding| !is_in(before, finding));
    let gone = before.open().filter(|finding| !is_in(after, finding));
    let stays = after.open().filter(|finding| is_in(before, finding));
    let new = new.map(|finding| one("remedy-preview-new", finding, Role::PopupKey));
    let gone = gone.map(|finding| one("remedy-preview-gone", finding, Role::PopupDim));
    let stays = stays.map(|finding| one("remedy-preview-stays", finding, Role::Popup));
    gone.chain(new).chain(stays).collect()
}

impl Layer for RemedyPreview {
    fn scopes(&self) -> &'static [Scope] {
        &[Scope::Remedy, Scope::Popup, Scope::List, Scope::Always]
    }

    fn act(&mut self, action: Action, _ctx: LayerCtx<'_>) -> Vec<Do> {
        match action {
            Action::Close => vec![Do::Close],
            Action::Open | Action::CarryOut => self.carry_out(),
            other => {
                self.list.act(other, self.lines.len());
                Vec::new()
            }
        }
    }

    fn settle(&mut self, _ctx: LayerCtx<'_>, area: Rect) {
        let cells = usize::from(Self::width(area).saturating_sub(5));
        let above = self.about.iter().flat_map(|text| wrap(&display(text), cells));
        self.lines = above.map(|line| vec![Piece::new(line, Role::Popup)]).collect();
        self.lines.extend(self.table.iter().cloned());
        let height = self.place(area).height.saturating_sub(3);
        self.list.settle(self.lines.len(), height);
    }

    fn click(&mut self, at: Position, _ctx: LayerCtx<'_>, area: Rect) -> Vec<Do> {
        if self.place(area).contains(at) { Vec::new() } else { vec![Do::Close] }
    }

    fn draw(&self, ctx: LayerCtx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let env = ctx.env;
        let inside = frame(env, self.place(area), &self.title, buffer);
        let (text, foot) = split_bottom(inside, 1);
        let visible = self.list.visible(self.lines.len(), text.height);
        let seen = visible.len();
        let is_long = seen < self.lines.len();
        let (body, bar) = split_right(text, u16::from(is_long));
        for (y, line) in (0_u16..).zip(self.lines.get(visible).unwrap_or_default()) {
            put_pieces(buffer, row(body, y), (0, 0), body.width, line, &env.theme);
        }
        if is_long {
            scrollbar(env, bar, (self.list.offset, seen), self.lines.len(), buffer);
        }
        let id = match self.carry {
            Carry::Wish(_) => "remedy-preview-hint",
            Carry::Form(_) => "remedy-preview-hint-form",
        };
        put(buffer, foot, (0, 0), foot.width, &env.text(id), env.theme.style(Role::PopupDim));
        Some(Position::new(inside.x, inside.y))
    }
}
