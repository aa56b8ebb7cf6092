//! Layout of UP2KYO: 居宅サービス計画書 第2表: needs, goals and services, several rows a plan.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 居宅サービス計画書 第2表: needs, goals and services, several rows a plan.
    CarePlan2Record {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        document_created_on: Date = Column::new("居宅計画書作成年月日").len(8).required(),
        care_plan_created_on: Date = Column::new("居宅サービス計画作成（変更）日").len(8).required(),
        need_no: Int = Column::new("課題ＮＯ").len(2),
        need: FreeText = Column::new("課題"),
        goal_no: Int = Column::new("援助目標ＮＯ").len(2),
        long_term_goal: FreeText = Column::new("長期目標"),
        short_term_goal: FreeText = Column::new("短期目標"),
        long_term_period: FreeText = Column::new("長期期間"),
        short_term_period: FreeText = Column::new("短期期間"),
        support_no: Int = Column::new("援助内容ＮＯ").len(2),
        service_content: FreeText = Column::new("サービス内容"),
        insurance_covered_code: Code = Column::new("保険対象区分").len(1).codes("Y=対象|N=対象外"),
        service_type_name: FreeText = Column::new("サービス種別"),
        service_office_number: Code = Column::new("サービス事業者コード").len(10),
        service_office_name: FreeText = Column::new("サービス事業所名"),
        frequency: FreeText = Column::new("頻度"),
        service_period: FreeText = Column::new("実施期間"),
        updated_by_office_number: Code = Column::new("更新業者コード").len(10),
        record_identifier: Nothing = Column::new("識別子").len(1),
    }
}
