//! 7211 介護給付費等審査決定増減表情報; 7221 is the same for 総合事業.
//!
//! Source: インタフェース仕様書 サービス事業所編 審査決定増減表情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// Header (H1).
    ChangesHeader {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        office_number: Code = num(10, "事業所番号"),
        office_name: Text = kanji(40, "事業所名"),
        review_month: Month = ym("審査年月"),
        created_on: Date = ymd("作成年月日"),
        page: Amount = num(9, "頁"),
        federation_name: Text = kanji(30, "国保連合会名"),
    }
}

kokuhoren_record! {
    /// Row of an insurer and month (D1).
    ChangesRow {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        insurer_number: Code = num(8, "保険者番号"),
        service_month: Month = ym("サービス提供年月"),
        return_count: Amount = snum(6, "返戻 件数（介護）").when("when any"),
        return_facility_count: Amount = snum(6, "返戻 件数（特定入所者）").when("when any"),
        return_units: Amount = snum(9, "返戻 単位数（介護）").when("when any"),
        return_facility_amount: Amount = snum(9, "返戻 特定入所者介護費等").when("when any"),
        cut_count: Amount = snum(6, "査定増減 件数（介護）").when("when any"),
        cut_facility_count: Amount = snum(6, "査定増減 件数（特定入所者）").when("when any"),
        cut_units: Amount = snum(10, "査定増減 単位数（介護）").when("when any"),
        cut_facility_amount: Amount = snum(10, "査定増減 特定入所者介護費等").when("when any"),
        hold_count: Amount = snum(6, "保留分 件数（介護）").when("when any"),
        hold_facility_count: Amount = snum(6, "保留分 件数（特定入所者）").when("when any"),
        hold_units: Amount = snum(9, "保留分 単位数（介護）").when("when any"),
        hold_facility_amount: Amount = snum(9, "保留分 特定入所者介護費等").when("when any"),
        hold_revived_count: Amount = snum(6, "保留復活分 件数（介護）").when("when any"),
        hold_revived_facility_count: Amount = snum(6, "保留復活分 件数（特定入所者）").when("when any"),
        hold_revived_units: Amount = snum(9, "保留復活分 単位数（介護）").when("when any"),
        hold_revived_facility_amount: Amount = snum(9, "保留復活分 特定入所者介護費等").when("when any"),
    }
}

kokuhoren_record! {
    /// Sum (T1).
    ChangesTotal {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        claim_difference_count: Amount = snum(6, "合計 請求差 件数（介護）").when("when any"),
        claim_difference_facility_count: Amount = snum(6, "合計 請求差 件数（特定入所者）").when("when any"),
        claim_difference_amount: Amount = snum(9, "合計 請求差 金額（介護）").when("when any"),
        claim_difference_facility_amount: Amount = snum(9, "合計 請求差 特定入所者介護費等").when("when any"),
        return_count: Amount = snum(6, "合計 返戻 件数（介護）").when("when any"),
        return_facility_count: Amount = snum(6, "合計 返戻 件数（特定入所者）").when("when any"),
        return_units: Amount = snum(9, "合計 返戻 単位数（介護）").when("when any"),
        return_facility_amount: Amount = snum(9, "合計 返戻 特定入所者介護費等").when("when any"),
        cut_count: Amount = snum(6, "合計 査定増減 件数（介護）").when("when any"),
        cut_facility_count: Amount = snum(6, "合計 査定増減 件数（特定入所者）").when("when any"),
        cut_units: Amount = snum(10, "合計 査定増減 単位数（介護）").when("when any"),
        cut_facility_amount: Amount = snum(10, "合計 査定増減 特定入所者介護費等").when("when any"),
        hold_count: Amount = snum(6, "合計 保留分 件数（介護）").when("when any"),
        hold_facility_count: Amount = snum(6, "合計 保留分 件数（特定入所者）").when("when any"),
        hold_units: Amount = snum(9, "合計 保留分 単位数（介護）").when("when any"),
        hold_facility_amount: Amount = snum(9, "合計 保留分 特定入所者介護費等").when("when any"),
        hold_revived_count: Amount = snum(6, "合計 保留復活分 件数（介護）").when("when any"),
        hold_revived_facility_count: Amount = snum(6, "合計 保留復活分 件数（特定入所者）").when("when any"),
        hold_revived_units: Amount = snum(9, "合計 保留復活分 単位数（介護）").when("when any"),
        hold_revived_facility_amount: Amount = snum(9, "合計 保留復活分 特定入所者介護費等").when("when any"),
    }
}
