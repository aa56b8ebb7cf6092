//! Layout of DLTKIHON: Withdrawal of 利用者基本情報 with its parts.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// Withdrawal of 利用者基本情報 with its parts.
    BasicInfoDeleteRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        consultation_date: Date = Column::new("相談日").len(8).required(),
    }
}
