use super::*;
use crate::domain::codes::UnitType;
use crate::domain::month::ServiceMonth;
use crate::format::sjis;

mod municipal;
mod properties;
mod public;

const OWN: &str = "code,name,units,in_limit,unit_type,valid_from,valid_to\r\n";

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

fn code(text: &str) -> ServiceCode {
    ServiceCode::parse(text).unwrap()
}

fn entry(reading: &MasterReading, text: &str) -> CodeEntry {
    reading.master.entry(code(text), month("2026-10")).unwrap().clone()
}

/// Lines, columns and names of the faults.
fn places(reading: &MasterReading) -> Vec<(u64, usize, &str, &str, Expected)> {
    let faults = reading.faults.iter();
    faults.map(|fault| (fault.line, fault.column, fault.item, fault.found.as_str(), fault.expected)).collect()
}

#[test]
fn a_master_is_read_in_both_encodings() {
    let text = format!("{OWN}111111,身体介護1,244,1,time,2024-06-01,\r\n116275,処遇改善,,0,percent,,\r\n");
    let master = read_codes(text.as_bytes()).unwrap();
    assert_eq!((master.len(), master.is_whole()), (2, true));
    let entry = master.entry(code("111111"), month("2026-10")).unwrap();
    assert_eq!((entry.name.as_str(), entry.units, entry.in_limit), ("身体介護1", Some(244), Some(true)));
    assert!(master.entry(code("111111"), month("2024-05")).is_none());
    let percent = master.entry(code("116275"), month("2026-10")).unwrap();
    assert_eq!((percent.units, percent.unit_type), (None, Some(UnitType::Percent)));
    for bytes in [sjis::encode(&text).unwrap(), format!("\u{FEFF}{text}").into_bytes()] {
        let again = read_master(&bytes).unwrap();
        assert_eq!((again.sort, again.taken, again.refused), (MasterSort::Own, 2, 0));
        assert_eq!(again.master.entry(code("111111"), month("2026-10")), Some(entry));
    }
}

#[test]
fn the_first_fault_stops_a_master_that_is_wanted_whole() {
    let bad = |rows: &str| read_codes(format!("{OWN}{rows}").as_bytes()).unwrap_err();
    let invalid = |line, column, value: &str| CodesFault::Invalid { line, column, value: value.to_owned() };
    assert_eq!(bad("111111,x,1,1,time,,\r\n11,x,1,1,time,,\r\n"), invalid(3, "code", "11"));
    assert_eq!(bad("111111,x,1,yes,time,,\r\n"), invalid(2, "in_limit", "yes"));
    assert_eq!(bad("111111,x,1,1,hour,,\r\n"), invalid(2, "unit_type", "hour"));
    assert_eq!(bad("111111,x,1,1,time,,\r\n111111,x\r\n"), CodesFault::Unreadable(3));
    assert_eq!(read_codes(b"code,name\r\n").unwrap_err(), CodesFault::MissingColumn("units"));
    for nothing in ["", "\r\n", "a,b\r\n1,2\r\n", "UPPLAN,1"] {
        assert_eq!(read_codes(nothing.as_bytes()).unwrap_err(), CodesFault::MissingColumn("code"));
        assert_eq!(read_master(nothing.as_bytes()).unwrap_err(), NotAMaster::Unknown);
    }
}

#[test]
fn every_fault_is_told_and_the_good_rows_are_taken() {
    let rows = "111111,x,1,1,time,2026-06,2026-05\r\n\r\n,,,,,,\r\n11,x,many,2,hour,2024-13,\r\n111112,x,1,1,time,,\r\n111113,x,1,1,time\r\n";
    let reading = read_master(format!("{OWN}{rows}").as_bytes()).unwrap();
    assert_eq!((reading.taken, reading.refused, reading.rows()), (1, 3, 4));
    assert!(!reading.master.is_whole(), "a row that was refused may be any code");
    assert_eq!(
        places(&reading),
        [
            (2, 7, "valid_to", "2026-05", Expected::NotBeforeFirst),
            (5, 1, "code", "11", Expected::Code),
            (5, 3, "units", "many", Expected::Number),
            (5, 4, "in_limit", "2", Expected::Flag),
            (5, 5, "unit_type", "hour", Expected::UnitType),
            (5, 6, "valid_from", "2024-13", Expected::Month),
            (7, 6, "", "5", Expected::Columns(7)),
        ]
    );
    assert_eq!(reading.fault_count, 7);
}

#[test]
fn a_flood_of_faults_is_counted() {
    let reading = read_master(format!("{OWN}{}", "1,x,1,1,time,,\r\n".repeat(300)).as_bytes()).unwrap();
    assert_eq!((reading.refused, reading.fault_count, reading.faults.len()), (300, 300, MOST_FAULTS));
}

#[test]
fn a_quote_that_is_never_closed_costs_its_own_row() {
    let good = |item: u32| format!("11{item},\"身体 1\",1,1,time,,\r\n");
    let rows: String = (1000..1005).map(good).collect();
    let text = format!("{OWN}{rows}111111,\"身体,1,1,time,,\r\n{rows}111112,身体,1,1,\"time,,\r\n{rows}");
    let reading = read_master(text.as_bytes()).unwrap();
    assert_eq!((reading.taken, reading.refused), (15, 2));
    let lines: Vec<u64> = reading.faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [7, 13]);
    let header = OWN.replace("name", "\"name\r\n\"");
    let in_header = read_master(format!("{header}111111,身体,1,1,time,,\r\n").as_bytes()).unwrap();
    assert_eq!(in_header.taken, 1, "headers of spreadsheets have several lines");
}

#[test]
fn rows_of_one_code_and_the_same_months_are_told() {
    let rows = "111111,x,1,1,time,2024-06,\r\n111111,y,2,1,time,2025-04,\r\n111112,x,1,1,time,,2025-03\r\n";
    let reading = read_master(format!("{OWN}{rows}").as_bytes()).unwrap();
    assert_eq!(reading.notes.get(&MasterNote::Overlapping), Some(&1));
    assert_eq!(entry(&reading, "111111").name, "y", "the last row counts");
    assert_eq!((reading.from, reading.to), (None, None));
    let closed = format!("{OWN}111111,x,1,1,time,2024-06,2025-03\r\n111112,x,1,1,time,2024-04,2025-09\r\n");
    let reading = read_master(closed.as_bytes()).unwrap();
    assert_eq!((reading.from, reading.to), (Some(month("2024-04")), Some(month("2025-09"))));
}
