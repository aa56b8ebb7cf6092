//! The service codes of the invented month. They look like real ones, but are no tariff: item codes from 9000 on
//! (`119021`) and rounded-off units keep anybody from taking them for one.

use crate::domain::codes::UnitType;

/// One invented service code.
#[derive(Debug)]
pub(super) struct Service {
    /// サービスコード.
    pub(super) code: &'static str,
    /// サービス内容略称.
    pub(super) name: &'static str,
    /// 単位数; of equipment the usual one, its lines have their own.
    pub(super) units: i32,
    /// Inside 区分支給限度.
    pub(super) in_limit: bool,
    /// 算定単位.
    pub(super) unit: UnitType,
    /// How long one time takes.
    pub(super) minutes: u16,
    /// Share of the other units, for percent additions.
    pub(super) per_mille: i32,
}

impl Service {
    /// サービス種類コード.
    pub(super) fn kind(&self) -> &'static str {
        self.code.get(..2).unwrap_or_default()
    }

    const fn outside(mut self) -> Self {
        self.in_limit = false;
        self
    }
}

const fn of(code: &'static str, name: &'static str, units: i32, unit: UnitType) -> Service {
    Service { code, name, units, in_limit: true, unit, minutes: 0, per_mille: 0 }
}

const fn visit(code: &'static str, name: &'static str, units: i32, minutes: u16) -> Service {
    Service { minutes, ..of(code, name, units, UnitType::Time) }
}

const fn month(code: &'static str, name: &'static str, units: i32, minutes: u16) -> Service {
    Service { minutes, ..of(code, name, units, UnitType::Month) }
}

const fn share(code: &'static str, name: &'static str, per_mille: i32) -> Service {
    Service { per_mille, ..of(code, name, 0, UnitType::Percent).outside() }
}

const fn item(code: &'static str, name: &'static str, units: i32) -> Service {
    of(code, name, units, UnitType::Item)
}

/// Body care by day, from short to long.
pub(super) static BODY: [Service; 3] = [
    visit("119021", "身体介護・短", 251, 30),
    visit("119031", "身体介護・中", 393, 60),
    visit("119041", "身体介護・長", 579, 90),
];
/// Body care in the evening.
pub(super) static EVENING: [Service; 2] =
    [visit("119023", "身体介護・短・夜", 314, 30), visit("119033", "身体介護・中・夜", 491, 60)];
/// Help in the household.
pub(super) static HOUSEHOLD: [Service; 2] =
    [visit("119071", "生活援助・短", 183, 45), visit("119081", "生活援助・長", 225, 60)];
/// Once, in the first month.
pub(super) static HELP_FIRST: Service = month("119401", "訪問介護初月加算", 205, 0);
/// Nursing, from short to long.
pub(super) static NURSING: [Service; 3] = [
    visit("139021", "訪問看護・短", 475, 30),
    visit("139031", "訪問看護・中", 829, 60),
    visit("139041", "訪問看護・長", 1135, 90),
];
/// Therapists count by twenty minutes.
pub(super) static THERAPY: Service = visit("139051", "訪問看護・療法士", 296, 20);
/// Outside the limit, by the month.
pub(super) static ON_CALL: Service = month("139401", "緊急時訪問看護加算・月", 575, 0).outside();

