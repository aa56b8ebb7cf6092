//! From an event to what it was about.

use crate::domain::decision::{Subject, Value};
use crate::domain::event::{Change, Deed, Event};
use crate::domain::ids::ClientKey;
use crate::i18n::Arg;
use crate::tui::env::Ctx;
use crate::tui::layers::Do;
use crate::tui::screens::ScreenId;

/// To the client of the first change, at a difference that was decided there if it is still there; else as far as
/// possible, and says what is missing.
pub(super) fn jump(ctx: Ctx<'_>, event: &Event) -> Vec<Do> {
    let say = |id: &str| Do::Say(ctx.env.text(id));
    if let Deed::Import { .. } = event.deed {
        return vec![Do::Show(ScreenId::Intake)];
    }
    let Some(key) = event.changes.iter().find_map(|change| change.subject.client()) else {
        return vec![say("journal-no-place")];
    };
    let Some(client) = ctx.review.month.position(key) else {
        let number = key.insured.to_string();
        let args = [("number", Arg::from(number.as_str()))];
        return vec![Do::Say(ctx.env.format("journal-client-gone", &args))];
    };
    let ids: Vec<&str> = event.changes.iter().flat_map(|change| ids(change, key)).collect();
    let difference = ids.iter().find_map(|id| position(ctx, client, id));
    let mut wanted = vec![Do::Client { client, difference }];
    // A pair that was joined has taken the place of what was joined; nobody misses that.
    let is_about_one = event.changes.iter().any(|change| {
        matches!(change.subject, Subject::Difference { .. }) && change.subject.client() == Some(key)
    });
    if difference.is_none() && is_about_one {
        wanted.push(say("journal-difference-gone"));
    }
    wanted
}

/// Ids of the differences that a change of a client is about.
fn ids(change: &Change, of: ClientKey) -> Vec<&str> {
    let values = [&change.before, &change.after].into_iter().flatten();
    let joined = values.filter_map(|value| match value {
        Value::JoinedWith { id } => Some(id.as_str()),
        _ => None,
    });
    match &change.subject {
        Subject::Difference { client, id } | Subject::Pairing { client, id } if *client == of => {
            std::iter::once(id.as_str()).chain(joined).collect()
        }
        _ => Vec::new(),
    }
}

fn position(ctx: Ctx<'_>, client: usize, id: &str) -> Option<u32> {
    let comparison = ctx.review.month.comparisons.get(client)?;
    let at = comparison.differences.iter().position(|difference| difference.id == id)?;
    u32::try_from(at).ok()
}
