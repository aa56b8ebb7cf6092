//! How many colours the terminal shows.

use anstyle::RgbColor;
use anstyle_lossy::rgb_to_xterm;
use ratatui::style::{Color, Style};

/// How many colours the terminal shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// All of them.
    True,
    /// The fixed 256 of the terminal.
    Ansi256,
}

impl Depth {
    /// What the terminal says in `COLORTERM`. Consoles of Windows say nothing and show all colours.
    pub fn detect(colorterm: Option<&str>, is_windows: bool) -> Self {
        let says_so = colorterm
            .is_some_and(|value| ["truecolor", "24bit"].iter().any(|name| value.eq_ignore_ascii_case(name)));
        if says_so || is_windows { Depth::True } else { Depth::Ansi256 }
    }

    /// The style in colours of this depth.
    pub(super) fn fit(self, mut style: Style) -> Style {
        if self == Depth::Ansi256 {
            style.fg = style.fg.map(nearest);
            style.bg = style.bg.map(nearest);
        }
        style
    }
}

fn nearest(colour: Color) -> Color {
    match colour {
        Color::Rgb(red, green, blue) => Color::Indexed(rgb_to_xterm(RgbColor(red, green, blue)).0),
        other => other,
    }
}
