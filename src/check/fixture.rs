//! A clean client's month for tests of checks, to be spoilt in one place. What it owns is leaked, so that views are simple.

use super::view::{
    ClientView, DifferenceView, FeeView, HistoryView, LineView, OtherKey, PairView, Person, ProviderView,
    RegisterView, RowView, SharesState, SheetView, SlipFate, SlipView, Unread,
};
use super::{Check, Finding};
use crate::benefit::limit::{LevelSpan, LimitNote, Maker, MonthLimit};
use crate::benefit::money::UnitPrice;
use crate::benefit::rates::{Certainty, Place};
use crate::benefit::sheet::{Columns, SharesUsed, Sheet};
use crate::domain::allotment::Limits;
use crate::domain::decision::Verdict;
use crate::domain::difference::{Difference, DifferenceClass};
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceCode, ServiceKind};
use crate::domain::level::CareLevel;
use crate::domain::month::{Day, ServiceMonth};
use crate::domain::row::{FileIndex, ServiceRow};
use crate::domain::slip::{OfficeClass, PlanMaker, SentFee, SentLine, SentSlip, Sex, SlipAction};
use crate::domain::time::VisitTime;
use crate::format::kokuhoren::codes;
use crate::format::kokuhoren::fee::{FeeClaim, FeeForm, FeeLine};
use chrono::NaiveDate;

/// Home help, day care and the care office of the client.
pub(crate) const HELP: &str = "1379900028";
pub(crate) const DAY: &str = "1379900036";
pub(crate) const OWN: &str = "1379900010";

pub(crate) fn leak<T>(list: Vec<T>) -> &'static [T] {
    list.leak()
}

pub(crate) fn one<T>(value: T) -> &'static T {
    Box::leak(Box::new(value))
}

pub(crate) fn office(text: &str) -> OfficeNumber {
    OfficeNumber::parse(text).unwrap()
}

pub(crate) fn kind(text: &str) -> ServiceKind {
    ServiceKind::parse(text).unwrap()
}

pub(crate) fn key(provider: &str, of: &str) -> (OfficeNumber, ServiceKind) {
    (office(provider), kind(of))
}

pub(crate) fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

pub(crate) fn date(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

pub(crate) fn day(text: &str) -> Day {
    Day::of(date(text)).unwrap()
}

pub(crate) fn client(insurer: &str, insured: &str) -> ClientKey {
    ClientKey {
        insurer: InsurerNumber::parse(insurer).unwrap(),
        insured: InsuredNumber::parse(insured).unwrap(),
    }
}

/// A row inside the limit; its line is its day.
pub(crate) fn row(provider: &str, code: &str, on: u8, units: i32) -> RowView<'static> {
    let row = ServiceRow {
        provider: office(provider),
        code: ServiceCode::parse(code).unwrap(),
        day: on,
        count: 1,
        start: VisitTime::from_hhmm(900).unwrap(),
        end: VisitTime::from_hhmm(1000).unwrap(),
        units,
        over_30_days: false,
        satellite: *b"  ",
        detail: 0,
        line: on.into(),
        offset: 0,
    };
    RowView { file: FileIndex(0), row, detail: None, name: "", place: Some(Place::InLimit) }
}

/// Rows of a code on days.
pub(crate) fn rows(
    provider: &str,
    code: &str,
    days: impl IntoIterator<Item = u8>,
    units: i32,
) -> Vec<RowView<'static>> {
    days.into_iter().map(|on| row(provider, code, on, units)).collect()
}

fn managed(rows: &[RowView<'_>]) -> i64 {
    rows.iter().filter(|row| row.is_managed()).map(|row| row.row.total_units()).sum()
}

/// An office and kind with its rows.
pub(crate) fn pair(
    provider: &str,
    of: &str,
    plan: Vec<RowView<'static>>,
    actual: Vec<RowView<'static>>,
) -> PairView<'static> {
    PairView {
        provider: office(provider),
        kind: kind(of),
        planned: managed(&plan),
        done: managed(&actual),
        has_arrived: !actual.is_empty(),
        plan: leak(plan),
        actual: leak(actual),
        arrival: None,
        is_withdrawn: false,
        over: 0,
        over_before: 0,
        on_sheet: None,
        price: Some(UnitPrice::from_hundredths(1070)),
        register: Some(ProviderView::default()),
    }
}

