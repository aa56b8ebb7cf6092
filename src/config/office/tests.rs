use super::*;
use crate::app::tally::{BelowPlan, NameMonth};
use crate::benefit::policy::{
    AllotRule, AssistanceOnly, CumulativeDays, FeeInsurer, LightestLevel, PairRows, PercentBase,
    ReductionRounding, SuccessiveStays, Thirds,
};
use crate::config::{ConfigFaultSort, ValueType};
use crate::format::kokuhoren::codes::Medium;
use crate::format::kokuhoren::write::{ControlZero, Quoting, Unused, WriteStyle};
use std::collections::BTreeMap;

fn number(text: &str) -> OfficeNumber {
    OfficeNumber::parse(text).unwrap()
}

/// The settings and, for each fault, its line, column and sort.
fn read(text: &str) -> (OfficeSettings, Vec<(usize, usize, ConfigFaultSort)>) {
    let (office, faults) = OfficeSettings::parse("kyukan.toml", text);
    let faults = faults.into_iter().map(|fault| {
        let place = fault.place.unwrap();
        (place.line, place.column, fault.sort)
    });
    (office, faults.collect())
}

fn not_allowed(name: &str, found: &str, allowed: &[&str]) -> ConfigFaultSort {
    ConfigFaultSort::NotAllowed {
        name: name.to_owned(),
        found: found.to_owned(),
        allowed: allowed.iter().map(|value| (*value).to_owned()).collect(),
    }
}

#[test]
fn what_init_writes_reads_back() {
    let office = OfficeSettings {
        number: OfficeNumber::parse("1379900010"),
        name: Some("ケア\"相談\" {number} センター\\".to_owned()),
        area_grade: Some("3".to_owned()),
        ..OfficeSettings::default()
    };
    assert_eq!(read(&office.to_file()), (office, Vec::new()));
    assert_eq!(read(&OfficeSettings::default().to_file()), (OfficeSettings::default(), Vec::new()));
}

/// What a table of the template names, with the comment above each name.
fn written() -> BTreeMap<String, Vec<(String, String)>> {
    let (mut table, mut comment, mut found) = (String::new(), String::new(), BTreeMap::<_, Vec<_>>::new());
    for line in TEMPLATE.lines() {
        if let Some(name) = line.strip_prefix('[') {
            table = name.trim_end_matches(']').to_owned();
        } else if let Some((name, _)) = line.split_once(" = ").filter(|_| !line.starts_with('#')) {
            let lines = std::mem::take(&mut comment);
            found.entry(table.clone()).or_default().push((name.to_owned(), lines));
        } else if line.starts_with('#') {
            comment.push_str(line);
        } else {
            comment.clear();
        }
    }
    found
}

#[test]
fn the_template_names_and_explains_every_setting() {
    let names = |table: &str| -> Vec<String> {
        written().remove(table).unwrap().into_iter().map(|(name, _)| name).collect()
    };
    let of = |names: Vec<&str>| names.into_iter().map(str::to_owned).collect::<Vec<String>>();
    let top: Vec<&str> = SETTINGS.iter().map(|(name, _)| *name).collect();
    let (plain, tables) = top.split_at(4);
    assert_eq!(names(""), of(plain.to_vec()));
    assert_eq!(tables, ["benefit", "slips"]);
    assert_eq!(names("benefit"), of(benefit::SETTINGS.iter().map(|(name, _)| *name).collect()));
    assert_eq!(names("slips"), of(slips::SETTINGS.iter().map(|(name, _)| *name).collect()));
    for (name, comment) in written().into_values().flatten() {
        assert!(!comment.is_ascii(), "{name} is explained in Japanese");
    }
}

/// Every value that a comment names in quotes is one that the setting takes.
#[test]
fn the_values_that_the_template_names_are_good() {
    let mut tried = 0;
    for (table, settings) in written().into_iter().filter(|(table, _)| !table.is_empty()) {
        for (name, comment) in settings {
            for value in comment.split('"').skip(1).step_by(2) {
                let (_, faults) = read(&format!("[{table}]\n{name} = \"{value}\"\n"));
                assert_eq!(faults, [], "{name}");
                tried += 1;
            }
        }
    }
    assert!(tried > 35, "{tried}");
}

#[test]
fn every_choice_is_taken() {
    let text = "[benefit]\nallot_rule = [\"1379900028\", \"13A9900016\"]\npair_rows = \"proportional\"\n\
                percent_base = \"with_over_limit\"\nreductions = \"signed\"\nassistance_only = \"no_insurance\"\n\
                lightest = \"support_1\"\nfee_insurer = \"month_end\"\nthirds = \"cut_off\"\n\
                successive_stays = \"restart\"\ncumulative_days = \"all\"\n";
    let (office, faults) = read(text);
    assert_eq!(faults, []);
    let expected = Policy {
        allot_rule: AllotRule::Offices(vec![number("1379900028"), number("13A9900016")]),
        pair_rows: PairRows::Proportional,
        percent_base: PercentBase::WithOverLimit,
        reductions: ReductionRounding::Signed,
        assistance_only: AssistanceOnly::NoInsurance,
        lightest: LightestLevel::Support1,
        fee_insurer: FeeInsurer::MonthEnd,
        thirds: Thirds::CutOff,
        successive_stays: SuccessiveStays::Restart,
        cumulative_days: CumulativeDays::All,
    };
    assert_eq!(office, OfficeSettings { policy: expected, ..OfficeSettings::default() });
}

