//! Which role each cell was drawn in. A theme of its own gives every role a colour of its own, so that a cell tells
//! the role of its text and the role of its background.

use super::station::glyphs;
use kyukan::tui::theme::Role;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::Color;
use std::fmt::Write;
use std::path::PathBuf;
use std::sync::OnceLock;

/// Name of the theme.
pub(crate) const THEME: &str = "roles";

/// A folder with settings whose only theme is this one.
pub(crate) fn settings_folder() -> PathBuf {
    static FOLDER: OnceLock<PathBuf> = OnceLock::new();
    let make = || {
        let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("screens");
        std::fs::create_dir_all(folder.join("themes")).unwrap();
        let path = folder.join("themes").join(format!("{THEME}.toml"));
        let mut theme = "[roles]\n".to_owned();
        for (role, colour) in Role::ALL.iter().zip(1..) {
            writeln!(theme, "\"{}\" = {{ fg = \"#{colour:06x}\", bg = \"#{colour:06x}\" }}", role.id())
                .unwrap();
        }
        std::fs::write(path, theme).unwrap();
        folder
    };
    FOLDER.get_or_init(make).clone()
}

fn role(colour: Color) -> Option<Role> {
    let Color::Rgb(red, green, blue) = colour else { return None };
    let number = u32::from_be_bytes([0, red, green, blue]);
    Role::ALL.get(usize::try_from(number).ok()?.checked_sub(1)?).copied()
}

/// Role of the text and role of the background of a cell.
pub(crate) fn of(cell: &Cell) -> (Option<Role>, Option<Role>) {
    (role(cell.fg), role(cell.bg))
}

/// A line a line: `0-12 title.strong, 13-79 title`; `units on cursor` where text and background have two roles, `?`
/// where a cell has none.
pub(crate) fn layer(buffer: &Buffer) -> String {
    let lines = glyphs(buffer).zip(0..).map(|(line, y)| {
        let mut runs: Vec<(usize, usize, String)> = Vec::new();
        let end = |at: usize| line.get(at + 1).map_or(usize::from(buffer.area.width), |(x, _)| *x) - 1;
        for (at, (x, cell)) in line.iter().enumerate() {
            let name = name(cell);
            match runs.last_mut() {
                Some((_, last, known)) if *known == name => *last = end(at),
                _ => runs.push((*x, end(at), name)),
            }
        }
        let runs: Vec<String> = runs.iter().map(|(from, to, name)| format!("{from}-{to} {name}")).collect();
        format!("{y:>2}: {}", runs.join(", "))
    });
    lines.collect::<Vec<_>>().join("\n")
}

fn name(cell: &Cell) -> String {
    let id = |role: Option<Role>| role.map_or("?", Role::id);
    match of(cell) {
        (text, ground) if text == ground => id(text).to_owned(),
        (text, ground) => format!("{} on {}", id(text), id(ground)),
    }
}
