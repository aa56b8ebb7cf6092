use super::*;

const HEADER: &str = "\"保険者番号\",\"サービス種類コード\",\"サービス項目コード\",\"適用開始年月\",\"適用終了年月\",\"サービス名称\",\
                      \"単位数\",\"算定単位\",\"制限日数回数\",\"算定回数制限期間\",\"限度額管理対象区分\",\"単位数単価\",\
                      \"給付率\",\"利用者負担額\",\"事業対象者実施区分\",\"支援1受給者実施区分\",\"支援2受給者実施区分\",\
                      \"国保連委託区分\",\"作成日\"\r\n";

/// A row of 19 columns: from the insurer to 単位数 and 算定単位, then 支給限度額対象区分, price, rate and copay.
fn row(head: &str, tail: &str) -> String {
    format!("{head},1,01,{tail},2,2,2,1,20240327\r\n")
}

fn read(text: &str) -> MasterReading {
    read_master(&sjis::encode(text).unwrap()).unwrap()
}

fn own(reading: &MasterReading, text: &str) -> CodeEntry {
    let insurer = InsurerNumber::parse("131987").unwrap();
    reading.master.entry_for(insurer, code(text), month("2026-10")).unwrap().clone()
}

fn one(name: &str, units: &str, unit_type: &str) -> (CodeEntry, MasterReading) {
    let reading = read(&row(&format!("131987,A2,6269,202404,999999,{name},{units},{unit_type}"), "3,,,"));
    assert_eq!(reading.faults, []);
    (own(&reading, "A26269"), reading)
}

#[test]
fn a_file_with_a_header_and_quotes_is_read() {
    let quoted = "\"131987\",\"A2\",\"1111\",\"202404\",\"999999\",\"訪問型独自サービス１１　　\",\"1176\",\"03\",\"1\",\"01\",\
                  \"3\",\"\",\"\",\"\",\"2\",\"2\",2,\"1\",\"20240327\"\r\n";
    let reading = read(&format!("{HEADER}{quoted}"));
    assert_eq!((reading.sort, reading.taken, reading.refused), (MasterSort::Municipal, 1, 0));
    let expected = CodeEntry {
        name: "訪問型独自サービス１１".to_owned(),
        units: Some(1176),
        in_limit: Some(true),
        unit_type: Some(UnitType::Month),
        valid_from: Some(month("2024-04")),
        ..CodeEntry::default()
    };
    assert_eq!(own(&reading, "A21111"), expected);
    assert!(reading.notes.is_empty(), "{:?}", reading.notes);
    assert!(reading.master.entry(code("A21111"), month("2026-10")).is_none(), "the nation has no such code");
    assert_eq!(reading.insurers.iter().map(InsurerNumber::as_str).collect::<Vec<_>>(), ["131987"]);
}

#[test]
fn headers_have_other_words_and_places_elsewhere() {
    let header = "作成年月日,証記載保険者番号,ｻｰﾋﾞｽ種類ｺｰﾄﾞ,ｻｰﾋﾞｽ項目ｺｰﾄﾞ,サービス内容略称,単位数,算定単位,\
                  支給限度額対象区分,適用開始年月日,給付率\r\n";
    let reading = read(&format!("{header}20240327,131987,a8,1001,通所型サービス,388,01,3,20240401,85\r\n"));
    assert_eq!(reading.faults, []);
    let entry = own(&reading, "A81001");
    assert_eq!(
        (entry.units, entry.unit_type, entry.benefit_rate),
        (Some(388), Some(UnitType::Time), Some(85))
    );
    assert_eq!((entry.valid_from, entry.valid_to), (Some(month("2024-04")), None));
    let without = read_master("保険者番号,種類,名称\r\n".as_bytes()).unwrap_err();
    assert_eq!(without, NotAMaster::MissingColumn("サービス項目コード"));
}

#[test]
fn a_file_of_24_columns_without_header_and_zeros_is_read() {
    let line = |item: &str, from: &str, to: &str, units: &str| {
        format!(
            "131987,A2,{item},{from},{to},訪問型独自サービス,{units},3,1,1,3,0,0,0,2,2,2,1,1,1,1,1,1,20240327\r\n"
        )
    };
    let text = line("1111", "202104", "202403", "1172")
        + &line("1111", "202404", "999999", "1176")
        + &line("11", "202404", "999999", "5");
    let reading = read(&text);
    assert_eq!((reading.taken, reading.refused), (3, 0));
    let insurer = InsurerNumber::parse("131987").unwrap();
    let at = |text: &str| reading.master.entry_for(insurer, code("A21111"), month(text)).unwrap().units;
    assert_eq!((at("2024-03"), at("2024-04")), (Some(1172), Some(1176)));
    assert_eq!(own(&reading, "A20011").units, Some(5));
    let notes: Vec<_> = reading.notes.into_iter().collect();
    assert_eq!(notes, [(MasterNote::WithoutHeader, 24), (MasterNote::ZerosRestored, 1)]);
}

#[test]
fn an_insurer_without_its_leading_zero_needs_a_fitting_check_digit() {
    let reading = read(
        &(row("11007,A2,1111,202404,999999,x,1176,03", "3,,,")
            + &row("11008,A2,1111,202404,999999,x,1176,03", "3,,,")),
    );
    assert_eq!(reading.insurers.iter().map(InsurerNumber::as_str).collect::<Vec<_>>(), ["011007"]);
    assert_eq!(places(&reading), [(2, 1, "保険者番号", "11008", Expected::Insurer)]);
}

