//! Layout of `UPYOBO_SUB`: 介護予防サービス・支援計画書 別表: the support plan, several rows a plan.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 介護予防サービス・支援計画書 別表: the support plan, several rows a plan.
    PreventiveSupportRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        preventive_plan_created_on: Date = Column::new("計画作成(変更)日").len(8).required(),
        need_no: Int = Column::new("課題ＮＯ").len(2),
        comprehensive_issue: FreeText = Column::new("総合的課題"),
        proposal: FreeText = Column::new("課題に対する目標と具体策の提案"),
        proposal_intention: FreeText = Column::new("具体策についての意向本人・家族"),
        goal: FreeText = Column::new("目標"),
        support_plan_no: Int = Column::new("支援計画ＮＯ").len(2),
        support_point: FreeText = Column::new("【支援計画】目標についての支援のポイント"),
        informal_support: FreeText = Column::new("【支援計画】本人等のセルフケアや家族の支援、インフォーマルサービス（民間サービス）"),
        insured_service: FreeText = Column::new("【支援計画】介護保険サービス又は地域支援事業（総合事業のサービス）"),
        used_service_no: Int = Column::new("利用サービスＮＯ").len(2),
        used_service_type: FreeText = Column::new("【利用サービス】サービス種別"),
        used_service_office: FreeText = Column::new("【利用サービス】事業所(利用先)"),
        used_service_period: FreeText = Column::new("【利用サービス】期間"),
    }
}
