//! What helps against a finding: shown first, then done; and silencing it.

use crate::app::checks::trial;
use crate::app::decisions::Cells;
use crate::app::registers::{Register, register};
use crate::app::tally::{ClientSlip, Proposal};
use crate::check::{Facts, Finding, Remedy};
use crate::domain::decision::Verdict;
use crate::domain::ids::ClientKey;
use crate::domain::slip::SlipAction;
use crate::i18n::Arg;
use crate::report::event_words::refusal_sentence;
use crate::report::finding_words::{FindingWords, remedy, steps, title, what};
use crate::tui::action::Action;
use crate::tui::effect::Effect;
use crate::tui::env::Ctx;
use crate::tui::layers::chooser::{Choice, Chooser, Entry};
use crate::tui::layers::entry::{Entering, EntryStart, Opened};
use crate::tui::layers::form::Purpose;
use crate::tui::layers::message::Message;
use crate::tui::layers::remedy::{Carry, RemedyPreview};
use crate::tui::model::{Model, ctx};
use crate::tui::screens::checks::places_of;
use crate::tui::wish::{Wish, drafted};

/// What the key for the remedy leads to.
enum Way {
    /// The window with what it would do.
    Preview(Carry),
    /// A form with nothing to work out before.
    Form(Purpose),
    /// What another key does here.
    Act(Action),
    /// The form for a row of a register.
    Entry(Box<EntryStart>),
    /// The results of the client's slip.
    Result,
    /// The steps to read: nothing can be pressed.
    Steps,
}

impl Model {
    /// Shows what helps against the finding under the cursor.
    pub(super) fn remedy(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let Some((client, found)) = self.screens.checks().chosen(ctx) else {
            return self.say("checks-no-finding");
        };
        let finding = found.finding.clone();
        let Some(key) = ctx.review.month.clients.get(client).map(|rows| rows.client) else {
            return Vec::new();
        };
        let way = way(ctx, (client, key), &finding);
        if matches!(way, Way::Steps) {
            let window = steps_window(ctx, &finding);
            return self.push(window);
        }
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        match way {
            Way::Preview(carry) => self.preview_remedy((client, key), &finding, carry),
            Way::Form(purpose) => self.form(purpose),
            Way::Act(action) => self.decide(action).unwrap_or_default(),
            Way::Entry(start) => self.with_register(Entering::Edit(start)),
            Way::Result => self.choose_result_of(&[key]),
            Way::Steps => Vec::new(),
        }
    }

    fn preview_remedy(
        &mut self,
        (client, key): (usize, ClientKey),
        finding: &Finding,
        carry: Carry,
    ) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        match drafted(ctx.review, &wish_of(ctx, key, &carry)) {
            Ok(drafted) => {
                let after = trial(ctx.review, ctx.window(), key, &drafted.draft.changes);
                let window = RemedyPreview::new(ctx, finding, carry, after.as_ref(), client);
                self.push(window)
            }
            Err(refusal) => {
                self.notice = Some(refusal_sentence(ctx.words(), &refusal));
                Vec::new()
            }
        }
    }

    /// 点検の除外 of the finding under the cursor, or the end of it.
    pub(super) fn silence(&mut self) -> Vec<Effect> {
        let Some(ctx) = ctx(&self.env, &self.phase) else { return Vec::new() };
        let Some((client, found)) = self.screens.checks().chosen(ctx) else {
            return self.say("checks-no-finding");
        };
        let Some(key) = ctx.review.month.clients.get(client).map(|rows| rows.client) else {
            return Vec::new();
        };
        let finding = &found.finding;
        let entries = if found.silence.is_some() {
            again_entries(ctx, key, finding)
        } else {
            silence_entries(ctx, key, finding)
        };
        let title = format!("{}: {}", ctx.env.text("action-silence"), title(&ctx.env.texts, finding.check));
        if let Some(why) = self.refusal() {
            self.notice = Some(why);
            return Vec::new();
        }
        self.push(Chooser::new(title, entries))
    }
}

/// Where the remedy of a finding leads.
fn way(ctx: Ctx<'_>, (client, key): (usize, ClientKey), finding: &Finding) -> Way {
    let slip_form = |action| Way::Preview(Carry::Form(Purpose::SlipAction { client, action }));
    let adopt = |ids: &[String]| match places_of(ctx, client, ids) {
        places if places.is_empty() => Way::Steps,
        places => Way::Preview(Carry::Wish(Wish::verdict(places, Some(Verdict::Adopt)))),
    };
    match &finding.remedy {
        Remedy::Adopt(ids) => adopt(ids),
        // Adopting puts the number of the actuals in the place of the planned one. A mistaken number of a client is not
        // mended like this: a slip for the wrong person would follow.
        Remedy::FixNumber { .. } if matches!(finding.facts, Facts::Swapped { .. }) => {
            adopt(&finding.differences)
        }
        Remedy::HoldBack => slip_form(None),
        Remedy::SetAction(action) => slip_form(Some(*action)),
        Remedy::SendNow => send_now(ctx, (client, key)),
        Remedy::DecideShares => Way::Act(Action::Allot),
        Remedy::DecideArrival if finding.pair.is_some() => Way::Act(Action::Waiting),
        Remedy::AskProvider(_) => match places_of(ctx, client, &finding.differences) {
            places if places.is_empty() => Way::Steps,
            places => Way::Form(Purpose::Ask(places)),
        },
        Remedy::EnterIn { register: name, .. } => {
            let start = register(name).map(|register| entry(ctx, register, (client, key), finding));
            start.map_or(Way::Steps, |start| Way::Entry(Box::new(start)))
        }
        Remedy::EnterResult => Way::Result,
        _ => Way::Steps,
    }
}

