//! The ambiguities of the standard that concern reading, by their numbers in docs/standard.

use super::fixture::{
    Line, codes, file, kept, keyed_rows, name, only, place, quoted, read, read_lines, rows, service,
    sheet_rows, v4,
};
use super::keyed::Link;
use super::{Content, FileInput, read_file};
use crate::domain::ids::{OfficeNumber, ServiceKind};
use crate::domain::problem::{ProblemAction, ProblemCode};
use crate::domain::row::{FileIndex, SheetRowKind};
use crate::domain::time::VisitTime;
use crate::format::exchange::edition::Edition;
use crate::format::exchange::kinds::FileKind;
use crate::format::sjis::encode;

const EDITIONS: [Edition; 2] = [Edition::V3, Edition::V4];

#[test]
fn conforming_files_of_every_kind_are_read_without_a_word() {
    for kind in FileKind::ALL {
        for edition in EDITIONS.into_iter().filter(|edition| kind.since() <= *edition) {
            let reading = read_lines(&[Line::new(*kind, edition), Line::new(*kind, edition)]);
            assert_eq!((reading.problems, reading.rows, reading.edition), (vec![], 2, edition), "{kind}");
        }
    }
}

#[test]
fn point_01_any_version_is_read_and_an_unknown_one_told_once() {
    for version in ["202410", "202404", "201910", "202201"] {
        let reading = read_lines(&[
            service(Edition::V4).set("csv_version", version),
            service(Edition::V4).set("csv_version", version),
        ]);
        assert_eq!((kept(&reading), only(&reading).code), (2, ProblemCode::VersionUnknown));
        assert_eq!(place(only(&reading)), (Some(1), Some(1)));
    }
}

#[test]
fn point_02_items_6_to_8_may_be_empty() {
    let empty =
        service(Edition::V4).raw("plan_office_number", b"").raw("plan_manager_name", b"").raw("units", b"");
    let reading = read_lines(&[empty]);
    assert_eq!(rows(&reading)[0].units, 0);
    assert_eq!((only(&reading).code, place(only(&reading))), (ProblemCode::Empty, (Some(1), Some(8))));
    let quoted_empty =
        read_lines(&[service(Edition::V4).raw("plan_office_number", b"").raw("plan_manager_name", b"\"\"")]);
    assert_eq!((kept(&quoted_empty), quoted_empty.problems), (1, vec![]));
}

#[test]
fn point_03_items_5_to_8_of_the_profile_may_be_empty() {
    let keys = ["user_name_kana", "user_name", "user_sex_code", "user_birth_date"];
    let empty = keys.iter().fold(v4(FileKind::Uphosoku), |line, key| line.raw(key, b""));
    let reading = read_lines(&[empty]);
    assert_eq!((kept(&reading), reading.quarantined), (1, 0));
    assert!(
        reading.problems.iter().all(|p| (p.code, p.action) == (ProblemCode::Empty, ProblemAction::Warned))
    );
    assert_eq!(reading.problems.iter().map(|p| place(p).1.unwrap()).collect::<Vec<_>>(), [5, 6, 7, 8]);
}

#[test]
fn point_04_only_the_keys_of_the_new_tables_are_demanded() {
    for kind in [FileKind::Upyobo, FileKind::Upkihon] {
        let mut line = v4(kind);
        line.cells.iter_mut().skip(4).for_each(Vec::clear);
        let reading = read_lines(&[line]);
        assert_eq!((kept(&reading), reading.quarantined), (1, 0), "{kind}");
        assert!(reading.problems.iter().all(|p| p.code == ProblemCode::Empty));
        let entrusted = read_lines(&[v4(kind).raw("entrustment_code", b"")]);
        assert_eq!(entrusted.problems, [], "委託の有無 is not demanded at all");
    }
}

#[test]
fn point_05_a_line_discriminator_of_four_characters_is_read_on_17_and_67() {
    for code in ["171003", "671003"] {
        let line = service(Edition::V4).set("service_code", code).set("tais_code", "00001-000010");
        let reading = read_lines(&[line.set("line_discriminator", "0012")]);
        assert_eq!(reading.problems, []);
        let Content::Service(service) = &reading.content else { panic!() };
        assert_eq!(service.details[0].discriminator, "0012");
    }
}

