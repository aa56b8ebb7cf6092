//! Layout of DLTJSK: Withdrawal of the 実績 of one provider and one service kind.
//!
//! Source: CSVファイルレイアウト定義書 (別紙) 第4.1版; edition 3 where it exists is the same table without the columns marked `since_v4`.

use crate::format::exchange::layout::exchange_record;

exchange_record! {
    /// Withdrawal of the 実績 of one provider and one service kind.
    ActualDeleteRecord {
        csv_version: Month = Column::new("CSVバージョン").len(6).required(),
        insurer_number: Digits = Column::new("保険者番号").len(6).required(),
        insured_number: Code = Column::new("被保険者番号").len(10).required(),
        delete_target_month: Month = Column::new("削除対象年月").len(6).required(),
        service_office_number: Code = Column::new("サービス事業者コード").len(10).required(),
        service_kind_code: Code = Column::new("サービス種類コード").len(2).required(),
    }
}
