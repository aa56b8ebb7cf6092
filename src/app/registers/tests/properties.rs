//! Whatever is entered stays the same when its normal form is entered again.

use super::*;
use proptest::prelude::*;

fn any_text() -> impl Strategy<Value = String> {
    prop_oneof![
        Just(String::new()),
        "[0-9]{1,11}",
        "[0-9]{10}",
        "[0-9]{4}[-/][0-9]{1,2}",
        "R[0-9]{1,2}[.][0-9]{1,2}[.][0-9]{1,2}",
        "[0-9]{1,2}[.][0-9]{1,2}",
        Just("初回加算".to_owned()),
        ".{0,12}",
    ]
}

proptest! {
    #[test]
    fn the_normal_form_is_its_own(which in 0..REGISTERS.len(), texts in prop::collection::vec(any_text(), 12)) {
        let register = &REGISTERS[which];
        let given: Cells = register.all_columns().map(|column| column.name.to_owned()).zip(texts).collect();
        let mut cells = given.clone();
        for fault in register.entry(&given).err().into_iter().flatten() {
            // What is wrong is left out, so that more than the keys is tried.
            cells.remove(&fault.column);
        }
        if let Ok((subject, value)) = register.entry(&cells) {
            let mut decisions = Decisions::default();
            let draft = set(&decisions, register, &cells).unwrap();
            take(&mut decisions, draft);
            prop_assert_eq!(decisions.value(&subject), Some(value));
            let names = register.all_columns().map(|column| column.name.to_owned());
            let row: Cells = names.zip(register.rows(&decisions).remove(0)).collect();
            prop_assert_eq!(set(&decisions, register, &row), Err(RegisterRefusal::Nothing));
            prop_assert!(Registers::of(&decisions).unreadable().is_empty());
        }
    }
}