/// What was held back is left to the program again; else the 作成区分 is chosen that fits what was sent before.
fn send_now(ctx: Ctx<'_>, (client, key): (usize, ClientKey)) -> Way {
    let slip = ctx.review.watch().tally().and_then(|tally| tally.slip(client));
    let proposed = |slip: &ClientSlip| match slip.proposal {
        Proposal::New | Proposal::Nothing => SlipAction::New,
        Proposal::Replace | Proposal::Unchanged | Proposal::NothingLeft => SlipAction::Replace,
    };
    match slip {
        Some(ClientSlip { chosen: Some((None, _)), .. }) => {
            let wish = Wish::SlipAction { client: key, action: None, why: String::new() };
            Way::Preview(Carry::Wish(wish))
        }
        Some(slip) if slip.is_due() => Way::Steps,
        Some(slip) => Way::Preview(Carry::Form(Purpose::SlipAction { client, action: Some(proposed(slip)) })),
        None => Way::Steps,
    }
}

/// What is tried out: a form's wish with words in the place of the reason.
fn wish_of(ctx: Ctx<'_>, key: ClientKey, carry: &Carry) -> Wish {
    match carry {
        Carry::Form(Purpose::SlipAction { action, .. }) => {
            let why = ctx.env.text("form-reason");
            Wish::SlipAction { client: key, action: Some((*action).into()), why }
        }
        Carry::Wish(wish) => wish.clone(),
        Carry::Form(_) => Wish::SlipAction { client: key, action: None, why: String::new() },
    }
}

/// The form for a row of a register with the key filled in, or with the row that is there.
fn entry(
    ctx: Ctx<'_>,
    register: &'static Register,
    (client, key): (usize, ClientKey),
    finding: &Finding,
) -> EntryStart {
    let review = ctx.review;
    let slip = review.watch().tally().and_then(|tally| tally.slip(client));
    let office = finding.pair.map(|(office, _)| office);
    let known = |name: &str| match (register.name, name) {
        (_, "insurer") => Some(key.insurer.to_string()),
        (_, "insured") => Some(key.insured.to_string()),
        ("managers", "name") => slip.map(|slip| slip.manager.clone()),
        (_, "from" | "month") => Some(review.month.month.to_string()),
        (_, "office") => office.map(|office| office.to_string()),
        (_, "kind") => finding.pair.map(|(_, kind)| kind.to_string()),
        _ => None,
    };
    let filled =
        register.keys.iter().filter_map(|column| Some((column.name.to_owned(), known(column.name)?)));
    let mut cells: Cells = filled.filter(|(_, text)| !text.is_empty()).collect();
    let rows = review.decisions.entries(register.name);
    let names = register.keys.iter().map(|column| column.name);
    // A row that holds already is changed: of those from a month on, the last one that has begun.
    let is_own = |row: &&Vec<String>| {
        names.clone().zip(row.iter()).all(|(name, text)| {
            let own = cells.get(name);
            if name == "from" { own.is_some_and(|own| text <= own) } else { own == Some(text) }
        })
    };
    let present = rows.keys().rfind(is_own).cloned();
    let opened = if present.is_some() { Opened::Known } else { Opened::New };
    if let Some(row) = present {
        cells = names.map(str::to_owned).zip(row.clone()).collect();
        cells.extend(rows.get(&row).cloned().unwrap_or_default());
    }
    EntryStart { register, opened, cells }
}

fn steps_window(ctx: Ctx<'_>, finding: &Finding) -> Message {
    let texts = &ctx.env.texts;
    let words = FindingWords { review: ctx.review, texts };
    let steps = steps(texts, finding.check);
    let mut told = vec![what(words, finding), remedy(words, &finding.remedy), String::new()];
    told.extend(steps.lines().map(str::to_owned));
    Message::new(title(texts, finding.check), &told)
}

/// Keys of the register of silences: of the client, and of the service office.
fn keys_of(key: ClientKey, finding: &Finding) -> [Option<String>; 2] {
    let client = format!("{}{}", key.insurer, key.insured);
    [Some(client), finding.pair.map(|(office, _)| office.to_string())]
}

/// For whom the check can be silenced.
fn silence_entries(ctx: Ctx<'_>, key: ClientKey, finding: &Finding) -> Vec<Entry> {
    let env = ctx.env;
    let words = FindingWords { review: ctx.review, texts: &env.texts };
    let [client, office] = keys_of(key, finding);
    let entry = |id: &str, whom: String, whose: String| {
        let label = env.format(id, &[("whose", Arg::from(whose.as_str()))]);
        Entry::new(label, "", Choice::Form(Purpose::Silence { check: finding.check, whom, whose }))
    };
    let of_client = client.map(|whom| entry("silence-client", whom, ctx.words().client_name(key)));
    let whose = finding.pair.map(|(office, _)| words.office(office));
    let of_office = office.zip(whose).map(|(whom, whose)| entry("silence-office", whom, whose));
    of_client.into_iter().chain(of_office).collect()
}

/// The rows that silence the finding, each to be taken out.
fn again_entries(ctx: Ctx<'_>, key: ClientKey, finding: &Finding) -> Vec<Entry> {
    let Some(register) = register("silences") else { return Vec::new() };
    let rows = ctx.review.decisions.entries(register.name);
    let entry = |whom: String| {
        let key = vec![finding.check.to_owned(), whom.clone()];
        let cells = rows.get(&key)?;
        let reason = cells.get("reason").cloned().unwrap_or_default();
        let label = ctx.env.format("silence-again", &[("whom", Arg::from(whom))]);
        Some(Entry::new(label, reason, Choice::Wish(Wish::RemoveEntry { register, key })))
    };
    keys_of(key, finding).into_iter().flatten().filter_map(entry).collect()
}
