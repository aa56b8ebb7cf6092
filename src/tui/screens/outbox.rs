//! 書出し: what would be written, file by file, before it is.

use super::{Answer, Screen};
use crate::i18n::Arg;
use crate::i18n::width::{display, wrap};
use crate::tui::action::{Action, Scope};
use crate::tui::effect::{Addressee, Effect, Job};
use crate::tui::env::{Ctx, Env};
use crate::tui::layers::Do;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::message::Message;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row, split_bottom, split_top};
use crate::tui::parts::table::{Column, Row, Table, body, body_height, cell};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;

/// Most lines of what has to be known before.
const MOST_WARNINGS: u16 = 6;

/// A file that would be written, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PreviewFile {
    /// What it is.
    pub why: String,
    /// Folder and name.
    pub name: String,
    /// Rows added, removed and changed against what was received or sent before.
    pub rows: [usize; 3],
    /// What it was compared with.
    pub baseline: String,
}

/// Everything that would be written, in words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// The files.
    pub files: Vec<PreviewFile>,
    /// What has to be known before.
    pub warnings: Vec<String>,
}

/// Where the preview stands.
#[derive(Default)]
enum State {
    /// There is none, or something was decided since.
    #[default]
    Stale,
    /// It is being made.
    Made,
    Ready(Preview),
    /// It cannot be made: why.
    Failed(String),
}

/// The screen.
#[derive(Default)]
pub struct Outbox {
    list: ListState,
    state: State,
    /// Previews that were asked for and have not come.
    asked: usize,
    /// To whom the files go.
    to: Addressee,
    /// Every client of a destination, not only those whose plan has changed.
    all_clients: bool,
}

fn columns(env: &Env) -> Vec<Column> {
    vec![
        Column::new(env.text("write-why"), 26, 0).grow(2),
        Column::new(env.text("write-file"), 24, 1).grow(3),
        Column::right(env.text("write-added"), 5, 0),
        Column::right(env.text("write-removed"), 5, 0),
        Column::right(env.text("write-changed"), 5, 0),
        Column::new(env.text("write-against"), 14, 2),
    ]
}

fn make(file: &PreviewFile) -> Row {
    let count = |count: usize, role| cell(count.to_string(), if count > 0 { role } else { Role::TextDim });
    let [added, removed, changed] = file.rows;
    Row::Cells(vec![
        cell(display(&file.why), Role::Text),
        cell(display(&file.name), Role::TextDim),
        count(added, Role::MarkExtra),
        count(removed, Role::MarkMissing),
        count(changed, Role::MarkChanged),
        cell(file.baseline.clone(), Role::TextDim),
    ])
}

impl Outbox {
    /// A preview that was asked for, or why there is none. Only the last one asked for is what would be written.
    pub fn previewed(&mut self, preview: Result<Preview, String>) {
        self.asked = self.asked.saturating_sub(1);
        if self.asked > 0 || !matches!(self.state, State::Made) {
            return;
        }
        self.state = match preview {
            Ok(preview) => State::Ready(preview),
            Err(why) => State::Failed(why),
        };
    }

    /// What the preview showed was written, or cannot be written any more.
    pub fn spent(&mut self) {
        self.state = State::Stale;
    }

    /// The job that makes the preview, when there is none in force.
    pub fn wants(&mut self, generation: u32) -> Option<Job> {
        matches!(self.state, State::Stale).then(|| {
            self.state = State::Made;
            self.asked += 1;
            Job::PlanWriting { generation, to: self.to, all_clients: self.all_clients }
        })
    }

    /// Files of the preview; none before there is one.
    pub fn files(&self) -> &[PreviewFile] {
        match &self.state {
            State::Ready(preview) => &preview.files,
            _ => &[],
        }
    }