pub(crate) fn line(provider: &str, of: &str, units: i64) -> LineView {
    LineView { office: office(provider), kind: kind(of), class: OfficeClass::Designated, units }
}

/// A difference that adds units (or takes them away).
pub(crate) fn difference(
    id: &str,
    (provider, of): (&str, &str),
    units_delta: i64,
    verdict: Option<Verdict>,
) -> DifferenceView<'static> {
    let difference = Difference {
        id: id.to_owned(),
        class: if units_delta < 0 { DifferenceClass::Missing } else { DifferenceClass::Extra },
        client: client("131011", "0000000001"),
        provider: office(provider),
        kind: kind(of),
        plan: None,
        actual: None,
        units_delta,
    };
    DifferenceView { difference: one(difference), verdict: verdict.map(one) }
}

/// A slip that was sent with the lines given.
pub(crate) fn sent(action: SlipAction, window: &str, lines: &[LineView]) -> &'static SentSlip {
    let line = |line: &LineView| SentLine {
        office: line.office,
        kind: line.kind,
        class: line.class,
        units: u32::try_from(line.units).unwrap(),
    };
    one(SentSlip {
        action,
        window: month(window),
        file: "KY261101.CSV".to_owned(),
        hash: String::new(),
        level: CareLevel::Care2,
        limit: 19_705,
        lines: lines.iter().map(line).collect(),
    })
}

/// A claim for the plan fee that was sent.
pub(crate) fn sent_fee(window: &str) -> &'static SentFee {
    let file = "KK261101.CSV".to_owned();
    one(SentFee { window: month(window), file, hash: String::new(), units: 1086, yen: 11_772 })
}

/// The own claim.
pub(crate) fn fee_claim() -> FeeClaim {
    let line = FeeLine {
        code: ServiceCode::parse("432111").unwrap(),
        units: 1086,
        count: 1,
        remarks: String::new(),
    };
    FeeClaim {
        form: FeeForm::CarePlan,
        office: office(OWN),
        office_class: OfficeClass::Designated,
        month: month("2026-10"),
        client: client("131011", "0000000001"),
        unit_price: 1084,
        public: None,
        birth_date: day("1940-01-01"),
        sex: Sex::Female,
        level: codes::CareLevel::from(CareLevel::Care2),
        cert_from: day("2026-04-01"),
        cert_to: day("2028-03-31"),
        request_filed_on: Some(day("2024-04-01")),
        care_manager: Some("13000001".to_owned()),
        lines: vec![line],
    }
}

pub(crate) fn limit(notes: Vec<LimitNote>) -> &'static MonthLimit {
    one(MonthLimit {
        insurer: client("131011", "0000000001").insurer,
        level: CareLevel::Care2,
        units: 19_705,
        certainty: Certainty::Sure,
        month_end_level: Some(CareLevel::Care2),
        maker: Maker::CareSupport,
        notes,
    })
}

pub(crate) fn span(level: CareLevel, from: &str, to: Option<&str>) -> LevelSpan {
    let insurer = client("131011", "0000000001").insurer;
    LevelSpan { insurer, level, from: date(from), to: to.map(date) }
}

fn sheet() -> SheetView<'static> {
    let sheet = Sheet {
        lines: Vec::new(),
        groups: Vec::new(),
        total: Columns::default(),
        unused_limit: None,
        shares: SharesUsed::NothingOver,
        left: 0,
        notes: Vec::new(),
    };
    SheetView { sheet: one(sheet), shares: SharesState::NothingOver, is_as_received: true }
}

