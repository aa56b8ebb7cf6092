//! Who the client is, in one line.

use crate::app::review::ClientSummary;
use crate::app::worth::Worth;
use crate::i18n::Arg;
use crate::i18n::width::{cut, display, width};
use crate::report::layout::grouped;
use crate::report::sheet_words::limit_words;
use crate::report::words::care_level;
use crate::tui::env::{Ctx, Env};
use crate::tui::filter::manager_name;
use crate::tui::parts::difference::signed_units;
use crate::tui::parts::gauge::{percent, share};
use crate::tui::parts::paint::{Piece, put_pieces};
use crate::tui::parts::settled::{note_piece, stage_piece};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Cells that a name takes at most while there are other facts.
const NAME: usize = 24;

/// Between two facts.
const GAP: &str = "  ";

/// Cells of the gauge of the limit.
const GAUGE: u16 = 8;

/// A fact in one or several colours.
type Fact = Vec<Piece>;

fn cells(fact: &Fact) -> usize {
    fact.iter().map(|piece| width(&piece.text)).sum()
}

/// Draws as many facts as fit, the important ones first, and shorter where there is little room.
pub(super) fn draw(ctx: Ctx<'_>, (client, worth): (usize, Option<&Worth>), area: Rect, buffer: &mut Buffer) {
    let mut shown: [Option<Fact>; 10] = [const { None }; 10];
    let mut left = usize::from(area.width) + GAP.len();
    for (place, fact) in facts(ctx, client, worth) {
        let Some(slot) = shown.get_mut(place) else { continue };
        let has = slot.as_ref().map_or(0, |shorter| cells(shorter) + GAP.len());
        let needed = cells(&fact) + GAP.len();
        // The name is always there, cut if it has to be.
        if needed > GAP.len() && (place == 0 || needed <= left + has) {
            left = (left + has).saturating_sub(needed);
            *slot = Some(fact);
        }
    }
    let gap = || std::iter::once(Piece::new(GAP, Role::Text));
    let pieces: Vec<Piece> = shown.into_iter().flatten().flat_map(|fact| gap().chain(fact)).skip(1).collect();
    put_pieces(buffer, area, (0, 0), area.width, &pieces, &ctx.env.theme);
}

/// Facts with their places in the line, the important ones first. One that comes again takes more room and its own place.
fn facts(ctx: Ctx<'_>, client: usize, worth: Option<&Worth>) -> Vec<(usize, Fact)> {
    let (Some(rows), Some(summary)) = (ctx.review.month.clients.get(client), ctx.review.clients.get(client))
    else {
        return Vec::new();
    };
    let env = ctx.env;
    let kana =
        ctx.review.month.profile(rows.client).map(|profile| display(&profile.kana)).unwrap_or_default();
    let manager = manager_name(ctx, summary.manager);
    let manager = env.format("client-manager", &[("name", Arg::from(manager.as_str()))]);
    let (plan, actual) = (summary.plan_units, summary.actual_units);
    let level = care_level(&env.texts, summary.care_level.code());
    let [short, long] = limit(env, worth, summary);
    let one = |piece: Piece| vec![piece];
    vec![
        (0, one(Piece::new(cut(&ctx.words().client_name(rows.client), NAME), Role::TextStrong))),
        (8, stage_piece(ctx, rows.client).into_iter().collect()),
        (4, one(Piece::new(level, Role::Text))),
        (7, short),
        (2, one(Piece::new(rows.client.insured.to_string(), Role::Text))),
        (7, long),
        (9, note_piece(ctx, rows.client).into_iter().collect()),
        (6, one(Piece::new(units_in(env, plan, actual, 0), Role::Units))),
        (6, one(Piece::new(units(env, plan, actual), Role::Units))),
        (5, one(Piece::new(manager, Role::TextDim))),
        (1, one(Piece::new(cut(&kana, NAME), Role::TextDim))),
        (3, one(Piece::new(rows.client.insurer.to_string(), Role::TextDim))),
    ]
}

/// Planned and actual units with their difference.
pub(super) fn units(env: &Env, plan: i64, actual: i64) -> String {
    units_as("board-units", env, plan, actual)
}

/// The same, shorter when it does not fit into so many cells.
pub(super) fn units_in(env: &Env, plan: i64, actual: i64, cells: usize) -> String {
    let long = units(env, plan, actual);
    if width(&long) <= cells { long } else { units_as("client-units-short", env, plan, actual) }
}

fn units_as(id: &str, env: &Env, plan: i64, actual: i64) -> String {
    let (plan, delta, actual) = (grouped(plan), signed_units(actual - plan), grouped(actual));
    let args = [
        ("plan", Arg::from(plan.as_str())),
        ("actual", Arg::from(actual.as_str())),
        ("delta", Arg::from(delta.as_str())),
    ];
    env.format(id, &args)
}

/// The gauge of the limit with what stands, without and with its bar; of clients whose sheet cannot be computed what the
/// received files tell.
fn limit(env: &Env, worth: Option<&Worth>, summary: &ClientSummary) -> [Fact; 2] {
    let (Some(found), Some(text)) =
        (worth.and_then(Worth::limit_use), worth.and_then(|worth| limit_words(&env.texts, worth)))
    else {
        let short = received_limit(env, summary, ["client-limit-short", "client-over-limit-short"]);
        let long = received_limit(env, summary, ["client-limit", "client-over-limit"]);
        return [vec![short], vec![long]];
    };
    let role = if found.over > 0 { Role::UnitsMore } else { Role::Gauge };
    let text = Piece::new(text, role);
    let Some(limit) = found.limit else { return [vec![text.clone()], vec![text]] };
    let mut bar = share(env.charset.glyphs(), found.managed, limit, GAUGE);
    bar.extend([Piece::new(" ", Role::Text), text.clone()]);
    [vec![text], bar]
}

/// 区分支給限度基準額 and how much of it the received files take; two messages, for below and above it.
fn received_limit(env: &Env, summary: &ClientSummary, [below, above]: [&str; 2]) -> Piece {
    let limit = summary.limit_units.unwrap_or_default();
    let used = summary.limit_use();
    let Some(share) = percent(used, limit) else {
        return Piece::new(env.text("board-no-limit"), Role::TextDim);
    };
    let limit_text = grouped(limit);
    let args = [("limit", Arg::from(limit_text.as_str())), ("percent", Arg::from(share))];
    let (id, role) = if used > limit { (above, Role::UnitsMore) } else { (below, Role::Text) };
    Piece::new(env.format(id, &args), role)
}
