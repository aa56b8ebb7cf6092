//! 8222 給付管理票情報 (様式第十一).
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編 給付管理票情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// One row of a 給付管理票: a line, or the closing row 99 with the sums.
    SlipRecord {
        exchange_id: Code = an(4, "交換情報識別番号"),
        target_month: Month = ym("対象年月"),
        insurer_number: Code = num(8, "証記載保険者番号"),
        support_office_number: Code = num(10, "事業所番号（居宅介護支援事業所）").when("unless item16=2"),
        slip_action: Code = num(1, "給付管理票情報作成区分コード").codes("1=新規|2=修正|3=取消"),
        created_on: Date = ymd("給付管理票作成年月日"),
        slip_kind: Code = num(1, "給付管理票種別区分コード"),
        line_no: Code = num(2, "給付管理票明細行番号"),
        insured_number: Code = an(10, "被保険者番号"),
        birth_date: Date = ymd("被保険者生年月日"),
        sex: Code = num(1, "性別コード").codes("1=男|2=女"),
        care_level: Code = num(2, "要介護状態区分コード"),
        limit_from: Month = ym("限度額適用期間（開始）"),
        limit_to: Month = ym("限度額適用期間（終了）").when("if the period has an end"),
        limit_units: Amount = num(6, "居宅・介護予防サービス支給限度額").when("99"),
        plan_maker: Code = num(1, "居宅サービス計画作成区分コード").codes("1=居宅介護支援事業所|2=自己作成|3=介護予防支援事業所・地域包括支援センター"),
        service_office_number: Code = an(10, "事業所番号（サービス事業所）").when("01-98"),
        service_office_class: Code = num(1, "指定/基準該当/地域密着型サービス/総合事業識別コード").when("01-98").codes("1=指定|2=基準該当|3=相当サービス|4=その他|5=地域密着型|6=総合事業").likely(),
        service_kind: Code = an(2, "サービス種類コード").when("01-98"),
        planned_units: Amount = num(6, "給付計画単位数／日数").when("01-98"),
        previous_days: Amount = num(3, "限度額管理期間における前月までの給付計画日数").when("never"),
        designated_subtotal: Amount = num(6, "指定サービス分小計").when("never"),
        quasi_subtotal: Amount = num(6, "基準該当サービス分小計").when("never"),
        planned_units_total: Amount = num(6, "給付計画合計単位数／日数").when("99"),
        care_manager_number: Code = an(8, "担当介護支援専門員番号").when("99 and item16=1"),
        entrusted_office_number: Code = num(10, "委託先の居宅介護支援事業所番号").when("99 and item16=3 and work entrusted"),
        entrusted_care_manager_number: Code = an(8, "委託先の担当介護支援専門員番号").when("99 and item16=3 and work entrusted"),
    }
}
