//! Other offices, equipment, percent additions, people on public assistance.

use super::*;
use crate::app::open::OpenOptions;
use crate::domain::codes::{CodeEntry, UnitType};

const SHOP: &str = "1379900036";

fn of_office(line: Line, office: &str) -> Line {
    line.set("service_office_number", office)
}

/// 1,548 × 270 ‰ = 417.96, so 418 units; 4,355.56 yen, of which 3,919 and 436.
fn with_addition() -> Vec<Line> {
    vec![
        money(limits(detail("111211", 387, 4), 0, 1_548), [16_130, 14_517, 1_613]),
        addition("116275", 418, [4_355, 3_919, 436]),
        limits(sum("999999", 1_548), 0, 1_548),
    ]
}

fn percent(line: Line) -> Line {
    row(line, "116275", "0")
}

/// 1,935 × 270 ‰ = 522.45, so 522 units; × 10.42 = 5,439.24 yen; × 0.9 = 4,895.1 yen.
#[test]
fn a_percent_addition_is_worked_out_anew() {
    let (mut planned, mut done) = (visits(4), made(5));
    planned.push(percent(plan(1)));
    done.push(percent(actual(1)));
    let (rows, warnings) = adopted(&with_sheet("16765", &with_addition(), &planned, &done));
    let expected = [
        "111211 387,100,387,5,1935,1935,0,1935,0,1935,10.42,20162,90,18145,,2017,0,,,,0",
        "116275 0,100,0,1,522,,,,,,10.42,5439,90,4895,,544,,,,,0",
        "999999 0,,,0,1935,1935,0,1935,0,1935,,25601,,23040,,2561,0,,,,0",
    ];
    assert_eq!((rows, short(&warnings)), (expected.map(str::to_owned).to_vec(), vec![]));
}

/// A sender who prints the units of an addition as its 単位数 too, and a subtotal of what lies outside.
#[test]
fn the_habits_of_the_sender_are_kept() {
    let mut received = with_addition();
    received[1] = received[1].clone().set("units", "418").set("discounted_units", "418");
    let outside = sum("11EEEE", 418).set("benefit_management_units", "");
    received.insert(2, money(outside, [4_355, 3_919, 436]));
    let (mut planned, mut done) = (visits(4), made(5));
    // Only a master tells that it is a percentage: the sheet looks like any other service.
    planned.push(row(plan(1), "116275", "418"));
    done.push(row(actual(1), "116275", "418"));
    let source = with_sheet("16765", &received, &planned, &done);
    let master = "116275,訪問介護処遇改善加算Ⅰイ,0,0,percent\n111211,身体介護２,387,1,time\n";
    let codes = codes(master);
    let month = source.open_with(OpenOptions { codes: Some(&codes), ..OpenOptions::default() }).unwrap();
    let plan = planned_with(&month, &source, &adopt(&month), (Some(&codes), &options())).unwrap();
    let rows = shown(&the_file(&plan, "UPSIKYU").bytes);
    assert_eq!(rows[1], "116275 522,100,522,1,522,,,,,,10.42,5439,90,4895,,544,,,,,0");
    assert_eq!(rows[2], "11EEEE 0,,,0,522,,,,,,10.42,5439,90,4895,,544,,,,,0");
    assert_eq!(rows.len(), 4);
}

fn codes(lines: &str) -> CodeMaster {
    let mut master = CodeMaster::default();
    for line in lines.lines() {
        let cells: Vec<&str> = line.split(',').collect();
        let entry = CodeEntry {
            name: cells[1].to_owned(),
            units: Some(cells[2].parse().unwrap()),
            in_limit: Some(cells[3] == "1"),
            unit_type: Some(if cells[4] == "percent" { UnitType::Percent } else { UnitType::Time }),
            ..CodeEntry::default()
        };
        master.add(ServiceCode::parse(cells[0]).unwrap(), entry);
    }
    master
}

/// Another client's sheet tells that the addition lies outside, its rate and its price.
#[test]
fn an_addition_that_is_new_for_the_client_is_placed_by_other_sheets() {
    let mut sheet = four_visits().to_vec();
    let (mut planned, mut done) = (visits(4), made(4));
    done.push(percent(actual(1)));
    sheet.extend(with_addition().into_iter().map(|line| of_client(line, OTHER)));
    planned.extend(visits(4).into_iter().map(|line| of_client(line, OTHER)));
    planned.push(of_client(percent(plan(1)), OTHER));
    done.extend(made(4).into_iter().map(|line| of_client(line, OTHER)));
    done.push(of_client(percent(actual(1)), OTHER));
    let (rows, warnings) = adopted(&with_sheet("16765", &sheet, &planned, &done));
    assert_eq!(rows[1], "116275 0,100,0,1,418,,,,,,10.42,4355,90,3919,,436,,,,,0");
    assert_eq!((rows.len(), short(&warnings)), (3, vec![]), "the other client did not change");
}

