//! 7521 介護給付費等支払決定額内訳書情報; 7541 is the same for 総合事業.
//!
//! Source: インタフェース仕様書 サービス事業所編 支払決定額内訳書情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// Header (H1).
    PaymentsHeader {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        office_number: Code = num(10, "事業所番号"),
        office_name: Text = kanji(40, "事業所名"),
        review_month: Month = ym("審査年月"),
        created_on: Date = ymd("作成年月日"),
        page: Amount = num(5, "頁"),
        federation_name: Text = kanji(30, "国保連合会名"),
    }
}

kokuhoren_record! {
    /// Row of an insurer, month and kind (D1).
    PaymentRow {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        insurer_number: Code = num(8, "証記載保険者番号（公費負担者番号）"),
        service_month: Month = ym("サービス提供年月"),
        service_kind: Code = an(2, "サービス種類コード"),
        service_kind_name: Text = kanji(24, "サービス種類名"),
        count: Amount = snum(6, "介護サービス 件数"),
        days: Amount = snum(8, "介護サービス 日数"),
        units: Amount = snum(11, "介護サービス 単位数"),
        amount: Amount = snum(12, "介護サービス 金額"),
        benefit: Amount = snum(12, "介護給付費"),
        facility_count: Amount = snum(6, "特定入所者介護費等 件数").when("when any"),
        facility_days: Amount = snum(8, "特定入所者介護費等 日数").when("when any"),
        facility_cost: Amount = snum(12, "特定入所者介護費等 費用").when("when any"),
        facility_benefit: Amount = snum(12, "特定入所者介護費等 給付費").when("when any"),
    }
}

kokuhoren_record! {
    /// 合計 (T1).
    PaymentsSum {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        count: Amount = snum(6, "合計 件数"),
        days: Amount = snum(8, "合計 日数"),
        units: Amount = snum(11, "合計 単位数"),
        amount: Amount = snum(12, "合計 金額"),
        insurer_share: Amount = snum(12, "合計 保険者負担額"),
        facility_count: Amount = snum(6, "合計 特定入所者 件数"),
        facility_days: Amount = snum(8, "合計 特定入所者 日数"),
        facility_cost: Amount = snum(12, "合計 特定入所者 費用"),
        facility_insurer_share: Amount = snum(12, "合計 特定入所者 保険者負担額"),
    }
}

kokuhoren_record! {
    /// 過誤調整 (T2).
    PaymentsAdjusted {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        count: Amount = snum(6, "過誤調整 件数"),
        days: Amount = snum(8, "過誤調整 日数"),
        units: Amount = snum(12, "過誤調整 単位数"),
        amount: Amount = snum(13, "過誤調整 金額"),
        insurer_share: Amount = snum(13, "過誤調整 保険者負担額"),
        facility_count: Amount = snum(6, "過誤調整 特定入所者 件数"),
        facility_days: Amount = snum(8, "過誤調整 特定入所者 日数"),
        facility_cost: Amount = snum(13, "過誤調整 特定入所者 費用"),
        facility_insurer_share: Amount = snum(13, "過誤調整 特定入所者 保険者負担額"),
    }
}

kokuhoren_record! {
    /// 支払決定 (T3): T1 less T2.
    PaymentsDecided {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        count: Amount = snum(6, "支払決定 件数"),
        days: Amount = snum(8, "支払決定 日数"),
        units: Amount = snum(12, "支払決定 単位数"),
        amount: Amount = snum(13, "支払決定 金額"),
        insurer_share: Amount = snum(13, "支払決定 保険者負担額"),
        facility_count: Amount = snum(6, "支払決定 特定入所者 件数"),
        facility_days: Amount = snum(8, "支払決定 特定入所者 日数"),
        facility_cost: Amount = snum(13, "支払決定 特定入所者 費用"),
        facility_insurer_share: Amount = snum(13, "支払決定 特定入所者 保険者負担額"),
    }
}