/// Day care by level: half a day, a whole day.
#[rustfmt::skip]
pub(super) static DAY_CARE: [[Service; 2]; 5] = [
    [visit("159311", "通所介護・半日１", 372, 195), visit("159711", "通所介護・全日１", 661, 430)],
    [visit("159312", "通所介護・半日２", 426, 195), visit("159712", "通所介護・全日２", 781, 430)],
    [visit("159313", "通所介護・半日３", 481, 195), visit("159713", "通所介護・全日３", 904, 430)],
    [visit("159314", "通所介護・半日４", 536, 195), visit("159714", "通所介護・全日４", 1027, 430)],
    [visit("159315", "通所介護・半日５", 591, 195), visit("159715", "通所介護・全日５", 1152, 430)],
];
/// Community day care by level.
#[rustfmt::skip]
pub(super) static SMALL_DAY_CARE: [[Service; 2]; 5] = [
    [visit("789311", "地密通所・半日１", 418, 195), visit("789711", "地密通所・全日１", 756, 430)],
    [visit("789312", "地密通所・半日２", 480, 195), visit("789712", "地密通所・全日２", 894, 430)],
    [visit("789313", "地密通所・半日３", 542, 195), visit("789713", "地密通所・全日３", 1036, 430)],
    [visit("789314", "地密通所・半日４", 604, 195), visit("789714", "地密通所・全日４", 1177, 430)],
    [visit("789315", "地密通所・半日５", 666, 195), visit("789715", "地密通所・全日５", 1318, 430)],
];
/// Day rehabilitation by level.
#[rustfmt::skip]
pub(super) static DAY_REHAB: [[Service; 2]; 5] = [
    [visit("169111", "通所リハ・短１", 371, 90), visit("169611", "通所リハ・長１", 718, 370)],
    [visit("169112", "通所リハ・短２", 400, 90), visit("169612", "通所リハ・長２", 852, 370)],
    [visit("169113", "通所リハ・短３", 429, 90), visit("169613", "通所リハ・長３", 984, 370)],
    [visit("169114", "通所リハ・短４", 460, 90), visit("169614", "通所リハ・長４", 1141, 370)],
    [visit("169115", "通所リハ・短５", 493, 90), visit("169615", "通所リハ・長５", 1296, 370)],
];
/// Additions of a day of care; the last one is a reduction.
pub(super) static DAY_CARE_PARTS: [Service; 3] = [
    visit("159501", "通所介護入浴加算", 41, 0),
    visit("159511", "通所介護個別訓練加算", 57, 0),
    visit("159591", "通所介護送迎なし減算", -46, 0),
];
/// The same of community day care.
pub(super) static SMALL_DAY_CARE_PARTS: [Service; 3] = [
    visit("789501", "地密通所入浴加算", 41, 0),
    visit("789511", "地密通所個別訓練加算", 57, 0),
    visit("789591", "地密通所送迎なし減算", -46, 0),
];
/// The same of day rehabilitation.
pub(super) static DAY_REHAB_PARTS: [Service; 3] = [
    visit("169501", "通所リハ入浴加算", 41, 0),
    visit("169511", "通所リハ短期集中加算", 111, 0),
    visit("169591", "通所リハ送迎なし減算", -46, 0),
];
/// Additions by the month without a day of their own.
pub(super) static MONTHLY: [Service; 4] = [
    month("159401", "通所介護情報提出加算", 39, 0),
    month("789401", "地密通所情報提出加算", 39, 0),
    month("169401", "通所リハ計画管理加算", 564, 0),
    month("A69401", "通所独自情報提出加算", 39, 0),
];
/// Short stay by level, a night.
pub(super) static STAY: [Service; 5] = [
    of("219111", "短期生活１", 606, UnitType::Day),
    of("219112", "短期生活２", 675, UnitType::Day),
    of("219113", "短期生活３", 748, UnitType::Day),
    of("219114", "短期生活４", 818, UnitType::Day),
    of("219115", "短期生活５", 887, UnitType::Day),
];
/// One way of the ride to a short stay.
pub(super) static STAY_RIDE: Service = visit("219801", "短期生活送迎加算", 187, 0);
/// Advice at home, outside the limit.
pub(super) static ADVICE: [Service; 3] = [
    visit("319011", "医師療養指導", 519, 30).outside(),
    visit("319021", "薬剤師療養指導", 571, 30).outside(),
    visit("319031", "歯科衛生士療養指導", 365, 30).outside(),
];
/// Equipment.
#[rustfmt::skip]
pub(super) static EQUIPMENT: [Service; 8] = [
    item("179001", "車いす貸与", 540), item("179003", "特殊寝台貸与", 980), item("179004", "特殊寝台付属品貸与", 120),
    item("179005", "床ずれ防止用具貸与", 660), item("179007", "手すり貸与", 300), item("179008", "スロープ貸与", 420),
    item("179009", "歩行器貸与", 280), item("179012", "移動用リフト貸与", 1540),
];
/// Equipment of prevention.
#[rustfmt::skip]
pub(super) static LIGHT_EQUIPMENT: [Service; 3] =
    [item("679007", "予防手すり貸与", 300), item("679008", "予防スロープ貸与", 420), item("679009", "予防歩行器貸与", 280)];
/// Visits of 総合事業, each counted.
pub(super) static A2_VISIT: [Service; 2] =
    [visit("A29121", "訪問独自・回数・長", 291, 60), visit("A29131", "訪問独自・回数・短", 182, 45)];
/// Visits of 総合事業 for the month: once a week, twice a week.
pub(super) static A2_MONTH: [Service; 2] =
    [month("A29011", "訪問独自・月・週１", 1180, 60), month("A29012", "訪問独自・月・週２", 2360, 60)];
/// The month's price by the day, for a month that was not a whole one.
pub(super) static A2_PRORATED: [Service; 2] = [
    of("A29511", "訪問独自・日割・週１", 39, UnitType::Day),
    of("A29512", "訪問独自・日割・週２", 78, UnitType::Day),
];
/// Days of 総合事業, each counted.
pub(super) static A6_VISIT: [Service; 2] =
    [visit("A69121", "通所独自・回数・短", 382, 120), visit("A69122", "通所独自・回数・長", 440, 195)];
