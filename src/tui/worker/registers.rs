//! The worker and registers: files with their rows, read and written.

use super::Worker;
use crate::app::ports::Source as _;
use crate::app::registers::Register;
use crate::format::registers::{Sheet, read_sheet};
use crate::i18n::Arg;
use crate::report::import::unreadable;
use crate::report::layout::display;
use crate::report::office_failure::store_failure;
use crate::store::{FolderSource, write_into};
use crate::tui::msg::{Msg, SheetRead};
use std::path::PathBuf;

/// Folder of exported registers, in `out`.
const FOLDER: &str = "registers";

impl Worker {
    /// Reads a file with rows of a register.
    pub(super) fn read_sheet(&self, generation: u32, register: &'static Register, path: PathBuf) -> Msg {
        let shown = path.display().to_string();
        let sheet = self.sheet(path);
        Msg::SheetRead(SheetRead { generation, register, path: shown, sheet })
    }

    fn sheet(&self, path: PathBuf) -> Result<Sheet, String> {
        let texts = &self.texts;
        let shown = display(&path.display().to_string());
        let source = FolderSource::open(&[path], self.orders.limits);
        if !source.missing().is_empty() {
            return Err(texts.format("error-path-missing", &[("path", Arg::from(shown))]));
        }
        let files = source.list().files.len();
        if files != 1 {
            return Err(texts.format("registers-not-one-file", &[("count", Arg::from(files))]));
        }
        let mut data = Vec::new();
        source.read(0, &mut data).map_err(|failure| unreadable(texts, &failure))?;
        Ok(read_sheet(&data))
    }

    /// Writes a register into the folder of the office, under a name with the time.
    pub(super) fn export_register(&self, name: &str, rows: usize, bytes: &[u8]) -> Msg {
        let texts = &self.texts;
        let Some(office) = &self.office else { return Msg::Told(texts.get("notice-no-workspace")) };
        let time = (self.orders.clock)().format("%Y%m%d-%H%M%S");
        let folder = office.workspace.out().join(FOLDER);
        Msg::Told(match write_into(&folder, &format!("{name}-{time}.csv"), bytes) {
            Ok(path) => {
                // The whole path would not fit on the line that tells it.
                let short = path.strip_prefix(office.workspace.dir()).unwrap_or(&path);
                let path = display(&short.display().to_string());
                texts.format("master-exported", &[("path", Arg::from(path)), ("rows", Arg::from(rows))])
            }
            Err(error) => store_failure(texts, &error),
        })
    }
}
