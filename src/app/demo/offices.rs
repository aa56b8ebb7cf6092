//! Invented service providers.

use super::random::{Stream, pick, stream};
use super::{DemoOptions, OfficeSort};
use crate::domain::ids::OfficeNumber;
use fastrand::Rng;
use std::collections::BTreeMap;

/// Most providers one month can have: their numbers have four digits to differ in, the last is the check digit.
const MOST_PROVIDERS: u32 = 10_000 - FIRST;

/// The four digits of the first provider; those before are left to care offices.
const FIRST: u32 = 2;

const CARE_KINDS: [&str; 8] = ["11", "15", "17", "13", "78", "21", "16", "31"];
const PREVENTION_KINDS: [&str; 4] = ["A2", "A6", "67", "66"];
/// What further providers do once every kind has one.
#[rustfmt::skip]
const CARE_MIX: [&[&str]; 10] = [
    &["11"], &["15"], &["17"], &["11", "13"], &["78"], &["15", "21"], &["11"], &["16"], &["13"], &["31"],
];
const PREVENTION_MIX: [&[&str]; 5] = [&["A2"], &["A6"], &["A2", "A6"], &["67"], &["66"]];
const PLACES: [&str; 20] = [
    "しおさい",
    "ふじの丘",
    "たんぽぽ",
    "らくだ",
    "若草",
    "三日月",
    "ゆりかもめ",
    "銀杏",
    "大樹",
    "まどか",
    "やまびこ",
    "蓮",
    "きずな",
    "ほたる",
    "月見",
    "渚",
    "すずらん",
    "麦の穂",
    "風見鶏",
    "椿",
];

/// One invented provider.
#[derive(Clone, Debug)]
pub(super) struct Provider {
    /// サービス事業所番号.
    pub(super) number: OfficeNumber,
    /// サービス事業所名.
    pub(super) name: String,
    /// Kinds of service.
    pub(super) kinds: Vec<&'static str>,
    /// サテライト枝番, or empty.
    pub(super) satellite: &'static str,
    /// Puts the units of percent additions into its actuals instead of 0.
    pub(super) computes_percent: bool,
    /// Claims percent additions at all.
    pub(super) claims_percent: bool,
}

/// All providers of the month.
#[derive(Clone, Debug)]
pub(super) struct Offices {
    /// In the order of their numbers.
    all: Vec<Provider>,
    /// Positions of the providers of each kind.
    by_kind: BTreeMap<&'static str, Vec<usize>>,
}

impl Offices {
    /// Invents the providers.
    pub(super) fn invent(options: &DemoOptions) -> Self {
        let count = options.providers.clamp(1, MOST_PROVIDERS);
        let all: Vec<Provider> = (0..count).map(|index| provider(options, index, count)).collect();
        let mut by_kind: BTreeMap<&'static str, Vec<usize>> = BTreeMap::new();
        for (at, provider) in all.iter().enumerate() {
            for kind in &provider.kinds {
                by_kind.entry(kind).or_default().push(at);
            }
        }
        Self { all, by_kind }
    }

    /// Any provider of a kind for which `free` holds: the first from a random one on.
    pub(super) fn any_of(&self, kind: &str, rng: &mut Rng, free: impl Fn(usize) -> bool) -> Option<usize> {
        let list = self.by_kind.get(kind).filter(|list| !list.is_empty())?;
        let start = rng.usize(..list.len());
        let mut from_start = list.iter().cycle().skip(start).take(list.len());
        from_start.find(|at| free(**at)).copied()
    }

    /// The provider at a position.
    pub(super) fn get(&self, at: usize) -> Option<&Provider> {
        self.all.get(at)
    }

    /// The kinds an office of this sort plans.
    pub(super) fn kinds(office: OfficeSort) -> &'static [&'static str] {
        match office {
            OfficeSort::CareManagement => &CARE_KINDS,
            OfficeSort::Prevention => &PREVENTION_KINDS,
        }
    }
}

/// A number that is one by its making; should it ever not be, the number of nobody.
pub(super) fn office_number(text: &str) -> OfficeNumber {
    OfficeNumber::parse(text).unwrap_or(OfficeNumber::TOTAL)
}

/// The number of nine characters and the check digit that fits them; one with a letter, which has none to fit, ends in 0.
fn numbered(head: &str) -> OfficeNumber {
    let numbers = || (0..=9).map(|digit| office_number(&format!("{head}{digit}")));
    let fitting = numbers().find(|number| number.check_digit_fits() == Some(true));
    fitting.or_else(|| numbers().next()).unwrap_or(OfficeNumber::TOTAL)
}

