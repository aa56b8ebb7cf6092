//! 7411 請求明細書・給付管理票返戻（保留）一覧表情報; 7421 is the same for 総合事業.
//!
//! Source: インタフェース仕様書 サービス事業所編 返戻（保留）一覧表情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// Header (H1).
    ReturnsHeader {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        office_number: Code = num(10, "事業所（保険者）番号"),
        office_name: Text = kanji(40, "事業所（保険者）名"),
        review_month: Month = ym("審査年月"),
        created_on: Date = ymd("作成年月日"),
        page: Amount = num(5, "頁"),
        federation_name: Text = kanji(30, "国保連合会名"),
    }
}

kokuhoren_record! {
    /// One item at fault (D1); a slip or claim may have several.
    ReturnRow {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        insurer_number: Code = num(10, "保険者（事業所）番号"),
        insurer_name: Text = kanji(40, "保険者（事業所）名"),
        insured_number: Code = an(10, "被保険者番号"),
        insured_kana: Text = an(25, "被保険者カナ氏名"),
        document_kind: Text = kanji(2, "種別").codes("サ=計画費請求明細書|請=請求明細書|給=給付管理票"),
        service_month: Month = ym("サービス提供年月"),
        service_kind: Code = an(2, "サービス種類コード").when("when any"),
        units: Amount = snum(8, "単位数").when("when any"),
        reason: Code = an(1, "事由").codes("A=一次チェック|B=資格|C=突合不一致・査定エラー|D=計画費に対し給付管理票未提出|E=却下(審査委員会・時効)"),
        content: Text = kanji(210, "内容"),
        remark: Text = kanji(8, "備考"),
        service_item: Code = an(4, "サービス項目コード等").when("when any").likely(),
    }
}

kokuhoren_record! {
    /// The row as the edition of 2003 had it: 13 items.
    ReturnRow2003 {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        insurer_number: Code = num(10, "保険者（事業所）番号"),
        insurer_name: Text = kanji(40, "保険者（事業所）名"),
        insured_number: Code = an(10, "被保険者番号"),
        insured_kana: Text = an(25, "被保険者カナ氏名"),
        document_kind: Text = kanji(2, "種別").codes("サ=計画費請求明細書|請=請求明細書|給=給付管理票"),
        service_month: Month = ym("サービス提供年月"),
        service_kind: Code = an(2, "サービス種類コード").when("when any"),
        units: Amount = snum(8, "単位数").when("when any"),
        reason: Code = an(1, "事由").codes("A=一次チェック|B=資格|C=突合不一致・査定エラー|D=計画費に対し給付管理票未提出|E=却下(審査委員会・時効)"),
        content: Text = kanji(60, "内容"),
        remark: Text = kanji(4, "備考（保留区分）").when("when held"),
    }
}
