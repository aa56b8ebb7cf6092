//! Every check. A new one is a file in this folder and a line in the list below.

use super::Check;

macro_rules! checks {
    ($($name:ident)*) => {
        $(mod $name;)*

        /// Every check, those of one subject together.
        pub const CHECKS: &[Check] = &[$($name::CHECK),*];
    };
}

checks! {
    slip_missing
    office_not_on_slip
    actual_over_slip
    addition_not_planned
    claim_returned_for_units
    rounding_difference
    equipment_difference
    over_limit
    kind_over_limit
    limit_differs
    shares_undecided
    share_to_tell
    application_pending
    level_unexplained
    level_changed
    group_changed
    request_not_filed
    contract_ended
    contract_begun
    multifunctional_at_end
    limit_period_outside
    day_without_level
    day_outside_certificate
    person_differs
    required_missing
    manager_number_missing
    slip_not_computable
    insurer_check_digit
    office_check_digit
    number_mismatch
    office_new
    class_differs
    other_number
    new_after_decided
    correction_without_decided
    sent_twice
    cancel_takes_all
    correction_omits_office
    correction_due
    decided_by_assumption
    hold_runs_out
    time_limit
    not_arrived
    left_for_later
    unread_rows
    kind_against_level
    nothing_done
    stay_over_30
    stay_over_half
    sheet_differs
    managed_units_cut
    fee_without_slip
    fee_sent_before
    fee_certificate
    public_payer
    fee_record
}
