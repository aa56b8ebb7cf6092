//! What a form is for: which fields it has, and what becomes of what was typed.

use super::super::entry::Entering;
use super::super::{Do, LayerCtx};
use super::slips;
use crate::app::decide::{
    EditField, Place, Refusal, as_planned, check_row, edit_base, plain, read_edit, with_row,
};
use crate::app::registers::{Register, register};
use crate::app::review::{DifferenceAt, Review};
use crate::domain::decision::{ArrivalChoice, RowContent, RowEdit, Rule, Verdict};
use crate::domain::ids::{ClientKey, OfficeNumber};
use crate::domain::slip::{GateBlock, SlipAction};
use crate::i18n::Arg;
use crate::report::event_words::{field_id, refusal_sentence};
use crate::report::finding_words;
use crate::report::registers::{column_title, register_title};
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::difference::change;
use crate::tui::wish::{Wish, drafted};
use chrono::{Datelike, NaiveDate};
use std::path::PathBuf;

/// What a form is for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// 照会 about differences.
    Ask(Vec<DifferenceAt>),
    /// 保留 of differences, with the reason.
    Hold(Vec<DifferenceAt>),
    /// 修正 of a difference.
    Edit(DifferenceAt),
    /// A row of actuals from a FAX: the row at this place of the typed rows, or a new one like it.
    FaxRow {
        /// The provider and kind of the client.
        place: Place,
        /// The rows as they are typed so far.
        rows: Vec<RowContent>,
        /// Which of them; one past the end adds a row.
        at: usize,
        /// What the fields begin with.
        base: RowContent,
    },
    /// 月遅れ, with the reason.
    Late(Vec<Place>),
    /// 取下げ, with the reason.
    Withdraw(Vec<(usize, OfficeNumber)>),
    /// 備考 on a client.
    Note(usize),
    /// A name for a rule that is kept.
    KeepRule(Rule),
    /// The explanation for clients that are not 確定 when the month is signed off.
    Close(Vec<ClientKey>),
    /// The reason for opening a month again.
    Reopen,
    /// 作成区分 of a slip (`None`: it is not sent), with the reason.
    SlipAction {
        /// Position of the client.
        client: usize,
        /// What.
        action: Option<SlipAction>,
    },
    /// The reason why a slip may be sent although something blocks it.
    LetThrough {
        /// Position of the client.
        client: usize,
        /// What blocks it.
        block: GateBlock,
    },
    /// 点検の除外, with the reason and the last month.
    Silence {
        /// Id of the check.
        check: &'static str,
        /// For whom, as the register has it: insurer and insured number, or an office number.
        whom: String,
        /// The same in words.
        whose: String,
    },
    /// The folder or file that is to be taken in.
    Import,
    /// The folder or file with notices of 国保連 that is to be taken in.
    ImportNotices,
    /// The file with rows of a register that is to be taken in.
    ImportRegister(&'static Register),
}

/// What a form shows.
pub(super) struct Asked {
    pub(super) title: String,
    pub(super) about: Vec<String>,
    /// What has to be known before.
    pub(super) warnings: Vec<String>,
    /// Label and first content of each field.
    pub(super) fields: Vec<(String, String)>,
}