/// 250 + 300 units of one code: each piece keeps its line, the one that came too.
#[test]
fn two_pieces_of_equipment_have_a_line_each() {
    let item = |line: Line, tais: &str, name: &str| {
        of_office(line, SHOP).set("tais_code", tais).raw("equipment_name", &quoted(name))
    };
    let rail = |line: Line| item(line, "00001-000010", "手すりー");
    let bed = |line: Line| item(line, "00002-000020", "手すり");
    let received = [
        money(limits(rail(detail("171007", 250, 1)), 0, 250), [2_500, 2_250, 250])
            .set("unit_price_yen", "10.00"),
        limits(sum("999999", 250), 0, 250),
    ];
    let of =
        |line: Line, units: &str, number: &str| row(line, "171007", units).set("line_discriminator", number);
    let planned = [rail(of(plan(1), "250", "1"))];
    let done = [rail(of(actual(1), "250", "1")), bed(of(actual(1), "300", "2"))];
    let name = |name: String| name.replace(HELPER, SHOP).replace("_11_", "_17_");
    let source = Memory::default()
        .lines(&name(plan_name(1)), &planned)
        .lines(&name(sheet_name()), &received)
        .lines(&name(plan_name(1)).replace("UPPLAN", "UPHOSOKU"), &[profile("16765")])
        .lines(&name(actual_name(2)), &done);
    let plan = write(&source, adopt);
    let sheet = the_file(&plan, "UPSIKYU");
    // 550 × 10.00 = 5,500 yen; × 0.9 = 4,950.
    let expected = [
        "171007 250,100,250,1,250,250,0,250,0,250,10.00,,,,,,,,,,0",
        "171007 300,100,300,1,300,300,0,300,0,300,10.00,,,,,,,,,,0",
        "17AAAA 0,,,0,550,550,0,550,0,550,10.00,5500,90,4950,,550,0,,,,0",
        "999999 0,,,0,550,550,0,550,0,550,,5500,,4950,,550,0,,,,0",
    ];
    assert_eq!(shown(&sheet.bytes), expected);
    let items: Vec<String> = lines(sheet).iter().map(|line| cells(line)[9..12].join(",")).collect();
    assert_eq!(items, ["00001-000010,,\"手すりー\"", "00002-000020,,\"手すり\"", ",,\"\"", ",,\"\""]);
}

/// A second office: its price is on nobody's sheet, so its yen and the total's are left empty.
#[test]
fn a_new_office_gets_a_line_and_its_price_from_other_sheets() {
    let new =
        |line: Line| of_office(row(line, "131011", "300"), SHOP).raw("service_office_name", &quoted("訪看"));
    let from_shop = actual_name(3).replace(HELPER, SHOP).replace("_11_", "_13_");
    let source =
        with_sheet("16765", &four_visits(), &visits(4), &made(4)).lines(&from_shop, &[new(actual(7))]);
    let (rows, warnings) = adopted(&source);
    assert_eq!(rows[1], "131011 300,100,300,1,300,300,0,300,0,300,,,,,,,,,,,0");
    assert_eq!(rows[2], "999999 0,,,0,1848,1848,0,1848,0,1848,,,,,,,,,,,0");
    assert_eq!(short(&warnings), ["price"]);
    // 300 × 11.05 = 3,315 yen; × 0.9 = 2,983.5. Together 19,445, 17,500 and 1,945 yen.
    let priced = [money(of_client(new(detail("131011", 300, 1)), OTHER), [3_315, 2_983, 332])
        .set("unit_price_yen", "11.05")];
    let source = source
        .lines(&plan_name(1).replace(HELPER, SHOP).replace("_11_", "_13_"), &[of_client(new(plan(7)), OTHER)])
        .lines(&sheet_name().replace(HELPER, SHOP).replace("_11_", "_13_"), &priced);
    let plan = write(&source, |month| {
        let ours = month.differences().filter(|difference| difference.client.insured.as_str() != OTHER);
        events(ours.map(|difference| decided(difference, Verdict::Adopt)).collect())
    });
    let sheet = the_file(&plan, "UPSIKYU");
    assert_eq!(
        shown(&sheet.bytes)[1],
        "131011 300,100,300,1,300,300,0,300,0,300,11.05,3315,90,2983,,332,0,,,,0"
    );
    assert_eq!(shown(&sheet.bytes)[2], "999999 0,,,0,1848,1848,0,1848,0,1848,,19445,,17500,,1945,0,,,,0");
    assert!(lines(sheet)[1].contains(&format!(",\"訪看\",{SHOP},")), "{:?}", lines(sheet));
}

/// An H number without a rate on its sheet: 介護扶助 pays all, and the limit is managed all the same.
#[test]
fn public_assistance_only_is_paid_in_full() {
    let of = |line: Line| of_client(line, "H000100017");
    let no_rate = |line: Line| of(line).set("benefit_rate_percent", "");
    let source = with_profile(
        of(profile("1000")),
        &four_visits().map(no_rate),
        &visits(4).into_iter().map(of).collect::<Vec<_>>(),
        &made(3).into_iter().map(of).collect::<Vec<_>>(),
    );
    let (rows, warnings) = adopted(&source);
    assert_eq!(rows[0], "111211 387,100,387,3,1161,1161,0,1161,161,1000,10.42,10420,100,10420,,0,1677,,,,0");
    assert_eq!(short(&warnings), ["allotment"]);
}
