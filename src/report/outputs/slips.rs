//! The file of slips for 国保連 with its total, as a plan that people see before anything is written.

use super::OutputsFailure;
use crate::app::review::Review;
use crate::app::tally::{
    ClientSlip, LeftOut, MonthSlips, NameMonth, SlipFileOptions, SlipSettings, Tally, slip_file,
};
use crate::app::write::{Baseline, PlannedFile, RowChanges, Why, WritePlan};
use crate::domain::ids::{ClientKey, InsurerNumber, OfficeNumber};
use crate::domain::month::{Day, ServiceMonth};
use crate::format::kokuhoren::names::free_name;
use crate::format::kokuhoren::write::FileHead;
use crate::i18n::Texts;
use crate::report::slip_total::SlipTotal;
use crate::report::slip_words::{SlipNames, SlipWords};
use crate::store::workspace::Workspace;

/// Folder of the files for 国保連 within an output.
pub(super) const FOLDER: &str = "kokuhoren";

/// What is to be written.
#[derive(Clone, Copy)]
pub struct SlipOrder<'a> {
    /// Months with their slips; the first one is the month that is open.
    pub months: &'a [(&'a Review, &'a Tally)],
    /// 居宅介護支援事業所.
    pub office: OfficeNumber,
    /// 処理対象年月.
    pub window: ServiceMonth,
    /// 作成年月日.
    pub today: Day,
    /// Slips too that were written for this window already.
    pub is_all: bool,
}

/// Files with slips, and who is not in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SlipOutputs {
    /// The files.
    pub plan: WritePlan,
    /// Slips that should be in the file and cannot be written.
    pub left_out: Vec<LeftOut>,
}

/// Plans the file of slips and its total.
///
/// # Errors
/// See [`OutputsFailure`].
pub fn slip_outputs(
    workspace: &mut Workspace,
    order: SlipOrder<'_>,
    settings: &SlipSettings,
    texts: &Texts,
) -> Result<SlipOutputs, OutputsFailure> {
    let months: Vec<MonthSlips<'_>> = order
        .months
        .iter()
        .map(|(review, tally)| MonthSlips {
            month: review.month.month,
            slips: tally.to_write(order.is_all).collect::<Vec<&ClientSlip>>(),
        })
        .collect();
    let named = match (settings.name_month, order.months.first()) {
        (NameMonth::Service, Some((review, _))) => review.month.month,
        _ => order.window,
    };
    let options = SlipFileOptions {
        office: order.office,
        window: order.window,
        medium: settings.medium,
        name: file_name(workspace, &settings.file_prefix, named, &[])?,
        created_on: order.today,
        style: settings.style.clone(),
    };
    let Some(file) = slip_file(&months, &options)? else { return Ok(SlipOutputs::default()) };
    let head = FileHead { office: order.office, processing_month: order.window, medium: settings.medium };
    let total = SlipTotal { file: &file.name, head: &head, slips: &file.slips };
    let words = SlipWords { names: &Names(order.months), texts };
    let lines = file.slips.iter().map(|slip| slip.lines.len()).sum::<usize>();
    let mut files = Vec::new();
    if !file.slips.is_empty() {
        let stem = file.name.trim_end_matches(".CSV");
        files.push(planned(&file.name, file.bytes, Why::Slips, lines + file.slips.len()));
        let text = total.text(words).into_bytes();
        files.push(planned(&format!("{stem}-total.txt"), text, Why::SlipTotal, file.slips.len()));
        let clients = total.clients_csv(words)?;
        files.push(planned(&format!("{stem}-clients.csv"), clients, Why::SlipTotal, file.slips.len()));
        let providers = total.providers_csv(words)?;
        files.push(planned(&format!("{stem}-providers.csv"), providers, Why::SlipTotal, lines));
    }
    let sent = file.sent.into_iter().filter(|(_, changes)| !changes.is_empty()).collect();
    Ok(SlipOutputs { plan: WritePlan { files, warnings: Vec::new(), sent }, left_out: file.left_out })
}

pub(super) fn planned(name: &str, bytes: Vec<u8>, why: Why, rows: usize) -> PlannedFile {
    let total = u32::try_from(rows).unwrap_or(u32::MAX);
    let rows = RowChanges { total, added: total, ..RowChanges::default() };
    PlannedFile { name: format!("{FOLDER}/{name}"), bytes, why, rows, baseline: Baseline::Nothing }
}

/// A name that no file for 国保連 had that this workspace ever wrote, and none of these plans has.
pub(super) fn file_name(
    workspace: &mut Workspace,
    prefix: &str,
    month: ServiceMonth,
    beside: &[&WritePlan],
) -> Result<String, OutputsFailure> {
    let found = workspace.submissions(None).map_err(|error| OutputsFailure::Earlier(error.into()))?;
    let written = found.items.iter().flat_map(|submission| &submission.sending.files);
    let planned = beside.iter().flat_map(|plan| &plan.files);
    let names = written.map(|file| &file.name).chain(planned.map(|file| &file.name));
    let taken: Vec<&str> = names.filter_map(|name| name.strip_prefix(FOLDER)?.strip_prefix('/')).collect();
    free_name(prefix, month, &taken).ok_or(OutputsFailure::NoName)
}

/// Names of several months, the first one's first, and those of the registers.
pub(super) struct Names<'a>(pub(super) &'a [(&'a Review, &'a Tally)]);

impl Names<'_> {
    fn first<T>(&self, find: impl Fn(&Review) -> Option<T>) -> Option<T> {
        self.0.iter().find_map(|(review, _)| find(review))
    }
}

impl SlipNames for Names<'_> {
    fn client(&self, client: ClientKey) -> Option<String> {
        self.first(|review| review.month.client(client))
    }

    fn kana(&self, client: ClientKey) -> Option<String> {
        self.first(|review| review.month.kana(client))
    }

    fn office(&self, office: OfficeNumber) -> Option<String> {
        let registered = |review: &Review| review.registers.provider(office)?.name.clone();
        self.first(|review| review.month.office(office)).or_else(|| self.first(registered))
    }

    fn insurer(&self, insurer: InsurerNumber) -> Option<String> {
        self.first(|review| review.registers.insurer_name(insurer).map(str::to_owned))
    }
}