impl Purpose {
    /// The fields, filled in as far as they are known.
    pub(super) fn asked(&self, ctx: LayerCtx<'_>) -> Asked {
        let env = ctx.env;
        let field = |label: &str, text: String| (env.text(label), text);
        let reason = || vec![field("form-reason", String::new())];
        let about = ctx.review.map(|review| self.about(Ctx { env, review })).unwrap_or_default();
        let (title, fields) = match self {
            Purpose::Ask(_) => {
                let text = field("form-question", env.text("form-question-default"));
                ("verdict-ask", vec![text, field("form-due", String::new())])
            }
            Purpose::Hold(_) => ("verdict-hold", reason()),
            Purpose::Edit(at) => {
                let base = ctx.review.and_then(|review| base(review, *at));
                ("verdict-edit", row_fields(env, base.as_ref()))
            }
            Purpose::FaxRow { base, .. } => ("arrival-fax", row_fields(env, Some(base))),
            Purpose::Late(_) => ("arrival-late", reason()),
            Purpose::Withdraw(_) => ("event-withdrawn", reason()),
            Purpose::Note(client) => {
                let note = ctx.review.map(|review| note_of(review, *client)).unwrap_or_default();
                ("event-note", vec![field("form-note", note)])
            }
            Purpose::KeepRule(_) => ("action-keep-rule", vec![field("form-rule-name", String::new())]),
            Purpose::Close(_) => ("event-closed", vec![field("form-explanation", String::new())]),
            Purpose::Reopen => ("event-reopened", reason()),
            Purpose::SlipAction { .. } => ("action-slip-action", reason()),
            Purpose::LetThrough { .. } => ("action-let-through", reason()),
            Purpose::Silence { .. } => {
                let until = ctx.review.map(|review| env.dates.short_month(review.month.month));
                let until = field("form-until", until.unwrap_or_default());
                ("action-silence", vec![field("form-reason", String::new()), until])
            }
            Purpose::Import => ("action-import", vec![field("form-path", String::new())]),
            Purpose::ImportNotices => ("action-import-notices", vec![field("form-path", String::new())]),
            Purpose::ImportRegister(_) => ("action-import-register", vec![field("form-path", String::new())]),
        };
        let warnings = ctx.review.map(|review| self.warnings(Ctx { env, review })).unwrap_or_default();
        Asked { title: env.text(title), about, warnings, fields }
    }

    fn about(&self, ctx: Ctx<'_>) -> Vec<String> {
        let counted = |id: &str, count: usize| vec![ctx.env.format(id, &[("count", Arg::from(count))])];
        match self {
            Purpose::Ask(places) | Purpose::Hold(places) if places.len() > 1 => {
                counted("form-about-differences", places.len())
            }
            Purpose::Ask(places) | Purpose::Hold(places) => {
                places.first().map(|at| about_one(ctx, *at)).into_iter().collect()
            }
            Purpose::Edit(at) => vec![about_one(ctx, *at)],
            Purpose::FaxRow { .. } => vec![ctx.env.text("form-about-fax")],
            Purpose::Import => vec![ctx.env.text("form-about-import")],
            Purpose::ImportNotices => vec![ctx.env.text("form-about-notices")],
            Purpose::ImportRegister(register) => about_register(ctx, register),
            Purpose::Close(clients) if !clients.is_empty() => counted("form-about-open", clients.len()),
            Purpose::SlipAction { client, action } => slips::about_action(ctx, *client, *action),
            Purpose::Silence { check, whose, .. } => {
                let title = finding_words::title(&ctx.env.texts, check);
                vec![format!("{title}  {whose}"), ctx.env.text("form-about-silence")]
            }
            Purpose::LetThrough { client, block } => slips::about_block(ctx, *client, *block),
            _ => Vec::new(),
        }
    }

    fn warnings(&self, ctx: Ctx<'_>) -> Vec<String> {
        match self {
            Purpose::SlipAction { client, action } => slips::warnings(ctx, *client, *action),
            _ => Vec::new(),
        }
    }

    /// What the person wants, from the content of the fields.
    pub(super) fn wanted(&self, texts: &[&str], env: &Env, review: &Review) -> Result<Do, String> {
        if let Purpose::Import | Purpose::ImportNotices | Purpose::ImportRegister(_) = self {
            let path = path(texts.first().copied().unwrap_or_default());
            let path = path.ok_or_else(|| env.text("form-no-path"))?;
            return Ok(match self {
                Purpose::ImportNotices => Do::ImportNotices(vec![path]),
                Purpose::ImportRegister(register) => Do::Register(Entering::Import(register, path)),
                _ => Do::Import(vec![path]),
            });
        }
        let wish = self.wish(texts, env, review)?;
        // What was typed must not be lost because of one wrong value.
        match drafted(review, &wish) {
            Ok(_) => Ok(Do::Wish(wish)),
            Err(refusal) => Err(refusal_sentence(env.words(review), &refusal)),
        }
    }