#[test]
fn rates_prices_and_fixed_charges() {
    let tails = [
        ("3,10.21,90,00414", (Some(true), Some(1021), Some(90), Some(414))),
        ("0,1042,100,0", (Some(false), Some(1042), Some(100), None)),
        (",10,0,", (Some(false), Some(1000), None, None)),
    ];
    // Without a row inside the limit the column would say nothing.
    let other = row("131987,A2,1111,202404,999999,訪問型サービス,1176,03", "3,,,");
    for (tail, expected) in tails {
        let reading = read(&(other.clone() + &row("131987,A4,1001,202404,999999,定額,401,01", tail)));
        let entry = own(&reading, "A41001");
        let found = (entry.in_limit, entry.price_hundredths, entry.benefit_rate, entry.fixed_copay);
        assert_eq!(found, expected, "{tail}");
        assert_eq!(reading.notes.len(), 1, "only that there is no header: {:?}", reading.notes);
    }
    let reading = read(&(other + &row("131987,A4,1001,202404,999999,定額,401,01", "1,予備,,")));
    let entry = own(&reading, "A41001");
    assert_eq!((entry.in_limit, entry.price_hundredths), (None, None));
    assert_eq!(reading.notes.get(&MasterNote::LimitUnclear), Some(&1));
    assert_eq!(reading.notes.get(&MasterNote::PriceUnclear), Some(&1));
}

#[test]
fn a_file_that_calls_nothing_inside_the_limit_says_nothing_of_it() {
    let reading = read(&row("131987,A2,1111,202404,999999,訪問型サービス,1176,03", "0,,,"));
    assert_eq!(own(&reading, "A21111").in_limit, None);
    assert_eq!(reading.notes.get(&MasterNote::NoLimitFlags), Some(&1));
}

#[test]
fn percentages_stand_in_the_column_of_the_units() {
    let (entry, reading) = one("訪問型独自サービス処遇改善加算Ⅰ", "245", "03");
    assert_eq!((entry.permille, entry.units), (Some(245), None));
    assert_eq!(entry.unit_type, Some(UnitType::Percent));
    assert_eq!(reading.notes.get(&MasterNote::PermilleInUnits), Some(&1));
    let (entry, reading) = one("訪問型独自サービス特別地域加算", "15", "03");
    assert_eq!((entry.permille, entry.units, entry.unit_type), (None, None, Some(UnitType::Percent)));
    assert_eq!(reading.notes.get(&MasterNote::PercentUnclear), Some(&1));
    let (entry, _) = one("訪問型独自サービス処遇改善加算Ⅰ", "0", "03");
    assert_eq!((entry.permille, entry.units), (None, None));
}

#[test]
fn a_reduction_needs_its_sign() {
    let (entry, _) = one("通所型独自サービス同一建物減算１", "-376", "03");
    assert_eq!((entry.units, entry.unit_type, entry.is_reduction), (Some(-376), Some(UnitType::Month), true));
    let (entry, reading) = one("訪問型独自サービス同一建物減算１", "10", "03");
    assert_eq!((entry.units, entry.unit_type, entry.is_reduction), (None, None, true));
    assert_eq!(reading.notes.get(&MasterNote::SignLost), Some(&1));
    let (entry, _) = one("訪問型独自サービスⅠ・同一", "1055", "03");
    assert_eq!((entry.units, entry.is_reduction), (Some(1055), false), "a whole service");
}

#[test]
fn counting_units_that_have_no_word_here_are_left_unknown() {
    let (entry, reading) = one("訪問型サービス", "300", "05");
    assert_eq!((entry.units, entry.unit_type), (Some(300), None));
    assert_eq!(reading.notes.get(&MasterNote::UnitTypeUnknown), Some(&1));
    let (entry, _) = one("訪問型サービス", "300", "2");
    assert_eq!(entry.unit_type, Some(UnitType::Day));
}

#[test]
fn every_fault_of_a_row_is_told() {
    let good = row("131987,A2,1111,202404,999999,x,1176,03", "3,,,");
    let bad = row("13198X,A22,11111,2024,202403,x,many,月,", "3,,900,-1").replacen("月,,1", "月,1", 1);
    let reading = read(&(good.clone() + &bad + &good.replace("999999", "202403")));
    assert_eq!((reading.taken, reading.refused), (1, 2));
    assert_eq!(
        places(&reading),
        [
            (2, 1, "保険者番号", "13198X", Expected::Insurer),
            (2, 2, "サービス種類コード", "A22", Expected::Kind),
            (2, 3, "サービス項目コード", "11111", Expected::Item),
            (2, 7, "単位数", "many", Expected::Number),
            (2, 8, "算定単位", "月", Expected::CountingUnit),
            (2, 13, "給付率", "900", Expected::Percentage),
            (2, 14, "利用者負担額", "-1", Expected::Yen),
            (2, 4, "適用開始年月", "2024", Expected::Month),
            (3, 5, "適用終了年月", "202403", Expected::NotBeforeFirst),
        ]
    );
}
