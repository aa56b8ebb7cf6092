//! The records as files: what was written reads back with the same totals.

use super::*;
use crate::domain::month::ServiceMonth;
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::fee::{read_fees, write_fees};
use crate::format::kokuhoren::invoice::Invoiced;
use crate::format::kokuhoren::read::read;
use crate::format::kokuhoren::write::{FileHead, WriteStyle};
use proptest::prelude::*;

/// Writes the records, reads them and compares what both say.
fn goes_round(office: &Office, fees: &Fees) {
    let head = FileHead {
        office: office.own().number,
        processing_month: ServiceMonth::next(office.month),
        medium: Medium::Internet,
    };
    let bytes = write_fees(&head, &fees.slips(), &WriteStyle::default()).unwrap();
    let file = read_fees(&read(&bytes));
    assert!(file.differences().is_empty() && file.broken.is_empty() && file.broken_invoice.is_empty());
    assert!(file.claims.iter().all(|read| read.notes.is_empty()), "{:?}", file.claims);
    assert_eq!(file.invoice, fees.invoice);
    let mut found: Vec<_> = file.claims.into_iter().map(|read| read.claim).collect();
    let mut written = fees.slips();
    found.sort_by_key(|claim| claim.client);
    written.sort_by_key(|claim| claim.client);
    assert_eq!(found, written);
    let sums = |of: fn(&InvoiceRow) -> u64| fees.invoice.iter().map(of).sum::<u64>();
    assert_eq!((sums(|row| row.units), sums(|row| row.cost)), (fees.units, fees.yen));
    assert_eq!(fees.invoice.iter().map(|row| row.count).sum::<u32>(), fees.count);
}

#[test]
fn people_with_h_numbers_have_a_row_of_their_own() {
    let mut office = one("2026-07", FeeType::One, CareLevel::Care1);
    with_terms(&mut office, 3, &["特定事業所集中減算"]);
    let assisted = insured("H000000004");
    let (payer, recipient) = (Some("12139901".to_owned()), Some("0000017".to_owned()));
    office.enter_client(assisted, ClientEntry { payer, recipient, ..entered() });
    office.add_client(assisted, CareLevel::Care3);
    let fees = office.fees();
    let rows: Vec<_> =
        fees.invoice.iter().map(|row| (row.invoiced.clone(), row.count, row.units, row.cost)).collect();
    let assisted = Invoiced::Public("12".to_owned());
    assert_eq!(rows, [(Invoiced::Insurance, 1, 905, 10_000), (assisted, 1, 1_236, 13_657)]);
    goes_round(&office, &fees);
}

const LEVELS: [CareLevel; 6] = [
    CareLevel::ProgramTarget,
    CareLevel::Support2,
    CareLevel::Care1,
    CareLevel::Care2,
    CareLevel::Care3,
    CareLevel::Care5,
];

const ADDITIONS: [&[(&str, u8)]; 5] = [
    &[],
    &[("初回加算", 1)],
    &[("緊急時等居宅カンファレンス加算", 2), ("通院時情報連携加算", 1)],
    &[("同一建物減算", 1)],
    &[("運営基準減算 2月目以降", 1)],
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Every client is claimed or left out once; the sums are those of the file; whoever is open has no record.
    #[test]
    fn every_client_has_one_fate_and_files_keep_the_sums(
        people in prop::collection::vec((0..LEVELS.len(), 0..ADDITIONS.len(), any::<bool>(), 0..4_u8), 1..70),
        grade in 1_u8..9,
        concentrated in any::<bool>(),
        is_second in any::<bool>(),
    ) {
        let fee_type = if is_second { FeeType::Two } else { FeeType::One };
        let mut office = Office::new("2026-07", fee_type);
        office.prevention = Some(FeeType::Two);
        let additions = concentrated.then(|| "特定事業所集中減算".to_owned()).into_iter().collect();
        office.enter_terms(Terms { additions, area_grade: AreaGrade::new(grade), ..terms(fee_type) });
        for (number, (level, additions, has_slip, state)) in (0..).zip(&people) {
            let key = office.add(number, LEVELS[*level]);
            office.enter_additions(key, ADDITIONS[*additions]);
            office.case(key).has_slip = *has_slip;
            match state {
                0 => office.case(key).level = None,
                1 => office.enter_client(key, ClientEntry { filed_on: None, ..entered() }),
                _ => {}
            }
        }
        let fees = office.fees();
        let mut seen: Vec<u32> = fees.entries.iter().map(|entry| entry.position).collect();
        seen.extend(fees.left_out.iter().map(|left| left.position));
        seen.sort_unstable();
        prop_assert_eq!(seen, (0..u32::try_from(people.len()).unwrap()).collect::<Vec<_>>());
        let with_record = fees.entries.iter().filter(|entry| entry.slip.is_some()).count();
        prop_assert_eq!(usize::try_from(fees.count).unwrap(), with_record);
        for entry in &fees.entries {
            prop_assert!(!(entry.is_open() && entry.slip.is_some()));
            let nothing = entry.notes.contains(&ClaimNote::NothingToClaim);
            prop_assert!(entry.is_open() || entry.slip.is_some() || nothing, "{:?}", entry);
            if let (Some(slip), Ok(claim)) = (&entry.slip, &entry.claim) {
                prop_assert_eq!(i64::try_from(slip.total_units()).unwrap(), claim.total);
                prop_assert_eq!(i64::try_from(slip.amount()).unwrap(), claim.yen);
            }
        }
        if fees.count > 0 {
            goes_round(&office, &fees);
        }
    }
}
