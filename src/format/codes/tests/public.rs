use super::*;

const HEADER: &str = "system,service_category,service_category_name,service_code,service_name,units,unit_type,\
                      calculation_type,valid_from,valid_until,notes,formula\n";

fn read(rows: &[&str]) -> MasterReading {
    let text = rows.iter().fold(HEADER.to_owned(), |text, row| text + row + "\n");
    read_master(format!("\u{FEFF}{text}").as_bytes()).unwrap()
}

fn row(code: &str, name: &str, units: &str, unit_type: &str, calculation: &str) -> String {
    let kind = &code[..2];
    format!("介護,{kind},種類,{code},{name},{units},{unit_type},{calculation},2024-06-01,,出典 / 1,")
}

fn one(
    code: &str,
    name: &str,
    units: &str,
    unit_type: &str,
    calculation: &str,
) -> (CodeEntry, MasterReading) {
    let reading = read(&[&row(code, name, units, unit_type, calculation)]);
    assert_eq!(reading.faults, []);
    (entry(&reading, code), reading)
}

fn notes(reading: &MasterReading) -> Vec<(MasterNote, usize)> {
    reading.notes.iter().map(|(note, rows)| (*note, *rows)).collect()
}

#[test]
fn a_plain_row_says_everything_but_the_limit() {
    let (entry, reading) = one("111111", "身体介護１", "244", "1回につき", "基本");
    let expected = CodeEntry {
        name: "身体介護１".to_owned(),
        units: Some(244),
        unit_type: Some(UnitType::Time),
        valid_from: Some(month("2024-06")),
        ..CodeEntry::default()
    };
    assert_eq!(entry, expected);
    assert_eq!((reading.sort, reading.master.is_whole()), (MasterSort::Public, false));
    assert_eq!(notes(&reading), [(MasterNote::NoLimitFlags, 1)]);
    assert_eq!((reading.from, reading.to), (Some(month("2024-06")), None));
}

#[test]
fn counting_units_in_words() {
    let types = [
        ("1日につき", Some(UnitType::Day)),
        ("１月につき", Some(UnitType::Month)),
        ("％", Some(UnitType::Percent)),
    ];
    for (words, expected) in types {
        assert_eq!(one("211111", "短期生活", "600", words, "基本").0.unit_type, expected, "{words}");
    }
    let (entry, reading) = one("211111", "短期生活", "600", "1食につき", "基本");
    assert_eq!((entry.unit_type, entry.units), (None, Some(600)));
    assert_eq!(reading.notes.get(&MasterNote::UnitTypeUnknown), Some(&1));
}

#[test]
fn a_formula_or_a_name_gives_the_percentage() {
    let formula = r#""{""type"":""monthly_aggregate"",""numerator"":245,""denominator"":1000,""label"":""×245/1000""}""#;
    let reading = read(&[&(row("116275", "訪問介護処遇改善加算Ⅰ", "0", "1月につき", "加算") + formula)]);
    let percent = entry(&reading, "116275");
    assert_eq!((percent.permille, percent.units, percent.is_reduction), (Some(245), None, false));
    assert_eq!(percent.unit_type, Some(UnitType::Percent));
    assert_eq!(notes(&reading), [(MasterNote::NoLimitFlags, 1)], "nothing is in doubt");
    let (entry, _) = one("156600", "通所介護感染症災害３％加算", "0", "1回につき", "加算");
    assert_eq!((entry.permille, entry.unit_type), (Some(30), Some(UnitType::Percent)));
}

#[test]
fn nothing_is_made_of_zero_units() {
    let (entry, reading) = one("118000", "特別地域訪問介護加算", "0", "1回につき", "加算");
    assert_eq!((entry.permille, entry.units, entry.unit_type), (None, None, Some(UnitType::Percent)));
    assert_eq!(reading.notes.get(&MasterNote::WithoutUnits), Some(&1));
    let (entry, _) = one("155611", "通所介護同一建物減算", "0", "1回につき", "減算");
    assert_eq!(
        (entry.units, entry.unit_type, entry.is_reduction),
        (None, None, true),
        "94 a day or a percentage"
    );
    let (entry, _) = one("111911", "身体介護９", "0", "1回につき", "基本");
    assert_eq!(
        (entry.units, entry.unit_type),
        (None, Some(UnitType::Time)),
        "the time is known, the units are not"
    );
}

#[test]
fn a_reduction_without_its_sign_has_unknown_units() {
    let (entry, reading) = one("216283", "短期生活長期利用者提供減算", "30", "1日につき", "減算");
    assert_eq!((entry.units, entry.is_reduction, entry.unit_type), (None, true, Some(UnitType::Day)));
    assert_eq!(reading.notes.get(&MasterNote::SignLost), Some(&1));
    let (entry, _) = one("216283", "短期生活長期利用者提供減算", "-30", "1日につき", "減算");
    assert_eq!((entry.units, entry.is_reduction), (Some(-30), true));
    let (entry, _) = one("11A359", "身５・虐防・生１・夜・Ⅰ", "1183", "1回につき", "減算");
    assert_eq!((entry.units, entry.is_reduction), (Some(1183), false), "a whole service");
}

#[test]
fn a_large_day_service_has_units_for_the_limit_only() {
    for (code, name) in [("153661", "通所介護Ⅱ３１"), ("163198", "通所リハⅢ１５３・人欠")]
    {
        let (entry, reading) = one(code, name, "570", "1回につき", "基本");
        assert_eq!((entry.units, entry.managed_units), (None, Some(570)), "{name}");
        assert_eq!(reading.notes.get(&MasterNote::ManagedUnitsOnly), Some(&1));
    }
    for (code, name) in
        [("152441", "通所介護Ⅰ５１"), ("163723", "通所リハⅠ２４３"), ("231111", "病院療短Ⅱ１")]
    {
        assert_eq!(one(code, name, "570", "1回につき", "基本").0.units, Some(570), "{name}");
    }
}

#[test]
fn codes_of_other_laws_are_refused() {
    let other = row("111111", "居宅介護", "255", "1回につき", "基本").replacen("介護", "障害", 1);
    let reading = read(&[&other, &row("111111", "身体介護１", "244", "1回につき", "基本")]);
    assert_eq!((reading.taken, reading.refused), (1, 1));
    assert_eq!(places(&reading), [(2, 1, "system", "障害", Expected::CareInsurance)]);
    assert_eq!(entry(&reading, "111111").units, Some(244));
}

#[test]
fn a_header_that_lacks_a_column_is_no_master() {
    let fault = read_master(b"service_code,service_name,units\n111111,x,1\n").unwrap_err();
    assert_eq!(fault, NotAMaster::MissingColumn("unit_type"));
}