#[test]
fn point_06_long_day_counts_and_amounts_of_the_sheet_are_read() {
    for edition in EDITIONS {
        let line = Line::new(FileKind::Upsikyu, edition);
        let line = line
            .set("short_stay_days_until_previous_month", "12345")
            .set("service_units_or_amount", "1234567");
        let reading = read_lines(&[line.set("total_cost_covered_yen", "12345678")]);
        assert_eq!((sheet_rows(&reading)[0].amount.get(), reading.problems), (Some(1_234_567), vec![]));
    }
}

#[test]
fn point_07_equipment_and_author_items_of_the_sheet_are_read_filled_and_empty() {
    let line = v4(FileKind::Upsikyu).set("service_code", "171003");
    let filled = line.clone().set("tais_code", "00001-000010").set("entered_by_code", "1379900010");
    let reading = read_lines(&[line, filled]);
    assert_eq!((kept(&reading), reading.problems), (2, vec![]));
}

#[test]
fn point_08_subtotals_and_totals_may_lack_every_number() {
    let empty = |code: &str, office: &str| {
        let line = v4(FileKind::Upsikyu).set("service_code", code).set("service_office_number", office);
        line.raw("units", b"").raw("service_count_or_days", b"").raw("over_30_days_flag", b"")
    };
    let reading = read_lines(&[
        empty("11AAAA", "1379900028"),
        empty("999999", "9999999999"),
        empty("ALL999", "9999999999"),
    ]);
    let kinds: Vec<_> = sheet_rows(&reading).iter().map(|row| (row.kind, row.units, row.count)).collect();
    assert_eq!(kinds[0], (SheetRowKind::SubtotalInLimit, 0, 0));
    assert_eq!(kinds[1..], [(SheetRowKind::Total, 0, 0); 2]);
    assert_eq!(reading.problems, []);
}

/// The same two rows in every form that is met give the same rows, with at most one warning.
#[test]
fn point_09_bytes_around_the_rows_do_not_change_the_rows() {
    let plain = file(&[service(Edition::V4), service(Edition::V4).set("service_date", "20261006")]);
    let text = crate::format::sjis::Encoding::Ms932.decode(&plain).into_owned();
    let quote = |line: &str| format!("\"{}\"\r\n", line.replace('"', "").replace(',', "\",\""));
    let all_quoted = text.lines().map(quote).collect::<Vec<_>>().concat();
    let header = [encode("\"CSVバージョン\",保険者番号\r\n").unwrap(), plain.clone()].concat();
    let forms: [(&str, Vec<u8>, &[ProblemCode]); 11] = [
        ("as it should be", plain.clone(), &[]),
        ("LF", encode(&text.replace("\r\n", "\n")).unwrap(), &[ProblemCode::LineEnds]),
        ("CR", encode(&text.replace("\r\n", "\r")).unwrap(), &[ProblemCode::LineEnds]),
        ("no line end at the end", plain[..plain.len() - 2].to_vec(), &[]),
        ("empty lines", encode(&format!("\r\n{}\r\n", text.replace("\r\n", "\r\n\r\n"))).unwrap(), &[]),
        ("every column quoted", encode(&all_quoted).unwrap(), &[]),
        ("header", header, &[ProblemCode::HeaderRow]),
        ("0x1A", [&plain[..], b"\x1A"].concat(), &[ProblemCode::EndMark]),
        ("0x1A on a line of its own", [&plain[..], b"\x1A\r\n"].concat(), &[ProblemCode::EndMark]),
        ("UTF-8", text.clone().into_bytes(), &[ProblemCode::Utf8]),
        ("UTF-8 with a mark", format!("\u{FEFF}{text}").into_bytes(), &[ProblemCode::Utf8]),
    ];
    for (form, data, expected) in forms {
        let reading = read(FileKind::Upjsk, Edition::V4, &data);
        assert_eq!(
            (codes(&reading).as_slice(), reading.rows, reading.quarantined),
            (expected, 2, 0),
            "{form}"
        );
        let days: Vec<_> = rows(&reading).iter().map(|row| (row.day, row.units, row.over_30_days)).collect();
        assert_eq!(days, [(5, 250, false), (6, 250, false)], "{form}");
    }
}

