//! The 別表.

use super::{read, same};
use crate::benefit::allot::{AllotRow, Limits, ManualShares, Share};
use crate::benefit::money::{BenefitRate, UnitPrice, Units, Yen};
use crate::benefit::policy::Policy;
use crate::benefit::rates::{Place, Rates, Step};
use crate::benefit::sheet::{Amount, Columns, Line, Payment, SharesUsed, Sheet, SheetInput, compute};
use crate::domain::ids::{OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::ServiceMonth;
use serde::Deserialize;
use toml::Value;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Example {
    id: String,
    #[serde(rename = "title")]
    _title: String,
    service_month: ServiceMonth,
    level_code: CareLevel,
    limit_units: Units,
    benefit_rate_percent: u8,
    #[serde(default)]
    kind_limit: Vec<KindLimit>,
    line: Vec<LineIn>,
    #[serde(default)]
    allot: Vec<Allot>,
    expect_line: Vec<LineOut>,
    expect_group: Vec<GroupOut>,
    expect_total: TotalOut,
    #[serde(rename = "note")]
    _note: String,
    #[serde(rename = "certainty")]
    _certainty: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct KindLimit {
    kind: ServiceKind,
    units: Units,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineIn {
    seq: usize,
    office: String,
    kind: String,
    code: Option<ServiceCode>,
    name: String,
    role: String,
    step: Option<Step>,
    units: Option<Units>,
    count: Option<i64>,
    management_units: Option<Units>,
    permille: Option<u32>,
    #[serde(default)]
    negative: bool,
    base_lines: Option<Vec<usize>>,
    unit_price_x100: u32,
    discounted_rate_percent: Option<u8>,
    fixed_copay_unit_yen: Option<Yen>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Allot {
    line: usize,
    kind_over_limit_units: Units,
    category_over_limit_units: Units,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LineOut {
    line: usize,
    base_units: Option<Units>,
    discounted_units: Option<Units>,
    service_units: Option<Units>,
    benefit_management_units: Option<Units>,
    total_cost_covered_yen: Option<Yen>,
    benefit_claim_yen: Option<Yen>,
    user_copay_covered_yen: Option<Yen>,
    user_full_payment_yen: Option<Yen>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct GroupOut {
    office: String,
    kind: ServiceKind,
    subtotal_row_printed: bool,
    service_units: Units,
    benefit_management_units: Units,
    kind_over_limit_units: Units,
    kind_within_limit_units: Units,
    category_over_limit_units: Units,
    category_within_limit_units: Units,
    covered_units: Units,
    unit_price_x100: u32,
    total_cost_covered_yen: Yen,
    benefit_claim_yen: Yen,
    user_copay_covered_yen: Yen,
    user_full_payment_yen: Yen,
    statement_units: Option<Units>,
    statement_cost_yen: Option<Yen>,
    statement_claim_yen: Option<Yen>,
    statement_copay_yen: Option<Yen>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TotalOut {
    service_units: Units,
    benefit_management_units: Units,
    category_over_limit_units: Units,
    category_within_limit_units: Units,
    unused_limit_units: Units,
    total_cost_covered_yen: Yen,
    benefit_claim_yen: Yen,
    user_copay_covered_yen: Yen,
    user_full_payment_yen: Yen,
}

pub(super) fn check(example: Value) {
    let example: Example = read(example);
    tables_agree(&example);
    let mut input = SheetInput {
        payment: Payment::Direct(BenefitRate::new(example.benefit_rate_percent).unwrap()),
        is_assistance_only: false,
        limits: Limits {
            category: Some(example.limit_units),
            kinds: example.kind_limit.iter().map(|limit| (limit.kind, limit.units)).collect(),
        },
        lines: example.line.iter().map(line).collect(),
        manual: None,
    };
    let policy = Policy::default();
    let proposed = compute(&input, &policy).unwrap();
    if example.allot.is_empty() {
        assert_eq!(proposed.shares, SharesUsed::NothingOver, "{}", example.id);
    } else {
        assert_eq!(proposed.shares, SharesUsed::Proposed, "{}", example.id);
        input.manual = Some(decided(&example, &input, &proposed));
    }
    let sheet = compute(&input, &policy).unwrap();
    assert!(matches!(sheet.shares, SharesUsed::Typed | SharesUsed::NothingOver), "{}", example.id);
    assert_eq!(sheet.left, 0, "{}", example.id);
    lines(&example, &sheet);
    groups(&example, &sheet);
    total(&example, &sheet);
}

/// What the tables know of the example's month is what the example says.
fn tables_agree(example: &Example) {
    let rates = Rates::built_in();
    if let Ok(limit) = rates.limit(example.level_code, example.service_month) {
        assert_eq!(limit.value, example.limit_units, "{}", example.id);
    }
    for line in &example.line {
        let kind = ServiceKind::parse(&line.kind).unwrap();
        let by_name = rates.outside_by_name(kind, &line.name, example.service_month).map(|rated| rated.value);
        let is_covered = example.service_month >= ServiceMonth::parse("2024-04").unwrap();
        if is_covered {
            assert_eq!(by_name, line.step, "{} {}", example.id, line.name);
        }
    }
}

fn office(letter: &str) -> OfficeNumber {
    OfficeNumber::parse(&format!("137990000{letter}")).unwrap()
}

fn line(line: &LineIn) -> Line {
    let code = line.code.or_else(|| ServiceCode::parse(&format!("{}{:04}", line.kind, line.seq)));
    Line {
        office: office(&line.office),
        code: code.unwrap(),
        place: match (line.role.as_str(), line.step) {
            ("in", None) => Place::InLimit,
            ("out", Some(step)) => Place::Outside(step),
            ("over30", None) => Place::Over30Days,
            other => panic!("no such place: {other:?}"),
        },
        amount: match line.permille {
            Some(permille) => Amount::Percent { permille, is_reduction: line.negative },
            None => Amount::Times {
                units: line.units.unwrap(),
                count: line.count.unwrap(),
                managed_units: line.management_units,
            },
        },
        price: UnitPrice::from_hundredths(line.unit_price_x100),
        discounted_rate: line.discounted_rate_percent,
        fixed_copay: line.fixed_copay_unit_yen,
    }
}

/// The example's shares as somebody would have typed them for this very plan.
fn decided(example: &Example, input: &SheetInput, proposed: &Sheet) -> ManualShares {
    let row = |at: usize| proposed.lines[at - 1].key;
    let shares = example.allot.iter().map(|allot| {
        let (kind_over, category_over) = (allot.kind_over_limit_units, allot.category_over_limit_units);
        (row(allot.line), Share { kind_over, category_over })
    });
    let rows: Vec<AllotRow> = proposed
        .lines
        .iter()
        .filter_map(|line| {
            let managed = line.columns.managed_units?;
            Some(AllotRow { key: line.key, managed, is_pair: false })
        })
        .collect();
    ManualShares { shares: shares.collect(), made_for: crate::benefit::allot::stamp(&rows, &input.limits) }
}

fn lines(example: &Example, sheet: &Sheet) {
    assert_eq!(example.expect_line.len(), example.line.len(), "{}", example.id);
    for expected in &example.expect_line {
        let id = format!("{} line {}", example.id, expected.line);
        let found = &sheet.lines[expected.line - 1];
        let columns = &found.columns;
        same(&id, "base", expected.base_units, found.base_units);
        same(&id, "割引後単位数", expected.discounted_units, columns.discounted_units);
        same(&id, "サービス単位", expected.service_units, columns.service_units);
        assert_eq!(columns.managed_units, expected.benefit_management_units, "{id}: 給付管理単位数");
        same(&id, "費用総額", expected.total_cost_covered_yen, columns.cost);
        same(&id, "保険請求額", expected.benefit_claim_yen, columns.claim);
        same(&id, "利用者負担", expected.user_copay_covered_yen, columns.copay);
        same(&id, "全額負担", expected.user_full_payment_yen, columns.full_payment);
        if let Some(base_lines) = &example.line[expected.line - 1].base_lines {
            let (office, kind) = (found.key.office, found.key.code.kind());
            let group = sheet.groups.iter().find(|group| group.office == office && group.kind == kind);
            let on = base_lines.iter().filter_map(|at| sheet.lines[at - 1].columns.service_units);
            let base = group.unwrap().covered_units + on.sum::<Units>();
            assert_eq!(found.base_units, Some(base), "{id}: lines of the base");
        }
    }
}

fn groups(example: &Example, sheet: &Sheet) {
    assert_eq!(sheet.groups.len(), example.expect_group.len(), "{}", example.id);
    for (expected, found) in example.expect_group.iter().zip(&sheet.groups) {
        let id = format!("{} {} {}", example.id, expected.office, expected.kind);
        assert_eq!((found.office, found.kind), (office(&expected.office), expected.kind), "{id}");
        assert_eq!(found.has_subtotal, expected.subtotal_row_printed, "{id}");
        assert_eq!(found.covered_units, expected.covered_units, "{id}");
        let columns = Columns {
            service_units: Some(expected.service_units),
            managed_units: Some(expected.benefit_management_units),
            kind_over: Some(expected.kind_over_limit_units),
            kind_within: Some(expected.kind_within_limit_units),
            category_over: Some(expected.category_over_limit_units),
            category_within: Some(expected.category_within_limit_units),
            price: Some(UnitPrice::from_hundredths(expected.unit_price_x100)),
            cost: Some(expected.total_cost_covered_yen),
            claim: Some(expected.benefit_claim_yen),
            copay: Some(expected.user_copay_covered_yen),
            full_payment: Some(expected.user_full_payment_yen),
            rate: found.columns.rate,
            ..Columns::default()
        };
        assert_eq!(found.columns, columns, "{id}");
        let statement = found.statement;
        same(&id, "明細書 単位", expected.statement_units, Some(statement.units));
        same(&id, "明細書 費用", expected.statement_cost_yen, Some(statement.cost));
        same(&id, "明細書 請求", expected.statement_claim_yen, Some(statement.claim));
        same(&id, "明細書 負担", expected.statement_copay_yen, Some(statement.copay));
    }
}

fn total(example: &Example, sheet: &Sheet) {
    let expected = &example.expect_total;
    let found = &sheet.total;
    let id = &example.id;
    assert_eq!(sheet.unused_limit, Some(expected.unused_limit_units), "{id}: unused");
    let pairs = [
        (found.service_units, expected.service_units),
        (found.managed_units, expected.benefit_management_units),
        (found.category_over, expected.category_over_limit_units),
        (found.category_within, expected.category_within_limit_units),
        (found.cost, expected.total_cost_covered_yen),
        (found.claim, expected.benefit_claim_yen),
        (found.copay, expected.user_copay_covered_yen),
        (found.full_payment, expected.user_full_payment_yen),
    ];
    for (found, expected) in pairs {
        assert_eq!(found, Some(expected), "{id}: total");
    }
}