/// What 利用者補足情報 says of a person whose certification is in order.
fn known() -> Person<'static> {
    Person {
        is_applying: false,
        told_on: Some(date("2026-09-26")),
        levels: leak(vec![span(CareLevel::Care2, "2026-04-01", Some("2028-03-31"))]),
        limit: Some(limit(Vec::new())),
        limits: one(Limits { category: Some(19_705), kinds: Vec::new() }),
        birth_date: Some(day("1940-01-01")),
        sex: Some(Sex::Female),
        limit_span: (Some(day("2026-04-01")), Some(day("2028-03-31"))),
        level_changed_on: None,
        stay_days_before: None,
        stay_run_before: None,
    }
}

/// A month in which everything went as planned: home help on four days, day care on eight, sent for the first time,
/// with everything entered that can be.
pub(crate) fn clean() -> ClientView<'static> {
    let help = || rows(HELP, "111211", [5, 12, 19, 26], 387);
    let day_care = || rows(DAY, "151111", [1, 6, 8, 13, 15, 20, 22, 27], 658);
    let pairs = vec![pair(HELP, "11", help(), help()), pair(DAY, "15", day_care(), day_care())];
    let lines = leak(vec![line(HELP, "11", 1548), line(DAY, "15", 5264)]);
    let filed = Some(date("2024-04-01"));
    let cert = (Some(date("2026-04-01")), Some(date("2028-03-31")));
    ClientView {
        month: month("2026-10"),
        window: month("2026-11"),
        client: client("131011", "0000000001"),
        person: known(),
        pairs: leak(pairs),
        differences: &[],
        unread: Unread::default(),
        unread_rows: &[],
        sheet: Some(sheet()),
        slip: Some(SlipView {
            fate: SlipFate::Sends(SlipAction::New),
            is_stuck: false,
            is_not_computable: false,
            office: Some(office(OWN)),
            plan_maker: PlanMaker::CareOffice,
            level: Some(CareLevel::Care2),
            limit: Some(19_705),
            birth_date: Some(day("1940-01-01")),
            sex: Some(Sex::Female),
            manager_number: Some("13000001"),
            is_open_ended: false,
            lines,
        }),
        history: Some(HistoryView {
            previous: Some(sent(SlipAction::New, "2026-10", lines)),
            ..HistoryView::default()
        }),
        register: Some(RegisterView {
            filed_on: filed,
            contract_on: filed,
            cert,
            birth_date: Some(day("1940-01-01")),
            ended_on: None,
            sex: Some(Sex::Female),
        }),
        fee: Some(FeeView { claim: Some(one(fee_claim())), is_additions_only: false }),
        other_keys: &[] as &[OtherKey],
        knows_providers: true,
        knows_managers: true,
        has_master: true,
    }
}

/// The clean month with other services and a slip of other lines.
pub(crate) fn of(pairs: Vec<PairView<'static>>, lines: Vec<LineView>) -> ClientView<'static> {
    let mut view = clean();
    view.pairs = leak(pairs);
    with_slip(&mut view).lines = leak(lines);
    view
}

/// The slip of a view, to be spoilt.
pub(crate) fn with_slip<'a>(view: &'a mut ClientView<'static>) -> &'a mut SlipView<'static> {
    view.slip.as_mut().unwrap()
}

/// The history of a view, to be spoilt.
pub(crate) fn with_history<'a>(view: &'a mut ClientView<'static>) -> &'a mut HistoryView<'static> {
    view.history.as_mut().unwrap()
}

/// The register's row of a view, to be spoilt.
pub(crate) fn with_register<'a>(view: &'a mut ClientView<'static>) -> &'a mut RegisterView {
    view.register.as_mut().unwrap()
}

/// What a check finds.
pub(crate) fn found(check: &Check, view: &ClientView<'_>) -> Vec<Finding> {
    let mut findings = Vec::new();
    check.run(view, &mut findings);
    findings
}
