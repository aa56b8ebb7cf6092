//! 取込: what each file is, what became of its rows, and what was wrong with it.

mod panes;

use super::{Answer, Screen, Searchable};
use crate::app::raw_line::items;
use crate::app::review::Review;
use crate::domain::problem::Problem;
use crate::domain::row::FileIndex;
use crate::i18n::Arg;
use crate::report::layout::grouped;
use crate::tui::action::{Action, Scope};
use crate::tui::effect::{Effect, Job};
use crate::tui::env::Ctx;
use crate::tui::layers::Do;
use crate::tui::layers::raw_line::Subject;
use crate::tui::parts::list::ListState;
use crate::tui::parts::paint::{put, row, split_bottom, split_top};
use crate::tui::parts::table::{Table, body, body_height};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use std::collections::BTreeMap;
use std::ops::Range;

/// Lines below the list of problems for the whole sentence.
const SENTENCE: u16 = 5;

/// The screen: files above, the problems of the chosen one below.
#[derive(Default)]
pub struct Intake {
    files: ListState,
    problems: ListState,
    shown: Vec<Shown>,
    is_only_faulty: bool,
    is_in_problems: bool,
    /// Rows of all files by their fate, added up once: a month may have tens of thousands of files.
    sums: [u64; 5],
}

/// A row of the upper list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shown {
    File(u32),
    /// Problems of no single file: folders, archives, other CSV files.
    Elsewhere,
}

fn shown(review: &Review, is_only_faulty: bool) -> Vec<Shown> {
    let elsewhere = (!review.problems_without_file().is_empty()).then_some(Shown::Elsewhere);
    let files = (0_u32..).zip(&review.month.files).map(|(at, _)| at);
    let files = files.filter(|at| !is_only_faulty || !review.problems_of_file(*at as usize).is_empty());
    elsewhere.into_iter().chain(files.map(Shown::File)).collect()
}

impl Intake {
    fn refresh(&mut self, ctx: Ctx<'_>) {
        let current = self.shown.get(self.files.cursor).copied();
        self.shown = shown(ctx.review, self.is_only_faulty);
        self.files.select(self.shown.iter().position(|row| Some(*row) == current).unwrap_or(0));
        self.is_in_problems = false;
        self.problems = ListState::default();
    }

    fn range(&self, ctx: Ctx<'_>) -> Range<usize> {
        match self.shown.get(self.files.cursor) {
            Some(Shown::File(file)) => ctx.review.problems_of_file(*file as usize),
            Some(Shown::Elsewhere) => ctx.review.problems_without_file(),
            None => 0..0,
        }
    }

    fn problem<'a>(&self, ctx: Ctx<'a>) -> Option<&'a Problem> {
        let range = self.range(ctx);
        ctx.review.month.problems.get(range)?.get(self.problems.cursor)
    }

    fn open(&mut self, ctx: Ctx<'_>) -> Answer {
        if !self.is_in_problems {
            if self.range(ctx).is_empty() {
                return Answer::with(Do::Say(ctx.env.text("notice-no-problems")));
            }
            self.is_in_problems = true;
            return Answer::done();
        }
        let place = self.problem(ctx).and_then(|problem| Some((problem.file?, problem.line?)));
        let file = place.and_then(|(file, line)| Some((file, line, ctx.review.month.file(file)?)));
        match file {
            Some((file, line, found)) => {
                let (path, kind) = (found.path.clone(), found.kind);
                Answer::with(Do::Effect(Effect::Work(Job::ReadLine { file, path, kind, line })))
            }
            None => Answer::with(Do::Say(ctx.env.text("notice-no-line"))),
        }
    }

    /// What the window with a line is about: the chosen problem, when it is about that line.
    pub fn subject(&self, ctx: Ctx<'_>, file: FileIndex, line: u32) -> Subject {
        let found = ctx.review.month.file(file);
        let problem =
            self.problem(ctx).filter(|problem| (problem.file, problem.line) == (Some(file), Some(line)));
        let names = found.and_then(|found| Some(items(found.kind?, found.edition?))).unwrap_or_default();
        Subject {
            path: found.map(|found| found.path.clone()).unwrap_or_default(),
            line,
            marked: problem.and_then(|problem| problem.item).map(|item| item.no),
            items: names,
            sentence: problem.map(|problem| ctx.words().problem(problem)).unwrap_or_default(),
        }
    }

    fn step(&mut self, ctx: Ctx<'_>, is_forward: bool) -> Answer {
        if self.is_in_problems {
            let action = if is_forward { Action::Down } else { Action::Up };
            self.problems.act(action, self.range(ctx).len());
            return Answer::done();
        }
        let has = |row: usize| self.is_faulty(ctx, row);
        let Some(row) = self.files.seek(self.shown.len(), is_forward, has) else {
            return Answer::with(Do::Say(ctx.env.text("notice-no-more-problems")));
        };
        self.files.select(row);
        self.problems = ListState::default();
        Answer::done()
    }

    fn is_faulty(&self, ctx: Ctx<'_>, row: usize) -> bool {
        match self.shown.get(row) {
            Some(Shown::File(file)) => !ctx.review.problems_of_file(*file as usize).is_empty(),
            Some(Shown::Elsewhere) => true,
            None => false,
        }
    }

    fn areas(area: Rect) -> [Rect; 4] {
        let (head, rest) = split_top(area, 1);
        let (files, lower) = split_bottom(rest, area.height / 2);
        let (problems, sentence) = split_bottom(lower, SENTENCE.min(lower.height / 2));
        [head, files, problems, sentence]
    }

    fn head(&self, ctx: Ctx<'_>) -> String {
        let [rows, loaded, superseded, deleted, quarantined] =
            self.sums.map(|sum| grouped(i64::try_from(sum).unwrap_or(i64::MAX)));
        let args = [
            ("rows", Arg::from(rows.as_str())),
            ("loaded", Arg::from(loaded.as_str())),
            ("superseded", Arg::from(superseded.as_str())),
            ("deleted", Arg::from(deleted.as_str())),
            ("quarantined", Arg::from(quarantined.as_str())),
        ];
        ctx.env.format("intake-rows", &args)
    }
}

