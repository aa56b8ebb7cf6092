//! 処理対象年月: in which window a slip is sent.

use crate::domain::month::ServiceMonth;
use chrono::{Datelike, NaiveDate};

/// Last day of a window (審査支払機関への請求期限).
const LAST_DAY: u32 = 10;

/// The window that is open on a day or comes next, for slips of a service month: never before the month that follows the
/// service month.
pub fn window_on(today: NaiveDate, month: ServiceMonth) -> ServiceMonth {
    let year = u16::try_from(today.year()).ok();
    let this = year.and_then(|year| ServiceMonth::new(year, u8::try_from(today.month()).ok()?));
    let open = this.map(|this| if today.day() <= LAST_DAY { this } else { this.next() });
    open.map_or(month.next(), |open| open.max(month.next()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_window_follows_the_month_and_closes_on_the_tenth() {
        let on = |today: &str, month: &str| {
            let today = NaiveDate::parse_from_str(today, "%Y-%m-%d").unwrap();
            window_on(today, ServiceMonth::parse(month).unwrap()).to_string()
        };
        assert_eq!(on("2026-10-25", "2026-10"), "2026-11", "before the month is over");
        assert_eq!(on("2026-11-10", "2026-10"), "2026-11");
        assert_eq!(on("2026-11-11", "2026-10"), "2026-12", "月遅れ");
        assert_eq!(on("2026-12-31", "2026-10"), "2027-01");
    }
}
