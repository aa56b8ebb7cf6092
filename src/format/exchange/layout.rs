//! What a column of an exchange file is, and the macro that turns one table into a typed record.

use super::cell::ColumnType;
use super::edition::Edition;

/// One column of a layout (CSVファイルレイアウト定義書 別紙).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Name used in code and in the project's reference table.
    pub key: &'static str,
    /// 項目名 as printed in the standard.
    pub name: &'static str,
    /// What its values are.
    pub ty: ColumnType,
    len: [Option<u8>; 2],
    /// Length that is still read without a warning, where the printed 項目長 is doubtful.
    pub tolerated_len: Option<u8>,
    /// ○ in the 必須 column.
    pub required: bool,
    /// First edition that has the column.
    pub since: Edition,
    /// `code=label|…` when the standard lists the codes, else empty.
    pub codes: &'static str,
}

impl Column {
    /// A column of both editions, optional, of any length.
    pub const fn new(name: &'static str) -> Self {
        Self {
            key: "",
            name,
            ty: ColumnType::FreeText,
            len: [None, None],
            tolerated_len: None,
            required: false,
            since: Edition::V3,
            codes: "",
        }
    }

    /// Sets 項目長 (characters) for both editions.
    pub const fn len(mut self, len: u8) -> Self {
        self.len = [Some(len), Some(len)];
        self
    }

    /// Sets 項目長 of edition 3 and of edition 4.
    pub const fn lens(mut self, v3: u8, v4: u8) -> Self {
        self.len = [Some(v3), Some(v4)];
        self
    }

    /// Sets the length that is still read without a warning.
    pub const fn tolerate(mut self, len: u8) -> Self {
        self.tolerated_len = Some(len);
        self
    }

    /// Marks the column as 必須.
    pub const fn required(mut self) -> Self {
        self.required = true;
        self
    }

    /// Marks the column as added in edition 4.
    pub const fn since_v4(mut self) -> Self {
        self.since = Edition::V4;
        self
    }

    /// Lists the codes the standard knows.
    pub const fn codes(mut self, codes: &'static str) -> Self {
        self.codes = codes;
        self
    }

    /// Completes the column with its key and type; used by `exchange_record!`.
    pub const fn typed(mut self, key: &'static str, ty: ColumnType) -> Self {
        self.key = key;
        self.ty = ty;
        self
    }

    /// Printed 項目長 in an edition; `None` for free text.
    pub fn max_len(&self, edition: Edition) -> Option<u8> {
        let [v3, v4] = self.len;
        if edition == Edition::V3 { v3 } else { v4 }
    }

    /// Whether an edition has the column.
    pub fn is_in(&self, edition: Edition) -> bool {
        self.since <= edition
    }

    /// Whether a code is one of the listed ones; true when the standard lists none.
    pub fn knows_code(&self, code: &str) -> bool {
        self.codes.is_empty() || self.codes.split('|').any(|entry| entry.split('=').next() == Some(code))
    }
}

/// Columns of an edition, in their order.
pub fn columns_of(columns: &'static [Column], edition: Edition) -> impl Iterator<Item = &'static Column> {
    columns.iter().filter(move |column| column.is_in(edition))
}

/// Item number (項目No., from 1) that a column has in an edition, from its position in the full table.
pub fn item_no(columns: &'static [Column], index: usize, edition: Edition) -> u32 {
    let before = columns.iter().take(index + 1).filter(|column| column.is_in(edition)).count();
    u32::try_from(before).unwrap_or(u32::MAX)
}

/// Declares the typed record of one file kind from its table of columns.
///
/// One line a column: `key: Type = Column::new("項目名")….` From it come the `COLUMNS` table and a struct with one
/// [`Cell`](super::cell::Cell) a column.
macro_rules! exchange_record {
    ($(#[$doc:meta])* $record:ident { $($key:ident : $ty:ident = $column:expr,)+ }) => {
        use $crate::format::exchange::cell::{self, Cell, ColumnType, TypedRecord};
        use $crate::format::exchange::layout::Column;
        use $crate::format::sjis::Encoding;

        /// The layout: every column of the newest edition in order.
        pub const COLUMNS: &[Column] = &[$($column.typed(stringify!($key), ColumnType::$ty)),+];

        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq)]
        pub struct $record {
            $(
                #[doc = concat!("Item `", stringify!($key), "`; its Japanese name is in [`COLUMNS`].")]
                pub $key: Cell<cell::$ty>,
            )+
        }

        impl TypedRecord for $record {
            const COLUMNS: &'static [Column] = COLUMNS;

            fn from_contents(contents: &mut dyn Iterator<Item = &[u8]>, encoding: Encoding) -> Self {
                Self { $($key: Cell::read(contents.next().unwrap_or_default(), encoding)),+ }
            }

            fn contents(&self) -> Vec<&[u8]> {
                vec![$(self.$key.content()),+]
            }
        }
    };
}
pub(crate) use exchange_record;
