//! 7611 介護給付費過誤決定通知書情報; 7631 is the same for 総合事業.
//!
//! Source: インタフェース仕様書 サービス事業所編 過誤決定通知書情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// Header (H1).
    WithdrawalsHeader {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        handling_month: Month = ym("取扱年月"),
        office_number: Code = num(10, "事業所番号"),
        office_name: Text = kanji(40, "事業所名"),
        created_on: Date = ymd("作成年月日"),
        page: Amount = num(5, "頁"),
        federation_name: Text = kanji(30, "国保連合会名"),
    }
}

kokuhoren_record! {
    /// One claim taken back (D1).
    WithdrawalRow {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        insurer_number: Code = num(8, "証記載保険者番号"),
        insurer_name: Text = kanji(20, "証記載保険者名"),
        insured_number: Code = an(10, "被保険者番号"),
        insured_name: Text = an(25, "被保険者氏名"),
        service_month: Month = ym("サービス提供年月"),
        service_kind: Code = an(2, "サービス種類コード"),
        service_kind_name: Text = kanji(24, "サービス種類名"),
        kago_reason_code: Code = num(4, "過誤申立事由コード"),
        kago_reason: Text = kanji(28, "過誤申立事由"),
        units: Amount = snum(13, "単位数"),
        insurer_share: Amount = snum(13, "保険者負担額"),
    }
}

kokuhoren_record! {
    /// Sum (T1).
    WithdrawalsTotal {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        count: Amount = snum(6, "件数"),
        units: Amount = snum(13, "単位数"),
        insurer_share: Amount = snum(13, "保険者負担額"),
        facility_count: Amount = snum(6, "特定入所者 件数").when("when any"),
        facility_cost: Amount = snum(13, "特定入所者 費用").when("when any"),
        facility_insurer_share: Amount = snum(13, "特定入所者 保険者負担額").when("when any"),
    }
}