#[test]
fn point_10_one_empty_column_more_or_less_is_read_and_other_counts_refused() {
    for (edition, kind) in
        [(Edition::V3, FileKind::Upjsk), (Edition::V4, FileKind::Upjsk), (Edition::V4, FileKind::Upsikyu)]
    {
        let cells = Line::new(kind, edition).row();
        let width = cells.len();
        let joined =
            |cells: &[Vec<u8>]| read(kind, edition, &[cells.join(&b","[..]), b"\r\n".to_vec()].concat());
        for padded in [cells[..width - 1].to_vec(), [cells.clone(), vec![vec![]]].concat()] {
            let reading = joined(&padded);
            assert_eq!((kept(&reading), reading.edition), (1, edition));
            assert_eq!(
                (only(&reading).code, only(&reading).found.as_str()),
                (ProblemCode::ColumnsPadded, padded.len().to_string().as_str())
            );
        }
        let filled = joined(&[cells.clone(), vec![b"x".to_vec()]].concat());
        assert_eq!((filled.quarantined, only(&filled).code), (1, ProblemCode::ColumnCount));
        for count in [49, 19, 18] {
            let mut other = cells.clone();
            other.resize(count, Vec::new());
            let reading = joined(&other);
            assert_eq!((kept(&reading), only(&reading).found.as_str()), (0, count.to_string().as_str()));
        }
    }
}

#[test]
fn point_13_the_kind_is_taken_from_each_service_code() {
    let reading = read_lines(&[service(Edition::V4), service(Edition::V4).set("service_code", "151111")]);
    let Content::Service(service) = &reading.content else { panic!() };
    let kinds: Vec<_> = service.blocks.iter().map(|block| block.kind.as_str().to_owned()).collect();
    assert_eq!((kinds, reading.problems), (vec!["11".to_owned(), "15".to_owned()], vec![]));
}

#[test]
fn point_14_actuals_are_told_apart_by_office_and_kind() {
    let other = service(Edition::V4).set("service_office_number", "1379900036");
    let reading =
        read_lines(&[service(Edition::V4), other, service(Edition::V4).set("service_code", "121111")]);
    let Content::Service(service) = &reading.content else { panic!() };
    assert_eq!(service.blocks.len(), 3);
    let deleted = read_lines(&[v4(FileKind::Dltjsk)]);
    let target = (OfficeNumber::parse("1379900028").unwrap(), ServiceKind::parse("11").unwrap());
    assert_eq!(keyed_rows(&deleted)[0].target, Some(target));
}

#[test]
fn point_15_a_withdrawn_plan_takes_the_second_and_third_table_but_no_profile() {
    assert_eq!(FileKind::Dlt1kyo.withdraws(), [FileKind::Up1kyo, FileKind::Up2kyo, FileKind::Up3kyo]);
    assert!(FileKind::ALL.iter().all(|kind| !kind.withdraws().contains(&FileKind::Uphosoku)));
}

#[test]
fn point_16_plans_for_a_support_centre_are_read_like_all_others() {
    let mut to_centre = name(FileKind::Upplan, Edition::V4);
    to_centre.receiver_kind = ServiceKind::parse("46");
    let data = file(&[v4(FileKind::Upplan)]);
    let reading =
        read_file(FileInput { index: FileIndex(0), name: &to_centre, has_name: true, data: &data }, None);
    assert_eq!((kept(&reading), reading.problems), (1, vec![]));
}

#[test]
fn point_17_forwarded_rows_name_other_offices_than_the_sender() {
    let line = service(Edition::V4)
        .set("service_office_number", "1379900036")
        .set("updated_by_office_number", "1379900044");
    let reading = read_lines(&[line]);
    assert_eq!(rows(&reading)[0].provider.as_str(), "1379900036");
    assert_eq!(reading.problems, []);
}