#[test]
fn every_setting_of_slips_is_taken() {
    let text = "[slips]\nbelow_plan = \"plan\"\nzero_unit_slips = true\nfile_prefix = \"K\"\nfee_file_prefix = \"F9\"\n\
                name_month = \"service\"\nmedium = \"disk\"\nquoting = \"all\"\ncontrol_zero = \"full\"\n\
                file_control_no = 1\nclosing_row = \"zero\"\nfacility_items = \"zero\"\npadded_fee_lines = true\n";
    let (office, faults) = read(text);
    assert_eq!(faults, []);
    let expected = SlipSettings {
        below_plan: BelowPlan::Plan,
        file_prefix: "K".to_owned(),
        fee_file_prefix: "F9".to_owned(),
        name_month: NameMonth::Service,
        medium: Medium::Disk,
        style: WriteStyle {
            quoting: Quoting::All,
            control_zero: ControlZero::Full,
            file_control_no: 1,
            closing_row: Unused::Zero,
            facility_items: Unused::Zero,
            padded_fee_lines: true,
            allow_zero_unit_slips: true,
        },
    };
    assert_eq!(office.slips, expected);
}

#[test]
fn a_rule_for_one_office_needs_no_brackets() {
    let rule = |value: &str| read(&format!("[benefit]\nallot_rule = {value}\n")).0.policy.allot_rule;
    assert_eq!(rule("\"1379900028\""), AllotRule::Offices(vec![number("1379900028")]));
    assert_eq!([rule("[\"largest_first\"]"), rule("[]")], [AllotRule::LargestFirst, AllotRule::LargestFirst]);
}

#[test]
fn a_fault_costs_its_own_setting_only() {
    let text = "number = \"12\"\nname = \"相談\"\narea_grade = \"9\"\nwatch = [\"a\", \"b\"]\nother = 1\n\n[slips]\n\
         below_plan = \"plan\"\nfile_prefix = \"KYU\"\nmedium = 7\nfile_control_no = 1000000\nunits = true\n\n\
         [benefit]\nallot_rule = [\"1379900028\", \"12\"]\npair_rows = \"half\"\nthirds = \"cut_off\"\n";
    let (office, faults) = read(text);
    let expected = OfficeSettings {
        name: Some("相談".to_owned()),
        watch: vec![PathBuf::from("a"), PathBuf::from("b")],
        policy: Policy { thirds: Thirds::CutOff, ..Policy::default() },
        slips: SlipSettings { below_plan: BelowPlan::Plan, ..SlipSettings::default() },
        ..OfficeSettings::default()
    };
    assert_eq!(office, expected);
    let medium = ConfigFaultSort::WrongType { name: "slips.medium".to_owned(), expected: ValueType::Text };
    let prefixes = ["A .. Z", "AA .. ZZ", "A0 .. Z9"];
    assert_eq!(
        faults,
        [
            (1, 10, not_allowed("number", "12", &[OFFICE_NUMBERS])),
            (3, 14, not_allowed("area_grade", "9", &["", "1", "2", "3", "4", "5", "6", "7", "other"])),
            (5, 1, ConfigFaultSort::UnknownSetting("other".to_owned())),
            (9, 15, not_allowed("slips.file_prefix", "KYU", &prefixes)),
            (10, 10, medium),
            (11, 19, not_allowed("slips.file_control_no", "1000000", &["0 .. 999999"])),
            (12, 1, ConfigFaultSort::UnknownSetting("slips.units".to_owned())),
            (15, 29, not_allowed("benefit.allot_rule", "12", &["largest_first", OFFICE_NUMBERS])),
            (16, 13, not_allowed("benefit.pair_rows", "half", &["whole_visits", "proportional"])),
        ]
    );
}

#[test]
fn prefixes_begin_with_a_letter() {
    for good in ["K", "KK", "A0"] {
        let (office, faults) = read(&format!("slips.fee_file_prefix = \"{good}\"\n"));
        assert_eq!((office.slips.fee_file_prefix.as_str(), faults), (good, Vec::new()));
    }
    for bad in ["", "9A", "ky", "給", "K-", "ABC"] {
        let (office, faults) = read(&format!("slips.file_prefix = \"{bad}\"\n"));
        assert_eq!((office.slips, faults.len()), (SlipSettings::default(), 1), "{bad}");
    }
}

#[test]
fn what_is_no_table_is_told() {
    let (office, faults) = read("benefit = \"largest_first\"\nslips = [1]\n");
    assert_eq!(office, OfficeSettings::default());
    let wrong = |name: &str| ConfigFaultSort::WrongType { name: name.to_owned(), expected: ValueType::Table };
    assert_eq!(faults, [(1, 11, wrong("benefit")), (2, 9, wrong("slips"))]);
}
