//! 7621 再審査決定通知書情報: units restored after a slip was corrected.
//!
//! Source: インタフェース仕様書 サービス事業所編 再審査決定通知書情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// Header (H1).
    AppealsHeader {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        handling_month: Month = ym("取扱年月"),
        office_number: Code = num(10, "事業所番号"),
        office_name: Text = kanji(40, "事業所名"),
        created_on: Date = ymd("作成年月日"),
        page: Amount = num(5, "頁"),
        federation_name: Text = kanji(30, "国保連合会名"),
        committee_name: Text = kanji(30, "審査委員会名"),
    }
}

kokuhoren_record! {
    /// One claim decided again (D1).
    AppealRow {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        insurer_number: Code = num(8, "証記載保険者番号"),
        insurer_name: Text = kanji(20, "証記載保険者名"),
        insured_number: Code = an(10, "被保険者番号"),
        insured_name: Text = an(25, "被保険者氏名"),
        service_month: Month = ym("サービス提供年月"),
        service_kind: Code = an(2, "サービス種類コード"),
        service_kind_name: Text = kanji(24, "サービス種類名"),
        appeal_reason_code: Code = num(4, "再審査申立事由コード"),
        appeal_reason: Text = kanji(24, "再審査申立事由"),
        result_code: Code = num(2, "再審査結果コード").codes("01=原審どおり|02=全部増|03=全部減|04=一部増|05=一部減"),
        original_units: Amount = snum(12, "当初請求単位数"),
        first_decision_units: Amount = snum(12, "原審単位数"),
        appealed_units: Amount = snum(12, "申立単位数"),
        decided_units: Amount = snum(12, "決定単位数"),
        adjusted_units: Amount = snum(13, "調整単位数"),
        insurer_share: Amount = snum(8, "保険者負担額"),
    }
}

kokuhoren_record! {
    /// Sums (T1); items 12 to 20 are not used.
    AppealsTotal {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        claimed_count: Amount = snum(6, "請求 件数"),
        claimed_units: Amount = snum(12, "請求 単位数"),
        claimed_share: Amount = snum(12, "請求 負担額"),
        decided_count: Amount = snum(6, "決定 件数"),
        decided_units: Amount = snum(12, "決定 単位数"),
        decided_share: Amount = snum(12, "決定 負担額"),
        adjusted_count: Amount = snum(6, "調整 件数"),
        adjusted_units: Amount = snum(13, "調整 単位数"),
        adjusted_share: Amount = snum(13, "調整 負担額"),
        reserve1_count: Amount = snum(6, "予備1 件数").when("never"),
        reserve1_units: Amount = snum(12, "予備1 単位数").when("never"),
        reserve1_share: Amount = snum(12, "予備1 負担額").when("never"),
        reserve2_count: Amount = snum(6, "予備2 件数").when("never"),
        reserve2_units: Amount = snum(12, "予備2 単位数").when("never"),
        reserve2_share: Amount = snum(12, "予備2 負担額").when("never"),
        reserve3_count: Amount = snum(6, "予備3 件数").when("never"),
        reserve3_units: Amount = snum(13, "予備3 単位数").when("never"),
        reserve3_share: Amount = snum(13, "予備3 負担額").when("never"),
    }
}