/// Days of 総合事業 for the month.
pub(super) static A6_MONTH: [Service; 2] =
    [month("A69011", "通所独自・月・週１", 1805, 195), month("A69012", "通所独自・月・週２", 3635, 195)];
/// Preventive day rehabilitation for the month.
pub(super) static REHAB_MONTH: [Service; 2] =
    [month("669011", "予通リハ・支援１", 2275, 190), month("669012", "予通リハ・支援２", 4240, 190)];
/// 処遇改善: a share of the other units.
pub(super) static IMPROVEMENT: [Service; 8] = [
    share("119901", "訪問介護処遇改善加算", 245),
    share("159901", "通所介護処遇改善加算", 92),
    share("169901", "通所リハ処遇改善加算", 86),
    share("219901", "短期生活処遇改善加算", 140),
    share("669901", "予通リハ処遇改善加算", 86),
    share("789901", "地密通所処遇改善加算", 92),
    share("A29901", "訪問独自処遇改善加算", 245),
    share("A69901", "通所独自処遇改善加算", 92),
];

/// Codes that stand in for each other when a visit turns out longer or shorter.
fn families() -> impl Iterator<Item = &'static [Service]> {
    let lists: [&'static [Service]; 6] = [&BODY, &EVENING, &HOUSEHOLD, &NURSING, &A2_VISIT, &A6_VISIT];
    let by_level = DAY_CARE.iter().chain(&SMALL_DAY_CARE).chain(&DAY_REHAB).map(<[Service; 2]>::as_slice);
    lists.into_iter().chain(by_level)
}

/// Every code.
pub(super) fn all() -> impl Iterator<Item = &'static Service> {
    let lists: [&'static [Service]; 13] = [
        &DAY_CARE_PARTS,
        &SMALL_DAY_CARE_PARTS,
        &DAY_REHAB_PARTS,
        &MONTHLY,
        &STAY,
        &ADVICE,
        &EQUIPMENT,
        &LIGHT_EQUIPMENT,
        &A2_MONTH,
        &A2_PRORATED,
        &A6_MONTH,
        &REHAB_MONTH,
        &IMPROVEMENT,
    ];
    let singles = [&HELP_FIRST, &THERAPY, &ON_CALL, &STAY_RIDE];
    families().chain(lists).flatten().chain(singles)
}

/// The code for a longer or shorter visit of the same sort.
pub(super) fn other_length(code: &Service) -> Option<&'static Service> {
    families().find_map(|family| {
        let at = family.iter().position(|member| member.code == code.code)?;
        family.get(at + 1).or_else(|| family.get(at.checked_sub(1)?))
    })
}

/// The addition by the month of a kind.
pub(super) fn monthly_of(kind: &str) -> Option<&'static Service> {
    MONTHLY.iter().find(|code| code.kind() == kind)
}

/// The percent addition of a kind.
pub(super) fn improvement_of(kind: &str) -> Option<&'static Service> {
    IMPROVEMENT.iter().find(|code| code.kind() == kind)
}

/// The codes as a service code master.
pub(super) fn as_csv() -> String {
    let mut codes: Vec<&Service> = all().collect();
    codes.sort_by_key(|code| code.code);
    let mut out = String::from("code,name,units,in_limit,unit_type\n");
    for code in codes {
        let (unit, units) = match code.unit {
            UnitType::Time => ("time", code.units),
            UnitType::Day => ("day", code.units),
            UnitType::Month => ("month", code.units),
            UnitType::Percent => ("percent", 0),
            UnitType::Item => ("item", 0),
        };
        let in_limit = if code.in_limit { "1" } else { "0" };
        out += &[code.code, code.name, &units.to_string(), in_limit, unit].join(",");
        out.push('\n');
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::ids::ServiceCode;
    use crate::domain::kind::{Exchange, kind_info};

    #[test]
    fn codes_are_unique_and_of_exchanged_kinds() {
        let mut seen = std::collections::BTreeSet::new();
        for code in all() {
            assert!(seen.insert(code.code), "{}", code.code);
            let kind = ServiceCode::parse(code.code).unwrap().kind();
            assert_eq!(kind_info(kind).unwrap().exchange, Exchange::Exchanged, "{}", code.code);
            assert!(crate::format::sjis::encode(code.name).is_ok());
            assert!(!code.name.contains(','));
        }
        assert_eq!(as_csv().lines().count(), seen.len() + 1);
    }

    #[test]
    fn another_length_is_another_code_of_the_same_kind() {
        for code in families().flatten() {
            let other = other_length(code).unwrap();
            assert!(other.code != code.code && other.kind() == code.kind() && other.minutes != code.minutes);
        }
        assert!(other_length(&STAY_RIDE).is_none());
    }
}
