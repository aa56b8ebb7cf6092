//! The figures of 利用者補足情報 that have to agree with the 別表 beside it.

use super::fill::set;
use super::sheet::{Figures, StayDays};
use crate::benefit::allot::limit_kind;
use crate::domain::ids::ServiceKind;
use crate::format::exchange::cell::{Cell, Code, Int};
use crate::format::exchange::kinds::uphosoku::ClientProfileRecord;

/// Brings a record to the figures of the revised sheet; every other column stays.
pub(super) fn agree(record: &mut ClientProfileRecord, figures: &Figures) {
    for (kind, total, over) in frames(record) {
        let Some(kind) = kind.value().and_then(|kind| ServiceKind::parse(kind)).map(limit_kind) else {
            continue;
        };
        let of_kind = figures.kinds.iter().filter(|(of, _, _)| *of == kind);
        let sums = of_kind.fold((0, 0), |sums, line| (sums.0 + line.1, sums.1 + line.2));
        set(total, sums.0);
        set(over, sums.1);
    }
    let total = &mut record.kind_limit_total_over_limit_units;
    let over = total_over(total.value().copied(), figures);
    if over != 0 || total.value().is_some() {
        set(total, over);
    }
    if let Some(days) = figures.stay.and_then(StayDays::cumulative) {
        set(&mut record.short_stay_cumulative_days, days);
    }
}

/// 合計限度超単位数: of the limits of kinds, as on the form. Some senders put the units beyond 区分支給限度 there, which their
/// own figure shows.
fn total_over(received: Option<i64>, figures: &Figures) -> i64 {
    let is_category =
        figures.received_over.is_some_and(|(kind, category)| kind != category && received == Some(category));
    if is_category { figures.category_over } else { figures.kinds.iter().map(|line| line.2).sum() }
}

/// サービス種類コード, 合計単位数 and 限度超単位数 of a kind that has a limit of its own.
type Frame<'a> = (&'a Cell<Code>, &'a mut Cell<Int>, &'a mut Cell<Int>);

macro_rules! frame {
    ($record:ident, $kind:ident, $total:ident, $over:ident) => {
        (&$record.$kind, &mut $record.$total, &mut $record.$over)
    };
}

#[rustfmt::skip]
fn frames(r: &mut ClientProfileRecord) -> [Frame<'_>; 9] {
    [
        frame!(r, kind_limit_1_service_kind_code, kind_limit_1_total_units, kind_limit_1_over_limit_units),
        frame!(r, kind_limit_2_service_kind_code, kind_limit_2_total_units, kind_limit_2_over_limit_units),
        frame!(r, kind_limit_3_service_kind_code, kind_limit_3_total_units, kind_limit_3_over_limit_units),
        frame!(r, kind_limit_4_service_kind_code, kind_limit_4_total_units, kind_limit_4_over_limit_units),
        frame!(r, kind_limit_5_service_kind_code, kind_limit_5_total_units, kind_limit_5_over_limit_units),
        frame!(r, kind_limit_6_service_kind_code, kind_limit_6_total_units, kind_limit_6_over_limit_units),
        frame!(r, kind_limit_7_service_kind_code, kind_limit_7_total_units, kind_limit_7_over_limit_units),
        frame!(r, kind_limit_8_service_kind_code, kind_limit_8_total_units, kind_limit_8_over_limit_units),
        frame!(r, kind_limit_9_service_kind_code, kind_limit_9_total_units, kind_limit_9_over_limit_units),
    ]
}
