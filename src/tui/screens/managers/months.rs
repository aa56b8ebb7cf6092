//! Months beside the open one: which are asked for, which the worker has counted, and what they come to together.

use crate::app::own::OwnMonth;
use crate::app::workload::concentration::Concentration;
use crate::app::workload::{MonthCount, MonthsAsked, Series, judged, plan_counts};
use crate::benefit::rates::NotKnown;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::tui::effect::{Effect, Job};
use crate::tui::env::Ctx;
use std::collections::{BTreeMap, BTreeSet};

/// Most months side by side.
const MOST: usize = 12;

/// What the months come to.
pub(super) struct Compared {
    pub(super) series: Series,
    pub(super) concentration: Result<Concentration, NotKnown>,
}

/// The other months. Nothing is opened before it is asked for, and each is counted once.
#[derive(Default)]
pub(super) struct Months {
    office: Option<OfficeNumber>,
    asked: Option<MonthsAsked>,
    /// Those that were not sent to the worker yet.
    waiting: BTreeSet<ServiceMonth>,
    /// The one that the worker is counting.
    under_way: Option<ServiceMonth>,
    counted: BTreeMap<ServiceMonth, MonthCount>,
    /// Those that could not be counted, and why.
    pub(super) skipped: BTreeMap<ServiceMonth, Vec<String>>,
    /// Whether a register has changed since the months were counted.
    pub(super) is_stale: bool,
    compared: Option<Compared>,
}

impl Months {
    /// Asks for the months that were received, unless they were asked for already and nothing changed since.
    pub(super) fn ask(&mut self, received: &[ServiceMonth], ctx: Ctx<'_>) {
        if self.asked.is_some() && !self.is_stale {
            return;
        }
        let month = ctx.review.month.month;
        let asked = MonthsAsked::of(month, received, MOST, true);
        let waiting = asked.all.iter().copied().filter(|other| *other != month).collect();
        let under_way = self.under_way;
        *self = Self {
            office: ctx.review.filing_office(),
            asked: Some(asked),
            waiting,
            under_way,
            ..Self::default()
        };
    }

    /// Whether they were asked for.
    pub(super) fn is_asked(&self) -> bool {
        self.asked.is_some()
    }

    /// The next month for the worker.
    pub(super) fn job(&mut self, generation: u32) -> Option<Effect> {
        let office = self.office.filter(|_| self.under_way.is_none())?;
        // The youngest first: it says most about the open one.
        let month = self.waiting.pop_last()?;
        self.under_way = Some(month);
        Some(Effect::Work(Job::CountMonth { generation, month, office }))
    }

    /// The month that is being read, how many are done, and how many there are.
    pub(super) fn reading(&self) -> Option<(ServiceMonth, usize, usize)> {
        let all = self.asked.as_ref()?.all.len().saturating_sub(1);
        let left = self.waiting.len() + 1;
        Some((self.under_way?, all.saturating_sub(left), all))
    }

    /// The worker has counted a month, or says why not.
    pub(super) fn take(&mut self, month: ServiceMonth, counted: Result<Box<MonthCount>, Vec<String>>) {
        if self.under_way == Some(month) {
            self.under_way = None;
        }
        // What was begun before a register changed is asked for again.
        if self.waiting.contains(&month) {
            return;
        }
        match counted {
            Ok(counted) => drop(self.counted.insert(month, *counted)),
            Err(why) => drop(self.skipped.insert(month, why)),
        }
        self.compared = None;
    }

    /// The open month has changed; with `is_register` all of them may have.
    pub(super) fn changed(&mut self, is_register: bool) {
        self.is_stale |= is_register && self.asked.is_some();
        self.compared = None;
    }

    /// Puts everything together that is counted so far.
    pub(super) fn compare(&mut self, ctx: Ctx<'_>, own: &OwnMonth) {
        let Some(asked) = self.asked.as_ref().filter(|_| self.compared.is_none()) else { return };
        let month = ctx.review.month.month;
        let others = || self.counted.iter().filter(|(of, _)| **of != month);
        let workloads = others().map(|(of, counted)| (*of, &counted.workload));
        let series = asked.series(workloads.chain([(month, &own.workload)]));
        let own_plans = plan_counts(ctx.review, &own.cases);
        let plans = others().filter_map(|(of, counted)| Some((*of, counted.plans.as_ref()?)));
        let plans = plans.chain(own_plans.as_ref().map(|plans| (month, plans)));
        let concentration = judged(month, plans, &BTreeMap::new());
        self.compared = Some(Compared { series, concentration });
    }

    /// What the months come to, as far as they are counted.
    pub(super) fn compared(&self) -> Option<&Compared> {
        self.compared.as_ref()
    }
}
