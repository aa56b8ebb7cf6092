//! 7311 介護給付費等審査増減単位数通知書情報: what was cut, sent to service offices.
//!
//! Source: インタフェース仕様書 サービス事業所編 審査増減単位数通知書情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// Header (H1).
    CutsHeader {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        office_number: Code = num(10, "事業所番号"),
        office_name: Text = kanji(40, "事業所名"),
        review_month: Month = ym("審査年月"),
        created_on: Date = ymd("作成年月日"),
        page: Amount = num(5, "頁"),
        federation_name: Text = kanji(30, "国保連合会名"),
        committee_name: Text = kanji(30, "審査委員会名"),
        message: Text = kanji(1024, "連絡事項").when("when any"),
    }
}

kokuhoren_record! {
    /// One cut (D1).
    CutRow {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        insurer_number: Code = num(8, "保険者番号"),
        insured_number: Code = an(10, "被保険者番号"),
        insured_kana: Text = an(25, "被保険者カナ氏名"),
        service_month: Month = ym("サービス提供年月"),
        service_kind: Code = an(2, "サービス種類コード"),
        service_item: Code = an(4, "サービス項目コード").when("when any"),
        delta_units: Amount = snum(10, "増減単位数").when("last row of insured x month x kind"),
        reason: Code = an(1, "事由").codes("A=給管に実績なし|B=給管の実績超過|C=適応外|D=過剰|E=重複|F=担当規程違反|G=その他"),
        text1: Text = kanji(48, "内容1").when("when any"),
        text2: Text = kanji(48, "内容2").when("when any"),
    }
}
