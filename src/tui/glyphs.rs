//! What the terminal can draw: lines and blocks where it is sure about their width, ASCII where it is not.

use crate::i18n::width::{is_ambiguous, width};
use ratatui::buffer::Buffer;
use unicode_normalization::UnicodeNormalization;

/// What the terminal can draw.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, and ambiguous characters take one cell.
    #[default]
    Full,
    /// UTF-8, but ambiguous characters (lines, `①`, `※`) take two cells: they are replaced by ASCII.
    Plain,
    /// No UTF-8: everything that is not ASCII is replaced.
    Ascii,
}

/// Signs that lines, gauges and scrollbars are made of; each takes one cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Glyphs {
    /// Horizontal line.
    pub horizontal: &'static str,
    /// Vertical line.
    pub vertical: &'static str,
    /// Corners: top left, top right, bottom left, bottom right.
    pub corners: [&'static str; 4],
    /// Filled part of a gauge.
    pub full: &'static str,
    /// Empty part of a gauge.
    pub empty: &'static str,
    /// The part of a scrollbar that is seen.
    pub thumb: &'static str,
    /// The rest of a scrollbar.
    pub track: &'static str,
}

const LINES: Glyphs = Glyphs {
    horizontal: "─",
    vertical: "│",
    corners: ["┌", "┐", "└", "┘"],
    full: "█",
    empty: "░",
    thumb: "█",
    track: "│",
};

const ASCII: Glyphs = Glyphs {
    horizontal: "-",
    vertical: "|",
    corners: ["+", "+", "+", "+"],
    full: "#",
    empty: ".",
    thumb: "#",
    track: "|",
};

impl Charset {
    /// The signs to draw with.
    pub fn glyphs(self) -> &'static Glyphs {
        match self {
            Charset::Full => &LINES,
            Charset::Plain | Charset::Ascii => &ASCII,
        }
    }

    /// Replaces what the terminal would draw with another width than the layout gave it. The last step of every
    /// drawing, so that text from files is covered too.
    pub fn settle(self, buffer: &mut Buffer) {
        if self == Charset::Full {
            return;
        }
        let mut half = false;
        for cell in &mut buffer.content {
            let symbol = cell.symbol();
            if symbol.is_ascii() {
                // The second half of a replaced wide character.
                if half && self == Charset::Ascii {
                    cell.set_symbol("?");
                }
                half = false;
                continue;
            }
            half = width(symbol) == 2;
            if self == Charset::Ascii {
                cell.set_symbol("?");
            } else if is_ambiguous(symbol) {
                let plain = plain_sign(symbol);
                cell.set_char(plain);
            }
        }
    }
}

/// One ASCII character for an ambiguous one.
fn plain_sign(symbol: &str) -> char {
    match symbol {
        "…" => '~',
        "→" => '>',
        "←" => '<',
        "×" => 'x',
        "±" => '+',
        "·" | "※" | "●" | "★" => '*',
        "○" | "◯" | "◎" => 'o',
        "‘" | "’" => '\'',
        "“" | "”" => '"',
        "—" | "―" | "─" => '-',
        other => {
            // ① becomes 1 and Ⅴ becomes V; what needs more than one sign cannot be told in one cell.
            let mut normal = other.nfkc();
            match (normal.next(), normal.next()) {
                (Some(c), None) if c.is_ascii_graphic() => c,
                _ => '?',
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    fn shown(charset: Charset, text: &str) -> String {
        let mut buffer = Buffer::empty(Rect::new(0, 0, 12, 1));
        buffer.set_string(0, 0, text, Style::default());
        charset.settle(&mut buffer);
        buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect::<String>().trim_end().to_owned()
    }

    #[test]
    fn nothing_of_doubtful_width_is_left() {
        assert_eq!(shown(Charset::Full, "─山田①…"), "─山 田 ①…");
        assert_eq!(shown(Charset::Plain, "─山田①…Ⅲ※"), "-山 田 1~?*");
        assert_eq!(shown(Charset::Ascii, "─山田a①"), "?????a?");
    }

    #[test]
    fn ascii_signs_are_ascii() {
        for charset in [Charset::Plain, Charset::Ascii] {
            let glyphs = charset.glyphs();
            let signs =
                [glyphs.horizontal, glyphs.vertical, glyphs.full, glyphs.empty, glyphs.thumb, glyphs.track];
            assert!(signs.iter().chain(&glyphs.corners).all(|sign| sign.is_ascii() && sign.len() == 1));
        }
    }
}
