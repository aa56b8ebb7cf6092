//! What can be wrong with a file or a line.

use crate::format::kokuhoren::cell::ItemFault;
use crate::format::kokuhoren::kinds::RecordKind;

/// Why a line could not be read as a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowFault {
    /// レコード種別 is not 1, 2 or 3.
    UnknownRecordType(String),
    /// No layout is known for this 交換情報識別番号 and 帳票レコード種別.
    UnknownRecord {
        /// 交換情報識別番号.
        exchange_id: String,
        /// 帳票レコード種別, for notices.
        part: String,
    },
    /// The line ends too early.
    TooFewItems {
        /// Items on the line, after record type and number for data records.
        found: usize,
        /// Items of the layout.
        expected: usize,
    },
    /// A quote is opened and not closed.
    UnclosedQuote,
    /// An item without which the row means nothing is empty or cannot be read.
    Key(ItemFault),
    /// A second コントロールレコード.
    SecondControl,
    /// A second エンドレコード.
    SecondEnd,
}

/// What was odd about a row that was read all the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RowNote {
    /// An item could not be read; it is empty in the record.
    Item(ItemFault),
    /// So many more items than the layout has, not all empty.
    ExtraItems(usize),
    /// レコード番号 does not run on.
    RecordNumber {
        /// What stands there.
        found: String,
        /// What should.
        expected: u32,
    },
    /// The row stands after the エンドレコード.
    AfterEnd,
}

/// What is wrong with a file as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// There is no コントロールレコード.
    NoControl,
    /// The コントロールレコード is not the first record.
    ControlNotFirst {
        /// Its line.
        line: u32,
    },
    /// An item of the コントロールレコード cannot be read.
    Control(ItemFault),
    /// There is no エンドレコード: the file may have been cut off.
    NoEnd,
    /// レコード番号 of the エンドレコード is not the number of data records plus 2.
    EndNumber {
        /// Its line.
        line: u32,
        /// What stands there.
        found: String,
        /// What should.
        expected: u32,
    },
    /// レコード件数 of the コントロールレコード is not the number of data records.
    Count {
        /// What it says; `None` when it is empty or no number.
        declared: Option<i64>,
        /// Data records in the file.
        found: u32,
    },
    /// A record does not belong in a file of the データ種別 (the first such record).
    DataKind {
        /// Its line.
        line: u32,
        /// データ種別 of the コントロールレコード.
        declared: String,
        /// The record.
        found: RecordKind,
    },
    /// The file is UTF-8, not Shift_JIS.
    Utf8,
}