    fn wish(&self, texts: &[&str], env: &Env, review: &Review) -> Result<Wish, String> {
        let text = |at: usize| texts.get(at).map(|text| text.trim().to_owned()).unwrap_or_default();
        let refused = |refusal: &Refusal| refusal_sentence(env.words(review), refusal);
        let reason = || match text(0) {
            reason if reason.is_empty() => Err(refused(&Refusal::NoReason)),
            reason => Ok(reason),
        };
        Ok(match self {
            Purpose::Ask(places) => {
                let due = match text(1) {
                    due if due.is_empty() => None,
                    due => Some(date(&due, env.today).ok_or_else(|| env.text("form-no-date"))?),
                };
                let verdict = Verdict::Ask { due, text: reason()? };
                Wish::verdict(places.clone(), Some(verdict))
            }
            Purpose::Hold(places) => {
                Wish::Verdict { places: places.clone(), verdict: Some(Verdict::Hold), reason: reason()? }
            }
            Purpose::Edit(at) => {
                let base = base(review, *at).ok_or_else(|| refused(&Refusal::Vanished(String::new())))?;
                let edit = edit(texts, &base).map_err(|refusal| refused(&refusal))?;
                Wish::verdict(vec![*at], Some(Verdict::Edit(edit)))
            }
            Purpose::FaxRow { place, rows, at, base } => {
                fax_row(review, (*place, rows, *at), base, texts).map_err(|refusal| refused(&refusal))?
            }
            Purpose::Late(places) => {
                Wish::Arrival { places: places.clone(), choice: Some(ArrivalChoice::Late), reason: reason()? }
            }
            Purpose::Withdraw(places) => {
                Wish::Withdraw { places: places.clone(), is_withdrawn: true, reason: reason()? }
            }
            Purpose::Note(client) => Wish::Note { client: *client, text: text(0) },
            Purpose::KeepRule(rule) => Wish::KeepRule { name: reason()?, rule: Some(rule.clone()) },
            Purpose::Close(clients) => {
                let explanation = if clients.is_empty() { String::new() } else { reason()? };
                let exceptions = clients.iter().map(|client| (*client, explanation.clone())).collect();
                Wish::Close { exceptions }
            }
            Purpose::Reopen => Wish::Reopen { reason: reason()? },
            Purpose::SlipAction { client, action } => {
                let client = client_at(review, *client).ok_or_else(|| refused(&Refusal::Nothing))?;
                Wish::SlipAction { client, action: Some((*action).into()), why: reason()? }
            }
            Purpose::LetThrough { client, block } => {
                let client = client_at(review, *client).ok_or_else(|| refused(&Refusal::Nothing))?;
                Wish::LetThrough { client, block: *block, why: Some(reason()?) }
            }
            Purpose::Silence { check, whom, .. } => {
                let cells = [("check", *check), ("whom", whom), ("reason", &reason()?), ("to", &text(1))];
                silence(cells).ok_or_else(|| refused(&Refusal::Nothing))?
            }
            Purpose::Import | Purpose::ImportNotices | Purpose::ImportRegister(_) => {
                return Err(env.text("form-no-path"));
            }
        })
    }
}

/// What typing actuals from a FAX begins with: everything as planned.
pub fn fax_as_planned(review: &Review, place: Place) -> Wish {
    let choice = ArrivalChoice::Fax { rows: as_planned(review, place) };
    Wish::Arrival { places: vec![place], choice: Some(choice), reason: String::new() }
}

fn fax_row(
    review: &Review,
    (place, rows, at): (Place, &[RowContent], usize),
    base: &RowContent,
    texts: &[&str],
) -> Result<Wish, Refusal> {
    let typed = edit(texts, base)?.applied(base);
    if typed.count > 0 {
        check_row(review, std::slice::from_ref(base), &typed)?;
    }
    let choice = ArrivalChoice::Fax { rows: with_row(rows, at, typed) };
    Ok(Wish::Arrival { places: vec![place], choice: Some(choice), reason: String::new() })
}

