//! The kinds of exchange files. A new kind is one file in this folder and one line in the list below.

use super::edition::Edition;
use super::layout::{Column, columns_of};
use std::fmt;

/// Which month or date a file kind's records hang on, besides the client (standard, 本文 2.3 and 3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkKey {
    /// The service month in the item with this key.
    Month(&'static str),
    /// The plan's or interview's date in the item with this key.
    Date(&'static str),
}

/// What a delete file withdraws.
pub type Withdraws = &'static [FileKind];

macro_rules! file_kinds {
    ($($(#[$doc:meta])* $kind:ident = $prefix:literal, $title:literal, $since:ident, $module:ident, $link:expr, $withdraws:expr;)+) => {
        /// Kind of an exchange file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum FileKind { $($(#[$doc])* $kind,)+ }

        impl FileKind {
            /// Every kind.
            pub const ALL: &[FileKind] = &[$(FileKind::$kind),+];

            /// First part of the file name.
            pub fn prefix(self) -> &'static str {
                match self { $(FileKind::$kind => $prefix,)+ }
            }

            /// Japanese title as the standard prints it.
            pub fn title(self) -> &'static str {
                match self { $(FileKind::$kind => $title,)+ }
            }

            /// First edition that has the kind.
            pub fn since(self) -> Edition {
                match self { $(FileKind::$kind => Edition::$since,)+ }
            }

            /// Columns of the newest edition.
            pub fn columns(self) -> &'static [Column] {
                match self { $(FileKind::$kind => $module::COLUMNS,)+ }
            }

            /// What its records hang on besides the client.
            pub fn link_key(self) -> LinkKey {
                match self { $(FileKind::$kind => $link,)+ }
            }

            /// The kinds that it withdraws; empty for a kind that is no delete file.
            pub fn withdraws(self) -> Withdraws {
                match self { $(FileKind::$kind => $withdraws,)+ }
            }
        }
    };
}

pub mod dlt1kyo;
pub mod dltjsk;
pub mod dltkihon;
pub mod dltplan;
pub mod dltyobo;
pub mod up1kyo;
pub mod up2kyo;
pub mod up3kyo;
pub mod uphosoku;
pub mod upkihon;
pub mod upkihon_sub1;
pub mod upkihon_sub2;
pub mod upplan;
pub mod upsikyu;
pub mod upyobo;
pub mod upyobo_sub;

use LinkKey::{Date, Month};

file_kinds! {
    /// 利用者補足情報
    Uphosoku = "UPHOSOKU", "利用者補足情報", V3, uphosoku, Month("target_month"), &[];
    /// 居宅サービス計画1表
    Up1kyo = "UP1KYO", "居宅サービス計画1表", V3, up1kyo, Date("care_plan_created_on"), &[];
    /// 居宅サービス計画1表 の削除
    Dlt1kyo = "DLT1KYO", "居宅サービス計画1表_削除", V3, dlt1kyo, Date("care_plan_created_on"),
        &[FileKind::Up1kyo, FileKind::Up2kyo, FileKind::Up3kyo];
    /// 居宅サービス計画2表
    Up2kyo = "UP2KYO", "居宅サービス計画2表", V3, up2kyo, Date("care_plan_created_on"), &[];
    /// 居宅サービス計画3表
    Up3kyo = "UP3KYO", "居宅サービス計画3表", V4, up3kyo, Date("care_plan_created_on"), &[];
    /// 第6表 予定
    Upplan = "UPPLAN", "第6表（サービス利用票）", V3, upplan, Month("target_month"), &[];
    /// 第6表 実績
    Upjsk = "UPJSK", "第6表 実績情報", V3, upplan, Month("target_month"), &[];
    /// 第6表 予定 の削除; the 第7表 goes with it
    Dltplan = "DLTPLAN", "第6表（サービス利用票）_削除", V3, dltplan, Month("delete_target_month"),
        &[FileKind::Upplan, FileKind::Upsikyu];
    /// 第6表 実績 の削除
    Dltjsk = "DLTJSK", "第6表 実績情報_削除", V3, dltjsk, Month("delete_target_month"), &[FileKind::Upjsk];
    /// 第7表 別表
    Upsikyu = "UPSIKYU", "第7表（サービス利用票別表）", V3, upsikyu, Month("target_month"), &[];
    /// 利用者基本情報
    Upkihon = "UPKIHON", "利用者基本情報", V4, upkihon, Date("consultation_date"), &[];
    /// 利用者基本情報 別表1
    UpkihonSub1 = "UPKIHON_SUB1", "利用者基本情報（別表1）１日の生活・すごし方(タイムスケジュール)", V4, upkihon_sub1,
        Date("consultation_date"), &[];
    /// 利用者基本情報 別表2
    UpkihonSub2 = "UPKIHON_SUB2", "利用者基本情報（別表2）現病歴・既往歴", V4, upkihon_sub2,
        Date("consultation_date"), &[];
    /// 利用者基本情報 の削除
    Dltkihon = "DLTKIHON", "利用者基本情報_削除", V4, dltkihon, Date("consultation_date"),
        &[FileKind::Upkihon, FileKind::UpkihonSub1, FileKind::UpkihonSub2];
    /// 介護予防サービス・支援計画書
    Upyobo = "UPYOBO", "介護予防サービス・支援計画書", V4, upyobo, Date("preventive_plan_created_on"), &[];
    /// 介護予防サービス・支援計画書 別表
    UpyoboSub = "UPYOBO_SUB", "介護予防サービス・支援計画書（別表）支援計画", V4, upyobo_sub,
        Date("preventive_plan_created_on"), &[];
    /// 介護予防サービス・支援計画書 の削除
    Dltyobo = "DLTYOBO", "介護予防サービス・支援計画書_削除", V4, dltyobo, Date("preventive_plan_created_on"),
        &[FileKind::Upyobo, FileKind::UpyoboSub];
}