    fn warnings<'a>(&'a self, env: &'a Env) -> Vec<String> {
        match &self.state {
            State::Ready(preview) => {
                let rule = env.text(match self.to {
                    Addressee::Providers => "outbox-rule",
                    Addressee::Kokuhoren => "outbox-rule-kokuhoren",
                });
                preview.warnings.iter().map(|warning| display(warning)).chain([rule]).collect()
            }
            _ => Vec::new(),
        }
    }

    fn head(&self, ctx: Ctx<'_>) -> String {
        let env = ctx.env;
        let what = match &self.state {
            State::Stale | State::Made => env.text("outbox-planning"),
            State::Failed(why) => display(why),
            State::Ready(preview) if preview.files.is_empty() => env.text("write-nothing"),
            State::Ready(preview) => env.format("write-files", &[("count", Arg::from(preview.files.len()))]),
        };
        let warnings = match &self.state {
            State::Ready(preview) if !preview.warnings.is_empty() => {
                env.format("outbox-warned", &[("count", Arg::from(preview.warnings.len()))])
            }
            _ => String::new(),
        };
        let to = env.text(match self.to {
            Addressee::Providers => "outbox-to-providers",
            Addressee::Kokuhoren => "outbox-to-kokuhoren",
        });
        let span = env.text(match (self.to, self.all_clients) {
            (_, true) => "outbox-all",
            (Addressee::Providers, false) => "outbox-changed",
            (Addressee::Kokuhoren, false) => "outbox-unsent",
        });
        [to, what, span, warnings].join("  ")
    }

    /// Asks once more: what is written may be sent.
    fn ask(&self, ctx: Ctx<'_>) -> Answer {
        let count = self.files().len();
        if count == 0 {
            return Answer::with(Do::Say(ctx.env.text("write-nothing")));
        }
        let label = ctx.env.format("outbox-write", &[("count", Arg::from(count))]);
        let entries = vec![Entry::new(label, "", Choice::Write)];
        Answer::with(Do::Push(Box::new(Chooser::new(ctx.env.text("outbox-sure"), entries))))
    }

    fn areas(&self, ctx: Ctx<'_>, area: Rect) -> ([Rect; 3], Vec<String>) {
        let (head, rest) = split_top(area, 1);
        let cells = usize::from(area.width.saturating_sub(2));
        let lines: Vec<String> = self.warnings(ctx.env).iter().flat_map(|text| wrap(text, cells)).collect();
        let height = u16::try_from(lines.len()).unwrap_or(u16::MAX).min(MOST_WARNINGS).min(area.height / 3);
        let (table, foot) = split_bottom(rest, height);
        ([head, table, foot], lines)
    }
}

impl Screen for Outbox {
    fn scope(&self) -> Scope {
        Scope::Outbox
    }

    fn opened(&mut self, _ctx: Ctx<'_>, _remembered: &BTreeMap<String, String>) {
        *self = Self { to: self.to, all_clients: self.all_clients, ..Self::default() };
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        if self.list.act(action, self.files().len()) {
            return Answer::done();
        }
        match action {
            Action::WriteOut => self.ask(ctx),
            Action::SwitchAddressee => {
                self.to = match self.to {
                    Addressee::Providers => Addressee::Kokuhoren,
                    Addressee::Kokuhoren => Addressee::Providers,
                };
                self.state = State::Stale;
                Answer::done()
            }
            Action::AllClients => {
                self.all_clients = !self.all_clients;
                self.state = State::Stale;
                Answer::done()
            }
            Action::Open => {
                let title = ctx.env.text("outbox-warnings");
                Answer::with(Do::Push(Box::new(Message::new(title, &self.warnings(ctx.env)))))
            }
            _ => Answer::Pass,
        }
    }

    fn changed(&mut self, _ctx: Ctx<'_>, _is_compared: bool) {
        self.spent();
    }

    fn job(&mut self, generation: u32) -> Option<Effect> {
        self.wants(generation).map(Effect::Work)
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        let ([_, table, _], _) = self.areas(ctx, area);
        self.list.settle(self.files().len(), body_height(table));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let ([head, table, foot], lines) = self.areas(ctx, area);
        let env = ctx.env;
        put(buffer, head, (1, 0), head.width, &self.head(ctx), env.theme.style(Role::TextStrong));
        let columns = columns(env);
        let files = self.files();
        let make = |index: usize, _: &[u16]| files.get(index).map_or(Row::Cells(Vec::new()), make);
        let drawn = Table { columns: &columns, state: &self.list, len: files.len(), row: &make };
        let cursor = drawn.draw(env, table, buffer);
        for (y, line) in (0..foot.height).zip(&lines) {
            put(buffer, row(foot, y), (1, 0), foot.width, line, env.theme.style(Role::TextDim));
        }
        cursor.map(Position::from)
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let ([_, table, _], _) = self.areas(ctx, area);
        self.list.click(at, body(table), self.files().len());
        Answer::done()
    }
}
