//! What is said of the chosen client below a list, page by page.

use super::paint::{Piece, fill, put, put_pieces, row, split_bottom, split_top};
use crate::i18n::Arg;
use crate::tui::action::Action;
use crate::tui::env::Env;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

/// Lines under a rule with a title. They begin anew for every client.
#[derive(Default)]
pub struct Details {
    lines: Vec<Vec<Piece>>,
    /// Position of the client they are about.
    client: Option<usize>,
    /// The first line seen.
    first: usize,
    /// Lines that are seen.
    room: usize,
}

impl Details {
    /// Two lines of a head, the list, the details below it; a low terminal has no room for details.
    pub fn areas(area: Rect) -> [Rect; 3] {
        let (head, rest) = split_top(area, 2);
        let height = if area.height < 12 { 0 } else { (area.height * 2 / 5).clamp(5, 20) };
        let (list, details) = split_bottom(rest, height);
        [head, list, details]
    }

    /// Cells of a line, when the details take an area.
    pub fn cells(area: Rect) -> usize {
        usize::from(area.width.saturating_sub(2))
    }

    /// Takes what is said of a client.
    pub fn settle(&mut self, client: Option<usize>, lines: Vec<Vec<Piece>>, area: Rect) {
        if client != self.client {
            self.first = 0;
        }
        self.client = client;
        self.room = usize::from(area.height.saturating_sub(1));
        self.lines = lines;
        self.first = self.first.min(self.last());
    }

    /// One page on or back.
    pub fn scroll(&mut self, is_forward: bool) {
        let page = self.room.saturating_sub(2).max(1);
        self.first =
            if is_forward { (self.first + page).min(self.last()) } else { self.first.saturating_sub(page) };
    }

    /// The last line that can stand first.
    fn last(&self) -> usize {
        self.lines.len().saturating_sub(self.room)
    }

    /// Draws the lines under a rule with a title.
    pub fn draw(&self, env: &Env, title: &str, area: Rect, buffer: &mut Buffer) {
        if area.is_empty() {
            return;
        }
        fill(buffer, area, env.theme.style(Role::Text));
        let rule = env.charset.glyphs().horizontal.repeat(usize::from(area.width));
        put(buffer, area, (0, 0), area.width, &rule, env.theme.style(Role::Border));
        let title = format!(" {title} ");
        put(buffer, area, (2, 0), area.width.saturating_sub(4), &title, env.theme.style(Role::TextStrong));
        let below = self.lines.len().saturating_sub(self.first + self.room);
        let seen = if below > 0 { self.room.saturating_sub(1) } else { self.room };
        for (y, line) in (1_u16..).zip(self.lines.iter().skip(self.first).take(seen)) {
            put_pieces(buffer, row(area, y), (1, 0), area.width.saturating_sub(1), line, &env.theme);
        }
        if below > 0 {
            let key = env.keymap.shown(Action::Right);
            let args = [("count", Arg::from(below + 1)), ("key", Arg::from(key))];
            let more = env.format("slips-more", &args);
            let last = row(area, area.height - 1);
            put(buffer, last, (1, 0), area.width, &more, env.theme.style(Role::TextDim));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn settled(details: &mut Details, client: usize, lines: usize) {
        let lines = (0..lines).map(|line| vec![Piece::new(line.to_string(), Role::Text)]).collect();
        details.settle(Some(client), lines, Rect::new(0, 0, 40, 6));
    }

    #[test]
    fn pages_end_at_the_last_line_and_another_client_begins_anew() {
        let mut details = Details::default();
        settled(&mut details, 1, 12);
        let firsts: Vec<usize> = [true, true, true, true, false, false, false]
            .map(|is_forward| {
                details.scroll(is_forward);
                details.first
            })
            .to_vec();
        assert_eq!(firsts, [3, 6, 7, 7, 4, 1, 0]);
        details.scroll(true);
        settled(&mut details, 1, 12);
        assert_eq!(details.first, 3, "the same client stays where it is");
        settled(&mut details, 1, 6);
        assert_eq!(details.first, 1, "there are fewer lines now");
        settled(&mut details, 2, 12);
        assert_eq!(details.first, 0);
    }

    #[test]
    fn low_terminals_have_none() {
        let height = |rows| Details::areas(Rect::new(0, 0, 80, rows))[2].height;
        assert_eq!([11, 12, 21, 80].map(height), [0, 5, 8, 20]);
    }
}
