//! Rows of a notice that came before in another file: a list that was cut off comes again in whole, or twice under two
//! names. What they say counts once.

use super::RowFate;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::notices::{Notice, NoticeKind};
use crate::format::kokuhoren::read::KokuhorenFile;
use rustc_hash::FxHashMap;

/// Which notice, for whom and of which review month, with the cells of a row but for its number.
type RowKey = (NoticeKind, bool, Option<OfficeNumber>, Option<ServiceMonth>, Vec<String>);

/// How often each row stands in the file that has it most often: a notice may say the same twice.
#[derive(Clone, Debug, Default)]
pub(super) struct KnownRows(FxHashMap<RowKey, usize>);

impl KnownRows {
    /// Marks the rows of one more file that came before; headers that say nothing by themselves are left.
    pub(super) fn mark(&mut self, fates: &mut [RowFate], notices: &[Notice], read: &KokuhorenFile) {
        let mut own = FxHashMap::<RowKey, usize>::default();
        for notice in notices {
            let says = |part: &str| part != "H1" || notice.kind == NoticeKind::Payment;
            for (row, record) in notice.records(read).filter(|(_, row)| says(row.record.kind().part())) {
                let key =
                    (notice.kind, notice.is_support, notice.office, notice.month, record.record.texts());
                let before = self.0.get(&key).copied().unwrap_or(0);
                let count = own.entry(key).or_default();
                *count += 1;
                if let Some(fate) = fates.get_mut(row).filter(|_| *count <= before) {
                    *fate = RowFate::Repeated;
                }
            }
        }
        for (key, count) in own {
            let most = self.0.entry(key).or_default();
            *most = count.max(*most);
        }
    }
}
