//! Layout of DLTYOBO: Withdrawal of 介護予防サービス・支援計画書 with its part.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// Withdrawal of 介護予防サービス・支援計画書 with its part.
    PreventivePlanDeleteRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        preventive_plan_created_on: Date = Column::new("計画作成(変更)日").len(8).required(),
    }
}