fn provider(options: &DemoOptions, index: u32, count: u32) -> Provider {
    let mut rng = stream(options.seed, Stream::Office, index);
    let at = usize::try_from(index).unwrap_or_default();
    let kinds = kinds_at(options.office, at, usize::try_from(count).unwrap_or(usize::MAX));
    // 総合事業 offices can have a letter in their number.
    let only_local = kinds.iter().all(|kind| kind.starts_with('A'));
    let prefix = if only_local && index.is_multiple_of(2) { "13A99" } else { "13799" };
    Provider {
        number: numbered(&format!("{prefix}{:04}", FIRST + index)),
        name: name(at, kinds.first().copied().unwrap_or_default(), rng.usize(..PLACES.len())),
        satellite: if index % 9 == 5 { "1" } else { "" },
        computes_percent: index % 5 == 1,
        claims_percent: index % 6 != 5,
        kinds,
    }
}

/// With few providers each does several kinds, so that every kind has one; from then on the usual mix.
fn kinds_at(office: OfficeSort, at: usize, count: usize) -> Vec<&'static str> {
    let all = Offices::kinds(office);
    if at < all.len() {
        return all.iter().copied().skip(at).step_by(count.max(1)).collect();
    }
    let further = at - all.len();
    match office {
        OfficeSort::CareManagement => pick(&CARE_MIX, further).to_vec(),
        OfficeSort::Prevention => pick(&PREVENTION_MIX, further).to_vec(),
    }
}

fn trade(kind: &str) -> &'static str {
    match kind {
        "11" => "訪問介護センター",
        "13" => "訪問看護ステーション",
        "15" => "デイサービス",
        "16" | "66" => "通所リハビリセンター",
        "17" | "67" => "福祉用具店",
        "21" => "ショートステイ",
        "31" => "在宅診療所",
        "78" => "小さなデイ",
        "A2" => "生活支援ヘルパー",
        _ => "元気アップ教室",
    }
}

/// Names that a careless reader trips over come first: half-width kana, a comma, quotes, ㈱ and №.
fn name(at: usize, kind: &str, start: usize) -> String {
    let (place, trade) = (pick(&PLACES, start + at), trade(kind));
    match at {
        1 => format!("ﾃﾞｲ･ｹｱ {place}　{trade}"),
        2 => format!("㈱{place}, {trade}"),
        3 => format!("{trade} \"{place}\""),
        4 => format!("{trade}{place}№２"),
        6 => format!(
            "医療法人社団{place}会, 附属\"{place}\"{trade}（訪問・通い・泊まりのご相談窓口　東館３階）"
        ),
        _ => match at % 4 {
            0 => format!("{place}{trade}"),
            1 => format!("社会福祉法人{place}会　{trade}"),
            2 => format!("{trade}{place}"),
            _ => format!("㈲{place}　{trade}"),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::demo::tests::{options, setting};
    use std::collections::BTreeSet;

    #[test]
    fn numbers_have_the_check_digit_that_fits_or_a_letter() {
        for office in [OfficeSort::CareManagement, OfficeSort::Prevention] {
            let options = DemoOptions { office, providers: u32::MAX, ..options() };
            let own = setting(&options).care_office;
            assert_eq!(own.check_digit_fits(), Some(true), "{own}");
            let mut seen = BTreeSet::from([own]);
            for provider in Offices::invent(&options).all {
                let (number, kinds) = (provider.number, provider.kinds);
                let has_letter = number.as_str().starts_with("13A99");
                let expected = (!has_letter).then_some(true);
                assert_eq!(number.check_digit_fits(), expected, "{number}");
                assert!(has_letter || number.as_str().starts_with("13799"), "{number}");
                assert!(!has_letter || kinds.iter().all(|kind| kind.starts_with('A')), "{number} {kinds:?}");
                assert!(seen.insert(number), "{number} twice");
            }
            assert_eq!(seen.len(), 9_999, "as many providers as there are numbers");
        }
    }

    #[test]
    fn every_kind_has_a_provider_however_few_there_are() {
        for count in 1..12 {
            for office in [OfficeSort::CareManagement, OfficeSort::Prevention] {
                let kinds: Vec<&str> = (0..count).flat_map(|at| kinds_at(office, at, count)).collect();
                assert!(Offices::kinds(office).iter().all(|kind| kinds.contains(kind)), "{count} {office:?}");
            }
        }
    }

    #[test]
    fn every_name_can_be_written() {
        for at in 0..200 {
            let text = name(at, pick(&CARE_KINDS, at), at);
            assert!(crate::format::sjis::encode(&text).is_ok(), "{text}");
        }
    }
}
