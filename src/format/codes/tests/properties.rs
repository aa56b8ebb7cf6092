use super::*;
use proptest::prelude::*;

const HEADS: [&str; 4] = [
    OWN,
    "system,service_code,service_name,units,unit_type,valid_from,formula\n",
    "保険者番号,サービス種類コード,サービス項目コード,適用開始年月,適用終了年月,サービス名称,単位数,算定単位,限度額管理対象区分,給付率\n",
    "131987,A2,1111,202404,999999,x,1176,03,1,01,3,,,,2,2,2,1,20240327\r\n",
];

const KNOWN: [&str; 24] = [
    "",
    "111111",
    "A2",
    "1111",
    "131987",
    "11007",
    "244",
    "-30",
    "△5",
    "1",
    "03",
    "time",
    "percent",
    "1回につき",
    "2024-06",
    "202404",
    "999999",
    "介護",
    "処遇改善加算",
    "同一建物減算",
    "３％加算",
    "\"",
    "\"\"",
    "0",
];

fn cell() -> impl Strategy<Value = String> {
    prop_oneof![6 => prop::sample::select(&KNOWN[..]).prop_map(str::to_owned), 1 => "[ -~\u{3042}０-９\"]{0,8}"]
}

fn file() -> impl Strategy<Value = String> {
    let row = prop::collection::vec(cell(), 1..26).prop_map(|cells| cells.join(","));
    let rows = prop::collection::vec(row, 0..12);
    (prop::sample::select(&HEADS[..]), rows, prop::bool::ANY)
        .prop_map(|(head, rows, is_crlf)| head.to_owned() + &rows.join(if is_crlf { "\r\n" } else { "\n" }))
}

fn check(data: &[u8]) {
    let Ok(reading) = read_master(data) else { return };
    assert_eq!(reading.rows(), reading.taken + reading.refused);
    assert_eq!(reading.taken, reading.master.entries().count());
    assert!(reading.fault_count >= reading.refused && (reading.refused == 0) == reading.faults.is_empty());
    let lines = data.iter().filter(|byte| matches!(byte, b'\r' | b'\n')).count() + 1;
    assert!(reading.faults.iter().all(|fault| (1..=lines as u64).contains(&fault.line)));
    assert!(reading.faults.is_sorted_by_key(|fault| fault.line), "in the order of the file");
    let whole = read_codes(data);
    assert_eq!(whole.is_ok(), reading.refused == 0);
}

proptest! {
    #[test]
    fn nothing_that_looks_like_a_master_panics(text in file()) {
        check(text.as_bytes());
        if let Ok(bytes) = sjis::encode(&text) {
            check(&bytes);
        }
    }

    #[test]
    fn no_bytes_panic(data in prop::collection::vec(any::<u8>(), 0..400)) {
        check(&data);
        check(&[OWN.as_bytes(), &data].concat());
    }

    /// Without quotes every line in which anything stands is a row.
    #[test]
    fn every_line_is_taken_or_refused(text in file()) {
        let text = text.replace(['"', '\u{3000}'], "");
        let Ok(reading) = read_master(text.as_bytes()) else { return Ok(()) };
        let stands = |line: &&str| line.chars().any(|c| !matches!(c, ',' | ' ' | '\r'));
        let headers = usize::from(!reading.notes.contains_key(&MasterNote::WithoutHeader));
        prop_assert_eq!(reading.rows() + headers, text.lines().filter(stands).count());
    }
}
