//! What an item (項目) of a record is, and the macro that turns one table into a typed record.

/// Type of an item (属性).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemType {
    /// `an`: letters and digits.
    An,
    /// `num`: digits.
    Num,
    /// `snum`: a number that may be negative; the minus sign counts as one character.
    Snum,
    /// `ym`: year and month, `YYYYMM`.
    Ym,
    /// `ymd`: date, `YYYYMMDD`.
    Ymd,
    /// `kanji`: text; two bytes a character.
    Kanji,
}

impl ItemType {
    /// Name in the reference table.
    pub fn name(self) -> &'static str {
        match self {
            ItemType::An => "an",
            ItemType::Num => "num",
            ItemType::Snum => "snum",
            ItemType::Ym => "ym",
            ItemType::Ymd => "ymd",
            ItemType::Kanji => "kanji",
        }
    }
}

/// How certain the project is of a layout, an item or a code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Certainty {
    /// Printed in a source.
    Sure,
    /// Drawn from files and programs in use, or from a neighbouring layout.
    Likely,
    /// Only guessed.
    Unsure,
}

impl Certainty {
    /// Name in the reference table.
    pub fn name(self) -> &'static str {
        match self {
            Certainty::Sure => "sure",
            Certainty::Likely => "likely",
            Certainty::Unsure => "unsure",
        }
    }
}

/// When an item has to be filled, as far as the writer can tell from the row itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// On every row.
    Always,
    /// Never; an amount may be 0.
    Never,
    /// On lines 01 to 98 only.
    Lines,
    /// On the closing row 99 only.
    Closing,
    /// On a condition that only the maker of the record can judge.
    Conditional,
}

/// One item of a record layout.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// Name used in code and in the project's reference table.
    pub key: &'static str,
    /// 項目名.
    pub name: &'static str,
    /// 属性.
    pub ty: ItemType,
    /// 桁数: most bytes in Shift_JIS.
    pub len: u16,
    /// When the item has to be filled, in the words of the reference table.
    pub required_when: &'static str,
    /// `code=label|…` when the codes are listed, else empty.
    pub codes: &'static str,
    /// A lone `0` is a value; in other items of codes it stands for "omitted".
    pub zero_counts: bool,
    /// Certainty of the item; the certainty of its record kind may be lower.
    pub certainty: Certainty,
}

const fn item(ty: ItemType, len: u16, name: &'static str) -> Item {
    Item {
        key: "",
        name,
        ty,
        len,
        required_when: "always",
        codes: "",
        zero_counts: false,
        certainty: Certainty::Sure,
    }
}

/// An item of letters and digits.
pub const fn an(len: u16, name: &'static str) -> Item {
    item(ItemType::An, len, name)
}

/// An item of digits.
pub const fn num(len: u16, name: &'static str) -> Item {
    item(ItemType::Num, len, name)
}

/// An item with a number that may be negative.
pub const fn snum(len: u16, name: &'static str) -> Item {
    item(ItemType::Snum, len, name)
}

/// An item with a month.
pub const fn ym(name: &'static str) -> Item {
    item(ItemType::Ym, 6, name)
}

/// An item with a date.
pub const fn ymd(name: &'static str) -> Item {
    item(ItemType::Ymd, 8, name)
}

/// An item of text.
pub const fn kanji(len: u16, name: &'static str) -> Item {
    item(ItemType::Kanji, len, name)
}

impl Item {
    /// Says when the item has to be filled, if not always.
    pub const fn when(mut self, condition: &'static str) -> Self {
        self.required_when = condition;
        self
    }

    /// Lists the codes.
    pub const fn codes(mut self, codes: &'static str) -> Self {
        self.codes = codes;
        self
    }

    /// Lets a lone `0` be a value.
    pub const fn zero(mut self) -> Self {
        self.zero_counts = true;
        self
    }

    /// Marks the item as less certain than its record.
    pub const fn likely(mut self) -> Self {
        self.certainty = Certainty::Likely;
        self
    }

    /// Names the item; used by `kokuhoren_record!`.
    pub const fn keyed(mut self, key: &'static str) -> Self {
        self.key = key;
        self
    }

    /// When the item has to be filled.
    pub fn need(&self) -> Need {
        match self.required_when {
            "always" => Need::Always,
            "never" => Need::Never,
            "01-98" => Need::Lines,
            "99" => Need::Closing,
            _ => Need::Conditional,
        }
    }
}

/// Declares the typed record of one record kind from its table of items.
///
/// One line an item: `key: Type = num(8, "項目名")….` From it come a struct with one value an item and its
/// [`Record`](super::cell::Record), whose `ITEMS` is the layout.
macro_rules! kokuhoren_record {
    ($(#[$doc:meta])* $record:ident { $($key:ident : $ty:ident = $item:expr,)+ }) => {
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct $record {
            $(
                #[doc = concat!("Item `", stringify!($key), "`; its Japanese name is in the layout.")]
                pub $key: <$crate::format::kokuhoren::cell::$ty as $crate::format::kokuhoren::cell::CellType>::Value,
            )+
        }

        impl $crate::format::kokuhoren::cell::Record for $record {
            const ITEMS: &'static [$crate::format::kokuhoren::layout::Item] = {
                #[expect(clippy::allow_attributes, reason = "not every table uses every type")]
                #[allow(unused_imports)]
                use $crate::format::kokuhoren::layout::{an, kanji, num, snum, ym, ymd};
                &[$($item.keyed(stringify!($key))),+]
            };

            fn read(cells: &mut $crate::format::kokuhoren::cell::Cells<'_>) -> Self {
                Self { $($key: cells.take::<$crate::format::kokuhoren::cell::$ty>()),+ }
            }

            fn texts(&self) -> Vec<String> {
                use $crate::format::kokuhoren::cell::{self, CellType};
                vec![$(cell::$ty::format(&self.$key)),+]
            }
        }
    };
}
pub(crate) use kokuhoren_record;