#[test]
fn point_18_times_past_midnight_blank_or_with_a_colon() {
    let at = |start: &str, end: &str| {
        read_lines(&[service(Edition::V4).set("start_time", start).set("end_time", end)])
    };
    for (start, end, expected) in [
        ("2330", "2400", (2330, 2400)),
        ("2330", "0030", (2330, 30)),
        ("0000", "2400", (0, 2400)),
        ("9999", "9999", (9999, 9999)),
    ] {
        let reading = at(start, end);
        assert_eq!((rows(&reading)[0].start.hhmm(), rows(&reading)[0].end.hhmm()), expected);
        assert_eq!(reading.problems, []);
    }
    for (start, expected) in [("9:05", 905), ("09:05", 905), ("905", 905), (" 905", 905), ("０９０５", 905)]
    {
        let reading = at(start, "1000");
        assert_eq!(rows(&reading)[0].start.hhmm(), expected, "{start}");
        assert_eq!(
            (only(&reading).code, place(only(&reading))),
            (ProblemCode::Normalised, (Some(1), Some(12)))
        );
    }
    let blank = at("", "9999");
    assert_eq!((rows(&blank)[0].start, only(&blank).code), (VisitTime::NONE, ProblemCode::TimeEmpty));
}

#[test]
fn point_19_pro_rata_days_of_28_to_31_characters() {
    let detail = |mask: &str| {
        let reading = read_lines(&[service(Edition::V4).set("prorated_days_mask", mask)]);
        assert_eq!(reading.problems, [], "{mask:?}");
        let Content::Service(service) = reading.content else { panic!() };
        service.details.first().and_then(|detail| detail.prorated_days)
    };
    for tail in 23..=26 {
        assert_eq!(detail(&format!("11111{}", "0".repeat(tail))), Some(0b11111));
        assert_eq!(detail(&format!("11111{}", " ".repeat(tail))), Some(0b11111));
    }
    assert_eq!(detail(""), None);
    assert_eq!(detail(&" ".repeat(31)), None);
    for bad in ["1".repeat(27), "1".repeat(32), format!("2{}", "0".repeat(30))] {
        let reading = read_lines(&[service(Edition::V4).set("prorated_days_mask", &bad)]);
        assert_eq!(
            (reading.quarantined, only(&reading).code, place(only(&reading))),
            (1, ProblemCode::Invalid, (Some(1), Some(11)))
        );
    }
}

#[test]
fn point_20_equal_rows_are_all_kept_and_so_is_a_count_of_two() {
    let reading = read_lines(&[
        service(Edition::V4),
        service(Edition::V4),
        service(Edition::V4).set("service_count", "2"),
    ]);
    assert_eq!(rows(&reading).iter().map(|row| row.count).collect::<Vec<_>>(), [1, 1, 2]);
    assert_eq!(reading.problems, []);
}

#[test]
fn point_21_reductions_may_be_negative() {
    let units = |text: &str| {
        let reading = read_lines(&[service(Edition::V4).set("units", text)]);
        (rows(&reading)[0].units, codes(&reading))
    };
    assert_eq!(units("-47"), (-47, vec![]));
    for text in ["－47", "−47", "－４７"] {
        assert_eq!(units(text), (-47, vec![ProblemCode::Normalised]), "{text}");
    }
}

#[test]
fn point_22_every_tais_form_is_read_and_both_or_neither_warned() {
    let with = |tais: &str, notification: &str| {
        let line = service(Edition::V4).set("service_code", "171003").set("tais_code", tais);
        read_lines(&[line.set("equipment_notification_code", notification)])
    };
    for tais in ["00001-000010", "00001－000010", "00001―000010", "00001000010"] {
        assert_eq!(with(tais, "").problems, [], "{tais}");
        assert_eq!(with("", tais).problems, []);
    }
    for reading in [with("00001-000010", "00001-000020"), with("", "")] {
        assert_eq!((kept(&reading), only(&reading).code), (1, ProblemCode::EquipmentCode));
    }
    let old = read_lines(&[service(Edition::V3).set("service_code", "171003")]);
    assert_eq!(old.problems, [], "edition 3 has no such columns");
}

