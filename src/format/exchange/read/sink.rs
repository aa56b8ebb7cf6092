//! Collects the problems of one file, so that a flood of one sort is counted instead of listed.

use crate::domain::ids::ClientKey;
use crate::domain::problem::{Problem, ProblemAction, ProblemCode};
use crate::domain::row::FileIndex;
use rustc_hash::FxHashMap;

/// Warnings of one sort that are listed per file; quarantined rows are always listed.
const LISTED_WARNINGS: u32 = 200;

/// The problems of one file.
#[derive(Debug)]
pub struct Sink {
    file: FileIndex,
    problems: Vec<Problem>,
    listed: FxHashMap<ProblemCode, u32>,
    once: FxHashMap<(ProblemCode, u32, String), usize>,
    unlisted: FxHashMap<ProblemCode, u32>,
    quarantined_rows: u32,
    events: u32,
}

impl Sink {
    /// Problems of this file.
    pub fn new(file: FileIndex) -> Self {
        Self {
            file,
            problems: Vec::new(),
            listed: FxHashMap::default(),
            once: FxHashMap::default(),
            unlisted: FxHashMap::default(),
            quarantined_rows: 0,
            events: 0,
        }
    }

    /// Adds a problem.
    pub fn add(&mut self, problem: Problem) {
        self.events += 1;
        let listed = self.listed.entry(problem.code).or_default();
        if problem.action == ProblemAction::Warned && *listed >= LISTED_WARNINGS {
            *self.unlisted.entry(problem.code).or_default() += 1;
            return;
        }
        *listed += 1;
        self.problems.push(problem.in_file(self.file));
    }

    /// Adds the problem that keeps a row out.
    pub fn quarantine(&mut self, problem: Problem) {
        self.quarantined_rows += 1;
        self.add(problem);
    }

    /// Adds a problem that is told once a file, item and `key`; later ones only count.
    pub fn once(&mut self, key: &str, problem: Problem) {
        let item = problem.item.map_or(0, |item| item.no);
        let id = (problem.code, item, key.to_owned());
        if let Some(known) = self.once.get(&id).and_then(|index| self.problems.get_mut(*index)) {
            known.times += 1;
            self.events += 1;
            return;
        }
        if self.listed.get(&problem.code).is_some_and(|listed| *listed >= LISTED_WARNINGS) {
            *self.unlisted.entry(problem.code).or_default() += 1;
            self.events += 1;
            return;
        }
        self.once.insert(id, self.problems.len());
        self.add(problem);
    }

    /// How often anything was noticed so far.
    pub fn events(&self) -> u32 {
        self.events
    }

    /// Problems listed so far; see [`Self::name_client`].
    pub fn mark(&self) -> usize {
        self.problems.len()
    }

    /// Says whom the problems on a line are about that were listed since `mark`.
    pub fn name_client(&mut self, mark: usize, line: u32, client: ClientKey) {
        let new = self.problems.iter_mut().skip(mark);
        for problem in new.filter(|problem| problem.line == Some(line)) {
            problem.client.get_or_insert(client);
        }
    }

    /// Rows left out so far.
    pub fn quarantined_rows(&self) -> u32 {
        self.quarantined_rows
    }

    /// The problems in the order of their lines; a flood ends with one that says how many more there were.
    pub fn finish(mut self) -> Vec<Problem> {
        let mut more: Vec<_> = self.unlisted.into_iter().collect();
        more.sort_unstable();
        for (code, times) in more {
            let mut problem = Problem::warned(ProblemCode::More).in_file(self.file).found(code.id());
            problem.times = times;
            self.problems.push(problem);
        }
        self.problems.sort_by_key(|problem| (problem.code == ProblemCode::More, problem.line));
        self.problems
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn floods_are_counted_but_quarantined_rows_are_all_listed() {
        let mut sink = Sink::new(FileIndex(3));
        for line in 1..=500 {
            sink.add(Problem::warned(ProblemCode::Gaiji).on_line(line));
            sink.quarantine(Problem::quarantined(ProblemCode::ColumnCount).on_line(line));
        }
        assert_eq!(sink.quarantined_rows(), 500);
        let problems = sink.finish();
        let of = |code| problems.iter().filter(move |p| p.code == code);
        assert_eq!((of(ProblemCode::Gaiji).count(), of(ProblemCode::ColumnCount).count()), (200, 500));
        assert_eq!(
            of(ProblemCode::More).map(|p| (p.found.as_str(), p.times)).collect::<Vec<_>>(),
            [("P040", 300)]
        );
        assert!(problems.iter().all(|p| p.file == Some(FileIndex(3))));
    }

    #[test]
    fn once_a_file_problems_count_their_rows() {
        let mut sink = Sink::new(FileIndex(0));
        for line in 1..=5 {
            sink.once("", Problem::warned(ProblemCode::TimeEmpty).on_line(line));
        }
        sink.once("131988", Problem::warned(ProblemCode::InsurerCheckDigit).on_line(2));
        let problems = sink.finish();
        assert_eq!(problems.len(), 2);
        assert_eq!((problems[0].line, problems[0].times), (Some(1), 5));
    }
}
