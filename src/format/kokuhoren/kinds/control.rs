//! コントロールレコード: the first record of every file.
//!
//! Source: インタフェース仕様書 共通編 コントロールレコード; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// コントロールレコード: who sends what, how many records, for which month of processing.
    ControlRecord {
        record_type: Code = num(1, "レコード種別"),
        record_no: Amount = num(9, "レコード番号（連番）"),
        volume_no: Amount = num(3, "ボリューム通番"),
        data_record_count: Amount = num(9, "レコード件数"),
        data_kind: Code = an(3, "データ種別"),
        welfare_office_mark: Code = num(2, "福祉事務所特定番号").zero(),
        insurer_number: Code = an(6, "保険者番号").zero(),
        office_number: Code = num(10, "事業所番号"),
        prefecture_number: Code = num(2, "都道府県番号").zero(),
        medium_code: Code = an(1, "媒体区分").codes("7=インターネット伝送|1=ISDN伝送|4=FD,CD-R|2=MO|3=MT"),
        processing_month: Month = ym("処理対象年月"),
        file_control_no: Code = num(6, "ファイル管理番号").zero(),
    }
}
