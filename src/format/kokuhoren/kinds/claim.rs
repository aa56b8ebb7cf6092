//! 7111 介護給付費請求書情報 and 7113 介護予防・日常生活支援総合事業費請求書情報.
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編 介護給付費請求書情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// 介護給付費請求書: one row a payer.
    ClaimRecord {
        exchange_id: Code = an(4, "交換情報識別番号"),
        service_month: Month = ym("サービス提供年月"),
        office_number: Code = num(10, "事業所番号"),
        payer_class: Code = num(1, "保険・公費等区分コード").codes("1=保険請求|2=公費請求"),
        law_number: Code = num(2, "法別番号").zero(),
        claim_class: Code = num(2, "請求情報区分コード").zero(),
        count: Amount = num(6, "件数"),
        units: Amount = snum(11, "単位数"),
        cost_total: Amount = snum(12, "費用合計"),
        insurance_claim: Amount = snum(12, "保険請求額"),
        public_claim: Amount = snum(12, "公費請求額"),
        user_copay: Amount = snum(12, "利用者負担"),
        facility_count: Amount = snum(6, "特定入所者介護サービス費等 件数").when("never"),
        facility_days: Amount = snum(8, "特定入所者介護サービス費等 延べ日数").when("never"),
        facility_cost: Amount = snum(12, "特定入所者介護サービス費等 費用合計").when("never"),
        facility_copay: Amount = snum(12, "特定入所者介護サービス費等 利用者負担").when("never"),
        facility_public: Amount = snum(12, "特定入所者介護サービス費等 公費請求額").when("never"),
        facility_insurance: Amount = snum(12, "特定入所者介護サービス費等 保険請求額").when("never"),
    }
}

kokuhoren_record! {
    /// 総合事業費請求書: one row a payer.
    SupportClaimRecord {
        exchange_id: Code = an(4, "交換情報識別番号"),
        service_month: Month = ym("サービス提供年月"),
        office_number: Code = num(10, "事業所番号"),
        payer_class: Code = num(1, "保険・公費等区分コード").codes("1=保険請求|2=公費請求"),
        law_number: Code = num(2, "法別番号").zero(),
        claim_class: Code = num(2, "請求情報区分コード").zero(),
        count: Amount = num(6, "件数"),
        units: Amount = snum(11, "単位数"),
        cost_total: Amount = snum(12, "費用合計"),
        insurance_claim: Amount = snum(12, "事業費請求額"),
        public_claim: Amount = snum(12, "公費請求額"),
        user_copay: Amount = snum(12, "利用者負担"),
    }
}