/// Prefix of the family chart that goes with UPKIHON: a JPEG, not a table (ファイル仕様 家族構成 画像ファイル).
pub const IMAGE_PREFIX: &str = "UPKIHON_IMAGE";

impl FileKind {
    /// The kind whose prefix this is, in any case of letters.
    pub fn from_prefix(prefix: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.prefix().eq_ignore_ascii_case(prefix))
    }

    /// Whether the kind only withdraws data sent before.
    pub fn is_delete(self) -> bool {
        !self.withdraws().is_empty()
    }

    /// Whether the file name carries the service month after the prefix.
    pub fn has_month_in_name(self) -> bool {
        matches!(
            self,
            FileKind::Uphosoku
                | FileKind::Upplan
                | FileKind::Upjsk
                | FileKind::Dltplan
                | FileKind::Dltjsk
                | FileKind::Upsikyu
        )
    }

    /// Number of columns in an edition.
    pub fn width(self, edition: Edition) -> usize {
        columns_of(self.columns(), edition).count()
    }

    /// Position of an item in the table of the newest edition.
    ///
    /// Every key used in the program is checked by a test; an unknown key gives `usize::MAX`, which no row has.
    pub fn position(self, key: &str) -> usize {
        self.columns().iter().position(|column| column.key == key).unwrap_or(usize::MAX)
    }
}

impl fmt::Display for FileKind {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.pad(self.prefix())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const REFERENCE: &str = include_str!("../../../docs/standard/layout.csv");

    /// Every row of the reference table equals the column in the code: number, name, length, required, type, codes.
    #[test]
    fn code_and_reference_table_agree() {
        let mut reader = csv::Reader::from_reader(REFERENCE.as_bytes());
        let mut seen = 0;
        let mut widths = std::collections::BTreeMap::<(FileKind, Edition), usize>::new();
        for row in reader.records().map(Result::unwrap) {
            let edition = if &row[0] == "v3" { Edition::V3 } else { Edition::V4 };
            let kind = FileKind::from_prefix(&row[1]).unwrap();
            let no: usize = row[2].parse().unwrap();
            let column = columns_of(kind.columns(), edition).nth(no - 1).unwrap_or_else(|| panic!("{row:?}"));
            assert_eq!(column.name, &row[3]);
            assert_eq!(column.key, &row[4]);
            assert_eq!(
                column.max_len(edition).map(|n| n.to_string()).unwrap_or_default(),
                &row[5],
                "{row:?}"
            );
            assert_eq!(column.required, &row[6] == "y", "{row:?}");
            assert_eq!(column.ty.name(), &row[7], "{row:?}");
            if row[8].contains('=') && !row[8].starts_with("rule:") {
                assert_eq!(column.codes, &row[8]);
            }
            *widths.entry((kind, edition)).or_default() += 1;
            seen += 1;
        }
        assert!(seen > 600, "the reference table was read");
        for ((kind, edition), width) in widths {
            assert_eq!(kind.width(edition), width, "{kind} {edition:?} has no more columns than the table");
            assert!(kind.since() <= edition);
        }
    }

    #[test]
    fn kinds_agree_with_the_table_of_files() {
        let files = include_str!("../../../docs/standard/files.csv");
        let mut reader = csv::Reader::from_reader(files.as_bytes());
        for row in reader.records().map(Result::unwrap) {
            if &row[1] == IMAGE_PREFIX {
                continue;
            }
            let kind = FileKind::from_prefix(&row[1]).unwrap_or_else(|| panic!("{row:?}"));
            assert_eq!(kind.title(), &row[2]);
            assert_eq!(kind.has_month_in_name(), row[5].contains("_month:6}"), "{row:?}");
            assert!(
                row[6].contains(match kind.link_key() {
                    Month(key) | Date(key) => key,
                }),
                "{row:?}"
            );
        }
    }

    #[test]
    fn link_keys_are_columns_of_their_kind() {
        for kind in FileKind::ALL {
            let (Month(key) | Date(key)) = kind.link_key();
            assert!(kind.position(key) < kind.columns().len(), "{kind}");
        }
    }
}
