//! The typed view, at the borders of months.

use super::*;

#[test]
fn managers_follow_one_another_by_month() {
    let decisions = decided(&[
        ("managers", "name=見本_一郎 from=2024-04 number=13000001 full_time=0.5"),
        ("managers", "name=見本_一郎 from=2026-04 number=13000001 full_time=1 head=1 chief=1 to=2026-09"),
        ("managers", "name=見本_花子 from=2026-10 head=0"),
    ]);
    let registers = Registers::of(&decisions);
    let of = |text: &str| {
        registers.manager("見本　一郎", month(text)).map(|one| (one.full_time_tenths, one.is_head))
    };
    assert_eq!(of("2024-03"), None);
    assert_eq!(of("2024-04"), Some((Some(5), false)));
    assert_eq!(of("2026-03"), Some((Some(5), false)));
    assert_eq!(of("2026-04"), Some((Some(10), true)));
    assert_eq!(of("2026-09"), Some((Some(10), true)));
    assert_eq!(of("2026-10"), None, "the row before does not come back");
    let hanako = registers.manager("見本花子", month("2026-10")).unwrap();
    let expected = Manager {
        name: "見本 花子".into(),
        number: None,
        full_time_tenths: None,
        is_head: false,
        is_chief: false,
    };
    assert_eq!(*hanako, expected);
    let names = |text: &str| registers.managers(month(text)).map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(names("2026-09"), ["見本 一郎"]);
    assert_eq!(names("2026-10"), ["見本 花子"]);
}

#[test]
fn two_spellings_of_a_name_are_one_person() {
    let decisions = decided(&[
        ("managers", "name=ミホン_イチロウ from=2026-08 number=13000002"),
        ("managers", "name=ﾐﾎﾝｲﾁﾛｳ from=2026-04 number=13000001"),
    ]);
    let registers = Registers::of(&decisions);
    let of = |text: &str| registers.manager("ミホンイチロウ", month(text)).unwrap().number.clone().unwrap();
    assert_eq!([of("2026-07"), of("2026-08")], ["13000001", "13000002"]);
    assert_eq!(registers.managers(month("2026-08")).count(), 1);
}

#[test]
fn clients_with_rates_and_additions() {
    let key = "insurer=131016 insured=0000100017";
    let decisions = decided(&[
        (
            "clients",
            &format!(
                "{key} contract_on=R6.4.1 entrusted_by=1300500012 named_area=1 cert_from=2026-01-01 cert_to=2026-12-31 payer=12131016 recipient=1234567"
            ),
        ),
        ("rates", &format!("{key} from=2025-08 rate=90")),
        ("rates", &format!("{key} from=2026-08 rate=80")),
        ("rates", &format!("{key} from=2026-10 reimbursed=1")),
        ("additions", &format!("{key} month=2026-10 name=緊急時等居宅カンファレンス加算 count=2")),
        ("additions", &format!("{key} month=2026-10 name=初回加算")),
    ]);
    let registers = Registers::of(&decisions);
    let entry = registers.client(client()).unwrap();
    assert_eq!(entry.contract_on.map(|date| date.to_string()).as_deref(), Some("2024-04-01"));
    assert_eq!(entry.cert_to.map(|date| date.to_string()).as_deref(), Some("2026-12-31"));
    assert_eq!((entry.entrusted_by, entry.in_named_area), (OfficeNumber::parse("1300500012"), true));
    assert_eq!((entry.payer.as_deref(), entry.recipient.as_deref()), (Some("12131016"), Some("1234567")));
    assert_eq!((entry.ended_on, entry.filed_on, entry.manager.as_deref()), (None, None, None));
    let rate = |text: &str| registers.rate(client(), month(text));
    assert_eq!(rate("2025-07"), None);
    assert_eq!(rate("2026-07"), Some((BenefitRate::new(90), false)));
    assert_eq!(rate("2026-08"), Some((BenefitRate::new(80), false)));
    assert_eq!(rate("2026-10"), Some((None, true)));
    let additions = [("初回加算".to_owned(), 1), ("緊急時等居宅カンファレンス加算".to_owned(), 2)];
    let mut found = registers.additions(client(), month("2026-10"));
    found.sort();
    assert_eq!(found, additions);
    assert!(registers.additions(client(), month("2026-11")).is_empty());
    let other = ClientKey { insured: InsuredNumber::parse("0000100018").unwrap(), ..client() };
    assert_eq!((registers.client(other), registers.rate(other, month("2026-10"))), (None, None));
}

