//! Files of ケアプランデータ連携標準仕様: names, layouts, reading and writing.

pub mod cell;
pub mod edition;
pub mod kinds;
pub mod layout;
pub mod name;
pub mod read;
pub mod records;
pub mod write;

pub use edition::Edition;
pub use kinds::FileKind;
