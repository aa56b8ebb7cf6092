//! The lines above the list: the views, sums of the one that is shown, the filter; and why a list is empty.

use super::Notices;
use super::content::{Content, Line, View};
use super::rows::{Sums, signed};
use crate::app::notices::{OpenWhy, Says, Step};
use crate::i18n::Arg;
use crate::i18n::width::wrap;
use crate::report::layout::grouped;
use crate::report::notices::why_id;
use crate::tui::action::Action;
use crate::tui::env::Ctx;
use crate::tui::parts::paint::{Piece, put, put_pieces, row};
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

const WHYS: [OpenWhy; 5] =
    [OpenWhy::Returned, OpenWhy::NotReceived, OpenWhy::Withdrawn, OpenWhy::WithSlip, OpenWhy::Late];

impl Notices {
    pub(super) fn draw_head(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let Some(content) = &self.content else { return };
        let mut first = Vec::new();
        for view in View::ALL {
            let text = format!("{} {}", env.text(view.title()), content.count(view));
            let is_shown = view == self.view();
            let text = if is_shown { format!("[{text}] ") } else { format!(" {text}  ") };
            first.push(Piece::new(text, if is_shown { Role::TextStrong } else { Role::TextDim }));
        }
        if self.is_waiting() {
            first.push(Piece::new(env.text("notices-reading"), Role::NoticeInfo));
        } else if !content.read.faults.is_empty() {
            let args = [("count", Arg::from(content.read.faults.len()))];
            first.push(Piece::new(env.format("notices-faults", &args), Role::NoticeError));
        }
        let filter = [("filter", Arg::from(self.filter.describe(ctx, &content.names)))];
        let filter = env.format("board-filter", &filter);
        let mut sums = self.sums(ctx, content);
        if !sums.is_empty() {
            sums.push_str("  ");
        }
        let second = vec![Piece::new(sums, Role::Text), Piece::new(filter, Role::TextDim)];
        for (y, line) in (0..).zip([first, second]) {
            put_pieces(buffer, row(area, y), (1, 0), area.width.saturating_sub(1), &line, &env.theme);
        }
    }

    /// What the shown lines come to.
    fn sums(&self, ctx: Ctx<'_>, content: &Content) -> String {
        match self.view() {
            _ if self.shown.is_empty() => String::new(),
            View::Open => self.open_sums(ctx, content),
            View::Items => self.item_sums(ctx, content),
            View::Paid => self.paid_sums(ctx, content),
        }
    }

    fn open_sums(&self, ctx: Ctx<'_>, content: &Content) -> String {
        let env = ctx.env;
        let open = self.shown.iter().filter_map(|line| match line {
            Line::Open(at) => content.open.get(*at),
            _ => None,
        });
        let open: Vec<_> = open.collect();
        let counted = WHYS.iter().filter_map(|why| {
            let count = open.iter().filter(|one| one.why == *why).count();
            (count > 0).then(|| format!("{} {count}", env.text(why_id(*why))))
        });
        let counted: Vec<String> = counted.collect();
        let barred = open.iter().filter(|one| one.is_barred(content.window)).count();
        let oldest = open.iter().map(|one| one.age).max().unwrap_or(0);
        let args = [
            ("count", Arg::from(open.len())),
            ("whys", Arg::from(counted.join(" / "))),
            ("oldest", Arg::from(oldest)),
            ("barred", Arg::from(barred)),
        ];
        env.format("notices-open-sums", &args)
    }

    fn item_sums(&self, ctx: Ctx<'_>, content: &Content) -> String {
        let lines = self.shown.iter().filter_map(|line| match line {
            Line::Item(at) => content.items.get(*at),
            _ => None,
        });
        let lines: Vec<_> = lines.collect();
        let said = |fits: &dyn Fn(&Says) -> bool| {
            let items = lines.iter().filter_map(|line| content.item(line));
            items.filter(|item| fits(&item.says)).count()
        };
        let args = [
            ("count", Arg::from(lines.len())),
            ("todo", Arg::from(lines.iter().filter(|line| line.step != Step::Nothing).count())),
            ("returned", Arg::from(said(&|says| matches!(says, Says::Returned { .. }) && !says.is_held()))),
            ("held", Arg::from(said(&Says::is_held))),
            ("cut", Arg::from(said(&|says| matches!(says, Says::Cut { .. })))),
        ];
        ctx.env.format("notices-item-sums", &args)
    }

    fn paid_sums(&self, ctx: Ctx<'_>, content: &Content) -> String {
        let windows = self.shown.iter().filter_map(|line| match line {
            Line::Window(window) => content.windows.get(window),
            _ => None,
        });
        let (mut claimed, mut paid, mut difference) = (0_i64, 0_i64, 0_i64);
        for window in windows {
            let sums = Sums::of(window);
            claimed = claimed.saturating_add(sums.claimed);
            if let Some(of_window) = sums.paid {
                paid = paid.saturating_add(of_window);
                difference = difference.saturating_add(of_window.saturating_sub(sums.expected));
            }
        }
        let args = [
            ("claimed", Arg::from(grouped(claimed))),
            ("paid", Arg::from(grouped(paid))),
            ("difference", Arg::from(signed(difference))),
        ];
        ctx.env.format("notices-paid-sums", &args)
    }

    /// Says why there are no rows: there is no office folder, they are being read, the filter, or there is nothing.
    pub(super) fn draw_empty(&self, ctx: Ctx<'_>, area: Rect, buffer: &mut Buffer) {
        let env = ctx.env;
        let text = match (&self.content, &self.why) {
            _ if !self.is_kept => env.text("notices-no-workspace"),
            (None, Some(why)) => why.clone(),
            (None, None) => env.text("notices-reading"),
            (Some(content), _) if content.read.notices.files.is_empty() && self.view() == View::Items => {
                let key = env.keymap.shown(Action::ImportNotices);
                env.format("notices-no-files", &[("key", Arg::from(key))])
            }
            (Some(_), _) if !self.filter.is_empty() => env.text("notices-none-fit"),
            (Some(_), _) => env.text(match self.view() {
                View::Open => "notices-open-none",
                View::Items => "notices-none",
                View::Paid => "notices-paid-none",
            }),
        };
        let cells = area.width.saturating_sub(4);
        for (y, line) in (1_u16..).zip(wrap(&text, usize::from(cells))) {
            put(buffer, row(area, y), (2, 0), cells, &line, env.theme.style(Role::TextDim));
        }
    }
}
