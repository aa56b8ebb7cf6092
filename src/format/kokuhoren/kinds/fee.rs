//! 8124 居宅介護支援介護給付費明細書情報 (様式第七).
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編 居宅サービス計画費請求明細書情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// One row of a claim for the plan fee: a service code; row 99 has the sums too.
    FeeRecord {
        exchange_id: Code = an(4, "交換情報識別番号"),
        office_number: Code = num(10, "事業所番号"),
        office_class: Code = num(1, "指定/基準該当等事業所区分コード").codes("1=指定|2=基準該当|3=相当サービス"),
        service_month: Month = ym("サービス提供年月"),
        insurer_number: Code = num(6, "証記載保険者番号"),
        unit_price: Amount = num(4, "単位数単価"),
        insured_number: Code = an(10, "被保険者番号"),
        public_payer_number: Code = num(8, "公費負担者番号").when("生保単独 (H number)"),
        public_recipient_number: Code = num(7, "公費受給者番号").when("生保単独 (H number)"),
        birth_date: Date = ymd("被保険者生年月日"),
        sex: Code = num(1, "性別コード").codes("1=男|2=女"),
        care_level: Code = num(2, "要介護状態区分コード"),
        cert_from: Date = ymd("認定有効期間（開始）"),
        cert_to: Date = ymd("認定有効期間（終了）"),
        plan_request_filed_on: Date = ymd("居宅サービス計画作成依頼届出年月日").when("unless H number"),
        line_no: Code = num(2, "サービス計画費明細行番号"),
        service_code: Code = an(6, "サービスコード"),
        units: Amount = snum(6, "単位数").likely(),
        count: Amount = num(2, "回数").likely(),
        service_units: Amount = snum(6, "サービス単位数").likely(),
        service_units_total: Amount = num(6, "サービス単位数合計").when("99").likely(),
        claim_amount: Amount = num(6, "請求金額").when("99").likely(),
        care_manager_number: Code = an(8, "担当介護支援専門員番号").likely(),
        remarks: Text = kanji(20, "摘要").when("when the code asks for it").likely(),
    }
}
