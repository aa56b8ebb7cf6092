//! ヘルプ: keys in force, what marks and states mean, where files are, what is wrong with the settings.

use super::{Answer, Screen};
use crate::app::review::CellState;
use crate::check::Severity;
use crate::domain::difference::DifferenceClass;
use crate::i18n::Arg;
use crate::i18n::width::{display, fit, wrap};
use crate::report::tally_words::state_id as slip_state_id;
use crate::tui::action::{Action, Scope};
use crate::tui::env::{Ctx, Env};
use crate::tui::layers::keys::KeyColumns;
use crate::tui::parts::difference::class_mark;
use crate::tui::parts::fee::{STANDINGS, fee_mark};
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{Piece, put_pieces, row, split_right};
use crate::tui::parts::severity::severity_piece;
use crate::tui::parts::slip::{STATES, slip_mark};
use crate::tui::parts::state::{state_id, state_mark};
use crate::tui::parts::table::scrollbar;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;
use std::path::Path;

/// The screen. It is a page that scrolls: the cursor of the list is the first line.
#[derive(Default)]
pub struct Help {
    list: ListState,
    lines: Vec<Vec<Piece>>,
    seen: usize,
}

/// Scopes in the order of the page, each with the message of its heading.
pub const SECTIONS: &[(Scope, &str)] = &[
    (Scope::Global, "keys-global"),
    (Scope::List, "keys-list"),
    (Scope::Board, "screen-board"),
    (Scope::Client, "screen-client"),
    (Scope::Differences, "screen-differences"),
    (Scope::Managers, "screen-managers"),
    (Scope::Intake, "screen-intake"),
    (Scope::Journal, "screen-journal"),
    (Scope::Outbox, "screen-outbox"),
    (Scope::Slips, "screen-slips"),
    (Scope::Fees, "screen-fees"),
    (Scope::Registers, "screen-registers"),
    (Scope::Checks, "screen-checks"),
    (Scope::Notices, "screen-notices"),
    (Scope::Popup, "keys-popup"),
    (Scope::Rule, "keys-rule"),
    (Scope::Remedy, "keys-remedy"),
    (Scope::Shares, "keys-shares"),
    (Scope::Entry, "keys-entry"),
    (Scope::Field, "keys-field"),
    (Scope::Always, "keys-always"),
];

fn lines(ctx: Ctx<'_>, cells: usize) -> Vec<Vec<Piece>> {
    let env = ctx.env;
    let mut out = Vec::new();
    heading(&mut out, env.text("help-marks"));
    for state in CellState::ALL {
        let (mark, role) = state_mark(state);
        let id = state_id(state);
        meaning(&mut out, &format!("{mark} {}", env.text(id)), role, &env.text(&format!("{id}.help")), cells);
    }
    for class in DifferenceClass::ALL {
        let (mark, role) = class_mark(class);
        let short = env.text(&format!("class-short-{}", class.name().replace('_', "-")));
        // Where the short name is the name, it says enough.
        let name = env.texts.class(class);
        let text = if name == short { "" } else { &name };
        meaning(&mut out, &format!("{mark} {short}"), role, text, cells);
    }
    meaning(&mut out, "=", Role::MarkSame, &env.text("help-mark-same"), cells);
    meaning(&mut out, ".", Role::MarkWaiting, &env.text("help-mark-waiting"), cells);
    for id in ["help-limit", "help-units", "help-settled"] {
        paragraph(&mut out, &env.text(id), cells);
    }
    heading(&mut out, env.text("screen-slips"));
    slip_states(&mut out, env, cells);
    heading(&mut out, env.text("screen-fees"));
    fee_states(&mut out, env, cells);
    heading(&mut out, env.text("screen-checks"));
    severities(&mut out, env, cells);
    let columns = KeyColumns::of(env, Action::ALL);
    for (scope, title) in SECTIONS {
        heading(&mut out, env.text(title));
        for action in Action::ALL.iter().filter(|action| action.scope() == *scope) {
            let roles = [Role::HintKey, Role::Text, Role::TextDim];
            let mut line = vec![Piece::new("  ", Role::Text)];
            line.extend(columns.line(env, *action, cells.saturating_sub(4), roles));
            out.push(line);
        }
    }
    heading(&mut out, env.text("help-files"));
    places(&mut out, env, cells);
    heading(&mut out, env.text("help-about-kyukan"));
    let version = Arg::from(env!("CARGO_PKG_VERSION"));
    paragraph(&mut out, &env.format("help-version", &[("version", version)]), cells);
    out
}

