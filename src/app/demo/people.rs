//! Invented clients and care managers.

use super::random::{Stream, pick, stream};
use super::{DemoOptions, OfficeSort};
use crate::domain::ids::{ClientKey, InsuredNumber, InsurerNumber};
use crate::domain::month::ServiceMonth;

/// Most clients one month can have: their numbers have six digits to differ in.
pub(super) const MOST_CLIENTS: u32 = 1_000_000;

const FAMILY: [(&str, &str); 32] = [
    ("髙橋", "タカハシ"),
    ("渡邊", "ワタナベ"),
    ("山﨑", "ヤマザキ"),
    ("佐藤", "サトウ"),
    ("鈴木", "スズキ"),
    ("高橋", "タカハシ"),
    ("德田", "トクダ"),
    ("齋木", "サイキ"),
    ("濵口", "ハマグチ"),
    ("伊藤", "イトウ"),
    ("山本", "ヤマモト"),
    ("中村", "ナカムラ"),
    ("小林", "コバヤシ"),
    ("吉田", "ヨシダ"),
    ("松本", "マツモト"),
    ("井上", "イノウエ"),
    ("木村", "キムラ"),
    ("清水", "シミズ"),
    ("桑原", "クワバラ"),
    ("栁沢", "ヤナギサワ"),
    ("岡部", "オカベ"),
    ("千葉", "チバ"),
    ("宮﨑", "ミヤザキ"),
    ("表", "オモテ"),
    ("能代", "ノシロ"),
    ("十時", "トトキ"),
    ("黒澤", "クロサワ"),
    ("曽我", "ソガ"),
    ("萩原", "ハギワラ"),
    ("園田", "ソノダ"),
    ("三ツ橋", "ミツハシ"),
    ("南", "ミナミ"),
];
const MEN: [(&str, &str); 10] = [
    ("辰雄", "タツオ"),
    ("一郎", "イチロウ"),
    ("善治", "ゼンジ"),
    ("昭", "アキラ"),
    ("武彦", "タケヒコ"),
    ("栄吉", "エイキチ"),
    ("徹", "トオル"),
    ("信行", "ノブユキ"),
    ("留蔵", "トメゾウ"),
    ("巌", "イワオ"),
];
const WOMEN: [(&str, &str); 12] = [
    ("ウメ", "ウメ"),
    ("春江", "ハルエ"),
    ("房子", "フサコ"),
    ("とみ", "トミ"),
    ("スエ", "スエ"),
    ("登喜子", "トキコ"),
    ("雪枝", "ユキエ"),
    ("政子", "マサコ"),
    ("キクノ", "キクノ"),
    ("芳", "ヨシ"),
    ("民江", "タミエ"),
    ("綾", "アヤ"),
];
const STAFF: [&str; 9] = ["由美", "健", "早苗", "拓也", "典子", "誠司", "奈々", "俊介", "千尋"];
const LONG_NAME: (&str, &str) = (
    "ベアトリス・イザベル・アルメイダ・デ・オリヴェイラ・サントス・ニシカワ・モンテネグロ",
    "ベアトリス・イザベル・アルメイダ・デ・オリヴェイラ・サントス・ニシカワ・モンテネグロ",
);
const STREETS: [&str; 6] = ["みなと町", "本通り", "山手", "川原", "新開", "宮の前"];
/// First five digits of insurers; the sixth is computed.
const INSURERS: [[u8; 5]; 3] = [*b"13990", *b"13984", *b"14993"];

/// One invented client.
#[derive(Clone, Debug)]
pub(super) struct Client {
    /// Position among the clients, from 0.
    pub(super) index: u32,
    /// Insurer and insured number.
    pub(super) key: Option<ClientKey>,
    /// 保険者番号.
    pub(super) insurer: String,
    /// 被保険者番号.
    pub(super) insured: String,
    /// 氏名.
    pub(super) name: String,
    /// フリガナ.
    pub(super) kana: String,
    /// 性別: 1 or 2.
    pub(super) sex: &'static str,
    /// 生年月日, eight digits.
    pub(super) birth: String,
    /// 要介護状態区分.
    pub(super) level: &'static str,
    /// 区分支給限度基準額.
    pub(super) limit: i32,
    /// 給付率 in percent; 0 for those on public assistance only.
    pub(super) benefit_percent: i32,
    /// Certification still under way (申請中).
    pub(super) applying: bool,
    /// 担当者.
    pub(super) manager: String,
    /// Street and number.
    pub(super) address: String,
    /// 電話番号.
    pub(super) phone: String,
}

impl Client {
    /// 0 to 4 for 要介護１ to ５; 0 and 1 in prevention.
    pub(super) fn grade(&self) -> usize {
        match self.level {
            "13" | "22" => 1,
            "23" => 2,
            "24" => 3,
            "25" => 4,
            _ => 0,
        }
    }
}

