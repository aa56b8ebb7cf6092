//! Layout of UP1KYO: 居宅サービス計画書 第1表: one row a plan.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 居宅サービス計画書 第1表: one row a plan.
    CarePlan1Record {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        document_created_on: Date = Column::new("作成年月日").len(8).required(),
        user_postal_code: Code = Column::new("利用者郵便番号").len(8),
        user_address_1: FreeText = Column::new("利用者住所１"),
        user_address_2: FreeText = Column::new("利用者住所２"),
        care_plan_author_name: FreeText = Column::new("居宅サービス計画作成者氏名").required(),
        care_management_office_name: FreeText = Column::new("介護支援事業者名").required(),
        care_management_office_postal_code: Code = Column::new("介護支援事業者郵便番号").len(8),
        care_management_office_address_1: FreeText = Column::new("介護支援事業者住所１"),
        care_management_office_address_2: FreeText = Column::new("介護支援事業者住所２"),
        care_management_office_number: Code = Column::new("介護支援事業者コード").len(10).required(),
        care_plan_created_on: Date = Column::new("居宅サービス計画作成（変更）日").len(8).required(),
        initial_care_plan_created_on: Date = Column::new("初回居宅サービス計画作成日").len(8).required(),
        plan_category_code: Code = Column::new("計画書区分").len(2).codes("11=初回|12=紹介|21=継続|51=初回＆紹介|52=初回＆継続|53=紹介＆継続|54=初回＆紹介＆継続"),
        certification_status_code: Code = Column::new("認定状況区分").len(1).codes("1=申請中|2=認定済"),
        certification_date: Date = Column::new("認定日").len(8),
        certification_valid_from: Date = Column::new("認定有効期間開始日").len(8),
        certification_valid_to: Date = Column::new("認定有効期間終了日").len(8),
        care_level_code: Code = Column::new("要介護状態区分").len(2).codes("06=事業対象者|12=要支援１|13=要支援２|21=要介護１|22=要介護２|23=要介護３|24=要介護４|25=要介護５"),
        needs_assessment_result: FreeText = Column::new("利用者及び家族の生活に対する意向を踏まえた課題分析の結果"),
        certification_board_opinion: FreeText = Column::new("介護認定審査会の意見及びサービスの種類の指定"),
        overall_support_policy: FreeText = Column::new("総合的な援助の方針"),
        housework_support_reason_code: Code = Column::new("生活援助中心型の算定理由").len(1).codes("1=一人暮らし|2=家族等が障害、疾病等|3=その他"),
        housework_support_reason_other: FreeText = Column::new("その他理由"),
        updated_by_office_number: Code = Column::new("更新業者コード").len(10),
        record_identifier: Nothing = Column::new("識別子").len(1),
    }
}
