//! A month of a busy office that was just opened, and decisions about one of its differences after the other.

use crate::or_exit::or_exit;
use kyukan::app::decide;
use kyukan::app::demo::demo_month;
use kyukan::app::open::{OpenOptions, open_month};
use kyukan::app::ports::NoProgress;
use kyukan::app::review::{DifferenceAt, Grouping, Review};
use kyukan::domain::decision::Verdict;
use kyukan::domain::event::{Draft, Event};
use kyukan::domain::month::ServiceMonth;
use kyukan::store::{FolderSource, Limits, write_new};
use std::error::Error;
use std::iter::Cycle;
use std::vec::IntoIter;

/// Opens the month of so many clients.
pub(crate) fn open(clients: u32) -> Review {
    or_exit(try_open(clients))
}

fn try_open(clients: u32) -> Result<Review, Box<dyn Error>> {
    let made = demo_month(&crate::demo::busy_office(clients))?;
    let folder = tempfile::tempdir()?;
    let files = made.files.iter().map(|file| (file.name.as_str(), file.bytes.as_slice()));
    write_new(&folder.path().join("in"), files)?;
    let source = FolderSource::open(&[folder.path().join("in")], Limits::default());
    let options = OpenOptions { month: Some(ServiceMonth::FALLBACK), ..OpenOptions::default() };
    Ok(Review::new(open_month(&source, options, &NoProgress)?, None))
}

/// Decides about every difference in turn, again and again.
pub(crate) struct Decider(Cycle<IntoIter<DifferenceAt>>);

impl Decider {
    pub(crate) fn new(review: &Review) -> Self {
        Self(review.differences.by(Grouping::Class).to_vec().into_iter().cycle())
    }

    /// Adopts or keeps the next difference; returns which one that was.
    pub(crate) fn next(&mut self, review: &mut Review) -> DifferenceAt {
        let at = or_exit(self.0.next().ok_or("no difference"));
        let verdict =
            if review.decisions.events().len().is_multiple_of(2) { Verdict::Adopt } else { Verdict::Keep };
        if let Ok(drafted) = decide::verdict(review, &[at], Some(&verdict), "") {
            let event = event(review, drafted.draft);
            review.take(event);
        }
        at
    }
}

fn event(review: &Review, draft: Draft) -> Event {
    let Draft { month, deed, changes, reason } = draft;
    let seq = review.decisions.events().len() as u64 + 1;
    let (person, machine) = ("試験 花子".to_owned(), "受付PC".to_owned());
    Event { seq, at: chrono::Local::now().fixed_offset(), person, machine, month, deed, changes, reason }
}
