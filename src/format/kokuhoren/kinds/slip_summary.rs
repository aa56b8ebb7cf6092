//! 8211 給付管理票総括票情報: on paper and media only, never sent by 伝送.
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編 給付管理票総括票情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// 給付管理票総括票: how many slips of each sort.
    SlipSummaryRecord {
        exchange_id: Code = an(4, "交換情報識別番号").when("paper/medium only"),
        submit_month: Month = ym("提出年月"),
        insurer_number: Code = num(8, "保険者番号"),
        support_office_number: Code = num(10, "事業所番号（居宅介護支援事業所）"),
        plan_maker: Code = num(1, "居宅サービス計画作成区分コード"),
        other_pref_home_new_count: Amount = snum(6, "他県分 居宅サービス給付管理票 新規件数"),
        other_pref_home_fix_count: Amount = snum(6, "他県分 居宅サービス給付管理票 修正件数"),
        other_pref_home_cancel_count: Amount = snum(6, "他県分 居宅サービス給付管理票 取消件数"),
        other_pref_short_new_count: Amount = snum(6, "他県分 短期入所給付管理票 新規件数"),
        other_pref_short_fix_count: Amount = snum(6, "他県分 短期入所給付管理票 修正件数"),
        other_pref_short_cancel_count: Amount = snum(6, "他県分 短期入所給付管理票 取消件数"),
        own_pref_home_new_count: Amount = snum(9, "自県分 居宅サービス給付管理票 新規件数"),
        own_pref_home_fix_count: Amount = snum(9, "自県分 居宅サービス給付管理票 修正件数"),
        own_pref_home_cancel_count: Amount = snum(9, "自県分 居宅サービス給付管理票 取消件数"),
        own_pref_short_new_count: Amount = snum(9, "自県分 短期入所給付管理票 新規件数"),
        own_pref_short_fix_count: Amount = snum(9, "自県分 短期入所給付管理票 修正件数"),
        own_pref_short_cancel_count: Amount = snum(9, "自県分 短期入所給付管理票 取消件数"),
    }
}