#[test]
fn terms_of_the_office_by_month() {
    let decisions = decided(&[
        ("terms", "from=2024-04 fee_type=1 area_grade=other"),
        (
            "terms",
            "from=2026-06 fee_type=2 additions=特定事業所加算Ⅰ factors=特別地域居宅介護支援加算 treatment=1 full_time=12.5 area_grade=7",
        ),
    ]);
    let registers = Registers::of(&decisions);
    assert_eq!(registers.terms(month("2024-03")), None);
    let old = registers.terms(month("2026-05")).unwrap();
    assert_eq!((old.fee_type, old.has_treatment, old.area_grade), (FeeType::One, false, AreaGrade::new(8)));
    let expected = Terms {
        fee_type: FeeType::Two,
        additions: vec!["特定事業所加算Ⅰ".into()],
        factors: vec!["特別地域居宅介護支援加算".into()],
        has_treatment: true,
        full_time_tenths: Some(125),
        area_grade: AreaGrade::new(7),
    };
    assert_eq!(registers.terms(month("2026-06")), Some(&expected));
}

#[test]
fn offices_prices_and_insurers() {
    let decisions = decided(&[
        (
            "providers",
            "office=1379900028 name=みどりケア corporation=みどり会 phone=03-0000-0001 area_grade=3",
        ),
        ("prices", "owner=1379900028 kind=11 from=2026-04 price=11.05 to=2026-09"),
        ("prices", "owner=131016 kind=A2 from=2026-04 price=10"),
        ("classes", "office=1379900028 kind=A2 class=8"),
        ("insurers", "insurer=131016 name=千代田区"),
    ]);
    let registers = Registers::of(&decisions);
    let office = OfficeNumber::parse("1379900028").unwrap();
    let provider = registers.provider(office).unwrap();
    assert_eq!(
        (provider.name.as_deref(), provider.corporation.as_deref()),
        (Some("みどりケア"), Some("みどり会"))
    );
    assert_eq!((provider.fax.as_deref(), provider.area_grade), (None, AreaGrade::new(3)));
    let mut prices = registers.prices().to_vec();
    prices.sort_by_key(|price| price.price);
    assert_eq!(prices.iter().map(|price| price.price.hundredths()).collect::<Vec<_>>(), [1000, 1105]);
    assert_eq!(prices[0].owner, PriceOwner::Insurer(client().insurer));
    assert_eq!((prices[1].owner, prices[1].to), (PriceOwner::Office(office), Some(month("2026-09"))));
    let kind = |text: &str| ServiceKind::parse(text).unwrap();
    assert_eq!(registers.class(office, kind("A2")), Some(OfficeClass::Programme8));
    assert_eq!(registers.class(office, kind("11")), None);
    assert_eq!(registers.insurer_name(client().insurer), Some("千代田区"));
}

#[test]
fn rows_that_cannot_be_read_are_told_not_dropped() {
    let row = |register: &str, key: &[&str], cells: Cells| Change {
        subject: Subject::Entry {
            register: register.to_owned(),
            key: key.iter().map(|text| (*text).to_owned()).collect(),
        },
        before: None,
        after: Some(Value::Entry { cells }),
    };
    let changes = vec![
        row("insurers", &["131016"], cells("name=千代田区")),
        row("insurers", &["13"], cells("name=x")),
        row("insurers", &["131024"], cells("name=x colour=red")),
        row("managers", &["見本"], cells("number=13000001")),
    ];
    let mut decisions = Decisions::default();
    take(&mut decisions, Draft { month: None, deed: Deed::Register, changes, reason: String::new() });
    let registers = Registers::of(&decisions);
    assert_eq!(registers.insurer_name(client().insurer), Some("千代田区"));
    let told: Vec<_> =
        registers.unreadable().iter().map(|row| (row.register, row.faults[0].expected)).collect();
    let expected = [("managers", "cell-required"), ("insurers", "cell-insurer"), ("insurers", "cell-column")];
    assert_eq!(told, expected);
    // They can be taken out by what stands there.
    let draft = remove(&decisions, named("insurers"), &cells("insurer=13")).unwrap();
    take(&mut decisions, draft);
    assert_eq!(Registers::of(&decisions).unreadable().len(), 2);
}

#[test]
fn a_newer_price_ends_the_older_one_for_good() {
    let decisions = decided(&[
        ("prices", "owner=131016 kind=A2 from=2026-06 price=10.21 to=2026-08"),
        ("prices", "owner=131016 kind=A2 from=2025-04 price=10"),
        ("prices", "owner=131016 kind=A6 from=2024-04 price=10.14"),
    ]);
    let registers = Registers::of(&decisions);
    let spans: Vec<_> = registers.prices().iter().map(|price| (price.from, price.to)).collect();
    let span = |from: &str, to: Option<&str>| (month(from), to.map(month));
    let expected =
        [span("2025-04", Some("2026-05")), span("2026-06", Some("2026-08")), span("2024-04", None)];
    assert_eq!(spans, expected);
}
