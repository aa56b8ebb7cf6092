//! `kyukan workload`: 取扱件数, tiers, and the shares of 特定事業所集中減算.

use super::args::{Common, Format, WorkloadArgs};
use super::office::Office;
use super::{Console, Exit, Stop, office, slips, write_stop};
use crate::app::own::{Case, OwnOffice, cases, plans};
use crate::app::review::Review;
use crate::app::tally::{tally, window_on};
use crate::app::workload::concentration::{Concentration, PlanCounts, count, judge};
use crate::app::workload::{OfficeWorkload, of_office, series};
use crate::benefit::fee::judged_in;
use crate::benefit::rates::NotKnown;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::i18n::{Arg, Texts};
use crate::report::office_failure::store_failure;
use crate::report::tally_words::not_known_sentence;
use crate::report::workload::{WorkloadReport, csv, json, text};
use crate::store::workspace::Access;
use chrono::NaiveDate;
use std::collections::{BTreeMap, BTreeSet};

/// A month as far as it is compared with others.
struct Counted {
    workload: OfficeWorkload,
    /// Plans for 特定事業所集中減算; `None` when that is not asked for.
    plans: Option<PlanCounts>,
}

pub(super) fn run(common: &Common, args: &WorkloadArgs, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let mut office = office::open(common, Access::Read, console)?;
    let number = slips::filing_office(common, &office, console.texts)?;
    let today = chrono::Local::now().date_naive();
    let month = office.review.month.month;
    let asked = months(&office, args, console.texts)?;
    let mut counted = BTreeMap::new();
    counted.insert(month, of_month(&office.review, number, args, today, console.texts)?);
    for other in asked.all.iter().filter(|other| **other != month) {
        match slips::other_month(common, &mut office, *other, console) {
            Ok(review) => {
                counted.insert(*other, of_month(&review, number, args, today, console.texts)?);
            }
            Err(stop) => {
                let args = [("month", Arg::from(other.to_string())), ("why", Arg::from(stop.message))];
                console.say(&console.texts.format("workload-month-skipped", &args));
            }
        }
    }
    let concentration = concentration(month, args, &counted, console.texts)?;
    let of_series = counted.iter().filter(|(of, _)| asked.series.contains(of) || **of == month);
    let of_series: Vec<_> = of_series.map(|(of, counted)| (*of, counted.workload.clone())).collect();
    let Some(own) = counted.get(&month) else { return Ok(Exit::Clean) };
    let report = WorkloadReport {
        review: &office.review,
        office: number,
        workload: &own.workload,
        series: &series(&of_series),
        concentration: concentration.as_ref(),
        texts: console.texts,
    };
    let written = match common.format {
        Format::Text => text(&mut *console.out, report, console.paint),
        Format::Json => json(&mut *console.out, report),
        Format::Csv => csv(&mut *console.out, report),
    };
    written.and_then(|()| console.out.flush()).map_err(|error| write_stop(console.texts, "-", &error))?;
    let is_near = concentration.is_some_and(|found| found.warnings().next().is_some());
    Ok(if is_near { Exit::Findings } else { Exit::Clean })
}

/// Months of the workspace that are opened.
struct Asked {
    /// Those side by side.
    series: BTreeSet<ServiceMonth>,
    /// These and those of the judging period.
    all: BTreeSet<ServiceMonth>,
}

fn months(office: &Office, args: &WorkloadArgs, texts: &Texts) -> Result<Asked, Stop> {
    let month = office.review.month.month;
    let found = crate::store::months(office.workspace.dir());
    let found = found.map_err(|error| Stop::new(Exit::Surroundings, store_failure(texts, &error)))?;
    let received = || found.iter().map(|(of, _)| *of);
    let upto: Vec<ServiceMonth> = received().filter(|of| *of <= month).collect();
    let first = upto.len().saturating_sub(args.months as usize);
    let series: BTreeSet<ServiceMonth> = upto.into_iter().skip(first).collect();
    let mut all = series.clone();
    if args.is_concentration {
        let period = judged_in(month);
        all.extend(received().filter(|of| (period.from..=period.to).contains(of)));
    }
    Ok(Asked { series, all })
}

fn of_month(
    review: &Review,
    office: OfficeNumber,
    args: &WorkloadArgs,
    today: NaiveDate,
    texts: &Texts,
) -> Result<Counted, Stop> {
    let tally = tally(&review.tally_ground(window_on(today, review.month.month)));
    let cases: Vec<Case> = cases(&tally, office).into_iter().map(|(case, _)| case).collect();
    let own = review.own_office(office);
    let counted = of_office(&own, &cases).and_then(|workload| {
        let plans = args.is_concentration.then(|| of_plans(review, &own, &cases)).transpose()?;
        Ok(Counted { workload, plans })
    });
    counted.map_err(|gap| not_known(texts, &gap))
}

fn of_plans(review: &Review, own: &OwnOffice<'_>, cases: &[Case]) -> Result<PlanCounts, NotKnown> {
    let plans = plans(&review.ground(), cases);
    count(own.month, plans.iter().map(Vec::as_slice), own.registers)
}

fn concentration(
    month: ServiceMonth,
    args: &WorkloadArgs,
    counted: &BTreeMap<ServiceMonth, Counted>,
    texts: &Texts,
) -> Result<Option<Concentration>, Stop> {
    if !args.is_concentration {
        return Ok(None);
    }
    let plans = counted.iter().filter_map(|(of, counted)| Some((*of, counted.plans.clone()?))).collect();
    judge(month, &plans, &args.offices_in_area).map(Some).map_err(|gap| not_known(texts, &gap))
}

fn not_known(texts: &Texts, gap: &NotKnown) -> Stop {
    Stop::new(Exit::Findings, not_known_sentence(texts, gap))
}
