//! The worker writes files and takes files in.

use super::Worker;
use crate::app::open::OpenOptions;
use crate::app::own::OwnMonth;
use crate::app::ports::NoProgress;
use crate::app::review::Review;
use crate::app::tally::{tally, window_on};
use crate::app::write::{PlannedFile, Why, WritePlan};
use crate::domain::event::Seq;
use crate::domain::month::{Day, ServiceMonth};
use crate::i18n::{Arg, Texts};
use crate::report::import::{counts_sentence, done_so_far, import_failure, outcome_sentence};
use crate::report::office_failure::office_failure;
use crate::report::out_failure::{out_failure, outputs_failure, verify_failure};
use crate::report::outputs::{OutputsFailure, SendOrder, SendOutputs, outputs, send_outputs};
use crate::report::tally_words::not_known_sentence;
use crate::report::words::Words;
use crate::report::write_plan::{baseline, sentence, why};
use crate::store::workspace::Workspace;
use crate::store::{
    FolderSource, ImportPlan, OfficeMonth, Outcome, import, open_office, verify, write_files,
};
use crate::tui::effect::Addressee;
use crate::tui::msg::Msg;
use crate::tui::screens::outbox::{Preview, PreviewFile};
use chrono::NaiveDate;
use std::collections::BTreeMap;
use std::path::PathBuf;

/// Files as the person has seen them in the preview.
pub(super) struct Planned {
    month: ServiceMonth,
    plan: WritePlan,
    /// What the files are for, in words.
    reasons: BTreeMap<Why, String>,
    /// The last event it was made with.
    last: Seq,
}

impl Worker {
    /// Finds out what would be written, from what is on the disk.
    pub(super) fn preview(&mut self, generation: u32, to: Addressee, all_clients: bool) -> Msg {
        let preview = match self.planned(to, all_clients) {
            Ok((planned, preview)) => {
                if let Some(office) = &mut self.office {
                    office.planned = Some(planned);
                }
                Ok(preview)
            }
            Err(reason) => Err(reason),
        };
        Msg::Previewed { generation, preview }
    }

    fn planned(&mut self, to: Addressee, all_clients: bool) -> Result<(Planned, Preview), String> {
        let texts = &self.texts;
        let codes = self.orders.codes.as_ref();
        let none = || texts.get("notice-no-workspace");
        let office = self.office.as_mut().ok_or_else(none)?;
        let (workspace, month) = (&mut office.workspace, office.month.ok_or_else(none)?);
        let options = OpenOptions { month: Some(month), office: self.orders.office, codes };
        let opened = open_office(workspace, options, self.orders.limits, &NoProgress)
            .map_err(|failure| office_failure(texts, &failure, &self.orders.paths, &options).join(" "))?;
        let OfficeMonth { mut month, decisions, codes, last, source, .. } = opened;
        office.settings.name_own(&mut month);
        let mut review = Review::with_decisions(month, codes, decisions);
        review.rules = office.settings.rules();
        let at = (self.orders.clock)();
        let made = match to {
            Addressee::Providers => outputs(workspace, &review, &source, texts, (at, all_clients))
                .map(|plan| SendOutputs { plan, told: Vec::new() }),
            Addressee::Kokuhoren => of_kokuhoren(workspace, &review, texts, at.date_naive(), all_clients)?,
        };
        let SendOutputs { plan, told } =
            made.map_err(|failure| outputs_failure(texts, &failure, workspace.newest_backup().as_deref()))?;
        let words = Words { month: &review.month, texts };
        let mut preview = in_words(words, &plan);
        preview.warnings.extend(told);
        let reasons = plan.files.iter().map(|file| (file.why, why(words, file.why))).collect();
        let month = review.month.month;
        // Giving a large month back takes longer than people wait for.
        std::mem::forget(review);
        Ok((Planned { month, plan, reasons, last }, preview))
    }

