//! 給付管理票 as the paper form, and 給付管理総括. All people, offices and numbers are invented. `UPDATE_GOLDEN=1 cargo test
//! --test slips` renews the files, which are then to be looked through before they are kept.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on may stop")]

use kyukan::domain::ids::{ClientKey, InsuredNumber, InsurerNumber, OfficeNumber, ServiceKind};
use kyukan::domain::month::{Day, ServiceMonth};
use kyukan::format::kokuhoren::codes::{CareLevel, Medium, OfficeClass, PlanMaker, Sex, SlipAction};
use kyukan::format::kokuhoren::slip::{Entrusted, Slip, SlipKey, SlipLine};
use kyukan::format::kokuhoren::write::FileHead;
use kyukan::i18n::width::{is_ambiguous, width};
use kyukan::i18n::{Language, Texts};
use kyukan::report::slip_form::{NARROWEST, WIDEST, lines as form};
use kyukan::report::slip_total::SlipTotal;
use kyukan::report::slip_words::{SlipNames, SlipWords};
use proptest::prelude::*;
use std::path::Path;

fn office(text: &str) -> OfficeNumber {
    OfficeNumber::parse(text).unwrap()
}

fn month(text: &str) -> ServiceMonth {
    ServiceMonth::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::from_digits(text.as_bytes()).unwrap()
}

fn client(insured: &str) -> ClientKey {
    ClientKey {
        insurer: InsurerNumber::parse("139998").unwrap(),
        insured: InsuredNumber::parse(insured).unwrap(),
    }
}

fn line(number: &str, class: OfficeClass, kind: &str, units: u32) -> SlipLine {
    SlipLine { office: office(number), class, kind: ServiceKind::parse(kind).unwrap(), units }
}

struct Invented;

impl SlipNames for Invented {
    fn client(&self, client: ClientKey) -> Option<String> {
        Some(match client.insured.as_str() {
            "0000000001" => "見本 太郎".to_owned(),
            "0000000002" => "=試験 花子".to_owned(),
            "0000000003" => "とても長い氏名の見本川原 寿限無寿限無之介".to_owned(),
            _ => return None,
        })
    }

    fn kana(&self, client: ClientKey) -> Option<String> {
        Some(match client.insured.as_str() {
            "0000000001" => "ﾐﾎﾝ ﾀﾛｳ".to_owned(),
            "0000000003" => "トテモナガイシメイノミホンガワラ ジュゲムジュゲムノスケ".to_owned(),
            _ => return None,
        })
    }

    fn office(&self, office: OfficeNumber) -> Option<String> {
        Some(match office.as_str() {
            "1379900010" => "見本相談所".to_owned(),
            "1379900028" => "みほん訪問介護ステーション中央東サテライト".to_owned(),
            "1399900016" => "デイサービスみほん\n\u{1b}[31m".to_owned(),
            "1309900011" => "見本地域包括支援センター 東部地区担当 高齢者あんしん相談室".to_owned(),
            _ => return None,
        })
    }

    fn insurer(&self, _insurer: InsurerNumber) -> Option<String> {
        Some("見本市".to_owned())
    }
}

fn slip(insured: &str) -> Slip {
    Slip {
        key: SlipKey { client: client(insured), month: month("202610") },
        office: Some(office("1379900010")),
        action: SlipAction::New,
        created_on: day("20261103"),
        birth_date: day("19260815"),
        sex: Sex::Male,
        level: CareLevel::Care2,
        limit_from: month("202604"),
        limit_to: Some(month("202803")),
        limit_units: 19_705,
        plan_maker: PlanMaker::CareOffice,
        care_manager: Some("13000001".to_owned()),
        entrusted: None,
        lines: vec![
            line("1399900016", OfficeClass::CommunityBased, "78", 6200),
            line("1379900028", OfficeClass::Designated, "11", 5000),
            line("1379900036", OfficeClass::Designated, "2A", 980),
        ],
    }
}

/// A late slip that is withdrawn: of 事業対象者, without an end, entrusted, over the limit.
fn preventive() -> Slip {
    Slip {
        key: SlipKey { client: client("0000000003"), month: month("202609") },
        office: Some(office("1309900011")),
        action: SlipAction::Cancel,
        birth_date: day("19400101"),
        sex: Sex::Female,
        level: CareLevel::Programme,
        limit_to: None,
        limit_units: 5032,
        plan_maker: PlanMaker::SupportOffice,
        care_manager: None,
        entrusted: Some(Entrusted { office: office("1379900010"), care_manager: "13000002".to_owned() }),
        lines: vec![
            line("13A9900016", OfficeClass::Programme, "A2", 1176),
            line("1379900028", OfficeClass::Equivalent, "11", 4000),
        ],
        ..slip("0000000003")
    }
}

fn golden(name: &str, bytes: &[u8]) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/slips").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bytes).unwrap();
    }
    let kept = std::fs::read(&path).unwrap();
    assert_eq!(String::from_utf8_lossy(bytes), String::from_utf8_lossy(&kept), "{name}");
}

fn file(lines: &[String]) -> Vec<u8> {
    lines.iter().flat_map(|line| format!("{}\n", line.trim_end()).into_bytes()).collect()
}

