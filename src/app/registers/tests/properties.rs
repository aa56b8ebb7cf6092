//! Whatever is entered stays the same when its normal form is entered again.

use super::*;
use crate::app::registers::any::any_row;
use proptest::prelude::*;

proptest! {
    #[test]
    fn the_normal_form_is_its_own(
        (register, cells) in
            prop::sample::select(REGISTERS).prop_flat_map(|register| (Just(register), any_row(named(register.name)))),
    ) {
        let is_backwards = |fault: &CellFault| fault.expected == "cell-not-before";
        let (subject, value) = match register.entry(&cells) {
            Ok(entry) => entry,
            Err(faults) => {
                prop_assert!(faults.iter().all(is_backwards), "{:?}", faults);
                return Ok(());
            }
        };
        let mut decisions = Decisions::default();
        let draft = set(&decisions, &register, &cells).unwrap();
        take(&mut decisions, draft);
        prop_assert_eq!(decisions.value(&subject), Some(value));
        let names = register.all_columns().map(|column| column.name.to_owned());
        let row: Cells = names.zip(register.rows(&decisions).remove(0)).collect();
        prop_assert_eq!(set(&decisions, &register, &row), Err(RegisterRefusal::Nothing));
        prop_assert!(Registers::of(&decisions).unreadable().is_empty());
    }
}
