//! Stopping while a month is opened.

use super::*;
use crate::app::ports::Progress;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Says stop from the question with this number on.
#[derive(Debug, Default)]
struct StopAt {
    at: usize,
    asked: AtomicUsize,
    read: AtomicUsize,
}

impl Progress for StopAt {
    fn files_read(&self, _done: usize, _total: usize) {
        self.read.fetch_add(1, Ordering::Relaxed);
    }

    fn is_cancelled(&self) -> bool {
        self.asked.fetch_add(1, Ordering::Relaxed) >= self.at
    }
}

fn files(count: u8) -> Memory {
    (1..=count).fold(Memory::default(), |memory, day| memory.lines(&actual_name(day), &[actual(day)]))
}

fn opened_with(memory: &Memory, progress: &StopAt) -> Result<Month, OpenFailure> {
    open_month(memory, OpenOptions::default(), progress)
}

#[test]
fn reading_stops_between_files() {
    let progress = StopAt { at: 3, ..StopAt::default() };
    assert_eq!(opened_with(&files(20), &progress).unwrap_err(), OpenFailure::Cancelled);
    assert_eq!(progress.read.into_inner(), 3);
}

#[test]
fn a_batch_of_plans_that_one_thread_reads_stops_too() {
    let plans = (1..=9).fold(Memory::default(), |memory, day| memory.lines(&plan_name(day), &[plan(day)]));
    let progress = StopAt { at: 2, ..StopAt::default() };
    assert_eq!(opened_with(&plans, &progress).unwrap_err(), OpenFailure::Cancelled);
    assert_eq!(progress.read.into_inner(), 2);
}

#[test]
fn comparing_stops_too() {
    let progress = StopAt { at: 20, ..StopAt::default() };
    assert_eq!(opened_with(&files(20), &progress).unwrap_err(), OpenFailure::Cancelled);
    assert_eq!(progress.read.into_inner(), 20, "all files were read");
}

#[test]
fn who_does_not_stop_it_gets_the_month() {
    let progress = StopAt { at: usize::MAX, ..StopAt::default() };
    assert_eq!(opened_with(&files(20), &progress).unwrap().files.len(), 20);
}
