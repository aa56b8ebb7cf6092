//! Layout of UPPLAN: 第6表 サービス利用票: one service line on one day of one client. 予定 (UPPLAN) and 実績 (UPJSK) share it.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 第6表 サービス利用票: one service line on one day of one client. 予定 (UPPLAN) and 実績 (UPJSK) share it.
    ServiceRowRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        document_created_on: Date = Column::new("作成年月日").len(8).required(),
        target_month: Month = Column::new("対象年月").len(6).required(),
        plan_office_number: Code = Column::new("プラン担当業者コード").len(10).required(),
        plan_manager_name: FreeText = Column::new("プラン担当者名"),
        units: Int = Column::new("単位数").len(6).required(),
        short_stay_days_until_previous_month: Int = Column::new("前月までの短期入所利用日数").len(5),
        service_date: Date = Column::new("サービス利用日").len(8).required(),
        prorated_days_mask: Digits = Column::new("日割対象日").len(31),
        start_time: Time = Column::new("サービス開始時刻").len(4).required(),
        end_time: Time = Column::new("サービス終了時刻").len(4).required(),
        service_count: Int = Column::new("サービス回数").len(2).required(),
        service_code: Code = Column::new("サービスコード").len(6).required(),
        tais_code: Code = Column::new("TAISコード").len(12).since_v4(),
        equipment_notification_code: Code = Column::new("福祉用具届出コード").len(12).since_v4(),
        equipment_name: FreeText = Column::new("用具名称（機種名）").since_v4(),
        line_discriminator: Int = Column::new("明細判別コード").len(2).tolerate(4),
        service_office_number: Code = Column::new("サービス事業者コード").len(10).required(),
        service_office_name: FreeText = Column::new("サービス事業所名"),
        satellite_branch_no: Code = Column::new("サテライト枝番").len(2),
        over_30_days_flag: Flag = Column::new("３０日超区分").len(1).required().codes("1=該当|0=非該当"),
        updated_by_office_number: Code = Column::new("更新業者コード").len(10),
        record_identifier: Nothing = Column::new("識別子").len(1),
    }
}
