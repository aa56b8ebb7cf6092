//! `kyukan workload`: 取扱件数, tiers, and the shares of 特定事業所集中減算.

use super::args::{Common, Format, WorkloadArgs};
use super::office::Office;
use super::{Console, Exit, Stop, office, slips, write_stop};
use crate::app::workload::concentration::Concentration;
use crate::app::workload::{MonthCount, MonthsAsked, judged};
use crate::benefit::rates::NotKnown;
use crate::domain::month::ServiceMonth;
use crate::i18n::{Arg, Texts};
use crate::report::office_failure::store_failure;
use crate::report::tally_words::not_known_sentence;
use crate::report::workload::{WorkloadReport, csv, json, text};
use crate::store::workspace::Access;
use std::collections::BTreeMap;

pub(super) fn run(common: &Common, args: &WorkloadArgs, console: &mut Console<'_>) -> Result<Exit, Stop> {
    let mut office = office::open(common, Access::Read, console)?;
    let number = slips::filing_office(common, &office, console.texts)?;
    let today = chrono::Local::now().date_naive();
    let month = office.review.month.month;
    let asked = months(&office, args, console.texts)?;
    let own = MonthCount::of(&office.review, number, today).map_err(|gap| not_known(console.texts, &gap))?;
    let mut counted = BTreeMap::from([(month, own)]);
    for other in asked.all.iter().filter(|other| **other != month) {
        let review = slips::other_month(common, &mut office, *other, console);
        let found = review.and_then(|review| {
            MonthCount::of(&review, number, today).map_err(|gap| not_known(console.texts, &gap))
        });
        match found {
            Ok(found) => drop(counted.insert(*other, found)),
            Err(stop) => {
                let args = [("month", Arg::from(other.to_string())), ("why", Arg::from(stop.message))];
                console.say(&console.texts.format("workload-month-skipped", &args));
            }
        }
    }
    let concentration = concentration(month, args, &counted, console.texts)?;
    let series = asked.series(counted.iter().map(|(of, counted)| (*of, &counted.workload)));
    let Some(own) = counted.get(&month) else { return Ok(Exit::Clean) };
    let report = WorkloadReport {
        review: &office.review,
        office: number,
        workload: &own.workload,
        series: &series,
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
fn months(office: &Office, args: &WorkloadArgs, texts: &Texts) -> Result<MonthsAsked, Stop> {
    let found = crate::store::months(office.workspace.dir());
    let found = found.map_err(|error| Stop::new(Exit::Surroundings, store_failure(texts, &error)))?;
    let received: Vec<ServiceMonth> = found.into_iter().map(|(of, _)| of).collect();
    let month = office.review.month.month;
    Ok(MonthsAsked::of(month, &received, args.months as usize, args.is_concentration))
}

fn concentration(
    month: ServiceMonth,
    args: &WorkloadArgs,
    counted: &BTreeMap<ServiceMonth, MonthCount>,
    texts: &Texts,
) -> Result<Option<Concentration>, Stop> {
    if !args.is_concentration {
        return Ok(None);
    }
    let plans = counted.iter().filter_map(|(of, counted)| Some((*of, counted.plans.as_ref()?)));
    judged(month, plans, &args.offices_in_area).map(Some).map_err(|gap| not_known(texts, &gap))
}

fn not_known(texts: &Texts, gap: &NotKnown) -> Stop {
    Stop::new(Exit::Findings, not_known_sentence(texts, gap))
}
