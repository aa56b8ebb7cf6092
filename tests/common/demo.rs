//! The month of a busy office, as the scripted reviewer settles it and as deciding is measured with it.

use kyukan::app::demo::{DemoOptions, OfficeSort};
use kyukan::domain::month::ServiceMonth;
use kyukan::format::exchange::Edition;

/// Every kind of difference and fault, for so many clients.
pub(crate) fn busy_office(clients: u32) -> DemoOptions {
    DemoOptions {
        clients,
        providers: 40,
        managers: 12,
        seed: 4,
        edition: Edition::V4,
        month: ServiceMonth::FALLBACK,
        office: OfficeSort::CareManagement,
        differences_per_mille: 30,
        faults: true,
    }
}
