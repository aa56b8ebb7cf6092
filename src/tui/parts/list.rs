//! The cursor of a list and the part of it that is seen.

use crate::tui::action::Action;
use ratatui::layout::{Position, Rect};
use std::ops::Range;

/// Cursor and first visible row.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListState {
    /// The chosen row.
    pub cursor: usize,
    /// The first row that is seen.
    pub offset: usize,
    page: usize,
}

impl ListState {
    /// Moves the cursor when the action is a movement up or down; `false` for any other action.
    pub fn act(&mut self, action: Action, len: usize) -> bool {
        let page = self.page.max(1);
        let last = len.saturating_sub(1);
        self.cursor = match action {
            Action::Up => self.cursor.saturating_sub(1),
            Action::Down => self.cursor + 1,
            Action::PageUp => self.cursor.saturating_sub(page),
            Action::PageDown => self.cursor + page,
            Action::First => 0,
            Action::Last => last,
            _ => return false,
        }
        .min(last);
        true
    }

    /// Chooses a row.
    pub fn select(&mut self, row: usize) {
        self.cursor = row;
    }

    /// Brings the cursor back into the list and the visible part to the cursor.
    pub fn settle(&mut self, len: usize, height: u16) {
        let height = usize::from(height).max(1);
        self.page = height.saturating_sub(1).max(1);
        self.cursor = self.cursor.min(len.saturating_sub(1));
        let highest = self.cursor.saturating_sub(height - 1);
        self.offset = self.offset.clamp(highest, self.cursor).min(len.saturating_sub(height));
    }

    /// The rows that are seen.
    pub fn visible(&self, len: usize, height: u16) -> Range<usize> {
        self.offset.min(len)..(self.offset + usize::from(height)).min(len)
    }

    /// A click on the body of a table: chooses the row under it. `true` when that row had been chosen already.
    pub fn click(&mut self, at: Position, body: Rect, len: usize) -> bool {
        let line = at.y.checked_sub(body.y).filter(|_| body.contains(at));
        match line.and_then(|line| self.row_at(line, len)) {
            Some(row) if row == self.cursor => true,
            Some(row) => {
                self.select(row);
                false
            }
            None => false,
        }
    }

    /// The nearest row after (before) the cursor that fits.
    pub fn seek(&self, len: usize, is_forward: bool, fits: impl Fn(usize) -> bool) -> Option<usize> {
        let fits = |row: &usize| fits(*row);
        if is_forward {
            (self.cursor + 1..len).find(fits)
        } else {
            (0..self.cursor.min(len)).rev().find(fits)
        }
    }

    /// The row under a line of the visible part, when there is one.
    pub fn row_at(&self, line: u16, len: usize) -> Option<usize> {
        Some(self.offset + usize::from(line)).filter(|row| *row < len)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn moves_and_scrolls() {
        let mut list = ListState::default();
        list.settle(100, 10);
        for (action, cursor) in [
            (Action::Down, 1),
            (Action::PageDown, 10),
            (Action::Last, 99),
            (Action::Down, 99),
            (Action::PageUp, 90),
            (Action::First, 0),
            (Action::Up, 0),
        ] {
            assert!(list.act(action, 100));
            list.settle(100, 10);
            assert_eq!(list.cursor, cursor, "{action:?}");
        }
        assert!(!list.act(Action::Quit, 100));
    }

    #[test]
    fn clicks_choose_and_open() {
        let mut list = ListState::default();
        list.settle(3, 5);
        let body = Rect::new(2, 4, 20, 5);
        assert!(!list.click(Position::new(3, 5), body, 3));
        assert_eq!(list.cursor, 1);
        assert!(list.click(Position::new(3, 5), body, 3));
        for outside in [Position::new(1, 5), Position::new(3, 3), Position::new(3, 8)] {
            assert!(!list.click(outside, body, 3));
        }
        assert_eq!(list.cursor, 1);
    }

    #[test]
    fn the_nearest_fitting_row_is_found() {
        let mut list = ListState::default();
        list.select(3);
        let even = |row: usize| row.is_multiple_of(2);
        assert_eq!([list.seek(10, true, even), list.seek(10, false, even)], [Some(4), Some(2)]);
        assert_eq!([list.seek(4, true, even), list.seek(10, false, |row| row > 5)], [None, None]);
    }

    proptest! {
        #[test]
        fn the_cursor_is_always_seen(
            steps in proptest::collection::vec((0_usize..7, 0_usize..50, 0_u16..12), 1..40),
        ) {
            let moves = [Action::Up, Action::Down, Action::PageUp, Action::PageDown, Action::First, Action::Last, Action::Quit];
            let mut list = ListState::default();
            for (step, len, height) in steps {
                list.act(moves[step], len);
                list.settle(len, height);
                prop_assert!(list.cursor < len.max(1));
                if len > 0 && height > 0 {
                    prop_assert!(list.visible(len, height).contains(&list.cursor));
                    // No empty lines at the end while rows lie above.
                    prop_assert_eq!(list.visible(len, height).len(), len.min(usize::from(height)));
                }
            }
        }
    }
}
