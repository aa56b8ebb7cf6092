//! エンドレコード: the last record of every file.
//!
//! Source: インタフェース仕様書 共通編 エンドレコード; `docs/kokuhoren/layout.csv`.

use crate::format::kokuhoren::layout::kokuhoren_record;

kokuhoren_record! {
    /// エンドレコード.
    EndRecord {
        record_type: Code = num(1, "レコード種別"),
        record_no: Amount = num(9, "レコード番号（連番）"),
    }
}