fn silence(cells: [(&str, &str); 4]) -> Option<Wish> {
    let cells = cells.map(|(column, text)| (column.to_owned(), text.to_owned())).into();
    Some(Wish::Entry { register: register("silences")?, cells })
}

fn about_one(ctx: Ctx<'_>, at: DifferenceAt) -> String {
    let Some(difference) = ctx.review.difference(at) else { return String::new() };
    let name = ctx.words().client_name(difference.client);
    format!("{name} {} {}", ctx.words().office(difference.provider), change(ctx, difference))
}

/// What a file with rows of a register has to look like.
fn about_register(ctx: Ctx<'_>, register: &Register) -> Vec<String> {
    let texts = &ctx.env.texts;
    let keys = register.keys.iter().map(|column| column_title(texts, register.name, column.name));
    let args = [
        ("register", Arg::from(register_title(texts, register.name))),
        ("columns", Arg::from(keys.collect::<Vec<_>>().join(", "))),
    ];
    vec![texts.format("registers-about-import", &args)]
}

fn client_at(review: &Review, position: usize) -> Option<ClientKey> {
    review.month.clients.get(position).map(|rows| rows.client)
}

fn note_of(review: &Review, client: usize) -> String {
    let rows = review.month.clients.get(client);
    let note = rows.and_then(|rows| review.decisions.client(rows.client).note());
    note.unwrap_or_default().to_owned()
}

fn base(review: &Review, at: DifferenceAt) -> Option<RowContent> {
    edit_base(review, review.difference(at)?)
}

fn row_fields(env: &Env, row: Option<&RowContent>) -> Vec<(String, String)> {
    let value = |field: EditField| {
        row.map(|row| match field {
            EditField::Day => row.day.to_string(),
            EditField::Start => row.start.to_string(),
            EditField::End => row.end.to_string(),
            EditField::Code => row.code.to_string(),
            EditField::Count => row.count.to_string(),
            EditField::Units => row.units.to_string(),
        })
    };
    EditField::ALL
        .iter()
        .map(|field| (env.text(field_id(*field)), value(*field).unwrap_or_default()))
        .collect()
}

/// The edit that leads from a row to what stands in the fields.
fn edit(texts: &[&str], base: &RowContent) -> Result<RowEdit, Refusal> {
    read_edit(EditField::ALL.into_iter().zip(texts.iter().copied()), base)
}

/// A path as people paste it: a file that is dropped on a terminal comes in quotes, or with its blanks escaped.
pub(super) fn path(text: &str) -> Option<PathBuf> {
    let text = text.trim();
    let bare = ['"', '\''].iter().find_map(|quote| text.strip_prefix(*quote)?.strip_suffix(*quote));
    let text = bare.map_or_else(|| text.replace("\\ ", " "), str::to_owned);
    (!text.is_empty()).then(|| PathBuf::from(text))
}

/// A date as `2026-11-08`, `2026/11/8`, `R8/11/8`, `11/8` (the next one to come) or `8` (the next 8th).
pub(super) fn date(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = plain(text).to_ascii_uppercase();
    let (era, digits) = match text.strip_prefix('R') {
        Some(rest) => (2018, rest.to_owned()),
        None => (0, text),
    };
    let parts: Option<Vec<u32>> = digits.split(['-', '/', '.']).map(|part| part.parse().ok()).collect();
    let year = |year: u32| i32::try_from(year).ok()?.checked_add(era);
    match *parts? {
        [y, m, d] => NaiveDate::from_ymd_opt(year(y)?, m, d),
        [m, d] if era == 0 => {
            let this_year = NaiveDate::from_ymd_opt(today.year(), m, d);
            this_year
                .filter(|date| *date >= today)
                .or_else(|| NaiveDate::from_ymd_opt(today.year() + 1, m, d))
        }
        [d] if era == 0 => {
            let next = today.with_day(1)?.checked_add_months(chrono::Months::new(1))?;
            today.with_day(d).filter(|date| *date >= today).or_else(|| next.with_day(d))
        }
        _ => None,
    }
}
