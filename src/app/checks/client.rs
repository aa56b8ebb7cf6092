//! Fills the view of a client and runs the checks on it.

use super::pairs::{Pairs, Worths};
use super::{CheckGround, ClientChecks, Found};
use crate::app::decisions::ClientDecisions;
use crate::app::fee::{ClaimNote, FeeState};
use crate::app::month::Month;
use crate::app::registers::ClientEntry;
use crate::app::standing::standing;
use crate::app::tally::{self, ClientSlip, NotDue, SlipState, TallyFault};
use crate::app::worth::{self, Person as OnFile, SharesFrom, Worth, WorthFault};
use crate::benefit::limit::Maker;
use crate::check::{
    ClientView, DifferenceView, FeeView, Finding, HistoryView, LineView, NoSlip, Person, RegisterView,
    RowPlace, SharesState, SheetView, SlipFate, SlipView, check,
};
use crate::domain::ids::ClientKey;
use crate::domain::month::Day;
use crate::domain::slip::{SentFee, SlipAction};
use crate::reconcile::ClientComparison;
use chrono::NaiveDate;

/// Checks a client; `slip` is the client's own.
pub(super) fn of_slip(ground: &CheckGround<'_>, slip: &ClientSlip) -> Option<ClientChecks> {
    let on = &ground.tally.worth;
    let (position, client) = (slip.position, slip.client);
    let rows = on.month.clients.get(position)?;
    let comparison = on.month.comparisons.get(position)?;
    let decided = on.decisions.client(client);
    let stands = standing(on.month, position, on.decisions);
    let is_revised = worth::is_revised(on.month, rows, &stands);
    let standing = worth::worth_of(on, position, &stands)?;
    let original = if is_revised { worth::original(on, position) } else { None };
    let done = worth::of_actual(on, position)?;
    let worths = Worths { planned: original.as_ref().unwrap_or(&standing), done: &done, standing: &standing };
    let sheet: Vec<_> = on.month.sheet_rows(&rows.sheet).collect();
    let pairs = Pairs::of(on, rows, &worths);
    let pairs = pairs.views(on, &comparison.lines, decided, &sheet, &worths);
    let differences: Vec<DifferenceView<'_>> = comparison
        .differences
        .iter()
        .map(|difference| DifferenceView {
            difference,
            verdict: decided.decision(&difference.id).map(|held| &held.value.verdict),
        })
        .collect();
    let lines: Vec<LineView> = slip.lines.iter().map(line).collect();
    let unread_rows = ground.tally.unread.places(on.month, position, decided);
    let fee_sent = decided.sent_fees().last();
    let view = ClientView {
        month: on.month.month,
        window: ground.tally.window,
        client,
        person: person(&standing.person, told_on(on.month, client)),
        pairs: &pairs,
        differences: &differences,
        unread: ground.tally.unread.rows(on.month, position, decided),
        unread_rows: &unread_rows,
        sheet: sheet_view(&standing, !is_revised),
        slip: Some(slip_view(slip, &lines)),
        history: ground.has_history.then(|| history(ground, slip, decided, fee_sent)),
        register: on.registers.client(client).map(register),
        fee: fee(ground, position),
        other_keys: ground.persons.others(client),
        knows_providers: on.registers.has_providers(),
        knows_managers: on.registers.has_managers(),
        has_master: on.codes.is_some(),
    };
    let checked = check(&view);
    let found = |mut finding: Finding| {
        if finding.rows.is_empty() {
            finding.rows = rows_of(&finding, comparison);
        }
        let silence = on.registers.silence(&finding, client, on.month.month).cloned();
        Found { finding, silence }
    };
    let findings = checked.findings.into_iter().map(found).collect();
    Some(ClientChecks { client, position, findings, not_checked: checked.not_checked })
}

/// Rows of the differences that a finding is about.
fn rows_of(finding: &Finding, comparison: &ClientComparison) -> Vec<RowPlace> {
    if finding.differences.is_empty() {
        return Vec::new();
    }
    let about = comparison.differences.iter().filter(|one| finding.differences.contains(&one.id));
    let rows = about.flat_map(|one| one.plan.iter().chain(&one.actual));
    rows.map(|row| RowPlace { file: row.file, line: row.row.line }).collect()
}

/// When the 利用者補足情報 of a client was made.
fn told_on(month: &Month, client: ClientKey) -> Option<NaiveDate> {
    let (file, _) = month.profiles.get(&client)?;
    month.file(*file)?.name.as_ref()?.timestamp.date()
}

fn person(person: &OnFile, told_on: Option<NaiveDate>) -> Person<'_> {
    Person {
        is_applying: person.is_applying,
        told_on,
        levels: &person.levels,
        limit: person.limit.as_ref(),
        limits: &person.limits,
        birth_date: person.birth_date,
        sex: person.sex,
        limit_span: (person.limit_from, person.limit_to),
        level_changed_on: person.level_changed_on,
        stay_days_before: person.stay_days_before,
        // Rows of the month before are not opened for this; what the plan says of earlier days is.
        stay_run_before: None,
    }
}

