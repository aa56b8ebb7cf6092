//! What `kyukan tally`, `fee` and `write --slips`, `--fee` share: the months that are meant with their slips.

use super::args::{Common, SlipArgs};
use super::office::Office;
use super::{Console, Exit, Stop, load, office, show};
use crate::app::find::find_clients;
use crate::app::month::Month;
use crate::app::open::OpenOptions;
use crate::app::own::OwnMonth;
use crate::app::review::Review;
use crate::app::tally::{Tally, tally, window_on};
use crate::domain::ids::OfficeNumber;
use crate::domain::month::{Day, ServiceMonth};
use crate::i18n::{Arg, Texts};
use crate::report::office_failure::office_failure;
use crate::report::tally_words::not_known_sentence;
use crate::report::words::Words;
use crate::store::open_beside;
use crate::store::workspace::Workspace;
use chrono::NaiveDate;

/// The open month and others whose slips go into the same file, with their slips.
pub(super) struct Months {
    pub(super) office: Office,
    pub(super) others: Vec<Review>,
    /// One a month, the open one first.
    pub(super) tallies: Vec<Tally>,
    pub(super) window: ServiceMonth,
    pub(super) today: Day,
}

/// Opens everything and makes the slips.
pub(super) fn open(
    common: &Common,
    args: &SlipArgs,
    today: NaiveDate,
    mut office: Office,
    console: &mut Console<'_>,
) -> Result<Months, Stop> {
    let window = args.window.unwrap_or_else(|| window_on(today, office.review.month.month));
    let mut others = Vec::new();
    let own = office.review.month.month;
    for month in args.late_months.iter().filter(|month| **month != own) {
        others.push(other_month(common, &mut office, *month, console)?);
    }
    let reviews = std::iter::once(&office.review).chain(&others);
    let tallies = reviews.map(|review| tally(&review.tally_ground(window))).collect();
    let today = Day::of(today).ok_or_else(|| Stop::new(Exit::Bug, today.to_string()))?;
    Ok(Months { office, others, tallies, window, today })
}

/// Another month of the same workspace.
pub(super) fn other_month(
    common: &Common,
    office: &mut Office,
    month: ServiceMonth,
    console: &mut Console<'_>,
) -> Result<Review, Stop> {
    let codes = office.review.codes.clone();
    let options = OpenOptions { month: Some(month), office: common.office, codes: codes.as_ref() };
    let limits = load::limits(console.settings);
    let own = office::settings(&office.workspace, console);
    let rules = office.review.rules.clone();
    let opened = load::with_progress(console, |progress| {
        let name = |month: &mut Month| own.name_own(month);
        open_beside(&mut office.workspace, options, limits, progress, rules, name)
    });
    opened.map_err(|failure| {
        let paths = [office.workspace.received()];
        Stop::new(Exit::Findings, office_failure(console.texts, &failure, &paths, &options).join("\n"))
    })
}

impl Months {
    /// Runs what needs the workspace beside the months with their slips.
    pub(super) fn with_workspace<T>(
        &mut self,
        run: impl FnOnce(&mut Workspace, &[(&Review, &Tally)], ServiceMonth, Day) -> T,
    ) -> T {
        let Self { office: Office { workspace, review, .. }, others, tallies, window, today } = self;
        let reviews = std::iter::once(&*review).chain(&*others);
        let all: Vec<(&Review, &Tally)> = reviews.zip(&*tallies).collect();
        run(workspace, &all, *window, *today)
    }

    /// Each month with its slips.
    pub(super) fn all(&self) -> Vec<(&Review, &Tally)> {
        let reviews = std::iter::once(&self.office.review).chain(&self.others);
        reviews.zip(&self.tallies).collect()
    }

    /// The own office's workload and claims of each month.
    pub(super) fn own_months(&self, office: OfficeNumber, texts: &Texts) -> Result<Vec<OwnMonth>, Stop> {
        let own = |(review, tally): (&Review, &Tally)| {
            OwnMonth::of(&review.own_office(office), tally, &review.decisions, self.window)
                .map_err(|gap| Stop::new(Exit::Findings, not_known_sentence(texts, &gap)))
        };
        self.all().into_iter().map(own).collect()
    }
}

/// The office that files: the one asked for, else the own one, else the only one of the month.
pub(super) fn filing_office(common: &Common, office: &Office, texts: &Texts) -> Result<OfficeNumber, Stop> {
    common.office.or_else(|| office.review.filing_office()).ok_or_else(|| {
        let count = [("count", Arg::from(office.review.month.care_offices.len()))];
        Stop::new(Exit::Usage, texts.format("slips-which-office", &count))
    })
}

/// The one client of a month that is meant.
pub(super) fn client_of(review: &Review, asked: &str, texts: &Texts) -> Result<usize, Stop> {
    let found = find_clients(&review.month, asked);
    match found.as_slice() {
        [position] => Ok(*position),
        _ => Err(show::not_one(Words { month: &review.month, texts }, asked, &found)),
    }
}
