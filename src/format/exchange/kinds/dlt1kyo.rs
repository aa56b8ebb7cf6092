//! Layout of DLT1KYO: Withdrawal of 第1表 and with it 第2表 and 第3表.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// Withdrawal of 第1表 and with it 第2表 and 第3表.
    CarePlanDeleteRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        care_plan_created_on: Date = Column::new("居宅サービス計画作成（変更）日").len(8).required(),
    }
}
