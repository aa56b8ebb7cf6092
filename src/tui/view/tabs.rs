//! The line of tabs: key and title of every screen.

use crate::i18n::width::width;
use crate::tui::model::Model;
use crate::tui::parts::paint::{fill, put};
use crate::tui::screens::ScreenId;
use crate::tui::theme::Role;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};

pub(super) fn draw(model: &Model, area: Rect, buffer: &mut Buffer) {
    let theme = &model.env.theme;
    fill(buffer, area, theme.style(Role::Tab));
    let mut x = 0;
    for (screen, text) in tabs(model, area.width) {
        let role = if screen == model.current() { Role::TabActive } else { Role::Tab };
        put(buffer, area, (x, 0), area.width, &text, theme.style(role));
        x += cells(&text);
    }
}

/// The screen whose tab lies at a place.
pub fn tab_at(model: &Model, at: Position) -> Option<ScreenId> {
    let mut end = 0;
    let mut tabs = tabs(model, model.area().width).into_iter();
    let hit = tabs.find(|(_, text)| {
        end += cells(text);
        at.x < end
    });
    hit.filter(|_| at.y == 1).map(|(screen, _)| screen)
}

fn cells(text: &str) -> u16 {
    u16::try_from(width(text)).unwrap_or(u16::MAX)
}

/// Text of each tab. Where not all titles fit, those farthest from the current screen go first; their keys stay.
fn tabs(model: &Model, room: u16) -> Vec<(ScreenId, String)> {
    let env = &model.env;
    let tabs: Vec<Tab> = ScreenId::ALL
        .iter()
        .map(|screen| {
            let key = env.keymap.keys(screen.action()).first().map(|key| key.name()).unwrap_or_default();
            Tab { screen: *screen, key, title: env.text(screen.title()) }
        })
        .collect();
    let current = tabs.iter().position(|tab| tab.screen == model.current()).unwrap_or(0);
    let texts = fitted(&tabs, current, usize::from(room));
    tabs.into_iter().map(|tab| tab.screen).zip(texts).collect()
}

struct Tab {
    screen: ScreenId,
    key: String,
    title: String,
}

fn fitted(tabs: &[Tab], current: usize, room: usize) -> Vec<String> {
    let loose: Vec<String> = tabs.iter().map(|tab| format!(" {} {} ", tab.key, tab.title)).collect();
    let is_fitting = |texts: &[String]| texts.iter().map(|text| width(text)).sum::<usize>() <= room;
    if is_fitting(&loose) {
        return loose;
    }
    // A title close to its key is better than none.
    let mut texts: Vec<String> = tabs.iter().map(|tab| format!("{}{} ", tab.key, tab.title)).collect();
    let mut others: Vec<(usize, &Tab)> = tabs.iter().enumerate().filter(|(at, _)| *at != current).collect();
    others.sort_by_key(|(at, _)| std::cmp::Reverse(at.abs_diff(current)));
    for (at, tab) in others {
        if is_fitting(&texts) {
            break;
        }
        if let Some(text) = texts.get_mut(at) {
            *text = format!("{} ", tab.key);
        }
    }
    texts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(current: usize, room: usize) -> String {
        let tab = |(key, title): (&str, &str)| Tab {
            screen: ScreenId::Board,
            key: key.to_owned(),
            title: title.to_owned(),
        };
        let tabs = [("1", "ボード"), ("2", "利用者"), ("3", "事業所"), ("4", "差異")];
        fitted(&tabs.map(tab), current, room).concat()
    }

    #[test]
    fn titles_far_from_the_current_screen_go_first() {
        assert_eq!(shown(0, 80), " 1 ボード  2 利用者  3 事業所  4 差異 ");
        assert_eq!(shown(0, 30), "1ボード 2利用者 3事業所 4差異 ");
        assert_eq!(shown(0, 29), "1ボード 2利用者 3事業所 4 ");
        assert_eq!(shown(3, 23), "1 2 3事業所 4差異 ");
        assert_eq!(shown(1, 10), "1 2利用者 3 4 ");
    }
}
