//! The chosen slip in full: what it says, what keeps it from being sent, its lines, what a person should know.

use super::rows::{action, manager};
use crate::app::tally::{ClientSlip, TallyFault, TallyLine};
use crate::app::worth::{WorthFault, WorthLine, worth};
use crate::domain::kind::kind_info;
use crate::domain::level::CareLevel;
use crate::i18n::Arg;
use crate::i18n::width::{display, fit, fit_right, wrap};
use crate::report::layout::grouped;
use crate::report::slip_words::SlipWords;
use crate::report::tally_words::{
    block_sentence, fault_sentence, note_sentence, state_sentence, worth_fault_sentence,
};
use crate::report::words::care_level;
use crate::tui::env::{Ctx, Env};
use crate::tui::parts::gauge::percent;
use crate::tui::parts::paint::Piece;
use crate::tui::parts::slip::slip_mark;
use crate::tui::theme::Role;

type Line = Vec<Piece>;

/// Cells of a column of units, of a kind with its name, of a class.
const UNITS: usize = 8;
const KIND: usize = 12;
const CLASS: usize = 8;

/// Fewest cells at which kinds are named and classes shown.
const WIDE: usize = 66;

/// Everything there is to say about a slip, so many cells wide.
pub(super) fn lines(ctx: Ctx<'_>, slip: &ClientSlip, cells: usize) -> Vec<Line> {
    let env = ctx.env;
    let words = ctx.words();
    let (_, role, _) = slip_mark(slip.state);
    let mut out = vec![vec![Piece::new(summary(env, slip), Role::TextStrong)]];
    let say = |mark: &str, text: String, role: Role, out: &mut Vec<Line>| {
        for (at, line) in wrap(&text, cells.saturating_sub(2)).into_iter().enumerate() {
            let mark = if at == 0 { mark } else { " " };
            out.push(vec![Piece::new(format!("{mark} {line}"), role)]);
        }
    };
    if let Some((_, why)) = &slip.chosen {
        say("*", env.format("slips-chosen", &[("why", Arg::from(display(why)))]), Role::StateAsked, &mut out);
    }
    if slip.faults.is_empty() && slip.open_blocks().next().is_none() {
        say(" ", state_sentence(&env.texts, slip.state), role, &mut out);
    }
    let services = services(ctx, slip);
    for fault in &slip.faults {
        let sentence = match fault {
            TallyFault::Worth(fault) => worth_fault_sentence(words, fault, &services),
            fault => fault_sentence(words, fault),
        };
        say("!", sentence, Role::StateFaulty, &mut out);
    }
    for block in slip.open_blocks() {
        say("~", block_sentence(words, block), Role::StateDifferent, &mut out);
    }
    out.extend(table(ctx, slip, cells));
    for block in slip.blocks.iter().filter(|block| block.why.is_some()) {
        say("-", block_sentence(words, block), Role::TextDim, &mut out);
    }
    for note in &slip.notes {
        say("-", note_sentence(words, note), Role::Text, &mut out);
    }
    out
}

/// The services of the client's month, when a fault is about one of them.
fn services(ctx: Ctx<'_>, slip: &ClientSlip) -> Vec<WorthLine> {
    let is_of_sheet = |fault: &TallyFault| matches!(fault, TallyFault::Worth(WorthFault::Sheet(_)));
    let worth = slip.faults.iter().any(is_of_sheet).then(|| worth(&ctx.review.ground(), slip.position));
    worth.flatten().map(|worth| worth.lines).unwrap_or_default()
}

/// `作成区分 新規  給付計画 12,345 / 27,048単位 (45%)  明細 3`.
fn summary(env: &Env, slip: &ClientSlip) -> String {
    let total = slip.total();
    let limit = slip.limit.map_or_else(|| "-".to_owned(), grouped);
    let share = slip.limit.and_then(|limit| percent(total, limit));
    let share = share.map_or_else(|| "-".to_owned(), |share| share.to_string());
    let args = [
        ("action", Arg::from(action(env, slip).text)),
        ("total", Arg::from(grouped(total))),
        ("limit", Arg::from(limit)),
        ("percent", Arg::from(share)),
        ("lines", Arg::from(slip.lines.len())),
    ];
    env.format("slips-summary", &args)
}

/// The lines of the slip under their headings.
fn table(ctx: Ctx<'_>, slip: &ClientSlip, cells: usize) -> Vec<Line> {
    if slip.lines.is_empty() {
        return Vec::new();
    }
    let env = ctx.env;
    let head = |id: &str| env.text(id);
    let units = ["slips-planned", "slips-actual", "slips-units"].map(head);
    let columns = Columns::of(cells);
    let mut out = vec![columns.line(
        [head("word-provider"), head("column-kind"), head("slips-class")],
        units.map(|text| (text, Role::Header)),
        Role::Header,
    )];
    let one = |line: &TallyLine| {
        let role = match line.units - line.planned {
            0 => Role::Units,
            more if more > 0 => Role::UnitsMore,
            _ => Role::UnitsLess,
        };
        let kind = kind_info(line.kind)
            .filter(|_| columns.is_wide)
            .map_or_else(|| line.kind.to_string(), |info| format!("{} {}", line.kind, info.short_name));
        let words = SlipWords { names: ctx.review, texts: &env.texts };
        columns.line(
            [words.numbered_office(line.office), kind, words.class(line.class)],
            [
                (grouped(line.planned), Role::Units),
                (grouped(line.actual), Role::Units),
                (grouped(line.units), role),
            ],
            Role::Text,
        )
    };
    out.extend(slip.lines.iter().map(one));
    out
}

/// Cells of the columns of a slip's lines.
#[derive(Clone, Copy)]
struct Columns {
    office: usize,
    kind: usize,
    class: usize,
    is_wide: bool,
}

impl Columns {
    fn of(cells: usize) -> Self {
        let is_wide = cells >= WIDE;
        let (kind, class) = if is_wide { (KIND, CLASS) } else { (2, 1) };
        let taken = 2 + kind + class + 2 + 3 * (UNITS + 1);
        Self { office: cells.saturating_sub(taken), kind, class, is_wide }
    }

    fn line(self, texts: [String; 3], units: [(String, Role); 3], role: Role) -> Line {
        let [office, kind, class] = texts;
        let text =
            format!("  {} {} {}", fit(&office, self.office), fit(&kind, self.kind), fit(&class, self.class));
        let mut out = vec![Piece::new(text, role)];
        out.extend(
            units.into_iter().map(|(text, role)| Piece::new(format!(" {}", fit_right(&text, UNITS)), role)),
        );
        out
    }
}

/// Who the slip is about, for the rule above the details.
pub(super) fn title(ctx: Ctx<'_>, slip: &ClientSlip) -> String {
    let level = slip.level.map_or("", CareLevel::code);
    let number = slip.manager_number.as_deref().map(display);
    let known = [
        Some(ctx.words().client_name(slip.client)),
        Some(format!("{}-{}", slip.client.insurer, slip.client.insured)),
        Some(care_level(&ctx.env.texts, level)),
        Some(manager(ctx.env, slip)),
        number,
    ];
    known.into_iter().flatten().collect::<Vec<_>>().join("  ")
}