impl Screen for Intake {
    fn scope(&self) -> Scope {
        Scope::Intake
    }

    fn opened(&mut self, ctx: Ctx<'_>, _remembered: &BTreeMap<String, String>) {
        *self = Self { sums: ctx.review.month.row_sums(), ..Self::default() };
        self.refresh(ctx);
    }

    fn act(&mut self, action: Action, ctx: Ctx<'_>) -> Answer {
        let moved = if self.is_in_problems {
            self.problems.act(action, self.range(ctx).len())
        } else {
            let moved = self.files.act(action, self.shown.len());
            if moved {
                self.problems = ListState::default();
            }
            moved
        };
        if moved {
            return Answer::done();
        }
        match action {
            Action::Open => self.open(ctx),
            Action::Right => {
                self.is_in_problems = !self.range(ctx).is_empty();
                Answer::done()
            }
            Action::Left | Action::Back if self.is_in_problems => {
                self.is_in_problems = false;
                Answer::done()
            }
            Action::NextDifference => self.step(ctx, true),
            Action::PreviousDifference => self.step(ctx, false),
            Action::OnlyFaulty => {
                self.is_only_faulty = !self.is_only_faulty;
                self.refresh(ctx);
                Answer::done()
            }
            _ => Answer::Pass,
        }
    }

    fn settle(&mut self, ctx: Ctx<'_>, area: Rect) {
        let [_, files, problems, _] = Self::areas(area);
        self.files.settle(self.shown.len(), body_height(files));
        self.problems.settle(self.range(ctx).len(), body_height(problems));
    }

    fn draw(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) -> Option<Position> {
        let [head, files, problems, sentence] = Self::areas(area);
        put(buffer, row(head, 0), (1, 0), head.width, &self.head(ctx), ctx.env.theme.style(Role::TextDim));
        if self.shown.is_empty() {
            let text = ctx.env.text("intake-nothing");
            put(buffer, files, (2, 1), files.width, &text, ctx.env.theme.style(Role::TextDim));
        }
        let columns = panes::columns(ctx.env);
        let make = |index: usize, _: &[u16]| panes::file_row(ctx, self.shown.get(index).copied());
        let drawn = Table { columns: &columns, state: &self.files, len: self.shown.len(), row: &make };
        let of_files = drawn.draw(ctx.env, files, buffer);
        let chosen = self.shown.get(self.files.cursor).copied();
        let of_problems = panes::problems(
            ctx,
            &panes::Lower {
                chosen,
                range: self.range(ctx),
                list: &self.problems,
                is_active: self.is_in_problems,
            },
            [problems, sentence],
            buffer,
        );
        if self.is_in_problems { of_problems } else { of_files.map(Position::from) }
    }

    fn click(&mut self, at: Position, ctx: Ctx<'_>, area: Rect) -> Answer {
        let [_, files, problems, _] = Self::areas(area);
        if body(files).contains(at) {
            self.is_in_problems = false;
            if !self.files.click(at, body(files), self.shown.len()) {
                self.problems = ListState::default();
            }
        } else if body(problems).contains(at) {
            let was_here = self.is_in_problems;
            self.is_in_problems = !self.range(ctx).is_empty();
            let again = self.problems.click(at, body(problems), self.range(ctx).len());
            if again && was_here {
                return self.open(ctx);
            }
        }
        Answer::done()
    }

    fn searchable(&self, _ctx: Ctx<'_>) -> Searchable {
        Searchable::Files
    }

    /// To a file, by its position in the month. A file that is hidden lifts the restriction to faulty ones.
    fn go_to_row(&mut self, file: usize, ctx: Ctx<'_>) {
        let find = |shown: &[Shown]| {
            shown.iter().position(|row| matches!(row, Shown::File(at) if *at as usize == file))
        };
        if find(&self.shown).is_none() {
            self.is_only_faulty = false;
            self.refresh(ctx);
        }
        self.is_in_problems = false;
        self.problems = ListState::default();
        self.files.select(find(&self.shown).unwrap_or(0));
    }
}
