//! Whether the built-in themes can be read: contrast after WCAG 2.2, and colours under colour blindness.

use super::*;
use ratatui::style::Color;

/// Light of a value of sRGB, in millionths.
const LINEAR: [u32; 256] = [
    0, 304, 607, 911, 1214, 1518, 1821, 2125, 2428, 2732, 3035, 3347, 3677, 4025, 4391, 4777, 5182, 5605,
    6049, 6512, 6995, 7499, 8023, 8568, 9134, 9721, 10_330, 10_960, 11_612, 12_286, 12_983, 13_702, 14_444,
    15_209, 15_996, 16_807, 17_642, 18_500, 19_382, 20_289, 21_219, 22_174, 23_153, 24_158, 25_187, 26_241,
    27_321, 28_426, 29_557, 30_713, 31_896, 33_105, 34_340, 35_601, 36_889, 38_204, 39_546, 40_915, 42_311,
    43_735, 45_186, 46_665, 48_172, 49_707, 51_269, 52_861, 54_480, 56_128, 57_805, 59_511, 61_246, 63_010,
    64_803, 66_626, 68_478, 70_360, 72_272, 74_214, 76_185, 78_187, 80_220, 82_283, 84_376, 86_500, 88_656,
    90_842, 93_059, 95_307, 97_587, 99_899, 102_242, 104_616, 107_023, 109_462, 111_932, 114_435, 116_971,
    119_538, 122_139, 124_772, 127_438, 130_136, 132_868, 135_633, 138_432, 141_263, 144_128, 147_027,
    149_960, 152_926, 155_926, 158_961, 162_029, 165_132, 168_269, 171_441, 174_647, 177_888, 181_164,
    184_475, 187_821, 191_202, 194_618, 198_069, 201_556, 205_079, 208_637, 212_231, 215_861, 219_526,
    223_228, 226_966, 230_740, 234_551, 238_398, 242_281, 246_201, 250_158, 254_152, 258_183, 262_251,
    266_356, 270_498, 274_677, 278_894, 283_149, 287_441, 291_771, 296_138, 300_544, 304_987, 309_469,
    313_989, 318_547, 323_143, 327_778, 332_452, 337_164, 341_914, 346_704, 351_533, 356_400, 361_307,
    366_253, 371_238, 376_262, 381_326, 386_429, 391_572, 396_755, 401_978, 407_240, 412_543, 417_885,
    423_268, 428_690, 434_154, 439_657, 445_201, 450_786, 456_411, 462_077, 467_784, 473_531, 479_320,
    485_150, 491_021, 496_933, 502_886, 508_881, 514_918, 520_996, 527_115, 533_276, 539_479, 545_724,
    552_011, 558_340, 564_712, 571_125, 577_580, 584_078, 590_619, 597_202, 603_827, 610_496, 617_207,
    623_960, 630_757, 637_597, 644_480, 651_406, 658_375, 665_387, 672_443, 679_542, 686_685, 693_872,
    701_102, 708_376, 715_694, 723_055, 730_461, 737_910, 745_404, 752_942, 760_525, 768_151, 775_822,
    783_538, 791_298, 799_103, 806_952, 814_847, 822_786, 830_770, 838_799, 846_873, 854_993, 863_157,
    871_367, 879_622, 887_923, 896_269, 904_661, 913_099, 921_582, 930_111, 938_686, 947_307, 955_973,
    964_686, 973_445, 982_251, 991_102, 1_000_000,
];

/// Families of text in rows, which keeps its colour in the selected row; popups have lists as well.
const IN_ROWS: &[&str] = &["text", "state", "mark", "units", "weekend", "popup"];

/// Distance that colours keep under colour blindness, in steps of sRGB (0 to 255 in each of three channels). Two
/// neighbours among the greys of the 256 colours have 17.
const APART: i64 = 50;

