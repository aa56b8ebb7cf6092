//! Layout of `UPKIHON_SUB1`: 利用者基本情報 別表1: the day as it runs.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 利用者基本情報 別表1: the day as it runs.
    DailyRoutineRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        consultation_date: Date = Column::new("相談日").len(8).required(),
        time_of_day: FreeText = Column::new("時間"),
        user_daily_routine: FreeText = Column::new("本人の生活状況"),
        caregiver_daily_routine: FreeText = Column::new("介護者・家族の生活状況"),
    }
}
