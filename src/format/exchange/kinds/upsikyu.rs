//! Layout of UPSIKYU: 第7表 サービス利用票別表: detail, subtotal and total rows.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 第7表 サービス利用票別表: detail, subtotal and total rows.
    SheetRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        document_created_on: Date = Column::new("作成年月日").len(8).required(),
        target_month: Month = Column::new("対象年月").len(6).required(),
        service_office_name: FreeText = Column::new("サービス事業所名"),
        service_office_number: Code = Column::new("サービス事業所コード").len(10).required(),
        satellite_branch_no: Code = Column::new("サテライト枝番").len(2),
        service_code: Code = Column::new("サービスコード").len(6).required(),
        tais_code: Code = Column::new("TAISコード").len(12).since_v4(),
        equipment_notification_code: Code = Column::new("福祉用具届出コード").len(12).since_v4(),
        equipment_name: FreeText = Column::new("用具名称（機種名）").since_v4(),
        units: Int = Column::new("単位数").len(6).required(),
        discounted_rate_percent: Int = Column::new("割引後率").len(5),
        discounted_units: Int = Column::new("割引後単位数").len(6),
        service_count_or_days: Int = Column::new("回数／日数").lens(2, 3).required(),
        service_units_or_amount: Int = Column::new("サービス単位金額").len(5).tolerate(7),
        benefit_management_units: Int = Column::new("給付管理単位数").len(6),
        kind_over_limit_units: Int = Column::new("種類支給限度基準超単位数").len(6),
        kind_within_limit_units: Int = Column::new("種類支給限度基準内単位数").len(6),
        category_over_limit_units: Int = Column::new("区分支給限度基準超単位数").len(6),
        category_within_limit_units: Int = Column::new("区分支給限度基準内単位数").len(6),
        unit_price_yen: Decimal = Column::new("単位数単価").len(6),
        total_cost_covered_yen: Int = Column::new("費用総額保険／事業対象分").len(6).tolerate(8),
        benefit_rate_percent: Int = Column::new("給付率").len(6),
        benefit_claim_yen: Int = Column::new("保険／事業費請求額").len(6).tolerate(8),
        fixed_copay_unit_yen: Int = Column::new("定額利用者負担単価金額").len(6),
        user_copay_covered_yen: Int = Column::new("利用者負担保険／事業対象分").len(6).tolerate(8),
        user_full_payment_yen: Int = Column::new("利用者負担（全額負担分）").len(6).tolerate(8),
        short_stay_days_until_previous_month: Int = Column::new("前月までの利用日数").lens(5, 2).tolerate(5),
        short_stay_planned_days_this_month: Int = Column::new("当月の計画利用日数").len(2),
        short_stay_cumulative_days: Int = Column::new("累積利用日数").len(5),
        over_30_days_flag: Flag = Column::new("３０日超区分").len(1).required().codes("1=該当|0=非該当"),
        office_code_fixed: Digits = Column::new("事業所コード").len(10),
        entered_by_code: Code = Column::new("入力者コード").len(10),
        updated_by_office_number: Code = Column::new("更新業者コード").len(10),
        record_identifier: Nothing = Column::new("識別子").len(1),
    }
}
