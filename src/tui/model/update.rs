//! Changes the model: pure, one message in, effects out.

use super::place::month_key;
use super::{Model, Phase, ctx};
use crate::app::raw_line::RawRecord;
use crate::app::review::Review;
use crate::app::tally::window_on;
use crate::domain::row::FileIndex;
use crate::tui::action::Action;
use crate::tui::desk::Desk;
use crate::tui::effect::{Effect, Job};
use crate::tui::env::Ctx;
use crate::tui::glyphs::Charset;
use crate::tui::input::Input;
use crate::tui::key::Key;
use crate::tui::layers::Do;
use crate::tui::layers::chooser::Chooser;
use crate::tui::layers::keys::Keys;
use crate::tui::layers::raw_line::RawLine;
use crate::tui::msg::Msg;
use crate::tui::probe::Probe;
use crate::tui::screens::{Answer, ScreenId, Screens};

/// Clients that are checked between two frames: few enough that keys are answered at once.
const WATCHED_AT_ONCE: usize = 256;

impl Model {
    /// Takes a message in and says what is to be done outside.
    pub fn update(&mut self, msg: Msg) -> Vec<Effect> {
        let effects = match msg {
            Msg::Input(input) => self.input(input),
            Msg::Drawn => self.drawn(),
            Msg::Progress { generation, done, total } => {
                if generation == self.generation && matches!(self.phase, Phase::Reading { .. }) {
                    self.phase = Phase::Reading { done, total };
                }
                Vec::new()
            }
            Msg::Opened { generation, review, desk, months } => {
                if generation == self.generation {
                    self.months = months;
                    self.opened(review, desk)
                } else {
                    Vec::new()
                }
            }
            Msg::Appended { generation, event, told } => self.appended(generation, *event, told),
            Msg::NotAppended { generation, why } => self.not_appended(generation, why),
            Msg::Previewed { generation, preview } => self.previewed(generation, preview),
            Msg::Written { generation, event, told } => self.written(generation, event, &told),
            Msg::Arrived(paths) => {
                self.coming.extend(paths);
                Vec::new()
            }
            Msg::Imported { last, new, told } => self.imported(last, new, &told),
            Msg::NoticesRead { generation, read } => self.notices_read(generation, read),
            Msg::NoticesImported { generation, last, taken } => {
                self.notices_imported(generation, last, taken)
            }
            Msg::SheetRead(read) => self.sheet_read(read),
            Msg::NotOpened { generation, reasons } => {
                if generation == self.generation {
                    self.phase = Phase::Stopped(reasons);
                }
                Vec::new()
            }
            Msg::MonthCounted { generation, month, counted } => {
                self.month_counted(generation, month, counted)
            }
            Msg::Line { file, line, record } => self.show_line(file, line, record),
            Msg::Themes(themes) => self.choose_theme(themes),
            Msg::Theme(theme, faults) => self.take_theme(theme, &faults),
            Msg::Told(text) => {
                self.notice = Some(text);
                Vec::new()
            }
            Msg::Today(today) => {
                self.env.today = today;
                Vec::new()
            }
            Msg::Ending => self.save(),
        };
        self.settle();
        let mut effects = effects;
        effects.extend(self.screen_job().or_else(|| self.watch_job()));
        effects.extend(self.take_coming());
        effects
    }

    fn show_line(&mut self, file: FileIndex, line: u32, record: Result<RawRecord, String>) -> Vec<Effect> {
        if let Some(ctx) = ctx(&self.env, &self.phase) {
            let subject = self.screens.intake().subject(ctx, file, line);
            self.layers.push(Box::new(RawLine::new(subject, record)));
        }
        Vec::new()
    }

    /// Goes on with slips, claims and checks of the month.
    fn drawn(&mut self) -> Vec<Effect> {
        if let Phase::Ready(review) = &mut self.phase {
            let window = window_on(self.env.today, review.month.month);
            if review.watch().is_behind(window) {
                review.watch_on(window, WATCHED_AT_ONCE);
            }
        }
        Vec::new()
    }

    /// Asks for the next piece of slips, claims and checks.
    fn watch_job(&self) -> Option<Effect> {
        let review = self.review()?;
        let window = window_on(self.env.today, review.month.month);
        review.watch().is_behind(window).then_some(Effect::TellWhenDrawn)
    }