fn rgb(colour: Color) -> [u8; 3] {
    match colour {
        Color::Rgb(red, green, blue) => [red, green, blue],
        Color::Indexed(index) => of_cube(index),
        other => panic!("{other}"),
    }
}

/// The fixed colours of the 256: a cube of six steps a channel, then 24 greys.
fn of_cube(index: u8) -> [u8; 3] {
    const STEPS: [u8; 6] = [0, 95, 135, 175, 215, 255];
    match index {
        0..16 => panic!("the first sixteen are the terminal's own"),
        16..232 => {
            [(index - 16) / 36, (index - 16) / 6 % 6, (index - 16) % 6].map(|at| STEPS[usize::from(at)])
        }
        grey => [8 + 10 * (grey - 232); 3],
    }
}

/// Relative luminance in millionths.
fn luminance(colour: Color) -> u32 {
    let [red, green, blue] = rgb(colour).map(|value| LINEAR[usize::from(value)]);
    (2126 * (red / 10) + 7152 * (green / 10) + 722 * (blue / 10)) / 1000
}

/// Contrast of two colours in hundredths: 100 to 2100.
fn contrast(one: Color, other: Color) -> u32 {
    let (one, other) = (luminance(one) + 50_000, luminance(other) + 50_000);
    one.max(other) * 100 / one.min(other)
}

/// Every built-in theme with colours, in both depths.
fn coloured() -> impl Iterator<Item = (String, Theme)> {
    let ids = Theme::builtin_ids().iter().filter(|id| **id != "mono");
    ids.flat_map(|id| {
        let theme = Theme::builtin(id).unwrap();
        let mapped = theme.clone().with_depth(Depth::Ansi256);
        [((*id).to_owned(), theme), (format!("{id} in 256 colours"), mapped)]
    })
}

fn is_in_rows(role: Role) -> bool {
    IN_ROWS.contains(&role.id().split('.').next().unwrap())
}

fn least_contrast(theme: &Theme, role: Role) -> u32 {
    match (theme.id == "high-contrast", matches!(role, Role::TextDim | Role::PopupDim)) {
        (true, false) => 700,
        (true, true) | (false, false) => 450,
        (false, true) => 300,
    }
}

#[test]
fn the_measures_are_right() {
    let (black, white) = (Color::Rgb(0, 0, 0), Color::Rgb(255, 255, 255));
    assert_eq!((contrast(black, white), contrast(white, white)), (2100, 100));
    // The lightest grey that passes 4.5 on white.
    assert_eq!(contrast(Color::Rgb(0x76, 0x76, 0x76), white), 454);
    assert!(LINEAR.is_sorted());
    for seen in [without_red as fn([u8; 3]) -> [u8; 3], without_green] {
        assert_eq!(seen([255; 3]), [255; 3]);
        let [red, green, _] = seen([200, 40, 90]);
        assert_eq!(red, green);
    }
}

#[test]
fn text_stands_out_from_its_background() {
    let mut weak = Vec::new();
    for (name, theme) in coloured() {
        for role in Role::ALL {
            let mut styles = vec![("", theme.style(*role))];
            if is_in_rows(*role) {
                styles.push((" in the selected row", theme.style_on_cursor(*role)));
            }
            if *role == Role::Border {
                let popup = Style { bg: theme.style(Role::Popup).bg, ..theme.style(*role) };
                styles.push((" around a popup", popup));
            }
            for (place, style) in styles {
                let found = contrast(style.fg.unwrap(), style.bg.unwrap());
                if found < least_contrast(&theme, *role) {
                    weak.push(format!("{name}: {}{place} has {found}", role.id()));
                }
            }
        }
    }
    assert_eq!(weak, [""; 0]);
}