fn slip_states(out: &mut Vec<Vec<Piece>>, env: &Env, cells: usize) {
    for state in STATES {
        let (mark, role, _) = slip_mark(state);
        let id = slip_state_id(state);
        meaning(out, &format!("{mark} {}", env.text(id)), role, &env.text(&format!("{id}.help")), cells);
    }
}

fn fee_states(out: &mut Vec<Vec<Piece>>, env: &Env, cells: usize) {
    for standing in STANDINGS {
        let (mark, role, _) = fee_mark(standing);
        let id = standing.word();
        meaning(out, &format!("{mark} {}", env.text(id)), role, &env.text(&format!("{id}.help")), cells);
    }
    paragraph(out, &env.text("fees-written-by"), cells);
}

fn severities(out: &mut Vec<Vec<Piece>>, env: &Env, cells: usize) {
    for severity in Severity::ALL.iter().rev() {
        let Piece { text, role } = severity_piece(env, *severity);
        let (mark, word) = text.split_at(1);
        let help = env.text(match severity {
            Severity::Return => "help-severity-return",
            Severity::Hold => "help-severity-hold",
            Severity::Cut => "help-severity-cut",
            Severity::Confirm => "help-severity-confirm",
        });
        meaning(out, &format!("{mark} {word}"), role, &help, cells);
    }
}

fn places(out: &mut Vec<Vec<Piece>>, env: &Env, cells: usize) {
    let shown = |path: &Path| display(&path.display().to_string());
    let opened: Vec<String> = env.places.opened.iter().map(|path| shown(path)).collect();
    let none = || env.text("word-none");
    let settings = env.places.settings.as_deref();
    let pairs = [
        ("help-place-opened", opened.join(", ")),
        ("help-place-settings", settings.map_or_else(none, |folder| shown(&folder.join("kyukan.toml")))),
        ("help-place-themes", settings.map_or_else(none, |folder| shown(&folder.join("themes")))),
        ("help-place-state", env.places.state.as_deref().map_or_else(none, shown)),
    ];
    for (id, path) in pairs {
        meaning(out, &env.text(id), Role::Text, &path, cells);
    }
}

fn heading(out: &mut Vec<Vec<Piece>>, title: String) {
    if !out.is_empty() {
        out.push(Vec::new());
    }
    out.push(vec![Piece::new(title, Role::TextStrong)]);
}

fn meaning(out: &mut Vec<Vec<Piece>>, what: &str, role: Role, text: &str, cells: usize) {
    let mut label = fit(what, 20);
    for line in wrap(text, cells.saturating_sub(24)) {
        out.push(vec![Piece::new(format!("  {label} "), role), Piece::new(line, Role::TextDim)]);
        label = " ".repeat(20);
    }
}

fn paragraph(out: &mut Vec<Vec<Piece>>, text: &str, cells: usize) {
    for line in wrap(text, cells.saturating_sub(4)) {
        out.push(vec![Piece::new(format!("  {line}"), Role::TextDim)]);
    }
}

impl Screen for Help {
    fn scope(&self) -> Scope {
        Scope::Help
    }

    fn opened(&mut self, _ctx: Ctx<'_>, _remembered: &BTreeMap<String, String>) {
        *self = Self::default();
    }

    fn act(&mut self, action: Action, _ctx: Ctx<'_>) -> Answer {
        // The list holds the possible first lines, so that every press scrolls.
        let firsts = (self.lines.len() + 1).saturating_sub(self.seen);
        if self.list.act(action, firsts.max(1)) { Answer::done() } else { Answer::Pass }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        self.lines = lines(ctx, usize::from(area.width.saturating_sub(1)));
        self.seen = usize::from(area.height);
        let firsts = (self.lines.len() + 1).saturating_sub(self.seen).max(1);
        self.list.settle(firsts, area.height);
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let first = self.list.cursor;
        let is_long = self.lines.len() > self.seen;
        let (text, bar) = split_right(area, u16::from(is_long));
        for (y, pieces) in (0_u16..area.height).zip(self.lines.iter().skip(first)) {
            put_pieces(buffer, row(text, y), (1, 0), text.width.saturating_sub(1), pieces, &ctx.env.theme);
        }
        if is_long {
            scrollbar(ctx.env, bar, (first, self.seen), self.lines.len(), buffer);
        }
        None
    }
}