#[test]
fn the_form_as_it_is_shown() {
    let (japanese, english) = (Texts::new(Language::Ja), Texts::new(Language::En));
    let words = SlipWords { names: &Invented, texts: &japanese };
    golden("form_80.txt", &file(&form(&slip("0000000001"), words, 80)));
    golden("form_120.txt", &file(&form(&slip("0000000001"), words, 120)));
    golden("preventive_80.txt", &file(&form(&preventive(), words, 80)));
    golden("preventive_120.txt", &file(&form(&preventive(), words, 120)));
    golden("form_80_en.txt", &file(&form(&preventive(), SlipWords { texts: &english, ..words }, 80)));
}

#[test]
fn a_plan_of_the_client_has_an_empty_office() {
    let texts = Texts::new(Language::Ja);
    let own = Slip { office: None, care_manager: None, plan_maker: PlanMaker::Client, ..slip("0000000009") };
    let form = form(&own, SlipWords { names: &Invented, texts: &texts }, 100);
    let under = |label: &str| {
        let at = form.iter().position(|line| line.contains(label)).unwrap();
        form[at + 1].rsplit('|').nth(1).unwrap().trim().to_owned()
    };
    assert_eq!(under("作成区分"), "2 被保険者自己作成");
    for label in ["事業者の事業所名", "支援事業所番号", "担当介護支援専門員番号"] {
        assert_eq!(under(label), "", "{label}");
    }
    assert!(form.iter().any(|line| line.contains("氏名なし")));
}

#[test]
fn labels_are_never_cut() {
    for language in Language::ALL {
        let texts = Texts::new(*language);
        let names = Written("見本".to_owned());
        let form = form(&slip("0000000001"), SlipWords { names: &names, texts: &texts }, NARROWEST);
        assert!(!form.iter().any(|line| line.contains("..") || is_ambiguous(line)), "{form:#?}");
    }
}

/// Every client's file, and a correction.
fn slips() -> Vec<Slip> {
    let corrected = Slip {
        key: SlipKey { client: client("0000000002"), month: month("202609") },
        action: SlipAction::Replace,
        lines: vec![line("1379900028", OfficeClass::Designated, "11", 12_000)],
        ..slip("0000000002")
    };
    vec![slip("0000000002"), corrected, preventive(), slip("0000000001")]
}

#[test]
fn the_total_as_it_is_shown() {
    let (japanese, english) = (Texts::new(Language::Ja), Texts::new(Language::En));
    let head = FileHead {
        office: office("1379900010"),
        processing_month: month("202611"),
        medium: Medium::Internet,
    };
    let slips = slips();
    let total = SlipTotal { file: "KY261101.CSV", head: &head, slips: &slips };
    let words = SlipWords { names: &Invented, texts: &japanese };
    golden("total.txt", total.text(words).as_bytes());
    golden("total_en.txt", total.text(SlipWords { texts: &english, ..words }).as_bytes());
    golden("total_clients.csv", &total.clients_csv(words).unwrap());
    golden("total_providers.csv", &total.providers_csv(words).unwrap());
    assert!(!is_ambiguous(&total.text(words)));
}

/// What is added up for the providers and what is withdrawn make up the file, unit by unit.
#[test]
fn sums_of_providers_are_the_file() {
    let texts = Texts::new(Language::Ja);
    let words = SlipWords { names: &Invented, texts: &texts };
    let head = FileHead {
        office: office("1379900010"),
        processing_month: month("202611"),
        medium: Medium::Internet,
    };
    let slips = slips();
    let csv = SlipTotal { file: "", head: &head, slips: &slips }.providers_csv(words).unwrap();
    let text = String::from_utf8(csv).unwrap();
    let rows = text.lines().skip(1).map(|row| row.split(',').map(str::to_owned).collect::<Vec<_>>());
    let sums = rows.fold([0_u64; 2], |[valid, cancelled], row| {
        [valid + row[4].parse::<u64>().unwrap(), cancelled + row[6].parse::<u64>().unwrap()]
    });
    let of = |is_cancelled: bool| -> u64 {
        let slips = slips.iter().filter(|slip| (slip.action == SlipAction::Cancel) == is_cancelled);
        slips.map(Slip::total).sum()
    };
    assert_eq!(sums, [of(false), of(true)]);
}

/// Names that anybody may have written into a file.
struct Written(String);

impl SlipNames for Written {
    fn client(&self, _client: ClientKey) -> Option<String> {
        Some(self.0.clone())
    }

    fn kana(&self, _client: ClientKey) -> Option<String> {
        Some(self.0.clone())
    }

    fn office(&self, _office: OfficeNumber) -> Option<String> {
        Some(self.0.clone())
    }
}

proptest! {
    #[test]
    fn no_name_tears_the_form(name in "\\PC{0,60}|[ -~\r\n\u{1b}]{0,90}", cells in 0_usize..300, units in 0_u32..1_000_000) {
        let texts = Texts::new(Language::Ja);
        let names = Written(name);
        let mut slip = slip("0000000001");
        slip.lines[0].units = units;
        let form = form(&slip, SlipWords { names: &names, texts: &texts }, cells);
        let expected = cells.clamp(NARROWEST, WIDEST);
        for line in form.iter().skip(2) {
            prop_assert_eq!(width(line), expected, "{}", line);
            prop_assert!(line.starts_with(['|', '+']) && line.ends_with(['|', '+']));
        }
        prop_assert!(form.iter().take(2).all(|line| width(line) <= expected));
    }
}
