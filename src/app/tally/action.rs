//! 作成区分 and state of a slip.

use super::history::{Content, History, propose};
use super::{
    ClassFrom, ClientSlip, NotDue, Proposal, SlipState, TallyFault, TallyGround, TallyLine, TallyNote,
};
use crate::app::worth::Worth;
use crate::benefit::limit::{LimitNote, Maker};
use crate::domain::slip::{GateBlock, PlanMaker, SentLine, SlipAction};

/// Proposes the 作成区分 and tells how far the slip is.
pub(super) fn decide(slip: &mut ClientSlip, ground: &TallyGround<'_>, worth: &Worth) {
    let decided = ground.worth.decisions.client(slip.client);
    let history = History::of(decided.sent_slips(), ground.window);
    slip.chosen = decided.slip_action().map(|(action, why)| (action, why.to_owned()));
    if let Some(reason) = not_due(slip, ground) {
        slip.state = SlipState::NotDue(reason);
        slip.proposal = Proposal::Nothing;
        slip.faults.clear();
        slip.blocks.clear();
        return;
    }
    let lines = slip.sent_lines();
    let limit = slip.limit.and_then(|limit| u32::try_from(limit).ok());
    let content = Content { level: slip.level, limit, lines: &lines };
    slip.proposal = propose(&history, &content);
    if matches!(&slip.chosen, Some((Some(SlipAction::Cancel), _))) {
        slip.notes.push(TallyNote::CancelTakesAll);
        if let Some(sent) = history.decided.filter(|_| slip.lines.is_empty()) {
            slip.lines = sent.lines.iter().map(again).collect();
        }
    }
    // What could not be read may be what a slip is due for.
    let is_unread = slip.open_blocks().any(|block| block.block == GateBlock::Unread);
    if slip.proposal == Proposal::Nothing && slip.action().is_none() && slip.faults.is_empty() && !is_unread {
        slip.state = SlipState::NotDue(NotDue::NothingManaged);
        slip.blocks.clear();
        return;
    }
    add_faults(slip);
    note_maker(slip, worth);
    if history.is_assumed {
        slip.notes.push(TallyNote::AssumedDecided);
    }
    if history.pending.is_some() {
        slip.notes.push(TallyNote::Pending);
    }
    let is_written = history
        .pending
        .is_some_and(|sent| content.is_of(sent) && slip.action().is_none_or(|action| action == sent.action));
    slip.state = state(slip, is_written);
}

fn state(slip: &ClientSlip, is_written: bool) -> SlipState {
    if matches!(slip.chosen, Some((None, _))) {
        SlipState::HeldBack
    } else if !slip.faults.is_empty() {
        SlipState::Faulty
    } else if is_written {
        SlipState::Written
    } else if slip.chosen.is_none() && slip.proposal == Proposal::Unchanged {
        SlipState::Unchanged
    } else if slip.chosen.is_none() && slip.proposal == Proposal::NothingLeft {
        SlipState::NothingLeft
    } else if slip.open_blocks().next().is_some() {
        SlipState::Blocked
    } else {
        SlipState::Ready
    }
}

/// A line of a decided slip that is cancelled.
fn again(line: &SentLine) -> TallyLine {
    let units = i64::from(line.units);
    TallyLine {
        office: line.office,
        kind: line.kind,
        class: line.class,
        class_from: ClassFrom::Register,
        units,
        planned: 0,
        actual: 0,
    }
}

fn not_due(slip: &ClientSlip, ground: &TallyGround<'_>) -> Option<NotDue> {
    let entry = ground.worth.registers.client(slip.client);
    if entry.is_some_and(|entry| entry.entrusted_by.is_some()) {
        Some(NotDue::Entrusted)
    } else if slip.maker == Some(Maker::Multifunctional) {
        Some(NotDue::Multifunctional)
    } else {
        None
    }
}

/// What a record cannot be without.
fn add_faults(slip: &mut ClientSlip) {
    if slip.office.is_none() {
        slip.faults.push(TallyFault::NoOffice);
    }
    if slip.plan_maker() == PlanMaker::CareOffice && slip.manager_number.is_none() {
        slip.faults.push(TallyFault::NoManagerNumber);
    }
    if slip.lines.is_empty() && slip.action().is_some() {
        slip.faults.push(TallyFault::NoLines);
    }
    if slip.level.is_some() {
        if slip.limit_span.0.is_none() {
            slip.faults.push(TallyFault::NoLimitFrom);
        }
        if slip.limit_span.1.is_none() && slip.maker != Some(Maker::PreventionManagement) {
            slip.faults.push(TallyFault::NoLimitTo);
        }
    }
}

/// What is to be known of who files.
fn note_maker(slip: &mut ClientSlip, worth: &Worth) {
    let notes = worth.person.limit.as_ref().map(|limit| limit.notes.as_slice()).unwrap_or_default();
    if notes.contains(&LimitNote::GroupChanged) {
        slip.notes.push(TallyNote::GroupChanged);
    }
    let is_support_centre = slip.office.is_some_and(|office| office.is_support_centre());
    if slip.plan_maker() == PlanMaker::SupportOffice && !is_support_centre {
        slip.notes.push(TallyNote::OwnPrevention);
    }
}