    /// Writes what the preview shows.
    pub(super) fn write_out(&mut self, generation: u32) -> Msg {
        let at = (self.orders.clock)();
        let texts = &self.texts;
        let nothing = |told| Msg::Written { generation, event: None, told };
        let Some(office) = &mut self.office else { return nothing(vec![texts.get("notice-no-workspace")]) };
        let Some(Planned { month, plan, reasons, last }) = office.planned.take() else {
            return nothing(vec![texts.get("write-nothing")]);
        };
        let reason = |file: Option<&PlannedFile>| match file {
            Some(file) => reasons.get(&file.why).cloned().unwrap_or_default(),
            None => texts.get("write-why-journal"),
        };
        match write_files(&mut office.workspace, month, (&plan, last), at, &reason) {
            Ok(written) => {
                office.last = written.event.seq;
                let folder = written.receipt.folder;
                let shown = folder.display().to_string();
                let args = [("count", Arg::from(plan.files.len())), ("folder", Arg::from(shown.as_str()))];
                let mut told = vec![texts.format("outbox-written", &args)];
                match verify(&folder) {
                    Ok(_) => told.push(texts.get("outbox-verified")),
                    Err(failure) => told.extend(verify_failure(texts, &folder, &failure)),
                }
                Msg::Written { generation, event: Some(Box::new(written.event)), told }
            }
            Err(failure) => {
                let backup = office.workspace.newest_backup();
                nothing(vec![out_failure(texts, &failure, backup.as_deref())])
            }
        }
    }

    /// Takes files into the workspace.
    pub(super) fn import(&mut self, paths: &[PathBuf]) -> Msg {
        let texts = &self.texts;
        let Some(office) = &mut self.office else {
            return Msg::Imported { last: 0, new: 0, told: vec![texts.get("notice-no-workspace")] };
        };
        let source = FolderSource::open(paths, self.orders.limits);
        if let [missing, ..] = source.missing() {
            let path = missing.display().to_string();
            let told = vec![texts.format("error-path-missing", &[("path", Arg::from(path.as_str()))])];
            return Msg::Imported { last: office.last, new: 0, told };
        }
        let imported = import(&mut office.workspace, &source, office.settings.number, &NoProgress);
        // Best effort: what cannot be read now is found out by the next decision.
        office.last = office.workspace.last_seq().unwrap_or(office.last);
        match imported {
            Ok(plan) => {
                let counts = plan.counts();
                let new = counts.new + counts.restored;
                let mut told = refused(texts, &plan);
                if new == 0 {
                    told.insert(0, counts_sentence(texts, counts));
                }
                Msg::Imported { last: office.last, new, told }
            }
            Err(failure) => {
                let backup = office.workspace.newest_backup();
                let told = vec![import_failure(texts, &failure, backup.as_deref())];
                let done = done_so_far(&failure).map(ImportPlan::counts);
                let new = done.map_or(0, |counts| counts.new + counts.restored);
                Msg::Imported { last: office.last, new, told }
            }
        }
    }
}

/// The slips and claims of the open month; why they cannot be said at all is a sentence.
fn of_kokuhoren(
    workspace: &mut Workspace,
    review: &Review,
    texts: &Texts,
    date: NaiveDate,
    is_all: bool,
) -> Result<Result<SendOutputs, OutputsFailure>, String> {
    let count = [("count", Arg::from(review.month.care_offices.len()))];
    let office = review.filing_office().ok_or_else(|| texts.format("slips-which-office", &count))?;
    let today = Day::of(date).ok_or_else(|| date.to_string())?;
    let window = window_on(date, review.month.month);
    let tally = tally(&review.tally_ground(window));
    let own = OwnMonth::of(&review.own_office(office), &tally, &review.decisions, window)
        .map_err(|gap| not_known_sentence(texts, &gap))?;
    let order = SendOrder {
        months: &[(review, &tally)],
        office,
        window,
        today,
        is_all,
        slips: true,
        own: &[own],
        again: &[],
    };
    Ok(send_outputs(workspace, order, &review.rules.slips, texts))
}

/// What was not taken in, and why.
fn refused(texts: &Texts, plan: &ImportPlan) -> Vec<String> {
    let is_refused =
        |outcome: &Outcome| !matches!(outcome, Outcome::New(_) | Outcome::Known(_) | Outcome::Restored(_));
    let refused = plan.items.iter().filter(|item| is_refused(&item.outcome));
    refused.map(|item| format!("{}: {}", item.path, outcome_sentence(texts, &item.outcome))).collect()
}

fn in_words(words: Words<'_>, plan: &WritePlan) -> Preview {
    let file = |file: &PlannedFile| PreviewFile {
        why: why(words, file.why),
        name: file.name.clone(),
        rows: [file.rows.added, file.rows.removed, file.rows.changed].map(|count| count as usize),
        baseline: baseline(words, file.baseline),
    };
    let warnings = plan.warnings.iter().map(|warning| sentence(words, warning)).collect();
    Preview { files: plan.files.iter().map(file).collect(), warnings }
}
