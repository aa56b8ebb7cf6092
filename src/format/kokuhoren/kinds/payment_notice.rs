//! 7511 and 7513 介護給付費等支払決定額通知書情報: a single row.
//!
//! Source: インタフェース仕様書 居宅介護支援事業所編 and サービス事業所編 支払決定額通知書情報; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// 支払決定額通知書, older form.
    PaymentNotice {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        review_month: Month = ym("審査年月"),
        zip3: Code = num(3, "郵便番号（3桁）"),
        zip4: Code = num(4, "郵便番号（4桁）"),
        address: Text = kanji(128, "住所"),
        office_name: Text = kanji(40, "事業所名"),
        founder_name: Text = kanji(40, "開設者氏名"),
        office_number: Code = num(10, "事業所番号"),
        transfer_amount: Amount = snum(12, "振込金額"),
        care_benefit_paid: Amount = snum(12, "介護給付費支払額"),
        doctor_opinion_fee: Amount = snum(12, "主治医意見書作成料"),
        doctor_opinion_tax: Amount = snum(12, "主治医意見書作成料消費税"),
        survey_fee: Amount = snum(12, "認定調査費委託料"),
        survey_tax: Amount = snum(12, "認定調査費委託料消費税"),
        total_amount: Amount = snum(12, "合計金額"),
        bank_name: Text = kanji(28, "金融機関名"),
        bank_branch: Text = kanji(28, "金融機関支店名"),
        transfer_date: Date = ymd("作成年月日"),
        federation_name: Text = kanji(30, "国保連合会名"),
    }
}

kokuhoren_record! {
    /// 支払決定額通知書 with 総合事業費.
    PaymentNoticeWithSupport {
        exchange_id: Code = an(4, "交換情報識別番号"),
        report_record_kind: Code = an(2, "帳票レコード種別"),
        review_month: Month = ym("審査年月"),
        zip3: Code = num(3, "郵便番号（3桁）"),
        zip4: Code = num(4, "郵便番号（4桁）"),
        address: Text = kanji(128, "住所"),
        office_name: Text = kanji(40, "事業所名"),
        founder_name: Text = kanji(40, "開設者氏名"),
        office_number: Code = num(10, "事業所番号"),
        transfer_amount: Amount = snum(12, "振込金額"),
        care_benefit_paid: Amount = snum(12, "介護給付費支払額"),
        doctor_opinion_fee: Amount = snum(12, "主治医意見書作成料"),
        doctor_opinion_tax: Amount = snum(12, "主治医意見書作成料消費税"),
        survey_fee: Amount = snum(12, "認定調査費委託料"),
        survey_tax: Amount = snum(12, "認定調査費委託料消費税"),
        sogo_paid: Amount = snum(12, "総合事業費支払額"),
        certificate_fee: Amount = snum(12, "電子証明書発行手数料"),
        total_amount: Amount = snum(12, "合計金額"),
        bank_name: Text = kanji(28, "金融機関名"),
        bank_branch: Text = kanji(28, "金融機関支店名"),
        transfer_date: Date = ymd("作成年月日"),
        federation_name: Text = kanji(30, "国保連合会名"),
    }
}
