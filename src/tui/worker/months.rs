//! The worker counts other months of the workspace beside the open one, each by itself: decisions are written in
//! between, and nothing of a month is kept but its counts.

use super::{Reporter, Worker};
use crate::app::open::OpenOptions;
use crate::app::workload::MonthCount;
use crate::domain::ids::OfficeNumber;
use crate::domain::month::ServiceMonth;
use crate::report::office_failure::office_failure;
use crate::report::tally_words::not_known_sentence;
use crate::store::open_beside;
use crate::tui::msg::Msg;
use crossbeam_channel::Sender;
use std::sync::atomic::AtomicUsize;

impl Worker {
    /// Counts a month and forgets it again.
    pub(super) fn count_month(
        &mut self,
        told: &Sender<Msg>,
        generation: u32,
        month: ServiceMonth,
        office: OfficeNumber,
    ) -> Msg {
        let counted = self.counted(told, generation, month, office).map(Box::new);
        Msg::MonthCounted { generation, month, counted }
    }

    fn counted(
        &mut self,
        told: &Sender<Msg>,
        generation: u32,
        month: ServiceMonth,
        number: OfficeNumber,
    ) -> Result<MonthCount, Vec<String>> {
        let (orders, texts) = (&self.orders, &self.texts);
        let Some(office) = &mut self.office else { return Err(vec![texts.get("load-no-workspace")]) };
        let codes = orders.codes.as_ref();
        let options = OpenOptions { month: Some(month), office: orders.office, codes };
        let progress =
            Reporter { generation, wanted: &orders.wanted, answers: told, told: AtomicUsize::new(0) };
        let settings = &office.settings;
        let opened = open_beside(
            &mut office.workspace,
            options,
            orders.limits,
            &progress,
            settings.rules(),
            |month| settings.name_own(month),
        );
        let review = opened.map_err(|failure| office_failure(texts, &failure, &orders.paths, &options))?;
        let today = (orders.clock)().date_naive();
        MonthCount::of(&review, number, today).map_err(|gap| vec![not_known_sentence(texts, &gap)])
    }
}
