//! 8171 介護予防ケアマネジメント費明細書情報 (様式第七の三): lines and sums.
//!
//! Source: インタフェース仕様書 edition of 2018; later ones may append items; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// 明細情報レコード (02).
    LineRecord {
        exchange_id: Code = an(4, "交換情報識別番号"),
        record_kind: Code = num(2, "レコード種別コード"),
        service_month: Month = ym("サービス提供年月"),
        office_number: Code = num(10, "事業所番号"),
        insurer_number: Code = num(8, "証記載保険者番号"),
        insured_number: Code = an(10, "被保険者番号"),
        service_kind: Code = an(2, "サービス種類コード"),
        service_item: Code = an(4, "サービス項目コード"),
        units: Amount = num(4, "単位数"),
        count: Amount = num(2, "日数・回数"),
        public1_count: Amount = num(2, "公費1対象日数・回数").when("生保単独"),
        public2_count: Amount = num(2, "公費2対象日数・回数").when("never"),
        public3_count: Amount = num(2, "公費3対象日数・回数").when("never"),
        service_units: Amount = num(6, "サービス単位数"),
        public1_units: Amount = num(6, "公費1対象サービス単位数").when("生保単独"),
        public2_units: Amount = num(6, "公費2対象サービス単位数").when("never"),
        public3_units: Amount = num(6, "公費3対象サービス単位数").when("never"),
        remarks: Code = an(20, "摘要").when("when asked for"),
    }
}

kokuhoren_record! {
    /// 明細情報レコード of people under 住所地特例 (14), used instead of 02.
    DomiciledLineRecord {
        exchange_id: Code = an(4, "交換情報識別番号"),
        record_kind: Code = num(2, "レコード種別コード"),
        service_month: Month = ym("サービス提供年月"),
        office_number: Code = num(10, "事業所番号"),
        insurer_number: Code = num(8, "証記載保険者番号"),
        insured_number: Code = an(10, "被保険者番号"),
        service_kind: Code = an(2, "サービス種類コード"),
        service_item: Code = an(4, "サービス項目コード"),
        units: Amount = num(4, "単位数"),
        count: Amount = num(2, "日数・回数"),
        public1_count: Amount = num(2, "公費1対象日数・回数").when("生保単独"),
        public2_count: Amount = num(2, "公費2対象日数・回数").when("never"),
        public3_count: Amount = num(2, "公費3対象日数・回数").when("never"),
        service_units: Amount = num(6, "サービス単位数"),
        public1_units: Amount = num(6, "公費1対象サービス単位数").when("生保単独"),
        public2_units: Amount = num(6, "公費2対象サービス単位数").when("never"),
        public3_units: Amount = num(6, "公費3対象サービス単位数").when("never"),
        facility_insurer_number: Code = num(6, "施設所在保険者番号").when("住所地特例"),
        remarks: Code = an(20, "摘要").when("when asked for"),
    }
}

kokuhoren_record! {
    /// 集計情報レコード (10).
    SumRecord {
        exchange_id: Code = an(4, "交換情報識別番号"),
        record_kind: Code = num(2, "レコード種別コード"),
        service_month: Month = ym("サービス提供年月"),
        office_number: Code = num(10, "事業所番号"),
        insurer_number: Code = num(8, "証記載保険者番号"),
        insured_number: Code = an(10, "被保険者番号"),
        service_kind: Code = an(2, "サービス種類コード"),
        days: Amount = num(2, "サービス実日数").when("never"),
        planned_units: Amount = num(6, "計画単位数").when("never"),
        managed_units: Amount = num(6, "限度額管理対象単位数").when("never"),
        unmanaged_units: Amount = num(6, "限度額管理対象外単位数").when("never"),
        short_plan_days: Amount = num(2, "短期入所計画日数").when("never"),
        short_days: Amount = num(2, "短期入所実日数").when("never"),
        ins_units: Amount = num(8, "保険 単位数合計"),
        ins_unit_price: Amount = num(4, "保険 単位数単価"),
        ins_claim: Amount = num(9, "保険 請求額"),
        ins_copay: Amount = num(8, "保険 利用者負担額").when("never"),
        public1_units: Amount = num(6, "公費1 単位数合計").when("生保単独"),
        public1_claim: Amount = num(9, "公費1 請求額").when("生保単独"),
        public1_copay: Amount = num(6, "公費1 本人負担額").when("never"),
        public2_units: Amount = num(6, "公費2 単位数合計").when("never"),
        public2_claim: Amount = num(9, "公費2 請求額").when("never"),
        public2_copay: Amount = num(6, "公費2 本人負担額").when("never"),
        public3_units: Amount = num(6, "公費3 単位数合計").when("never"),
        public3_claim: Amount = num(9, "公費3 請求額").when("never"),
        public3_copay: Amount = num(6, "公費3 本人負担額").when("never"),
        ins_medical_units: Amount = num(8, "保険分出来高医療費 単位数合計").when("never"),
        ins_medical_claim: Amount = num(9, "保険分出来高医療費 請求額").when("never"),
        ins_medical_copay: Amount = num(8, "保険分出来高医療費 利用者・本人負担額").when("never"),
        public1_medical_units: Amount = num(8, "公費1分出来高医療費 単位数合計").when("never"),
        public1_medical_claim: Amount = num(9, "公費1分出来高医療費 請求額").when("never"),
        public1_medical_copay: Amount = num(8, "公費1分出来高医療費 利用者・本人負担額").when("never"),
        public2_medical_units: Amount = num(8, "公費2分出来高医療費 単位数合計").when("never"),
        public2_medical_claim: Amount = num(9, "公費2分出来高医療費 請求額").when("never"),
        public2_medical_copay: Amount = num(8, "公費2分出来高医療費 利用者・本人負担額").when("never"),
        public3_medical_units: Amount = num(8, "公費3分出来高医療費 単位数合計").when("never"),
        public3_medical_claim: Amount = num(9, "公費3分出来高医療費 請求額").when("never"),
        public3_medical_copay: Amount = num(8, "公費3分出来高医療費 利用者・本人負担額").when("never"),
    }
}