#[test]
fn the_selected_row_and_cell_are_seen() {
    for (name, theme) in coloured() {
        let paper = theme.style(Role::Text).bg.unwrap();
        let [row, cell] = [Role::Cursor, Role::CursorCell].map(|role| theme.style(role).bg.unwrap());
        assert!(paper != row && row != cell && paper != cell, "{name}");
        assert!(contrast(paper, row) >= 112, "{name}: {}", contrast(paper, row));
        assert!(contrast(row, cell) >= 300, "{name}: {}", contrast(row, cell));
        for role in Role::ALL.iter().filter(|role| is_in_rows(**role)) {
            let (free, selected) = (theme.style(*role), theme.style_on_cursor(*role));
            assert_eq!((free.fg, Some(row)), (selected.fg, selected.bg), "{name} {}", role.id());
        }
    }
}

/// The colour that tells the members of a family apart.
fn telling(theme: &Theme, role: Role) -> [u8; 3] {
    let style = theme.style(role);
    let is_segment = role.id().starts_with("bar.");
    rgb(if is_segment { style.bg } else { style.fg }.unwrap())
}

#[test]
fn states_marks_and_segments_have_colours_of_their_own() {
    for (name, theme) in coloured() {
        for part in ["state", "mark", "bar"] {
            let mut colours: Vec<_> = family(part).map(|role| telling(&theme, role)).collect();
            let count = colours.len();
            colours.sort_unstable();
            colours.dedup();
            assert_eq!(colours.len(), count, "{name}: {part}");
        }
    }
}

/// The special roles of a family. Of the states with nothing left to do one stands for all: their words tell them apart.
fn family(name: &str) -> impl Iterator<Item = Role> {
    Role::ALL.iter().copied().filter(move |role| {
        let special = role.id().split_once('.').filter(|(first, _)| *first == name);
        special.is_some_and(|(_, rest)| !matches!(rest, "settled" | "fixed"))
    })
}

/// Two channels of light as an eye without one kind of cone has them (Viénot, Brettel and Mollon 1999, on linear
/// sRGB), in hundred-thousandths of red, green and blue: red and green fall together.
fn seen(colour: [u8; 3], yellow: [i64; 3], blue: [i64; 3]) -> [u8; 3] {
    let light = colour.map(|value| i64::from(LINEAR[usize::from(value)]));
    let channel = |parts: [i64; 3]| {
        let sum: i64 = parts.iter().zip(light).map(|(part, light)| part * light).sum();
        let sum = u32::try_from((sum / 100_000).max(0)).unwrap();
        u8::try_from(LINEAR.partition_point(|light| *light <= sum).saturating_sub(1)).unwrap()
    };
    [channel(yellow), channel(yellow), channel(blue)]
}

/// Protanopia.
fn without_red(colour: [u8; 3]) -> [u8; 3] {
    seen(colour, [11_238, 88_762, 0], [401, -401, 100_000])
}

/// Deuteranopia.
fn without_green(colour: [u8; 3]) -> [u8; 3] {
    seen(colour, [29_275, 70_725, 0], [-2_234, 2_234, 100_000])
}

fn distance(one: [u8; 3], other: [u8; 3]) -> i64 {
    let squares = one.iter().zip(other).map(|(one, other)| (i64::from(*one) - i64::from(other)).pow(2));
    squares.sum::<i64>().isqrt()
}

#[test]
fn states_and_marks_stay_apart_without_red_or_green_vision() {
    let themes = coloured().filter(|(_, theme)| theme.id == "colour-vision-safe");
    let mut close = Vec::new();
    for (name, theme) in themes {
        for part in ["state", "mark", "bar"] {
            for (place, one) in family(part).enumerate() {
                for other in family(part).skip(place + 1) {
                    for (eye, see) in [
                        ("every", (|colour| colour) as fn([u8; 3]) -> [u8; 3]),
                        ("no red", without_red),
                        ("no green", without_green),
                    ] {
                        let found = distance(see(telling(&theme, one)), see(telling(&theme, other)));
                        if found < APART {
                            close.push(format!(
                                "{name}, {eye}: {} and {} have {found}",
                                one.id(),
                                other.id()
                            ));
                        }
                    }
                }
            }
        }
    }
    assert_eq!(close, [""; 0]);
}
