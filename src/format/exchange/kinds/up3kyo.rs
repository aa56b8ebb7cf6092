//! Layout of UP3KYO: 週間サービス計画表 (第3表), edition 4 only: each row fills one of three groups.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 週間サービス計画表 (第3表), edition 4 only: each row fills one of three groups.
    CarePlan3Record {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        document_created_on: Date = Column::new("週間サービス計画表作成年月日").len(8).required(),
        care_plan_created_on: Date = Column::new("居宅サービス計画作成（変更）日").len(8).required(),
        weekly_service_content: FreeText = Column::new("介護サービス内容"),
        weekday_code: Code = Column::new("曜日").len(1).codes("1=月曜日|2=火曜日|3=水曜日|4=木曜日|5=金曜日|6=土曜日|7=日曜日"),
        weekly_service_start_time: Time = Column::new("開始時間").len(4),
        weekly_service_end_time: Time = Column::new("終了時間").len(4),
        daily_activity: FreeText = Column::new("主な日常生活上の活動"),
        daily_activity_start_time: Time = Column::new("開始時間").len(4),
        daily_activity_end_time: Time = Column::new("終了時間").len(4),
        non_weekly_service: FreeText = Column::new("週単位以外のサービス"),
    }
}
