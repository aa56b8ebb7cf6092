//! The chosen finding in full: what it is, what helps, who is hurt and how, what to do, why. And what was not checked.

use crate::app::checks::Found;
use crate::i18n::Arg;
use crate::i18n::width::{display, wrap};
use crate::report::finding_words::{FindingWords, hurt, remedy, steps, what, why};
use crate::report::findings::FindingList;
use crate::report::findings::text::not_checked_sentence;
use crate::tui::action::Action;
use crate::tui::env::Ctx;
use crate::tui::filter::manager_name;
use crate::tui::parts::paint::Piece;
use crate::tui::parts::severity::{severity_piece, yen};
use crate::tui::theme::Role;

type Line = Vec<Piece>;

/// Everything there is to say about a finding, so many cells wide.
pub(super) fn lines(ctx: Ctx<'_>, found: &Found, cells: usize) -> Vec<Line> {
    let env = ctx.env;
    let texts = &env.texts;
    let Found { finding, silence } = found;
    let words = FindingWords { review: ctx.review, texts };
    let mut out = Vec::new();
    let mut say = |label: Option<&str>, text: &str, role: Role| {
        let label = label.map(|id| format!("{}: ", env.text(id))).unwrap_or_default();
        for line in format!("{label}{text}").lines().flat_map(|line| wrap(line, cells)) {
            out.push(vec![Piece::new(line, role)]);
        }
    };
    if let Some(silence) = silence {
        let args = [
            ("until", Arg::from(env.dates.short_month(silence.until))),
            ("reason", Arg::from(display(&silence.reason))),
        ];
        say(None, &env.format("checks-silenced-why", &args), Role::StateAsked);
    }
    say(None, &what(words, finding), Role::TextStrong);
    let key = [("key", Arg::from(env.keymap.shown(Action::Remedy)))];
    let sentence = remedy(words, &finding.remedy);
    say(None, &format!("{}: {sentence}", env.format("checks-remedy", &key)), Role::StateArrived);
    say(Some("checks-hurt"), &hurt(texts, finding.check), Role::Text);
    say(Some("checks-steps"), &steps(texts, finding.check), Role::Text);
    say(Some("checks-why"), &why(texts, finding.check), Role::TextDim);
    out
}

/// Whom the finding is about, for the rule above the details.
pub(super) fn title(ctx: Ctx<'_>, client: usize, found: &Found) -> String {
    let env = ctx.env;
    let finding = &found.finding;
    let key = ctx.review.month.clients.get(client).map(|rows| rows.client);
    let manager = ctx.review.clients.get(client).map(|client| manager_name(ctx, client.manager));
    let amount = (finding.units != 0).then(|| yen(env, finding.yen));
    [
        Some(severity_piece(env, finding.severity).text),
        finding.code.map(str::to_owned),
        amount,
        key.map(|key| ctx.words().client_name(key)),
        key.map(|key| format!("{}-{}", key.insurer, key.insured)),
        manager,
    ]
    .into_iter()
    .flatten()
    .collect::<Vec<_>>()
    .join("  ")
}

/// What was not checked and why, each need once, with what would supply it.
pub(super) fn needs(ctx: Ctx<'_>) -> Vec<String> {
    let Some(checks) = ctx.review.watch().checks() else { return Vec::new() };
    let texts = &ctx.env.texts;
    let list = FindingList { review: ctx.review, checks: &checks.clients, texts };
    list.not_checked().iter().map(|entry| format!("* {}", not_checked_sentence(&list, entry))).collect()
}
