//! Layout of `UPKIHON_SUB2`: 利用者基本情報 別表2: illnesses past and present.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// 利用者基本情報 別表2: illnesses past and present.
    MedicalHistoryRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        consultation_date: Date = Column::new("相談日").len(8).required(),
        onset_date_text: FreeText = Column::new("年月日"),
        disease_name: FreeText = Column::new("病名"),
        medical_institution_and_doctor: FreeText = Column::new("医療機関・医師名"),
        attending_doctor_code: Code = Column::new("主治医・意見作成者フラグ").len(1).codes("1=主治医|2=それ以外"),
        medical_institution_phone: Code = Column::new("医療機関・医師電話番号").len(15),
        progress_code: Code = Column::new("経過").len(2).codes("01=治療中|02=経過観察中|03=その他"),
        treatment_detail: FreeText = Column::new("治療中の内容"),
    }
}