    /// Brings the current screen and all windows in order for the size of the terminal.
    pub(super) fn settle(&mut self) {
        let (area, body) = (self.area(), self.body());
        if let Some(ctx) = ctx(&self.env, &self.phase) {
            self.screens.get_mut(self.current).settle(ctx, body);
        }
        let mut layers = std::mem::take(&mut self.layers);
        for layer in &mut layers {
            layer.settle(self.layer_ctx(), area);
        }
        self.layers = layers;
    }

    fn opened(&mut self, review: Box<Review>, desk: Desk) -> Vec<Effect> {
        let key = month_key(&review);
        self.desk = desk;
        self.arrived = 0;
        self.phase = Phase::Ready(review);
        self.screens.registers_mut().kept(self.desk != Desk::None);
        self.screens.notices_mut().kept(self.desk != Desk::None);
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        for screen in ScreenId::ALL {
            let remembered = self.saved.recall(&key, screen.title());
            self.screens.get_mut(*screen).opened(ctx, &remembered);
        }
        let left = self.left_at.take().and_then(|client| ctx.review.month.position(client));
        if let Some(client) = left.or_else(|| self.screens.board().client_shown_first()) {
            self.screens.client_mut().show(client, None, ctx);
            self.screens.board_mut().follow(client);
        }
        let writes = matches!(self.desk, Desk::Writer { .. });
        let backup = writes.then_some(Effect::Work(Job::BackUp));
        self.lead_to_client().into_iter().chain(backup).collect()
    }

    fn input(&mut self, input: Input) -> Vec<Effect> {
        match input {
            Input::Key(event) => self.key(Key::pressed(event)),
            Input::Paste(text) => {
                let mut layers = std::mem::take(&mut self.layers);
                if let Some(top) = layers.last_mut() {
                    top.paste(&text, self.layer_ctx());
                }
                self.layers = layers;
                Vec::new()
            }
            Input::Mouse(event) => self.mouse(event),
            Input::Resize(columns, rows) => {
                self.env.size = (columns, rows);
                Vec::new()
            }
            Input::Probed(Probe::Wide) => self.draw_with(Charset::Plain),
            Input::Probed(Probe::NoUtf8) => self.draw_with(Charset::Ascii),
            Input::Probed(Probe::Narrow | Probe::Unknown) => Vec::new(),
            Input::Lost(_) => self.quit(),
        }
    }

    /// Frames drawn before a late answer may stand in wrong cells, so nothing of them is kept.
    fn draw_with(&mut self, charset: Charset) -> Vec<Effect> {
        self.env.charset = charset;
        vec![Effect::Redraw]
    }

    fn key(&mut self, key: Key) -> Vec<Effect> {
        self.notice = None;
        let mut layers = std::mem::take(&mut self.layers);
        let taken = layers.last_mut().is_some_and(|top| top.typed(key, self.layer_ctx()));
        self.layers = layers;
        if taken {
            return Vec::new();
        }
        match self.env.keymap.action(key, &self.scopes()) {
            Some(action) => self.act(action),
            None => Vec::new(),
        }
    }

    /// Carries out an action where the keys are now.
    pub(super) fn act(&mut self, action: Action) -> Vec<Effect> {
        match action {
            Action::QuitNow => return self.quit(),
            Action::Redraw => return vec![Effect::Redraw],
            Action::Suspend => return vec![Effect::Suspend],
            _ => {}
        }
        let mut layers = std::mem::take(&mut self.layers);
        let wanted = layers.last_mut().map(|top| top.act(action, self.layer_ctx()));
        self.layers = layers;
        match wanted {
            Some(wanted) => self.carry_out(wanted),
            None => self.act_on_screen(action),
        }
    }

    fn act_on_screen(&mut self, action: Action) -> Vec<Effect> {
        let answer = match ctx(&self.env, &self.phase) {
            Some(ctx) => self.screens.get_mut(self.current).act(action, ctx),
            None => Answer::Pass,
        };
        match answer {
            Answer::Done(wanted) => self.carry_out(wanted),
            Answer::Pass => self.act_globally(action),
        }
    }