/// Levels with their limits, as often as they occur.
fn levels(office: OfficeSort) -> &'static [(&'static str, i32)] {
    match office {
        OfficeSort::CareManagement => &[
            ("21", 16765),
            ("21", 16765),
            ("21", 16765),
            ("22", 19705),
            ("22", 19705),
            ("22", 19705),
            ("23", 27048),
            ("23", 27048),
            ("24", 30938),
            ("25", 36217),
        ],
        OfficeSort::Prevention => &[("12", 5032), ("12", 5032), ("06", 5032), ("13", 10531), ("13", 10531)],
    }
}

/// The check digit of an insurer number, so that the sixth digit completes the weighted sum to full tens.
fn insurer(first_five: [u8; 5]) -> String {
    let mut sum = 0;
    for (byte, weight) in first_five.iter().zip([2, 1, 2, 1, 2]) {
        let product = u32::from(byte - b'0') * weight;
        sum += product / 10 + product % 10;
    }
    format!("{}{}", String::from_utf8_lossy(&first_five), (10 - sum % 10) % 10)
}

/// Six digits that differ for every index below a million and do not look counted.
fn scattered(index: u32) -> u64 {
    (u64::from(index) * 7919 + 104_729) % 1_000_000
}

fn numbers(index: u32) -> (String, String) {
    let insurer_at = match index % 10 {
        0..=6 => 0,
        7 | 8 => 1,
        _ => 2,
    };
    let insurer = insurer(INSURERS.get(insurer_at).copied().unwrap_or(*b"13990"));
    // Now and then two people of different insurers have one insured number.
    let of = if index % 100 == 9 { index - 1 } else { index };
    let person =
        if of % 37 == 7 { format!("H009{:06}", scattered(of)) } else { format!("0009{:06}", scattered(of)) };
    (insurer, person)
}

/// The care manager at a position; names repeat only after all combinations.
fn manager(at: u32) -> String {
    let at = usize::try_from(at).unwrap_or_default();
    let family = pick(&FAMILY, at + 3).0;
    format!("{family}　{}", pick(&STAFF, at + at / FAMILY.len()))
}

/// The client at a position.
pub(super) fn client(options: &DemoOptions, index: u32) -> Client {
    let mut rng = stream(options.seed, Stream::Person, index);
    let (insurer, person) = numbers(index);
    let key = InsurerNumber::parse(&insurer).zip(InsuredNumber::parse(&person));
    let woman = rng.u8(0..10) < 7;
    let family = if index < 3 { pick(&FAMILY, index as usize) } else { pick(&FAMILY, rng.usize(..)) };
    let given = if woman { pick(&WOMEN, rng.usize(..)) } else { pick(&MEN, rng.usize(..)) };
    let (mut name, mut kana) = (format!("{}　{}", family.0, given.0), format!("{}　{}", family.1, given.1));
    if index % 500 == 11 {
        (name, kana) = (LONG_NAME.0.to_owned(), LONG_NAME.1.to_owned());
    }
    // Numbers with H are given to people under 65.
    let age = if person.starts_with('H') { rng.u16(45..64) } else { rng.u16(67..99) };
    let (level, limit) = pick(levels(options.office), rng.usize(..));
    let rate = pick(&[90, 90, 90, 90, 90, 90, 80, 80, 70], rng.usize(..));
    Client {
        index,
        key: key.map(|(insurer, person)| ClientKey { insurer, insured: person }),
        benefit_percent: if person.starts_with('H') { 0 } else { rate },
        insurer,
        insured: person,
        name,
        kana,
        sex: if woman { "2" } else { "1" },
        birth: birth_date(options.month, age, &mut rng),
        level,
        limit,
        applying: rng.u8(0..40) == 0,
        manager: manager(index % options.managers.max(1)),
        address: format!("{}{}－{}", pick(&STREETS, rng.usize(..)), rng.u8(1..9), rng.u8(1..30)),
        phone: format!("03-0000-{:04}", rng.u16(..10000)),
    }
}

fn birth_date(month: ServiceMonth, age: u16, rng: &mut fastrand::Rng) -> String {
    format!("{:04}{:02}{:02}", month.year().saturating_sub(age), rng.u8(1..=12), rng.u8(1..=28))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_valid_and_no_two_clients_are_the_same() {
        let mut seen = std::collections::BTreeSet::new();
        for index in 0..2000 {
            let (insurer, person) = numbers(index);
            let insurer = InsurerNumber::parse(&insurer).unwrap();
            assert!(insurer.check_digit_fits(), "{insurer}");
            assert!(seen.insert((insurer, InsuredNumber::parse(&person).unwrap())), "{insurer} {person}");
        }
        assert!(seen.iter().any(|(_, insured)| insured.is_public_assistance()));
        let insured: std::collections::BTreeSet<_> = seen.iter().map(|(_, insured)| insured).collect();
        assert!(insured.len() < seen.len(), "some insured number occurs under two insurers");
    }

    #[test]
    fn every_name_can_be_written() {
        let names = FAMILY.iter().chain(&MEN).chain(&WOMEN).flat_map(|(name, kana)| [*name, *kana]);
        for text in names.chain(STAFF).chain(STREETS).chain([LONG_NAME.0]) {
            assert!(crate::format::sjis::encode(text).is_ok(), "{text}");
        }
    }
}