#[test]
fn point_23_numbers_with_zeros_commas_full_width_digits_and_short_widths() {
    let reading = read_lines(&[service(Edition::V4).set("units", "000250")]);
    assert_eq!((rows(&reading)[0].units, reading.problems), (250, vec![]));
    let changed = [
        ("units", "\"1,250\""),
        ("units", "１２５０"),
        ("insured_number", "001000101"),
        ("insured_number", "h000100017"),
        ("insurer_number", "１３１９８７"),
    ];
    for (key, text) in changed {
        let reading = read_lines(&[service(Edition::V4).set(key, text)]);
        assert_eq!((kept(&reading), only(&reading).code), (1, ProblemCode::Normalised), "{key} {text}");
    }
    let nine = read_lines(&[service(Edition::V4).set("insured_number", "001000101"), service(Edition::V4)]);
    let Content::Service(service) = &nine.content else { panic!() };
    assert_eq!(service.blocks.len(), 1, "nine digits and ten name the same client");
}

#[test]
fn point_24_dates_of_six_digits_and_free_times_and_image_names() {
    for kind in [FileKind::Upkihon, FileKind::UpkihonSub1, FileKind::UpkihonSub2] {
        let reading = read_lines(&[v4(kind).set("consultation_date", "202610")]);
        assert_eq!((keyed_rows(&reading)[0].link, reading.problems), (Link::Date(202_610), vec![]), "{kind}");
    }
    let routine = read_lines(&[v4(FileKind::UpkihonSub1).raw("time_of_day", &quoted("6:00"))]);
    assert_eq!(routine.problems, []);
    let image = quoted("UPKIHON_IMAGE_1379900010_46_1379900028_A2_20261026093015_0001.JPG");
    let basic = read_lines(&[v4(FileKind::Upkihon).raw("family_chart_image_file_name", &image)]);
    assert_eq!(basic.problems, []);
    assert_eq!(FileKind::Upkihon.position("family_chart_image_file_name") + 1, 62);
}

#[test]
fn point_25_unknown_codes_are_kept_as_text_with_a_warning() {
    let reading = read_lines(&[
        v4(FileKind::Uphosoku).set("care_level_code", "01"),
        v4(FileKind::Uphosoku).set("care_level_code", "06"),
    ]);
    let levels: Vec<_> =
        keyed_rows(&reading).iter().map(|row| row.profile.as_ref().unwrap().care_level.clone()).collect();
    assert_eq!(levels, ["01", "06"]);
    assert_eq!((only(&reading).code, only(&reading).found.as_str()), (ProblemCode::CodeUnknown, "01"));
    let kind = read_lines(&[
        service(Edition::V4).set("service_code", "ZZ1111"),
        service(Edition::V4).set("service_code", "331111"),
    ]);
    assert_eq!((kept(&kind), codes(&kind)), (2, vec![ProblemCode::KindNotExchanged; 2]));
}

#[test]
fn point_26_quoted_numbers_of_the_support_plan_are_read() {
    let keys = ["need_no", "support_plan_no", "used_service_no"];
    let line = keys.iter().fold(v4(FileKind::UpyoboSub), |line, key| line.raw(key, b"\"1\""));
    assert_eq!(read_lines(&[line]).problems, []);
}

#[test]
fn point_27_both_marks_of_edition_3_read_the_same() {
    for kind in [FileKind::Upjsk, FileKind::Upsikyu, FileKind::Up1kyo, FileKind::Uphosoku] {
        for version in ["202206", "202208"] {
            let reading = read_lines(&[Line::new(kind, Edition::V3).set("csv_version", version)]);
            assert_eq!(
                (kept(&reading), reading.edition, reading.problems),
                (1, Edition::V3, vec![]),
                "{kind}"
            );
        }
    }
}