    fn act_globally(&mut self, action: Action) -> Vec<Effect> {
        if let Some(screen) = ScreenId::of_action(action) {
            return self.go(screen);
        }
        if let Some(effects) = self.decide(action) {
            return effects;
        }
        let screens = ScreenId::ALL.len();
        match action {
            Action::NextScreen => self.go(self.current.step(1)),
            Action::PreviousScreen => self.go(self.current.step(screens - 1)),
            Action::Quit => self.quit(),
            Action::Back => self.back(),
            Action::Help => self.push(Keys::new(self.env.text("action-help"), &self.scopes())),
            Action::Palette => self.push(Chooser::new(self.env.text("action-palette"), self.commands())),
            Action::Theme => vec![Effect::Work(Job::ListThemes)],
            Action::Search => self.search(),
            Action::Month => self.months(),
            Action::ManagersMonths => self.compare_months(),
            Action::Reload => self.reopen(self.review().map(|review| review.month.month)),
            Action::Mouse => {
                self.env.mouse = !self.env.mouse;
                let said = if self.env.mouse { "notice-mouse-on" } else { "notice-mouse-off" };
                self.notice = Some(self.env.text(said));
                vec![Effect::Mouse(self.env.mouse)]
            }
            Action::NextClient | Action::PreviousClient => self.neighbour(action == Action::NextClient),
            _ => Vec::new(),
        }
    }

    pub(super) fn push(&mut self, layer: impl crate::tui::layers::Layer + 'static) -> Vec<Effect> {
        self.layers.push(Box::new(layer));
        Vec::new()
    }

    pub(super) fn carry_out(&mut self, wanted: Vec<Do>) -> Vec<Effect> {
        let mut effects = Vec::new();
        for what in wanted {
            effects.extend(self.carry_out_one(what));
        }
        effects
    }

    fn carry_out_one(&mut self, what: Do) -> Vec<Effect> {
        match what {
            Do::Act(action) => return self.act(action),
            Do::Show(screen) => return self.go(screen),
            Do::Push(layer) => self.layers.push(layer),
            Do::Close => {
                self.layers.pop();
            }
            Do::Say(text) => self.notice = Some(text),
            Do::Effect(effect) => return vec![effect],
            Do::Wish(wish) => return self.wish(&wish),
            Do::Form(purpose) => return self.form(purpose),
            Do::Write => return self.write_out(),
            Do::Import(paths) => return self.import(paths),
            Do::Register(what) => return self.with_register(what),
            Do::Fill(text) => self.fill(&text),
            Do::Rule(proposal) => return self.preview_rule(*proposal),
            Do::ImportNotices(paths) => return self.import_notices(paths),
            Do::Notices(edit) => return self.filter_notices(edit),
            Do::MonthOfClient { month, client } => return self.month_of_client(month, client),
            Do::Month(month) => return self.reopen(Some(month)),
            Do::Client { client, difference } => return self.show_client(client, difference),
            Do::NextClientWithDifferences { from, is_forward } => {
                return self.next_client_with_differences(from, is_forward);
            }
            Do::Board(edit) => {
                if let Some(ctx) = ctx(&self.env, &self.phase) {
                    self.screens.get_mut(ScreenId::Board).filter(crate::tui::filter::FilterEdit::Clear, ctx);
                    self.screens.get_mut(ScreenId::Board).filter(edit, ctx);
                }
                return self.go(ScreenId::Board);
            }
            Do::Filter(edit) => {
                if let Some(ctx) = ctx(&self.env, &self.phase) {
                    self.screens.get_mut(self.current).filter(edit, ctx);
                }
                return self.save();
            }
            Do::Sort(sort) => return self.order(|screens, ctx| screens.board_mut().sort_by(sort, ctx)),
            Do::SortSlips(sort) => return self.order(|screens, ctx| screens.slips_mut().sort_by(sort, ctx)),
            Do::SortFees(sort) => return self.order(|screens, ctx| screens.fees_mut().sort_by(sort, ctx)),
            Do::SortChecks(sort) => {
                return self.order(|screens, ctx| screens.checks_mut().sort_by(sort, ctx));
            }
            Do::Journal(edit) => {
                if let Some(ctx) = ctx(&self.env, &self.phase) {
                    self.screens.journal_mut().edit(edit, ctx);
                }
            }
            Do::Row(row) => {
                if let Some(ctx) = ctx(&self.env, &self.phase) {
                    self.screens.get_mut(self.current).go_to_row(row, ctx);
                }
            }
        }
        Vec::new()
    }

    /// Orders a list, which is remembered.
    fn order(&mut self, sort: impl FnOnce(&mut Screens, Ctx<'_>)) -> Vec<Effect> {
        if let Some(ctx) = ctx(&self.env, &self.phase) {
            sort(&mut self.screens, ctx);
        }
        self.save()
    }
}