fn sheet_view(worth: &Worth, is_as_received: bool) -> Option<SheetView<'_>> {
    let shares = match &worth.shares {
        SharesFrom::NothingOver => SharesState::NothingOver,
        SharesFrom::Typed | SharesFrom::Received => SharesState::Decided,
        SharesFrom::Proposed => SharesState::Proposed,
        SharesFrom::TypedStale(faults) | SharesFrom::ReceivedStale(faults) => SharesState::Stale(faults),
    };
    Some(SheetView { sheet: worth.sheet.as_ref()?, shares, is_as_received })
}

fn line(line: &tally::TallyLine) -> LineView {
    LineView { office: line.office, kind: line.kind, class: line.class, units: line.units }
}

fn slip_view<'a>(slip: &'a ClientSlip, lines: &'a [LineView]) -> SlipView<'a> {
    SlipView {
        fate: fate(slip),
        is_stuck: matches!(slip.state, SlipState::Faulty | SlipState::Blocked),
        is_not_computable: slip.faults.iter().any(is_of_rules),
        office: slip.office,
        plan_maker: slip.plan_maker(),
        level: slip.level,
        limit: slip.limit,
        birth_date: slip.birth_date,
        sex: slip.sex,
        manager_number: slip.manager_number.as_deref(),
        is_open_ended: slip.maker == Some(Maker::PreventionManagement),
        lines,
    }
}

/// Whether a fault is not that an item is missing, which has checks of its own.
fn is_of_rules(fault: &TallyFault) -> bool {
    match fault {
        TallyFault::Worth(fault) => {
            !matches!(fault, WorthFault::NoProfile | WorthFault::NoLevel(_) | WorthFault::NoLevelInMonth)
        }
        TallyFault::Negative { .. } | TallyFault::TooManyLines(_) | TallyFault::NoLines => true,
        TallyFault::NoManagerNumber
        | TallyFault::NoOffice
        | TallyFault::NoLimitFrom
        | TallyFault::NoLimitTo => false,
    }
}

fn fate(slip: &ClientSlip) -> SlipFate {
    let action = slip.action().unwrap_or(SlipAction::New);
    match slip.state {
        // Somebody without a plan has neither level nor limit, but nothing to be sent either.
        SlipState::Faulty if slip.action().is_none() && !slip.faults.iter().any(is_of_rules) => {
            SlipFate::NotDue(NoSlip::Nothing)
        }
        SlipState::Ready | SlipState::Faulty | SlipState::Blocked => SlipFate::Sends(action),
        SlipState::Written => SlipFate::Written(action),
        SlipState::Unchanged => SlipFate::Unchanged,
        SlipState::HeldBack => SlipFate::HeldBack,
        SlipState::NothingLeft => SlipFate::NotDue(NoSlip::NothingLeft),
        SlipState::NotDue(NotDue::NothingManaged) => SlipFate::NotDue(NoSlip::Nothing),
        SlipState::NotDue(NotDue::Entrusted) => SlipFate::NotDue(NoSlip::Entrusted),
        SlipState::NotDue(NotDue::Multifunctional) => SlipFate::NotDue(NoSlip::Multifunctional),
    }
}

fn history<'a>(
    ground: &CheckGround<'a>,
    slip: &ClientSlip,
    decided: &'a ClientDecisions,
    fee: Option<&'a SentFee>,
) -> HistoryView<'a> {
    let window = ground.tally.window;
    let sent = tally::History::of(decided.sent_slips(), window);
    HistoryView {
        decided: sent.decided,
        is_assumed: sent.is_assumed,
        pending: sent.pending,
        last_result: sent.last_result,
        previous: ground.previous.slip(slip.client, window),
        fee,
    }
}

fn register(entry: &ClientEntry) -> RegisterView {
    RegisterView {
        filed_on: entry.filed_on,
        contract_on: entry.contract_on,
        ended_on: entry.ended_on,
        cert: (entry.cert_from, entry.cert_to),
        birth_date: entry.birth_date.and_then(Day::of),
        sex: entry.sex,
    }
}

/// The claim that goes in this window; one that waits for its slip, or that was claimed before, does not.
fn fee<'a>(ground: &CheckGround<'a>, position: usize) -> Option<FeeView<'a>> {
    let own = ground.own?;
    let at = u32::try_from(position).ok()?;
    if let Ok(place) = own.fees.entries.binary_search_by_key(&at, |entry| entry.position) {
        let (entry, state) = (own.fees.entries.get(place)?, *own.states.get(place)?);
        if entry.is_open() {
            return None;
        }
        let is_sent = matches!(state, FeeState::Ready | FeeState::Changed);
        let is_additions_only = entry.notes.contains(&ClaimNote::AdditionsOnly);
        return Some(FeeView { claim: entry.slip.as_ref().filter(|_| is_sent), is_additions_only });
    }
    let is_left_out = own.fees.left_out.binary_search_by_key(&at, |left| left.position).is_ok();
    is_left_out.then_some(FeeView { claim: None, is_additions_only: false })
}
