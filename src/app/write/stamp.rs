//! ファイル連番 of what is written: the clock, but always later than everything that is known.

use super::{Sent, WriteOptions, WriteWarning};
use crate::app::month::Month;
use crate::domain::month::Timestamp;
use chrono::{NaiveDateTime, TimeDelta};

const FORMAT: &str = "%Y%m%d%H%M%S";

pub(super) fn choose(
    month: &Month,
    sent: &Sent,
    options: &WriteOptions,
    warnings: &mut Vec<WriteWarning>,
) -> Timestamp {
    let received = month.files.iter().filter(|file| file.is_in_scope).filter_map(|file| file.name.as_ref());
    let known = received.chain(sent.files.iter().map(|file| &file.name)).map(|name| name.timestamp);
    let newest = known.max().unwrap_or_default().max(options.newest_known);
    let clock = of(options.at.naive_local());
    if clock > newest {
        return clock;
    }
    let used = next_second(newest);
    warnings.push(WriteWarning::ClockBehind { clock, used });
    used
}

fn of(time: NaiveDateTime) -> Timestamp {
    Timestamp(time.format(FORMAT).to_string().parse().unwrap_or_default())
}

/// One second later by the calendar; digits that are no time are counted on.
fn next_second(timestamp: Timestamp) -> Timestamp {
    let time = NaiveDateTime::parse_from_str(&timestamp.to_string(), FORMAT).ok();
    let next = time.and_then(|time| time.checked_add_signed(TimeDelta::seconds(1))).map(of);
    next.filter(|next| *next > timestamp).unwrap_or(Timestamp(timestamp.0 + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_second_follows_the_calendar() {
        for (from, to) in [
            (20_261_106_093_015, 20_261_106_093_016),
            (20_261_231_235_959, 20_270_101_000_000),
            (20_280_228_235_959, 20_280_229_000_000),
            (20_261_399_999_999, 20_261_400_000_000),
        ] {
            assert_eq!(next_second(Timestamp(from)), Timestamp(to));
        }
    }
}
